// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/reply.h"
#include "core/store/database_error.h"
#include "tests/support/manual_clock.h"
#include "tests/ui/support/ui_rig.h"
#include "ui/events/event_match.h"
#include "ui/events/events_model.h"

#include <QCoreApplication>

#include <algorithm>
#include <deque>

namespace opsdeck::test {

/// A journal in memory whose answers come when the test says so. GUI thread.
class MadeUpEvents final : public events::EventSource
{
public:
    explicit MadeUpEvents(base::Clock &clock)
        : m_clock(clock)
    {
    }

    /// Oldest first in time; ids count up. Nothing is told.
    store::JournalEntry put(int secondsAgo, store::Severity severity = store::Severity::Info,
                            const QString &device = QStringLiteral("north"))
    {
        store::JournalEntry entry;
        entry.id = ++m_lastId;
        entry.event.time = m_clock.now().addSecs(-secondsAgo);
        entry.event.system = QStringLiteral("dvr");
        entry.event.device = device;
        entry.event.kind = QStringLiteral("online");
        entry.event.severity = severity;
        entry.event.textKey = QStringLiteral("dvr.online");
        entry.event.arguments = {QStringLiteral("%1 %2").arg(device).arg(entry.id)};
        all.append(entry);
        return entry;
    }
    /// A new one, told as the journal tells it.
    store::JournalEntry happen(store::Severity severity = store::Severity::Info,
                               const QString &device = QStringLiteral("north"))
    {
        const store::JournalEntry entry = put(0, severity, device);
        Q_EMIT added({entry});
        return entry;
    }
    /// Answers what was asked, the oldest question first, and lets the answers arrive.
    void answer()
    {
        for (int turns = 0; turns < 200; ++turns) {
            QCoreApplication::processEvents();
            if (m_asked.empty() && m_open.empty())
                return;
            if (!m_open.empty()) {
                m_open.front()();
                m_open.pop_front();
            }
            if (!m_asked.empty())
                answerOne();
        }
    }
    void answerOne()
    {
        Asked asked = std::move(m_asked.front());
        m_asked.pop_front();
        if (problem)
            asked.reply.answer(base::fail(*problem));
        else
            asked.reply.answer(pageFor(asked));
        QCoreApplication::processEvents();
    }
    qsizetype waiting() const { return qsizetype(m_asked.size()); }

    QFuture<base::Result<store::JournalPage>> page(const store::JournalFilter &filter,
                                                   const std::optional<store::JournalCursor> &after,
                                                   int limit) override
    {
        filters.append(filter);
        m_asked.push_back({filter, after, limit, {}});
        return m_asked.back().reply.future();
    }
    QFuture<base::Result<int>> countOpen(store::Severity severity, int most) override
    {
        int count = 0;
        for (const store::JournalEntry &entry : std::as_const(all))
            count += !entry.acknowledgedAt.isValid() && entry.event.severity == severity ? 1 : 0;
        ++counted;
        auto reply = std::make_shared<base::Reply<int>>();
        auto future = reply->future();
        m_open.push_back([reply, count = std::min(count, most)] { reply->answer(count); });
        return future;
    }
    QFuture<base::Result<store::Journal::Facets>> facets() override
    {
        store::Journal::Facets facets;
        for (const store::JournalEntry &entry : std::as_const(all)) {
            for (auto &[list, value] : {std::pair{&facets.systems, entry.event.system},
                                        std::pair{&facets.devices, entry.event.device},
                                        std::pair{&facets.kinds, entry.event.kind}}) {
                if (!list->contains(value))
                    list->append(value);
            }
        }
        return base::answered<store::Journal::Facets>(facets);
    }
    QFuture<base::Result<int>> acknowledge(const QList<qint64> &ids, const QString &by) override
    {
        if (problem)
            return base::answered<int>(base::fail(*problem));
        QList<qint64> done;
        for (store::JournalEntry &entry : all) {
            if (!ids.contains(entry.id) || entry.acknowledgedAt.isValid())
                continue;
            entry.acknowledgedAt = m_clock.now();
            entry.acknowledgedBy = by;
            done.append(entry.id);
        }
        if (!done.isEmpty())
            Q_EMIT acknowledged(done, m_clock.now(), by);
        return base::answered<int>(int(done.size()));
    }
    QFuture<base::Result<qint64>> exportCsv(const store::JournalFilter &filter,
                                            const store::Journal::CsvExport &what) override
    {
        exportFilter = filter;
        exported = what;
        exportReply = std::make_unique<base::Reply<qint64>>();
        return exportReply->future();
    }

    QList<store::JournalEntry> all;
    QList<store::JournalFilter> filters; ///< of every page asked for
    std::optional<base::Error> problem;  ///< what every answer is
    int mostPerPage = 1'000'000;         ///< a search that comes short
    int counted = 0;
    store::JournalFilter exportFilter;
    store::Journal::CsvExport exported;
    std::unique_ptr<base::Reply<qint64>> exportReply;

private:
    struct Asked {
        store::JournalFilter filter;
        std::optional<store::JournalCursor> after;
        int limit;
        base::Reply<store::JournalPage> reply;
    };

    store::JournalPage pageFor(const Asked &asked) const
    {
        QList<store::JournalEntry> sorted;
        for (const store::JournalEntry &entry : all) {
            if (events::matches(asked.filter, entry))
                sorted.append(entry);
        }
        const auto place = [](const store::JournalEntry &entry) {
            return std::pair(entry.event.time.toMSecsSinceEpoch(), entry.id);
        };
        std::sort(sorted.begin(), sorted.end(),
                  [&](const auto &a, const auto &b) { return place(a) > place(b); });
        store::JournalPage page;
        const int most = std::min(asked.limit, mostPerPage);
        for (const store::JournalEntry &entry : std::as_const(sorted)) {
            if (asked.after && place(entry) >= std::pair(asked.after->timeMs, asked.after->id))
                continue;
            if (page.entries.size() == most) {
                const store::JournalEntry &last = page.entries.constLast();
                page.next = store::JournalCursor{last.event.time.toMSecsSinceEpoch(), last.id};
                break;
            }
            page.entries.append(entry);
        }
        return page;
    }

    base::Clock &m_clock;
    qint64 m_lastId = 0;
    std::deque<Asked> m_asked;
    std::deque<std::function<void()>> m_open;
};

/// What lists of events are made from, on a clock that stands still.
struct EventsRig {
    EventsRig()
    {
        rig.context.operatorName = [] { return QStringLiteral("anna@desk-2"); };
    }

    ManualClock clock;
    UiRig rig{clock};
    MadeUpEvents source{clock};
    kit::EventTexts texts{kit::allModules()};
    events::EventServices services{source, texts, clock, [](const QString &device) {
                                       return device == QLatin1String("north") ? QStringLiteral("North lot")
                                                                               : QString();
                                   }};
};

} // namespace opsdeck::test
