// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/dvr/wall_layout.h"

#include <QRegion>
#include <QTest>

using namespace opsdeck::dvr;

class TestWallLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tilesFillTheAreaWithoutOverlap_data()
    {
        QTest::addColumn<int>("tiles");
        QTest::addColumn<QSize>("area");
        for (const int tiles : WallLayout::tileCounts()) {
            for (const QSize area : {QSize(1340, 788), QSize(1031, 691), QSize(2681, 1577), QSize(323, 201)})
                QTest::addRow("%d on %dx%d", tiles, area.width(), area.height()) << tiles << area;
        }
    }
    void tilesFillTheAreaWithoutOverlap()
    {
        QFETCH(int, tiles);
        QFETCH(QSize, area);
        constexpr int kGap = 2;
        const WallLayout layout(tiles, area, kGap, 20);
        QCOMPARE(layout.tiles(), tiles);
        const bool hasLarge = tiles == 6 || tiles == 8;
        QRegion seen;
        int smallest = area.width();
        int largest = 0;
        for (int i = 0; i < tiles; ++i) {
            const QRect tile = layout.tile(i);
            QVERIFY(QRect(QPoint(0, 0), area).contains(tile.adjusted(-kGap, -kGap, kGap, kGap)));
            QVERIFY(!seen.intersects(tile));
            seen += tile;
            if (i > 0 || !hasLarge) {
                smallest = std::min(smallest, tile.width());
                largest = std::max(largest, tile.width());
            }
            QCOMPARE(layout.picture(i) | layout.caption(i), tile);
            QVERIFY(!layout.picture(i).intersects(layout.caption(i)));
            QCOMPARE(layout.caption(i).height(), 20);
            QCOMPARE(layout.tileAt(tile.center()), i);
        }
        // What cannot be divided is spread: no tile is more than a pixel larger than another.
        QVERIFY(largest - smallest <= 1);
        if (hasLarge)
            QVERIFY(layout.tile(0).width() > (tiles / 2 - 1) * smallest);
        QCOMPARE(seen.boundingRect(), QRect(QPoint(0, 0), area).adjusted(kGap, kGap, -kGap, -kGap));
    }

    void anAreaTooSmallHarmsNothing_data()
    {
        QTest::addColumn<QSize>("area");
        QTest::newRow("nothing") << QSize(0, 0);
        QTest::newRow("negative") << QSize(-5, -5);
        QTest::newRow("less than the captions") << QSize(100, 30);
        QTest::newRow("a line") << QSize(1000, 1);
    }
    void anAreaTooSmallHarmsNothing()
    {
        QFETCH(QSize, area);
        const WallLayout layout(64, area, 2, 20);
        for (int i = 0; i < 64; ++i) {
            QVERIFY(layout.picture(i).height() >= 0);
            QVERIFY(layout.tile(i).width() >= 0);
        }
        QCOMPARE(layout.tileAt(QPoint(-1, -1)), -1);
    }

    void arrowsStayOnTheWall_data()
    {
        QTest::addColumn<int>("tiles");
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("dx");
        QTest::addColumn<int>("dy");
        QTest::addColumn<int>("to");
        QTest::newRow("right") << 16 << 5 << 1 << 0 << 6;
        QTest::newRow("right edge") << 16 << 7 << 1 << 0 << 7;
        QTest::newRow("left edge") << 16 << 4 << -1 << 0 << 4;
        QTest::newRow("down") << 9 << 1 << 0 << 1 << 4;
        QTest::newRow("bottom") << 9 << 7 << 0 << 1 << 7;
        QTest::newRow("top") << 9 << 2 << 0 << -1 << 2;
        QTest::newRow("6: from the large one to the right") << 6 << 0 << 1 << 0 << 1;
        QTest::newRow("6: from the large one down") << 6 << 0 << 0 << 1 << 3;
        QTest::newRow("6: back into the large one") << 6 << 2 << -1 << 0 << 0;
        QTest::newRow("6: along the bottom") << 6 << 4 << 1 << 0 << 5;
        QTest::newRow("8: up into the large one") << 8 << 5 << 0 << -1 << 0;
        QTest::newRow("8: down the right side") << 8 << 2 << 0 << 1 << 3;
        QTest::newRow("only one") << 1 << 0 << 1 << 1 << 0;
    }
    void arrowsStayOnTheWall()
    {
        QFETCH(int, tiles);
        QFETCH(int, from);
        QFETCH(int, dx);
        QFETCH(int, dy);
        QFETCH(int, to);
        QCOMPARE(WallLayout(tiles, QSize(800, 600), 2, 20).neighbour(from, dx, dy), to);
    }

    void anEnlargedTileHasAllThePlaceAndKeepsItsNeighbours()
    {
        const WallLayout layout = WallLayout::enlarged(9, 4, QSize(800, 600), 2, 20);
        QCOMPARE(layout.tile(4), WallLayout(1, QSize(800, 600), 2, 20).tile(0));
        for (int i = 0; i < 9; ++i)
            QCOMPARE(layout.tile(i).isEmpty(), i != 4);
        QCOMPARE(layout.tileAt(QPoint(5, 5)), 4);
        QCOMPARE(layout.neighbour(4, 1, 0), 5);
    }

    void findsTheSmallestLayoutThatHoldsThemAll_data()
    {
        QTest::addColumn<int>("wanted");
        QTest::addColumn<int>("layout");
        QTest::newRow("0") << 0 << 1;
        QTest::newRow("1") << 1 << 1;
        QTest::newRow("2") << 2 << 4;
        QTest::newRow("5") << 5 << 6;
        QTest::newRow("7") << 7 << 8;
        QTest::newRow("16") << 16 << 16;
        QTest::newRow("17") << 17 << 25;
        QTest::newRow("64") << 64 << 64;
        QTest::newRow("too many") << 100 << 64;
    }
    void findsTheSmallestLayoutThatHoldsThemAll()
    {
        QFETCH(int, wanted);
        QFETCH(int, layout);
        QCOMPARE(WallLayout::smallestFor(wanted), layout);
    }

    void picturesKeepTheirShape_data()
    {
        QTest::addColumn<QRect>("box");
        QTest::addColumn<QSize>("source");
        QTest::addColumn<QRect>("picture");
        const QRect wide(10, 20, 320, 180);
        QTest::newRow("same shape") << wide << QSize(1920, 1080) << wide;
        QTest::newRow("a little other: fills") << wide << QSize(1600, 1000) << wide;
        QTest::newRow("D1 is 4:3") << wide << QSize(704, 576) << QRect(50, 20, 240, 180);
        QTest::newRow("CIF is 4:3") << wide << QSize(352, 288) << QRect(50, 20, 240, 180);
        QTest::newRow("NTSC D1 is 4:3") << wide << QSize(704, 480) << QRect(50, 20, 240, 180);
        QTest::newRow("wide in a tall box")
            << QRect(0, 0, 180, 320) << QSize(1280, 720) << QRect(0, 109, 180, 101);
        QTest::newRow("not known yet") << wide << QSize() << wide;
        QTest::newRow("absurd") << wide << QSize(100000, 1) << QRect(10, 109, 320, 1);
    }
    void picturesKeepTheirShape()
    {
        QFETCH(QRect, box);
        QFETCH(QSize, source);
        QFETCH(QRect, picture);
        QCOMPARE(pictureRect(box, source), picture);
    }
};

QTEST_APPLESS_MAIN(TestWallLayout)
#include "tst_wall_layout.moc"
