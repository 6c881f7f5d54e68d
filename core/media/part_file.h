// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QFile>

namespace opsdeck::media {

/// A file that gets its name only when it is complete: written as `NAME.part`. Owns the open file. Removes it when
/// destroyed without `commit()`, unless `keep()` was called. Not thread-safe.
class PartFile final
{
public:
    explicit PartFile(const QString &path);
    ~PartFile();
    PartFile(const PartFile &) = delete;
    PartFile &operator=(const PartFile &) = delete;

    /// Errors (all functions): FileFailed or, of a write, DiskFull, with the system's words and the file's name.
    base::Result<void> open();
    base::Result<void> write(const char *data, qint64 bytes);
    /// @return false when the file cannot seek there.
    bool seek(qint64 position) { return m_file.seek(position); }
    qint64 position() const { return m_file.pos(); }
    qint64 size() const { return m_file.size(); }
    /// Flushes to the disk, closes and renames over what has the name.
    base::Result<void> commit();
    /// The partial file stays when this object goes.
    void keep() { m_keep = true; }

    const QString &path() const { return m_path; }
    QString partPath() const { return m_file.fileName(); }
    /// "cannot … NAME.part: No space left on device".
    base::Error failure(const QString &doing) const;

private:
    QString m_path;
    QFile m_file;
    bool m_keep = false;
};

} // namespace opsdeck::media
