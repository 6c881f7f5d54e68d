// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"
#include "ui/systems/cabinet/fleet_numbers.h"

#include <QWidget>

namespace opsdeck::cabinet {

/// The figures that matter, above the fleet table, with a small line of rents and returns an hour at the right. What there
/// is no room for is left out, the least important first; the tooltip has all of them. GUI thread.
class FigureBar final : public QWidget
{
    Q_OBJECT
public:
    /// @param theme must outlive it.
    explicit FigureBar(const kit::Theme &theme, QWidget *parent = nullptr);

    void show(const FleetFigures &figures);
    using QWidget::show;
    /// Every figure in words, one a line.
    QString words() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Figure {
        QString value;
        QString label;
    };
    QList<Figure> shown() const;
    void paintLine(QPainter &painter, const QRectF &box) const;
    void retranslate();

    const kit::Theme &m_theme;
    FleetFigures m_figures;
};

} // namespace opsdeck::cabinet
