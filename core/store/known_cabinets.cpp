// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/known_cabinets.h"

#include "core/base/hex.h"
#include "core/store/bank_rows.h"

namespace opsdeck::store::known_cabinets {

using bank_rows::fromMs;
using bank_rows::toMs;
using base::fail;
using base::Result;

namespace {

constexpr qsizetype kLongestSn = 64;

QVariant nullableMs(const QDateTime &time)
{
    return time.isValid() ? QVariant(toMs(time)) : QVariant();
}

Result<void> plain(const Result<int> &changed)
{
    if (!changed)
        return fail(changed.error());
    return {};
}

} // namespace

Result<QList<KnownCabinet>> all(SqlConnection &connection)
{
    QList<KnownCabinet> cabinets;
    const auto done = connection.each(
        QStringLiteral(
            "SELECT sn, name, place, slot_count, is_strict, has_secret, accepted_ms, accepted_by, seen_ms "
            "FROM known_cabinet ORDER BY sn"),
        {}, [&](const SqlRow &row) {
            KnownCabinet cabinet;
            cabinet.sn = row.text(0);
            cabinet.name = row.text(1);
            cabinet.place = row.text(2);
            cabinet.slotCount = row.number(3);
            cabinet.isStrict = row.number(4) != 0;
            cabinet.hasSecret = row.number(5) != 0;
            cabinet.acceptedAt = fromMs(row.integer(6));
            cabinet.acceptedBy = row.text(7);
            cabinet.lastSeen = fromMs(row.integer(8));
            cabinets.append(cabinet);
            return true;
        });
    if (!done)
        return fail(done.error());
    return cabinets;
}

Result<void> accept(SqlConnection &connection, const QList<KnownCabinet> &cabinets, const QDateTime &now)
{
    for (const KnownCabinet &cabinet : cabinets) {
        if (cabinet.sn.isEmpty() || cabinet.sn.size() > kLongestSn)
            return fail(base::CommonError::InvalidArgument,
                        QStringLiteral("an SN has 1 to 64 characters, not %1").arg(cabinet.sn.size()));
        const bool isAgain = !cabinet.acceptedAt.isValid();
        const auto kept = connection.run(
            QStringLiteral(
                "INSERT INTO known_cabinet (sn, name, place, slot_count, is_strict, has_secret, accepted_ms, "
                "accepted_by, seen_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (sn) DO UPDATE SET "
                "name = excluded.name, place = excluded.place, is_strict = excluded.is_strict, "
                "has_secret = excluded.has_secret, "
                "slot_count = CASE WHEN excluded.slot_count > 0 THEN excluded.slot_count "
                "ELSE known_cabinet.slot_count END, "
                "accepted_ms = CASE WHEN ? = 1 THEN known_cabinet.accepted_ms ELSE excluded.accepted_ms END, "
                "accepted_by = CASE WHEN ? = 1 THEN known_cabinet.accepted_by ELSE excluded.accepted_by END, "
                "seen_ms = CASE WHEN coalesce(excluded.seen_ms, 0) > coalesce(known_cabinet.seen_ms, 0) "
                "THEN excluded.seen_ms ELSE known_cabinet.seen_ms END"),
            {cabinet.sn, base::plainText(cabinet.name), base::plainText(cabinet.place), cabinet.slotCount,
             cabinet.isStrict ? 1 : 0, cabinet.hasSecret ? 1 : 0, toMs(isAgain ? now : cabinet.acceptedAt),
             base::plainText(cabinet.acceptedBy), nullableMs(cabinet.lastSeen), isAgain ? 1 : 0,
             isAgain ? 1 : 0});
        if (!kept)
            return fail(kept.error());
    }
    return {};
}

Result<void> forget(SqlConnection &connection, const QString &sn)
{
    return plain(connection.run(QStringLiteral("DELETE FROM known_cabinet WHERE sn = ?"), {sn}));
}

Result<void> noteSeen(SqlConnection &connection, const QString &sn, int slotCount, const QDateTime &time)
{
    return plain(
        connection.run(QStringLiteral("UPDATE known_cabinet SET seen_ms = ?, slot_count = CASE WHEN ? > 0 "
                                      "THEN ? ELSE slot_count END WHERE sn = ?"),
                       {toMs(time), slotCount, slotCount, sn}));
}

} // namespace opsdeck::store::known_cabinets
