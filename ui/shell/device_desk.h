// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/device_dialog.h"
#include "ui/shell/device_undo.h"
#include "ui/shell/site_exchange.h"
#include "ui/shell/site_notices.h"

namespace opsdeck::shell {

class MainWindow;

/// Everything the operator does to the devices of the site: opens the dialogs, keeps the passwords, changes the site. Which
/// devices are meant it reads from the site tree's selection. A password goes to the keychain before the site that names
/// it is saved; when the keychain does not take it, the operator chooses. Owns no site and no device's session. GUI
/// thread.
class DeviceDesk final : public QObject
{
    Q_OBJECT
public:
    struct Parts {
        MainWindow &window;
        SiteDesk &desk;
        DeviceSecrets &secrets;
        const kit::UiContext &context;
    };

    /// All of `parts` must outlive this object.
    explicit DeviceDesk(const Parts &parts, QObject *parent = nullptr);
    ~DeviceDesk() override;

    // What is selected in the tree, in its order; a group stands for its devices, a channel for its device.
    QStringList selectedDevices() const;
    /// The group row that has the focus; empty = none.
    QString currentGroup() const;

    /// As SiteDesk::open; asks first when changes would be lost.
    void openSite(const QString &file, bool mustExist) { m_notices.open(file, mustExist); }
    void addDevice();
    /// The selected device, or the name of the selected group.
    void edit();
    void duplicate();
    void remove();
    /// @param by -1 = up, 1 = down.
    void move(int by);
    /// @param group empty = out of its group.
    void moveToGroup(const QString &group);
    void moveToNewGroup();
    void undoRemoval();

    SiteDesk &desk() { return m_parts.desk; }
    DeviceUndo &undo() { return m_undo; }
    SiteExchange &exchange() { return m_exchange; }

Q_SIGNALS:
    /// Another password is kept for a device whose settings may be the same.
    void passwordChanged(const QString &deviceId);

private:
    void openDialog(DeviceDialog::Purpose purpose, const site::Device &device, const QString &behindId = {});
    void save(DeviceDialog *dialog, const QString &behindId);
    void keepPassword(DeviceDialog *dialog, const site::Device &device, const QString &reference,
                      const std::function<void()> &then);
    void askAboutKeychain(DeviceDialog *dialog, const site::Device &device, const QString &reference,
                          const base::Error &error, const std::function<void()> &then);
    void finish(DeviceDialog *dialog, const site::Device &device, const QString &behindId);
    void askGroupName(const QString &before, const std::function<void(const QString &)> &then);
    void postRemoved();
    void change(const site::Site &site);
    void onMoved(const QStringList &nodeIds, const QString &beforeNode, const QString &groupNode);
    void selectWhenThere(const QString &deviceId);
    void selectWaiting();
    QString deviceOfNode(const QString &nodeId) const;

    const Parts m_parts;
    std::vector<std::unique_ptr<kit::UiSystemModule>> m_modules;
    DeviceUndo m_undo;
    SiteNotices m_notices;
    SiteExchange m_exchange;
    QString m_waitingFor; ///< a device whose row is to be selected when it comes
};

} // namespace opsdeck::shell
