// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/ui_system_module.h"

#include <QDate>
#include <QWidget>

#include <array>
#include <chrono>
#include <optional>

class QHBoxLayout;
class QLabel;

namespace opsdeck::shell {

/// What the strip shows. A value.
struct StripFigures {
    kit::SystemFigures systems; ///< summed up
    double cpuPercent = 0;      ///< of one core
    std::optional<qint64> residentBytes;
    std::chrono::milliseconds longestStall{0};
    QString siteName;
    QDate today;
};

/// One line of figures at the foot of the window. What there is no room for is left out, the least important first; the
/// tooltip has all of them. GUI thread.
class StatusStrip final : public QWidget
{
    Q_OBJECT
public:
    /// @param theme must outlive this widget.
    explicit StatusStrip(const kit::Theme &theme, QWidget *parent = nullptr);

    void show(const StripFigures &figures);
    /// Something of somebody else's, between the figures and the date (the notices' button). The strip takes it.
    void addWidget(QWidget *widget);
    using QWidget::show;

    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    /// In the order in which they are left out: the last first.
    enum Figure { Up, Down, Site, Frames, Cpu, Memory, Dropped, Stall, Date };
    static constexpr int kFigures = Date + 1;

    struct Cell {
        QWidget *box;  ///< mark and words
        QLabel *words; ///< in it
    };

    void add(Figure figure, const char *name, kit::StateMark mark = kit::StateMark::None);
    void say(Figure figure, const QString &text, const QString &toolTip);
    void fit();

    const kit::Theme &m_theme;
    QHBoxLayout *m_row;
    std::array<Cell, kFigures> m_cells{};
    StripFigures m_figures;
};

} // namespace opsdeck::shell
