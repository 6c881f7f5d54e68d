// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/site/json_index.h"
#include "core/site/near_name.h"

#include <QJsonDocument>
#include <QTest>

using namespace opsdeck::site;

class TestJsonIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheLineOfAKey_data();
    void findsTheLineOfAKey();
    void countsColumnsInCharacters();
    void tellsKeysThatStandTwice();
    void tellsWhereItGetsTooDeep();
    void survivesAnythingThatIsNotJson();
    void writesPathsAsPeopleDo();
    void suggestsTheNearName_data();
    void suggestsTheNearName();
};

namespace {

const QByteArray kText = R"({
  "version": 1,
  "list": [ 10,
    { "a": "x",
      "b\"\u0041": { "deep": true } }, [],
    null ],
  "größe": "},]",
  "last": -1.5e3
})";

} // namespace

void TestJsonIndex::findsTheLineOfAKey_data()
{
    QTest::addColumn<JsonPath>("path");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    const auto key = [](const char *text) { return QString::fromUtf8(text); };
    const JsonPath top;
    const JsonPath list = top / key("list");
    QTest::newRow("top") << top << 1 << 1;
    QTest::newRow("first") << top / key("version") << 2 << 3;
    QTest::newRow("list") << list << 3 << 3;
    QTest::newRow("element") << list / 0 << 3 << 13;
    QTest::newRow("object in list") << list / 1 << 4 << 5;
    QTest::newRow("member of it") << list / 1 / key("a") << 4 << 7;
    QTest::newRow("escaped key") << list / 1 / key("b\"A") / key("deep") << 5 << 22;
    QTest::newRow("empty list") << list / 2 << 5 << 40;
    QTest::newRow("null") << list / 3 << 6 << 5;
    QTest::newRow("umlaut, brackets in text") << top / key("größe") << 7 << 3;
    QTest::newRow("last") << top / key("last") << 8 << 3;
    QTest::newRow("missing member") << list / 1 / key("none") << 4 << 5;
    QTest::newRow("missing element") << list / 9 << 3 << 3;
    QTest::newRow("missing at top") << top / key("none") << 1 << 1;
}

void TestJsonIndex::findsTheLineOfAKey()
{
    QFETCH(JsonPath, path);
    QFETCH(int, line);
    QFETCH(int, column);
    QVERIFY(!QJsonDocument::fromJson(kText).isNull());
    const JsonSpot spot = JsonIndex(kText, 64).spotOf(path);
    QCOMPARE(spot.line, line);
    QCOMPARE(spot.column, column);
}

void TestJsonIndex::countsColumnsInCharacters()
{
    const QByteArray text("{\n \"ä\": \"ö\", \"x\": 1}");
    const JsonSpot spot = JsonIndex(text, 64).spotOf(JsonPath() / QStringLiteral("x"));
    QCOMPARE(spot.line, 2);
    QCOMPARE(spot.column, 12);
}

void TestJsonIndex::tellsKeysThatStandTwice()
{
    const QByteArray text("{\"a\":1,\n\"b\":{\"a\":2,\"c\":[{\"d\":1,\n\"d\":2,\"\\u0064\":3}]},\n\"a\":3}");
    const auto found = JsonIndex(text, 64).duplicates();
    QCOMPARE(found.size(), 3);
    QCOMPARE(found[0].path.toString(), QStringLiteral("b.c[0].d"));
    QCOMPARE(found[0].spot.line, 3);
    QCOMPARE(found[2].path.toString(), QStringLiteral("a"));
    QCOMPARE(found[2].spot.line, 4);
    QCOMPARE(JsonIndex(text, 64).duplicates(1).size(), 1);
}

void TestJsonIndex::tellsWhereItGetsTooDeep()
{
    QVERIFY(!JsonIndex(QByteArray(3, '[') + QByteArray(3, ']'), 3).tooDeep());
    const QByteArray deep = "[\n[[{\"a\":1}]]]";
    const auto spot = JsonIndex(deep, 3).tooDeep();
    QVERIFY(spot.has_value());
    QCOMPARE(spot->line, 2);
    QCOMPARE(spot->column, 3);
    // However deep the text is, the walk does not go deeper than its limit.
    QVERIFY(JsonIndex(QByteArray(8 << 20, '['), 64).tooDeep().has_value());
}

void TestJsonIndex::survivesAnythingThatIsNotJson()
{
    for (qsizetype cut = 0; cut <= kText.size(); ++cut) {
        const QByteArray text = kText.first(cut);
        const JsonIndex index(text, 64);
        QVERIFY(!index.tooDeep());
        (void)index.duplicates();
        (void)index.spotOf(JsonPath() / QStringLiteral("last"));
    }
    for (const char *text : {"{\"a\"}", "{\"a\":}", "[,]", "{,}", "\"\\", "{\"\\", "[1 2]", "}", ""}) {
        const QByteArray bytes(text);
        QCOMPARE(JsonIndex(bytes, 64).spotOf(JsonPath() / QStringLiteral("z")).line, 1);
    }
}

void TestJsonIndex::writesPathsAsPeopleDo()
{
    const JsonPath path = JsonPath() / QStringLiteral("devices") / 3 / QStringLiteral("settings") / 0 / 1;
    QCOMPARE(path.toString(), QStringLiteral("devices[3].settings[0][1]"));
    QCOMPARE(path.parent().toString(), QStringLiteral("devices[3].settings[0]"));
    QVERIFY(JsonPath().parent().isTop());
}

void TestJsonIndex::suggestsTheNearName_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("near");
    const auto row = [](const char *word, const char *near) {
        QTest::newRow(word) << QString::fromLatin1(word) << QString::fromLatin1(near);
    };
    row("prot", "port");
    row("Port", "port");
    row("ports", "port");
    row("hots", "host");
    row("usr", "user");
    row("passwordref", "passwordRef");
    row("pasword_Ref", "passwordRef");
    row("channel", "channels");
    row("po", "");
    row("note", "");
    row("comment", "");
    row("port", "");
    row("", "");
}

void TestJsonIndex::suggestsTheNearName()
{
    QFETCH(QString, word);
    QFETCH(QString, near);
    const QStringList names{QStringLiteral("host"), QStringLiteral("port"), QStringLiteral("user"),
                            QStringLiteral("passwordRef"), QStringLiteral("channels")};
    QCOMPARE(nearName(word, names), near);
}

QTEST_APPLESS_MAIN(TestJsonIndex)
#include "tst_json_index.moc"
