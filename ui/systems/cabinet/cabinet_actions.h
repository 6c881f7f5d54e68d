// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/systems/cabinet/cabinet_desk.h"

class QMenu;

namespace opsdeck::cabinet {

/// What is selected on the page.
struct Selection {
    std::optional<CabinetStatus> cabinet;
    std::optional<SlotCell> slot;
};

/// What can be done with the cabinets and their slots, as actions of the registry: for what is selected on the page. Owns
/// nothing but the actions. GUI thread.
class CabinetActions final : public QObject
{
    Q_OBJECT
public:
    using Selected = std::function<Selection()>;

    /// The parts must outlive it. @param selected what is selected now.
    CabinetActions(const kit::UiContext &context, CabinetDesk &desk, CabinetWork &work, Selected selected,
                   QObject *parent = nullptr);

    void fillCabinetMenu(QMenu &menu) const;
    void fillSlotMenu(QMenu &menu) const;

private:
    enum class Needs { Nothing, Cabinet, Online, Banks, Bank, OnlineBank, RentableBank };
    struct Spec {
        const char *id;
        std::function<QString()> text;
        QKeySequence shortcut;
        Needs needs;
        std::function<void(const Selection &)> run;
    };

    void add(const Spec &spec);
    void addCabinetActions();
    void addSlotActions();
    QString whyNot(Needs needs) const;
    void fill(QMenu &menu, std::initializer_list<const char *> ids) const;

    const kit::UiContext &m_context;
    CabinetDesk &m_desk;
    CabinetWork &m_work;
    Selected m_selected;
};

} // namespace opsdeck::cabinet
