// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql_dialect.h"

#include "core/base/whole_file.h"
#include "core/store/database_error.h"

#include <QFileInfo>
#include <QSqlError>

#include <algorithm>

namespace opsdeck::store {

namespace {

// https://www.sqlite.org/rescode.html; the low byte of an extended code.
enum SqliteCode {
    Perm = 3,
    Busy = 5,
    LockedCode = 6,
    ReadOnlyCode = 8,
    InputOutput = 10,
    Corrupt = 11,
    Full = 13,
    CannotOpen = 14,
    NotADatabase = 26,
};

/// The driver says only that writing failed: the system knows why. Tries what failed, growing a file of that size, with
/// one of our own beside it.
DatabaseError whyWritingFailed(const QString &path)
{
    const qint64 size = std::max(QFileInfo(path).size(), QFileInfo(path + QStringLiteral("-wal")).size());
    constexpr qsizetype kProbeBytes = 64 << 10;
    base::WholeFile probe(path + QStringLiteral(".probe"));
    auto done = probe.openNew();
    if (done && probe.seek(size))
        done = probe.write(QByteArray(kProbeBytes, '\0').constData(), kProbeBytes);
    if (done || done.error().is(base::FileError::Failed))
        return DatabaseError::Failed;
    return done.error().is(base::FileError::DiskFull) ? DatabaseError::DiskFull : DatabaseError::ReadOnly;
}

DatabaseError codeOf(int code, const QString &path)
{
    switch (code & 0xff) {
    case Perm:
    case ReadOnlyCode:
        return DatabaseError::ReadOnly;
    case Busy:
    case LockedCode:
        return DatabaseError::Locked;
    case Corrupt:
    case NotADatabase:
        return DatabaseError::Damaged;
    case Full:
        return DatabaseError::DiskFull;
    case InputOutput:
        return whyWritingFailed(path);
    case CannotOpen: {
        const QFileInfo file(path);
        const QFileInfo folder(file.absolutePath());
        const bool isForbidden =
            file.exists() ? !file.isReadable() || !file.isWritable() : folder.isDir() && !folder.isWritable();
        return isForbidden ? DatabaseError::ReadOnly : DatabaseError::Failed;
    }
    default:
        return DatabaseError::Failed;
    }
}

} // namespace

base::ErrorFacts errorFacts(DatabaseError code)
{
    using base::ErrorClass;
    switch (code) {
    case DatabaseError::NotOpen:
        return {"database-not-open", ErrorClass::Local};
    case DatabaseError::DiskFull:
        return {"database-disk-full", ErrorClass::Local};
    case DatabaseError::ReadOnly:
        return {"database-read-only", ErrorClass::Local};
    case DatabaseError::Locked:
        return {"database-locked", ErrorClass::Local};
    case DatabaseError::Damaged:
        return {"database-damaged", ErrorClass::Local};
    case DatabaseError::Newer:
        return {"database-newer", ErrorClass::Local};
    case DatabaseError::Failed:
        return {"database-failed", ErrorClass::Local};
    }
    return {"database-failed", ErrorClass::Local};
}

QString sqlDriver()
{
    return QStringLiteral("QSQLITE");
}

QString sqlConnectOptions(std::chrono::milliseconds busyTime, bool readOnlyFile)
{
    QString options = QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(busyTime.count());
    if (readOnlyFile)
        options += QStringLiteral(";QSQLITE_OPEN_READONLY");
    return options;
}

QStringList sqlSettings(bool queryOnly)
{
    constexpr int kReaderCacheKib = 16 << 10;
    constexpr int kWriterCacheKib = 64 << 10;
    QStringList settings{
        QStringLiteral("PRAGMA synchronous = FULL"),
        QStringLiteral("PRAGMA foreign_keys = ON"),
        QStringLiteral("PRAGMA temp_store = MEMORY"),
        QStringLiteral("PRAGMA cache_size = -%1").arg(queryOnly ? kReaderCacheKib : kWriterCacheKib),
    };
    if (queryOnly) {
        settings.append(QStringLiteral("PRAGMA query_only = ON"));
        return settings;
    }
    // Pages that change again and again are carried over once for many commits.
    settings.append(QStringLiteral("PRAGMA wal_autocheckpoint = 8000"));
    // A log that a long reader has let grow gives its room back.
    settings.append(QStringLiteral("PRAGMA journal_size_limit = 67108864"));
    return settings;
}

QString sqlSchema(QString sql)
{
    return sql.replace(QStringLiteral("{key}"), QStringLiteral("integer"))
        .replace(QStringLiteral("{bytes}"), QStringLiteral("blob"))
        .replace(QStringLiteral("{word}"), QStringLiteral("text"))
        .replace(QStringLiteral("{clustered}"), QStringLiteral("WITHOUT ROWID"));
}

QString sqlBeginWrite()
{
    // Not the plain one: that one finds out in the middle of the work that another program writes.
    return QStringLiteral("BEGIN IMMEDIATE");
}

QString sqlLogOfChanges()
{
    return QStringLiteral("PRAGMA journal_mode = WAL");
}

QString sqlDataVersion()
{
    return QStringLiteral("PRAGMA data_version");
}

QString sqlCheck(bool thorough)
{
    return thorough ? QStringLiteral("PRAGMA integrity_check(3)") : QStringLiteral("PRAGMA quick_check(3)");
}

QString sqlCheckTable(const QString &table)
{
    return QStringLiteral("PRAGMA quick_check(%1)").arg(table);
}

QString sqlTableCount()
{
    return QStringLiteral("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = ?");
}

QString sqlAnyTableCount()
{
    return QStringLiteral("SELECT count(*) FROM sqlite_master");
}

base::Error errorOfDriver(const QSqlError &error, const QString &path, const QString &what)
{
    const QString number = error.nativeErrorCode();
    QString words = error.databaseText();
    if (words.isEmpty())
        words = error.driverText();
    return base::Error(codeOf(number.toInt(), path),
                       QStringLiteral("%1: %2: %3 (%4)").arg(path, what, words, number));
}

} // namespace opsdeck::store
