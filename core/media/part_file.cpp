// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/part_file.h"

#include "core/media/media_error.h"

#include <filesystem>
#include <system_error>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace opsdeck::media {

using base::fail;

PartFile::PartFile(const QString &path)
    : m_path(path)
    , m_file(path + QStringLiteral(".part"))
{
}

PartFile::~PartFile()
{
    if (!m_file.isOpen())
        return;
    m_file.close();
    if (!m_keep)
        m_file.remove();
}

base::Result<void> PartFile::open()
{
    // Unbuffered: libavformat has its buffer, raw frames are large, and an error is heard with the write that has it.
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Truncate | QIODevice::Unbuffered))
        return fail(failure(QStringLiteral("create")));
    return {};
}

base::Result<void> PartFile::write(const char *data, qint64 bytes)
{
    // A disk that is nearly full takes a part first; why it takes no more is said to the next try only.
    while (bytes > 0) {
        const qint64 written = m_file.write(data, bytes);
        if (written <= 0) {
            // That is what Qt calls it, of a write.
            const bool isFull = m_file.error() == QFileDevice::ResourceError;
            const base::Error failed = failure(QStringLiteral("write"));
            return isFull ? fail(MediaError::DiskFull, failed.detail()) : fail(failed);
        }
        data += written;
        bytes -= written;
    }
    return {};
}

base::Result<void> PartFile::commit()
{
#ifdef Q_OS_UNIX
    if (::fsync(m_file.handle()) != 0 && errno != EINVAL)
        return fail(failure(QStringLiteral("flush")));
#endif
    m_keep = true; // complete: whatever happens to the name, the bytes stay
    m_file.close();
    std::error_code error;
    std::filesystem::rename(std::filesystem::path(partPath().toStdU16String()),
                            std::filesystem::path(m_path.toStdU16String()), error);
    if (error) {
        return fail(MediaError::FileFailed,
                    QStringLiteral("cannot rename %1 to %2: %3")
                        .arg(partPath(), m_path, QString::fromStdString(error.message())));
    }
    return {};
}

base::Error PartFile::failure(const QString &doing) const
{
    return {MediaError::FileFailed,
            QStringLiteral("cannot %1 %2: %3").arg(doing, partPath(), m_file.errorString())};
}

} // namespace opsdeck::media
