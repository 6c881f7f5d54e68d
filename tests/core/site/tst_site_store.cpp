// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/site/site_store.h"

#include "core/base/file_lock.h"
#include "core/site/site_error.h"
#include "tests/support/full_disk.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace opsdeck;
using base::CommonError;
using site::Site;
using site::SiteError;
using site::SiteStore;

namespace {

Site siteOf(const QString &id)
{
    site::Device device;
    device.id = id;
    device.name = id;
    device.system = QStringLiteral("dvr");
    device.settings = QJsonObject{{QStringLiteral("host"), QStringLiteral("127.0.0.1")},
                                  {QStringLiteral("user"), QStringLiteral("admin")}};
    return {{device}, {}};
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(no file)");
}

void put(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

struct Folder {
    QTemporaryDir dir;
    QString path = dir.filePath(QStringLiteral("site.json"));
    SiteStore store;
    site::SiteFile::Modules modules = site::allModules();

    site::SiteSnapshot load()
    {
        auto snapshot = store.read(path, modules);
        return snapshot ? *snapshot : site::SiteSnapshot{QByteArray("failed"), {}};
    }
};

} // namespace

class TestSiteStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMissingFileIsAnEmptySite()
    {
        Folder folder;
        const auto snapshot = folder.load();
        QVERIFY(snapshot.mark.isEmpty());
        QVERIFY(!snapshot.reading.hasErrors());
        QVERIFY(snapshot.reading.site.devices.isEmpty());
    }

    void whatIsSavedIsReadAgain()
    {
        Folder folder;
        folder.path = folder.dir.filePath(QStringLiteral("new/folder/site.json"));
        const auto mark = folder.store.save(folder.path, siteOf(QStringLiteral("a")), {});
        QVERIFY2(mark, mark ? "" : qPrintable(mark.error().detail()));
        const auto snapshot = folder.load();
        QCOMPARE(snapshot.mark, *mark);
        QCOMPARE(snapshot.reading.site, siteOf(QStringLiteral("a")));
        // And again, on the new mark.
        QVERIFY(folder.store.save(folder.path, siteOf(QStringLiteral("b")), *mark));
        QCOMPARE(folder.load().reading.site, siteOf(QStringLiteral("b")));
        QCOMPARE(QDir(QFileInfo(folder.path).path()).entryList(QDir::Files),
                 QStringList{QStringLiteral("site.json")});
    }

    void aFileSomebodyElseTouchedIsNotOverwritten_data()
    {
        QTest::addColumn<QByteArray>("theirs"); // null = they removed it
        QTest::newRow("changed") << QByteArray("{\"version\": 1, \"devices\": []}");
        QTest::newRow("garbage") << QByteArray("\x00\xff{{{", 5);
        QTest::newRow("emptied") << QByteArray("");
        QTest::newRow("removed") << QByteArray();
    }
    void aFileSomebodyElseTouchedIsNotOverwritten()
    {
        QFETCH(QByteArray, theirs);
        Folder folder;
        const auto mark = folder.store.save(folder.path, siteOf(QStringLiteral("a")), {});
        QVERIFY(mark);
        if (theirs.isNull())
            QVERIFY(QFile::remove(folder.path));
        else
            put(folder.path, theirs);
        const auto second = folder.store.save(folder.path, siteOf(QStringLiteral("mine")), *mark);
        QVERIFY(!second);
        QVERIFY(second.error().is(SiteError::Conflict));
        QCOMPARE(read(folder.path), theirs.isNull() ? QByteArray("(no file)") : theirs);
        // Only when the operator says so.
        QVERIFY(folder.store.overwrite(folder.path, siteOf(QStringLiteral("mine"))));
        QCOMPARE(folder.load().reading.site, siteOf(QStringLiteral("mine")));
    }

    void aFileThatAppearedMeanwhileIsNotOverwritten()
    {
        Folder folder;
        put(folder.path, "{}");
        const auto saved = folder.store.save(folder.path, siteOf(QStringLiteral("a")), {});
        QVERIFY(!saved);
        QVERIFY(saved.error().is(SiteError::Conflict));
        QCOMPARE(read(folder.path), QByteArray("{}"));
    }

    void saysThatTheDiskIsFullAndLeavesTheOldFile_data()
    {
        QTest::addColumn<int>("devices");
        QTest::addColumn<int>("room");
        QTest::newRow("one write, a part has room") << 20 << 1000;
        QTest::newRow("many writes, the first has room") << 2000 << 20'000;
        QTest::newRow("nothing has room") << 20 << 0;
    }
    void saysThatTheDiskIsFullAndLeavesTheOldFile()
    {
        QFETCH(int, devices);
        QFETCH(int, room);
        Folder folder;
        const auto mark = folder.store.save(folder.path, siteOf(QStringLiteral("a")), {});
        QVERIFY(mark);
        Site large;
        for (int i = 0; i < devices; ++i)
            large.devices += siteOf(QStringLiteral("d%1").arg(i)).devices;
        for (const bool isOverwritten : {false, true}) {
            const test::FullDisk full{rlim_t(room)};
            const auto saved = isOverwritten ? folder.store.overwrite(folder.path, large)
                                             : folder.store.save(folder.path, large, *mark);
            QVERIFY(!saved);
            QVERIFY(saved.error().is(CommonError::FileFailed));
            QVERIFY2(saved.error().detail().contains(QStringLiteral("the disk is full")),
                     qPrintable(saved.error().detail()));
            QCOMPARE(folder.load().mark, *mark);
            QCOMPARE(folder.load().reading.site, siteOf(QStringLiteral("a")));
            QCOMPARE(QDir(folder.dir.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
        }
        QVERIFY(folder.store.save(folder.path, large, *mark));
        QCOMPARE(folder.load().reading.site.devices.size(), devices);
    }

    void aFolderThatCannotBeWrittenIsNamed()
    {
        // A folder in which nobody may make a file, root neither.
        const QString path = QStringLiteral("/proc/self/site.json");
        const SiteStore store;
        const auto saved = store.save(path, siteOf(QStringLiteral("b")), {});
        QVERIFY(!saved);
        QVERIFY(saved.error().is(CommonError::FileFailed));
        QVERIFY2(saved.error().detail().contains(path), qPrintable(saved.error().detail()));
        const auto inside =
            store.save(QStringLiteral("/proc/none/site.json"), siteOf(QStringLiteral("b")), {});
        QVERIFY(!inside);
        QVERIFY(inside.error().detail().contains(QStringLiteral("/proc/none")));
    }

    void aFolderWhereAFileStandsIsNamed()
    {
        Folder folder;
        put(folder.dir.filePath(QStringLiteral("file")), "x");
        const auto saved = folder.store.save(folder.dir.filePath(QStringLiteral("file/site.json")),
                                             siteOf(QStringLiteral("a")), {});
        QVERIFY(!saved);
        QVERIFY(saved.error().is(CommonError::FileFailed));
    }

    void waitsForNobodyWhoKeepsTheLock()
    {
        Folder folder;
        base::FileLock other(folder.path);
        QVERIFY(other.lock());
        const auto saved = folder.store.save(folder.path, siteOf(QStringLiteral("a")), {});
        QVERIFY(!saved);
        QVERIFY(saved.error().is(CommonError::FileFailed));
        QVERIFY(!QFile::exists(folder.path));
    }

    void aSiteThatCouldNotBeReadAgainIsNotWritten()
    {
        Folder folder;
        Site huge = siteOf(QStringLiteral("a"));
        huge.other.insert(QStringLiteral("x-note"), QString(site::SiteFile::kMaximumBytes, u'x'));
        const auto saved = folder.store.save(folder.path, huge, {});
        QVERIFY(!saved);
        QVERIFY(!QFile::exists(folder.path));
    }

    void aLinkIsKeptAndItsTargetIsWritten()
    {
        Folder folder;
        const QString target = folder.dir.filePath(QStringLiteral("real.json"));
        QVERIFY(folder.store.save(target, siteOf(QStringLiteral("a")), {}));
        QVERIFY(QFile::link(target, folder.path));
        const auto snapshot = folder.load();
        QVERIFY(folder.store.save(folder.path, siteOf(QStringLiteral("b")), snapshot.mark));
        QVERIFY(QFileInfo(folder.path).isSymLink());
        QVERIFY(read(target).contains("\"b\""));
    }
};

QTEST_GUILESS_MAIN(TestSiteStore)
#include "tst_site_store.moc"
