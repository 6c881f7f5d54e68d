// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/settings_store.h"

#include "tests/support/files.h"
#include "tests/support/full_disk.h"
#include "tests/support/manual_clock.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace opsdeck;
using namespace std::chrono_literals;
using store::SettingsError;
using store::SettingsStore;
using test::bytesOf;
using test::put;

namespace {

const QString kKey = QStringLiteral("ui.language");

QJsonObject jsonOf(const QString &path)
{
    return QJsonDocument::fromJson(bytesOf(path)).object();
}

} // namespace

class TestSettingsStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        QVERIFY(m_home->isValid());
        m_path = m_home->filePath(QStringLiteral("opsdeck/settings.json"));
        QVERIFY(QDir(m_home->path()).mkpath(QStringLiteral("opsdeck")));
    }

    void remembersWhatWasSet()
    {
        {
            SettingsStore store(m_path, m_clock);
            store.load();
            QSignalSpy changed(&store, &SettingsStore::changed);
            store.setValue(kKey, QStringLiteral("zh_TW"));
            store.setValue(QStringLiteral("views"), QJsonArray{1, 2});
            QCOMPARE(changed.size(), 2);
            QCOMPARE(changed.at(0).at(0).toString(), kKey);
        }
        SettingsStore store(m_path, m_clock);
        store.load();
        QCOMPARE(store.value(kKey).toString(), QStringLiteral("zh_TW"));
        QCOMPARE(store.value(QStringLiteral("views")).toArray(), (QJsonArray{1, 2}));
        QCOMPARE(store.value(QStringLiteral("none"), 7).toInt(), 7);
        QVERIFY(!store.isReadOnly());
    }

    void makesItsFolder()
    {
        const QString path = m_home->filePath(QStringLiteral("a/b/settings.json"));
        SettingsStore store(path, m_clock);
        store.load();
        store.setValue(kKey, QStringLiteral("en"));
        const auto flushed = store.flush().result();
        QVERIFY2(flushed, flushed ? "" : qPrintable(flushed.error().detail()));
        QVERIFY(QFile::exists(path));
    }

    void isTheOwnersAlone()
    {
#ifdef Q_OS_UNIX
        // There are pictures of what cameras saw in it; also where an earlier version let others read it.
        QFile earlier(m_path);
        QVERIFY(earlier.open(QIODevice::WriteOnly));
        earlier.write("{}");
        earlier.close();
        QVERIFY(earlier.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup |
                                       QFile::ReadOther));
        SettingsStore store(m_path, m_clock);
        store.load();
        store.setValue(kKey, QStringLiteral("en"));
        const auto flushed = store.flush().result();
        QVERIFY2(flushed, flushed ? "" : qPrintable(flushed.error().detail()));
        constexpr auto kOthers = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QCOMPARE(QFile::permissions(m_path) & kOthers, QFile::Permissions());
#endif
    }

    void saysNothingOfAValueThatStaysTheSame()
    {
        SettingsStore store(QString(), m_clock);
        store.load();
        store.setValue(kKey, QStringLiteral("en"));
        QSignalSpy changed(&store, &SettingsStore::changed);
        store.setValue(kKey, QStringLiteral("en"));
        store.setValue(QStringLiteral("never set"), QJsonValue());
        QCOMPARE(changed.size(), 0);
        store.setValue(kKey, QJsonValue());
        QCOMPARE(changed.size(), 1);
        QVERIFY(store.keys().isEmpty());
    }

    void theCommandLineWinsForOneRunAndIsNotWritten()
    {
        const QString other = QStringLiteral("ui.style");
        {
            SettingsStore store(m_path, m_clock);
            store.load();
            store.setValue(kKey, QStringLiteral("en"));
            store.overrideForThisRun(kKey, QStringLiteral("zh_TW"));
            store.overrideForThisRun(other, QStringLiteral("light"));
            QCOMPARE(store.value(kKey).toString(), QStringLiteral("zh_TW"));
            store.setValue(QStringLiteral("third"), 3);
        }
        {
            SettingsStore store(m_path, m_clock);
            store.load();
            QCOMPARE(store.value(kKey).toString(), QStringLiteral("en"));
            QVERIFY(store.value(other).isNull());
            // What the operator chooses in such a run is meant: also when the file had it already.
            store.overrideForThisRun(kKey, QStringLiteral("zh_TW"));
            QSignalSpy changed(&store, &SettingsStore::changed);
            store.setValue(kKey, QStringLiteral("en"));
            QCOMPARE(changed.size(), 1);
            QCOMPARE(store.value(kKey).toString(), QStringLiteral("en"));
        }
    }

    void writesOnceForManyChanges()
    {
        SettingsStore store(m_path, m_clock);
        store.load();
        QSignalSpy saved(&store, &SettingsStore::saved);
        for (int i = 0; i < 20; ++i) {
            store.setValue(kKey, i);
            m_clock.advance(20ms);
        }
        QVERIFY(!QFile::exists(m_path));
        m_clock.advance(SettingsStore::kPause);
        QTRY_VERIFY(!saved.isEmpty());
        QCOMPARE(jsonOf(m_path).value(QStringLiteral("settings")).toObject().value(kKey).toInt(), 19);
        m_clock.advance(1min);
        QCOMPARE(saved.size(), 1);
    }

    void keepsASliderThatNeverRests()
    {
        SettingsStore store(m_path, m_clock);
        store.load();
        QSignalSpy saved(&store, &SettingsStore::saved);
        for (int i = 0; i < 40; ++i) {
            store.setValue(kKey, i);
            m_clock.advance(100ms);
        }
        QTRY_VERIFY(saved.size() >= 1);
    }

    void keepsWhatItDoesNotKnow()
    {
        put(m_path,
            R"({"version":1,"comment":"mine","settings":{"future.key":{"a":[1]},"ui.language":"en"}})");
        {
            SettingsStore store(m_path, m_clock);
            store.load();
            store.setValue(kKey, QStringLiteral("zh_CN"));
        }
        const QJsonObject root = jsonOf(m_path);
        QCOMPARE(root.value(QStringLiteral("comment")).toString(), QStringLiteral("mine"));
        const QJsonObject settings = root.value(QStringLiteral("settings")).toObject();
        QCOMPARE(settings.value(kKey).toString(), QStringLiteral("zh_CN"));
        QCOMPARE(settings.value(QStringLiteral("future.key")).toObject().value(QStringLiteral("a")).toArray(),
                 QJsonArray{1});
    }

    void leavesTheFileOfALaterVersionAsItIs()
    {
        const QByteArray later = R"({"version":2,"settings":{"ui.language":"en"}})";
        put(m_path, later);
        {
            SettingsStore store(m_path, m_clock);
            store.load();
            QCOMPARE(store.value(kKey).toString(), QStringLiteral("en"));
            QVERIFY(store.whyNotKept() && store.whyNotKept()->is(SettingsError::Newer));
            store.setValue(kKey, QStringLiteral("zh_CN"));
            QVERIFY(!store.flush().result());
        }
        QCOMPARE(bytesOf(m_path), later);
    }

    void setsADamagedFileAside_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray good = R"({"version":1,"settings":{"ui.language":"en","list":[1,2,3]}})";
        for (int cut = 0; cut < int(good.size()); cut += 7)
            QTest::addRow("cut at %d", cut) << good.left(cut);
        QTest::newRow("zeros") << QByteArray(4096, '\0');
        QTest::newRow("an array") << QByteArray("[1,2]");
        QTest::newRow("no settings") << QByteArray(R"({"version":1})");
        QTest::newRow("settings of another kind") << QByteArray(R"({"version":1,"settings":[]})");
        QTest::newRow("no version") << QByteArray(R"({"settings":{}})");
        QTest::newRow("endless nesting") << QByteArray(200'000, '[');
        QTest::newRow("too large") << QByteArray(SettingsStore::kMaximumFileBytes + 1, ' ');
    }
    void setsADamagedFileAside()
    {
        QFETCH(QByteArray, bytes);
        put(m_path, bytes);
        QString aside;
        {
            SettingsStore store(m_path, m_clock);
            store.load();
            aside = store.setAsideAs();
            QVERIFY(aside.startsWith(m_path + QStringLiteral(".damaged-20")));
            QVERIFY(store.keys().isEmpty());
            QVERIFY(!store.isReadOnly());
            store.setValue(kKey, QStringLiteral("zh_CN"));
        }
        QCOMPARE(bytesOf(aside), bytes);
        QCOMPARE(jsonOf(m_path).value(QStringLiteral("settings")).toObject().value(kKey).toString(),
                 QStringLiteral("zh_CN"));
    }

    void neverWritesMoreThanItWouldRead()
    {
        {
            SettingsStore store(m_path, m_clock);
            store.load();
            store.setValue(kKey, QStringLiteral("zh_CN"));
            QVERIFY(store.flush().result());
            store.setValue(QStringLiteral("views"),
                           QString(SettingsStore::kMaximumFileBytes, QLatin1Char('x')));
            const auto refused = store.flush().result();
            QVERIFY(!refused && refused.error().is(SettingsError::FileFailed));
        }
        SettingsStore again(m_path, m_clock);
        again.load();
        QVERIFY(again.setAsideAs().isEmpty());
        QCOMPARE(again.value(kKey).toString(), QStringLiteral("zh_CN"));
    }

    void setsASecondDamagedFileAsideBesideTheFirst()
    {
        QStringList aside;
        for (const QByteArray bytes : {"first", "second"}) {
            put(m_path, bytes);
            SettingsStore store(m_path, m_clock);
            store.load();
            aside << store.setAsideAs();
            QCOMPARE(bytesOf(aside.constLast()), bytes);
        }
        QVERIFY(aside.at(0) != aside.at(1));
        QCOMPARE(bytesOf(aside.at(0)), QByteArray("first"));
    }

    void onlyTheFirstOfTwoProgramsKeepsTheFile()
    {
        auto first = std::make_unique<SettingsStore>(m_path, m_clock);
        first->load();
        first->setValue(kKey, QStringLiteral("first"));
        QVERIFY(first->flush().result());
        {
            SettingsStore second(m_path, m_clock);
            second.load();
            QVERIFY(second.isShared());
            QVERIFY(second.isReadOnly());
            QCOMPARE(second.value(kKey).toString(), QStringLiteral("first"));
            second.setValue(kKey, QStringLiteral("second"));
            QCOMPARE(second.value(kKey).toString(), QStringLiteral("second"));
            m_clock.advance(10min);
        }
        QVERIFY(!first->isShared());
        first.reset();
        QCOMPARE(jsonOf(m_path).value(QStringLiteral("settings")).toObject().value(kKey).toString(),
                 QStringLiteral("first"));
        SettingsStore third(m_path, m_clock);
        third.load();
        QVERIFY(!third.isShared());
    }

    void theSecondProgramLeavesADamagedFileToTheFirst()
    {
        SettingsStore first(m_path, m_clock);
        first.load();
        put(m_path, "{");
        SettingsStore second(m_path, m_clock);
        second.load();
        QVERIFY(second.setAsideAs().isEmpty());
        QCOMPARE(bytesOf(m_path), QByteArray("{"));
    }

    void takesOverTheLockOfAProgramThatCrashed()
    {
        put(m_path + QStringLiteral(".lock"), "");
        SettingsStore store(m_path, m_clock);
        store.load();
        QVERIFY(!store.isShared());
        store.setValue(kKey, QStringLiteral("en"));
        QVERIFY(store.flush().result());
    }

#ifdef Q_OS_UNIX
    void saysThatAReadOnlyFolderKeepsNothingAndGoesOnTrying()
    {
        if (::geteuid() == 0)
            QSKIP("root may write everywhere");
        const QString folder = m_home->filePath(QStringLiteral("opsdeck"));
        QVERIFY(::chmod(QFile::encodeName(folder).constData(), 0500) == 0);
        const auto mend = qScopeGuard([&] { ::chmod(QFile::encodeName(folder).constData(), 0700); });
        keepsTryingIn([&] { ::chmod(QFile::encodeName(folder).constData(), 0700); });
    }

    void saysThatAFolderThatCannotBeMadeKeepsNothingAndGoesOnTrying()
    {
        // A file where the folder should be stops also root.
        const QString folder = m_home->filePath(QStringLiteral("opsdeck"));
        QVERIFY(QDir().rmdir(folder));
        put(folder, "in the way");
        keepsTryingIn([&] { QFile::remove(folder); });
    }

    void saysThatTheDiskIsFull_data()
    {
        QTest::addColumn<int>("length");
        QTest::addColumn<int>("room");
        QTest::newRow("one write, a part has room") << 5000 << 1000;
        QTest::newRow("nothing has room") << 5000 << 0;
        QTest::newRow("many writes, the first has room") << 200'000 << 20'000;
        QTest::newRow("all but the last byte of one write") << 100'000 << 100'000;
    }
    void saysThatTheDiskIsFull()
    {
        QFETCH(int, length);
        QFETCH(int, room);
        const QByteArray sound = R"({"version":1,"settings":{"ui.language":"en"}})";
        put(m_path, sound);
        SettingsStore store(m_path, m_clock);
        store.load();
        QSignalSpy failed(&store, &SettingsStore::saveFailed);
        QSignalSpy saved(&store, &SettingsStore::saved);
        {
            const test::FullDisk full{rlim_t(room)};
            store.setValue(QStringLiteral("long"), QString(length, u'x'));
            m_clock.advance(SettingsStore::kPause);
            QTRY_VERIFY(!failed.isEmpty());
            QVERIFY(store.whyNotKept() && store.whyNotKept()->is(SettingsError::DiskFull));
            QCOMPARE(bytesOf(m_path), sound);
            // The file and the lock: no half file is left behind.
            QCOMPARE(QDir(m_home->filePath(QStringLiteral("opsdeck")))
                         .entryList(QDir::Files | QDir::Hidden)
                         .size(),
                     2);
        }
        // Room again: it is kept without another change.
        m_clock.advance(SettingsStore::kRetry);
        QTRY_VERIFY(!saved.isEmpty());
        QVERIFY(!store.isReadOnly());
        QVERIFY(bytesOf(m_path).size() > length);
    }

    void doesNotWaitForAPipe()
    {
        QCOMPARE(::mkfifo(QFile::encodeName(m_path).constData(), 0600), 0);
        SettingsStore store(m_path, m_clock);
        store.load();
        QVERIFY(store.isReadOnly());
    }
#endif

    void memoryOnlyTouchesNoFile()
    {
        SettingsStore store(QString(), m_clock);
        store.load();
        store.setValue(kKey, 1);
        QVERIFY(store.flush().result());
        QVERIFY(!store.isReadOnly());
        QCOMPARE(store.value(kKey).toInt(), 1);
    }

private:
    /// The folder cannot be written until `mend`.
    void keepsTryingIn(const std::function<void()> &mend)
    {
        SettingsStore store(m_path, m_clock);
        store.load();
        QVERIFY(store.isReadOnly());
        QVERIFY(!store.isShared());
        QSignalSpy failed(&store, &SettingsStore::saveFailed);
        QSignalSpy saved(&store, &SettingsStore::saved);
        store.setValue(kKey, QStringLiteral("en"));
        m_clock.advance(SettingsStore::kPause);
        QTRY_VERIFY(!failed.isEmpty());
        QCOMPARE(store.value(kKey).toString(), QStringLiteral("en"));
        QVERIFY(store.isReadOnly());
        mend();
        m_clock.advance(SettingsStore::kRetry);
        QTRY_VERIFY(!saved.isEmpty());
        QVERIFY(!store.isReadOnly());
        QVERIFY(QFile::exists(m_path));
    }

    test::ManualClock m_clock;
    std::unique_ptr<QTemporaryDir> m_home;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestSettingsStore)
#include "tst_settings_store.moc"
