// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/site/site_file.h"

#include <QSet>
#include <QStringList>

#include <optional>

/// What an operator does to a site, as functions from one site to the next. Pure; any thread. Devices stand in the
/// site in the order they are shown in; a group is shown where its first device stands, and has no life of its own: it
/// is there as long as a device names it. What cannot be done (an unknown id) leaves the site as it is.
namespace opsdeck::site {

/// An id that the file takes, made of a name: "North gate" → "north-gate", of a name without a usable character
/// "device"; with "-2", "-3" … when it is taken. At most 64 characters.
QString uniqueId(const QString &name, const QSet<QString> &taken);
/// The same for a name: "North" → "North", then "North (2)", "North (3)" … "North (2)" counts on from there.
QString uniqueName(const QString &name, const QSet<QString> &taken);

QSet<QString> idsOf(const Site &site);
QSet<QString> namesOf(const Site &site);
/// In the order they are shown; without the empty one.
QStringList groupsOf(const Site &site);
/// -1 when there is none.
qsizetype indexOf(const Site &site, const QString &id);
/// Null when there is none; valid as long as the site is not changed.
const Device *find(const Site &site, const QString &id);

/// Devices of one group stand together, where its first one stands.
Site arranged(const Site &site);

/// At the end of its group, or of the site. Its id must be new.
Site withDevice(Site site, const Device &device);
/// Takes the place of the device with the same id; another group moves it to the end of that.
Site withReplaced(Site site, const Device &device);
Site without(Site site, const QSet<QString> &ids);

/// A copy with an id and name of its own, right behind the original; it has no reference to the original's secrets:
/// keys of its settings that end in "Ref" are left out. `*newId` is empty when there is no such device.
struct Duplicated {
    Site site;
    QString newId;
};
Duplicated withDuplicate(const Site &site, const QString &id);

/// A device goes one place up (-1) or down (+1) among the devices of its group, or among what stands beside no group.
/// Nothing at the end of the way.
Site withDeviceMoved(const Site &site, const QString &id, int step);
Site withGroupMoved(const Site &site, const QString &group, int step);

/// Where devices are put down: before `before`, or at the end of `group` (empty = outside of all groups).
struct Place {
    QString group;
    QString beforeId;    ///< of a device of that group
    QString beforeGroup; ///< with an empty group: in front of that one
};
/// Moves the devices there, in the order they are shown. A place beside one of the moved ones is fine.
Site withDevicesAt(const Site &site, const QSet<QString> &ids, const Place &place);
/// Moves a whole group in front of what `place` names (its `group` does not count).
Site withGroupAt(const Site &site, const QString &group, const Place &place);
/// Every device of `group` gets the new one; empty = out of the group.
Site withGroupRenamed(Site site, const QString &group, const QString &name);

/// Where a removed device stood, so that it can be put back there.
struct Removed {
    Device device;
    QString behindId; ///< what stood in front of it; empty = it was the first
};
/// In the order of the site.
QList<Removed> removedOf(const Site &site, const QSet<QString> &ids);
/// Puts them back; one whose id is taken meanwhile is left out.
Site withRestored(Site site, const QList<Removed> &removed);

} // namespace opsdeck::site
