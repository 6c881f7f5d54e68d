// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/action_button.h"
#include "ui/kit/ui_system_module.h"
#include "ui/systems/dvr/wall_view.h"

class QHBoxLayout;
class QLabel;
class QToolButton;
class QVBoxLayout;

namespace opsdeck::dvr {

/// The wall with its header: what it shows, how many tiles, and the buttons for that. GUI thread.
class WallPage final : public QWidget
{
    Q_OBJECT
public:
    WallPage(Wall &wall, const kit::UiContext &context, WallView::Describe describe,
             QWidget *parent = nullptr);

    WallView &view() { return *m_view; }
    /// Instead of "Wall": the view that is shown. Plain text.
    void setTitle(const QString &title);
    /// A button of an action, at the right of the header.
    void addButton(const QString &actionId, const QString &iconName);
    /// Puts a widget below the wall (hidden or not); it belongs to the page then.
    void addBar(QWidget *bar);

Q_SIGNALS:
    /// The operator works on this wall now.
    void used();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void addLayoutButtons(QLayout *to);
    void addLayoutMenu(QLayout *to);
    void fitHeader();
    void showCount(int tiles);
    void retranslate();

    Wall &m_wall;
    kit::UiContext m_context;
    QString m_titleText;
    QLabel *m_title;
    QLabel *m_count;
    QHBoxLayout *m_header = nullptr;
    QVBoxLayout *m_column = nullptr;
    QList<QToolButton *> m_layoutButtons; ///< in the order of WallLayout::tileCounts()
    QToolButton *m_layoutMenu = nullptr;  ///< instead of the buttons where there is no room for them
    QList<kit::ActionButton *> m_buttons;
    WallView *m_view;
};

} // namespace opsdeck::dvr
