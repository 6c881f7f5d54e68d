// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/kit/output.h"

#include "core/base/hex.h"

#include <cerrno>
#include <cstdio>
#include <cstring>

#ifdef Q_OS_UNIX
#include <csignal>
#include <fcntl.h>
#include <unistd.h>
#endif

namespace opsdeck::ctl {

namespace {

bool isErrorTerminal()
{
#ifdef Q_OS_UNIX
    return ::isatty(2) == 1;
#else
    return false;
#endif
}

void printError(const QByteArray &text)
{
    std::fwrite(text.constData(), 1, size_t(text.size()), stderr);
    std::fflush(stderr);
}

} // namespace

void guardStandardStreams()
{
#ifdef Q_OS_UNIX
    std::signal(SIGPIPE, SIG_IGN);
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        // Opened the wrong way round: to use it fails, as before.
        if (::fcntl(stream, F_GETFD) < 0 && errno == EBADF &&
            ::open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY) < 0)
            return;
    }
#endif
}

QByteArray terminalText(const QString &text)
{
    QStringList lines = text.split(u'\n');
    for (QString &line : lines)
        line = base::plainText(line, line.size());
    return lines.join(u'\n').toUtf8();
}

QByteArray jsonText(const QJsonObject &object, QJsonDocument::JsonFormat format)
{
    const QByteArray json = QJsonDocument(object).toJson(format).trimmed();
    const QString text = QString::fromUtf8(json);
    QString escaped;
    // QJsonDocument escapes those of ASCII itself, but for the last.
    for (const QChar c : text) {
        if (c != u'\n' && base::isUnprintable(c))
            escaped += QStringLiteral("\\u%1").arg(c.unicode(), 4, 16, QLatin1Char('0'));
        else
            escaped += c;
    }
    return escaped.toUtf8();
}

ExitCode exitCodeOf(const base::Error &error)
{
    switch (error.errorClass()) {
    case base::ErrorClass::Refused:
        return kRefused;
    case base::ErrorClass::Usage:
        return kUsage;
    case base::ErrorClass::NoAnswer:
        return kNoAnswer;
    case base::ErrorClass::Protocol:
        return kProtocol;
    case base::ErrorClass::Local:
        return kLocal;
    case base::ErrorClass::Cancelled:
        return kInterrupted;
    }
    return kLocal;
}

QJsonObject errorObject(const base::Error &error)
{
    QJsonObject object{{QStringLiteral("code"), error.name()}, {QStringLiteral("message"), error.detail()}};
    if (!error.device().isEmpty())
        object.insert(QStringLiteral("device"), error.device());
    return object;
}

void Output::print(const QByteArray &text)
{
    if (m_problem)
        return;
    const size_t size = size_t(text.size());
    if (std::fwrite(text.constData(), 1, size, stdout) != size || std::fflush(stdout) != 0)
        m_problem = QString::fromLocal8Bit(std::strerror(errno));
}

void Output::event(const QJsonObject &event)
{
    print(jsonText(event, QJsonDocument::Compact) + '\n');
}

void Output::progress(const QString &line)
{
    if (!isErrorTerminal())
        return;
    m_progressShown = true;
    printError("\r\033[K" + terminalText(line));
}

ExitCode Output::say(const QString &text)
{
    print(text.toUtf8() + '\n');
    return tellProblem(kOk);
}

ExitCode Output::tellProblem(ExitCode code)
{
    if (!m_problem)
        return code;
    printError("opsdeckctl: standard output cannot be written: " + terminalText(*m_problem) + '\n');
    return code == kOk ? kLocal : code;
}

ExitCode Output::finish(const Outcome &outcome, bool compact)
{
    if (m_progressShown)
        printError("\r\033[K");
    const auto format = compact ? QJsonDocument::Compact : QJsonDocument::Indented;
    if (outcome.result) {
        if (m_json) {
            const QJsonObject document{{QStringLiteral("ok"), true},
                                       {QStringLiteral("result"), *outcome.result}};
            print(jsonText(document, format) + '\n');
        } else if (!outcome.text.isEmpty()) {
            print(terminalText(outcome.text) + '\n');
        }
        const ExitCode code = tellProblem(kOk);
        // It was done: which power bank came out, for one, must not be lost.
        if (code != kOk && !compact && !outcome.text.isEmpty())
            printError(terminalText(outcome.text) + '\n');
        return code;
    }
    const base::Error &error = outcome.result.error();
    if (m_json) {
        QJsonObject object = errorObject(error);
        for (auto it = outcome.errorMore.begin(); it != outcome.errorMore.end(); ++it)
            object.insert(it.key(), it.value());
        const QJsonObject document{{QStringLiteral("ok"), false}, {QStringLiteral("error"), object}};
        print(jsonText(document, format) + '\n');
    } else {
        if (!outcome.text.isEmpty())
            print(terminalText(outcome.text) + '\n');
        // The detail may quote a device: it reaches the terminal as plain text.
        QString words;
        const QStringList lines = error.detail().split(u'\n');
        for (const QString &line : lines)
            words += (words.isEmpty() ? QString() : QStringLiteral("\n  ")) + base::plainText(line, 1000);
        printError("opsdeckctl: " + words.toUtf8() + '\n');
    }
    return tellProblem(exitCodeOf(error));
}

} // namespace opsdeck::ctl
