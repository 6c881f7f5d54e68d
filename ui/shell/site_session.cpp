// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/site_session.h"

#include "ui/shell/device_desk.h"
#include "ui/shell/main_window.h"

#include <QCryptographicHash>
#include <QEvent>
#include <QFileInfo>

namespace opsdeck::shell {

namespace {

/// What the operator keeps for a site in the settings stands under this key: readable, and its own for each file.
QString keyOf(const QString &file)
{
    constexpr qsizetype kDigits = 8;
    const QFileInfo info(file);
    const QByteArray hash =
        QCryptographicHash::hash(info.absoluteFilePath().toUtf8(), QCryptographicHash::Sha256).toHex();
    return info.completeBaseName().left(40) + QLatin1Char('-') + QString::fromLatin1(hash.left(kDigits));
}

} // namespace

SiteSession::SiteSession(SiteDesk &desk, DeviceDesk &devices, MainWindow &window, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_window(window)
{
    m_window.installEventFilter(this);
    connect(&desk, &SiteDesk::siteChanged, this, &SiteSession::onSiteChanged);
    connect(&devices, &DeviceDesk::passwordChanged, this, &SiteSession::onPasswordChanged);
    connect(&desk, &SiteDesk::opened, this, [this] {
        m_demoName = {};
        m_page = Page::None;
    });
    connect(&desk, &SiteDesk::refused, this, [this](const LoadedSite &loaded) {
        // Who looks at a site goes on looking at it.
        if (!m_desk.site().devices.isEmpty())
            return;
        m_page = Page::None;
        m_window.showSiteProblem(loaded.file, loaded.problem);
        Q_EMIT siteRefused(loaded.problem);
    });
}

void SiteSession::addSystem(const QString &id, kit::SystemUi &system)
{
    m_systems.append({id, &system, {}, false});
}

void SiteSession::useDemo(const site::Site &site, kit::Words name)
{
    m_demoName = std::move(name);
    m_page = Page::None;
    m_desk.use(site);
}

/// Whether a system would do the same with both: neither order nor group is its business.
bool SiteSession::isSameForSystem(const QList<site::Device> &a, const QList<site::Device> &b)
{
    if (a.size() != b.size())
        return false;
    QHash<QString, const site::Device *> before;
    for (const site::Device &device : a)
        before.insert(device.id, &device);
    return std::all_of(b.begin(), b.end(), [&before](const site::Device &device) {
        const site::Device *old = before.value(device.id);
        return old && old->name == device.name && old->settings == device.settings;
    });
}

void SiteSession::onSiteChanged()
{
    const QString key = m_desk.isKept() ? keyOf(m_desk.file()) : QStringLiteral("demo");
    if (key != m_key) {
        m_key = key;
        for (const System &system : std::as_const(m_systems))
            system.ui->setSite(key);
    }
    for (System &system : m_systems) {
        QList<site::Device> own;
        for (const site::Device &device : m_desk.site().devices) {
            if (device.system == system.id)
                own.append(device);
        }
        if (system.isTold && isSameForSystem(system.devices, own))
            continue;
        system.devices = own;
        system.isTold = true;
        system.ui->setDevices(own);
        m_window.setSystemShown(*system.ui, !own.isEmpty());
    }
    showPage();
}

void SiteSession::onPasswordChanged(const QString &deviceId)
{
    for (const System &system : std::as_const(m_systems)) {
        const bool isIts = std::any_of(system.devices.begin(), system.devices.end(),
                                       [&](const site::Device &device) { return device.id == deviceId; });
        if (isIts)
            system.ui->readPassword(deviceId);
    }
}

QString SiteSession::shownName() const
{
    if (m_desk.isKept())
        return QFileInfo(m_desk.file()).completeBaseName();
    return m_demoName ? m_demoName() : QString();
}

bool SiteSession::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::LanguageChange && m_page != Page::None && shownName() != m_shownName) {
        m_shownName = shownName();
        m_window.setSiteName(m_shownName);
        Q_EMIT siteRenamed(m_shownName);
    }
    return QObject::eventFilter(watched, event);
}

void SiteSession::showPage()
{
    const QString name = shownName();
    const Page page = m_desk.site().devices.isEmpty() ? Page::Empty : Page::Systems;
    if (page == m_page && name == m_shownName)
        return;
    m_page = page;
    m_shownName = name;
    m_window.setSiteName(name);
    if (page == Page::Empty)
        m_window.showNoSite(m_desk.file());
    else
        m_window.showPages(name);
    Q_EMIT siteShown(name);
}

} // namespace opsdeck::shell
