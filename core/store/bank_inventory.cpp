// SPDX-License-Identifier: GPL-3.0-or-later
// What an inventory does to the ledger: the longest of its rules.
#include "core/store/bank_facts.h"
#include "core/store/bank_rows.h"
#include "core/store/bank_rules.h"

#include <QHash>
#include <QMap>
#include <QSet>

namespace opsdeck::store {

using base::fail;
using base::Result;
using namespace bank_facts;
namespace rows = bank_rows;

namespace {

constexpr qsizetype kMostSeen = 255;

} // namespace

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
    // Nobody expected them anywhere.
    if (inventory.outcome.isFirst)
        inventory.outcome.disagreements.removeIf([](const BankLedger::Disagreement &disagreement) {
            return !disagreement.ledger || *disagreement.ledger == BankPlace();
        });
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
            const auto isLater = *found ? cameBackAfter(connection, bank, outcome.time) : Result<bool>(false);
            if (!isLater)
                return fail(isLater.error());
            // Where else the ledger has it, it has come to since.
            const bool isExplained =
                !*found || (bank.place.cabinet == inventory.cabinet && bank.place.slot == outcome.slot &&
                            bank.place.state != BankPlace::State::Rented && !*isLater);
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

} // namespace opsdeck::store
