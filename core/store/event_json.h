// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/event.h"

namespace opsdeck::store {

/// The event as it may be kept: texts made plain and cut to the caps of Event, a null time is `now`. Errors:
/// InvalidArgument for a system or kind that is no name.
base::Result<Event> cleanEvent(Event event, const QDateTime &now);

/// Empty for none.
QString argumentsToJson(const QStringList &arguments);
QStringList argumentsFromJson(const QString &json);
QString detailsToJson(const QJsonObject &details);
QJsonObject detailsFromJson(const QString &json);

} // namespace opsdeck::store
