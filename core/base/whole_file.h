// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QFile>

#include <optional>

namespace opsdeck::base {

/// Why a file could not be written. The detail names the file and has the system's words.
enum class FileError {
    Failed,     ///< no such folder, not a file, a broken disk …
    NotAllowed, ///< the permissions of the file or its folder
    DiskFull,   ///< also: a quota, or the largest file the system allows
};
ErrorFacts errorFacts(FileError code);

/// A file that gets its name only when it is complete: written as `NAME.part` beside it. A link is followed, so that what
/// it leads to is replaced. Owns the open file; removes it when destroyed without `commit()`, unless `keep()` was called.
/// Two at once for one name spoil each other: where that may be, the caller holds a lock. Not thread-safe.
///
/// Not QSaveFile: that one (Qt 6.4) says "done" and replaces the old file when the disk took only a part.
class WholeFile final
{
public:
    explicit WholeFile(const QString &path);
    ~WholeFile();
    WholeFile(const WholeFile &) = delete;
    WholeFile &operator=(const WholeFile &) = delete;

    // Errors of all: FileError.

    /// Writes over what is left of an earlier attempt.
    Result<void> open();
    /// Makes `NAME.part` anew; what was left there is removed, never written through. @param permissions from its first
    /// moment on; none = those of the file that is to be replaced, else what the system gives a new file. A file that is
    /// there and may not be written, or is none (a folder, a device), is refused.
    Result<void> openNew(std::optional<QFileDevice::Permissions> permissions = {});
    /// All bytes, or an error.
    Result<void> write(const char *data, qint64 bytes);
    /// @return false when the file cannot seek there.
    bool seek(qint64 position) { return m_file.seek(position); }
    qint64 position() const { return m_file.pos(); }
    qint64 size() const { return m_file.size(); }
    /// Flushes to the disk, closes and renames over what has the name. When only the renaming fails the complete file
    /// stays as `NAME.part`.
    Result<void> commit();
    /// The partial file stays when this object goes.
    void keep() { m_keep = true; }

    /// As it was given.
    const QString &path() const { return m_path; }
    QString partPath() const { return m_file.fileName(); }

private:
    const QString m_path;
    const QString m_target; ///< where the link of `m_path` leads
    QFile m_file;
    bool m_keep = false;
};

/// Replaces the file as a whole, or leaves the old one as it is and nothing beside it. @param permissions as in
/// `WholeFile::openNew`. Waits for the disk: any thread but the GUI's. Errors: FileError.
Result<void> replaceFile(const QString &path, const QByteArray &bytes,
                         std::optional<QFileDevice::Permissions> permissions = {});

} // namespace opsdeck::base
