// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/page_button.h"

#include <QPaintEvent>
#include <QPainter>
#include <QStyleOptionToolButton>
#include <QStylePainter>

#include <algorithm>

namespace opsdeck::shell {

namespace {

constexpr int kGap = 6;
constexpr int kMost = 99;

} // namespace

PageButton::PageButton(const kit::Theme &theme, QWidget *parent)
    : QToolButton(parent)
    , m_theme(theme)
{
}

void PageButton::setBadge(int count)
{
    count = std::max(0, count);
    if (count == m_badge)
        return;
    m_badge = count;
    updateGeometry();
    update();
}

QString PageButton::badgeText() const
{
    return m_badge > kMost ? QStringLiteral("%1+").arg(kMost) : QString::number(m_badge);
}

QFont PageButton::badgeFont() const
{
    return kit::Theme::font(font(), m_theme.sizes().label, true);
}

QSize PageButton::badgeSize() const
{
    if (m_badge == 0)
        return QSize();
    const QFontMetrics metrics(badgeFont());
    const int height = metrics.height() + 2;
    return QSize(std::max(height, metrics.horizontalAdvance(badgeText()) + 10), height);
}

QSize PageButton::sizeHint() const
{
    const QSize size = QToolButton::sizeHint();
    return m_badge == 0 ? size : size + QSize(badgeSize().width() + kGap, 0);
}

void PageButton::paintEvent(QPaintEvent *event)
{
    if (m_badge == 0) {
        QToolButton::paintEvent(event);
        return;
    }
    QStylePainter painter(this);
    QStyleOptionToolButton option;
    initStyleOption(&option);
    const QString text = std::exchange(option.text, QString());
    painter.drawComplexControl(QStyle::CC_ToolButton, option);
    const QSize badge = badgeSize();
    const QFontMetrics metrics(font());
    const int words = metrics.horizontalAdvance(text);
    const int left = (width() - words - kGap - badge.width()) / 2;
    painter.setPen(m_theme.color(kit::Theme::Color::Text));
    painter.drawText(QRect(left, 0, words + 1, height()), Qt::AlignLeft | Qt::AlignVCenter, text);
    const QRectF pill(left + words + kGap, (height() - badge.height()) / 2.0, badge.width(), badge.height());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(kit::Theme::Color::Alarm));
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
    painter.setPen(m_theme.color(kit::Theme::Color::Bg1));
    painter.setFont(badgeFont());
    painter.drawText(pill, Qt::AlignCenter, badgeText());
}

} // namespace opsdeck::shell
