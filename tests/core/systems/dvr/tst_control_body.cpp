// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/systems/dvr/control_body.h"

#include "core/systems/dvr/dvr_error.h"
#include "tests/core/systems/dvr/wire_kit.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QTest>

#include <random>

using namespace opsdeck::dvr;

class TestControlBody : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryTrailer_data();
    void readsEveryTrailer();
    void readsNamesAsDevicesWriteThem_data();
    void readsNamesAsDevicesWriteThem();
    void keepsAllOtherKeysBesideAControlByte();
    void refusesWhatIsNoObject_data();
    void refusesWhatIsNoObject();
    void readsAtMost64Levels_data();
    void readsAtMost64Levels();
    void doesNotCountBracketsInStrings();
    void readsAMebibyte();
    void showsOnlyTheStartOfBrokenJson();
    void survivesEveryPrefixAndRandomDamage();
    void writesCompactJsonWithTheClientsTrailer();
    void writesSessionIds_data();
    void writesSessionIds();
    void readsSessionIds_data();
    void readsSessionIds();
    void readsNumbersInEveryForm_data();
    void readsNumbersInEveryForm();
    void limitsCounts_data();
    void limitsCounts();
    void readsRet_data();
    void readsRet();
    void judgesSuccessByTheCodesOfTheField_data();
    void judgesSuccessByTheCodesOfTheField();
    void saysWhatWasRefused();
};

namespace {

QJsonValue valueOf(const QByteArray &json)
{
    return QJsonDocument::fromJson("[" + json + "]").array().at(0);
}

} // namespace

void TestControlBody::readsEveryTrailer_data()
{
    QTest::addColumn<QByteArray>("trailer");
    QTest::newRow("line feed and nul") << QByteArray("\n\0", 2);
    QTest::newRow("line feed") << QByteArray("\n");
    QTest::newRow("none") << QByteArray();
    QTest::newRow("nul") << QByteArray("\0", 1);
    QTest::newRow("two nuls") << QByteArray("\0\0", 2);
    QTest::newRow("carriage return") << QByteArray("\r\n\0", 3);
    QTest::newRow("stray backslash") << QByteArray("\\");
    QTest::newRow("stray backslash and nul") << QByteArray("\\\n\0", 3);
    QTest::newRow("spaces") << QByteArray("  \n\0", 4);
}

void TestControlBody::readsEveryTrailer()
{
    QFETCH(QByteArray, trailer);
    for (const QByteArray &json : {QByteArray(R"({ "Name" : "", "Ret" : 100, "SessionID" : "0x00000057" })"),
                                   QByteArray("\n{\"Ret\":100}")}) {
        const auto parsed = parseBody(json + trailer);
        QVERIFY(parsed.has_value());
        QCOMPARE(parsed->value(QLatin1String("Ret")).toInt(), 100);
    }
    const auto empty = parseBody(trailer);
    QVERIFY(!empty);
    QVERIFY(empty.error().is(DvrError::EmptyReply));
}

void TestControlBody::readsNamesAsDevicesWriteThem_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QByteArray &text, const QString &expected) {
        QTest::newRow(name) << QByteArray("{\"x\":\"" + text + "\",\"Ret\":100}\n") + '\0' << expected;
    };
    row("ascii", "LocalHost", QStringLiteral("LocalHost"));
    row("escaped slash", "\\/idea0\\/2026", QStringLiteral("/idea0/2026"));
    row("utf-8", "\xe5\x89\x8d\xe9\x97\xa8", QStringLiteral("前门"));
    row("gbk", "\xc7\xb0\xc3\xc5", QStringLiteral("前门"));
    // The second byte of this letter is a backslash in GBK.
    row("gbk with a backslash inside", "\xd5\x5c\xd2\xe2", QString::fromUtf8("\xe8\xaa\xa0\xe6\x84\x8f"));
    row("gb18030 of four bytes", "\x81\x30\x8b\x38", QString::fromUtf8("\xc4\x80"));
    row("latin-1", "caf\xe9", QStringLiteral("café"));
    row("latin-1 alone", "\xff\xfe", QStringLiteral("ÿþ"));
    row("tab", "a\tb", QStringLiteral("a b"));
    row("line feed", "a\nb", QStringLiteral("a b"));
    row("escape and bell", "a\x1b\x07z", QStringLiteral("a  z"));
    row("nul", QByteArray("a\0b", 3), QStringLiteral("a b"));
    row("escaped control", "a\\u0007b", QStringLiteral("a\u0007b"));
    row("html", "<b onclick=x>&amp;<\\/b>", QStringLiteral("<b onclick=x>&amp;</b>"));
    row("braces", "}{][", QStringLiteral("}{]["));
    QTest::newRow("spaces round the colon")
        << QByteArray("{ \"x\" : \"y\" , \"Ret\" : 100 }") << QStringLiteral("y");
    QTest::newRow("tabs and lines") << QByteArray("{\r\n\t\"x\"\t:\r\n\"y\",\"Ret\":100}")
                                    << QStringLiteral("y");
    QTest::newRow("same key twice: the last")
        << QByteArray("{\"x\":\"a\",\"x\":\"y\",\"Ret\":100}") << QStringLiteral("y");
}

void TestControlBody::readsNamesAsDevicesWriteThem()
{
    QFETCH(QByteArray, json);
    const auto parsed = parseBody(json);
    QVERIFY2(parsed.has_value(), parsed ? "" : qPrintable(parsed.error().detail()));
    QTEST(parsed->value(QLatin1String("x")).toString(), "expected");
    QCOMPARE(parsed->value(QLatin1String("Ret")).toInt(), 100);
}

void TestControlBody::keepsAllOtherKeysBesideAControlByte()
{
    for (int control = 1; control < 0x20; ++control) {
        const QByteArray json =
            QByteArray(R"({"DeviceType " : "HVR","x":"a)") + char(control) + R"(b","Ret":100})";
        const auto parsed = parseBody(json);
        QVERIFY(parsed.has_value());
        QCOMPARE(parsed->keys(),
                 QStringList({QStringLiteral("DeviceType "), QStringLiteral("Ret"), QStringLiteral("x")}));
    }
}

void TestControlBody::refusesWhatIsNoObject_data()
{
    QTest::addColumn<QByteArray>("payload");
    for (const char *text : {"[]",
                             "[{\"Ret\":100}]",
                             "100",
                             "\"Ret\"",
                             "null",
                             "true",
                             "{",
                             "}",
                             "{\"Ret\":100",
                             "{\"Ret\" 100}",
                             "{\"Ret\":100}}",
                             "{\"Ret\":100}{\"Ret\":100}",
                             "{Ret:100}",
                             "{'Ret':100}",
                             "{\"Ret\":100,}",
                             "{\"Ret\":0x64}",
                             "{\"Ret\":}",
                             "{\"a\":\"unended}",
                             "GET / HTTP/1.1",
                             "<html>",
                             "\xff\xd8\xff\xe0",
                             "{\"a\":\"\\u12\"}",
                             "{\"a\":\"\\q\"}"}) {
        QTest::newRow(text) << QByteArray(text);
    }
    QTest::newRow("media") << opsdeck::test::keyFrame(opsdeck::test::h264Key());
    QTest::newRow("nul in front") << QByteArray("\0\0x", 3);
}

void TestControlBody::refusesWhatIsNoObject()
{
    QFETCH(QByteArray, payload);
    const auto parsed = parseBody(payload);
    // Qt's parser is lenient with a lone surrogate or unknown escape; what it takes must still be an object.
    if (parsed) {
        QVERIFY(payload.contains("\\q") || payload.contains("\\u12"));
        return;
    }
    QVERIFY(parsed.error().is(DvrError::BadReply));
    QVERIFY(!parsed.error().detail().isEmpty());
}

void TestControlBody::readsAtMost64Levels_data()
{
    QTest::addColumn<int>("levels");
    QTest::addColumn<bool>("isGood");
    QTest::newRow("2") << 2 << true;
    QTest::newRow("64") << 64 << true;
    QTest::newRow("65") << 65 << false;
    QTest::newRow("1025") << 1025 << false;
    QTest::newRow("100000") << 100000 << false;
}

void TestControlBody::readsAtMost64Levels()
{
    QFETCH(int, levels);
    QFETCH(bool, isGood);
    const QByteArray inLists =
        R"({"Ret":100,"a":)" + QByteArray(levels - 1, '[') + QByteArray(levels - 1, ']') + "}";
    QByteArray inObjects = "{\"Ret\":100";
    for (int i = 1; i < levels; ++i)
        inObjects += ",\"a\":{\"b\":1";
    inObjects += QByteArray(levels, '}');
    const QByteArray unended = R"({"Ret":100,"a":)" + QByteArray(levels - 1, '[');
    for (const QByteArray &json : {inLists, inObjects}) {
        const auto parsed = parseBody(json);
        QCOMPARE(parsed.has_value(), isGood);
        if (!isGood)
            QVERIFY(parsed.error().is(DvrError::BadReply));
    }
    QVERIFY(parseBody(unended).error().is(DvrError::BadReply));
}

void TestControlBody::doesNotCountBracketsInStrings()
{
    const QByteArray json = R"({"a":")" + QByteArray(1000, '[') + R"(\"[[","Ret":100})";
    QVERIFY(parseBody(json).has_value());
}

void TestControlBody::readsAMebibyte()
{
    QByteArray rows;
    while (rows.size() < (1 << 20) - 200)
        rows += R"({"FileName":"\/idea0\/2026-04-01\/001\/10.00.00.h264","FileLength":"0x0000B000"},)";
    rows.chop(1);
    QElapsedTimer timer;
    timer.start();
    const auto list = parseBody(R"({"Ret":100,"OPFileQuery":[)" + rows + "]}\n");
    QVERIFY(list.has_value());
    QVERIFY(list->value(QLatin1String("OPFileQuery")).toArray().size() > 10000);
    const auto text = parseBody(R"({"Ret":100,"x":")" + QByteArray(1 << 20, '\xc7') + "\"}");
    QVERIFY(text.has_value());
    const auto quotes = parseBody(QByteArray(1 << 20, '"'));
    QVERIFY(!quotes);
    const auto backslashes = parseBody(QByteArray(1 << 20, '\\'));
    QVERIFY(backslashes.error().is(DvrError::EmptyReply));
    QVERIFY2(timer.elapsed() < 10000, "reading a mebibyte must not be quadratic");
}

void TestControlBody::showsOnlyTheStartOfBrokenJson()
{
    const QByteArray json = "{\"Name\":\"<b>\x07\"," + QByteArray(100000, 'x');
    const auto parsed = parseBody(json);
    QVERIFY(!parsed);
    QVERIFY(parsed.error().detail().size() < 300);
    QVERIFY(parsed.error().detail().contains(QLatin1String("{\"Name\"")));
    for (const QChar c : parsed.error().detail())
        QVERIFY(c.unicode() >= 0x20);
}

void TestControlBody::survivesEveryPrefixAndRandomDamage()
{
    const QByteArray good =
        opsdeck::test::body("{ \"AliveInterval\" : 20, "
                            "\"n\":[1,-2.5e3,true,null,{\"t\":\"\xc7\xb0\\u00e9\\/\"}], \"Ret\" : 100 }");
    QVERIFY(parseBody(good).has_value());
    for (qsizetype size = 0; size < good.size() - 2; ++size)
        QVERIFY2(!parseBody(good.first(size)), "a cut object must not pass for a whole one");
    std::minstd_rand random(7);
    int stillGood = 0;
    for (int round = 0; round < 20000; ++round) {
        QByteArray damaged = good;
        for (int i = int(random() % 4); i >= 0; --i)
            damaged[qsizetype(random() % quint32(damaged.size()))] = char(random());
        if (const auto parsed = parseBody(damaged))
            stillGood += parsed->isEmpty() ? 0 : 1;
        else
            QVERIFY(parsed.error().is(DvrError::BadReply) || parsed.error().is(DvrError::EmptyReply));
    }
    QVERIFY(stillGood < 20000);
}

void TestControlBody::writesCompactJsonWithTheClientsTrailer()
{
    QCOMPARE(encodeBody({{QStringLiteral("Name"), QStringLiteral("KeepAlive")},
                         {QStringLiteral("SessionID"), QStringLiteral("0x0000000B")}}),
             QByteArray("{\"Name\":\"KeepAlive\",\"SessionID\":\"0x0000000B\"}\n\0", 47));
    QCOMPARE(encodeBody({}), QByteArray("{}\n\0", 4));
}

void TestControlBody::writesSessionIds_data()
{
    QTest::addColumn<quint32>("session");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("brief");
    QTest::newRow("0") << 0u << QStringLiteral("0x00000000") << QStringLiteral("0x0");
    QTest::newRow("11") << 11u << QStringLiteral("0x0000000B") << QStringLiteral("0xB");
    QTest::newRow("2730") << 0xaaau << QStringLiteral("0x00000AAA") << QStringLiteral("0xAAA");
    QTest::newRow("highest") << 0xffffffffu << QStringLiteral("0xFFFFFFFF") << QStringLiteral("0xFFFFFFFF");
}

void TestControlBody::writesSessionIds()
{
    QFETCH(quint32, session);
    QTEST(sessionIdText(session), "text");
    QTEST(shortSessionIdText(session), "brief");
    QCOMPARE(parseSessionId(sessionIdText(session)), std::optional<quint32>(session));
    QCOMPARE(parseSessionId(shortSessionIdText(session)), std::optional<quint32>(session));
}

void TestControlBody::readsSessionIds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("expected"); // -1 = nothing
    const auto row = [](const char *text, qint64 expected) {
        QTest::newRow(*text ? text : "(empty)") << QString::fromLatin1(text) << expected;
    };
    row("0x00000057", 0x57);
    row("0x0000000B", 0xb);
    row("0x0000000b", 0xb);
    row("0xb", 0xb);
    row("0x6", 6);
    row("0X6", 6);
    row("0x00000004df", 0x4df);
    row("0x0000000000", 0);
    row("00000001", 1);
    row("1", 1);
    row("ff", 0xff);
    row("0xFFFFFFFF", 0xffffffff);
    row(" 0x0000000B ", 0xb);
    row("", -1);
    row("0x", -1);
    row("x", -1);
    row("0xg", -1);
    row("0x0x5", -1);
    row("hello", -1);
    row("-1", -1);
    row("0x-1", -1);
    row("+1", -1);
    row("0x100000000", -1);
    row("0xFFFFFFFFFFFFFFFFFF", -1);
    row("0x57;", -1);
    row("1 2", -1);
}

void TestControlBody::readsSessionIds()
{
    QFETCH(QString, text);
    const auto session = parseSessionId(text);
    QTEST(session ? qint64(*session) : qint64(-1), "expected");
}

void TestControlBody::readsNumbersInEveryForm_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<bool>("isNumber");
    QTest::addColumn<qint64>("expected");
    const auto row = [](const char *json, std::optional<qint64> expected) {
        QTest::newRow(json) << QByteArray(json) << expected.has_value() << expected.value_or(0);
    };
    row("12", 12);
    row("-12", -12);
    row("12.9", 12);
    row("0", 0);
    row("\"12\"", 12);
    row("\" 12 \"", 12);
    row("\"-12\"", -12);
    row("\"0x0000000C\"", 12);
    row("\"0X0c\"", 12);
    row("\"0x00002054\"", 8276);
    row("\"0xFFFFFFFF\"", 0xffffffffll);
    row("\"0xFFFFFFFFFFFFFFFF\"", -1); // all bits of a mask
    row("9007199254740992", std::nullopt);
    row("1e300", std::nullopt);
    row("-1e300", std::nullopt);
    row("\"\"", std::nullopt);
    row("\"0x\"", std::nullopt);
    row("\"0x0x1\"", std::nullopt);
    row("\"0x-1\"", std::nullopt);
    row("\"ten\"", std::nullopt);
    row("\"99999999999999999999\"", std::nullopt);
    row("\"0x1FFFFFFFFFFFFFFFF\"", std::nullopt);
    row("true", std::nullopt);
    row("null", std::nullopt);
    row("[12]", std::nullopt);
    row("{\"a\":12}", std::nullopt);
}

void TestControlBody::readsNumbersInEveryForm()
{
    QFETCH(QByteArray, json);
    QFETCH(bool, isNumber);
    const auto number = numberOf(valueOf(json));
    QCOMPARE(number.has_value(), isNumber);
    if (isNumber)
        QTEST(*number, "expected");
}

void TestControlBody::limitsCounts_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("expected");
    QTest::newRow("number") << QByteArray("4") << 4;
    QTest::newRow("hex") << QByteArray("\"0x10\"") << 16;
    QTest::newRow("negative") << QByteArray("-4") << 0;
    QTest::newRow("most") << QByteArray("2147483647") << 2147483647;
    QTest::newRow("more") << QByteArray("2147483648") << 2147483647;
    QTest::newRow("much more") << QByteArray("\"0xFFFFFFFF\"") << 2147483647;
    QTest::newRow("no number") << QByteArray("\"many\"") << 7;
    QTest::newRow("absurd") << QByteArray("1e300") << 7;
    QTest::newRow("list") << QByteArray("[]") << 7;
}

void TestControlBody::limitsCounts()
{
    QFETCH(QByteArray, json);
    QTEST(countOf(valueOf(json), 7), "expected");
}

void TestControlBody::readsRet_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("expected"); // -2 = BadReply
    QTest::newRow("number") << QByteArray(R"({"Ret":203})") << 203;
    QTest::newRow("text") << QByteArray(R"({"Ret":"203"})") << 203;
    QTest::newRow("hex text") << QByteArray(R"({"Ret":"0x64"})") << 100;
    QTest::newRow("negative") << QByteArray(R"({"Ret":-11})") << -1;
    QTest::newRow("huge") << QByteArray(R"({"Ret":4000000000})") << 0xffff;
    QTest::newRow("missing") << QByteArray(R"({"ret":100})") << -2;
    QTest::newRow("null") << QByteArray(R"({"Ret":null})") << -2;
    QTest::newRow("bool") << QByteArray(R"({"Ret":true})") << -2;
    QTest::newRow("list") << QByteArray(R"({"Ret":[100]})") << -2;
    QTest::newRow("word") << QByteArray(R"({"Ret":"OK"})") << -2;
}

void TestControlBody::readsRet()
{
    QFETCH(QByteArray, json);
    QFETCH(int, expected);
    const auto ret = retOf(*parseBody(json));
    if (expected == -2)
        QVERIFY(ret.error().is(DvrError::BadReply));
    else
        QCOMPARE(*ret, expected);
}

void TestControlBody::judgesSuccessByTheCodesOfTheField_data()
{
    QTest::addColumn<int>("ret");
    QTest::addColumn<bool>("isGood");
    for (int ret : {100, 110, 111, 150, 515, 522, 602, 603})
        QTest::addRow("%d", ret) << ret << true;
    for (int ret : {0,   1,   50,  99,  101, 103, 105, 106, 116, 119, 121, 123,
                    202, 203, 205, 430, 511, 514, 521, 523, 604, 606, 607, 609})
        QTest::addRow("%d", ret) << ret << false;
}

void TestControlBody::judgesSuccessByTheCodesOfTheField()
{
    QFETCH(int, ret);
    QFETCH(bool, isGood);
    const auto reply = successful(QJsonObject{{QStringLiteral("Ret"), ret}}, QStringLiteral("SystemInfo"));
    QCOMPARE(reply.has_value(), isGood);
    if (!isGood)
        QCOMPARE(reply.error().device().value(QLatin1String("ret")).toInt(), ret);
}

void TestControlBody::saysWhatWasRefused()
{
    const auto refused = successful(QJsonObject{{QStringLiteral("Ret"), 203}}, QStringLiteral("login"));
    QVERIFY(refused.error().is(DvrError::WrongPassword));
    QCOMPARE(refused.error().detail(), QStringLiteral("login refused: Ret 203 (wrong password)"));
    QCOMPARE(refused.error().device(),
             QJsonObject({{QStringLiteral("ret"), 203},
                          {QStringLiteral("meaning"), QStringLiteral("wrong password")}}));
    const auto unknown = successful(QJsonObject{{QStringLiteral("Ret"), 999}}, QStringLiteral("login"));
    QVERIFY(unknown.error().is(DvrError::Refused));
    QVERIFY(!unknown.error().device().contains(QLatin1String("meaning")));
    const auto broken = successful(parseBody("{"), QStringLiteral("SystemInfo"));
    QVERIFY(broken.error().is(DvrError::BadReply));
    QVERIFY(broken.error().detail().startsWith(QLatin1String("SystemInfo: ")));
}

QTEST_GUILESS_MAIN(TestControlBody)
#include "tst_control_body.moc"
