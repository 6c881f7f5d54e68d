// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file_limit.h"

#ifdef Q_OS_UNIX
#include <algorithm>
#include <cerrno>
#include <cstring>
#include <sys/resource.h>
#endif

namespace opsdeck::base {

Result<qint64> raiseFileLimit(qint64 wanted)
{
#ifdef Q_OS_UNIX
    const auto failed = [] {
        return fail(
            CommonError::FileFailed,
            QStringLiteral("the limit of open files: %1").arg(QString::fromLocal8Bit(std::strerror(errno))));
    };
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return failed();
    if (limit.rlim_cur == RLIM_INFINITY || limit.rlim_cur >= rlim_t(wanted))
        return limit.rlim_cur == RLIM_INFINITY ? wanted : qint64(limit.rlim_cur);
    limit.rlim_cur =
        limit.rlim_max == RLIM_INFINITY ? rlim_t(wanted) : std::min(limit.rlim_max, rlim_t(wanted));
    if (::setrlimit(RLIMIT_NOFILE, &limit) != 0)
        return failed();
    return qint64(limit.rlim_cur);
#else
    return wanted;
#endif
}

} // namespace opsdeck::base
