// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QMap>

namespace opsdeck::dvr::sim {

/// What one device saw and sent since it was made. A value.
struct Counters {
    quint64 connections = 0;
    quint64 logins = 0;
    quint64 refusedLogins = 0;
    quint64 logouts = 0;
    quint64 expiredSessions = 0;
    quint64 reboots = 0;
    quint64 streamsStarted = 0;
    quint64 keyFramesAsked = 0;
    quint64 framesSent = 0;
    quint64 framesDropped = 0; ///< for slow readers
    quint64 mediaPackets = 0;
    quint64 bytesReceived = 0;
    quint64 bytesSent = 0;
    quint64 garbageBytes = 0;        ///< received
    quint64 refusedHeaders = 0;      ///< oversize: the connection was closed
    quint64 malformedBodies = 0;     ///< Ret 117
    QMap<quint16, quint64> messages; ///< received, by id

    QJsonObject toJson() const;
    Counters &operator+=(const Counters &other);
};

} // namespace opsdeck::dvr::sim
