// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/dvr/device_roster.h"

#include "core/base/hex.h"
#include "core/systems/dvr/dvr_module.h"
#include "ui/systems/dvr/device_passwords.h"
#include "ui/systems/dvr/dvr_nodes.h"
#include "ui/systems/dvr/password_dialog.h"

#include <QMenu>

#include <algorithm>

namespace opsdeck::dvr {

DeviceRoster::DeviceRoster(const kit::UiContext &context, DvrFleet &fleet, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_fleet(fleet)
    , m_passwords(std::make_unique<DevicePasswords>(context.secrets))
{
    connect(&m_fleet, &DvrFleet::statusChanged, this, &DeviceRoster::statusChanged);
    connect(m_passwords.get(), &DevicePasswords::passwordRead, this, &DeviceRoster::usePassword);
    connect(m_passwords.get(), &DevicePasswords::passwordMissing, this,
            [this](const QString &deviceId, const base::Error &error) {
                m_locked.insert(deviceId, lockedStatus(DeviceStatus::State::NeedsOperator, error));
                Q_EMIT statusChanged(deviceId);
            });
    connect(m_passwords.get(), &DevicePasswords::keepingFailed, this,
            [this](const QString &deviceId, const base::Error &error) {
                kit::Notice notice;
                notice.say = [device = name(deviceId)](kit::Notice &said) {
                    said.text = tr("The password of “%1” is used, but could not be kept").arg(device);
                };
                notice.details = error.detail();
                notice.key = QStringLiteral("dvr.password.") + deviceId;
                m_context.notices.post(notice);
            });
}

DeviceRoster::~DeviceRoster() = default;

void DeviceRoster::setDevices(const QList<site::Device> &devices)
{
    const QList<DeviceSettings> before = std::exchange(m_devices, {});
    const QHash<QString, DeviceStatus> lockedBefore = std::exchange(m_locked, {});
    QHash<QString, QString> references;
    QStringList unread;
    for (const site::Device &device : devices) {
        DeviceSettings settings = settingsFromSite(device.id, device.name, device.settings);
        const QString reference = passwordReference(device.settings);
        if (!reference.isEmpty()) {
            references.insert(device.id, reference);
            // A device that is known keeps its password, or goes on waiting for it, unless it is another one by now.
            const auto same = std::find_if(before.cbegin(), before.cend(), [&](const DeviceSettings &old) {
                return old.id == settings.id && old.endpoint == settings.endpoint &&
                       old.userName == settings.userName;
            });
            const bool isKnown = same != before.cend();
            const bool isPlaceKnown = m_passwords->reference(device.id) == reference;
            const auto waiting = lockedBefore.constFind(device.id);
            if (isKnown && waiting == lockedBefore.constEnd())
                settings.password = same->password;
            else if (isKnown && isPlaceKnown)
                m_locked.insert(device.id, *waiting);
            else // Until its password is read: a login without it would cost the user one of his tries.
                m_locked.insert(device.id, lockedStatus(DeviceStatus::State::Connecting, std::nullopt));
            // Not of every device each time: a keychain may ask the operator whether he allows it.
            if (!isKnown || !isPlaceKnown)
                unread.append(device.id);
        }
        m_devices.append(settings);
    }
    m_passwords->setReferences(references);
    connectUnlocked();
    for (const QString &deviceId : std::as_const(unread))
        m_passwords->read(deviceId);
}

/// The fleet gets the devices whose password is known or not needed.
void DeviceRoster::connectUnlocked()
{
    QList<DeviceSettings> unlocked;
    for (const DeviceSettings &device : std::as_const(m_devices)) {
        if (!m_locked.contains(device.id))
            unlocked.append(device);
    }
    m_fleet.setDevices(unlocked);
}

DeviceStatus DeviceRoster::lockedStatus(DeviceStatus::State state, std::optional<base::Error> reason) const
{
    DeviceStatus status;
    status.state = state;
    status.since = m_context.clock.now();
    status.reason = std::move(reason);
    return status;
}

DeviceStatus DeviceRoster::status(const QString &deviceId) const
{
    const auto locked = m_locked.constFind(deviceId);
    return locked != m_locked.constEnd() ? *locked : m_fleet.status(deviceId);
}

void DeviceRoster::usePassword(const QString &deviceId, const QString &password)
{
    bool isNew = false;
    for (DeviceSettings &device : m_devices) {
        if (device.id != deviceId)
            continue;
        isNew = device.password != password;
        device.password = password;
    }
    if (m_locked.remove(deviceId) > 0)
        connectUnlocked();
    else if (isNew) {
        m_fleet.setPassword(deviceId, password);
        if (!status(deviceId).isOnline())
            m_fleet.reconnect(deviceId);
    }
    Q_EMIT statusChanged(deviceId);
}

const DeviceSettings *DeviceRoster::settings(const QString &deviceId) const
{
    const auto found = std::find_if(m_devices.cbegin(), m_devices.cend(),
                                    [&](const DeviceSettings &device) { return device.id == deviceId; });
    return found == m_devices.cend() ? nullptr : &*found;
}

QString DeviceRoster::name(const QString &deviceId) const
{
    const DeviceSettings *device = settings(deviceId);
    return base::plainText(device && !device->name.isEmpty() ? device->name : deviceId, 64);
}

QString DeviceRoster::channelName(const ChannelRef &channel) const
{
    return dvr::channelName(channel.channel, status(channel.deviceId).channelTitles.value(channel.channel));
}

int DeviceRoster::channelCount(const QString &deviceId) const
{
    const DeviceSettings *device = settings(deviceId);
    return device ? dvr::channelCount(*device, status(deviceId)) : 0;
}

QList<ChannelRef> DeviceRoster::channelsOf(const QString &nodeId) const
{
    const auto target = nodeTarget(nodeId);
    if (!target || !settings(target->deviceId))
        return {};
    if (target->channel >= 0)
        return {{target->deviceId, target->channel}};
    QList<ChannelRef> channels;
    const int count = channelCount(target->deviceId);
    for (int i = 0; i < count; ++i)
        channels.append({target->deviceId, i});
    return channels;
}

void DeviceRoster::addActions(const QString &deviceId, QMenu &menu, QWidget *window)
{
    const DeviceStatus now = status(deviceId);
    if (!settings(deviceId) || now.isOnline())
        return;
    if (helpFor(now) == OperatorHelp::EnterPassword)
        menu.addAction(tr("Enter password…"), this,
                       [this, deviceId, window] { askPassword(deviceId, window); });
    if (now.state == DeviceStatus::State::Waiting || now.state == DeviceStatus::State::NeedsOperator)
        menu.addAction(tr("Try again now"), this, [this, deviceId] { tryAgain(deviceId); });
}

void DeviceRoster::help(const QString &deviceId, QWidget *window)
{
    const DeviceStatus now = status(deviceId);
    if (helpFor(now) == OperatorHelp::EnterPassword)
        askPassword(deviceId, window);
    else if (!now.isOnline())
        tryAgain(deviceId);
}

void DeviceRoster::readPassword(const QString &deviceId)
{
    m_passwords->read(deviceId);
}

void DeviceRoster::tryAgain(const QString &deviceId)
{
    if (m_locked.contains(deviceId))
        m_passwords->read(deviceId);
    else
        m_fleet.reconnect(deviceId);
}

void DeviceRoster::askPassword(const QString &deviceId, QWidget *window)
{
    const DeviceSettings *device = settings(deviceId);
    if (!device)
        return;
    auto *dialog = new PasswordDialog(
        name(deviceId), device->userName, [this, deviceId] { return m_passwords->whereKept(deviceId); },
        window);
    connect(dialog, &PasswordDialog::passwordEntered, this, [this, deviceId](const QString &password) {
        const bool isSame =
            settings(deviceId) && settings(deviceId)->password == password && !isLocked(deviceId);
        usePassword(deviceId, password);
        if (isSame) // the operator asked for another try with it
            m_fleet.reconnect(deviceId);
        m_passwords->keep(deviceId, password);
    });
    dialog->open();
}

} // namespace opsdeck::dvr
