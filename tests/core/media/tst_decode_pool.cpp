// SPDX-License-Identifier: GPL-3.0-or-later
// Which worker does what: one for all while it keeps up, more when tasks wait.
#include "core/media/decode_pool.h"
#include "tests/support/manual_clock.h"

#include <QSemaphore>
#include <QTest>

#include <atomic>

using namespace opsdeck;
using media::DecodePool;

namespace {

constexpr int kPatience = 15000;

/// One turn that begins, may be held up, and ends.
class Turn final : public media::PoolTask
{
public:
    explicit Turn(bool isHeld = false)
        : m_isHeld(isHeld)
    {
    }

    bool runTurn(media::PictureScaler &) override
    {
        m_thread = std::this_thread::get_id();
        m_begun.release();
        if (m_isHeld)
            m_go.tryAcquire(1, kPatience);
        m_ended.release();
        return false;
    }
    bool waitBegun() { return m_begun.tryAcquire(1, kPatience); }
    bool waitEnded() { return m_ended.tryAcquire(1, kPatience); }
    void letGo() { m_go.release(); }
    std::thread::id thread() const { return m_thread; }

private:
    const bool m_isHeld;
    std::atomic<std::thread::id> m_thread;
    QSemaphore m_begun;
    QSemaphore m_go;
    QSemaphore m_ended;
};

} // namespace

class TestDecodePool : public QObject
{
    Q_OBJECT
private:
    /// A task does not wait for the one that is being done.
    static void verifyTwoAreHadAtOnce(DecodePool &pool)
    {
        const auto busy = std::make_shared<Turn>(true);
        const auto other = std::make_shared<Turn>();
        pool.queue()->schedule(busy);
        QVERIFY(busy->waitBegun());
        pool.queue()->schedule(other);
        QVERIFY(other->waitEnded());
        busy->letGo();
        QVERIFY(busy->waitEnded());
    }

private Q_SLOTS:
    void oneWorkerServesStreamsThatComeInStep()
    {
        test::ManualClock clock;
        DecodePool pool(4, &clock);
        for (int round = 0; round < 20; ++round) {
            QTRY_COMPARE_WITH_TIMEOUT(pool.awake(), 0, kPatience);
            const auto first = std::make_shared<Turn>(true);
            pool.queue()->schedule(first);
            QVERIFY(first->waitBegun());
            QList<std::shared_ptr<Turn>> others;
            for (int i = 0; i < 3; ++i) {
                others.append(std::make_shared<Turn>());
                pool.queue()->schedule(others.last());
            }
            first->letGo();
            QVERIFY(first->waitEnded());
            for (const auto &other : std::as_const(others)) {
                QVERIFY(other->waitEnded());
                QVERIFY(other->thread() == first->thread());
            }
        }
    }

    void aTaskThatWaitsTooLongGetsAnotherWorker()
    {
        test::ManualClock clock;
        DecodePool pool(2, &clock);
        QTRY_COMPARE_WITH_TIMEOUT(pool.awake(), 0, kPatience);
        const auto busy = std::make_shared<Turn>(true);
        const auto waiting = std::make_shared<Turn>();
        const auto newest = std::make_shared<Turn>();
        pool.queue()->schedule(busy);
        QVERIFY(busy->waitBegun());
        pool.queue()->schedule(waiting);
        clock.advance(DecodePool::kPatience);
        // The next that comes sees it.
        pool.queue()->schedule(newest);
        QVERIFY(waiting->waitEnded());
        QVERIFY(newest->waitEnded());
        QVERIFY(waiting->thread() != busy->thread());
        busy->letGo();
        QVERIFY(busy->waitEnded());
    }

    void aWorkerThatIsBehindCallsForHelp()
    {
        test::ManualClock clock;
        DecodePool pool(2, &clock);
        QTRY_COMPARE_WITH_TIMEOUT(pool.awake(), 0, kPatience);
        const auto first = std::make_shared<Turn>(true);
        const auto second = std::make_shared<Turn>(true);
        const auto third = std::make_shared<Turn>();
        pool.queue()->schedule(first);
        QVERIFY(first->waitBegun());
        pool.queue()->schedule(second);
        pool.queue()->schedule(third);
        clock.advance(DecodePool::kPatience);
        first->letGo();
        // Nothing more comes: it is the worker who sees that the third has waited, and has the second to do.
        QVERIFY(third->waitEnded());
        second->letGo();
        QVERIFY(first->waitEnded() && second->waitEnded());
    }

    void nothingWaitsForLongTurns()
    {
        test::ManualClock clock;
        DecodePool pool(2, &clock);
        QTRY_COMPARE_WITH_TIMEOUT(pool.awake(), 0, kPatience);
        const auto slow = std::make_shared<Turn>(true);
        pool.queue()->schedule(slow);
        QVERIFY(slow->waitBegun());
        clock.advance(DecodePool::kPatience);
        slow->letGo();
        QVERIFY(slow->waitEnded());
        QTRY_COMPARE_WITH_TIMEOUT(pool.awake(), 0, kPatience);
        // It has been seen how long a turn takes here, so the next two are had at once.
        verifyTwoAreHadAtOnce(pool);
    }

    void withoutAClockEachTaskWakesAWorker()
    {
        DecodePool pool(2);
        verifyTwoAreHadAtOnce(pool);
    }
};

QTEST_GUILESS_MAIN(TestDecodePool)
#include "tst_decode_pool.moc"
