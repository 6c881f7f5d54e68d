// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/systems/cabinet/cabinet_register.h"
#include "core/systems/cabinet/reporter.h"

namespace opsdeck::cabinet {

/// What cabinets say of power banks, brought into the ledger, the journal and the shown inventory: returns, inventories, what
/// came out of a slot, faults. A return is answered when the ledger's answer is on disk. Lives on the I/O thread.
class BankDesk
{
public:
    static constexpr int kMostPendingReturns = 64; ///< of one cabinet
    /// An answer that comes later than this after its time-out is not expected any more.
    static constexpr std::chrono::seconds kLateTime{60};
    static constexpr int kMostLate = 32;
    /// Faults of one connection that the journal takes at once, and then one in kFaultPause.
    static constexpr int kFaultsAtOnce = 20;
    static constexpr std::chrono::seconds kFaultPause{10};
    /// Refused returns of one cabinet that the journal takes at once, and then one in kRefusalPause.
    static constexpr int kRefusalsAtOnce = 20;
    static constexpr std::chrono::seconds kRefusalPause{5};

    /// All must outlive this object.
    BankDesk(base::Clock &clock, store::BankLedger &ledger, CabinetRegister &cabinets, Reporter &reporter,
             QObject &server);

    void setKnownBanksOnly(bool only) { m_knownBanksOnly = only; }

    /// 0x66: asks the ledger, then answers. Once for each bank and slot, however often it is repeated meanwhile.
    void returned(CabinetSession &session, const Frame &frame);
    /// 0x83: answers and tells.
    void slotFault(CabinetSession &session, const Frame &frame);
    /// @param told as the cabinet said it, empty slots too. @param done called when the ledger has it, or has failed; may be
    /// empty.
    void inventorySeen(CabinetRecord &record, const QList<SlotEntry> &told,
                       std::function<void(base::Result<void>)> done = {});
    /// A rent or eject that was sent.
    struct Asked {
        Command command; ///< Rent or Eject
        int slot;
        QString by;
        base::Clock::Nanoseconds sentAt; ///< monotonic
    };
    /// What is known of the bank since it was asked for is newer than the answer: then the bank stays where that says.
    /// @param done called when the ledger has it, or has failed.
    void wentOut(CabinetRecord &record, const Asked &asked, const EjectedBank &bank, bool isLate,
                 std::function<void()> done = {});
    /// A rent or eject without a usable answer. @param mayComeLate the answer can still come on this connection.
    void outcomeUnknown(CabinetRecord &record, const Asked &asked, bool mayComeLate);
    /// Takes the answer of a rent or eject that came after its time-out. False: none is expected for this slot.
    bool takeLate(CabinetRecord &record, Command command, QByteArrayView payload);

    /// A message that does not fit its layout, told once a connection and command.
    void badMessage(CabinetSession &session, quint8 command, const QString &detail);

private:
    void onReturnDecided(const QString &sn, transport::PeerId peer, int slot, const QByteArray &bank,
                         int level, const std::optional<SlotEntry::Health> &health,
                         const base::Result<store::BankLedger::ReturnOutcome> &outcome);
    void onInventoryRecorded(const QString &sn,
                             const base::Result<store::BankLedger::InventoryOutcome> &outcome);
    void reportReturn(const QString &sn, const Reporter::Fact &fact, bool isRefused);
    QDateTime timeOf(base::Clock::Nanoseconds sentAt) const;
    /// @param record with an inventory.
    static bool isShown(const CabinetRecord &record, const QByteArray &bank, int slot);
    /// The bank wherever it is shown, and whatever is shown in the slot. @param slot 0 = none.
    void takeFromShown(CabinetRecord &record, const QByteArray &bank, int slot);

    base::Clock &m_clock;
    store::BankLedger &m_ledger;
    CabinetRegister &m_cabinets;
    Reporter &m_reporter;
    QObject &m_server; ///< in whose thread answers are taken, and none when it is gone
    bool m_knownBanksOnly = false;
};

} // namespace opsdeck::cabinet
