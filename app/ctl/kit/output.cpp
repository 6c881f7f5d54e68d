// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/kit/output.h"

#include "core/base/hex.h"

#include <QJsonDocument>

#include <cstdio>

#ifdef Q_OS_UNIX
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

void print(FILE *stream, const QByteArray &text)
{
    std::fwrite(text.constData(), 1, size_t(text.size()), stream);
    std::fflush(stream);
}

} // namespace

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

void Output::event(const QJsonObject &event)
{
    print(stdout, QJsonDocument(event).toJson(QJsonDocument::Compact) + '\n');
}

void Output::progress(const QString &line)
{
    if (!isErrorTerminal())
        return;
    m_progressShown = true;
    print(stderr, "\r\033[K" + line.toUtf8());
}

ExitCode Output::finish(const Outcome &outcome, bool compact)
{
    if (m_progressShown)
        print(stderr, "\r\033[K");
    const auto format = compact ? QJsonDocument::Compact : QJsonDocument::Indented;
    if (outcome.result) {
        if (m_json) {
            const QJsonObject document{{QStringLiteral("ok"), true},
                                       {QStringLiteral("result"), *outcome.result}};
            print(stdout, QJsonDocument(document).toJson(format).trimmed() + '\n');
        } else if (!outcome.text.isEmpty()) {
            print(stdout, outcome.text.toUtf8() + '\n');
        }
        return kOk;
    }
    const base::Error &error = outcome.result.error();
    if (m_json) {
        const QJsonObject document{{QStringLiteral("ok"), false},
                                   {QStringLiteral("error"), errorObject(error)}};
        print(stdout, QJsonDocument(document).toJson(format).trimmed() + '\n');
    } else {
        if (!outcome.text.isEmpty())
            print(stdout, outcome.text.toUtf8() + '\n');
        // The detail may quote a device: it reaches the terminal as plain text.
        QString words;
        const QStringList lines = error.detail().split(u'\n');
        for (const QString &line : lines)
            words += (words.isEmpty() ? QString() : QStringLiteral("\n  ")) + base::plainText(line, 1000);
        print(stderr, "opsdeckctl: " + words.toUtf8() + '\n');
    }
    return exitCodeOf(error);
}

} // namespace opsdeck::ctl
