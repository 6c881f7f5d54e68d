// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/kit/credentials.h"

#include <QFile>

#include <cstdio>

#ifdef Q_OS_UNIX
#include <array>
#include <csignal>
#include <termios.h>
#include <unistd.h>
#endif

namespace opsdeck::ctl {

namespace {

constexpr qint64 kLongestLine = 4096;

base::Result<QString> firstLine(const QString &fileName)
{
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly)) {
        return base::fail(base::CommonError::FileFailed,
                          QStringLiteral("%1 cannot be read: %2").arg(fileName, file.errorString()));
    }
    QByteArray line = file.readLine(kLongestLine);
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    return QString::fromUtf8(line);
}

#ifdef Q_OS_UNIX

volatile std::sig_atomic_t isInterrupted = 0;

/// Notes the signals that end a program while a prompt is open: they would leave a terminal that shows nothing.
class PromptSignals
{
public:
    PromptSignals()
    {
        isInterrupted = 0;
        struct sigaction action = {};
        action.sa_handler = [](int) { isInterrupted = 1; };
        sigemptyset(&action.sa_mask); // and no SA_RESTART: the read ends
        for (std::size_t i = 0; i < kSignals.size(); ++i)
            ::sigaction(kSignals[i], &action, &m_before[i]);
    }
    ~PromptSignals()
    {
        for (std::size_t i = 0; i < kSignals.size(); ++i)
            ::sigaction(kSignals[i], &m_before[i], nullptr);
    }
    PromptSignals(const PromptSignals &) = delete;
    PromptSignals &operator=(const PromptSignals &) = delete;

private:
    static constexpr std::array<int, 4> kSignals{SIGINT, SIGTERM, SIGQUIT, SIGHUP};
    std::array<struct sigaction, kSignals.size()> m_before{};
};

/// What is typed is not shown; the terminal is put back whatever happens.
base::Result<std::optional<QString>> ask(const QString &prompt)
{
    if (::isatty(STDIN_FILENO) != 1)
        return std::optional<QString>();
    struct termios before = {};
    if (::tcgetattr(STDIN_FILENO, &before) != 0)
        return std::optional<QString>();
    const PromptSignals signalsOfThePrompt;
    std::fputs(qUtf8Printable(prompt), stderr);
    struct termios silent = before;
    silent.c_lflag &= ~tcflag_t(ECHO);
    ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    char buffer[kLongestLine] = {};
    // A terminal gives a line at a time.
    const ssize_t size = isInterrupted ? -1 : ::read(STDIN_FILENO, buffer, sizeof buffer);
    ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
    std::fputs("\n", stderr);
    if (isInterrupted)
        return base::fail(base::CommonError::Cancelled, QStringLiteral("interrupted"));
    if (size <= 0)
        return std::optional<QString>();
    QString line = QString::fromLocal8Bit(buffer, qsizetype(size));
    while (line.endsWith(u'\n') || line.endsWith(u'\r'))
        line.chop(1);
    return std::optional<QString>(line);
}

#else

base::Result<std::optional<QString>> ask(const QString &)
{
    return std::optional<QString>();
}

#endif

} // namespace

base::Result<std::optional<QString>> findSecret(const GivenOptions &options, const SecretSource &source)
{
    if (options.has(source.fileOption)) {
        if (options.value(source.fileOption).isEmpty())
            return base::fail(UsageError::WrongUsage,
                              QStringLiteral("--%1 wants a file").arg(source.fileOption));
        const auto line = firstLine(options.value(source.fileOption));
        if (!line)
            return base::fail(line.error());
        return std::optional<QString>(*line);
    }
    if (qEnvironmentVariableIsSet(source.environment))
        return std::optional<QString>(qEnvironmentVariable(source.environment));
    if (source.mayPrompt)
        return ask(source.prompt);
    return std::optional<QString>();
}

} // namespace opsdeck::ctl
