// SPDX-License-Identifier: GPL-3.0-or-later
// The sentence of an event: every key of every writer has one, arguments cannot disturb it, unknown keys are told honestly.
#include "core/systems/dvr/dvr_journal.h"
#include "ui/kit/event_texts.h"
#include "ui/kit/program_events.h"

#include <QRegularExpression>
#include <QTest>

using namespace opsdeck;

namespace {

store::Event made(const QString &system, const QString &key, const QStringList &arguments)
{
    store::Event event;
    event.system = system;
    event.kind = QStringLiteral("offline");
    event.textKey = key;
    event.arguments = arguments;
    return event;
}

} // namespace

class TestEventTexts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void fillsEachPlaceOnce_data()
    {
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("filled");
        const auto row = [](const char *sentence, const QStringList &arguments, const QString &filled) {
            QTest::newRow(sentence) << QString::fromLatin1(sentence) << arguments << filled;
        };
        const auto words = [](const char *text) { return QString::fromLatin1(text).split(u'|'); };
        row("%1 is off line", words("North"), QStringLiteral("North is off line"));
        row("%2 of %1", words("%2|%1"), QStringLiteral("%1 of %2"));
        row("%1%1", words("a"), QStringLiteral("aa"));
        row("100 % of %1", words("a"), QStringLiteral("100 % of a"));
        row("%1 and %2", words("a"), QStringLiteral("a and ") + QChar(0x2013));
        row("%10", words("1|2|3|4|5|6|7|8|9|ten"), QStringLiteral("ten"));
        row("%17", words("a"), QStringLiteral("a7"));
        row("%0 %", words("a"), QStringLiteral("%0 %"));
        row("", words("a"), QString());
    }
    void fillsEachPlaceOnce()
    {
        QFETCH(QString, sentence);
        QFETCH(QStringList, arguments);
        QFETCH(QString, filled);
        QCOMPARE(kit::filledSentence(sentence, arguments), filled);
    }

    void argumentsStayOnOneLine()
    {
        const QString filled = kit::filledSentence(QStringLiteral("%1"), {QStringLiteral("a\nb<b>c</b>")});
        QVERIFY(!filled.contains(u'\n'));
        QVERIFY(filled.contains(QLatin1String("<b>"))); // literal; who shows it shows it as plain text
        QVERIFY(kit::filledSentence(QStringLiteral("%1"), {QString(100'000, u'x')}).size() < 300);
    }

    void kindsHaveWordsOfTheirOwn_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("name");
        QTest::newRow("program") << "started"
                                 << "Start";
        QTest::newRow("every system") << "online"
                                      << "On line";
        QTest::newRow("cabinets") << "login-refused"
                                  << "Login refused";
        QTest::newRow("recorders") << "waits-for-operator"
                                   << "Waits for the operator";
        QTest::newRow("nobody's") << "a\nb"
                                  << "a\uFFFDb";
    }
    void kindsHaveWordsOfTheirOwn()
    {
        QFETCH(QString, kind);
        QFETCH(QString, name);
        const kit::EventTexts texts(kit::allModules());
        QCOMPARE(texts.kindName(kind), name);
    }

    void everyKeyHasASentence_data()
    {
        QTest::addColumn<QString>("system");
        QTest::addColumn<QString>("key");
        QTest::addColumn<int>("arguments");
        for (const auto &known : dvr::kDvrEventKeys)
            QTest::newRow(known.key) << QStringLiteral("dvr") << QString::fromLatin1(known.key)
                                     << known.arguments;
        for (const auto &known : kit::kProgramEventKeys)
            QTest::newRow(known.key) << QStringLiteral("opsdeck") << QString::fromLatin1(known.key)
                                     << known.arguments;
    }
    void everyKeyHasASentence()
    {
        QFETCH(QString, system);
        QFETCH(QString, key);
        QFETCH(int, arguments);
        const kit::EventTexts texts(kit::allModules());
        QStringList values;
        for (int i = 0; i < arguments; ++i)
            values << QStringLiteral("value-%1").arg(i + 1);
        const QString sentence = texts.sentence(made(system, key, values));
        QVERIFY2(!sentence.startsWith(QLatin1String("offline")), qPrintable(sentence)); // the fallback
        for (const QString &value : values)
            QVERIFY2(sentence.contains(value), qPrintable(sentence));
        // No place without an argument.
        QVERIFY2(!sentence.contains(QRegularExpression(QStringLiteral("%\\d|^\\x{2013}| \\x{2013}"))),
                 qPrintable(sentence));
    }

    void unknownKeysAreToldHonestly()
    {
        const kit::EventTexts texts(kit::allModules());
        QCOMPARE(texts.sentence(made(QStringLiteral("dvr"), QStringLiteral("dvr.not-there"),
                                     {QStringLiteral("North %1"), QStringLiteral("3")})),
                 QStringLiteral("offline: North %1, 3"));
        QCOMPARE(texts.sentence(made(QStringLiteral("lift"), QStringLiteral("lift.stuck"), {})),
                 QStringLiteral("offline"));
        // A key of one system in an event of another is nobody's.
        QCOMPARE(texts.sentence(
                     made(QStringLiteral("opsdeck"), QStringLiteral("dvr.online"), {QStringLiteral("a")})),
                 QStringLiteral("offline: a"));
        QVERIFY(!texts.sentence(store::Event()).isEmpty());
    }

    void oneEventIsSaidOfOne()
    {
        const kit::EventTexts texts(kit::allModules());
        const auto said = [&](const char *count) {
            return texts.sentence(made(QStringLiteral("opsdeck"), QStringLiteral("program.events-pruned"),
                                       {QString::fromLatin1(count)}));
        };
        QVERIFY(said("1").contains(QStringLiteral("event was deleted")));
        QVERIFY(said("21").contains(QStringLiteral("events were deleted")));
    }

    void systemsAreNamed()
    {
        const kit::EventTexts texts(kit::allModules());
        QCOMPARE(texts.systemName(QStringLiteral("opsdeck")), QStringLiteral("Opsdeck"));
        QCOMPARE(texts.systemName(QStringLiteral("dvr")), QStringLiteral("Video recorder (DVR)"));
        QCOMPARE(texts.systemName(QStringLiteral("lift\n")).contains(u'\n'), false);
    }
};

QTEST_MAIN(TestEventTexts)
#include "tst_event_texts.moc"
