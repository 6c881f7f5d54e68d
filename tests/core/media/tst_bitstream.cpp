// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/bitstream.h"

#include "tests/core/media/media_fixtures.h"

#include <QtTest>

using namespace opsdeck::media;

class TstBitstream : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tellsCodecsApart_data();
    void tellsCodecsApart();
    void knowsTheClipsKeyFrames_data();
    void knowsTheClipsKeyFrames();
    void walksUnitsOfBothStartCodes();
    void findsPictureData_data();
    void findsPictureData();
    void takesParameterSetsOnlyWhenComplete();
};

void TstBitstream::tellsCodecsApart_data()
{
    QTest::addColumn<QByteArray>("hex");
    QTest::addColumn<VideoCodec>("codec");
    QTest::newRow("H.264 SPS") << QByteArray("00000001674d0028") << VideoCodec::H264;
    QTest::newRow("H.264 SPS, three-byte code") << QByteArray("000001274d0028") << VideoCodec::H264;
    QTest::newRow("H.264 delimiter") << QByteArray("0000000109f0") << VideoCodec::H264;
    QTest::newRow("H.264 SEI first") << QByteArray("000000010605ff") << VideoCodec::H264;
    QTest::newRow("H.264 pic timing SEI") << QByteArray("00000001060107") << VideoCodec::H264;
    QTest::newRow("H.264 delta") << QByteArray("00000001419a24") << VideoCodec::H264;
    QTest::newRow("H.265 VPS") << QByteArray("0000000140010c01") << VideoCodec::H265;
    QTest::newRow("H.265 delimiter") << QByteArray("00000001460110") << VideoCodec::H265;
    QTest::newRow("H.265 IDR") << QByteArray("000000012601af") << VideoCodec::H265;
    QTest::newRow("H.265 delta") << QByteArray("000000010201d0") << VideoCodec::H265;
    QTest::newRow("MPEG-4 sequence") << QByteArray("000001b001000001b5") << VideoCodec::Mpeg4;
    QTest::newRow("MPEG-4 VOP") << QByteArray("000001b65183") << VideoCodec::Mpeg4;
    QTest::newRow("MPEG-4 object, then layer") << QByteArray("000001000000012000c488") << VideoCodec::Mpeg4;
    QTest::newRow("JPEG") << QByteArray("ffd8ffe00010") << VideoCodec::Jpeg;
    QTest::newRow("empty") << QByteArray() << VideoCodec::Unknown;
    QTest::newRow("start code alone") << QByteArray("00000001") << VideoCodec::Unknown;
    QTest::newRow("start codes only") << QByteArray("000001000001000001") << VideoCodec::Unknown;
    QTest::newRow("text") << QByteArray("4750533a31") << VideoCodec::Unknown;
    QTest::newRow("the 4K cameras' bogus frame") << QByteArray("00000001110178") << VideoCodec::Unknown;
}

void TstBitstream::tellsCodecsApart()
{
    QFETCH(QByteArray, hex);
    QFETCH(VideoCodec, codec);
    QCOMPARE(sniffVideoCodec(QByteArray::fromHex(hex)), codec);
}

void TstBitstream::knowsTheClipsKeyFrames_data()
{
    QTest::addColumn<VideoCodec>("codec");
    QTest::newRow("h264") << VideoCodec::H264;
    QTest::newRow("h265") << VideoCodec::H265;
    QTest::newRow("mpeg4") << VideoCodec::Mpeg4;
    QTest::newRow("jpeg") << VideoCodec::Jpeg;
}

void TstBitstream::knowsTheClipsKeyFrames()
{
    QFETCH(VideoCodec, codec);
    const auto frames = fixtures::clip(codec);
    QCOMPARE(frames.size(), fixtures::kClipFrames);
    for (const EncodedFrame &frame : frames) {
        if (frame.kind == EncodedFrame::Kind::Key)
            QCOMPARE(sniffVideoCodec(frame.payload), codec);
        QVERIFY(hasPictureData(codec, frame.payload));
    }
}

void TstBitstream::walksUnitsOfBothStartCodes()
{
    const QByteArray bytes = QByteArray::fromHex("ffff00000001aabb00000000010000010102000001");
    QList<QByteArray> units;
    for (NalReader reader(bytes); !reader.atEnd(); reader.next())
        units.append(reader.unit().toByteArray());
    const QList<QByteArray> expected{QByteArray::fromHex("aabb"), QByteArray(), QByteArray::fromHex("0102"),
                                     QByteArray()};
    QCOMPARE(units, expected);
}

void TstBitstream::findsPictureData_data()
{
    QTest::addColumn<VideoCodec>("codec");
    QTest::addColumn<QByteArray>("hex");
    QTest::addColumn<bool>("has");
    QTest::newRow("H.264 slice") << VideoCodec::H264 << QByteArray("00000001419a") << true;
    QTest::newRow("H.264 sets") << VideoCodec::H264 << QByteArray("00000001674d0000000168ee") << false;
    QTest::newRow("H.264 bogus") << VideoCodec::H264 << QByteArray("00000001110178") << false;
    QTest::newRow("H.265 slice") << VideoCodec::H265 << QByteArray("000000010201") << true;
    QTest::newRow("H.265 bogus") << VideoCodec::H265 << QByteArray("00000001110178") << false;
    QTest::newRow("MPEG-4 header") << VideoCodec::Mpeg4 << QByteArray("000001b001") << false;
}

void TstBitstream::findsPictureData()
{
    QFETCH(VideoCodec, codec);
    QFETCH(QByteArray, hex);
    QFETCH(bool, has);
    QCOMPARE(hasPictureData(codec, QByteArray::fromHex(hex)), has);
}

void TstBitstream::takesParameterSetsOnlyWhenComplete()
{
    const auto sps = QByteArray::fromHex("00000001674d0028");
    const auto pps = QByteArray::fromHex("0000000168ee3c80");
    const auto slice = QByteArray::fromHex("0000000165b804");
    QCOMPARE(parameterSets(VideoCodec::H264, sps + pps + QByteArray(3, '\0') + slice), sps + pps);
    QVERIFY(parameterSets(VideoCodec::H264, sps + slice).isEmpty());
    QVERIFY(parameterSets(VideoCodec::H264, slice).isEmpty());
    QVERIFY(parameterSets(VideoCodec::H265, sps + pps).isEmpty());
    const auto header = QByteArray::fromHex("000001b001000001b589");
    QCOMPARE(parameterSets(VideoCodec::Mpeg4, header + QByteArray::fromHex("000001b61000")), header);
}

QTEST_GUILESS_MAIN(TstBitstream)
#include "tst_bitstream.moc"
