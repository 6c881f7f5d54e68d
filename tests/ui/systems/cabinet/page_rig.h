// SPDX-License-Identifier: GPL-3.0-or-later
// The cabinets' page on made-up cabinets and a database of its own.
#pragma once

#include "core/store/secret_store.h"
#include "core/store/store.h"
#include "tests/support/manual_clock.h"
#include "tests/ui/support/ui_rig.h"
#include "tests/ui/systems/cabinet/made_up_cabinets.h"
#include "ui/systems/cabinet/fleet_page.h"

#include <QAction>
#include <QApplication>
#include <QTemporaryDir>
#include <QTest>

namespace opsdeck::test {

/// Secrets in memory.
class KeptSecrets final : public store::SecretStore
{
public:
    QFuture<base::Result<QString>> read(const QString &key) override
    {
        ++reads;
        if (isLocked)
            return base::answered<QString>(base::fail(store::SecretError::Refused, QStringLiteral("locked")));
        if (!kept.contains(key))
            return base::answered<QString>(base::fail(store::SecretError::NotFound, key));
        return base::answered<QString>(kept.value(key));
    }
    QFuture<base::Result<void>> write(const QString &key, const QString &secret) override
    {
        kept.insert(key, secret);
        return base::answered<void>({});
    }
    QFuture<base::Result<void>> remove(const QString &key) override
    {
        kept.remove(key);
        return base::answered<void>({});
    }
    bool isFallback() const override { return false; }
    QString path() const override { return QString(); }

    QHash<QString, QString> kept;
    bool isLocked = false;
    int reads = 0;
};

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
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            if (auto *found = qobject_cast<T *>(widget); found && found->isVisible())
                return found;
        }
        return nullptr;
    }
    void trigger(const char *id)
    {
        rig.actions.refresh();
        QAction *action = rig.actions.action(QLatin1String(id));
        QVERIFY2(action, id);
        QVERIFY2(action->isEnabled(), qPrintable(rig.actions.whyNot(QLatin1String(id))));
        action->trigger();
    }

    QTemporaryDir folder;
    ManualClock clock;
    UiRig rig{clock};
    kit::UiContext context;
    store::Store store;
    KeptSecrets secrets;
    MadeUpCalls calls;
    cabinet::CabinetWork work;
    cabinet::FleetNumbers numbers;
    cabinet::FleetModel model;
    std::unique_ptr<cabinet::CabinetDesk> desk;
    std::unique_ptr<cabinet::CabinetActions> actions;
    std::unique_ptr<cabinet::FleetPage> page;
};

} // namespace opsdeck::test
