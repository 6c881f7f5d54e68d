// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/systems/cabinet/bank_desk.h"

#include <map>
#include <memory>

namespace opsdeck::cabinet {

/// What an operator asks of a cabinet: checked, sent, its answer read, its outcome journalled. Each `done` is called once, on
/// the I/O thread, where this object lives; with the errors of CabinetError.
class CabinetCalls
{
public:
    using Nanoseconds = base::Clock::Nanoseconds;
    template <typename T>
    using Done = std::function<void(base::Result<T>)>;

    /// All must outlive this object. @param lookAgain asked for an inventory when nobody knows what came of a rent or eject.
    CabinetCalls(base::Clock &clock, CabinetRegister &cabinets, BankDesk &desk, Reporter &reporter,
                 store::BankLedger &ledger, QObject &server, std::function<void(CabinetRecord &)> lookAgain);

    void setLimits(const ServerLimits &limits) { m_limits = limits; }

    /// Answers when the ledger has it too, or could not take it.
    void inventory(const QString &sn, Done<QList<SlotEntry>> done);
    /// Sent only when the bank in the slot is in use as far as the ledger knows, else BankOutOfUse. Who has not counted since
    /// its login is asked to do that first; of one that does not within 3 s the ledger says what lies there.
    void rent(const QString &sn, int slot, const QString &by, Done<EjectedBank> done);
    /// Also a bank that is out of use: so a technician takes it out.
    void eject(const QString &sn, int slot, const QString &by, Done<EjectedBank> done);
    void rentBest(const QString &sn, const QString &by, Done<EjectedBank> done);
    void version(const QString &sn, Done<QString> done);
    void iccid(const QString &sn, Done<QString> done);
    void network(const QString &sn, Done<Network> done);
    void serverAddress(const QString &sn, Done<ServerAddress> done);
    void setServerAddress(const QString &sn, const ServerAddress &address, const QString &by,
                          Done<void> done);
    void volume(const QString &sn, Done<int> done);
    void setVolume(const QString &sn, int level, const QString &by, Done<void> done);
    void reboot(const QString &sn, const QString &by, Done<void> done);
    void upgrade(const QString &sn, const FtpUpgrade &what, const QString &by, Done<void> done);

private:
    /// The three ends of an action, as the journal has them.
    struct ActionTexts {
        const char *kind;
        EventText done;
        EventText noAnswer;
        EventText failed;
    };

    template <typename T, typename Decode, typename Take>
    void ask(const QString &sn, Command command, const QByteArray &payload, Decode decode, Take take,
             Done<T> done);
    void act(const QString &sn, Command command, const QByteArray &payload, const ActionTexts &texts,
             const QStringList &arguments, const QString &by, std::function<void(CabinetRecord &)> take,
             Done<void> done);
    void reportAction(const ActionTexts &texts, const QStringList &arguments, const QString &sn,
                      const QString &by, const base::Result<void> &result);
    /// @param command Rent or Eject.
    void push(Command command, const QString &sn, int slot, const QString &by, Done<EjectedBank> done);
    /// The slot counts as leaving until `done` was called, which the answer does.
    Done<EjectedBank> leaving(CabinetRecord &record, int slot, Done<EjectedBank> done);
    /// @param isCounted the shown inventory is of this connection.
    void rentWhatLies(const QString &sn, int slot, const QString &by, bool isCounted,
                      const Done<EjectedBank> &done);
    void rentInUse(const QString &sn, int slot, const QString &by,
                   const base::Result<std::optional<store::Bank>> &bank, const Done<EjectedBank> &done);
    void onEjected(Command command, const QString &sn, int slot, const QString &by,
                   const base::Result<QByteArray> &answer, std::optional<Nanoseconds> sentAt,
                   const Done<EjectedBank> &done);
    void rentFullest(const QString &sn, const QString &by, const base::Result<QList<store::Bank>> &banks,
                     Done<EjectedBank> done);
    /// @param wasTold by us; else the cabinet reported it.
    void setHeartbeat(CabinetRecord &record, int seconds, bool wasTold);

    base::Clock &m_clock;
    CabinetRegister &m_cabinets;
    BankDesk &m_desk;
    Reporter &m_reporter;
    store::BankLedger &m_ledger;
    QObject &m_server; ///< in whose thread answers are taken, and none when it is gone
    std::function<void(CabinetRecord &)> m_lookAgain;
    ServerLimits m_limits;
    quint64 m_lastCounting = 0;
    /// By number: cabinets that count before they rent. One that is no longer active: who was to rent does not wait any more.
    std::map<quint64, std::unique_ptr<base::Timer>> m_counting;
};

} // namespace opsdeck::cabinet
