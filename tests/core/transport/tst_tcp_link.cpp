// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/tcp_link.h"

#include "core/transport/tcp_link_factory.h"
#include "tests/support/manual_clock.h"

#include <QTcpServer>
#include <QTest>

using namespace opsdeck;
using std::chrono::milliseconds;
using transport::LinkError;
using transport::TcpLimits;
using transport::TcpLink;
using State = transport::ByteLink::State;

namespace {

/// Writes down what a link says, as one line an event.
class Witness final : public QObject
{
public:
    explicit Witness(TcpLink &link)
    {
        connect(&link, &TcpLink::opened, this, [this] { log.append(QStringLiteral("opened")); });
        connect(&link, &TcpLink::bytesReceived, this, [this](const QByteArray &bytes) { received += bytes; });
        connect(&link, &TcpLink::closed, this, [this](const base::Error &reason) {
            log.append(QStringLiteral("closed: ") + reason.name());
            details.append(reason.detail());
        });
        connect(&link, &TcpLink::failed, this, [this](const base::Error &reason) {
            log.append(QStringLiteral("failed: ") + reason.name());
            details.append(reason.detail());
        });
    }
    QStringList log;
    QStringList details;
    QByteArray received;
};

class LogTap final : public transport::LinkTap
{
public:
    explicit LogTap(QStringList &log)
        : m_log(log)
    {
    }
    void opened(const QHostAddress &local, quint16 localPort, const QHostAddress &peer,
                quint16 peerPort) override
    {
        m_log.append(QStringLiteral("opened %1 %2 %3 %4")
                         .arg(local.toString(), peer.toString())
                         .arg(localPort != 0)
                         .arg(peerPort != 0));
    }
    void sent(const QByteArray &bytes) override
    {
        m_log.append(QStringLiteral("sent ") + QString::fromLatin1(bytes));
    }
    void received(const QByteArray &bytes) override
    {
        m_log.append(QStringLiteral("received ") + QString::fromLatin1(bytes));
    }
    void closed(const QString &reason) override { m_log.append(QStringLiteral("closed ") + reason); }

private:
    QStringList &m_log;
};

} // namespace

class TestTcpLink : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void carriesBytesBothWays();
    void tellsThatThePeerClosed();
    void givesWhatArrivedBeforeThePeerClosed();
    void tellsThatNobodyListens();
    void tellsThatTheNameIsUnknown();
    void timesOutConnecting();
    void timesOutIdle();
    void doesNotTimeOutWhileBytesCome();
    void closesWhenThePeerDoesNotRead();
    void closesOnceAndSaysSo();
    void saysNothingWhenItIsClosedAlready();
    void writesItsLastWordsBeforeItCloses();
    void doesNotWaitForEverForItsLastWords();
    void opensAgain();
    void letsTheSlotsOpenWin();
    void keepsTheNewAttemptWhenASlotReopensInTheLastBytes();
    void mayBeDeletedInsideItsSignals_data();
    void mayBeDeletedInsideItsSignals();
    void tellsItsTap();
    void boundsWhatItReadsAhead();

private:
    transport::Endpoint endpoint() const { return {QStringLiteral("127.0.0.1"), m_server->serverPort()}; }
    std::unique_ptr<TcpLink> makeLink(TcpLimits limits = {},
                                      std::unique_ptr<transport::LinkTap> tap = nullptr)
    {
        return std::make_unique<TcpLink>(*m_clock, limits, std::move(tap));
    }
    /// Opens the link and gives the server's end of it.
    std::unique_ptr<QTcpSocket> connected(TcpLink &link)
    {
        link.open(endpoint());
        [&] {
            QTRY_VERIFY(link.state() == State::Open);
            QTRY_VERIFY(m_server->hasPendingConnections());
        }();
        std::unique_ptr<QTcpSocket> peer(m_server->nextPendingConnection());
        if (!peer)
            qFatal("no connection on loopback");
        peer->setParent(nullptr);
        return peer;
    }

    std::unique_ptr<test::ManualClock> m_clock;
    std::unique_ptr<QTcpServer> m_server;
};

void TestTcpLink::init()
{
    m_clock = std::make_unique<test::ManualClock>();
    m_server = std::make_unique<QTcpServer>();
    QVERIFY(m_server->listen(QHostAddress::LocalHost));
}

void TestTcpLink::cleanup()
{
    m_server.reset();
}

void TestTcpLink::carriesBytesBothWays()
{
    auto link = makeLink();
    Witness witness(*link);
    auto peer = connected(*link);
    link->send("to the device");
    peer->write("from the device");
    QTRY_COMPARE(witness.received, QByteArray("from the device"));
    QTRY_COMPARE(peer->bytesAvailable(), qint64(13));
    QCOMPARE(peer->readAll(), QByteArray("to the device"));
    QCOMPARE(witness.log, QStringList({QStringLiteral("opened")}));
}

void TestTcpLink::tellsThatThePeerClosed()
{
    auto link = makeLink();
    Witness witness(*link);
    auto peer = connected(*link);
    peer->close();
    QTRY_COMPARE(witness.log,
                 QStringList({QStringLiteral("opened"), QStringLiteral("closed: closed-by-peer")}));
    QCOMPARE(link->state(), State::Closed);
    link->close();
    QCOMPARE(witness.log.size(), 2);
}

void TestTcpLink::givesWhatArrivedBeforeThePeerClosed()
{
    auto link = makeLink({milliseconds(5000), milliseconds(0), 1 << 20, 4096});
    Witness witness(*link);
    auto peer = connected(*link);
    const QByteArray last(300'000, 'z');
    peer->write(last);
    peer->disconnectFromHost();
    QTRY_COMPARE(witness.log.size(), 2);
    QCOMPARE(witness.received.size(), last.size());
}

void TestTcpLink::tellsThatNobodyListens()
{
    const auto nobody = endpoint();
    m_server->close();
    auto link = makeLink();
    Witness witness(*link);
    link->open(nobody);
    QTRY_COMPARE(witness.log, QStringList({QStringLiteral("failed: connection-refused")}));
    QVERIFY(witness.details[0].startsWith(nobody.toString()));
    m_clock->advance(milliseconds(60000)); // the connect time-out must not come as well
    QCOMPARE(witness.log.size(), 1);
}

void TestTcpLink::tellsThatTheNameIsUnknown()
{
    auto link = makeLink();
    Witness witness(*link);
    link->open({QStringLiteral("no such host.invalid"), 1});
    QTRY_COMPARE_WITH_TIMEOUT(witness.log, QStringList({QStringLiteral("failed: resolve-failed")}), 20000);
}

void TestTcpLink::timesOutConnecting()
{
    // Nothing is answered before the event loop runs: the time-out comes first.
    class StandingClock final : public base::Clock
    {
    public:
        Nanoseconds monotonic() const override { return Nanoseconds(0); }
        QDateTime now() const override { return {}; }
        std::unique_ptr<base::Timer> makeTimer(std::function<void()> onFire) override
        {
            class HandTimer final : public base::Timer
            {
            public:
                explicit HandTimer(StandingClock &clock, std::function<void()> f)
                    : m_clock(clock)
                    , m_f(std::move(f))
                {
                }
                void start(milliseconds delay) override
                {
                    m_clock.delay = delay;
                    m_clock.fire = m_f;
                }
                void stop() override {}
                bool isActive() const override { return false; }

            private:
                StandingClock &m_clock;
                std::function<void()> m_f;
            };
            return std::make_unique<HandTimer>(*this, std::move(onFire));
        }
        milliseconds delay{0};
        std::function<void()> fire;
    };
    StandingClock clock;
    TcpLink link(clock, {milliseconds(5000)}, nullptr);
    Witness witness(link);
    link.open(endpoint());
    QCOMPARE(link.state(), State::Opening);
    QCOMPARE(clock.delay, milliseconds(5000));
    clock.fire();
    QCOMPARE(witness.log, QStringList({QStringLiteral("failed: connect-timeout")}));
    QVERIFY(witness.details[0].contains(QStringLiteral("5000 ms")));
    // The connection that comes about after all is nobody's.
    for (int i = 0; i < 20; ++i)
        QCoreApplication::processEvents();
    QCOMPARE(witness.log.size(), 1);
    QCOMPARE(link.state(), State::Closed);
}

void TestTcpLink::timesOutIdle()
{
    auto link = makeLink({milliseconds(5000), milliseconds(1000)});
    Witness witness(*link);
    auto peer = connected(*link);
    m_clock->advance(milliseconds(999));
    QCOMPARE(link->state(), State::Open);
    link->send("what we say does not count");
    m_clock->advance(milliseconds(1));
    QCOMPARE(witness.log.last(), QStringLiteral("closed: idle-timeout"));
    QVERIFY(witness.details[0].contains(QStringLiteral("1000 ms")));
    QCOMPARE(witness.log.size(), 2);
}

void TestTcpLink::doesNotTimeOutWhileBytesCome()
{
    auto link = makeLink({milliseconds(5000), milliseconds(1000)});
    Witness witness(*link);
    auto peer = connected(*link);
    for (int i = 1; i <= 5; ++i) {
        m_clock->advance(milliseconds(900));
        peer->write("x");
        QTRY_COMPARE(witness.received.size(), qsizetype(i));
    }
    QCOMPARE(link->state(), State::Open);
    m_clock->advance(milliseconds(999));
    QCOMPARE(link->state(), State::Open);
    m_clock->advance(milliseconds(1));
    QCOMPARE(link->state(), State::Closed);
}

void TestTcpLink::closesWhenThePeerDoesNotRead()
{
    auto link = makeLink({milliseconds(5000), milliseconds(0), 100'000});
    Witness witness(*link);
    auto peer = connected(*link);
    peer->setReadBufferSize(1);
    int sends = 0;
    while (link->state() == State::Open && sends < 5000) {
        link->send(QByteArray(50'000, 'x'));
        QCoreApplication::processEvents();
        ++sends;
    }
    QCOMPARE(witness.log, QStringList({QStringLiteral("opened"), QStringLiteral("closed: write-overflow")}));
    QVERIFY(witness.details[0].contains(QStringLiteral("does not read")));
    link->send("ignored");
    QCOMPARE(witness.log.size(), 2);
}

void TestTcpLink::closesOnceAndSaysSo()
{
    auto link = makeLink();
    Witness witness(*link);
    auto peer = connected(*link);
    link->close();
    link->close();
    QCOMPARE(witness.log, QStringList({QStringLiteral("opened"), QStringLiteral("closed: closed-by-us")}));
    link->open(endpoint());
    link->close(); // while opening
    QCOMPARE(witness.log.last(), QStringLiteral("failed: closed-by-us"));
    m_clock->advance(milliseconds(60000));
    QCOMPARE(witness.log.size(), 3);
}

void TestTcpLink::saysNothingWhenItIsClosedAlready()
{
    auto link = makeLink();
    Witness witness(*link);
    link->close();
    link->closeAfterWriting();
    link->send("nothing");
    QVERIFY(witness.log.isEmpty());
}

void TestTcpLink::writesItsLastWordsBeforeItCloses()
{
    auto link = makeLink();
    Witness witness(*link);
    auto peer = connected(*link);
    link->send("logout");
    link->closeAfterWriting();
    link->send("too late");
    QTRY_COMPARE(witness.log,
                 QStringList({QStringLiteral("opened"), QStringLiteral("closed: closed-by-us")}));
    QTRY_COMPARE(peer->state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(peer->readAll(), QByteArray("logout"));
}

void TestTcpLink::doesNotWaitForEverForItsLastWords()
{
    auto link = makeLink({milliseconds(5000), milliseconds(0), 64 << 20});
    Witness witness(*link);
    auto peer = connected(*link);
    peer->setReadBufferSize(1);
    link->send(QByteArray(32 << 20, 'x'));
    link->closeAfterWriting();
    for (int i = 0; i < 50; ++i)
        QCoreApplication::processEvents();
    QCOMPARE(link->state(), State::Open);
    m_clock->advance(milliseconds(5000));
    QCOMPARE(witness.log, QStringList({QStringLiteral("opened"), QStringLiteral("closed: closed-by-us")}));
    QCOMPARE(witness.details, QStringList({QStringLiteral("closed by us")}));
}

void TestTcpLink::opensAgain()
{
    auto link = makeLink();
    Witness witness(*link);
    auto first = connected(*link);
    auto second = connected(*link); // open() of an open link ends the old connection
    QCOMPARE(witness.log, QStringList({QStringLiteral("opened"), QStringLiteral("closed: closed-by-us"),
                                       QStringLiteral("opened")}));
    first->write("old");
    second->write("new");
    QTRY_COMPARE(witness.received, QByteArray("new"));
}

void TestTcpLink::letsTheSlotsOpenWin()
{
    auto link = makeLink();
    Witness witness(*link);
    auto peer = connected(*link);
    int reopened = 0;
    connect(link.get(), &TcpLink::closed, this, [&] {
        if (++reopened == 1)
            link->open(endpoint());
    });
    link->open({QStringLiteral("127.0.0.1"), 1});
    QTRY_COMPARE(link->state(), State::Open);
    QCOMPARE(witness.log, QStringList({QStringLiteral("opened"), QStringLiteral("closed: closed-by-us"),
                                       QStringLiteral("opened")}));
}

void TestTcpLink::keepsTheNewAttemptWhenASlotReopensInTheLastBytes()
{
    auto link = makeLink();
    Witness witness(*link);
    auto peer = connected(*link);
    connect(link.get(), &TcpLink::bytesReceived, this, [&](const QByteArray &bytes) {
        if (bytes.endsWith("bye"))
            link->open(endpoint());
    });
    peer->write("bye");
    peer->disconnectFromHost();
    QTRY_COMPARE(witness.log.size(), 3);
    QTRY_COMPARE(link->state(), State::Open);
    QCOMPARE(witness.log, QStringList({QStringLiteral("opened"), QStringLiteral("closed: closed-by-us"),
                                       QStringLiteral("opened")}));
}

void TestTcpLink::mayBeDeletedInsideItsSignals_data()
{
    QTest::addColumn<QString>("when");
    for (const char *when :
         {"opened", "received", "closed by peer", "closed by us", "failed", "idle", "overflow"})
        QTest::newRow(when) << QString::fromLatin1(when);
}

void TestTcpLink::mayBeDeletedInsideItsSignals()
{
    QFETCH(QString, when);
    auto link = makeLink({milliseconds(5000), milliseconds(1000), 1000});
    const auto drop = [&] { link.reset(); };
    if (when == QStringLiteral("failed")) {
        connect(link.get(), &TcpLink::failed, this, drop);
        const auto nobody = endpoint();
        m_server->close();
        link->open(nobody);
    } else if (when == QStringLiteral("opened")) {
        connect(link.get(), &TcpLink::opened, this, drop);
        link->open(endpoint());
    } else {
        auto peer = connected(*link);
        if (when == QStringLiteral("received"))
            connect(link.get(), &TcpLink::bytesReceived, this, drop);
        else
            connect(link.get(), &TcpLink::closed, this, drop);
        if (when == QStringLiteral("idle")) {
            m_clock->advance(milliseconds(1000));
        } else if (when == QStringLiteral("overflow")) {
            link->send(QByteArray(2000, 'x'));
        } else if (when == QStringLiteral("closed by us")) {
            link->close();
        } else {
            peer->write("last words");
            peer->disconnectFromHost();
        }
        QTRY_VERIFY(!link);
    }
    QTRY_VERIFY(!link);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

void TestTcpLink::tellsItsTap()
{
    QStringList log;
    auto link = makeLink({}, std::make_unique<LogTap>(log));
    auto peer = connected(*link);
    link->send("q");
    peer->write("a");
    QTRY_COMPARE(log.size(), 3);
    link->close();
    auto again = connected(*link);
    link.reset(); // the tap hears the end of this one too
    QCOMPARE(log, QStringList({QStringLiteral("opened 127.0.0.1 127.0.0.1 1 1"), QStringLiteral("sent q"),
                               QStringLiteral("received a"), QStringLiteral("closed closed by us"),
                               QStringLiteral("opened 127.0.0.1 127.0.0.1 1 1"),
                               QStringLiteral("closed closed by us")}));
}

void TestTcpLink::boundsWhatItReadsAhead()
{
    constexpr qint64 kCap = 65536;
    auto link = makeLink({milliseconds(5000), milliseconds(0), 1 << 20, kCap});
    qsizetype largest = 0;
    qint64 all = 0;
    connect(link.get(), &TcpLink::bytesReceived, this, [&](const QByteArray &bytes) {
        largest = std::max(largest, bytes.size());
        all += bytes.size();
    });
    auto peer = connected(*link);
    peer->write(QByteArray(8 << 20, 'x'));
    QTRY_COMPARE(all, qint64(8 << 20));
    QVERIFY(largest <= kCap);
}

QTEST_GUILESS_MAIN(TestTcpLink)
#include "tst_tcp_link.moc"
