// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/systems/dvr/live_stream.h"
#include "tests/core/systems/dvr/dvr_rig.h"

namespace opsdeck::test {

using namespace opsdeck::dvr;

/// The answer to every request that was fine.
inline constexpr auto kGood = R"({"Name":"OPMonitor","Ret":100,"SessionID":"0x00000057"})";

/// A session on line with one live stream and a scripted DVR.
struct LiveRig : Rig {
    LiveRig() { goOnline(); }

    void open(int channel = 0, StreamKind kind = StreamKind::Main)
    {
        session->openLive(LiveId(channel + 1), channel, kind, sink);
    }
    /// The media socket is accepted and the Claim answered; the Start is on the main socket.
    void claim(int channel = 0, const QByteArray &answer = kGood)
    {
        media(channel)->accept();
        const auto claims = takeSent(media(channel));
        media(channel)->feed(
            wire(1414, body(answer), kSession, claims.isEmpty() ? 1 : claims.last().sequence + 1));
        settle();
    }
    void goLive(int channel = 0)
    {
        open(channel);
        claim(channel);
        say(1411, kGood);
        packet(keyFrame(h264Key()), channel);
        readAll();
    }
    void packet(const QByteArray &payload, int channel = 0)
    {
        if (ScriptedLink *link = media(channel))
            link->feed(wire(1412, payload, kSession, sequence++, quint8(channel)));
        settle();
    }
    void mainPacket(const QByteArray &payload, int channel = 0, quint8 byte2 = 0)
    {
        mainLink->feed(wire(1412, payload, kSession, sequence++, quint8(channel), 0, byte2));
        settle();
    }
    LiveStatus::State state() const { return sink->state(); }
    LiveStatus last() const { return sink->states.last(); }

    std::shared_ptr<NotingSink> sink = std::make_shared<NotingSink>();
    quint32 sequence = 0;
};

} // namespace opsdeck::test
