// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/systems/dvr/wall_view.h"

class QLabel;
class QToolButton;

namespace opsdeck::dvr {

/// The wall with its header: how many tiles, and the buttons for that. GUI thread.
class WallPage final : public QWidget
{
    Q_OBJECT
public:
    WallPage(Wall &wall, const kit::Theme &theme, const base::Clock &clock, WallView::Describe describe,
             QWidget *parent = nullptr);

    WallView &view() { return *m_view; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void addLayoutButtons(QLayout *to);
    void stepLayout(int by);
    void showCount(int tiles);
    void retranslate();

    Wall &m_wall;
    QLabel *m_title;
    QLabel *m_count;
    QList<QToolButton *> m_buttons; ///< in the order of WallLayout::tileCounts()
    WallView *m_view;
};

} // namespace opsdeck::dvr
