// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/systems/dvr/login.h"

#include "core/systems/dvr/dvr_error.h"
#include "tests/core/systems/dvr/wire_kit.h"

#include <QTest>

using namespace opsdeck;
using namespace opsdeck::dvr;
using Next = LoginVerdict::Next;

Q_DECLARE_METATYPE(opsdeck::dvr::LoginVerdict::Next)
Q_DECLARE_METATYPE(opsdeck::dvr::DvrError)

class TestLogin : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendsTheVendorsBody();
    void claimsBeforeTheLoginAsAfterIt();
    void decidesByRet_data();
    void decidesByRet();
    void triesTheOtherLoginTypesOnce_data();
    void triesTheOtherLoginTypesOnce();
    void reconnectsWithAClaimOnceWhenTheAnswerIsUnreadable_data();
    void reconnectsWithAClaimOnceWhenTheAnswerIsUnreadable();
    void readsTheFacts_data();
    void readsTheFacts();
    void takesTheSessionIdFromTheHeaderWhenTheBodyHasNone_data();
    void takesTheSessionIdFromTheHeaderWhenTheBodyHasNone();
    void waitsWhenNothingCame();
    void readsTheHvrsReply();
};

namespace {

base::Result<Message> answer(const QByteArray &json, quint32 session = 0x57)
{
    MessageHeader header;
    header.version = 1;
    header.messageId = 1001;
    header.sessionId = session;
    return Message{header, test::body(json)};
}

} // namespace

void TestLogin::sendsTheVendorsBody()
{
    DeviceSettings settings;
    settings.userName = QStringLiteral("admin");
    const QByteArray empty =
        R"({"EncryptType":"MD5","LoginType":"DVRIP-Web","PassWord":"tlJwpbo6","UserName":"admin"})";
    QCOMPARE(QJsonDocument(loginBody(settings, {})).toJson(QJsonDocument::Compact), empty);
    settings.password = QStringLiteral("123456");
    settings.userName = QStringLiteral("a\"b");
    const QByteArray quoted =
        R"({"EncryptType":"MD5","LoginType":"DVRIP-Web","PassWord":"nTBCS19C","UserName":"a\"b"})";
    QCOMPARE(QJsonDocument(loginBody(settings, {})).toJson(QJsonDocument::Compact), quoted);
}

void TestLogin::claimsBeforeTheLoginAsAfterIt()
{
    const QByteArray expected =
        R"({"Name":"OPMonitor","OPMonitor":{"Action":"Claim","Parameter":{"Channel":0,"CombinMode":"NONE",)"
        R"("StreamType":"Main","TransMode":"TCP"}},"SessionID":"0x0001869F"})";
    QCOMPARE(QJsonDocument(preLoginClaimBody()).toJson(QJsonDocument::Compact), expected);
}

void TestLogin::decidesByRet_data()
{
    QTest::addColumn<int>("ret");
    QTest::addColumn<Next>("next");
    QTest::addColumn<DvrError>("error");
    const auto row = [](int ret, Next next, DvrError error) {
        QTest::addRow("%d", ret) << ret << next << error;
    };
    // Five bad tries lock the user for half an hour: none of these may be tried again by itself.
    row(203, Next::AskOperator, DvrError::WrongPassword);
    row(204, Next::AskOperator, DvrError::UnknownUser);
    row(205, Next::AskOperator, DvrError::UserLocked);
    row(206, Next::AskOperator, DvrError::UserBlacklisted);
    row(106, Next::AskOperator, DvrError::LoginRefused);
    row(104, Next::AskOperator, DvrError::AlreadyLoggedIn);
    row(207, Next::AskOperator, DvrError::AlreadyLoggedIn);
    row(107, Next::AskOperator, DvrError::NoRight);
    row(113, Next::AskOperator, DvrError::UnknownUser);
    row(430, Next::AskOperator, DvrError::UnknownUser);
    row(125, Next::AskOperator, DvrError::Refused);
    row(122, Next::AgainLater, DvrError::TooManyConnections);
    row(123, Next::AgainLater, DvrError::TooManyConnections);
    row(124, Next::AgainLater, DvrError::EncryptedLogin);
    row(126, Next::AgainLater, DvrError::Refused);
    row(101, Next::AgainLater, DvrError::Refused);
    row(105, Next::AgainLater, DvrError::NotLoggedIn);
    row(108, Next::AgainLater, DvrError::Refused);
    row(117, Next::AgainLater, DvrError::Refused);
    row(202, Next::AgainLater, DvrError::NotLoggedIn);
    row(516, Next::AgainLater, DvrError::Refused);
    row(0, Next::AgainLater, DvrError::Refused);
    row(65535, Next::AgainLater, DvrError::Refused);
    row(102, Next::AgainAtOnce, DvrError::NotSupported);
    row(103, Next::AgainAtOnce, DvrError::NotSupported);
}

void TestLogin::decidesByRet()
{
    QFETCH(int, ret);
    QFETCH(DvrError, error);
    LoginPlan plan;
    const auto verdict = judgeLogin(
        answer(R"({"Name":"","Ret":)" + QByteArray::number(ret) + R"(,"SessionID":"0x00000000"})", 0), plan);
    QTEST(verdict.next, "next");
    QVERIFY(verdict.error.has_value());
    QVERIFY2(verdict.error->is(error), qPrintable(verdict.error->name()));
    QCOMPARE(verdict.error->device().value(QLatin1String("ret")).toInt(), ret);
    QVERIFY(!plan.claimFirst);
    QCOMPARE(plan.loginType, verdict.next == Next::AgainAtOnce ? 1 : 0);
}

void TestLogin::triesTheOtherLoginTypesOnce_data()
{
    QTest::addColumn<QByteArray>("reply");
    QTest::newRow("102") << QByteArray(R"({"Ret":102})");
    QTest::newRow("103") << QByteArray(R"({"Ret":103})");
}

void TestLogin::triesTheOtherLoginTypesOnce()
{
    QFETCH(QByteArray, reply);
    LoginPlan plan;
    DeviceSettings settings;
    QStringList types;
    for (int round = 0; round < 20; ++round) {
        types.append(loginBody(settings, plan).value(QLatin1String("LoginType")).toString());
        if (judgeLogin(answer(reply), plan).next != Next::AgainAtOnce)
            break;
    }
    QVERIFY2(types.size() < 20, "refusals must end in a back-off");
    QVERIFY(types.size() >= 2);
    QCOMPARE(types.first(), QStringLiteral("DVRIP-Web"));
    QCOMPARE(QSet<QString>(types.begin(), types.end()).size(), types.size());
    // Only what devices know: an unknown text becomes the last entry of their list.
    const QStringList known{QStringLiteral("DVRIP-Web"), QStringLiteral("DVRIP-Mobile"),
                            QStringLiteral("DVRIP-Xm030")};
    for (const QString &type : types)
        QVERIFY(known.contains(type));
    QCOMPARE(plan.loginType, 0);
    plan.loginType = 99;
    QVERIFY(known.contains(loginBody(settings, plan).value(QLatin1String("LoginType")).toString()));
}

void TestLogin::reconnectsWithAClaimOnceWhenTheAnswerIsUnreadable_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("trailer only") << QByteArray("\n\0", 2);
    QTest::newRow("base64") << QByteArray("8RkU1mXHhY0lq1yA2Zz6kQ==\n");
    QTest::newRow("noise") << QByteArray("\x8f\x13\x00\xff{", 5);
    QTest::newRow("no Ret") << QByteArray(R"({"Name":"Login"})");
    QTest::newRow("Ret is a word") << QByteArray(R"({"Ret":"OK","SessionID":"0x5"})");
    QTest::newRow("list") << QByteArray(R"([{"Ret":100}])");
}

void TestLogin::reconnectsWithAClaimOnceWhenTheAnswerIsUnreadable()
{
    QFETCH(QByteArray, payload);
    LoginPlan plan;
    MessageHeader header;
    header.messageId = 1001;
    const base::Result<Message> unreadable = Message{header, payload};
    auto verdict = judgeLogin(unreadable, plan);
    QCOMPARE(verdict.next, Next::AgainAtOnce);
    QVERIFY(plan.claimFirst);
    QVERIFY(verdict.error.has_value());
    // With the Claim in front it is as mute as before: back-off, then plain again.
    verdict = judgeLogin(unreadable, plan);
    QCOMPARE(verdict.next, Next::AgainLater);
    QVERIFY(!plan.claimFirst);
    QVERIFY(verdict.error->detail().contains(QLatin1String("Claim")));
    // A good answer after the Claim keeps the plan for the next reconnect.
    plan.claimFirst = true;
    verdict = judgeLogin(answer(R"({"Ret":100,"SessionID":"0x5"})"), plan);
    QCOMPARE(verdict.next, Next::Done);
    QVERIFY(plan.claimFirst);
}

void TestLogin::readsTheFacts_data()
{
    QTest::addColumn<QByteArray>("more");
    QTest::addColumn<int>("alive");
    QTest::addColumn<int>("channels");
    QTest::addColumn<QString>("type");
    const auto row = [](const char *name, const char *more, int alive, int channels, const char *type) {
        QTest::newRow(name) << QByteArray(more) << alive << channels << QString::fromUtf8(type);
    };
    row("page", R"("AliveInterval":20,"ChannelNum":4,"DeviceType ":"HVR")", 20, 4, "HVR");
    row("seed", R"("AliveInterval":21,"ChannelNum":8,"DeviceType":"DVR")", 21, 8, "DVR");
    row("absent", R"("x":1)", 20, 0, "");
    row("texts", R"("AliveInterval":"30","ChannelNum":"0x00000010","DeviceType ":"IPC")", 30, 16, "IPC");
    row("zero", R"("AliveInterval":0,"ChannelNum":0,"DeviceType ":"")", 20, 0, "");
    row("one second", R"("AliveInterval":1)", 2, 0, "");
    row("negative", R"("AliveInterval":-5,"ChannelNum":-5)", 20, 0, "");
    row("absurd", R"("AliveInterval":2147483647,"ChannelNum":2147483647)", 300, 256, "");
    row("wrong types", R"("AliveInterval":[20],"ChannelNum":{"n":4},"DeviceType ":7)", 20, 0, "");
    row("both spellings", R"("DeviceType ":"HVR","DeviceType":"DVR")", 20, 0, "HVR");
    row("control characters", R"("DeviceType ":"a\u0007b\u202ec")", 20, 0,
        "a\xef\xbf\xbd"
        "b\xef\xbf\xbd"
        "c");
}

void TestLogin::readsTheFacts()
{
    QFETCH(QByteArray, more);
    LoginPlan plan;
    const auto verdict = judgeLogin(answer(R"({"Ret":100,"SessionID":"0x00000057",)" + more + "}"), plan);
    QCOMPARE(verdict.next, Next::Done);
    QVERIFY(!verdict.error);
    QCOMPARE(verdict.facts.sessionId, 0x57u);
    QTEST(int(verdict.facts.aliveInterval.count()), "alive");
    QTEST(verdict.facts.channelCount, "channels");
    QTEST(verdict.facts.deviceType, "type");
}

void TestLogin::takesTheSessionIdFromTheHeaderWhenTheBodyHasNone_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<quint32>("inHeader");
    QTest::addColumn<quint32>("expected"); // 0 = no login
    QTest::newRow("both agree") << QByteArray(R"({"Ret":100,"SessionID":"0x57"})") << 0x57u << 0x57u;
    QTest::newRow("body wins") << QByteArray(R"({"Ret":100,"SessionID":"0x0000000B"})") << 0x57u << 0xbu;
    QTest::newRow("ten digits") << QByteArray(R"({"Ret":100,"SessionID":"0x00000004df"})") << 0u << 0x4dfu;
    QTest::newRow("no body id") << QByteArray(R"({"Ret":100})") << 0x57u << 0x57u;
    QTest::newRow("zero body id") << QByteArray(R"({"Ret":100,"SessionID":"0x00000000"})") << 0x57u << 0x57u;
    QTest::newRow("number") << QByteArray(R"({"Ret":100,"SessionID":87})") << 0x57u << 0x57u;
    QTest::newRow("junk") << QByteArray(R"({"Ret":100,"SessionID":"session"})") << 0x57u << 0x57u;
    QTest::newRow("nowhere") << QByteArray(R"({"Ret":100,"SessionID":"junk"})") << 0u << 0u;
    QTest::newRow("too large") << QByteArray(R"({"Ret":100,"SessionID":"0x1FFFFFFFF"})") << 0u << 0u;
}

void TestLogin::takesTheSessionIdFromTheHeaderWhenTheBodyHasNone()
{
    QFETCH(QByteArray, json);
    QFETCH(quint32, inHeader);
    QFETCH(quint32, expected);
    LoginPlan plan;
    const auto verdict = judgeLogin(answer(json, inHeader), plan);
    QCOMPARE(verdict.next, expected == 0 ? Next::AgainLater : Next::Done);
    QCOMPARE(verdict.facts.sessionId, expected);
    if (expected == 0)
        QVERIFY(verdict.error->is(DvrError::BadReply));
}

void TestLogin::waitsWhenNothingCame()
{
    LoginPlan plan;
    const base::Error timeout(base::CommonError::Timeout, QStringLiteral("login: no answer within 4000 ms"));
    const auto verdict = judgeLogin(base::fail(timeout), plan);
    QCOMPARE(verdict.next, Next::AgainLater);
    QVERIFY(*verdict.error == timeout);
    QVERIFY(!plan.claimFirst);
}

void TestLogin::readsTheHvrsReply()
{
    LoginPlan plan;
    const auto verdict = judgeLogin(
        answer(R"({ "AliveInterval" : 20, "ChannelNum" : 4, "DataUseAES" : false, "DeviceType " : "HVR", )"
               R"("ExtraChannel" : 0, "Ret" : 100, "SessionID" : "0x00000057" })"),
        plan);
    QCOMPARE(verdict.next, Next::Done);
    QCOMPARE(verdict.facts.sessionId, 0x57u);
    QCOMPARE(verdict.facts.channelCount, 4);
    QCOMPARE(verdict.facts.deviceType, QStringLiteral("HVR"));
}

QTEST_GUILESS_MAIN(TestLogin)
#include "tst_login.moc"
