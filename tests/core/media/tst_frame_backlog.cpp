// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/frame_backlog.h"

#include <QtTest>

using namespace opsdeck::media;
using namespace std::chrono_literals;
using Kind = EncodedFrame::Kind;

namespace {

EncodedFrame frameOf(Kind kind, qsizetype bytes = 10)
{
    EncodedFrame frame;
    frame.kind = kind;
    frame.payload = QByteArray(bytes, 'x');
    return frame;
}

} // namespace

class TstFrameBacklog : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cutsLongBacklogs_data();
    void cutsLongBacklogs();
    void cutsToTheNewestKeyWhenLate();
    void dropsAllWhenTheNewestKeyIsLateToo();
    void marksTheFrameAfterAHole();
    void countsBytes();
    void worksOffWhatPrimedItWhateverTheBounds();
    void forgetsWhatPrimedItWhenAKeyFrameComes();
    void givesUpPrimingWhenTooMuchLiveWaitsBehind();
};

void TstFrameBacklog::cutsLongBacklogs_data()
{
    QTest::addColumn<QByteArray>("pushed"); // K key, d delta
    QTest::addColumn<int>("dropped");
    QTest::addColumn<int>("left");
    const QByteArray deltas(FrameBacklog::kMaxFrames, 'd');
    QTest::newRow("just full") << "K" + deltas.first(49) << 0 << 50;
    QTest::newRow("one group") << "K" + deltas << 51 << 0;
    QTest::newRow("key at the end") << deltas + "K" << 50 << 1;
    QTest::newRow("two groups") << "K" + deltas.first(29) + "K" + deltas.first(20) << 30 << 21;
    QTest::newRow("no key") << deltas + "d" << 51 << 0;
}

void TstFrameBacklog::cutsLongBacklogs()
{
    QFETCH(QByteArray, pushed);
    QFETCH(int, dropped);
    QFETCH(int, left);
    FrameBacklog backlog;
    size_t count = 0;
    for (const char c : pushed)
        count += backlog.push(frameOf(c == 'K' ? Kind::Key : Kind::Delta), 0s);
    QCOMPARE(int(count), dropped);
    QCOMPARE(int(backlog.size()), left);
}

void TstFrameBacklog::cutsToTheNewestKeyWhenLate()
{
    FrameBacklog backlog;
    backlog.push(frameOf(Kind::Key), 0ms);
    backlog.push(frameOf(Kind::Delta), 40ms);
    backlog.push(frameOf(Kind::Key), 80ms);
    backlog.push(frameOf(Kind::Delta), 120ms);
    QCOMPARE(backlog.dropLate(1000ms), size_t(0));
    QCOMPARE(backlog.dropLate(1001ms), size_t(2));
    QCOMPARE(backlog.size(), size_t(2));
    QVERIFY(backlog.takeFirst().kind == Kind::Key);
}

void TstFrameBacklog::dropsAllWhenTheNewestKeyIsLateToo()
{
    FrameBacklog backlog;
    backlog.push(frameOf(Kind::Delta), 0ms);
    backlog.push(frameOf(Kind::Key), 40ms);
    backlog.push(frameOf(Kind::Delta), 900ms);
    QCOMPARE(backlog.dropLate(1500ms), size_t(3));
    QVERIFY(backlog.isEmpty());
}

void TstFrameBacklog::marksTheFrameAfterAHole()
{
    FrameBacklog backlog;
    backlog.push(frameOf(Kind::Key), 0ms);
    QCOMPARE(backlog.clear(), size_t(1));
    backlog.push(frameOf(Kind::Delta), 0ms);
    backlog.push(frameOf(Kind::Delta), 0ms);
    QVERIFY(backlog.takeFirst().afterLoss);
    QVERIFY(!backlog.takeFirst().afterLoss);
}

void TstFrameBacklog::countsBytes()
{
    FrameBacklog backlog;
    const qsizetype half = FrameBacklog::kMaxBytes / 2;
    QCOMPARE(backlog.push(frameOf(Kind::Key, half), 0s), size_t(0));
    QCOMPARE(backlog.push(frameOf(Kind::Key, half), 0s), size_t(0));
    backlog.takeFirst();
    QCOMPARE(backlog.push(frameOf(Kind::Key, half), 0s), size_t(0));
    QCOMPARE(backlog.push(frameOf(Kind::Key, 1), 0s), size_t(2));
}

void TstFrameBacklog::worksOffWhatPrimedItWhateverTheBounds()
{
    FrameBacklog backlog;
    QList<EncodedFrame> group{frameOf(Kind::Key)};
    for (int i = 0; i < 199; ++i)
        group.append(frameOf(Kind::Delta));
    backlog.push(frameOf(Kind::Delta), 0s);
    backlog.prime(group, 0s);
    QCOMPARE(backlog.size(), size_t(200));
    QCOMPARE(backlog.primed(), size_t(200));
    QCOMPARE(backlog.push(frameOf(Kind::Delta), 3s), size_t(0));
    QCOMPARE(backlog.dropLate(10s), size_t(0));
    for (int i = 0; i < 200; ++i)
        QCOMPARE(backlog.takeFirst().kind, i == 0 ? Kind::Key : Kind::Delta);
    QCOMPARE(backlog.primed(), size_t(0));
    // From there on the bounds are what they were.
    QCOMPARE(backlog.dropLate(10s), size_t(1));
    QVERIFY(backlog.isEmpty());
}

void TstFrameBacklog::forgetsWhatPrimedItWhenAKeyFrameComes()
{
    FrameBacklog backlog;
    backlog.prime({frameOf(Kind::Key), frameOf(Kind::Delta)}, 0s);
    backlog.push(frameOf(Kind::Delta), 0s);
    QCOMPARE(backlog.push(frameOf(Kind::Key, 77), 0s), size_t(0));
    QCOMPARE(backlog.size(), size_t(1));
    QCOMPARE(backlog.primed(), size_t(0));
    QCOMPARE(backlog.takeFirst().payload.size(), 77);
}

void TstFrameBacklog::givesUpPrimingWhenTooMuchLiveWaitsBehind()
{
    FrameBacklog backlog;
    backlog.prime({frameOf(Kind::Key), frameOf(Kind::Delta)}, 0s);
    size_t dropped = 0;
    for (size_t i = 0; i < FrameBacklog::kMaxFrames; ++i)
        dropped += backlog.push(frameOf(Kind::Delta), 0s);
    QCOMPARE(dropped, size_t(0));
    QCOMPARE(backlog.push(frameOf(Kind::Delta), 0s), FrameBacklog::kMaxFrames + 3);
    QVERIFY(backlog.isEmpty());
    QCOMPARE(backlog.primed(), size_t(0));
}

QTEST_GUILESS_MAIN(TstFrameBacklog)
#include "tst_frame_backlog.moc"
