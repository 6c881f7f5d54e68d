// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/site_node.h"

#include <QAbstractItemModel>

#include <memory>

namespace opsdeck::shell {

/// The site tree: rows told by the systems. Holds values only; GUI thread. A new list is compared with the old one
/// by id, so that selection and open branches stay and only what changed is drawn anew; the cost of a comparison grows
/// with the number of rows, that of a change with what changed.
class SiteTreeModel final : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Role { NodeIdRole = Qt::UserRole + 1, MarkRole, FigureRole, DimRole, DeviceIdRole };

    explicit SiteTreeModel(QObject *parent = nullptr);
    ~SiteTreeModel() override;

    void setNodes(const QList<kit::SiteNode> &nodes);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    Qt::DropActions supportedDragActions() const override { return Qt::CopyAction; }
    /// Of a row at any depth; invalid when there is none. Costs a walk over the tree.
    QModelIndex find(const QString &nodeId) const;

private:
    struct Item;

    Item *itemOf(const QModelIndex &index) const;
    QModelIndex indexOf(const Item *item) const;
    void update(Item &parent, const QList<kit::SiteNode> &nodes);
    void removeGone(Item &parent, const QList<kit::SiteNode> &nodes);
    /// Brings rows into the order of `nodes`, making those that are new.
    void arrange(Item &parent, const QList<kit::SiteNode> &nodes);
    static std::unique_ptr<Item> make(const kit::SiteNode &node, Item &parent);

    std::unique_ptr<Item> m_root;
};

} // namespace opsdeck::shell
