// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/systems/cabinet/cabinet_fleet.h"

#include "core/base/reply.h"

namespace opsdeck::cabinet {

namespace {

template <typename T>
QFuture<base::Result<T>> notConnected(const QString &sn)
{
    return base::answered<T>(
        base::fail(CabinetError::NotConnected, QStringLiteral("%1 is not on line").arg(sn)));
}

} // namespace

/// The half of the fleet that lives on the I/O thread.
struct CabinetFleet::Remote : QObject {
};

CabinetFleet::CabinetFleet(base::Clock &clock, store::BankLedger &, store::Journal &,
                           transport::LinkTapFactory *, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_remote(new Remote)
{
    m_thread.setObjectName(QStringLiteral("cabinet-io"));
    m_remote->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_remote, &QObject::deleteLater);
    m_thread.start();
}

CabinetFleet::~CabinetFleet()
{
    m_thread.quit();
    m_thread.wait();
}

void CabinetFleet::start(const ServerSettings &) {}

void CabinetFleet::stop() {}

void CabinetFleet::allow(const QStringList &) {}

void CabinetFleet::setSecret(const QString &, const QString &) {}

std::optional<CabinetStatus> CabinetFleet::cabinet(const QString &sn) const
{
    const auto found = m_cabinets.constFind(sn);
    if (found == m_cabinets.constEnd())
        return {};
    return *found;
}

QFuture<base::Result<void>> CabinetFleet::accept(const QStringList &sns, const QString &)
{
    return notConnected<void>(sns.join(u','));
}
QFuture<base::Result<void>> CabinetFleet::forget(const QString &sn, const QString &)
{
    return notConnected<void>(sn);
}
QFuture<base::Result<void>> CabinetFleet::describe(const QString &sn, const QString &, const QString &, bool)
{
    return notConnected<void>(sn);
}
QFuture<base::Result<QList<SlotEntry>>> CabinetFleet::inventory(const QString &sn)
{
    return notConnected<QList<SlotEntry>>(sn);
}
QFuture<base::Result<EjectedBank>> CabinetFleet::rent(const QString &sn, int, const QString &)
{
    return notConnected<EjectedBank>(sn);
}
QFuture<base::Result<EjectedBank>> CabinetFleet::rentBest(const QString &sn, const QString &)
{
    return notConnected<EjectedBank>(sn);
}
QFuture<base::Result<EjectedBank>> CabinetFleet::eject(const QString &sn, int, const QString &)
{
    return notConnected<EjectedBank>(sn);
}
QFuture<base::Result<QString>> CabinetFleet::version(const QString &sn)
{
    return notConnected<QString>(sn);
}
QFuture<base::Result<QString>> CabinetFleet::iccid(const QString &sn)
{
    return notConnected<QString>(sn);
}
QFuture<base::Result<Network>> CabinetFleet::network(const QString &sn)
{
    return notConnected<Network>(sn);
}
QFuture<base::Result<ServerAddress>> CabinetFleet::serverAddress(const QString &sn)
{
    return notConnected<ServerAddress>(sn);
}
QFuture<base::Result<void>> CabinetFleet::setServerAddress(const QString &sn, const ServerAddress &,
                                                           const QString &)
{
    return notConnected<void>(sn);
}
QFuture<base::Result<int>> CabinetFleet::volume(const QString &sn)
{
    return notConnected<int>(sn);
}
QFuture<base::Result<void>> CabinetFleet::setVolume(const QString &sn, int, const QString &)
{
    return notConnected<void>(sn);
}
QFuture<base::Result<void>> CabinetFleet::reboot(const QString &sn, const QString &)
{
    return notConnected<void>(sn);
}
QFuture<base::Result<void>> CabinetFleet::upgrade(const QString &sn, const FtpUpgrade &, const QString &)
{
    return notConnected<void>(sn);
}

} // namespace opsdeck::cabinet
