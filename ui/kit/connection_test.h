// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QObject>
#include <QString>

#include <chrono>

namespace opsdeck::kit {

/// Tries a device out, step by step, and tells what worked, how long it took, and what failed and why. Runs once. Lives in
/// the GUI thread; what it does runs elsewhere. The destructor may wait a moment for that; who does not want to wait
/// calls `cancel()` and deletes it after `ended`.
class ConnectionTest : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// No step takes longer.
    static constexpr std::chrono::seconds kStepLimit{10};

    virtual int stepCount() const = 0;
    /// "Find the address", translated now. @param step from 0.
    virtual QString stepName(int step) const = 0;

    virtual void start() = 0;
    /// Stops it at once: no further step is told. Also after it is finished: then only `ended` comes.
    virtual void cancel() = 0;

Q_SIGNALS:
    /// Steps are told in their order; the first that fails is the last.
    void stepStarted(int step);
    /// @param detail what was found, or what failed and why: one line, plain text, translated.
    void stepDone(int step, const QString &detail, bool isOk, std::chrono::milliseconds took);
    /// What the device shows now, small. Comes before its step is done.
    void pictureTaken(const QImage &picture);
    /// The last step was told. Not after `cancel()`.
    void finished(bool isOk);
    /// Nothing of it runs any more: it can be deleted without a wait. Comes once, of every test that was started.
    void ended();
};

} // namespace opsdeck::kit
