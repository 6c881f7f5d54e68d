// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/systems/dvr/media_demuxer.h"

#include "tests/core/systems/dvr/wire_kit.h"

#include <QElapsedTimer>
#include <QTest>

#include <random>

using namespace opsdeck;
using namespace opsdeck::test;
using dvr::MediaDemuxer;
using media::AudioCodec;
using media::EncodedFrame;
using media::VideoCodec;
using Kind = EncodedFrame::Kind;

class TestMediaDemuxer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsSizeAndCodecOfAKeyFrame_data();
    void readsSizeAndCodecOfAKeyFrame();
    void readsTheTimeBits_data();
    void readsTheTimeBits();
    void readsAudio_data();
    void readsAudio();
    void readsInfo();
    void letsTheDataDecideTheCodec_data();
    void letsTheDataDecideTheCodec();
    void marksDeltasWithTheKeysCodecAndSize();
    void givesTheSameFramesAtEveryCut();
    void givesTheSameFramesInPiecesOfAnySize_data();
    void givesTheSameFramesInPiecesOfAnySize();
    void findsTheFrameAfterGarbage_data();
    void findsTheFrameAfterGarbage();
    void findsTheFrameAfterGarbageAtEveryCut_data() { findsTheFrameAfterGarbage_data(); }
    void findsTheFrameAfterGarbageAtEveryCut();
    void refusesAbsurdLengths_data();
    void refusesAbsurdLengths();
    void takesNoMemoryForALie();
    void skipsEmptyFrames_data();
    void skipsEmptyFrames();
    void dropsDeltasBeforeTheFirstKey();
    void skipsTheBogusDeltaOf4KStreams();
    void endsAPictureThatTheDeviceCutShort();
    void givesUpTheFrameWhenAPacketIsLost();
    void stampsTheFrameWithItsLastByte();
    void forgetsEverythingButTheCountersOnReset();
    void mayBeStoppedByItsSink();
    void staysBoundedOnNoise_data();
    void staysBoundedOnNoise();
};

namespace {

constexpr std::chrono::nanoseconds kNow{5};

struct Collector {
    QList<EncodedFrame> frames;
    MediaDemuxer demuxer{[this](EncodedFrame &&frame) { frames.append(std::move(frame)); }};

    void feed(const QByteArray &bytes) { demuxer.feed(bytes, kNow); }
};

/// What must be the same however the stream was cut.
QByteArrayList essence(const QList<EncodedFrame> &frames)
{
    QByteArrayList list;
    for (const EncodedFrame &frame : frames) {
        list.append(QByteArray::number(int(frame.kind)) + ' ' + QByteArray::number(int(frame.videoCodec)) +
                    ' ' + QByteArray::number(frame.width) + 'x' + QByteArray::number(frame.height) +
                    (frame.afterLoss ? " after loss " : " ") + frame.payload.toHex());
    }
    return list;
}

QByteArrayList demuxed(const QList<QByteArray> &pieces)
{
    Collector collector;
    for (const QByteArray &piece : pieces)
        collector.feed(piece);
    return essence(collector.frames);
}

QByteArray silence()
{
    return QByteArray(320, '\x55');
}

/// A key frame with a time, as real ones have: behind half a header its bytes must not pass for a length of 0.
QByteArray dated(const QByteArray &payload)
{
    return keyFrame(payload, 2, 704, 576, 0xFC, 0x6ae8e08b);
}

/// Key, sound, deltas, info, another key: what a second of a channel looks like, only shorter.
QByteArray shortStream()
{
    return keyFrame(h264Key(90)) + audioFrame(silence().first(20)) + deltaFrame(h264Delta(40)) +
           infoFrame("GPS:1;G-SENSOR:2;") + deltaFrame(h264Delta(7)) + audioFrame(silence().first(1)) +
           keyFrame(h264Key(70), 2, 1920, 1080) + deltaFrame(h264Delta(33));
}

} // namespace

void TestMediaDemuxer::readsSizeAndCodecOfAKeyFrame_data()
{
    QTest::addColumn<QByteArray>("header"); // bytes 4…7
    QTest::addColumn<int>("codec");
    QTest::addColumn<int>("fps");
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("height");
    const auto row = [](const char *bytes, VideoCodec codec, int fps, int width, int height) {
        QTest::newRow(bytes) << fromHex(bytes) << int(codec) << fps << width << height;
    };
    row("02 19 58 48", VideoCodec::H264, 25, 704, 576);
    row("02 19 a0 5a", VideoCodec::H264, 25, 1280, 720);
    row("02 0c f0 87", VideoCodec::H264, 12, 1920, 1080);
    row("03 0f f0 87", VideoCodec::H265, 15, 1920, 1080);
    row("53 0f e0 0e", VideoCodec::H265, 15, 3840, 2160);
    row("13 0f 40 b4", VideoCodec::H265, 15, 2560, 1440);
    row("12 19 44 f3", VideoCodec::H264, 25, 2592, 1944);
    row("43 19 f0 0e", VideoCodec::H265, 25, 1920, 2160);
    row("01 19 2c 24", VideoCodec::Mpeg4, 25, 352, 288);
    row("00 19 2c 24", VideoCodec::Unknown, 25, 352, 288);
    row("02 f9 58 48", VideoCodec::H264, 25, 704, 576); // fps is 5 bits
    row("f2 1f ff ff", VideoCodec::H264, 31, 8184, 8184);
    row("02 00 00 00", VideoCodec::H264, 0, 0, 0);
    row("0f 19 58 48", VideoCodec::Unknown, 25, 704, 576);
}

void TestMediaDemuxer::readsSizeAndCodecOfAKeyFrame()
{
    QFETCH(QByteArray, header);
    Collector got;
    // A payload that tells nothing of its codec.
    got.feed(fromHex("000001FC") + header + fromHex("00000000 08000000 0000000000000000"));
    QCOMPARE(got.frames.size(), 1);
    const EncodedFrame &frame = got.frames.first();
    QVERIFY(frame.kind == Kind::Key);
    QTEST(int(frame.videoCodec), "codec");
    QTEST(frame.framesPerSecond, "fps");
    QTEST(frame.width, "width");
    QTEST(frame.height, "height");
}

void TestMediaDemuxer::readsTheTimeBits_data()
{
    QTest::addColumn<quint32>("packed");
    QTest::addColumn<QDateTime>("expected");
    const auto pack = [](quint32 year, quint32 month, quint32 day, quint32 hour, quint32 minute,
                         quint32 second) {
        return second | minute << 6 | hour << 12 | day << 17 | month << 22 | (year - 2000) << 26;
    };
    // 2026-11-20 14:02:11 = 011010 1011 10100 01110 000010 001011
    QTest::newRow("typed by hand") << 0x6ae8e08bu << QDateTime(QDate(2026, 11, 20), QTime(14, 2, 11));
    QTest::newRow("first") << pack(2000, 1, 1, 0, 0, 0) << QDateTime(QDate(2000, 1, 1), QTime(0, 0, 0));
    QTest::newRow("last") << pack(2063, 12, 31, 23, 59, 59)
                          << QDateTime(QDate(2063, 12, 31), QTime(23, 59, 59));
    QTest::newRow("zero") << 0u << QDateTime();
    QTest::newRow("all ones") << 0xffffffffu << QDateTime();
    QTest::newRow("February 30") << pack(2026, 2, 30, 0, 0, 0) << QDateTime();
    QTest::newRow("second 60") << pack(2026, 2, 3, 0, 0, 60) << QDateTime();
}

void TestMediaDemuxer::readsTheTimeBits()
{
    QFETCH(quint32, packed);
    QFETCH(QDateTime, expected);
    Collector got;
    got.feed(keyFrame(h264Key(), 2, 704, 576, 0xFC, packed));
    QCOMPARE(got.frames.size(), 1);
    QCOMPARE(got.frames.first().deviceTime.isValid(), expected.isValid());
    if (expected.isValid())
        QCOMPARE(got.frames.first().deviceTime, expected);
}

void TestMediaDemuxer::readsAudio_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("rateIndex");
    QTest::addColumn<int>("codec");
    QTest::addColumn<int>("rate");
    const auto row = [](int code, int index, AudioCodec codec, int rate) {
        QTest::addRow("%02x %02x", code, index) << code << index << int(codec) << rate;
    };
    row(0x0E, 2, AudioCodec::G711A, 8000);
    row(0x0A, 2, AudioCodec::G711U, 8000);
    row(0x07, 1, AudioCodec::Pcm8, 4000);
    row(0x08, 3, AudioCodec::G729, 11025);
    row(0x09, 4, AudioCodec::ImaAdpcm, 16000);
    row(0x0C, 5, AudioCodec::Pcm8, 20000);
    row(0x0D, 6, AudioCodec::MsAdpcm, 22050);
    row(0x0F, 7, AudioCodec::Pcm16, 32000);
    row(0x0F, 8, AudioCodec::Pcm16, 44100);
    row(0x0F, 9, AudioCodec::Pcm16, 48000);
    row(0x0E, 0, AudioCodec::G711A, 0);
    row(0x0E, 10, AudioCodec::G711A, 0);
    row(0x0E, 255, AudioCodec::G711A, 0);
    row(0x00, 2, AudioCodec::Unknown, 8000);
    row(0xFF, 2, AudioCodec::Unknown, 8000);
}

void TestMediaDemuxer::readsAudio()
{
    QFETCH(int, code);
    QFETCH(int, rateIndex);
    Collector got;
    got.feed(fromHex("000001FA") + char(code) + char(rateIndex) + fromHex("4001") + silence());
    QCOMPARE(got.frames.size(), 1);
    QVERIFY(got.frames.first().kind == Kind::Audio);
    QTEST(int(got.frames.first().audioCodec), "codec");
    QTEST(got.frames.first().sampleRate, "rate");
    QCOMPARE(got.frames.first().payload, silence());
    QCOMPARE(got.demuxer.counters().audioFrames, 1u);
    QCOMPARE(got.demuxer.counters().frames, 0u);
}

void TestMediaDemuxer::readsInfo()
{
    Collector got;
    got.feed(infoFrame("GPS:1;G-SENSOR:2;") + infoFrame("\x01\x02", 6));
    QCOMPARE(got.frames.size(), 2);
    QVERIFY(got.frames.at(0).kind == Kind::Info);
    QCOMPARE(got.frames.at(0).payload, QByteArray("GPS:1;G-SENSOR:2;"));
    QVERIFY(got.frames.at(1).kind == Kind::Info);
    QCOMPARE(got.demuxer.counters().frames, 0u);
}

void TestMediaDemuxer::letsTheDataDecideTheCodec_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<int>("codec");
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<int>("expected");
    const QByteArray jpeg = fromHex("FFD8FFE000104A464946") + QByteArray(50, 'j');
    QTest::newRow("H.264 said and meant") << 0xFC << 2 << h264Key() << int(VideoCodec::H264);
    QTest::newRow("H.265 marked as H.264") << 0xFC << 2 << h265Key() << int(VideoCodec::H265);
    QTest::newRow("H.264 marked as H.265") << 0xFC << 3 << h264Key() << int(VideoCodec::H264);
    QTest::newRow("old enumeration: 0 is H.264") << 0xFC << 0 << h264Key() << int(VideoCodec::H264);
    QTest::newRow("FE as a key frame header") << 0xFE << 2 << h264Key() << int(VideoCodec::H264);
    QTest::newRow("FE of H.265") << 0xFE << 3 << h265Key() << int(VideoCodec::H265);
    QTest::newRow("JPEG") << 0xFE << 0 << jpeg << int(VideoCodec::Jpeg);
    QTest::newRow("JPEG of the other marker")
        << 0xFE << 0 << (fromHex("FFD8FFDB") + QByteArray(50, 'j')) << int(VideoCodec::Jpeg);
    QTest::newRow("JPEG marked as H.264") << 0xFC << 2 << jpeg << int(VideoCodec::Jpeg);
    QTest::newRow("noise keeps the header's word")
        << 0xFC << 3 << QByteArray(60, '\xee') << int(VideoCodec::H265);
}

void TestMediaDemuxer::letsTheDataDecideTheCodec()
{
    QFETCH(int, type);
    QFETCH(int, codec);
    QFETCH(QByteArray, payload);
    QFETCH(int, expected);
    Collector got;
    got.feed(keyFrame(payload, codec, 704, 576, quint8(type)) + deltaFrame(h264Delta()));
    QCOMPARE(got.frames.size(), 2);
    QVERIFY(got.frames.at(0).kind == Kind::Key);
    QCOMPARE(int(got.frames.at(0).videoCodec), expected);
    QCOMPARE(int(got.frames.at(1).videoCodec), expected);
    QCOMPARE(got.frames.at(0).payload, payload);
}

void TestMediaDemuxer::marksDeltasWithTheKeysCodecAndSize()
{
    Collector got;
    got.feed(keyFrame(h265Key(), 2, 3840, 2160) + deltaFrame(QByteArray(30, '\x02')));
    QCOMPARE(got.frames.size(), 2);
    QVERIFY(got.frames.at(1).kind == Kind::Delta);
    QCOMPARE(got.frames.at(1).width, 3840);
    QCOMPARE(got.frames.at(1).height, 2160);
    QCOMPARE(got.frames.at(1).framesPerSecond, 25);
    QVERIFY(got.frames.at(1).videoCodec == VideoCodec::H265);
    QCOMPARE(got.demuxer.counters().frames, 2u);
    QCOMPARE(got.demuxer.counters().keyFrames, 1u);
}

void TestMediaDemuxer::givesTheSameFramesAtEveryCut()
{
    const QByteArray stream = shortStream();
    const QByteArrayList expected = demuxed({stream});
    QCOMPARE(expected.size(), 8);
    for (qsizetype cut = 0; cut <= stream.size(); ++cut)
        QCOMPARE(demuxed({stream.first(cut), stream.sliced(cut)}), expected);
    for (qsizetype first = 1; first < stream.size(); first += 3) {
        for (qsizetype second = first + 1; second < qMin(first + 24, stream.size()); ++second)
            QCOMPARE(demuxed({stream.first(first), stream.mid(first, second - first), stream.sliced(second)}),
                     expected);
    }
}

void TestMediaDemuxer::givesTheSameFramesInPiecesOfAnySize_data()
{
    QTest::addColumn<int>("bytes");
    for (int bytes : {1, 2, 3, 5, 7, 15, 16, 17, 320, 1460, 8192, 21482, 26334, 65536})
        QTest::addRow("%d", bytes) << bytes;
}

void TestMediaDemuxer::givesTheSameFramesInPiecesOfAnySize()
{
    QFETCH(int, bytes);
    QByteArray stream;
    for (int second = 0; second < 3; ++second) {
        stream += keyFrame(h264Key(30000 + second));
        for (int i = 0; i < 12; ++i)
            stream += deltaFrame(h264Delta(900 * i + 4)) + audioFrame(silence());
    }
    QList<QByteArray> pieces;
    for (qsizetype at = 0; at < stream.size(); at += bytes)
        pieces.append(stream.mid(at, bytes));
    Collector got;
    for (const QByteArray &piece : pieces)
        got.feed(piece);
    QCOMPARE(got.frames.size(), 3 * 25);
    QCOMPARE(essence(got.frames), demuxed({stream}));
    QCOMPARE(got.demuxer.counters().garbageBytes, 0u);
    QCOMPARE(got.demuxer.counters().corruptFrames, 0u);
    QCOMPARE(got.demuxer.counters().skippedFrames, 0u);
}

void TestMediaDemuxer::findsTheFrameAfterGarbage_data()
{
    QTest::addColumn<QByteArray>("garbage");
    QTest::newRow("one byte") << QByteArray("x");
    QTest::newRow("one zero") << QByteArray(1, '\0');
    QTest::newRow("two zeros") << QByteArray(2, '\0');
    QTest::newRow("many zeros") << QByteArray(100, '\0');
    QTest::newRow("start code") << fromHex("000001");
    QTest::newRow("long start code") << fromHex("00000001");
    QTest::newRow("NAL units") << h264Delta(60);
    QTest::newRow("unknown type") << fromHex("000001F8 000001FB 000001FF 00000100");
    QTest::newRow("JSON") << body(R"({"Name":"","Ret":100,"SessionID":"0x00000057"})");
    QTest::newRow("marker of a key frame only") << fromHex("000001FC");
    QTest::newRow("marker of a delta only") << fromHex("000001FD");
    QTest::newRow("half a key header") << fromHex("000001FC 02195848");
    QTest::newRow("key header of 4 GiB") << fromHex("000001FC 02195848 00000000 FFFFFFFF");
    QTest::newRow("delta header of 4 GiB") << fromHex("000001FD FFFFFFFF");
    QTest::newRow("delta header of 2 GiB inside a key header") << fromHex("000001FC 000001FD 00000080");
    QTest::newRow("markers one in another") << fromHex("000001FC 000001FC 000001FC 000001FC 000001FC");
    QTest::newRow("head flags") << QByteArray(40, '\xff');
}

void TestMediaDemuxer::findsTheFrameAfterGarbage()
{
    QFETCH(QByteArray, garbage);
    // Whatever the garbage eats: from the second round on frames must come again, whole.
    const QByteArray key = h264Key(80) + QByteArray(200, '\x77');
    Collector got;
    got.feed(garbage + audioFrame(silence()) + dated(key) + deltaFrame(h264Delta(50)));
    const QList<EncodedFrame> first = std::exchange(got.frames, {});
    QVERIFY(!first.isEmpty());
    for (const EncodedFrame &frame : first) {
        if (frame.kind == Kind::Audio)
            QCOMPARE(frame.payload, silence());
        else if (frame.kind == Kind::Key)
            QCOMPARE(frame.payload, key);
    }
    QVERIFY(
        std::any_of(first.begin(), first.end(), [](const EncodedFrame &f) { return f.kind == Kind::Key; }));
    QVERIFY(got.demuxer.counters().garbageBytes > 0 || got.demuxer.counters().corruptFrames > 0);
    // The picture behind the gap says so.
    for (const EncodedFrame &frame : first) {
        if (frame.isVideo()) {
            QVERIFY(frame.afterLoss);
            break;
        }
    }
    got.feed(garbage + dated(key));
    got.feed(dated(key) + deltaFrame(h264Delta(50)));
    QVERIFY(got.frames.size() >= 2);
    QCOMPARE(got.frames.last().payload, h264Delta(50));
    QCOMPARE(got.frames.at(got.frames.size() - 2).payload, key);
    QVERIFY(!got.frames.last().afterLoss);
}

void TestMediaDemuxer::findsTheFrameAfterGarbageAtEveryCut()
{
    QFETCH(QByteArray, garbage);
    const QByteArray stream = garbage + audioFrame(silence()) + dated(h264Key(40)) +
                              deltaFrame(h264Delta(20)) + garbage + dated(h264Key(40)) +
                              deltaFrame(h264Delta(21));
    const auto expected = demuxed({stream});
    for (qsizetype cut = 0; cut <= stream.size(); ++cut)
        QCOMPARE(demuxed({stream.first(cut), stream.sliced(cut)}), expected);
}

void TestMediaDemuxer::refusesAbsurdLengths_data()
{
    QTest::addColumn<QByteArray>("header");
    constexpr quint32 cap = 8 << 20;
    for (quint32 length : {cap + 1, 0x7fffffffu, 0x80000000u, 0xffffffffu}) {
        QTest::addRow("key frame of %u", length)
            << QByteArray(fromHex("000001FC 02195848 00000000") + le32(length));
        QTest::addRow("FE of %u", length) << QByteArray(fromHex("000001FE 00195848 00000000") + le32(length));
        QTest::addRow("delta of %u", length) << QByteArray(fromHex("000001FD") + le32(length));
    }
}

void TestMediaDemuxer::refusesAbsurdLengths()
{
    QFETCH(QByteArray, header);
    Collector got;
    got.feed(header);
    QVERIFY(!got.demuxer.isInsideFrame());
    QCOMPARE(got.demuxer.counters().corruptFrames, 1u);
    got.feed(keyFrame(h264Key()));
    QCOMPARE(got.frames.size(), 1);
    QCOMPARE(got.frames.first().payload, h264Key());
    QVERIFY(got.frames.first().afterLoss);
}

void TestMediaDemuxer::takesNoMemoryForALie()
{
    // 500 streams that each announce 8 MiB and send 100 bytes: 4 GB if the word were taken.
    QElapsedTimer timer;
    timer.start();
    std::vector<std::unique_ptr<Collector>> streams;
    for (int i = 0; i < 500; ++i) {
        streams.push_back(std::make_unique<Collector>());
        streams.back()->feed(fromHex("000001FC 02195848 00000000 00008000") + QByteArray(100, '\x5a'));
        QVERIFY(streams.back()->demuxer.isInsideFrame());
    }
    QVERIFY(timer.elapsed() < 5000);
    // And when it was no lie, the frame comes whole.
    Collector &one = *streams.front();
    for (qsizetype left = (8 << 20) - 100; left > 0; left -= 8192)
        one.feed(QByteArray(qMin<qsizetype>(left, 8192), '\x5b'));
    QCOMPARE(one.frames.size(), 1);
    QCOMPARE(one.frames.first().payload.size(), 8 << 20);
}

void TestMediaDemuxer::skipsEmptyFrames_data()
{
    QTest::addColumn<QByteArray>("empty");
    QTest::newRow("key") << keyFrame({});
    QTest::newRow("delta") << deltaFrame({});
    QTest::newRow("audio") << audioFrame({});
    QTest::newRow("info") << infoFrame({});
}

void TestMediaDemuxer::skipsEmptyFrames()
{
    QFETCH(QByteArray, empty);
    Collector got;
    got.feed(keyFrame(h264Key()) + empty + empty + deltaFrame(h264Delta()));
    QCOMPARE(got.frames.size(), 2);
    QCOMPARE(got.demuxer.counters().skippedFrames, 2u);
    QCOMPARE(got.demuxer.counters().garbageBytes, 0u);
    QVERIFY(got.frames.last().videoCodec == VideoCodec::H264);
    QVERIFY(!got.frames.last().afterLoss);
}

void TestMediaDemuxer::dropsDeltasBeforeTheFirstKey()
{
    Collector got;
    got.feed(deltaFrame(h264Delta()) + audioFrame(silence()) + deltaFrame(h264Delta()));
    QCOMPARE(got.frames.size(), 1); // sound needs no key frame
    QVERIFY(got.frames.first().kind == Kind::Audio);
    QCOMPARE(got.demuxer.counters().skippedFrames, 2u);
    got.feed(keyFrame(h264Key()) + deltaFrame(h264Delta()));
    QCOMPARE(got.frames.size(), 3);
    QCOMPARE(got.demuxer.counters().frames, 2u);
}

void TestMediaDemuxer::skipsTheBogusDeltaOf4KStreams()
{
    const QByteArray bogus = fromHex("00000001 110178") + QByteArray(120, '\x42');
    QCOMPARE(bogus.size(), 127);
    Collector got;
    got.feed(keyFrame(h265Key(), 3, 3840, 2160) + deltaFrame(bogus) + deltaFrame(QByteArray(40, '\x02')));
    QCOMPARE(got.frames.size(), 2);
    QCOMPARE(got.frames.last().payload, QByteArray(40, '\x02'));
    QVERIFY(!got.frames.last().afterLoss);
    QCOMPARE(got.demuxer.counters().skippedFrames, 1u);
}

void TestMediaDemuxer::endsAPictureThatTheDeviceCutShort()
{
    Collector got;
    got.feed(keyFrame(h264Key()));
    got.feed(deltaFrame(h264Delta(9000)).first(5000));
    QVERIFY(got.demuxer.isInsideFrame());
    got.feed(keyFrame(h264Key(500)));
    got.feed(deltaFrame(h264Delta()));
    QCOMPARE(got.frames.size(), 3);
    QCOMPARE(got.frames.at(1).payload, h264Key(500));
    QVERIFY(got.frames.at(1).afterLoss);
    QVERIFY(!got.frames.at(2).afterLoss);
    QCOMPARE(got.demuxer.counters().corruptFrames, 1u);
}

void TestMediaDemuxer::givesUpTheFrameWhenAPacketIsLost()
{
    const QByteArray large = deltaFrame(h264Delta(30000));
    Collector got;
    got.feed(keyFrame(h264Key()));
    got.feed(large.first(8192));
    got.demuxer.noteLoss(); // the second packet of four
    got.feed(large.mid(16384, 8192));
    got.feed(large.mid(24576));
    got.feed(deltaFrame(h264Delta()) + deltaFrame(h264Delta()));
    QCOMPARE(got.frames.size(), 3);
    QVERIFY(got.frames.at(1).afterLoss);
    QVERIFY(!got.frames.at(2).afterLoss);
    QCOMPARE(got.demuxer.counters().corruptFrames, 1u);
    // A loss between frames, and in the middle of a header.
    got.demuxer.noteLoss();
    got.feed(deltaFrame(h264Delta()));
    QVERIFY(got.frames.last().afterLoss);
    got.feed(deltaFrame(h264Delta()).first(6));
    got.demuxer.noteLoss();
    got.feed(deltaFrame(h264Delta(77)));
    QCOMPARE(got.frames.last().payload, h264Delta(77));
    QVERIFY(got.frames.last().afterLoss);
}

void TestMediaDemuxer::stampsTheFrameWithItsLastByte()
{
    QList<qint64> stamps;
    MediaDemuxer demuxer([&stamps](EncodedFrame &&frame) { stamps.append(frame.receivedAt.count()); });
    const QByteArray key = keyFrame(h264Key());
    using std::chrono::nanoseconds;
    demuxer.feed(key.first(50), nanoseconds(10));
    demuxer.feed(key.sliced(50, key.size() - 51), nanoseconds(20));
    demuxer.feed(key.last(1) + audioFrame(silence()), nanoseconds(30));
    QCOMPARE(stamps, QList<qint64>({30, 30}));
}

void TestMediaDemuxer::forgetsEverythingButTheCountersOnReset()
{
    Collector got;
    got.feed(keyFrame(h264Key()) + deltaFrame(h264Delta()).first(20));
    got.demuxer.reset();
    QVERIFY(!got.demuxer.isInsideFrame());
    QCOMPARE(got.demuxer.counters().frames, 1u);
    got.feed(deltaFrame(h264Delta()));
    QCOMPARE(got.frames.size(), 1);
    got.feed(keyFrame(h264Key()));
    QCOMPARE(got.frames.size(), 2);
    QVERIFY(!got.frames.last().afterLoss);
}

void TestMediaDemuxer::mayBeStoppedByItsSink()
{
    int frames = 0;
    MediaDemuxer *self = nullptr;
    MediaDemuxer demuxer([&](EncodedFrame &&) {
        ++frames;
        self->stop();
    });
    self = &demuxer;
    auto packet =
        std::make_unique<QByteArray>(keyFrame(h264Key()) + deltaFrame(h264Delta()) + audioFrame(silence()));
    demuxer.feed(*packet, kNow);
    demuxer.feed(*packet, kNow);
    QCOMPARE(frames, 1);
}

void TestMediaDemuxer::staysBoundedOnNoise_data()
{
    QTest::addColumn<QByteArray>("noise");
    std::minstd_rand random(3);
    QByteArray bytes(1 << 20, '\0');
    for (char &c : bytes)
        c = char(random() >> 8);
    QTest::newRow("random") << bytes;
    for (char &c : bytes)
        c = "\0\0\1\xf9\xfa\xfc\xfd\xfe"[random() % 8];
    QTest::newRow("bytes of markers") << bytes;
    QTest::newRow("zeros") << QByteArray(1 << 20, '\0');
    QTest::newRow("ones") << QByteArray(1 << 20, '\1');
    QTest::newRow("start codes") << fromHex("000001").repeated(1 << 18);
    QTest::newRow("markers") << fromHex("000001FC").repeated(1 << 18);
    QTest::newRow("oversize keys") << fromHex("000001FC 000001FC 000001FC 000001FC").repeated(1 << 16);
    QTest::newRow("oversize deltas") << fromHex("000001FD FFFFFFFF").repeated(1 << 17);
    QTest::newRow("empty deltas") << fromHex("000001FD 00000000").repeated(1 << 17);
    QTest::newRow("sound of one byte") << fromHex("000001FA 0E020100 55").repeated(1 << 18);
}

void TestMediaDemuxer::staysBoundedOnNoise()
{
    QFETCH(QByteArray, noise);
    QElapsedTimer timer;
    timer.start();
    quint64 frameBytes = 0;
    for (qsizetype piece : {noise.size(), qsizetype(8192), qsizetype(1000)}) {
        quint64 given = 0;
        MediaDemuxer demuxer([&](EncodedFrame &&frame) { given += quint64(frame.payload.size()); });
        for (qsizetype at = 0; at < noise.size(); at += piece)
            demuxer.feed(QByteArrayView(noise).sliced(at, qMin(piece, noise.size() - at)), kNow);
        QVERIFY(given + demuxer.counters().garbageBytes <= quint64(noise.size()));
        frameBytes += given;
    }
    QVERIFY(frameBytes <= 3 * quint64(noise.size()));
    // A mebibyte of noise in far less than a second, even under a sanitizer; quadratic work would take minutes.
    QVERIFY2(timer.elapsed() < 20000, qPrintable(QString::number(timer.elapsed())));
}

QTEST_GUILESS_MAIN(TestMediaDemuxer)
#include "tst_media_demuxer.moc"
