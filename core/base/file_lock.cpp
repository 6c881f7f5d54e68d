// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file_lock.h"

#include <QDeadlineTimer>
#include <QFile>

#include <thread>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#else
#include <QDir>
#include <qt_windows.h>
#endif

namespace opsdeck::base {

namespace {

constexpr std::chrono::milliseconds kAgain{10};

#ifdef Q_OS_UNIX
/// The holder removes the file when it is done; whoever opened it before that has a file without a name.
constexpr int kMostTries = 100;

Error impossible(const QString &path)
{
    return {FileLockError::Impossible,
            QStringLiteral("%1: %2").arg(path, QString::fromLocal8Bit(std::strerror(errno)))};
}

/// Never waits for the other end of a pipe, never follows a link that somebody put there.
int openLock(const QByteArray &name)
{
    constexpr int kFlags = O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK;
    const int file = ::open(name.constData(), O_RDWR | kFlags, 0666);
    // That of another user may be locked without being written.
    return file < 0 && errno == EACCES ? ::open(name.constData(), O_RDONLY | kFlags, 0666) : file;
}

bool isNamed(int file, const QByteArray &name)
{
    struct stat opened = {};
    struct stat named = {};
    return ::fstat(file, &opened) == 0 && ::lstat(name.constData(), &named) == 0 &&
           opened.st_dev == named.st_dev && opened.st_ino == named.st_ino;
}
#endif

} // namespace

ErrorFacts errorFacts(FileLockError code)
{
    switch (code) {
    case FileLockError::Held:
        return {"locked", ErrorClass::Local};
    case FileLockError::Impossible:
        break;
    }
    return {"lock-failed", ErrorClass::Local};
}

FileLock::FileLock(const QString &path)
    : m_path(path + QStringLiteral(".lock"))
{
}

FileLock::~FileLock()
{
    unlock();
}

Result<void> FileLock::lock(std::chrono::milliseconds patience)
{
    if (isLocked())
        return {};
    const QDeadlineTimer end(patience);
    auto result = lockNow();
    while (!result && result.error().is(FileLockError::Held) && !end.hasExpired()) {
        std::this_thread::sleep_for(kAgain);
        result = lockNow();
    }
    return result;
}

#ifdef Q_OS_UNIX

Result<void> FileLock::lockNow()
{
    const QByteArray name = QFile::encodeName(m_path);
    for (int tries = 0; tries < kMostTries; ++tries) {
        const int file = openLock(name);
        if (file < 0)
            return fail(impossible(m_path));
        if (::flock(file, LOCK_EX | LOCK_NB) != 0) {
            const bool isHeld = errno == EWOULDBLOCK;
            const Error error = impossible(m_path);
            ::close(file);
            if (!isHeld)
                return fail(error);
            return fail(FileLockError::Held, QStringLiteral("%1: somebody else has it").arg(m_path));
        }
        if (isNamed(file, name)) {
            m_handle = file;
            return {};
        }
        ::close(file);
    }
    return fail(FileLockError::Held, QStringLiteral("%1: is made and removed all the time").arg(m_path));
}

void FileLock::unlock()
{
    if (!isLocked())
        return;
    const int file = int(m_handle);
    const QByteArray name = QFile::encodeName(m_path);
    // While it is held: nobody else may have one of that name.
    if (isNamed(file, name))
        ::unlink(name.constData());
    // A child between fork and exec may have the file open too; closing alone would leave it locked.
    ::flock(file, LOCK_UN);
    ::close(file);
    m_handle = kNone;
}

#else

Result<void> FileLock::lockNow()
{
    const std::wstring name = QDir::toNativeSeparators(m_path).toStdWString();
    // Shared with nobody, and gone with its last handle.
    const HANDLE file = ::CreateFileW(name.c_str(), GENERIC_READ | GENERIC_WRITE, 0, nullptr, OPEN_ALWAYS,
                                      FILE_ATTRIBUTE_NORMAL | FILE_FLAG_DELETE_ON_CLOSE, nullptr);
    if (file != INVALID_HANDLE_VALUE) {
        m_handle = qintptr(file);
        return {};
    }
    const DWORD why = ::GetLastError();
    if (why == ERROR_SHARING_VIOLATION)
        return fail(FileLockError::Held, QStringLiteral("%1: somebody else has it").arg(m_path));
    return fail(FileLockError::Impossible, QStringLiteral("%1: error %2").arg(m_path, QString::number(why)));
}

void FileLock::unlock()
{
    if (isLocked())
        ::CloseHandle(HANDLE(m_handle));
    m_handle = kNone;
}

#endif

} // namespace opsdeck::base
