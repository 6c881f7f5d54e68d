// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/secret_store.h"

#include "core/base/file_lock.h"
#include "core/base/reply.h"
#include "core/store/file_secret_store.h"
#include "core/store/keychain_secret_store.h"
#include "core/store/secret_stores.h"
#include "tests/support/full_disk.h"
#include "tests/support/manual_clock.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

#include <sys/stat.h>

using namespace opsdeck;
using store::FileSecretStore;
using store::SecretError;
using store::SecretStores;

namespace {

const QString kKey = QStringLiteral("opsdeck/north/password");

/// A keychain as the test wants it: answers when told, or never.
class FakeKeychain final : public store::SecretStore
{
public:
    explicit FakeKeychain(std::optional<base::Result<QString>> readAnswer)
        : m_readAnswer(std::move(readAnswer))
    {
    }

    QFuture<base::Result<QString>> read(const QString &key) override
    {
        if (m_secrets.contains(key))
            return base::answered<QString>(m_secrets.value(key));
        if (m_readAnswer)
            return base::answered<QString>(*m_readAnswer);
        m_never.emplace_back();
        return m_never.back().future();
    }
    QFuture<base::Result<void>> write(const QString &key, const QString &secret) override
    {
        m_secrets.insert(key, secret);
        return base::answered<void>({});
    }
    QFuture<base::Result<void>> remove(const QString &key) override
    {
        m_secrets.remove(key);
        return base::answered<void>({});
    }
    bool isFallback() const override { return false; }
    QString path() const override { return {}; }

private:
    std::optional<base::Result<QString>> m_readAnswer;
    QHash<QString, QString> m_secrets;
    std::vector<base::Reply<QString>> m_never;
};

mode_t modeOf(const QString &path)
{
    struct stat info = {};
    if (::stat(QFile::encodeName(path).constData(), &info) != 0)
        return 0;
    return info.st_mode & 0777;
}

} // namespace

class TestSecretStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void keepsSecretsInAFile();
    void makesFileAndFolderForTheOwnerOnly();
    void keepsThePermissionsOfTheFileWhenItIsReplaced();
    void refusesAFileThatOthersMayRead_data();
    void refusesAFileThatOthersMayRead();
    void leavesADamagedFileAlone_data();
    void leavesADamagedFileAlone();
    void takesAnEmptyFileForNoSecrets();
    void refusesMalformedKeys_data();
    void refusesMalformedKeys();
    void saysWhyItCannotWrite();
    void aFullDiskLeavesTheOldSecrets_data();
    void aFullDiskLeavesTheOldSecrets();
    void waitsForNobodyForEver();
    void writesFromManyThreadsLoseNothing();
    void usesTheKeychainThatWorks();
    void findsWhatWasKeptWithoutTheKeychain();
    void fallsBackWithoutAKeychain();
    void fallsBackWhenTheKeychainDoesNotAnswer();
    void answersCallsThatWaitedForTheChoice();
    void endsCallsWhenItIsDestroyed();
    void theRealKeychainAlwaysAnswers();

private:
    QString path() const { return m_folder->filePath(QStringLiteral("own/secrets.json")); }
    void put(const QByteArray &bytes, QFile::Permissions permissions)
    {
        QDir(m_folder->path()).mkpath(QStringLiteral("own"));
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        QVERIFY(file.setPermissions(permissions));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestSecretStore::keepsSecretsInAFile()
{
    const QString other = store::secretKey(QStringLiteral("south"), QStringLiteral("password"));
    {
        FileSecretStore secrets(path());
        QVERIFY(secrets.isFallback());
        QVERIFY(secrets.read(kKey).result().error().is(SecretError::NotFound));
        QVERIFY(secrets.write(kKey, QStringLiteral("pä\"ss\n")).result().has_value());
        QVERIFY(secrets.write(other, QStringLiteral("two")).result().has_value());
        QVERIFY(secrets.write(other, QStringLiteral("three")).result().has_value());
    }
    FileSecretStore secrets(path());
    QCOMPARE(secrets.read(kKey).result().value(), QStringLiteral("pä\"ss\n"));
    QCOMPARE(secrets.read(other).result().value(), QStringLiteral("three"));
    QVERIFY(secrets.remove(kKey).result().has_value());
    QVERIFY(secrets.remove(kKey).result().has_value());
    QVERIFY(secrets.read(kKey).result().error().is(SecretError::NotFound));
    QCOMPARE(secrets.read(other).result().value(), QStringLiteral("three"));
}

void TestSecretStore::makesFileAndFolderForTheOwnerOnly()
{
    const mode_t before = ::umask(0);
    FileSecretStore secrets(path());
    QVERIFY(secrets.remove(kKey).result().has_value());
    QVERIFY(!QFile::exists(path())); // nothing to remove: nothing is made
    QVERIFY(secrets.write(kKey, QStringLiteral("x")).result().has_value());
    ::umask(before);
    QCOMPARE(modeOf(path()), mode_t(0600));
    QCOMPARE(modeOf(QFileInfo(path()).path()), mode_t(0700));
}

void TestSecretStore::keepsThePermissionsOfTheFileWhenItIsReplaced()
{
    const mode_t before = ::umask(0);
    FileSecretStore secrets(path());
    for (int i = 0; i < 3; ++i)
        QVERIFY(secrets.write(kKey, QString::number(i)).result().has_value());
    ::umask(before);
    QCOMPARE(modeOf(path()), mode_t(0600));
}

void TestSecretStore::refusesAFileThatOthersMayRead_data()
{
    QTest::addColumn<int>("others");
    QTest::newRow("group reads") << int(QFile::ReadGroup);
    QTest::newRow("others read") << int(QFile::ReadOther);
    QTest::newRow("group writes") << int(QFile::WriteGroup);
}

void TestSecretStore::refusesAFileThatOthersMayRead()
{
    QFETCH(int, others);
    const QByteArray json = R"({"version":1,"secrets":{"opsdeck/north/password":"x"}})";
    put(json, QFile::ReadOwner | QFile::WriteOwner | QFile::Permissions(others));
    FileSecretStore secrets(path());
    const auto read = secrets.read(kKey).result();
    QVERIFY(!read.has_value());
    QVERIFY(read.error().is(SecretError::TooOpen));
    QVERIFY(read.error().detail().contains(path()));
    QVERIFY(read.error().detail().contains(QStringLiteral("chmod 600")));
    QVERIFY(secrets.write(kKey, QStringLiteral("y")).result().error().is(SecretError::TooOpen));
    QFile file(path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), json);
}

void TestSecretStore::leavesADamagedFileAlone_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("half") << QByteArray(R"({"version":1,"secr)");
    QTest::newRow("list") << QByteArray("[]");
    QTest::newRow("newer") << QByteArray(R"({"version":2,"secrets":{}})");
    QTest::newRow("secrets no object") << QByteArray(R"({"version":1,"secrets":[]})");
    QTest::newRow("huge") << QByteArray(2 << 20, ' ');
}

void TestSecretStore::leavesADamagedFileAlone()
{
    QFETCH(QByteArray, bytes);
    put(bytes, QFile::ReadOwner | QFile::WriteOwner);
    FileSecretStore secrets(path());
    QVERIFY(secrets.read(kKey).result().error().is(SecretError::Damaged));
    QVERIFY(secrets.write(kKey, QStringLiteral("y")).result().error().is(SecretError::Damaged));
    QFile file(path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll() == bytes);
}

void TestSecretStore::takesAnEmptyFileForNoSecrets()
{
    put({}, QFile::ReadOwner | QFile::WriteOwner);
    FileSecretStore secrets(path());
    QVERIFY(secrets.read(kKey).result().error().is(SecretError::NotFound));
    QVERIFY(secrets.write(kKey, QStringLiteral("y")).result().has_value());
    QCOMPARE(secrets.read(kKey).result().value(), QStringLiteral("y"));
}

void TestSecretStore::refusesMalformedKeys_data()
{
    QTest::addColumn<QString>("key");
    for (const char *key : {"", "password", "opsdeck/north", "opsdeck//password", "opsdeck/a/b/c",
                            "other/a/b", "opsdeck/a b/c", "opsdeck/../../etc", "opsdeck/a/b\n"})
        QTest::newRow(*key ? key : "empty") << QString::fromLatin1(key);
}

void TestSecretStore::refusesMalformedKeys()
{
    QFETCH(QString, key);
    test::ManualClock clock;
    FileSecretStore file(path());
    store::KeychainSecretStore keychain(clock);
    for (store::SecretStore *each :
         {static_cast<store::SecretStore *>(&file), static_cast<store::SecretStore *>(&keychain)}) {
        QVERIFY(each->read(key).result().error().is(SecretError::KeyMalformed));
        QVERIFY(each->write(key, QStringLiteral("x")).result().error().is(SecretError::KeyMalformed));
        QVERIFY(each->remove(key).result().error().is(SecretError::KeyMalformed));
    }
    QVERIFY(!QFile::exists(path()));
}

void TestSecretStore::saysWhyItCannotWrite()
{
    QFile obstacle(m_folder->filePath(QStringLiteral("own")));
    QVERIFY(obstacle.open(QIODevice::WriteOnly)); // a file where the folder should be
    FileSecretStore secrets(path());
    const auto written = secrets.write(kKey, QStringLiteral("x")).result();
    QVERIFY(!written.has_value());
    QVERIFY(written.error().is(SecretError::FileFailed));
    QVERIFY(written.error().detail().contains(m_folder->path()));
}

void TestSecretStore::aFullDiskLeavesTheOldSecrets_data()
{
    QTest::addColumn<int>("length");
    QTest::addColumn<int>("room");
    QTest::newRow("one write, a part has room") << 5000 << 1000;
    QTest::newRow("many writes, the first has room") << 200'000 << 20'000;
    QTest::newRow("no room, not even for the lock") << 5000 << 0;
}

void TestSecretStore::aFullDiskLeavesTheOldSecrets()
{
    QFETCH(int, length);
    QFETCH(int, room);
    FileSecretStore secrets(path());
    QVERIFY(secrets.write(kKey, QStringLiteral("old")).result().has_value());
    {
        const test::FullDisk full{rlim_t(room)};
        const auto written = secrets.write(kKey, QString(length, u'x')).result();
        QVERIFY(!written.has_value());
        QVERIFY(written.error().is(SecretError::FileFailed));
        QVERIFY2(written.error().detail().contains(QStringLiteral("the disk is full")),
                 qPrintable(written.error().detail()));
    }
    QCOMPARE(secrets.read(kKey).result().value(), QStringLiteral("old"));
    QCOMPARE(modeOf(path()), mode_t(0600));
    QCOMPARE(QDir(QFileInfo(path()).path()).entryList(QDir::Files | QDir::Hidden),
             QStringList{QStringLiteral("secrets.json")}); // no half file with secrets
    QVERIFY(secrets.write(kKey, QString(length, u'x')).result().has_value());
    QCOMPARE(modeOf(path()), mode_t(0600));
}

void TestSecretStore::waitsForNobodyForEver()
{
    put({}, QFile::ReadOwner | QFile::WriteOwner);
    base::FileLock held(path());
    QVERIFY(held.lock());
    FileSecretStore secrets(path());
    const auto written = secrets.write(kKey, QStringLiteral("x")).result();
    QVERIFY(written.error().is(SecretError::FileFailed));
    QVERIFY(written.error().detail().contains(QStringLiteral("locked")));
    held.unlock();
    QVERIFY(secrets.write(kKey, QStringLiteral("x")).result().has_value());
}

void TestSecretStore::writesFromManyThreadsLoseNothing()
{
    FileSecretStore secrets(path());
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back([&secrets, t] {
            for (int i = 0; i < 5; ++i)
                (void)secrets.write(QStringLiteral("opsdeck/d%1/p%2").arg(t).arg(i), QString::number(i));
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    for (int t = 0; t < 4; ++t) {
        for (int i = 0; i < 5; ++i)
            QCOMPARE(secrets.read(QStringLiteral("opsdeck/d%1/p%2").arg(t).arg(i)).result().value(),
                     QString::number(i));
    }
}

void TestSecretStore::usesTheKeychainThatWorks()
{
    test::ManualClock clock;
    SecretStores secrets(std::make_unique<FakeKeychain>(base::fail(SecretError::NotFound, QString())),
                         std::make_unique<FileSecretStore>(path()), clock);
    QSignalSpy fellBack(&secrets, &SecretStores::fellBack);
    QSignalSpy settled(&secrets, &SecretStores::settled);
    QTRY_COMPARE(settled.count(), 1);
    QVERIFY(secrets.isSettled());
    QVERIFY(!secrets.isFallback());
    QVERIFY(secrets.path().isEmpty());
    QVERIFY(secrets.write(kKey, QStringLiteral("x")).result().has_value());
    QCOMPARE(secrets.read(kKey).result().value(), QStringLiteral("x"));
    clock.advance(std::chrono::seconds(10));
    QCOMPARE(fellBack.count(), 0);
    QVERIFY(!QFile::exists(path()));
}

void TestSecretStore::findsWhatWasKeptWithoutTheKeychain()
{
    const QString other = store::secretKey(QStringLiteral("south"), QStringLiteral("password"));
    {
        FileSecretStore file(path());
        QVERIFY(file.write(kKey, QStringLiteral("of yesterday")).result().has_value());
        QVERIFY(file.write(other, QStringLiteral("two")).result().has_value());
    }
    test::ManualClock clock;
    SecretStores secrets(std::make_unique<FakeKeychain>(base::fail(SecretError::NotFound, QString())),
                         std::make_unique<FileSecretStore>(path()), clock);
    QTRY_VERIFY(secrets.isSettled());
    QVERIFY(!secrets.isFallback());
    QCOMPARE(secrets.read(kKey).result().value(), QStringLiteral("of yesterday"));
    QVERIFY(secrets.read(store::secretKey(QStringLiteral("west"), QStringLiteral("password")))
                .result()
                .error()
                .is(SecretError::NotFound));
    QVERIFY(secrets.write(kKey, QStringLiteral("of today")).result().has_value());
    QCOMPARE(secrets.read(kKey).result().value(), QStringLiteral("of today"));
    QVERIFY(secrets.remove(other).result().has_value());
    QVERIFY(secrets.read(other).result().error().is(SecretError::NotFound));
    FileSecretStore file(path());
    QVERIFY(file.read(kKey).result().error().is(SecretError::NotFound));
    QVERIFY(file.read(other).result().error().is(SecretError::NotFound));
    // A file that cannot be read hides nothing that is in the keychain, and is no reason of its own.
    put("garbage", QFile::ReadOwner | QFile::WriteOwner);
    QCOMPARE(secrets.read(kKey).result().value(), QStringLiteral("of today"));
    QVERIFY(secrets.read(other).result().error().is(SecretError::NotFound));
    QVERIFY(secrets.write(other, QStringLiteral("three")).result().has_value());
    QCOMPARE(secrets.read(other).result().value(), QStringLiteral("three"));
}

void TestSecretStore::fallsBackWithoutAKeychain()
{
    test::ManualClock clock;
    SecretStores secrets(
        std::make_unique<FakeKeychain>(base::fail(SecretError::Unavailable, QStringLiteral("no D-Bus"))),
        std::make_unique<FileSecretStore>(path()), clock);
    QSignalSpy fellBack(&secrets, &SecretStores::fellBack);
    QTRY_COMPARE(fellBack.count(), 1);
    QCOMPARE(fellBack[0][0].toString(), path());
    QCOMPARE(fellBack[0][1].toString(), QStringLiteral("no D-Bus"));
    QVERIFY(secrets.isFallback());
    QCOMPARE(secrets.path(), path());
    QVERIFY(secrets.write(kKey, QStringLiteral("x")).result().has_value());
    QVERIFY(QFile::exists(path()));
}

void TestSecretStore::fallsBackWhenTheKeychainDoesNotAnswer()
{
    test::ManualClock clock;
    SecretStores secrets(std::make_unique<FakeKeychain>(std::nullopt),
                         std::make_unique<FileSecretStore>(path()), clock);
    QSignalSpy fellBack(&secrets, &SecretStores::fellBack);
    clock.advance(std::chrono::milliseconds(2999));
    QVERIFY(!secrets.isSettled());
    clock.advance(std::chrono::milliseconds(1));
    QVERIFY(secrets.isFallback());
    QCOMPARE(fellBack.count(), 1);
    QVERIFY(fellBack[0][1].toString().contains(QStringLiteral("3 s")));
}

void TestSecretStore::answersCallsThatWaitedForTheChoice()
{
    test::ManualClock clock;
    SecretStores secrets(std::make_unique<FakeKeychain>(std::nullopt),
                         std::make_unique<FileSecretStore>(path()), clock);
    auto written = secrets.write(kKey, QStringLiteral("early"));
    auto read = secrets.read(kKey);
    QCoreApplication::processEvents();
    QVERIFY(!written.isFinished());
    clock.advance(SecretStores::kProbeTimeout);
    QVERIFY(written.result().has_value());
    QCOMPARE(read.result().value(), QStringLiteral("early"));
}

void TestSecretStore::endsCallsWhenItIsDestroyed()
{
    test::ManualClock clock;
    auto secrets = std::make_unique<SecretStores>(std::make_unique<FakeKeychain>(std::nullopt),
                                                  std::make_unique<FileSecretStore>(path()), clock);
    auto read = secrets->read(kKey);
    secrets.reset();
    QVERIFY(read.isFinished());
    QVERIFY(read.result().error().is(base::CommonError::Cancelled));
}

void TestSecretStore::theRealKeychainAlwaysAnswers()
{
    // On a build machine there is none; on a desktop there may be. Both must answer, and soon.
    base::SystemClock clock;
    store::KeychainSecretStore keychain(clock, std::chrono::milliseconds(3000));
    const QString nobody = store::secretKey(QStringLiteral("probe"), QStringLiteral("none"));
    auto read = keychain.read(nobody);
    auto removed = keychain.remove(nobody);
    QTRY_VERIFY_WITH_TIMEOUT(read.isFinished() && removed.isFinished(), 10000);
    QVERIFY(!read.result().has_value());
    QVERIFY(read.result().error().is(SecretError::NotFound) ||
            read.result().error().is(SecretError::Unavailable) ||
            read.result().error().is(SecretError::Refused));
}

QTEST_GUILESS_MAIN(TestSecretStore)
#include "tst_secret_store.moc"
