// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/bank_facts.h"

#include "core/base/hex.h"

namespace opsdeck::store::bank_facts {

using base::fail;
using base::Result;

namespace {

constexpr qsizetype kBankBytes = 8;
constexpr int kLastSlot = 255;

} // namespace

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

BankPlace outPlace(MoveCause cause, const QString &cabinet, int slot)
{
    const bool isRent = cause == MoveCause::Rent || cause == MoveCause::LateRent;
    return {isRent ? BankPlace::State::Rented : BankPlace::State::Unknown, cabinet, slot};
}

MoveCause lateCause(MoveCause asked)
{
    return asked == MoveCause::Eject ? MoveCause::LateEject : MoveCause::LateRent;
}

} // namespace opsdeck::store::bank_facts
