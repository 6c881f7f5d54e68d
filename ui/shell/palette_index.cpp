// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/palette_index.h"

#include "core/base/hex.h"
#include "ui/kit/action_registry.h"

#include <QAction>
#include <QHash>

#include <algorithm>

namespace opsdeck::shell {

namespace {

/// What was chosen lately is probably meant again, but not against a clearly better match.
constexpr int kRecent = 12;
constexpr QLatin1String kActionPrefix("action:");
constexpr QLatin1String kNodePrefix("row:");

struct Hit {
    int row;
    int score;
    bool isEnabled;
    int length;
};

bool isBetter(const Hit &a, const Hit &b)
{
    if (a.isEnabled != b.isEnabled)
        return a.isEnabled;
    if (a.score != b.score)
        return a.score > b.score;
    if (a.length != b.length)
        return a.length < b.length;
    return a.row < b.row;
}

} // namespace

QString PaletteEntry::key() const
{
    return (kind == Kind::Action ? kActionPrefix : kNodePrefix) + id;
}

void PaletteIndex::clear()
{
    m_entries.clear();
    m_spans.clear();
    m_folded.clear();
    m_places.clear();
}

void PaletteIndex::reserve(qsizetype entries)
{
    constexpr std::size_t kUsual = 32;
    m_entries.reserve(std::size_t(entries));
    m_spans.reserve(std::size_t(entries));
    m_folded.reserve(std::size_t(entries) * kUsual);
    m_places.reserve(std::size_t(entries) * kUsual);
}

void PaletteIndex::addActions(const kit::ActionRegistry &actions)
{
    for (const QString &id : actions.ids()) {
        const QAction *action = actions.action(id);
        if (!action || !actions.isInPalette(id))
            continue;
        PaletteEntry entry;
        entry.kind = PaletteEntry::Kind::Action;
        entry.id = id;
        entry.text = actions.text(id);
        entry.hint = actions.group(id);
        entry.keys = action->shortcut().toString(QKeySequence::NativeText);
        entry.whyNot = actions.whyNot(id);
        entry.isChecked = action->isChecked();
        add(std::move(entry));
    }
}

void PaletteIndex::addNodes(const QList<kit::SiteNode> &nodes)
{
    for (const kit::SiteNode &node : nodes)
        addNode(node, QString(), 0);
}

void PaletteIndex::addNode(const kit::SiteNode &node, const QString &path, int depth)
{
    PaletteEntry entry;
    entry.kind = PaletteEntry::Kind::Node;
    entry.id = node.id;
    entry.text = base::plainText(node.name);
    entry.hint = path;
    entry.mark = node.mark;
    add(std::move(entry));
    if (node.children.isEmpty() || depth >= kMaximumDepth)
        return;
    const QString name = base::plainText(node.name, kMaximumText);
    const QString below = path.isEmpty() ? name : QStringLiteral("%1 · %2").arg(path, name);
    for (const kit::SiteNode &child : node.children)
        addNode(child, below, depth + 1);
}

void PaletteIndex::add(PaletteEntry entry)
{
    const QStringView text = QStringView(entry.text).left(kMaximumText);
    const QStringView hint = QStringView(entry.hint).left(kMaximumText);
    Span span{m_folded.size(), std::size_t(text.size()), std::size_t(text.size() + 1 + hint.size())};
    const auto append = [this](QStringView part) {
        for (const QChar c : part)
            m_folded.push_back(PaletteMatcher::fold(c.unicode()));
    };
    append(text);
    m_folded.push_back(u' ');
    append(hint);
    const auto places = PaletteMatcher::places(text);
    m_places.insert(m_places.end(), places.begin(), places.end());
    m_places.insert(m_places.end(), span.size - span.text, PaletteMatcher::Hint);
    m_spans.push_back(span);
    m_entries.push_back(std::move(entry));
}

std::u16string_view PaletteIndex::folded(int row) const
{
    const Span &span = m_spans[std::size_t(row)];
    return std::u16string_view(m_folded).substr(span.begin, span.size);
}

std::vector<int> PaletteIndex::search(PaletteMatcher &matcher, const QStringList &recent,
                                      const std::vector<int> *among) const
{
    // The newest is worth most among the recent ones.
    QHash<QString, int> worth[2]; // by kind and id: no text is put together for every row
    const int recents = int(recent.size());
    for (int i = recents - 1; i >= 0; --i) {
        const QString &key = recent.at(i);
        const bool isAction = key.startsWith(kActionPrefix);
        worth[isAction ? 0 : 1].insert(key.sliced(key.indexOf(QLatin1Char(':')) + 1), recents - i);
    }

    std::vector<Hit> hits;
    hits.reserve(among ? among->size() : m_entries.size());
    const bool isAll = matcher.isEmpty();
    const auto look = [&](int row) {
        const int score = matcher.score(folded(row), places(row));
        if (score == PaletteMatcher::kNoMatch)
            return;
        const PaletteEntry &entry = at(row);
        const int rank =
            recents == 0 ? 0 : worth[entry.kind == PaletteEntry::Kind::Action ? 0 : 1].value(entry.id);
        if (isAll)
            hits.push_back({row, rank, entry.isEnabled(), 0});
        else
            hits.push_back({row, rank > 0 ? score + kRecent : score, entry.isEnabled(),
                            int(m_spans[std::size_t(row)].text)});
    };
    if (among) {
        for (const int row : *among)
            look(row);
    } else {
        for (int row = 0; row < int(m_entries.size()); ++row)
            look(row);
    }
    std::sort(hits.begin(), hits.end(), isBetter);
    std::vector<int> rows(hits.size());
    std::transform(hits.begin(), hits.end(), rows.begin(), [](const Hit &hit) { return hit.row; });
    return rows;
}

PaletteIndex::Emphasis PaletteIndex::emphasis(PaletteMatcher &matcher, int row) const
{
    Emphasis emphasis;
    const int text = int(m_spans[std::size_t(row)].text);
    for (const int position : matcher.positions(folded(row), places(row))) {
        if (position < text)
            emphasis.text.append(position);
        else if (position > text)
            emphasis.hint.append(position - text - 1);
    }
    return emphasis;
}

} // namespace opsdeck::shell
