// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/secret_store.h"
#include "core/transport/byte_link.h"
#include "tests/support/manual_clock.h"
#include "ui/kit/error_text.h"
#include "ui/kit/plain_tool_tip.h"
#include "ui/kit/stall_meter.h"
#include "ui/kit/state_mark.h"
#include "ui/kit/time_text.h"

#include <QJsonObject>
#include <QLabel>
#include <QSet>
#include <QTest>

using namespace opsdeck;
using namespace std::chrono_literals;

class TestWordsOfTheKit : public QObject
{
    Q_OBJECT

    template <typename E>
    void addErrors(E last)
    {
        for (int i = 0; i <= int(last); ++i) {
            const base::Error error(E(i), QStringLiteral("raw detail"));
            QTest::newRow(qPrintable(error.name())) << kit::errorText(error);
        }
    }

private Q_SLOTS:
    void everyErrorHasWordsOfItsOwn_data()
    {
        QTest::addColumn<QString>("text");
        addErrors(transport::LinkError::ClosedByUs);
        addErrors(base::CommonError::FileFailed);
        addErrors(store::SecretError::KeyMalformed);
    }
    void everyErrorHasWordsOfItsOwn()
    {
        QFETCH(QString, text);
        QVERIFY(!text.isEmpty());
        QVERIFY(!text.contains(QStringLiteral("raw detail")));
        QVERIFY(!text.endsWith(QLatin1Char('.')));
    }

    void saysTheCodeTheDeviceGave()
    {
        const base::Error refused(base::CommonError::Timeout, QString(),
                                  QJsonObject{{QStringLiteral("ret"), 203}});
        QCOMPARE(kit::withDeviceCode(QStringLiteral("wrong password"), refused),
                 QStringLiteral("wrong password (203)"));
        const base::Error silent(base::CommonError::Timeout, QString());
        QCOMPARE(kit::withDeviceCode(QStringLiteral("no answer"), silent), QStringLiteral("no answer"));
    }

    void momentsOfTodayHaveNoDate()
    {
        const QDateTime now(QDate(2026, 11, 20), QTime(14, 2, 11));
        QCOMPARE(kit::momentText(now.addSecs(-60), now), QStringLiteral("14:01:11"));
        QCOMPARE(kit::momentText(now.addDays(-1), now), QStringLiteral("2026-11-19 14:02:11"));
        QCOMPARE(kit::momentText(now.toUTC(), now), QStringLiteral("14:02:11"));
        QVERIFY(kit::momentText(QDateTime(), now).isEmpty());
    }

    void durationsAreRoundedDown_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::addColumn<QString>("text");
        QTest::newRow("negative") << -5 << QStringLiteral("0 s");
        QTest::newRow("seconds") << 59 << QStringLiteral("59 s");
        QTest::newRow("minute") << 60 << QStringLiteral("1 min");
        QTest::newRow("minutes") << 3599 << QStringLiteral("59 min");
        QTest::newRow("hours") << 7300 << QStringLiteral("2 h");
        QTest::newRow("days") << 180000 << QStringLiteral("2 d");
    }
    void durationsAreRoundedDown()
    {
        QFETCH(int, seconds);
        QFETCH(QString, text);
        QCOMPARE(kit::durationText(std::chrono::seconds(seconds)), text);
    }

    void theCountdownReachesZeroOnlyAtTheMoment()
    {
        const QDateTime now(QDate(2026, 11, 20), QTime(14, 2, 11), Qt::UTC);
        QCOMPARE(kit::secondsUntil(now.addMSecs(1), now), 1s);
        QCOMPARE(kit::secondsUntil(now.addMSecs(3000), now), 3s);
        QCOMPARE(kit::secondsUntil(now, now), 0s);
        QCOMPARE(kit::secondsUntil(now.addSecs(-9), now), 0s);
        QCOMPARE(kit::secondsUntil(QDateTime(), now), 0s);
    }

    void toolTipsShowMarkupLiterally()
    {
        QLabel label(kit::plainToolTip(QStringLiteral("<b>Gate</b>\n<img src=x>")));
        QVERIFY(label.text().contains(QStringLiteral("&lt;b&gt;Gate")));
        QVERIFY(!label.text().contains(QStringLiteral("<img")));
        QVERIFY(kit::plainToolTip(QString()).isEmpty());
    }

    void everyStateHasAWordOfItsOwn()
    {
        QSet<QString> words;
        for (const auto mark : {kit::StateMark::Ok, kit::StateMark::Attention, kit::StateMark::Alarm,
                                kit::StateMark::Off, kit::StateMark::Working})
            words.insert(kit::stateWord(mark));
        QCOMPARE(words.size(), 5);
        QVERIFY(!words.contains(QString()));
    }

    void aStallIsNeverTakenForShorterThanItWas()
    {
        test::ManualClock clock;
        kit::StallMeter meter(clock);
        meter.start();
        clock.advance(22ms);
        meter.turn();
        QCOMPARE(meter.longest(), 2ms);
        clock.advance(80ms);
        meter.turn();
        QCOMPARE(meter.longest(), 80ms);
        clock.advance(20ms);
        meter.turn();
        QCOMPARE(meter.longest(), 80ms);
        meter.reset();
        QCOMPARE(meter.longest(), 0ms);
    }
};

QTEST_MAIN(TestWordsOfTheKit)
#include "tst_words_of_the_kit.moc"
