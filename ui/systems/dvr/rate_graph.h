// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"

#include <QList>
#include <QWidget>

namespace opsdeck::dvr {

/// The last minute of one figure as a line, from 0 to its largest value. Holds numbers only; GUI thread.
class RateGraph final : public QWidget
{
    Q_OBJECT
public:
    static constexpr int kPoints = 60;

    /// @param theme must outlive this widget.
    explicit RateGraph(const kit::Theme &theme, QWidget *parent = nullptr);

    void add(double value);
    void clear();
    QSize sizeHint() const override { return QSize(160, 36); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const kit::Theme &m_theme;
    QList<double> m_values;
};

} // namespace opsdeck::dvr
