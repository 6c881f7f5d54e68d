// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/process_meter.h"

#include <QFile>
#include <QList>

#include <ctime>

#ifdef Q_OS_LINUX
#include <unistd.h>
#endif

namespace opsdeck::kit {

namespace {

#ifdef Q_OS_LINUX
QByteArray readProc(const char *path)
{
    QFile file(QString::fromLatin1(path));
    return file.open(QIODevice::ReadOnly) ? file.read(4096) : QByteArray();
}

std::chrono::microseconds clockNow(clockid_t id)
{
    timespec time{};
    clock_gettime(id, &time);
    return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::seconds(time.tv_sec) +
                                                                 std::chrono::nanoseconds(time.tv_nsec));
}
#endif

} // namespace

ProcessUse processUse()
{
    ProcessUse use;
#ifdef Q_OS_LINUX
    use.cpu = clockNow(CLOCK_PROCESS_CPUTIME_ID);
    const QList<QByteArray> pages = readProc("/proc/self/statm").split(' ');
    if (pages.size() > 1)
        use.residentBytes = pages.at(1).toLongLong() * sysconf(_SC_PAGESIZE);
#else
    use.cpu = std::chrono::microseconds(qint64(std::clock()) * 1000000 / CLOCKS_PER_SEC);
#endif
    return use;
}

std::optional<std::chrono::milliseconds> processAge()
{
#ifdef Q_OS_LINUX
    const QByteArray stat = readProc("/proc/self/stat");
    // The program's name, in parentheses, may hold spaces: fields are counted from behind it.
    const QList<QByteArray> fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    constexpr qsizetype kStartTime = 19;
    if (fields.size() <= kStartTime)
        return std::nullopt;
    const qint64 ticks = fields.at(kStartTime).toLongLong();
    const auto started = std::chrono::milliseconds(ticks * 1000 / sysconf(_SC_CLK_TCK));
    return std::chrono::duration_cast<std::chrono::milliseconds>(clockNow(CLOCK_BOOTTIME)) - started;
#else
    return std::nullopt;
#endif
}

double CpuShare::look(std::chrono::microseconds cpu, base::Clock::Nanoseconds at)
{
    double percent = 0;
    if (m_at.count() != 0 && at > m_at)
        percent = 100.0 * double((cpu - m_cpu).count()) / (double((at - m_at).count()) / 1000.0);
    m_cpu = cpu;
    m_at = at;
    return percent;
}

} // namespace opsdeck::kit
