// SPDX-License-Identifier: GPL-3.0-or-later
// The strip at the foot of the window, what feeds it, and clocks that jump.
#include "tests/ui/support/quiet_system.h"
#include "ui/shell/status_strip.h"

#include "tests/support/manual_clock.h"
#include "tests/ui/support/ui_rig.h"
#include "ui/kit/stall_meter.h"
#include "ui/shell/look.h"
#include "ui/shell/main_window.h"
#include "ui/shell/strip_feed.h"
#include "ui/shell/top_bar.h"

#include <QApplication>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace opsdeck;
using namespace std::chrono_literals;
using kit::StallMeter;
using shell::StatusStrip;

namespace {

shell::StripFigures busy()
{
    shell::StripFigures figures;
    figures.systems.linksUp = 128;
    figures.systems.linksDown = 37;
    figures.systems.framesPerSecond = 123456;
    figures.systems.dropped = 987654321;
    figures.cpuPercent = 1600;
    figures.residentBytes = qint64(31000) << 20;
    figures.longestStall = 123456ms;
    figures.siteName = QStringLiteral("Gatehouse and northern parking structure");
    figures.today = QDate(2026, 11, 30);
    return figures;
}

QList<const QLabel *> seen(const StatusStrip &strip)
{
    QList<const QLabel *> labels;
    for (const QLabel *label : strip.findChildren<QLabel *>()) {
        if (label->isVisible() && !label->text().isEmpty())
            labels.append(label);
    }
    return labels;
}

QStringList names(const StatusStrip &strip)
{
    QStringList names;
    for (const QLabel *label : seen(strip))
        names << label->objectName();
    return names;
}

/// A layout in a layout asks the outer one in an event of its own.
void settle()
{
    for (int i = 0; i < 5; ++i)
        QCoreApplication::processEvents();
}

/// The window with what feeds it once a second.
struct Fed {
    explicit Fed(test::ManualClock &clock)
        : rig(clock)
        , window(rig.context)
        , stalls(clock)
        , feed(window, clock, stalls)
    {
        feed.addSystem(system);
        window.show();
        feed.start();
    }
    QString time() const { return window.findChild<QLabel *>(QStringLiteral("clock"))->text(); }
    QString text(const char *name) const { return window.findChild<QLabel *>(QLatin1String(name))->text(); }

    test::UiRig rig;
    test::QuietSystem system;
    shell::MainWindow window;
    StallMeter stalls;
    shell::StripFeed feed;
};

} // namespace

class TestStatusStrip : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        auto look = shell::Look::make(*qApp);
        QVERIFY(look);
        m_look = std::move(*look);
    }
    void cleanupTestCase() { m_look.reset(); }

    void figuresNeverCollide_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("width");
        for (const char *language : {"en", "zh_CN", "zh_TW"}) {
            for (const int width : {1920, 1280, 1000, 800, 640, 400, 200, 40})
                QTest::addRow("%s %d", language, width) << QString::fromLatin1(language) << width;
        }
    }
    void figuresNeverCollide()
    {
        QFETCH(QString, language);
        QFETCH(int, width);
        m_look->setLanguage(language);
        StatusStrip strip(m_look->theme());
        strip.setFixedWidth(width);
        strip.show();
        strip.show(busy());
        settle();
        int right = -1;
        auto labels = seen(strip);
        std::sort(labels.begin(), labels.end(), [&](const QLabel *a, const QLabel *b) {
            return a->mapTo(&strip, QPoint()).x() < b->mapTo(&strip, QPoint()).x();
        });
        for (const QLabel *label : labels) {
            const QByteArray name = label->objectName().toUtf8();
            const QRect place(label->mapTo(&strip, QPoint()), label->size());
            QVERIFY2(place.left() > right, name.constData());
            QVERIFY2(place.right() < width, name.constData());
            const int needed = label->fontMetrics().horizontalAdvance(label->text());
            QVERIFY2(needed <= label->width(),
                     name + QByteArray::number(needed) + '>' + QByteArray::number(label->width()));
            right = place.right();
        }
        // All of them can be read in the tooltip.
        for (const QLabel *label : strip.findChildren<QLabel *>()) {
            if (!label->text().isEmpty())
                QVERIFY2(strip.toolTip().contains(label->text().toHtmlEscaped()),
                         label->objectName().toUtf8().constData());
        }
        if (width >= 1280)
            QCOMPARE(labels.size(), 9);
    }

    void theLeastImportantGoesFirstAndComesBack()
    {
        m_look->setLanguage(QStringLiteral("en"));
        StatusStrip strip(m_look->theme());
        strip.show();
        strip.show(busy());
        QStringList gone;
        QStringList before;
        for (int width = 1600; width > 20; width -= 10) {
            strip.setFixedWidth(width);
            settle();
            const QStringList now = names(strip);
            for (const QString &name : before) {
                if (!now.contains(name))
                    gone << name;
            }
            before = now;
        }
        QCOMPARE(gone, (QStringList{QStringLiteral("date"), QStringLiteral("stall"),
                                    QStringLiteral("dropped"), QStringLiteral("memory"),
                                    QStringLiteral("cpu"), QStringLiteral("frames"), QStringLiteral("site"),
                                    QStringLiteral("linksDown"), QStringLiteral("linksUp")}));
        strip.setFixedWidth(1600);
        settle();
        QCOMPARE(names(strip).size(), 9);
    }

    void aWidgetOfSomebodyElseTakesItsRoomFirst()
    {
        m_look->setLanguage(QStringLiteral("en"));
        StatusStrip strip(m_look->theme());
        strip.setFixedWidth(900);
        strip.show();
        strip.show(busy());
        const qsizetype before = names(strip).size();
        auto *other = new QWidget;
        other->setFixedWidth(400);
        strip.addWidget(other);
        settle();
        QVERIFY(names(strip).size() < before);
        QVERIFY(other->geometry().right() < strip.width());
    }

    void theClockIsRightAfterASleepAndAfterItWasSet_data()
    {
        QTest::addColumn<int>("minutes");
        QTest::addColumn<bool>("isSleep");
        QTest::newRow("asleep for a minute") << 1 << true;
        QTest::newRow("asleep for a weekend") << 3000 << true;
        QTest::newRow("set forward") << 90 << false;
        QTest::newRow("set back") << -90 << false;
        QTest::newRow("set back over midnight") << -1000 << false;
    }
    void theClockIsRightAfterASleepAndAfterItWasSet()
    {
        QFETCH(int, minutes);
        QFETCH(bool, isSleep);
        test::ManualClock clock;
        const Fed fed(clock);
        const auto shown = [&] { return clock.now().toLocalTime().toString(QStringLiteral("HH:mm:ss")); };
        clock.advance(2010ms); // it is shown a little after the second
        QCOMPARE(fed.time(), shown());
        if (isSleep)
            clock.sleepMachine(std::chrono::minutes(minutes));
        else
            clock.setWallClock(std::chrono::minutes(minutes));
        clock.advance(1100ms);
        QCOMPARE(fed.time(), shown());
        QTRY_COMPARE(fed.text("date"), clock.now().toLocalTime().date().toString(Qt::ISODate));
        // It goes on, once a second.
        const QString before = fed.time();
        clock.advance(1s);
        QVERIFY(fed.time() != before);
        QCOMPARE(fed.time(), shown());
    }

    void theShareOfTheProcessorSurvivesAClockThatJumps()
    {
        kit::CpuShare share;
        const auto at = [](std::chrono::milliseconds time) { return base::Clock::Nanoseconds(time); };
        QCOMPARE(share.look(1s, at(100s)), 0.0);
        QCOMPARE(share.look(1500ms, at(101s)), 50.0);
        // Three days asleep: nearly nothing was used, and it says so.
        QVERIFY(share.look(1600ms, at(101s + 72h)) < 0.01);
        QCOMPARE(share.look(2600ms, at(102s + 72h)), 100.0);
        // Twice at the same moment, and a clock that goes back: no division by nothing, no negative share.
        QCOMPARE(share.look(2700ms, at(102s + 72h)), 0.0);
        QCOMPARE(share.look(2800ms, at(5s)), 0.0);
        QCOMPARE(share.look(3300ms, at(6s)), 50.0);
    }

    void aSleepIsNoStall()
    {
        test::ManualClock clock;
        StallMeter meter(clock);
        const auto turnAfter = [&](std::chrono::milliseconds time) {
            clock.advance(time);
            meter.turn();
        };
        for (int i = 0; i < 10; ++i)
            turnAfter(StallMeter::kPeriod);
        turnAfter(8h);
        QCOMPARE(meter.longest(), 0ms);
        turnAfter(StallMeter::kPeriod);
        QCOMPARE(meter.longest(), 0ms);
        // A real one still counts.
        turnAfter(700ms);
        QCOMPARE(meter.longest(), 700ms);
        clock.setWallClock(5h);
        turnAfter(StallMeter::kPeriod);
        clock.setWallClock(-9h);
        turnAfter(StallMeter::kPeriod);
        QCOMPARE(meter.longest(), 700ms);
    }

    void beatsSlowlyWhenNothingMoves()
    {
        test::ManualClock clock;
        StallMeter meter(clock);
        meter.start();
        QVERIFY(!meter.isIdle());
        clock.advance(StallMeter::kActiveFor + 1ms);
        meter.reset();
        meter.turn();
        QVERIFY(meter.isIdle());
        // Slow turns are no stalls, nor is the slack of a coarse timer.
        clock.advance(StallMeter::kIdlePeriod + 90ms);
        meter.turn();
        QCOMPARE(meter.longest(), 0ms);
        clock.advance(StallMeter::kIdlePeriod + 900ms);
        meter.turn();
        QCOMPARE(meter.longest(), 900ms);
        meter.reset();
        // What the operator does is heard before it is worked on, so its stall is measured whole.
        clock.advance(500ms);
        meter.noteActivity();
        QVERIFY(!meter.isIdle());
        clock.advance(450ms);
        meter.turn();
        QCOMPARE(meter.longest(), 450ms);
    }

    void keysAndPicturesWakeTheMeter()
    {
        test::ManualClock clock;
        Fed fed(clock);
        fed.stalls.start();
        fed.stalls.watchInput(*qApp);
        const auto fallAsleep = [&] {
            clock.advance(StallMeter::kActiveFor + 1s);
            fed.stalls.turn();
            QVERIFY(fed.stalls.isIdle());
        };
        fallAsleep();
        QTest::keyClick(&fed.window, Qt::Key_A);
        QVERIFY(!fed.stalls.isIdle());
        fallAsleep();
        fed.system.now.framesPerSecond = 25;
        clock.advance(1100ms);
        QTRY_VERIFY(!fed.stalls.isIdle());
    }

private:
    std::unique_ptr<shell::Look> m_look;
};

QTEST_MAIN(TestStatusStrip)
#include "tst_status_strip.moc"
