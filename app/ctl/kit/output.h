// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/kit/task.h"

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
    /// Prints the last document and says with which code to exit. @param watched: on a line of its own, as the events were.
    ExitCode finish(const Outcome &outcome, bool compact);

private:
    bool m_json;
    bool m_progressShown = false;
};

/// {"code":…,"message":…,"device":{…}}; device only when it said something.
QJsonObject errorObject(const base::Error &error);

} // namespace opsdeck::ctl
