// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace opsdeck::base {

/// Turns SIGINT, SIGTERM and SIGUSR1 into Qt signals. One in a process, in the main thread, made before other
/// threads. Where the platform has no such signals it stays quiet.
class SignalWatcher final : public QObject
{
    Q_OBJECT
public:
    explicit SignalWatcher(QObject *parent = nullptr);
    ~SignalWatcher() override;

    /// Also asks to stop when standard input ends: a child process must not outlive its parent.
    void followStdin();

Q_SIGNALS:
    void stopAsked();
    void reportAsked();

private:
    void readSignals();
    int m_reader = -1;
};

} // namespace opsdeck::base
