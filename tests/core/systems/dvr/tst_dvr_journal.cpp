// SPDX-License-Identifier: GPL-3.0-or-later
// What the states of a recorder become in the journal: once each, with the reason, bounded when it comes and goes.
#include "core/store/secret_store.h"
#include "core/systems/dvr/dvr_error.h"
#include "core/systems/dvr/dvr_journal.h"
#include "tests/support/manual_clock.h"

#include <QTest>

using namespace opsdeck;
using namespace opsdeck::dvr;
using State = DeviceStatus::State;

namespace {

struct Bench {
    test::ManualClock clock;
    QList<store::Event> written;
    DvrJournal journal{clock, [this](const store::Event &event) { written.append(event); }};

    void tell(State state, std::optional<base::Error> reason = {},
              const QString &id = QStringLiteral("north"))
    {
        DeviceStatus status;
        status.state = state;
        status.since = clock.now();
        status.reason = std::move(reason);
        journal.note(id, QStringLiteral("North lot"), status);
    }
    QStringList keys() const
    {
        QStringList keys;
        for (const store::Event &event : written)
            keys << event.textKey;
        return keys;
    }
};

template <typename E>
base::Error error(E code)
{
    return base::Error(code, QStringLiteral("words for the log"));
}

base::Error closed()
{
    return error(transport::LinkError::ClosedByPeer);
}

} // namespace

class TestDvrJournal : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tellsUpAndDownWithTheReason()
    {
        Bench bench;
        bench.tell(State::Connecting);
        bench.tell(State::LoggingIn);
        QCOMPARE(bench.written.size(), 0);
        bench.tell(State::Online);
        bench.tell(State::Online); // the same state, told again with more facts
        QCOMPARE(bench.keys(), QStringList{QStringLiteral("dvr.online")});
        QCOMPARE(bench.written.at(0).severity, store::Severity::Info);
        bench.tell(State::Waiting, closed());
        QCOMPARE(bench.keys().constLast(), QStringLiteral("dvr.offline.closed"));
        const store::Event &down = bench.written.constLast();
        QCOMPARE(down.severity, store::Severity::Attention);
        QCOMPARE(down.kind, QStringLiteral("offline"));
        QCOMPARE(down.system, QStringLiteral("dvr"));
        QCOMPARE(down.device, QStringLiteral("north"));
        QCOMPARE(down.arguments, QStringList{QStringLiteral("North lot")});
        QCOMPARE(down.time, bench.clock.now());
        QCOMPARE(down.details.value(QStringLiteral("reason")).toString(), closed().name());
        QCOMPARE(down.details.value(QStringLiteral("detail")).toString(),
                 QStringLiteral("words for the log"));
        bench.tell(State::Online);
        QCOMPARE(bench.keys().constLast(), QStringLiteral("dvr.online-again"));
    }

    void saysEachReasonOfAnOutageOnce()
    {
        Bench bench;
        bench.tell(State::Online);
        for (int i = 0; i < 50; ++i) {
            bench.tell(State::Waiting, closed());
            bench.tell(State::Connecting);
            bench.tell(State::Waiting, error(transport::LinkError::ConnectionRefused));
            bench.clock.advance(std::chrono::seconds(4));
        }
        QCOMPARE(bench.keys(),
                 (QStringList{QStringLiteral("dvr.online"), QStringLiteral("dvr.offline.closed"),
                              QStringLiteral("dvr.offline.connection-refused")}));
    }

    void namesWhatIsWrong_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<QString>("key");
        QTest::addColumn<base::Error>("reason");
        const auto row = [](State state, const base::Error &reason, const char *key) {
            QTest::addRow("%s", key) << int(state) << QString::fromLatin1(key) << reason;
        };
        using transport::LinkError;
        row(State::Waiting, error(LinkError::ResolveFailed), "dvr.offline.not-found");
        row(State::Waiting, error(LinkError::ConnectionRefused), "dvr.offline.connection-refused");
        row(State::Waiting, error(LinkError::ConnectTimeout), "dvr.offline.no-answer");
        row(State::Waiting, error(LinkError::NetworkUnreachable), "dvr.offline.unreachable");
        row(State::Waiting, error(LinkError::ClosedByPeer), "dvr.offline.closed");
        row(State::Waiting, error(DvrError::ForcedLogout), "dvr.offline.logged-out");
        row(State::Waiting, error(DvrError::BadReply), "dvr.offline.unreadable");
        row(State::Waiting, error(LinkError::SocketFailed), "dvr.offline.failed");
        row(State::NeedsOperator, error(DvrError::WrongPassword), "dvr.login-refused.wrong-password");
        row(State::NeedsOperator, error(DvrError::UnknownUser), "dvr.login-refused.unknown-user");
        row(State::NeedsOperator, error(DvrError::UserLocked), "dvr.login-refused.user-locked");
        row(State::NeedsOperator, error(DvrError::UserBlacklisted), "dvr.login-refused.user-barred");
        row(State::Waiting, error(DvrError::AlreadyLoggedIn), "dvr.login-refused.in-use");
        row(State::Waiting, error(DvrError::TooManyConnections), "dvr.login-refused.too-many");
        row(State::NeedsOperator, error(DvrError::EncryptedLogin), "dvr.login-refused.encrypted");
        row(State::NeedsOperator, error(DvrError::LoginRefused), "dvr.login-refused.other");
        row(State::NeedsOperator, error(store::SecretError::NotFound), "dvr.waits.no-password");
        row(State::NeedsOperator, error(DvrError::ForcedLogout), "dvr.waits.logged-out");
        row(State::NeedsOperator, error(DvrError::NotSupported), "dvr.waits.other");
    }
    void namesWhatIsWrong()
    {
        QFETCH(int, state);
        QFETCH(QString, key);
        QFETCH(base::Error, reason);
        Bench bench;
        bench.tell(State(state), reason);
        QCOMPARE(bench.keys(), QStringList{key});
        QCOMPARE(bench.written.constFirst().severity, store::Severity::Attention);
        const auto known =
            std::find_if(kDvrEventKeys.begin(), kDvrEventKeys.end(),
                         [&](const DvrEventKey &each) { return key == QLatin1String(each.key); });
        QVERIFY(known != kDvrEventKeys.end());
        QCOMPARE(bench.written.constFirst().arguments.size(), known->arguments);
    }

    void aFlappingRecorderIsBounded()
    {
        Bench bench;
        constexpr int kFlaps = 500;
        for (int i = 0; i < kFlaps; ++i) {
            bench.tell(State::Online);
            bench.tell(State::Waiting, closed());
            bench.clock.advance(std::chrono::seconds(6));
        }
        // 50 minutes: the first ones, that it is unstable, and where it stands every ten minutes.
        QVERIFY2(bench.written.size() <= DvrJournal::kMostEvents + 1 + 5,
                 qPrintable(QString::number(bench.written.size())));
        QCOMPARE(bench.keys().count(QStringLiteral("dvr.unstable")), 1);
        const store::Event &unstable = bench.written.at(DvrJournal::kMostEvents);
        QCOMPARE(unstable.textKey, QStringLiteral("dvr.unstable"));
        QCOMPARE(unstable.arguments.size(), 2);
        QCOMPARE(unstable.arguments.at(1), QString::number(DvrJournal::kMostEvents + 1));
    }

    void theLastStateOfAFlappingRecorderIsWritten()
    {
        Bench bench;
        for (int i = 0; i < 10; ++i) {
            bench.tell(State::Online);
            bench.tell(State::Waiting, closed());
        }
        bench.tell(State::Online);
        const qsizetype before = bench.written.size();
        bench.clock.advance(DvrJournal::kPeriod);
        QCOMPARE(bench.written.size(), before + 1);
        QCOMPARE(bench.keys().constLast(), QStringLiteral("dvr.online-again"));
        QVERIFY(bench.written.constLast().details.value(QStringLiteral("notWritten")).toInt() > 5);
        // It is calm: a period later what happens is written as before.
        bench.clock.advance(DvrJournal::kPeriod);
        bench.tell(State::Waiting, closed());
        QCOMPARE(bench.keys().constLast(), QStringLiteral("dvr.offline.closed"));
        QCOMPARE(bench.written.size(), before + 2);
    }

    void oneFlappingRecorderDoesNotSilenceOthers()
    {
        Bench bench;
        for (int i = 0; i < 20; ++i) {
            bench.tell(State::Online);
            bench.tell(State::Waiting, closed());
        }
        const qsizetype before = bench.written.size();
        bench.tell(State::Online, {}, QStringLiteral("south"));
        QCOMPARE(bench.written.size(), before + 1);
    }

    void forgetsRecordersThatAreGone()
    {
        Bench bench;
        bench.tell(State::Online);
        bench.journal.keepOnly({});
        bench.tell(State::Online); // added again: a new one
        QCOMPARE(bench.keys(), (QStringList{QStringLiteral("dvr.online"), QStringLiteral("dvr.online")}));
    }

    void hostileNamesAreMadePlain()
    {
        Bench bench;
        DeviceStatus status;
        status.state = State::Online;
        bench.journal.note(QStringLiteral("x"), QStringLiteral("a\nb") + QChar(0x202E) + QString(9999, u'c'),
                           status);
        const QString name = bench.written.constFirst().arguments.constFirst();
        QVERIFY(name.size() <= 257);
        QVERIFY(!name.contains(u'\n'));
        QVERIFY(!name.contains(QChar(0x202E)));
    }
};

QTEST_GUILESS_MAIN(TestDvrJournal)
#include "tst_dvr_journal.moc"
