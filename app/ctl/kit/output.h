// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/kit/task.h"

#include <QJsonDocument>

#include <optional>

namespace opsdeck::ctl {

/// Exit codes of the contract.
enum ExitCode {
    kOk = 0,
    kRefused = 1,
    kUsage = 2,
    kNoAnswer = 3,
    kProtocol = 4,
    kLocal = 5,
    kInterrupted = 130
};

ExitCode exitCodeOf(const base::Error &error);

/// To be called first of all. Who reads our output and goes away does not end us by a signal; and streams that were closed are
/// taken, so that no database and no socket comes to sit on their numbers and gets what is printed.
void guardStandardStreams();

/// What a device said may stand in it: it is no terminal's command.
QByteArray terminalText(const QString &text);
/// The same for JSON, where such characters are escaped.
QByteArray jsonText(const QJsonObject &object, QJsonDocument::JsonFormat format);

/// Standard output and standard error of one run. With --json: one document (and one line an event); without: text for people.
class Output
{
public:
    explicit Output(bool json)
        : m_json(json)
    {
    }

    void event(const QJsonObject &event);
    void progress(const QString &line);
    /// Prints the last document and says with which code to exit; what was done and could not be told is kLocal.
    /// @param compact on a line of its own, as the events were.
    ExitCode finish(const Outcome &outcome, bool compact);
    /// A help text: nothing else is printed.
    ExitCode say(const QString &text);
    /// Standard output could not be written: nothing that comes after will be read.
    bool isBroken() const { return m_problem.has_value(); }

private:
    void print(const QByteArray &text);
    ExitCode tellProblem(ExitCode code);

    std::optional<QString> m_problem;
    bool m_json;
    bool m_progressShown = false;
};

/// {"code":…,"message":…,"device":{…}}; device only when it said something.
QJsonObject errorObject(const base::Error &error);

} // namespace opsdeck::ctl
