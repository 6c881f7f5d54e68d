// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/journal_stream.h"

#include <algorithm>

namespace opsdeck::store {

using base::fail;
using base::Result;

namespace {

constexpr int kLargestChunk = 512;

#define OPSDECK_SPAN "time_ms >= ? AND (time_ms, id) < (?, ?)"
#define OPSDECK_TIME "FROM event WHERE " OPSDECK_SPAN
#define OPSDECK_KIND "FROM event WHERE kind_id = ? AND is_open = ? AND " OPSDECK_SPAN
#define OPSDECK_DEVICE "FROM event WHERE device_id = ? AND " OPSDECK_SPAN
#define OPSDECK_OF_DEVICE "FROM event WHERE device_id = ? AND kind_id = ? AND is_open = ? AND " OPSDECK_SPAN
#define OPSDECK_WORD "FROM event_word WHERE word_id = ? AND time_ms >= ? AND (time_ms, event_id) < (?, ?)"

#define OPSDECK_KEYS(from) "SELECT time_ms, id " from " ORDER BY time_ms DESC, id DESC LIMIT ?"
#define OPSDECK_COUNT(from) "SELECT count(*) FROM (SELECT 1 " from " LIMIT ?) AS few"

QString keysOf(JournalStream::Index index)
{
    switch (index) {
    case JournalStream::Index::Time:
        return QStringLiteral(OPSDECK_KEYS(OPSDECK_TIME));
    case JournalStream::Index::Kind:
        return QStringLiteral(OPSDECK_KEYS(OPSDECK_KIND));
    case JournalStream::Index::Device:
        return QStringLiteral(OPSDECK_KEYS(OPSDECK_DEVICE));
    case JournalStream::Index::OfDevice:
        return QStringLiteral(OPSDECK_KEYS(OPSDECK_OF_DEVICE));
    case JournalStream::Index::Word:
        return QStringLiteral("SELECT time_ms, event_id " OPSDECK_WORD
                              " ORDER BY time_ms DESC, event_id DESC LIMIT ?");
    }
    return {};
}

QString countOf(JournalStream::Index index)
{
    switch (index) {
    case JournalStream::Index::Time:
        return QStringLiteral(OPSDECK_COUNT(OPSDECK_TIME));
    case JournalStream::Index::Kind:
        return QStringLiteral(OPSDECK_COUNT(OPSDECK_KIND));
    case JournalStream::Index::Device:
        return QStringLiteral(OPSDECK_COUNT(OPSDECK_DEVICE));
    case JournalStream::Index::OfDevice:
        return QStringLiteral(OPSDECK_COUNT(OPSDECK_OF_DEVICE));
    case JournalStream::Index::Word:
        return QStringLiteral(OPSDECK_COUNT(OPSDECK_WORD));
    }
    return {};
}

} // namespace

JournalStream::JournalStream(Index index, QVariantList values, const JournalSpan &span)
    : m_index(index)
    , m_values(std::move(values))
    , m_span(span)
{
}

JournalStream::JournalStream(std::vector<JournalCursor> keys)
    : m_keys(std::move(keys))
    , m_isAtEnd(true)
{
    std::sort(m_keys.begin(), m_keys.end(), isNewer);
}

void JournalStream::beginAt(const JournalCursor &before, int chunk)
{
    m_chunk = chunk;
    if (!isNewer(m_span.before, before))
        return;
    m_span.before = before;
    if (m_isAtEnd)
        m_at = std::size_t(std::upper_bound(m_keys.begin(), m_keys.end(), before, isNewer) - m_keys.begin());
}

Result<int> JournalStream::count(SqlConnection &connection, int most) const
{
    if (m_isAtEnd)
        return int(m_keys.size());
    const auto found =
        connection.first(countOf(m_index),
                         m_values + QVariantList{m_span.fromMs, m_span.before.timeMs, m_span.before.id, most},
                         [](const SqlRow &row) { return row.number(0); });
    if (!found)
        return fail(found.error());
    return found->value_or(0);
}

Result<std::optional<JournalCursor>> JournalStream::newest(SqlConnection &connection)
{
    if (m_at == m_keys.size() && !m_isAtEnd) {
        m_keys.clear();
        m_at = 0;
        const auto read = connection.each(
            keysOf(m_index),
            m_values + QVariantList{m_span.fromMs, m_span.before.timeMs, m_span.before.id, m_chunk},
            [this](const SqlRow &row) {
                m_keys.push_back({row.integer(0), row.integer(1)});
                return true;
            });
        if (!read)
            return fail(read.error());
        m_isAtEnd = m_keys.size() < std::size_t(m_chunk);
        if (!m_keys.empty())
            m_span.before = m_keys.back();
        m_chunk = std::min(m_chunk * 4, kLargestChunk);
    }
    if (m_at == m_keys.size())
        return std::nullopt;
    return m_keys[m_at];
}

JournalMerge::JournalMerge(std::vector<JournalStream> streams)
    : m_streams(std::move(streams))
{
}

Result<void> JournalMerge::pushHead(SqlConnection &connection, std::size_t stream)
{
    const auto key = m_streams[stream].newest(connection);
    if (!key)
        return fail(key.error());
    if (*key) {
        m_heads.push_back({**key, stream});
        std::push_heap(m_heads.begin(), m_heads.end());
    }
    return {};
}

Result<std::optional<JournalCursor>> JournalMerge::merged(SqlConnection &connection)
{
    if (!std::exchange(m_isBegun, true)) {
        for (std::size_t i = 0; i < m_streams.size(); ++i) {
            if (const auto pushed = pushHead(connection, i); !pushed)
                return fail(pushed.error());
        }
    }
    while (!m_heads.empty()) {
        std::pop_heap(m_heads.begin(), m_heads.end());
        const Head head = m_heads.back();
        m_heads.pop_back();
        m_streams[head.stream].pop();
        if (const auto pushed = pushHead(connection, head.stream); !pushed)
            return fail(pushed.error());
        if (m_last == head.key)
            continue;
        m_last = head.key;
        return m_last;
    }
    return std::nullopt;
}

Result<std::optional<JournalCursor>> JournalMerge::lookAhead(SqlConnection &connection, std::size_t count)
{
    while (m_ahead.size() <= count) {
        const auto key = merged(connection);
        if (!key || !*key)
            return key;
        m_ahead.push_back(**key);
    }
    return m_ahead[count];
}

Result<std::optional<JournalCursor>> JournalMerge::newest(SqlConnection &connection)
{
    return lookAhead(connection, 0);
}

} // namespace opsdeck::store
