// SPDX-License-Identifier: GPL-3.0-or-later
// The first day of a new user, on the whole window as the program puts it together: an empty site becomes a wall that is
// viewed, recorded, replayed and toured; its recorder, a process of its own, goes and comes back; so does the window.
#include "core/base/clock.h"
#include "core/store/settings_store.h"
#include "tests/support/made_up_secrets.h"
#include "tests/support/program.h"
#include "tests/ui/support/operator_hands.h"
#include "ui/kit/empty_state.h"
#include "ui/shell/device_actions.h"
#include "ui/shell/device_desk.h"
#include "ui/shell/device_secrets.h"
#include "ui/shell/dock_set.h"
#include "ui/shell/look.h"
#include "ui/shell/main_window.h"
#include "ui/shell/site_session.h"
#include "ui/shell/site_tree_model.h"
#include "ui/shell/site_tree_view.h"
#include "ui/systems/dvr/dvr_ui.h"
#include "ui/systems/dvr/name_dialog.h"
#include "ui/systems/dvr/replay_bar.h"
#include "ui/systems/dvr/replay_feed.h"
#include "ui/systems/dvr/tour_dialog.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QDockWidget>
#include <QElapsedTimer>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

extern "C" {
#include <libavformat/avformat.h>
}

using namespace opsdeck;
using namespace opsdeck::dvr;
using namespace opsdeck::test;
using namespace std::chrono_literals;
using Kind = TileState::Kind;

namespace {

constexpr int kPatience = 20000;
constexpr int kTiles = 4;
/// A link that was cut is seen at once; what the issue allows for saying so.
constexpr int kOutageSeenMs = 5000;

/// One run of the program: what main() and the console make, on the files of the test.
struct Run {
    Run(const QString &siteFile, const QString &settingsFile, test::MadeUpSecrets &keychain)
        : settings(settingsFile, clock)
        , look(shell::Look::make(*qApp, [] { return true; }).value())
        , secrets([&keychain]() -> store::SecretStore & { return keychain; })
    {
        settings.load();
        look->follow(settings);
        QObject::connect(look.get(), &shell::Look::languageChanged, &actions,
                         &kit::ActionRegistry::retranslate);
        context.secrets = [this]() -> store::SecretStore & { return secrets; };
        context.seed = 7;
        context.tiles = kTiles;
        window = std::make_unique<shell::MainWindow>(context);
        devices =
            std::make_unique<shell::DeviceDesk>(shell::DeviceDesk::Parts{*window, desk, secrets, context});
        deviceActions = std::make_unique<shell::DeviceActions>(*devices, *window, context);
        session = std::make_unique<shell::SiteSession>(desk, *devices, *window);
        for (const auto &module : kit::inPageOrder(kit::allModules())) {
            systems.push_back(module->open(context));
            window->addSystem(module->id(), *systems.back());
            session->addSystem(module->id(), *systems.back());
            if (auto *found = qobject_cast<DvrUi *>(systems.back().get()))
                ui = found;
        }
        QSignalSpy shown(session.get(), &shell::SiteSession::siteShown);
        desk.open(siteFile, false);
        if (!window->restoreLayout(true))
            window->resize(1280, 800);
        window->show();
        if (shown.isEmpty())
            shown.wait(kPatience);
        // Keys go to the active window only.
        window->activateWindow();
        isReady = QTest::qWaitForWindowActive(window.get(), kPatience) && !shown.isEmpty();
    }
    ~Run()
    {
        window->close();
        session.reset();
        deviceActions.reset();
        devices.reset();
        window.reset();
        systems.clear();
    }

    Wall &wall() { return ui->wall(); }
    WallView &view() { return ui->mainPane().page()->view(); }
    bool areAll(Kind kind)
    {
        for (int i = 0; i < kTiles; ++i) {
            if (wall().tile(i).state.kind != kind)
                return false;
        }
        return wall().tileCount() == kTiles;
    }
    /// A key of the window, as the window manager would bring it: to the active window.
    void press(Qt::Key key)
    {
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window.get(), kPatience));
        QTest::keyClick(&view(), key, Qt::ControlModifier);
    }
    void trigger(const char *id) { test::trigger(actions, id); }
    QStringList deviceRows() const
    {
        QStringList names;
        const QAbstractItemModel *model = window->tree().model();
        for (int row = 0; row < model->rowCount(); ++row)
            names << model->index(row, 0).data().toString();
        return names;
    }
    bool wasNoticed(const QString &words) const
    {
        const QList<kit::Notice> all = notices.list();
        return std::any_of(all.begin(), all.end(),
                           [&](const kit::Notice &notice) { return notice.text.contains(words); });
    }

    base::SystemClock clock;
    store::SettingsStore settings;
    std::unique_ptr<shell::Look> look;
    kit::ActionRegistry actions;
    kit::Notices notices{clock};
    shell::DeviceSecrets secrets;
    kit::UiContext context{clock, look->theme(), actions, notices, settings};
    shell::SiteDesk desk{clock};
    std::vector<std::unique_ptr<kit::SystemUi>> systems;
    DvrUi *ui = nullptr;
    bool isReady = false;
    std::unique_ptr<shell::MainWindow> window;
    std::unique_ptr<shell::DeviceDesk> devices;
    std::unique_ptr<shell::DeviceActions> deviceActions;
    std::unique_ptr<shell::SiteSession> session;
};

/// What a player finds in a file.
struct Clip {
    int pictures = 0;
    int sounds = 0;
    QSize size;
    double seconds = 0;
};

std::optional<Clip> readClip(const QString &path)
{
    AVFormatContext *file = nullptr;
    if (avformat_open_input(&file, path.toUtf8().constData(), nullptr, nullptr) < 0)
        return std::nullopt;
    Clip clip;
    const bool isRead = avformat_find_stream_info(file, nullptr) >= 0;
    clip.seconds = double(file->duration) / AV_TIME_BASE;
    AVPacket *packet = av_packet_alloc();
    while (isRead && av_read_frame(file, packet) >= 0) {
        const AVCodecParameters &codec = *file->streams[packet->stream_index]->codecpar;
        if (codec.codec_type == AVMEDIA_TYPE_VIDEO) {
            ++clip.pictures;
            clip.size = QSize(codec.width, codec.height);
        } else {
            ++clip.sounds;
        }
        av_packet_unref(packet);
    }
    av_packet_free(&packet);
    avformat_close_input(&file);
    return isRead ? std::optional(clip) : std::nullopt;
}

/// Behaves as the recorder of the first day; at a port of its own choice, or at `port` again.
QStringList recorder(int port = 0)
{
    return {QStringLiteral("dvr"),        QStringLiteral("--listen"), QString::number(port),
            QStringLiteral("--channels"), QString::number(kTiles),    QStringLiteral("--clip"),
            QStringLiteral("d1"),         QStringLiteral("--user"),   QStringLiteral("admin:s3cret")};
}

} // namespace

class TestFirstDay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewUserLivesThroughTheFirstDay()
    {
        QTemporaryDir home;
        const QString siteFile = home.filePath(QStringLiteral("config/site.json"));
        const QString settingsFile = home.filePath(QStringLiteral("config/settings.json"));
        const QString clips = home.filePath(QStringLiteral("clips"));
        test::MadeUpSecrets keychain;
        auto simulator = std::make_unique<test::SimulatorProcess>(recorder());
        const int port = simulator->dvrPort();
        QVERIFY(port > 0);

        auto run = std::make_unique<Run>(siteFile, settingsFile, keychain);
        QVERIFY(run->isReady);
        run->settings.setValue(QStringLiteral("dvr.recordingFolder"), clips);
        run->settings.setValue(QStringLiteral("ui.language"), QStringLiteral("en"));
        run->settings.setValue(QStringLiteral("ui.style"), QStringLiteral("dark"));

        const auto hasFailed = [] { return QTest::currentTestFailed(); };
        addTheRecorder(*run, port);
        if (hasFailed())
            return;
        QTRY_VERIFY_WITH_TIMEOUT(run->areAll(Kind::Live), kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(run->deviceRows(), QStringList{QStringLiteral("North gate")}, kPatience);

        saveTheView(*run);
        if (hasFailed())
            return;
        enlargeAndBack(*run);
        if (hasFailed())
            return;
        record(*run, clips);
        if (hasFailed())
            return;
        replayAndSave(*run, clips);
        if (hasFailed())
            return;
        tour(*run);
        if (hasFailed())
            return;
        changeLook(*run);
        if (hasFailed())
            return;
        loseTheRecorder(*run, simulator, port);
        if (hasFailed())
            return;

        // Panels as the operator left them.
        QDockWidget *details = run->window->dockSet().dock(QStringLiteral("dvr.details"));
        QVERIFY(details && details->isVisible());
        run->trigger("shell.dock.dvr.details");
        QVERIFY(!details->isVisible());
        run->window->addDockWidget(Qt::RightDockWidgetArea,
                                   run->window->dockSet().dock(QStringLiteral("site")));
        QTRY_VERIFY_WITH_TIMEOUT(!run->desk.hasUnsavedChanges(), kPatience);
        run.reset();

        // The next day: nothing has to be done again.
        run = std::make_unique<Run>(siteFile, settingsFile, keychain);
        QVERIFY(run->isReady);
        QTRY_COMPARE_WITH_TIMEOUT(run->deviceRows(), QStringList{QStringLiteral("North gate")}, kPatience);
        QCOMPARE(run->look->spokenLanguage(), QStringLiteral("zh_TW"));
        QCOMPARE(run->look->style(), shell::Look::Style::Light);
        QVERIFY(!run->window->dockSet().dock(QStringLiteral("dvr.details"))->isVisible());
        QCOMPARE(run->window->dockWidgetArea(run->window->dockSet().dock(QStringLiteral("site"))),
                 Qt::RightDockWidgetArea);
        QCOMPARE(run->ui->views().items().size(), 2);
        run->trigger("wall.view.1");
        QTRY_VERIFY_WITH_TIMEOUT(run->areAll(Kind::Live), kPatience);
        run->trigger("wall.view.2");
        QCOMPARE(run->ui->tour().state(), TourRunner::State::Running);
        QVERIFY(run->notices.list().isEmpty());
    }

private:
    void addTheRecorder(Run &run, int port)
    {
        auto *add = run.window->emptyState().findChildren<QPushButton *>().constFirst();
        QVERIFY(add->isVisible());
        QVERIFY(add->hasFocus()); // also for who has no mouse
        click(add);
        auto *form = shownWindow<shell::DeviceDialog>();
        QVERIFY(form);
        type(form, "deviceName", QStringLiteral("North gate"));
        type(form, "dvr.host", QStringLiteral("127.0.0.1"));
        part<QSpinBox>(form, "dvr.port")->setValue(port);
        type(form, "dvr.passwordRef", QStringLiteral("s3cret"));
        click(form, "testButton");
        auto *picture = part<QLabel>(form, "testPicture");
        QTRY_VERIFY_WITH_TIMEOUT(picture->isVisible() && !picture->pixmap().isNull(), kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(part<QPushButton>(form, "testButton")->text(),
                                  QStringLiteral("Test connection"), kPatience);
        QCOMPARE(form->findChildren<QLabel *>(QStringLiteral("testStep")).size(), 5);
        click(form, "saveButton");
        QTRY_VERIFY_WITH_TIMEOUT(!shownWindow<shell::DeviceDialog>(), kPatience);
    }

    void saveTheView(Run &run)
    {
        run.trigger("wall.saveView");
        QTRY_VERIFY(shownWindow<NameDialog>());
        type(shownWindow<NameDialog>(), "name", QStringLiteral("Gates"));
        click(shownWindow<NameDialog>(), "accept");
        QTRY_VERIFY(!shownWindow<NameDialog>());
        QCOMPARE(part<QLabel>(run.ui->mainPane().page(), "pageTitle")->text(), QStringLiteral("Gates"));
    }

    void enlargeAndBack(Run &run)
    {
        const QPoint at = run.view().pictureArea(1).center();
        QTest::mouseDClick(&run.view(), Qt::LeftButton, Qt::NoModifier, at);
        QCOMPARE(run.wall().enlarged(), 1);
        QVERIFY(!run.wall().tile(1).picture.isNull()); // no gap
        QTRY_VERIFY_WITH_TIMEOUT(run.wall().tile(1).live.stream == StreamKind::Main, kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(run.wall().tile(1).picture.sourceSize, QSize(704, 576), kPatience);
        QTest::keyClick(&run.view(), Qt::Key_Escape);
        QCOMPARE(run.wall().enlarged(), -1);
        QTRY_VERIFY_WITH_TIMEOUT(run.areAll(Kind::Live), kPatience);
    }

    void record(Run &run, const QString &folder)
    {
        const ChannelRef channel = run.wall().tile(run.wall().selected()).channel;
        run.press(Qt::Key_R);
        QTRY_VERIFY_WITH_TIMEOUT(run.ui->recordings().elapsed(channel) >= 2s, kPatience);
        QVERIFY(run.ui->mainPane()
                    .describe(run.wall().selected())
                    .overlays.constFirst()
                    .contains(QLatin1String("rec")));
        run.press(Qt::Key_R);
        QTRY_VERIFY_WITH_TIMEOUT(run.wasNoticed(QStringLiteral("Recording of North gate")), kPatience);
        const QStringList files = QDir(folder).entryList({QStringLiteral("*.mp4")}, QDir::Files);
        QCOMPARE(files.size(), 1);
        QCOMPARE(QDir(folder).entryList(QDir::Files).size(), 1); // nothing half done beside it
        const auto clip = readClip(QDir(folder).filePath(files.constFirst()));
        QVERIFY(clip);
        QVERIFY2(clip->pictures >= 25 && clip->seconds > 1.5 && clip->seconds < 60,
                 qPrintable(QStringLiteral("%1 pictures, %2 s").arg(clip->pictures).arg(clip->seconds)));
        QCOMPARE(clip->size, QSize(704, 576));
    }

    void replayAndSave(Run &run, const QString &folder)
    {
        const int tile = run.wall().selected();
        auto *bar = part<ReplayBar>(run.ui->mainPane().page(), "replayBar");
        QVERIFY(!bar->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(run.wall().tile(tile).live.feed->replay()->span() > 2s, kPatience);
        run.press(Qt::Key_B);
        QTRY_VERIFY_WITH_TIMEOUT(bar->isVisible(), kPatience);
        QPointer<ReplayFeed> played = run.ui->mainPane().replay(tile);
        QVERIFY(played);
        // Scrubbed to the middle, and shown there.
        auto *slider = part<QSlider>(bar, "replaySlider");
        QTest::mousePress(slider, Qt::LeftButton, Qt::NoModifier, slider->rect().center());
        QTest::mouseMove(slider, slider->rect().center() + QPoint(4, 0));
        QTest::mouseRelease(slider, Qt::LeftButton, Qt::NoModifier, slider->rect().center() + QPoint(4, 0));
        played->pause();
        QTest::keyClick(slider, Qt::Key_Home);
        QTRY_VERIFY_WITH_TIMEOUT(played->position() < 100ms, kPatience);
        QTest::keyClick(slider, Qt::Key_End);
        QTRY_VERIFY_WITH_TIMEOUT(played->position() > played->duration() - 500ms, kPatience);
        click(bar, "replaySave");
        QTRY_VERIFY_WITH_TIMEOUT(shownWindow<QFileDialog>(), kPatience);
        const QString path = QDir(folder).filePath(QStringLiteral("replay.mp4"));
        auto *files = shownWindow<QFileDialog>();
        auto *edit = files->findChild<QLineEdit *>();
        QVERIFY(edit);
        edit->setText(path);
        QTest::keyClick(edit, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(run.wasNoticed(QStringLiteral("Replay saved")), kPatience);
        const auto clip = readClip(path);
        QVERIFY(clip);
        QVERIFY(clip->pictures >= 25);
        QTest::keyClick(bar, Qt::Key_Escape);
        QVERIFY(!run.ui->mainPane().replay(tile));
        QVERIFY(!bar->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(run.areAll(Kind::Live), kPatience);
    }

    void tour(Run &run)
    {
        run.trigger("wall.newTour");
        QTRY_VERIFY(shownWindow<TourDialog>());
        type(shownWindow<TourDialog>(), "name", QStringLiteral("Round"));
        click(shownWindow<TourDialog>(), "addView");
        click(shownWindow<TourDialog>(), "addChannel");
        click(shownWindow<TourDialog>(), "save");
        QTRY_COMPARE(run.ui->views().items().size(), 2);
        run.trigger("wall.view.2");
        QCOMPARE(run.ui->tour().state(), TourRunner::State::Running);
        QCOMPARE(run.wall().tileCount(), kTiles);
        run.trigger("wall.tour.next");
        QCOMPARE(run.wall().tileCount(), 1);
        QTRY_COMPARE_WITH_TIMEOUT(run.wall().tile(0).state.kind, Kind::Live, kPatience);
        run.trigger("wall.tour.toggle");
        QCOMPARE(run.ui->tour().state(), TourRunner::State::Stopped);
        run.trigger("wall.view.1");
        QTRY_VERIFY_WITH_TIMEOUT(run.areAll(Kind::Live), kPatience);
    }

    void changeLook(Run &run)
    {
        const QString before = run.actions.action(QStringLiteral("wall.record"))->text();
        const QString figures = run.ui->mainPane().describe(0).names.constFirst();
        run.trigger("shell.language.zh_TW");
        QTRY_COMPARE(run.look->spokenLanguage(), QStringLiteral("zh_TW"));
        QVERIFY(run.actions.action(QStringLiteral("wall.record"))->text() != before);
        auto *dock = run.window->dockSet().dock(QStringLiteral("site"));
        QTRY_VERIFY2(dock->windowTitle().at(0).unicode() > 0x2E80, qPrintable(dock->windowTitle()));
        const QColor dark = run.window->palette().color(QPalette::Window);
        run.trigger("shell.style.light");
        QTRY_COMPARE(run.look->style(), shell::Look::Style::Light);
        QVERIFY(run.window->palette().color(QPalette::Window).lightness() > dark.lightness() + 100);
        // The video does not stop for it.
        QVERIFY(run.areAll(Kind::Live));
        QCOMPARE(run.ui->mainPane().describe(0).names.isEmpty(), figures.isEmpty());
    }

    void loseTheRecorder(Run &run, std::unique_ptr<test::SimulatorProcess> &simulator, int port)
    {
        QElapsedTimer outage;
        outage.start();
        simulator->kill();
        QTRY_VERIFY_WITH_TIMEOUT(run.areAll(Kind::Offline), kPatience);
        QVERIFY2(outage.elapsed() <= kOutageSeenMs, QByteArray::number(outage.elapsed()));
        for (int i = 0; i < kTiles; ++i) {
            const TileText text = run.ui->mainPane().describe(i);
            QVERIFY(!text.headline.isEmpty());
            QVERIFY2(run.wall().tile(i).state.reason.has_value(), qPrintable(text.line));
            QVERIFY(!text.line.isEmpty());
        }
        simulator = std::make_unique<test::SimulatorProcess>(recorder(port));
        QCOMPARE(simulator->dvrPort(), port);
        QTRY_VERIFY_WITH_TIMEOUT(run.areAll(Kind::Live), 60000);
    }
};

QTEST_MAIN(TestFirstDay)
#include "tst_first_day.moc"
