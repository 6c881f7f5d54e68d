// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QStringList>

namespace opsdeck::kit {
class ActionRegistry;
}

namespace opsdeck::shell {

/// Every action as a row: what it does, where it belongs, its keys. Reads the registry when it is asked. GUI thread.
class ShortcutModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Action, Group, Keys };
    static constexpr int kColumns = Keys + 1;
    enum Role { IdRole = Qt::UserRole + 1, SearchRole, ChangedRole };

    /// @param actions must outlive this object.
    explicit ShortcutModel(kit::ActionRegistry &actions, QObject *parent = nullptr);

    /// Empty for an invalid index.
    QString id(const QModelIndex &index) const;
    QModelIndex find(const QString &id) const;
    /// Asks for all words anew.
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    kit::ActionRegistry &m_actions;
    QStringList m_ids;
};

} // namespace opsdeck::shell
