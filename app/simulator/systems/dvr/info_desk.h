// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/systems/dvr/desk.h"

namespace opsdeck::dvr::sim {

/// What the device is and how it does: system, storage, work state, OEM, abilities, users, groups and rights.
class InfoDesk final : public Desk
{
public:
    explicit InfoDesk(Device &device);

    QList<quint16> messageIds() const override;
    Answer handle(const Request &request) override;

private:
    Answer information(const Request &request) const;
    Answer ability(const Request &request) const;
    QJsonObject systemInfo() const;
    QJsonValue storageInfo() const;
    QJsonObject workState() const;

    const QJsonObject m_info;
    const QJsonObject m_abilities;
};

} // namespace opsdeck::dvr::sim
