// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/manual_clock.h"
#include "tests/ui/support/ui_rig.h"
#include "tests/ui/systems/dvr/made_up_feeds.h"
#include "ui/kit/site_node.h"
#include "ui/systems/dvr/wall_page.h"

#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace opsdeck;
using namespace opsdeck::dvr;
using namespace std::chrono_literals;
using Color = kit::Theme::Color;

namespace {

const QString kNorth = QStringLiteral("north");

struct Bench {
    test::ManualClock clock;
    test::MadeUpFeeds feeds;
    test::UiRig rig{clock};
    Wall wall{feeds, clock, 4};
    WallPage page{wall, rig.context, [this](int tile) { return describe(tile); }};

    Bench()
    {
        page.resize(800, 600);
        page.show();
    }
    TileText describe(int tile) const
    {
        TileFacts facts;
        facts.channel = wall.tile(tile).channel;
        facts.state = wall.tile(tile).state;
        facts.figures = wall.tile(tile).figures;
        return tileText(facts, clock.now());
    }
    WallView &view() { return page.view(); }
    QPoint pictureCentre(int tile) { return view().tileRect(tile).center() - QPoint(0, 10); }
    QColor colorAt(QPoint point) { return view().grab().toImage().pixelColor(point); }
    void show(int channel, QRgb color) { feeds.feed(kNorth, channel)->show(color, clock.monotonic()); }
};

} // namespace

class TestWallPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void buttonsChooseTheLayout_data()
    {
        QTest::addColumn<int>("tiles");
        for (const int tiles : WallLayout::tileCounts())
            QTest::addRow("%d", tiles) << tiles;
    }
    void buttonsChooseTheLayout()
    {
        QFETCH(int, tiles);
        Bench bench;
        auto *button = bench.page.findChild<QToolButton *>(QStringLiteral("layout%1").arg(tiles));
        QVERIFY(button);
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(bench.wall.tileCount(), tiles);
        QVERIFY(button->isChecked());
        QVERIFY(!button->accessibleName().isEmpty());
        QVERIFY(!button->toolTip().isEmpty());
        QVERIFY(bench.view().tileRect(tiles - 1).isValid());
        QVERIFY(!bench.view().tileRect(tiles).isValid());
    }

    void picturesArePaintedWhereTheirTileIs()
    {
        Bench bench;
        for (int i = 0; i < 4; ++i) {
            bench.wall.assign(i, {kNorth, i});
            bench.show(i, qRgb(50 * i + 50, 10, 20));
        }
        for (int i = 0; i < 4; ++i) {
            QTRY_COMPARE(bench.wall.tile(i).state.kind, TileState::Kind::Live);
            QTRY_COMPARE(bench.colorAt(bench.pictureCentre(i)), QColor(50 * i + 50, 10, 20));
        }
    }

    void onlyTheNewPictureIsPaintedAndCounted()
    {
        Bench bench;
        bench.wall.assign(0, {kNorth, 0});
        bench.wall.assign(1, {kNorth, 1});
        QVERIFY(QTest::qWaitForWindowExposed(&bench.page));
        for (int i = 0; i < 3; ++i) {
            const quint64 before = bench.view().statistics().tile(0).painted;
            bench.show(0, qRgb(i, 0, 0));
            QTRY_COMPARE(bench.view().statistics().tile(0).painted, before + 1);
        }
        // A repaint for another reason is no new picture.
        bench.view().repaint();
        QCOMPARE(bench.view().statistics().tile(0).painted, 3u);
        QCOMPARE(bench.view().statistics().tile(1).painted, 0u);
        QCOMPARE(bench.view().statistics().latency().count(), 3u);
    }

    void anOldPictureTurnsGreyAndDated()
    {
        Bench bench;
        bench.wall.assign(0, {kNorth, 0});
        bench.show(0, qRgb(200, 40, 40));
        QTRY_COMPARE(bench.colorAt(bench.pictureCentre(0)), QColor(200, 40, 40));
        bench.clock.advance(3s);
        const QColor stale = bench.colorAt(bench.pictureCentre(0));
        QCOMPARE(stale.red(), stale.green());
        QCOMPARE(stale.green(), stale.blue());
        QVERIFY(stale.red() < 100);
        const QPoint badge = bench.view().tileRect(0).topLeft() + QPoint(10, 14);
        QCOMPARE(bench.colorAt(badge), bench.rig.theme.color(Color::Attention));
    }

    void anOutageShowsNoPicture()
    {
        Bench bench;
        bench.wall.assign(0, {kNorth, 0});
        bench.show(0, qRgb(200, 40, 40));
        QTRY_COMPARE(bench.wall.tile(0).state.kind, TileState::Kind::Live);
        bench.feeds.feed(kNorth, 0)->tell(LiveStatus::State::Offline, bench.clock.now());
        const QImage image = bench.view().grab(bench.view().tileRect(0)).toImage();
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                QVERIFY(image.pixelColor(x, y) != QColor(200, 40, 40));
        }
    }

    void arrowsMoveTheSelectionEnterAndDeleteActOnIt()
    {
        Bench bench;
        bench.wall.assign(3, {kNorth, 0});
        bench.view().setFocus();
        QTest::keyClick(&bench.view(), Qt::Key_Right);
        QTest::keyClick(&bench.view(), Qt::Key_Down);
        QCOMPARE(bench.wall.selected(), 3);
        QTest::keyClick(&bench.view(), Qt::Key_Down);
        QCOMPARE(bench.wall.selected(), 3);
        QSignalSpy activated(&bench.view(), &WallView::tileActivated);
        QTest::keyClick(&bench.view(), Qt::Key_Return);
        QCOMPARE(activated.size(), 1);
        QCOMPARE(activated.at(0).at(0).toInt(), 3);
        QSignalSpy cleared(&bench.view(), &WallView::clearWanted);
        QTest::keyClick(&bench.view(), Qt::Key_Delete);
        QCOMPARE(cleared.size(), 1);
        QCOMPARE(cleared.at(0).at(0).toInt(), 3);
    }

    void aClickSelects()
    {
        Bench bench;
        QTest::mouseClick(&bench.view(), Qt::LeftButton, {}, bench.view().tileRect(2).center());
        QCOMPARE(bench.wall.selected(), 2);
        QVERIFY(bench.view().accessibleDescription().contains(QStringLiteral("Tile 3")));
    }

    void rowsDroppedOnATileAreToldWithTheTile()
    {
        Bench bench;
        QSignalSpy dropped(&bench.view(), &WallView::nodesDropped);
        QMimeData rows;
        rows.setData(kit::nodeMimeType(), "dvr/north/0\ndvr/north/1");
        const QPoint at = bench.view().tileRect(2).center();
        QDragEnterEvent enter(at, Qt::CopyAction, &rows, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&bench.view(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(at, Qt::CopyAction, &rows, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&bench.view(), &drop);
        QCOMPARE(dropped.size(), 1);
        QCOMPARE(dropped.at(0).at(0).toInt(), 2);
        QCOMPARE(dropped.at(0).at(1).toStringList(),
                 QStringList({QStringLiteral("dvr/north/0"), QStringLiteral("dvr/north/1")}));
    }

    void otherThingsCannotBeDropped()
    {
        Bench bench;
        QMimeData text;
        text.setText(QStringLiteral("dvr/north/0"));
        QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &text, Qt::LeftButton, Qt::NoModifier);
        enter.setAccepted(false);
        QCoreApplication::sendEvent(&bench.view(), &enter);
        QVERIFY(!enter.isAccepted());
    }

    void aHiddenWallDecodesNothing()
    {
        Bench bench;
        bench.wall.assign(0, {kNorth, 0});
        QVERIFY(bench.feeds.feed(kNorth, 0)->isVisible());
        bench.page.hide();
        QVERIFY(!bench.feeds.feed(kNorth, 0)->isVisible());
        bench.page.show();
        QVERIFY(bench.feeds.feed(kNorth, 0)->isVisible());
    }

    void aWallInAMinimizedWindowDecodesNothing()
    {
        Bench bench;
        QVERIFY(QTest::qWaitForWindowExposed(&bench.page));
        bench.wall.assign(0, {kNorth, 0});
        QVERIFY(bench.feeds.feed(kNorth, 0)->isVisible());
        bench.page.showMinimized();
        QTRY_VERIFY(!bench.feeds.feed(kNorth, 0)->isVisible());
        bench.page.showNormal();
        QTRY_VERIFY(bench.feeds.feed(kNorth, 0)->isVisible());
    }

    void streamsAreAskedForTheSizeOfTheirTile()
    {
        Bench bench;
        bench.wall.assign(0, {kNorth, 0});
        const QSize four = bench.feeds.feed(kNorth, 0)->target();
        QVERIFY(!four.isEmpty());
        bench.wall.setTileCount(1);
        const QSize one = bench.feeds.feed(kNorth, 0)->target();
        QVERIFY(one.width() > four.width() * 19 / 10);
        // Once the stream's own shape is known, the picture keeps it.
        bench.feeds.feed(kNorth, 0)->show(qRgb(1, 1, 1), bench.clock.monotonic(), QSize(576, 1024));
        QTRY_VERIFY(bench.feeds.feed(kNorth, 0)->target().width() < one.width() * 2 / 3);
    }
};

QTEST_MAIN(TestWallPage)
#include "tst_wall_page.moc"
