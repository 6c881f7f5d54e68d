// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/dvr/replay_bar.h"

#include "tests/core/media/media_fixtures.h"
#include "tests/support/manual_clock.h"
#include "tests/ui/support/ui_rig.h"

#include <QLabel>
#include <QLayout>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>
#include <QToolButton>

using namespace opsdeck;
using namespace opsdeck::dvr;
using namespace std::chrono_literals;
using media::EncodedFrame;

namespace {

struct Bench {
    test::ManualClock clock;
    test::UiRig rig{clock};
    media::DecodePool pool{1};
    std::unique_ptr<ReplayFeed> feed;
    ReplayBar bar{rig.theme, clock};

    Bench()
    {
        QList<EncodedFrame> frames = media::fixtures::clip(media::VideoCodec::H264);
        for (int i = 0; i < frames.size(); ++i)
            frames[i].receivedAt = clock.monotonic() - 1100ms + i * 100ms;
        feed = std::make_unique<ReplayFeed>(frames, pool, clock, nullptr);
        bar.setFeed(feed.get());
        bar.resize(900, 70);
        bar.show();
    }
    QToolButton *button(const char *name) { return bar.findChild<QToolButton *>(QLatin1String(name)); }
    QSlider *slider() { return bar.findChild<QSlider *>(); }
    QString text(const char *label) { return bar.findChild<QLabel *>(QLatin1String(label))->text(); }
    void click(const char *name) { QTest::mouseClick(button(name), Qt::LeftButton); }
    /// Where the slider's handle is, for a value.
    QPoint handle(int value)
    {
        const int margin = 8;
        return {margin + (slider()->width() - 2 * margin) * value / slider()->maximum(),
                slider()->height() / 2};
    }
};

} // namespace

class TestReplayBar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void playsAndPauses()
    {
        Bench bench;
        bench.click("replayPlay");
        QVERIFY(bench.feed->isPlaying());
        QCOMPARE(bench.button("replayPlay")->accessibleName(), QStringLiteral("Pause"));
        bench.clock.advance(300ms);
        QCOMPARE(bench.slider()->value(), 300);
        bench.click("replayPlay");
        QVERIFY(!bench.feed->isPlaying());
        QCOMPARE(bench.button("replayPlay")->accessibleName(), QStringLiteral("Play"));
    }

    void keysWorkWhereverTheFocusIs_data()
    {
        QTest::addColumn<QByteArray>("focus");
        for (const char *name : {"replaySlider", "replaySave", "replayPlay", "replaySpeed2"})
            QTest::newRow(name) << QByteArray(name);
    }
    void keysWorkWhereverTheFocusIs()
    {
        QFETCH(QByteArray, focus);
        Bench bench;
        const QSignalSpy save(&bench.bar, &ReplayBar::saveAsked);
        const QSignalSpy back(&bench.bar, &ReplayBar::backAsked);
        auto *widget = bench.bar.findChild<QWidget *>(QString::fromLatin1(focus));
        QVERIFY(widget);
        const auto press = [widget](Qt::Key key, Qt::KeyboardModifiers with = Qt::NoModifier) {
            QTest::keyClick(widget, key, with);
        };
        press(Qt::Key_Space);
        QVERIFY(bench.feed->isPlaying());
        press(Qt::Key_Space);
        QVERIFY(!bench.feed->isPlaying());
        press(Qt::Key_Right);
        press(Qt::Key_Right);
        press(Qt::Key_Left);
        QCOMPARE(bench.feed->position(), 100ms);
        press(Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(bench.feed->position(), 1100ms);
        press(Qt::Key_Home);
        QCOMPARE(bench.feed->position(), 0ms);
        press(Qt::Key_End);
        QCOMPARE(bench.feed->position(), 1100ms);
        press(Qt::Key_Escape);
        QCOMPARE(back.size(), 1);
        QCOMPARE(save.size(), 0);
        QCOMPARE(bench.feed->speed(), 1.0);
    }

    void enterPressesTheFocusedButton()
    {
        Bench bench;
        const QSignalSpy save(&bench.bar, &ReplayBar::saveAsked);
        QTest::keyClick(bench.button("replaySave"), Qt::Key_Return);
        QCOMPARE(save.size(), 1);
        QTest::keyClick(bench.button("replaySpeed2"), Qt::Key_Enter);
        QCOMPARE(bench.feed->speed(), 2.0);
    }

    void stepsAPictureAtATime()
    {
        Bench bench;
        bench.click("replayStepOn");
        bench.click("replayStepOn");
        QCOMPARE(bench.feed->position(), 200ms);
        bench.click("replayStepBack");
        QCOMPARE(bench.feed->position(), 100ms);
    }

    void choosesASpeed()
    {
        Bench bench;
        QVERIFY(bench.button("replaySpeed1")->isChecked());
        bench.click("replaySpeed2");
        QCOMPARE(bench.feed->speed(), 2.0);
        QVERIFY(bench.button("replaySpeed2")->isChecked());
        QVERIFY(!bench.button("replaySpeed1")->isChecked());
        bench.click("replaySpeed2");
        QVERIFY(bench.button("replaySpeed2")->isChecked());
        bench.click("replaySpeed0.5");
        QCOMPARE(bench.feed->speed(), 0.5);
    }

    void draggingAsksForPicturesAtMostEveryFortyMilliseconds()
    {
        Bench bench;
        bench.feed->play();
        const QSignalSpy moved(bench.feed.get(), &ReplayFeed::positionChanged);
        QTest::mousePress(bench.slider(), Qt::LeftButton, {}, bench.handle(0));
        QVERIFY(!bench.feed->isPlaying());
        for (int value = 0; value <= 1000; value += 50)
            QTest::mouseMove(bench.slider(), bench.handle(value));
        // The first place at once, the newest of the others when the time has come.
        QVERIFY(moved.size() <= 1);
        bench.clock.advance(ReplayBar::kScrubEvery);
        QVERIFY(moved.size() <= 2);
        QVERIFY(bench.feed->position() >= 900ms);
        QTest::mouseMove(bench.slider(), bench.handle(500));
        QTest::mouseRelease(bench.slider(), Qt::LeftButton, {}, bench.handle(500));
        QVERIFY(bench.feed->position() >= 400ms && bench.feed->position() <= 600ms);
        // It played before, so it does again.
        QVERIFY(bench.feed->isPlaying());
    }

    void saysWhenThePictureWas()
    {
        Bench bench;
        const QDateTime newest = bench.clock.now();
        QCOMPARE(bench.text("replayOffset"), QStringLiteral("−1.1 s"));
        QCOMPARE(bench.text("replayTime"),
                 newest.addMSecs(-1100).toLocalTime().toString(QStringLiteral("HH:mm:ss")));
        bench.feed->seek(1100ms);
        QCOMPARE(bench.text("replayOffset"), QStringLiteral("−0.0 s"));
        QCOMPARE(bench.text("replayTime"), newest.toLocalTime().toString(QStringLiteral("HH:mm:ss")));
    }

    void savesAllOrThePartThatWasChosen()
    {
        Bench bench;
        QCOMPARE(bench.button("replaySave")->text(), QStringLiteral("Save…"));
        QCOMPARE(bench.bar.framesToSave().size(), 12);
        bench.feed->seek(700ms);
        bench.click("replayFrom");
        QCOMPARE(bench.button("replaySave")->text(), QStringLiteral("Save 0.4 s…"));
        QCOMPARE(bench.bar.framesToSave().size(), 6); // from the key frame before
        bench.feed->seek(900ms);
        bench.click("replayTo");
        QCOMPARE(bench.button("replaySave")->text(), QStringLiteral("Save 0.2 s…"));
        QCOMPARE(bench.bar.framesToSave().size(), 4);
        // An end before the start moves nothing but itself.
        bench.feed->seek(100ms);
        QTest::keyClick(bench.slider(), Qt::Key_O);
        QCOMPARE(bench.button("replaySave")->text(), QStringLiteral("Save 0.1 s…"));
        QTest::keyClick(bench.slider(), Qt::Key_O);
        QCOMPARE(bench.button("replaySave")->text(), QStringLiteral("Save…"));
        const QSignalSpy save(&bench.bar, &ReplayBar::saveAsked);
        bench.click("replaySave");
        QCOMPARE(save.size(), 1);
    }

    void asksToGoBackToLive()
    {
        Bench bench;
        const QSignalSpy back(&bench.bar, &ReplayBar::backAsked);
        bench.click("replayLive");
        QCOMPARE(back.size(), 1);
    }

    void hasNothingToDoWithoutPictures()
    {
        Bench bench;
        bench.feed.reset();
        QVERIFY(!bench.bar.feed());
        QVERIFY(!bench.button("replayPlay")->isEnabled());
        QVERIFY(!bench.slider()->isEnabled());
        QVERIFY(!bench.button("replayPlay")->toolTip().isEmpty());
        // But one gets away from it.
        QVERIFY(bench.button("replayLive")->isEnabled());
        QTest::keyClick(bench.slider(), Qt::Key_Space);
        QVERIFY(bench.bar.framesToSave().isEmpty());
    }

    void everyControlHasANameAndATip()
    {
        Bench bench;
        const auto buttons = bench.bar.findChildren<QToolButton *>();
        QVERIFY(buttons.size() >= 10);
        for (const QToolButton *button : buttons) {
            QVERIFY2(!button->accessibleName().isEmpty(), qPrintable(button->objectName()));
            QVERIFY2(!button->toolTip().isEmpty(), qPrintable(button->objectName()));
            QVERIFY2(!button->icon().isNull() || !button->text().isEmpty(), qPrintable(button->objectName()));
            QVERIFY2(button->focusPolicy() != Qt::NoFocus, qPrintable(button->objectName()));
        }
        QVERIFY(!bench.slider()->accessibleName().isEmpty());
        QVERIFY(!bench.slider()->toolTip().isEmpty());
    }

    void fitsWhereThereIsLittleRoom()
    {
        Bench bench;
        bench.bar.resize(400, 70);
        QVERIFY2(bench.bar.minimumSizeHint().width() <= 400,
                 qPrintable(QString::number(bench.bar.minimumSizeHint().width())));
        QVERIFY(!bench.button("replayFrom")->isVisible());
        QVERIFY(bench.button("replayLive")->isVisible());
        QCOMPARE(bench.button("replayLive")->toolButtonStyle(), Qt::ToolButtonIconOnly);
        QVERIFY(bench.bar.layout()->minimumSize().width() <= 400);
        bench.bar.resize(500, 70);
        QVERIFY(bench.button("replaySpeed2")->isVisible());
        QVERIFY(!bench.button("replayFrom")->isVisible());
        bench.bar.resize(900, 70);
        QVERIFY(bench.button("replayFrom")->isVisible());
    }

    void iconsFollowTheTheme()
    {
        Bench bench;
        const auto look = [&bench] { return bench.button("replayPlay")->icon().pixmap(16, 16).toImage(); };
        const QImage dark = look();
        bench.rig.theme = test::UiRig::programTheme(kit::Theme::Style::Light);
        bench.bar.setPalette(bench.rig.theme.palette());
        QVERIFY(look() != dark);
    }
};

QTEST_MAIN(TestReplayBar)
#include "tst_replay_bar.moc"
