// SPDX-License-Identifier: GPL-3.0-or-later
// What goes on while things change under the operator's hands: devices are removed or edited while they are shown,
// recorded, replayed or heard; the language changes while dialogs are open; keys come faster than pictures.
#include "tests/ui/systems/dvr/dvr_ui_rig.h"
#include "ui/shell/look.h"
#include "ui/systems/dvr/name_dialog.h"
#include "ui/systems/dvr/password_dialog.h"
#include "ui/systems/dvr/replay_bar.h"
#include "ui/systems/dvr/replay_feed.h"
#include "ui/systems/dvr/tour_dialog.h"

#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSlider>
#include <QTemporaryDir>
#include <QToolButton>

using namespace opsdeck;
using namespace opsdeck::dvr;
using namespace std::chrono_literals;
using Kind = TileState::Kind;

namespace {

constexpr int kPatience = 20000;
const ChannelRef kFirst{QStringLiteral("north"), 0};

struct Bench : test::DvrUiRig {
    QTemporaryDir folder;

    explicit Bench(int tiles = 4, int channels = 4)
    {
        rig.settings.setValue(QStringLiteral("dvr.recordingFolder"),
                              folder.filePath(QStringLiteral("clips")));
        addDvr(QStringLiteral("north"), channels);
        addDvr(QStringLiteral("south"), 1);
        open(tiles);
    }
    bool areLive(int from, int to)
    {
        for (int i = from; i <= to; ++i) {
            if (kind(i) != Kind::Live)
                return false;
        }
        return true;
    }
    QToolButton *inspectorButton(const char *id)
    {
        return window->findChild<QToolButton *>(QStringLiteral("inspector.") + QLatin1String(id));
    }
    QStringList clips() const
    {
        return QDir(folder.filePath(QStringLiteral("clips"))).entryList(QDir::Files);
    }
    void removeNorth() { ui->setDevices({devices.at(1)}); }
};

} // namespace

class TestWallAbuse : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void buttonsOfTheDetailsComeAliveWithTheFirstPicture()
    {
        Bench bench(6);
        QTRY_VERIFY_WITH_TIMEOUT(bench.areLive(0, 4), kPatience);
        // From a tile with a picture to one that has none yet.
        bench.wall().select(5);
        QVERIFY(!bench.inspectorButton("wall.snapshot")->isEnabled());
        bench.ui->mainPane().place(5, {nodeId(ChannelRef{QStringLiteral("south"), 0})});
        QTRY_COMPARE_WITH_TIMEOUT(bench.kind(5), Kind::Live, kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(bench.inspectorButton("wall.snapshot")->isEnabled(), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(bench.inspectorButton("wall.replay")->isEnabled(), kPatience);
    }

    void theVolumeKeepsItsRoomWhateverIsSaidOfTheSound()
    {
        Bench bench;
        QTRY_VERIFY_WITH_TIMEOUT(bench.areLive(0, 3), kPatience);
        bench.wall().select(0);
        auto *volume = bench.window->findChild<QSlider *>(QStringLiteral("volume"));
        const int before = volume->width();
        bench.trigger("wall.sound");
        // Waiting, no output, or playing: something is said, or nothing, and the slider stays as it is.
        QTRY_VERIFY_WITH_TIMEOUT(volume->isEnabled(), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(bench.rig.actions.action(QStringLiteral("wall.sound"))->isChecked(),
                                 kPatience);
        QCoreApplication::processEvents();
        QVERIFY(std::abs(volume->width() - before) < 24);
        bench.trigger("wall.record");
        auto *record = bench.inspectorButton("wall.record");
        QTRY_COMPARE_WITH_TIMEOUT(record->text(), QStringLiteral("Stop"), kPatience);
        QVERIFY(record->sizeHint().width() <= record->width());
    }

    void escLeavesTheReplayBeforeTheFullScreen()
    {
        Bench bench;
        QTRY_VERIFY_WITH_TIMEOUT(bench.areLive(0, 3), kPatience);
        bench.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(bench.window.get()));
        bench.wall().select(0);
        bench.window->toggleFullScreen();
        QTRY_VERIFY(bench.window->isFullScreen());
        bench.trigger("wall.replay");
        QAction *replay = bench.rig.actions.action(QStringLiteral("wall.replay"));
        QTRY_VERIFY_WITH_TIMEOUT(bench.ui->mainPane().replay(0), kPatience);
        QVERIFY(replay->isChecked());
        QTRY_VERIFY(QApplication::focusWidget() &&
                    QApplication::focusWidget()->objectName() == QStringLiteral("replaySlider"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!bench.ui->mainPane().replay(0));
        QVERIFY(bench.window->isFullScreen());
        QVERIFY(!replay->isChecked());
        QTest::keyClick(&bench.view(), Qt::Key_Escape);
        QTRY_VERIFY(!bench.window->isFullScreen());
    }

    void aDeviceThatIsRecordedHeardAndReplayedCanBeRemoved()
    {
        Bench bench;
        QTRY_VERIFY_WITH_TIMEOUT(bench.areLive(0, 3), kPatience);
        bench.wall().select(0);
        bench.trigger("wall.record");
        bench.trigger("wall.sound");
        QTRY_VERIFY_WITH_TIMEOUT(bench.ui->recordings().progress(kFirst).videoFrames > 10, kPatience);
        bench.trigger("wall.replay");
        QVERIFY(bench.ui->mainPane().replay(0));
        bench.wall().select(1);
        QTest::keyClick(&bench.view(), Qt::Key_Return);
        QCOMPARE(bench.wall().enlarged(), 1);
        bench.removeNorth();
        // What was recorded is whole, and said; nothing else of it is left.
        QTRY_VERIFY_WITH_TIMEOUT(bench.wasNoticed(QStringLiteral("Recording of north")), kPatience);
        QCOMPARE(bench.clips().size(), 1);
        QVERIFY2(bench.clips().constFirst().endsWith(QLatin1String(".mp4")),
                 qPrintable(bench.clips().constFirst()));
        QVERIFY(bench.ui->recordings().channels().isEmpty());
        QVERIFY(!bench.ui->mainPane().replay(0));
        QVERIFY(!bench.ui->mainPane().page()->findChild<ReplayBar *>()->isVisible());
        QVERIFY(!bench.inspectorButton("wall.sound")->isEnabled() ||
                bench.inspectorButton("wall.sound")->text() == QStringLiteral("Sound on"));
        for (int i = 0; i < bench.wall().tileCount(); ++i)
            QVERIFY2(bench.wall().tile(i).channel.deviceId != QStringLiteral("north"), QByteArray::number(i));
        // Every key still means something, or says why not.
        for (const Qt::Key key :
             {Qt::Key_Return, Qt::Key_Escape, Qt::Key_Delete, Qt::Key_Menu, Qt::Key_Right})
            QTest::keyClick(&bench.view(), key);
    }

    void anEditedDeviceIsShownAgainWhereItWasEnlarged()
    {
        Bench bench;
        QTRY_VERIFY_WITH_TIMEOUT(bench.areLive(0, 3), kPatience);
        bench.wall().select(2);
        QTest::keyClick(&bench.view(), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(bench.wall().tile(2).live.stream == StreamKind::Main, kPatience);
        // Only its name.
        QList<site::Device> devices = bench.devices;
        devices[0].name = QStringLiteral("<i>North</i>");
        bench.ui->setDevices(devices);
        QCOMPARE(bench.wall().enlarged(), 2);
        QTRY_VERIFY2_WITH_TIMEOUT(
            bench.ui->mainPane().describe(2).toolTip.contains(QStringLiteral("<i>North</i>")) ||
                bench.ui->mainPane().describe(2).names.constFirst().contains(QStringLiteral("<i>North</i>")),
            qPrintable(bench.ui->mainPane().describe(2).names.join(u'|')), kPatience);
        QCOMPARE(bench.kind(2), Kind::Live);
        // Another address and back.
        const int port = devices.at(0).settings.value(QLatin1String("port")).toInt();
        devices[0].settings.insert(QStringLiteral("port"), 1);
        bench.ui->setDevices(devices);
        QCOMPARE(bench.wall().enlarged(), 2);
        QTRY_VERIFY_WITH_TIMEOUT(bench.kind(2) != Kind::Live, kPatience);
        devices[0].settings.insert(QStringLiteral("port"), port);
        bench.ui->setDevices(devices);
        QTRY_COMPARE_WITH_TIMEOUT(bench.kind(2), Kind::Live, kPatience);
        QCOMPARE(bench.wall().enlarged(), 2);
    }

    void closingTheProgramCompletesARecording()
    {
        Bench bench;
        QTRY_VERIFY_WITH_TIMEOUT(bench.areLive(0, 3), kPatience);
        bench.wall().select(0);
        bench.trigger("wall.record");
        QTRY_VERIFY_WITH_TIMEOUT(bench.ui->recordings().progress(kFirst).videoFrames > 10, kPatience);
        bench.window.reset();
        bench.ui.reset();
        QCOMPARE(bench.clips().size(), 1);
        QVERIFY2(bench.clips().constFirst().endsWith(QLatin1String(".mp4")),
                 qPrintable(bench.clips().constFirst()));
    }

    void keysFasterThanPicturesLeaveAWorkingWall()
    {
        Bench bench(64, 63);
        QTRY_VERIFY_WITH_TIMEOUT(bench.areLive(0, 62), 60000);
        constexpr Qt::Key kKeys[] = {Qt::Key_Return, Qt::Key_Right, Qt::Key_Return, Qt::Key_Escape,
                                     Qt::Key_Down,   Qt::Key_Plus,  Qt::Key_Home,   Qt::Key_0,
                                     Qt::Key_End,    Qt::Key_Minus, Qt::Key_Left};
        for (int i = 0; i < 400; ++i) {
            QTest::keyClick(&bench.view(), kKeys[i % std::size(kKeys)]);
            if (i % 7 == 0)
                QCoreApplication::processEvents();
        }
        QTest::keyClick(&bench.view(), Qt::Key_Escape);
        QTest::keyClick(&bench.view(), Qt::Key_Escape);
        QCOMPARE(bench.wall().enlarged(), -1);
        QTRY_VERIFY_WITH_TIMEOUT(bench.areLive(0, 62), 60000);
    }

    void aViewOfARemovedDeviceSaysSoAndATourGoesOn()
    {
        Bench bench;
        QTRY_VERIFY_WITH_TIMEOUT(bench.areLive(0, 3), kPatience);
        bench.trigger("wall.saveView");
        QTRY_VERIFY(bench.dialog<NameDialog>());
        test::click(bench.dialog<NameDialog>()->findChild<QPushButton *>(QStringLiteral("accept")));
        QTRY_VERIFY(!bench.dialog<NameDialog>());
        bench.removeNorth();
        bench.trigger("wall.view.1");
        QCOMPARE(bench.wall().tileCount(), 4);
        for (int i = 0; i < 4; ++i) {
            if (bench.wall().tile(i).channel.deviceId == QStringLiteral("south"))
                continue;
            const TileText text = bench.ui->mainPane().describe(i);
            QVERIFY2(bench.wall().tile(i).channel.isNull() || !text.headline.isEmpty() ||
                         !text.line.isEmpty(),
                     QByteArray::number(i));
            QVERIFY(bench.kind(i) != Kind::Live);
            QTRY_VERIFY2_WITH_TIMEOUT(
                bench.ui->mainPane().describe(i).line.contains(QStringLiteral("not in the site any more")),
                qPrintable(bench.ui->mainPane().describe(i).line), kPatience);
        }
    }

    void nothingIsBegunWithARemovedDevice()
    {
        Bench bench;
        QTRY_VERIFY_WITH_TIMEOUT(bench.areLive(0, 3), kPatience);
        bench.removeNorth();
        bench.wall().assign(0, kFirst);
        bench.wall().select(0);
        bench.rig.actions.refresh();
        for (const char *id : {"wall.record", "wall.sound", "wall.snapshot", "wall.replay"}) {
            QVERIFY2(!bench.rig.actions.action(QLatin1String(id))->isEnabled(), id);
            QVERIFY2(!bench.rig.actions.whyNot(QLatin1String(id)).isEmpty(), id);
        }
    }

    void openDialogsFollowTheLanguage()
    {
        auto look = shell::Look::make(*qApp, [] { return true; }).value();
        look->setLanguage(QStringLiteral("en"));
        Bench bench;
        QTRY_VERIFY_WITH_TIMEOUT(bench.areLive(0, 3), kPatience);
        const auto words = [](QWidget *dialog) {
            QStringList all{dialog->windowTitle()};
            for (const QPushButton *button : dialog->findChildren<QPushButton *>())
                all << button->text() << button->accessibleName();
            for (const QLabel *label : dialog->findChildren<QLabel *>())
                all << label->text();
            return all;
        };
        const auto follows = [&](QDialog *dialog) {
            QVERIFY(dialog);
            const QStringList english = words(dialog);
            look->setLanguage(QStringLiteral("zh_TW"));
            QCoreApplication::processEvents();
            const QStringList chinese = words(dialog);
            QCOMPARE(chinese.size(), english.size());
            for (int i = 0; i < english.size(); ++i)
                QVERIFY2(english.at(i).isEmpty() || chinese.at(i) != english.at(i),
                         qPrintable(english.at(i)));
            look->setLanguage(QStringLiteral("en"));
            QCoreApplication::processEvents();
            QCOMPARE(words(dialog), english);
            dialog->reject();
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        };
        bench.trigger("wall.saveView");
        QTRY_VERIFY(bench.dialog<NameDialog>());
        follows(bench.dialog<NameDialog>());
        bench.trigger("wall.newTour");
        QTRY_VERIFY(bench.dialog<TourDialog>());
        follows(bench.dialog<TourDialog>());
        auto *password = new PasswordDialog(QStringLiteral("n"), QStringLiteral("admin"), kit::Words());
        password->open();
        follows(password);
    }
};

QTEST_MAIN(TestWallAbuse)
#include "tst_wall_abuse.moc"
