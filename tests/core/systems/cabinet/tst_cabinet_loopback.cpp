// SPDX-License-Identifier: GPL-3.0-or-later
// The server on real sockets: what strangers, flooders and those who do not read do to the others. Nothing.
#include "core/base/file_limit.h"
#include "core/store/store.h"
#include "core/systems/cabinet/cabinet_fleet.h"
#include "core/systems/cabinet/cabinet_server.h"
#include "core/trace/trace_recorder.h"
#include "tests/core/systems/cabinet/golden.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>
#endif

using namespace opsdeck;
using namespace opsdeck::cabinet;
using namespace std::chrono_literals;

namespace {

const QString kSn = QStringLiteral("WSTD081565222888");

QByteArray loginFrame(const QString &sn)
{
    return encodeFrame(quint8(Command::Login), 1, kToken,
                       test::bytesOf("55667788 0233 00") + char(sn.size() + 1) + sn.toLatin1() + '\0');
}

/// A cabinet that answers what it is asked.
class Cabinet
{
public:
    Cabinet(quint16 port, const QString &sn)
    {
        m_socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
        m_socket.write(loginFrame(sn));
        QObject::connect(&m_socket, &QTcpSocket::readyRead, &m_socket, [this] { read(); });
    }
    void say(const QByteArray &bytes) { m_socket.write(bytes); }
    bool isConnected() const { return m_socket.state() == QTcpSocket::ConnectedState; }
    int count(Command command) const { return m_counts.value(quint8(command)); }

private:
    void read()
    {
        const QByteArray bytes = m_socket.readAll();
        QByteArrayView input = bytes;
        for (;;) {
            const auto frame = m_cutter.next(input);
            if (!frame || !*frame)
                return;
            ++m_counts[(*frame)->command];
            if (Command((*frame)->command) == Command::Rent)
                say(encodeFrame(quint8(Command::Rent), 1, (*frame)->token,
                                (*frame)->payload.toByteArray() + char(1) +
                                    test::bytesOf("524c31417c000064")));
            else if (Command((*frame)->command) == Command::Inventory)
                say(encodeFrame(quint8(Command::Inventory), 1, (*frame)->token,
                                test::bytesOf("01 03 524c31417c000064 04")));
            else if (Command((*frame)->command) == Command::Upgrade) // our own words, sent back
                say(encodeFrame(quint8(Command::Upgrade), 1, (*frame)->token, (*frame)->payload));
        }
    }

    QTcpSocket m_socket;
    FrameCutter m_cutter;
    QHash<quint8, int> m_counts;
};

/// The fleet on its own thread, listening on loopback.
struct Rig {
    explicit Rig(ServerSettings settings = {}, transport::LinkTapFactory *taps = nullptr)
        : store(folder.filePath(QStringLiteral("opsdeck.db")), clock)
        , fleet(clock, store.ledger, store.journal, taps)
    {
        store.database.open();
        QObject::connect(&fleet, &CabinetFleet::happened, &fleet, [this](const FleetEvent &event) {
            kinds.append(event.kind + u':' + event.sn);
            texts.append(event.details.value(QStringLiteral("text")).toString());
        });
        settings.bind = QHostAddress(QHostAddress::LocalHost);
        settings.port = 0;
        fleet.allow({kSn, QStringLiteral("OTHER")});
        fleet.start(settings);
        if (!QTest::qWaitFor([this] { return fleet.state().isListening; }, 10'000))
            qFatal("it does not listen");
        port = fleet.state().port;
    }

    QTemporaryDir folder;
    base::SystemClock clock;
    store::Store store;
    QStringList kinds;
    QStringList texts;
    CabinetFleet fleet;
    quint16 port = 0;
};

#ifdef Q_OS_UNIX
/// A connected socket that nobody reads; loopback answers without an event loop.
int rawDial(quint16 port, int receiveBuffer = 0)
{
    const int fd = ::socket(AF_INET, SOCK_STREAM, 0);
    if (receiveBuffer > 0)
        ::setsockopt(fd, SOL_SOCKET, SO_RCVBUF, &receiveBuffer, sizeof(receiveBuffer));
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(port);
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (fd < 0 || ::connect(fd, reinterpret_cast<const sockaddr *>(&to), sizeof(to)) != 0)
        return -1;
    return fd;
}
#endif

} // namespace

class TestCabinetLoopback : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCabinetDialsInIsAskedAndRents()
    {
        Rig rig;
        QSignalSpy changed(&rig.fleet, &CabinetFleet::cabinetsChanged);
        Cabinet cabinet(rig.port, kSn);
        QTRY_COMPARE(cabinet.count(Command::Login), 1);
        const auto isOnline = [&] {
            const auto status = rig.fleet.cabinet(kSn);
            return status && status->state == CabinetStatus::State::Online && status->inventory;
        };
        QTRY_VERIFY(isOnline());
        QVERIFY(changed.count() > 0);
        QCOMPARE(rig.fleet.cabinet(kSn)->banks(), 1);
        auto rent = rig.fleet.rent(kSn, 3, QStringLiteral("seat 1"));
        QTRY_VERIFY(rent.isFinished());
        QVERIFY(rent.result());
        QCOMPARE(bankName(rent.result()->bank), QStringLiteral("RL1A7C000064"));
        cabinet.say(test::golden("heartbeat"));
        QTRY_COMPARE(cabinet.count(Command::Heartbeat), 1);
        QTRY_VERIFY(!rig.fleet.cabinet(kSn)->lastHeartbeat.isNull());
        rig.fleet.stop();
        QTRY_VERIFY(!cabinet.isConnected());
        QTRY_COMPARE(rig.fleet.cabinet(kSn)->state, CabinetStatus::State::Offline);
        QVERIFY(!rig.fleet.state().isListening);
    }

    void theShortestPasswordStaysOutOfTheTrace()
    {
        base::SystemClock clock;
        base::Redactor redactor;
        trace::TraceRecorder trace(clock, redactor);
        Rig rig({}, &trace);
        Cabinet cabinet(rig.port, kSn);
        QTRY_COMPARE(cabinet.count(Command::Login), 1);
        const FtpUpgrade what{QStringLiteral("ftp.example"), 21, QStringLiteral("v2.bin"),
                              QStringLiteral("user"), QStringLiteral("#7")};
        auto upgrade = rig.fleet.upgrade(kSn, what, QStringLiteral("seat 1"));
        QTRY_VERIFY(upgrade.isFinished());
        QVERIFY(!upgrade.result() && upgrade.result().error().is(CabinetError::WrongAnswer));
        QByteArray sent;
        QByteArray received;
        for (const auto &record : trace.records())
            (record.kind == trace::TraceRecord::Kind::Sent ? sent : received) += record.bytes;
        QVERIFY(sent.contains("v2.bin"));
        QVERIFY(!sent.contains("#7"));
        QVERIFY(received.contains(kSn.toLatin1()));
        QVERIFY(!received.contains("#7"));
    }

    void saysThatThePortIsTaken()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress(QHostAddress::LocalHost), 0));
        QTemporaryDir folder;
        base::SystemClock clock;
        store::Store store(folder.filePath(QStringLiteral("opsdeck.db")), clock);
        store.database.open();
        CabinetFleet fleet(clock, store.ledger, store.journal, nullptr);
        ServerSettings settings;
        settings.bind = QHostAddress(QHostAddress::LocalHost);
        settings.port = other.serverPort();
        fleet.start(settings);
        QTRY_VERIFY(fleet.state().problem.has_value());
        QVERIFY(fleet.state().problem->is(CabinetError::PortTaken));
        QVERIFY(!fleet.state().isListening);
    }

    void twoThousandSilentConnectionsHarmNobody()
    {
#ifdef Q_OS_UNIX
        ServerSettings settings;
        settings.limits.loginDeadline = 2s;
        Rig rig(settings);
        const auto files = base::raiseFileLimit(6'000);
        if (!files || *files < 6'000)
            QSKIP("this machine lets a process have too few files");
        Cabinet early(rig.port, kSn);
        QTRY_COMPARE(early.count(Command::Login), 1);
        std::vector<int> silent;
        for (int i = 0; i < 2'000; ++i) {
            silent.push_back(rawDial(rig.port));
            QVERIFY(silent.back() >= 0);
        }
        Cabinet late(rig.port, QStringLiteral("OTHER"));
        QTRY_COMPARE(late.count(Command::Login), 1);
        early.say(test::golden("heartbeat"));
        late.say(test::golden("heartbeat"));
        QTRY_COMPARE(early.count(Command::Heartbeat), 1);
        QTRY_COMPARE(late.count(Command::Heartbeat), 1);
        // One address has its share, and after the deadline none of them is left.
        QTRY_COMPARE_WITH_TIMEOUT(rig.fleet.state().connections, 2, 20'000);
        QVERIFY(early.isConnected() && late.isConnected());
        for (const int fd : silent)
            ::close(fd);
#else
        QSKIP("raw sockets of this machine are not written here");
#endif
    }

    void aFlooderIsDisconnectedAndNobodyElse()
    {
        Rig rig;
        Cabinet good(rig.port, kSn);
        QTRY_COMPARE(good.count(Command::Login), 1);
        Cabinet flooder(rig.port, QStringLiteral("OTHER"));
        QTRY_COMPARE(flooder.count(Command::Login), 1);
        flooder.say(test::golden("heartbeat").repeated(100'000));
        for (int i = 1; i <= 5; ++i) {
            good.say(test::golden("heartbeat"));
            QTRY_COMPARE(good.count(Command::Heartbeat), i);
        }
        QTRY_VERIFY(!flooder.isConnected());
        QTRY_VERIFY(rig.texts.contains(QStringLiteral("cabinet.offline.flooding")));
        QVERIFY(flooder.count(Command::Heartbeat) <= 200);
        QVERIFY(good.isConnected());
    }

    void whoDoesNotReadIsDisconnectedAndNobodyElse()
    {
#ifdef Q_OS_UNIX
        QTemporaryDir folder;
        base::SystemClock clock;
        store::Store store(folder.filePath(QStringLiteral("opsdeck.db")), clock);
        store.database.open();
        transport::PeerLimits limits;
        limits.writeBufferBytes = 4 << 10;
        limits.socketBufferBytes = 4 << 10;
        QStringList texts;
        ServerState state;
        CabinetServer server(clock, store.ledger, store.journal, transport::makePeerServer(clock, limits));
        connect(&server, &CabinetServer::happened, this, [&](const FleetEvent &event) {
            texts.append(event.details.value(QStringLiteral("text")).toString());
        });
        connect(&server, &CabinetServer::stateChanged, this, [&](const ServerState &now) { state = now; });
        ServerSettings settings;
        settings.bind = QHostAddress(QHostAddress::LocalHost);
        settings.port = 0;
        // The answers to a flood are what fills the way back.
        settings.limits.framesAtOnce = 10'000'000;
        server.allow({kSn, QStringLiteral("LAZY")});
        server.start(settings);
        QTRY_VERIFY(state.isListening);
        Cabinet good(state.port, kSn);
        QTRY_COMPARE(good.count(Command::Login), 1);
        const int lazy = rawDial(state.port, 4 << 10);
        QVERIFY(lazy >= 0);
        const QByteArray login = loginFrame(QStringLiteral("LAZY"));
        QCOMPARE(::send(lazy, login.constData(), size_t(login.size()), 0), login.size());
        const QByteArray beats = test::golden("heartbeat").repeated(400);
        const QString dropped = QStringLiteral("cabinet.offline.not-reading");
        for (int i = 0; i < 5'000 && !texts.contains(dropped); ++i) {
            ::send(lazy, beats.constData(), size_t(beats.size()), MSG_DONTWAIT | MSG_NOSIGNAL);
            QCoreApplication::processEvents();
        }
        QVERIFY(texts.contains(dropped));
        good.say(test::golden("heartbeat"));
        QTRY_COMPARE(good.count(Command::Heartbeat), 1);
        QVERIFY(good.isConnected());
        ::close(lazy);
#else
        QSKIP("raw sockets of this machine are not written here");
#endif
    }

    void theFleetMayGoWhileMuchIsUnderWay()
    {
        for (int round = 0; round < 5; ++round) {
            Rig rig;
            Cabinet cabinet(rig.port, kSn);
            QTRY_COMPARE(cabinet.count(Command::Login), 1);
            for (int slot = 1; slot <= 60; ++slot)
                cabinet.say(encodeFrame(quint8(Command::Return), 1, kToken,
                                        char(slot) + QByteArray("RL1A") + QByteArray(4, char(slot))));
            auto waiting = rig.fleet.volume(kSn);
            QTRY_VERIFY(cabinet.count(Command::Return) > round);
            Q_UNUSED(waiting);
        }
    }
};

QTEST_GUILESS_MAIN(TestCabinetLoopback)
#include "tst_cabinet_loopback.moc"
