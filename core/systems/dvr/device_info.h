// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/systems/dvr/dvr_types.h"

#include <QJsonObject>

namespace opsdeck::dvr {

// Replies of message 1020 and 1048 into values (vendor document §5.2; protocol page §4.9, §4.11). All text is made plain.
// Errors: BadReply when the part the reply is about is missing or of another type (a device that answered something else).

base::Result<SystemInfo> parseSystemInfo(const QJsonObject &reply);
/// A device without a disk sends one all-zero partition: the list is empty then. Takes "PlysicalNo" and "PhysicalNo".
base::Result<QList<StoragePartition>> parseStorageInfo(const QJsonObject &reply);
base::Result<WorkState> parseWorkState(const QJsonObject &reply);
base::Result<OemInfo> parseOemInfo(const QJsonObject &reply);
/// At most 256 titles.
base::Result<QStringList> parseChannelTitles(const QJsonObject &reply);

} // namespace opsdeck::dvr
