// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/bank_rules.h"

#include "core/base/hex.h"
#include "core/store/bank_rows.h"

#include <QHash>
#include <QMap>
#include <QSet>

namespace opsdeck::store {

using base::fail;
using base::Result;
namespace rows = bank_rows;

namespace {

constexpr qsizetype kBankBytes = 8;
constexpr int kLastSlot = 255;
constexpr qsizetype kMostSeen = 255;

Result<void> checkBank(const QByteArray &id)
{
    if (id.size() == kBankBytes)
        return {};
    return fail(base::CommonError::InvalidArgument,
                QStringLiteral("a power bank's id has 8 bytes, not %1").arg(id.size()));
}

Result<void> checkSlot(const QString &cabinet, int slot)
{
    if (!cabinet.isEmpty() && slot >= 1 && slot <= kLastSlot)
        return {};
    return fail(base::CommonError::InvalidArgument,
                QStringLiteral("slot %1 of cabinet \"%2\"").arg(slot).arg(base::plainText(cabinet, 64)));
}

Result<void> check(const QString &cabinet, int slot, const QByteArray &id)
{
    if (const auto slotOk = checkSlot(cabinet, slot); !slotOk)
        return slotOk;
    return checkBank(id);
}

Bank newBank(const QByteArray &id, const QDateTime &time)
{
    Bank bank;
    bank.id = id;
    bank.since = time;
    return bank;
}

int cleanLevel(int level)
{
    return level >= 0 && level <= 4 ? level : -1;
}

/// Where a bank is after it went out for this reason.
BankPlace outPlace(MoveCause cause, const QString &cabinet, int slot)
{
    const bool isRent = cause == MoveCause::Rent || cause == MoveCause::LateRent;
    return {isRent ? BankPlace::State::Rented : BankPlace::State::Unknown, cabinet, slot};
}

/// How an outcome that was open is told once it is known.
MoveCause lateCause(MoveCause asked)
{
    return asked == MoveCause::Eject ? MoveCause::LateEject : MoveCause::LateRent;
}

} // namespace

Result<void> BankRules::move(SqlConnection &connection, Bank &bank, const BankPlace &to, const Why &why)
{
    const auto id = m_moveIds.next(connection);
    if (!id)
        return fail(id.error());
    const BankMove move{*id, bank.id, why.time, why.cause, bank.place, to, why.operatorName, why.note};
    bank.place = to;
    bank.since = why.time;
    if (const auto kept = rows::put(connection, bank); !kept)
        return kept;
    if (const auto kept = rows::addMove(connection, move); !kept)
        return kept;
    const bool isRent = why.cause == MoveCause::Rent || why.cause == MoveCause::LateRent;
    if (isRent || why.cause == MoveCause::Return)
        return rows::countHour(connection, why.time, isRent ? 1 : 0, isRent ? 0 : 1);
    return {};
}

Result<void> BankRules::flagFaulty(SqlConnection &connection, Bank &bank, const QDateTime &time)
{
    if (bank.isFlagged)
        return {};
    bank.isFlagged = true;
    bank.flagReason = QStringLiteral("the board reports a fault");
    const auto id = m_moveIds.next(connection);
    if (!id)
        return fail(id.error());
    if (const auto kept = rows::put(connection, bank); !kept)
        return kept;
    return rows::addMove(
        connection, {*id, bank.id, time, MoveCause::Flagged, bank.place, bank.place, {}, bank.flagReason});
}

/// Whether an open outcome tells that the bank is no longer in its slot, where another one has come in: settles it then.
Result<bool> BankRules::isGoneFromSlot(SqlConnection &connection, Bank &holder, const QDateTime &time)
{
    const auto open = rows::outcomes(connection, holder.place.cabinet, holder.place.slot);
    if (!open)
        return fail(open.error());
    for (const BankLedger::OpenOutcome &outcome : *open) {
        if (!outcome.bank.isEmpty() && outcome.bank != holder.id)
            continue;
        const MoveCause cause = lateCause(outcome.cause);
        const auto moved =
            move(connection, holder, outPlace(cause, outcome.cabinet, outcome.slot),
                 {time, cause, outcome.operatorName, QStringLiteral("settled by a return to its slot")});
        if (!moved)
            return fail(moved.error());
        if (const auto removed = rows::removeOutcome(connection, outcome.id); !removed)
            return fail(removed.error());
        return true;
    }
    return false;
}

Result<BankLedger::ReturnOutcome> BankRules::recordReturn(SqlConnection &connection,
                                                          const BankLedger::ReturnFact &fact)
{
    if (const auto ok = check(fact.cabinet, fact.slot, fact.bank); !ok)
        return fail(ok.error());
    const auto found = rows::find(connection, fact.bank);
    if (!found)
        return fail(found.error());

    BankLedger::ReturnOutcome outcome;
    Bank bank = found->value_or(newBank(fact.bank, fact.time));
    if (*found)
        outcome.before = bank.place;
    if (const int level = cleanLevel(fact.level); level >= 0)
        bank.level = level;
    const BankPlace here{BankPlace::State::InSlot, fact.cabinet, fact.slot};

    if (*found && bank.place == here) {
        outcome.result = ReturnResult::Duplicate;
        const auto flagged = fact.isFaulty ? flagFaulty(connection, bank, fact.time) : Result<void>();
        if (!flagged)
            return fail(flagged.error());
        return outcome;
    }
    if (!*found && fact.knownOnly) {
        outcome.result = ReturnResult::IllegalBank;
        return outcome;
    }
    if (bank.isFlagged || fact.isFaulty) {
        outcome.result = ReturnResult::BankAbnormal;
        if (const auto flagged = flagFaulty(connection, bank, fact.time); !flagged)
            return fail(flagged.error());
        return outcome;
    }
    const auto holder = rows::inSlot(connection, fact.cabinet, fact.slot);
    if (!holder)
        return fail(holder.error());
    if (*holder) {
        Bank other = **holder;
        const auto isGone = isGoneFromSlot(connection, other, fact.time);
        if (!isGone)
            return fail(isGone.error());
        if (!*isGone) {
            outcome.result = ReturnResult::SlotNotEmpty;
            outcome.inSlot = other.id;
            return outcome;
        }
    }
    const auto moved = move(connection, bank, here, {fact.time, MoveCause::Return, {}, {}});
    if (!moved)
        return fail(moved.error());
    outcome.result = ReturnResult::Ok;
    return outcome;
}

Result<void> BankRules::recordOut(SqlConnection &connection, const BankLedger::OutFact &fact)
{
    if (const auto ok = check(fact.cabinet, fact.slot, fact.bank); !ok)
        return ok;
    const bool isLate = fact.cause == MoveCause::LateRent || fact.cause == MoveCause::LateEject;
    if (!isLate && fact.cause != MoveCause::Rent && fact.cause != MoveCause::Eject)
        return fail(base::CommonError::InvalidArgument,
                    QStringLiteral("a bank does not go out for cause %1").arg(int(fact.cause)));
    if (isLate) {
        // The answer that was missed: nothing is left for an inventory to settle.
        const auto open = rows::outcomes(connection, fact.cabinet, fact.slot);
        if (!open)
            return fail(open.error());
        for (const BankLedger::OpenOutcome &outcome : *open) {
            if (lateCause(outcome.cause) != fact.cause)
                continue;
            if (const auto removed = rows::removeOutcome(connection, outcome.id); !removed)
                return removed;
            break;
        }
    }

    const auto found = rows::find(connection, fact.bank);
    if (!found)
        return fail(found.error());
    Bank bank = found->value_or(newBank(fact.bank, fact.time));
    const BankPlace out = outPlace(fact.cause, fact.cabinet, fact.slot);
    // An inventory may have told it before the late answer did.
    if (*found && isLate && bank.place == out)
        return {};

    const auto holder = rows::inSlot(connection, fact.cabinet, fact.slot);
    if (!holder)
        return fail(holder.error());
    if (*holder && (*holder)->id != bank.id) {
        Bank other = **holder;
        const auto lost = move(
            connection, other, {BankPlace::State::Unknown, fact.cabinet, fact.slot},
            {fact.time, MoveCause::Inventory, {}, QStringLiteral("another power bank came out of its slot")});
        if (!lost)
            return lost;
    }
    return move(connection, bank, out, {fact.time, fact.cause, fact.operatorName, {}});
}

Result<void> BankRules::recordUnknownOutcome(SqlConnection &connection, BankLedger::OpenOutcome outcome)
{
    if (const auto ok = checkSlot(outcome.cabinet, outcome.slot); !ok)
        return ok;
    if (!outcome.bank.isEmpty()) {
        if (const auto ok = checkBank(outcome.bank); !ok)
            return ok;
    }
    if (outcome.cause != MoveCause::Rent && outcome.cause != MoveCause::Eject)
        return fail(base::CommonError::InvalidArgument,
                    QStringLiteral("an open outcome is of a rent or an eject"));
    const auto id = m_outcomeIds.next(connection);
    if (!id)
        return fail(id.error());
    outcome.id = *id;
    return rows::addOutcome(connection, outcome);
}

/// What an inventory is worked through with.
struct BankRules::Inventory {
    QDateTime time;
    QString cabinet;
    QMap<int, BankLedger::SeenBank> seen; ///< by slot
    QSet<QByteArray> seenIds;
    QHash<QByteArray, Bank> had; ///< what the ledger has in the cabinet's slots
    BankLedger::InventoryOutcome outcome;

    bool isAt(const QByteArray &bank, int slot) const
    {
        const auto at = seen.constFind(slot);
        return at != seen.constEnd() && at->bank == bank;
    }
};

Result<BankLedger::InventoryOutcome> BankRules::recordInventory(SqlConnection &connection,
                                                                const QDateTime &time, const QString &cabinet,
                                                                const QList<BankLedger::SeenBank> &seen)
{
    if (seen.size() > kMostSeen)
        return fail(base::CommonError::InvalidArgument,
                    QStringLiteral("an inventory of %1 power banks").arg(seen.size()));
    Inventory inventory;
    inventory.time = time;
    inventory.cabinet = cabinet;
    QHash<QByteArray, int> slotOf;
    for (const BankLedger::SeenBank &entry : seen) {
        if (const auto ok = check(cabinet, entry.slot, entry.bank); !ok)
            return fail(ok.error());
        // Of two of one slot or bank the later counts.
        if (const auto before = inventory.seen.constFind(entry.slot); before != inventory.seen.constEnd())
            slotOf.remove(before->bank);
        if (const auto before = slotOf.constFind(entry.bank); before != slotOf.constEnd())
            inventory.seen.remove(*before);
        inventory.seen.insert(entry.slot, entry);
        slotOf.insert(entry.bank, entry.slot);
    }
    if (cabinet.isEmpty())
        return fail(base::CommonError::InvalidArgument, QStringLiteral("an inventory of no cabinet"));
    for (const BankLedger::SeenBank &entry : std::as_const(inventory.seen))
        inventory.seenIds.insert(entry.bank);

    const auto isFirst = rows::noteInventory(connection, cabinet, time);
    if (!isFirst)
        return fail(isFirst.error());
    inventory.outcome.isFirst = *isFirst;
    const auto had = rows::inCabinet(connection, cabinet);
    if (!had)
        return fail(had.error());
    for (const Bank &bank : *had)
        inventory.had.insert(bank.id, bank);

    using Step = Result<void> (BankRules::*)(SqlConnection &, Inventory &);
    for (const Step step : {&BankRules::settle, &BankRules::placeSeen, &BankRules::loseMissing}) {
        if (const auto done = (this->*step)(connection, inventory); !done)
            return fail(done.error());
    }
    if (inventory.outcome.isFirst)
        inventory.outcome.disagreements.clear();
    return inventory.outcome;
}

/// What was open is decided by what is in the slot now.
Result<void> BankRules::settle(SqlConnection &connection, Inventory &inventory)
{
    const auto open = rows::outcomes(connection, inventory.cabinet, 0);
    if (!open)
        return fail(open.error());
    for (const BankLedger::OpenOutcome &outcome : *open) {
        QByteArray subject = outcome.bank;
        if (subject.isEmpty()) {
            for (const Bank &bank : std::as_const(inventory.had)) {
                if (bank.place.slot == outcome.slot)
                    subject = bank.id;
            }
        }
        const bool wentOut = outcome.bank.isEmpty() ? !inventory.seen.contains(outcome.slot)
                                                    : !inventory.isAt(outcome.bank, outcome.slot);
        if (wentOut && !subject.isEmpty()) {
            const auto found = rows::find(connection, subject);
            if (!found)
                return fail(found.error());
            Bank bank = found->value_or(newBank(subject, inventory.time));
            // Where else the ledger has it, it has come to since.
            const bool isExplained =
                !*found || (bank.place.cabinet == inventory.cabinet && bank.place.slot == outcome.slot &&
                            bank.place.state != BankPlace::State::Rented);
            if (isExplained) {
                const MoveCause cause = lateCause(outcome.cause);
                const auto moved = move(
                    connection, bank, outPlace(cause, outcome.cabinet, outcome.slot),
                    {inventory.time, cause, outcome.operatorName, QStringLiteral("settled by an inventory")});
                if (!moved)
                    return moved;
                inventory.had.remove(subject);
            }
        }
        if (const auto removed = rows::removeOutcome(connection, outcome.id); !removed)
            return removed;
        inventory.outcome.settled.append({outcome, wentOut});
    }
    return {};
}

Result<void> BankRules::placeSeen(SqlConnection &connection, Inventory &inventory)
{
    // Two that changed places would be in each other's way.
    for (const Bank &bank : std::as_const(inventory.had)) {
        if (inventory.isAt(bank.id, bank.place.slot))
            continue;
        if (const auto lifted = rows::lift(connection, bank.id); !lifted)
            return lifted;
    }
    for (const BankLedger::SeenBank &entry : std::as_const(inventory.seen)) {
        std::optional<Bank> known;
        if (const auto had = inventory.had.constFind(entry.bank); had != inventory.had.constEnd()) {
            known = *had;
        } else {
            const auto found = rows::find(connection, entry.bank);
            if (!found)
                return fail(found.error());
            known = *found;
        }
        Bank bank = known.value_or(newBank(entry.bank, inventory.time));
        const BankPlace here{BankPlace::State::InSlot, inventory.cabinet, entry.slot};
        const int level = cleanLevel(entry.level);
        const bool isOtherLevel = level >= 0 && level != bank.level;
        if (isOtherLevel)
            bank.level = level;
        if (bank.place != here) {
            BankLedger::Disagreement disagreement{entry.bank, std::nullopt, here};
            if (known)
                disagreement.ledger = known->place;
            inventory.outcome.disagreements.append(disagreement);
            const auto moved = move(connection, bank, here, {inventory.time, MoveCause::Inventory, {}, {}});
            if (!moved)
                return moved;
        } else if (isOtherLevel) {
            if (const auto kept = rows::setLevel(connection, bank.id, level); !kept)
                return kept;
        }
        if (entry.isFaulty) {
            if (const auto flagged = flagFaulty(connection, bank, inventory.time); !flagged)
                return flagged;
        }
    }
    return {};
}

Result<void> BankRules::loseMissing(SqlConnection &connection, Inventory &inventory)
{
    for (Bank bank : std::as_const(inventory.had)) {
        if (inventory.seenIds.contains(bank.id))
            continue;
        const BankPlace lost{BankPlace::State::Unknown, bank.place.cabinet, bank.place.slot};
        inventory.outcome.disagreements.append({bank.id, bank.place, lost});
        if (const auto moved = move(connection, bank, lost, {inventory.time, MoveCause::Inventory, {}, {}});
            !moved)
            return moved;
    }
    return {};
}

Result<void> BankRules::setFlag(SqlConnection &connection, const QByteArray &id, bool flagged,
                                const QString &reason, const QString &by, const QDateTime &time)
{
    const auto found = rows::find(connection, id);
    if (!found)
        return fail(found.error());
    if (!*found)
        return fail(base::CommonError::InvalidArgument, QStringLiteral("nobody has seen this power bank"));
    Bank bank = **found;
    const QString why = flagged ? reason : QString();
    if (bank.isFlagged == flagged && bank.flagReason == why)
        return {};
    bank.isFlagged = flagged;
    bank.flagReason = why;
    const auto moveId = m_moveIds.next(connection);
    if (!moveId)
        return fail(moveId.error());
    if (const auto kept = rows::put(connection, bank); !kept)
        return kept;
    return rows::addMove(connection, {*moveId, id, time, flagged ? MoveCause::Flagged : MoveCause::Unflagged,
                                      bank.place, bank.place, by, reason});
}

Result<void> BankRules::registerBanks(SqlConnection &connection, const QList<QByteArray> &banks,
                                      const QString &by, const QDateTime &time)
{
    for (const QByteArray &id : banks) {
        if (const auto ok = checkBank(id); !ok)
            return ok;
        const auto found = rows::find(connection, id);
        if (!found)
            return fail(found.error());
        if (*found)
            continue;
        Bank bank = newBank(id, time);
        if (const auto moved = move(connection, bank, BankPlace(), {time, MoveCause::Registered, by, {}});
            !moved)
            return moved;
    }
    return {};
}

} // namespace opsdeck::store
