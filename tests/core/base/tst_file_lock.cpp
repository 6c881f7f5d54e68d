// SPDX-License-Identifier: GPL-3.0-or-later
// Between objects, threads and programs: this one is started again as the other program.
#include "core/base/file_lock.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <memory>
#include <thread>
#include <vector>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace opsdeck;
using base::FileLock;
using base::FileLockError;
using namespace std::chrono_literals;

namespace {

/// The other program: has the lock, says so, and ends when its input does.
int holdLock(const QString &path)
{
    FileLock lock(path);
    if (!lock.lock())
        return 1;
    std::puts("held");
    std::fflush(stdout);
    while (std::getchar() != EOF) {
    }
    return 0;
}

} // namespace

class TestFileLock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(QStringLiteral("a thing"));
        m_lockPath = m_path + QStringLiteral(".lock");
    }

    void keepsTheOthersOutUntilItIsReleased()
    {
        FileLock first(m_path);
        QVERIFY(!first.isLocked());
        QVERIFY(first.lock());
        QVERIFY(first.lock()); // held already
        QVERIFY(first.isLocked());
        FileLock second(m_path);
        const auto refused = second.lock();
        QVERIFY(!refused);
        QVERIFY(refused.error().is(FileLockError::Held));
        QVERIFY(refused.error().detail().contains(m_lockPath));
        QVERIFY(!second.isLocked());
        first.unlock();
        QVERIFY(!first.isLocked());
        QVERIFY(second.lock());
    }

    void leavesNothingBehind()
    {
        {
            FileLock lock(m_path);
            QVERIFY(lock.lock());
            QVERIFY(QFile::exists(m_lockPath));
        }
        QVERIFY(!QFile::exists(m_lockPath));
    }

    void isNotHinderedByWhatLiesThere_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("made, never filled") << QByteArray();
        QTest::newRow("garbage") << QByteArray(3000, '\xff');
        // What QLockFile writes, with the number of a process that lives: this one.
        QTest::newRow("a lock file of QLockFile") << QByteArray::number(QCoreApplication::applicationPid()) +
                                                         "\ntst_core_base_file_lock\nmachine\n0b\n0a\n";
    }

    void isNotHinderedByWhatLiesThere()
    {
        QFETCH(QByteArray, content);
        QFile left(m_lockPath);
        QVERIFY(left.open(QIODevice::WriteOnly));
        left.write(content);
        left.close();
        FileLock lock(m_path);
        QVERIFY(lock.lock());
    }

    void aKilledProgramHasItNoMore()
    {
        QProcess other;
        other.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--hold"), m_path});
        QVERIFY(other.waitForReadyRead(20000));
        FileLock lock(m_path);
        const auto refused = lock.lock();
        QVERIFY(!refused && refused.error().is(FileLockError::Held));
        other.kill();
        QVERIFY(other.waitForFinished(20000));
        QVERIFY(QFile::exists(m_lockPath));
        QVERIFY(lock.lock());
    }

    void waitsForItsTurn()
    {
        FileLock first(m_path);
        QVERIFY(first.lock());
        std::atomic<bool> isWaiting = false;
        base::Result<void> got;
        std::jthread waiter([&] {
            FileLock second(m_path);
            isWaiting = true;
            got = second.lock(60s);
        });
        QTRY_VERIFY(isWaiting);
        first.unlock();
        waiter.join();
        QVERIFY(got);
    }

    void twoAreNeverInside()
    {
        // Each release removes the file that others have open already.
        constexpr int kThreads = 4;
        constexpr int kRounds = 300;
        std::atomic<int> inside = 0;
        std::atomic<int> most = 0;
        int count = 0; // guarded by nothing but the lock
        std::vector<std::thread> threads;
        for (int t = 0; t < kThreads; ++t) {
            threads.emplace_back([&] {
                for (int round = 0; round < kRounds; ++round) {
                    FileLock lock(m_path);
                    while (!lock.lock())
                        std::this_thread::yield();
                    most = std::max(most.load(), ++inside);
                    ++count;
                    --inside;
                }
            });
        }
        for (auto &thread : threads)
            thread.join();
        QCOMPARE(most.load(), 1);
        QCOMPARE(count, kThreads * kRounds);
    }

    void saysWhyThereCanBeNone_data()
    {
        QTest::addColumn<QString>("what");
        QTest::newRow("no folder") << QStringLiteral("no folder");
        QTest::newRow("a folder of that name") << QStringLiteral("folder");
#ifdef Q_OS_UNIX
        QTest::newRow("a link, which is not followed") << QStringLiteral("link");
#endif
    }

    void saysWhyThereCanBeNone()
    {
        QFETCH(QString, what);
        QString path = m_path;
        if (what == QLatin1String("no folder"))
            path = m_folder->filePath(QStringLiteral("nowhere/thing"));
        else if (what == QLatin1String("folder"))
            QVERIFY(QDir().mkdir(m_lockPath));
        else
            QVERIFY(QFile::link(m_folder->filePath(QStringLiteral("elsewhere")), m_lockPath));
        FileLock lock(path);
        const auto refused = lock.lock(60s); // waiting would not help
        QVERIFY(!refused);
        QVERIFY(refused.error().is(FileLockError::Impossible));
        QVERIFY2(refused.error().detail().startsWith(path), qPrintable(refused.error().detail()));
        QVERIFY(!lock.isLocked());
        QVERIFY(!QFile::exists(m_folder->filePath(QStringLiteral("elsewhere"))));
    }

#ifdef Q_OS_UNIX
    void doesNotHangOnAPipe()
    {
        QCOMPARE(::mkfifo(QFile::encodeName(m_lockPath).constData(), 0600), 0);
        FileLock lock(m_path);
        (void)lock.lock(); // whether a pipe can be locked is the system's business
    }
#endif

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    QString m_lockPath;
};

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.size() == 3 && arguments.at(1) == QLatin1String("--hold"))
        return holdLock(arguments.at(2));
    TestFileLock test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_file_lock.moc"
