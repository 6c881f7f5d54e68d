// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/video_decoder.h"

#include "core/media/media_error.h"
#include "core/media/picture_scaler.h"
#include "tests/core/media/media_fixtures.h"

#include <QtTest>

#include <random>

using namespace opsdeck::media;
using Kind = EncodedFrame::Kind;

namespace {

/// The decoder's newest picture at its own size.
Picture shown(const VideoDecoder &decoder)
{
    PictureScaler scaler;
    PixelPool pool;
    const auto picture = scaler.scale(*decoder.picture(), decoder.size(), Fit::Stretch, pool);
    return picture ? *picture : Picture();
}

} // namespace

class TstVideoDecoder : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void givesEveryFramesPictureAtOnce_data() { codecs(); }
    void givesEveryFramesPictureAtOnce();
    void believesTheBytesNotTheHeader_data() { codecs(); }
    void believesTheBytesNotTheHeader();
    void waitsForAKeyFrameAtTheStartAndAfterALoss();
    void followsASizeChange();
    void followsACodecChange();
    void startsAnewAfterClose();
    void survivesNoiseAndRecovers_data() { codecs(); }
    void survivesNoiseAndRecovers();
    void survivesEveryTruncation_data() { codecs(); }
    void survivesEveryTruncation();
    void survivesPureNoise_data() { codecs(); }
    void survivesPureNoise();
    void goesOnAfterAFrameWithoutAPicture();
    void refusesUnknownCodecs();
    void refusesFramesWithoutOrWithTooManyBytes();

private:
    void codecs();
};

void TstVideoDecoder::codecs()
{
    QTest::addColumn<VideoCodec>("codec");
    QTest::newRow("h264") << VideoCodec::H264;
    QTest::newRow("h265") << VideoCodec::H265;
    QTest::newRow("mpeg4") << VideoCodec::Mpeg4;
    QTest::newRow("jpeg") << VideoCodec::Jpeg;
}

void TstVideoDecoder::givesEveryFramesPictureAtOnce()
{
    QFETCH(VideoCodec, codec);
    VideoDecoder decoder;
    int index = 0;
    for (const EncodedFrame &frame : fixtures::clip(codec)) {
        const auto outcome = decoder.decode(frame);
        QVERIFY(outcome);
        QCOMPARE(outcome->pictures, 1);
        QVERIFY(!outcome->damaged);
        QVERIFY(!outcome->skipped);
        QCOMPARE(fixtures::whatIsWrong(shown(decoder), index), QByteArray());
        ++index;
    }
    QCOMPARE(index, fixtures::kClipFrames);
    QCOMPARE(decoder.codec(), codec);
    QCOMPARE(decoder.size(), QSize(128, 96));
}

void TstVideoDecoder::believesTheBytesNotTheHeader()
{
    QFETCH(VideoCodec, codec);
    for (const VideoCodec wrong : {VideoCodec::H264, VideoCodec::H265, VideoCodec::Unknown}) {
        VideoDecoder decoder;
        int pictures = 0;
        for (EncodedFrame frame : fixtures::clip(codec)) {
            frame.videoCodec = wrong;
            pictures += decoder.decode(frame).value_or(VideoDecoder::Outcome()).pictures;
        }
        QCOMPARE(pictures, fixtures::kClipFrames);
        QCOMPARE(decoder.codec(), codec);
    }
}

void TstVideoDecoder::waitsForAKeyFrameAtTheStartAndAfterALoss()
{
    VideoDecoder decoder;
    auto frames = fixtures::clip(VideoCodec::H264);
    frames[8].afterLoss = true;
    QList<bool> skipped;
    // From the middle of the first group, through the second with a loss in it, then the first again.
    for (const int index : {3, 4, 6, 7, 8, 9, 0, 1}) {
        const auto outcome = decoder.decode(frames[index]);
        QVERIFY(outcome);
        QCOMPARE(outcome->pictures, outcome->skipped ? 0 : 1);
        skipped.append(outcome->skipped);
    }
    QCOMPARE(skipped, (QList<bool>{true, true, false, false, true, true, false, false}));
}

void TstVideoDecoder::followsASizeChange()
{
    VideoDecoder decoder;
    QList<QSize> sizes;
    for (const auto &frames :
         {fixtures::clip(VideoCodec::H264), fixtures::clip(VideoCodec::H264, "blocks_small.h264")}) {
        for (const EncodedFrame &frame : frames) {
            const auto outcome = decoder.decode(frame);
            QVERIFY(outcome);
            QCOMPARE(outcome->pictures, 1);
        }
        sizes.append(decoder.size());
    }
    QCOMPARE(sizes, (QList<QSize>{{128, 96}, {96, 64}}));
    QCOMPARE(fixtures::whatIsWrong(shown(decoder), 11), QByteArray());
}

void TstVideoDecoder::followsACodecChange()
{
    VideoDecoder decoder;
    for (const VideoCodec codec : {VideoCodec::H264, VideoCodec::H265, VideoCodec::Jpeg, VideoCodec::Mpeg4}) {
        int pictures = 0;
        for (const EncodedFrame &frame : fixtures::clip(codec))
            pictures += decoder.decode(frame).value_or(VideoDecoder::Outcome()).pictures;
        QCOMPARE(pictures, fixtures::kClipFrames);
        QCOMPARE(decoder.codec(), codec);
    }
}

void TstVideoDecoder::startsAnewAfterClose()
{
    VideoDecoder decoder;
    const auto frames = fixtures::clip(VideoCodec::H264);
    QVERIFY(decoder.decode(frames[0]));
    QVERIFY(decoder.picture());
    decoder.close();
    QVERIFY(!decoder.picture());
    QVERIFY(decoder.isWaitingForKey());
    QVERIFY(decoder.decode(frames[1])->skipped);
    QCOMPARE(decoder.decode(frames[6])->pictures, 1);
    QCOMPARE(decoder.decode(frames[7])->pictures, 1);
    QCOMPARE(fixtures::whatIsWrong(shown(decoder), 7), QByteArray());
}

void TstVideoDecoder::survivesNoiseAndRecovers()
{
    QFETCH(VideoCodec, codec);
    std::mt19937 random(20261120);
    const auto frames = fixtures::clip(codec);
    VideoDecoder decoder;
    int noticed = 0;
    for (int round = 0; round < 200; ++round) {
        for (EncodedFrame frame : frames) {
            // Headers too, but not the start code: what then comes is no frame at all.
            for (int hit = 0; hit < 4; ++hit) {
                const auto at = qsizetype(random() % uint(frame.payload.size()));
                frame.payload[at] = char(random());
            }
            const auto outcome = decoder.decode(frame);
            noticed += !outcome || outcome->damaged || outcome->skipped ? 1 : 0;
        }
        if (round % 10 != 0)
            continue;
        // The next whole group is as good as ever.
        for (int i = 0; i < fixtures::kKeyInterval; ++i) {
            const auto outcome = decoder.decode(frames[i]);
            QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().detail()));
            QCOMPARE(outcome->pictures, 1);
        }
        QCOMPARE(fixtures::whatIsWrong(shown(decoder), fixtures::kKeyInterval - 1), QByteArray());
    }
    QVERIFY(noticed > 0);
}

void TstVideoDecoder::survivesEveryTruncation()
{
    QFETCH(VideoCodec, codec);
    const auto frames = fixtures::clip(codec);
    VideoDecoder decoder;
    for (const int index : {0, 1}) {
        for (qsizetype size = 0; size < frames[index].payload.size(); size += size < 200 ? 1 : 13) {
            decoder.decode(frames[6]).value_or(VideoDecoder::Outcome());
            EncodedFrame cut = frames[index];
            cut.payload.truncate(size);
            const auto outcome = decoder.decode(cut);
            QVERIFY(!outcome || outcome->pictures <= 1);
        }
    }
    QVERIFY(decoder.decode(frames[0]));
    QCOMPARE(fixtures::whatIsWrong(shown(decoder), 0), QByteArray());
}

void TstVideoDecoder::survivesPureNoise()
{
    QFETCH(VideoCodec, codec);
    std::mt19937 random(7);
    const auto frames = fixtures::clip(codec);
    VideoDecoder decoder;
    for (int i = 0; i < 300; ++i) {
        EncodedFrame frame = frames[i % 2];
        // The real head lets the noise through to the inner parts.
        const qsizetype head = std::min<qsizetype>(frame.payload.size(), i % 64);
        frame.payload.truncate(head);
        const int tail = 1 + int(random() % 3000);
        for (int k = 0; k < tail; ++k)
            frame.payload.append(char(random()));
        const auto outcome = decoder.decode(frame);
        QVERIFY(!outcome ||
                qint64(decoder.size().width()) * decoder.size().height() <= VideoDecoder::kMaxPixels);
    }
    QVERIFY(decoder.decode(frames[0]));
    QCOMPARE(fixtures::whatIsWrong(shown(decoder), 0), QByteArray());
}

void TstVideoDecoder::goesOnAfterAFrameWithoutAPicture()
{
    VideoDecoder decoder;
    const auto frames = fixtures::clip(VideoCodec::H264);
    QVERIFY(decoder.decode(frames[0]));
    EncodedFrame bogus = frames[1];
    bogus.payload = QByteArray::fromHex("0000000111017800") + QByteArray(120, 'x');
    const auto outcome = decoder.decode(bogus);
    QVERIFY(!outcome || outcome->pictures == 0);
    const auto after = decoder.decode(frames[1]);
    QVERIFY(after);
    QCOMPARE(after->pictures, 1);
    QCOMPARE(fixtures::whatIsWrong(shown(decoder), 1), QByteArray());
}

void TstVideoDecoder::refusesUnknownCodecs()
{
    VideoDecoder decoder;
    EncodedFrame frame;
    frame.kind = Kind::Key;
    frame.payload = "no video at all";
    const auto outcome = decoder.decode(frame);
    QVERIFY(!outcome);
    QVERIFY(outcome.error().is(MediaError::UnknownCodec));
    QCOMPARE(outcome.error().name(), QStringLiteral("unknown-codec"));
}

void TstVideoDecoder::refusesFramesWithoutOrWithTooManyBytes()
{
    VideoDecoder decoder;
    EncodedFrame frame = fixtures::clip(VideoCodec::H264).first();
    frame.payload.append(QByteArray(VideoDecoder::kMaxFrameBytes, '\0'));
    const auto tooLong = decoder.decode(frame);
    QVERIFY(!tooLong && tooLong.error().is(MediaError::UndecodableFrame));
    frame.payload.clear();
    const auto empty = decoder.decode(frame);
    QVERIFY(!empty && empty.error().is(MediaError::UndecodableFrame));
}

QTEST_GUILESS_MAIN(TstVideoDecoder)
#include "tst_video_decoder.moc"
