// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

#include <chrono>

namespace opsdeck::base {

enum class FileLockError {
    Held,       ///< another program, or another object of this one, has it
    Impossible, ///< no lock can be made there; the detail has the system's words
};
ErrorFacts errorFacts(FileLockError code);

/// One at a time, between programs and within one: holds `NAME.lock` until it is released, and the operating system
/// releases it when the program ends, however it ends. Owns the open file and removes it on release; one that a killed
/// program left behind, with whatever content, hinders nobody. Not thread-safe; several objects of one path in several
/// threads exclude each other.
///
/// Not QLockFile: that one (Qt 6.4) tells a living holder by what is written in the file, so that a program killed between
/// making and filling it keeps all others out for as long as the file lies there.
class FileLock final
{
public:
    /// @param path of what is protected; the lock is `path` + ".lock", in the same folder.
    explicit FileLock(const QString &path);
    ~FileLock();
    FileLock(const FileLock &) = delete;
    FileLock &operator=(const FileLock &) = delete;

    /// Waits at most `patience` for the holder: with more than zero not on the GUI thread. Does nothing when it is held
    /// already. Errors: FileLockError.
    Result<void> lock(std::chrono::milliseconds patience = {});
    void unlock();
    bool isLocked() const { return m_handle != kNone; }

private:
    static constexpr qintptr kNone = -1;

    Result<void> lockNow();

    const QString m_path;
    qintptr m_handle = kNone; ///< a file descriptor, or the handle of Windows
};

} // namespace opsdeck::base
