// SPDX-License-Identifier: GPL-3.0-or-later
// Login, sessions and replies as a client sees them that was written from the protocol page.
#include "app/simulator/kit/simulator_module.h"
#include "tests/simulator/dvr_device_rig.h"
#include "tests/simulator/stranger.h"

#include <QJsonArray>

using namespace opsdeck;
using namespace std::chrono_literals;
using dvr::sim::DvrOptions;
using dvr::sim::DvrSimulator;
using test::Stranger;

class TestDvrLogin : public QObject, private test::DvrDeviceRig
{
    Q_OBJECT
private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    void answersTheGoldenLogin();
    void checksCredentials_data();
    void checksCredentials();
    void fiveWrongPasswordsLockForHalfAnHour();
    void aRightPasswordForgetsWrongOnes();
    void countsLoginsAgainstTcpMaxConn();
    void refusesASecondLoginOnOneSocket();
    void writesSessionIdsInEachForm_data();
    void writesSessionIdsInEachForm();
    void endsJsonInEachForm_data();
    void endsJsonInEachForm();
    void everyJsonReplyEndsWithTheTrailer();
    void keepAliveKeepsTheSession();
    void aSessionWithoutKeepAliveExpires();
    void anEmptyKeepAliveWillDo();
    void logoutEndsTheSession();
    void forcedLogoutIsPushedAndCloses();
    void answersBadRequests_data();
    void answersBadRequests();
    void refusesAnOversizeHeaderAtOnce();
    void skipsGarbageAndCountsIt();
    void anyCutOfTheStreamGivesTheSameAnswers();
    void wantsAClaimFirstOnSomeFirmware();
    void fragmentsRepliesOnDemand();
    void otherQuirksChangeTheirReply_data();
    void otherQuirksChangeTheirReply();
    void refusesWrongOptions_data();
    void refusesWrongOptions();

private:
    using DvrDeviceRig::start;
    void start(const char *quirk)
    {
        DvrOptions options;
        options.quirks = {QString::fromLatin1(quirk)};
        start(options);
    }
};

void TestDvrLogin::answersTheGoldenLogin()
{
    start();
    Stranger client(m_device->port());
    const QByteArray body = "{\"EncryptType\":\"MD5\",\"LoginType\":\"DVRIP-Web\",\"PassWord\":\"tlJwpbo6\","
                            "\"UserName\":\"admin\"}\n" +
                            QByteArray(1, '\0');
    QCOMPARE(body.size(), 0x58);
    client.socket.write(QByteArray::fromHex("ff000000 00000000 07000000 0000 e803 58000000") + body);
    const auto reply = client.receive();
    QVERIFY(reply);
    const quint32 session = reply->sessionId();
    QVERIFY(session != 0);
    const QByteArray text = QByteArray::number(session, 16).rightJustified(8, '0').toUpper();
    QCOMPARE(reply->payload,
             "{ \"AliveInterval\" : 20, \"ChannelNum\" : 16, \"DataUseAES\" : false, \"DeviceType \" : "
             "\"DVR\", \"ExtraChannel\" : 0, \"Ret\" : 100, \"SessionID\" : \"0x" +
                 text + "\" }\n" + QByteArray(1, '\0'));
    QCOMPARE(reply->header.toHex(), QByteArray::fromHex("ff010000").toHex() +
                                        Stranger::number(session, 4).toHex() +
                                        "07000000"
                                        "0000"
                                        "e903" +
                                        Stranger::number(quint32(reply->payload.size()), 4).toHex());
    QCOMPARE(m_device->counters().logins, 1u);
}

void TestDvrLogin::checksCredentials_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("user");
    QTest::addColumn<QByteArray>("password");
    QTest::addColumn<int>("ret");
    QTest::newRow("factory admin") << QByteArray("MD5") << QByteArray("admin") << QByteArray("tlJwpbo6")
                                   << 100;
    QTest::newRow("factory guest") << QByteArray("MD5") << QByteArray("guest") << QByteArray("tlJwpbo6")
                                   << 100;
    QTest::newRow("factory default") << QByteArray("MD5") << QByteArray("default") << QByteArray("OxhlwSG8")
                                     << 100;
    QTest::newRow("own user") << QByteArray("MD5") << QByteArray("operator") << QByteArray("nTBCS19C") << 100;
    QTest::newRow("enum case does not matter")
        << QByteArray("md5") << QByteArray("admin") << QByteArray("tlJwpbo6") << 100;
    QTest::newRow("plain") << QByteArray("NONE") << QByteArray("operator") << QByteArray("123456") << 100;
    QTest::newRow("plain wrong") << QByteArray("NONE") << QByteArray("operator") << QByteArray("nTBCS19C")
                                 << 203;
    QTest::newRow("wrong hash") << QByteArray("MD5") << QByteArray("admin") << QByteArray("6QNMIQGe") << 203;
    QTest::newRow("hash in another case")
        << QByteArray("MD5") << QByteArray("admin") << QByteArray("TLJWPBO6") << 203;
    QTest::newRow("unknown user") << QByteArray("MD5") << QByteArray("nobody") << QByteArray("tlJwpbo6")
                                  << 205;
    QTest::newRow("unknown type") << QByteArray("RSA") << QByteArray("admin") << QByteArray("tlJwpbo6")
                                  << 102;
}

void TestDvrLogin::checksCredentials()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, user);
    QFETCH(QByteArray, password);
    QFETCH(int, ret);
    DvrOptions options;
    options.users = {{QStringLiteral("operator"), QStringLiteral("123456")}};
    start(options);
    Stranger client(m_device->port());
    const auto reply =
        client.ask(1000, "{\"EncryptType\":\"" + type + "\",\"LoginType\":\"DVRIP-Web\",\"PassWord\":\"" +
                             password + "\",\"UserName\":\"" + user + "\"}");
    QCOMPARE(reply.ret(), ret);
    if (ret != 100) {
        QCOMPARE(reply.json().value(QLatin1String("SessionID")).toString(), QStringLiteral("0x00000000"));
        QCOMPARE(reply.json().value(QLatin1String("Name")).toString(), QString());
        QCOMPARE(reply.sessionId(), 0u);
        QCOMPARE(m_device->counters().refusedLogins, 1u);
    }
}

void TestDvrLogin::fiveWrongPasswordsLockForHalfAnHour()
{
    start();
    Stranger client(m_device->port());
    for (int i = 0; i < 5; ++i)
        QCOMPARE(client.login("admin", "wrongone").ret(), 203);
    QCOMPARE(client.login().ret(), 205);
    QCOMPARE(client.login("guest").ret(), 100);
    Stranger later(m_device->port());
    m_clock->advance(29min + 59s);
    QCOMPARE(later.login().ret(), 205);
    m_clock->advance(2s);
    QCOMPARE(later.login().ret(), 100);
}

void TestDvrLogin::aRightPasswordForgetsWrongOnes()
{
    start();
    for (int round = 0; round < 3; ++round) {
        Stranger client(m_device->port());
        for (int i = 0; i < 4; ++i)
            QCOMPARE(client.login("admin", "wrongone").ret(), 203);
        QCOMPARE(client.login().ret(), 100);
    }
}

void TestDvrLogin::countsLoginsAgainstTcpMaxConn()
{
    DvrOptions options;
    options.maximumConnections = 2;
    start(options);
    Stranger idle(m_device->port()); // a socket without a login does not count
    auto first = std::make_unique<Stranger>(m_device->port());
    Stranger second(m_device->port());
    Stranger third(m_device->port());
    QCOMPARE(first->login().ret(), 100);
    QCOMPARE(second.login().ret(), 100);
    QCOMPARE(third.login().ret(), 123);
    first.reset();
    QTRY_COMPARE(m_device->sessionCount(), 1);
    QCOMPARE(third.login().ret(), 100);
    QVERIFY(first == nullptr);
}

void TestDvrLogin::refusesASecondLoginOnOneSocket()
{
    start();
    Stranger client(m_device->port());
    QCOMPARE(client.login().ret(), 100);
    QCOMPARE(client.login().ret(), 104);
    QCOMPARE(m_device->sessionCount(), 1);
}

void TestDvrLogin::writesSessionIdsInEachForm_data()
{
    QTest::addColumn<QString>("quirk");
    QTest::addColumn<QString>("pattern");
    QTest::newRow("default") << QString() << QStringLiteral("^0x[0-9A-F]{8}$");
    QTest::newRow("short") << QStringLiteral("short-session-id")
                           << QStringLiteral("^0x[1-9a-f][0-9a-f]{0,5}$");
    QTest::newRow("spec") << QStringLiteral("spec-session-id") << QStringLiteral("^[0-9A-F]{8}$");
    QTest::newRow("ten digits") << QStringLiteral("ten-digit-session-id")
                                << QStringLiteral("^0x[0-9a-f]{10}$");
}

void TestDvrLogin::writesSessionIdsInEachForm()
{
    QFETCH(QString, quirk);
    QFETCH(QString, pattern);
    DvrOptions options;
    if (!quirk.isEmpty())
        options.quirks = {quirk};
    start(options);
    Stranger client(m_device->port());
    const QString text = client.login().json().value(QLatin1String("SessionID")).toString();
    QVERIFY2(QRegularExpression(pattern).match(text).hasMatch(), qPrintable(text));
    QCOMPARE(text.toULongLong(nullptr, 16), qulonglong(client.session));
    // The text alone is enough: header number 0, as some clients send it.
    const quint32 session = std::exchange(client.session, 0);
    QVERIFY(session != 0);
    QCOMPARE(client.ask(1006, "{\"Name\":\"KeepAlive\",\"SessionID\":\"" + text.toLatin1() + "\"}").ret(),
             100);
}

void TestDvrLogin::endsJsonInEachForm_data()
{
    QTest::addColumn<QString>("quirk");
    QTest::addColumn<QByteArray>("end");
    QTest::newRow("default") << QString() << QByteArray(" }\n\0", 4);
    QTest::newRow("none") << QStringLiteral("no-trailer") << QByteArray(" }");
    QTest::newRow("line feed") << QStringLiteral("line-feed-trailer") << QByteArray(" }\n");
    QTest::newRow("compact") << QStringLiteral("compact-json") << QByteArray("\"}\n\0", 4);
}

void TestDvrLogin::endsJsonInEachForm()
{
    QFETCH(QString, quirk);
    QFETCH(QByteArray, end);
    DvrOptions options;
    if (!quirk.isEmpty())
        options.quirks = {quirk};
    start(options);
    Stranger client(m_device->port());
    const QByteArray payload = client.login().payload;
    QVERIFY2(payload.endsWith(end), payload.toHex().constData());
}

void TestDvrLogin::everyJsonReplyEndsWithTheTrailer()
{
    start();
    Stranger client(m_device->port());
    QVERIFY(client.login().payload.endsWith(QByteArray("\n\0", 2)));
    // Every request id of the vendor's table but the media, the keyframe (no body) and what ends the session.
    const int ids[] = {1006, 1010, 1020, 1040, 1042, 1044, 1046, 1048, 1050, 1052, 1360, 1362, 1400, 1410,
                       1413, 1420, 1424, 1430, 1434, 1440, 1442, 1444, 1446, 1450, 1452, 1460, 1470, 1472,
                       1474, 1476, 1478, 1480, 1482, 1484, 1486, 1488, 1500, 1502, 1506, 1520, 1525, 1530,
                       1532, 1540, 1542, 1544, 1550, 1560, 1570, 1572, 1574, 1576, 1578, 1590, 1600, 999};
    for (const int messageId : ids) {
        const auto reply = client.ask(messageId, client.named("Whatever"));
        QVERIFY2(reply.payload.endsWith(QByteArray("\n\0", 2)), QByteArray::number(messageId).constData());
        QVERIFY2(reply.ret() >= 100, QByteArray::number(messageId).constData());
        QCOMPARE(reply.sessionId(), client.session);
        QCOMPARE(reply.byte(1), quint8(1));
    }
}

void TestDvrLogin::keepAliveKeepsTheSession()
{
    start();
    Stranger client(m_device->port());
    client.login();
    for (int i = 0; i < 10; ++i) {
        m_clock->advance(20s);
        const auto reply = client.ask(1006, client.named("KeepAlive"), quint32(40 + i));
        QCOMPARE(reply.ret(), 100);
        QCOMPARE(reply.sequence(), quint32(40 + i));
        QCOMPARE(reply.json().value(QLatin1String("Name")).toString(), QStringLiteral("KeepAlive"));
    }
}

void TestDvrLogin::aSessionWithoutKeepAliveExpires()
{
    start();
    Stranger client(m_device->port());
    client.login();
    m_clock->advance(59s);
    QCOMPARE(m_device->sessionCount(), 1);
    m_clock->advance(3s);
    QCOMPARE(m_device->sessionCount(), 0);
    QCOMPARE(m_device->counters().expiredSessions, 1u);
    QCOMPARE(client.ask(1006, client.named("KeepAlive")).ret(), 202);
    QCOMPARE(client.login().ret(), 100);
    QCOMPARE(client.ask(1006, client.named("KeepAlive")).ret(), 100);
}

void TestDvrLogin::anEmptyKeepAliveWillDo()
{
    start("empty-body-keepalive");
    Stranger client(m_device->port());
    client.login();
    const auto reply = client.ask(1006);
    QCOMPARE(reply.id(), 1007);
    QVERIFY(reply.payload.isEmpty());
}

void TestDvrLogin::logoutEndsTheSession()
{
    start();
    Stranger client(m_device->port());
    client.login();
    const auto reply = client.ask(1002, client.named(""));
    QCOMPARE(reply.ret(), 100);
    QCOMPARE(reply.json().value(QLatin1String("Name")).toString(), QString());
    QCOMPARE(client.ask(1020, client.named("SystemInfo")).ret(), 105);
    QCOMPARE(m_device->sessionCount(), 0);
}

void TestDvrLogin::forcedLogoutIsPushedAndCloses()
{
    start();
    Stranger polite(m_device->port());
    Stranger rude(m_device->port());
    polite.login();
    rude.login();
    m_device->forceLogout();
    for (Stranger *client : {&polite, &rude}) {
        const auto push = client->receive();
        QVERIFY(push);
        QCOMPARE(push->id(), 1004);
        QCOMPARE(push->sessionId(), client->session);
        QCOMPARE(push->json().value(QLatin1String("SessionID")).toString(),
                 QString::fromLatin1(client->sessionText()));
    }
    polite.send(1005, "{\"Ret\":100,\"SessionID\":\"" + polite.sessionText() + "\"}");
    QVERIFY(polite.waitClosed());
    QCOMPARE(rude.socket.state(), QAbstractSocket::ConnectedState);
    m_clock->advance(3s);
    QVERIFY(rude.waitClosed());
    QCOMPARE(m_device->sessionCount(), 0);
}

void TestDvrLogin::answersBadRequests_data()
{
    QTest::addColumn<bool>("loggedIn");
    QTest::addColumn<int>("messageId");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("ret");
    QTest::newRow("not logged in") << false << 1020 << QByteArray("{\"Name\":\"SystemInfo\"}") << 105;
    QTest::newRow("unknown id, not logged in") << false << 1440 << QByteArray("{}") << 105;
    QTest::newRow("keep-alive, not logged in") << false << 1006 << QByteArray() << 105;
    QTest::newRow("claim, not logged in") << false << 1413 << QByteArray("{}") << 105;
    QTest::newRow("broken login") << false << 1000 << QByteArray("{\"UserName\":") << 117;
    QTest::newRow("login that is a list") << false << 1000 << QByteArray("[1]") << 117;
    QTest::newRow("empty login") << false << 1000 << QByteArray() << 205;
    QTest::newRow("broken") << true << 1020 << QByteArray("{\"Name\" \"SystemInfo\"}") << 117;
    QTest::newRow("not JSON") << true << 1042 << QByteArray("\x01\x02\xFF") << 117;
    QTest::newRow("very deep") << true << 1042 << QByteArray(20000, '[') << 117;
    QTest::newRow("wrong types") << true << 1410
                                 << QByteArray(
                                        "{\"Name\":7,\"OPMonitor\":{\"Action\":[],\"Parameter\":\"x\"}}")
                                 << 103;
    QTest::newRow("absurd channel")
        << true << 1413
        << QByteArray("{\"OPMonitor\":{\"Parameter\":{\"Channel\":-1,\"StreamType\":\"Main\"}}}") << 103;
    QTest::newRow("channel too high")
        << true << 1413
        << QByteArray("{\"OPMonitor\":{\"Parameter\":{\"Channel\":16,\"StreamType\":\"Main\"}}}") << 103;
    QTest::newRow("unknown id") << true << 2088 << QByteArray("{}") << 103;
    QTest::newRow("unknown information") << true << 1020 << QByteArray("{\"Name\":\"WifiAP\"}") << 103;
    QTest::newRow("unknown ability") << true << 1360 << QByteArray("{\"Name\":\"Flying\"}") << 103;
    QTest::newRow("unknown setting") << true << 1042 << QByteArray("{\"Name\":\"No.Such\"}") << 607;
    QTest::newRow("information asked as a setting")
        << true << 1042 << QByteArray("{\"Name\":\"SystemInfo\"}") << 607;
}

void TestDvrLogin::answersBadRequests()
{
    QFETCH(bool, loggedIn);
    QFETCH(int, messageId);
    QFETCH(QByteArray, body);
    QFETCH(int, ret);
    start();
    Stranger client(m_device->port());
    if (loggedIn)
        client.login();
    QCOMPARE(client.ask(messageId, body + "\n").ret(), ret);
    // Nothing of that hurts the connection.
    if (!loggedIn)
        client.login();
    QCOMPARE(client.ask(1006, client.named("KeepAlive")).ret(), 100);
}

void TestDvrLogin::refusesAnOversizeHeaderAtOnce()
{
    start();
    Stranger client(m_device->port());
    client.socket.write(QByteArray::fromHex("ff000000 00000000 00000000 0000 e803 ffffff7f"));
    QVERIFY(client.waitClosed());
    QCOMPARE(m_device->counters().refusedHeaders, 1u);
    Stranger next(m_device->port());
    QCOMPARE(next.login().ret(), 100);
}

void TestDvrLogin::skipsGarbageAndCountsIt()
{
    start();
    Stranger client(m_device->port());
    client.socket.write("GET / HTTP/1.1\r\n\r\n");
    QCOMPARE(client.login().ret(), 100);
    QCOMPARE(m_device->counters().garbageBytes, 18u);
}

void TestDvrLogin::anyCutOfTheStreamGivesTheSameAnswers()
{
    DvrOptions options;
    options.maximumConnections = 128;
    start(options);
    const QByteArray body = "{\"EncryptType\":\"MD5\",\"PassWord\":\"tlJwpbo6\",\"UserName\":\"admin\"}";
    const QByteArray login = Stranger::request(1000, body, 0, 5);
    for (qsizetype cut = 1; cut < login.size(); ++cut) {
        Stranger client(m_device->port());
        client.socket.write(login.left(cut));
        client.socket.flush();
        QVERIFY(QTest::qWaitFor(
            [&] { return m_device->counters().bytesReceived % quint64(login.size()) == quint64(cut); }));
        client.socket.write(login.mid(cut));
        const auto reply = client.receive();
        QVERIFY(reply);
        QCOMPARE(reply->ret(), 100);
        QCOMPARE(reply->sequence(), 5u);
    }
}

void TestDvrLogin::wantsAClaimFirstOnSomeFirmware()
{
    start("claim-before-login");
    Stranger client(m_device->port());
    const auto empty = client.login();
    QCOMPARE(empty.id(), 1001);
    QCOMPARE(empty.payload, QByteArray("\n\0", 2));
    client.session = 0;
    client.send(1413, Stranger::monitor("Claim", 0, "Main", "0x00000000"), 8);
    const auto claimed = client.receive();
    QVERIFY(claimed);
    QCOMPARE(claimed->id(), 1414);
    QCOMPARE(claimed->sequence(), 9u);
    QCOMPARE(client.login().ret(), 100);
    // The Claim helps its own socket only.
    Stranger other(m_device->port());
    QCOMPARE(other.login().payload, QByteArray("\n\0", 2));
}

void TestDvrLogin::fragmentsRepliesOnDemand()
{
    start("fragment-replies");
    Stranger client(m_device->port());
    const QByteArray login =
        Stranger::request(1000, "{\"EncryptType\":\"MD5\",\"PassWord\":\"tlJwpbo6\",\"UserName\":\"admin\"}");
    client.socket.write(login);
    QByteArray joined;
    int total = 1;
    for (int part = 0; part < total; ++part) {
        const auto packet = client.receive();
        QVERIFY(packet);
        QCOMPARE(packet->id(), 1001);
        total = packet->byte(12);
        QVERIFY(total > 1);
        QCOMPARE(int(packet->byte(13)), part);
        joined += packet->payload;
    }
    QVERIFY(joined.endsWith(QByteArray("\n\0", 2)));
    QCOMPARE(QJsonDocument::fromJson(joined.chopped(2)).object().value(QLatin1String("Ret")).toInt(), 100);
}

void TestDvrLogin::otherQuirksChangeTheirReply_data()
{
    QTest::addColumn<QString>("quirk");
    QTest::addColumn<int>("messageId");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("with"); ///< in the reply of a device with the quirk, and only there
    const auto row = [](const char *quirk, int id, const char *name, const QByteArray &with) {
        QTest::newRow(quirk) << QString::fromLatin1(quirk) << id << QByteArray(name) << with;
    };
    row("spec-storage-names", 1020, "StorageInfo", "\"PhysicalNo\"");
    row("no-disk", 1020, "StorageInfo", "\"PartNumber\" : 0");
    row("gbk-names", 1048, "ChannelTitle",
        "\xCD\xA8\xB5\xC0"
        "12");
    row("hostile-names", 1048, "ChannelTitle", "../../etc/passwd");
    row("escaped-slashes", 1042, "Uart.PTZ", "");
    row("spec-device-type", 1000, "", "\"DeviceType\"");
    row("keepalive-1005", 1006, "KeepAlive", "\"Ret\" : 103");
}

void TestDvrLogin::otherQuirksChangeTheirReply()
{
    QFETCH(QString, quirk);
    QFETCH(int, messageId);
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, with);
    QByteArray replies[2];
    for (const bool isOn : {false, true}) {
        DvrOptions options;
        if (isOn)
            options.quirks = {quirk};
        start(options);
        Stranger client(m_device->port());
        const auto login = client.login();
        replies[isOn] = messageId == 1000 ? login.payload : client.ask(messageId, client.named(name)).payload;
        QVERIFY(!replies[isOn].isEmpty());
        m_device.reset();
    }
    if (with.isEmpty()) {
        QCOMPARE(replies[1].count("\\/"), replies[0].count("/"));
        return;
    }
    QVERIFY2(!replies[0].contains(with), replies[0].constData());
    QVERIFY2(replies[1].contains(with), replies[1].constData());
}

void TestDvrLogin::refusesWrongOptions_data()
{
    QTest::addColumn<DvrOptions>("options");
    DvrOptions options;
    options.channels = 65;
    QTest::newRow("channels") << options;
    options = {};
    options.clipClass = QStringLiteral("8k");
    QTest::newRow("clip class") << options;
    options = {};
    options.quirks = {QStringLiteral("odd")};
    QTest::newRow("quirk") << options;
    options = {};
    options.faults = {QStringLiteral("wrong-checksum")};
    QTest::newRow("fault that does not apply") << options;
}

void TestDvrLogin::refusesWrongOptions()
{
    QFETCH(DvrOptions, options);
    const auto device = DvrSimulator::make(options, *m_clock);
    QVERIFY(!device);
    QVERIFY(device.error().is(simulator::SimulatorError::WrongUsage));
}

QTEST_GUILESS_MAIN(TestDvrLogin)
#include "tst_dvr_login.moc"
