// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"

#include <QSet>
#include <QTreeView>

#include <functional>
#include <optional>

namespace opsdeck::shell {

/// Where dragged rows are put down in the tree.
struct TreeDrop {
    QString beforeNode; ///< in front of this row; empty = at the end
    QString groupNode;  ///< of this group; empty = outside of all groups
};

/// Draws the site tree and says what the operator wants of its rows. Rows are drawn from the model's roles: mark,
/// name, figure at the right. Remembers which rows are open, also while they are gone. Its rows can be dragged onto tiles,
/// and, when `setDropTest` allows it, to another place in the tree: it moves nothing itself. GUI thread.
class SiteTreeView final : public QTreeView
{
    Q_OBJECT
public:
    /// @param theme must outlive this widget.
    explicit SiteTreeView(const kit::Theme &theme, QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    /// Which rows may be moved within the tree; none without it.
    void setDropTest(std::function<bool(const QString &nodeId)> mayMove) { m_mayMove = std::move(mayMove); }
    /// Rows of this kind are open until the operator closes them.
    void setOpenAtFirst(std::function<bool(const QString &nodeId)> isOpen);
    /// Top down, without rows below others that are selected too.
    QStringList selectedNodes() const;
    /// The row with the focus; empty = none.
    QString currentNode() const { return nodeIdOf(currentIndex()); }
    /// Where these rows of the tree would go when they are put down there; empty: they cannot.
    /// @param position in the viewport.
    std::optional<TreeDrop> dropPlace(const QPoint &position, const QStringList &nodes) const;

Q_SIGNALS:
    /// Enter or double-click.
    void nodeActivated(const QString &nodeId);
    /// @param nodeId empty = beside all rows.
    void menuWanted(const QString &nodeId, const QPoint &globalPosition);
    /// Rows were dragged to another place.
    void movedTo(const QStringList &nodeIds, const opsdeck::shell::TreeDrop &place);
    /// Delete on a row.
    void removeWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option,
                 const QModelIndex &index) const override;
    void drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void startDrag(Qt::DropActions actions) override;

private:
    /// A line in front of a row, or a frame around a group.
    struct Mark {
        TreeDrop place;
        QRect line;
        bool isFrame = false;
    };

    QString nodeIdOf(const QModelIndex &index) const;
    QStringList draggedNodes(const QDropEvent &event) const;
    bool mayMove(const QStringList &nodes) const;
    std::optional<Mark> markAt(const QPoint &position, const QStringList &moved) const;
    bool isGroup(const QModelIndex &index) const;
    void restoreOpen(const QModelIndex &parent, int first, int last);

    const kit::Theme &m_theme;
    std::function<bool(const QString &)> m_mayMove;
    std::function<bool(const QString &)> m_isOpenAtFirst;
    QSet<QString> m_open;   ///< ids of rows the operator opened
    QSet<QString> m_closed; ///< … and closed
    bool m_isRestoring = false;
    std::optional<Mark> m_mark;
};

} // namespace opsdeck::shell
