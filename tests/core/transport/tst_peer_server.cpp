// SPDX-License-Identifier: GPL-3.0-or-later
// The same rows for both servers: on epoll, and on QTcpServer.
#include "core/transport/epoll_peer_server.h"
#include "core/transport/qt_peer_server.h"
#include "tests/support/manual_clock.h"

#include <QSet>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <functional>

#ifdef Q_OS_UNIX
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>
#endif

using namespace opsdeck;
using namespace opsdeck::transport;
using namespace std::chrono_literals;

namespace {

class Ear final : public PeerListener
{
public:
    void peerConnected(PeerId peer, const QHostAddress &address, quint16 port) override
    {
        connected.append(peer);
        addresses.append(Endpoint{address.toString(), port}.toString());
        if (onConnected)
            onConnected(peer);
    }
    void peerBytes(PeerId peer, QByteArrayView bytes) override
    {
        received[peer.value()].append(bytes.data(), bytes.size());
        longest = std::max(longest, bytes.size());
        if (onBytes)
            onBytes(peer, bytes);
    }
    void peerClosed(PeerId peer, const base::Error &reason) override
    {
        closed.append(peer);
        reasons.append(reason);
    }
    void acceptPaused(const base::Error &reason) override { pauses.append(reason); }

    QList<PeerId> connected;
    QStringList addresses;
    QHash<quint64, QByteArray> received;
    QList<PeerId> closed;
    QList<base::Error> reasons;
    QList<base::Error> pauses;
    qsizetype longest = 0;
    std::function<void(PeerId)> onConnected;
    std::function<void(PeerId, QByteArrayView)> onBytes;
};

class NotedTap final : public LinkTap
{
public:
    explicit NotedTap(QStringList &lines)
        : m_lines(lines)
    {
    }
    void opened(const QHostAddress &, quint16, const QHostAddress &peer, quint16) override
    {
        m_lines.append(QStringLiteral("opened %1").arg(peer.toString()));
    }
    void sent(const QByteArray &bytes) override
    {
        m_lines.append(QStringLiteral("sent ") + QString::fromLatin1(bytes));
    }
    void received(const QByteArray &bytes) override
    {
        m_lines.append(QStringLiteral("received ") + QString::fromLatin1(bytes));
    }
    void closed(const QString &) override { m_lines.append(QStringLiteral("closed")); }

private:
    QStringList &m_lines;
};

class NotedTaps final : public LinkTapFactory
{
public:
    std::unique_ptr<LinkTap> makeTap(const QString &, const QString &) override
    {
        return std::make_unique<NotedTap>(lines);
    }
    QStringList lines;
};

/// The server of the row, listening on loopback.
struct Rig {
    explicit Rig(const PeerLimits &limits = {}, LinkTapFactory *taps = nullptr)
    {
        QFETCH_GLOBAL(QString, kind);
        const PeerTrace trace{taps, QStringLiteral("test")};
#ifdef Q_OS_LINUX
        if (kind == QStringLiteral("epoll"))
            server = std::make_unique<EpollPeerServer>(clock, limits, trace);
#endif
        if (!server)
            server = std::make_unique<QtPeerServer>(clock, limits, trace);
        server->setListener(&ear);
        const auto listening = server->listen(QHostAddress(QHostAddress::LocalHost), 0);
        if (!listening)
            qFatal("%s", qPrintable(listening.error().detail()));
        port = *listening;
    }

    std::unique_ptr<QTcpSocket> dial()
    {
        auto socket = std::make_unique<QTcpSocket>();
        socket->connectToHost(QHostAddress(QHostAddress::LocalHost), port);
        return socket;
    }

    test::ManualClock clock;
    Ear ear;
    std::unique_ptr<PeerServer> server;
    quint16 port = 0;
};

} // namespace

class TestPeerServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data()
    {
        QTest::addColumn<QString>("kind");
#ifdef Q_OS_LINUX
        QTest::newRow("epoll") << QStringLiteral("epoll");
#endif
        QTest::newRow("qt") << QStringLiteral("qt");
    }

    void tellsWhoConnectsWhatHeSendsAndThatHeLeft()
    {
        Rig rig;
        const auto client = rig.dial();
        QTRY_COMPARE(rig.ear.connected.size(), 1);
        QCOMPARE(rig.ear.addresses.first(), QStringLiteral("127.0.0.1:%1").arg(client->localPort()));
        QCOMPARE(rig.server->peers(), 1);
        const PeerId peer = rig.ear.connected.first();
        client->write("hello");
        QTRY_COMPARE(rig.ear.received.value(peer.value()), QByteArray("hello"));
        rig.server->send(peer, QByteArrayView("welcome"));
        QTRY_COMPARE(client->bytesAvailable(), 7);
        QCOMPARE(client->readAll(), QByteArray("welcome"));
        client->disconnectFromHost();
        QTRY_COMPARE(rig.ear.closed, QList<PeerId>({peer}));
        QVERIFY(rig.ear.reasons.first().is(LinkError::ClosedByPeer));
        QCOMPARE(rig.server->peers(), 0);
    }

    void whatCameBeforeTheEndIsHeard()
    {
        Rig rig;
        const auto client = rig.dial();
        QTRY_COMPARE(client->state(), QTcpSocket::ConnectedState);
        client->write("last words");
        client->disconnectFromHost();
        QTRY_COMPARE(rig.ear.closed.size(), 1);
        QCOMPARE(rig.ear.received.value(rig.ear.closed.first().value()), QByteArray("last words"));
    }

    void neverGivesAnIdTwice()
    {
        Rig rig;
        QSet<quint64> ids;
        for (int i = 1; i <= 20; ++i) {
            const auto client = rig.dial();
            QTRY_COMPARE(rig.ear.connected.size(), i);
            const PeerId peer = rig.ear.connected.last();
            QVERIFY(!peer.isNull());
            QCOMPARE(peer.slot(), 0U);
            ids.insert(peer.value());
            rig.server->close(peer);
            QTRY_COMPARE(client->state(), QTcpSocket::UnconnectedState);
            rig.server->send(peer, QByteArrayView("nobody"));
            rig.server->close(peer);
            rig.server->closeAfterWriting(peer);
        }
        QCOMPARE(ids.size(), 20);
        // Whom we close we do not hear of.
        QVERIFY(rig.ear.closed.isEmpty());
    }

    void theLastWordsArriveThoughThePeersOwnWereNotRead()
    {
        Rig rig;
        rig.ear.onBytes = [&](PeerId peer, QByteArrayView) {
            rig.server->send(peer, QByteArrayView("refused"));
            rig.server->closeAfterWriting(peer);
        };
        const auto client = rig.dial();
        QTRY_COMPARE(client->state(), QTcpSocket::ConnectedState);
        client->write(QByteArray(40'000, 'x'));
        QTRY_COMPARE(client->state(), QTcpSocket::UnconnectedState);
        QCOMPARE(client->readAll(), QByteArray("refused"));
        QVERIFY(rig.ear.received.value(rig.ear.connected.first().value()).size() <= 16 << 10);
        QTRY_COMPARE(rig.server->peers(), 0);
        QVERIFY(rig.ear.closed.isEmpty());
    }

    void aPeerThatDoesNotCloseItsSideIsClosedAfterAWhile()
    {
#ifdef Q_OS_UNIX
        PeerLimits limits;
        Rig rig(limits);
        const int fd = rawDial(rig.port);
        QTRY_COMPARE(rig.ear.connected.size(), 1);
        rig.server->closeAfterWriting(rig.ear.connected.first());
        rig.clock.advance(limits.linger);
        QTRY_COMPARE(rig.server->peers(), 0);
        ::close(fd);
#else
        QSKIP("raw sockets of this machine are not written here");
#endif
    }

    void onlyThePeerThatDoesNotReadIsDropped()
    {
#ifdef Q_OS_UNIX
        Rig rig;
        const int lazy = rawDial(rig.port);
        QTRY_COMPARE(rig.ear.connected.size(), 1);
        const PeerId lazyPeer = rig.ear.connected.first();
        const auto good = rig.dial();
        QTRY_COMPARE(rig.ear.connected.size(), 2);
        const PeerId goodPeer = rig.ear.connected.last();
        const QByteArray chunk(4096, 'c');
        // What the kernel and our cap hold is bounded.
        for (int i = 0; i < 20'000 && rig.ear.closed.isEmpty(); ++i) {
            rig.server->send(lazyPeer, chunk);
            QCoreApplication::processEvents();
        }
        QCOMPARE(rig.ear.closed, QList<PeerId>({lazyPeer}));
        QVERIFY(rig.ear.reasons.first().is(LinkError::WriteOverflow));
        QVERIFY(rig.ear.reasons.first().detail().contains(QStringLiteral("does not read")));
        rig.server->send(goodPeer, QByteArrayView("still here"));
        QTRY_COMPARE(good->bytesAvailable(), 10);
        ::close(lazy);
#else
        QSKIP("raw sockets of this machine are not written here");
#endif
    }

    void whoReadsNothingOfWhatWaitsIsDroppedInTime()
    {
#ifdef Q_OS_UNIX
        PeerLimits limits;
        limits.writeBufferBytes = 32 << 20;
        Rig rig(limits);
        const int lazy = rawDial(rig.port);
        QTRY_COMPARE(rig.ear.connected.size(), 1);
        // More than any kernel keeps for a peer that does not read.
        rig.server->send(rig.ear.connected.first(), QByteArray(24 << 20, 'c'));
        for (int i = 0; i < 50; ++i)
            QCoreApplication::processEvents();
        rig.clock.advance(limits.writeStall - 1ms);
        QVERIFY(rig.ear.closed.isEmpty());
        rig.clock.advance(1ms);
        QTRY_COMPARE(rig.ear.closed.size(), 1);
        QVERIFY(rig.ear.reasons.first().is(LinkError::WriteOverflow));
        ::close(lazy);
#else
        QSKIP("raw sockets of this machine are not written here");
#endif
    }

    void whatASlowReaderMissedComesInOrder()
    {
        PeerLimits limits;
        limits.writeBufferBytes = 8 << 20;
        Rig rig(limits);
        const auto client = rig.dial();
        client->setReadBufferSize(64 << 10);
        QTRY_COMPARE(rig.ear.connected.size(), 1);
        QByteArray all;
        for (int i = 0; i < 1000; ++i) {
            const QByteArray piece = QByteArray::number(i).rightJustified(1024, '.');
            rig.server->send(rig.ear.connected.first(), piece);
            all += piece;
        }
        QByteArray got;
        const auto take = [&] {
            got += client->readAll();
            return got.size() >= all.size();
        };
        QTRY_VERIFY_WITH_TIMEOUT(take(), 20'000);
        QCOMPARE(got, all);
        rig.server->closeAfterWriting(rig.ear.connected.first());
        QTRY_COMPARE(client->state(), QTcpSocket::UnconnectedState);
    }

    void aFloodDoesNotHoldUpTheOthers()
    {
        Rig rig;
        qsizetype flooded = 0;
        qsizetype before = -1; // of the flood, when the other was heard
        rig.ear.onBytes = [&](PeerId peer, QByteArrayView bytes) {
            if (bytes.startsWith('f')) {
                flooded += bytes.size();
                return;
            }
            before = flooded;
            rig.server->send(peer, bytes);
        };
        const auto flood = rig.dial();
        const auto good = rig.dial();
        QTRY_COMPARE(rig.ear.connected.size(), 2);
        constexpr qsizetype kFlood = 16 << 20;
        flood->write(QByteArray(kFlood, 'f'));
        good->write("ping");
        QTRY_COMPARE(good->bytesAvailable(), 4);
        QVERIFY2(before >= 0 && before < kFlood / 2, qPrintable(QString::number(before)));
        QVERIFY(rig.ear.longest <= 16 << 10);
    }

    void aPeerMayBeClosedFromWithinAnyCall()
    {
        Rig rig;
        rig.ear.onConnected = [&](PeerId peer) {
            if (rig.ear.connected.size() % 2 == 0)
                rig.server->close(peer);
        };
        rig.ear.onBytes = [&](PeerId, QByteArrayView) {
            // Also the others, whose bytes may be of the same turn.
            for (const PeerId other : std::as_const(rig.ear.connected))
                rig.server->close(other);
        };
        std::vector<std::unique_ptr<QTcpSocket>> clients;
        for (int i = 0; i < 8; ++i)
            clients.push_back(rig.dial());
        QTRY_COMPARE(rig.ear.connected.size(), 8);
        QCOMPARE(rig.server->peers(), 4);
        for (const auto &client : clients)
            client->write("x");
        QTRY_COMPARE(rig.server->peers(), 0);
        QCOMPARE(rig.ear.received.size(), 1);
        QVERIFY(rig.ear.closed.isEmpty());
    }

    void aResetIsAnEndAndToldOnce()
    {
#ifdef Q_OS_UNIX
        Rig rig;
        const int fd = rawDial(rig.port);
        QTRY_COMPARE(rig.ear.connected.size(), 1);
        const linger hard{1, 0};
        ::setsockopt(fd, SOL_SOCKET, SO_LINGER, &hard, sizeof(hard));
        ::close(fd);
        QTRY_COMPARE(rig.ear.closed.size(), 1);
        for (int i = 0; i < 20; ++i)
            QCoreApplication::processEvents();
        QCOMPARE(rig.ear.closed.size(), 1);
#else
        QSKIP("raw sockets of this machine are not written here");
#endif
    }

    void withoutDescriptorsItWaitsAndDoesNotSpin()
    {
#ifdef Q_OS_UNIX
        PeerLimits limits;
        Rig rig(limits);
        // Connected by the kernel alone; accepted later.
        std::vector<int> clients;
        for (int i = 0; i < 5; ++i)
            clients.push_back(rawDial(rig.port));
        rlimit before{};
        QCOMPARE(::getrlimit(RLIMIT_NOFILE, &before), 0);
        const rlimit none{3, before.rlim_max};
        QCOMPARE(::setrlimit(RLIMIT_NOFILE, &none), 0);
        for (int i = 0; i < 200 && rig.ear.pauses.isEmpty(); ++i)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
        for (int i = 0; i < 50; ++i)
            QCoreApplication::processEvents();
        const auto pauses = rig.ear.pauses;
        rig.clock.advance(limits.acceptPause);
        for (int i = 0; i < 50; ++i)
            QCoreApplication::processEvents();
        const auto later = rig.ear.pauses;
        QCOMPARE(::setrlimit(RLIMIT_NOFILE, &before), 0);
        QCOMPARE(pauses.size(), 1);
        QVERIFY(pauses.first().is(PeerServerError::TooManyFiles));
        QCOMPARE(later.size(), 2);
        QVERIFY(rig.ear.connected.isEmpty());
        rig.clock.advance(limits.acceptPause);
        QTRY_COMPARE(rig.ear.connected.size(), 5);
        for (const int fd : clients)
            ::close(fd);
#else
        QSKIP("this machine has no such limit");
#endif
    }

    void saysWhyItCannotListen()
    {
        Rig rig;
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress(QHostAddress::LocalHost), 0));
        const auto taken = rig.server->listen(QHostAddress(QHostAddress::LocalHost), other.serverPort());
        QVERIFY(!taken);
        QVERIFY2(taken.error().is(PeerServerError::AddressTaken), qPrintable(taken.error().detail()));
        // Set aside for documents: no machine has it.
        const auto foreign = rig.server->listen(QHostAddress(QStringLiteral("192.0.2.77")), 0);
        QVERIFY(!foreign);
        QVERIFY2(foreign.error().is(PeerServerError::AddressNotOurs), qPrintable(foreign.error().detail()));
        QVERIFY(!rig.server->isListening());
    }

    void listensOnEveryAddressAndShowsIpv4AsIpv4()
    {
        Rig rig;
        const auto port = rig.server->listen(QHostAddress(QHostAddress::Any), 0);
        QVERIFY(port);
        QTcpSocket client;
        client.connectToHost(QHostAddress(QHostAddress::LocalHost), *port);
        QTRY_COMPARE(rig.ear.connected.size(), 1);
        QVERIFY2(rig.ear.addresses.first().startsWith(QStringLiteral("127.0.0.1:")),
                 qPrintable(rig.ear.addresses.first()));
    }

    void shutClosesAllAndMayListenAgain()
    {
        Rig rig;
        const auto one = rig.dial();
        const auto two = rig.dial();
        QTRY_COMPARE(rig.ear.connected.size(), 2);
        rig.server->shut();
        QVERIFY(!rig.server->isListening());
        QCOMPARE(rig.server->peers(), 0);
        QTRY_COMPARE(one->state(), QTcpSocket::UnconnectedState);
        QTRY_COMPARE(two->state(), QTcpSocket::UnconnectedState);
        QVERIFY(rig.ear.closed.isEmpty());
        const auto port = rig.server->listen(QHostAddress(QHostAddress::LocalHost), rig.port);
        QVERIFY2(port, port ? "" : qPrintable(port.error().detail()));
        const auto three = rig.dial();
        QTRY_COMPARE(rig.ear.connected.size(), 3);
        QVERIFY(!rig.ear.connected.mid(0, 2).contains(rig.ear.connected.last()));
    }

    void theTraceHearsBothDirections()
    {
        NotedTaps taps;
        {
            Rig rig({}, &taps);
            rig.ear.onBytes = [&](PeerId peer, QByteArrayView) {
                rig.server->send(peer, QByteArrayView("pong"));
            };
            const auto client = rig.dial();
            QTRY_COMPARE(rig.ear.connected.size(), 1);
            client->write("ping");
            QTRY_COMPARE(client->bytesAvailable(), 4);
        }
        QCOMPARE(taps.lines, QStringList({QStringLiteral("opened 127.0.0.1"), QStringLiteral("received ping"),
                                          QStringLiteral("sent pong"), QStringLiteral("closed")}));
    }

private:
#ifdef Q_OS_UNIX
    /// A connected socket that nobody reads. Connecting to loopback needs no event loop: the kernel answers.
    static int rawDial(quint16 port)
    {
        const int fd = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in to{};
        to.sin_family = AF_INET;
        to.sin_port = htons(port);
        to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (fd < 0 || ::connect(fd, reinterpret_cast<const sockaddr *>(&to), sizeof(to)) != 0)
            qFatal("cannot connect to loopback");
        return fd;
    }
#endif
};

QTEST_GUILESS_MAIN(TestPeerServer)
#include "tst_peer_server.moc"
