// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/cabinet/fleet_numbers.h"

#include "core/base/on.h"

#include <algorithm>
#include <numeric>

namespace opsdeck::cabinet {

namespace {

constexpr qint64 kMinuteMs = 60'000;
constexpr qint64 kHourSeconds = 3600;
constexpr int kHours = 24;
constexpr int kMostPages = 5; ///< of returns before the start: a busier hour begins with too small a figure

} // namespace

FleetNumbers::FleetNumbers(store::Store &store, base::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_clock(clock)
    , m_askTimer(clock.makeTimer([this] { ask(); }))
    , m_minuteTimer(clock.makeTimer([this] { tick(); }))
    , m_tellTimer(clock.makeTimer([this] { tell(); }))
{
    connect(&store.ledger, &store::BankLedger::changed, this, &FleetNumbers::askSoon);
}

void FleetNumbers::start()
{
    m_minute = m_clock.now().toMSecsSinceEpoch() / kMinuteMs;
    m_day = m_clock.now().toLocalTime().date();
    readReturns({}, kMostPages);
    readConflicts();
    ask();
    m_minuteTimer->start(kSampleEvery);
}

void FleetNumbers::setCabinets(int online, int total, int ready)
{
    const bool isOther = online != m_figures.online || total != m_figures.total;
    if (!isOther && ready == m_figures.ready)
        return;
    m_figures.online = online;
    m_figures.total = total;
    m_figures.ready = ready;
    if (isOther)
        sample();
    Q_EMIT changed();
}

void FleetNumbers::sample()
{
    const OnlineSample now{m_clock.now(), m_figures.online, m_figures.total};
    // A login storm is one step of a second, not a thousand of them.
    if (!m_samples.isEmpty() && m_samples.constLast().at.msecsTo(now.at) < 1000)
        m_samples.last() = now;
    else
        m_samples.append(now);
    const QDateTime oldest = now.at.addSecs(-kHours * kHourSeconds);
    qsizetype old = std::max<qsizetype>(0, m_samples.size() - kMostSamples);
    while (old < m_samples.size() && m_samples.at(old).at < oldest)
        ++old;
    m_samples.remove(0, old);
}

// --- What happened -------------------------------------------------------------------------------------------

void FleetNumbers::noteReturn(const QDateTime &at)
{
    const qint64 minute = at.toMSecsSinceEpoch() / kMinuteMs;
    if (minute <= m_minute - qint64(m_returns.size()) || minute > m_minute + 1)
        return;
    ++m_returns[std::size_t(minute) % m_returns.size()];
}

void FleetNumbers::noteEvent(const FleetEvent &event)
{
    constexpr int kOk = 1;
    if (event.kind == QLatin1String("returned") &&
        event.details.value(QLatin1String("result")).toInt() == kOk) {
        tick();
        noteReturn(event.time.isValid() ? event.time : m_clock.now());
        tellSoon();
    } else if (event.kind == QLatin1String("conflict")) {
        ++m_figures.conflictsToday;
        tellSoon();
    }
}

void FleetNumbers::countReturns()
{
    m_figures.returnsLastHour = std::accumulate(m_returns.begin(), m_returns.end(), 0);
}

void FleetNumbers::tell()
{
    countReturns();
    Q_EMIT changed();
}

void FleetNumbers::tellSoon()
{
    if (!m_tellTimer->isActive())
        m_tellTimer->start(kTellPause);
}

void FleetNumbers::tick()
{
    const QDateTime now = m_clock.now();
    const qint64 minute = now.toMSecsSinceEpoch() / kMinuteMs;
    if (minute == m_minute)
        return;
    const qint64 steps = std::clamp<qint64>(minute - m_minute, 0, qint64(m_returns.size()));
    for (qint64 i = 0; i < steps; ++i)
        m_returns[std::size_t(minute - i) % m_returns.size()] = 0;
    m_minute = minute;
    countReturns();
    sample();
    if (const QDate day = now.toLocalTime().date(); day != m_day) {
        m_day = day;
        m_figures.conflictsToday = 0;
    }
    // A new hour begins without anything having changed in the ledger.
    ask();
    Q_EMIT changed();
    m_minuteTimer->start(kSampleEvery);
}

void FleetNumbers::readReturns(std::optional<store::JournalCursor> after, int pagesLeft)
{
    store::JournalFilter filter;
    filter.from = m_clock.now().addSecs(-kHourSeconds);
    filter.to = m_clock.now();
    filter.systems = {QStringLiteral("cabinet")};
    filter.kinds = {QStringLiteral("returned")};
    m_store.journal.page(filter, after, store::Journal::kMostPerPage)
        .then(base::on(this, [this, pagesLeft](const base::Result<store::JournalPage> &page) {
            if (!page)
                return;
            for (const store::JournalEntry &entry : page->entries) {
                if (entry.event.textKey == QLatin1String("cabinet.returned"))
                    noteReturn(entry.event.time);
            }
            tell();
            if (page->next && pagesLeft > 1)
                readReturns(page->next, pagesLeft - 1);
        }));
}

void FleetNumbers::readConflicts()
{
    store::JournalFilter filter;
    filter.from = m_day.startOfDay().toUTC();
    filter.to = m_clock.now();
    filter.systems = {QStringLiteral("cabinet")};
    filter.kinds = {QStringLiteral("conflict")};
    m_store.journal.page(filter, {}, store::Journal::kMostPerPage)
        .then(base::on(this, [this](const base::Result<store::JournalPage> &page) {
            if (!page || page->entries.isEmpty())
                return;
            m_figures.conflictsToday += int(page->entries.size());
            Q_EMIT changed();
        }));
}

// --- The ledger ----------------------------------------------------------------------------------------------

void FleetNumbers::askSoon()
{
    if (!m_askTimer->isActive())
        m_askTimer->start(kPause);
}

void FleetNumbers::ask()
{
    // A slow database is not asked again before it has answered.
    if (m_questions > 0) {
        m_isDirty = true;
        return;
    }
    // Both in no order: the ledger may answer the later question first.
    m_questions = 2;
    const QDateTime now = m_clock.now();
    m_store.ledger.stock().then(base::on(this, [this](const base::Result<store::BankLedger::Stock> &stock) {
        if (stock)
            m_figures.stock = *stock;
        onAnswer();
    }));
    m_store.ledger.hours(now.addSecs(-(kHours - 1) * kHourSeconds), now)
        .then(base::on(this, [this](const base::Result<QList<store::BankLedger::Hour>> &hours) {
            if (hours)
                m_figures.hours = hours->mid(std::max<qsizetype>(0, hours->size() - kHours));
            onAnswer();
        }));
}

void FleetNumbers::onAnswer()
{
    if (--m_questions > 0)
        return;
    if (std::exchange(m_isDirty, false))
        askSoon();
    Q_EMIT changed();
}

} // namespace opsdeck::cabinet
