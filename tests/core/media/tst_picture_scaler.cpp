// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/picture_scaler.h"

#include "core/media/video_decoder.h"
#include "tests/core/media/media_fixtures.h"

#include <QtTest>

#include <set>

using namespace opsdeck::media;

namespace {

/// A frame whose luma is 16 on the left half and 235 on the right, without colour.
AvPtr<AVFrame> halves(QSize size, AVPixelFormat format = AV_PIX_FMT_YUV420P)
{
    AvPtr<AVFrame> frame(av_frame_alloc());
    frame->width = size.width();
    frame->height = size.height();
    frame->format = format;
    if (av_frame_get_buffer(frame.get(), 0) < 0)
        return nullptr;
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x)
            frame->data[0][y * frame->linesize[0] + x] = x < size.width() / 2 ? 16 : 235;
    }
    for (const int plane : {1, 2}) {
        const int lines = format == AV_PIX_FMT_YUV420P ? (size.height() + 1) / 2 : size.height();
        if (frame->data[plane])
            memset(frame->data[plane], 128, size_t(frame->linesize[plane]) * size_t(lines));
    }
    return frame;
}

} // namespace

class TstPictureScaler : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void fitsIntoTheBox_data();
    void fitsIntoTheBox();
    void keepsColoursAtEverySize_data();
    void keepsColoursAtEverySize();
    void scalesEveryKindOfPicture_data();
    void scalesEveryKindOfPicture();
    void averagesFineDetailInsteadOfSamplingIt();
    void obeysThePixelShape();
    void paintsEveryPixel();
    void takesHighDefinitionAsBt709();
    void refusesFormatsItCannotScale();
    void buffersGoRoundWhenPicturesAreGone();
    void neverWritesIntoAPictureThatIsHeld();
};

void TstPictureScaler::fitsIntoTheBox_data()
{
    QTest::addColumn<QSize>("source");
    QTest::addColumn<qreal>("shape");
    QTest::addColumn<QSize>("box");
    QTest::addColumn<Fit>("fit");
    QTest::addColumn<QSize>("size");
    QTest::newRow("wider box") << QSize(704, 576) << 1.0 << QSize(400, 144) << Fit::KeepAspect
                               << QSize(176, 144);
    QTest::newRow("taller box") << QSize(1920, 1080) << 1.0 << QSize(320, 400) << Fit::KeepAspect
                                << QSize(320, 180);
    QTest::newRow("larger box") << QSize(352, 288) << 1.0 << QSize(704, 600) << Fit::KeepAspect
                                << QSize(704, 576);
    QTest::newRow("stretched") << QSize(704, 576) << 1.0 << QSize(171, 95) << Fit::Stretch << QSize(171, 95);
    QTest::newRow("wide pixels") << QSize(360, 288) << 2.0 << QSize(500, 100) << Fit::KeepAspect
                                 << QSize(250, 100);
    QTest::newRow("one pixel") << QSize(704, 576) << 1.0 << QSize(1, 1) << Fit::KeepAspect << QSize(1, 1);
    QTest::newRow("a sliver") << QSize(8192, 2) << 1.0 << QSize(100, 100) << Fit::KeepAspect << QSize(100, 1);
    QTest::newRow("absurd box") << QSize(100, 100) << 1.0 << QSize(1 << 30, 1 << 30) << Fit::KeepAspect
                                << QSize(8192, 8192);
}

void TstPictureScaler::fitsIntoTheBox()
{
    QFETCH(QSize, source);
    QFETCH(qreal, shape);
    QFETCH(QSize, box);
    QFETCH(Fit, fit);
    QFETCH(QSize, size);
    QCOMPARE(PictureScaler::fitted(source, shape, box, fit), size);
}

void TstPictureScaler::keepsColoursAtEverySize_data()
{
    QTest::addColumn<QSize>("box");
    QTest::newRow("its own") << QSize(128, 96);
    QTest::newRow("odd") << QSize(101, 75);
    QTest::newRow("odd width") << QSize(99, 74);
    QTest::newRow("half") << QSize(64, 48);
    QTest::newRow("a third, odd") << QSize(43, 31);
    QTest::newRow("an eighth") << QSize(16, 12);
    QTest::newRow("larger") << QSize(300, 226);
    QTest::newRow("other shape") << QSize(90, 20);
}

void TstPictureScaler::keepsColoursAtEverySize()
{
    QFETCH(QSize, box);
    VideoDecoder decoder;
    PictureScaler scaler;
    PixelPool pool;
    QVERIFY(decoder.decode(fixtures::clip(VideoCodec::H264).first()));
    const auto picture = scaler.scale(*decoder.picture(), box, Fit::Stretch, pool);
    QVERIFY(picture);
    QCOMPARE(picture->size, box);
    QCOMPARE(picture->sourceSize, QSize(128, 96));
    QVERIFY(picture->bytesPerLine >= box.width() * 4);
    QCOMPARE(fixtures::whatIsWrong(*picture, 0), QByteArray());
}

void TstPictureScaler::scalesEveryKindOfPicture_data()
{
    QTest::addColumn<QSize>("source");
    QTest::addColumn<int>("format");
    QTest::addColumn<QSize>("box");
    QTest::newRow("420") << QSize(704, 576) << int(AV_PIX_FMT_YUV420P) << QSize(170, 95);
    QTest::newRow("422") << QSize(704, 576) << int(AV_PIX_FMT_YUV422P) << QSize(170, 95);
    QTest::newRow("444, odd source") << QSize(353, 287) << int(AV_PIX_FMT_YUV444P) << QSize(80, 60);
    QTest::newRow("420, odd source") << QSize(353, 287) << int(AV_PIX_FMT_YUV420P) << QSize(80, 60);
    QTest::newRow("420, odd, own size") << QSize(353, 287) << int(AV_PIX_FMT_YUV420P) << QSize(353, 287);
    QTest::newRow("grey") << QSize(704, 576) << int(AV_PIX_FMT_GRAY8) << QSize(170, 95);
    QTest::newRow("tiny source") << QSize(2, 2) << int(AV_PIX_FMT_YUV420P) << QSize(200, 100);
    QTest::newRow("narrow source") << QSize(16, 2000) << int(AV_PIX_FMT_YUV420P) << QSize(40, 40);
}

void TstPictureScaler::scalesEveryKindOfPicture()
{
    QFETCH(QSize, source);
    QFETCH(int, format);
    QFETCH(QSize, box);
    const auto frame = halves(source, AVPixelFormat(format));
    PictureScaler scaler;
    PixelPool pool;
    const auto picture = scaler.scale(*frame, box, Fit::Stretch, pool);
    QVERIFY(picture);
    const auto left = fixtures::pixel(*picture, 0, box.height() / 2);
    const auto right = fixtures::pixel(*picture, box.width() - 1, box.height() / 2);
    // Grey is full range in swscale: 16 and 235 stay what they are.
    const bool grey = format == AV_PIX_FMT_GRAY8;
    QVERIFY2(left.isNear(0, 0, 0, grey ? 20 : 6), left.text());
    QVERIFY2(right.isNear(255, 255, 255, grey ? 24 : 6), right.text());
}

void TstPictureScaler::averagesFineDetailInsteadOfSamplingIt()
{
    // Columns black and white in turn: at a quarter of the width every pixel must be grey, none black or white.
    const auto frame = halves({704, 576});
    for (int y = 0; y < 576; ++y) {
        for (int x = 0; x < 704; ++x)
            frame->data[0][y * frame->linesize[0] + x] = x % 2 != 0 ? 235 : 16;
    }
    PictureScaler scaler;
    PixelPool pool;
    for (const QSize box : {QSize(176, 144), QSize(170, 95), QSize(200, 112), QSize(340, 190)}) {
        const auto picture = scaler.scale(*frame, box, Fit::Stretch, pool);
        QVERIFY(picture);
        for (int x = 2; x < box.width() - 2; ++x) {
            const auto p = fixtures::pixel(*picture, x, box.height() / 2);
            QVERIFY2(p.isNear(128, 128, 128, 16), p.text());
        }
    }
}

void TstPictureScaler::obeysThePixelShape()
{
    auto frame = halves({720, 576});
    frame->sample_aspect_ratio = {16, 11};
    PictureScaler scaler;
    PixelPool pool;
    QCOMPARE(scaler.scale(*frame, {1000, 144}, Fit::KeepAspect, pool)->size, QSize(262, 144));
    frame->sample_aspect_ratio = {0, 1};
    QCOMPARE(scaler.scale(*frame, {1000, 144}, Fit::KeepAspect, pool)->size, QSize(180, 144));
}

void TstPictureScaler::paintsEveryPixel()
{
    const auto frame = halves({704, 576});
    PictureScaler scaler;
    for (int width = 1; width < 70; ++width) {
        PixelPool pool;
        // Leave marks in the buffer the picture will use.
        const QSize box(width, 31);
        const qsizetype stride = ((width + 1) / 2 * 2 * 4 + 63) / 64 * 64;
        const qsizetype bytes = stride * 32 + 64;
        memset(pool.take(bytes).get(), 0x5a, size_t(bytes));
        const auto picture = scaler.scale(*frame, box, Fit::Stretch, pool);
        QVERIFY(picture);
        QCOMPARE(picture->bytesPerLine, stride);
        for (int y = 0; y < 31; ++y) {
            for (int x = 0; x < width; ++x) {
                const auto p = fixtures::pixel(*picture, x, y);
                QVERIFY2(p.alpha == 255, qPrintable(QStringLiteral("%1,%2 of %3").arg(x).arg(y).arg(width)));
            }
        }
    }
}

void TstPictureScaler::takesHighDefinitionAsBt709()
{
    // The same red in both: Y, Cb, Cr of (255, 0, 0).
    struct Case {
        QSize size;
        int y, cb, cr;
    };
    for (const Case &c : {Case{{720, 576}, 81, 90, 240}, Case{{1280, 720}, 63, 102, 240}}) {
        const auto frame = halves(c.size);
        memset(frame->data[0], c.y, size_t(frame->linesize[0]) * size_t(c.size.height()));
        memset(frame->data[1], c.cb, size_t(frame->linesize[1]) * size_t(c.size.height() / 2));
        memset(frame->data[2], c.cr, size_t(frame->linesize[2]) * size_t(c.size.height() / 2));
        PictureScaler scaler;
        PixelPool pool;
        const auto picture = scaler.scale(*frame, {64, 64}, Fit::Stretch, pool);
        QVERIFY(picture);
        const auto p = fixtures::pixel(*picture, 32, 32);
        QVERIFY2(p.isNear(255, 0, 0, 4), p.text());
    }
}

void TstPictureScaler::refusesFormatsItCannotScale()
{
    const auto frame = halves({64, 64});
    PictureScaler scaler;
    PixelPool pool;
    frame->format = AV_PIX_FMT_VAAPI;
    QVERIFY(!scaler.scale(*frame, {32, 32}, Fit::Stretch, pool));
    frame->format = AV_PIX_FMT_NONE;
    QVERIFY(!scaler.scale(*frame, {32, 32}, Fit::Stretch, pool));
    frame->format = AV_PIX_FMT_YUV420P;
    frame->width = 0;
    QVERIFY(!scaler.scale(*frame, {32, 32}, Fit::Stretch, pool));
}

void TstPictureScaler::buffersGoRoundWhenPicturesAreGone()
{
    const auto frame = halves({64, 64});
    PictureScaler scaler;
    PixelPool pool;
    std::set<const uchar *> seen;
    for (int i = 0; i < 100; ++i)
        seen.insert(scaler.scale(*frame, {32, 32}, Fit::Stretch, pool)->pixels.get());
    QCOMPARE(seen.size(), size_t(1));
}

void TstPictureScaler::neverWritesIntoAPictureThatIsHeld()
{
    const auto frame = halves({64, 64});
    PictureScaler scaler;
    PixelPool pool;
    QList<Picture> held;
    std::set<const uchar *> seen;
    for (int i = 0; i < 10; ++i) {
        held.append(*scaler.scale(*frame, {32, 32}, Fit::Stretch, pool));
        seen.insert(held.last().pixels.get());
    }
    QCOMPARE(seen.size(), size_t(10));
    pool.clear();
    QVERIFY(fixtures::pixel(held.first(), 31, 0).isNear(255, 255, 255));
}

QTEST_GUILESS_MAIN(TstPictureScaler)
#include "tst_picture_scaler.moc"
