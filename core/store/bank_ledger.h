// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QFuture>
#include <QList>
#include <QObject>
#include <QString>

#include <array>
#include <memory>
#include <optional>

namespace opsdeck::store {

class Database;

/// Where a power bank is, as far as anybody knows. Its id is the 8 raw bytes of the wire.
struct BankPlace {
    enum class State {
        Unknown = 0, ///< it was somewhere; where it is now nobody saw
        InSlot = 1,
        Rented = 2,
    };
    State state = State::Unknown;
    QString cabinet; ///< SN; for InSlot where it is, else where it was last
    int slot = 0;    ///< 1–255 for InSlot; else where it was last, 0 = nowhere yet

    friend bool operator==(const BankPlace &, const BankPlace &) = default;
};

struct Bank {
    QByteArray id; ///< 8 bytes
    BankPlace place;
    QDateTime since;        ///< of the place; UTC
    int level = -1;         ///< 0–4 as last reported; -1 = never
    bool isFlagged = false; ///< taken out of use by an operator or by a fault it reported
    QString flagReason;

    friend bool operator==(const Bank &, const Bank &) = default;
};

/// Why a bank moved or changed.
enum class MoveCause {
    Inventory = 0, ///< an inventory saw it, or missed it
    Rent = 1,
    Return = 2,
    Eject = 3,
    LateRent = 4, ///< an answer after its time-out, or settled by a later inventory
    LateEject = 5,
    Flagged = 6,
    Unflagged = 7,
    Registered = 8, ///< an operator made it known
};

struct BankMove {
    qint64 id = 0;
    QByteArray bank;
    QDateTime time; ///< UTC
    MoveCause cause = MoveCause::Inventory;
    BankPlace from;
    BankPlace to;
    QString operatorName; ///< empty: nobody, the device did it
    QString note; ///< a flag's reason, "settled by an inventory" …; English or the operator's own words

    friend bool operator==(const BankMove &, const BankMove &) = default;
};

/// What a cabinet is told of a return; the numbers of the wire (cabinet.md, return results).
enum class ReturnResult {
    Failed = 0,
    Ok = 1,
    BankAbnormal = 2,
    Duplicate = 3,
    IllegalBank = 4,
    SlotNotEmpty = 5,
};

/// A cabinet the operator has accepted.
struct KnownCabinet {
    QString sn; ///< 1–64 characters as the login carried them
    QString name;
    QString place;
    int slotCount = 0;      ///< as last seen; 0 = never
    bool isStrict = false;  ///< frames with a wrong checksum are dropped
    bool hasSecret = false; ///< a VSN 2 secret is in the keychain, as opsdeck/cabinet-<sn>/secret
    QDateTime acceptedAt;
    QString acceptedBy;
    QDateTime lastSeen; ///< null = never

    friend bool operator==(const KnownCabinet &, const KnownCabinet &) = default;
};

/// The ledger of power banks and the list of accepted cabinets, in the database. Any thread may call; an answer means
/// that it is on disk (group commit). Writes are done in the order they were asked for. Decisions are taken inside the
/// transaction, so two of them never contradict each other. Signals come in this object's thread.
class BankLedger final : public QObject
{
    Q_OBJECT
public:
    /// @param database must outlive this object.
    explicit BankLedger(Database &database, QObject *parent = nullptr);
    ~BankLedger() override;

    struct ReturnFact {
        QDateTime time;
        QString cabinet;
        int slot = 0;
        QByteArray bank;
        bool isFaulty = false; ///< the board itself reports a fault: the bank is flagged, the answer is 2
        int level = -1;
        bool knownOnly = false; ///< refuse banks nobody has seen or registered
    };
    struct ReturnOutcome {
        ReturnResult result = ReturnResult::Failed;
        std::optional<BankPlace> before; ///< where the ledger had the bank; nothing = never seen
        QByteArray inSlot;               ///< for SlotNotEmpty: who is there
    };
    /// In this order: 3 when the bank already is in this slot and no open outcome says that it went out, 4 unknown and knownOnly, 2 flagged or faulty, 5 another bank
    /// in the slot (unless an open outcome explains that it went out: that is settled then), else 1: then, and only then,
    /// the bank is in the slot. A faulty bank that is known, or would be taken, is flagged. Errors: of the database (the
    /// caller answers 0).
    QFuture<base::Result<ReturnOutcome>> recordReturn(ReturnFact fact);

    /// A bank went out of a slot. @param cause Rent, Eject, LateRent or LateEject: rented after the rents, unknown after the
    /// ejects.
    struct OutFact {
        QDateTime time;
        QString cabinet;
        int slot = 0;
        QByteArray bank;
        MoveCause cause = MoveCause::Rent;
        QString operatorName;
        /// When the cabinet was asked for it; null = not known. What happened to the bank after that is newer than this fact.
        QDateTime askedAt = {};
    };
    struct OutOutcome {
        /// Where the bank has come to since it was asked for: it stays there, the answer was overtaken. Nothing: it is out.
        std::optional<BankPlace> overtakenBy;
    };
    QFuture<base::Result<OutOutcome>> recordOut(OutFact fact);

    /// A rent or eject was sent and nobody knows what came of it: the next inventory of the cabinet settles it. Kept on
    /// disk, so that it is settled after a restart too.
    struct OpenOutcome {
        qint64 id = 0;
        QDateTime time; ///< when it was asked; what came into the slot after that did not go out by it
        QString cabinet;
        int slot = 0;
        MoveCause cause = MoveCause::Rent; ///< Rent or Eject
        QByteArray bank;                   ///< who was in the slot; empty = not known
        QString operatorName;
    };
    QFuture<base::Result<void>> recordUnknownOutcome(OpenOutcome outcome);

    struct SeenBank {
        int slot = 0;
        QByteArray bank;
        int level = -1;
        bool isFaulty = false;
    };
    /// One thing an inventory saw otherwise than the ledger had it.
    struct Disagreement {
        QByteArray bank;
        std::optional<BankPlace> ledger; ///< nothing: it was not known
        BankPlace seen;
    };
    struct Settled {
        OpenOutcome outcome;
        bool wentOut = false;
    };
    struct InventoryOutcome {
        bool isFirst = false; ///< the cabinet's first: banks that were never anywhere are no disagreement
        QList<Disagreement> disagreements;
        QList<Settled> settled;
    };
    /// The inventory wins: every bank seen is where it was seen, every other bank the ledger had in this cabinet is Unknown
    /// (or where an open outcome says it went). At most 255 entries, slots 1–255, ids of 8 bytes, else
    /// InvalidArgument; of two of one slot or bank the later counts.
    QFuture<base::Result<InventoryOutcome>> recordInventory(QDateTime time, QString cabinet,
                                                            QList<SeenBank> seen);

    /// Errors: InvalidArgument for a bank nobody has seen or registered.
    QFuture<base::Result<void>> setFlag(QByteArray bank, bool flagged, QString reason, QString by,
                                        QDateTime time);
    QFuture<base::Result<void>> registerBanks(QList<QByteArray> banks, QString by, QDateTime time);

    QFuture<base::Result<std::optional<Bank>>> bank(QByteArray id);
    /// Those whose shown id (RL1A7C000041) contains the text; case does not count. @param limit 1–1000.
    QFuture<base::Result<QList<Bank>>> search(QString text, int limit);
    /// Newest first; @param before the id of the last one of the page before, 0 = from the newest.
    QFuture<base::Result<QList<BankMove>>> history(QByteArray bank, qint64 before, int limit);
    QFuture<base::Result<QList<Bank>>> banksOf(QString cabinet);

    struct Stock {
        int inSlots = 0;
        int rented = 0;
        int unknown = 0;
        int flagged = 0;
        std::array<int, 6> byLevel{}; ///< of those in slots: level 0–4, then unknown
    };
    QFuture<base::Result<Stock>> stock();
    struct Hour {
        QDateTime from; ///< UTC, a full hour
        int rents = 0;
        int returns = 0;
    };
    /// Of whole hours, oldest first, without gaps; at most 24 × 31.
    QFuture<base::Result<QList<Hour>>> hours(QDateTime from, QDateTime to);

    QFuture<base::Result<QList<KnownCabinet>>> cabinets();
    /// Adds or replaces name, place, strictness … of an SN; a slot count of 0, times that are null and a last time seen that
    /// is older leave what is known.
    /// Errors: InvalidArgument for an SN of 0 or more than 64 characters: none of them is accepted then.
    QFuture<base::Result<void>> acceptCabinets(QList<KnownCabinet> cabinets);
    QFuture<base::Result<void>> forgetCabinet(QString sn);
    QFuture<base::Result<void>> noteSeen(QString sn, int slotCount, QDateTime time);

Q_SIGNALS:
    /// Some places or flags changed; collected for up to 250 ms.
    void changed();
    void cabinetsChanged();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace opsdeck::store
