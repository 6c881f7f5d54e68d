// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/site/site_file.h"
#include "core/systems/dvr/dvr_fleet.h"
#include "ui/kit/ui_system_module.h"
#include "ui/systems/dvr/channel_ref.h"
#include "ui/systems/dvr/dvr_error_text.h"

class QMenu;
class QWidget;

namespace opsdeck::dvr {

class DevicePasswords;

/// The recorders of the site as the window knows them: their settings, their state, and those that wait for a password
/// before the fleet gets them. Owns no session: it tells the fleet which devices there are. GUI thread.
class DeviceRoster final : public QObject
{
    Q_OBJECT
public:
    /// Both must outlive this object.
    DeviceRoster(const kit::UiContext &context, DvrFleet &fleet, QObject *parent = nullptr);
    ~DeviceRoster() override;

    /// Replaces the list; what is the same stays connected. Passwords are asked for of devices that are new or have
    /// another address, user or place of their password.
    void setDevices(const QList<site::Device> &devices);
    const QList<DeviceSettings> &devices() const { return m_devices; }
    /// Null for an unknown id.
    const DeviceSettings *settings(const QString &deviceId) const;
    /// For the screen: the name, else the id.
    QString name(const QString &deviceId) const;
    DeviceStatus status(const QString &deviceId) const;
    /// Its password is being read, or is missing: the fleet does not have it yet.
    bool isLocked(const QString &deviceId) const { return m_locked.contains(deviceId); }
    /// "1 Main gate" of a channel.
    QString channelName(const ChannelRef &channel) const;
    /// How many channels it has; 0 = not known.
    int channelCount(const QString &deviceId) const;
    /// The channels a row of the site tree stands for: one, all of a device, or none.
    QList<ChannelRef> channelsOf(const QString &nodeId) const;

    /// What the operator can do about a device that waits for him, done: asks the password or tries again.
    void help(const QString &deviceId, QWidget *window);
    void tryAgain(const QString &deviceId);
    /// Another password lies in the place of the old one.
    void readPassword(const QString &deviceId);
    void addActions(const QString &deviceId, QMenu &menu, QWidget *window);

Q_SIGNALS:
    void statusChanged(const QString &deviceId);

private:
    void connectUnlocked();
    DeviceStatus lockedStatus(DeviceStatus::State state, std::optional<base::Error> reason) const;
    void usePassword(const QString &deviceId, const QString &password);
    void askPassword(const QString &deviceId, QWidget *window);

    kit::UiContext m_context;
    DvrFleet &m_fleet;
    std::unique_ptr<DevicePasswords> m_passwords;
    QList<DeviceSettings> m_devices;
    QHash<QString, DeviceStatus> m_locked;
};

} // namespace opsdeck::dvr
