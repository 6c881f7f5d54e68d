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

QTEST_GUILESS_MAIN(TstFrameBacklog)
#include "tst_frame_backlog.moc"
