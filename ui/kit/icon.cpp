// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/icon.h"

#include <QApplication>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QStyle>
#include <QStyleOption>
#include <QSvgRenderer>

namespace opsdeck::kit {

namespace {

QString resourceOf(const QString &name)
{
    return QStringLiteral(":/look/icons/%1.svg").arg(name);
}

/// Draws an icon when it is first painted, in the size that is painted: most icons of a window are of menus and panels
/// that nobody opens, and a window should not wait for them.
class StrokeIconEngine final : public QIconEngine
{
public:
    StrokeIconEngine(const QString &name, const QColor &color, int side)
        : m_name(name)
        , m_color(color)
        , m_side(side)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal scale = painter->device()->devicePixelRatioF();
        QPixmap pixmap = scaledPixmap(rect.size() * scale, mode, state, scale);
        pixmap.setDevicePixelRatio(scale);
        const QSizeF size = pixmap.deviceIndependentSize();
        painter->drawPixmap(QPointF(rect.x() + (rect.width() - size.width()) / 2,
                                    rect.y() + (rect.height() - size.height()) / 2),
                            pixmap);
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1);
    }
    /// @param size device pixels; never larger than the icon's own size at this scale.
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        const int side = std::min({size.width(), size.height(), qRound(m_side * scale)});
        if (side <= 0)
            return QPixmap();
        const QString cached = QStringLiteral("opsdeck-icon/%1/%2/%3").arg(m_name, m_color.name()).arg(side);
        QPixmap pixmap;
        if (!QPixmapCache::find(cached, &pixmap)) {
            pixmap = drawn(side);
            QPixmapCache::insert(cached, pixmap);
        }
        if (mode == QIcon::Normal || mode == QIcon::Active)
            return pixmap;
        QStyleOption option;
        option.palette = QApplication::palette();
        return QApplication::style()->generatedIconPixmap(mode, pixmap, &option);
    }
    QSize actualSize(const QSize &size, QIcon::Mode, QIcon::State) override
    {
        return size.boundedTo(QSize(m_side, m_side));
    }
    QIconEngine *clone() const override { return new StrokeIconEngine(m_name, m_color, m_side); }
    QString key() const override { return QStringLiteral("opsdeck-stroke"); }

private:
    QPixmap drawn(int side) const
    {
        // A resource inside the program: read from memory.
        QFile file(resourceOf(m_name));
        QPixmap pixmap(side, side);
        pixmap.fill(Qt::transparent);
        if (!file.open(QIODevice::ReadOnly))
            return pixmap;
        QByteArray svg = file.readAll();
        svg.replace("currentColor", m_color.name().toLatin1());
        QSvgRenderer renderer(svg);
        QPainter painter(&pixmap);
        renderer.render(&painter);
        return pixmap;
    }

    QString m_name;
    QColor m_color;
    int m_side;
};

} // namespace

QIcon themedIcon(const QString &name, const QColor &color, int side)
{
    return QFile::exists(resourceOf(name)) ? QIcon(new StrokeIconEngine(name, color, side)) : QIcon();
}

} // namespace opsdeck::kit
