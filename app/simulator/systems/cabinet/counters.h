// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

#include <array>

namespace opsdeck::cabinet::sim {

/// What a fleet did and saw since it was made. A value.
struct Counters {
    quint64 dials = 0;
    quint64 connections = 0;
    quint64 logins = 0; ///< answered 1
    quint64 refused = 0;
    quint64 loginTimeouts = 0;
    quint64 closedByServer = 0;
    quint64 heartbeats = 0;
    quint64 heartbeatsAnswered = 0;
    quint64 unanswered = 0; ///< heartbeats without an echo
    quint64 givenUp = 0;    ///< connections closed for that
    quint64 rents = 0;      ///< banks that went out
    quint64 rentsRefused = 0;
    quint64 ejects = 0;
    quint64 ejectsRefused = 0;
    quint64 returns = 0; ///< sent
    std::array<quint64, 6> returnsByResult{};
    quint64 returnsUnanswered = 0;
    quint64 taken = 0; ///< by hands, without a word
    quint64 slotFaults = 0;
    quint64 slotFaultsAnswered = 0;
    quint64 reboots = 0;
    quint64 upgrades = 0;
    quint64 framesSent = 0;
    quint64 framesReceived = 0;
    quint64 wrongChecksums = 0;          ///< received; used all the same
    quint64 wrongTokens = 0;             ///< commands to VSN 2 boards; ignored
    quint64 brokenStreams = 0;           ///< a PacketLen out of range came
    quint64 badPayloads = 0;             ///< commands that do not fit their layout; ignored
    quint64 ignored = 0;                 ///< commands this cabinet does not have
    std::array<quint64, 256> commands{}; ///< received, by code

    QJsonObject toJson() const;
};

} // namespace opsdeck::cabinet::sim
