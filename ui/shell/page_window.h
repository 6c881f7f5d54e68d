// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/side_window.h"

namespace opsdeck::shell {

/// A window of its own for one page, for another monitor. All keys work in it as in the main window. GUI thread.
class PageWindow final : public kit::SideWindow
{
    Q_OBJECT
public:
    /// @param page shown until it is given another parent. @param actions must outlive this window.
    PageWindow(QWidget &page, kit::ActionRegistry &actions);

Q_SIGNALS:
    /// Its close button was pressed; it is hidden, and still has the page.
    void closed();
    /// It was moved, resized, made full screen …
    void placed();

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void moveEvent(QMoveEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
};

} // namespace opsdeck::shell
