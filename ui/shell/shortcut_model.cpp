// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/shortcut_model.h"

#include "ui/kit/action_registry.h"
#include "ui/kit/plain_tool_tip.h"
#include "ui/shell/palette_matcher.h"

#include <QAction>
#include <QFont>

namespace opsdeck::shell {

ShortcutModel::ShortcutModel(kit::ActionRegistry &actions, QObject *parent)
    : QAbstractTableModel(parent)
    , m_actions(actions)
    , m_ids(actions.ids())
{
    connect(&actions, &kit::ActionRegistry::added, this, [this](QAction *action) {
        beginInsertRows({}, int(m_ids.size()), int(m_ids.size()));
        m_ids.append(action->objectName());
        endInsertRows();
    });
    connect(&actions, &kit::ActionRegistry::removed, this, [this](const QString &id) {
        const int row = int(m_ids.indexOf(id));
        if (row < 0)
            return;
        beginRemoveRows({}, row, row);
        m_ids.removeAt(row);
        endRemoveRows();
    });
    connect(&actions, &kit::ActionRegistry::changed, this, [this](const QString &id) {
        if (const QModelIndex row = find(id); row.isValid())
            Q_EMIT dataChanged(row, row.siblingAtColumn(kColumns - 1));
    });
}

QString ShortcutModel::id(const QModelIndex &index) const
{
    return index.isValid() ? m_ids.value(index.row()) : QString();
}

QModelIndex ShortcutModel::find(const QString &id) const
{
    const int row = int(m_ids.indexOf(id));
    return row < 0 ? QModelIndex() : index(row, 0);
}

void ShortcutModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, kColumns - 1);
    if (!m_ids.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_ids.size()) - 1, kColumns - 1));
}

int ShortcutModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_ids.size());
}

int ShortcutModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kColumns;
}

QVariant ShortcutModel::data(const QModelIndex &index, int role) const
{
    const QString id = this->id(index);
    if (id.isEmpty())
        return {};
    const auto keys = [&] { return m_actions.shortcut(id).toString(QKeySequence::NativeText); };
    const auto isChanged = [&] { return m_actions.shortcut(id) != m_actions.defaultShortcut(id); };
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case Action:
            return m_actions.text(id);
        case Group:
            return m_actions.group(id);
        case Keys:
            return keys();
        default:
            return {};
        }
    case Qt::ToolTipRole: {
        const QString usual = m_actions.defaultShortcut(id).toString(QKeySequence::NativeText);
        return kit::plainToolTip(
            m_actions.text(id) + QLatin1Char('\n') +
            (usual.isEmpty() ? tr("Has no key by default") : tr("By default: %1").arg(usual)));
    }
    case Qt::FontRole: {
        QFont font;
        if (index.column() == Keys && isChanged())
            font.setWeight(QFont::DemiBold);
        return font;
    }
    case Qt::AccessibleTextRole:
        if (index.column() == Keys && isChanged())
            return tr("%1, changed").arg(keys().isEmpty() ? tr("no key") : keys());
        return data(index, Qt::DisplayRole);
    case IdRole:
        return id;
    case ChangedRole:
        return isChanged();
    case SearchRole:
        return PaletteMatcher::fold(
            QStringList{m_actions.text(id), m_actions.group(id), keys()}.join(QLatin1Char(' ')));
    default:
        return {};
    }
}

QVariant ShortcutModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Action:
        return tr("Action");
    case Group:
        return tr("Group");
    case Keys:
        return tr("Keys");
    default:
        return {};
    }
}

} // namespace opsdeck::shell
