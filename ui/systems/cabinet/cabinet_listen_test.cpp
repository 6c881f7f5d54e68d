// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/cabinet/cabinet_listen_test.h"

#include "core/base/on.h"
#include "core/base/worker.h"

#include <QNetworkInterface>
#include <QTcpServer>

namespace opsdeck::cabinet {

namespace {

struct Addresses {
    bool isOurs = false;
    QStringList all;
};

Addresses lookAtAddresses(const QHostAddress &wanted)
{
    Addresses found;
    const bool isAny = wanted == QHostAddress(QHostAddress::Any) ||
                       wanted == QHostAddress(QHostAddress::AnyIPv4) ||
                       wanted == QHostAddress(QHostAddress::AnyIPv6);
    found.isOurs = isAny || wanted.isLoopback();
    for (const QHostAddress &address : QNetworkInterface::allAddresses()) {
        found.isOurs = found.isOurs || address.isEqual(wanted, QHostAddress::TolerantConversion);
        // Those that cabinets can dial.
        if (!address.isLoopback() && !address.isLinkLocal())
            found.all << address.toString();
    }
    return found;
}

} // namespace

CabinetListenTest::CabinetListenTest(ServerSettings settings, std::function<std::optional<Own>()> own,
                                     base::Clock &clock)
    : m_settings(std::move(settings))
    , m_own(std::move(own))
    , m_clock(clock)
{
}

QString CabinetListenTest::stepName(int step) const
{
    switch (step) {
    case FindAddress:
        return tr("Find the address");
    case Listen:
        return tr("Listen on the port");
    case Cabinets:
        return tr("Look who dialled in");
    default:
        return QString();
    }
}

void CabinetListenTest::begin(int step)
{
    m_begunAt = m_clock.monotonic();
    Q_EMIT stepStarted(step);
}

void CabinetListenTest::tell(int step, const QString &detail, bool isOk)
{
    const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(m_clock.monotonic() - m_begunAt);
    Q_EMIT stepDone(step, detail, isOk, took);
    const bool isLast = !isOk || step == Cabinets;
    if (!isLast || m_isCancelled || m_hasEnded)
        return;
    m_hasEnded = true;
    Q_EMIT finished(isOk);
    Q_EMIT ended();
}

void CabinetListenTest::start()
{
    if (m_isBusy || m_hasEnded)
        return;
    m_isBusy = true;
    begin(FindAddress);
    base::runOnWorker([bind = m_settings.bind] {
        return lookAtAddresses(bind);
    }).then(base::on(this, [this](const Addresses &found) { onAddress(found.isOurs, found.all); }));
}

void CabinetListenTest::onAddress(bool isOurs, const QStringList &addresses)
{
    if (m_isCancelled) {
        m_isBusy = false;
        cancel();
        return;
    }
    if (!isOurs) {
        m_isBusy = false;
        tell(FindAddress, tr("it is not an address of this computer"), false);
        return;
    }
    constexpr int kShown = 3;
    tell(FindAddress,
         addresses.isEmpty()
             ? tr("this computer is in no network")
             : tr("cabinets can dial %1").arg(addresses.mid(0, kShown).join(QStringLiteral(", "))),
         true);
    begin(Listen);
    const auto own = m_own ? m_own() : std::nullopt;
    if (own && own->port == m_settings.port) {
        onListen(Found::Ours);
        return;
    }
    base::runOnWorker([settings = m_settings] {
        QTcpServer server;
        if (server.listen(settings.bind, settings.port))
            return Found::Free;
        switch (server.serverError()) {
        case QAbstractSocket::AddressInUseError:
            return Found::Taken;
        case QAbstractSocket::SocketAccessError:
            return Found::NotAllowed;
        case QAbstractSocket::SocketAddressNotAvailableError:
            return Found::NotOurs;
        default:
            return Found::Failed;
        }
    }).then(base::on(this, [this](Found found) { onListen(found); }));
}

void CabinetListenTest::onListen(Found found)
{
    m_isBusy = false;
    if (m_isCancelled) {
        cancel();
        return;
    }
    const int port = m_settings.port;
    switch (found) {
    case Found::Taken:
        tell(Listen, tr("another program uses port %1").arg(port), false);
        return;
    case Found::NotAllowed:
        tell(Listen, tr("this computer does not allow port %1 to this user").arg(port), false);
        return;
    case Found::NotOurs:
        tell(Listen, tr("it is not an address of this computer"), false);
        return;
    case Found::Failed:
        tell(Listen, tr("port %1 cannot be used").arg(port), false);
        return;
    case Found::Ours:
        tell(Listen, tr("this window listens on port %1 already").arg(port), true);
        break;
    case Found::Free:
        tell(Listen, tr("port %1 is free").arg(port), true);
        break;
    }
    begin(Cabinets);
    const auto own = m_own ? m_own() : std::nullopt;
    if (found != Found::Ours || !own) {
        tell(Cabinets, tr("nobody can dial in before the device is saved"), true);
        return;
    }
    tell(Cabinets,
         (own->waiting == 1 ? tr("%1 of %2 on line, %3 waits to be accepted")
                            : tr("%1 of %2 on line, %3 wait to be accepted"))
             .arg(own->online)
             .arg(own->known)
             .arg(own->waiting),
         true);
}

void CabinetListenTest::cancel()
{
    m_isCancelled = true;
    if (m_isBusy || m_hasEnded)
        return;
    m_hasEnded = true;
    // Not from inside the call: the caller may still look at the object.
    QMetaObject::invokeMethod(this, &ConnectionTest::ended, Qt::QueuedConnection);
}

} // namespace opsdeck::cabinet
