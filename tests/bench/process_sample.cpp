// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/process_sample.h"

#include <QFile>
#include <QList>
#include <QString>

#include <unistd.h>

namespace opsdeck::bench {

namespace {

QByteArray readProc(qint64 pid, const char *name)
{
    QFile file(QStringLiteral("/proc/%1/%2").arg(pid).arg(QLatin1String(name)));
    return file.open(QIODevice::ReadOnly) ? file.read(4096) : QByteArray();
}

} // namespace

std::optional<ProcessSample> sampleProcess(qint64 pid)
{
    const QByteArray stat = readProc(pid, "stat");
    // The program's name, in parentheses, may hold spaces: fields are counted from behind it.
    const QList<QByteArray> fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    const QList<QByteArray> pages = readProc(pid, "statm").split(' ');
    constexpr qsizetype kUserTime = 11;
    constexpr qsizetype kSystemTime = 12;
    if (fields.size() <= kSystemTime || pages.size() < 2)
        return std::nullopt;
    ProcessSample sample;
    sample.at = std::chrono::steady_clock::now();
    const qint64 ticks = fields.at(kUserTime).toLongLong() + fields.at(kSystemTime).toLongLong();
    sample.cpuSeconds = static_cast<double>(ticks) / static_cast<double>(sysconf(_SC_CLK_TCK));
    sample.residentMegabytes = static_cast<double>(pages.at(1).toLongLong() * sysconf(_SC_PAGESIZE)) / 1e6;
    return sample;
}

} // namespace opsdeck::bench
