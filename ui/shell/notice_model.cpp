// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/notice_model.h"

#include "ui/kit/plain_tool_tip.h"
#include "ui/kit/time_text.h"

#include <algorithm>

namespace opsdeck::shell {

NoticeModel::NoticeModel(kit::Notices &notices, const base::Clock &clock, QObject *parent)
    : QAbstractListModel(parent)
    , m_notices(notices)
    , m_clock(clock)
{
    connect(&m_notices, &kit::Notices::changed, this, &NoticeModel::update);
    update();
}

/// Numbers only grow, so rows leave anywhere and come at the top.
void NoticeModel::update()
{
    QList<kit::Notice> rows = m_notices.list();
    std::reverse(rows.begin(), rows.end());
    for (int row = int(m_rows.size()) - 1; row >= 0; --row) {
        if (m_notices.find(m_rows.at(row).number))
            continue;
        beginRemoveRows({}, row, row);
        m_rows.removeAt(row);
        endRemoveRows();
    }
    const int fresh = int(rows.size() - m_rows.size());
    if (fresh > 0) {
        beginInsertRows({}, 0, fresh - 1);
        m_rows = rows.mid(0, fresh) + m_rows;
        endInsertRows();
    }
    for (int row = fresh; row < rows.size(); ++row) {
        const kit::Notice &now = rows.at(row);
        const kit::Notice &before = m_rows.at(row);
        if (now.isOpen == before.isOpen && now.isOver == before.isOver && now.text == before.text &&
            now.details == before.details && now.actionText == before.actionText)
            continue;
        m_rows[row] = rows.at(row);
        Q_EMIT dataChanged(index(row), index(row));
    }
}

const kit::Notice *NoticeModel::notice(const QModelIndex &index) const
{
    return index.isValid() && index.row() < m_rows.size() ? &m_rows.at(index.row()) : nullptr;
}

QModelIndex NoticeModel::find(quint64 number) const
{
    const auto found = std::find_if(m_rows.cbegin(), m_rows.cend(),
                                    [number](const kit::Notice &notice) { return notice.number == number; });
    return found == m_rows.cend() ? QModelIndex() : index(int(found - m_rows.cbegin()));
}

void NoticeModel::retranslate()
{
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0), index(int(m_rows.size()) - 1));
}

int NoticeModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant NoticeModel::data(const QModelIndex &index, int role) const
{
    const kit::Notice *shown = notice(index);
    if (!shown)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return shown->text;
    case Qt::ToolTipRole:
        return kit::plainToolTip(shown->details.isEmpty() ? shown->text
                                                          : shown->text + QLatin1Char('\n') + shown->details);
    case Qt::AccessibleTextRole: {
        QStringList said{kit::momentText(shown->at, m_clock.now())};
        for (const QString &words :
             {shown->isOver ? tr("over") : kit::stateWord(shown->mark), shown->text, shown->details}) {
            if (!words.isEmpty())
                said << words;
        }
        return said.join(QStringLiteral(", "));
    }
    case NumberRole:
        return shown->number;
    case MarkRole:
        // What is over is no longer an alarm.
        return int(shown->isOver ? kit::StateMark::Off : shown->mark);
    case TimeRole:
        return kit::momentText(shown->at, m_clock.now());
    case OpenRole:
        return shown->isOpen;
    case OverRole:
        return shown->isOver;
    default:
        return {};
    }
}

} // namespace opsdeck::shell
