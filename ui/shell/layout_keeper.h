// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QObject>

#include <memory>

class QMainWindow;

namespace opsdeck::store {
class SettingsStore;
}

namespace opsdeck::shell {

class DockSet;

/// Keeps where the window and its docks are in the setting "shell.layout", brings them back at the next start, and
/// moves what lies outside every screen back into sight, the program's other windows, too: at the start, and when a
/// monitor goes. GUI thread.
class LayoutKeeper final : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds kPause{500};

    /// @param window owns this object; the others must outlive it.
    LayoutKeeper(QMainWindow &window, DockSet &docks, store::SettingsStore &settings, base::Clock &clock);

    /// Brings the docks back, and the window's size and place when @param withWindow. False when nothing usable was
    /// kept; then nothing changes. From here on changes are kept.
    bool restore(bool withWindow);
    /// Now; otherwise soon after a change.
    void keep();
    /// As on the first day.
    void reset();
    /// Moves what cannot be reached.
    void bringIntoSight();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void keepSoon();

    QMainWindow &m_window;
    DockSet &m_docks;
    store::SettingsStore &m_settings;
    std::unique_ptr<base::Timer> m_timer;
    QByteArray m_geometry; ///< of the window as no full screen
    bool m_isRestored = false;
};

} // namespace opsdeck::shell
