// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/deadline_queue.h"
#include "tests/support/manual_clock.h"

#include <QTest>

#include <random>

using namespace opsdeck;
using namespace std::chrono_literals;
using transport::DeadlineQueue;

class TestDeadlineQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsEachKeyWhenItIsDue()
    {
        test::ManualClock clock;
        QList<quint64> due;
        DeadlineQueue queue(clock, [&](quint64 key) { due.append(key); });
        queue.set(1, 300ms);
        queue.set(2, 100ms);
        queue.set(3, 200ms);
        clock.advance(99ms);
        QVERIFY(due.isEmpty());
        clock.advance(1ms);
        QCOMPARE(due, QList<quint64>({2}));
        clock.advance(1h);
        QCOMPARE(due, QList<quint64>({2, 3, 1}));
        QCOMPARE(queue.size(), 0);
    }

    void aKeySetAgainHasOnlyItsNewDeadline()
    {
        test::ManualClock clock;
        QList<quint64> due;
        DeadlineQueue queue(clock, [&](quint64 key) { due.append(key); });
        queue.set(7, 100ms);
        queue.set(7, 500ms);
        clock.advance(499ms);
        QVERIFY(due.isEmpty());
        clock.advance(1ms);
        QCOMPARE(due.size(), 1);
        queue.set(7, 500ms);
        queue.set(7, 100ms);
        clock.advance(100ms);
        QCOMPARE(due.size(), 2);
        clock.advance(1h);
        QCOMPARE(due.size(), 2);
    }

    void aClearedKeyIsNotTold()
    {
        test::ManualClock clock;
        QList<quint64> due;
        DeadlineQueue queue(clock, [&](quint64 key) { due.append(key); });
        queue.set(1, 100ms);
        queue.set(2, 100ms);
        queue.clear(1);
        QVERIFY(!queue.contains(1));
        clock.advance(1s);
        QCOMPARE(due, QList<quint64>({2}));
        queue.set(3, 10ms);
        queue.clearAll();
        clock.advance(1s);
        QCOMPARE(due, QList<quint64>({2}));
    }

    void maySetAndClearFromWithin()
    {
        test::ManualClock clock;
        QList<quint64> due;
        DeadlineQueue *self = nullptr;
        DeadlineQueue queue(clock, [&](quint64 key) {
            due.append(key);
            if (key == 1) {
                self->clear(2);
                self->set(1, 50ms);
            }
        });
        self = &queue;
        queue.set(1, 10ms);
        queue.set(2, 10ms);
        clock.advance(10ms);
        QCOMPARE(due, QList<quint64>({1}));
        clock.advance(50ms);
        QCOMPARE(due, QList<quint64>({1, 1}));
    }

    void thousandsThatFallDueTogetherComeInPortions()
    {
        test::ManualClock clock;
        int inOneTurn = 0;
        int most = 0;
        int all = 0;
        DeadlineQueue queue(clock, [&](quint64) {
            // A turn of the loop starts with a posted event.
            if (inOneTurn == 0)
                QMetaObject::invokeMethod(
                    this, [&] { inOneTurn = 0; }, Qt::QueuedConnection);
            most = std::max(most, ++inOneTurn);
            ++all;
        });
        for (quint64 key = 0; key < 10'000; ++key)
            queue.set(key, 1s);
        clock.advance(1s);
        QCOMPARE(all, 10'000);
        QVERIFY(most <= DeadlineQueue::kMostPerTurn);
    }

    void memoryFollowsTheKeysNotTheSettings()
    {
        test::ManualClock clock;
        DeadlineQueue queue(clock, [](quint64) {});
        std::minstd_rand random(1);
        for (int i = 0; i < 100'000; ++i)
            queue.set(random() % 100, std::chrono::milliseconds(random() % 100'000));
        QCOMPARE(queue.size(), 100);
        QVERIFY(queue.heapSize() <= 300);
    }
};

QTEST_GUILESS_MAIN(TestDeadlineQueue)
#include "tst_deadline_queue.moc"
