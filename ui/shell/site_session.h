// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/ui_system_module.h"
#include "ui/shell/site_desk.h"

#include <QHash>

namespace opsdeck::shell {

class DeviceDesk;
class MainWindow;

/// Hands the devices of the open site to the systems, each its own, again after every change, and shows the page that fits:
/// the systems' pages, the page without a device, or what is wrong with the file. A change of order or group alone does
/// not disturb the systems. Owns none of them. GUI thread.
class SiteSession final : public QObject
{
    Q_OBJECT
public:
    /// All must outlive this object.
    SiteSession(SiteDesk &desk, DeviceDesk &devices, MainWindow &window, QObject *parent = nullptr);

    /// @param id as in the site file, "dvr". @param system must outlive this object.
    void addSystem(const QString &id, kit::SystemUi &system);
    /// A site without a file, under this name (asked anew when the language changes).
    void useDemo(const site::Site &site, kit::Words name);

Q_SIGNALS:
    /// A site can be worked with; its name for the strip and the title.
    void siteShown(const QString &name);
    /// The name of the demonstration in another language.
    void siteRenamed(const QString &name);
    /// The file cannot be used, and there is nothing else to look at. @param problem English, one a line.
    void siteRefused(const QString &problem);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct System {
        QString id;
        kit::SystemUi *ui;
        QList<site::Device> devices; ///< as it was told last
        bool isTold = false;
    };

    void onSiteChanged();
    void onPasswordChanged(const QString &deviceId);
    static bool isSameForSystem(const QList<site::Device> &a, const QList<site::Device> &b);
    void showPage();
    QString shownName() const;

    SiteDesk &m_desk;
    MainWindow &m_window;
    QList<System> m_systems;
    QString m_key;         ///< of the site the systems were told
    kit::Words m_demoName; ///< empty: none is shown
    QString m_shownName;
    enum class Page { None, Empty, Systems } m_page = Page::None;
};

} // namespace opsdeck::shell
