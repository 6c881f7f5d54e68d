// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/systems/dvr/desk.h"

#include <QHash>

namespace opsdeck::dvr::sim {

/// What changes the device: its clock, reboot and shut down, camera movement, and who wants to hear of alarms.
class ControlDesk final : public Desk
{
public:
    using Desk::Desk;
    QList<quint16> messageIds() const override;
    Answer handle(const Request &request) override;

private:
    Answer manage(const Request &request);
    Answer setTime(const Request &request, const QString &text, const QString &replyName);
    Answer move(const Request &request);

    struct Position {
        int pan = 0;
        int tilt = 0;
        int zoom = 0;
    };
    QHash<int, Position> m_positions; ///< of the cameras, by channel
    QHash<int, QHash<int, Position>> m_presets;
};

} // namespace opsdeck::dvr::sim
