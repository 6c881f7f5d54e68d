// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/site_node.h"
#include "ui/shell/palette_matcher.h"

#include <string>
#include <vector>

namespace opsdeck::kit {
class ActionRegistry;
}

namespace opsdeck::shell {

/// One thing the palette offers. A value.
struct PaletteEntry {
    enum class Kind { Action, Node };

    Kind kind = Kind::Action;
    QString id;   ///< of the action, or of the site tree's row
    QString text; ///< shown literally
    QString hint; ///< the action's group, or what the row belongs to
    QString keys; ///< the shortcut, as written on this system
    QString whyNot;
    kit::StateMark mark = kit::StateMark::None;
    bool isChecked = false;

    /// Unique over both kinds; what the recent choices are remembered by.
    QString key() const;
    bool isEnabled() const { return whyNot.isEmpty(); }
};

/// All entries with their texts made ready for searching, in one block of memory. GUI thread; holds values only.
class PaletteIndex
{
public:
    static constexpr int kMaximumText = 96; ///< characters that are searched; the same again for the hint
    static constexpr int kMaximumDepth = 16;

    void clear();
    void reserve(qsizetype entries);
    /// The actions that belong in the palette, asked for their state of the moment.
    void addActions(const kit::ActionRegistry &actions);
    /// Rows of the site tree with all below them, down to kMaximumDepth.
    void addNodes(const QList<kit::SiteNode> &nodes);
    void add(PaletteEntry entry);

    qsizetype size() const { return qsizetype(m_entries.size()); }
    const PaletteEntry &at(int row) const { return m_entries[std::size_t(row)]; }

    /// Rows that match, best first; what cannot be done now comes last. With an empty query: the recent choices, then
    /// everything in the order it was added.
    /// @param recent keys of entries, the newest first.
    /// @param among null: all rows; otherwise only these (the hits of a query that this one narrows).
    std::vector<int> search(PaletteMatcher &matcher, const QStringList &recent,
                            const std::vector<int> *among = nullptr) const;
    /// Which characters of the text and of the hint a query hits.
    struct Emphasis {
        QList<int> text;
        QList<int> hint;
    };
    Emphasis emphasis(PaletteMatcher &matcher, int row) const;

private:
    struct Span {
        std::size_t begin = 0;
        std::size_t text = 0; ///< characters of the text; one blank and the hint follow
        std::size_t size = 0;
    };
    void addNode(const kit::SiteNode &node, const QString &path, int depth);
    std::u16string_view folded(int row) const;
    const std::uint8_t *places(int row) const { return m_places.data() + m_spans[std::size_t(row)].begin; }

    std::vector<PaletteEntry> m_entries;
    std::vector<Span> m_spans;
    std::u16string m_folded;
    std::vector<std::uint8_t> m_places;
};

} // namespace opsdeck::shell
