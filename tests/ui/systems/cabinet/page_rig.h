// SPDX-License-Identifier: GPL-3.0-or-later
// The cabinets' page on made-up cabinets and a database of its own.
#pragma once

#include "core/store/store.h"
#include "tests/support/made_up_secrets.h"
#include "tests/support/manual_clock.h"
#include "tests/ui/support/operator_hands.h"
#include "tests/ui/support/ui_rig.h"
#include "tests/ui/systems/cabinet/made_up_cabinets.h"
#include "ui/systems/cabinet/fleet_page.h"

#include <QAction>
#include <QTemporaryDir>
#include <QTest>

namespace opsdeck::test {

struct PageRig {
    PageRig()
        : context(rig.context)
        , store(folder.filePath(QStringLiteral("opsdeck.db")), clock)
        , work(calls, clock)
        , numbers(store, clock)
    {
        store.database.open();
        context.store = &store;
        context.secrets = [this]() -> store::SecretStore & { return secrets; };
        desk = std::make_unique<cabinet::CabinetDesk>(
            cabinet::CabinetDesk::Parts{context, calls, work, &store.ledger});
        actions = std::make_unique<cabinet::CabinetActions>(
            context, *desk, work, [this] { return page ? page->selection() : cabinet::Selection(); });
        page = std::make_unique<cabinet::FleetPage>(
            cabinet::FleetPage::Parts{context, model, numbers, calls, work, *desk, *actions, &store.ledger});
        // That of the system's window side, which is there before the page.
        kit::ActionSpec exporting;
        exporting.id = QStringLiteral("cabinet.export");
        exporting.text = [] { return QStringLiteral("Export the cabinets…"); };
        exporting.run = [this] { page->exportTable(); };
        rig.actions.add(page.get(), exporting);
        desk->setWindow(page.get());
        for (QAction *action : rig.actions.actions())
            page->addAction(action);
        page->resize(1000, 700);
        page->show();
    }
    ~PageRig() { page.reset(); }

    void put(const cabinet::CabinetStatus &status)
    {
        calls.cabinets.insert(status.sn, status);
        model.update({cabinet::rowOf(status)});
        page->noteChanged({status.sn});
    }
    void putMany(int count)
    {
        for (int i = 0; i < count; ++i)
            put(madeUpCabinet(i));
    }
    cabinet::SlotFront &front() { return page->inspector().front(); }
    QStringList answers() { return page->inspector().answers().words(); }
    template <typename T>
    T *dialog()
    {
        return shownWindow<T>();
    }
    void trigger(const char *id) { test::trigger(rig.actions, id); }

    QTemporaryDir folder;
    ManualClock clock;
    UiRig rig{clock};
    kit::UiContext context;
    store::Store store;
    MadeUpSecrets secrets;
    MadeUpCalls calls;
    cabinet::CabinetWork work;
    cabinet::FleetNumbers numbers;
    cabinet::FleetModel model;
    std::unique_ptr<cabinet::CabinetDesk> desk;
    std::unique_ptr<cabinet::CabinetActions> actions;
    std::unique_ptr<cabinet::FleetPage> page;
};

} // namespace opsdeck::test
