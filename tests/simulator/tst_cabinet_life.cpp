// SPDX-License-Identifier: GPL-3.0-or-later
// How a simulated cabinet keeps its line, brings banks back, and what its people do.
#include "tests/simulator/stranger_server.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace opsdeck;
using test::CabinetStage;
using test::hex;

namespace {

const QByteArray kHeartbeat = hex("0007 61 01 00 11223344");

} // namespace

class TestCabinetLife : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void dialsAgainAndWaitsLongerEachTime();
    void aRefusedLoginWaitsBeforeItTriesAgain_data();
    void aRefusedLoginWaitsBeforeItTriesAgain();
    void anUnansweredLoginIsGivenUp();
    void beatsEveryThirtySeconds();
    void closesWhenHeartbeatsStayUnanswered();
    void aReturnAsksTheServer();
    void theResultSaysWhetherTheBankStays_data();
    void theResultSaysWhetherTheBankStays();
    void anUnansweredReturnIsRepeatedThreeTimes();
    void aBankPutInWithoutALineIsFoundByTheInventory();
    void aReturnIntoAFullSlotLeavesWhatIsThere();
    void peopleComeAndGoByTheSeed();
    void banksCharge();
    void losesAndGetsItsPower();
    void aSilentPullKeepsTheConnection();
    void aFleetLogsInOnceEach();
    void wrongCommandsSaySo_data();
    void wrongCommandsSaySo();
};

void TestCabinetLife::dialsAgainAndWaitsLongerEachTime()
{
    CabinetStage stage;
    stage.options.backoffSeconds = 4;
    QCOMPARE(stage.begin(), QString());
    qint64 waited = 0;
    // At once, then 0.5 s doubling to the cap, less a quarter at most.
    for (const int longest : {0, 500, 1000, 2000, 4000, 4000}) {
        const auto peer = stage.accept();
        QVERIFY2(peer, qPrintable(QString::number(longest)));
        const auto before = stage.fleet->counters().closedByServer;
        peer->close();
        QTRY_COMPARE(stage.fleet->counters().closedByServer, before + 1);
        if (longest > 0) {
            stage.move(longest * 3 / 4 - 1);
            QVERIFY(!stage.accept(20));
        }
        stage.move(longest - qMax(0, longest * 3 / 4 - 1));
        waited += longest;
    }
    QVERIFY(stage.accept());
    QCOMPARE(waited, 11500);
}

void TestCabinetLife::aRefusedLoginWaitsBeforeItTriesAgain_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("refused") << hex("0008 60 01 00 11223344 00");
    QTest::newRow("wrong time") << hex("0008 60 01 02 11223344 02");
    QTest::newRow("no result") << hex("0007 60 01 00 11223344");
}

void TestCabinetLife::aRefusedLoginWaitsBeforeItTriesAgain()
{
    QFETCH(QByteArray, answer);
    CabinetStage stage;
    QCOMPARE(stage.begin(), QString());
    const auto peer = stage.accept();
    QVERIFY(peer);
    QCOMPARE(quint8(peer->receive()[2]), quint8(0x60));
    peer->send(answer);
    QVERIFY(peer->waitClosed());
    QCOMPARE(stage.fleet->counters().refused, 1u);
    stage.move(900);
    QVERIFY(!stage.accept(50));
    stage.move(200);
    QVERIFY(stage.acceptLogin());
}

void TestCabinetLife::anUnansweredLoginIsGivenUp()
{
    CabinetStage stage;
    QCOMPARE(stage.begin(), QString());
    const auto peer = stage.accept();
    QVERIFY(peer);
    QVERIFY(!peer->receive().isEmpty());
    stage.move(14900);
    QCOMPARE(peer->socket().state(), QAbstractSocket::ConnectedState);
    stage.move(200);
    QVERIFY(peer->waitClosed());
    QCOMPARE(stage.fleet->counters().loginTimeouts, 1u);
}

void TestCabinetLife::beatsEveryThirtySeconds()
{
    CabinetStage stage;
    QCOMPARE(stage.begin(), QString());
    const auto peer = stage.acceptLogin();
    QVERIFY(peer);
    for (quint64 beat = 1; beat <= 10; ++beat) {
        stage.move(29999);
        QVERIFY(peer->receive(5).isEmpty());
        stage.move(1);
        QCOMPARE(peer->receive(), kHeartbeat);
        peer->send(kHeartbeat);
        QTRY_COMPARE(stage.fleet->counters().heartbeatsAnswered, beat);
    }
    QCOMPARE(stage.fleet->counters().heartbeats, 10u);
    QCOMPARE(stage.fleet->counters().unanswered, 0u);
}

void TestCabinetLife::closesWhenHeartbeatsStayUnanswered()
{
    CabinetStage stage;
    stage.options.heartbeatSeconds = 2;
    QCOMPARE(stage.begin(), QString());
    const auto peer = stage.acceptLogin();
    QVERIFY(peer);
    for (int beat = 0; beat < 3; ++beat) {
        stage.move(2000);
        QCOMPARE(peer->receive(), kHeartbeat);
    }
    QCOMPARE(stage.fleet->onlineCount(), 1);
    stage.move(2000);
    QVERIFY(peer->waitClosed());
    QCOMPARE(stage.fleet->counters().unanswered, 3u);
    QCOMPARE(stage.fleet->counters().givenUp, 1u);
    stage.move(500);
    QVERIFY(stage.acceptLogin());
}

void TestCabinetLife::aReturnAsksTheServer()
{
    CabinetStage stage;
    QCOMPARE(stage.begin(), QString());
    const auto peer = stage.acceptLogin();
    QVERIFY(peer);
    stage.board().take(1);
    QCOMPARE(*stage.fleet->command(QStringLiteral("return %1 1 RL1A7C000052").arg(stage.sn())), QString());
    QCOMPARE(peer->receive(), hex("0010 66 01 41 11223344 01 524c31417c000052"));
    peer->send(hex("0009 66 01 00 11223344 01 01"));
    QTRY_COMPARE(stage.fleet->counters().returnsByResult[1], 1u);
    QCOMPARE(stage.board().at(1).id, 0x524c31417c000052u);
    // Answered: it is not asked again.
    stage.move(20000);
    QVERIFY(peer->receive(30).isEmpty());
    QCOMPARE(stage.fleet->counters().returns, 1u);
}

void TestCabinetLife::theResultSaysWhetherTheBankStays_data()
{
    QTest::addColumn<int>("result");
    QTest::addColumn<bool>("stays");
    QTest::newRow("failed") << 0 << false;
    QTest::newRow("ok") << 1 << true;
    QTest::newRow("abnormal") << 2 << false;
    QTest::newRow("duplicate") << 3 << true;
    QTest::newRow("illegal") << 4 << false;
    QTest::newRow("slot not empty") << 5 << false;
}

void TestCabinetLife::theResultSaysWhetherTheBankStays()
{
    QFETCH(int, result);
    QFETCH(bool, stays);
    CabinetStage stage;
    QCOMPARE(stage.begin(), QString());
    const auto peer = stage.acceptLogin();
    QVERIFY(peer);
    stage.board().take(4);
    QVERIFY(stage.fleet->command(QStringLiteral("return %1 4 RL1A7C000052").arg(stage.sn())));
    QVERIFY(!peer->receive().isEmpty());
    QVERIFY(stage.board().at(4).isThere());
    peer->send(hex("0009 66 01") + char(4 ^ result) + hex("11223344 04") + char(result));
    QTRY_COMPARE(stage.fleet->counters().returnsByResult[size_t(result)], 1u);
    QCOMPARE(stage.board().at(4).isThere(), stays);
    QCOMPARE(stage.fleet->command(QStringLiteral("state"))->contains(QLatin1String("RL1A7C000052")), !stays);
}

void TestCabinetLife::anUnansweredReturnIsRepeatedThreeTimes()
{
    CabinetStage stage;
    stage.options.heartbeatSeconds = 255;
    QCOMPARE(stage.begin(), QString());
    const auto peer = stage.acceptLogin();
    QVERIFY(peer);
    stage.board().take(1);
    QVERIFY(stage.fleet->command(QStringLiteral("return %1 1 RL1A7C000052").arg(stage.sn())));
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(peer->receive(), hex("0010 66 01 41 11223344 01 524c31417c000052"));
        stage.move(10000);
    }
    QVERIFY(peer->receive(30).isEmpty());
    QCOMPARE(stage.fleet->counters().returns, 3u);
    QCOMPARE(stage.fleet->counters().returnsUnanswered, 3u);
}

void TestCabinetLife::aBankPutInWithoutALineIsFoundByTheInventory()
{
    CabinetStage stage;
    QCOMPARE(stage.begin(), QString());
    auto peer = stage.acceptLogin();
    QVERIFY(peer);
    for (int slot = 1; slot <= 8; ++slot)
        stage.board().take(slot);
    peer->close();
    QTRY_COMPARE(stage.fleet->onlineCount(), 0);
    QVERIFY(stage.fleet->command(QStringLiteral("return %1 2 RL1A7C000041").arg(stage.sn())));
    stage.move(0);
    peer = stage.acceptLogin();
    QVERIFY(peer);
    QCOMPARE(peer->ask("0007 64 01 00 11223344"), hex("0012 64 01 50 11223344 01 02 524c31417c000041 00"));
    QCOMPARE(stage.fleet->counters().returns, 0u);
}

void TestCabinetLife::aReturnIntoAFullSlotLeavesWhatIsThere()
{
    CabinetStage stage;
    QCOMPARE(stage.begin(), QString());
    const auto peer = stage.acceptLogin();
    QVERIFY(peer);
    stage.board().put(1, {0x524c31417c000001, 4});
    QVERIFY(stage.fleet->command(QStringLiteral("return %1 1 RL1A7C000052").arg(stage.sn())));
    QCOMPARE(peer->receive(), hex("0010 66 01 41 11223344 01 524c31417c000052"));
    peer->send(hex("0009 66 01 04 11223344 01 05"));
    QTRY_COMPARE(stage.fleet->counters().returnsByResult[5], 1u);
    QCOMPARE(stage.board().at(1).id, 0x524c31417c000001u);
}

void TestCabinetLife::peopleComeAndGoByTheSeed()
{
    QByteArrayList seen[2];
    for (QByteArrayList &frames : seen) {
        CabinetStage stage;
        stage.options.lifeSeconds = 2;
        stage.options.heartbeatSeconds = 255;
        stage.options.models = {12};
        QCOMPARE(stage.begin(), QString());
        const auto peer = stage.acceptLogin();
        QVERIFY(peer);
        for (int second = 0; second < 200; ++second) {
            stage.move(1000);
            const QByteArray frame = peer->receive(2);
            if (frame.isEmpty())
                continue;
            QCOMPARE(quint8(frame[2]), quint8(0x66));
            frames.append(frame);
            peer->send(hex("0009 66 01") + char(frame[9] ^ 1) + hex("11223344") + frame[9] + '\1');
            QTRY_COMPARE(stage.fleet->counters().returnsByResult[1], quint64(frames.size()));
        }
        QVERIFY(stage.fleet->counters().taken > 0);
    }
    QVERIFY(seen[0].size() > 5);
    QCOMPARE(seen[0], seen[1]);
}

void TestCabinetLife::banksCharge()
{
    CabinetStage stage;
    stage.options.chargeSeconds = 10;
    QCOMPARE(stage.begin(), QString());
    for (int slot = 1; slot <= 8; ++slot)
        stage.board().put(slot, {quint64(slot), 0});
    stage.move(60000);
    int levels = 0;
    for (int slot = 1; slot <= 8; ++slot) {
        QVERIFY(stage.board().at(slot).level <= 4);
        levels += stage.board().at(slot).level;
    }
    // Eight banks of four levels are full long before 100 s.
    QVERIFY2(levels > 20, qPrintable(QString::number(levels)));
    stage.move(60000);
    for (int slot = 1; slot <= 8; ++slot)
        QCOMPARE(int(stage.board().at(slot).level), 4);
}

void TestCabinetLife::losesAndGetsItsPower()
{
    CabinetStage stage;
    stage.options.count = 4;
    QCOMPARE(stage.begin(), QString());
    stage.move(20);
    std::vector<std::unique_ptr<test::CabinetPeer>> peers;
    for (int i = 0; i < 4; ++i)
        peers.push_back(stage.acceptLogin());
    QCOMPARE(stage.fleet->onlineCount(), 4);
    QCOMPARE(*stage.fleet->command(QStringLiteral("pull 2")), QStringLiteral("2"));
    QVERIFY(peers[0]->waitClosed());
    QVERIFY(peers[1]->waitClosed());
    stage.move(60000);
    QVERIFY(!stage.accept(30));
    QCOMPARE(*stage.fleet->command(QStringLiteral("pull ") + stage.sn(3)), QString());
    QVERIFY(peers[3]->waitClosed());
    QCOMPARE(*stage.fleet->command(QStringLiteral("plug 9")), QStringLiteral("3"));
    stage.move(500);
    for (int i = 0; i < 3; ++i)
        QVERIFY(stage.acceptLogin());
}

void TestCabinetLife::aSilentPullKeepsTheConnection()
{
    CabinetStage stage;
    QCOMPARE(stage.begin(), QString());
    const auto peer = stage.acceptLogin();
    QVERIFY(peer);
    QVERIFY(stage.fleet->command(QStringLiteral("pull 1 silently")));
    QVERIFY(peer->ask("0007 62 01 00 11223344", 50).isEmpty());
    stage.move(300000);
    QVERIFY(peer->receive(30).isEmpty());
    QCOMPARE(peer->socket().state(), QAbstractSocket::ConnectedState);
    QVERIFY(stage.fleet->command(QStringLiteral("plug 1")));
    stage.move(500);
    QVERIFY(stage.acceptLogin());
}

void TestCabinetLife::aFleetLogsInOnceEach()
{
    CabinetStage stage;
    stage.options.count = 200;
    stage.options.dialsPerSecond = 1000;
    QCOMPARE(stage.begin(), QString());
    QSet<QByteArray> sns;
    std::vector<std::unique_ptr<test::CabinetPeer>> peers;
    for (int i = 0; i < 200; ++i) {
        stage.move(1);
        auto peer = stage.accept();
        QVERIFY(peer);
        const QByteArray login = peer->receive();
        sns.insert(login.mid(17));
        peer->send(hex("0008 60 01 01 11223344 01"));
        peers.push_back(std::move(peer));
    }
    QTRY_COMPARE(stage.fleet->onlineCount(), 200);
    QCOMPARE(sns.size(), 200);
    QCOMPARE(stage.fleet->counters().dials, 200u);
}

void TestCabinetLife::wrongCommandsSaySo_data()
{
    QTest::addColumn<QString>("line");
    for (const char *line : {"", "explode", "fault nonsense", "fault drop-after", "fault refuse-login",
                             "return", "take NOBODY 1", "on NOBODY clear", "pull", "pull -1", "plug x",
                             "state NOBODY", "reboot", "report"})
        QTest::newRow(line) << QString::fromLatin1(line);
}

void TestCabinetLife::wrongCommandsSaySo()
{
    QFETCH(QString, line);
    CabinetStage stage;
    QCOMPARE(stage.begin(), QString());
    const auto answer = stage.fleet->command(line);
    QVERIFY(!answer.has_value());
    QVERIFY(!answer.error().detail().isEmpty());
    QVERIFY(!stage.fleet->command(QStringLiteral("take %1 99").arg(stage.sn())));
    QVERIFY(!stage.fleet->command(QStringLiteral("report %1 1 0").arg(stage.sn())));
    QVERIFY(!stage.fleet->command(QStringLiteral("return %1 3 nothing").arg(stage.sn())));
}

QTEST_GUILESS_MAIN(TestCabinetLife)
#include "tst_cabinet_life.moc"
