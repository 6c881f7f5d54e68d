// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/systems/cabinet/cabinet_types.h"
#include "core/systems/cabinet/frame.h"
#include "tests/core/systems/cabinet/golden.h"

#include <QTest>

using namespace opsdeck;
using namespace opsdeck::cabinet;

namespace {

struct Cut {
    QList<QByteArray> frames; ///< encoded anew
    std::optional<base::Error> error;
    qsizetype buffered = 0;
};

/// Feeds `stream` in pieces of `step` bytes.
Cut cut(const QByteArray &stream, qsizetype step)
{
    Cut result;
    FrameCutter cutter;
    for (qsizetype at = 0; at < stream.size(); at += step) {
        // A copy of its own: a view that outlives its piece is found by the sanitizer.
        const QByteArray piece = stream.mid(at, step);
        QByteArrayView input = piece;
        for (;;) {
            auto frame = cutter.next(input);
            if (!frame) {
                result.error = frame.error();
                return result;
            }
            if (!*frame)
                break;
            QByteArray whole =
                encodeFrame((*frame)->command, (*frame)->vsn, (*frame)->token, (*frame)->payload);
            whole[4] = char((*frame)->checksum);
            result.frames.append(whole);
        }
    }
    result.buffered = cutter.bufferedBytes();
    return result;
}

QByteArray allGolden()
{
    QByteArray stream;
    for (const test::GoldenFrame &frame : test::kGoldenFrames)
        stream += test::bytesOf(frame.hex);
    return stream;
}

} // namespace

class TestFrame : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAndWritesTheManualsFrames_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        for (const test::GoldenFrame &frame : test::kGoldenFrames)
            QTest::newRow(frame.name) << test::bytesOf(frame.hex);
    }
    void readsAndWritesTheManualsFrames()
    {
        QFETCH(QByteArray, bytes);
        FrameCutter cutter;
        QByteArrayView input = bytes;
        const auto frame = cutter.next(input);
        QVERIFY(frame && *frame);
        QVERIFY((*frame)->isChecksumRight());
        QVERIFY(input.isEmpty());
        QCOMPARE(encodeFrame((*frame)->command, (*frame)->vsn, (*frame)->token, (*frame)->payload), bytes);
    }

    void anyCutGivesTheSameFrames()
    {
        const QByteArray stream = allGolden();
        const Cut whole = cut(stream, stream.size());
        QCOMPARE(whole.frames.size(), qsizetype(std::size(test::kGoldenFrames)));
        QCOMPARE(whole.frames.join(), stream);
        for (qsizetype step = 1; step < stream.size(); ++step) {
            const Cut pieces = cut(stream, step);
            QVERIFY(!pieces.error);
            QCOMPARE(pieces.frames, whole.frames);
            QCOMPARE(pieces.buffered, 0);
        }
    }

    void everyPrefixGivesTheFramesThatAreWholeAndWaits()
    {
        const QByteArray stream = allGolden();
        for (qsizetype size = 0; size < stream.size(); ++size) {
            const Cut prefix = cut(stream.left(size), 3);
            QVERIFY(!prefix.error);
            QVERIFY(stream.startsWith(prefix.frames.join()));
            QCOMPARE(prefix.frames.join().size() + prefix.buffered, size);
        }
    }

    void refusesFromTheLengthAlone_data()
    {
        QTest::addColumn<int>("length");
        QTest::addColumn<bool>("isGood");
        for (int length = 0; length <= 6; ++length)
            QTest::addRow("%d", length) << length << false;
        QTest::newRow("7") << 7 << true;
        QTest::newRow("4096") << 4096 << true;
        QTest::newRow("4097") << 4097 << false;
        QTest::newRow("65535") << 65535 << false;
    }
    void refusesFromTheLengthAlone()
    {
        QFETCH(int, length);
        QFETCH(bool, isGood);
        const QByteArray header{QByteArray(1, char(length >> 8)) + char(length & 0xff)};
        for (const qsizetype step : {1, 2}) {
            const Cut result = cut(test::golden("heartbeat") + header, step);
            QCOMPARE(result.frames.size(), 1);
            QCOMPARE(result.error.has_value(), !isGood);
            if (isGood)
                continue;
            QVERIFY(result.error->is(CabinetError::WrongAnswer));
            QCOMPARE(result.error->detail(),
                     QStringLiteral("PacketLen %1 is not between 7 and 4096").arg(length));
        }
    }

    void theLongestFrameComesThrough()
    {
        const QByteArray longest = encodeFrame(0x64, 1, kToken, QByteArray(kLongestPayload, 'x'));
        QCOMPARE(longest.size(), 2 + kLongestPacket);
        for (const qsizetype step : {1, 7, 1460, 5000})
            QCOMPARE(cut(longest + longest, step).frames, QList<QByteArray>({longest, longest}));
    }

    void aWrongChecksumIsSeenAndTheFrameKept()
    {
        QByteArray bytes = test::golden("heartbeat");
        bytes[4] = 1;
        FrameCutter cutter;
        QByteArrayView input = bytes;
        const auto frame = cutter.next(input);
        QVERIFY(frame && *frame);
        QVERIFY(!(*frame)->isChecksumRight());
        QCOMPARE(int((*frame)->checksum), 1);
    }

    void keepsNothingBetweenFrames()
    {
        FrameCutter cutter;
        const QByteArray heartbeat = test::golden("heartbeat");
        const QByteArray head = heartbeat.left(4);
        const QByteArray tail = heartbeat.mid(4);
        QByteArrayView input = head;
        QVERIFY(!*cutter.next(input));
        QCOMPARE(cutter.bufferedBytes(), 4);
        input = tail;
        QVERIFY(*cutter.next(input));
        QVERIFY(!*cutter.next(input));
        QCOMPARE(cutter.bufferedBytes(), 0);
    }
};

QTEST_GUILESS_MAIN(TestFrame)
#include "tst_frame.moc"
