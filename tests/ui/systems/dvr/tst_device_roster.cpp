// SPDX-License-Identifier: GPL-3.0-or-later
// Which passwords are asked for, and when: a keychain may ask the operator each time.
#include "ui/systems/dvr/device_roster.h"

#include "core/base/reply.h"
#include "core/store/secret_store.h"
#include "core/transport/tcp_link_factory.h"
#include "tests/ui/support/ui_rig.h"

#include <QTest>

using namespace opsdeck;
using namespace opsdeck::dvr;

namespace {

/// A keychain that answers when the test does.
class HeldSecrets final : public store::SecretStore
{
public:
    QFuture<base::Result<QString>> read(const QString &key) override
    {
        asked << key;
        m_replies.emplace_back();
        return m_replies.back().future();
    }
    QFuture<base::Result<void>> write(const QString &, const QString &) override
    {
        return base::answered<void>({});
    }
    QFuture<base::Result<void>> remove(const QString &) override { return base::answered<void>({}); }
    bool isFallback() const override { return false; }
    QString path() const override { return QString(); }

    /// The oldest question that is open.
    void answer(const base::Result<QString> &password) { m_replies.at(m_next++).answer(password); }
    void answerAll(const QString &password)
    {
        while (m_next < m_replies.size())
            answer(password);
    }

    QStringList asked;

private:
    std::vector<base::Reply<QString>> m_replies;
    std::size_t m_next = 0;
};

site::Device device(const QString &id, const QString &user = QStringLiteral("admin"))
{
    site::Device made;
    made.id = id;
    made.name = id;
    made.system = QStringLiteral("dvr");
    made.settings = QJsonObject{{QStringLiteral("host"), QStringLiteral("127.0.0.1")},
                                {QStringLiteral("port"), 1},
                                {QStringLiteral("user"), user},
                                {QStringLiteral("passwordRef"), id + QStringLiteral("/password")}};
    return made;
}

struct Bench {
    base::SystemClock clock;
    test::UiRig rig{clock};
    HeldSecrets secrets;
    DvrFleet fleet{clock,
                   [this] {
                       return std::make_unique<transport::TcpLinkFactory>(QStringLiteral("dvr"), clock,
                                                                          transport::TcpLimits{}, nullptr);
                   },
                   7};
    std::unique_ptr<DeviceRoster> roster;

    Bench()
    {
        kit::UiContext context = rig.context;
        context.secrets = [this]() -> store::SecretStore & { return secrets; };
        roster = std::make_unique<DeviceRoster>(context, fleet);
    }
    /// What is asked for because of it.
    QStringList tell(const QList<site::Device> &devices)
    {
        secrets.asked.clear();
        roster->setDevices(devices);
        return secrets.asked;
    }
    QString password(const char *id) const { return roster->settings(QLatin1String(id))->password; }
    bool isLocked(const char *id) const { return roster->isLocked(QLatin1String(id)); }
};

QStringList keys(const char *ids)
{
    QStringList all;
    for (const QString &id : QString::fromLatin1(ids).split(u' '))
        all << id + QStringLiteral("/password");
    return all;
}

const QString kA = QStringLiteral("a");
const QString kB = QStringLiteral("b");
const QString kC = QStringLiteral("c");

} // namespace

class TestDeviceRoster : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyThePasswordsOfWhatChangedAreAskedFor()
    {
        Bench bench;
        QCOMPARE(bench.tell({device(kA), device(kB)}), keys("a b"));
        bench.secrets.answerAll(QStringLiteral("s3cret"));
        QTRY_VERIFY(!bench.isLocked("a") && !bench.isLocked("b"));

        site::Device renamed = device(kA);
        renamed.name = QStringLiteral("North");
        QCOMPARE(bench.tell({renamed, device(kB)}), QStringList());
        QCOMPARE(bench.password("a"), QStringLiteral("s3cret"));
        QVERIFY(!bench.isLocked("a"));

        QCOMPARE(bench.tell({renamed, device(kB), device(kC)}), keys("c"));
        QCOMPARE(bench.tell({renamed, device(kB, QStringLiteral("guard")), device(kC)}), keys("b"));
        QVERIFY2(bench.isLocked("b"), "the password of another user costs one of his tries");

        site::Device elsewhere = renamed;
        elsewhere.settings.insert(QStringLiteral("passwordRef"), QStringLiteral("x/password"));
        QCOMPARE(bench.tell({elsewhere, device(kB, QStringLiteral("guard")), device(kC)}), keys("x"));
        // One that comes back is a new one.
        QCOMPARE(bench.tell({elsewhere}), QStringList());
        QCOMPARE(bench.tell({elsewhere, device(kC)}), keys("c"));
    }

    void anAnswerOnItsWayOutlivesAChangeOfAnotherDevice()
    {
        Bench bench;
        QCOMPARE(bench.tell({device(kA)}), keys("a"));
        QCOMPARE(bench.tell({device(kA), device(kB)}), keys("b"));
        QVERIFY(bench.isLocked("a"));
        bench.secrets.answer(QStringLiteral("one"));
        QTRY_COMPARE(bench.password("a"), QStringLiteral("one"));
        QVERIFY(!bench.isLocked("a"));
        QVERIFY(bench.isLocked("b"));
    }

    void anAnswerOfBeforeTheChangeDoesNotCount()
    {
        Bench bench;
        bench.tell({device(kA)});
        QCOMPARE(bench.tell({device(kA, QStringLiteral("guard"))}), keys("a"));
        bench.secrets.answer(QStringLiteral("of admin"));
        bench.secrets.answer(QStringLiteral("of guard"));
        QTRY_COMPARE(bench.password("a"), QStringLiteral("of guard"));

        // Nor one of a device that went and came back.
        bench.tell({device(kB)});
        bench.tell({});
        bench.tell({device(kB)});
        bench.secrets.answer(QStringLiteral("old"));
        bench.secrets.answer(base::fail(store::SecretError::NotFound, QStringLiteral("made up")));
        QTRY_COMPARE(bench.roster->status(kB).state, DeviceStatus::State::NeedsOperator);
        QCOMPARE(bench.password("b"), QString());
    }

    void aPasswordThatIsMissingIsAskedForWhenTheOperatorWantsIt()
    {
        Bench bench;
        bench.tell({device(kA)});
        bench.secrets.answer(base::fail(store::SecretError::Refused, QStringLiteral("made up")));
        QTRY_COMPARE(bench.roster->status(kA).state, DeviceStatus::State::NeedsOperator);
        QCOMPARE(bench.tell({device(kA), device(kB)}), keys("b"));
        QCOMPARE(bench.roster->status(kA).state, DeviceStatus::State::NeedsOperator);
        bench.secrets.answer(QStringLiteral("two"));
        bench.secrets.asked.clear();
        bench.roster->tryAgain(kA);
        QCOMPARE(bench.secrets.asked, keys("a"));
        bench.secrets.answer(QStringLiteral("one"));
        QTRY_COMPARE(bench.password("a"), QStringLiteral("one"));
        QVERIFY(!bench.isLocked("a"));
    }
};

QTEST_MAIN(TestDeviceRoster)
#include "tst_device_roster.moc"
