// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/side_window.h"
#include "ui/systems/dvr/wall_pane.h"

namespace opsdeck::dvr {

/// A further window with a wall of its own, for another monitor. Its place and what it shows come back when it is opened
/// again. Owns its wall; deletes itself when closed. GUI thread.
class WallWindow final : public kit::SideWindow
{
    Q_OBJECT
public:
    /// @param beside the main window: it opens on another monitor when there is one.
    WallWindow(const WallServices &services, QWidget *beside);
    ~WallWindow() override;

    WallPane &pane() { return *m_pane; }

Q_SIGNALS:
    /// It is being closed; its wall is still there.
    void closing();

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void place(QWidget *beside);
    void keep();

    WallServices m_services;
    std::unique_ptr<WallPane> m_pane;
};

} // namespace opsdeck::dvr
