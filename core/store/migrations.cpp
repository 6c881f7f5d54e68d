// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/migrations.h"

#include "core/store/sql_connection.h"
#include "core/store/sql_dialect.h"

namespace opsdeck::store {

using base::fail;
using base::Result;

namespace {

/// Times are milliseconds since 1970 UTC, states and causes the numbers of their enums, truth 0 or 1.
Migration first()
{
    return {
        1,
        {
            // Numbers that are given to rows: never twice, whatever is deleted.
            QStringLiteral("CREATE TABLE sequence (name text PRIMARY KEY, next_id bigint NOT NULL)"),

            // What an event is: a few hundred rows.
            QStringLiteral("CREATE TABLE event_kind (id {key} PRIMARY KEY, system text NOT NULL, "
                           "kind text NOT NULL, severity smallint NOT NULL, text_key text NOT NULL, "
                           "UNIQUE (system, kind, severity, text_key))"),
            QStringLiteral("CREATE TABLE event_device (id {key} PRIMARY KEY, system text NOT NULL, "
                           "device text NOT NULL, UNIQUE (device, system))"),
            QStringLiteral("CREATE TABLE device_word (word {word} NOT NULL, device_id bigint NOT NULL, "
                           "PRIMARY KEY (word, device_id)) {clustered}"),
            // Which kinds a device has had, so that a search asks for no others.
            QStringLiteral("CREATE TABLE event_pair (device_id bigint NOT NULL, kind_id bigint NOT NULL, "
                           "PRIMARY KEY (device_id, kind_id)) {clustered}"),
            QStringLiteral("CREATE TABLE event (id {key} PRIMARY KEY, time_ms bigint NOT NULL, "
                           "kind_id bigint NOT NULL REFERENCES event_kind (id), "
                           "device_id bigint NOT NULL REFERENCES event_device (id), "
                           "is_open smallint NOT NULL, arguments text NOT NULL, details text NOT NULL, "
                           "operator_name text NOT NULL, ack_ms bigint, ack_by text NOT NULL)"),
            // Each is one stream of a search, newest first: see journal_search.h.
            QStringLiteral("CREATE INDEX event_by_time ON event (time_ms, id)"),
            QStringLiteral("CREATE INDEX event_by_kind ON event (kind_id, is_open, time_ms, id)"),
            QStringLiteral("CREATE INDEX event_by_device ON event (device_id, time_ms, id)"),
            QStringLiteral(
                "CREATE INDEX event_of_device ON event (device_id, kind_id, is_open, time_ms, id)"),
            QStringLiteral("CREATE TABLE word (id {key} PRIMARY KEY, text {word} NOT NULL UNIQUE)"),
            QStringLiteral("CREATE TABLE event_word (word_id bigint NOT NULL, time_ms bigint NOT NULL, "
                           "event_id bigint NOT NULL, PRIMARY KEY (word_id, time_ms, event_id)) "
                           "{clustered}"),

            QStringLiteral("CREATE TABLE bank (id {bytes} PRIMARY KEY, search_name text NOT NULL, "
                           "state smallint NOT NULL, cabinet text NOT NULL, slot smallint NOT NULL, "
                           "since_ms bigint NOT NULL, level smallint NOT NULL, is_flagged smallint NOT NULL, "
                           "flag_reason text NOT NULL) {clustered}"),
            // A slot holds one bank: nothing that is written can break that.
            QStringLiteral("CREATE UNIQUE INDEX bank_in_slot ON bank (cabinet, slot) WHERE state = 1"),
            QStringLiteral("CREATE INDEX bank_stock ON bank (state, is_flagged, level)"),
            QStringLiteral("CREATE TABLE bank_move (id {key} PRIMARY KEY, bank {bytes} NOT NULL, "
                           "time_ms bigint NOT NULL, cause smallint NOT NULL, "
                           "from_state smallint NOT NULL, from_cabinet text NOT NULL, "
                           "from_slot smallint NOT NULL, to_state smallint NOT NULL, "
                           "to_cabinet text NOT NULL, to_slot smallint NOT NULL, "
                           "operator_name text NOT NULL, note text NOT NULL)"),
            QStringLiteral("CREATE INDEX bank_move_by_bank ON bank_move (bank, id)"),
            QStringLiteral("CREATE TABLE bank_hour (hour_ms {key} PRIMARY KEY, rents bigint NOT NULL, "
                           "returns bigint NOT NULL)"),
            QStringLiteral("CREATE TABLE open_outcome (id {key} PRIMARY KEY, time_ms bigint NOT NULL, "
                           "cabinet text NOT NULL, slot smallint NOT NULL, cause smallint NOT NULL, "
                           "bank {bytes} NOT NULL, operator_name text NOT NULL)"),
            QStringLiteral("CREATE INDEX open_outcome_by_slot ON open_outcome (cabinet, slot)"),
            QStringLiteral("CREATE TABLE inventoried_cabinet (sn text PRIMARY KEY, "
                           "first_ms bigint NOT NULL) {clustered}"),
            QStringLiteral(
                "CREATE TABLE known_cabinet (sn text PRIMARY KEY, name text NOT NULL, "
                "place text NOT NULL, slot_count smallint NOT NULL, is_strict smallint NOT NULL, "
                "has_secret smallint NOT NULL, accepted_ms bigint NOT NULL, accepted_by text NOT NULL, "
                "seen_ms bigint) {clustered}"),
        }};
}

} // namespace

const std::vector<Migration> &migrations()
{
    static const std::vector<Migration> kSteps{first()};
    return kSteps;
}

Result<int> schemaVersion(SqlConnection &connection)
{
    const auto count = [](const SqlRow &row) { return row.number(0); };
    const auto ours = connection.first(sqlTableCount(), {QStringLiteral("schema_step")}, count);
    if (!ours)
        return fail(ours.error());
    if (ours->value_or(0) == 0) {
        const auto any = connection.first(sqlAnyTableCount(), {}, count);
        if (!any)
            return fail(any.error());
        if (any->value_or(0) > 0)
            return fail(DatabaseError::Failed,
                        QStringLiteral("%1: is another program's database").arg(connection.path()));
        return 0;
    }
    const auto version = connection.first(QStringLiteral("SELECT max(number) FROM schema_step"), {}, count);
    if (!version)
        return fail(version.error());
    return version->value_or(0);
}

Result<int> migrate(SqlConnection &connection, const std::vector<Migration> &steps, const QDateTime &now)
{
    for (;;) {
        // Asked inside the transaction: another program may be doing the same.
        if (const auto begun = connection.runOnce(sqlBeginWrite()); !begun)
            return fail(begun.error());
        const auto step = [&]() -> Result<int> {
            const auto version = schemaVersion(connection);
            if (!version)
                return version;
            if (*version > int(steps.size()))
                return fail(DatabaseError::Newer,
                            QStringLiteral("%1: its schema is version %2, this program knows %3")
                                .arg(connection.path())
                                .arg(*version)
                                .arg(steps.size()));
            if (*version == int(steps.size())) {
                // Changes nothing, but a file that may only be read shows itself by it.
                const auto tried = connection.run(QStringLiteral("DELETE FROM schema_step WHERE number < 0"));
                return tried ? version : fail(tried.error());
            }
            const Migration &next = steps[std::size_t(*version)];
            if (*version == 0) {
                const auto made = connection.runOnce(QStringLiteral(
                    "CREATE TABLE schema_step (number integer PRIMARY KEY, taken_ms bigint NOT NULL)"));
                if (!made)
                    return fail(made.error());
            }
            for (const QString &statement : next.statements) {
                if (const auto done = connection.runOnce(sqlSchema(statement)); !done)
                    return fail(done.error().within(QStringLiteral("schema step %1").arg(next.number)));
            }
            const auto noted =
                connection.run(QStringLiteral("INSERT INTO schema_step (number, taken_ms) VALUES (?, ?)"),
                               {next.number, now.toMSecsSinceEpoch()});
            if (!noted)
                return fail(noted.error());
            return *version;
        }();
        if (!step) {
            connection.runOnce(QStringLiteral("ROLLBACK"));
            return step;
        }
        if (const auto kept = connection.runOnce(QStringLiteral("COMMIT")); !kept) {
            connection.runOnce(QStringLiteral("ROLLBACK"));
            return fail(kept.error());
        }
        if (*step == int(steps.size()))
            return step;
    }
}

} // namespace opsdeck::store
