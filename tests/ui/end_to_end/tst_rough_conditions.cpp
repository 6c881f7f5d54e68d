// SPDX-License-Identifier: GPL-3.0-or-later
// `opsdeck` as a whole program where the world is not kind: closed in the middle of everything, started twice, a disk that
// is full or may not be written, a site file that somebody else edits.
#include "app/simulator/systems/dvr/dvr_simulator.h"
#include "tests/support/files.h"
#include "tests/support/full_disk.h"

#include <QDir>
#include <QFile>
#include <QFileSystemWatcher>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace opsdeck;
using test::bytesOf;
using test::put;

namespace {

constexpr int kEndMs = 30000;

QByteArray siteOf(int port, const QByteArray &name = "North")
{
    return QByteArray(R"({"version":1,"devices":[{"id":"north","system":"dvr","name":")") + name +
           R"(","settings":{"host":"127.0.0.1","port":)" + QByteArray::number(port) +
           R"(,"user":"admin"}}]})";
}

QByteArray settingsOf(const QByteArray &more = {})
{
    return "{\"version\":1,\"settings\":{\"ui.language\":\"en\"" + more + "}}";
}

/// A program that runs while the test goes on. Killed at its end, whatever happens.
struct Window {
    QTemporaryDir home;
    QProcess process;
    QString site = home.filePath(QStringLiteral("site.json"));
    QString settings = home.filePath(QStringLiteral("settings.json"));
    QString report = home.filePath(QStringLiteral("report.json"));

    ~Window()
    {
        if (process.state() != QProcess::NotRunning) {
            process.kill();
            process.waitForFinished(5000);
        }
    }

    void start(const QStringList &arguments)
    {
        QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
        variables.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        variables.insert(QStringLiteral("HOME"), home.path());
        variables.insert(QStringLiteral("XDG_CONFIG_HOME"), home.path());
        variables.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
        process.setProcessEnvironment(variables);
        process.setStandardInputFile(QProcess::nullDevice());
        process.start(QStringLiteral(OPSDECK_BIN_DIR "/opsdeck"),
                      QStringList{QStringLiteral("--site"), site, QStringLiteral("--settings"), settings} +
                          arguments);
        QVERIFY(process.waitForStarted(10000));
    }
    bool isOver() const { return process.state() == QProcess::NotRunning; }
    /// It ended by itself, and well. The event loop runs meanwhile: the recorder is in this process.
    void end()
    {
        QTRY_VERIFY2_WITH_TIMEOUT(isOver(), "the program does not end", kEndMs);
        const QByteArray words = process.readAllStandardError();
        QVERIFY2(process.exitStatus() == QProcess::NormalExit, words);
        QVERIFY2(process.exitCode() == 0, words);
    }
    QString notices() const
    {
        QStringList texts;
        for (const QJsonValue &text :
             QJsonDocument::fromJson(bytesOf(report)).object().value(QLatin1String("notices")).toArray())
            texts << text.toString();
        return texts.join(u'\n');
    }
};

struct Recorder {
    base::SystemClock clock;
    std::unique_ptr<dvr::sim::DvrSimulator> dvr;

    explicit Recorder(int channels, const QStringList &faults = {})
    {
        dvr::sim::DvrOptions options;
        options.port = 0;
        options.channels = channels;
        options.clipClass = QStringLiteral("d1");
        options.faults = faults;
        auto made = dvr::sim::DvrSimulator::make(options, clock);
        if (!made || !(*made)->listen())
            qFatal("the simulated recorder does not start");
        dvr = std::move(*made);
    }
    /// The window has read its site.
    bool wasCalled() const { return dvr->counters().connections > 0; }
};

QString seconds(double value)
{
    return QString::number(value, 'f', 2);
}

} // namespace

class TestRoughConditions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void closesWhile64StreamsConnect_data()
    {
        QTest::addColumn<QString>("fault"); // of the recorder
        QTest::addColumn<int>("afterMs");   // from the first painting to the closing
        for (const int ms : {0, 20, 60, 120, 250, 500, 1500})
            QTest::addRow("an honest recorder, after %d ms", ms) << QString() << ms;
        for (const char *fault : {"silent", "half-open", "late=4", "slow-loris", "freeze-after=0",
                                  "delay=300", "drop-after=40", "empty-login-reply"}) {
            for (const int ms : {0, 400})
                QTest::addRow("%s, after %d ms", fault, ms) << QString::fromLatin1(fault) << ms;
        }
    }
    void closesWhile64StreamsConnect()
    {
        QFETCH(QString, fault);
        QFETCH(int, afterMs);
        const Recorder recorder(64, fault.isEmpty() ? QStringList() : QStringList{fault});
        Window window;
        put(window.site, siteOf(recorder.dvr->port()));
        // Actions are carried out two seconds before the end: this is the operator's Ctrl+Q.
        window.start({QStringLiteral("--tiles"), QStringLiteral("64"), QStringLiteral("--after"),
                      seconds(2 + afterMs / 1000.0), QStringLiteral("--do"), QStringLiteral("shell.quit")});
        window.end();
        // Nothing is left open at the device.
        QTRY_COMPARE_WITH_TIMEOUT(recorder.dvr->sessionCount(), 0, 10000);
        QTRY_COMPARE(recorder.dvr->streamCount(), 0);
        if (fault.isEmpty() && afterMs >= 500) {
            QVERIFY(recorder.dvr->counters().logins > 0);
            QCOMPARE(recorder.dvr->counters().logouts, recorder.dvr->counters().logins);
        }
        if (fault.isEmpty() && afterMs >= 1500)
            QVERIFY(recorder.dvr->counters().streamsStarted > 0);
    }

    void theSecondOfTwoSaysSoAndKeepsOutOfTheSettings()
    {
        const Recorder recorder(4);
        Window first;
        put(first.site, siteOf(recorder.dvr->port()));
        put(first.settings, settingsOf(R"(,"mine":"first")"));
        first.start({QStringLiteral("--after"), QStringLiteral("60")});
        QTRY_VERIFY_WITH_TIMEOUT(recorder.wasCalled(), kEndMs);
        Window second;
        second.site = first.site;
        second.settings = first.settings;
        second.start({QStringLiteral("--after"), QStringLiteral("3"), QStringLiteral("--report"),
                      second.report, QStringLiteral("--do"), QStringLiteral("shell.style.light")});
        second.end();
        QVERIFY2(second.notices().contains(QStringLiteral("Another Opsdeck is open")),
                 qPrintable(second.notices()));
        // The first may have kept something of its own meanwhile; nothing of the second's is there.
        const QJsonObject kept = QJsonDocument::fromJson(bytesOf(first.settings))
                                     .object()
                                     .value(QLatin1String("settings"))
                                     .toObject();
        QCOMPARE(kept.value(QLatin1String("mine")).toString(), QStringLiteral("first"));
        QVERIFY(!kept.contains(QLatin1String("ui.style")));
        QCOMPARE(bytesOf(first.site), siteOf(recorder.dvr->port()));
        QVERIFY(!first.isOver());
    }

    void saysThatTheSettingsCannotBeWritten_data()
    {
        QTest::addColumn<QString>("settings");
        QTest::newRow("a folder nobody may write") << QStringLiteral("/proc/self/opsdeck.json");
        QTest::newRow("a file stands where the folder should be") << QStringLiteral("HOME/obstacle/x.json");
    }
    void saysThatTheSettingsCannotBeWritten()
    {
        QFETCH(QString, settings);
        const Recorder recorder(4);
        Window window;
        put(window.home.filePath(QStringLiteral("obstacle")), "in the way");
        put(window.site, siteOf(recorder.dvr->port()));
        window.settings = settings.replace(QStringLiteral("HOME"), window.home.path());
        window.start({QStringLiteral("--language"), QStringLiteral("en"), QStringLiteral("--after"),
                      QStringLiteral("4"), QStringLiteral("--report"), window.report, QStringLiteral("--do"),
                      QStringLiteral("shell.style.light")});
        window.end();
        QVERIFY2(window.notices().contains(QStringLiteral("The settings cannot be written")),
                 qPrintable(window.notices()));
        QVERIFY(recorder.dvr->counters().framesSent > 0); // it works all the same
    }

#ifdef Q_OS_UNIX
    void saysThatTheDiskIsFull()
    {
        const Recorder recorder(4);
        Window window;
        put(window.site, siteOf(recorder.dvr->port()));
        // Larger than what has room; the report is smaller.
        const QByteArray settings = settingsOf(",\"padding\":\"" + QByteArray(400 * 1000, 'x') + "\"");
        put(window.settings, settings);
        window.process.setChildProcessModifier([] { test::fillDiskForGood(200 * 1000); });
        window.start({QStringLiteral("--after"), QStringLiteral("4"), QStringLiteral("--report"),
                      window.report, QStringLiteral("--do"), QStringLiteral("shell.style.light")});
        window.end();
        QVERIFY2(window.notices().contains(QStringLiteral("The disk is full")), qPrintable(window.notices()));
        QVERIFY(bytesOf(window.settings) == settings);
        QVERIFY(recorder.dvr->counters().framesSent > 0);
    }

    void aReportThatHasNoRoomIsSaidAndLeavesTheOldOne()
    {
        Window window;
        put(window.site, R"({"version":1,"devices":[]})");
        put(window.settings, settingsOf());
        put(window.report, "the last report");
        window.process.setChildProcessModifier([] { test::fillDiskForGood(100); });
        window.start(
            {QStringLiteral("--after"), QStringLiteral("0.5"), QStringLiteral("--report"), window.report});
        QTRY_VERIFY_WITH_TIMEOUT(window.isOver(), kEndMs);
        QCOMPARE(window.process.exitCode(), 5);
        const QByteArray words = window.process.readAllStandardError();
        QVERIFY2(words.contains("the disk is full"), words);
        QCOMPARE(bytesOf(window.report), QByteArray("the last report"));
    }
#endif

    /// Many more rounds, of the writing alone: tests/core/store/tst_settings_killed.cpp.
    void theSettingsAreWholeWhenTheWindowIsKilledWhileItWritesThem()
    {
        QTemporaryDir home;
        const QString settings = home.filePath(QStringLiteral("settings.json"));
        // Large, so that writing takes a while.
        const QByteArray padding(3 * 1000 * 1000, 'x');
        put(settings, settingsOf(",\"padding\":\"" + padding + "\""));
        int killedInTime = 0;
        for (int round = 0; round < 6; ++round) {
            Window window;
            window.settings = settings;
            put(window.site, R"({"version":1,"devices":[]})");
            QFile::remove(settings + QStringLiteral(".part")); // of the last round: not taken for this one's
            QFileSystemWatcher watcher({home.path()});
            connect(&watcher, &QFileSystemWatcher::directoryChanged, &watcher, [&] {
                if (QFile::exists(settings + QStringLiteral(".part"))) {
                    ++killedInTime;
                    window.process.kill();
                }
            });
            const QString style = round % 2 == 0 ? QStringLiteral("light") : QStringLiteral("dark");
            window.start({QStringLiteral("--after"), QStringLiteral("3"), QStringLiteral("--do"),
                          QStringLiteral("shell.style.") + style});
            QTRY_VERIFY_WITH_TIMEOUT(window.isOver(), kEndMs);
            const QJsonObject kept = QJsonDocument::fromJson(bytesOf(settings))
                                         .object()
                                         .value(QLatin1String("settings"))
                                         .toObject();
            QCOMPARE(kept.value(QLatin1String("padding")).toString().size(), padding.size());
            QCOMPARE(kept.value(QLatin1String("ui.language")).toString(), QStringLiteral("en"));
        }
        QVERIFY(killedInTime > 0);
        const QStringList files = QDir(home.path()).entryList(QDir::Files | QDir::Hidden);
        QVERIFY2(files.size() <= 3, qPrintable(files.join(u' ')));
    }

    void aSiteFileSomebodyElseEditsIsSaidAndNotOverwritten_data()
    {
        QTest::addColumn<QByteArray>("theirs"); // null = they removed it
        QTest::addColumn<QString>("said");
        QTest::newRow("changed") << siteOf(1, "Their name")
                                 << QStringLiteral("Another program changed the site file");
        QTest::newRow("damaged") << QByteArray("{")
                                 << QStringLiteral("Another program changed the site file");
        QTest::newRow("removed") << QByteArray() << QStringLiteral("Another program removed the site file");
    }
    void aSiteFileSomebodyElseEditsIsSaidAndNotOverwritten()
    {
        QFETCH(QByteArray, theirs);
        QFETCH(QString, said);
        const Recorder recorder(4);
        Window window;
        put(window.site, siteOf(recorder.dvr->port()));
        put(window.settings, settingsOf());
        window.start(
            {QStringLiteral("--after"), QStringLiteral("4"), QStringLiteral("--report"), window.report});
        QTRY_VERIFY_WITH_TIMEOUT(recorder.wasCalled(), kEndMs);
        if (theirs.isNull())
            QVERIFY(QFile::remove(window.site));
        else
            put(window.site, theirs);
        window.end();
        QVERIFY2(window.notices().contains(said), qPrintable(window.notices()));
        QCOMPARE(bytesOf(window.site), theirs.isNull() ? QByteArray("(no file)") : theirs);
        // The device it read first was not let go.
        QCOMPARE(recorder.dvr->counters().logins, 1);
    }
};

QTEST_GUILESS_MAIN(TestRoughConditions)
#include "tst_rough_conditions.moc"
