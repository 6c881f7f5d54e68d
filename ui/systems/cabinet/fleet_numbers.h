// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/store/store.h"
#include "core/systems/cabinet/cabinet_fleet.h"

#include <QObject>

#include <array>
#include <memory>

namespace opsdeck::cabinet {

/// What the figures and charts of the page show. A value.
struct FleetFigures {
    int online = 0;
    int total = 0;
    int ready = 0; ///< banks of 80 % and more in cabinets on line
    store::BankLedger::Stock stock;
    int returnsLastHour = 0;
    int conflictsToday = 0;
    QList<store::BankLedger::Hour> hours; ///< the last 24, oldest first, the running one last
};

/// How many cabinets were on line at a moment.
struct OnlineSample {
    QDateTime at; ///< UTC
    int online = 0;
    int total = 0;
};

/// Collects the figures: asks the ledger at most once a second when it has changed, and the journal once, at the start;
/// counts on from what happens. Remembers how many cabinets were on line for a day. GUI thread; never blocks.
class FleetNumbers final : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::seconds kPause{1};
    /// What happens is counted at once and told together: charts are drawn anew with it.
    static constexpr std::chrono::milliseconds kTellPause{250};
    static constexpr std::chrono::minutes kSampleEvery{1};
    static constexpr int kMostSamples = 24 * 60 * 2;

    /// Both must outlive it.
    FleetNumbers(store::Store &store, base::Clock &clock, QObject *parent = nullptr);

    const FleetFigures &figures() const { return m_figures; }
    const QList<OnlineSample> &samples() const { return m_samples; }

    /// Of the cabinets as they are now.
    void setCabinets(int online, int total, int ready);
    void noteEvent(const FleetEvent &event);
    /// The journal is read for what was before the start; the ledger is asked.
    void start();
    /// A minute has passed: old returns are forgotten, the day may be another one.
    void tick();

Q_SIGNALS:
    void changed();

private:
    void askSoon();
    void ask();
    void onAnswer();
    void readReturns(std::optional<store::JournalCursor> after, int pagesLeft);
    void readConflicts();
    void noteReturn(const QDateTime &at);
    void countReturns();
    void tell();
    void tellSoon();
    void sample();

    store::Store &m_store;
    base::Clock &m_clock;
    FleetFigures m_figures;
    QList<OnlineSample> m_samples;
    std::array<int, 60> m_returns{}; ///< by the minute since 1970, modulo 60
    qint64 m_minute = 0;             ///< the newest one counted
    QDate m_day;                     ///< of the conflicts, local
    std::unique_ptr<base::Timer> m_askTimer;
    std::unique_ptr<base::Timer> m_minuteTimer;
    std::unique_ptr<base::Timer> m_tellTimer;
    int m_questions = 0;    ///< to the ledger, without an answer yet
    bool m_isDirty = false; ///< it has changed since they were asked
};

} // namespace opsdeck::cabinet
