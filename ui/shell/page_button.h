// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"

#include <QToolButton>

namespace opsdeck::shell {

/// The button of a page, with a number in alarm colour behind its word when there is something to look at. GUI thread.
class PageButton final : public QToolButton
{
    Q_OBJECT
public:
    /// @param theme must outlive this widget.
    explicit PageButton(const kit::Theme &theme, QWidget *parent = nullptr);

    /// @param count 0 = none; more than 99 are shown as "99+".
    void setBadge(int count);
    int badge() const { return m_badge; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString badgeText() const;
    QFont badgeFont() const;
    QSize badgeSize() const;

    const kit::Theme &m_theme;
    int m_badge = 0;
};

} // namespace opsdeck::shell
