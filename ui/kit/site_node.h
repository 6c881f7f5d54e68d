// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/state_mark.h"

#include <QList>
#include <QString>

namespace opsdeck::kit {

/// One row of the site tree: a device, or something of it. A value; what systems tell the shell.
struct SiteNode {
    QString id;   ///< unique in the whole tree, made by its system
    QString name; ///< shown literally
    StateMark mark = StateMark::None;
    QString figure;  ///< short, at the right: "16 ch", "25", "stale"
    QString toolTip; ///< plain text, may have several lines
    bool canDrag = false;
    bool isDim = false; ///< in the second text colour
    QString
        deviceId; ///< of the site, when the row is a whole device; the shell puts it where the site has it
    QList<SiteNode> children;

    friend bool operator==(const SiteNode &, const SiteNode &) = default;
};

/// The MIME type of dragged nodes: their ids in UTF-8, one a line.
inline QString nodeMimeType()
{
    return QStringLiteral("application/x-opsdeck-nodes");
}

} // namespace opsdeck::kit
