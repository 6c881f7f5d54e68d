// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/site/site_edit.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>

namespace opsdeck::site {

namespace {

constexpr qsizetype kMaximumId = 64;

/// What stands in one place of the list that is shown: a device, or a group with its devices.
struct Block {
    QString group;
    QList<Device> devices;
};

QList<Block> blocksOf(const Site &site)
{
    QList<Block> blocks;
    QHash<QString, qsizetype> places;
    for (const Device &device : site.devices) {
        const auto known = device.group.isEmpty() ? places.cend() : places.constFind(device.group);
        if (known != places.cend()) {
            blocks[*known].devices.append(device);
            continue;
        }
        if (!device.group.isEmpty())
            places.insert(device.group, blocks.size());
        blocks.append({device.group, {device}});
    }
    return blocks;
}

Site withBlocks(const Site &site, const QList<Block> &blocks)
{
    Site changed;
    changed.other = site.other;
    changed.devices.reserve(site.devices.size());
    for (const Block &block : blocks)
        changed.devices += block.devices;
    return changed;
}

/// The block with this device, and the device's place in it.
struct Spot {
    qsizetype block = -1;
    qsizetype device = -1;
};

Spot spotOf(const QList<Block> &blocks, const QString &id)
{
    for (qsizetype i = 0; i < blocks.size(); ++i) {
        for (qsizetype j = 0; j < blocks[i].devices.size(); ++j) {
            if (blocks[i].devices[j].id == id)
                return {i, j};
        }
    }
    return {};
}

qsizetype blockOfGroup(const QList<Block> &blocks, const QString &group)
{
    const auto found = std::find_if(blocks.begin(), blocks.end(), [&group](const Block &block) {
        return !group.isEmpty() && block.group == group;
    });
    return found == blocks.end() ? -1 : found - blocks.begin();
}

/// Which block a place outside of all groups is in front of; the end when it names none.
qsizetype blockAt(const QList<Block> &blocks, const Place &place)
{
    qsizetype at = blockOfGroup(blocks, place.beforeGroup);
    if (at < 0 && !place.beforeId.isEmpty())
        at = spotOf(blocks, place.beforeId).block;
    return at < 0 ? blocks.size() : at;
}

template <typename List>
bool step(List &list, qsizetype at, int by)
{
    const qsizetype to = at + (by < 0 ? -1 : 1);
    if (at < 0 || at >= list.size() || to < 0 || to >= list.size())
        return false;
    list.swapItemsAt(at, to);
    return true;
}

/// What follows the moved devices in the same group and stays.
QString staysBehind(const Site &site, const QSet<QString> &moved, const QString &id)
{
    for (qsizetype i = indexOf(site, id); i >= 0 && i < site.devices.size(); ++i) {
        if (!moved.contains(site.devices[i].id))
            return site.devices[i].id;
    }
    return {};
}

} // namespace

QString uniqueId(const QString &name, const QSet<QString> &taken)
{
    // Accents are taken off letters; what is no letter or digit of ASCII parts words.
    static const QRegularExpression kMarks(QStringLiteral("\\p{M}+"));
    static const QRegularExpression kOther(QStringLiteral("[^a-z0-9._]+"));
    QString base = name.left(4 * kMaximumId).normalized(QString::NormalizationForm_KD).toLower();
    base.remove(kMarks);
    base.replace(kOther, QStringLiteral("-"));
    while (base.startsWith(u'-') || base.startsWith(u'.'))
        base.remove(0, 1);
    base.truncate(kMaximumId);
    while (base.endsWith(u'-'))
        base.chop(1);
    if (base.isEmpty())
        base = QStringLiteral("device");
    if (!taken.contains(base))
        return base;
    for (qsizetype number = 2;; ++number) {
        const QString tail = QStringLiteral("-%1").arg(number);
        QString id = base.left(kMaximumId - tail.size()) + tail;
        if (!taken.contains(id))
            return id;
    }
}

QString uniqueName(const QString &name, const QSet<QString> &taken)
{
    if (!taken.contains(name))
        return name;
    static const QRegularExpression kNumber(QStringLiteral("\\A(.*\\S) \\((\\d{1,6})\\)\\z"),
                                            QRegularExpression::DotMatchesEverythingOption);
    const auto match = kNumber.match(name);
    const QString base = match.hasMatch() ? match.captured(1) : name;
    for (qsizetype number = match.hasMatch() ? match.captured(2).toLongLong() + 1 : 2;; ++number) {
        QString next = QStringLiteral("%1 (%2)").arg(base, QString::number(number));
        if (!taken.contains(next))
            return next;
    }
}

QSet<QString> idsOf(const Site &site)
{
    QSet<QString> ids;
    for (const Device &device : site.devices)
        ids.insert(device.id);
    return ids;
}

QSet<QString> namesOf(const Site &site)
{
    QSet<QString> names;
    for (const Device &device : site.devices)
        names.insert(device.name);
    return names;
}

QStringList groupsOf(const Site &site)
{
    QStringList groups;
    QSet<QString> seen{QString()};
    for (const Device &device : site.devices) {
        if (seen.contains(device.group))
            continue;
        seen.insert(device.group);
        groups.append(device.group);
    }
    return groups;
}

qsizetype indexOf(const Site &site, const QString &id)
{
    const auto found = std::find_if(site.devices.begin(), site.devices.end(),
                                    [&id](const Device &device) { return device.id == id; });
    return found == site.devices.end() ? -1 : found - site.devices.begin();
}

const Device *find(const Site &site, const QString &id)
{
    const qsizetype at = indexOf(site, id);
    return at < 0 ? nullptr : &site.devices[at];
}

Site arranged(const Site &site)
{
    return withBlocks(site, blocksOf(site));
}

Site withDevice(Site site, const Device &device)
{
    site.devices.append(device);
    return arranged(site);
}

Site withReplaced(Site site, const Device &device)
{
    const qsizetype at = indexOf(site, device.id);
    if (at < 0)
        return site;
    if (site.devices[at].group == device.group) {
        site.devices[at] = device;
        return site;
    }
    site.devices.removeAt(at);
    // Out of a group it stays near; into another group it goes to the end.
    if (device.group.isEmpty())
        site.devices.insert(at, device);
    else
        site.devices.append(device);
    return arranged(site);
}

Site without(Site site, const QSet<QString> &ids)
{
    site.devices.removeIf([&ids](const Device &device) { return ids.contains(device.id); });
    return site;
}

Duplicated withDuplicate(const Site &site, const QString &id)
{
    Duplicated result{arranged(site), {}};
    const qsizetype at = indexOf(result.site, id);
    if (at < 0)
        return result;
    Device copy = result.site.devices[at];
    copy.name = uniqueName(copy.name, namesOf(site));
    copy.id = uniqueId(copy.name, idsOf(site));
    for (const QString &key : copy.settings.keys()) {
        if (key.endsWith(QStringLiteral("Ref")))
            copy.settings.remove(key);
    }
    result.newId = copy.id;
    result.site.devices.insert(at + 1, copy);
    return result;
}

Site withDeviceMoved(const Site &site, const QString &id, int by)
{
    QList<Block> blocks = blocksOf(site);
    const Spot spot = spotOf(blocks, id);
    if (spot.block < 0 || by == 0)
        return site;
    const bool isMoved = blocks[spot.block].group.isEmpty()
                             ? step(blocks, spot.block, by)
                             : step(blocks[spot.block].devices, spot.device, by);
    return isMoved ? withBlocks(site, blocks) : site;
}

Site withGroupMoved(const Site &site, const QString &group, int by)
{
    QList<Block> blocks = blocksOf(site);
    return by != 0 && step(blocks, blockOfGroup(blocks, group), by) ? withBlocks(site, blocks) : site;
}

Site withDevicesAt(const Site &site, const QSet<QString> &ids, const Place &place)
{
    Site rest = arranged(site);
    Place target = place;
    target.beforeId = staysBehind(rest, ids, place.beforeId);
    if (const Device *before = find(rest, target.beforeId); !before || before->group != place.group)
        target.beforeId = place.group.isEmpty() && before ? target.beforeId : QString();

    QList<Device> moved;
    for (const Device &device : std::as_const(rest.devices)) {
        if (ids.contains(device.id))
            moved.append(device);
    }
    if (moved.isEmpty())
        return site;
    if (!place.group.isEmpty() && target.beforeId.isEmpty()) {
        // A group of which every device is moved comes back where it was.
        const auto first = std::find_if(rest.devices.cbegin(), rest.devices.cend(),
                                        [&](const Device &device) { return device.group == place.group; });
        if (first != rest.devices.cend())
            target.beforeId = staysBehind(rest, ids, first->id);
    }
    rest = without(std::move(rest), ids);
    for (Device &device : moved)
        device.group = place.group;

    QList<Block> blocks = blocksOf(rest);
    const qsizetype block = blockOfGroup(blocks, place.group);
    if (block >= 0) {
        QList<Device> &devices = blocks[block].devices;
        const Spot spot = place.beforeId.isEmpty() ? Spot() : spotOf(blocks, target.beforeId);
        qsizetype at = spot.block == block ? spot.device : devices.size();
        for (const Device &device : std::as_const(moved))
            devices.insert(at++, device);
    } else {
        qsizetype at = blockAt(blocks, target);
        if (!place.group.isEmpty()) {
            blocks.insert(at, {place.group, moved});
        } else {
            for (const Device &device : std::as_const(moved))
                blocks.insert(at++, {QString(), {device}});
        }
    }
    return withBlocks(site, blocks);
}

Site withGroupAt(const Site &site, const QString &group, const Place &place)
{
    QList<Block> blocks = blocksOf(site);
    const qsizetype from = blockOfGroup(blocks, group);
    if (from < 0)
        return site;
    qsizetype to = blockAt(blocks, place);
    if (to > from)
        --to;
    blocks.move(from, to);
    return withBlocks(site, blocks);
}

Site withGroupRenamed(Site site, const QString &group, const QString &name)
{
    if (group.isEmpty())
        return site;
    for (Device &device : site.devices) {
        if (device.group == group)
            device.group = name;
    }
    return arranged(site);
}

QList<Removed> removedOf(const Site &site, const QSet<QString> &ids)
{
    QList<Removed> removed;
    QString before;
    for (const Device &device : site.devices) {
        if (ids.contains(device.id))
            removed.append({device, before});
        before = device.id;
    }
    return removed;
}

Site withRestored(Site site, const QList<Removed> &removed)
{
    for (const Removed &one : removed) {
        if (indexOf(site, one.device.id) >= 0)
            continue;
        const qsizetype behind = indexOf(site, one.behindId);
        // What stood in front of it may be gone as well: then it goes to the end.
        const qsizetype at = one.behindId.isEmpty() ? 0 : behind < 0 ? site.devices.size() : behind + 1;
        site.devices.insert(at, one.device);
    }
    return site;
}

} // namespace opsdeck::site
