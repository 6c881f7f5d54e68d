// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/action_button.h"
#include "ui/kit/row_delegate.h"
#include "ui/systems/dvr/wall_pane.h"

#include <QListView>

class QLabel;

namespace opsdeck::dvr {

/// A row of the list of views: thumbnail, name, its key and its figure.
class ViewDelegate final : public kit::RowDelegate
{
    Q_OBJECT
public:
    /// @param theme and @param actions must outlive this object.
    ViewDelegate(const kit::Theme &theme, const kit::ActionRegistry &actions, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const kit::ActionRegistry &m_actions;
};

/// The saved views and tours as a list: Enter or double-click shows one, Delete removes it, the menu has the rest. GUI
/// thread.
class ViewsPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit ViewsPanel(const WallServices &services, QWidget *parent = nullptr);

    QListView &list() { return *m_list; }

Q_SIGNALS:
    void opened(const QString &id);
    void removeWanted(const QString &id);
    void menuWanted(const QString &id, const QPoint &globalPosition);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    kit::ActionButton *button(const char *actionId, const QString &icon, kit::ActionButton::Text words);
    QString currentId() const;
    void showEmpty();
    void fitButtons();
    void retranslate();

    WallServices m_services;
    QListView *m_list;
    QLabel *m_empty;
    QList<kit::ActionButton *> m_buttons;
};

} // namespace opsdeck::dvr
