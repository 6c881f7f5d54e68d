// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/database_opening.h"

#include "core/store/database.h"
#include "core/store/database_check.h"
#include "core/store/migrations.h"
#include "core/store/sql_dialect.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace opsdeck::store {

using base::Error;
using base::fail;
using base::Result;

namespace {

/// The files of one database.
const QString kParts[] = {QString(), QStringLiteral("-wal"), QStringLiteral("-shm")};

Result<void> makeFolder(const QString &path)
{
    const QFileInfo file(path);
    if (file.exists() && !file.isFile())
        return fail(DatabaseError::Failed, QStringLiteral("%1: is not a file").arg(path));
    const QString folder = file.absolutePath();
    if (!QDir().mkpath(folder))
        return fail(DatabaseError::Failed, QStringLiteral("%1: the folder cannot be made").arg(folder));
    return {};
}

/// One program at a time. Where the folder takes no lock file, opening the database will say what is wrong with it.
Result<std::unique_ptr<base::FileLock>> takeLock(const QString &path, std::chrono::milliseconds busyTime)
{
    // For one that is just ending, or that was killed while it started a child: the child has the lock until it runs.
    constexpr std::chrono::milliseconds kPatience{1000};
    auto lock = std::make_unique<base::FileLock>(path);
    const auto locked = lock->lock(std::min(busyTime, kPatience));
    if (locked || !locked.error().is(base::FileLockError::Held))
        return lock;
    return fail(DatabaseError::Locked, QStringLiteral("%1: another Opsdeck uses this database").arg(path));
}

/// A new database is its owner's alone.
void makePrivate(const QString &path)
{
    QFile file(path);
    if (!file.exists() && file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
}

/// Somebody's text that was named by mistake, rather than a database whose beginning is damaged.
bool isOfAnotherKind(const QString &path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == QLatin1String("db") || suffix == QLatin1String("sqlite") ||
        suffix == QLatin1String("sqlite3"))
        return false;
    const QByteArray magic("SQLite format 3\0", 16);
    QFile file(path);
    return file.size() > 0 && file.open(QIODevice::ReadOnly) && file.read(magic.size()) != magic;
}

bool isAnyThere(const QString &name)
{
    for (const QString &part : kParts) {
        if (QFileInfo::exists(name + part))
            return true;
    }
    return false;
}

/// Answers the new name. Never writes over what has it.
Result<QString> setAside(const QString &path, const QDateTime &now)
{
    const QString name = path + now.toUTC().toString(QStringLiteral("'.damaged-'yyyyMMdd-HHmmss"));
    QString free = name;
    constexpr int kTries = 100;
    for (int i = 2; i < kTries && isAnyThere(free); ++i)
        free = QStringLiteral("%1-%2").arg(name, QString::number(i));
    // The file itself last: a stop in between leaves it to be found again.
    for (const QString &part : {kParts[1], kParts[2], kParts[0]}) {
        const QString from = path + part;
        if (QFileInfo::exists(from) && !QFile::rename(from, free + part))
            return fail(DatabaseError::Damaged,
                        QStringLiteral("%1: is damaged and cannot be renamed to %2").arg(from, free + part));
    }
    return free;
}

/// Without a change to it: answers whether all of it was looked at.
Result<bool> inspect(const QString &path, std::chrono::milliseconds busyTime, qint64 largestWaitedFor)
{
    const qint64 size = QFileInfo(path).size();
    if (size == 0) {
        // SQLite throws away a log that has no database, and what was committed with it.
        if (QFileInfo(path + kParts[1]).size() > 0)
            return fail(DatabaseError::Damaged,
                        QStringLiteral("%1: its log of changes is there, but the database is not").arg(path));
        return true; // none, or one that was begun and never written
    }
    SqlConnection connection(path, SqlConnection::Mode::Inspect, busyTime);
    if (const auto opened = connection.open(); !opened)
        return fail(opened.error());
    // First of all: what a later version has written is not ours to judge.
    const auto version = schemaVersion(connection);
    if (!version)
        return fail(version.error());
    if (*version > int(migrations().size()))
        return fail(DatabaseError::Newer,
                    QStringLiteral("%1: its schema is version %2, this program knows %3")
                        .arg(path)
                        .arg(*version)
                        .arg(migrations().size()));
    if (size > largestWaitedFor) {
        const auto sound = checkSmallTables(connection);
        return sound ? Result<bool>(false) : fail(sound.error());
    }
    if (const auto sound = checkIntegrity(connection, size <= Database::kLargestThorough); !sound)
        return fail(sound.error());
    return true;
}

Result<std::unique_ptr<SqlConnection>> connect(const QString &path, std::chrono::milliseconds busyTime)
{
    auto connection = std::make_unique<SqlConnection>(path, SqlConnection::Mode::ReadWrite, busyTime);
    if (const auto opened = connection->open(); !opened)
        return fail(opened.error());
    const auto mode = connection->first(sqlLogOfChanges(), {}, [](const SqlRow &row) { return row.text(0); });
    if (!mode)
        return fail(mode.error());
    if (mode->value_or(QString()) != QStringLiteral("wal"))
        return fail(DatabaseError::Failed,
                    QStringLiteral("%1: the file system does not take a log of changes").arg(path));
    if (const auto ready = connection->prepareForUse(); !ready)
        return fail(ready.error());
    return connection;
}

Result<OpenedDatabase> openSound(const QString &path, const base::Clock &clock,
                                 std::chrono::milliseconds busyTime, qint64 largestWaitedFor)
{
    const auto isWhole = inspect(path, busyTime, largestWaitedFor);
    if (!isWhole)
        return fail(isWhole.error());
    auto connection = connect(path, busyTime);
    if (!connection)
        return fail(connection.error());
    // Also shows whether it can be written at all.
    const auto version = migrate(**connection, migrations(), clock.now());
    if (!version)
        return fail(version.error());
    return OpenedDatabase{std::move(*connection), *version, {}, {}, !*isWhole};
}

} // namespace

Result<OpenedDatabase> openDatabase(const QString &path, const base::Clock &clock,
                                    std::chrono::milliseconds busyTime, qint64 largestWaitedFor)
{
    if (const auto made = makeFolder(path); !made)
        return fail(made.error());
    auto lock = takeLock(path, busyTime);
    if (!lock)
        return fail(lock.error());
    makePrivate(path);
    auto opened = openSound(path, clock, busyTime, largestWaitedFor);
    if (opened)
        opened->lock = std::move(*lock);
    if (opened || !opened.error().is(DatabaseError::Damaged))
        return opened;
    const Error problem = opened.error();
    if (isOfAnotherKind(path))
        return fail(DatabaseError::Failed,
                    QStringLiteral("%1: is not a database; it is left as it is").arg(path));
    const auto name = setAside(path, clock.now());
    if (!name)
        return fail(name.error());
    makePrivate(path);
    opened = openSound(path, clock, busyTime, largestWaitedFor);
    if (opened) {
        opened->lock = std::move(*lock);
        opened->setAsideAs = *name;
        opened->problem = problem.detail();
    }
    return opened;
}

} // namespace opsdeck::store
