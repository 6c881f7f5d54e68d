// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/journal_writer.h"

#include "core/store/event_json.h"
#include "core/store/journal_words.h"

#include <vector>

namespace opsdeck::store {

using base::fail;
using base::Result;

namespace {

/// Of each table; forgotten altogether beyond it, so that a device that invents names costs no memory.
constexpr qsizetype kMostRemembered = 100'000;

qint64 number(const SqlRow &row)
{
    return row.integer(0);
}

template <typename Table>
void keepSmall(Table &table)
{
    if (table.size() > kMostRemembered)
        table.clear();
}

QString joined(std::initializer_list<QString> parts)
{
    // Names have no line breaks: plainText took them out.
    return QStringList(parts).join(u'\n');
}

} // namespace

void JournalWriter::forgetIfStale(const SqlConnection &connection)
{
    if (m_generation == connection.generation())
        return;
    m_generation = connection.generation();
    m_kinds.clear();
    m_devices.clear();
    m_pairs.clear();
    m_words.clear();
}

Result<qint64> JournalWriter::kindId(SqlConnection &connection, const Event &event)
{
    const int severity = int(event.severity);
    const QString key = joined({event.system, event.kind, QString::number(severity), event.textKey});
    if (const auto known = m_kinds.constFind(key); known != m_kinds.constEnd())
        return *known;
    auto id = connection.first(QStringLiteral("SELECT id FROM event_kind WHERE system = ? AND kind = ? AND "
                                              "severity = ? AND text_key = ?"),
                               {event.system, event.kind, severity, event.textKey}, number);
    if (!id)
        return fail(id.error());
    if (!*id) {
        const auto fresh = m_kindIds.next(connection);
        if (!fresh)
            return fresh;
        const auto added = connection.run(
            QStringLiteral(
                "INSERT INTO event_kind (id, system, kind, severity, text_key) VALUES (?, ?, ?, ?, ?)"),
            {*fresh, event.system, event.kind, severity, event.textKey});
        if (!added)
            return fail(added.error());
        *id = *fresh;
    }
    keepSmall(m_kinds);
    m_kinds.insert(key, **id);
    return **id;
}

Result<qint64> JournalWriter::deviceId(SqlConnection &connection, const Event &event)
{
    const QString key = joined({event.system, event.device});
    if (const auto known = m_devices.constFind(key); known != m_devices.constEnd())
        return *known;
    auto id = connection.first(QStringLiteral("SELECT id FROM event_device WHERE device = ? AND system = ?"),
                               {event.device, event.system}, number);
    if (!id)
        return fail(id.error());
    if (!*id) {
        const auto fresh = m_deviceIds.next(connection);
        if (!fresh)
            return fresh;
        const auto added =
            connection.run(QStringLiteral("INSERT INTO event_device (id, system, device) VALUES (?, ?, ?)"),
                           {*fresh, event.system, event.device});
        if (!added)
            return fail(added.error());
        for (const QString &word : journal_words::ofDevice(event.device)) {
            const auto noted = connection.run(
                QStringLiteral("INSERT INTO device_word (word, device_id) VALUES (?, ?)"), {word, *fresh});
            if (!noted)
                return fail(noted.error());
        }
        *id = *fresh;
    }
    keepSmall(m_devices);
    m_devices.insert(key, **id);
    return **id;
}

Result<void> JournalWriter::notePair(SqlConnection &connection, qint64 device, qint64 kind)
{
    const QPair<qint64, qint64> pair(device, kind);
    if (m_pairs.contains(pair))
        return {};
    const auto noted =
        connection.run(QStringLiteral("INSERT INTO event_pair (device_id, kind_id) VALUES (?, ?) "
                                      "ON CONFLICT (device_id, kind_id) DO NOTHING"),
                       {device, kind});
    if (!noted)
        return fail(noted.error());
    keepSmall(m_pairs);
    m_pairs.insert(pair);
    return {};
}

Result<qint64> JournalWriter::wordId(SqlConnection &connection, const QString &word)
{
    if (const auto known = m_words.constFind(word); known != m_words.constEnd())
        return *known;
    auto id = connection.first(QStringLiteral("SELECT id FROM word WHERE text = ?"), {word}, number);
    if (!id)
        return fail(id.error());
    if (!*id) {
        const auto fresh = m_wordIds.next(connection);
        if (!fresh)
            return fresh;
        const auto added =
            connection.run(QStringLiteral("INSERT INTO word (id, text) VALUES (?, ?)"), {*fresh, word});
        if (!added)
            return fail(added.error());
        *id = *fresh;
    }
    keepSmall(m_words);
    m_words.insert(word, **id);
    return **id;
}

Result<void> JournalWriter::addWords(SqlConnection &connection, const Event &event, qint64 timeMs, qint64 id)
{
    for (const QString &word : journal_words::ofEvent(event)) {
        const auto known = wordId(connection, word);
        if (!known)
            return fail(known.error());
        const auto noted = connection.run(
            QStringLiteral("INSERT INTO event_word (word_id, time_ms, event_id) VALUES (?, ?, ?)"),
            {*known, timeMs, id});
        if (!noted)
            return fail(noted.error());
    }
    return {};
}

Result<JournalEntry> JournalWriter::add(SqlConnection &connection, const Event &event)
{
    forgetIfStale(connection);
    const auto kind = kindId(connection, event);
    if (!kind)
        return fail(kind.error());
    const auto device = deviceId(connection, event);
    if (!device)
        return fail(device.error());
    if (const auto noted = notePair(connection, *device, *kind); !noted)
        return fail(noted.error());
    const auto id = m_eventIds.next(connection);
    if (!id)
        return fail(id.error());
    const qint64 timeMs = event.time.toMSecsSinceEpoch();
    const auto added = connection.run(
        QStringLiteral("INSERT INTO event (id, time_ms, kind_id, device_id, is_open, arguments, details, "
                       "operator_name, ack_by) VALUES (?, ?, ?, ?, 1, ?, ?, ?, ?)"),
        {*id, timeMs, *kind, *device, argumentsToJson(event.arguments), detailsToJson(event.details),
         event.operatorName, QString()});
    if (!added)
        return fail(added.error());
    if (const auto noted = addWords(connection, event, timeMs, *id); !noted)
        return fail(noted.error());
    return JournalEntry{*id, event, {}, {}};
}

Result<QList<qint64>> JournalWriter::acknowledge(SqlConnection &connection, const QList<qint64> &ids,
                                                 const QString &by, const QDateTime &time)
{
    QList<qint64> changed;
    for (const qint64 id : ids) {
        const auto done = connection.run(
            QStringLiteral(
                "UPDATE event SET is_open = 0, ack_ms = ?, ack_by = ? WHERE id = ? AND is_open = 1"),
            {time.toMSecsSinceEpoch(), by, id});
        if (!done)
            return fail(done.error());
        if (*done > 0)
            changed.append(id);
    }
    return changed;
}

Result<int> JournalWriter::prune(SqlConnection &connection, qint64 beforeMs, int most)
{
    std::vector<Pruned> rows;
    const auto read = connection.each(
        QStringLiteral(
            "SELECT id, time_ms, kind_id, device_id, arguments, details FROM event WHERE time_ms < ? "
            "ORDER BY time_ms, id LIMIT ?"),
        {beforeMs, most}, [&](const SqlRow &row) {
            Event event;
            event.arguments = argumentsFromJson(row.text(4));
            event.details = detailsFromJson(row.text(5));
            rows.push_back({row.integer(0), row.integer(1), row.integer(2), row.integer(3),
                            journal_words::ofEvent(event)});
            return true;
        });
    if (!read)
        return fail(read.error());
    QSet<qint64> words;
    QSet<QPair<qint64, qint64>> pairs;
    for (const Pruned &row : rows) {
        for (const QString &word : row.words) {
            const auto id =
                connection.first(QStringLiteral("SELECT id FROM word WHERE text = ?"), {word}, number);
            if (!id)
                return fail(id.error());
            if (!*id)
                continue;
            const auto gone = connection.run(
                QStringLiteral("DELETE FROM event_word WHERE word_id = ? AND time_ms = ? AND event_id = ?"),
                {**id, row.timeMs, row.id});
            if (!gone)
                return fail(gone.error());
            words.insert(**id);
        }
        if (const auto gone = connection.run(QStringLiteral("DELETE FROM event WHERE id = ?"), {row.id});
            !gone)
            return fail(gone.error());
        pairs.insert({row.deviceId, row.kindId});
    }
    if (const auto done = removeUnused(connection, words, pairs); !done)
        return fail(done.error());
    return int(rows.size());
}

Result<void> JournalWriter::removeUnused(SqlConnection &connection, const QSet<qint64> &words,
                                         const QSet<QPair<qint64, qint64>> &pairs)
{
    int removed = 0;
    const auto remove = [&](const QString &sql, const QVariantList &values) -> Result<int> {
        auto gone = connection.run(sql, values);
        if (gone)
            removed += *gone;
        return gone;
    };
    for (const qint64 word : words) {
        const auto gone = remove(QStringLiteral("DELETE FROM word WHERE id = ? AND NOT EXISTS "
                                                "(SELECT 1 FROM event_word WHERE word_id = ?)"),
                                 {word, word});
        if (!gone)
            return fail(gone.error());
    }
    for (const auto &[device, kind] : pairs) {
        const auto gone =
            remove(QStringLiteral("DELETE FROM event_pair WHERE device_id = ? AND kind_id = ? AND "
                                  "NOT EXISTS (SELECT 1 FROM event WHERE device_id = ? AND kind_id = ?)"),
                   {device, kind, device, kind});
        if (!gone)
            return fail(gone.error());
        if (*gone == 0)
            continue;
        const auto name =
            connection.first(QStringLiteral("SELECT device FROM event_device WHERE id = ? AND NOT EXISTS "
                                            "(SELECT 1 FROM event_pair WHERE device_id = ?)"),
                             {device, device}, [](const SqlRow &row) { return row.text(0); });
        if (!name)
            return fail(name.error());
        if (!*name)
            continue;
        for (const QString &word : journal_words::ofDevice(**name)) {
            const auto unnamed = remove(
                QStringLiteral("DELETE FROM device_word WHERE word = ? AND device_id = ?"), {word, device});
            if (!unnamed)
                return fail(unnamed.error());
        }
        const auto unused = remove(QStringLiteral("DELETE FROM event_device WHERE id = ?"), {device});
        if (!unused)
            return fail(unused.error());
    }
    if (removed > 0)
        connection.forgetWhatIsKnown();
    return {};
}

} // namespace opsdeck::store
