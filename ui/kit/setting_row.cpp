// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/setting_row.h"

#include "core/store/settings_store.h"

#include <QDir>

#include <algorithm>
#include <cmath>

namespace opsdeck::kit {

namespace {

constexpr qsizetype kLongestPath = 4096;

bool isChoice(const SettingRow &row, const QString &value)
{
    return std::any_of(row.choices.begin(), row.choices.end(),
                       [&](const SettingChoice &choice) { return choice.value == value; });
}

} // namespace

QJsonValue soundValue(const SettingRow &row, const QJsonValue &stored)
{
    switch (row.kind) {
    case SettingRow::Kind::Switch:
        return stored.isBool() ? stored : row.fallback;
    case SettingRow::Kind::Choice:
        return stored.isString() && isChoice(row, stored.toString()) ? stored : row.fallback;
    case SettingRow::Kind::Number:
        if (!stored.isDouble() || !std::isfinite(stored.toDouble()))
            return row.fallback;
        return int(std::clamp(std::round(stored.toDouble()), double(row.minimum), double(row.maximum)));
    case SettingRow::Kind::Text:
        return stored.isString() && stored.toString().size() <= row.maximum ? stored : row.fallback;
    case SettingRow::Kind::Folder:
        return stored.isString() && stored.toString().size() <= kLongestPath &&
                       (stored.toString().isEmpty() || QDir::isAbsolutePath(stored.toString()))
                   ? stored
                   : row.fallback;
    }
    return row.fallback;
}

QJsonValue settingValue(const store::SettingsStore &settings, const SettingRow &row)
{
    return soundValue(row, settings.value(row.key, row.fallback));
}

} // namespace opsdeck::kit
