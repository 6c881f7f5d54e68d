// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/systems/dvr/counters.h"
#include "app/simulator/systems/dvr/dvr_options.h"
#include "core/base/clock.h"
#include "core/base/result.h"

#include <QObject>
#include <QTcpServer>

#include <functional>
#include <memory>

namespace opsdeck::dvr::sim {

class ClipLibrary;
class Dispatcher;
class DvrConnection;
class LiveStreams;
struct Device;

/// One simulated DVR: an honest device with users, sessions, settings and live streams, quirks that are fixed and
/// faults that can be changed while it runs. Lives in the thread that made it, which needs an event loop.
class DvrSimulator final : public QObject
{
    Q_OBJECT
public:
    /// Errors: WrongUsage (unknown fault, quirk or clip class; channels out of range), FileFailed.
    /// @param clock must outlive the simulator. @param library shared between devices; null = load it.
    static base::Result<std::unique_ptr<DvrSimulator>> make(const DvrOptions &options, base::Clock &clock,
                                                            std::shared_ptr<const ClipLibrary> library = {});
    ~DvrSimulator() override;

    /// Starts to listen. Returns the port. Errors: PortInUse.
    base::Result<quint16> listen();
    quint16 port() const { return m_port; }
    const Counters &counters() const;
    qsizetype sessionCount() const;
    qsizetype streamCount() const;
    /// Users and passwords it knows, as the ready line has them.
    QJsonArray usersJson() const;

    /// "NAME" or "NAME=VALUE". Errors: WrongUsage.
    base::Result<void> setFault(const QString &fault);
    void clearFaults();
    QStringList faults() const;
    /// All sockets close, sessions are gone, the port is closed for `downFor`.
    void reboot(std::chrono::milliseconds downFor = std::chrono::seconds(3));
    /// Goes down until `reboot()`.
    void shutDown();
    /// Sends 1004 to every session and ends it.
    void forceLogout();
    /// All sockets cut at once, sessions forgotten, but the port stays open.
    void dropConnections();
    /// Raises (or ends) a motion alarm: 1504 to all sessions that asked for alarms. @param channel from 0.
    void alarm(int channel, bool start);

Q_SIGNALS:
    void rebooted();

private:
    DvrSimulator(std::unique_ptr<Device> device);
    void accept();
    void connectionClosed(DvrConnection *connection);
    void endSession(quint32 sessionId, bool expired);
    void forceLogout(quint32 sessionId);
    void everySecond();
    void restartFaultTimers();
    void soon(std::function<void()> action);

    std::unique_ptr<Device> m_device;
    std::unique_ptr<LiveStreams> m_streams;
    std::unique_ptr<Dispatcher> m_dispatcher;
    QTcpServer m_server;
    quint16 m_port = 0;
    QList<DvrConnection *> m_connections;
    std::unique_ptr<base::Timer> m_secondTimer;
    std::unique_ptr<base::Timer> m_bootTimer;
    std::unique_ptr<base::Timer> m_rebootTimer;
    std::unique_ptr<base::Timer> m_soonTimer;
    int m_seconds = 0;
    int m_alarmChannel = 0;
};

} // namespace opsdeck::dvr::sim
