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
    void showsAPart_data();
    void showsAPart();
    void boundsParts_data();
    void boundsParts();
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

void TstPictureScaler::showsAPart_data()
{
    QTest::addColumn<int>("format");
    QTest::addColumn<QSize>("source");
    QTest::addColumn<QRectF>("part");
    QTest::addColumn<QRectF>("crop");
    QTest::addColumn<QSize>("box");
    const auto add = [](const char *name, AVPixelFormat format, QSize source, QRectF part, QRectF crop,
                        QSize box = QSize(160, 120)) {
        QTest::newRow(name) << int(format) << source << part << crop << box;
    };
    const QRectF half(0.25, 0.5, 0.5, 0.25);
    add("420", AV_PIX_FMT_YUV420P, {640, 480}, half, half);
    add("420, halved", AV_PIX_FMT_YUV420P, {640, 480}, half, half, {40, 20});
    add("420, enlarged", AV_PIX_FMT_YUV420P, {64, 48}, half, half);
    add("422", AV_PIX_FMT_YUV422P, {640, 480}, half, half);
    add("444", AV_PIX_FMT_YUV444P, {640, 480}, half, half);
    add("grey", AV_PIX_FMT_GRAY8, {640, 480}, half, half);
    add("packed", AV_PIX_FMT_YUYV422, {640, 480}, half, half);
    add("two planes", AV_PIX_FMT_NV12, {640, 480}, half, half);
    add("ten bits", AV_PIX_FMT_YUV420P10LE, {640, 480}, half, half);
    add("the smallest", AV_PIX_FMT_YUV420P, {640, 480}, {0.5, 0.5, 0, 1}, {0, 0, 1, 1});
    add("a sixteenth", AV_PIX_FMT_YUV420P, {640, 480}, {0.5, 0.5, 0.01, 0.01},
        {0.5, 0.5, 40 / 640., 30 / 480.});
    add("off whole colour samples", AV_PIX_FMT_YUV420P, {100, 100}, {0.33, 0.15, 0.33, 0.33},
        {0.34, 0.16, 0.34, 0.34});
    add("odd source, right edge", AV_PIX_FMT_YUV420P, {101, 75}, {0.9, 0.9, 0.5, 0.5},
        {50 / 101., 36 / 75., 50 / 101., 38 / 75.});
    add("a tiny source", AV_PIX_FMT_YUV420P, {6, 6}, {1, 1, 0.1, 0.1}, {2 / 6., 2 / 6., 4 / 6., 4 / 6.});
}

void TstPictureScaler::showsAPart()
{
    QFETCH(int, format);
    QFETCH(QSize, source);
    QFETCH(QRectF, part);
    QFETCH(QRectF, crop);
    QFETCH(QSize, box);
    // Luma rises with x, the first colour plane with y: every pixel says where it comes from.
    AvPtr<AVFrame> planes = halves(source, AV_PIX_FMT_YUV444P);
    planes->color_range = AVCOL_RANGE_JPEG;
    planes->colorspace = AVCOL_SPC_SMPTE170M;
    for (int y = 0; y < source.height(); ++y) {
        for (int x = 0; x < source.width(); ++x) {
            planes->data[0][y * planes->linesize[0] + x] = uint8_t(50 + 150 * x / source.width());
            planes->data[1][y * planes->linesize[1] + x] = uint8_t(80 + 90 * y / source.height());
        }
    }
    AvPtr<AVFrame> frame(av_frame_alloc());
    frame->width = source.width();
    frame->height = source.height();
    frame->format = format;
    frame->color_range = AVCOL_RANGE_JPEG;
    frame->colorspace = AVCOL_SPC_SMPTE170M;
    QVERIFY(av_frame_get_buffer(frame.get(), 0) >= 0);
    const std::unique_ptr<SwsContext, AvDeleter> convert(
        sws_getContext(source.width(), source.height(), AV_PIX_FMT_YUV444P, source.width(), source.height(),
                       AVPixelFormat(format), SWS_BILINEAR, nullptr, nullptr, nullptr));
    const int *const table = sws_getCoefficients(SWS_CS_ITU601);
    sws_setColorspaceDetails(convert.get(), table, 1, table, 1, 0, 1 << 16, 1 << 16);
    sws_scale(convert.get(), planes->data, planes->linesize, 0, source.height(), frame->data,
              frame->linesize);

    PictureScaler scaler;
    PixelPool pool;
    const auto whole = scaler.scale(*frame, source, Fit::Stretch, pool);
    const auto picture = scaler.scale(*frame, box, Fit::Stretch, pool, part);
    QVERIFY(whole && picture);
    QCOMPARE(picture->size, box);
    QCOMPARE(picture->sourceSize, source);
    QCOMPARE(whole->crop, kWholePicture);
    QVERIFY2(qAbs(picture->crop.x() - crop.x()) < 1e-9 && qAbs(picture->crop.y() - crop.y()) < 1e-9 &&
                 qAbs(picture->crop.width() - crop.width()) < 1e-9 &&
                 qAbs(picture->crop.height() - crop.height()) < 1e-9,
             qPrintable(QStringLiteral("%1,%2 %3x%4 pixels")
                            .arg(picture->crop.x() * source.width())
                            .arg(picture->crop.y() * source.height())
                            .arg(picture->crop.width() * source.width())
                            .arg(picture->crop.height() * source.height())));
    // The same places in the whole picture have the same colours; how far apart steps are says how near.
    const int tolerance = 3 + 300 / std::min(source.width(), source.height());
    for (const qreal fx : {0.1, 0.5, 0.9}) {
        for (const qreal fy : {0.1, 0.5, 0.9}) {
            const auto here = fixtures::pixel(*picture, int(fx * box.width()), int(fy * box.height()));
            const auto there = fixtures::pixel(*whole, int((crop.x() + fx * crop.width()) * source.width()),
                                               int((crop.y() + fy * crop.height()) * source.height()));
            QVERIFY2(here.isNear(there.red, there.green, there.blue, tolerance),
                     here.text() + " instead of " + there.text());
        }
    }
}

void TstPictureScaler::boundsParts_data()
{
    QTest::addColumn<QRectF>("asked");
    QTest::addColumn<QRectF>("shown");
    QTest::newRow("whole") << kWholePicture << kWholePicture;
    QTest::newRow("inside") << QRectF(0.1, 0.2, 0.3, 0.4) << QRectF(0.1, 0.2, 0.3, 0.4);
    QTest::newRow("beyond the corner") << QRectF(0.9, 0.9, 0.5, 0.25) << QRectF(0.5, 0.75, 0.5, 0.25);
    QTest::newRow("before the corner") << QRectF(-3, -0.1, 0.5, 0.25) << QRectF(0, 0, 0.5, 0.25);
    QTest::newRow("too large") << QRectF(0.5, 0.5, 7, 7) << kWholePicture;
    QTest::newRow("too small") << QRectF(0.5, 0.5, 1e-9, 1e-9) << QRectF(0.5, 0.5, 1 / 16., 1 / 16.);
    QTest::newRow("empty") << QRectF() << kWholePicture;
    QTest::newRow("inside out") << QRectF(0.5, 0.5, -0.2, 0.2) << kWholePicture;
    QTest::newRow("no number") << QRectF(0, qQNaN(), 0.5, 0.5) << kWholePicture;
    QTest::newRow("endless") << QRectF(0, 0, qInf(), 0.5) << kWholePicture;
}

void TstPictureScaler::boundsParts()
{
    QFETCH(QRectF, asked);
    QFETCH(QRectF, shown);
    QCOMPARE(boundedPart(asked), shown);
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
