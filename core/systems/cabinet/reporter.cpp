// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/systems/cabinet/reporter.h"

#include "core/systems/cabinet/cabinet_fleet.h"

#include <QLoggingCategory>

Q_LOGGING_CATEGORY(lcCabinet, "opsdeck.cabinet", QtInfoMsg)

namespace opsdeck::cabinet {

Reporter::Reporter(base::Clock &clock, store::Journal &journal,
                   std::function<void(const FleetEvent &)> happened)
    : m_clock(clock)
    , m_journal(journal)
    , m_happened(std::move(happened))
{
}

void Reporter::report(const Fact &fact)
{
    Q_ASSERT(fact.arguments.size() == fact.text.arguments);
    store::Event event;
    event.time = m_clock.now();
    event.system = QStringLiteral("cabinet");
    event.device = fact.sn.isEmpty() ? m_serverId : fact.sn;
    event.kind = QString::fromLatin1(fact.kind);
    event.severity = fact.severity;
    event.textKey = QString::fromLatin1(fact.text.key.data(), qsizetype(fact.text.key.size()));
    event.arguments = fact.arguments;
    event.details = fact.details;
    event.operatorName = fact.operatorName;
    qCDebug(lcCabinet).noquote() << event.textKey << event.arguments.join(u' ');
    FleetEvent told{event.kind, fact.sn, event.time, fact.details};
    told.details.insert(QStringLiteral("text"), event.textKey);
    m_journal.post(std::move(event));
    m_happened(told);
}

void Reporter::reportStranger(const Fact &fact)
{
    if (!m_strangers.take(m_clock.monotonic(), kStrangerPause, kStrangersAtOnce)) {
        ++m_leftOut;
        return;
    }
    if (const int leftOut = std::exchange(m_leftOut, 0); leftOut > 0)
        report(
            {"login-refused",
             leftOut == 1 ? eventText("cabinet.events-left-out.one") : eventText("cabinet.events-left-out"),
             {QString::number(leftOut)},
             {}});
    report(fact);
}

void Reporter::tell(const char *kind, const QString &sn, const QJsonObject &details)
{
    m_happened({QString::fromLatin1(kind), sn, m_clock.now(), details});
}

} // namespace opsdeck::cabinet
