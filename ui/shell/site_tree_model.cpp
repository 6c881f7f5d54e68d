// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/site_tree_model.h"

#include "ui/kit/plain_tool_tip.h"

#include <QMimeData>

#include <algorithm>
#include <vector>

namespace opsdeck::shell {

struct SiteTreeModel::Item {
    kit::SiteNode node; ///< its children are in `children`, not in the node
    Item *parent = nullptr;
    std::vector<std::unique_ptr<Item>> children;

    int row() const
    {
        const auto &siblings = parent->children;
        const auto found = std::find_if(siblings.begin(), siblings.end(),
                                        [this](const auto &item) { return item.get() == this; });
        return int(found - siblings.begin());
    }
};

SiteTreeModel::SiteTreeModel(QObject *parent)
    : QAbstractItemModel(parent)
    , m_root(std::make_unique<Item>())
{
}

SiteTreeModel::~SiteTreeModel() = default;

void SiteTreeModel::setNodes(const QList<kit::SiteNode> &nodes)
{
    update(*m_root, nodes);
}

void SiteTreeModel::update(Item &parent, const QList<kit::SiteNode> &nodes)
{
    const QModelIndex parentIndex = indexOf(&parent);
    // What is gone, from the end.
    for (int row = int(parent.children.size()) - 1; row >= 0; --row) {
        const QString &id = parent.children[std::size_t(row)]->node.id;
        if (std::any_of(nodes.cbegin(), nodes.cend(),
                        [&id](const kit::SiteNode &node) { return node.id == id; }))
            continue;
        beginRemoveRows(parentIndex, row, row);
        parent.children.erase(parent.children.begin() + row);
        endRemoveRows();
    }
    // What is new or moved, then what changed.
    for (int row = 0; row < nodes.size(); ++row) {
        const kit::SiteNode &node = nodes.at(row);
        auto &children = parent.children;
        const auto found = std::find_if(children.begin() + row, children.end(),
                                        [&node](const auto &item) { return item->node.id == node.id; });
        const int at = int(found - children.begin());
        if (found == children.end()) {
            auto item = std::make_unique<Item>();
            item->node = node;
            item->node.children.clear();
            item->parent = &parent;
            beginInsertRows(parentIndex, row, row);
            children.insert(children.begin() + row, std::move(item));
            endInsertRows();
        } else if (at != row) {
            beginMoveRows(parentIndex, at, at, parentIndex, row);
            std::rotate(children.begin() + row, children.begin() + at, children.begin() + at + 1);
            endMoveRows();
        }
        Item &item = *children[std::size_t(row)];
        kit::SiteNode flat = node;
        flat.children.clear();
        if (item.node != flat) {
            item.node = flat;
            const QModelIndex changed = indexOf(&item);
            Q_EMIT dataChanged(changed, changed);
        }
        update(item, node.children);
    }
}

SiteTreeModel::Item *SiteTreeModel::itemOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Item *>(index.internalPointer()) : m_root.get();
}

QModelIndex SiteTreeModel::indexOf(const Item *item) const
{
    return item == m_root.get() ? QModelIndex() : createIndex(item->row(), 0, const_cast<Item *>(item));
}

QModelIndex SiteTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, itemOf(parent)->children[std::size_t(row)].get());
}

QModelIndex SiteTreeModel::parent(const QModelIndex &child) const
{
    return child.isValid() ? indexOf(itemOf(child)->parent) : QModelIndex();
}

int SiteTreeModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : int(itemOf(parent)->children.size());
}

int SiteTreeModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant SiteTreeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const kit::SiteNode &node = itemOf(index)->node;
    switch (role) {
    case Qt::DisplayRole:
        return node.name;
    case Qt::ToolTipRole:
        return kit::plainToolTip(node.toolTip);
    case Qt::AccessibleTextRole: {
        QStringList said{node.name};
        for (const QString &words : {kit::stateWord(node.mark), node.figure}) {
            if (!words.isEmpty())
                said << words;
        }
        return said.join(QStringLiteral(", "));
    }
    case NodeIdRole:
        return node.id;
    case MarkRole:
        return int(node.mark);
    case FigureRole:
        return node.figure;
    case DimRole:
        return node.isDim;
    default:
        return {};
    }
}

Qt::ItemFlags SiteTreeModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (itemOf(index)->node.canDrag)
        flags |= Qt::ItemIsDragEnabled;
    return flags;
}

QStringList SiteTreeModel::mimeTypes() const
{
    return {kit::nodeMimeType()};
}

QMimeData *SiteTreeModel::mimeData(const QModelIndexList &indexes) const
{
    QStringList ids;
    for (const QModelIndex &index : indexes)
        ids << itemOf(index)->node.id;
    auto *data = new QMimeData;
    data->setData(kit::nodeMimeType(), ids.join(QLatin1Char('\n')).toUtf8());
    return data;
}

} // namespace opsdeck::shell
