// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/site_desk.h"

#include "core/site/site_edit.h"
#include "core/site/site_error.h"

#include <QAtomicInt>
#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace opsdeck;
using shell::LoadedSite;
using shell::SiteDesk;
using site::Site;
using State = SiteDesk::State;

namespace {

constexpr int kPatience = 10000;

site::Device device(const QString &id)
{
    site::Device made;
    made.id = id;
    made.name = id;
    made.system = QStringLiteral("dvr");
    made.settings = QJsonObject{{QStringLiteral("host"), QStringLiteral("127.0.0.1")},
                                {QStringLiteral("user"), QStringLiteral("admin")}};
    return made;
}

QByteArray fileOf(const QStringList &ids)
{
    Site site;
    for (const QString &id : ids)
        site.devices.append(device(id));
    return site::SiteFile::encode(site);
}

struct Bench {
    QTemporaryDir dir;
    QString path = dir.filePath(QStringLiteral("site.json"));
    base::SystemClock clock;
    QAtomicInt diskFull{0};
    SiteDesk desk{clock,
                  site::SiteStore([this](const QString &file, const QByteArray &json) -> base::Result<void> {
                      if (diskFull.loadRelaxed())
                          return base::fail(base::CommonError::FileFailed, QStringLiteral("no space left"));
                      return site::SiteFile::writeBytes(file, json);
                  })};
    QSignalSpy opened{&desk, &SiteDesk::opened};
    QSignalSpy refused{&desk, &SiteDesk::refused};
    QSignalSpy changed{&desk, &SiteDesk::siteChanged};
    QSignalSpy saved{&desk, &SiteDesk::saved};
    QSignalSpy failed{&desk, &SiteDesk::saveFailed};
    QSignalSpy conflicted{&desk, &SiteDesk::conflicted};
    QSignalSpy outside{&desk, &SiteDesk::changedOutside};
    QSignalSpy outsideOver{&desk, &SiteDesk::outsideOver};

    void write(const QByteArray &bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    QByteArray read() const
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void open(const QStringList &ids)
    {
        write(fileOf(ids));
        desk.open(path, true);
        QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, kPatience);
    }
    void add(const QString &id) { desk.change(site::withDevice(desk.site(), device(id))); }
    QStringList ids() const
    {
        QStringList list;
        for (const site::Device &one : desk.site().devices)
            list << one.id;
        return list;
    }
};

QStringList list(const char *words)
{
    return QString::fromLatin1(words).split(u' ', Qt::SkipEmptyParts);
}

} // namespace

class TestSiteDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsChangedWhileAWriteIsUnderWayIsThereAfterTheEnd()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("site.json"));
        base::SystemClock clock;
        {
            SiteDesk desk(clock);
            QSignalSpy opened(&desk, &SiteDesk::opened);
            desk.open(path, false);
            QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, kPatience);
            // No event is handled in between: the second finds the first under way.
            desk.change(site::withDevice(desk.site(), device(QStringLiteral("a"))));
            desk.change(site::withDevice(desk.site(), device(QStringLiteral("b"))));
        }
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), fileOf({QStringLiteral("a"), QStringLiteral("b")}));
    }

    void aChangeHoldsAtOnceAndIsWritten()
    {
        Bench bench;
        bench.open(list("a"));
        QCOMPARE(bench.desk.state(), State::Saved);
        bench.add(QStringLiteral("b"));
        QCOMPARE(bench.ids(), list("a b"));
        QVERIFY(bench.desk.hasUnsavedChanges());
        QTRY_COMPARE_WITH_TIMEOUT(bench.saved.size(), 1, kPatience);
        QVERIFY(!bench.desk.hasUnsavedChanges());
        QCOMPARE(bench.read(), fileOf(list("a b")));
        // The same again is no change.
        bench.desk.change(bench.desk.site());
        QCOMPARE(bench.desk.state(), State::Saved);
    }

    void aSiteWithoutAFileIsMadeWithTheFirstChange()
    {
        Bench bench;
        bench.path = bench.dir.filePath(QStringLiteral("deep/folder/site.json"));
        bench.desk.open(bench.path, false);
        QTRY_COMPARE_WITH_TIMEOUT(bench.opened.size(), 1, kPatience);
        QVERIFY(!bench.opened.first().first().value<LoadedSite>().exists);
        QVERIFY(!QFile::exists(bench.path));
        bench.add(QStringLiteral("a"));
        QTRY_COMPARE_WITH_TIMEOUT(bench.saved.size(), 1, kPatience);
        QCOMPARE(bench.read(), fileOf(list("a")));
    }

    void aFileThatCannotBeUsedIsRefusedAndLeftAlone_data()
    {
        QTest::addColumn<QByteArray>("bytes"); // null = no file
        QTest::addColumn<QString>("words");
        QTest::newRow("garbage") << QByteArray("\xff\x00 not json")
                                 << QStringLiteral("site.json:1: not valid JSON");
        QTest::newRow("a bad device") << QByteArray("{\"version\":1,\"devices\":[\n{\"id\":\"a\"}]}")
                                      << QStringLiteral("site.json:2: devices[0].system");
        QTest::newRow("missing") << QByteArray() << QStringLiteral("there is no such file");
    }
    void aFileThatCannotBeUsedIsRefusedAndLeftAlone()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, words);
        Bench bench;
        if (!bytes.isNull())
            bench.write(bytes);
        bench.desk.open(bench.path, true);
        QTRY_COMPARE_WITH_TIMEOUT(bench.refused.size(), 1, kPatience);
        const auto loaded = bench.refused.first().first().value<LoadedSite>();
        QVERIFY2(loaded.problem.contains(words), qPrintable(loaded.problem));
        QVERIFY(!bench.desk.isOpen());
        bench.add(QStringLiteral("a"));
        QVERIFY(bench.desk.site().devices.isEmpty());
        QCOMPARE(bench.read(), bytes);
    }

    void manyChangesAtOnceEndInTheLastOne()
    {
        Bench bench;
        bench.open({});
        QStringList all;
        for (int i = 0; i < 50; ++i) {
            all << QStringLiteral("d%1").arg(i);
            bench.add(all.last());
        }
        QTRY_COMPARE_WITH_TIMEOUT(bench.desk.state(), State::Saved, kPatience);
        QCOMPARE(bench.read(), fileOf(all));
        QVERIFY(bench.saved.size() < 50);
        QCOMPARE(bench.conflicted.size(), 0);
    }

    void whatAnotherProgramWroteIsAskedAboutNotOverwritten_data()
    {
        QTest::addColumn<QByteArray>("theirs"); // null = removed
        QTest::newRow("another site") << fileOf(list("x y"));
        QTest::newRow("garbage") << QByteArray("garbage");
        QTest::newRow("removed") << QByteArray();
    }
    void whatAnotherProgramWroteIsAskedAboutNotOverwritten()
    {
        QFETCH(QByteArray, theirs);
        Bench bench;
        bench.open(list("a"));
        if (theirs.isNull())
            QVERIFY(QFile::remove(bench.path));
        else
            bench.write(theirs);
        bench.add(QStringLiteral("b"));
        QTRY_COMPARE_WITH_TIMEOUT(bench.conflicted.size(), 1, kPatience);
        QCOMPARE(bench.desk.state(), State::Conflicted);
        QCOMPARE(bench.read(), theirs);
        QCOMPARE(bench.ids(), list("a b"));
        // Further changes stay in memory and do not ask again and again.
        bench.add(QStringLiteral("c"));
        QCOMPARE(bench.desk.state(), State::Conflicted);
        QVERIFY(bench.desk.hasUnsavedChanges());

        bench.desk.overwrite();
        QTRY_COMPARE_WITH_TIMEOUT(bench.desk.state(), State::Saved, kPatience);
        QCOMPARE(bench.read(), fileOf(list("a b c")));
        QCOMPARE(bench.conflicted.size(), 1);
    }

    void theFileOfTheOtherProgramCanBeLoadedInstead()
    {
        Bench bench;
        bench.open(list("a"));
        bench.write(fileOf(list("x y")));
        bench.add(QStringLiteral("b"));
        QTRY_COMPARE_WITH_TIMEOUT(bench.conflicted.size(), 1, kPatience);
        bench.desk.reload();
        QTRY_COMPARE_WITH_TIMEOUT(bench.ids(), list("x y"), kPatience);
        QCOMPARE(bench.desk.state(), State::Saved);
        QCOMPARE(bench.read(), fileOf(list("x y")));
        bench.add(QStringLiteral("z"));
        QTRY_COMPARE_WITH_TIMEOUT(bench.read(), fileOf(list("x y z")), kPatience);
    }

    void aDamagedFileOfTheOtherProgramIsNotLoaded()
    {
        Bench bench;
        QSignalSpy reloadFailed(&bench.desk, &SiteDesk::reloadFailed);
        bench.open(list("a"));
        bench.write("garbage");
        bench.desk.reload();
        QTRY_COMPARE_WITH_TIMEOUT(reloadFailed.size(), 1, kPatience);
        QCOMPARE(bench.ids(), list("a"));
        QVERIFY(bench.desk.isOpen());
    }

    void mineCanGoToAnotherFile()
    {
        Bench bench;
        bench.open(list("a"));
        bench.write(fileOf(list("x")));
        bench.add(QStringLiteral("b"));
        QTRY_COMPARE_WITH_TIMEOUT(bench.conflicted.size(), 1, kPatience);
        const QString other = bench.dir.filePath(QStringLiteral("mine.json"));
        bench.desk.saveAs(other);
        QTRY_COMPARE_WITH_TIMEOUT(bench.desk.state(), State::Saved, kPatience);
        QCOMPARE(bench.read(), fileOf(list("x")));
        QCOMPARE(bench.desk.file(), other);
        bench.add(QStringLiteral("c"));
        QTRY_COMPARE_WITH_TIMEOUT(bench.desk.state(), State::Saved, kPatience);
        bench.path = other;
        QCOMPARE(bench.read(), fileOf(list("a b c")));
    }

    void aChangeOutsideIsTold_data()
    {
        QTest::addColumn<int>("how");
        QTest::newRow("written in place") << 0;
        QTest::newRow("replaced by another file") << 1;
        QTest::newRow("removed") << 2;
    }
    void aChangeOutsideIsTold()
    {
        QFETCH(int, how);
        Bench bench;
        bench.open(list("a"));
        const QByteArray before = bench.read();
        for (int round = 1; round <= 2; ++round) {
            if (how == 0) {
                bench.write(fileOf(list("x")));
            } else if (how == 1) {
                QVERIFY(site::SiteFile::writeBytes(bench.path, fileOf(list("x"))));
            } else {
                QVERIFY(QFile::remove(bench.path));
            }
            QTRY_COMPARE_WITH_TIMEOUT(bench.outside.size(), round, kPatience);
            QCOMPARE(bench.outside.last().first().toBool(), how == 2);
            QCOMPARE(bench.ids(), list("a")); // never silently
            bench.write(before);
            QTRY_COMPARE_WITH_TIMEOUT(bench.outsideOver.size(), round, kPatience);
        }
        bench.add(QStringLiteral("b"));
        QTRY_COMPARE_WITH_TIMEOUT(bench.saved.size(), 1, kPatience);
    }

    void whatWeWroteOurselvesIsNotTold()
    {
        Bench bench;
        bench.open(list("a"));
        for (int i = 0; i < 5; ++i) {
            bench.add(QStringLiteral("d%1").arg(i));
            QTRY_COMPARE_WITH_TIMEOUT(bench.saved.size(), i + 1, kPatience);
        }
        // A change outside comes through the same watch after our own: it is the first that is told.
        bench.write(fileOf(list("x")));
        QTRY_COMPARE_WITH_TIMEOUT(bench.outside.size(), 1, kPatience);
    }

    void aFullDiskKeepsTheChangeAndTriesAgain()
    {
        Bench bench;
        bench.open(list("a"));
        bench.diskFull.storeRelaxed(1);
        bench.add(QStringLiteral("b"));
        QTRY_COMPARE_WITH_TIMEOUT(bench.failed.size(), 1, kPatience);
        QCOMPARE(bench.desk.state(), State::Failed);
        QVERIFY(bench.desk.problem()->detail().contains(QStringLiteral("no space")));
        QCOMPARE(bench.ids(), list("a b"));
        QCOMPARE(bench.read(), fileOf(list("a")));
        bench.desk.saveAgain();
        QTRY_COMPARE_WITH_TIMEOUT(bench.failed.size(), 2, kPatience);
        bench.diskFull.storeRelaxed(0);
        bench.desk.saveAgain();
        QTRY_COMPARE_WITH_TIMEOUT(bench.desk.state(), State::Saved, kPatience);
        QCOMPARE(bench.read(), fileOf(list("a b")));
    }

    void whatFailedHasALastTryAtTheEnd_data()
    {
        QTest::addColumn<bool>("isGivenUp");
        QTest::addColumn<bool>("isChangedOutside");
        QTest::addColumn<QStringList>("inFile");
        QTest::newRow("the disk has room again") << false << false << list("a b");
        QTest::newRow("given up") << true << false << list("a");
        QTest::newRow("another program wrote it") << false << true << list("x");
    }
    void whatFailedHasALastTryAtTheEnd()
    {
        QFETCH(bool, isGivenUp);
        QFETCH(bool, isChangedOutside);
        QFETCH(QStringList, inFile);
        const QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("site.json"));
        {
            Bench bench;
            bench.path = path;
            bench.open(list("a"));
            bench.diskFull.storeRelaxed(1);
            bench.add(QStringLiteral("b"));
            QTRY_COMPARE_WITH_TIMEOUT(bench.failed.size(), 1, kPatience);
            bench.diskFull.storeRelaxed(0);
            if (isGivenUp)
                bench.desk.giveUpChanges();
            QCOMPARE(bench.desk.hasUnsavedChanges(), !isGivenUp);
            if (isChangedOutside)
                QVERIFY(site::SiteFile::writeBytes(path, fileOf(list("x"))));
        }
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), fileOf(inFile));
    }

    void aFolderNobodyMayWriteKeepsTheChange()
    {
        Bench bench;
        bench.desk.open(QStringLiteral("/proc/self/site.json"), false);
        QTRY_COMPARE_WITH_TIMEOUT(bench.opened.size(), 1, kPatience);
        bench.add(QStringLiteral("a"));
        QTRY_COMPARE_WITH_TIMEOUT(bench.failed.size(), 1, kPatience);
        QVERIFY(bench.desk.problem()->detail().contains(QStringLiteral("/proc/self")));
        QCOMPARE(bench.ids(), list("a"));
        bench.desk.saveAs(bench.path);
        QTRY_COMPARE_WITH_TIMEOUT(bench.desk.state(), State::Saved, kPatience);
        QCOMPARE(bench.read(), fileOf(list("a")));
    }

    void aDemonstrationIsKeptInMemory()
    {
        Bench bench;
        Site demo;
        demo.devices.append(device(QStringLiteral("a")));
        bench.desk.use(demo);
        QCOMPARE(bench.desk.state(), State::InMemory);
        QVERIFY(!bench.desk.isKept());
        bench.add(QStringLiteral("b"));
        QCOMPARE(bench.ids(), list("a b"));
        QCOMPARE(bench.changed.size(), 2);
        QVERIFY(!bench.desk.hasUnsavedChanges());
        bench.desk.saveAgain();
        bench.desk.overwrite();
        bench.desk.reload();
        QCOMPARE(bench.desk.state(), State::InMemory);
    }

    void whatIsBeingWrittenAtTheEndIsWritten()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("site.json"));
        base::SystemClock clock;
        {
            SiteDesk desk(clock);
            QSignalSpy opened(&desk, &SiteDesk::opened);
            desk.open(path, false);
            QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, kPatience);
            desk.change({{device(QStringLiteral("a"))}, {}});
        }
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), fileOf(list("a")));
    }

    void thousandsOfDevicesDoNotBlockTheWindow()
    {
        Bench bench;
        QStringList ids;
        for (int i = 0; i < 5000; ++i)
            ids << QStringLiteral("d%1").arg(i);
        bench.write(fileOf(ids));
        bench.desk.open(bench.path, true);
        // While the file is read the event loop turns.
        qint64 longest = 0;
        QElapsedTimer turn;
        turn.start();
        QTimer beat;
        connect(&beat, &QTimer::timeout, &beat, [&] { longest = std::max(longest, turn.restart()); });
        beat.start(0);
        QTRY_COMPARE_WITH_TIMEOUT(bench.opened.size(), 1, kPatience);
        QCOMPARE(bench.desk.site().devices.size(), 5000);
        qInfo("5,000 devices: longest turn of the event loop %lld ms", longest);
        QVERIFY(longest < 250); // generous: this machine may be busy
    }
};

QTEST_MAIN(TestSiteDesk)
#include "tst_site_desk.moc"
