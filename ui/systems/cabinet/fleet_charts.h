// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"
#include "ui/systems/cabinet/fleet_numbers.h"

#include <QWidget>

class QGridLayout;
class QLabel;

namespace opsdeck::cabinet {

/// Three charts: cabinets on line over time, rents and returns an hour, stock by level. Made when they are first shown, and
/// anew when the theme or the language changes; they follow the figures only while they are seen. GUI thread.
class FleetCharts final : public QWidget
{
    Q_OBJECT
public:
    /// Both must outlive it.
    FleetCharts(const FleetNumbers &numbers, const kit::Theme &theme, QWidget *parent = nullptr);
    ~FleetCharts() override;

    bool isMade() const { return m_scroll != nullptr; }
    /// The figures are others.
    void refresh();

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    class Pane;

    void make();
    void arrange();
    void retranslate();
    void refreshOnline();
    void refreshHours();
    void refreshStock();

    const FleetNumbers &m_numbers;
    const kit::Theme &m_theme;
    QWidget *m_scroll = nullptr;
    QGridLayout *m_grid = nullptr;
    Pane *m_online = nullptr;
    Pane *m_hours = nullptr;
    Pane *m_stock = nullptr;
    int m_columns = 0;
};

} // namespace opsdeck::cabinet
