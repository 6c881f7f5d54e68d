// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/bank_ledger.h"

#include "core/base/hex.h"
#include "core/store/bank_rows.h"
#include "core/store/bank_rules.h"
#include "core/store/bell.h"
#include "core/store/database.h"
#include "core/store/known_cabinets.h"

#include <algorithm>

namespace opsdeck::store {

using base::fail;
using base::Result;

namespace {

constexpr std::chrono::milliseconds kCollected{250};
constexpr int kMostListed = 1000;
constexpr qsizetype kMostRegistered = 100'000;
constexpr qsizetype kLongestReason = 256;
constexpr qint64 kHourMs = 3'600'000;
constexpr qint64 kMostHours = 24 * 31;

Result<void> checkLimit(int limit)
{
    if (limit >= 1 && limit <= kMostListed)
        return {};
    return fail(base::CommonError::InvalidArgument,
                QStringLiteral("1 to %1 rows, not %2").arg(kMostListed).arg(limit));
}

/// Every hour of the span, those without a row too.
QList<BankLedger::Hour> withoutGaps(const QList<BankLedger::Hour> &rows, qint64 fromMs, qint64 toMs)
{
    QList<BankLedger::Hour> hours;
    auto row = rows.begin();
    for (qint64 ms = fromMs; ms < toMs; ms += kHourMs) {
        const bool isThere = row != rows.end() && row->from.toMSecsSinceEpoch() == ms;
        hours.append(isThere ? *row++ : BankLedger::Hour{QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC), 0, 0});
    }
    return hours;
}

} // namespace

struct BankLedger::Private {
    Private(BankLedger *q, Database &itsDatabase)
        : database(itsDatabase)
        , bell(itsDatabase.clock(), kCollected, [q] { Q_EMIT q->changed(); })
        , cabinetsBell(itsDatabase.clock(), std::chrono::milliseconds(0),
                       [q] { Q_EMIT q->cabinetsChanged(); })
    {
    }

    /// A write that changes places or flags. @param isChange whether this answer means one; none: it always does.
    template <typename T, typename Work>
    QFuture<Result<T>> write(Work work, std::function<bool(const T &)> isChange = {})
    {
        return database.write<T>(
            [rules = rules, work = std::move(work)](SqlConnection &connection) {
                return work(*rules, connection);
            },
            [rope = bell.rope(), isChange = std::move(isChange)](const Result<T> &answer) {
                if (answer && (!isChange || isChange(*answer)))
                    rope.ring();
            });
    }
    template <typename Work>
    QFuture<Result<void>> writePlain(Work work)
    {
        return database.write<void>([rules = rules, work = std::move(work)](
                                        SqlConnection &connection) { return work(*rules, connection); },
                                    [rope = bell.rope()](const Result<void> &answer) {
                                        if (answer)
                                            rope.ring();
                                    });
    }
    template <typename Work>
    QFuture<Result<void>> writeCabinets(Work work)
    {
        return database.write<void>(std::move(work),
                                    [rope = cabinetsBell.rope()](const Result<void> &answer) {
                                        if (answer)
                                            rope.ring();
                                    });
    }
    QDateTime timeOr(const QDateTime &time) const { return time.isValid() ? time : database.clock().now(); }

    Database &database;
    const std::shared_ptr<BankRules> rules = std::make_shared<BankRules>(); ///< of the writer thread
    Bell bell;
    Bell cabinetsBell;
};

BankLedger::BankLedger(Database &database, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, database))
{
}

BankLedger::~BankLedger() = default;

QFuture<Result<BankLedger::ReturnOutcome>> BankLedger::recordReturn(ReturnFact fact)
{
    fact.time = d->timeOr(fact.time);
    return d->write<ReturnOutcome>(
        [fact = std::move(fact)](BankRules &rules, SqlConnection &connection) {
            return rules.recordReturn(connection, fact);
        },
        [](const ReturnOutcome &outcome) {
            return outcome.result == ReturnResult::Ok || outcome.result == ReturnResult::BankAbnormal;
        });
}

QFuture<Result<BankLedger::OutOutcome>> BankLedger::recordOut(OutFact fact)
{
    fact.time = d->timeOr(fact.time);
    return d->write<OutOutcome>([fact = std::move(fact)](BankRules &rules, SqlConnection &connection) {
        return rules.recordOut(connection, fact);
    });
}

QFuture<Result<void>> BankLedger::recordUnknownOutcome(OpenOutcome outcome)
{
    outcome.time = d->timeOr(outcome.time);
    return d->writePlain([outcome = std::move(outcome)](BankRules &rules, SqlConnection &connection) {
        return rules.recordUnknownOutcome(connection, outcome);
    });
}

QFuture<Result<BankLedger::InventoryOutcome>> BankLedger::recordInventory(QDateTime time, QString cabinet,
                                                                          QList<SeenBank> seen)
{
    return d->write<InventoryOutcome>([time = d->timeOr(time), cabinet = std::move(cabinet),
                                       seen = std::move(seen)](BankRules &rules, SqlConnection &connection) {
        return rules.recordInventory(connection, time, cabinet, seen);
    });
}

QFuture<Result<void>> BankLedger::setFlag(QByteArray bank, bool flagged, QString reason, QString by,
                                          QDateTime time)
{
    return d->writePlain([bank = std::move(bank), flagged, reason = base::plainText(reason, kLongestReason),
                          by = base::plainText(by),
                          time = d->timeOr(time)](BankRules &rules, SqlConnection &connection) {
        return rules.setFlag(connection, bank, flagged, reason, by, time);
    });
}

QFuture<Result<void>> BankLedger::registerBanks(QList<QByteArray> banks, QString by, QDateTime time)
{
    if (banks.size() > kMostRegistered)
        return base::answered<void>(
            fail(base::CommonError::InvalidArgument,
                 QStringLiteral("at most %1 power banks at once").arg(kMostRegistered)));
    return d->writePlain([banks = std::move(banks), by = base::plainText(by),
                          time = d->timeOr(time)](BankRules &rules, SqlConnection &connection) {
        return rules.registerBanks(connection, banks, by, time);
    });
}

QFuture<Result<std::optional<Bank>>> BankLedger::bank(QByteArray id)
{
    return d->database.read<std::optional<Bank>>(
        [id = std::move(id)](SqlConnection &connection) { return bank_rows::find(connection, id); });
}

QFuture<Result<QList<Bank>>> BankLedger::search(QString text, int limit)
{
    if (const auto ok = checkLimit(limit); !ok)
        return base::answered<QList<Bank>>(fail(ok.error()));
    // The whole table is looked through: not before what a cabinet waits for.
    return d->database.read<QList<Bank>>(
        [text = text.left(64), limit](SqlConnection &connection) {
            return bank_rows::named(connection, text, limit);
        },
        Database::Lane::Search);
}

QFuture<Result<QList<BankMove>>> BankLedger::history(QByteArray bank, qint64 before, int limit)
{
    if (const auto ok = checkLimit(limit); !ok)
        return base::answered<QList<BankMove>>(fail(ok.error()));
    return d->database.read<QList<BankMove>>(
        [bank = std::move(bank), before, limit](SqlConnection &connection) {
            return bank_rows::moves(connection, bank, before, limit);
        });
}

QFuture<Result<QList<Bank>>> BankLedger::banksOf(QString cabinet)
{
    return d->database.read<QList<Bank>>([cabinet = std::move(cabinet)](SqlConnection &connection) {
        return bank_rows::inCabinet(connection, cabinet);
    });
}

QFuture<Result<BankLedger::Stock>> BankLedger::stock()
{
    return d->database.read<Stock>([](SqlConnection &connection) { return bank_rows::stock(connection); },
                                   Database::Lane::Search);
}

QFuture<Result<QList<BankLedger::Hour>>> BankLedger::hours(QDateTime from, QDateTime to)
{
    const qint64 fromMs = bank_rows::toMs(from) / kHourMs * kHourMs;
    const qint64 toMs = (bank_rows::toMs(to) + kHourMs - 1) / kHourMs * kHourMs;
    if (!from.isValid() || !to.isValid() || fromMs > toMs || toMs - fromMs > kMostHours * kHourMs)
        return base::answered<QList<Hour>>(
            fail(base::CommonError::InvalidArgument, QStringLiteral("a span of at most 31 days")));
    return d->database.read<QList<Hour>>([fromMs, toMs](SqlConnection &connection) -> Result<QList<Hour>> {
        const auto rows = bank_rows::hours(connection, fromMs, toMs);
        if (!rows)
            return rows;
        return withoutGaps(*rows, fromMs, toMs);
    });
}

QFuture<Result<QList<KnownCabinet>>> BankLedger::cabinets()
{
    return d->database.read<QList<KnownCabinet>>(
        [](SqlConnection &connection) { return known_cabinets::all(connection); });
}

QFuture<Result<void>> BankLedger::acceptCabinets(QList<KnownCabinet> cabinets)
{
    return d->writeCabinets(
        [cabinets = std::move(cabinets), now = d->database.clock().now()](SqlConnection &connection) {
            return known_cabinets::accept(connection, cabinets, now);
        });
}

QFuture<Result<void>> BankLedger::forgetCabinet(QString sn)
{
    return d->writeCabinets(
        [sn = std::move(sn)](SqlConnection &connection) { return known_cabinets::forget(connection, sn); });
}

QFuture<Result<void>> BankLedger::noteSeen(QString sn, int slotCount, QDateTime time)
{
    return d->database.write<void>(
        [sn = std::move(sn), slotCount, time = d->timeOr(time)](SqlConnection &connection) {
            return known_cabinets::noteSeen(connection, sn, slotCount, time);
        });
}

} // namespace opsdeck::store
