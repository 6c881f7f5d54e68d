// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/cabinet/cabinet_actions.h"

#include "ui/systems/cabinet/cabinet_inspector.h"

#include <QAction>
#include <QMenu>

namespace opsdeck::cabinet {

CabinetActions::CabinetActions(const kit::UiContext &context, CabinetDesk &desk, CabinetWork &work,
                               Selected selected, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_desk(desk)
    , m_work(work)
    , m_selected(std::move(selected))
{
    add({"cabinet.findBank", [] { return tr("Find a power bank…"); },
         QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_B), Needs::Nothing,
         [this](const Selection &) { m_desk.openBankSearch(); }});
    add({"cabinet.accept",
         [] { return tr("Accept new cabinets…"); },
         {},
         Needs::Nothing,
         [this](const Selection &) { m_desk.openAccept(); }});
    addCabinetActions();
    addSlotActions();
}

QString CabinetActions::whyNot(Needs needs) const
{
    if (needs == Needs::Nothing)
        return QString();
    const Selection selected = m_selected();
    if (!selected.cabinet)
        return tr("Select a cabinet first");
    if (needs == Needs::Cabinet)
        return QString();
    if (needs == Needs::Bank || needs == Needs::OnlineBank || needs == Needs::RentableBank) {
        if (!selected.slot)
            return tr("Select a slot first");
        if (selected.slot->isFree())
            return tr("The selected slot is free");
        if (needs == Needs::Bank)
            return QString();
        if (needs == Needs::RentableBank && selected.slot->isFlagged)
            return tr("The power bank is out of use: put it into use first");
        if (selected.slot->isWorking)
            return tr("The cabinet has not answered yet");
    }
    if (const QString words = CabinetInspector::whyNotAsked(selected.cabinet); !words.isEmpty())
        return words;
    if (needs == Needs::Banks && selected.cabinet->banks() == 0)
        return tr("There is no power bank in the cabinet");
    return QString();
}

void CabinetActions::add(const Spec &spec)
{
    kit::ActionSpec action;
    action.id = QLatin1String(spec.id);
    action.group = [] { return tr("Cabinets"); };
    action.text = spec.text;
    action.shortcut = spec.shortcut;
    action.run = [this, run = spec.run] { run(m_selected()); };
    action.whyNot = [this, needs = spec.needs] { return whyNot(needs); };
    m_context.actions.add(this, action);
}

void CabinetActions::addCabinetActions()
{
    const auto sn = [](const Selection &selected) { return selected.cabinet->sn; };
    add({"cabinet.refresh",
         [] { return tr("Ask the cabinet for everything again"); },
         {},
         Needs::Online,
         [this, sn](const Selection &selected) { m_work.refresh(sn(selected)); }});
    add({"cabinet.rentBest",
         [] { return tr("Rent the fullest power bank of the cabinet"); },
         {},
         Needs::Banks,
         [this, sn](const Selection &selected) { m_work.rentBest(sn(selected)); }});
    add({"cabinet.describe",
         [] { return tr("Name and place of the cabinet…"); },
         {},
         Needs::Cabinet,
         [this, sn](const Selection &selected) { m_desk.openDescribe(sn(selected)); }});
    add({"cabinet.volume",
         [] { return tr("Volume of the cabinet…"); },
         {},
         Needs::Online,
         [this, sn](const Selection &selected) { m_desk.openVolume(sn(selected)); }});
    add({"cabinet.upgrade",
         [] { return tr("Upgrade the cabinet…"); },
         {},
         Needs::Online,
         [this, sn](const Selection &selected) { m_desk.openUpgrade(sn(selected)); }});
    add({"cabinet.serverAddress",
         [] { return tr("Server address of the cabinet…"); },
         {},
         Needs::Online,
         [this, sn](const Selection &selected) { m_desk.openServerAddress(sn(selected)); }});
    add({"cabinet.reboot",
         [] { return tr("Reboot the cabinet…"); },
         {},
         Needs::Online,
         [this, sn](const Selection &selected) { m_desk.askReboot(sn(selected)); }});
    add({"cabinet.ejectAll",
         [] { return tr("Eject all power banks of the cabinet…"); },
         {},
         Needs::Banks,
         [this, sn](const Selection &selected) { m_desk.openEjectAll(sn(selected)); }});
    add({"cabinet.forget",
         [] { return tr("Forget the cabinet…"); },
         {},
         Needs::Cabinet,
         [this, sn](const Selection &selected) { m_desk.askForget(sn(selected)); }});
}

void CabinetActions::addSlotActions()
{
    add({"cabinet.rent",
         [] { return tr("Rent the power bank of the selected slot"); },
         {},
         Needs::RentableBank,
         [this](const Selection &selected) { m_work.rent(selected.cabinet->sn, selected.slot->slot); }});
    add({"cabinet.eject",
         [] { return tr("Eject the power bank of the selected slot"); },
         {},
         Needs::OnlineBank,
         [this](const Selection &selected) { m_work.eject(selected.cabinet->sn, selected.slot->slot); }});
    add({"cabinet.flag",
         [this] {
             const Selection selected = m_selected();
             return selected.slot && selected.slot->isFlagged
                        ? tr("Put the power bank of the selected slot into use")
                        : tr("Take the power bank of the selected slot out of use…");
         },
         {},
         Needs::Bank,
         [this](const Selection &selected) {
             m_desk.toggleFlag(selected.cabinet->sn, selected.slot->bank, selected.slot->isFlagged);
         }});
    add({"cabinet.history",
         [] { return tr("History of the power bank of the selected slot…"); },
         {},
         Needs::Bank,
         [this](const Selection &selected) { m_desk.openBankSearch(selected.slot->name); }});
}

void CabinetActions::fill(QMenu &menu, std::initializer_list<const char *> ids) const
{
    for (const char *id : ids) {
        m_context.actions.refresh(QLatin1String(id));
        if (QAction *action = m_context.actions.action(QLatin1String(id)))
            menu.addAction(action);
    }
}

void CabinetActions::fillCabinetMenu(QMenu &menu) const
{
    fill(menu, {"cabinet.refresh", "cabinet.rentBest", "cabinet.describe"});
    menu.addSeparator();
    fill(menu, {"cabinet.volume", "cabinet.upgrade", "cabinet.serverAddress"});
    menu.addSeparator();
    fill(menu, {"cabinet.reboot", "cabinet.ejectAll", "cabinet.forget"});
}

void CabinetActions::fillSlotMenu(QMenu &menu) const
{
    fill(menu, {"cabinet.rent", "cabinet.eject", "cabinet.flag", "cabinet.history"});
}

} // namespace opsdeck::cabinet
