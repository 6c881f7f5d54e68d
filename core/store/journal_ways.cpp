// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/journal_ways.h"

#include <algorithm>
#include <iterator>

namespace opsdeck::store {

using base::fail;
using base::Result;

namespace {

/// More than this at once would take longer than a page may.
constexpr int kMostStreams = 1000;
/// What has more streams is collected whole when it is rare: up to this many events.
constexpr int kMostCollected = 8000;
constexpr int kMostDevicesOfWord = 2000;

using Index = JournalStream::Index;

/// Behind every word that begins with it.
QString endOfPrefix(const QString &prefix)
{
    return prefix + QStringLiteral("\U0010ffff");
}

bool wantsEverything(const JournalQuery &query)
{
    return query.hasAllKinds && query.openStates.size() == 2;
}

JournalWay collected(std::vector<JournalCursor> keys, const JournalSpan &span)
{
    std::erase_if(keys, [&](const JournalCursor &key) {
        return key.timeMs < span.fromMs || !isNewer(span.before, key);
    });
    JournalWay way;
    way.emplace_back(std::move(keys));
    return way;
}

JournalWay wayOfKinds(const JournalQuery &query)
{
    JournalWay way;
    if (wantsEverything(query) || query.kinds.size() * query.openStates.size() > kMostStreams) {
        way.emplace_back(Index::Time, QVariantList(), query.span);
        return way;
    }
    for (const qint64 kind : query.kinds) {
        for (const int isOpen : query.openStates)
            way.emplace_back(Index::Kind, QVariantList{kind, isOpen}, query.span);
    }
    return way;
}

/// One stream a device, its kind and whether it is open. Nothing: they are too many.
Result<std::optional<JournalWay>> wayOfPairs(SqlConnection &connection, const JournalQuery &query,
                                             const QSet<qint64> &devices)
{
    JournalWay way;
    bool isTooMany = false;
    for (const qint64 device : devices) {
        const auto read = connection.each(
            QStringLiteral("SELECT kind_id FROM event_pair WHERE device_id = ?"), {device},
            [&](const SqlRow &row) {
                const qint64 kind = row.integer(0);
                if (!query.kinds.contains(kind))
                    return true;
                for (const int isOpen : query.openStates)
                    way.emplace_back(Index::OfDevice, QVariantList{device, kind, isOpen}, query.span);
                isTooMany = way.size() > std::size_t(kMostStreams);
                return !isTooMany;
            });
        if (!read)
            return fail(read.error());
        if (isTooMany)
            return std::nullopt;
    }
    return way;
}

/// Nothing: they are too many.
Result<std::optional<JournalWay>> wayOfDevices(SqlConnection &connection, const JournalQuery &query,
                                               const QSet<qint64> &devices)
{
    if (!wantsEverything(query)) {
        auto way = wayOfPairs(connection, query, devices);
        if (!way || *way)
            return way;
    }
    JournalWay way;
    if (devices.size() <= kMostStreams) {
        for (const qint64 device : devices)
            way.emplace_back(Index::Device, QVariantList{device}, query.span);
        return way;
    }
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
    return collected(std::move(keys), query.span);
}

/// Of the words that begin so. Nothing: they are too many.
Result<std::optional<JournalWay>> wayOfWords(SqlConnection &connection, const JournalQuery &query,
                                             const QString &prefix)
{
    const QVariantList range{prefix, endOfPrefix(prefix)};
    JournalWay way;
    const auto read =
        connection.each(QStringLiteral("SELECT id FROM word WHERE text >= ? AND text < ? LIMIT ?"),
                        range + QVariantList{kMostStreams + 1}, [&](const SqlRow &row) {
                            way.emplace_back(Index::Word, QVariantList{row.integer(0)}, query.span);
                            return true;
                        });
    if (!read)
        return fail(read.error());
    if (way.size() <= std::size_t(kMostStreams))
        return way;

    // The words first, then their events: in this order, whatever the planner thinks.
    std::vector<JournalCursor> keys;
    const auto all = connection.each(
        QStringLiteral(
            "SELECT time_ms, event_id FROM word CROSS JOIN event_word WHERE text >= ? AND text < ? "
            "AND word_id = word.id LIMIT ?"),
        range + QVariantList{kMostCollected + 1}, [&](const SqlRow &row) {
            keys.push_back({row.integer(0), row.integer(1)});
            return true;
        });
    if (!all)
        return fail(all.error());
    if (keys.size() > std::size_t(kMostCollected))
        return std::nullopt;
    return collected(std::move(keys), query.span);
}

/// A word of the event itself, or of its device. Nothing: they are too many; an empty way: there is none.
Result<std::optional<JournalWay>> wayOfWord(SqlConnection &connection, const JournalQuery &query,
                                            const QString &prefix)
{
    QSet<qint64> devices;
    const auto read = connection.each(
        QStringLiteral("SELECT device_id FROM device_word WHERE word >= ? AND word < ? LIMIT ?"),
        {prefix, endOfPrefix(prefix), kMostDevicesOfWord + 1}, [&](const SqlRow &row) {
            devices.insert(row.integer(0));
            return true;
        });
    if (!read)
        return fail(read.error());
    if (devices.size() > kMostDevicesOfWord)
        return std::nullopt;
    auto way = wayOfWords(connection, query, prefix);
    if (!way || !*way)
        return way;
    auto ofDevices = wayOfDevices(connection, query, devices);
    if (!ofDevices || !*ofDevices)
        return ofDevices;
    std::move((*ofDevices)->begin(), (*ofDevices)->end(), std::back_inserter(**way));
    return way;
}

} // namespace

Result<std::vector<JournalWay>> journalWays(SqlConnection &connection, const JournalQuery &query)
{
    std::vector<JournalWay> ways;
    if (query.kinds.isEmpty() || (query.hasDevices && query.devices.isEmpty()))
        return ways;
    for (const QString &word : query.words) {
        auto way = wayOfWord(connection, query, word);
        if (!way)
            return fail(way.error());
        if (*way && (*way)->empty())
            return std::vector<JournalWay>();
        if (*way)
            ways.push_back(std::move(**way));
    }
    if (query.hasDevices) {
        auto way = wayOfDevices(connection, query, query.devices);
        if (!way)
            return fail(way.error());
        if (*way)
            ways.push_back(std::move(**way));
    }
    ways.push_back(wayOfKinds(query));
    return ways;
}

} // namespace opsdeck::store
