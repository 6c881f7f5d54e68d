// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/frame_reader.h"

#include <QTest>

using namespace opsdeck;
using transport::FrameReader;
using transport::HeaderVerdict;

namespace {

constexpr qsizetype kHeader = 4;
constexpr qint64 kCap = 1000;

/// 'H' kind length(u16, big endian); kinds: 'd' data, 'n' a negative length, 'x' a refusal without words.
HeaderVerdict inspect(QByteArrayView header)
{
    if (header.size() != kHeader || header[0] != 'H')
        qFatal("a header of another size or sync byte");
    if (header[1] == 'n')
        return {HeaderVerdict::Kind::Frame, -7, {}};
    if (header[1] == 'x')
        return {HeaderVerdict::Kind::Refuse, 0, {}};
    if (header[1] != 'd')
        return {};
    const qint64 size = quint8(header[2]) << 8 | quint8(header[3]);
    if (size > kCap)
        return {HeaderVerdict::Kind::Refuse, 0,
                base::Error(base::CommonError::InvalidArgument, QStringLiteral("claims %1").arg(size))};
    return {HeaderVerdict::Kind::Frame, size, {}};
}

QByteArray frame(const QByteArray &payload)
{
    return QByteArray("Hd") + char(payload.size() >> 8) + char(payload.size() & 0xff) + payload;
}

struct Outcome {
    QByteArrayList payloads;
    quint64 garbage = 0;
    bool refused = false;
    friend bool operator==(const Outcome &, const Outcome &) = default;
};

void drain(FrameReader &reader, Outcome &outcome)
{
    for (int i = 0; i < 100000; ++i) {
        const auto next = reader.next();
        if (!next) {
            outcome.refused = true;
            return;
        }
        if (!*next)
            return;
        if ((*next)->header.size() != kHeader)
            qFatal("a header of another size");
        outcome.payloads.append((*next)->payload.toByteArray());
    }
    qFatal("the reader does not end");
}

Outcome readIn(const QByteArrayList &pieces)
{
    FrameReader reader(kHeader, 'H', inspect);
    Outcome outcome;
    for (const QByteArray &piece : pieces) {
        reader.append(piece);
        drain(reader, outcome);
    }
    outcome.garbage = reader.garbageBytes();
    return outcome;
}

} // namespace

class TestFrameReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesTheSameFramesAtAnyCut_data();
    void givesTheSameFramesAtAnyCut();
    void refusesOversizeFromTheHeader();
    void staysRefusedUntilReset();
    void takesANegativeLengthForGarbage();
    void refusesAlsoWithoutWords();
    void holdsNoMoreThanOneUnfinishedFrame();
    void holdsNothingOfGarbage();
    void viewsStayGoodUntilTheNextAppend();
    void passesGarbageFast();
};

void TestFrameReader::givesTheSameFramesAtAnyCut_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<QByteArrayList>("payloads");
    QTest::addColumn<int>("garbage");
    const QByteArray a = frame("alpha");
    const QByteArray none = frame({});
    const QByteArray inside = frame("HdHHd\x01\x02Hd");
    QTest::newRow("one") << a << QByteArrayList{"alpha"} << 0;
    QTest::newRow("three") << a + none + inside << QByteArrayList{"alpha", "", "HdHHd\x01\x02Hd"} << 0;
    QTest::newRow("garbage before") << "noise" + a << QByteArrayList{"alpha"} << 5;
    QTest::newRow("garbage between") << a + "noise" + a << QByteArrayList{"alpha", "alpha"} << 5;
    QTest::newRow("sync bytes in garbage") << "HHHxHH" + a.mid(0) << QByteArrayList{} << -1;
    QTest::newRow("false headers") << "HqrsHHzz" + a << QByteArrayList{"alpha"} << 8;
    QTest::newRow("garbage after") << a + "HHH" << QByteArrayList{"alpha"} << 0;
    QTest::newRow("unfinished") << a + a.chopped(1) << QByteArrayList{"alpha"} << 0;
    QTest::newRow("only garbage") << QByteArray("nothing here") << QByteArrayList{} << 12;
}

void TestFrameReader::givesTheSameFramesAtAnyCut()
{
    QFETCH(QByteArray, stream);
    QFETCH(QByteArrayList, payloads);
    QFETCH(int, garbage);
    const Outcome whole = readIn({stream});
    if (garbage >= 0) {
        QCOMPARE(whole.payloads, payloads);
        QCOMPARE(int(whole.garbage), garbage);
        QVERIFY(!whole.refused);
    }
    for (qsizetype one = 0; one <= stream.size(); ++one) {
        for (qsizetype two = one; two <= stream.size(); ++two)
            QVERIFY(readIn({stream.first(one), stream.sliced(one, two - one), stream.sliced(two)}) == whole);
    }
    QByteArrayList bytes;
    for (const char c : stream)
        bytes.append(QByteArray(1, c));
    QVERIFY(readIn(bytes) == whole);
}

void TestFrameReader::refusesOversizeFromTheHeader()
{
    FrameReader reader(kHeader, 'H', inspect);
    reader.append(frame("good") + QByteArray("Hd\xff\xff", 4));
    QVERIFY(reader.next().value().has_value());
    const auto refused = reader.next();
    QVERIFY(!refused.has_value());
    QCOMPARE(refused.error().detail(), QStringLiteral("claims 65535"));
    QCOMPARE(reader.bufferedBytes(), 0);
}

void TestFrameReader::staysRefusedUntilReset()
{
    FrameReader reader(kHeader, 'H', inspect);
    reader.append(QByteArray("Hd\xff\xff", 4));
    QVERIFY(!reader.next().has_value());
    reader.append(frame("good"));
    QVERIFY(!reader.next().has_value());
    QCOMPARE(reader.bufferedBytes(), 0); // a peer that goes on sending costs nothing
    reader.reset();
    reader.append(frame("good"));
    QCOMPARE(reader.next().value()->payload.toByteArray(), QByteArray("good"));
    QCOMPARE(reader.garbageBytes(), quint64(0));
}

void TestFrameReader::takesANegativeLengthForGarbage()
{
    const Outcome outcome = readIn({"Hn\1\2" + frame("good")});
    QCOMPARE(outcome.payloads, QByteArrayList{"good"});
    QCOMPARE(outcome.garbage, quint64(4));
}

void TestFrameReader::refusesAlsoWithoutWords()
{
    FrameReader reader(kHeader, 'H', inspect);
    reader.append("Hx\1\2");
    const auto refused = reader.next();
    QVERIFY(!refused.has_value());
    QVERIFY(!refused.error().detail().isEmpty());
}

void TestFrameReader::holdsNoMoreThanOneUnfinishedFrame()
{
    FrameReader reader(kHeader, 'H', inspect);
    const QByteArray stream = frame(QByteArray(kCap, 'p'));
    Outcome outcome;
    for (int round = 0; round < 2000; ++round) {
        reader.append(stream.first(700));
        drain(reader, outcome);
        QVERIFY(reader.bufferedBytes() <= stream.size());
        reader.append(stream.sliced(700));
        drain(reader, outcome);
        QCOMPARE(reader.bufferedBytes(), 0);
    }
    QCOMPARE(outcome.payloads.size(), 2000);
}

void TestFrameReader::holdsNothingOfGarbage()
{
    FrameReader reader(kHeader, 'H', inspect);
    Outcome outcome;
    for (int round = 0; round < 1000; ++round) {
        reader.append(QByteArray(1000, 'g'));
        drain(reader, outcome);
        QCOMPARE(reader.bufferedBytes(), 0);
    }
    QCOMPARE(reader.garbageBytes(), quint64(1'000'000));
}

void TestFrameReader::viewsStayGoodUntilTheNextAppend()
{
    FrameReader reader(kHeader, 'H', inspect);
    reader.append(frame("one") + frame("two"));
    const auto one = reader.next();
    const auto two = reader.next();
    QCOMPARE(one.value()->payload.toByteArray(), QByteArray("one"));
    QCOMPARE(two.value()->payload.toByteArray(), QByteArray("two"));
}

void TestFrameReader::passesGarbageFast()
{
    // 4 MiB of the worst garbage, every byte of it a sync byte, in one piece: linear, not quadratic.
    const Outcome outcome = readIn({QByteArray(4 << 20, 'H') + "zzzz" + frame("good")});
    QCOMPARE(outcome.payloads, QByteArrayList{"good"});
}

QTEST_APPLESS_MAIN(TestFrameReader)
#include "tst_frame_reader.moc"
