// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/bank_rules.h"

#include "core/store/bank_facts.h"
#include "core/store/bank_rows.h"

namespace opsdeck::store {

using base::fail;
using base::Result;
using namespace bank_facts;
namespace rows = bank_rows;

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

    // That it is put in shows that it was out: an outcome of a rent or eject of this slot that was open is decided by it.
    base::Result<bool> wasOut = false;
    if (*found && bank.place == here)
        wasOut = isGoneFromSlot(connection, bank, fact.time);
    if (!wasOut)
        return fail(wasOut.error());
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
