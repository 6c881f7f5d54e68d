// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"

#include <QWidget>

class QDockWidget;
class QHBoxLayout;
class QLabel;
class QToolButton;

namespace opsdeck::shell {

/// The slim bar above a dock: its title, a button that floats it or puts it back, and one that closes it. Dragging and
/// double-clicking it are the dock's own business. GUI thread.
class DockTitleBar final : public QWidget
{
    Q_OBJECT
public:
    /// @param theme and @param dock must outlive this widget.
    DockTitleBar(QDockWidget &dock, const kit::Theme &theme);

    /// @param hint the tooltip of the title; may be empty.
    void setTitle(const QString &title, const QString &hint);
    /// Something more to press, in front of the dock's own buttons; the bar takes it.
    void addTool(QWidget *tool);
    QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void makeIcons();

    QDockWidget &m_dock;
    const kit::Theme &m_theme;
    QHBoxLayout *m_row;
    QLabel *m_title;
    QToolButton *m_float;
    QToolButton *m_close;
};

} // namespace opsdeck::shell
