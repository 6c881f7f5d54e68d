// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/store/journal.h"
#include "core/systems/cabinet/cabinet_types.h"
#include "core/transport/link_tap.h"

#include <QFuture>
#include <QHash>
#include <QJsonObject>
#include <QObject>
#include <QThread>

#include <functional>
#include <memory>

namespace opsdeck::cabinet {

/// One line of what happens, for `opsdeckctl cabinet serve`: online, offline, login-refused, inventory, rented, returned
/// (with result), fault, conflict, checksum, disagreement, outcome-unknown.
struct FleetEvent {
    QString kind;
    QString sn;
    QDateTime time;      ///< UTC
    QJsonObject details; ///< e.g. {"slot":3,"terminalId":"RL1A7C000064","result":1}
};

/// All charging cabinets that dial in, seen from any one thread (the window's): owns the cabinet I/O thread and the server
/// on it. Writes ledger and journal. Calls return at once; signals arrive in the thread of this object. Never blocks but in
/// its destructor (it joins its thread).
class CabinetFleet final : public QObject
{
    Q_OBJECT
public:
    /// @param ledger and @param journal must outlive this object, as must @param clock. @param taps may be null.
    CabinetFleet(base::Clock &clock, store::BankLedger &ledger, store::Journal &journal,
                 transport::LinkTapFactory *taps, QObject *parent = nullptr);
    ~CabinetFleet() override;

    /// Listens as said; called again with other settings it changes what changed (a new port drops all connections).
    void start(const ServerSettings &settings);
    /// Closes everything.
    void stop();
    ServerState state() const { return m_state; }
    /// The allow-list; also read from the ledger at the start and whenever it changes there. For `--allow`.
    void allow(const QStringList &sns);
    /// The secret of a VSN 2 board; empty = none. In memory only.
    void setSecret(const QString &sn, const QString &secret);

    /// The last status heard of each cabinet, unsorted.
    QList<CabinetStatus> cabinets() const { return m_cabinets.values(); }
    /// Null when the SN is neither accepted nor connected.
    std::optional<CabinetStatus> cabinet(const QString &sn) const;
    QList<WaitingCabinet> waiting() const { return m_waiting; }
    /// They join the allow-list (on disk); their next login succeeds. Journalled with the operator.
    QFuture<base::Result<void>> accept(const QStringList &sns, const QString &by);
    /// Off the allow-list; its connection is closed. Journalled.
    QFuture<base::Result<void>> forget(const QString &sn, const QString &by);
    /// Journalled.
    QFuture<base::Result<void>> describe(const QString &sn, const QString &name, const QString &place,
                                         bool isStrict, const QString &by);

    // Requests. Errors: CabinetError. @param by the operator (seat) for ledger and journal; rent, eject, reboot, upgrade,
    // setServerAddress and setVolume are journalled with him, with their outcome.
    QFuture<base::Result<QList<SlotEntry>>> inventory(const QString &sn);
    /// BankOutOfUse when the ledger has the bank in the slot flagged; an eject brings that out all the same. @param slot 1–255
    QFuture<base::Result<EjectedBank>> rent(const QString &sn, int slot, const QString &by);
    /// The fullest bank that is not flagged, the lowest slot of equals, after a fresh inventory.
    QFuture<base::Result<EjectedBank>> rentBest(const QString &sn, const QString &by);
    QFuture<base::Result<EjectedBank>> eject(const QString &sn, int slot, const QString &by);
    QFuture<base::Result<QString>> version(const QString &sn);
    QFuture<base::Result<QString>> iccid(const QString &sn);
    QFuture<base::Result<Network>> network(const QString &sn);
    QFuture<base::Result<ServerAddress>> serverAddress(const QString &sn);
    QFuture<base::Result<void>> setServerAddress(const QString &sn, const ServerAddress &address,
                                                 const QString &by);
    QFuture<base::Result<int>> volume(const QString &sn);
    QFuture<base::Result<void>> setVolume(const QString &sn, int level,
                                          const QString &by); ///< @param level 0–15
    QFuture<base::Result<void>> reboot(const QString &sn, const QString &by);
    QFuture<base::Result<void>> upgrade(const QString &sn, const FtpUpgrade &what, const QString &by);

Q_SIGNALS:
    void stateChanged(const opsdeck::cabinet::ServerState &state);
    /// Collected for up to 200 ms: every cabinet that changed, is new, or is gone (then `cabinet(sn)` is null).
    void cabinetsChanged(const QStringList &sns);
    void waitingChanged();
    void happened(const opsdeck::cabinet::FleetEvent &event);

private:
    struct Remote; ///< what lives on the I/O thread

    template <typename T, typename Call>
    QFuture<base::Result<T>> call(Call call);

    std::unique_ptr<transport::LinkTapFactory> m_taps; ///< null: no trace
    QThread m_thread;
    Remote *m_remote = nullptr;
    ServerState m_state;
    QHash<QString, CabinetStatus> m_cabinets;
    QList<WaitingCabinet> m_waiting;
};

} // namespace opsdeck::cabinet

Q_DECLARE_METATYPE(opsdeck::cabinet::FleetEvent)
