// SPDX-License-Identifier: GPL-3.0-or-later
// Every fault of the menu, seen from outside.
#include "tests/simulator/dvr_device_rig.h"
#include "tests/simulator/stranger.h"

using namespace opsdeck;
using namespace std::chrono_literals;
using dvr::sim::DvrOptions;
using dvr::sim::DvrSimulator;
using test::Stranger;

class TestDvrFaults : public QObject, private test::DvrDeviceRig
{
    Q_OBJECT
private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    void dropAfterCutsTheConnection();
    void halfOpenKeepsTheSocketAndSaysNothing();
    void silentIsForNewConnections();
    void delayHoldsEverythingInOrder();
    void lateHoldsAnswersNotMedia();
    void outOfOrderSwapsAnswers();
    void duplicateAnswersTwice();
    void garbleChangesPayloadBytesOnly();
    void garbageComesBetweenMessages();
    void cutPacketsGiveTheSameBytes();
    void halfFrameEndsInTheMiddle();
    void oversizeClaimsTwoGigabytes();
    void slowLorisSendsByteByByte();
    void refuseLoginRefuses();
    void emptyLoginReplyHasNoBody();
    void rebootAfterGoesAwayAndComesBack();
    void rebootByMessage();
    void shutDownStaysDownUntilReboot();
    void forcedLogoutAfterSomeSeconds();
    void freezeStopsStreamsNotTheSession();
    void anOfflineChannelSaysSo();
    void faultsChangeWhileItRuns();

private:
    void start(const QStringList &faults, DvrOptions options = {});
    void stream(Stranger &client, int channel = 2);
};

void TestDvrFaults::start(const QStringList &faults, DvrOptions options)
{
    options.faults = faults;
    DvrDeviceRig::start(options);
}

void TestDvrFaults::stream(Stranger &client, int channel)
{
    if (client.session == 0)
        QCOMPARE(client.login().ret(), 100);
    const auto before = m_device->streamCount();
    const QByteArray id = client.sessionText();
    QCOMPARE(client.ask(1413, Stranger::monitor("Claim", channel, "Main", id)).ret(), 100);
    client.send(1410, Stranger::monitor("Start", channel, "Main", id));
    QVERIFY(QTest::qWaitFor([&] { return m_device->streamCount() == before + 1; }));
}

void TestDvrFaults::dropAfterCutsTheConnection()
{
    start({QStringLiteral("drop-after=3")});
    Stranger client(m_device->port());
    QCOMPARE(client.login().ret(), 100);
    QCOMPARE(client.ask(1006).ret(), 100);
    client.send(1006, QByteArray());
    QVERIFY(client.waitClosed());
    QTRY_COMPARE(m_device->sessionCount(), 0);
    Stranger next(m_device->port());
    QCOMPARE(next.login().ret(), 100);
}

void TestDvrFaults::halfOpenKeepsTheSocketAndSaysNothing()
{
    start({});
    Stranger client(m_device->port());
    stream(client);
    m_clock->advance(200ms);
    QVERIFY(client.receive());
    QVERIFY(m_device->setFault(QStringLiteral("half-open")));
    while (client.receive(50)) {
    }
    m_clock->advance(5s);
    client.send(1006, QByteArray());
    QVERIFY(!client.receive(100));
    QCOMPARE(client.socket.state(), QAbstractSocket::ConnectedState);
}

void TestDvrFaults::silentIsForNewConnections()
{
    start({});
    Stranger old(m_device->port());
    QCOMPARE(old.login().ret(), 100);
    QVERIFY(m_device->setFault(QStringLiteral("silent")));
    Stranger fresh(m_device->port());
    fresh.send(1000, "{\"EncryptType\":\"MD5\",\"PassWord\":\"tlJwpbo6\",\"UserName\":\"admin\"}");
    QVERIFY(!fresh.receive(100));
    QCOMPARE(fresh.socket.state(), QAbstractSocket::ConnectedState);
    QCOMPARE(old.ask(1006).ret(), 100);
}

void TestDvrFaults::delayHoldsEverythingInOrder()
{
    start({QStringLiteral("delay=500")});
    Stranger client(m_device->port());
    client.send(1000, "{\"EncryptType\":\"MD5\",\"PassWord\":\"tlJwpbo6\",\"UserName\":\"admin\"}", 1);
    client.send(1006, QByteArray(), 2);
    QVERIFY(!client.receive(50));
    m_clock->advance(499ms);
    QVERIFY(!client.receive(50));
    m_clock->advance(2ms);
    const auto first = client.receive();
    const auto second = client.receive();
    QVERIFY(first && second);
    QCOMPARE(first->id(), 1001);
    QCOMPARE(second->id(), 1007);
}

void TestDvrFaults::lateHoldsAnswersNotMedia()
{
    start({});
    Stranger main(m_device->port());
    stream(main);
    QVERIFY(m_device->setFault(QStringLiteral("late")));
    main.send(1006, main.named("KeepAlive"));
    m_clock->advance(3900ms);
    int media = 0;
    while (const auto message = main.receive(20)) {
        QCOMPARE(message->id(), 1412);
        ++media;
    }
    QVERIFY(media > 90);
    m_clock->advance(300ms);
    bool answered = false;
    while (const auto message = main.receive(20))
        answered = answered || message->id() == 1007;
    QVERIFY(answered);
}

void TestDvrFaults::outOfOrderSwapsAnswers()
{
    start({});
    Stranger client(m_device->port());
    client.login();
    QVERIFY(m_device->setFault(QStringLiteral("out-of-order")));
    client.send(1006, client.named("KeepAlive"), 5);
    client.send(1452, client.named("OPTimeQuery"), 6);
    const auto first = client.receive();
    const auto second = client.receive();
    QVERIFY(first && second);
    QCOMPARE(first->id(), 1453);
    QCOMPARE(first->sequence(), 6u);
    QCOMPARE(second->id(), 1007);
    // A single answer waits only for a moment.
    client.send(1006, client.named("KeepAlive"), 7);
    QVERIFY(!client.receive(50));
    m_clock->advance(300ms);
    QVERIFY(client.receive());
}

void TestDvrFaults::duplicateAnswersTwice()
{
    start({QStringLiteral("duplicate")});
    Stranger client(m_device->port());
    client.login();
    QVERIFY(client.receive());
    client.send(1452, client.named("OPTimeQuery"), 9);
    const auto first = client.receive();
    const auto second = client.receive();
    QVERIFY(first && second);
    QCOMPARE(first->header, second->header);
    QCOMPARE(first->payload, second->payload);
    QVERIFY(!client.receive(50));
}

void TestDvrFaults::garbleChangesPayloadBytesOnly()
{
    // Two devices with the same clip and clock, one garbles every packet.
    QByteArrayList payloads[2];
    for (const bool isOn : {false, true}) {
        start(isOn ? QStringList{QStringLiteral("garble=1")} : QStringList());
        Stranger client(m_device->port());
        stream(client, 5);
        m_clock->advance(1s);
        while (const auto packet = client.receive(50)) {
            QCOMPARE(packet->id(), 1412); // the headers stay good
            payloads[isOn].append(packet->payload);
        }
        m_device.reset();
        m_clock = std::make_unique<test::ManualClock>();
    }
    QVERIFY(payloads[0].size() > 20);
    const qsizetype common = qMin(payloads[0].size(), payloads[1].size());
    for (qsizetype i = 0; i < common; ++i) {
        QCOMPARE(payloads[0][i].size(), payloads[1][i].size());
        int different = 0;
        for (qsizetype at = 0; at < payloads[0][i].size(); ++at)
            different += payloads[0][i][at] != payloads[1][i][at] ? 1 : 0;
        QCOMPARE(different, 1);
    }
}

void TestDvrFaults::garbageComesBetweenMessages()
{
    start({});
    Stranger client(m_device->port());
    client.login();
    QVERIFY(m_device->setFault(QStringLiteral("garbage=1")));
    client.send(1006, client.named("KeepAlive"));
    QVERIFY(QTest::qWaitFor([&] { return client.rawBytes().contains("KeepAlive"); }));
    const QByteArray bytes = client.rawBytes();
    const qsizetype header =
        bytes.indexOf(QByteArray::fromHex("ff010000") + Stranger::number(client.session, 4));
    QVERIFY2(header >= 1 && header <= 64, QByteArray::number(header).constData());
}

void TestDvrFaults::cutPacketsGiveTheSameBytes()
{
    start({QStringLiteral("cut-packets")});
    Stranger client(m_device->port());
    // What was written in pieces is still the same stream.
    stream(client);
    m_clock->advance(2s);
    int packets = 0;
    quint32 expected = 1;
    while (const auto packet = client.receive(100)) {
        QCOMPARE(packet->id(), 1412);
        QCOMPARE(packet->sequence(), expected++);
        ++packets;
    }
    QVERIFY(packets > 40);
}

void TestDvrFaults::halfFrameEndsInTheMiddle()
{
    start({QStringLiteral("half-frame=10")});
    Stranger client(m_device->port());
    stream(client);
    for (int i = 0; i < 100 && client.socket.state() == QAbstractSocket::ConnectedState; ++i)
        m_clock->advance(40ms);
    QVERIFY(client.waitClosed());
    QByteArray media;
    while (const auto packet = client.receive(0))
        media += packet->payload;
    const QByteArray rest = client.rawBytes();
    QVERIFY(!rest.isEmpty()); // a packet that is not whole
    QVERIFY(rest.startsWith('\xFF'));
    QVERIFY(!media.isEmpty());
}

void TestDvrFaults::oversizeClaimsTwoGigabytes()
{
    start({QStringLiteral("oversize=2")});
    Stranger client(m_device->port());
    QCOMPARE(client.login().ret(), 100);
    client.send(1006, client.named("KeepAlive"));
    QVERIFY(QTest::qWaitFor([&] { return client.rawBytes().size() >= 20; }));
    QCOMPARE(client.rawBytes().mid(14, 6).toHex(), QByteArray("ef03ffffff7f"));
}

void TestDvrFaults::slowLorisSendsByteByByte()
{
    start({QStringLiteral("slow-loris")});
    Stranger client(m_device->port());
    client.send(1000, "{\"EncryptType\":\"MD5\",\"PassWord\":\"tlJwpbo6\",\"UserName\":\"admin\"}");
    QVERIFY(QTest::qWaitFor([&] { return client.rawBytes().size() == 1; }));
    for (int i = 2; i < 25; ++i) {
        m_clock->advance(100ms);
        QVERIFY(QTest::qWaitFor([&] { return client.rawBytes().size() >= i; }));
        QCOMPARE(client.rawBytes().size(), i);
    }
    m_device->clearFaults();
    m_clock->advance(100ms);
    const auto reply = client.receive();
    QVERIFY(reply);
    QCOMPARE(reply->ret(), 100);
}

void TestDvrFaults::refuseLoginRefuses()
{
    start({QStringLiteral("refuse-login")});
    Stranger client(m_device->port());
    QCOMPARE(client.login().ret(), 203);
    QVERIFY(m_device->setFault(QStringLiteral("refuse-login=206")));
    QCOMPARE(client.login().ret(), 206);
    m_device->clearFaults();
    QCOMPARE(client.login().ret(), 100);
}

void TestDvrFaults::emptyLoginReplyHasNoBody()
{
    start({QStringLiteral("empty-login-reply")});
    Stranger client(m_device->port());
    const auto reply = client.login();
    QCOMPARE(reply.id(), 1001);
    QVERIFY(reply.payload.isEmpty());
    QCOMPARE(m_device->sessionCount(), 0);
}

void TestDvrFaults::rebootAfterGoesAwayAndComesBack()
{
    start({QStringLiteral("reboot-after=10")});
    Stranger client(m_device->port());
    stream(client);
    const quint16 port = m_device->port();
    m_clock->advance(9900ms);
    QCOMPARE(client.socket.state(), QAbstractSocket::ConnectedState);
    m_clock->advance(200ms);
    QVERIFY(client.waitClosed());
    QCOMPARE(m_device->sessionCount(), 0);
    QTcpSocket refused;
    QSignalSpy failed(&refused, &QTcpSocket::errorOccurred);
    refused.connectToHost(QStringLiteral("127.0.0.1"), port);
    QTRY_VERIFY_WITH_TIMEOUT(!failed.isEmpty(), 3000);
    QCOMPARE(refused.error(), QAbstractSocket::ConnectionRefusedError);
    QSignalSpy back(m_device.get(), &DvrSimulator::rebooted);
    m_clock->advance(3s);
    QCOMPARE(back.size(), 1);
    QCOMPARE(m_device->port(), port);
    Stranger again(port);
    again.session = client.session;
    QCOMPARE(again.ask(1006, client.named("KeepAlive")).ret(), 105);
    again.session = 0;
    QCOMPARE(again.login().ret(), 100);
    QCOMPARE(again.ask(1020, again.named("SystemInfo"))
                 .json()
                 .value(QLatin1String("SystemInfo"))
                 .toObject()
                 .value(QLatin1String("DeviceRunTime"))
                 .toString(),
             QStringLiteral("0x00000000"));
    // Once only.
    m_clock->advance(30s);
    QCOMPARE(back.size(), 1);
}

void TestDvrFaults::rebootByMessage()
{
    start({});
    Stranger client(m_device->port());
    client.login();
    const auto reply =
        client.ask(1450, "{\"Name\":\"OPMachine\",\"OPMachine\":{\"Action\":\"Reboot\"},\"SessionID\":\"" +
                             client.sessionText() + "\"}");
    QCOMPARE(reply.ret(), 100);
    m_clock->advance(500ms);
    QVERIFY(client.waitClosed());
    QSignalSpy back(m_device.get(), &DvrSimulator::rebooted);
    m_clock->advance(3s);
    QCOMPARE(back.size(), 1);
}

void TestDvrFaults::shutDownStaysDownUntilReboot()
{
    // The field's trap: an action the firmware does not know is the last of its table.
    for (const bool isOn : {false, true}) {
        DvrOptions options;
        if (isOn)
            options.quirks = {QStringLiteral("last-enum-entry")};
        start({}, options);
        Stranger client(m_device->port());
        client.login();
        const auto reply = client.ask(1450, "{\"Name\":\"OPMachine\",\"OPMachine\":{\"Action\":\"Sing\"}}");
        QCOMPARE(reply.ret(), isOn ? 100 : 103);
        m_clock->advance(500ms);
        if (isOn) {
            QVERIFY(client.waitClosed());
            m_clock->advance(60s);
            QTcpSocket refused;
            QSignalSpy failed(&refused, &QTcpSocket::errorOccurred);
            refused.connectToHost(QStringLiteral("127.0.0.1"), m_device->port());
            QTRY_VERIFY_WITH_TIMEOUT(!failed.isEmpty(), 3000);
            m_device->reboot(1s);
            m_clock->advance(1s);
            Stranger again(m_device->port());
            QCOMPARE(again.login().ret(), 100);
        }
        m_device.reset();
    }
}

void TestDvrFaults::forcedLogoutAfterSomeSeconds()
{
    start({QStringLiteral("forced-logout-after=5")});
    Stranger client(m_device->port());
    client.login();
    m_clock->advance(4s);
    QVERIFY(!client.receive(20));
    m_clock->advance(2s);
    const auto push = client.receive();
    QVERIFY(push);
    QCOMPARE(push->id(), 1004);
    QCOMPARE(client.ask(1020, client.named("SystemInfo")).ret(), 105);
}

void TestDvrFaults::freezeStopsStreamsNotTheSession()
{
    start({QStringLiteral("freeze-after=2")});
    Stranger client(m_device->port());
    stream(client);
    m_clock->advance(1s);
    QVERIFY(client.receive());
    m_clock->advance(2s);
    while (client.receive(50)) {
    }
    m_clock->advance(5s);
    QVERIFY(!client.receive(50));
    QCOMPARE(client.ask(1006, client.named("KeepAlive")).ret(), 100);
    m_device->clearFaults();
    m_clock->advance(200ms);
    const auto packet = client.receive();
    QVERIFY(packet);
    QCOMPARE(packet->id(), 1412);
}

void TestDvrFaults::anOfflineChannelSaysSo()
{
    start({QStringLiteral("channel-offline=1"), QStringLiteral("channel-offline=3")});
    Stranger client(m_device->port());
    client.login();
    const QByteArray id = client.sessionText();
    QCOMPARE(client.ask(1413, Stranger::monitor("Claim", 1, "Main", id)).ret(), 121);
    QCOMPARE(client.ask(1413, Stranger::monitor("Claim", 3, "Main", id)).ret(), 121);
    QCOMPARE(client.ask(1413, Stranger::monitor("Claim", 2, "Main", id)).ret(), 100);
    QVERIFY(m_device->setFault(QStringLiteral("channel-offline=2")));
    QCOMPARE(client.ask(1410, Stranger::monitor("Start", 2, "Main", id)).ret(), 121);
    const auto work = client.ask(1020, client.named("WorkState"));
    QCOMPARE(work.json()[QLatin1String("WorkState")][QLatin1String("AlarmState")][QLatin1String("VideoLoss")]
                 .toString(),
             QStringLiteral("0x0000000e"));
}

void TestDvrFaults::faultsChangeWhileItRuns()
{
    start({});
    Stranger client(m_device->port());
    stream(client);
    QVERIFY(!m_device->setFault(QStringLiteral("nonsense")));
    QVERIFY(m_device->setFault(QStringLiteral("delay=100")));
    QCOMPARE(m_device->faults(), QStringList{QStringLiteral("delay=100")});
    m_device->clearFaults();
    QVERIFY(m_device->faults().isEmpty());
    m_clock->advance(200ms);
    QVERIFY(client.receive());
    m_device->dropConnections();
    QVERIFY(client.waitClosed());
    QCOMPARE(m_device->sessionCount(), 0);
    Stranger again(m_device->port());
    QCOMPARE(again.login().ret(), 100);
}

QTEST_GUILESS_MAIN(TestDvrFaults)
#include "tst_dvr_faults.moc"
