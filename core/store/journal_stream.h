// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/journal.h"
#include "core/store/sql_connection.h"

#include <deque>
#include <limits>
#include <optional>
#include <vector>

namespace opsdeck::store {

/// The part of the journal's time line that is looked at.
struct JournalSpan {
    qint64 fromMs = std::numeric_limits<qint64>::min(); ///< inclusive
    JournalCursor before{std::numeric_limits<qint64>::max(),
                         std::numeric_limits<qint64>::max()}; ///< exclusive
};

/// Later, or later written.
inline bool isNewer(const JournalCursor &a, const JournalCursor &b)
{
    return a.timeMs != b.timeMs ? a.timeMs > b.timeMs : a.id > b.id;
}

/// One stretch of one index, newest first, read a chunk at a time. A copy of one that was not read from yet is another
/// one.
class JournalStream final
{
public:
    /// Which index it is read from.
    enum class Index {
        Time,     ///< no values
        Kind,     ///< values: kind, is_open
        Device,   ///< values: device
        OfDevice, ///< values: device, kind, is_open
        Word,     ///< values: word
    };

    JournalStream(Index index, QVariantList values, const JournalSpan &span);
    /// Of what was found already. @param keys in any order; each may be there twice.
    explicit JournalStream(std::vector<JournalCursor> keys);

    /// Where it begins, which is no newer than it began before, and how many are read at first. Before anything is read.
    void beginAt(const JournalCursor &before, int chunk);
    /// Nothing: it is at its end.
    base::Result<std::optional<JournalCursor>> newest(SqlConnection &connection);
    void pop() { ++m_at; }
    /// How many there are, counted up to `most`; before anything is read.
    base::Result<int> count(SqlConnection &connection, int most) const;

private:
    Index m_index = Index::Time;
    QVariantList m_values;
    JournalSpan m_span;
    int m_chunk = 64;
    std::vector<JournalCursor> m_keys;
    std::size_t m_at = 0;
    bool m_isAtEnd = false;
};

/// Streams as one, newest first, what is in several of them once.
class JournalMerge final
{
public:
    explicit JournalMerge(std::vector<JournalStream> streams);

    /// Nothing: it is at its end.
    base::Result<std::optional<JournalCursor>> newest(SqlConnection &connection);
    void pop() { m_ahead.pop_front(); }
    /// The one so many behind the newest; nothing: there are not so many.
    base::Result<std::optional<JournalCursor>> lookAhead(SqlConnection &connection, std::size_t count);

private:
    struct Head {
        JournalCursor key;
        std::size_t stream;
        bool operator<(const Head &other) const { return isNewer(other.key, key); }
    };
    base::Result<void> pushHead(SqlConnection &connection, std::size_t stream);
    base::Result<std::optional<JournalCursor>> merged(SqlConnection &connection);

    std::vector<JournalStream> m_streams;
    std::vector<Head> m_heads; ///< a heap, the newest on top
    bool m_isBegun = false;
    std::optional<JournalCursor> m_last;
    std::deque<JournalCursor> m_ahead; ///< merged, and not yet taken
};

} // namespace opsdeck::store
