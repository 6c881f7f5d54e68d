// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/palette_index.h"

#include <QAbstractListModel>
#include <QStringList>

#include <memory>

namespace opsdeck::shell {

/// What the palette's list shows: the hits of the typed words in an index, a piece at a time (a view that can show
/// twelve rows is not told of ten thousand). GUI thread; holds values only.
class PaletteModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { HintRole = Qt::UserRole + 1, KeysRole, WhyNotRole, MarkRole, CheckedRole };
    static constexpr int kPiece = 100;

    explicit PaletteModel(QObject *parent = nullptr);
    ~PaletteModel() override;

    /// Other entries; the typed words stay.
    /// @param recent keys of entries, the newest first.
    void setIndex(PaletteIndex index, QStringList recent);
    void setQuery(const QString &query);
    /// All hits, also those that are not fetched yet.
    int hitCount() const { return int(m_hits.size()); }
    int entryCount() const { return int(m_index.size()); }
    /// Null for an invalid index.
    const PaletteEntry *entry(const QModelIndex &index) const;
    /// Computed for this row alone: for who paints it.
    PaletteIndex::Emphasis emphasis(const QModelIndex &index) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

private:
    void search(bool isNarrower);

    PaletteIndex m_index;
    QStringList m_recent;
    std::unique_ptr<PaletteMatcher> m_matcher;
    std::vector<int> m_hits;
    int m_fetched = 0;
};

} // namespace opsdeck::shell
