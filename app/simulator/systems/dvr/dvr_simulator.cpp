// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/systems/dvr/dvr_simulator.h"

#include "app/simulator/kit/simulator_module.h"
#include "app/simulator/systems/dvr/config_desk.h"
#include "app/simulator/systems/dvr/control_desk.h"
#include "app/simulator/systems/dvr/dispatcher.h"
#include "app/simulator/systems/dvr/dvr_connection.h"
#include "app/simulator/systems/dvr/info_desk.h"
#include "app/simulator/systems/dvr/live_desk.h"
#include "app/simulator/systems/dvr/live_streams.h"
#include "app/simulator/systems/dvr/login_desk.h"
#include "app/simulator/systems/dvr/vendor_json.h"
#include "core/systems/dvr/message_ids.h"

#include <QJsonArray>

#include <utility>

namespace opsdeck::dvr::sim {

using namespace std::chrono_literals;
using simulator::SimulatorError;

namespace {
// A session without a sign of life for this many AliveIntervals has expired.
constexpr int kMissedKeepAlives = 3;
constexpr auto kLogoutAnswerWait = 3s;
// A device answers before it goes down.
constexpr auto kActionWait = 500ms;
} // namespace

base::Result<std::unique_ptr<DvrSimulator>> DvrSimulator::make(const DvrOptions &options, base::Clock &clock,
                                                               std::shared_ptr<const ClipLibrary> library)
{
    if (options.channels < 1 || options.channels > 64)
        return base::fail(SimulatorError::WrongUsage, QStringLiteral("channels go from 1 to 64"));
    if (!library) {
        auto loaded = ClipLibrary::load();
        if (!loaded)
            return base::fail(loaded.error());
        library = *loaded;
    }
    if (library->ofClass(options.clipClass).isEmpty()) {
        return base::fail(SimulatorError::WrongUsage,
                          QStringLiteral("there are no \"%1\" clips, only %2")
                              .arg(options.clipClass, library->classes().join(QStringLiteral(", "))));
    }
    simulator::FaultMenu faults(faultSpecs());
    for (const QString &fault : options.faults) {
        if (const auto set = faults.set(fault); !set)
            return base::fail(set.error());
    }
    const auto quirks = Quirks::parse(options.quirks);
    if (!quirks)
        return base::fail(quirks.error());
    auto device = std::make_unique<Device>(options, clock, std::move(library), std::move(faults), *quirks);
    return std::unique_ptr<DvrSimulator>(new DvrSimulator(std::move(device)));
}

DvrSimulator::DvrSimulator(std::unique_ptr<Device> device)
    : m_device(std::move(device))
    , m_streams(std::make_unique<LiveStreams>(*m_device))
    , m_dispatcher(std::make_unique<Dispatcher>(*m_device))
    , m_secondTimer(m_device->clock.makeTimer([this] { everySecond(); }))
    , m_bootTimer(m_device->clock.makeTimer([this] {
        if (listen())
            Q_EMIT rebooted();
        else // somebody took the port in the meantime
            m_bootTimer->start(1s);
    }))
    , m_rebootTimer(m_device->clock.makeTimer([this] { reboot(); }))
{
    m_dispatcher->add(std::make_unique<LoginDesk>(*m_device, [this](quint32 id) { endSession(id, false); }));
    m_dispatcher->add(std::make_unique<LiveDesk>(*m_device, *m_streams));
    m_dispatcher->add(std::make_unique<InfoDesk>(*m_device));
    m_dispatcher->add(std::make_unique<ConfigDesk>(*m_device));
    m_dispatcher->add(std::make_unique<ControlDesk>(*m_device));
    m_device->reboot = [this] { soon([this] { reboot(); }); };
    m_device->shutDown = [this] { soon([this] { shutDown(); }); };
    connect(&m_server, &QTcpServer::newConnection, this, &DvrSimulator::accept);
    m_secondTimer->start(1s);
    restartFaultTimers();
}

DvrSimulator::~DvrSimulator()
{
    for (DvrConnection *connection : std::as_const(m_connections))
        disconnect(connection, nullptr, this, nullptr);
}

base::Result<quint16> DvrSimulator::listen()
{
    const quint16 wanted = m_port != 0 ? m_port : m_device->options.port;
    if (!m_server.listen(m_device->options.address, wanted)) {
        return base::fail(SimulatorError::PortInUse,
                          QStringLiteral("port %1: %2").arg(wanted).arg(m_server.errorString()));
    }
    if (m_port == 0) {
        m_port = m_server.serverPort();
        m_device->config.setFactoryNetwork(m_port, m_device->options.maximumConnections);
    }
    m_device->bootedAt = m_device->clock.monotonic();
    return m_port;
}

const Counters &DvrSimulator::counters() const
{
    return m_device->counters;
}

qsizetype DvrSimulator::sessionCount() const
{
    return m_device->sessions.count();
}

qsizetype DvrSimulator::streamCount() const
{
    return m_streams->running();
}

QJsonArray DvrSimulator::usersJson() const
{
    return m_device->users.passwordsJson();
}

base::Result<void> DvrSimulator::setFault(const QString &fault)
{
    const auto set = m_device->faults.set(fault);
    if (set)
        restartFaultTimers();
    return set;
}

void DvrSimulator::clearFaults()
{
    m_device->faults.clear();
    m_rebootTimer->stop();
}

QStringList DvrSimulator::faults() const
{
    return m_device->faults.active();
}

void DvrSimulator::soon(std::function<void()> action)
{
    m_soonTimer = m_device->clock.makeTimer(std::move(action));
    m_soonTimer->start(kActionWait);
}

void DvrSimulator::restartFaultTimers()
{
    const auto after = m_device->faults.value(QStringLiteral("reboot-after"));
    if (after && !m_rebootTimer->isActive())
        m_rebootTimer->start(std::chrono::milliseconds(qint64(*after * 1000)));
}

void DvrSimulator::shutDown()
{
    m_bootTimer->stop();
    m_server.close();
    dropConnections();
    m_device->sessions.clear();
    m_device->motionMask = 0;
}

void DvrSimulator::reboot(std::chrono::milliseconds downFor)
{
    ++m_device->counters.reboots;
    shutDown();
    m_bootTimer->start(downFor);
}

void DvrSimulator::dropConnections()
{
    m_streams->clear();
    for (const quint32 id : m_device->sessions.ids())
        m_device->sessions.remove(id, false);
    for (DvrConnection *connection : std::as_const(m_connections))
        connection->cut();
}

void DvrSimulator::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        auto *connection = new DvrConnection(socket, *m_device, this);
        m_connections.append(connection);
        connect(connection, &DvrConnection::messageReceived, this,
                [this, connection](const MessageHeader &header, const QByteArray &payload) {
                    m_dispatcher->receive(*connection, header, payload);
                });
        connect(connection, &DvrConnection::closed, this,
                [this, connection] { connectionClosed(connection); });
    }
}

void DvrSimulator::connectionClosed(DvrConnection *connection)
{
    if (!m_connections.removeOne(connection))
        return;
    if (const Session *session = m_device->sessions.ofMain(connection))
        endSession(session->id, false);
    m_streams->forgetSocket(connection);
    connection->deleteLater();
}

void DvrSimulator::endSession(quint32 sessionId, bool expired)
{
    m_streams->endSession(sessionId);
    m_device->sessions.remove(sessionId, expired);
}

void DvrSimulator::forceLogout()
{
    for (const quint32 id : m_device->sessions.ids())
        forceLogout(id);
}

void DvrSimulator::forceLogout(quint32 sessionId)
{
    const Session *session = m_device->sessions.find(sessionId);
    QPointer<DvrConnection> main = session ? session->main : nullptr;
    endSession(sessionId, false);
    if (!main)
        return;
    main->closesAfterLogoutAnswer = true;
    m_dispatcher->push(*main, id::kForceLogout, sessionId,
                       {{QStringLiteral("Name"), QString()},
                        {QStringLiteral("SessionID"), sessionIdText(sessionId, m_device->quirks)}});
    main->closeAfter(kLogoutAnswerWait);
}

void DvrSimulator::alarm(int channel, bool start)
{
    const quint64 bit = 1ull << channel;
    m_device->motionMask = start ? m_device->motionMask | bit : m_device->motionMask & ~bit;
    for (const quint32 sessionId : m_device->sessions.ids()) {
        const Session *session = m_device->sessions.find(sessionId);
        if (!session->isGuarded || !session->main)
            continue;
        const QJsonObject info{
            {QStringLiteral("Channel"), channel},
            {QStringLiteral("Event"), QStringLiteral("VideoMotion")},
            {QStringLiteral("StartTime"),
             m_device->localTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"))},
            {QStringLiteral("Status"), start ? QStringLiteral("Start") : QStringLiteral("Stop")}};
        m_dispatcher->push(*session->main, id::kAlarm, sessionId,
                           {{QStringLiteral("AlarmInfo"), info},
                            {QStringLiteral("Name"), QStringLiteral("AlarmInfo")},
                            {QStringLiteral("SessionID"), sessionIdText(sessionId, m_device->quirks)}});
    }
}

void DvrSimulator::everySecond()
{
    m_secondTimer->start(1s);
    ++m_seconds;
    const auto now = m_device->clock.monotonic();
    const auto longest = kMissedKeepAlives * std::chrono::seconds(m_device->options.aliveIntervalSeconds);
    const auto forcedAfter = m_device->faults.value(QStringLiteral("forced-logout-after"));
    for (const quint32 sessionId : m_device->sessions.ids()) {
        Session *session = m_device->sessions.find(sessionId);
        if (!m_device->quirks.has(Quirk::StrictKeepAlive) && m_streams->isDrained(sessionId))
            session->lastSign = now;
        if (now - session->lastSign > longest) {
            ++m_device->counters.expiredSessions;
            endSession(sessionId, true);
        } else if (forcedAfter &&
                   std::chrono::duration<double>(now - session->loggedInAt).count() >= *forcedAfter) {
            forceLogout(sessionId);
        }
    }
    if (const int every = m_device->options.alarmEverySeconds; every > 0 && m_seconds % every == 0) {
        const bool isOn = m_device->motionMask & (1ull << m_alarmChannel);
        alarm(m_alarmChannel, !isOn);
        if (isOn)
            m_alarmChannel = (m_alarmChannel + 1) % m_device->options.channels;
    }
}

} // namespace opsdeck::dvr::sim
