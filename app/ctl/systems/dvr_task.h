// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/kit/system_commands.h"
#include "core/systems/dvr/dvr_session.h"
#include "core/transport/tcp_link_factory.h"

namespace opsdeck::dvr {

/// A verb that works in one session: connects, logs in, calls `onOnline()`, logs out. A first attempt that fails ends it.
class DvrTask : public ctl::Task
{
    Q_OBJECT
public:
    /// @param budget what the verb may take when --timeout does not say; 0 = only connecting and logging in are limited.
    DvrTask(const ctl::Invocation &invocation, DeviceSettings settings, std::chrono::milliseconds budget);
    ~DvrTask() override;

    void start() override;
    void interrupt() override;
    void shutDown() override;

protected:
    virtual void onOnline() = 0;
    /// The session was lost after `onOnline()`; it reconnects by itself. The default ends the verb.
    virtual void onLost(const base::Error &reason) { fail(reason); }
    /// What the verb still waits for, when the time is up; the default is why the session is not online.
    virtual std::optional<base::Error> pendingReason() const { return m_session->status().reason; }
    /// The default says "interrupted".
    virtual void onInterrupted();

    DvrSession &session() { return *m_session; }
    base::Clock &clock() { return m_clock; }
    void succeed(const QJsonObject &result, const QString &text);
    void fail(const base::Error &error);
    bool isFinished() const { return m_finished; }
    /// From now the verb takes as long as it takes (it has limits of its own).
    void liftDeadline() { m_deadline->stop(); }
    void setDeadline(std::chrono::milliseconds fromNow) { m_deadline->start(fromNow); }

private:
    void onStatus(const DeviceStatus &status);
    void onDeadline();

    base::Clock &m_clock;
    DeviceSettings m_settings;
    transport::TcpLinkFactory m_links;
    std::unique_ptr<DvrSession> m_session;
    std::chrono::milliseconds m_budget;
    std::unique_ptr<base::Timer> m_deadline;
    std::unique_ptr<base::Timer> m_goodbye;
    bool m_wasOnline = false;
    bool m_finished = false;
};

/// Asks SystemInfo, StorageInfo, WorkState, OEMInfo and the channel titles.
std::unique_ptr<ctl::Task> makeInfoTask(const ctl::Invocation &invocation, const DeviceSettings &settings);
/// One ability (1360).
std::unique_ptr<ctl::Task> makeAbilityTask(const ctl::Invocation &invocation, const DeviceSettings &settings);
/// Any message. Errors: wrong usage, a dangerous message without --yes.
base::Result<std::unique_ptr<ctl::Task>> makeRawTask(const ctl::Invocation &invocation,
                                                     const DeviceSettings &settings);
/// A live stream: counted, decoded, written. Errors: wrong usage, a file that cannot be made.
base::Result<std::unique_ptr<ctl::Task>> makeLiveTask(const ctl::Invocation &invocation,
                                                      const DeviceSettings &settings);

} // namespace opsdeck::dvr
