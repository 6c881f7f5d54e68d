// SPDX-License-Identifier: GPL-3.0-or-later
// What is written on tiles: those of one size say the same, and what has no room in one line stands in several.
#include "ui/systems/dvr/tile_painter.h"

#include <QFile>
#include <QTest>

using namespace opsdeck;
using namespace opsdeck::dvr;

namespace {

kit::Theme theme()
{
    QFile file(QStringLiteral(":/look/theme.json"));
    return file.open(QIODevice::ReadOnly) ? *kit::Theme::fromJson(file.readAll(), kit::Theme::Style::Dark)
                                          : kit::Theme();
}

TileText named(const QString &device, const QString &name)
{
    TileText text;
    text.names = {device + QStringLiteral(" · ") + name, name};
    text.figures = {QStringLiteral("H.264 352×288 · 25 fps · 75 kbit/s"),
                    QStringLiteral("352×288 · 25 fps · 75 k"), QStringLiteral("25 fps · 75 k"),
                    QStringLiteral("25 fps")};
    return text;
}

/// Rows of the image that are not all of one colour.
int writtenRows(const QImage &image)
{
    int rows = 0;
    for (int y = 0; y < image.height(); ++y) {
        bool isWritten = false;
        for (int x = 1; x < image.width() && !isWritten; ++x)
            isWritten = image.pixel(x, y) != image.pixel(0, y);
        rows += isWritten ? 1 : 0;
    }
    return rows;
}

} // namespace

class TestTilePainter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tilesOfOneSizeSayTheSameFigures_data()
    {
        QTest::addColumn<int>("width");
        for (const int width : {120, 195, 240, 320, 400, 640})
            QTest::addRow("%d", width) << width;
    }
    void tilesOfOneSizeSayTheSameFigures()
    {
        QFETCH(int, width);
        const TilePainter painter(m_theme, QFont(), 1);
        const auto figures = [&](const QString &name) {
            const QImage caption = painter.caption(named(QStringLiteral("North"), name),
                                                   QSize(width, painter.captionHeight()), false);
            // A name ends at half of the tile at the latest.
            return caption.copy(width / 2 + 8, 0, width / 2 - 8, caption.height());
        };
        QCOMPARE(figures(QStringLiteral("1 A")), figures(QStringLiteral("5 Gate")));
    }

    void theDeviceIsNamedByTheWidth_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<bool>("isNamed");
        QTest::newRow("small") << 195 << false;
        QTest::newRow("a quarter of a small screen") << 340 << false;
        QTest::newRow("large") << 400 << true;
    }
    void theDeviceIsNamedByTheWidth()
    {
        QFETCH(int, width);
        QFETCH(bool, isNamed);
        const TilePainter painter(m_theme, QFont(), 1);
        const auto caption = [&](const QString &device) {
            return painter.caption(named(device, QStringLiteral("1 A")),
                                   QSize(width, painter.captionHeight()), false);
        };
        QCOMPARE(caption(QStringLiteral("N")) != caption(QStringLiteral("S")), isNamed);
    }

    void whyItIsAwayStandsInLinesOfItsOwn()
    {
        const TilePainter painter(m_theme, QFont(), 1);
        TileText text;
        text.headline = QStringLiteral("Offline");
        text.line = QStringLiteral("no camera on this channel · trying again in 3 s");
        const int narrow = writtenRows(painter.placeholder(text, QSize(190, 110)));
        const int wide = writtenRows(painter.placeholder(text, QSize(600, 110)));
        QVERIFY2(narrow > wide, qPrintable(QStringLiteral("%1 %2").arg(narrow).arg(wide)));
        // Too low for both: one line, cut.
        QVERIFY(writtenRows(painter.placeholder(text, QSize(190, 40))) < narrow);
    }

    void anEmptyTileHasNoBand()
    {
        const TilePainter painter(m_theme, QFont(), 1);
        const QSize size(200, painter.captionHeight());
        QCOMPARE(painter.caption(TileText(), size, true), painter.caption(TileText(), size, false));
        const TileText text = named(QStringLiteral("N"), QStringLiteral("1 A"));
        QVERIFY(painter.caption(text, size, true) != painter.caption(text, size, false));
    }

private:
    const kit::Theme m_theme = theme();
};

QTEST_MAIN(TestTilePainter)
#include "tst_tile_painter.moc"
