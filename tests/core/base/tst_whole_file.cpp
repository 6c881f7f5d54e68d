// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/whole_file.h"

#include "tests/support/files.h"
#include "tests/support/full_disk.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace opsdeck;
using base::FileError;
using base::replaceFile;
using base::WholeFile;
using test::bytesOf;
using test::put;

namespace {

const QByteArray kOld = "what was there";

#ifdef Q_OS_UNIX
mode_t modeOf(const QString &path)
{
    struct stat info = {};
    return ::stat(QFile::encodeName(path).constData(), &info) == 0 ? info.st_mode & 0777 : 0;
}
#endif

} // namespace

class TestWholeFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(QStringLiteral("x.json"));
    }

    void replacesAFileAsAWhole_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("short") << QByteArray("new\0bytes", 9);
        QTest::newRow("larger than any buffer") << QByteArray(3'000'000, 'x');
    }
    void replacesAFileAsAWhole()
    {
        QFETCH(QByteArray, bytes);
        for (int i = 0; i < 2; ++i) {
            const auto written = replaceFile(m_path, bytes);
            QVERIFY2(written, written ? "" : qPrintable(written.error().detail()));
            QVERIFY(bytesOf(m_path) == bytes);
            QCOMPARE(files(), QStringList{QStringLiteral("x.json")});
        }
    }

    void aNewFileHasThePermissionsAskedFor_data()
    {
        QTest::addColumn<bool>("isThere");
        QTest::newRow("no file yet") << false;
        QTest::newRow("a file with others") << true;
    }
    void aNewFileHasThePermissionsAskedFor()
    {
        QFETCH(bool, isThere);
        if (isThere) {
            put(m_path, kOld);
            QVERIFY(QFile::setPermissions(m_path, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
        }
        QVERIFY(replaceFile(m_path, "x", QFile::ReadOwner | QFile::WriteOwner));
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFile::permissions(m_path) & others));
    }

    void whatCannotBeReplacedIsNamed_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("no folder") << QStringLiteral("none/x.json");
        QTest::newRow("a folder has the name") << QStringLiteral("folder");
        QTest::newRow("below a file") << QStringLiteral("file/x.json");
    }
    void whatCannotBeReplacedIsNamed()
    {
        QFETCH(QString, name);
        QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("folder")));
        put(m_folder->filePath(QStringLiteral("file")), kOld);
        const QString path = m_folder->filePath(name);
        const auto written = replaceFile(path, "x");
        QVERIFY(!written);
        QVERIFY(written.error().is(FileError::Failed));
        QVERIFY2(written.error().detail().contains(path), qPrintable(written.error().detail()));
        QCOMPARE(files(), QStringList{QStringLiteral("file")});
    }

    void anEmptyNameIsNoFile() { QVERIFY(replaceFile(QString(), "x").error().is(FileError::Failed)); }

    void anUnfinishedFileLeavesTheOldOne()
    {
        put(m_path, kOld);
        {
            WholeFile file(m_path);
            QVERIFY(file.openNew());
            QVERIFY(file.write("new", 3));
            QVERIFY(QFile::exists(file.partPath()));
            QCOMPARE(file.size(), 3);
        }
        QCOMPARE(bytesOf(m_path), kOld);
        QCOMPARE(files(), QStringList{QStringLiteral("x.json")});
    }

#ifdef Q_OS_UNIX
    void aFullDiskLeavesTheOldFile_data()
    {
        QTest::addColumn<int>("bytes");
        QTest::addColumn<int>("room");
        // Round the 16 KiB of Qt's own buffer, and where the last write is cut.
        for (const int bytes : {5000, 16384, 16385, 100'000, 1'000'000}) {
            for (const int room : {0, 1, 4096, bytes - 1}) {
                if (room < bytes)
                    QTest::addRow("%d bytes, room for %d", bytes, room) << bytes << room;
            }
        }
    }
    void aFullDiskLeavesTheOldFile()
    {
        QFETCH(int, bytes);
        QFETCH(int, room);
        put(m_path, kOld);
        {
            const test::FullDisk full{rlim_t(room)};
            const auto written = replaceFile(m_path, QByteArray(bytes, 'x'));
            QVERIFY(!written);
            QVERIFY2(written.error().is(FileError::DiskFull), qPrintable(written.error().detail()));
            QVERIFY(written.error().detail().contains(m_path));
        }
        QCOMPARE(bytesOf(m_path), kOld);
        QCOMPARE(files(), QStringList{QStringLiteral("x.json")});
        QVERIFY(replaceFile(m_path, QByteArray(bytes, 'x')));
        QCOMPARE(bytesOf(m_path).size(), bytes);
    }

    void theSystemsWordsOfAFullDiskAreKept()
    {
        if (!QFile::exists(QStringLiteral("/dev/full")))
            QSKIP("no /dev/full here");
        WholeFile file(m_path);
        QVERIFY(QFile::link(QStringLiteral("/dev/full"), file.partPath()));
        QVERIFY(file.open());
        const auto written = file.write("x", 1);
        QVERIFY(!written);
        QVERIFY(written.error().is(FileError::DiskFull));
        QVERIFY(written.error().detail().contains(QStringLiteral("No space left on device")));
    }

    void keepsThePermissionsOfTheFile()
    {
        put(m_path, kOld);
        for (const mode_t mode : {0600, 0640, 0666, 0644}) {
            QCOMPARE(::chmod(QFile::encodeName(m_path).constData(), mode), 0);
            QVERIFY(replaceFile(m_path, "x"));
            QCOMPARE(modeOf(m_path), mode);
        }
    }

    void aNewFileGetsWhatTheMaskLeaves()
    {
        const mode_t before = ::umask(0027);
        const auto written = replaceFile(m_path, "x");
        ::umask(before);
        QVERIFY(written);
        QCOMPARE(modeOf(m_path), mode_t(0640));
    }

    void followsALink_data()
    {
        QTest::addColumn<bool>("isThere");
        QTest::newRow("to a file") << true;
        QTest::newRow("to a file that is not there yet") << false;
    }
    void followsALink()
    {
        QFETCH(bool, isThere);
        QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("real")));
        const QString real = m_folder->filePath(QStringLiteral("real/y.json"));
        if (isThere)
            put(real, kOld);
        const QString middle = m_folder->filePath(QStringLiteral("middle"));
        QVERIFY(QFile::link(real, middle));
        QVERIFY(QFile::link(middle, m_path));
        QVERIFY(replaceFile(m_path, "new"));
        QVERIFY(QFileInfo(m_path).isSymLink());
        QVERIFY(QFileInfo(middle).isSymLink());
        QCOMPARE(bytesOf(real), QByteArray("new"));
    }

    void aCircleOfLinksIsNoFile()
    {
        const QString other = m_folder->filePath(QStringLiteral("other"));
        QVERIFY(QFile::link(other, m_path));
        QVERIFY(QFile::link(m_path, other));
        QVERIFY(replaceFile(m_path, "x").error().is(FileError::Failed));
    }

    void whatIsLeftOfAnEarlierAttemptIsNotWrittenThrough()
    {
        const QString victim = m_folder->filePath(QStringLiteral("victim"));
        put(victim, kOld);
        QVERIFY(QFile::link(victim, m_path + QStringLiteral(".part")));
        QVERIFY(replaceFile(m_path, "new", QFile::ReadOwner | QFile::WriteOwner));
        QCOMPARE(bytesOf(victim), kOld);
        QCOMPARE(bytesOf(m_path), QByteArray("new"));
        QVERIFY(!QFileInfo(m_path).isSymLink());
    }

    void doesNotWaitForAPipe()
    {
        QCOMPARE(::mkfifo(QFile::encodeName(m_path).constData(), 0600), 0);
        QVERIFY(replaceFile(m_path, "x").error().is(FileError::Failed));
    }

    void aFileThatMayNotBeWrittenIsNotReplaced()
    {
        if (::geteuid() == 0)
            QSKIP("root may write everywhere");
        put(m_path, kOld);
        QCOMPARE(::chmod(QFile::encodeName(m_path).constData(), 0400), 0);
        QVERIFY(replaceFile(m_path, "x").error().is(FileError::NotAllowed));
        QCOMPARE(bytesOf(m_path), kOld);
    }

    void aFolderThatMayNotBeWrittenIsToldApart()
    {
        if (::geteuid() == 0)
            QSKIP("root may write everywhere");
        QCOMPARE(::chmod(QFile::encodeName(m_folder->path()).constData(), 0500), 0);
        const auto written = replaceFile(m_path, "x");
        ::chmod(QFile::encodeName(m_folder->path()).constData(), 0700);
        QVERIFY(!written);
        QVERIFY(written.error().is(FileError::NotAllowed));
    }
#endif

private:
    QStringList files() const
    {
        return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden | QDir::System);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestWholeFile)
#include "tst_whole_file.moc"
