// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/systems/dvr/counters.h"

#include <utility>

namespace opsdeck::dvr::sim {

namespace {

constexpr std::pair<const char *, quint64 Counters::*> kFields[] = {
    {"connections", &Counters::connections},
    {"logins", &Counters::logins},
    {"refusedLogins", &Counters::refusedLogins},
    {"logouts", &Counters::logouts},
    {"expiredSessions", &Counters::expiredSessions},
    {"reboots", &Counters::reboots},
    {"streamsStarted", &Counters::streamsStarted},
    {"keyFramesAsked", &Counters::keyFramesAsked},
    {"framesSent", &Counters::framesSent},
    {"framesDropped", &Counters::framesDropped},
    {"mediaPackets", &Counters::mediaPackets},
    {"bytesReceived", &Counters::bytesReceived},
    {"bytesSent", &Counters::bytesSent},
    {"garbageBytes", &Counters::garbageBytes},
    {"refusedHeaders", &Counters::refusedHeaders},
    {"malformedBodies", &Counters::malformedBodies},
};

} // namespace

QJsonObject Counters::toJson() const
{
    QJsonObject object;
    for (const auto &[name, field] : kFields)
        object.insert(QLatin1String(name), qint64(this->*field));
    QJsonObject byId;
    for (auto it = messages.cbegin(); it != messages.cend(); ++it)
        byId.insert(QString::number(it.key()), qint64(it.value()));
    object.insert(QStringLiteral("messages"), byId);
    return object;
}

Counters &Counters::operator+=(const Counters &other)
{
    for (const auto &[name, field] : kFields)
        this->*field += other.*field;
    for (auto it = other.messages.cbegin(); it != other.messages.cend(); ++it)
        messages[it.key()] += it.value();
    return *this;
}

} // namespace opsdeck::dvr::sim
