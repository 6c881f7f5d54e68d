// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/audio_decoder.h"

#include "core/media/media_error.h"

#include <QtTest>

using namespace opsdeck::media;

namespace {

EncodedFrame sound(AudioCodec codec, const QByteArray &bytes, int rate = 8000)
{
    EncodedFrame frame;
    frame.kind = EncodedFrame::Kind::Audio;
    frame.audioCodec = codec;
    frame.sampleRate = rate;
    frame.payload = bytes;
    return frame;
}

QList<int> samplesOf(const PcmBlock &block)
{
    QList<int> samples;
    for (qsizetype i = 0; i + 1 < block.samples.size(); i += 2) {
        qint16 sample = 0;
        memcpy(&sample, block.samples.constData() + i, sizeof sample);
        samples.append(sample);
    }
    return samples;
}

} // namespace

class TstAudioDecoder : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void givesTheStandardsValues_data();
    void givesTheStandardsValues();
    void keepsTheRateAndTakesManyBlocks();
    void refusesWhatItCannotDecode_data();
    void refusesWhatItCannotDecode();
    void followsACodecChange();
};

void TstAudioDecoder::givesTheStandardsValues_data()
{
    QTest::addColumn<AudioCodec>("codec");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QList<int>>("samples");
    // ITU-T G.711: A-law 0xd5/0x55 are the smallest values, 0xaa/0x2a the largest; µ-law 0xff/0x7f are zero, 0x80/0x00
    // the largest. Scaled to 16 bits.
    QTest::newRow("A-law") << AudioCodec::G711A << QByteArray::fromHex("d555aa2a80")
                           << QList<int>{8, -8, 32256, -32256, 5504};
    QTest::newRow("mu-law") << AudioCodec::G711U << QByteArray::fromHex("ff7f8000")
                            << QList<int>{0, 0, 32124, -32124};
    QTest::newRow("8 bit") << AudioCodec::Pcm8 << QByteArray::fromHex("008081ff")
                           << QList<int>{-32768, 0, 256, 32512};
    QTest::newRow("16 bit") << AudioCodec::Pcm16 << QByteArray::fromHex("0100ffff0080ff7f")
                            << QList<int>{1, -1, -32768, 32767};
    QTest::newRow("16 bit, odd byte") << AudioCodec::Pcm16 << QByteArray::fromHex("010002") << QList<int>{1};
}

void TstAudioDecoder::givesTheStandardsValues()
{
    QFETCH(AudioCodec, codec);
    QFETCH(QByteArray, bytes);
    QFETCH(QList<int>, samples);
    AudioDecoder decoder;
    const auto block = decoder.decode(sound(codec, bytes));
    QVERIFY(block);
    QCOMPARE(samplesOf(*block), samples);
}

void TstAudioDecoder::keepsTheRateAndTakesManyBlocks()
{
    AudioDecoder decoder;
    for (int i = 0; i < 1000; ++i) {
        const auto block = decoder.decode(sound(AudioCodec::G711A, QByteArray(320, '\x55'), 16000));
        QVERIFY(block);
        QCOMPARE(block->samples.size(), 640);
        QCOMPARE(block->sampleRate, 16000);
    }
    QCOMPARE(decoder.decode(sound(AudioCodec::G711A, "x", 0))->sampleRate, 8000);
}

void TstAudioDecoder::refusesWhatItCannotDecode_data()
{
    QTest::addColumn<AudioCodec>("codec");
    QTest::addColumn<qsizetype>("bytes");
    QTest::addColumn<int>("error");
    QTest::newRow("unknown") << AudioCodec::Unknown << qsizetype(10) << int(MediaError::UnknownCodec);
    QTest::newRow("G.729") << AudioCodec::G729 << qsizetype(10) << int(MediaError::UnknownCodec);
    QTest::newRow("IMA ADPCM") << AudioCodec::ImaAdpcm << qsizetype(10) << int(MediaError::UnknownCodec);
    QTest::newRow("empty") << AudioCodec::G711A << qsizetype(0) << int(MediaError::UndecodableFrame);
    QTest::newRow("too long") << AudioCodec::G711A << qsizetype(70000) << int(MediaError::UndecodableFrame);
    QTest::newRow("half a sample") << AudioCodec::Pcm16 << qsizetype(1) << int(MediaError::UndecodableFrame);
}

void TstAudioDecoder::refusesWhatItCannotDecode()
{
    QFETCH(AudioCodec, codec);
    QFETCH(qsizetype, bytes);
    QFETCH(int, error);
    AudioDecoder decoder;
    const auto block = decoder.decode(sound(codec, QByteArray(bytes, 'x')));
    QVERIFY(!block);
    QVERIFY(block.error().is(static_cast<MediaError>(error)));
    QVERIFY(!block.error().detail().isEmpty());
    EncodedFrame video;
    video.kind = EncodedFrame::Kind::Key;
    QVERIFY(!decoder.decode(video));
}

void TstAudioDecoder::followsACodecChange()
{
    AudioDecoder decoder;
    QCOMPARE(samplesOf(*decoder.decode(sound(AudioCodec::G711A, "\xaa"))), QList<int>{32256});
    QCOMPARE(samplesOf(*decoder.decode(sound(AudioCodec::G711U, "\x80"))), QList<int>{32124});
    QCOMPARE(samplesOf(*decoder.decode(sound(AudioCodec::G711A, "\xaa"))), QList<int>{32256});
}

QTEST_GUILESS_MAIN(TstAudioDecoder)
#include "tst_audio_decoder.moc"
