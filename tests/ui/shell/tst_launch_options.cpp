// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/launch_options.h"

#include <QRegularExpression>
#include <QTest>

using namespace opsdeck;
using namespace std::chrono_literals;
using shell::LaunchOptions;

namespace {

base::Result<LaunchOptions> parse(const QString &line)
{
    return LaunchOptions::parse(QStringList{QStringLiteral("opsdeck")} +
                                line.split(QLatin1Char(' '), Qt::SkipEmptyParts));
}

} // namespace

class TestLaunchOptions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsWithSixteenTilesInTheLookThatWasSet()
    {
        const auto options = parse(QString());
        QVERIFY(options);
        QCOMPARE(options->tiles, 16);
        QVERIFY(options->style.isEmpty()); // as the operator set it
        QVERIFY(options->settingsFile.isEmpty());
        QCOMPARE(options->after, 0ms);
        QVERIFY(!options->isDemo);
    }

    void takesEverythingTogether()
    {
        const auto options =
            parse(QStringLiteral("--demo --screenshot a.png --after 2.5 --warm-up 1 --report r.json "
                                 "--language zh_TW --style light --layout 64 --stream sub "
                                 "--size 1280x800 --settings s.json"));
        QVERIFY2(options, options ? "" : qPrintable(options.error().detail()));
        QVERIFY(options->isDemo);
        QCOMPARE(options->screenshotFile, QStringLiteral("a.png"));
        QCOMPARE(options->after, 2500ms);
        QCOMPARE(options->warmUp, 1000ms);
        QCOMPARE(options->reportFile, QStringLiteral("r.json"));
        QCOMPARE(options->language, QStringLiteral("zh_TW"));
        QCOMPARE(options->style, QStringLiteral("light"));
        QCOMPARE(options->settingsFile, QStringLiteral("s.json"));
        QCOMPARE(options->tiles, 64);
        QCOMPARE(options->stream, QStringLiteral("sub"));
        QCOMPARE(options->size, QSize(1280, 800));
    }

    void refusesNonsenseAndNamesTheOption_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("named");
        QTest::newRow("unknown option") << "--colour red"
                                        << "colour";
        QTest::newRow("word") << "north"
                              << "north";
        QTest::newRow("language") << "--language de"
                                  << "--language";
        QTest::newRow("style") << "--style pink"
                               << "--style";
        QTest::newRow("no seconds") << "--after soon"
                                    << "--after";
        QTest::newRow("negative seconds") << "--after -1"
                                          << "--after";
        QTest::newRow("endless seconds") << "--after 1e99"
                                         << "--after";
        QTest::newRow("not a number of seconds") << "--after nan"
                                                 << "--after";
        QTest::newRow("tiles") << "--tiles 0"
                               << "--tiles";
        QTest::newRow("a layout there is not") << "--tiles 5"
                                               << "--tiles";
        QTest::newRow("many tiles") << "--layout 65"
                                    << "--layout";
        QTest::newRow("size") << "--size big"
                              << "--size";
        QTest::newRow("tiny size") << "--size 1x1"
                                   << "--size";
        QTest::newRow("stream") << "--stream third"
                                << "--stream";
        QTest::newRow("screenshot without end") << "--screenshot a.png"
                                                << "--after";
        QTest::newRow("steps without a place") << "--steps s.txt"
                                               << "--pictures";
        QTest::newRow("a place without steps") << "--pictures ."
                                               << "--steps";
        QTest::newRow("warm-up without end") << "--warm-up 2"
                                             << "--warm-up";
        QTest::newRow("warm-up too long") << "--after 2 --warm-up 2"
                                          << "--warm-up";
        QTest::newRow("demo and site") << "--demo --site a.json"
                                       << "--site";
        QTest::newRow("no value") << "--site"
                                  << "site";
    }
    void refusesNonsenseAndNamesTheOption()
    {
        QFETCH(QString, line);
        QFETCH(QString, named);
        const auto options = parse(line);
        QVERIFY(!options);
        QCOMPARE(options.error().errorClass(), base::ErrorClass::Usage);
        QVERIFY2(options.error().detail().contains(named), qPrintable(options.error().detail()));
    }

    void helpNamesEveryOption()
    {
        static const QRegularExpression option(QStringLiteral("--([a-z-]+)"));
        QSet<QString> told;
        for (auto it = option.globalMatch(LaunchOptions::help()); it.hasNext();)
            told.insert(it.next().captured(1));
        for (const char *name :
             {"site", "demo", "screenshot", "report", "after", "warm-up", "language", "style", "tiles",
              "layout", "stream", "size", "settings", "steps", "pictures", "help", "version"})
            QVERIFY2(told.contains(QLatin1String(name)), name);
    }
};

QTEST_MAIN(TestLaunchOptions)
#include "tst_launch_options.moc"
