// SPDX-License-Identifier: GPL-3.0-or-later
// How long the first page of a filter takes in a journal of ten million events, the kind ones and the nasty ones, beside
// a bare loop that reads as many rows by their primary key. The tables are filled by statements, because a year would
// take too long; the indexes are those of the schema. OPSDECK_BENCH_JOURNAL names a file to keep between runs.
#include "core/store/migrations.h"
#include "core/store/sql_connection.h"
#include "core/store/sql_dialect.h"
#include "core/store/store.h"
#include "tests/bench/figure.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <algorithm>

using namespace opsdeck;
using namespace opsdeck::store;
using bench::Figure;

namespace {

constexpr qint64 kEvents = 10'000'000;
constexpr qint64 kDevices = 15'000;
constexpr qint64 kKinds = 60;
constexpr qint64 kBanks = 300'000;
constexpr qint64 kSlots = 48;
constexpr qint64 kReasons = 20;
constexpr qint64 kBeginMs = 1'764'000'000'000;
constexpr qint64 kStepMs = 3000; // between two events
constexpr int kLimit = 100;
constexpr int kRounds = 7;
constexpr double kLimitMs = 100;

/// Whole numbers that look thrown: of the event's number, in 0 … n - 1. @param factor a large odd number of their own.
QString thrown(qint64 factor, qint64 n)
{
    return QStringLiteral("((((n + 1) * %1 >> 9) & 268435455) % %2)").arg(factor).arg(n);
}

bool run(SqlConnection &connection, const QString &sql)
{
    QElapsedTimer timer;
    timer.start();
    const auto done = connection.runOnce(sql);
    if (!done)
        bench::note(done.error().detail());
    if (timer.elapsed() > 1000)
        bench::note(QStringLiteral("%1 s: %2").arg(timer.elapsed() / 1000).arg(sql.left(60)));
    return done.has_value();
}

/// Rows 0 … count - 1 as n.
QString numbers(qint64 count)
{
    return QStringLiteral("WITH RECURSIVE number (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM number "
                          "WHERE n + 1 < %1) ")
        .arg(count);
}

/// Ten million: a kind, a device, a bank and a slot as arguments, a reason in the details; the oldest four fifths are
/// acknowledged. Kinds 1–3 are most of it, the last ones are rare.
bool fill(const QString &path)
{
    SqlConnection connection(path, SqlConnection::Mode::ReadWrite, std::chrono::seconds(5));
    if (!connection.open() || !connection.runOnce(QStringLiteral("PRAGMA synchronous = OFF")) ||
        !connection.runOnce(QStringLiteral("PRAGMA cache_size = -400000")))
        return false;
    QStringList indexes;
    for (const Migration &step : migrations()) {
        for (const QString &statement : step.statements) {
            if (statement.startsWith(QLatin1String("CREATE INDEX event_")))
                indexes.append(sqlSchema(statement));
        }
    }
    QStringList work{QStringLiteral("BEGIN IMMEDIATE")};
    for (const QString &index : indexes)
        work.append(QStringLiteral("DROP INDEX ") + index.section(u' ', 2, 2));
    work += {
        numbers(kKinds) +
            QStringLiteral(
                "INSERT INTO event_kind SELECT n + 1, CASE WHEN n < 40 THEN 'cabinet' WHEN n < 55 THEN 'dvr' "
                "ELSE 'opsdeck' END, 'kind-' || n, n % 3, 'text.' || n FROM number"),
        numbers(kDevices) + QStringLiteral("INSERT INTO event_device SELECT n + 1, 'cabinet', "
                                           "printf('WSTD48%010d', n) FROM number"),
        numbers(kDevices) +
            QStringLiteral("INSERT INTO device_word SELECT printf('wstd48%010d', n), n + 1 FROM number"),
        numbers(kBanks) +
            QStringLiteral("INSERT INTO word SELECT n + 1, lower(printf('rl1a%08x', n * 13)) FROM number"),
        numbers(kSlots) +
            QStringLiteral("INSERT INTO word SELECT %1 + n + 1, '' || (n + 1) FROM number").arg(kBanks),
        numbers(kReasons) +
            QStringLiteral("INSERT INTO word SELECT %1 + n + 1, 'reason' || char(97 + n) FROM number")
                .arg(kBanks + kSlots),
        numbers(kEvents) +
            QStringLiteral(
                "INSERT INTO event SELECT n + 1, %1 + n * %2 + n % 7, "
                "CASE WHEN n % 50 < 40 THEN n % 3 + 1 WHEN n % 50 < 49 THEN %3 + 1 ELSE %4 + 1 END, "
                "CASE WHEN n % 10 = 0 THEN 1 ELSE %5 + 1 END, CASE WHEN n < %6 THEN 0 ELSE 1 END, "
                "'[\"' || printf('RL1A@08X', %7 * 13) || '\",\"' || (%8 + 1) || '\"]', "
                "'{\"code\":' || (n % 100) || ',\"reason\":\"reason' || char(97 + %9) || '\"}', '', "
                "CASE WHEN n < %6 THEN %1 ELSE NULL END, '' FROM number")
                .arg(kBeginMs)
                .arg(kStepMs)
                .arg(thrown(2654435761, 40), thrown(2246822519, kKinds), thrown(3266489917, kDevices))
                .arg(kEvents / 5 * 4)
                .arg(thrown(668265263, kBanks), thrown(374761393, kSlots), thrown(1274126177, kReasons))
                .replace(u'@', u'%'),
        QStringLiteral("INSERT INTO event_pair SELECT DISTINCT device_id, kind_id FROM event"),
        numbers(kEvents) +
            QStringLiteral(
                "INSERT INTO event_word SELECT word, %1 + n * %2 + n % 7, n + 1 FROM (SELECT n, %3 + 1 AS "
                "word "
                "FROM number UNION ALL SELECT n, %4 + %5 + 1 FROM number UNION ALL SELECT n, %6 + %7 + 1 "
                "FROM number) ORDER BY 1, 2, 3")
                .arg(kBeginMs)
                .arg(kStepMs)
                .arg(thrown(668265263, kBanks))
                .arg(kBanks)
                .arg(thrown(374761393, kSlots))
                .arg(kBanks + kSlots)
                .arg(thrown(1274126177, kReasons)),
    };
    work += indexes;
    for (const char *name : {"event", "event_kind", "event_device", "word"})
        work.append(QStringLiteral("INSERT INTO sequence VALUES ('%1', %2)")
                        .arg(QLatin1String(name))
                        .arg(kEvents * 2));
    work += {QStringLiteral("COMMIT"), QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")};
    return std::all_of(work.begin(), work.end(), [&](const QString &sql) { return run(connection, sql); });
}

struct Case {
    QString name;
    JournalFilter filter;
};

QString deviceOf(int number)
{
    return QStringLiteral("WSTD48%1").arg(number, 10, 10, QChar(u'0'));
}

QDateTime at(qint64 event)
{
    return QDateTime::fromMSecsSinceEpoch(kBeginMs + event * kStepMs, Qt::UTC);
}

std::vector<Case> cases()
{
    std::vector<Case> list;
    const auto add = [&](const char *name, auto set) {
        Case one{QString::fromLatin1(name), {}};
        set(one.filter);
        list.push_back(one);
    };
    const auto text = [&](const char *name, const char *words) {
        add(name, [&](JournalFilter &filter) { filter.text = QString::fromLatin1(words); });
    };
    add("everything", [](JournalFilter &) {});
    add("an old day", [](JournalFilter &f) { f.from = at(1'000'000), f.to = at(1'028'800); });
    add("a system", [](JournalFilter &f) { f.systems = {QStringLiteral("cabinet")}; });
    add("a rare system, open", [](JournalFilter &f) {
        f.systems = {QStringLiteral("opsdeck")};
        f.acknowledged = false;
    });
    add("alarms", [](JournalFilter &f) { f.severities = {Severity::Alarm}; });
    add("open alarms", [](JournalFilter &f) {
        f.severities = {Severity::Alarm};
        f.acknowledged = false;
    });
    add("acknowledged", [](JournalFilter &f) { f.acknowledged = true; });
    add("a rare kind", [](JournalFilter &f) { f.kinds = {QStringLiteral("kind-59")}; });
    add("a kind nobody has", [](JournalFilter &f) { f.kinds = {QStringLiteral("nothing")}; });
    add("a device", [](JournalFilter &f) { f.devices = {deviceOf(77)}; });
    add("the busiest device, acknowledged, a rare kind", [](JournalFilter &f) {
        f.devices = {deviceOf(0)};
        f.acknowledged = true;
        f.kinds = {QStringLiteral("kind-58")};
    });
    add("100 devices", [](JournalFilter &f) {
        for (int i = 0; i < 100; ++i)
            f.devices.append(deviceOf(i * 131 + 1));
    });
    add("2,000 devices, alarms", [](JournalFilter &f) {
        for (int i = 0; i < 2000; ++i)
            f.devices.append(deviceOf(i * 7 + 1));
        f.severities = {Severity::Alarm};
    });
    text("a bank", "RL1A0000CB20");
    text("the beginning of every bank", "rl1a");
    text("the beginning of many banks", "rl1a0001");
    text("the beginning of 300 banks", "rl1a00012");
    text("the beginning of every device", "wstd");
    text("a device as text", "wstd480000000077");
    text("a frequent word", "reasonc");
    text("a digit", "1");
    text("nothing", "zzz");
    text("two frequent words", "reasonc 17");
    text("a bank and a word", "rl1a0000cb20 reasona");
    text("two words that never meet", "reasona reasonb");
    text("a device and a word that never meet", "wstd480000000001 nothing");
    add("a frequent word, a rare kind, a year ago", [](JournalFilter &f) {
        f.text = QStringLiteral("reasonc");
        f.kinds = {QStringLiteral("kind-59")};
        f.to = at(500'000);
    });
    add("a frequent word of the busiest device, acknowledged", [](JournalFilter &f) {
        f.text = QStringLiteral("reasonc");
        f.devices = {deviceOf(0)};
        f.acknowledged = true;
    });
    return list;
}

/// As many rows as a page has, by their numbers, one by one.
double bareMs(const QString &path)
{
    SqlConnection connection(path, SqlConnection::Mode::QueryOnly, std::chrono::seconds(5));
    if (!connection.open() || !connection.prepareForUse())
        return 0;
    QRandomGenerator random(3);
    std::vector<double> times;
    for (int round = 0; round < 25; ++round) {
        QElapsedTimer timer;
        timer.start();
        qint64 sum = 0;
        for (int i = 0; i < kLimit; ++i) {
            const auto row = connection.first(
                QStringLiteral(
                    "SELECT time_ms, kind_id, device_id, arguments, details FROM event WHERE id = ?"),
                {qint64(random.bounded(quint32(kEvents))) + 1}, [](const SqlRow &found) {
                    return found.integer(0) + found.text(3).size() + found.text(4).size();
                });
            sum += row ? row->value_or(0) : 0;
        }
        if (sum == 0)
            return 0;
        times.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    return bench::median(times);
}

/// Events a second that come in, 256 under way.
double addedPerSecond(Journal &journal)
{
    constexpr int kCount = 20'000;
    QRandomGenerator random(5);
    QElapsedTimer timer;
    timer.start();
    QFuture<base::Result<qint64>> last;
    for (int i = 0; i < kCount; ++i) {
        Event event;
        event.system = QStringLiteral("cabinet");
        event.device = deviceOf(int(random.bounded(int(kDevices))));
        event.kind = QStringLiteral("kind-%1").arg(i % 10);
        event.severity = Severity(i % 10 % 3);
        event.textKey = QStringLiteral("text.%1").arg(i % 10);
        event.arguments = {QStringLiteral("RL1A%1").arg(random.bounded(int(kBanks)) * 13, 8, 16, QChar(u'0')),
                           QString::number(i % 48 + 1)};
        event.details = {{QStringLiteral("reason"), QStringLiteral("reasonc")}};
        last = journal.add(event);
    }
    return last.result() ? kCount * 1000.0 / double(timer.elapsed()) : 0;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QTemporaryDir home;
    QString path = qEnvironmentVariable("OPSDECK_BENCH_JOURNAL");
    if (path.isEmpty())
        path = home.filePath(QStringLiteral("opsdeck.db"));
    base::SystemClock clock;
    if (!QFile::exists(path)) {
        {
            Store store(path, clock);
            if (!store.database.open().result())
                return 1;
        }
        if (!fill(path))
            return 1;
    }
    QElapsedTimer timer;
    timer.start();
    Store store(path, clock);
    if (const auto opened = store.database.open().result(); !opened) {
        bench::note(opened.error().detail());
        return 1;
    }
    bench::note(
        QStringLiteral("opened in %1 ms, %2 MB").arg(timer.elapsed()).arg(QFileInfo(path).size() >> 20));
    const double bare = bareMs(path);

    std::vector<double> medians;
    double worst = 0;
    QString worstName;
    const std::vector<Case> all = cases();
    for (const Case &one : all) {
        std::vector<double> times;
        qsizetype found = 0;
        bool hasNext = false;
        for (int round = 0; round < kRounds; ++round) {
            timer.start();
            const auto page = store.journal.page(one.filter, {}, kLimit).result();
            times.push_back(double(timer.nsecsElapsed()) / 1e6);
            if (!page) {
                bench::note(page.error().detail());
                return 1;
            }
            found = page->entries.size();
            hasNext = page->next.has_value();
        }
        medians.push_back(bench::median(times));
        const double slowest = *std::max_element(times.begin(), times.end());
        if (slowest > worst) {
            worst = slowest;
            worstName = one.name;
        }
        bench::note(QStringLiteral("%1: median %2 ms, worst %3 ms, first %4 ms, %5 events%6")
                        .arg(one.name)
                        .arg(medians.back(), 0, 'f', 1)
                        .arg(slowest, 0, 'f', 1)
                        .arg(times.front(), 0, 'f', 1)
                        .arg(found)
                        .arg(hasNext ? QStringLiteral(" and more") : QString()));
    }
    const double added = addedPerSecond(store.journal);
    bench::note(QStringLiteral("added: %1/s; %2 rows by their keys: %3 ms")
                    .arg(added, 0, 'f', 0)
                    .arg(kLimit)
                    .arg(bare, 0, 'f', 2));
    const QString how =
        QStringLiteral("%1 filters over %2 million events, %3 rows a page, a bare loop by primary key: %4 ms")
            .arg(all.size())
            .arg(kEvents / 1'000'000)
            .arg(kLimit)
            .arg(bare, 0, 'f', 2);
    bench::printRows({Figure{QStringLiteral("Journal, first page, worst filter"), worst, QStringLiteral("ms"),
                             kLimitMs, Figure::Keep::AtMost, worstName + QStringLiteral("; ") + how},
                      Figure{QStringLiteral("Journal, first page, median filter"), bench::median(medians),
                             QStringLiteral("ms"), kLimitMs, Figure::Keep::AtMost, how}});
    return 0;
}
