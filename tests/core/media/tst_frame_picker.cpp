// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/frame_picker.h"

#include "tests/core/media/media_fixtures.h"

#include <QtTest>

#include <atomic>
#include <thread>

using namespace opsdeck::media;
using namespace std::chrono_literals;

namespace {

/// Two groups of six frames whose grey says which frame it is.
QList<EncodedFrame> frames(VideoCodec codec = VideoCodec::H264)
{
    QList<EncodedFrame> list = fixtures::clip(codec);
    for (int i = 0; i < list.size(); ++i)
        list[i].receivedAt = 1s + 40ms * i;
    return list;
}

Picture nextPicture(FramePicker &picker)
{
    Picture picture;
    (void)QTest::qWaitFor([&] { return !(picture = picker.takePicture()).isNull(); });
    return picture;
}

} // namespace

class TstFramePicker : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void showsAnyFrameInAnyOrder_data();
    void showsAnyFrameInAnyOrder();
    void showsNothingOnTheWay();
    void makesThePictureAnewForAnotherBoxOrPart();
    void showsWhatWasAskedLast();
    void decodesNothingWhileInvisible();
    void ignoresPlacesOutside();
    void survivesAListThatBeginsInAGroup();
    void outlivesItsPool();
    void isSilentOnceDestroyed();
    void survivesWishesLooksAndEndsAtOnce();
};

void TstFramePicker::showsAnyFrameInAnyOrder_data()
{
    QTest::addColumn<VideoCodec>("codec");
    QTest::newRow("h264") << VideoCodec::H264;
    QTest::newRow("h265") << VideoCodec::H265;
    QTest::newRow("mpeg4") << VideoCodec::Mpeg4;
    QTest::newRow("jpeg") << VideoCodec::Jpeg;
}

void TstFramePicker::showsAnyFrameInAnyOrder()
{
    QFETCH(VideoCodec, codec);
    DecodePool pool(2);
    FramePicker picker(frames(codec), pool, nullptr);
    picker.setTarget({64, 48});
    for (const int index : {0, 1, 2, 11, 10, 9, 0, 8, 7, 6, 5, 4, 3, 11, 5, 6}) {
        picker.show(index);
        const Picture picture = nextPicture(picker);
        QCOMPARE(fixtures::whatIsWrong(picture, index), QByteArray());
        QCOMPARE(picture.number, quint64(index) + 1);
        QCOMPARE(picture.receivedAt, std::chrono::nanoseconds(1s + 40ms * index));
        QCOMPARE(picture.sourceSize, QSize(128, 96));
    }
    QCOMPARE(picker.figures().decodeErrors, quint64(0));
    QCOMPARE(picker.figures().codec, codec);
    QCOMPARE(picker.figures().size, QSize(128, 96));
}

void TstFramePicker::showsNothingOnTheWay()
{
    DecodePool pool(1);
    int pictures = 0;
    std::atomic<int> woken{0};
    const auto wakeUp = std::make_shared<WakeUp>([&woken] { ++woken; });
    FramePicker picker(frames(), pool, wakeUp);
    picker.setTarget({64, 48});
    picker.show(11);
    QTRY_COMPARE(woken.load(), 1);
    wakeUp->accept();
    for (Picture picture = picker.takePicture(); !picture.isNull(); picture = picker.takePicture()) {
        ++pictures;
        QCOMPARE(picture.number, quint64(12));
    }
    QCOMPARE(pictures, 1);
}

void TstFramePicker::makesThePictureAnewForAnotherBoxOrPart()
{
    DecodePool pool(1);
    FramePicker picker(frames(), pool, nullptr);
    picker.show(7);
    picker.setTarget({64, 48}, Fit::Stretch);
    QCOMPARE(nextPicture(picker).size, QSize(64, 48));
    picker.setTarget({96, 72}, Fit::Stretch);
    const Picture larger = nextPicture(picker);
    QCOMPARE(larger.size, QSize(96, 72));
    QCOMPARE(fixtures::whatIsWrong(larger, 7), QByteArray());
    picker.setCrop({0.5, 0, 0.5, 0.5});
    const Picture part = nextPicture(picker);
    QCOMPARE(part.crop, QRectF(0.5, 0, 0.5, 0.5));
    QCOMPARE(part.number, quint64(8));
    const auto p = fixtures::pixel(part, 48, 36);
    QVERIFY2(p.isNear(20, 180, 20), p.text());
}

void TstFramePicker::showsWhatWasAskedLast()
{
    DecodePool pool(1);
    FramePicker picker(frames(), pool, nullptr);
    picker.setTarget({64, 48});
    for (int i = 0; i < 500; ++i)
        picker.show((i * 7) % 12);
    picker.show(4);
    Picture picture;
    QTRY_COMPARE((picture =
                      [&] {
                          Picture newer = picker.takePicture();
                          return newer.isNull() ? picture : newer;
                      }())
                     .number,
                 quint64(5));
    QCOMPARE(fixtures::whatIsWrong(picture, 4), QByteArray());
}

void TstFramePicker::decodesNothingWhileInvisible()
{
    DecodePool pool(1);
    FramePicker picker(frames(), pool, nullptr);
    picker.setTarget({64, 48});
    picker.setVisible(false);
    picker.show(3);
    // Another picker of the same (one) worker is through: so would this one be.
    FramePicker other(frames(), pool, nullptr);
    other.setTarget({64, 48});
    other.show(3);
    QVERIFY(!nextPicture(other).isNull());
    QVERIFY(picker.takePicture().isNull());
    picker.setVisible(true);
    QCOMPARE(fixtures::whatIsWrong(nextPicture(picker), 3), QByteArray());
}

void TstFramePicker::ignoresPlacesOutside()
{
    DecodePool pool(1);
    FramePicker picker(frames(), pool, nullptr);
    picker.setTarget({64, 48});
    picker.show(-1);
    picker.show(12);
    picker.show(1 << 30);
    picker.show(2);
    QCOMPARE(nextPicture(picker).number, quint64(3));
    FramePicker empty({}, pool, nullptr);
    empty.setTarget({64, 48});
    empty.show(0);
    QVERIFY(empty.takePicture().isNull());
}

void TstFramePicker::survivesAListThatBeginsInAGroup()
{
    DecodePool pool(1);
    FramePicker picker(frames().mid(2), pool, nullptr);
    picker.setTarget({64, 48});
    picker.show(1);
    picker.show(5);
    QCOMPARE(fixtures::whatIsWrong(nextPicture(picker), 7), QByteArray());
}

void TstFramePicker::outlivesItsPool()
{
    auto pool = std::make_unique<DecodePool>(1);
    FramePicker picker(frames(), *pool, nullptr);
    picker.setTarget({64, 48});
    picker.show(3);
    pool.reset();
    picker.show(4);
    picker.setCrop({0, 0, 0.5, 0.5});
    (void)picker.takePicture();
}

void TstFramePicker::isSilentOnceDestroyed()
{
    DecodePool pool(2);
    std::atomic<int> woken{0};
    for (int i = 0; i < 50; ++i) {
        auto picker =
            std::make_unique<FramePicker>(frames(), pool, std::make_shared<WakeUp>([&woken] { ++woken; }));
        picker->setTarget({64, 48});
        picker->show(11);
        picker.reset();
        const int before = woken;
        QCoreApplication::processEvents();
        QCOMPARE(woken.load(), before);
    }
}

void TstFramePicker::survivesWishesLooksAndEndsAtOnce()
{
    DecodePool pool(2);
    for (int round = 0; round < 20; ++round) {
        FramePicker picker(frames(), pool, nullptr);
        std::thread looker([&picker] {
            for (int i = 0; i < 200; ++i) {
                picker.setTarget(QSize(20 + i % 50, 30));
                picker.setCrop({0, 0, 1 - i % 3 * 0.2, 1});
                (void)picker.takePicture();
                picker.setVisible(i % 5 != 0);
            }
        });
        for (int i = 0; i < 200; ++i)
            picker.show(i % 12);
        looker.join();
    }
}

QTEST_GUILESS_MAIN(TstFramePicker)
#include "tst_frame_picker.moc"
