// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>

namespace opsdeck::test {

/// For a child process, before it starts its program: the same for its whole life.
inline void fillDiskForGood(rlim_t bytes)
{
    std::signal(SIGXFSZ, SIG_IGN); // so that the write fails, as on a full disk
    const struct rlimit small = {bytes, bytes};
    ::setrlimit(RLIMIT_FSIZE, &small);
}

/// While it lives no file of this process grows beyond `bytes`: a write takes the part that has room and the next one
/// fails, as on a disk that fills up. Of the whole process; nests not.
class FullDisk
{
public:
    explicit FullDisk(rlim_t bytes)
        : m_signalBefore(std::signal(SIGXFSZ, SIG_IGN))
    {
        if (::getrlimit(RLIMIT_FSIZE, &m_before) != 0)
            qFatal("the limit of files cannot be asked");
        struct rlimit small = m_before;
        small.rlim_cur = bytes;
        if (::setrlimit(RLIMIT_FSIZE, &small) != 0)
            qFatal("the limit of files cannot be set");
    }
    ~FullDisk()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_signalBefore);
    }
    FullDisk(const FullDisk &) = delete;
    FullDisk &operator=(const FullDisk &) = delete;

private:
    void (*m_signalBefore)(int);
    struct rlimit m_before = {};
};

} // namespace opsdeck::test
#endif
