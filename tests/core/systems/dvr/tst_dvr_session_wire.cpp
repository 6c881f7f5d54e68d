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

class TestDvrSessionWire : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ignoresAnswersNobodyWaitsFor_data();
    void ignoresAnswersNobodyWaitsFor();
    void namesAnAnswerToAnotherRequest();
    void closesOnAnOversizeHeaderAndSaysWhy_data();
    void closesOnAnOversizeHeaderAndSaysWhy();
    void findsAnswersBehindGarbageAndInAnyPieces();
    void joinsFragments();
    void refusesEndlessFragments();
    void reportsFragmentsThatDoNotFitTogether_data();
    void reportsFragmentsThatDoNotFitTogether();
    void answersEveryCall_data();
    void answersEveryCall();
    void refusesCallsBeforeTheLogin();
    void answersPendingCallsWhenItIsDestroyed();
    void givesRawAnswersWhateverTheirRet();
};

void TestDvrSessionWire::ignoresAnswersNobodyWaitsFor_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("second login answer") << wire(1001, body(R"({"Ret":203})"));
    QTest::newRow("answer to nothing") << wire(1021, body(R"({"Ret":202})"));
    QTest::newRow("start of a stream that is not") << wire(1411, body(R"({"Ret":105})"));
    QTest::newRow("claim") << wire(1414, {});
    QTest::newRow("media") << wire(1412, keyFrame(h264Key()));
    QTest::newRow("talk") << wire(1433, audioFrame("xx"));
    QTest::newRow("alarm") << wire(1504, body(R"({"AlarmInfo":{"Channel":0}})"));
    QTest::newRow("keep-alive of ours that we did not send") << wire(1007, body(R"({"Ret":202})"));
    QTest::newRow("keep-alive of theirs") << wire(1006, body(R"({"Name":"KeepAlive"})"));
    QTest::newRow("lowest id") << wire(999, {});
    QTest::newRow("highest id") << wire(3999, QByteArray(1000, '{'));
    QTest::newRow("login request") << wire(1000, body("{}"));
    QTest::newRow("snapshot") << wire(1561, QByteArray(1000, '\xff'));
    QTest::newRow("export") << wire(1543, "PK\3\4");
}

void TestDvrSessionWire::ignoresAnswersNobodyWaitsFor()
{
    QFETCH(QByteArray, message);
    Rig rig;
    rig.goOnline();
    rig.say(1049, R"({"Ret":103})");
    for (int i = 0; i < 3; ++i)
        rig.mainLink->feed(message);
    QVERIFY(rig.session->status().isOnline());
    QVERIFY(rig.readAll().isEmpty());
    // The session still works.
    const auto answer = rig.session->call(1020, QStringLiteral("SystemInfo"));
    rig.say(1021, R"({"Ret":100,"SystemInfo":{}})");
    QVERIFY(answer.isFinished());
    QVERIFY(answer.result().has_value());
    // Before the login the same bytes change nothing either, but for what a login waits for.
    Rig early;
    early.session->start();
    ScriptedLink *link = early.links.find(QStringLiteral("main"));
    link->accept();
    if (message.mid(14, 2) != le16(1001)) {
        link->feed(message);
        QCOMPARE(early.session->status().state, State::LoggingIn);
    }
}

void TestDvrSessionWire::namesAnAnswerToAnotherRequest()
{
    Rig rig;
    rig.goOnline();
    rig.say(1049, R"({"Ret":103})");
    auto late = rig.session->call(1020, QStringLiteral("SystemInfo"));
    rig.advance(5s);
    QVERIFY(late.result().error().is(base::CommonError::Timeout));
    QVERIFY(late.result().error().detail().contains(QLatin1String("SystemInfo")));
    // Two questions of one kind: each gets the answer with its number, in whatever order.
    rig.readAll();
    const auto first = rig.session->call(1020, QStringLiteral("StorageInfo"));
    const auto second = rig.session->call(1020, QStringLiteral("WorkState"));
    const auto sent = rig.readAll();
    rig.say(1021, R"({"Name":"WorkState","Ret":100})", sent.at(1).sequence);
    QVERIFY(second.isFinished() && !first.isFinished());
    rig.say(1021, R"({"Name":"StorageInfo","Ret":100})", sent.at(0).sequence);
    QCOMPARE(first.result()->value(QLatin1String("Name")).toString(), QStringLiteral("StorageInfo"));
    QCOMPARE(second.result()->value(QLatin1String("Name")).toString(), QStringLiteral("WorkState"));
}

void TestDvrSessionWire::closesOnAnOversizeHeaderAndSaysWhy_data()
{
    QTest::addColumn<quint32>("length");
    for (quint32 length : {(1u << 20) + 1, 0x7fffffffu, 0x80000000u, 0xffffffffu})
        QTest::addRow("%u", length) << length;
}

void TestDvrSessionWire::closesOnAnOversizeHeaderAndSaysWhy()
{
    QFETCH(quint32, length);
    Rig rig;
    rig.goOnline();
    const auto answer = rig.session->call(1020, QStringLiteral("SystemInfo"));
    rig.mainLink->feed(test::header(1021, length));
    QVERIFY(rig.mainLink->state() == transport::ByteLink::State::Closed);
    QCOMPARE(rig.session->status().state, State::Waiting);
    QVERIFY(rig.session->status().reason->is(DvrError::Oversize));
    QVERIFY(rig.session->status().reason->detail().contains(QString::number(length)));
    QVERIFY(answer.result().error().is(DvrError::Oversize));
    // The next connection starts clean.
    rig.advance(500ms);
    rig.login();
    QVERIFY(rig.session->status().isOnline());
}

void TestDvrSessionWire::findsAnswersBehindGarbageAndInAnyPieces()
{
    const QByteArray noise = fromHex("ff01ff00 00000000 5aa5") + "HTTP/1.1 400\r\n";
    const QByteArray login = wire(1001, body(R"({"Ret":100,"SessionID":"0x57","ChannelNum":4})"));
    const QByteArray stream =
        noise + login + noise + wire(1049, body(R"({"ChannelTitle":["a","b"],"Ret":100})"));
    for (int piece : {1, 2, 7, 20, 21, 1000}) {
        Rig rig;
        rig.session->start();
        ScriptedLink *link = rig.links.find(QStringLiteral("main"));
        link->accept();
        for (qsizetype at = 0; at < stream.size(); at += piece)
            link->feed(stream.mid(at, piece));
        QVERIFY(rig.session->status().isOnline());
        QCOMPARE(rig.session->status().channelTitles.size(), 2);
    }
}

void TestDvrSessionWire::joinsFragments()
{
    Rig rig;
    rig.goOnline();
    const QByteArray whole = body(R"({"Name":"X","Ret":100,"X":")" + QByteArray(40000, 'x') + "\"}");
    const auto answer = rig.session->call(1042, QStringLiteral("X"));
    const int total = int((whole.size() + 8191) / 8192);
    for (int i = 0; i < total; ++i) {
        rig.mainLink->feed(wire(1043, whole.mid(i * 8192, 8192), 0x57, 5, quint8(total), quint8(i)));
        // An event between two fragments belongs to neither.
        rig.mainLink->feed(wire(1504, body(R"({"AlarmInfo":{}})")));
        QCOMPARE(answer.isFinished(), i == total - 1);
    }
    QCOMPARE(answer.result()->value(QLatin1String("X")).toString().size(), 40000);
}

void TestDvrSessionWire::refusesEndlessFragments()
{
    Rig rig;
    rig.goOnline();
    const auto answer = rig.session->call(1042, QStringLiteral("X"), {}, 10min);
    const QByteArray fragment = wire(1043, QByteArray(8192, 'x'), 0x57, 5, 255, 1);
    int fed = 0;
    while (rig.session->status().isOnline() && fed < 1000) {
        rig.mainLink->feed(fragment);
        ++fed;
    }
    QVERIFY2(fed <= 129, "more than a mebibyte was taken");
    QVERIFY(rig.session->status().reason->is(DvrError::Oversize));
    QVERIFY(answer.result().error().is(DvrError::Oversize));
}

void TestDvrSessionWire::reportsFragmentsThatDoNotFitTogether_data()
{
    QTest::addColumn<QByteArray>("stream");
    const auto piece = [](const QByteArray &part, int total, int current) {
        return wire(1043, part, 0x57, 5, quint8(total), quint8(current));
    };
    QTest::newRow("the middle is missing") << QByteArray(piece("{\"Ret\":", 3, 0) + piece(",}", 3, 2));
    QTest::newRow("only the last") << QByteArray(piece("100}", 3, 2));
    QTest::newRow("number past the total") << QByteArray(piece("{\"Ret\":", 2, 0) + piece("}", 2, 200));
    QTest::newRow("empty pieces") << QByteArray(piece({}, 2, 0) + piece({}, 2, 1));
}

void TestDvrSessionWire::reportsFragmentsThatDoNotFitTogether()
{
    QFETCH(QByteArray, stream);
    Rig rig;
    rig.goOnline();
    const auto broken = rig.session->call(1042, QStringLiteral("X"));
    rig.mainLink->feed(stream);
    QVERIFY(broken.isFinished());
    QVERIFY(broken.result().error().is(DvrError::BadReply) ||
            broken.result().error().is(DvrError::EmptyReply));
    QVERIFY(rig.session->status().isOnline());
    const auto good = rig.session->call(1042, QStringLiteral("X"));
    rig.say(1043, R"({"Ret":100,"X":{}})");
    QVERIFY(good.result().has_value());
}

void TestDvrSessionWire::answersEveryCall_data()
{
    QTest::addColumn<QByteArray>("reply");
    QTest::addColumn<QString>("error"); // empty = none
    QTest::newRow("good") << body(R"({"Name":"SystemInfo","Ret":100,"SystemInfo":{}})") << QString();
    QTest::newRow("refused") << body(R"({"Name":"","Ret":107})") << QStringLiteral("no-right");
    QTest::newRow("wrong message id for the name")
        << body(R"({"SystemInfo":null,"Ret":607})") << QStringLiteral("not-supported");
    QTest::newRow("unknown code") << body(R"({"Ret":4711})") << QStringLiteral("refused");
    QTest::newRow("no Ret") << body(R"({"Name":"SystemInfo"})") << QStringLiteral("bad-reply");
    QTest::newRow("broken") << body(R"({"Name":)") << QStringLiteral("bad-reply");
    QTest::newRow("empty") << QByteArray() << QStringLiteral("empty-reply");
    QTest::newRow("deep") << body(QByteArray(2000, '[')) << QStringLiteral("bad-reply");
}

void TestDvrSessionWire::answersEveryCall()
{
    QFETCH(QByteArray, reply);
    QFETCH(QString, error);
    Rig rig;
    rig.goOnline();
    const auto answer = rig.session->call(1020, QStringLiteral("SystemInfo"));
    const auto sent = rig.readAll();
    QCOMPARE(sent.first().payload, body(R"({"Name":"SystemInfo","SessionID":"0x00000057"})"));
    QVERIFY(!answer.isFinished());
    rig.mainLink->feed(wire(1021, reply));
    QVERIFY(answer.isFinished());
    const auto result = answer.result();
    QCOMPARE(result ? QString() : result.error().name(), error);
    if (!result)
        QVERIFY(result.error().detail().contains(QLatin1String("SystemInfo")));
    QVERIFY(rig.session->status().isOnline());
    // The name of the caller's own body stays when none is given.
    rig.session->call(1486, QString(), {{QStringLiteral("Name"), QStringLiteral("guest")}});
    rig.session->call(1500, QString());
    const auto more = rig.readAll();
    QCOMPARE(more.at(0).payload, body(R"({"Name":"guest","SessionID":"0x00000057"})"));
    QCOMPARE(more.at(1).payload, body(R"({"Name":"","SessionID":"0x00000057"})"));
}

void TestDvrSessionWire::refusesCallsBeforeTheLogin()
{
    Rig rig;
    const auto refused = [&rig] {
        const auto call = rig.session->call(1020, QStringLiteral("SystemInfo"));
        const auto raw = rig.session->raw(1020, {});
        return call.isFinished() && call.result().error().is(base::CommonError::NotConnected) &&
               raw.isFinished() && raw.result().error().is(base::CommonError::NotConnected);
    };
    QVERIFY(refused());
    rig.session->start();
    QVERIFY(refused());
    ScriptedLink *link = rig.links.find(QStringLiteral("main"));
    link->accept();
    link->takeSent();
    QVERIFY(refused());
    QVERIFY2(link->takeSent().isEmpty(), "nothing but the login goes out before the login");
}

void TestDvrSessionWire::answersPendingCallsWhenItIsDestroyed()
{
    Rig rig;
    rig.goOnline();
    const auto call = rig.session->call(1020, QStringLiteral("SystemInfo"));
    const auto raw = rig.session->raw(1020, {});
    rig.session.reset();
    QVERIFY(call.isFinished());
    QVERIFY(call.result().error().errorClass() == base::ErrorClass::Cancelled);
    QVERIFY(raw.isFinished());
    QVERIFY(raw.result().error().errorClass() == base::ErrorClass::Cancelled);
}

void TestDvrSessionWire::givesRawAnswersWhateverTheirRet()
{
    Rig rig;
    rig.goOnline();
    const auto refused = rig.session->raw(1042, {{QStringLiteral("Name"), QStringLiteral("X")}});
    QCOMPARE(rig.readAll().first().payload, body(R"({"Name":"X","SessionID":"0x00000057"})"));
    rig.say(1043, R"({"Ret":607})");
    QCOMPARE(refused.result()->payload, body(R"({"Ret":607})"));
    const auto noise = rig.session->raw(1560, {{QStringLiteral("SessionID"), QStringLiteral("mine")}});
    QCOMPARE(rig.readAll().first().payload, body(R"({"SessionID":"mine"})"));
    rig.mainLink->feed(wire(1561, fromHex("ffd8ffe0")));
    QCOMPARE(noise.result()->payload, fromHex("ffd8ffe0"));
}

QTEST_GUILESS_MAIN(TestDvrSessionWire)
#include "tst_dvr_session_wire.moc"
