// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/on.h"

#include "core/base/reply.h"
#include "core/base/worker.h"

#include <QSemaphore>
#include <QTest>
#include <QThreadPool>

#include <algorithm>
#include <memory>

using namespace opsdeck;
using base::on;
using base::onLater;
using base::Reply;
using base::Result;

class TestOn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAnswerThatIsThereIsTakenAtOnce()
    {
        int taken = 0;
        QObject context;
        base::answered<int>(7).then(
            on(&context, [&](const Result<int> &answer) { taken = answer.value_or(-1); }));
        QCOMPARE(taken, 7);
    }

    void anAnswerOfThisThreadIsTakenAtOnce()
    {
        int taken = 0;
        QObject context;
        Reply<int> reply;
        reply.future().then(on(&context, [&](const Result<int> &answer) { taken = answer.value_or(-1); }));
        QCOMPARE(taken, 0);
        reply.answer(8);
        QCOMPARE(taken, 8);
    }

    void whoAsksInTheMiddleOfSomethingIsToldLater()
    {
        int taken = 0;
        auto context = std::make_unique<QObject>();
        const auto take = [&](const Result<int> &answer) { taken = answer.value_or(-1); };
        base::answered<int>(7).then(onLater(context.get(), take));
        Reply<int> reply;
        reply.future().then(onLater(context.get(), take));
        QCOMPARE(taken, 0);
        QCoreApplication::processEvents();
        QCOMPARE(taken, 7);
        reply.answer(8);
        QCOMPARE(taken, 7);
        context.reset();
        QCoreApplication::processEvents();
        QCOMPARE(taken, 7);
    }

    void anAnswerOfAnotherThreadIsTakenInThisOne()
    {
        QThread *thread = nullptr;
        int taken = 0;
        QObject context;
        QSemaphore go;
        base::runOn(m_pool, [&go] {
            go.acquire();
            return 9;
        }).then(on(&context, [&](int answer) {
            thread = QThread::currentThread();
            taken = answer;
        }));
        go.release();
        m_pool.waitForDone();
        QCOMPARE(taken, 0);
        QTRY_COMPARE(taken, 9);
        QCOMPARE(thread, QThread::currentThread());
    }

    void severalComeInTheirOrder()
    {
        QList<int> taken;
        QObject context;
        QSemaphore go;
        m_pool.start([&go] { go.acquire(); });
        for (int i = 0; i < 100; ++i)
            base::runOn(m_pool, [i] {
                return i;
            }).then(on(&context, [&](int answer) { taken.append(answer); }));
        go.release();
        QTRY_COMPARE(taken.size(), 100);
        QVERIFY(std::is_sorted(taken.cbegin(), taken.cend()));
    }

    void whoIsGoneIsNotCalled_data()
    {
        QTest::addColumn<bool>("isAnsweredBefore");
        QTest::newRow("the answer is on its way") << true;
        QTest::newRow("the answer comes later") << false;
    }
    void whoIsGoneIsNotCalled()
    {
        QFETCH(bool, isAnsweredBefore);
        bool isCalled = false;
        QSemaphore go;
        auto context = std::make_unique<QObject>();
        base::runOn(m_pool, [&go] {
            go.acquire();
            return 1;
        }).then(on(context.get(), [&](int) { isCalled = true; }));
        if (!isAnsweredBefore)
            context.reset();
        go.release();
        m_pool.waitForDone();
        context.reset();
        for (int i = 0; i < 10; ++i)
            QCoreApplication::processEvents();
        QVERIFY(!isCalled);
    }

    /// What is in the function may belong to this thread.
    void theFunctionEndsInItsOwnThread()
    {
        struct Owned {
            explicit Owned(QThread *&at)
                : end(at)
            {
            }
            ~Owned() { end = QThread::currentThread(); }
            QThread *&end;
        };
        for (int round = 0; round < 20; ++round) {
            QThread *end = nullptr;
            QObject context;
            base::runOn(m_pool, [] {
                return 1;
            }).then(on(&context, [owned = std::make_unique<Owned>(end)](int) {}));
            QTRY_VERIFY(end);
            QCOMPARE(end, QThread::currentThread());
        }
    }

    void anAnswerMayMeetTheEndOfItsContext()
    {
        bool isThere = false;
        int calledTooLate = 0;
        constexpr int kRounds = 3000;
        for (int round = 0; round < kRounds; ++round) {
            auto context = std::make_unique<QObject>();
            isThere = true;
            // Heavy enough that its end takes as long as an answer.
            for (int child = 0; child < round % 40; ++child)
                new QObject(context.get());
            base::runOn(m_pool, [] {
                return 1;
            }).then(on(context.get(), [&](int) { calledTooLate += isThere ? 0 : 1; }));
            context.reset();
            isThere = false;
            QCoreApplication::processEvents();
        }
        m_pool.waitForDone();
        QCoreApplication::processEvents();
        QCOMPARE(calledTooLate, 0);
    }

    void afterTheEndOfTheThreadNothingComesOfIt()
    {
        bool isCalled = false;
        QSemaphore go;
        std::unique_ptr<QThread> thread(QThread::create([&] {
            auto *context = new QObject;
            base::runOn(m_pool, [&go] {
                go.acquire();
                return 1;
            }).then(on(context, [&](int) { isCalled = true; }));
            delete context;
        }));
        thread->start();
        QVERIFY(thread->wait(10000));
        thread.reset();
        go.release();
        m_pool.waitForDone();
        QCoreApplication::processEvents();
        QVERIFY(!isCalled);
    }

private:
    QThreadPool m_pool;

public:
    TestOn() { m_pool.setMaxThreadCount(1); }
};

QTEST_GUILESS_MAIN(TestOn)
#include "tst_on.moc"
