// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QList>
#include <QString>

#include <functional>

namespace opsdeck::store {
class SettingsStore;
}

namespace opsdeck::kit {

/// Words that are asked for anew each time they are shown, so that they follow the language.
using Words = std::function<QString()>;

/// One of the answers of a `Choice`.
struct SettingChoice {
    QString value; ///< what is stored
    Words text;
};

/// One thing the operator may prefer, described as data: the settings dialog makes its editor, and its default has this
/// one place. A value.
struct SettingRow {
    enum class Kind {
        Switch, ///< a JSON boolean
        Choice, ///< the `value` of one of the choices
        Number, ///< a whole number from `minimum` to `maximum`, in `unit`
        Text,   ///< one line of at most `maximum` characters
        Folder, ///< the absolute path of a folder; empty = the default place, shown as `emptyText`
    };

    QString key;     ///< in the SettingsStore, e.g. "dvr.replaySeconds"
    QString page;    ///< rows of one page stand together: "appearance", "video", "notices", or a system's own
    Words pageTitle; ///< may be empty for the shell's own pages
    Words label;     ///< sentence case
    Words hint = {}; ///< small print; may be empty
    Kind kind = Kind::Switch;
    QJsonValue fallback; ///< the default
    QList<SettingChoice> choices = {};
    int minimum = 0;
    int maximum = 0;
    int step = 1;
    Words unit = {};      ///< behind a number: "s", "MB"
    Words emptyText = {}; ///< what an empty text or folder means
};

/// `stored` when it is a value this row can have, its default otherwise: the settings file may hold anything. Numbers
/// outside the range are moved to its nearer end.
QJsonValue soundValue(const SettingRow &row, const QJsonValue &stored);
/// What the row is set to now.
QJsonValue settingValue(const store::SettingsStore &settings, const SettingRow &row);

} // namespace opsdeck::kit
