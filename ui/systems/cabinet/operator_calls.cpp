// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/cabinet/operator_calls.h"

#include "core/systems/cabinet/cabinet_events.h"

namespace opsdeck::cabinet {

namespace {

QString key(const EventText &text)
{
    return QString::fromLatin1(text.key.data(), qsizetype(text.key.size()));
}

} // namespace

FleetCalls::FleetCalls(CabinetFleet &fleet, store::BankLedger &ledger, store::Journal &journal,
                       const base::Clock &clock, std::function<QString()> by)
    : m_fleet(fleet)
    , m_ledger(ledger)
    , m_journal(journal)
    , m_clock(clock)
    , m_by(std::move(by))
{
}

std::optional<CabinetStatus> FleetCalls::cabinet(const QString &sn) const
{
    return m_fleet.cabinet(sn);
}

QList<WaitingCabinet> FleetCalls::waiting() const
{
    return m_fleet.waiting();
}

OperatorCalls::Answer<QList<SlotEntry>> FleetCalls::inventory(const QString &sn)
{
    return m_fleet.inventory(sn);
}

OperatorCalls::Answer<EjectedBank> FleetCalls::rent(const QString &sn, int slot)
{
    return m_fleet.rent(sn, slot, m_by());
}

OperatorCalls::Answer<EjectedBank> FleetCalls::rentBest(const QString &sn)
{
    return m_fleet.rentBest(sn, m_by());
}

OperatorCalls::Answer<EjectedBank> FleetCalls::eject(const QString &sn, int slot)
{
    return m_fleet.eject(sn, slot, m_by());
}

OperatorCalls::Answer<QString> FleetCalls::version(const QString &sn)
{
    return m_fleet.version(sn);
}

OperatorCalls::Answer<QString> FleetCalls::iccid(const QString &sn)
{
    return m_fleet.iccid(sn);
}

OperatorCalls::Answer<Network> FleetCalls::network(const QString &sn)
{
    return m_fleet.network(sn);
}

OperatorCalls::Answer<ServerAddress> FleetCalls::serverAddress(const QString &sn)
{
    return m_fleet.serverAddress(sn);
}

OperatorCalls::Answer<void> FleetCalls::setServerAddress(const QString &sn, const ServerAddress &address)
{
    return m_fleet.setServerAddress(sn, address, m_by());
}

OperatorCalls::Answer<int> FleetCalls::volume(const QString &sn)
{
    return m_fleet.volume(sn);
}

OperatorCalls::Answer<void> FleetCalls::setVolume(const QString &sn, int level)
{
    return m_fleet.setVolume(sn, level, m_by());
}

OperatorCalls::Answer<void> FleetCalls::reboot(const QString &sn)
{
    return m_fleet.reboot(sn, m_by());
}

OperatorCalls::Answer<void> FleetCalls::upgrade(const QString &sn, const FtpUpgrade &what)
{
    return m_fleet.upgrade(sn, what, m_by());
}

OperatorCalls::Answer<void> FleetCalls::accept(const QStringList &sns)
{
    return m_fleet.accept(sns, m_by());
}

OperatorCalls::Answer<void> FleetCalls::describe(const QString &sn, const QString &name, const QString &place,
                                                 bool isStrict)
{
    return m_fleet.describe(sn, name, place, isStrict, m_by());
}

void FleetCalls::setSecret(const QString &sn, const QString &secret)
{
    m_fleet.setSecret(sn, secret);
}

OperatorCalls::Answer<void> FleetCalls::forget(const QString &sn)
{
    return m_fleet.forget(sn, m_by());
}

OperatorCalls::Answer<void> FleetCalls::setFlag(const QByteArray &bank, bool isFlagged, const QString &reason)
{
    const QDateTime now = m_clock.now();
    // The journal outlives the calls; what is written when the answer comes does not ask this object.
    const QString by = m_by();
    return m_ledger.setFlag(bank, isFlagged, reason, by, now)
        .then([journal = &m_journal, by, bank, isFlagged, reason, now](base::Result<void> written) {
            if (!written)
                return written;
            store::Event event;
            event.time = now;
            event.system = QStringLiteral("cabinet");
            event.kind = QStringLiteral("flag");
            event.textKey =
                key(isFlagged ? eventText("cabinet.bank-flagged") : eventText("cabinet.bank-unflagged"));
            event.arguments = isFlagged ? QStringList{bankName(bank), reason} : QStringList{bankName(bank)};
            event.operatorName = by;
            journal->post(event);
            return written;
        });
}

} // namespace opsdeck::cabinet
