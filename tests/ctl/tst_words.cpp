// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/kit/words.h"

#include <QTest>

using namespace opsdeck;
using ctl::OptionSpec;

namespace {

class Words final : public ctl::Vocabulary
{
public:
    QList<OptionSpec> globalOptions() const override
    {
        return {{QStringLiteral("json"), {}, {}}, {QStringLiteral("timeout"), QStringLiteral("S"), {}}};
    }
    bool hasSystem(const QString &name) const override { return name == QLatin1String("dvr"); }
    QList<OptionSpec> systemOptions(const QString &) const override
    {
        return {{QStringLiteral("host"), QStringLiteral("H"), {}},
                {QStringLiteral("allow"), QStringLiteral("A"), {}, true}};
    }
    bool hasVerb(const QString &, const QString &verb) const override
    {
        return verb == QLatin1String("live");
    }
    QList<OptionSpec> verbOptions(const QString &, const QString &) const override
    {
        return {{QStringLiteral("channel"), QStringLiteral("N"), {}}, {QStringLiteral("decode"), {}, {}}};
    }
};

} // namespace

class TestWords : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void takesOptionsAnywhereAfterTheirWord_data()
    {
        QTest::addColumn<QStringList>("words");
        const auto row = [](const char *name, const char *line) {
            QTest::newRow(name) << QString::fromLatin1(line).split(u' ');
        };
        row("in order", "--json dvr --host a live --channel 3 --decode x");
        row("all at the end", "dvr live x --json --host a --decode --channel 3");
        row("with equals", "dvr --host=a live x --channel=3 --decode --json");
        row("mixed", "dvr live --host a --channel 3 x --decode --json");
    }
    void takesOptionsAnywhereAfterTheirWord()
    {
        QFETCH(QStringList, words);
        const auto line = ctl::parseLine(words, Words());
        QVERIFY2(line.has_value(), line ? "" : qPrintable(line.error().detail()));
        QCOMPARE(line->system, QStringLiteral("dvr"));
        QCOMPARE(line->verb, QStringLiteral("live"));
        QCOMPARE(line->arguments, QStringList{QStringLiteral("x")});
        QCOMPARE(line->options.value(QStringLiteral("host")), QStringLiteral("a"));
        QCOMPARE(*line->options.number(QStringLiteral("channel"), 0, 0, 255), 3);
        QVERIFY(line->options.has(QStringLiteral("decode")));
        QVERIFY(line->options.has(QStringLiteral("json")));
    }

    void namesTheWordThatIsWrong_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("named");
        const auto row = [](const char *line, const char *named) {
            QTest::newRow(line) << QString::fromLatin1(line).split(u' ') << QString::fromLatin1(named);
        };
        row("dvx", "dvx");
        row("dvr liv", "liv");
        row("--host a dvr live", "--host");
        row("dvr --channel 3 live", "--channel");
        row("dvr live --colour red", "--colour");
        row("dvr live --channel", "--channel");
        row("dvr live --decode=yes", "--decode");
        row("dvr --host a --host b live", "--host");
    }
    void namesTheWordThatIsWrong()
    {
        QFETCH(QStringList, words);
        QFETCH(QString, named);
        const auto line = ctl::parseLine(words, Words());
        QVERIFY(!line.has_value());
        QVERIFY(line.error().is(ctl::UsageError::WrongUsage));
        QVERIFY2(line.error().detail().contains(named), qPrintable(line.error().detail()));
    }

    void keepsRepeatedOptionsInOrder()
    {
        const auto line =
            ctl::parseLine({QStringLiteral("dvr"), QStringLiteral("--allow"), QStringLiteral("b"),
                            QStringLiteral("--allow=a"), QStringLiteral("live")},
                           Words());
        QVERIFY(line.has_value());
        QCOMPARE(line->options.values(QStringLiteral("allow")),
                 (QStringList{QStringLiteral("b"), QStringLiteral("a")}));
    }

    void takesEverythingAfterTwoDashesAsWords()
    {
        const auto line = ctl::parseLine(
            {QStringLiteral("dvr"), QStringLiteral("live"), QStringLiteral("--"), QStringLiteral("--json")},
            Words());
        QVERIFY(line.has_value());
        QCOMPARE(line->arguments, QStringList{QStringLiteral("--json")});
    }

    void refusesNumbersOutsideTheirRange_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"-1", "256", "3.5", "three", "", "99999999999999999999"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }
    void refusesNumbersOutsideTheirRange()
    {
        QFETCH(QString, text);
        ctl::GivenOptions options;
        options.add(QStringLiteral("channel"), text);
        const auto number = options.number(QStringLiteral("channel"), 0, 0, 255);
        QVERIFY(!number.has_value());
        QVERIFY(number.error().detail().contains(QLatin1String("--channel")));
    }

    void refusesSecondsThatAreNone_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"-1", "soon", "nan", "inf", "1e300"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }
    void refusesSecondsThatAreNone()
    {
        QFETCH(QString, text);
        ctl::GivenOptions options;
        options.add(QStringLiteral("seconds"), text);
        QVERIFY(!options.seconds(QStringLiteral("seconds"), 0).has_value());
    }
};

QTEST_GUILESS_MAIN(TestWords)
#include "tst_words.moc"
