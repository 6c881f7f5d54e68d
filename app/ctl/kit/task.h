// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QJsonObject>
#include <QObject>

namespace opsdeck::ctl {

/// How a verb ended: the document for --json and the lines for people.
struct Outcome {
    base::Result<QJsonObject> result;
    QString text; ///< for people, no trailing line feed; the error's own words are added by the output
    QJsonObject errorMore = {}; ///< further keys of the error object of --json
};

/// One verb at work. Emits `finished` once, then is asked to `shutDown()` and emits `shutDownDone` when its links are closed.
class Task : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    virtual void start() = 0;
    /// Ctrl+C: end cleanly and soon; `finished` must follow.
    virtual void interrupt() = 0;
    /// Say good-bye to the device. The default has nothing to close.
    virtual void shutDown() { Q_EMIT shutDownDone(); }

Q_SIGNALS:
    void finished(const opsdeck::ctl::Outcome &outcome);
    void shutDownDone();
    /// One line of a watching verb: {"event":…}.
    void eventSeen(const QJsonObject &event);
    /// How far it is, for a terminal's standard error.
    void progressed(const QString &line);
};

} // namespace opsdeck::ctl
