// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/cabinet/cabinet_words.h"

#include "core/systems/cabinet/cabinet_events.h"

#include <QTest>

using namespace opsdeck;
using namespace opsdeck::cabinet;

class TestCabinetWords : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void saysWhyACabinetIsAway_data()
    {
        QTest::addColumn<QString>("key");
        for (const EventText &text : kEventTexts) {
            const QString key = QString::fromLatin1(text.key.data(), qsizetype(text.key.size()));
            // A newer connection or no place on the list: then it is not shown as away.
            if (!key.startsWith(QLatin1String("cabinet.offline.")) ||
                key.endsWith(QLatin1String(".replaced")) || key.endsWith(QLatin1String(".forgotten")))
                continue;
            QTest::newRow(qPrintable(key)) << key;
        }
    }
    void saysWhyACabinetIsAway()
    {
        QFETCH(QString, key);
        CabinetStatus status;
        status.state = CabinetStatus::State::Offline;
        const QString bare = stateText(status, QDateTime());
        status.offlineKey = key;
        const QString text = stateText(status, QDateTime());
        QVERIFY2(text.startsWith(bare + QStringLiteral(" · ")), qPrintable(text));
        QVERIFY(text.size() > bare.size() + 8);
    }

    void saysNothingForAReasonItDoesNotKnow()
    {
        CabinetStatus status;
        status.state = CabinetStatus::State::Offline;
        status.offlineKey = QStringLiteral("cabinet.offline.moon");
        QCOMPARE(stateText(status, QDateTime()), QStringLiteral("Offline"));
    }

    void aServerForFewerCabinetsIsNotOneForNobody()
    {
        ServerState state;
        state.problem = base::Error(CabinetError::TooFewFiles, QStringLiteral("4096"));
        QCOMPARE(serverProblemText(state),
                 QStringLiteral("Nobody can dial in: this computer lets too few connections be open"));
        state.isListening = true;
        QCOMPARE(
            serverProblemText(state),
            QStringLiteral("Not every cabinet can dial in: this computer lets too few connections be open"));
    }
};

QTEST_GUILESS_MAIN(TestCabinetWords)
#include "tst_cabinet_words.moc"
