// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/systems/dvr/desk.h"

namespace opsdeck::dvr::sim {

/// Configuration: get, set, factory values, channel titles.
class ConfigDesk final : public Desk
{
public:
    using Desk::Desk;
    QList<quint16> messageIds() const override;
    Answer handle(const Request &request) override;

private:
    Answer read(const Request &request, const std::optional<QJsonValue> &content) const;
    Answer setTitles(const Request &request);
};

} // namespace opsdeck::dvr::sim
