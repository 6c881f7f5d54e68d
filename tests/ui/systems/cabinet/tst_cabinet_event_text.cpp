// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/systems/cabinet/cabinet_events.h"
#include "ui/systems/cabinet/cabinet_event_text.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace opsdeck::cabinet;

class TestCabinetEventText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKeyHasASentenceWithAllItsArguments_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<int>("arguments");
        for (const EventText &text : kEventTexts) {
            const QByteArray key(text.key.data(), qsizetype(text.key.size()));
            QTest::newRow(key.constData()) << QString::fromLatin1(key) << text.arguments;
        }
    }
    void everyKeyHasASentenceWithAllItsArguments()
    {
        QFETCH(QString, key);
        QFETCH(int, arguments);
        const QString sentence = cabinetEventSentence(key);
        QVERIFY(!sentence.isEmpty());
        QVERIFY(!sentence.endsWith(QLatin1Char('.')));
        static const QRegularExpression kPlace(QStringLiteral("%(\\d)"));
        QSet<int> used;
        for (auto it = kPlace.globalMatch(sentence); it.hasNext();)
            used.insert(it.next().captured(1).toInt());
        for (int argument = 1; argument <= arguments; ++argument)
            QVERIFY2(used.remove(argument), qPrintable(QStringLiteral("%%1 is not said").arg(argument)));
        QVERIFY2(used.isEmpty(), "the sentence wants an argument that never comes");
    }

    void otherKeysAreSomebodyElses()
    {
        QVERIFY(cabinetEventSentence(QString()).isEmpty());
        QVERIFY(cabinetEventSentence(QStringLiteral("dvr.up")).isEmpty());
        QVERIFY(cabinetEventSentence(QStringLiteral("cabinet.offline")).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestCabinetEventText)
#include "tst_cabinet_event_text.moc"
