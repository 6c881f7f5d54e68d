// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/kit/credentials.h"

#include <QFile>

#include <cstdio>

#ifdef Q_OS_UNIX
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

/// What is typed is not shown; the terminal is put back whatever happens.
std::optional<QString> ask(const QString &prompt)
{
    if (::isatty(0) != 1)
        return std::nullopt;
    struct termios before = {};
    if (::tcgetattr(0, &before) != 0)
        return std::nullopt;
    std::fputs(qUtf8Printable(prompt), stderr);
    struct termios silent = before;
    silent.c_lflag &= ~tcflag_t(ECHO);
    ::tcsetattr(0, TCSAFLUSH, &silent);
    char buffer[kLongestLine] = {};
    const char *read = std::fgets(buffer, sizeof buffer, stdin);
    ::tcsetattr(0, TCSAFLUSH, &before);
    std::fputs("\n", stderr);
    if (!read)
        return std::nullopt;
    QString line = QString::fromLocal8Bit(buffer);
    while (line.endsWith(u'\n') || line.endsWith(u'\r'))
        line.chop(1);
    return line;
}

#else

std::optional<QString> ask(const QString &)
{
    return std::nullopt;
}

#endif

} // namespace

base::Result<std::optional<QString>> findSecret(const GivenOptions &options, const SecretSource &source)
{
    if (options.has(source.fileOption)) {
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
