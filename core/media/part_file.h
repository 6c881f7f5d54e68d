// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/whole_file.h"

namespace opsdeck::media {

/// A base::WholeFile whose errors are those of media, for who writes clips and pictures. Not thread-safe.
class PartFile final
{
public:
    explicit PartFile(const QString &path)
        : m_file(path)
    {
    }

    /// Errors (all functions): FileFailed or DiskFull, with the system's words and the file's name.
    base::Result<void> open();
    base::Result<void> write(const char *data, qint64 bytes);
    /// @return false when the file cannot seek there.
    bool seek(qint64 position) { return m_file.seek(position); }
    qint64 position() const { return m_file.position(); }
    qint64 size() const { return m_file.size(); }
    /// Flushes to the disk, closes and renames over what has the name.
    base::Result<void> commit();
    /// The partial file stays when this object goes.
    void keep() { m_file.keep(); }

    const QString &path() const { return m_file.path(); }
    QString partPath() const { return m_file.partPath(); }

private:
    base::WholeFile m_file;
};

} // namespace opsdeck::media
