// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/site/site_edit.h"
#include "core/store/settings_store.h"

#include <QObject>

namespace opsdeck::shell {

class DeviceSecrets;
class SiteDesk;

/// Removes devices from the site so that the last removal can be undone, with its passwords: these leave the keychain only
/// when it cannot be undone any more (after `kUndoTime`, with the next removal, at the end of the program), or at once
/// when the operator asked for that. What is left over by a crash, or because another site was opened, is remembered in
/// the settings (the names of the secrets and of the site's file, never a secret) and removed when that site is opened
/// next. A secret that a device
/// of the site still uses stays. GUI thread.
class DeviceUndo final : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::minutes kUndoTime{10};

    /// All must outlive this object.
    DeviceUndo(SiteDesk &desk, DeviceSecrets &secrets, store::SettingsStore &settings, base::Clock &clock,
               QObject *parent = nullptr);
    ~DeviceUndo() override;

    /// @param forgetSecrets at once: then an undo brings the devices back without their passwords.
    void remove(const QSet<QString> &ids, bool forgetSecrets);
    bool canUndo() const { return !m_removed.isEmpty(); }
    /// The devices that `undo` brings back.
    const QList<site::Removed> &removed() const { return m_removed; }
    void undo();
    /// Removes a secret when nothing in the site uses it any more and it cannot come back by an undo.
    void forget(const QStringList &references);
    /// Another site is open: nothing of the one before can be undone, and what was left over is cleared away.
    void siteOpened();

Q_SIGNALS:
    /// canUndo() may have changed.
    void changed();

private:
    void settle();
    void forgetUnused(const QStringList &references);
    QStringList leftOver() const;
    void setLeftOver(const QStringList &references);

    SiteDesk &m_desk;
    DeviceSecrets &m_secrets;
    store::SettingsStore &m_settings;
    std::unique_ptr<base::Timer> m_timer;
    QList<site::Removed> m_removed;
};

/// The secrets a device names.
QStringList secretsOf(const site::Device &device);

} // namespace opsdeck::shell
