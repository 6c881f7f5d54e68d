// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/systems/dvr/desk.h"
#include "app/simulator/systems/dvr/live_streams.h"

namespace opsdeck::dvr::sim {

/// Live monitoring: Claim, Start, Stop and the wish for a key frame.
class LiveDesk final : public Desk
{
public:
    LiveDesk(Device &device, LiveStreams &streams);

    QList<quint16> messageIds() const override;
    bool isOpen(quint16 messageId) const override;
    Answer handle(const Request &request) override;

private:
    Answer claim(const Request &request);
    Answer control(const Request &request);
    Answer keyFrame(const Request &request);
    /// Which stream a message is about, or the Ret that refuses it.
    struct Target {
        int ret = 100;
        LiveStreams::Key key;
    };
    Target target(const Request &request) const;

    LiveStreams &m_streams;
};

} // namespace opsdeck::dvr::sim
