// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/systems/cabinet/cabinet_fleet.h"

#include <QFuture>

#include <functional>

namespace opsdeck::cabinet {

/// What can be asked of cabinets, in the name of whoever sits here: the seam between the widgets and the fleet, so that
/// they are tested with answers that a test gives. The same calls and errors as CabinetFleet's. GUI thread.
class OperatorCalls
{
public:
    template <typename T>
    using Answer = QFuture<base::Result<T>>;

    OperatorCalls() = default;
    OperatorCalls(const OperatorCalls &) = delete;
    OperatorCalls &operator=(const OperatorCalls &) = delete;
    virtual ~OperatorCalls() = default;

    /// What is known, at once. Null when the SN is neither accepted nor connected.
    virtual std::optional<CabinetStatus> cabinet(const QString &sn) const = 0;
    virtual QList<WaitingCabinet> waiting() const = 0;

    virtual Answer<QList<SlotEntry>> inventory(const QString &sn) = 0;
    virtual Answer<EjectedBank> rent(const QString &sn, int slot) = 0;
    virtual Answer<EjectedBank> rentBest(const QString &sn) = 0;
    virtual Answer<EjectedBank> eject(const QString &sn, int slot) = 0;
    virtual Answer<QString> version(const QString &sn) = 0;
    virtual Answer<QString> iccid(const QString &sn) = 0;
    virtual Answer<Network> network(const QString &sn) = 0;
    virtual Answer<ServerAddress> serverAddress(const QString &sn) = 0;
    virtual Answer<void> setServerAddress(const QString &sn, const ServerAddress &address) = 0;
    virtual Answer<int> volume(const QString &sn) = 0;
    virtual Answer<void> setVolume(const QString &sn, int level) = 0;
    virtual Answer<void> reboot(const QString &sn) = 0;
    virtual Answer<void> upgrade(const QString &sn, const FtpUpgrade &what) = 0;
    virtual Answer<void> accept(const QStringList &sns) = 0;
    virtual Answer<void> describe(const QString &sn, const QString &name, const QString &place,
                                  bool isStrict) = 0;
    /// In memory only; empty = none.
    virtual void setSecret(const QString &sn, const QString &secret) = 0;
    virtual Answer<void> forget(const QString &sn) = 0;
    /// Journalled once it is on disk.
    virtual Answer<void> setFlag(const QByteArray &bank, bool isFlagged, const QString &reason) = 0;
};

/// The calls, answered by the fleet and its ledger. Owns neither.
class FleetCalls final : public OperatorCalls
{
public:
    /// @param by who the operator is now, for journal and ledger. The others must outlive it.
    FleetCalls(CabinetFleet &fleet, store::BankLedger &ledger, store::Journal &journal,
               const base::Clock &clock, std::function<QString()> by);

    std::optional<CabinetStatus> cabinet(const QString &sn) const override;
    QList<WaitingCabinet> waiting() const override;
    Answer<QList<SlotEntry>> inventory(const QString &sn) override;
    Answer<EjectedBank> rent(const QString &sn, int slot) override;
    Answer<EjectedBank> rentBest(const QString &sn) override;
    Answer<EjectedBank> eject(const QString &sn, int slot) override;
    Answer<QString> version(const QString &sn) override;
    Answer<QString> iccid(const QString &sn) override;
    Answer<Network> network(const QString &sn) override;
    Answer<ServerAddress> serverAddress(const QString &sn) override;
    Answer<void> setServerAddress(const QString &sn, const ServerAddress &address) override;
    Answer<int> volume(const QString &sn) override;
    Answer<void> setVolume(const QString &sn, int level) override;
    Answer<void> reboot(const QString &sn) override;
    Answer<void> upgrade(const QString &sn, const FtpUpgrade &what) override;
    Answer<void> accept(const QStringList &sns) override;
    Answer<void> describe(const QString &sn, const QString &name, const QString &place,
                          bool isStrict) override;
    void setSecret(const QString &sn, const QString &secret) override;
    Answer<void> forget(const QString &sn) override;
    Answer<void> setFlag(const QByteArray &bank, bool isFlagged, const QString &reason) override;

private:
    CabinetFleet &m_fleet;
    store::BankLedger &m_ledger;
    store::Journal &m_journal;
    const base::Clock &m_clock;
    const std::function<QString()> m_by;
};

} // namespace opsdeck::cabinet
