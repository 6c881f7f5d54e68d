// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/systems/dvr/dvr_fleet.h"

#include "core/base/reply.h"
#include "core/systems/dvr/device_info.h"
#include "core/systems/dvr/dvr_session.h"
#include "core/systems/dvr/message_ids.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <random>

namespace opsdeck::dvr {

namespace {

constexpr std::chrono::milliseconds kLogoutPatience{500};

} // namespace

/// The half of the fleet that lives on the I/O thread: sessions by device id, and which device each live stream belongs to.
struct DvrFleet::Remote : QObject {
    Remote(base::Clock &fleetClock, quint32 seed)
        : clock(fleetClock)
        , seeds(seed)
    {
    }

    struct Live {
        QString deviceId;
        int channel;
        StreamKind stream;
        std::shared_ptr<LiveSink> sink;
    };

    DvrSession *session(const QString &deviceId)
    {
        const auto found = sessions.find(deviceId);
        return found == sessions.end() ? nullptr : found->second.get();
    }

    void refuse(const Live &live)
    {
        live.sink->statusChanged({LiveStatus::State::Offline,
                                  clock.now(),
                                  base::Error(base::CommonError::InvalidArgument,
                                              QStringLiteral("there is no device \"%1\"").arg(live.deviceId)),
                                  {}});
    }

    /// Logs out everywhere; ends the thread when that has gone out, or after a moment.
    void leave()
    {
        lives.clear();
        patience = clock.makeTimer([this] { end(); });
        patience->start(kLogoutPatience);
        staying = int(sessions.size());
        for (auto &[deviceId, session] : sessions) {
            session->disconnect(this);
            connect(session.get(), &DvrSession::stopped, this, [this] { endWhenQuiet(--staying); });
            session->stop();
        }
        endWhenQuiet(staying);
    }

    void endWhenQuiet(int left)
    {
        // Later: a session may be telling us.
        if (left == 0)
            QMetaObject::invokeMethod(
                this, [this] { end(); }, Qt::QueuedConnection);
    }

    void end()
    {
        sessions.clear();
        qDeleteAll(findChildren<DvrSession *>(QString(), Qt::FindDirectChildrenOnly));
        links.reset();
        // What goes in stages (stream, message link, link, socket) must be gone before the loop is: a thread that ends
        // takes only the first of them along.
        constexpr int kStages = 5;
        for (int stage = 0; stage < kStages; ++stage)
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        thread()->quit();
    }

    base::Clock &clock;
    std::minstd_rand seeds;
    std::unique_ptr<base::Timer> patience;
    int staying = 0;
    std::unique_ptr<transport::LinkFactory> links;
    std::map<QString, std::unique_ptr<DvrSession>> sessions;
    std::map<LiveId, Live> lives;
};

DvrFleet::DvrFleet(base::Clock &clock, std::function<std::unique_ptr<transport::LinkFactory>()> makeLinks,
                   quint32 seed, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_remote(new Remote(clock, seed))
{
    m_thread.setObjectName(QStringLiteral("dvr-io"));
    m_remote->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_remote, &QObject::deleteLater);
    m_thread.start();
    QMetaObject::invokeMethod(
        m_remote, [remote = m_remote, makeLinks = std::move(makeLinks)] { remote->links = makeLinks(); });
}

DvrFleet::~DvrFleet()
{
    QMetaObject::invokeMethod(m_remote, [remote = m_remote] { remote->leave(); });
    m_thread.wait();
}

void DvrFleet::setDevices(const QList<DeviceSettings> &devices)
{
    QHash<QString, DeviceStatus> status;
    for (const DeviceSettings &device : devices)
        status.insert(device.id, m_status.value(device.id));
    m_status = status;
    m_devices = devices;
    QMetaObject::invokeMethod(m_remote, [this, remote = m_remote, devices] {
        std::map<QString, std::unique_ptr<DvrSession>> before;
        before.swap(remote->sessions);
        // The old ones go first: a device that changed must not hear of two sessions, nor we of the old one's end.
        for (auto &[deviceId, session] : before) {
            const auto same =
                std::find_if(devices.begin(), devices.end(),
                             [&id = deviceId](const DeviceSettings &device) { return device.id == id; });
            if (same != devices.end() && *same == session->settings())
                continue;
            DvrSession *old = session.release();
            old->setParent(remote);
            old->disconnect(remote);
            // The logout goes out before the link does.
            connect(old, &DvrSession::stopped, old, &QObject::deleteLater);
            old->stop();
        }
        for (const DeviceSettings &device : devices) {
            auto &slot = remote->sessions[device.id];
            if (slot)
                continue; // two devices with one id: the site file's check refuses that, the first one wins
            const auto old = before.find(device.id);
            if (old != before.end() && old->second) {
                slot = std::move(old->second);
                continue;
            }
            slot =
                std::make_unique<DvrSession>(device, *remote->links, remote->clock, quint32(remote->seeds()));
            DvrSession *session = slot.get();
            connect(session, &DvrSession::statusChanged, remote,
                    [this, deviceId = device.id](const DeviceStatus &now) {
                        // To the thread of the fleet, where the copy is kept and everybody listens.
                        QMetaObject::invokeMethod(this, [this, deviceId, now] {
                            if (!m_status.contains(deviceId))
                                return;
                            m_status.insert(deviceId, now);
                            Q_EMIT statusChanged(deviceId, now);
                        });
                    });
            for (const auto &[id, live] : remote->lives) {
                if (live.deviceId == device.id)
                    session->openLive(id, live.channel, live.stream, live.sink);
            }
            session->start();
        }
        for (const auto &[id, live] : remote->lives) {
            if (!remote->sessions.contains(live.deviceId))
                remote->refuse(live);
        }
    });
}

void DvrFleet::reconnect(const QString &deviceId)
{
    QMetaObject::invokeMethod(m_remote, [remote = m_remote, deviceId] {
        if (DvrSession *session = remote->session(deviceId))
            session->tryNow();
    });
}

void DvrFleet::setPassword(const QString &deviceId, const QString &password)
{
    for (DeviceSettings &device : m_devices) {
        if (device.id == deviceId)
            device.password = password;
    }
    QMetaObject::invokeMethod(m_remote, [remote = m_remote, deviceId, password] {
        if (DvrSession *session = remote->session(deviceId))
            session->setPassword(password);
    });
}

LiveId DvrFleet::openLive(const QString &deviceId, int channel, StreamKind stream,
                          std::shared_ptr<LiveSink> sink)
{
    const LiveId id = ++m_lastLive;
    QMetaObject::invokeMethod(
        m_remote, [remote = m_remote, id, live = Remote::Live{deviceId, channel, stream, std::move(sink)}] {
            remote->lives.insert({id, live});
            if (DvrSession *session = remote->session(live.deviceId))
                session->openLive(id, live.channel, live.stream, live.sink);
            else
                remote->refuse(live);
        });
    return id;
}

void DvrFleet::closeLive(LiveId live)
{
    QMetaObject::invokeMethod(m_remote, [remote = m_remote, live] {
        const auto found = remote->lives.find(live);
        if (found == remote->lives.end())
            return;
        if (DvrSession *session = remote->session(found->second.deviceId))
            session->closeLive(live);
        remote->lives.erase(found);
    });
}

void DvrFleet::requestKeyframe(LiveId live)
{
    QMetaObject::invokeMethod(m_remote, [remote = m_remote, live] {
        const auto found = remote->lives.find(live);
        if (found == remote->lives.end())
            return;
        if (DvrSession *session = remote->session(found->second.deviceId))
            session->requestKeyframe(live);
    });
}

QFuture<base::Result<QJsonObject>> DvrFleet::call(const QString &deviceId, quint16 messageId,
                                                  const QString &name)
{
    return base::callOn<QJsonObject>(
        m_remote, [remote = m_remote, deviceId, messageId, name](base::Reply<QJsonObject> reply) {
            DvrSession *session = remote->session(deviceId);
            if (!session) {
                reply.answer(base::fail(base::CommonError::InvalidArgument,
                                        QStringLiteral("there is no device \"%1\"").arg(deviceId)));
                return;
            }
            auto box = std::make_shared<base::Reply<QJsonObject>>(std::move(reply));
            session->call(messageId, name).then([box](const base::Result<QJsonObject> &result) {
                box->answer(result);
            });
        });
}

QFuture<base::Result<SystemInfo>> DvrFleet::systemInfo(const QString &deviceId)
{
    return call(deviceId, id::kSystemInfo, QStringLiteral("SystemInfo"))
        .then([](const base::Result<QJsonObject> &reply) { return reply.and_then(parseSystemInfo); });
}

QFuture<base::Result<QJsonValue>> DvrFleet::ability(const QString &deviceId, const QString &name)
{
    return call(deviceId, id::kAbilityGet, name).then([name](const base::Result<QJsonObject> &reply) {
        return reply.map([&name](const QJsonObject &object) { return object.value(name); });
    });
}

} // namespace opsdeck::dvr
