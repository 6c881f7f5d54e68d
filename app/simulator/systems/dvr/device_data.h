// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace opsdeck::dvr::sim {

/// A JSON file of the data folder, with its shorthands written out: {"$each":"channel","value":V} becomes an
/// array of V, one a channel; {"$times":N,"value":V} an array of N.
/// @param name "config.json", "abilities.json" or "info.json".
QJsonObject deviceData(const QString &name, int channels);

} // namespace opsdeck::dvr::sim
