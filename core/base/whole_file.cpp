// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/whole_file.h"

#include <QFileInfo>

#include <cerrno>
#include <filesystem>
#include <system_error>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace opsdeck::base {

namespace {

constexpr auto kOwnerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
constexpr int kMaximumLinks = 16;

QString linkTarget(const QString &path)
{
    QString target = path;
    for (int i = 0; i < kMaximumLinks; ++i) {
        const QFileInfo info(target);
        if (!info.isSymLink())
            break;
        target = info.symLinkTarget();
    }
    return target;
}

bool isDiskFull(int number)
{
#ifdef EDQUOT
    if (number == EDQUOT)
        return true;
#endif
    return number == ENOSPC || number == EFBIG;
}

Error failure(const QString &path, const QString &words, int number, QFileDevice::FileError qtError)
{
    if (isDiskFull(number))
        return {FileError::DiskFull, QStringLiteral("%1: the disk is full: %2").arg(path, words)};
    if (number == EACCES || number == EPERM || number == EROFS || qtError == QFileDevice::PermissionsError)
        return {FileError::NotAllowed, QStringLiteral("%1: %2").arg(path, words)};
    return {FileError::Failed, QStringLiteral("%1: %2").arg(path, words)};
}

/// @param number errno as the call left it: Qt does not tell a full disk from other trouble.
tl::unexpected<Error> failed(const QFile &file, int number)
{
    return fail(failure(file.fileName(), file.errorString(), number, file.error()));
}

} // namespace

ErrorFacts errorFacts(FileError code)
{
    switch (code) {
    case FileError::Failed:
        return {"file-failed", ErrorClass::Local};
    case FileError::NotAllowed:
        return {"file-not-allowed", ErrorClass::Local};
    case FileError::DiskFull:
        return {"disk-full", ErrorClass::Local};
    }
    return {"file-failed", ErrorClass::Local};
}

WholeFile::WholeFile(const QString &path)
    : m_path(path)
    , m_target(linkTarget(path))
    , m_file(m_target + QStringLiteral(".part"))
{
}

WholeFile::~WholeFile()
{
    if (!m_file.isOpen())
        return;
    m_file.close();
    if (!m_keep)
        m_file.remove();
}

Result<void> WholeFile::open()
{
    // Unbuffered: who writes small pieces has a buffer, and an error is heard with the write that has it.
    errno = 0;
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Truncate | QIODevice::Unbuffered))
        return failed(m_file, errno);
    return {};
}

Result<void> WholeFile::openNew(std::optional<QFileDevice::Permissions> permissions)
{
    const QFileInfo old(m_target);
    if (m_path.isEmpty() || old.isSymLink() || (old.exists() && !old.isFile()))
        return fail(FileError::Failed, QStringLiteral("%1: is not a file").arg(m_path));
    if (old.exists() && !old.isWritable())
        return fail(FileError::NotAllowed, QStringLiteral("%1: may not be written").arg(m_path));
    if (!permissions && old.exists())
        permissions = old.permissions();
    m_file.remove();
    m_file.unsetError();
    constexpr auto kMode = QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered;
    errno = 0;
    // Never wider than asked for, not even for a moment; and no mask of the process narrows it.
    if (!(permissions ? m_file.open(kMode, kOwnerOnly) : m_file.open(kMode)))
        return failed(m_file, errno);
    if (permissions && !m_file.setPermissions(*permissions))
        return failed(m_file, errno);
    return {};
}

Result<void> WholeFile::write(const char *data, qint64 bytes)
{
    // A disk that is nearly full takes a part first; why it takes no more is said to the next try only.
    while (bytes > 0) {
        errno = 0;
        const qint64 written = m_file.write(data, bytes);
        if (written <= 0) {
#ifdef Q_OS_UNIX
            return failed(m_file, errno);
#else
            // That is what Qt calls it, of a write.
            return failed(m_file, m_file.error() == QFileDevice::ResourceError ? ENOSPC : 0);
#endif
        }
        data += written;
        bytes -= written;
    }
    return {};
}

Result<void> WholeFile::commit()
{
#ifdef Q_OS_UNIX
    // Some devices cannot; a disk over the network may say only now that it is full.
    if (::fsync(m_file.handle()) != 0 && errno != EINVAL) {
        const int number = errno;
        return fail(failure(partPath(), QString::fromStdString(std::generic_category().message(number)),
                            number, QFileDevice::NoError));
    }
#endif
    m_keep = true; // complete: whatever happens to the name, the bytes stay
    m_file.close();
    std::error_code error;
    std::filesystem::rename(std::filesystem::path(partPath().toStdU16String()),
                            std::filesystem::path(m_target.toStdU16String()), error);
    if (error) {
        const bool isAllowed = error != std::errc::permission_denied &&
                               error != std::errc::operation_not_permitted &&
                               error != std::errc::read_only_file_system;
        return fail(isAllowed ? FileError::Failed : FileError::NotAllowed,
                    QStringLiteral("cannot rename %1 to %2: %3")
                        .arg(partPath(), m_target, QString::fromStdString(error.message())));
    }
    return {};
}

Result<void> replaceFile(const QString &path, const QByteArray &bytes,
                         std::optional<QFileDevice::Permissions> permissions)
{
    WholeFile file(path);
    auto written =
        file.openNew(permissions).and_then([&] { return file.write(bytes.constData(), bytes.size()); });
    if (!written)
        return written;
    auto committed = file.commit();
    if (!committed)
        QFile::remove(file.partPath());
    return committed;
}

} // namespace opsdeck::base
