// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/notices.h"

#include <QObject>

namespace opsdeck::store {
class SettingsStore;
}

namespace opsdeck::shell {

/// Why settings are not kept just now, in the operator's words; empty when they are.
QString keepingProblem(const store::SettingsStore &settings);

/// Tells the operator when settings cannot be kept, and when a damaged file was set aside. GUI thread.
class SettingsNotices final : public QObject
{
    Q_OBJECT
public:
    /// @param settings loaded already. All must outlive this object.
    SettingsNotices(store::SettingsStore &settings, kit::Notices &notices, QObject *parent = nullptr);

private:
    void tell();

    store::SettingsStore &m_settings;
    kit::Notices &m_notices;
    QString m_told;
};

} // namespace opsdeck::shell
