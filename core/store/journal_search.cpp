// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/journal_search.h"

#include "core/store/event_json.h"
#include "core/store/journal_words.h"

#include <algorithm>

namespace opsdeck::store {

using base::fail;
using base::Result;

namespace {

constexpr int kMostDevicesOfWord = 2000;
constexpr int kMostDevicesListed = 2000;
constexpr qsizetype kMostDevicesKnown = 50'000;
/// Ways are compared up to here: what has more is long.
constexpr int kCounted = 4000;
/// At least so many are looked at, however long the choice of the way took: a search always goes on.
constexpr int kLeastLookedAt = 64;
constexpr int kBetweenLooksAtTheClock = 16;

/// Behind every word that begins with it.
QString endOfPrefix(const QString &prefix)
{
    return prefix + QStringLiteral("\U0010ffff");
}

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

Result<JournalSearch::Query> JournalSearch::resolve(SqlConnection &connection, const JournalFilter &filter,
                                                    const std::optional<JournalCursor> &after)
{
    Query query;
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

JournalSearch::Way JournalSearch::wayOfKinds(const Query &query) const
{
    Way way;
    const bool isEverything = query.hasAllKinds && query.openStates.size() == 2;
    if (isEverything || query.kinds.size() * query.openStates.size() > kMostStreams) {
        way.emplace_back(JournalStream::Index::Time, QVariantList(), query.span);
        return way;
    }
    for (const qint64 kind : query.kinds) {
        for (const int isOpen : query.openStates)
            way.emplace_back(JournalStream::Index::Kind, QVariantList{kind, isOpen}, query.span);
    }
    return way;
}

Result<std::optional<JournalSearch::Way>>
JournalSearch::wayOfDevices(SqlConnection &connection, const Query &query, const QSet<qint64> &devices)
{
    Way way;
    bool isTooMany = false;
    for (const qint64 device : devices) {
        const auto read =
            connection.each(QStringLiteral("SELECT kind_id FROM event_pair WHERE device_id = ?"), {device},
                            [&](const SqlRow &row) {
                                const qint64 kind = row.integer(0);
                                if (!query.kinds.contains(kind))
                                    return true;
                                for (const int isOpen : query.openStates)
                                    way.emplace_back(JournalStream::Index::Device,
                                                     QVariantList{device, kind, isOpen}, query.span);
                                isTooMany = way.size() > std::size_t(kMostStreams);
                                return !isTooMany;
                            });
        if (!read)
            return fail(read.error());
        if (isTooMany)
            break;
    }
    if (!isTooMany)
        return way;

    std::vector<JournalCursor> keys;
    for (const qint64 device : devices) {
        const auto read =
            connection.each(QStringLiteral("SELECT time_ms, id FROM event WHERE device_id = ? LIMIT ?"),
                            {device, kMostCollected + 1 - int(keys.size())}, [&](const SqlRow &row) {
                                keys.push_back({row.integer(0), row.integer(1)});
                                return true;
                            });
        if (!read)
            return fail(read.error());
        if (keys.size() > std::size_t(kMostCollected))
            return std::nullopt;
    }
    std::erase_if(keys, [&](const JournalCursor &key) {
        return key.timeMs < query.span.fromMs || !isNewer(query.span.before, key);
    });
    way.clear();
    way.emplace_back(std::move(keys));
    return way;
}

Result<std::optional<JournalSearch::Way>> JournalSearch::wayOfWords(SqlConnection &connection,
                                                                    const Query &query, const QString &word)
{
    const QVariantList range{word, endOfPrefix(word)};
    Way way;
    const auto read = connection.each(
        QStringLiteral("SELECT id FROM word WHERE text >= ? AND text < ? LIMIT ?"),
        range + QVariantList{kMostStreams + 1}, [&](const SqlRow &row) {
            way.emplace_back(JournalStream::Index::Word, QVariantList{row.integer(0)}, query.span);
            return true;
        });
    if (!read)
        return fail(read.error());
    if (way.size() <= std::size_t(kMostStreams))
        return way;

    // The words first, then their events: in this order, whatever the planner thinks.
    std::vector<JournalCursor> keys;
    const auto collected = connection.each(
        QStringLiteral(
            "SELECT time_ms, event_id FROM word CROSS JOIN event_word WHERE text >= ? AND text < ? "
            "AND word_id = word.id LIMIT ?"),
        range + QVariantList{kMostCollected + 1}, [&](const SqlRow &row) {
            keys.push_back({row.integer(0), row.integer(1)});
            return true;
        });
    if (!collected)
        return fail(collected.error());
    if (keys.size() > std::size_t(kMostCollected))
        return std::nullopt;
    std::erase_if(keys, [&](const JournalCursor &key) {
        return key.timeMs < query.span.fromMs || !isNewer(query.span.before, key);
    });
    way.clear();
    way.emplace_back(std::move(keys));
    return way;
}

Result<void> JournalSearch::addWayOfWord(SqlConnection &connection, const Query &query, const QString &word,
                                         Ways &ways)
{
    // A word of the event itself, or of its device.
    QSet<qint64> devices;
    const auto read = connection.each(
        QStringLiteral("SELECT device_id FROM device_word WHERE word >= ? AND word < ? LIMIT ?"),
        {word, endOfPrefix(word), kMostDevicesOfWord + 1}, [&](const SqlRow &row) {
            devices.insert(row.integer(0));
            return true;
        });
    if (!read)
        return read;
    auto way = wayOfWords(connection, query, word);
    if (!way)
        return fail(way.error());
    if (*way && (*way)->empty() && devices.isEmpty()) {
        ways.isNothing = true;
        return {};
    }
    if (!*way || devices.size() > kMostDevicesOfWord)
        return {};
    auto ofDevices = wayOfDevices(connection, query, devices);
    if (!ofDevices)
        return fail(ofDevices.error());
    if (!*ofDevices)
        return {};
    std::move((*ofDevices)->begin(), (*ofDevices)->end(), std::back_inserter(**way));
    ways.ways.push_back(std::move(**way));
    return {};
}

Result<JournalSearch::Ways> JournalSearch::waysTo(SqlConnection &connection, const Query &query)
{
    Ways ways;
    ways.isNothing = query.kinds.isEmpty() || (query.hasDevices && query.devices.isEmpty());
    for (const QString &word : query.words) {
        if (ways.isNothing)
            return ways;
        if (const auto added = addWayOfWord(connection, query, word, ways); !added)
            return fail(added.error());
    }
    if (query.hasDevices) {
        auto way = wayOfDevices(connection, query, query.devices);
        if (!way)
            return fail(way.error());
        if (*way)
            ways.ways.push_back(std::move(**way));
    }
    ways.ways.push_back(wayOfKinds(query));
    return ways;
}

Result<JournalSearch::Way> JournalSearch::shortest(SqlConnection &connection, std::vector<Way> ways)
{
    // What was added first is the narrower one when nothing else is known.
    std::size_t best = 0;
    int least = kCounted;
    for (std::size_t i = 0; i < ways.size() && ways.size() > 1; ++i) {
        int total = 0;
        for (const JournalStream &stream : ways[i]) {
            if (total >= least)
                break;
            const auto count = stream.count(connection, least - total);
            if (!count)
                return fail(count.error());
            total += *count;
        }
        if (total < least) {
            least = total;
            best = i;
        }
    }
    return std::move(ways[best]);
}

Result<JournalPage> JournalSearch::page(SqlConnection &connection, const JournalFilter &filter,
                                        const std::optional<JournalCursor> &after, int limit)
{
    const auto end = m_clock.monotonic() + Journal::kSearchTime;
    if (const auto learned = learnKinds(connection); !learned)
        return fail(learned.error());
    const auto query = resolve(connection, filter, after);
    if (!query)
        return fail(query.error());
    auto ways = waysTo(connection, *query);
    if (!ways)
        return fail(ways.error());
    JournalPage page;
    if (ways->isNothing)
        return page;
    auto way = shortest(connection, std::move(ways->ways));
    if (!way)
        return fail(way.error());
    for (JournalStream &stream : *way)
        stream.setChunk(std::clamp(2 * limit / int(way->size()), 4, 256));

    JournalMerge merge(std::move(*way));
    std::optional<JournalCursor> last;
    for (int lookedAt = 0;; ++lookedAt) {
        const auto key = merge.next(connection);
        if (!key)
            return fail(key.error());
        if (!*key)
            return page;
        const bool isLate = lookedAt >= kLeastLookedAt && lookedAt % kBetweenLooksAtTheClock == 0 &&
                            m_clock.monotonic() > end;
        if (page.entries.size() == limit || isLate) {
            page.next = last;
            return page;
        }
        last = *key;
        auto found = match(connection, last->id, *query);
        if (!found)
            return fail(found.error());
        if (*found)
            page.entries.append(std::move(**found));
    }
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
                                                         const Query &query)
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

Result<int> JournalSearch::countOpen(SqlConnection &connection, Severity least, int most)
{
    if (const auto learned = learnKinds(connection); !learned)
        return fail(learned.error());
    int total = 0;
    for (auto it = m_kinds.constBegin(); it != m_kinds.constEnd() && total < most; ++it) {
        if (it->severity < least)
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
