// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <deque>
#include <functional>

namespace opsdeck::transport {

/// The requests that wait for an answer: matches answers, times out each on its own, fails all when the link
/// goes. An answer is matched by its kind first, then by its sequence number; where no sequence fits, the
/// oldest request of that kind takes it (devices number their answers as they like). Lives on one thread.
/// `Answer` is a value.
template <typename Answer>
class RequestLedger
{
public:
    using Done = std::function<void(base::Result<Answer>)>;

    explicit RequestLedger(base::Clock &clock)
        : m_clock(clock)
        , m_timer(clock.makeTimer([this] { expire(); }))
    {
    }

    /// @param kind what an answer must be. @param what for the time-out's words, e.g. "SystemInfo (1020)".
    void add(int kind, quint32 sequence, std::chrono::milliseconds timeout, QString what, Done done)
    {
        m_entries.push_back(
            {kind, sequence, m_clock.monotonic() + timeout, timeout, std::move(what), std::move(done)});
        arm();
    }

    /// True when some request waited for this answer; its `done` has run then.
    bool settle(int kind, quint32 sequence, Answer answer)
    {
        auto found = m_entries.end();
        for (auto it = m_entries.begin(); it != m_entries.end(); ++it) {
            if (it->kind != kind)
                continue;
            if (found == m_entries.end())
                found = it;
            if (it->sequence == sequence) {
                found = it;
                break;
            }
        }
        if (found == m_entries.end())
            return false;
        Done done = std::move(found->done);
        m_entries.erase(found);
        arm();
        done(std::move(answer));
        return true;
    }

    void failAll(const base::Error &reason)
    {
        std::deque<Entry> entries;
        entries.swap(m_entries);
        m_timer->stop();
        for (Entry &entry : entries)
            entry.done(base::fail(reason.within(entry.what)));
    }

    bool isWaitingFor(int kind) const
    {
        for (const Entry &entry : m_entries) {
            if (entry.kind == kind)
                return true;
        }
        return false;
    }
    qsizetype size() const { return qsizetype(m_entries.size()); }

private:
    struct Entry {
        int kind;
        quint32 sequence;
        base::Clock::Nanoseconds deadline;
        std::chrono::milliseconds timeout;
        QString what;
        Done done;
    };

    void arm()
    {
        if (m_entries.empty()) {
            m_timer->stop();
            return;
        }
        auto first = m_entries.front().deadline;
        for (const Entry &entry : m_entries)
            first = std::min(first, entry.deadline);
        m_timer->start(std::chrono::ceil<std::chrono::milliseconds>(first - m_clock.monotonic()));
    }

    void expire()
    {
        const auto now = m_clock.monotonic();
        std::deque<Entry> late;
        for (auto it = m_entries.begin(); it != m_entries.end();) {
            if (it->deadline <= now) {
                late.push_back(std::move(*it));
                it = m_entries.erase(it);
            } else {
                ++it;
            }
        }
        arm();
        for (Entry &entry : late) {
            entry.done(base::fail(
                base::CommonError::Timeout,
                QStringLiteral("%1: no answer within %2 ms").arg(entry.what).arg(entry.timeout.count())));
        }
    }

    base::Clock &m_clock;
    std::unique_ptr<base::Timer> m_timer;
    std::deque<Entry> m_entries;
};

} // namespace opsdeck::transport
