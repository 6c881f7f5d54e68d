// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace opsdeck::kit {

/// One line of plain text that gives way: what does not fit ends in "…", and the whole of it is in the tooltip. Its text
/// is the whole one for screen readers and tests.
class ElidedLabel final : public QLabel
{
    Q_OBJECT
public:
    explicit ElidedLabel(QWidget *parent = nullptr);

    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    bool isCut() const;
};

} // namespace opsdeck::kit
