// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/systems/dvr/wall_pane.h"

class QMenu;

namespace opsdeck::dvr {

/// What can be done with a wall and its selected tile, as actions of the registry: for the wall the operator used last.
/// Owns nothing but the actions. GUI thread.
class WallActions final : public QObject
{
    Q_OBJECT
public:
    using Active = std::function<WallPane *()>;

    /// @param active the wall the operator used last; never null.
    WallActions(const WallServices &services, Active active, QObject *parent = nullptr);

    /// What can be done with the selected tile.
    void fillTileMenu(QMenu &menu);

private:
    enum class Needs { Nothing, Channel, ChannelOrEnlarged, Picture };
    struct Spec {
        const char *id;
        std::function<QString()> text;
        QKeySequence shortcut;
        std::function<void(WallPane &pane)> run;
        Needs needs = Needs::Nothing;
        std::function<bool(const WallPane &pane)> isChecked = {};
    };

    void add(const Spec &spec);
    void addTileActions();
    void addStreamActions();
    void addLayoutActions();
    QString whyNot(Needs needs) const;

    WallServices m_services;
    Active m_active;
};

} // namespace opsdeck::dvr
