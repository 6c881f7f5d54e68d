// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/systems/dvr/live_source.h"
#include "core/transport/link_factory.h"

#include <QFuture>
#include <QHash>
#include <QJsonObject>
#include <QThread>

#include <functional>
#include <memory>

namespace opsdeck::dvr {

class DvrSession;

/// All DVRs of the site, seen from any one thread (the window's): owns the DVR I/O thread and one DvrSession
/// a device on it. Calls return at once; signals arrive in the thread of this object. Never blocks but in its
/// destructor (it joins its thread).
class DvrFleet final : public QObject, public LiveSource
{
    Q_OBJECT
public:
    /// @param clock must outlive this object. @param makeLinks is called once, on the I/O thread. @param seed
    /// of all jitter.
    DvrFleet(base::Clock &clock, std::function<std::unique_ptr<transport::LinkFactory>()> makeLinks,
             quint32 seed, QObject *parent = nullptr);
    ~DvrFleet() override;

    /// Replaces the list of devices: new ones connect, missing ones are logged out, changed ones connect
    /// anew.
    void setDevices(const QList<DeviceSettings> &devices);
    QList<DeviceSettings> devices() const { return m_devices; }
    /// The last status heard of a device; Stopped for an unknown id.
    DeviceStatus status(const QString &deviceId) const { return m_status.value(deviceId); }
    /// Tries at once, also when it waits for the operator.
    void reconnect(const QString &deviceId);
    void setPassword(const QString &deviceId, const QString &password);

    LiveId openLive(const QString &deviceId, int channel, StreamKind stream,
                    std::shared_ptr<LiveSink> sink) override;
    void closeLive(LiveId live) override;
    void requestKeyframe(LiveId live) override;

    QFuture<base::Result<SystemInfo>> systemInfo(const QString &deviceId);
    QFuture<base::Result<QJsonValue>> ability(const QString &deviceId, const QString &name);

Q_SIGNALS:
    void statusChanged(const QString &deviceId, const opsdeck::dvr::DeviceStatus &status);

private:
    struct Remote; ///< what lives on the I/O thread

    QFuture<base::Result<QJsonObject>> call(const QString &deviceId, quint16 messageId, const QString &name);

    base::Clock &m_clock;
    QThread m_thread;
    Remote *m_remote = nullptr;
    QList<DeviceSettings> m_devices;
    QHash<QString, DeviceStatus> m_status;
    LiveId m_lastLive = 0;
};

} // namespace opsdeck::dvr
