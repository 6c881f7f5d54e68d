// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"

#include <QTreeView>

namespace opsdeck::shell {

/// Draws the site tree and says what the operator wants of its rows. Rows are drawn from the model's roles: mark,
/// name, figure at the right. GUI thread.
class SiteTreeView final : public QTreeView
{
    Q_OBJECT
public:
    /// @param theme must outlive this widget.
    explicit SiteTreeView(const kit::Theme &theme, QWidget *parent = nullptr);

Q_SIGNALS:
    /// Enter or double-click.
    void nodeActivated(const QString &nodeId);
    void menuWanted(const QString &nodeId, const QPoint &globalPosition);

protected:
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option,
                 const QModelIndex &index) const override;
    void drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void startDrag(Qt::DropActions actions) override;

private:
    QString nodeIdOf(const QModelIndex &index) const;

    const kit::Theme &m_theme;
};

} // namespace opsdeck::shell
