// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/journal.h"
#include "core/systems/cabinet/cabinet_events.h"
#include "core/systems/cabinet/rate_limit.h"

#include <QJsonObject>

#include <functional>

namespace opsdeck::cabinet {

struct FleetEvent;

/// Puts what happens into the journal and tells it the fleet. Lives on the I/O thread.
class Reporter
{
public:
    static constexpr int kStrangersAtOnce = 30;
    static constexpr std::chrono::milliseconds kStrangerPause{2'000};

    struct Fact {
        const char *kind = "";
        EventText text;
        QStringList arguments; ///< of the text
        QString sn;            ///< the device; empty: the server itself
        store::Severity severity = store::Severity::Info;
        QJsonObject details = {};
        QString operatorName = {};
    };

    /// @param clock and @param journal must outlive this object. @param happened hears every fact.
    Reporter(base::Clock &clock, store::Journal &journal, std::function<void(const FleetEvent &)> happened);

    void setServerId(const QString &id) { m_serverId = id; }
    void report(const Fact &fact);
    /// Of those who are not known: anybody can dial in a thousand times, the journal takes some of it and then one in
    /// kStrangerPause; how many were left out is told by the next.
    void reportStranger(const Fact &fact);
    /// To the fleet alone: too often for the journal.
    void tell(const char *kind, const QString &sn, const QJsonObject &details);

private:
    base::Clock &m_clock;
    store::Journal &m_journal;
    std::function<void(const FleetEvent &)> m_happened;
    QString m_serverId;
    RateLimit m_strangers;
    int m_leftOut = 0;
};

} // namespace opsdeck::cabinet
