// SPDX-License-Identifier: GPL-3.0-or-later
// An operator at work on the wall: real clicks and keys on the real window, a simulated recorder over loopback.
#include "tests/ui/systems/dvr/dvr_ui_rig.h"
#include "ui/kit/plain_tool_tip.h"
#include "ui/systems/dvr/name_dialog.h"
#include "ui/systems/dvr/replay_bar.h"
#include "ui/systems/dvr/tour_dialog.h"
#include "ui/systems/dvr/views_panel.h"

#include <QComboBox>
#include <QDir>
#include <QElapsedTimer>
#include <QFileDialog>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSlider>
#include <QTableView>
#include <QTemporaryDir>
#include <QToolButton>

using namespace opsdeck;
using namespace opsdeck::dvr;
using namespace std::chrono_literals;
using Kind = TileState::Kind;

namespace {

constexpr int kPatience = 20000;

struct Bench : test::DvrUiRig {
    QTemporaryDir folder;

    explicit Bench(int tiles = 4)
    {
        rig.settings.setValue(QStringLiteral("dvr.snapshotFolder"), folder.filePath(QStringLiteral("shots")));
        rig.settings.setValue(QStringLiteral("dvr.recordingFolder"),
                              folder.filePath(QStringLiteral("clips")));
        addDvr(QStringLiteral("north"), 4);
        open(tiles);
    }
    QPoint centre(int tile) { return view().pictureArea(tile).center(); }
    bool areAllLive(int tiles)
    {
        for (int i = 0; i < tiles; ++i) {
            if (kind(i) != Kind::Live)
                return false;
        }
        return true;
    }
    void saveView(const QString &name)
    {
        trigger("wall.saveView");
        QTRY_VERIFY(dialog<NameDialog>());
        auto *field = dialog<NameDialog>()->findChild<QLineEdit *>(QStringLiteral("name"));
        field->selectAll();
        QTest::keyClicks(field, name);
        test::click(dialog<NameDialog>()->findChild<QPushButton *>(QStringLiteral("accept")));
        QTRY_VERIFY(!dialog<NameDialog>());
    }
    QStringList files(const QString &below) const
    {
        return QDir(folder.filePath(below)).entryList(QDir::Files);
    }
};

} // namespace

class TestWallWork : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDoubleClickEnlargesWithTheMainStreamAndBack()
    {
        Bench bench(16);
        QTRY_VERIFY_WITH_TIMEOUT(bench.areAllLive(4), kPatience);
        QCOMPARE(bench.wall().tile(1).live.stream, StreamKind::Sub);
        const QSize small = bench.view().pictureArea(1).size();
        QTest::mouseDClick(&bench.view(), Qt::LeftButton, Qt::NoModifier, bench.centre(1));
        QCOMPARE(bench.wall().enlarged(), 1);
        // At once, and from then on without a gap.
        QVERIFY(bench.view().pictureArea(1).width() > 3 * small.width());
        QVERIFY(!bench.wall().tile(1).picture.isNull());
        QTRY_VERIFY_WITH_TIMEOUT(bench.wall().tile(1).live.stream == StreamKind::Main, kPatience);
        QCOMPARE(bench.kind(1), Kind::Live);
        QCOMPARE(bench.wall().tile(1).picture.sourceSize, QSize(704, 576));
        QTest::keyClick(&bench.view(), Qt::Key_Escape);
        QCOMPARE(bench.wall().enlarged(), -1);
        QVERIFY(!bench.wall().tile(1).picture.isNull());
        QTRY_VERIFY_WITH_TIMEOUT(bench.wall().tile(1).live.stream == StreamKind::Sub, kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(bench.areAllLive(4), kPatience);
        bench.wall().select(2);
        QTest::keyClick(&bench.view(), Qt::Key_Return);
        QCOMPARE(bench.wall().enlarged(), 2);
        QTest::keyClick(&bench.view(), Qt::Key_Return);
        QCOMPARE(bench.wall().enlarged(), -1);
    }

    void tilesAreRearrangedByDragAndByKeys()
    {
        Bench bench;
        QTRY_VERIFY_WITH_TIMEOUT(bench.areAllLive(4), kPatience);
        QTest::mousePress(&bench.view(), Qt::LeftButton, Qt::NoModifier, bench.centre(0));
        QTest::mouseMove(&bench.view(), bench.centre(0) + QPoint(30, 0));
        QTest::mouseMove(&bench.view(), bench.centre(3));
        QTest::mouseRelease(&bench.view(), Qt::LeftButton, Qt::NoModifier, bench.centre(3));
        QCOMPARE(bench.wall().tile(3).channel.channel, 0);
        QCOMPARE(bench.wall().tile(0).channel.channel, 3);
        QCOMPARE(bench.wall().selected(), 3);
        QTest::keyClick(&bench.view(), Qt::Key_Left, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(bench.wall().tile(2).channel.channel, 0);
        QCOMPARE(bench.wall().selected(), 2);
        QVERIFY(bench.areAllLive(4));
    }

    void theWheelZoomsAtTheMouseAndADragPans()
    {
        Bench bench;
        QTRY_VERIFY_WITH_TIMEOUT(bench.areAllLive(4), kPatience);
        const QRect at = bench.view().pictureArea(0);
        const QPoint corner = at.topLeft() + QPoint(2, 2);
        for (int i = 0; i < 4; ++i) {
            QWheelEvent wheel(corner, bench.view().mapToGlobal(corner), {}, QPoint(0, 120), Qt::NoButton,
                              Qt::NoModifier, Qt::NoScrollPhase, false);
            QApplication::sendEvent(&bench.view(), &wheel);
        }
        QRectF crop = bench.wall().tile(0).crop;
        QVERIFY(crop.width() < 0.5);
        QVERIFY(crop.left() < 0.05 && crop.top() < 0.05); // the corner stayed where it was
        QTRY_VERIFY_WITH_TIMEOUT(bench.wall().tile(0).picture.crop.width() < 0.5, kPatience);
        QTest::mousePress(&bench.view(), Qt::LeftButton, Qt::NoModifier, at.center());
        QTest::mouseMove(&bench.view(), at.center() - QPoint(20, 0));
        QTest::mouseMove(&bench.view(), at.center() - QPoint(60, 40));
        QTest::mouseRelease(&bench.view(), Qt::LeftButton, Qt::NoModifier, at.center() - QPoint(60, 40));
        QVERIFY(bench.wall().tile(0).crop.left() > crop.left());
        QVERIFY(bench.wall().tile(0).crop.top() > crop.top());
        QCOMPARE(bench.wall().tile(0).channel.channel, 0); // panned, not moved
        QTest::keyClick(&bench.view(), Qt::Key_0);
        QVERIFY(!bench.wall().tile(0).isZoomed());
        QTest::keyClick(&bench.view(), Qt::Key_Plus);
        QVERIFY(bench.wall().tile(0).isZoomed());
        QTest::keyClick(&bench.view(), Qt::Key_Minus);
        QVERIFY(!bench.wall().tile(0).isZoomed());
    }

    void aSnapshotIsAPictureOfFullSize()
    {
        Bench bench;
        QTRY_VERIFY_WITH_TIMEOUT(bench.areAllLive(4), kPatience);
        bench.wall().select(1);
        bench.trigger("wall.snapshot");
        // Said when it is complete; until then it is there with a name of its own.
        QTRY_VERIFY_WITH_TIMEOUT(bench.wasNoticed(QStringLiteral("saved")), kPatience);
        QCOMPARE(bench.files(QStringLiteral("shots")).size(), 1);
        const QString name = bench.files(QStringLiteral("shots")).constFirst();
        QVERIFY2(name.startsWith(QLatin1String("north 2 ")) && name.endsWith(QLatin1String(".png")),
                 qPrintable(name));
        const QImage image(bench.folder.filePath(QStringLiteral("shots/") + name));
        QCOMPARE(image.size(), bench.wall().tile(1).picture.sourceSize);
    }

    void aSnapshotThatCannotBeWrittenIsSaid()
    {
        Bench bench;
        bench.rig.settings.setValue(QStringLiteral("dvr.snapshotFolder"), QStringLiteral("/proc/nowhere"));
        QTRY_VERIFY_WITH_TIMEOUT(bench.areAllLive(4), kPatience);
        bench.trigger("wall.snapshot");
        QTRY_VERIFY_WITH_TIMEOUT(bench.wasNoticed(QStringLiteral("No snapshot of")), kPatience);
    }

    void aRecordingOutlivesItsTile()
    {
        Bench bench;
        QTRY_VERIFY_WITH_TIMEOUT(bench.areAllLive(4), kPatience);
        bench.wall().select(2);
        bench.trigger("wall.record");
        QTRY_VERIFY_WITH_TIMEOUT(!bench.ui->mainPane().describe(2).overlays.isEmpty(), kPatience);
        QVERIFY(bench.ui->mainPane().describe(2).overlays.constFirst().contains(QLatin1String("rec")));
        QTest::keyClick(&bench.view(), Qt::Key_Delete);
        QVERIFY(bench.wall().tile(2).channel.isNull());
        const ChannelRef channel{QStringLiteral("north"), 2};
        QTRY_VERIFY_WITH_TIMEOUT(bench.ui->recordings().progress(channel).videoFrames > 10, kPatience);
        bench.trigger("wall.recordStopAll");
        QTRY_VERIFY_WITH_TIMEOUT(bench.wasNoticed(QStringLiteral("Recording of north")), kPatience);
        const QStringList clips = bench.files(QStringLiteral("clips"));
        QCOMPARE(clips.size(), 1);
        QVERIFY(clips.constFirst().endsWith(QLatin1String(".mp4")));
        QVERIFY(QFileInfo(bench.folder.filePath(QStringLiteral("clips/") + clips.constFirst())).size() >
                1000);
    }

    void theLastSecondsAreReplayedWithoutAskingTheRecorder()
    {
        Bench bench;
        QTRY_VERIFY_WITH_TIMEOUT(bench.areAllLive(4), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(bench.wall().tile(0).live.feed->replay()->span() > 1500ms, kPatience);
        bench.wall().select(0);
        auto *bar = bench.ui->mainPane().page()->findChild<ReplayBar *>();
        QVERIFY(bar && !bar->isVisible());
        bench.trigger("wall.replay");
        QTRY_VERIFY(bar->isVisible());
        ReplayFeed *played = bench.ui->mainPane().replay(0);
        QVERIFY(played && played->isPlaying());
        QTRY_VERIFY_WITH_TIMEOUT(played->position() > 200ms, kPatience);
        played->pause();
        QVERIFY(!bench.ui->mainPane().describe(0).overlays.isEmpty());
        QTest::keyClick(&bench.view(), Qt::Key_Escape);
        QVERIFY(!bench.ui->mainPane().replay(0));
        QVERIFY(!bar->isVisible());
        QTRY_COMPARE_WITH_TIMEOUT(bench.kind(0), Kind::Live, kPatience);
    }

    void aReplayGoesWithItsTileAndItsBarWithIt()
    {
        Bench bench;
        QTRY_VERIFY_WITH_TIMEOUT(bench.areAllLive(4), kPatience);
        bench.wall().select(0);
        auto *bar = bench.ui->mainPane().page()->findChild<ReplayBar *>();
        bench.trigger("wall.replay");
        QTRY_VERIFY(bar->isVisible());
        bench.trigger("wall.clearTile");
        QVERIFY(bench.wall().tile(0).channel.isNull());
        QVERIFY(!bar->isVisible());
    }

    void aReplayIsSavedWhereRecordingsGoAlsoBeforeTheFirstOne()
    {
        Bench bench;
        QTRY_VERIFY_WITH_TIMEOUT(bench.areAllLive(4), kPatience);
        bench.wall().select(0);
        bench.trigger("wall.replay");
        auto *bar = bench.ui->mainPane().page()->findChild<ReplayBar *>();
        QTRY_VERIFY(bar->isVisible());
        test::click(bar, "replaySave");
        QTRY_VERIFY(bench.dialog<QFileDialog>());
        auto *dialog = bench.dialog<QFileDialog>();
        QCOMPARE(dialog->directory().canonicalPath(),
                 QDir(bench.folder.filePath(QStringLiteral("clips"))).canonicalPath());
        const QStringList chosen = dialog->selectedFiles();
        QCOMPARE(chosen.size(), 1);
        QTest::keyClick(dialog, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(bench.wasNoticed(QStringLiteral("Replay saved")), kPatience);
        QCOMPARE(bench.files(QStringLiteral("clips")),
                 QStringList{QFileInfo(chosen.constFirst()).fileName()});
    }

    void soundEndsWhenItsCameraLeavesTheWall()
    {
        Bench bench;
        QTRY_VERIFY_WITH_TIMEOUT(bench.areAllLive(4), kPatience);
        auto *volume = bench.window->findChild<QSlider *>(QStringLiteral("volume"));
        QVERIFY(volume && !volume->isEnabled());
        bench.wall().select(1);
        bench.trigger("wall.sound");
        QVERIFY(volume->isEnabled());
        bench.wall().swap(1, 3); // it moves, and goes on
        QVERIFY(volume->isEnabled());
        bench.wall().setTileCount(1);
        QVERIFY(!volume->isEnabled());
        bench.wall().select(0);
        bench.trigger("wall.sound");
        QVERIFY(volume->isEnabled());
        QTest::keyClick(&bench.view(), Qt::Key_Delete);
        QVERIFY(!volume->isEnabled());
    }

    void theMenuOfATileHasWhatTheTileNeeds_data()
    {
        QTest::addColumn<bool>("isEmpty");
        QTest::addColumn<QStringList>("ids");
        QTest::newRow("a camera") << false
                                  << QStringList{
                                         QStringLiteral("wall.snapshot"), QStringLiteral("wall.record"),
                                         QStringLiteral("wall.sound"),    QStringLiteral("wall.louder"),
                                         QStringLiteral("wall.keyframe"), QStringLiteral("wall.details")};
        QTest::newRow("empty") << true
                               << QStringList{QStringLiteral("wall.layout.9"),
                                              QStringLiteral("wall.saveView")};
    }
    void theMenuOfATileHasWhatTheTileNeeds()
    {
        QFETCH(bool, isEmpty);
        QFETCH(QStringList, ids);
        Bench bench;
        QTRY_VERIFY_WITH_TIMEOUT(bench.areAllLive(4), kPatience);
        if (isEmpty)
            bench.ui->mainPane().clear(2);
        const QPoint at = bench.view().tileRect(2).center();
        QContextMenuEvent wish(QContextMenuEvent::Mouse, at, bench.view().mapToGlobal(at));
        QApplication::sendEvent(&bench.view(), &wish);
        QTRY_VERIFY(bench.dialog<QMenu>());
        auto *menu = bench.dialog<QMenu>();
        QCOMPARE(bench.wall().selected(), 2);
        for (const QString &id : std::as_const(ids))
            QVERIFY2(menu->actions().contains(bench.rig.actions.action(id)), qPrintable(id));
        QVERIFY(menu->toolTipsVisible()); // what is grey says why
        QTest::keyClick(menu, Qt::Key_Escape);
        QTRY_VERIFY(!bench.dialog<QMenu>());
    }

    void anEnlargedEmptyTileGivesTheWallBack()
    {
        Bench bench;
        QTRY_VERIFY_WITH_TIMEOUT(bench.areAllLive(4), kPatience);
        bench.ui->mainPane().clear(1);
        bench.wall().select(0);
        bench.trigger("wall.enlarge");
        QTest::keyClick(&bench.view(), Qt::Key_Right);
        QCOMPARE(bench.wall().enlarged(), 1);
        bench.trigger("wall.enlarge");
        QCOMPARE(bench.wall().enlarged(), -1);
    }

    void anotherButtonGivesUpADrag()
    {
        Bench bench;
        QTRY_VERIFY_WITH_TIMEOUT(bench.areAllLive(4), kPatience);
        QTest::mousePress(&bench.view(), Qt::LeftButton, Qt::NoModifier, bench.centre(0));
        QTest::mouseMove(&bench.view(), bench.centre(0) + QPoint(30, 0));
        QTest::mouseMove(&bench.view(), bench.centre(3));
        QTest::mousePress(&bench.view(), Qt::RightButton, Qt::NoModifier, bench.centre(3));
        QTest::mouseRelease(&bench.view(), Qt::RightButton, Qt::NoModifier, bench.centre(3));
        QTest::mouseRelease(&bench.view(), Qt::LeftButton, Qt::NoModifier, bench.centre(3));
        QCOMPARE(bench.wall().tile(0).channel.channel, 0);
        QCOMPARE(bench.wall().tile(3).channel.channel, 3);
    }

    void keysThatAreHeldDownActOnce()
    {
        Bench bench;
        for (const char *id : {"wall.record", "wall.snapshot", "wall.sound", "wall.replay", "wall.saveView",
                               "wall.tour.toggle", "wall.tour.pause"})
            QVERIFY2(!bench.rig.actions.action(QLatin1String(id))->autoRepeat(), id);
        QVERIFY(bench.rig.actions.action(QStringLiteral("wall.louder"))->autoRepeat());
    }

    void aFullBookOfViewsSaysSo()
    {
        Bench bench;
        for (int i = 0; i < ViewBook::kMaximumItems; ++i)
            bench.ui->views().put(SavedView{QString(), QStringLiteral("v"), 1, {}, {}});
        bench.rig.actions.refresh();
        for (const char *id : {"wall.saveView", "wall.newTour"}) {
            QVERIFY2(!bench.rig.actions.action(QLatin1String(id))->isEnabled(), id);
            QVERIFY2(bench.rig.actions.whyNot(QLatin1String(id)).contains(QLatin1String("500")), id);
        }
    }

    void aViewIsSavedShownAndComesBackAfterARestart()
    {
        Bench bench;
        QTRY_VERIFY_WITH_TIMEOUT(bench.areAllLive(4), kPatience);
        bench.saveView(QStringLiteral("All four"));
        QCOMPARE(bench.ui->views().items().size(), 1);
        auto *title = bench.ui->mainPane().page()->findChild<QLabel *>(QStringLiteral("pageTitle"));
        QCOMPARE(title->text(), QStringLiteral("All four"));
        QTRY_VERIFY_WITH_TIMEOUT(!std::get<SavedView>(bench.ui->views().items().at(0)).thumbnail.isEmpty(),
                                 kPatience);
        QTest::keyClick(&bench.view(), Qt::Key_Delete);
        QVERIFY(title->text() != QStringLiteral("All four"));
        bench.wall().setTileCount(1);
        bench.trigger("wall.view.1");
        QCOMPARE(bench.wall().tileCount(), 4);
        QCOMPARE(title->text(), QStringLiteral("All four"));
        QTRY_VERIFY_WITH_TIMEOUT(bench.areAllLive(4), kPatience);

        bench.window.reset();
        bench.ui.reset();
        bench.open(1);
        QCOMPARE(bench.ui->views().items().size(), 1);
        bench.trigger("wall.view.1");
        QTRY_VERIFY_WITH_TIMEOUT(bench.areAllLive(4), kPatience);
    }

    void theListOfViewsIsWorkedByKeys()
    {
        Bench bench;
        QTRY_VERIFY_WITH_TIMEOUT(bench.areAllLive(4), kPatience);
        for (const char *name : {"a", "b", "c"})
            bench.saveView(QLatin1String(name));
        auto *panel = bench.window->findChild<ViewsPanel *>();
        QVERIFY(panel);
        QListView &list = panel->list();
        list.setFocus();
        list.setCurrentIndex(list.model()->index(2, 0));
        QTest::keyClick(&list, Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(nameOf(bench.ui->views().items().at(1)), QStringLiteral("c"));
        const QString tour = bench.ui->views().put(
            Tour{QString(),
                 QStringLiteral("Night"),
                 {{idOf(bench.ui->views().items().at(0)), {}, std::chrono::seconds(5)},
                  {idOf(bench.ui->views().items().at(1)), {}, std::chrono::seconds(5)}}});
        QTest::keyClick(&list, Qt::Key_Delete);
        QCOMPARE(bench.ui->views().items().size(), 3);
        QCOMPARE(bench.ui->views().tour(tour)->steps.size(), 1);
        // Undo puts it back where it was, in the tour too.
        const kit::Notice notice = bench.rig.notices.list().last();
        QVERIFY(!notice.actionText.isEmpty());
        bench.rig.notices.act(notice.number);
        QCOMPARE(nameOf(bench.ui->views().items().at(1)), QStringLiteral("c"));
        QCOMPARE(bench.ui->views().tour(tour)->steps.size(), 2);
        bench.wall().setTileCount(9);
        list.setCurrentIndex(list.model()->index(0, 0));
        QTest::keyClick(&list, Qt::Key_Return);
        QCOMPARE(bench.wall().tileCount(), 4);
    }

    void theHintOfAnEmptyListEndsWithAnEllipsisWhereItIsLow()
    {
        Bench bench;
        auto *hint =
            bench.window->findChild<ViewsPanel *>()->findChild<QLabel *>(QStringLiteral("panelHint"));
        QVERIFY(hint && !hint->text().isEmpty());
        hint->resize(150, 30);
        hint->grab();
        QCOMPARE(hint->toolTip(), kit::plainToolTip(hint->text()));
        hint->resize(150, 400);
        hint->grab();
        QCOMPARE(hint->toolTip(), QString());
    }

    void aTourIsMadeRunAndGivesWayToTheOperator()
    {
        Bench bench;
        QTRY_VERIFY_WITH_TIMEOUT(bench.areAllLive(4), kPatience);
        bench.saveView(QStringLiteral("All"));
        bench.wall().select(1);
        bench.trigger("wall.newTour");
        QTRY_VERIFY(bench.dialog<TourDialog>());
        auto *dialog = bench.dialog<TourDialog>();
        auto *save = dialog->findChild<QPushButton *>(QStringLiteral("save"));
        QVERIFY(!save->isEnabled() && !save->toolTip().isEmpty());
        // Its name is typed at once, and the empty list says what belongs there.
        QCOMPARE(dialog->findChild<QLineEdit *>(QStringLiteral("name"))->selectedText(), dialog->tour().name);
        const auto *nothing = dialog->findChild<QLabel *>(QStringLiteral("noticeNothing"));
        QVERIFY(nothing->isVisible());
        test::click(dialog->findChild<QPushButton *>(QStringLiteral("addView")));
        QVERIFY(!nothing->isVisible());
        test::click(dialog->findChild<QPushButton *>(QStringLiteral("addChannel")));
        QCOMPARE(dialog->findChild<QTableView *>()->model()->rowCount(), 2);
        QVERIFY(save->isEnabled());
        test::click(save);
        QCOMPARE(bench.ui->views().items().size(), 2);

        bench.trigger("wall.tour.toggle");
        QCOMPARE(bench.ui->tour().state(), TourRunner::State::Running);
        QCOMPARE(bench.wall().tileCount(), 4);
        bench.trigger("wall.tour.next");
        QCOMPARE(bench.wall().tileCount(), 1);
        QCOMPARE(bench.wall().tile(0).channel.channel, 1);
        QCOMPARE(bench.ui->tour().state(), TourRunner::State::Running);
        QTRY_COMPARE_WITH_TIMEOUT(bench.kind(0), Kind::Live, kPatience);
        bench.wall().setTileCount(4); // the operator's hand
        QCOMPARE(bench.ui->tour().state(), TourRunner::State::Paused);
        bench.trigger("wall.tour.toggle");
        QCOMPARE(bench.ui->tour().state(), TourRunner::State::Stopped);
    }

    void aTourGoesOnWhileAnotherWallIsWorkedOn()
    {
        Bench bench;
        QTRY_VERIFY_WITH_TIMEOUT(bench.areAllLive(4), kPatience);
        bench.saveView(QStringLiteral("All"));
        const QString view = idOf(bench.ui->views().items().at(0));
        bench.ui->views().put(Tour{QString(), QStringLiteral("Night"), {{view, {}, 600s}, {view, {}, 600s}}});
        bench.trigger("wall.tour.toggle");
        QCOMPARE(bench.ui->tour().state(), TourRunner::State::Running);
        bench.trigger("wall.secondWall");
        auto *second = bench.dialog<WallWindow>();
        QVERIFY(second);
        Q_EMIT second->pane().used();
        bench.trigger("wall.view.1");
        QCOMPARE(second->pane().wall().tile(0).channel.channel, 0);
        QCOMPARE(bench.ui->tour().state(), TourRunner::State::Running);
        second->close();
        QTRY_VERIFY(!bench.dialog<WallWindow>());
        bench.trigger("wall.view.1");
        QCOMPARE(bench.ui->tour().state(), TourRunner::State::Stopped);
    }

    void aSecondWallSharesTheStreamsAndRemembersWhatItShowed()
    {
        Bench bench;
        QTRY_VERIFY_WITH_TIMEOUT(bench.areAllLive(4), kPatience);
        bench.trigger("wall.secondWall");
        auto *second = bench.dialog<WallWindow>();
        QVERIFY(second);
        second->pane().page()->view().setFocus();
        Q_EMIT second->pane().used();
        bench.ui->activateNode(nodeId(ChannelRef{QStringLiteral("north"), 2}));
        Wall &wall = second->pane().wall();
        QCOMPARE(wall.tile(0).channel.channel, 2);
        QTRY_COMPARE_WITH_TIMEOUT(wall.tile(0).state.kind, Kind::Live, kPatience);
        QPointer<WallWindow> gone(second);
        second->close();
        QTRY_VERIFY(!gone);
        bench.ui->activateNode(nodeId(ChannelRef{QStringLiteral("north"), 3}));
        QCOMPARE(bench.wall().tile(bench.wall().selected()).channel.channel, 3);
        bench.trigger("wall.secondWall");
        second = bench.dialog<WallWindow>();
        QCOMPARE(second->pane().wall().tile(0).channel.channel, 2);
    }

    void theDetailsFollowTheSelection()
    {
        Bench bench;
        QTRY_VERIFY_WITH_TIMEOUT(bench.areAllLive(4), kPatience);
        auto *inspector = bench.window->findChild<TileInspector *>();
        QVERIFY(inspector);
        QVERIFY(inspector->isVisible());
        auto *title = inspector->findChild<QLabel *>(QStringLiteral("inspectorTitle"));
        bench.wall().select(1);
        QTRY_VERIFY2(title->text().startsWith(QStringLiteral("north · 2 ")), qPrintable(title->text()));
        auto *record = inspector->findChild<QToolButton *>(QStringLiteral("inspector.wall.record"));
        QVERIFY(record->isEnabled());
        QTest::keyClick(&bench.view(), Qt::Key_Delete);
        QTRY_VERIFY(title->text().contains(QLatin1String("empty")));
        QVERIFY(!record->isVisible());
    }
};

QTEST_MAIN(TestWallWork)
#include "tst_wall_work.moc"
