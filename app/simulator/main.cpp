// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/kit/line_port.h"
#include "app/simulator/kit/simulator_module.h"
#include "core/base/signal_watcher.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>
#include <cstdio>

using namespace opsdeck;
using simulator::SimulatorModule;

namespace {

enum ExitCode { Good = 0, WrongUsage = 2, Local = 5 };

using Running = std::vector<std::pair<QString, std::unique_ptr<simulator::Simulator>>>;

void print(std::FILE *file, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), file);
    std::fflush(file);
}

void printJson(const QJsonObject &object)
{
    print(stdout, QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)) + u'\n');
}

int fail(const QString &why, ExitCode code)
{
    print(stderr, QStringLiteral("opsdeck-sim: %1\n").arg(why));
    return code;
}

ExitCode exitCode(const base::Error &error)
{
    return error.errorClass() == base::ErrorClass::Usage ? WrongUsage : Local;
}

QString generalHelp(const std::vector<std::unique_ptr<SimulatorModule>> &modules)
{
    QString text =
        QStringLiteral("Usage: opsdeck-sim SYSTEM [options]\n"
                       "Simulated site equipment, on loopback unless told otherwise.\n\nSystems:\n");
    for (const auto &module : modules)
        text += QStringLiteral("  %1 %2\n").arg(module->name(), -10).arg(module->description());
    text += QStringLiteral("  %1 %2\n")
                .arg(QStringLiteral("all"), -10)
                .arg(QStringLiteral("all of them, options as --SYSTEM-OPTION"));
    return text + QStringLiteral("\nopsdeck-sim SYSTEM --help lists its options, faults and quirks.\n");
}

QJsonObject countersOf(const Running &running)
{
    QJsonObject counters;
    for (const auto &[name, device] : running)
        counters.insert(name, device->counters());
    return counters;
}

// "fault delay=5" goes to the only system there is; "dvr fault delay=5" to that one.
base::Result<QString> command(const Running &running, const QString &line)
{
    const QString first = line.section(u' ', 0, 0);
    for (const auto &[name, device] : running) {
        if (name == first)
            return device->command(line.section(u' ', 1));
    }
    if (running.size() != 1)
        return base::fail(simulator::SimulatorError::WrongUsage, QStringLiteral("say which system first"));
    return running.front().second->command(line);
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("opsdeck-sim"));
    QCoreApplication::setApplicationVersion(QStringLiteral(OPSDECK_VERSION));

    const auto modules = simulator::allModules();
    QStringList arguments = application.arguments();
    const QString word = arguments.value(1);
    if (word == QLatin1String("--help") || word == QLatin1String("-h")) {
        print(stdout, generalHelp(modules));
        return Good;
    }
    if (word == QLatin1String("--version")) {
        print(stdout, QStringLiteral("opsdeck-sim %1\n").arg(application.applicationVersion()));
        return Good;
    }
    const bool isAll = word == QLatin1String("all");
    std::vector<const SimulatorModule *> chosen;
    for (const auto &module : modules) {
        if (isAll || module->name() == word)
            chosen.push_back(module.get());
    }
    if (chosen.empty())
        return fail(QStringLiteral("unknown system \"%1\"\n%2").arg(word, generalHelp(modules)), WrongUsage);
    arguments.removeAt(1);

    QCommandLineParser parser;
    const QCommandLineOption help({QStringLiteral("h"), QStringLiteral("help")},
                                  QStringLiteral("Shows this."));
    const QCommandLineOption control(QStringLiteral("control"),
                                     QStringLiteral("Loopback port for commands, one a line (0 = any)."),
                                     QStringLiteral("P"));
    parser.addOption(help);
    const QCommandLineOption followStdin(
        QStringLiteral("follow-stdin"),
        QStringLiteral("Ends when standard input ends (for child processes)."));
    parser.addOption(control);
    parser.addOption(followStdin);
    const auto prefixOf = [isAll](const SimulatorModule &module) {
        return isAll ? module.name() + u'-' : QString();
    };
    for (const SimulatorModule *module : chosen) {
        for (const QCommandLineOption &option : module->options()) {
            QCommandLineOption named(prefixOf(*module) + option.names().constFirst(), option.description(),
                                     option.valueName());
            named.setDefaultValues(option.defaultValues());
            parser.addOption(named);
        }
    }
    if (!parser.parse(arguments))
        return fail(parser.errorText(), WrongUsage);
    if (parser.isSet(help)) {
        QString text = parser.helpText();
        text.replace(QStringLiteral("[options]"), word + QStringLiteral(" [options]"));
        for (const SimulatorModule *module : chosen)
            text += u'\n' + module->helpText();
        print(stdout, text);
        return Good;
    }
    if (!parser.positionalArguments().isEmpty())
        return fail(QStringLiteral("unexpected \"%1\"").arg(parser.positionalArguments().constFirst()),
                    WrongUsage);

    base::SignalWatcher signalWatcher;
    base::SystemClock clock;
    Running running;
    QJsonObject ready{{QStringLiteral("ready"), true}};
    for (const SimulatorModule *module : chosen) {
        auto device = module->make(simulator::OptionValues(parser, prefixOf(*module)), clock);
        if (!device)
            return fail(device.error().detail(), exitCode(device.error()));
        const auto started = (*device)->start();
        if (!started)
            return fail(started.error().detail(), exitCode(started.error()));
        ready.insert(module->name(), *started);
        running.emplace_back(module->name(), std::move(*device));
    }
    simulator::LinePort linePort([&running](const QString &line) { return command(running, line); });
    if (parser.isSet(control)) {
        const auto port =
            simulator::OptionValues(parser, QString()).number(QStringLiteral("control"), 0, 65535);
        if (!port)
            return fail(port.error().detail(), WrongUsage);
        const auto listening = linePort.listen(quint16(*port));
        if (!listening)
            return fail(listening.error().detail(), Local);
        ready.insert(QStringLiteral("control"), QJsonObject{{QStringLiteral("port"), *listening}});
    }

    QObject::connect(&signalWatcher, &base::SignalWatcher::stopAsked, &application, &QCoreApplication::quit);
    QObject::connect(&signalWatcher, &base::SignalWatcher::reportAsked, &application,
                     [&running] { printJson(countersOf(running)); });
    if (parser.isSet(followStdin))
        signalWatcher.followStdin();
    printJson(ready);
    const int code = application.exec();
    printJson(countersOf(running));
    return code;
}
