// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/reply.h"
#include "core/base/result.h"
#include "core/store/database_error.h"

#include <QFuture>
#include <QObject>
#include <QString>

#include <functional>
#include <memory>
#include <optional>

namespace opsdeck::store {

class SqlConnection;

/// The database: SQLite in one file, WAL, synchronous=FULL. One writer thread takes every write and commits those that
/// wait together (group commit); two reader threads answer queries. An answer of a write means that it is on disk. Each
/// write is its own savepoint: one that fails leaves the others whole. Any thread may call. Only core/store speaks SQL.
class Database final : public QObject
{
    Q_OBJECT
public:
    static constexpr int kMostPerCommit = 4096;
    /// Writes that are collected for one commit end after this, so that the first of them need not wait for long.
    static constexpr std::chrono::milliseconds kLongestCommit{50};
    /// More calls than this that wait are refused (Failed): a disk that hangs must not eat the memory.
    static constexpr int kMostWaiting = 100'000;
    static constexpr std::chrono::milliseconds kBusyTime{5000};
    /// Until this size every index is compared with its table before the file is used; beyond it only the pages are looked
    /// through. Beyond `kLargestWaitedFor` bytes (2 GB and ten million events took 5 s) those of the ledger are looked
    /// through before, and what grows is read beside the work: damage there is told by `failed`.
    static constexpr qint64 kLargestThorough = 32LL << 20;
    static constexpr qint64 kLargestWaitedFor = 256LL << 20;

    struct Opening {
        int schemaVersion = 0;
        QString setAsideAs; ///< where a damaged file was put; empty = the file was sound
    };
    /// Who waits for an answer: a search of the journal must not hold up what a cabinet waits for.
    enum class Lane { Quick, Search };

    /// @param path its folder is made. @param clock must outlive this object. @param busyTime how long another program's
    /// lock is waited for. @param largestWaitedFor bytes; for tests.
    Database(const QString &path, base::Clock &clock, QObject *parent = nullptr,
             std::chrono::milliseconds busyTime = kBusyTime, qint64 largestWaitedFor = kLargestWaitedFor);
    /// Closes it.
    ~Database() override;
    /// Commits what waits and answers it, then joins the threads. Calls that come later fail. Waits for the disk.
    void close();

    QString path() const;
    base::Clock &clock() const;
    /// Once. Checks the file's integrity, brings the schema to this version, step by numbered step. A damaged file is
    /// renamed to NAME.damaged-TIME (its -wal and -shm with it) and a new one is begun; one that is locked, read-only or
    /// newer is left as it is. Calls made before it answers wait; when it fails they fail with its error.
    QFuture<base::Result<Opening>> open();

    /// @param work called on the writer thread inside the transaction; an error rolls its own changes back.
    /// @param then called on the writer thread with the answer, before the future has it, in the order of the writes; it
    /// must outlive the database and be quick. Errors, besides those of `work`: DatabaseError.
    template <typename T>
    QFuture<base::Result<T>> write(std::function<base::Result<T>(SqlConnection &)> work,
                                   std::function<void(const base::Result<T> &)> then = {})
    {
        return submit<T>(std::move(work), std::move(then), [this](Job job) { enqueueWrite(std::move(job)); });
    }
    /// @param work called on a reader thread, on one state of the database. Errors, besides those of `work`:
    /// DatabaseError.
    template <typename T>
    QFuture<base::Result<T>> read(std::function<base::Result<T>(SqlConnection &)> work,
                                  Lane lane = Lane::Quick)
    {
        return submit<T>(std::move(work), {}, [this, lane](Job job) { enqueueRead(std::move(job), lane); });
    }

    /// A call without its type.
    struct Job {
        /// Answers what went wrong.
        std::function<std::optional<base::Error>(SqlConnection &)> work;
        /// Called exactly once. @param failure of the work or of the commit; nothing: it is done.
        std::function<void(const std::optional<base::Error> &failure)> finish;
    };

Q_SIGNALS:
    /// A damaged file was put aside.
    void setAside(const QString &path, const QString &problem);
    /// Writing failed (disk full, read-only, locked …), or damage was found: the file is not touched for it. Sent once
    /// until writing works again.
    void failed(const opsdeck::base::Error &error);
    void recovered();

private:
    template <typename T, typename Enqueue>
    QFuture<base::Result<T>> submit(std::function<base::Result<T>(SqlConnection &)> work,
                                    std::function<void(const base::Result<T> &)> then, Enqueue enqueue)
    {
        struct Call {
            base::Reply<T> reply;
            std::function<base::Result<T>(SqlConnection &)> work;
            std::function<void(const base::Result<T> &)> then;
            std::optional<base::Result<T>> result;
        };
        const auto call = std::make_shared<Call>();
        call->work = std::move(work);
        call->then = std::move(then);
        auto future = call->reply.future();
        Job job;
        job.work = [call](SqlConnection &connection) -> std::optional<base::Error> {
            call->result = call->work(connection);
            if (*call->result)
                return std::nullopt;
            return call->result->error();
        };
        job.finish = [call](const std::optional<base::Error> &failure) {
            if (failure)
                call->result = base::Result<T>(base::fail(*failure));
            if (call->then)
                call->then(*call->result);
            call->reply.answer(std::move(*call->result));
        };
        enqueue(std::move(job));
        return future;
    }
    void enqueueWrite(Job job);
    void enqueueRead(Job job, Lane lane);

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace opsdeck::store
