// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/store/settings_store.h"
#include "ui/kit/theme.h"
#include "ui/systems/cabinet/fleet_model.h"

#include <QTreeView>

#include <memory>

namespace opsdeck::cabinet {

/// The fleet table: rows of one height, painted from the model's values without a detour; the operator sorts, moves and
/// hides columns, and how they are is kept in the setting "cabinet.table". The selected cabinet stays selected when rows
/// come and go. GUI thread.
class FleetView final : public QTreeView
{
    Q_OBJECT
public:
    static constexpr const char *kSetting = "cabinet.table";

    /// All of them must outlive the view.
    FleetView(FleetModel &model, const kit::Theme &theme, store::SettingsStore &settings, base::Clock &clock,
              QWidget *parent = nullptr);

    /// Empty when none is.
    QString currentSn() const { return m_current; }
    /// Nothing happens when it is not shown.
    void select(const QString &sn);
    /// The ages of heartbeats are older now.
    void refreshAges();
    /// What can be done with the columns.
    void fillColumnMenu(QMenu &menu);
    void retranslate();

Q_SIGNALS:
    void currentSnChanged(const QString &sn);
    /// Enter or a double-click.
    void opened(const QString &sn);
    void menuWanted(const QString &sn, const QPoint &at);

protected:
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option,
                 const QModelIndex &index) const override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    int firstWidth(int column) const;
    void restoreColumns();
    void keepColumns();
    void fitTitle();
    void bringBack();

    FleetModel &m_model;
    const kit::Theme &m_theme;
    store::SettingsStore &m_settings;
    std::unique_ptr<base::Timer> m_keepTimer;
    QString m_current;
    int m_scroll = 0;
    bool m_isResetting = false;
    bool m_isFitting = false;
};

} // namespace opsdeck::cabinet
