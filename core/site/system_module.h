// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

namespace opsdeck::site {

/// Something wrong in the settings of one device: which key, and what. English; `key` is the JSON key.
struct SettingsProblem {
    QString key;
    QString message;
};

/// What the installation needs to know of a system (DVR, kiosk, …) without knowing the system. Stateless; any
/// thread.
class SystemModule
{
public:
    SystemModule() = default;
    SystemModule(const SystemModule &) = delete;
    SystemModule &operator=(const SystemModule &) = delete;
    virtual ~SystemModule() = default;

    /// The value of "system" in site.json, e.g. "dvr".
    virtual QString id() const = 0;
    /// The keys of a device's "settings" that this system knows, to suggest one when a key is mistyped.
    virtual QStringList settingKeys() const = 0;
    /// Everything wrong with the "settings" object of a device; empty = good. Unknown keys are not wrong:
    /// they are kept.
    virtual QList<SettingsProblem> check(const QJsonObject &settings) const = 0;
};

/// The modules of all systems in this build; CMake writes this function from the folders below core/systems.
std::vector<std::unique_ptr<SystemModule>> allModules();

} // namespace opsdeck::site
