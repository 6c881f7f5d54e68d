// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/bank_rows.h"

#include "core/store/bank_name.h"

#include <limits>

namespace opsdeck::store::bank_rows {

using base::fail;
using base::Result;

namespace {

constexpr qint64 kHourMs = 3'600'000;

#define OPSDECK_BANK_COLUMNS "id, state, cabinet, slot, since_ms, level, is_flagged, flag_reason"

Bank bankOf(const SqlRow &row)
{
    Bank bank;
    bank.id = row.bytes(0);
    bank.place.state = BankPlace::State(row.number(1));
    bank.place.cabinet = row.text(2);
    bank.place.slot = row.number(3);
    bank.since = fromMs(row.integer(4));
    bank.level = row.number(5);
    bank.isFlagged = row.number(6) != 0;
    bank.flagReason = row.text(7);
    return bank;
}

Result<QList<Bank>> list(SqlConnection &connection, const QString &sql, const QVariantList &values)
{
    QList<Bank> banks;
    const auto done = connection.each(sql, values, [&](const SqlRow &row) {
        banks.append(bankOf(row));
        return true;
    });
    if (!done)
        return fail(done.error());
    return banks;
}

/// Of a statement that answers only how it went.
Result<void> plain(const Result<int> &changed)
{
    if (!changed)
        return fail(changed.error());
    return {};
}

} // namespace

qint64 toMs(const QDateTime &time)
{
    return time.isValid() ? time.toMSecsSinceEpoch() : 0;
}

QDateTime fromMs(qint64 ms)
{
    return ms > 0 ? QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC) : QDateTime();
}

Result<std::optional<Bank>> find(SqlConnection &connection, const QByteArray &id)
{
    return connection.first(QStringLiteral("SELECT " OPSDECK_BANK_COLUMNS " FROM bank WHERE id = ?"), {id},
                            bankOf);
}

Result<std::optional<Bank>> inSlot(SqlConnection &connection, const QString &cabinet, int slot)
{
    return connection.first(QStringLiteral("SELECT " OPSDECK_BANK_COLUMNS
                                           " FROM bank WHERE cabinet = ? AND slot = ? AND state = 1"),
                            {cabinet, slot}, bankOf);
}

Result<QList<Bank>> inCabinet(SqlConnection &connection, const QString &cabinet)
{
    return list(connection,
                QStringLiteral("SELECT " OPSDECK_BANK_COLUMNS
                               " FROM bank WHERE cabinet = ? AND state = 1 ORDER BY slot"),
                {cabinet});
}

Result<QList<Bank>> named(SqlConnection &connection, const QString &part, int limit)
{
    QString pattern = part.toLower();
    pattern.replace(u'\\', QStringLiteral("\\\\"))
        .replace(u'%', QStringLiteral("\\%"))
        .replace(u'_', QStringLiteral("\\_"));
    return list(connection,
                QStringLiteral("SELECT " OPSDECK_BANK_COLUMNS
                               " FROM bank WHERE search_name LIKE ? ESCAPE '\\' ORDER BY id LIMIT ?"),
                {u'%' + pattern + u'%', limit});
}

Result<void> put(SqlConnection &connection, const Bank &bank)
{
    return plain(connection.run(
        QStringLiteral(
            "INSERT INTO bank (id, search_name, state, cabinet, slot, since_ms, level, is_flagged, "
            "flag_reason) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET state = excluded.state, "
            "cabinet = excluded.cabinet, slot = excluded.slot, since_ms = excluded.since_ms, "
            "level = excluded.level, is_flagged = excluded.is_flagged, flag_reason = excluded.flag_reason"),
        {bank.id, bankShownName(bank.id).toLower(), int(bank.place.state), bank.place.cabinet,
         bank.place.slot, toMs(bank.since), bank.level, bank.isFlagged ? 1 : 0, bank.flagReason}));
}

Result<void> setLevel(SqlConnection &connection, const QByteArray &id, int level)
{
    return plain(connection.run(QStringLiteral("UPDATE bank SET level = ? WHERE id = ?"), {level, id}));
}

Result<void> lift(SqlConnection &connection, const QByteArray &id)
{
    return plain(connection.run(QStringLiteral("UPDATE bank SET state = 0 WHERE id = ?"), {id}));
}

Result<void> addMove(SqlConnection &connection, const BankMove &move)
{
    return plain(connection.run(
        QStringLiteral(
            "INSERT INTO bank_move (id, bank, time_ms, cause, from_state, from_cabinet, from_slot, "
            "to_state, to_cabinet, to_slot, operator_name, note) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        {move.id, move.bank, toMs(move.time), int(move.cause), int(move.from.state), move.from.cabinet,
         move.from.slot, int(move.to.state), move.to.cabinet, move.to.slot, move.operatorName, move.note}));
}

Result<void> countHour(SqlConnection &connection, const QDateTime &time, int rents, int returns)
{
    const qint64 ms = toMs(time);
    return plain(connection.run(
        QStringLiteral("INSERT INTO bank_hour (hour_ms, rents, returns) VALUES (?, ?, ?) "
                       "ON CONFLICT (hour_ms) DO UPDATE SET rents = bank_hour.rents + excluded.rents, "
                       "returns = bank_hour.returns + excluded.returns"),
        {ms - ms % kHourMs, rents, returns}));
}

Result<QList<BankMove>> moves(SqlConnection &connection, const QByteArray &bank, qint64 before, int limit)
{
    QList<BankMove> moves;
    const auto done = connection.each(
        QStringLiteral("SELECT id, bank, time_ms, cause, from_state, from_cabinet, from_slot, to_state, "
                       "to_cabinet, to_slot, operator_name, note FROM bank_move WHERE bank = ? AND id < ? "
                       "ORDER BY id DESC LIMIT ?"),
        {bank, before > 0 ? before : std::numeric_limits<qint64>::max(), limit}, [&](const SqlRow &row) {
            BankMove move;
            move.id = row.integer(0);
            move.bank = row.bytes(1);
            move.time = fromMs(row.integer(2));
            move.cause = MoveCause(row.number(3));
            move.from = {BankPlace::State(row.number(4)), row.text(5), row.number(6)};
            move.to = {BankPlace::State(row.number(7)), row.text(8), row.number(9)};
            move.operatorName = row.text(10);
            move.note = row.text(11);
            moves.append(move);
            return true;
        });
    if (!done)
        return fail(done.error());
    return moves;
}

Result<void> addOutcome(SqlConnection &connection, const BankLedger::OpenOutcome &outcome)
{
    return plain(connection.run(
        QStringLiteral("INSERT INTO open_outcome (id, time_ms, cabinet, slot, cause, bank, operator_name) "
                       "VALUES (?, ?, ?, ?, ?, ?, ?)"),
        {outcome.id, toMs(outcome.time), outcome.cabinet, outcome.slot, int(outcome.cause), outcome.bank,
         outcome.operatorName}));
}

Result<QList<BankLedger::OpenOutcome>> outcomes(SqlConnection &connection, const QString &cabinet, int slot)
{
    QList<BankLedger::OpenOutcome> found;
    const auto done = connection.each(
        QStringLiteral("SELECT id, time_ms, cabinet, slot, cause, bank, operator_name FROM open_outcome "
                       "WHERE cabinet = ? AND slot BETWEEN ? AND ? ORDER BY id"),
        {cabinet, slot, slot > 0 ? slot : std::numeric_limits<qint16>::max()}, [&](const SqlRow &row) {
            BankLedger::OpenOutcome outcome;
            outcome.id = row.integer(0);
            outcome.time = fromMs(row.integer(1));
            outcome.cabinet = row.text(2);
            outcome.slot = row.number(3);
            outcome.cause = MoveCause(row.number(4));
            outcome.bank = row.bytes(5);
            outcome.operatorName = row.text(6);
            found.append(outcome);
            return true;
        });
    if (!done)
        return fail(done.error());
    return found;
}

Result<void> removeOutcome(SqlConnection &connection, qint64 id)
{
    return plain(connection.run(QStringLiteral("DELETE FROM open_outcome WHERE id = ?"), {id}));
}

Result<bool> noteInventory(SqlConnection &connection, const QString &cabinet, const QDateTime &time)
{
    const auto added = connection.run(QStringLiteral("INSERT INTO inventoried_cabinet (sn, first_ms) "
                                                     "VALUES (?, ?) ON CONFLICT (sn) DO NOTHING"),
                                      {cabinet, toMs(time)});
    if (!added)
        return fail(added.error());
    return *added > 0;
}

Result<BankLedger::Stock> stock(SqlConnection &connection)
{
    BankLedger::Stock stock;
    const auto done = connection.each(
        QStringLiteral(
            "SELECT state, is_flagged, level, count(*) FROM bank GROUP BY state, is_flagged, level"),
        {}, [&](const SqlRow &row) {
            const auto state = BankPlace::State(row.number(0));
            const int level = row.number(2);
            const int count = row.number(3);
            if (row.number(1) != 0)
                stock.flagged += count;
            if (state == BankPlace::State::InSlot) {
                stock.inSlots += count;
                const bool isKnown = level >= 0 && level <= 4;
                stock.byLevel[isKnown ? std::size_t(level) : stock.byLevel.size() - 1] += count;
            } else {
                (state == BankPlace::State::Rented ? stock.rented : stock.unknown) += count;
            }
            return true;
        });
    if (!done)
        return fail(done.error());
    return stock;
}

Result<QList<BankLedger::Hour>> hours(SqlConnection &connection, qint64 fromMillis, qint64 toMillis)
{
    QList<BankLedger::Hour> hours;
    const auto done = connection.each(
        QStringLiteral("SELECT hour_ms, rents, returns FROM bank_hour WHERE hour_ms >= ? AND hour_ms < ? "
                       "ORDER BY hour_ms"),
        {fromMillis, toMillis}, [&](const SqlRow &row) {
            hours.append({fromMs(row.integer(0)), row.number(1), row.number(2)});
            return true;
        });
    if (!done)
        return fail(done.error());
    return hours;
}

} // namespace opsdeck::store::bank_rows
