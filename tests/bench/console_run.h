// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>
#include <QProcess>
#include <QString>
#include <QTemporaryDir>

#include <chrono>
#include <optional>

namespace opsdeck::bench {

/// Simulated DVRs in a process of their own, on free loopback ports. Ends it when destroyed.
class SimulatedDvrs
{
public:
    /// @param clipClass "d1", "1080p", …
    SimulatedDvrs(int count, int channels, const QString &clipClass);
    ~SimulatedDvrs();
    SimulatedDvrs(const SimulatedDvrs &) = delete;
    SimulatedDvrs &operator=(const SimulatedDvrs &) = delete;

    /// Empty when it did not start; the reason went to stderr.
    const QList<int> &ports() const { return m_ports; }

private:
    QProcess m_process;
    QList<int> m_ports;
};

/// One run of the whole console, from its start to the report it writes at its end.
struct ConsoleRun {
    QJsonObject report;
    double cpuSecondsPerSecond = 0; ///< over the second half of the run: settled
    double residentMegabytes = 0;   ///< near its end
};

/// Starts `opsdeck` with a site of the given DVRs and waits for its report; its settings are kept away from the user's.
/// Blocks. @param ports of the DVRs on loopback, may be empty. Nothing when it failed; the reason went to stderr.
std::optional<ConsoleRun> runConsole(const QList<int> &ports, int tiles, std::chrono::seconds duration);

} // namespace opsdeck::bench
