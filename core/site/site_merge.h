// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/site/site_file.h"

#include <QHash>
#include <QStringList>

namespace opsdeck::site {

/// One device of another site file, beside what our site has under the same id.
struct MergeItem {
    enum class Kind {
        New,       ///< our site has no device with this id
        Same,      ///< ours is equal: nothing to do
        Different, ///< ours differs: `changed` says in what
    };
    Kind kind = Kind::New;
    Device device;
    QStringList changed; ///< "name", "group", "system", "settings.host" …
    bool isSecretOwn =
        false; ///< it names a secret that another device of ours uses: it gets a place of its own
};

/// What to do with a device that ours differs from.
enum class MergeChoice { Skip, Replace, KeepBoth };

/// In the order of `theirs`. Pure.
QList<MergeItem> mergeItems(const Site &mine, const Site &theirs);

/// `mine` with what is new, and with what differs as chosen (`choices` by id; Skip where it says nothing). A device that
/// is kept beside ours gets an id and name of its own. No imported device may use a secret of another device of ours:
/// a file from elsewhere could send that password to an address of its own; such references are set to the device's
/// own place, where its password has to be entered. Pure.
Site merged(const Site &mine, const QList<MergeItem> &items, const QHash<QString, MergeChoice> &choices);

} // namespace opsdeck::site
