// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/systems/dvr/dvr_fleet.h"

#include "core/systems/dvr/dvr_error.h"
#include "core/transport/tcp_link_factory.h"
#include "tests/core/systems/dvr/wire_kit.h"

#include <QElapsedTimer>
#include <QMutex>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace opsdeck;
using namespace opsdeck::dvr;
using namespace opsdeck::test;
using State = DeviceStatus::State;
using Live = LiveStatus::State;

namespace {

/// A DVR of a few lines on loopback: logs in, answers what it is told to, streams one key frame a Start.
class TinyDvr final : public QObject
{
    Q_OBJECT
public:
    TinyDvr()
    {
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *socket = m_server.nextPendingConnection()) {
                connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
                connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
                    if (m_media == socket)
                        m_media = nullptr;
                    socket->deleteLater();
                });
            }
        });
        m_server.listen(QHostAddress::LocalHost);
    }

    DeviceSettings settings(const QString &id) const
    {
        DeviceSettings device;
        device.id = id;
        device.endpoint = {QStringLiteral("127.0.0.1"), m_server.serverPort()};
        device.userName = QStringLiteral("admin");
        device.password = password;
        return device;
    }
    qsizetype count(int id) const { return seen.count(id); }

    QString password;
    QByteArray hash = "tlJwpbo6";
    QList<int> seen; ///< ids of all messages, in order
    bool answersInfo = true;

private:
    void read(QTcpSocket *socket)
    {
        QByteArray &bytes = m_buffers[socket];
        bytes += socket->readAll();
        while (bytes.size() >= 20 && bytes.size() >= 20 + qsizetype(number(bytes, 16, 4))) {
            const int id = int(number(bytes, 14, 2));
            const quint32 sequence = number(bytes, 8, 4);
            const QByteArray payload = bytes.mid(20, number(bytes, 16, 4));
            bytes.remove(0, 20 + payload.size());
            seen.append(id);
            answer(socket, id, sequence, payload);
        }
    }

    void answer(QTcpSocket *socket, int id, quint32 sequence, const QByteArray &payload)
    {
        const auto say = [socket, sequence, id](const QByteArray &json) {
            socket->write(wire(quint16(id + 1), body(json), 0x57, sequence));
        };
        switch (id) {
        case 1000:
            say(payload.contains(hash)
                    ? R"({"Ret":100,"SessionID":"0x57","ChannelNum":2,"DeviceType ":"DVR"})"
                    : R"({"Ret":203,"SessionID":"0x00000000"})");
            return;
        case 1020:
            if (answersInfo)
                say(R"({"Name":"SystemInfo","Ret":100,"SystemInfo":{"SerialNo":"77"}})");
            return;
        case 1048:
            say(R"({"ChannelTitle":["Gate","Yard"],"Ret":100})");
            return;
        case 1360:
            say(R"({"Name":"MotionArea","MotionArea":{"GridColumn":22},"Ret":100})");
            return;
        case 1413:
            m_media = socket;
            say(R"({"Ret":100})");
            return;
        case 1410:
            say(R"({"Ret":100})");
            if (m_media && payload.contains("Start"))
                m_media->write(wire(1412, keyFrame(h264Key(5000))));
            return;
        default:
            say(R"({"Ret":100})");
        }
    }

    QTcpServer m_server;
    QHash<QTcpSocket *, QByteArray> m_buffers;
    QTcpSocket *m_media = nullptr;
};

/// Notes what a stream tells, from whatever thread.
class ThreadSink final : public LiveSink
{
public:
    void frameReceived(const media::EncodedFrame &frame) override
    {
        const QMutexLocker lock(&m_mutex);
        m_frames.append(frame);
        m_thread = QThread::currentThread();
    }
    void statusChanged(const LiveStatus &status) override
    {
        const QMutexLocker lock(&m_mutex);
        m_last = status;
        ++m_statuses;
    }
    void countersChanged(const LiveCounters &) override {}

    qsizetype frames() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_frames.size();
    }
    LiveStatus last() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_last;
    }
    int statuses() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_statuses;
    }
    QThread *thread() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_thread;
    }

private:
    mutable QMutex m_mutex;
    QList<media::EncodedFrame> m_frames;
    LiveStatus m_last;
    int m_statuses = 0;
    QThread *m_thread = nullptr;
};

} // namespace

class TestDvrFleet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void connectsAndTellsInItsOwnThread();
    void leavesUnchangedDevicesAlone();
    void logsOutOfRemovedDevices();
    void connectsChangedDevicesAnew();
    void takesTheFirstOfTwoDevicesWithOneId();
    void knowsNothingOfUnknownDevices();
    void answersCallsFromTheDevice();
    void waitsForTheOperatorsPassword();
    void deliversFramesOnItsThreadUntilClosed();
    void opensStreamsOfADeviceThatComesLater();
    void answersPendingCallsAndLogsOutWhenDestroyed();
    void endsQuicklyWithDevicesThatDoNotAnswer();
    void mayBeMadeAndDestroyedAtOnce();

private:
    std::unique_ptr<DvrFleet> makeFleet()
    {
        return std::make_unique<DvrFleet>(
            m_clock,
            [this] {
                return std::make_unique<transport::TcpLinkFactory>(QStringLiteral("dvr"), m_clock,
                                                                   transport::TcpLimits(), nullptr);
            },
            5);
    }

    base::SystemClock m_clock;
};

void TestDvrFleet::connectsAndTellsInItsOwnThread()
{
    TinyDvr dvr;
    const auto fleet = makeFleet();
    QList<State> states;
    QSet<QThread *> threads;
    // Direct: in whatever thread the signal is emitted.
    connect(
        fleet.get(), &DvrFleet::statusChanged, fleet.get(),
        [&](const QString &id, const DeviceStatus &status) {
            threads.insert(QThread::currentThread());
            if (id == QStringLiteral("north") && (states.isEmpty() || states.last() != status.state))
                states.append(status.state);
        },
        Qt::DirectConnection);
    fleet->setDevices({dvr.settings(QStringLiteral("north"))});
    QTRY_COMPARE(fleet->status(QStringLiteral("north")).channelTitles.size(), 2);
    QCOMPARE(states, QList<State>({State::Connecting, State::LoggingIn, State::Online}));
    QCOMPARE(threads, QSet<QThread *>({QThread::currentThread()}));
    QCOMPARE(fleet->status(QStringLiteral("north")).channelCount, 2);
    QCOMPARE(fleet->devices().size(), 1);
}

void TestDvrFleet::leavesUnchangedDevicesAlone()
{
    TinyDvr north;
    TinyDvr south;
    const auto fleet = makeFleet();
    fleet->setDevices({north.settings(QStringLiteral("north"))});
    QTRY_VERIFY(fleet->status(QStringLiteral("north")).isOnline());
    fleet->setDevices({south.settings(QStringLiteral("south")), north.settings(QStringLiteral("north"))});
    QVERIFY(fleet->status(QStringLiteral("north")).isOnline());
    QTRY_VERIFY(fleet->status(QStringLiteral("south")).isOnline());
    QCOMPARE(north.count(1000), 1);
    QCOMPARE(north.count(1002), 0);
    QVERIFY(fleet->status(QStringLiteral("north")).isOnline());
}

void TestDvrFleet::logsOutOfRemovedDevices()
{
    TinyDvr dvr;
    const auto fleet = makeFleet();
    fleet->setDevices({dvr.settings(QStringLiteral("north"))});
    QTRY_VERIFY(fleet->status(QStringLiteral("north")).isOnline());
    const auto sink = std::make_shared<ThreadSink>();
    fleet->openLive(QStringLiteral("north"), 0, StreamKind::Main, sink);
    QTRY_COMPARE(sink->frames(), 1);
    QSignalSpy changed(fleet.get(), &DvrFleet::statusChanged);
    fleet->setDevices({});
    QTRY_COMPARE(dvr.count(1002), 1);
    QTRY_COMPARE(sink->last().state, Live::Offline);
    QCOMPARE(fleet->status(QStringLiteral("north")).state, State::Stopped);
    QCOMPARE(changed.count(), 0); // nobody asks for it any more
}

void TestDvrFleet::connectsChangedDevicesAnew()
{
    TinyDvr dvr;
    const auto fleet = makeFleet();
    fleet->setDevices({dvr.settings(QStringLiteral("north"))});
    QTRY_VERIFY(fleet->status(QStringLiteral("north")).isOnline());
    const auto sink = std::make_shared<ThreadSink>();
    const LiveId live = fleet->openLive(QStringLiteral("north"), 0, StreamKind::Main, sink);
    QVERIFY(live != 0);
    QTRY_COMPARE(sink->frames(), 1);
    QList<State> states;
    connect(fleet.get(), &DvrFleet::statusChanged, this,
            [&states](const QString &, const DeviceStatus &status) { states.append(status.state); });
    DeviceSettings changed = dvr.settings(QStringLiteral("north"));
    changed.name = QStringLiteral("North gate");
    fleet->setDevices({changed});
    // Its stream comes with it.
    QTRY_COMPARE(sink->frames(), 2);
    QTRY_VERIFY(fleet->status(QStringLiteral("north")).isOnline());
    QCOMPARE(dvr.count(1000), 2);
    QCOMPARE(dvr.count(1002), 1);
    // The end of the old session is not the new one's state.
    QVERIFY(!states.contains(State::Stopped));
    QVERIFY(dvr.seen.indexOf(1002) < dvr.seen.lastIndexOf(1000));
}

void TestDvrFleet::takesTheFirstOfTwoDevicesWithOneId()
{
    TinyDvr first;
    TinyDvr second;
    const auto fleet = makeFleet();
    fleet->setDevices({first.settings(QStringLiteral("x")), second.settings(QStringLiteral("x"))});
    QTRY_VERIFY(fleet->status(QStringLiteral("x")).isOnline());
    QCOMPARE(first.count(1000), 1);
    QCOMPARE(second.count(1000), 0);
    // The same list again changes nothing.
    fleet->setDevices({first.settings(QStringLiteral("x")), second.settings(QStringLiteral("x"))});
    const auto info = fleet->systemInfo(QStringLiteral("x"));
    QTRY_VERIFY(info.isFinished());
    QVERIFY(info.result().has_value());
    QCOMPARE(first.count(1000), 1);
}

void TestDvrFleet::knowsNothingOfUnknownDevices()
{
    const auto fleet = makeFleet();
    QCOMPARE(fleet->status(QStringLiteral("nobody")).state, State::Stopped);
    const auto info = fleet->systemInfo(QStringLiteral("nobody"));
    const auto ability = fleet->ability(QStringLiteral("nobody"), QStringLiteral("SystemFunction"));
    QTRY_VERIFY(info.isFinished() && ability.isFinished());
    QVERIFY(info.result().error().is(base::CommonError::InvalidArgument));
    QVERIFY(ability.result().error().is(base::CommonError::InvalidArgument));
    QVERIFY(info.result().error().detail().contains(QLatin1String("nobody")));
    const auto sink = std::make_shared<ThreadSink>();
    const LiveId live = fleet->openLive(QStringLiteral("nobody"), 0, StreamKind::Main, sink);
    QVERIFY(live != 0);
    QTRY_COMPARE(sink->last().state, Live::Offline);
    QVERIFY(sink->last().reason->is(base::CommonError::InvalidArgument));
    fleet->requestKeyframe(live);
    fleet->closeLive(live);
    fleet->closeLive(live);
    fleet->closeLive(4711);
    fleet->reconnect(QStringLiteral("nobody"));
    fleet->setPassword(QStringLiteral("nobody"), QStringLiteral("x"));
}

void TestDvrFleet::answersCallsFromTheDevice()
{
    TinyDvr dvr;
    const auto fleet = makeFleet();
    fleet->setDevices({dvr.settings(QStringLiteral("north"))});
    const auto early = fleet->systemInfo(QStringLiteral("north"));
    QTRY_VERIFY(early.isFinished());
    QVERIFY(early.result().error().is(base::CommonError::NotConnected));
    QTRY_VERIFY(fleet->status(QStringLiteral("north")).isOnline());
    const auto info = fleet->systemInfo(QStringLiteral("north"));
    const auto ability = fleet->ability(QStringLiteral("north"), QStringLiteral("MotionArea"));
    QTRY_VERIFY(info.isFinished() && ability.isFinished());
    QCOMPARE(info.result()->serialNo, QStringLiteral("77"));
    QCOMPARE(ability.result()->toObject().value(QLatin1String("GridColumn")).toInt(), 22);
}

void TestDvrFleet::waitsForTheOperatorsPassword()
{
    TinyDvr dvr;
    dvr.hash = "nTBCS19C";
    const auto fleet = makeFleet();
    fleet->setDevices({dvr.settings(QStringLiteral("north"))});
    QTRY_COMPARE(fleet->status(QStringLiteral("north")).state, State::NeedsOperator);
    QVERIFY(fleet->status(QStringLiteral("north")).reason->is(DvrError::WrongPassword));
    fleet->setPassword(QStringLiteral("north"), QStringLiteral("123456"));
    fleet->reconnect(QStringLiteral("north"));
    QTRY_VERIFY(fleet->status(QStringLiteral("north")).isOnline());
    QCOMPARE(dvr.count(1000), 2);
    QCOMPARE(fleet->devices().first().password, QStringLiteral("123456"));
    // The list with the new password is the list that is.
    fleet->setDevices(fleet->devices());
    const auto info = fleet->systemInfo(QStringLiteral("north"));
    QTRY_VERIFY(info.isFinished());
    QCOMPARE(dvr.count(1000), 2);
}

void TestDvrFleet::deliversFramesOnItsThreadUntilClosed()
{
    TinyDvr dvr;
    const auto fleet = makeFleet();
    fleet->setDevices({dvr.settings(QStringLiteral("north"))});
    const auto sink = std::make_shared<ThreadSink>();
    const LiveId live =
        fleet->openLive(QStringLiteral("north"), 1, StreamKind::Sub, sink); // before the login
    QTRY_COMPARE(sink->frames(), 1);
    QVERIFY(sink->thread() != QThread::currentThread());
    QCOMPARE(sink->last().state, Live::Live);
    fleet->requestKeyframe(live);
    fleet->closeLive(live);
    QTRY_COMPARE(dvr.count(1410), 2);
    QTRY_COMPARE(sink.use_count(), 1);
}

void TestDvrFleet::opensStreamsOfADeviceThatComesLater()
{
    TinyDvr dvr;
    const auto fleet = makeFleet();
    const auto sink = std::make_shared<ThreadSink>();
    fleet->openLive(QStringLiteral("north"), 0, StreamKind::Main, sink);
    QTRY_COMPARE(sink->last().state, Live::Offline);
    fleet->setDevices({dvr.settings(QStringLiteral("north"))});
    QTRY_COMPARE(sink->frames(), 1);
    QCOMPARE(sink->last().state, Live::Live);
}

void TestDvrFleet::answersPendingCallsAndLogsOutWhenDestroyed()
{
    TinyDvr dvr;
    dvr.answersInfo = false;
    auto fleet = makeFleet();
    fleet->setDevices({dvr.settings(QStringLiteral("north"))});
    QTRY_VERIFY(fleet->status(QStringLiteral("north")).isOnline());
    const auto sent = fleet->systemInfo(QStringLiteral("north"));
    QTRY_COMPARE(dvr.count(1020), 1);
    const auto sink = std::make_shared<ThreadSink>();
    fleet->openLive(QStringLiteral("north"), 0, StreamKind::Main, sink);
    const auto queued = fleet->systemInfo(QStringLiteral("north"));
    fleet.reset();
    QVERIFY(sent.isFinished());
    QVERIFY(sent.result().error().errorClass() == base::ErrorClass::Cancelled);
    QVERIFY(queued.isFinished());
    QVERIFY(!queued.result().has_value());
    QCOMPARE(sink.use_count(), 1);
    QTRY_COMPARE(dvr.count(1002), 1);
}

void TestDvrFleet::endsQuicklyWithDevicesThatDoNotAnswer()
{
    // Accepts and never reads or says a word.
    QTcpServer mute;
    QVERIFY(mute.listen(QHostAddress::LocalHost));
    QList<DeviceSettings> devices;
    for (int i = 0; i < 8; ++i) {
        DeviceSettings device;
        device.id = QString::number(i);
        device.endpoint = {QStringLiteral("127.0.0.1"), mute.serverPort()};
        devices.append(device);
    }
    auto fleet = makeFleet();
    fleet->setDevices(devices);
    QTRY_COMPARE(fleet->status(QStringLiteral("7")).state, State::LoggingIn);
    QElapsedTimer timer;
    timer.start();
    fleet.reset();
    QVERIFY2(timer.elapsed() < 3000, qPrintable(QString::number(timer.elapsed())));
}

void TestDvrFleet::mayBeMadeAndDestroyedAtOnce()
{
    TinyDvr dvr;
    for (int i = 0; i < 20; ++i) {
        const auto fleet = makeFleet();
        const auto sink = std::make_shared<ThreadSink>();
        if (i % 2)
            fleet->setDevices({dvr.settings(QStringLiteral("north"))});
        if (i % 3)
            fleet->openLive(QStringLiteral("north"), 0, StreamKind::Main, sink);
        if (i % 5 == 0)
            QCoreApplication::processEvents();
    }
}

QTEST_GUILESS_MAIN(TestDvrFleet)
#include "tst_dvr_fleet.moc"
