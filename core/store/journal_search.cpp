// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/journal_search.h"

#include "core/store/event_json.h"
#include "core/store/journal_words.h"

#include <algorithm>

namespace opsdeck::store {

using base::fail;
using base::Result;

namespace {

constexpr int kMostDevicesListed = 2000;
constexpr qsizetype kMostDevicesKnown = 50'000;
/// Ways are compared by how far back so many of their events reach.
constexpr std::size_t kCompared = 400;
/// Then it is looked whether another way is better from there on.
constexpr int kWalkedAtOnce = 2000;
/// At least so many are looked at, however long the choice of the way took: a search always goes on.
constexpr int kLeastLookedAt = 64;
constexpr int kBetweenLooksAtTheClock = 16;

bool hasPrefix(const QStringList &words, const QString &prefix)
{
    return std::any_of(words.begin(), words.end(),
                       [&](const QString &word) { return word.startsWith(prefix); });
}

qint64 number(const SqlRow &row)
{
    return row.integer(0);
}

} // namespace

Result<void> JournalSearch::learnKinds(SqlConnection &connection)
{
    const auto count = connection.first(QStringLiteral("SELECT count(*) FROM event_kind"), {}, number);
    if (!count)
        return fail(count.error());
    if (count->value_or(0) == m_kinds.size())
        return {}; // none is ever taken away
    m_kinds.clear();
    return connection.each(
        QStringLiteral("SELECT id, system, kind, severity, text_key FROM event_kind"), {},
        [this](const SqlRow &row) {
            m_kinds.insert(row.integer(0), {row.text(1), row.text(2), Severity(row.number(3)), row.text(4)});
            return true;
        });
}

Result<JournalQuery> JournalSearch::resolve(SqlConnection &connection, const JournalFilter &filter,
                                            const std::optional<JournalCursor> &after)
{
    JournalQuery query;
    if (filter.from.isValid())
        query.span.fromMs = filter.from.toMSecsSinceEpoch();
    if (filter.to.isValid())
        query.span.before = {filter.to.toMSecsSinceEpoch(), 0};
    if (after && isNewer(query.span.before, *after))
        query.span.before = *after;

    const auto isIn = [](const auto &list, const auto &value) {
        return list.isEmpty() || list.contains(value);
    };
    for (auto it = m_kinds.constBegin(); it != m_kinds.constEnd(); ++it) {
        if (isIn(filter.systems, it->system) && isIn(filter.kinds, it->kind) &&
            isIn(filter.severities, it->severity))
            query.kinds.insert(it.key());
    }
    query.hasAllKinds = query.kinds.size() == m_kinds.size();
    query.openStates = {0, 1};
    if (filter.acknowledged)
        query.openStates = {*filter.acknowledged ? 0 : 1};
    query.hasDevices = !filter.devices.isEmpty();
    for (const QString &name : filter.devices) {
        const auto found = connection.each(QStringLiteral("SELECT id FROM event_device WHERE device = ?"),
                                           {name}, [&](const SqlRow &row) {
                                               query.devices.insert(row.integer(0));
                                               return true;
                                           });
        if (!found)
            return fail(found.error());
    }
    query.words = journal_words::ofQuery(filter.text);
    return query;
}

/// A page while it is made.
struct JournalSearch::Walk {
    JournalQuery query;
    int limit = 0;
    base::Clock::Nanoseconds end{0};
    int lookedAt = 0;
    std::optional<JournalCursor> last; ///< that was looked at
    JournalPage page;
};

Result<std::optional<JournalMerge>>
JournalSearch::thinnest(SqlConnection &connection, const std::vector<JournalWay> &ways, JournalCursor before)
{
    const auto begun = [&](const JournalWay &way) {
        JournalWay streams = way;
        for (JournalStream &stream : streams)
            stream.beginAt(before, std::clamp(int(kCompared / way.size()), 4, 128));
        return JournalMerge(std::move(streams));
    };
    std::vector<JournalMerge> merges;
    JournalCursor oldestFirst = before;
    for (const JournalWay &way : ways) {
        merges.push_back(begun(way));
        const auto newest = merges.back().newest(connection);
        if (!newest)
            return fail(newest.error());
        if (!*newest)
            return std::nullopt; // what one way does not lead to, none does
        if (isNewer(oldestFirst, **newest))
            oldestFirst = **newest;
    }
    if (merges.size() == 1)
        return std::move(merges.front());

    // What is newer than the first of any of them is not what is wanted.
    before = {oldestFirst.timeMs, oldestFirst.id + 1};
    std::size_t best = 0;
    std::optional<JournalCursor> bestReach;
    for (std::size_t i = 0; i < merges.size(); ++i) {
        const auto newest = merges[i].newest(connection);
        if (!newest)
            return fail(newest.error());
        if (isNewer(**newest, oldestFirst))
            merges[i] = begun(ways[i]);
        const auto reach = merges[i].lookAhead(connection, kCompared);
        if (!reach)
            return fail(reach.error());
        if (!*reach)
            return std::move(merges[i]); // there is not more of it than that
        if (!bestReach || isNewer(*bestReach, **reach)) {
            bestReach = **reach;
            best = i;
        }
    }
    return std::move(merges[best]);
}

Result<bool> JournalSearch::walk(SqlConnection &connection, Walk &walk, JournalMerge &way)
{
    for (int i = 0; i < kWalkedAtOnce; ++i) {
        const auto key = way.newest(connection);
        if (!key)
            return fail(key.error());
        if (!*key)
            return true;
        const bool isLate = walk.lookedAt >= kLeastLookedAt && walk.lookedAt % kBetweenLooksAtTheClock == 0 &&
                            m_clock.monotonic() > walk.end;
        if (walk.page.entries.size() == walk.limit || isLate) {
            walk.page.next = walk.last;
            return true;
        }
        way.pop();
        ++walk.lookedAt;
        walk.last = *key;
        auto found = match(connection, (*key)->id, walk.query);
        if (!found)
            return fail(found.error());
        if (*found)
            walk.page.entries.append(std::move(**found));
    }
    return false;
}

Result<JournalPage> JournalSearch::page(SqlConnection &connection, const JournalFilter &filter,
                                        const std::optional<JournalCursor> &after, int limit)
{
    Walk state;
    state.limit = limit;
    state.end = m_clock.monotonic() + Journal::kSearchTime;
    if (const auto learned = learnKinds(connection); !learned)
        return fail(learned.error());
    auto query = resolve(connection, filter, after);
    if (!query)
        return fail(query.error());
    state.query = std::move(*query);
    const auto ways = journalWays(connection, state.query);
    if (!ways)
        return fail(ways.error());
    if (ways->empty())
        return state.page;
    for (bool isDone = false; !isDone;) {
        auto way = thinnest(connection, *ways, state.last.value_or(state.query.span.before));
        if (!way)
            return fail(way.error());
        if (!*way)
            return state.page;
        const auto walked = walk(connection, state, **way);
        if (!walked)
            return fail(walked.error());
        isDone = *walked;
    }
    return state.page;
}

Result<JournalSearch::Device> JournalSearch::device(SqlConnection &connection, qint64 id)
{
    if (const auto known = m_devices.constFind(id); known != m_devices.constEnd())
        return *known;
    const auto name = connection.first(QStringLiteral("SELECT device FROM event_device WHERE id = ?"), {id},
                                       [](const SqlRow &row) { return row.text(0); });
    if (!name)
        return fail(name.error());
    const QString text = name->value_or(QString());
    if (m_devices.size() > kMostDevicesKnown)
        m_devices.clear();
    return *m_devices.insert(id, {text, journal_words::ofDevice(text)});
}

Result<std::optional<JournalEntry>> JournalSearch::match(SqlConnection &connection, qint64 id,
                                                         const JournalQuery &query)
{
    struct Row {
        qint64 kind = 0;
        qint64 device = 0;
        int isOpen = 0;
        JournalEntry entry;
    };
    // What the numbers rule out is not read any further.
    const auto read = connection.first(
        QStringLiteral(
            "SELECT kind_id, device_id, is_open, time_ms, arguments, details, operator_name, ack_ms, "
            "ack_by FROM event WHERE id = ?"),
        {id}, [&](const SqlRow &row) -> std::optional<Row> {
            Row found{row.integer(0), row.integer(1), row.number(2), {}};
            if (!query.kinds.contains(found.kind) || !query.openStates.contains(found.isOpen) ||
                (query.hasDevices && !query.devices.contains(found.device)))
                return std::nullopt;
            found.entry.id = id;
            Event &event = found.entry.event;
            event.time = QDateTime::fromMSecsSinceEpoch(row.integer(3), Qt::UTC);
            event.arguments = argumentsFromJson(row.text(4));
            event.details = detailsFromJson(row.text(5));
            event.operatorName = row.text(6);
            if (!row.isNull(7))
                found.entry.acknowledgedAt = QDateTime::fromMSecsSinceEpoch(row.integer(7), Qt::UTC);
            found.entry.acknowledgedBy = row.text(8);
            return found;
        });
    if (!read)
        return fail(read.error());
    if (!*read || !**read)
        return std::nullopt;
    Row row = ***read;
    const auto itsDevice = device(connection, row.device);
    if (!itsDevice)
        return fail(itsDevice.error());
    if (!query.words.isEmpty()) {
        const QStringList words = itsDevice->words + journal_words::ofEvent(row.entry.event);
        const auto isThere = [&](const QString &word) { return hasPrefix(words, word); };
        if (!std::all_of(query.words.begin(), query.words.end(), isThere))
            return std::nullopt;
    }
    const Kind kind = m_kinds.value(row.kind);
    row.entry.event.system = kind.system;
    row.entry.event.kind = kind.kind;
    row.entry.event.severity = kind.severity;
    row.entry.event.textKey = kind.textKey;
    row.entry.event.device = itsDevice->name;
    return std::move(row.entry);
}

Result<int> JournalSearch::countOpen(SqlConnection &connection, Severity severity, int most)
{
    if (const auto learned = learnKinds(connection); !learned)
        return fail(learned.error());
    int total = 0;
    for (auto it = m_kinds.constBegin(); it != m_kinds.constEnd() && total < most; ++it) {
        if (it->severity != severity)
            continue;
        const JournalStream open(JournalStream::Index::Kind, {it.key(), 1}, JournalSpan());
        const auto count = open.count(connection, most - total);
        if (!count)
            return count;
        total += *count;
    }
    return total;
}

Result<Journal::Facets> JournalSearch::facets(SqlConnection &connection)
{
    if (const auto learned = learnKinds(connection); !learned)
        return fail(learned.error());
    Journal::Facets facets;
    for (const Kind &kind : std::as_const(m_kinds)) {
        facets.systems.append(kind.system);
        facets.kinds.append(kind.kind);
    }
    for (QStringList *list : {&facets.systems, &facets.kinds}) {
        list->sort();
        list->removeDuplicates();
    }
    const auto read =
        connection.each(QStringLiteral("SELECT DISTINCT device FROM event_device WHERE device <> '' "
                                       "ORDER BY device LIMIT ?"),
                        {kMostDevicesListed}, [&](const SqlRow &row) {
                            facets.devices.append(row.text(0));
                            return true;
                        });
    if (!read)
        return fail(read.error());
    return facets;
}

} // namespace opsdeck::store
