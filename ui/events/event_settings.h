// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/setting_row.h"

namespace opsdeck::events {

/// What the operator prefers of the journal: how long it is kept, and what he is called in it. A value.
struct EventSettings {
    int retentionDays = 365; ///< 0 = everything is kept
    QString operatorName;    ///< never empty: "anna@desk-2"

    static EventSettings read(const store::SettingsStore &settings);
    /// Keys: events.retentionDays, events.operatorName.
    static QList<kit::SettingRow> rows();
    static bool isRetention(const QString &key);
    /// The user of this machine at its name.
    static QString defaultOperatorName();
};

} // namespace opsdeck::events
