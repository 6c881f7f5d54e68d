// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/device_undo.h"

#include "tests/support/made_up_secrets.h"
#include "tests/support/manual_clock.h"
#include "ui/shell/device_secrets.h"
#include "ui/shell/site_desk.h"

#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace opsdeck;
using namespace opsdeck::test;
using namespace std::chrono_literals;
using shell::DeviceUndo;

namespace {

constexpr int kPatience = 10000;
const QString kLeftOver = QStringLiteral("site.secretsToForget");

QString secretOf(const char *id)
{
    return store::secretKey(QString::fromLatin1(id), QStringLiteral("password"));
}

site::Site siteOf(const QStringList &ids)
{
    site::Site site;
    for (const QString &id : ids) {
        site::Device device;
        device.id = id;
        device.name = id;
        device.system = QStringLiteral("dvr");
        device.settings = QJsonObject{{QStringLiteral("host"), QStringLiteral("h")},
                                      {QStringLiteral("user"), QStringLiteral("u")},
                                      {QStringLiteral("passwordRef"), secretOf(qPrintable(id))}};
        site.devices.append(device);
    }
    return site;
}

struct Bench {
    QTemporaryDir dir;
    QString path = dir.filePath(QStringLiteral("site.json"));
    base::SystemClock systemClock;
    ManualClock clock;
    MadeUpSecrets keychain;
    shell::DeviceSecrets secrets{[this]() -> store::SecretStore & { return keychain; }};
    store::SettingsStore settings{QString(), systemClock};
    shell::SiteDesk desk{systemClock};
    std::unique_ptr<DeviceUndo> undo;

    Bench()
    {
        for (const char *id : {"a", "b", "c"})
            keychain.kept.insert(secretOf(id), QStringLiteral("s3cret"));
        QVERIFY(site::SiteFile::write(
            path, siteOf({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")})));
        open(path);
    }
    void open(const QString &file)
    {
        QSignalSpy opened(&desk, &shell::SiteDesk::opened);
        desk.open(file, false);
        QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, kPatience);
        undo = std::make_unique<DeviceUndo>(desk, secrets, settings, clock);
        undo->siteOpened();
    }
    bool has(const char *id) const { return keychain.kept.contains(secretOf(id)); }
    /// What a store answers arrives with the event loop.
    void settle() { QCoreApplication::processEvents(); }
    QString leftOver() const
    {
        return QString::fromUtf8(
            QJsonDocument(settings.value(kLeftOver).toObject()).toJson(QJsonDocument::Compact));
    }
};

} // namespace

class TestDeviceUndo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePasswordGoesWhenTheTimeIsOver()
    {
        Bench bench;
        QSignalSpy changed(bench.undo.get(), &DeviceUndo::changed);
        bench.undo->remove({QStringLiteral("b")}, false);
        QVERIFY(bench.undo->canUndo());
        QVERIFY(bench.has("b"));
        QVERIFY(bench.leftOver().contains(secretOf("b")));
        QVERIFY(!bench.leftOver().contains(QStringLiteral("s3cret")));
        bench.clock.advance(DeviceUndo::kUndoTime);
        bench.settle();
        QVERIFY(!bench.undo->canUndo());
        QVERIFY(!bench.has("b"));
        QVERIFY(bench.has("a") && bench.has("c"));
        QVERIFY(!bench.leftOver().contains(secretOf("b")));
        QVERIFY(changed.size() >= 2);
    }

    void anUndoBringsTheDeviceBackToItsPlace()
    {
        Bench bench;
        const site::Site before = bench.desk.site();
        bench.undo->remove({QStringLiteral("b")}, false);
        QCOMPARE(bench.desk.site().devices.size(), 2);
        bench.undo->undo();
        QCOMPARE(bench.desk.site(), before);
        bench.clock.advance(DeviceUndo::kUndoTime * 2);
        bench.settle();
        QVERIFY(bench.has("b"));
        QVERIFY(!bench.leftOver().contains(secretOf("b")));
    }

    void theNextRemovalEndsTheOneBefore()
    {
        Bench bench;
        bench.undo->remove({QStringLiteral("a")}, false);
        bench.undo->remove({QStringLiteral("b")}, false);
        bench.settle();
        QVERIFY(!bench.has("a"));
        QVERIFY(bench.has("b"));
        bench.undo->undo();
        QCOMPARE(bench.desk.site().devices.size(), 2);
    }

    void atOnceMeansAtOnce()
    {
        Bench bench;
        bench.undo->remove({QStringLiteral("a"), QStringLiteral("b")}, true);
        bench.settle();
        QVERIFY(!bench.has("a") && !bench.has("b") && bench.has("c"));
        bench.undo->undo();
        QCOMPARE(bench.desk.site().devices.size(), 3);
    }

    void aSecretThatAnotherDeviceUsesStays()
    {
        Bench bench;
        site::Site site = bench.desk.site();
        site.devices[1].settings.insert(QStringLiteral("passwordRef"), secretOf("a"));
        bench.desk.change(site);
        bench.undo->remove({QStringLiteral("a")}, true);
        bench.settle();
        QVERIFY(bench.has("a"));
        bench.undo->remove({QStringLiteral("b")}, true);
        bench.settle();
        QVERIFY(!bench.has("a"));
    }

    void whatACrashLeftOverGoesWhenThatSiteIsOpenedAgain()
    {
        Bench bench;
        bench.undo->remove({QStringLiteral("a")}, false);
        QTRY_COMPARE_WITH_TIMEOUT(bench.desk.state(), shell::SiteDesk::State::Saved, kPatience);
        // The keychain is gone at the end of the run.
        bench.keychain.failure = store::SecretError::Unavailable;
        bench.undo.reset();
        bench.settle();
        bench.keychain.failure.reset();
        QVERIFY(bench.has("a"));
        QVERIFY(bench.leftOver().contains(secretOf("a")));
        // Another site is no reason.
        bench.open(bench.dir.filePath(QStringLiteral("other.json")));
        bench.settle();
        QVERIFY(bench.has("a"));
        bench.open(bench.path);
        bench.settle();
        QVERIFY(!bench.has("a"));
        QVERIFY(!bench.leftOver().contains(secretOf("a")));
        QVERIFY(bench.has("b"));
    }

    void aDemonstrationLeavesNothing()
    {
        Bench bench;
        bench.secrets.setMemoryOnly(true);
        bench.desk.use(siteOf({QStringLiteral("a")}));
        bench.undo->remove({QStringLiteral("a")}, true);
        bench.settle();
        QVERIFY(bench.has("a"));
        QVERIFY(bench.settings.value(kLeftOver).isUndefined() || bench.settings.value(kLeftOver).isNull());
    }
};

QTEST_MAIN(TestDeviceUndo)
#include "tst_device_undo.moc"
