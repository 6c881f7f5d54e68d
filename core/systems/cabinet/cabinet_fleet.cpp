// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/systems/cabinet/cabinet_fleet.h"

#include "core/base/reply.h"
#include "core/systems/cabinet/cabinet_server.h"
#include "core/systems/cabinet/upgrade_mask.h"

#include <QCoreApplication>

namespace opsdeck::cabinet {

/// The half of the fleet that lives on the I/O thread.
struct CabinetFleet::Remote : QObject {
    std::unique_ptr<CabinetServer> server; ///< null before the thread runs and after it was told to end
};

CabinetFleet::CabinetFleet(base::Clock &clock, store::BankLedger &ledger, store::Journal &journal,
                           transport::LinkTapFactory *taps, QObject *parent)
    : QObject(parent)
    , m_taps(taps ? std::make_unique<UpgradeMask>(*taps) : nullptr)
    , m_remote(new Remote)
{
    m_thread.setObjectName(QStringLiteral("cabinet-io"));
    m_remote->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_remote, &QObject::deleteLater);
    m_thread.start();
    QMetaObject::invokeMethod(m_remote, [this, remote = m_remote, &clock, &ledger, &journal] {
        remote->server = std::make_unique<CabinetServer>(
            clock, ledger, journal,
            transport::makePeerServer(clock, {}, {m_taps.get(), QStringLiteral("cabinet")}));
        // All of these arrive in the thread of the fleet.
        connect(remote->server.get(), &CabinetServer::stateChanged, this, [this](const ServerState &state) {
            m_state = state;
            Q_EMIT stateChanged(state);
        });
        connect(remote->server.get(), &CabinetServer::happened, this, &CabinetFleet::happened);
        connect(remote->server.get(), &CabinetServer::published, this,
                [this](const CabinetRegister::Published &published) {
                    QStringList sns;
                    for (const CabinetStatus &status : published.changed) {
                        m_cabinets.insert(status.sn, status);
                        sns.append(status.sn);
                    }
                    for (const QString &sn : published.gone) {
                        m_cabinets.remove(sn);
                        sns.append(sn);
                    }
                    if (!sns.isEmpty())
                        Q_EMIT cabinetsChanged(sns);
                    if (published.waiting) {
                        m_waiting = *published.waiting;
                        Q_EMIT waitingChanged();
                    }
                });
    });
}

CabinetFleet::~CabinetFleet()
{
    QMetaObject::invokeMethod(m_remote, [remote = m_remote] {
        remote->server.reset();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        remote->thread()->quit();
    });
    m_thread.wait();
}

/// Runs `call(server, done)` on the I/O thread; `done` answers the future.
template <typename T, typename Call>
QFuture<base::Result<T>> CabinetFleet::call(Call call)
{
    return base::callOn<T>(m_remote, [remote = m_remote, call = std::move(call)](base::Reply<T> reply) {
        auto box = std::make_shared<base::Reply<T>>(std::move(reply));
        call(*remote->server, [box](const base::Result<T> &result) { box->answer(result); });
    });
}

void CabinetFleet::start(const ServerSettings &settings)
{
    QMetaObject::invokeMethod(m_remote, [remote = m_remote, settings] { remote->server->start(settings); });
}

void CabinetFleet::stop()
{
    QMetaObject::invokeMethod(m_remote, [remote = m_remote] { remote->server->stop(); });
}

void CabinetFleet::allow(const QStringList &sns)
{
    QMetaObject::invokeMethod(m_remote, [remote = m_remote, sns] { remote->server->allow(sns); });
}

void CabinetFleet::setSecret(const QString &sn, const QString &secret)
{
    QMetaObject::invokeMethod(m_remote,
                              [remote = m_remote, sn, secret] { remote->server->setSecret(sn, secret); });
}

std::optional<CabinetStatus> CabinetFleet::cabinet(const QString &sn) const
{
    const auto found = m_cabinets.constFind(sn);
    if (found == m_cabinets.constEnd())
        return {};
    return *found;
}

QFuture<base::Result<void>> CabinetFleet::accept(const QStringList &sns, const QString &by)
{
    return call<void>(
        [sns, by](CabinetServer &server, const auto &done) { server.allowList().accept(sns, by, done); });
}

QFuture<base::Result<void>> CabinetFleet::forget(const QString &sn, const QString &by)
{
    return call<void>(
        [sn, by](CabinetServer &server, const auto &done) { server.allowList().forget(sn, by, done); });
}

QFuture<base::Result<void>> CabinetFleet::describe(const QString &sn, const QString &name,
                                                   const QString &place, bool isStrict, const QString &by)
{
    return call<void>([sn, name, place, isStrict, by](CabinetServer &server, const auto &done) {
        server.allowList().describe(sn, name, place, isStrict, by, done);
    });
}

QFuture<base::Result<QList<SlotEntry>>> CabinetFleet::inventory(const QString &sn)
{
    return call<QList<SlotEntry>>(
        [sn](CabinetServer &server, const auto &done) { server.calls().inventory(sn, done); });
}

QFuture<base::Result<EjectedBank>> CabinetFleet::rent(const QString &sn, int slot, const QString &by)
{
    return call<EjectedBank>(
        [sn, slot, by](CabinetServer &server, const auto &done) { server.calls().rent(sn, slot, by, done); });
}

QFuture<base::Result<EjectedBank>> CabinetFleet::rentBest(const QString &sn, const QString &by)
{
    return call<EjectedBank>(
        [sn, by](CabinetServer &server, const auto &done) { server.calls().rentBest(sn, by, done); });
}

QFuture<base::Result<EjectedBank>> CabinetFleet::eject(const QString &sn, int slot, const QString &by)
{
    return call<EjectedBank>([sn, slot, by](CabinetServer &server, const auto &done) {
        server.calls().eject(sn, slot, by, done);
    });
}

QFuture<base::Result<QString>> CabinetFleet::version(const QString &sn)
{
    return call<QString>([sn](CabinetServer &server, const auto &done) { server.calls().version(sn, done); });
}

QFuture<base::Result<QString>> CabinetFleet::iccid(const QString &sn)
{
    return call<QString>([sn](CabinetServer &server, const auto &done) { server.calls().iccid(sn, done); });
}

QFuture<base::Result<Network>> CabinetFleet::network(const QString &sn)
{
    return call<Network>([sn](CabinetServer &server, const auto &done) { server.calls().network(sn, done); });
}

QFuture<base::Result<ServerAddress>> CabinetFleet::serverAddress(const QString &sn)
{
    return call<ServerAddress>(
        [sn](CabinetServer &server, const auto &done) { server.calls().serverAddress(sn, done); });
}

QFuture<base::Result<void>> CabinetFleet::setServerAddress(const QString &sn, const ServerAddress &address,
                                                           const QString &by)
{
    return call<void>([sn, address, by](CabinetServer &server, const auto &done) {
        server.calls().setServerAddress(sn, address, by, done);
    });
}

QFuture<base::Result<int>> CabinetFleet::volume(const QString &sn)
{
    return call<int>([sn](CabinetServer &server, const auto &done) { server.calls().volume(sn, done); });
}

QFuture<base::Result<void>> CabinetFleet::setVolume(const QString &sn, int level, const QString &by)
{
    return call<void>([sn, level, by](CabinetServer &server, const auto &done) {
        server.calls().setVolume(sn, level, by, done);
    });
}

QFuture<base::Result<void>> CabinetFleet::reboot(const QString &sn, const QString &by)
{
    return call<void>(
        [sn, by](CabinetServer &server, const auto &done) { server.calls().reboot(sn, by, done); });
}

QFuture<base::Result<void>> CabinetFleet::upgrade(const QString &sn, const FtpUpgrade &what,
                                                  const QString &by)
{
    if (m_taps)
        m_taps->addSecret(what.password.toUtf8());
    return call<void>([sn, what, by](CabinetServer &server, const auto &done) {
        server.calls().upgrade(sn, what, by, done);
    });
}

} // namespace opsdeck::cabinet
