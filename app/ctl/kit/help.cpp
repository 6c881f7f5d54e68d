// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/kit/help.h"

namespace opsdeck::ctl {

namespace {

QString optionLines(const QList<OptionSpec> &options)
{
    constexpr int kColumn = 26;
    QString text;
    for (const OptionSpec &option : options) {
        QString left = QStringLiteral("  --") + option.name;
        if (option.takesValue())
            left += u' ' + option.valueName;
        text += left.leftJustified(kColumn) + u' ' + option.help;
        if (option.isRepeatable)
            text += QStringLiteral(" (may be repeated)");
        text += u'\n';
    }
    return text;
}

const SystemCommands *find(const QString &name, const std::vector<std::unique_ptr<SystemCommands>> &systems)
{
    for (const auto &system : systems) {
        if (system->name() == name)
            return system.get();
    }
    return nullptr;
}

} // namespace

QList<OptionSpec> globalOptions()
{
    return {
        {QStringLiteral("json"), {}, QStringLiteral("print one JSON document instead of text"), false},
        {QStringLiteral("timeout"), QStringLiteral("S"),
         QStringLiteral("the whole time a command may take, in seconds"), false},
        {QStringLiteral("trace"), QStringLiteral("FILE.pcapng"),
         QStringLiteral("write everything on the wire there, without secrets"), false},
        {QStringLiteral("yes"),
         {},
         QStringLiteral("do what is dangerous; without it such verbs refuse"),
         false},
        {QStringLiteral("verbose"), {}, QStringLiteral("log what happens to standard error"), false},
    };
}

QString helpText(const ParsedLine &line, const std::vector<std::unique_ptr<SystemCommands>> &systems)
{
    const QString global =
        QStringLiteral("\nGlobal options:\n") + optionLines(globalOptions()) +
        QStringLiteral("  --help                   this help, of a system or a verb after their words\n");
    const SystemCommands *system = find(line.system, systems);
    if (!system) {
        QString text = QStringLiteral(
            "Usage: opsdeckctl [GLOBAL] SYSTEM [SYSTEM-OPTIONS] VERB [ARGS] [OPTIONS]\n\nSystems:\n");
        for (const auto &each : systems)
            text += QStringLiteral("  ") + each->name().leftJustified(10) + each->help() + u'\n';
        text += global;
        text += QStringLiteral(
            "  --version                the version of this program\n"
            "\nExit codes: 0 ok · 1 the device refused · 2 wrong usage · 3 no connection or time-out · "
            "4 the device broke the protocol · 5 local (file, database, permission) · 130 interrupted\n"
            "Secrets are never arguments: OPSDECK_PASSWORD, OPSDECK_FTP_PASSWORD, OPSDECK_CABINET_SECRET, "
            "--password-file F and its likes, the keychain, or a prompt.");
        return text;
    }
    for (const VerbSpec &verb : system->verbs()) {
        if (verb.name != line.verb)
            continue;
        const QString words = (verb.name + u' ' + verb.arguments).trimmed();
        QString text = QStringLiteral("Usage: opsdeckctl %1 [SYSTEM-OPTIONS] %2\n\n%3\n")
                           .arg(system->name(), words, verb.help);
        if (!verb.options.isEmpty())
            text += QStringLiteral("\nOptions:\n") + optionLines(verb.options);
        if (!system->options().isEmpty())
            text += QStringLiteral("\nSystem options:\n") + optionLines(system->options());
        return (text + global).trimmed();
    }
    QString text =
        QStringLiteral("Usage: opsdeckctl %1 [SYSTEM-OPTIONS] VERB [ARGS] [OPTIONS]\n\n%2\n\nVerbs:\n")
            .arg(system->name(), system->help());
    for (const VerbSpec &verb : system->verbs())
        text += QStringLiteral("  ") + (verb.name + u' ' + verb.arguments).leftJustified(28) + u' ' +
                verb.help + u'\n';
    if (!system->options().isEmpty())
        text += QStringLiteral("\nSystem options:\n") + optionLines(system->options());
    return (text + global).trimmed();
}

} // namespace opsdeck::ctl
