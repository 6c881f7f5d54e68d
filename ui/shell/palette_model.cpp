// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/palette_model.h"

#include "ui/kit/plain_tool_tip.h"

#include <algorithm>

namespace opsdeck::shell {

PaletteModel::PaletteModel(QObject *parent)
    : QAbstractListModel(parent)
    , m_matcher(std::make_unique<PaletteMatcher>(QString()))
{
}

PaletteModel::~PaletteModel() = default;

void PaletteModel::setIndex(PaletteIndex index, QStringList recent)
{
    beginResetModel();
    m_index = std::move(index);
    m_recent = std::move(recent);
    search(false);
    endResetModel();
}

void PaletteModel::setQuery(const QString &query)
{
    auto matcher = std::make_unique<PaletteMatcher>(query);
    const bool isNarrower = !m_matcher->isEmpty() && matcher->narrows(*m_matcher);
    m_matcher = std::move(matcher);
    beginResetModel();
    search(isNarrower);
    endResetModel();
}

void PaletteModel::search(bool isNarrower)
{
    m_hits = m_index.search(*m_matcher, m_recent, isNarrower ? &m_hits : nullptr);
    m_fetched = std::min(hitCount(), kPiece);
}

const PaletteEntry *PaletteModel::entry(const QModelIndex &index) const
{
    if (!index.isValid() || index.row() >= m_fetched)
        return nullptr;
    return &m_index.at(m_hits[std::size_t(index.row())]);
}

PaletteIndex::Emphasis PaletteModel::emphasis(const QModelIndex &index) const
{
    if (!entry(index))
        return {};
    return m_index.emphasis(*m_matcher, m_hits[std::size_t(index.row())]);
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_fetched;
}

bool PaletteModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_fetched < hitCount();
}

void PaletteModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    const int until = std::min(hitCount(), m_fetched + kPiece);
    beginInsertRows({}, m_fetched, until - 1);
    m_fetched = until;
    endInsertRows();
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    const PaletteEntry *shown = entry(index);
    if (!shown)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return shown->text;
    case Qt::ToolTipRole: {
        QStringList lines{shown->text};
        for (const QString &line : {shown->hint, shown->whyNot}) {
            if (!line.isEmpty())
                lines << line;
        }
        return kit::plainToolTip(lines.join(QLatin1Char('\n')));
    }
    case Qt::AccessibleTextRole: {
        QStringList said{shown->text};
        for (const QString &words : {kit::stateWord(shown->mark), shown->hint, shown->keys, shown->whyNot}) {
            if (!words.isEmpty())
                said << words;
        }
        return said.join(QStringLiteral(", "));
    }
    case HintRole:
        return shown->hint;
    case KeysRole:
        return shown->keys;
    case WhyNotRole:
        return shown->whyNot;
    case MarkRole:
        return int(shown->mark);
    case CheckedRole:
        return shown->isChecked;
    default:
        return {};
    }
}

Qt::ItemFlags PaletteModel::flags(const QModelIndex &index) const
{
    // What cannot be done now can still be chosen: its row says why not.
    return entry(index) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren
                        : Qt::NoItemFlags;
}

} // namespace opsdeck::shell
