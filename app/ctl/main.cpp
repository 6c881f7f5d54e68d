// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/kit/help.h"
#include "app/ctl/kit/output.h"
#include "core/base/redactor.h"
#include "core/base/signal_watcher.h"
#include "core/trace/trace_file.h"
#include "core/trace/trace_recorder.h"

#include <QCoreApplication>
#include <QLoggingCategory>

#include <utility>

using namespace opsdeck;

namespace {

/// The words that exist, for the parser.
class Words final : public ctl::Vocabulary
{
public:
    explicit Words(const std::vector<std::unique_ptr<ctl::SystemCommands>> &systems)
        : m_systems(systems)
    {
    }

    const ctl::SystemCommands *system(const QString &name) const
    {
        for (const auto &each : m_systems) {
            if (each->name() == name)
                return each.get();
        }
        return nullptr;
    }
    std::optional<ctl::VerbSpec> verb(const QString &systemName, const QString &name) const
    {
        const ctl::SystemCommands *found = system(systemName);
        if (!found)
            return std::nullopt;
        for (const ctl::VerbSpec &each : found->verbs()) {
            if (each.name == name)
                return each;
        }
        return std::nullopt;
    }

    QList<ctl::OptionSpec> globalOptions() const override { return ctl::globalOptions(); }
    bool hasSystem(const QString &name) const override { return system(name) != nullptr; }
    QList<ctl::OptionSpec> systemOptions(const QString &name) const override
    {
        return system(name)->options();
    }
    bool hasVerb(const QString &systemName, const QString &name) const override
    {
        return verb(systemName, name).has_value();
    }
    QList<ctl::OptionSpec> verbOptions(const QString &systemName, const QString &name) const override
    {
        return verb(systemName, name)->options;
    }

private:
    const std::vector<std::unique_ptr<ctl::SystemCommands>> &m_systems;
};

base::Result<ctl::VerbSpec> checkedVerb(const ctl::ParsedLine &line, const Words &words)
{
    using ctl::UsageError;
    if (line.system.isEmpty())
        return base::fail(UsageError::WrongUsage, QStringLiteral("name a system; --help lists them"));
    if (line.verb.isEmpty()) {
        return base::fail(
            UsageError::WrongUsage,
            QStringLiteral("name a verb; \"opsdeckctl %1 --help\" lists them").arg(line.system));
    }
    const ctl::VerbSpec verb = *words.verb(line.system, line.verb);
    if (line.arguments.size() < verb.leastArguments || line.arguments.size() > verb.mostArguments) {
        return base::fail(
            UsageError::WrongUsage,
            verb.mostArguments == 0
                ? QStringLiteral("%1 %2 takes no argument, not \"%3\"")
                      .arg(line.system, line.verb, line.arguments.value(0))
                : QStringLiteral("%1 %2 takes: %3").arg(line.system, line.verb, verb.arguments));
    }
    return verb;
}

/// Runs one verb to its end. Owns the trace.
class Run final : public QObject
{
public:
    Run(ctl::Output &output, base::Clock &clock)
        : m_output(output)
        , m_clock(clock)
        , m_recorder(clock, m_redactor)
    {
    }

    base::Result<int> exec(const ctl::ParsedLine &line, const Words &words)
    {
        const auto verb = checkedVerb(line, words);
        if (!verb)
            return base::fail(verb.error());
        std::optional<double> timeout;
        if (line.options.has(QStringLiteral("timeout"))) {
            const auto seconds = line.options.seconds(QStringLiteral("timeout"), 0);
            if (!seconds)
                return base::fail(seconds.error());
            timeout = *seconds;
        }
        const bool isTraced = line.options.has(QStringLiteral("trace"));
        const QString traceName = line.options.value(QStringLiteral("trace"));
        if (isTraced && traceName.isEmpty())
            return base::fail(ctl::UsageError::WrongUsage, QStringLiteral("--trace wants a file"));
        const bool yes = line.options.has(QStringLiteral("yes"));
        auto task =
            verb->makeTask({line, m_clock, isTraced ? &m_recorder : nullptr, m_redactor, yes, timeout});
        if (!task)
            return base::fail(task.error());
        m_task = std::move(*task);
        // Not before: a line that is wrong does not empty a trace of an earlier run.
        if (isTraced) {
            auto file = trace::TraceFile::create(traceName);
            if (!file)
                return base::fail(file.error());
            m_traceFile = std::move(*file);
            m_recorder.addSink(m_traceFile.get());
        }

        connect(m_task.get(), &ctl::Task::eventSeen, this, [this](const QJsonObject &event) {
            m_sawEvents = true;
            m_output.event(event);
            // Nobody hears the others either.
            if (m_output.isBroken() && !std::exchange(m_isUnheard, true))
                QMetaObject::invokeMethod(m_task.get(), &ctl::Task::interrupt, Qt::QueuedConnection);
        });
        connect(m_task.get(), &ctl::Task::progressed, this,
                [this](const QString &text) { m_output.progress(text); });
        connect(m_task.get(), &ctl::Task::finished, this, [this](const ctl::Outcome &outcome) {
            if (m_outcome)
                return;
            m_outcome = outcome;
            QMetaObject::invokeMethod(m_task.get(), &ctl::Task::shutDown, Qt::QueuedConnection);
        });
        connect(m_task.get(), &ctl::Task::shutDownDone, this, [] { QCoreApplication::quit(); });

        base::SignalWatcher signalWatcher;
        connect(&signalWatcher, &base::SignalWatcher::stopAsked, this, [this] {
            if (std::exchange(m_interrupted, true) || m_outcome)
                QCoreApplication::quit(); // asked twice: at once
            else
                m_task->interrupt();
        });
        QMetaObject::invokeMethod(m_task.get(), &ctl::Task::start, Qt::QueuedConnection);
        QCoreApplication::exec();

        m_task.reset();
        closeTrace();
        if (!m_outcome)
            return ctl::kInterrupted;
        const ctl::ExitCode code = m_output.finish(*m_outcome, m_sawEvents);
        if (m_interrupted)
            return ctl::kInterrupted;
        return m_isUnheard ? ctl::kLocal : code;
    }

private:
    void closeTrace()
    {
        if (!m_traceFile)
            return;
        m_recorder.removeSink(m_traceFile.get());
        const auto written = m_traceFile->finish();
        // The verb's own failure is more interesting than the trace's.
        if (!written && m_outcome && m_outcome->result)
            m_outcome->result = base::fail(written.error());
    }

    ctl::Output &m_output;
    base::Clock &m_clock;
    base::Redactor m_redactor;
    trace::TraceRecorder m_recorder;
    std::unique_ptr<trace::TraceFile> m_traceFile;
    std::unique_ptr<ctl::Task> m_task;
    std::optional<ctl::Outcome> m_outcome;
    bool m_sawEvents = false;
    bool m_interrupted = false;
    bool m_isUnheard = false; ///< standard output broke while it watched
};

} // namespace

int main(int argc, char **argv)
{
    ctl::guardStandardStreams();
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("opsdeck"));
    QCoreApplication::setApplicationVersion(QStringLiteral(OPSDECK_VERSION));
    const QStringList words = QCoreApplication::arguments().mid(1);
    if (!words.contains(QLatin1String("--verbose")))
        QLoggingCategory::setFilterRules(QStringLiteral("*.debug=false\n*.info=false"));
    else
        QLoggingCategory::setFilterRules(QStringLiteral("opsdeck.*=true"));

    const auto systems = ctl::allModules();
    const Words vocabulary(systems);
    // Needed to print a usage error as JSON although the line could not be read.
    ctl::Output output(words.contains(QLatin1String("--json")));
    const auto line = ctl::parseLine(words, vocabulary);
    if (!line)
        return output.finish({base::fail(line.error()), {}}, false);
    if (line->wantsVersion)
        return output.say(QStringLiteral("opsdeckctl " OPSDECK_VERSION));
    if (line->wantsHelp)
        return output.say(ctl::helpText(*line, systems));
    base::SystemClock clock;
    Run run(output, clock);
    const auto code = run.exec(*line, vocabulary);
    if (!code)
        return output.finish({base::fail(code.error()), {}}, false);
    return *code;
}
