// SPDX-License-Identifier: GPL-3.0-or-later
// The page of events as it is worked with: filter, Space, acknowledge all, details, export, empty and broken states.
#include "tests/ui/events/made_up_events.h"
#include "tests/ui/support/operator_hands.h"
#include "ui/events/acknowledge_dialog.h"
#include "ui/events/event_details.h"
#include "ui/events/event_filter_bar.h"
#include "ui/events/event_list.h"
#include "ui/events/events_page.h"
#include "ui/events/events_panel.h"
#include "ui/events/events_ui.h"
#include "ui/events/events_view.h"
#include "ui/kit/empty_state.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace opsdeck;
using events::EventsModel;

namespace {

struct Bench : test::EventsRig {
    events::OpenEvents open{source, clock};
    events::CsvExport csv{services, rig.context};
    std::unique_ptr<events::EventsPage> page;

    void show(QSize size = QSize(1100, 700))
    {
        page = std::make_unique<events::EventsPage>(services, rig.context, open, csv);
        page->resize(size);
        page->show();
        QVERIFY(QTest::qWaitForWindowActive(page.get()));
        source.answer();
    }
    events::EventsView &view() { return page->list().view(); }
    EventsModel &model() { return page->list().model(); }
    template <typename T>
    T *find(const char *name)
    {
        return test::part<T>(page.get(), name);
    }
    void select(int row)
    {
        view().setCurrentIndex(model().index(row, 0));
        view().setFocus();
    }
    void choose(const char *name, const QString &value)
    {
        auto *choice = find<QComboBox>(name);
        const int at = choice->findData(value);
        QVERIFY2(at >= 0, qPrintable(value));
        choice->setCurrentIndex(at);
        source.answer();
    }
    const store::JournalFilter &asked() const { return source.filters.constLast(); }
};

events::AcknowledgeDialog *question()
{
    return test::shownWindow<events::AcknowledgeDialog>();
}

} // namespace

class TestEventsPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsNothingBeforeItIsSeen()
    {
        Bench bench;
        bench.source.put(1);
        events::EventsPage unseen(bench.services, bench.rig.context, bench.open, bench.csv);
        QCOMPARE(bench.source.filters.size(), 0);
        bench.show();
        QCOMPARE(bench.source.filters.size(), 1);
        QCOMPARE(bench.model().rowCount(), 1);
    }

    void spaceAcknowledgesWhatIsSelected()
    {
        Bench bench;
        for (int i = 0; i < 3; ++i)
            bench.source.put(10 - i);
        bench.show();
        bench.select(0);
        QTest::keyClick(&bench.view(), Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(&bench.view(), Qt::Key_Space);
        QCoreApplication::processEvents();
        QCOMPARE(bench.model().openIds(), QList<qint64>{1});
        QCOMPARE(bench.source.all.at(2).acknowledgedBy, QStringLiteral("anna@desk-2"));
        // Again does nothing, and the button says why.
        auto *button = bench.find<QPushButton>("eventsAcknowledge");
        QVERIFY(!button->isEnabled());
        QVERIFY(!button->toolTip().isEmpty());
        bench.select(2);
        QVERIFY(button->isEnabled());
        test::click(button);
        QCoreApplication::processEvents();
        QVERIFY(bench.model().openIds().isEmpty());
    }

    void acknowledgingAllAsksAndTheSafeAnswerComesFirst()
    {
        Bench bench;
        for (int i = 0; i < 5; ++i)
            bench.source.put(10 - i);
        bench.show();
        auto *button = bench.find<QPushButton>("eventsAcknowledgeAll");
        test::click(button);
        QTRY_VERIFY(question());
        QVERIFY(QTest::qWaitForWindowActive(question()));
        QTest::keyClick(question(), Qt::Key_Return);
        QTRY_VERIFY(!question());
        QCOMPARE(bench.model().openIds().size(), 5);
        test::click(button);
        QTRY_VERIFY(question());
        test::click(question()->findChild<QPushButton *>(QStringLiteral("acknowledgeAll")));
        QTRY_VERIFY(bench.model().openIds().isEmpty());
        QVERIFY(!button->isEnabled());
        QVERIFY(!button->toolTip().isEmpty());
    }

    void wordsAreSearchedForWhenTypingPauses()
    {
        Bench bench;
        bench.source.put(2, store::Severity::Info, QStringLiteral("north"));
        bench.source.put(1, store::Severity::Info, QStringLiteral("south"));
        bench.show();
        auto *search = bench.find<QLineEdit>("eventSearch");
        search->setFocus();
        const qsizetype before = bench.source.filters.size();
        QTest::keyClicks(search, QStringLiteral("sou"));
        QCOMPARE(bench.source.filters.size(), before);
        bench.clock.advance(events::EventFilterBar::kTypingPause);
        bench.source.answer();
        QCOMPARE(bench.source.filters.size(), before + 1);
        QCOMPARE(bench.asked().text, QStringLiteral("sou"));
        QCOMPARE(bench.model().rowCount(), 1);
        // What comes meanwhile is matched likewise.
        bench.source.happen(store::Severity::Info, QStringLiteral("north"));
        QCOMPARE(bench.model().rowCount(), 1);
        bench.source.happen(store::Severity::Info, QStringLiteral("south"));
        QCOMPARE(bench.model().rowCount(), 2);
        QVERIFY(search->hasFocus());
    }

    void eachChoiceNarrows()
    {
        Bench bench;
        bench.source.put(3, store::Severity::Alarm, QStringLiteral("north"));
        bench.source.put(2, store::Severity::Info, QStringLiteral("south"));
        bench.show();
        bench.choose("eventDevice", QStringLiteral("south"));
        QCOMPARE(bench.asked().devices, QStringList{QStringLiteral("south")});
        QCOMPARE(bench.model().rowCount(), 1);
        bench.choose("eventDevice", QString());
        bench.choose("eventSystem", QStringLiteral("dvr"));
        QCOMPARE(bench.asked().systems, QStringList{QStringLiteral("dvr")});
        bench.choose("eventKind", QStringLiteral("online"));
        QCOMPARE(bench.asked().kinds, QStringList{QStringLiteral("online")});
        auto *severity = bench.find<QComboBox>("eventSeverity");
        severity->setCurrentIndex(severity->findData(int(store::Severity::Alarm)));
        bench.source.answer();
        QCOMPARE(bench.asked().severities, QList<store::Severity>{store::Severity::Alarm});
        QCOMPARE(bench.model().rowCount(), 1);
        bench.find<QCheckBox>("eventOpenOnly")->click();
        bench.source.answer();
        QCOMPARE(bench.asked().acknowledged, std::optional<bool>(false));
        auto *reset = bench.find<QPushButton>("eventReset");
        QVERIFY(reset->isVisible());
        test::click(reset);
        bench.source.answer();
        QCOMPARE(bench.asked(), store::JournalFilter());
        QVERIFY(!reset->isVisible());
        QCOMPARE(bench.model().rowCount(), 2);
    }

    void timesAreCountedFromNow_data()
    {
        QTest::addColumn<int>("span");
        QTest::addColumn<int>("seconds");
        using Span = events::EventFilter::Span;
        QTest::newRow("hour") << int(Span::LastHour) << 3600;
        QTest::newRow("day") << int(Span::LastDay) << 86400;
        QTest::newRow("week") << int(Span::LastWeek) << 7 * 86400;
    }
    void timesAreCountedFromNow()
    {
        QFETCH(int, span);
        QFETCH(int, seconds);
        Bench bench;
        bench.show();
        auto *choice = bench.find<QComboBox>("eventSpan");
        choice->setCurrentIndex(choice->findData(span));
        bench.source.answer();
        QCOMPARE(bench.asked().from, bench.clock.now().addSecs(-seconds));
        QVERIFY(bench.asked().to.isNull());
    }

    void fromAndToAreAskedFor()
    {
        Bench bench;
        bench.show();
        auto *from = bench.find<QDateTimeEdit>("eventFrom");
        auto *to = bench.find<QDateTimeEdit>("eventTo");
        QVERIFY(!from->isVisible());
        auto *choice = bench.find<QComboBox>("eventSpan");
        choice->setCurrentIndex(choice->findData(int(events::EventFilter::Span::Between)));
        bench.source.answer();
        QVERIFY(from->isVisible() && to->isVisible());
        const QDateTime moment(QDate(2026, 11, 19), QTime(10, 30));
        from->setDateTime(moment);
        to->setDateTime(moment.addSecs(3600));
        bench.clock.advance(events::EventFilterBar::kTypingPause);
        bench.source.answer();
        QCOMPARE(bench.asked().from, moment.toUTC());
        QCOMPARE(bench.asked().to, moment.addSecs(3660).toUTC()); // that minute, too
    }

    void detailsShowEverythingLiterally()
    {
        Bench bench;
        store::JournalEntry entry = bench.source.put(5, store::Severity::Alarm);
        entry.event.details =
            QJsonObject{{QStringLiteral("slot"), 3},
                        {QStringLiteral("words"), QStringLiteral("<b>bold</b>")},
                        {QStringLiteral("list"), QJsonArray{1, QJsonObject()}},
                        {QStringLiteral("deep"), QJsonObject{{QStringLiteral("er"), true}}}};
        bench.source.all = {entry};
        bench.show();
        bench.select(0);
        const QString text = bench.page->details().text();
        for (const char *line :
             {"Severity: alarm", "Device: North lot", "Device ID: north", "Kind: On line", "slot: 3",
              "words: <b>bold</b>", "list[0]: 1", "list[1]: empty", "deep.er: yes", "Acknowledged: not yet"})
            QVERIFY2(text.contains(QLatin1String(line)), qPrintable(text));
        for (QLabel *label : bench.page->details().findChildren<QLabel *>())
            QCOMPARE(label->textFormat(), Qt::PlainText);
        test::click(bench.find<QPushButton>("eventCopy"));
        QCOMPARE(QGuiApplication::clipboard()->text(), text);
        // It is acknowledged elsewhere: the details know.
        bench.source.acknowledge({entry.id}, QStringLiteral("bert@desk-1"));
        QCoreApplication::processEvents();
        QVERIFY(bench.page->details().text().contains(QLatin1String("Acknowledged by: bert@desk-1")));
    }

    void whatComesOnTopDoesNotMoveWhatIsLookedAt()
    {
        Bench bench;
        for (int i = 0; i < 150; ++i)
            bench.source.put(1000 - i);
        bench.show();
        QScrollBar *bar = bench.view().verticalScrollBar();
        bar->setValue(bar->maximum() / 2);
        const QModelIndex looked = bench.view().indexAt(QPoint(5, 40));
        const qint64 id = looked.data(EventsModel::IdRole).toLongLong();
        const int at = bench.view().visualRect(looked).top();
        for (int i = 0; i < 7; ++i)
            bench.source.happen();
        QCoreApplication::processEvents();
        QCOMPARE(bench.view().visualRect(bench.model().find(id)).top(), at);
        // At the top the newest is looked at.
        bar->setValue(0);
        const store::JournalEntry newest = bench.source.happen();
        QCoreApplication::processEvents();
        QCOMPARE(bench.view().indexAt(QPoint(5, 5)).data(EventsModel::IdRole).toLongLong(), newest.id);
    }

    void scrollingDownFetchesMore()
    {
        Bench bench;
        for (int i = 0; i < 500; ++i)
            bench.source.put(1000 - i);
        bench.show();
        QCOMPARE(bench.model().rowCount(), EventsModel::kPage);
        for (int i = 0; i < 4; ++i) {
            QTest::keyClick(&bench.view(), Qt::Key_End);
            bench.source.answer();
        }
        QCOMPARE(bench.model().rowCount(), 500);
    }

    void anEmptyListSaysWhatBelongsThere()
    {
        Bench bench;
        bench.show();
        auto *empty = bench.page->findChild<kit::EmptyState *>();
        QVERIFY(empty->isVisible());
        QCOMPARE(empty->findChild<QLabel *>(QStringLiteral("emptyTitle"))->text(),
                 QStringLiteral("No events yet"));
        bench.source.happen();
        QVERIFY(!empty->isVisible());
        // A filter that leaves everything out has the way back.
        bench.find<QLineEdit>("eventSearch")->setText(QStringLiteral("nowhere"));
        bench.clock.advance(events::EventFilterBar::kTypingPause);
        bench.source.answer();
        QVERIFY(empty->isVisible());
        test::click(empty->findChild<QPushButton *>());
        bench.source.answer();
        QCOMPARE(bench.model().rowCount(), 1);
    }

    void aDatabaseThatCannotBeReadSaysWhyAndCanBeTriedAgain()
    {
        Bench bench;
        bench.source.put(1);
        bench.source.problem =
            base::Error(store::DatabaseError::Locked, QStringLiteral("database is locked"));
        bench.show();
        auto *empty = bench.page->findChild<kit::EmptyState *>();
        QVERIFY(empty->isVisible());
        QVERIFY(empty->findChild<QLabel *>(QStringLiteral("emptyText"))
                    ->text()
                    .contains(QLatin1String("another program holds the database")));
        QVERIFY(empty->findChild<QLabel *>(QStringLiteral("emptyDetails"))
                    ->text()
                    .contains(QLatin1String("database is locked")));
        bench.source.problem.reset();
        test::click(empty->findChild<QPushButton *>());
        bench.source.answer();
        QVERIFY(!empty->isVisible());
        QCOMPARE(bench.model().rowCount(), 1);
    }

    void anAcknowledgementThatFailsIsANotice()
    {
        Bench bench;
        bench.source.put(1);
        bench.show();
        bench.source.problem = base::Error(store::DatabaseError::DiskFull, QStringLiteral("full"));
        bench.select(0);
        QTest::keyClick(&bench.view(), Qt::Key_Space);
        QTRY_COMPARE(bench.rig.notices.list().size(), 1);
        QVERIFY(bench.rig.notices.list().constFirst().text.contains(QLatin1String("the disk is full")));
    }

    void aSearchFurtherBackIsSeenAndCanBeStopped()
    {
        Bench bench;
        for (int i = 0; i < 60; ++i)
            bench.source.put(1000 - i);
        bench.source.mostPerPage = 5;
        bench.page =
            std::make_unique<events::EventsPage>(bench.services, bench.rig.context, bench.open, bench.csv);
        bench.page->resize(1100, 700);
        bench.page->show();
        bench.source.answerOne();
        auto *words = bench.find<QLabel>("eventsReached");
        QVERIFY2(words->text().startsWith(QStringLiteral("Searching further back…")),
                 qPrintable(words->text()));
        auto *button = bench.find<QPushButton>("eventsFooterButton");
        QCOMPARE(button->text(), QStringLiteral("Stop"));
        test::click(button);
        bench.source.answer();
        QCOMPARE(bench.model().rowCount(), 10);
        QCOMPARE(button->text(), QStringLiteral("Search further back"));
        test::click(button);
        bench.source.answer();
        QCOMPARE(bench.model().rowCount(), 60);
        QVERIFY(!button->isVisible());
    }

    void anExportTellsItsProgressAndItsEnd()
    {
        Bench bench;
        bench.source.put(1);
        bench.show();
        bench.csv.start({}, {QStringLiteral("north")}, QStringLiteral("/tmp/events.csv"));
        auto *button = bench.find<QPushButton>("eventsExport");
        bench.source.exported.progress->store(4200);
        bench.clock.advance(std::chrono::seconds(1));
        QVERIFY2(button->text().contains(QLatin1String("4,200")), qPrintable(button->text()));
        QCOMPARE(bench.source.exported.path, QStringLiteral("/tmp/events.csv"));
        const QStringList row = bench.source.exported.row(bench.source.all.constFirst());
        QCOMPARE(row.size(), bench.source.exported.header.size());
        QVERIFY(row.contains(QStringLiteral("North lot")));
        QVERIFY(row.contains(QStringLiteral("north 1 is on line")));
        bench.source.exportReply->answer(qint64(5000));
        QTRY_COMPARE(bench.rig.notices.list().size(), 1);
        const kit::Notice &done = bench.rig.notices.list().constFirst();
        QVERIFY(done.text.contains(QLatin1String("5,000")));
        QVERIFY(done.text.contains(QLatin1String("events.csv")));
        QCOMPARE(button->text(), QStringLiteral("Export…"));
    }

    void anExportCanBeCancelled()
    {
        Bench bench;
        bench.show();
        bench.csv.start({}, {}, QStringLiteral("/tmp/events.csv"));
        test::click(bench.find<QPushButton>("eventsExport"));
        QVERIFY(bench.source.exported.cancel->load());
        bench.source.exportReply->answer(
            base::fail(base::CommonError::Cancelled, QStringLiteral("asked to")));
        QTRY_COMPARE(bench.rig.notices.list().size(), 1);
        QVERIFY(!bench.csv.isRunning());
    }

    void figuresAndBadgeFollow()
    {
        test::EventsRig rig;
        auto owned = std::make_unique<test::MadeUpEvents>(rig.clock);
        test::MadeUpEvents &source = *owned;
        events::EventsUi ui(std::move(owned), rig.texts, rig.rig.context);
        QSignalSpy badge(&ui, &events::EventsUi::badgeChanged);
        source.put(3, store::Severity::Alarm);
        source.put(2, store::Severity::Attention);
        source.put(1);
        ui.start();
        source.answer();
        QCOMPARE(ui.openAlarms(), 1);
        QCOMPARE(ui.badgeWords(), QStringLiteral("1 open alarm"));
        QCOMPARE(ui.open().counts().attention, 1);
        const store::JournalEntry alarm = source.happen(store::Severity::Alarm);
        rig.clock.advance(events::OpenEvents::kPause);
        source.answer();
        QCOMPARE(ui.badgeWords(), QStringLiteral("2 open alarms"));
        source.acknowledge({1, alarm.id}, QStringLiteral("anna"));
        rig.clock.advance(events::OpenEvents::kPause);
        source.answer();
        QCOMPARE(ui.openAlarms(), 0);
        QVERIFY(ui.badgeWords().isEmpty());
        QCOMPARE(badge.size(), 3);
    }

    void alarmsBeyondCountingHideNothingThatWantsAttention()
    {
        Bench bench;
        for (int i = 0; i < events::OpenEvents::kMost + 5; ++i)
            bench.source.put(i, store::Severity::Alarm);
        for (int i = 0; i < 7; ++i)
            bench.source.put(i, store::Severity::Attention);
        bench.open.start();
        bench.source.answer();
        QCOMPARE(bench.open.counts().alarms, events::OpenEvents::kMost);
        QCOMPARE(bench.open.counts().attention, 7);
    }

    void aFloodIsCountedTwiceASecondAtMost()
    {
        Bench bench;
        bench.open.start();
        bench.source.answer();
        bench.source.counted = 0;
        for (int i = 0; i < 100; ++i) {
            bench.source.happen(store::Severity::Alarm);
            bench.clock.advance(std::chrono::milliseconds(10));
            bench.source.answer();
        }
        QVERIFY2(bench.source.counted <= 2 * 3, qPrintable(QString::number(bench.source.counted)));
    }

    void thePanelShowsTheNewestAndLeadsToThePage()
    {
        Bench bench;
        bench.source.put(2, store::Severity::Alarm);
        events::EventsPanel panel(bench.services, bench.rig.context, bench.open);
        panel.resize(700, 150);
        panel.show();
        QVERIFY(QTest::qWaitForWindowActive(&panel));
        QCOMPARE(bench.source.filters.size(), 0);
        panel.start();
        bench.source.answer();
        QCOMPARE(panel.list()->model().rowCount(), 1);
        QVERIFY2(panel.minimumSizeHint().height() < 150, "the panel is higher than its place at first");
        QSignalSpy wanted(&panel, &events::EventsPanel::pageWanted);
        test::click(panel.findChild<QPushButton *>(QStringLiteral("panelAllEvents")));
        QCOMPARE(wanted.size(), 1);
        events::EventsView &view = panel.list()->view();
        view.setCurrentIndex(panel.list()->model().index(0, 0));
        view.setFocus();
        QTest::keyClick(&view, Qt::Key_Space);
        QCoreApplication::processEvents();
        QVERIFY(panel.list()->model().openIds().isEmpty());
    }

    void aNarrowPageHasItsDetailsBelow()
    {
        Bench bench;
        bench.source.put(1);
        bench.show(QSize(700, 700));
        // A window manager may take its time over a size.
        const auto placeOf = [&](const QWidget &part) { return part.mapTo(bench.page.get(), QPoint()); };
        QTRY_VERIFY(placeOf(bench.page->details()).y() > placeOf(bench.page->list()).y());
        bench.page->resize(1200, 700);
        QTRY_VERIFY(placeOf(bench.page->details()).x() > placeOf(bench.page->list()).x());
    }
};

QTEST_MAIN(TestEventsPage)
#include "tst_events_page.moc"
