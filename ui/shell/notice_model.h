// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/notices.h"

#include <QAbstractListModel>

namespace opsdeck::shell {

/// The notices as rows, the newest first. Holds a copy of them; GUI thread.
class NoticeModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { NumberRole = Qt::UserRole + 1, MarkRole, TimeRole, OpenRole, OverRole };

    /// Both must outlive this object.
    NoticeModel(kit::Notices &notices, const base::Clock &clock, QObject *parent = nullptr);

    /// Null for an invalid index.
    const kit::Notice *notice(const QModelIndex &index) const;
    /// The row of a notice; invalid when it is gone.
    QModelIndex find(quint64 number) const;
    /// Words of the language of the moment: asks for all of them anew.
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    void update();

    kit::Notices &m_notices;
    const base::Clock &m_clock;
    QList<kit::Notice> m_rows; ///< newest first
};

} // namespace opsdeck::shell
