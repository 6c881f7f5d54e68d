// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <QCommandLineParser>
#include <QJsonObject>
#include <QString>

#include <memory>
#include <vector>

namespace opsdeck::simulator {

enum class SimulatorError {
    WrongUsage, ///< an option, fault or command that cannot be: exit code 2
    PortInUse,  ///< exit code 5
};
base::ErrorFacts errorFacts(SimulatorError code);

/// One system's simulated devices, running in the thread that made it. Stops when it is destroyed.
class Simulator
{
public:
    Simulator() = default;
    Simulator(const Simulator &) = delete;
    Simulator &operator=(const Simulator &) = delete;
    virtual ~Simulator() = default;

    /// Starts to listen (or dials). Returns what the ready line says of this system.
    virtual base::Result<QJsonObject> start() = 0;
    /// What it saw and sent since the start.
    virtual QJsonObject counters() const = 0;
    /// A line of the control port ("fault delay=200", "clear", "reboot 5" …); returns what to answer.
    virtual base::Result<QString> command(const QString &line) = 0;
};

/// The values of one system's options, by plain name; made by the program from its command line.
class OptionValues
{
public:
    OptionValues(const QCommandLineParser &parser, QString prefix)
        : m_parser(parser)
        , m_prefix(std::move(prefix))
    {
    }
    bool isSet(const QString &name) const { return m_parser.isSet(m_prefix + name); }
    QString value(const QString &name) const { return m_parser.value(m_prefix + name); }
    QStringList values(const QString &name) const { return m_parser.values(m_prefix + name); }
    /// A whole number in [lowest, highest], or WrongUsage naming the option.
    base::Result<qint64> number(const QString &name, qint64 lowest, qint64 highest) const;

private:
    const QCommandLineParser &m_parser;
    QString m_prefix;
};

/// What the program needs to know of one system's simulator. Stateless.
class SimulatorModule
{
public:
    SimulatorModule() = default;
    SimulatorModule(const SimulatorModule &) = delete;
    SimulatorModule &operator=(const SimulatorModule &) = delete;
    virtual ~SimulatorModule() = default;

    /// The word on the command line, e.g. "dvr".
    virtual QString name() const = 0;
    virtual QString description() const = 0;
    /// The system's own options (names in kebab-case). `opsdeck-sim all` offers them as --SYSTEM-NAME.
    virtual QList<QCommandLineOption> options() const = 0;
    /// Faults, quirks and whatever else --help should say below the options.
    virtual QString helpText() const = 0;
    /// @param clock must outlive the simulator. Errors: WrongUsage.
    virtual base::Result<std::unique_ptr<Simulator>> make(const OptionValues &options,
                                                          base::Clock &clock) const = 0;
};

/// The modules of all systems in this build; CMake writes this function from the folders below systems/.
std::vector<std::unique_ptr<SimulatorModule>> allModules();

} // namespace opsdeck::simulator
