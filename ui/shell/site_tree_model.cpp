// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/site_tree_model.h"

#include "ui/kit/plain_tool_tip.h"

#include <QMimeData>
#include <QSet>

#include <algorithm>
#include <vector>

namespace opsdeck::shell {

struct SiteTreeModel::Item {
    kit::SiteNode node; ///< its children are in `children`, not in the node
    Item *parent = nullptr;
    int row = 0; ///< among the parent's children
    std::vector<std::unique_ptr<Item>> children;

    void number(std::size_t from)
    {
        for (std::size_t i = from; i < children.size(); ++i)
            children[i]->row = int(i);
    }
};

namespace {

/// Everything but the children, which have rows of their own.
bool isSameRow(const kit::SiteNode &a, const kit::SiteNode &b)
{
    return a.mark == b.mark && a.canDrag == b.canDrag && a.isDim == b.isDim && a.figure == b.figure &&
           a.name == b.name && a.toolTip == b.toolTip && a.deviceId == b.deviceId && a.id == b.id;
}

} // namespace

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
    auto &children = parent.children;
    const bool isSameList =
        std::equal(children.begin(), children.end(), nodes.begin(), nodes.end(),
                   [](const auto &item, const auto &node) { return item->node.id == node.id; });
    if (!isSameList) {
        removeGone(parent, nodes);
        arrange(parent, nodes);
    }
    for (std::size_t row = 0; row < children.size(); ++row) {
        const kit::SiteNode &node = nodes.at(qsizetype(row));
        Item &item = *children[row];
        if (!isSameRow(item.node, node)) {
            item.node = node;
            item.node.children.clear();
            const QModelIndex changed = indexOf(&item);
            Q_EMIT dataChanged(changed, changed);
        }
        update(item, node.children);
    }
}

void SiteTreeModel::removeGone(Item &parent, const QList<kit::SiteNode> &nodes)
{
    QSet<QString> stay;
    stay.reserve(nodes.size());
    for (const kit::SiteNode &node : nodes)
        stay.insert(node.id);
    auto &children = parent.children;
    // From the end, neighbours together.
    for (int last = int(children.size()) - 1; last >= 0; --last) {
        if (stay.contains(children[std::size_t(last)]->node.id))
            continue;
        int first = last;
        while (first > 0 && !stay.contains(children[std::size_t(first) - 1]->node.id))
            --first;
        beginRemoveRows(indexOf(&parent), first, last);
        children.erase(children.begin() + first, children.begin() + last + 1);
        parent.number(std::size_t(first));
        endRemoveRows();
        last = first;
    }
}

void SiteTreeModel::arrange(Item &parent, const QList<kit::SiteNode> &nodes)
{
    auto &children = parent.children;
    QSet<QString> known;
    known.reserve(qsizetype(children.size()));
    for (const auto &item : children)
        known.insert(item->node.id);
    for (int row = 0; row < nodes.size(); ++row) {
        const auto place = std::size_t(row);
        const QString &id = nodes.at(row).id;
        if (place < children.size() && children[place]->node.id == id) {
            known.remove(id);
            continue;
        }
        // (An id that comes a second time is new, too.)
        if (!known.remove(id)) {
            int end = row + 1;
            while (end < nodes.size() && !known.contains(nodes.at(end).id))
                ++end;
            std::vector<std::unique_ptr<Item>> made;
            for (int i = row; i < end; ++i)
                made.push_back(make(nodes.at(i), parent));
            beginInsertRows(indexOf(&parent), row, end - 1);
            children.insert(children.begin() + row, std::make_move_iterator(made.begin()),
                            std::make_move_iterator(made.end()));
            parent.number(place);
            endInsertRows();
            row = end - 1;
            continue;
        }
        const auto found = std::find_if(children.begin() + row, children.end(),
                                        [&id](const auto &item) { return item->node.id == id; });
        const int at = int(found - children.begin());
        beginMoveRows(indexOf(&parent), at, at, indexOf(&parent), row);
        std::rotate(children.begin() + row, children.begin() + at, children.begin() + at + 1);
        parent.number(place);
        endMoveRows();
    }
    // What stood twice and stands once now.
    if (children.size() > std::size_t(nodes.size())) {
        beginRemoveRows(indexOf(&parent), int(nodes.size()), int(children.size()) - 1);
        children.resize(std::size_t(nodes.size()));
        endRemoveRows();
    }
}

std::unique_ptr<SiteTreeModel::Item> SiteTreeModel::make(const kit::SiteNode &node, Item &parent)
{
    auto item = std::make_unique<Item>();
    item->node = node;
    item->node.children.clear();
    item->parent = &parent;
    // Its own rows come with it: views are told once.
    for (const kit::SiteNode &child : node.children)
        item->children.push_back(make(child, *item));
    item->number(0);
    return item;
}

SiteTreeModel::Item *SiteTreeModel::itemOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Item *>(index.internalPointer()) : m_root.get();
}

QModelIndex SiteTreeModel::indexOf(const Item *item) const
{
    return item == m_root.get() ? QModelIndex() : createIndex(item->row, 0, const_cast<Item *>(item));
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
    case DeviceIdRole:
        return node.deviceId;
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

QModelIndex SiteTreeModel::find(const QString &nodeId) const
{
    std::vector<const Item *> left{m_root.get()};
    while (!left.empty()) {
        const Item *item = left.back();
        left.pop_back();
        if (item != m_root.get() && item->node.id == nodeId)
            return indexOf(item);
        for (const auto &child : item->children)
            left.push_back(child.get());
    }
    return {};
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
