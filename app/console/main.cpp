// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/console.h"
#include "core/base/redactor.h"
#include "core/trace/trace_file.h"
#include "core/trace/trace_recorder.h"
#include "ui/events/event_settings.h"
#include "ui/shell/look.h"

#include <QApplication>
#include <QRandomGenerator>

#include <cstdio>

using namespace opsdeck;

namespace {

// The file takes everything; the ring only has to bridge to it.
constexpr qint64 kTraceRingBytes = 4 << 20;

int print(std::FILE *to, const QString &text, shell::ExitCode code)
{
    std::fputs(text.toLocal8Bit().constData(), to);
    return int(code);
}

/// Without a display Qt aborts the program; this says why, first.
bool hasDisplay()
{
#ifdef Q_OS_LINUX
    return !qEnvironmentVariableIsEmpty("DISPLAY") || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY") ||
           !qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM");
#else
    return true;
#endif
}

QStringList toStrings(int argc, char *argv[])
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    return arguments;
}

/// Everything that talks ends with this: what comes after it sees a quiet trace. The database is the last to close:
/// devices that end still write.
int run(const shell::LaunchOptions &options, kit::UiContext context)
{
    console::DataHome data(options, context.clock, context.settings, context.notices);
    context.store = &data.store();
    context.operatorName = [&settings = context.settings] {
        return events::EventSettings::read(settings).operatorName;
    };
    console::Console console(options, context, data);
    console.start();
    const int code = QApplication::exec();
    return code != 0 ? code : int(console.exitCode());
}

} // namespace

int main(int argc, char *argv[])
{
    const auto options = shell::LaunchOptions::parse(toStrings(argc, argv));
    if (!options) {
        return print(stderr,
                     QStringLiteral("opsdeck: %1\nTry: opsdeck --help\n").arg(options.error().detail()),
                     shell::ExitCode::Usage);
    }
    if (options->wantsHelp)
        return print(stdout, shell::LaunchOptions::help(), shell::ExitCode::Ok);
    if (options->wantsVersion)
        return print(stdout, QStringLiteral("opsdeck " OPSDECK_VERSION "\n"), shell::ExitCode::Ok);
    if (!hasDisplay()) {
        return print(stderr, QStringLiteral("opsdeck: there is no display (DISPLAY is not set)\n"),
                     shell::ExitCode::Local);
    }

    // Only the name: our options are not Qt's (it has a --style of its own); QT_QPA_PLATFORM and its kin still count.
    int nameOnly = 1;
    QApplication application(nameOnly, argv);
    QApplication::setApplicationName(QStringLiteral("opsdeck"));
    QApplication::setApplicationDisplayName(QStringLiteral("Opsdeck"));
    QApplication::setApplicationVersion(QStringLiteral(OPSDECK_VERSION));

    base::SystemClock clock;
    // Read before there is a window: its language, look and place depend on it.
    store::SettingsStore settings(
        options->settingsFile.isEmpty() ? shell::defaultSettingsFile() : options->settingsFile, clock);
    settings.load();
    if (!options->language.isEmpty())
        settings.overrideForThisRun(shell::Look::languageRow().key, options->language);
    if (!options->style.isEmpty())
        settings.overrideForThisRun(shell::Look::styleRow().key, options->style);

    const auto look = shell::Look::make(application);
    if (!look)
        return print(stderr, QStringLiteral("opsdeck: %1\n").arg(look.error().detail()),
                     shell::ExitCode::Local);
    (*look)->follow(settings);

    kit::ActionRegistry actions;
    QObject::connect(look->get(), &shell::Look::languageChanged, &actions, &kit::ActionRegistry::retranslate);
    kit::Notices notices(clock);
    kit::UiContext context{clock, (*look)->theme(), actions, notices, settings};
    context.seed = QRandomGenerator::global()->generate();
    context.tiles = options->tiles;
    context.stream = options->stream;

    base::Redactor redactor;
    trace::TraceRecorder recorder(clock, redactor, {kTraceRingBytes});
    std::unique_ptr<trace::TraceFile> traceFile;
    if (!options->traceFile.isEmpty()) {
        auto file = trace::TraceFile::create(options->traceFile);
        if (!file)
            return print(stderr, QStringLiteral("opsdeck: %1\n").arg(file.error().detail()),
                         shell::ExitCode::Local);
        traceFile = std::move(*file);
        recorder.addSink(traceFile.get());
        context.taps = &recorder;
    }
    const int code = run(*options, context);
    if (!traceFile)
        return code;
    recorder.removeSink(traceFile.get());
    const auto written = traceFile->finish();
    return written ? code
                   : print(stderr, QStringLiteral("opsdeck: %1\n").arg(written.error().detail()),
                           shell::ExitCode::Local);
}
