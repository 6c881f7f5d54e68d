// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/file_lock.h"
#include "core/base/result.h"

#include <QFuture>
#include <QJsonObject>
#include <QJsonValue>
#include <QObject>
#include <QThreadPool>

#include <memory>
#include <optional>

namespace opsdeck::store {

enum class SettingsError {
    FolderFailed, ///< the folder of the file cannot be made or written
    FileFailed,   ///< the file cannot be read or written
    DiskFull,
    Shared, ///< another running program of ours keeps the file; changes live in memory
    Newer,  ///< the file was written by a later version of the program; it is left as it is
};
base::ErrorFacts errorFacts(SettingsError code);

/// What the operator prefers: values by flat dotted keys ("ui.language"), in one JSON file. Keys nobody knows are kept.
/// The file is replaced as a whole or not at all, on a thread of this object's own; a damaged one is set aside, never
/// deleted. One running program keeps a file (a lock beside it); any further one reads it and keeps its changes in
/// memory. Lives in the thread that made it (the window's); never holds secrets.
class SettingsStore final : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds kPause{500};
    static constexpr std::chrono::seconds kRetry{30};
    static constexpr qint64 kMaximumFileBytes = 16 << 20;

    /// @param path empty = memory only. @param clock must outlive this object.
    SettingsStore(const QString &path, base::Clock &clock, QObject *parent = nullptr);
    /// Writes what is not yet written, and waits for it.
    ~SettingsStore() override;

    /// Reads the file in the calling thread: once, before there is a window. A missing file is an empty one.
    void load();

    QString path() const { return m_path; }
    /// Another running program keeps the file: changes stay in memory.
    bool isShared() const { return m_whyMemory && m_whyMemory->is(SettingsError::Shared); }
    /// Changes cannot be kept in the file, for the reason of `whyNotKept`. Memory only is not read-only.
    bool isReadOnly() const { return whyNotKept().has_value(); }
    /// Why changes are not (or were not, at the last attempt) kept in the file.
    std::optional<base::Error> whyNotKept() const { return m_whyMemory ? m_whyMemory : m_lastFailure; }
    /// Where a damaged file was put by `load`; empty when it was sound.
    QString setAsideAs() const { return m_setAsideAs; }

    QJsonValue value(const QString &key, const QJsonValue &fallback = {}) const;
    QStringList keys() const { return m_values.keys(); }
    /// A value for this run alone (of the command line): seen by `value`, never written. `setValue` ends it.
    void overrideForThisRun(const QString &key, const QJsonValue &value);
    /// An undefined or null value removes the key. The file follows within `kPause`.
    void setValue(const QString &key, const QJsonValue &value);

    /// Answers when everything set until now is in the file. Errors: SettingsError.
    QFuture<base::Result<void>> flush();

Q_SIGNALS:
    /// Also sent when a key is removed; not when the value stays the same.
    void changed(const QString &key);
    /// The values stay in memory; it is tried again at the next change and every `kRetry`.
    void saveFailed(const opsdeck::base::Error &error);
    void saved();

private:
    bool readFile();
    void setAside();
    void write();
    base::Result<void> writeFile(const QByteArray &json);
    void onWritten(const base::Result<void> &result, quint64 revision);

    const QString m_path;
    base::Clock &m_clock;
    QJsonObject m_rest; ///< members of the file that are not ours
    QJsonObject m_values;
    QJsonObject m_overrides;
    std::optional<base::Error> m_whyMemory;
    std::optional<base::Error> m_lastFailure;
    QString m_setAsideAs;
    quint64 m_revision = 0; ///< of m_values
    quint64 m_written = 0;  ///< the revision the file has
    std::unique_ptr<base::Timer> m_timer;
    std::unique_ptr<base::FileLock> m_lock; ///< after `load` used by the pool's thread only
    QThreadPool m_pool;
};

} // namespace opsdeck::store
