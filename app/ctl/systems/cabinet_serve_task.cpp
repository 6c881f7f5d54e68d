// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/systems/cabinet_task.h"

#include <QJsonArray>

namespace opsdeck::cabinet {

namespace {

/// `cabinet serve`: one line for everything that happens, until the time is up or somebody stops it.
class ServeTask final : public CabinetTask
{
public:
    ServeTask(const ctl::Invocation &invocation, const ServingOptions &options,
              std::chrono::milliseconds duration)
        : CabinetTask(invocation, options)
        , m_duration(duration)
        , m_end(invocation.clock.makeTimer([this] { conclude(); }))
        , m_deadline(invocation.clock.makeTimer([this] { fail(notDone()); }))
    {
    }

    void start() override
    {
        if (whole())
            m_deadline->start(*whole());
        CabinetTask::start();
    }

protected:
    void onListening() override
    {
        if (m_duration.count() > 0)
            m_end->start(m_duration);
        Q_EMIT eventSeen({{QStringLiteral("event"), QStringLiteral("listening")},
                          {QStringLiteral("time"), clock().now().toString(Qt::ISODateWithMs)},
                          {QStringLiteral("port"), fleet().state().port}});
    }

    void onCabinetsChanged(const QStringList &) override {}

    void onEvent(const FleetEvent &event) override
    {
        ++m_counts[event.kind];
        // What the event says of itself never hides who and when.
        QJsonObject line = event.details;
        // What a board reports has the same name in the journal.
        if (const QJsonValue reported = line.value(QStringLiteral("event")); !reported.isUndefined())
            line.insert(QStringLiteral("reported"), reported);
        line.insert(QStringLiteral("event"), event.kind);
        line.insert(QStringLiteral("time"), event.time.toString(Qt::ISODateWithMs));
        if (!event.sn.isEmpty())
            line.insert(QStringLiteral("sn"), event.sn);
        Q_EMIT eventSeen(line);
    }

    void onInterrupted() override
    {
        if (isServing())
            conclude();
        else
            CabinetTask::onInterrupted();
    }

private:
    void conclude()
    {
        QJsonArray online;
        for (const CabinetStatus &status : fleet().cabinets()) {
            if (status.state == CabinetStatus::State::Online)
                online.append(status.sn);
        }
        QJsonArray waiting;
        for (const WaitingCabinet &cabinet : fleet().waiting())
            waiting.append(cabinet.sn);
        QJsonObject counts;
        for (auto it = m_counts.cbegin(); it != m_counts.cend(); ++it)
            counts.insert(it.key(), it.value());
        succeed({{QStringLiteral("port"), fleet().state().port},
                 {QStringLiteral("online"), online},
                 {QStringLiteral("waiting"), waiting},
                 {QStringLiteral("events"), counts}},
                QStringLiteral("%1 on line, %2 refused and waiting%3")
                    .arg(online.size())
                    .arg(waiting.size())
                    .arg(waiting.isEmpty() ? QString()
                         : options().settings.acceptNew
                             ? QStringLiteral("; new ones are let in slowly")
                             : QStringLiteral("; --allow SN or --accept-new lets them in")));
    }

    const std::chrono::milliseconds m_duration;
    std::unique_ptr<base::Timer> m_end;
    std::unique_ptr<base::Timer> m_deadline;
    QMap<QString, int> m_counts;
};

} // namespace

std::unique_ptr<ctl::Task> makeServeTask(const ctl::Invocation &invocation, const ServingOptions &options,
                                         double seconds)
{
    return std::make_unique<ServeTask>(invocation, options,
                                       std::chrono::milliseconds(qint64(seconds * 1000)));
}

} // namespace opsdeck::cabinet
