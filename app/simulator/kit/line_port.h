// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QObject>
#include <QTcpServer>

#include <functional>

namespace opsdeck::simulator {

/// A loopback TCP port that takes commands, one a line, and answers each with one line: what the command
/// returned ("ok" when that is empty) or "error: …". Lives in the thread of its maker.
class LinePort final : public QObject
{
    Q_OBJECT
public:
    using Command = std::function<base::Result<QString>(const QString &line)>;
    explicit LinePort(Command command, QObject *parent = nullptr);

    /// @param port 0 = any. Returns the port. Errors: PortInUse.
    base::Result<quint16> listen(quint16 port);

private:
    void take();
    Command m_command;
    QTcpServer m_server;
};

} // namespace opsdeck::simulator
