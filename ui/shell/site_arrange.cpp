// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/site_arrange.h"

#include "core/base/hex.h"

#include <QCoreApplication>
#include <QHash>
#include <QUrl>

namespace opsdeck::shell {

namespace {

using kit::SiteNode;
using kit::StateMark;

const QString kGroupPrefix = QStringLiteral("group/");

/// The higher, the more it should be seen.
int weight(StateMark mark)
{
    switch (mark) {
    case StateMark::Alarm:
        return 5;
    case StateMark::Attention:
        return 4;
    case StateMark::Off:
        return 3;
    case StateMark::Working:
        return 2;
    case StateMark::Ok:
        return 1;
    case StateMark::None:
        break;
    }
    return 0;
}

void sumUp(SiteNode &group)
{
    int well = 0;
    for (const SiteNode &child : std::as_const(group.children)) {
        well += child.mark == StateMark::Ok || child.mark == StateMark::None;
        if (weight(child.mark) > weight(group.mark))
            group.mark = child.mark;
    }
    group.canDrag = !group.children.isEmpty();
    const qsizetype all = group.children.size();
    group.figure = well == all ? QString::number(all) : QStringLiteral("%1/%2").arg(well).arg(all);
    group.toolTip = group.name + QLatin1Char('\n') +
                    (all == 1 ? QCoreApplication::translate("SiteArrange", "%1 of %2 device online")
                              : QCoreApplication::translate("SiteArrange", "%1 of %2 devices online"))
                        .arg(well)
                        .arg(all);
}

} // namespace

QString groupNodeId(const QString &group)
{
    return kGroupPrefix + QString::fromLatin1(QUrl::toPercentEncoding(group));
}

std::optional<QString> groupOfNode(const QString &nodeId)
{
    if (!nodeId.startsWith(kGroupPrefix))
        return std::nullopt;
    return QUrl::fromPercentEncoding(nodeId.sliced(kGroupPrefix.size()).toLatin1());
}

QList<SiteNode> arrangedNodes(const site::Site &site, const QList<SiteNode> &nodes)
{
    QHash<QString, qsizetype> rows;
    rows.reserve(nodes.size());
    for (qsizetype i = 0; i < nodes.size(); ++i) {
        if (!nodes[i].deviceId.isEmpty())
            rows.insert(nodes[i].deviceId, i);
    }
    QList<SiteNode> arranged;
    arranged.reserve(nodes.size());
    QHash<QString, qsizetype> groups;
    QList<bool> isTaken(nodes.size(), false);
    for (const site::Device &device : site.devices) {
        const auto row = rows.constFind(device.id);
        if (row == rows.cend() || isTaken[*row])
            continue;
        isTaken[*row] = true;
        if (device.group.isEmpty()) {
            arranged.append(nodes[*row]);
            continue;
        }
        auto place = groups.constFind(device.group);
        if (place == groups.cend()) {
            place = groups.insert(device.group, arranged.size());
            SiteNode group;
            group.id = groupNodeId(device.group);
            group.name = base::plainText(device.group, 80);
            arranged.append(group);
        }
        arranged[*place].children.append(nodes[*row]);
    }
    for (const qsizetype place : std::as_const(groups))
        sumUp(arranged[place]);
    for (qsizetype i = 0; i < nodes.size(); ++i) {
        if (!isTaken[i])
            arranged.append(nodes[i]);
    }
    return arranged;
}

} // namespace opsdeck::shell
