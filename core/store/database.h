// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/reply.h"
#include "core/base/result.h"

#include <QFuture>
#include <QObject>
#include <QString>

#include <functional>
#include <memory>

class QSqlDatabase;

namespace opsdeck::store {

enum class DatabaseError {
    NotOpen, ///< it was never opened, or opening failed
    DiskFull,
    ReadOnly,
    Locked, ///< another program holds it for longer than the busy time
    Damaged,
    Newer,  ///< written by a later version of the program; left as it is
    Failed, ///< any other failure; the detail has the driver's words
};
base::ErrorFacts errorFacts(DatabaseError code);

/// The database: SQLite in one file, WAL, synchronous=FULL. One writer thread takes every write and commits those that
/// wait together (group commit); one reader thread answers queries. An answer of a write means that it is on disk. Each
/// write is its own savepoint: one that fails leaves the others whole. Any thread may call. Only core/store speaks SQL.
class Database final : public QObject
{
    Q_OBJECT
public:
    static constexpr int kMostPerCommit = 4096;
    static constexpr std::chrono::milliseconds kBusyTime{5000};

    struct Opening {
        int schemaVersion = 0;
        QString setAsideAs; ///< where a damaged file was put; empty = the file was sound
    };

    /// @param path its folder is made. @param clock must outlive this object.
    Database(const QString &path, base::Clock &clock, QObject *parent = nullptr);
    /// Commits what waits, then closes and joins its threads.
    ~Database() override;

    QString path() const;
    /// Once. Checks the file's integrity, brings the schema to this version, step by numbered step. A damaged file is
    /// renamed to NAME.damaged-TIME (its -wal and -shm with it) and a new one is begun. Calls made before it answers wait.
    QFuture<base::Result<Opening>> open();

    /// @param work called on the writer thread inside the transaction.
    template <typename T>
    QFuture<base::Result<T>> write(std::function<base::Result<T>(QSqlDatabase &)> work);
    template <typename T>
    QFuture<base::Result<T>> read(std::function<base::Result<T>(QSqlDatabase &)> work);

Q_SIGNALS:
    /// A damaged file was put aside.
    void setAside(const QString &path, const QString &problem);
    /// Writing failed (disk full, read-only, locked …); sent once until it works again.
    void failed(const opsdeck::base::Error &error);
    void recovered();
};

} // namespace opsdeck::store
