// SPDX-License-Identifier: GPL-3.0-or-later
// The cabinets' part of the window on the real server, with simulated cabinets that dial in over loopback.
#include "app/simulator/systems/cabinet/cabinet_fleet_simulator.h"
#include "core/store/store.h"
#include "tests/ui/support/operator_hands.h"
#include "tests/ui/support/ui_rig.h"
#include "ui/systems/cabinet/accept_dialog.h"
#include "ui/systems/cabinet/bank_dialog.h"
#include "ui/systems/cabinet/cabinet_ui.h"
#include "ui/systems/cabinet/fleet_page.h"

#include <QAction>
#include <QApplication>
#include <QJsonArray>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

using namespace opsdeck;
using namespace opsdeck::cabinet;

namespace {

constexpr int kPatience = 20000;

struct Bench {
    base::SystemClock clock;
    test::UiRig rig{clock};
    QTemporaryDir folder;
    store::Store store{folder.filePath(QStringLiteral("opsdeck.db")), clock};
    std::unique_ptr<CabinetUi> ui;
    QWidget window;
    std::unique_ptr<sim::CabinetFleetSimulator> fleet;

    ~Bench()
    {
        fleet.reset();
        ui.reset();
    }

    /// A server on a free port. @param cabinets of the site file.
    void open(const QJsonArray &cabinets = {})
    {
        QVERIFY(folder.isValid());
        store.database.open();
        kit::UiContext context = rig.context;
        context.store = &store;
        context.operatorName = [] { return QStringLiteral("anna@desk-2"); };
        ui = std::make_unique<CabinetUi>(context);
        QWidget *page = ui->makePage(&window);
        window.resize(1000, 700);
        page->resize(1000, 700);
        window.show();
        site::Device device;
        device.id = QStringLiteral("cabinets");
        device.system = QStringLiteral("cabinet");
        device.settings = QJsonObject{{QStringLiteral("bind"), QStringLiteral("127.0.0.1")},
                                      {QStringLiteral("port"), 0},
                                      {QStringLiteral("cabinets"), cabinets}};
        ui->setDevices({device});
        QTRY_VERIFY_WITH_TIMEOUT(ui->fleet()->state().isListening, kPatience);
    }
    void dialIn(int count, const QStringList &faults = {})
    {
        sim::CabinetOptions options;
        options.port = ui->fleet()->state().port;
        options.count = count;
        options.models = {8};
        options.lifeSeconds = 0;
        options.chargeSeconds = 0;
        options.backoffSeconds = 1;
        options.faults = faults;
        auto made = sim::CabinetFleetSimulator::make(options, clock);
        QVERIFY2(made, made ? "" : qPrintable(made.error().detail()));
        fleet = std::move(*made);
        fleet->start();
    }
    QString sn(int number) { return QString::fromLatin1(fleet->at(number).board().sn()); }
    /// All of them are accepted and on line, with their slots known.
    void openWith(int count, const QStringList &faults = {})
    {
        open();
        dialIn(count, faults);
        QTRY_COMPARE_WITH_TIMEOUT(int(ui->fleet()->waiting().size()), count, kPatience);
        QStringList sns;
        for (int i = 0; i < count; ++i)
            sns << sn(i);
        QVERIFY(ui->fleet()->accept(sns, {}).result());
        QTRY_COMPARE_WITH_TIMEOUT(ui->figures().linksUp, count, kPatience);
        for (const QString &each : std::as_const(sns))
            QTRY_VERIFY_WITH_TIMEOUT(ui->fleet()->cabinet(each)->inventory, kPatience);
    }
    FleetPage &page() { return *ui->page(); }
    SlotFront &front() { return page().inspector().front(); }
    QStringList answers() { return page().inspector().answers().words(); }
    /// The first slot with a bank.
    int occupied(int number) const
    {
        const sim::Board &board = fleet->at(number).board();
        for (int slot = 1; slot <= board.slotCount(); ++slot) {
            if (board.at(slot).isThere())
                return slot;
        }
        return 0;
    }
    template <typename T>
    T *dialog()
    {
        return test::shownWindow<T>();
    }
    void trigger(const char *id) { test::trigger(rig.actions, id); }
};

} // namespace

class TestCabinetUi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsDoneIsDoneByWhoSitsThereNow()
    {
        Bench bench;
        bench.openWith(1);
        QString name = QStringLiteral("anna@desk-2");
        FleetCalls calls(*bench.ui->fleet(), bench.store.ledger, bench.store.journal, bench.clock,
                         [&name] { return name; });
        QVERIFY(calls.describe(bench.sn(0), QStringLiteral("Lobby"), QString(), false).result());
        name = QStringLiteral("li@desk-2");
        QVERIFY(calls.describe(bench.sn(0), QStringLiteral("Hall"), QString(), false).result());
        QVERIFY(calls.forget(bench.sn(0)).result());
        const auto operators = [&] {
            const auto page = bench.store.journal.page({}, {}, 100).result();
            QStringList names;
            for (const auto &entry : page ? page->entries : QList<store::JournalEntry>()) {
                if (entry.event.kind == QLatin1String("described") ||
                    entry.event.kind == QLatin1String("forgotten"))
                    names.prepend(entry.event.operatorName);
            }
            return names;
        };
        QTRY_COMPARE_WITH_TIMEOUT(operators(), (QStringList{QStringLiteral("anna@desk-2"), name, name}),
                                  kPatience);
    }

    void newCabinetsWaitAreAcceptedAndComeOnLine()
    {
        Bench bench;
        bench.open();
        bench.dialIn(3);
        QTRY_COMPARE_WITH_TIMEOUT(int(bench.ui->fleet()->waiting().size()), 3, kPatience);
        QCOMPARE(bench.ui->figures().linksUp, 0);
        bench.trigger("cabinet.accept");
        auto *dialog = bench.dialog<AcceptDialog>();
        QVERIFY(dialog);
        QTRY_COMPARE(dialog->findChild<QTreeWidget *>()->topLevelItemCount(), 3);
        test::click(dialog->findChild<QPushButton *>(QStringLiteral("chooseAll")));
        test::click(dialog->findChild<QPushButton *>(QStringLiteral("accept")));
        QTRY_COMPARE_WITH_TIMEOUT(bench.ui->figures().linksUp, 3, kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(bench.ui->fleet()->waiting().isEmpty(), kPatience);
        QCOMPARE(bench.ui->model().shownCount(), 3);
        const kit::SiteNode node = bench.ui->nodes().constFirst();
        QCOMPARE(node.name, QStringLiteral("Cabinets"));
        QCOMPARE(node.figure, QStringLiteral("3 / 3"));
        QCOMPARE(node.mark, kit::StateMark::Ok);
        QCOMPARE(node.deviceId, QStringLiteral("cabinets"));
        const QJsonObject told =
            bench.ui->report().value(QStringLiteral("devices")).toArray().at(0).toObject();
        QCOMPARE(told.value(QStringLiteral("state")).toString(), QStringLiteral("online"));
        QCOMPARE(told.value(QStringLiteral("cabinetsOnline")).toInt(), 3);
    }

    void aClickOnRentAndTheBankIsGone()
    {
        Bench bench;
        bench.openWith(2);
        bench.page().table().select(bench.sn(1));
        const int slot = bench.occupied(1);
        const CabinetStatus status = bench.ui->fleet()->cabinet(bench.sn(1)).value();
        QByteArray bank;
        for (const SlotEntry &entry : status.inventory.value()) {
            if (entry.slot == slot)
                bank = entry.bank;
        }
        QCOMPARE(bank.size(), 8);
        QTest::mouseClick(bench.front().viewport(), Qt::LeftButton, {},
                          bench.front().rentButton(slot).center());
        QTRY_COMPARE_WITH_TIMEOUT(
            bench.answers(),
            QStringList{QStringLiteral("Rent slot %1: %2 is out").arg(slot).arg(bankName(bank))}, kPatience);
        QVERIFY(!bench.fleet->at(1).board().at(slot).isThere());
        QTRY_VERIFY_WITH_TIMEOUT(bench.front().cells().cells().at(slot - 1).isFree(), kPatience);
        const auto known = bench.store.ledger.bank(bank).result();
        QVERIFY(known && *known);
        QCOMPARE((*known)->place.state, store::BankPlace::State::Rented);
        // Its history says who did it, and leads back to the cabinet.
        bench.trigger("cabinet.findBank");
        auto *dialog = bench.dialog<BankDialog>();
        QVERIFY(dialog);
        QTest::keyClicks(dialog->focusWidget(), bankName(bank));
        auto *history = dialog->findChild<QTreeWidget *>(QStringLiteral("history"));
        QTRY_VERIFY_WITH_TIMEOUT(history->topLevelItemCount() >= 2, kPatience);
        QCOMPARE(history->topLevelItem(0)->text(1), QStringLiteral("Rented"));
        QCOMPARE(history->topLevelItem(0)->text(4), QStringLiteral("anna@desk-2"));
        bench.page().table().select(bench.sn(0));
        test::click(dialog->findChild<QPushButton *>(QStringLiteral("jump")));
        QTRY_COMPARE(bench.page().table().currentSn(), bench.sn(1));
        QTRY_COMPARE_WITH_TIMEOUT(
            bench.page().findChild<FigureBar *>()->words().section(QLatin1Char('\n'), 2, 2),
            QStringLiteral("rented now: 1"), kPatience);
    }

    void aRefusedRentSaysSo()
    {
        Bench bench;
        bench.openWith(1, {QStringLiteral("refuse-rent")});
        bench.page().table().select(bench.sn(0));
        const int slot = bench.occupied(0);
        bench.front().selectSlot(slot);
        bench.trigger("cabinet.rent");
        QTRY_COMPARE_WITH_TIMEOUT(bench.answers(),
                                  QStringList{QStringLiteral("Rent slot %1: the cabinet refused").arg(slot)},
                                  kPatience);
        QVERIFY(bench.fleet->at(0).board().at(slot).isThere());
    }

    void theFullestIsRentedAndDetailsAreAskedAgain()
    {
        Bench bench;
        bench.openWith(1);
        bench.page().table().select(bench.sn(0));
        const int before = bench.fleet->at(0).board().bankCount();
        bench.trigger("cabinet.rentBest");
        QTRY_VERIFY_WITH_TIMEOUT(bench.answers().constFirst().endsWith(QStringLiteral("is out")), kPatience);
        QCOMPARE(bench.fleet->at(0).board().bankCount(), before - 1);
        bench.trigger("cabinet.refresh");
        QTRY_VERIFY_WITH_TIMEOUT(bench.answers().constFirst().contains(QStringLiteral("up to date")),
                                 kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(bench.ui->fleet()->cabinet(bench.sn(0))->serverAddress, kPatience);
    }

    void aPulledCabinetIsOffline()
    {
        Bench bench;
        bench.openWith(2);
        bench.fleet->at(0).pull(false);
        QTRY_COMPARE_WITH_TIMEOUT(bench.ui->figures().linksDown, 1, kPatience);
        QCOMPARE(bench.ui->model().find(bench.sn(0))->group, RowGroup::Offline);
        QCOMPARE(bench.ui->nodes().constFirst().mark, kit::StateMark::Attention);
        QCOMPARE(bench.ui->nodes().constFirst().figure, QStringLiteral("1 / 2"));
        bench.page().table().select(bench.sn(0));
        QCOMPARE(bench.rig.actions.whyNot(QStringLiteral("cabinet.reboot")),
                 QStringLiteral("The cabinet is not on line"));
    }

    void aForgottenCabinetLeavesTheTable()
    {
        Bench bench;
        bench.openWith(2);
        bench.page().table().select(bench.sn(0));
        const QString sn = bench.sn(0);
        QVERIFY(bench.ui->fleet()->forget(sn, {}).result());
        QTRY_VERIFY_WITH_TIMEOUT(!bench.ui->model().find(sn), kPatience);
        QVERIFY(!bench.page().selection().cabinet);
        QCOMPARE(bench.ui->model().cabinetCount(), 1);
    }

    void cabinetsOfTheSiteFileAreThereFromTheStart()
    {
        Bench bench;
        bench.open({QJsonObject{{QStringLiteral("sn"), QStringLiteral("WSTD081565222888")},
                                {QStringLiteral("place"), QStringLiteral("Lobby")}}});
        QTRY_COMPARE_WITH_TIMEOUT(bench.ui->model().cabinetCount(), 1, kPatience);
        QCOMPARE(bench.ui->model().at(0)->title, QStringLiteral("Lobby"));
        QCOMPARE(bench.ui->model().at(0)->group, RowGroup::NeverSeen);
    }

    void aSecondServerOfTheSiteIsNotRun()
    {
        Bench bench;
        bench.open();
        site::Device first;
        first.id = QStringLiteral("a");
        first.settings = QJsonObject{{QStringLiteral("port"), 0}};
        site::Device second = first;
        second.id = QStringLiteral("b");
        bench.ui->setDevices({first, second});
        QCOMPARE(bench.ui->nodes().size(), 2);
        QCOMPARE(bench.ui->nodes().at(1).mark, kit::StateMark::Attention);
        QCOMPARE(bench.ui->nodes().at(1).figure, QStringLiteral("unused"));
        QVERIFY(!bench.ui->nodes().at(1).toolTip.isEmpty());
    }

    void withoutADatabaseThePageSaysSo()
    {
        base::SystemClock clock;
        test::UiRig rig(clock);
        CabinetUi ui(rig.context);
        QWidget window;
        QWidget *page = ui.makePage(&window);
        window.show();
        QVERIFY(page->findChild<QLabel *>(QStringLiteral("emptyTitle"))
                    ->text()
                    .contains(QStringLiteral("need a database")));
        site::Device device;
        device.id = QStringLiteral("cabinets");
        ui.setDevices({device});
        QCOMPARE(ui.nodes().size(), 1);
        QCOMPARE(ui.nodes().constFirst().mark, kit::StateMark::Attention);
        QCOMPARE(ui.figures().linksUp, 0);
        QMenu menu;
        ui.fillNodeMenu(QStringLiteral("cabinet/cabinets"), menu);
        ui.activateNode(QStringLiteral("cabinet/cabinets"));
        QVERIFY(menu.isEmpty());
    }

    void whoTriesTheSettingsOutIsToldOfThisServer()
    {
        Bench bench;
        bench.openWith(1);
        QTRY_VERIFY(CabinetUi::ownServer(bench.rig.settings));
        QTRY_COMPARE(CabinetUi::ownServer(bench.rig.settings)->online, 1);
        QCOMPARE(CabinetUi::ownServer(bench.rig.settings)->port, int(bench.ui->fleet()->state().port));
    }
};

QTEST_MAIN(TestCabinetUi)
#include "tst_cabinet_ui.moc"
