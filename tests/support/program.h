// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QProcess>
#include <QStringList>

namespace opsdeck::test {

/// What a finished program left behind.
struct ProgramResult {
    int exitCode = -1;
    bool crashed = false;
    QByteArray output;
    QByteArray errors;

    /// The last line of `output` that is a JSON object, or the whole output as one; empty when neither is.
    QJsonObject json() const;
};

/// Runs one of the project's programs to its end. @param environment extra variables "NAME=value".
ProgramResult runProgram(const QString &name, const QStringList &arguments,
                         const QStringList &environment = {}, int timeoutMs = 60000);

/// An `opsdeck-sim` in its own process. Killed at the end of the test, whatever happens.
class SimulatorProcess
{
public:
    explicit SimulatorProcess(const QStringList &arguments);
    ~SimulatorProcess();
    SimulatorProcess(const SimulatorProcess &) = delete;
    SimulatorProcess &operator=(const SimulatorProcess &) = delete;

    /// The ready line; empty when it did not come up.
    QJsonObject ready() const { return m_ready; }
    int dvrPort() const;
    void kill();
    /// Ends it politely and returns its last line: the counters.
    QJsonObject stop();

private:
    QProcess m_process;
    QJsonObject m_ready;
};

} // namespace opsdeck::test
