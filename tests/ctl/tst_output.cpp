// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/kit/output.h"

#include <QJsonDocument>
#include <QTest>

using namespace opsdeck;

class TestOutput : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void noDeviceReachesTheTerminal_data();
    void noDeviceReachesTheTerminal();
    void textKeepsItsLines();
};

void TestOutput::noDeviceReachesTheTerminal_data()
{
    QTest::addColumn<QString>("said");
    QTest::newRow("escape") << QStringLiteral("a\x1b[31mb");
    QTest::newRow("control sequence introducer") << QStringLiteral("a%131mb").arg(QChar(0x9b));
    QTest::newRow("delete") << QStringLiteral("a\x7f"
                                              "b");
    QTest::newRow("the other way round") << QStringLiteral("a%1b").arg(QChar(0x202e));
    QTest::newRow("line separator") << QStringLiteral("a%1b").arg(QChar(0x2028));
    QTest::newRow("bell and nul") << QStringLiteral("a\a%1b").arg(QChar(0));
}

void TestOutput::noDeviceReachesTheTerminal()
{
    QFETCH(QString, said);
    const auto isPlain = [](const QByteArray &bytes) {
        const QString text = QString::fromUtf8(bytes);
        return std::none_of(text.begin(), text.end(), [](QChar c) {
            return c != u'\n' && (c < u' ' || (c >= u'\x7f' && c < QChar(0xa0)) || c == QChar(0x202e) ||
                                  c == QChar(0x2028));
        });
    };
    const QJsonObject object{{QStringLiteral("version"), said}, {said, QStringLiteral("größe 电")}};
    for (const auto format : {QJsonDocument::Compact, QJsonDocument::Indented}) {
        const QByteArray json = ctl::jsonText(object, format);
        QVERIFY2(isPlain(json), json);
        QVERIFY(json.contains("größe 电"));
        // What it means is the same.
        QCOMPARE(QJsonDocument::fromJson(json).object(), object);
    }
    QVERIFY(isPlain(ctl::terminalText(said)));
}

void TestOutput::textKeepsItsLines()
{
    const QString text = QStringLiteral("slot   1  größe\nslot   2  电") + QString(5000, u'x');
    QCOMPARE(ctl::terminalText(text), text.toUtf8());
}

QTEST_GUILESS_MAIN(TestOutput)
#include "tst_output.moc"
