// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/screen_fit.h"

#include <QGuiApplication>
#include <QScreen>

#include <algorithm>
#include <limits>

namespace opsdeck::shell {

namespace {

/// What one must be able to take hold of.
constexpr int kTitleHeight = 28;
constexpr int kReachable = 80;

bool isReachable(const QRect &window, const QRect &screen)
{
    const QRect title(window.topLeft(), QSize(window.width(), std::min(kTitleHeight, window.height())));
    const QRect seen = title & screen;
    return !seen.isEmpty() && seen.width() >= std::min(kReachable, window.width()) &&
           seen.height() >= title.height() / 2;
}

/// Of the gap between the two; 0 when they touch.
qint64 squaredDistance(const QRect &a, const QRect &b)
{
    const auto gap = [](int fromA, int toA, int fromB, int toB) {
        return std::max({qint64(0), qint64(fromB) - toA, qint64(fromA) - toB});
    };
    const qint64 x = gap(a.left(), a.right(), b.left(), b.right());
    const qint64 y = gap(a.top(), a.bottom(), b.top(), b.bottom());
    return x * x + y * y;
}

} // namespace

QRect fittedToScreens(const QRect &wanted, const QList<QRect> &screens)
{
    const QRect *nearest = nullptr;
    qint64 least = std::numeric_limits<qint64>::max();
    for (const QRect &screen : screens) {
        if (screen.isEmpty())
            continue;
        if (isReachable(wanted, screen))
            return wanted;
        if (const qint64 distance = squaredDistance(wanted, screen); distance < least) {
            least = distance;
            nearest = &screen;
        }
    }
    if (!nearest)
        return wanted;
    QRect fitted(wanted.topLeft(), wanted.size().boundedTo(nearest->size()).expandedTo(QSize(1, 1)));
    fitted.moveLeft(std::clamp(fitted.left(), nearest->left(), nearest->right() - fitted.width() + 1));
    fitted.moveTop(std::clamp(fitted.top(), nearest->top(), nearest->bottom() - fitted.height() + 1));
    return fitted;
}

QList<QRect> availableScreens()
{
    QList<QRect> areas;
    for (const QScreen *screen : QGuiApplication::screens())
        areas.append(screen->availableGeometry());
    return areas;
}

} // namespace opsdeck::shell
