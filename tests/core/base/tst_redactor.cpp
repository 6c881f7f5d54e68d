// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/redactor.h"

#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

#include <thread>

using opsdeck::base::Redactor;

class TestRedactor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cutsExactlyTheSecret_data();
    void cutsExactlyTheSecret();
    void cutsTheSameAtEveryCutOfTheStream_data() { cutsExactlyTheSecret_data(); }
    void cutsTheSameAtEveryCutOfTheStream();
    void cutsTheUserInfoOfAUrl();
    void leavesHarmlessTextAlone_data();
    void leavesHarmlessTextAlone();
    void sharesBytesThatHoldNoSecret();
    void keepsTheHeadersOfPacketsThatCutAKeyInTwo();
    void holdsBackTheStartOfASecretAndCutsItAtTheEnd();
    void givesBackWhatOnlyLookedLikeASecret();
    void ignoresSecretsTooShortToCut();
    void cutsOverlappingSecrets();
    void keepsEveryLengthOnRandomBytes();
    void boundsAValueThatNeverEnds();
    void learnsSecretsWhileOtherThreadsRedact();
    void redactsLogLines();
};

namespace {

void addSecrets(Redactor &redactor)
{
    redactor.addSecret("tlJwpbo6");
    redactor.addSecret("pa\"ss wörd");
}

} // namespace

void TestRedactor::cutsExactlyTheSecret_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<QByteArray>("clean");
    const auto row = [](const char *name, QByteArray raw, QByteArray clean) {
        QTest::newRow(name) << raw << clean;
    };
    row("login", R"({"EncryptType":"MD5","PassWord":"abcdefgh","UserName":"admin"})",
        R"({"EncryptType":"MD5","PassWord":"********","UserName":"admin"})");
    row("spaces", R"({ "NewPassWord" : "xyz" , "A" : 1 })", R"({ "NewPassWord" : "***" , "A" : 1 })");
    row("old password", R"({"OldPassword":"xyz"})", R"({"OldPassword":"***"})");
    row("upper case", R"({"PASSWD":"xyz"})", R"({"PASSWD":"***"})");
    row("communicate key", R"({"CommunicateKey":"00ff"})", R"({"CommunicateKey":"****"})");
    row("ftp", R"({"ftpPassword":"xyz","port":21})", R"({"ftpPassword":"***","port":21})");
    row("com key", R"({"comKey":"k1","comType":2})", R"({"comKey":"**","comType":2})");
    row("stray spaces in the key", R"({" token ":" t0 "})", R"({" token ":"****"})");
    row("number", R"({"pin":12345,"x":6})", R"({"pin":*****,"x":6})");
    row("list", R"({"tokens":["a1",["b2"],"c3"],"x":["d4"]})", R"({"tokens":["**",["**"],"**"],"x":["d4"]})");
    row("object below", R"({"token":{"token":"a1","expire":60}})", R"({"token":{"token":"**","expire":60}})");
    row("escaped quote", R"({"Password":"a\"b\\","x":"y"})", R"({"Password":"******","x":"y"})");
    row("inside a JSON string", R"({"log":"{\"PassWord\":\"a\\\"b\",\"x\":\"y\"}"})",
        R"({"log":"{\"PassWord\":\"******\",\"x\":\"y\"}"})");
    row("empty", R"({"PassWord":"","x":"y"})", R"({"PassWord":"","x":"y"})");
    row("no end", R"({"PassWord":"abc)", R"({"PassWord":"***)");
    row("no beginning", R"(e":"x","PassWord":"abc"})", R"(e":"x","PassWord":"***"})");
    row("in binary",
        QByteArray("\xff\x01\0\0\"\xfe=\"\0", 9) + R"("PassWord":"abc")" + QByteArray("\0\x0a", 2),
        QByteArray("\xff\x01\0\0\"\xfe=\"\0", 9) + R"("PassWord":"***")" + QByteArray("\0\x0a", 2));
    row("value over a packet header",
        R"("PassWord":"ab)" + QByteArray("\xff\x01\0\0\1\2\3\4\0\0\0\0\2\1\xf1\3\6\0\0\0", 20) +
            R"(cd","x":"y")",
        R"("PassWord":"**)" + QByteArray(20, '*') + R"(**","x":"y")");
    row("rtsp", "rtsp://h/user=admin&password=abc&channel=1&stream=0.sdp?",
        "rtsp://h/user=admin&password=***&channel=1&stream=0.sdp?");
    row("environment", "OPSDECK_PASSWORD=abc opsdeckctl dvr", "OPSDECK_PASSWORD=*** opsdeckctl dvr");
    row("attribute", "<user password=\"a b\" name=\"x\">", "<user password=\"***\" name=\"x\">");
    row("registered hash in a log row", R"({"Data":"admin,tlJwpbo6:x"})", R"({"Data":"admin,********:x"})");
    row("registered, plain", "a pa\"ss w\xc3\xb6rd b", "a *********** b");
    row("registered, in JSON", "[\"pa\\\"ss w\xc3\xb6rd\"]", "[\"************\"]");
    row("registered, percent-encoded", "x/pa%22ss%20w%C3%B6rd/y", "x/*******************/y");
    row("registered, twice", "tlJwpbo6tlJwpbo6", "****************");
}

void TestRedactor::cutsExactlyTheSecret()
{
    QFETCH(QByteArray, raw);
    QFETCH(QByteArray, clean);
    Redactor redactor;
    addSecrets(redactor);
    QCOMPARE(redactor.redact(raw), clean);
}

void TestRedactor::cutsTheSameAtEveryCutOfTheStream()
{
    QFETCH(QByteArray, raw);
    QFETCH(QByteArray, clean);
    // An escaped quote keeps its backslash only when both are in one piece.
    const bool quotesNested = raw.contains("\\\"PassWord");
    Redactor redactor;
    addSecrets(redactor);
    const auto same = [&](QByteArray given) {
        if (quotesNested)
            given.replace("*******\",", "******\\\",");
        return given == clean;
    };
    for (qsizetype cut = 0; cut <= raw.size(); ++cut) {
        Redactor::Stream stream(redactor);
        QByteArray given = stream.feed(raw.first(cut));
        QVERIFY(given.size() <= cut);
        given += stream.feed(raw.sliced(cut));
        given += stream.finish();
        QVERIFY2(same(given),
                 qPrintable(QStringLiteral("cut at %1: %2").arg(cut).arg(QString::fromUtf8(given))));
    }
    Redactor::Stream stream(redactor);
    QByteArray given;
    for (const char c : raw)
        given += stream.feed(QByteArray(1, c));
    given += stream.finish();
    QVERIFY2(same(given), given.constData());
}

void TestRedactor::cutsTheUserInfoOfAUrl()
{
    Redactor redactor;
    QCOMPARE(redactor.redact(QStringLiteral("see rtsp://admin:a:b@10.0.0.1:554/x now")),
             QStringLiteral("see rtsp://admin:***@10.0.0.1:554/x now"));
    QCOMPARE(redactor.redact(QStringLiteral("see rtsp://10.0.0.1:554/x a@b")),
             QStringLiteral("see rtsp://10.0.0.1:554/x a@b"));
}

void TestRedactor::leavesHarmlessTextAlone_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("reference") << QByteArray(R"({"passwordRef":"opsdeck/north/password"})");
    QTest::newRow("value that is called so") << QByteArray(R"({"Name":"Password","x":"y"})");
    QTest::newRow("keys that sound alike") << QByteArray(R"({"keyFrames":3,"Keyboard":"x","Passenger":"y"})");
    QTest::newRow("session") << QByteArray(R"({"Name":"","Ret":100,"SessionID":"0x00000010"})");
    QTest::newRow("url") << QByteArray("http://host:80/a=b&user=admin&c=d@e");
    QTest::newRow("base64") << QByteArray("TWFu==\r\nTWFu");
    QTest::newRow("nothing") << QByteArray();
}

void TestRedactor::leavesHarmlessTextAlone()
{
    QFETCH(QByteArray, text);
    Redactor redactor;
    addSecrets(redactor);
    QCOMPARE(redactor.redact(text), text);
}

void TestRedactor::sharesBytesThatHoldNoSecret()
{
    Redactor redactor;
    addSecrets(redactor);
    Redactor::Stream stream(redactor);
    const QByteArray video(8192, '\x55');
    QCOMPARE(static_cast<const void *>(stream.feed(video).constData()),
             static_cast<const void *>(video.constData()));
}

void TestRedactor::keepsTheHeadersOfPacketsThatCutAKeyInTwo()
{
    const QByteArray header("\xff\x01\0\0\"\"\"\"\0\0\0\0\2\1\xf1\3\6\0\0\0", 20);
    Redactor redactor;
    QCOMPARE(redactor.redact(R"("Passw)" + header + R"(ord":"abc","x":"y")"),
             QByteArray(R"("Passw)" + header + R"(ord":"***","x":"y")"));
    QCOMPARE(redactor.redact(R"("Password")" + header + R"(:)" + header + R"("abc","x":"y")"),
             QByteArray(R"("Password")" + header + R"(:)" + header + R"("***","x":"y")"));
}

void TestRedactor::holdsBackTheStartOfASecretAndCutsItAtTheEnd()
{
    Redactor redactor;
    addSecrets(redactor);
    Redactor::Stream stream(redactor);
    QCOMPARE(stream.feed("user tlJw"), QByteArray("user "));
    QCOMPARE(stream.finish(), QByteArray("****"));
    QCOMPARE(stream.finish(), QByteArray());
    // A whole text that ends so has no next piece: it is only text.
    QCOMPARE(redactor.redact(QByteArray("user tlJw")), QByteArray("user tlJw"));
}

void TestRedactor::givesBackWhatOnlyLookedLikeASecret()
{
    Redactor redactor;
    addSecrets(redactor);
    Redactor::Stream stream(redactor);
    QCOMPARE(stream.feed("a tl"), QByteArray("a "));
    QCOMPARE(stream.feed("J"), QByteArray());
    QCOMPARE(stream.feed("x end"), QByteArray("tlJx end"));
}

void TestRedactor::ignoresSecretsTooShortToCut()
{
    Redactor redactor;
    redactor.addSecret("abc");
    redactor.addSecret("");
    redactor.addSecret(QByteArray(5000, 'x'));
    QCOMPARE(redactor.redact(QByteArray("abc") + QByteArray(5000, 'x')), "abc" + QByteArray(5000, 'x'));
}

void TestRedactor::cutsOverlappingSecrets()
{
    Redactor redactor;
    redactor.addSecret("abab");
    redactor.addSecret("babcde");
    redactor.addSecret("ababab12");
    QCOMPARE(redactor.redact(QByteArray("xababcdez")), QByteArray("x*******z"));
    QCOMPARE(redactor.redact(QByteArray("xababababz")), QByteArray("x********z"));
    for (int cut = 0; cut <= 9; ++cut) {
        Redactor::Stream stream(redactor);
        const QByteArray text("xababcdez");
        QByteArray given = stream.feed(text.first(cut));
        given += stream.feed(text.sliced(cut));
        given += stream.finish();
        QCOMPARE(given, QByteArray("x*******z"));
    }
}

void TestRedactor::keepsEveryLengthOnRandomBytes()
{
    Redactor redactor;
    addSecrets(redactor);
    QRandomGenerator random(20261120);
    const QByteArray alphabet("\"\"\\\\:,=@[]{}/ \xffpassword:tlJwpbo6");
    for (int round = 0; round < 2000; ++round) {
        QByteArray raw;
        for (int i = random.bounded(200); i > 0; --i)
            raw += alphabet[random.bounded(int(alphabet.size()))];
        Redactor::Stream stream(redactor);
        QByteArray given;
        qsizetype fed = 0;
        while (fed < raw.size()) {
            const auto count = std::min<qsizetype>(random.bounded(1, 20), raw.size() - fed);
            given += stream.feed(raw.sliced(fed, count));
            fed += count;
            QVERIFY(given.size() <= fed);
        }
        given += stream.finish();
        QCOMPARE(given.size(), raw.size());
        for (qsizetype i = 0; i < raw.size(); ++i)
            QVERIFY(given[i] == raw[i] || given[i] == '*');
    }
}

void TestRedactor::boundsAValueThatNeverEnds()
{
    Redactor redactor;
    const QByteArray clean = redactor.redact("\"PassWord\":\"" + QByteArray(100000, 'v'));
    QCOMPARE(clean.size(), 100012);
    QVERIFY(clean.count('*') >= 16384);
    QVERIFY(clean.endsWith("vvvv"));
}

void TestRedactor::learnsSecretsWhileOtherThreadsRedact()
{
    Redactor redactor;
    std::thread writer([&] {
        for (int i = 0; i < 200; ++i)
            redactor.addSecret("secret-number-" + QByteArray::number(i));
    });
    Redactor::Stream stream(redactor);
    qsizetype given = 0;
    for (int i = 0; i < 500; ++i)
        given += stream.feed("text secret-number-199 text ").size();
    writer.join();
    given += stream.finish().size();
    QCOMPARE(given, 500 * 28);
    QCOMPARE(stream.feed("secret-number-199!"), QByteArray(17, '*') + "!");
}

void TestRedactor::redactsLogLines()
{
    Redactor redactor;
    addSecrets(redactor);
    QCOMPARE(redactor.redact(QStringLiteral("größe tlJwpbo6 größe")), QStringLiteral("größe ******** größe"));
    QCOMPARE(redactor.redact(QStringLiteral("größe")), QStringLiteral("größe"));
}

QTEST_APPLESS_MAIN(TestRedactor)
#include "tst_redactor.moc"
