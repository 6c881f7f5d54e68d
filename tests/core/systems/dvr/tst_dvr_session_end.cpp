// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/systems/dvr/dvr_session.h"

#include "core/systems/dvr/dvr_error.h"
#include "tests/core/systems/dvr/dvr_rig.h"

#include <QTest>

using namespace opsdeck;
using namespace opsdeck::dvr;
using namespace opsdeck::test;
using namespace std::chrono_literals;
using State = DeviceStatus::State;
using transport::LinkError;

Q_DECLARE_METATYPE(opsdeck::dvr::DeviceStatus::State)

class TestDvrSessionEnd : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mayBeDestroyedInsideItsOwnSignal_data();
    void mayBeDestroyedInsideItsOwnSignal();
    void mayBeDestroyedAtAnyPointOfTheLogin_data();
    void mayBeDestroyedAtAnyPointOfTheLogin();
    void mayBeStartedAnewByWhoeverHearsOfItsEnd_data();
    void mayBeStartedAnewByWhoeverHearsOfItsEnd();
    void startsAnewWhileItsLastWordsAreStillGoingOut();
    void survivesADeviceThatSendsNoise();
};

void TestDvrSessionEnd::mayBeDestroyedInsideItsOwnSignal_data()
{
    QTest::addColumn<State>("when");
    QTest::newRow("connecting") << State::Connecting;
    QTest::newRow("logging in") << State::LoggingIn;
    QTest::newRow("online") << State::Online;
    QTest::newRow("waiting") << State::Waiting;
    QTest::newRow("needs operator") << State::NeedsOperator;
    QTest::newRow("stopped") << State::Stopped;
}

void TestDvrSessionEnd::mayBeDestroyedInsideItsOwnSignal()
{
    QFETCH(State, when);
    Rig rig;
    const auto sink = std::make_shared<NotingSink>();
    rig.session->openLive(1, 0, StreamKind::Main, sink);
    connect(rig.session.get(), &DvrSession::statusChanged, this, [&rig, when](const DeviceStatus &status) {
        if (status.state == when)
            rig.session.reset();
    });
    rig.session->start();
    const auto drive = [&rig, when] {
        ScriptedLink *link = rig.links.find(QStringLiteral("north main"));
        if (!rig.session || !link)
            return;
        link->accept();
        if (!rig.session)
            return;
        if (when == State::NeedsOperator) {
            link->feed(wire(1001, body(R"({"Ret":203})")));
            return;
        }
        link->feed(wire(1001, body(R"({"Ret":100,"SessionID":"0x57"})")) +
                   wire(1049, body(R"({"Ret":100,"ChannelTitle":[]})")));
        if (!rig.session)
            return;
        if (when == State::Waiting)
            link->drop();
        else if (when == State::Stopped)
            rig.session->stop();
    };
    drive();
    QVERIFY(!rig.session);
    rig.advance(1min);
}

void TestDvrSessionEnd::mayBeDestroyedAtAnyPointOfTheLogin_data()
{
    QTest::addColumn<int>("steps");
    for (int steps = 0; steps <= 8; ++steps)
        QTest::addRow("after %d steps", steps) << steps;
}

void TestDvrSessionEnd::mayBeDestroyedAtAnyPointOfTheLogin()
{
    QFETCH(int, steps);
    Rig rig;
    const auto sink = std::make_shared<NotingSink>();
    rig.session->openLive(1, 0, StreamKind::Main, sink);
    const auto link = [&rig] { return rig.links.find(QStringLiteral("north main")); };
    const QList<std::function<void()>> all{
        [&] { rig.session->start(); },
        [&] { link()->accept(); },
        [&] { link()->feed(wire(1001, {}, 0)); },
        [&] { rig.settle(); },
        [&] { link()->accept(); }, // the Claim before the login is out
        [&] { link()->feed(wire(1414, body(R"({"Ret":100})"), 0, 1)); },
        [&] { link()->feed(wire(1001, body(R"({"Ret":100,"SessionID":"0x57"})"))); },
        [&] { rig.media()->accept(); }, // the stream's claim is out
    };
    for (int i = 0; i < steps; ++i)
        all.at(i)();
    const auto before = sink->calls();
    rig.session.reset();
    rig.advance(1min);
    QCOMPARE(sink->calls(), before);
    QVERIFY(!rig.media() || rig.media()->state() == transport::ByteLink::State::Closed);
}

void TestDvrSessionEnd::mayBeStartedAnewByWhoeverHearsOfItsEnd_data()
{
    QTest::addColumn<State>("when");
    QTest::newRow("needs operator") << State::NeedsOperator;
    QTest::newRow("stopped") << State::Stopped;
    QTest::newRow("waiting") << State::Waiting;
}

void TestDvrSessionEnd::mayBeStartedAnewByWhoeverHearsOfItsEnd()
{
    QFETCH(State, when);
    Rig rig;
    int heard = 0;
    connect(rig.session.get(), &DvrSession::statusChanged, this, [&](const DeviceStatus &status) {
        if (status.state != when || ++heard > 1)
            return;
        rig.session->setPassword(QStringLiteral("123456"));
        rig.session->tryNow();
    });
    rig.session->start();
    ScriptedLink *link = rig.links.find(QStringLiteral("main"));
    link->accept();
    if (when == State::NeedsOperator) {
        link->feed(wire(1001, body(R"({"Ret":203})")));
    } else {
        link->feed(wire(1001, body(R"({"Ret":100,"SessionID":"0x57"})")));
        if (when == State::Stopped)
            rig.session->stop();
        else
            link->drop();
    }
    QCOMPARE(heard, 1);
    QCOMPARE(link->openCount(), 2);
    QVERIFY(link->state() == transport::ByteLink::State::Opening);
    link->takeSent();
    link->accept();
    QCOMPARE(takeSent(link).first().json().value(QLatin1String("PassWord")).toString(),
             QStringLiteral("nTBCS19C"));
    link->feed(wire(1001, body(R"({"Ret":100,"SessionID":"0x58"})")));
    QVERIFY(rig.session->status().isOnline());
}

namespace {

/// A link whose last words take until the test says that they are out.
class DrainingLink final : public transport::ByteLink
{
public:
    State state() const override { return m_state; }
    void open(const transport::Endpoint &) override
    {
        close();
        m_state = State::Opening;
        ++opens;
    }
    void send(const QByteArray &bytes) override
    {
        if (!draining)
            sent += bytes;
    }
    void close() override { end(); }
    void closeAfterWriting() override
    {
        if (m_state == State::Open)
            draining = true;
        else
            end();
    }
    void accept()
    {
        m_state = State::Open;
        Q_EMIT
        opened();
    }
    void end()
    {
        draining = false;
        const State before = std::exchange(m_state, State::Closed);
        const base::Error reason(LinkError::ClosedByUs, QStringLiteral("closed by us"));
        if (before == State::Open)
            Q_EMIT
        closed(reason);
        else if (before == State::Opening) Q_EMIT failed(reason);
    }

    QByteArray sent;
    int opens = 0;
    bool draining = false;

private:
    State m_state = State::Closed;
};

class DrainingLinks final : public transport::LinkFactory
{
public:
    std::unique_ptr<transport::ByteLink> makeLink(const QString &) override
    {
        auto made = std::make_unique<DrainingLink>();
        link = made.get();
        return made;
    }
    DrainingLink *link = nullptr;
};

} // namespace

void TestDvrSessionEnd::startsAnewWhileItsLastWordsAreStillGoingOut()
{
    ManualClock clock;
    DrainingLinks links;
    DvrSession session({}, links, clock, 1);
    const QByteArray good = wire(1001, body(R"({"Ret":100,"SessionID":"0x57"})"));
    session.start();
    links.link->accept();
    Q_EMIT
    links.link->bytesReceived(good);
    QVERIFY(session.status().isOnline());
    QSignalSpy stopped(&session, &DvrSession::stopped);
    links.link->sent.clear();
    session.stop();
    QVERIFY(links.link->draining);
    QVERIFY(links.link->sent.contains(le16(1002)));
    QCOMPARE(stopped.count(), 0);
    QCOMPARE(session.status().state, State::Stopped);
    session.start();
    QCOMPARE(links.link->opens, 2);
    links.link->accept();
    Q_EMIT
    links.link->bytesReceived(good);
    QVERIFY(session.status().isOnline());
    // This time it gets to its end.
    stopped.clear();
    session.stop();
    session.stop();
    QCOMPARE(stopped.count(), 0);
    links.link->end();
    QCOMPARE(stopped.count(), 1);
    QCOMPARE(session.status().state, State::Stopped);
    clock.advance(1h);
    QCOMPARE(links.link->opens, 2);
}

void TestDvrSessionEnd::survivesADeviceThatSendsNoise()
{
    std::minstd_rand random(99);
    for (int round = 0; round < 60; ++round) {
        Rig rig;
        const auto sink = std::make_shared<NotingSink>();
        rig.session->openLive(1, 0, StreamKind::Main, sink);
        rig.goOnline();
        for (int i = 0; i < 60; ++i) {
            // True headers of all kinds, with payloads and byte 12/13 of every sort.
            static constexpr quint16 kIds[] = {1001, 1004, 1005, 1006, 1007, 1021,
                                               1049, 1411, 1412, 1414, 1504, 1563};
            static const QByteArray kBodies[] = {{},
                                                 body(R"({"Ret":100})"),
                                                 body(R"({"Ret":103})"),
                                                 body(R"({"Ret":202})"),
                                                 body("{\"Ret\":"),
                                                 keyFrame(h264Key(60)),
                                                 QByteArray(300, '\xff')};
            ScriptedLink *link = random() % 2 ? rig.media() : rig.links.find(QStringLiteral("north main"));
            if (!link)
                continue;
            if (link->state() == transport::ByteLink::State::Opening)
                link->accept();
            link->feed(wire(kIds[random() % std::size(kIds)], kBodies[random() % std::size(kBodies)],
                            quint32(random() % 3), quint32(random() % 70), quint8(random() % 3),
                            quint8(random() % 3)));
            if (random() % 7 == 0)
                rig.advance(std::chrono::milliseconds(random() % 3000));
            if (random() % 31 == 0)
                link->drop();
        }
        // Whatever it was, an honest device brings it back.
        rig.advance(1min);
        rig.session->stop();
        rig.session->start();
        rig.mainLink = rig.links.find(QStringLiteral("north main"));
        rig.login();
        QVERIFY(rig.session->status().isOnline());
    }
}

QTEST_GUILESS_MAIN(TestDvrSessionEnd)
#include "tst_dvr_session_end.moc"
