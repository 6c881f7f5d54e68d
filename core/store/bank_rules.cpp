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

Result<bool> BankRules::cameBackAfter(SqlConnection &connection, const Bank &bank, const QDateTime &time)
{
    if (!time.isValid() || bank.since <= time)
        return false;
    // Flags are moves too, and what was overtaken is told behind what overtook it.
    constexpr int kLooked = 16;
    const auto moves = rows::moves(connection, bank.id, 0, kLooked);
    if (!moves)
        return fail(moves.error());
    for (const BankMove &move : *moves) {
        if (move.to == bank.place && move.from != move.to)
            return move.cause == MoveCause::Return;
    }
    return false;
}

/// Whether something newer than the question is known of the bank that is said to be out.
Result<bool> BankRules::isOvertaken(SqlConnection &connection, const BankLedger::OutFact &fact,
                                    const Bank &bank)
{
    if (!fact.askedAt.isValid() || bank.since <= fact.askedAt)
        return false;
    const bool isHere = bank.place.cabinet == fact.cabinet && bank.place.slot == fact.slot;
    // An inventory of this cabinet that saw it here, or missed it, came before the answer on the same connection.
    if (isHere && bank.place.state != BankPlace::State::Rented)
        return cameBackAfter(connection, bank, fact.askedAt);
    return true;
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
        const auto isLater = cameBackAfter(connection, holder, outcome.time);
        if (!isLater)
            return fail(isLater.error());
        if (*isLater)
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

Result<BankLedger::OutOutcome> BankRules::recordOut(SqlConnection &connection,
                                                    const BankLedger::OutFact &fact)
{
    if (const auto ok = check(fact.cabinet, fact.slot, fact.bank); !ok)
        return fail(ok.error());
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
                return fail(removed.error());
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
        return BankLedger::OutOutcome();
    if (*found) {
        const auto overtaken = isOvertaken(connection, fact, bank);
        if (!overtaken)
            return fail(overtaken.error());
        if (*overtaken)
            return tellOvertaken(connection, fact, bank);
    }

    if (const auto lost = loseHolder(connection, fact); !lost)
        return fail(lost.error());
    const auto moved = move(connection, bank, out, {fact.time, fact.cause, fact.operatorName, {}});
    if (!moved)
        return fail(moved.error());
    return BankLedger::OutOutcome();
}

/// The bank went out and has come elsewhere since: that is history, the bank stays where it is.
Result<BankLedger::OutOutcome> BankRules::tellOvertaken(SqlConnection &connection,
                                                        const BankLedger::OutFact &fact, const Bank &bank)
{
    const auto id = m_moveIds.next(connection);
    if (!id)
        return fail(id.error());
    const BankPlace from{BankPlace::State::InSlot, fact.cabinet, fact.slot};
    const BankMove told{*id,
                        bank.id,
                        fact.askedAt,
                        fact.cause,
                        from,
                        outPlace(fact.cause, fact.cabinet, fact.slot),
                        fact.operatorName,
                        QStringLiteral("told after it had come elsewhere")};
    if (const auto kept = rows::addMove(connection, told); !kept)
        return fail(kept.error());
    if (fact.cause == MoveCause::Rent || fact.cause == MoveCause::LateRent) {
        if (const auto counted = rows::countHour(connection, fact.askedAt, 1, 0); !counted)
            return fail(counted.error());
    }
    return BankLedger::OutOutcome{bank.place};
}

/// Another bank than the ledger thought came out of the slot: where that one is, nobody knows. One that was put in after the
/// question is there.
Result<void> BankRules::loseHolder(SqlConnection &connection, const BankLedger::OutFact &fact)
{
    const auto holder = rows::inSlot(connection, fact.cabinet, fact.slot);
    if (!holder)
        return fail(holder.error());
    if (!*holder || (*holder)->id == fact.bank)
        return {};
    Bank other = **holder;
    const auto isLater = cameBackAfter(connection, other, fact.askedAt);
    if (!isLater)
        return fail(isLater.error());
    if (*isLater)
        return {};
    return move(
        connection, other, {BankPlace::State::Unknown, fact.cabinet, fact.slot},
        {fact.time, MoveCause::Inventory, {}, QStringLiteral("another power bank came out of its slot")});
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
