// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/systems/cabinet/cabinet_register.h"
#include "core/systems/cabinet/reporter.h"

namespace opsdeck::cabinet {

/// Who may log in: the list in the database and its changes. What an operator changes counts when it is on disk. Lives on the
/// I/O thread.
class AllowList
{
public:
    using Done = std::function<void(base::Result<void>)>;
    static constexpr std::chrono::milliseconds kReloadPause{1'000};

    /// All must outlive this object. @param forgotten a record that is no longer welcome and still connected.
    AllowList(base::Clock &clock, store::BankLedger &ledger, CabinetRegister &cabinets, Reporter &reporter,
              QObject &server, std::function<void(CabinetRecord &)> forgotten);

    /// @param loaded called when it has been read, or cannot be read. A list that was changed meanwhile is read again first.
    void load(std::function<void()> loaded);
    /// The database says that it changed: it is read again in a moment.
    void reloadSoon();

    /// Those of the site file that are not on it yet.
    void addFromSite(const QList<store::KnownCabinet> &cabinets);
    /// An unknown cabinet that the settings let in. Counts at once; written behind it.
    CabinetRecord &acceptNew(const QString &sn, const QString &address);

    // What an operator does; journalled with him. Errors: InvalidArgument, of the database.
    void accept(const QStringList &sns, const QString &by, Done done);
    void forget(const QString &sn, const QString &by, Done done);
    void describe(const QString &sn, const QString &name, const QString &place, bool isStrict,
                  const QString &by, Done done);

private:
    /// Hands a write's answer on. While one is under way the list read from the database may be older than what we know.
    void write(QFuture<base::Result<void>> future, Done done);
    void onLoaded(const base::Result<QList<store::KnownCabinet>> &list, quint64 version);
    void dropOut(CabinetRecord &record);

    base::Clock &m_clock;
    store::BankLedger &m_ledger;
    CabinetRegister &m_cabinets;
    Reporter &m_reporter;
    QObject &m_server; ///< in whose thread answers are taken, and none when it is gone
    std::function<void(CabinetRecord &)> m_forgotten;
    std::unique_ptr<base::Timer> m_timer;
    quint64 m_version = 0; ///< counts the beginnings and ends of writes
    int m_writing = 0;
    std::function<void()> m_loaded; ///< waits for the list
};

} // namespace opsdeck::cabinet
