// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/site/site_file.h"
#include "ui/kit/site_node.h"

#include <optional>

namespace opsdeck::shell {

/// The id of the row of a group, and back; empty for rows that are no group.
QString groupNodeId(const QString &group);
std::optional<QString> groupOfNode(const QString &nodeId);

/// The rows of the systems in the order of the site, each device below the row of its group; a group stands where its
/// first device does. Rows that belong to no device of the site come last, in their own order. A group row sums up: how
/// many of its devices are well, and the mark of the one that is worst off. Pure, but for the translation; the cost grows
/// with the number of devices, not of channels.
QList<kit::SiteNode> arrangedNodes(const site::Site &site, const QList<kit::SiteNode> &nodes);

} // namespace opsdeck::shell
