// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/systems/dvr/tour_runner.h"
#include "ui/systems/dvr/wall_pane.h"

class QMenu;

namespace opsdeck::dvr {

/// What the operator does with saved views and tours: saves, shows, renames and removes them, runs a tour on the wall he
/// used last. Keeps the actions of the registry in step with the book. GUI thread.
class ViewDesk final : public QObject
{
    Q_OBJECT
public:
    using Active = std::function<WallPane *()>;

    /// @param active the wall the operator used last; never null.
    ViewDesk(const WallServices &services, Active active, QObject *parent = nullptr);
    ~ViewDesk() override;

    /// The list of views and tours; belongs to `parent`.
    QWidget *makePanel(QWidget *parent);
    void addButtons(WallPage &page);

    /// Shows a view, or starts a tour.
    void open(const QString &id);
    /// Keeps what the wall shows under a name that is free.
    void saveNew(const QString &name);
    /// Keeps what the wall shows in the view it came from.
    void saveOver(const QString &id);
    TourRunner &tour() { return m_tour; }
    /// Another site is coming: the tour ends, and what was removed from this one's book stays removed.
    void leaveSite();

private:
    void addActions();
    void addAction(const char *id, std::function<QString()> text, const QKeySequence &keys,
                   std::function<void()> run, std::function<QString()> whyNot = {});
    void syncItemActions();
    SavedView shown() const;
    void addThumbnail(const QString &id);
    void askName();
    void askTour(const QString &id);
    void askRemove(const QString &id);
    void watch(WallPane &pane);
    void showStop(const TourStop &stop);
    void fillMenu(const QString &id, QMenu &menu);
    QWidget *window() const;

    WallServices m_services;
    Active m_active;
    TourRunner m_tour;
    QPointer<WallPane> m_tourPane; ///< where the tour runs
    QStringList m_itemActions;
    bool m_isTourMoving = false; ///< what changes on the wall now is the tour's doing
};

} // namespace opsdeck::dvr
