// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/request_ledger.h"

#include "tests/support/manual_clock.h"

#include <QTest>

using namespace opsdeck;
using base::CommonError;
using std::chrono::milliseconds;
using Ledger = transport::RequestLedger<QString>;

class TestRequestLedger : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void matchesByKindThenBySequence();
    void givesTheOldestOfItsKindWhatFitsNoSequence();
    void refusesWhatNobodyAskedFor();
    void timesOutEachOnItsOwn();
    void ignoresTheLateAnswer();
    void failsAllWhenTheLinkGoes();
    void mayBeUsedInsideItsCallbacks();
    void mayBeDestroyedInsideItsCallbacks();

private:
    Ledger::Done note(const QString &who)
    {
        return [this, who](const base::Result<QString> &answer) {
            m_log.append(who + u'=' + (answer ? *answer : answer.error().name()));
            if (!answer)
                m_details.append(answer.error().detail());
        };
    }

    std::unique_ptr<test::ManualClock> m_clock;
    std::unique_ptr<Ledger> m_ledger;
    QStringList m_log;
    QStringList m_details;
};

void TestRequestLedger::init()
{
    m_ledger.reset();
    m_clock = std::make_unique<test::ManualClock>();
    m_ledger = std::make_unique<Ledger>(*m_clock);
    m_log.clear();
    m_details.clear();
}

void TestRequestLedger::matchesByKindThenBySequence()
{
    m_ledger->add(1, 10, milliseconds(100), QStringLiteral("a"), note(QStringLiteral("a")));
    m_ledger->add(1, 11, milliseconds(100), QStringLiteral("b"), note(QStringLiteral("b")));
    m_ledger->add(2, 11, milliseconds(100), QStringLiteral("c"), note(QStringLiteral("c")));
    QVERIFY(m_ledger->isWaitingFor(2));
    QVERIFY(m_ledger->settle(2, 10, QStringLiteral("x")));
    QVERIFY(!m_ledger->isWaitingFor(2));
    QVERIFY(m_ledger->settle(1, 11, QStringLiteral("y")));
    QVERIFY(m_ledger->settle(1, 10, QStringLiteral("z")));
    QCOMPARE(m_log, QStringList({QStringLiteral("c=x"), QStringLiteral("b=y"), QStringLiteral("a=z")}));
    QCOMPARE(m_ledger->size(), 0);
}

void TestRequestLedger::givesTheOldestOfItsKindWhatFitsNoSequence()
{
    m_ledger->add(1, 10, milliseconds(100), QStringLiteral("a"), note(QStringLiteral("a")));
    m_ledger->add(1, 11, milliseconds(100), QStringLiteral("b"), note(QStringLiteral("b")));
    QVERIFY(m_ledger->settle(1, 99, QStringLiteral("x")));
    QCOMPARE(m_log, QStringList({QStringLiteral("a=x")}));
}

void TestRequestLedger::refusesWhatNobodyAskedFor()
{
    QVERIFY(!m_ledger->settle(1, 10, QStringLiteral("x")));
    m_ledger->add(1, 10, milliseconds(100), QStringLiteral("a"), note(QStringLiteral("a")));
    QVERIFY(!m_ledger->settle(2, 10, QStringLiteral("x")));
    QVERIFY(m_log.isEmpty());
    QCOMPARE(m_ledger->size(), 1);
}

void TestRequestLedger::timesOutEachOnItsOwn()
{
    m_ledger->add(1, 1, milliseconds(300), QStringLiteral("slow (1)"), note(QStringLiteral("slow")));
    m_ledger->add(1, 2, milliseconds(100), QStringLiteral("quick (1)"), note(QStringLiteral("quick")));
    m_clock->advance(milliseconds(99));
    QVERIFY(m_log.isEmpty());
    m_clock->advance(milliseconds(1));
    QCOMPARE(m_log, QStringList({QStringLiteral("quick=timeout")}));
    QCOMPARE(m_details, QStringList({QStringLiteral("quick (1): no answer within 100 ms")}));
    m_clock->advance(milliseconds(199));
    QCOMPARE(m_log.size(), 1);
    m_clock->advance(milliseconds(1));
    QCOMPARE(m_log.size(), 2);
    m_clock->advance(milliseconds(10000));
    QCOMPARE(m_log.size(), 2);
}

void TestRequestLedger::ignoresTheLateAnswer()
{
    m_ledger->add(1, 1, milliseconds(100), QStringLiteral("a"), note(QStringLiteral("a")));
    m_clock->advance(milliseconds(100));
    QVERIFY(!m_ledger->settle(1, 1, QStringLiteral("late")));
    QCOMPARE(m_log, QStringList({QStringLiteral("a=timeout")}));
}

void TestRequestLedger::failsAllWhenTheLinkGoes()
{
    m_ledger->add(1, 1, milliseconds(100), QStringLiteral("one"), note(QStringLiteral("a")));
    m_ledger->add(2, 2, milliseconds(100), QStringLiteral("two"), note(QStringLiteral("b")));
    m_ledger->failAll(base::Error(CommonError::NotConnected, QStringLiteral("gone")));
    QCOMPARE(m_log, QStringList({QStringLiteral("a=not-connected"), QStringLiteral("b=not-connected")}));
    QCOMPARE(m_details, QStringList({QStringLiteral("one: gone"), QStringLiteral("two: gone")}));
    m_clock->advance(milliseconds(1000));
    QCOMPARE(m_log.size(), 2);
}

void TestRequestLedger::mayBeUsedInsideItsCallbacks()
{
    // A refused request that is asked again at once must wait for its own time.
    m_ledger->add(
        1, 1, milliseconds(100), QStringLiteral("first"), [this](const base::Result<QString> &answer) {
            QVERIFY(!answer);
            m_ledger->add(1, 2, milliseconds(100), QStringLiteral("second"), note(QStringLiteral("second")));
        });
    m_clock->advance(milliseconds(100));
    QCOMPARE(m_ledger->size(), 1);
    m_clock->advance(milliseconds(99));
    QVERIFY(m_log.isEmpty());
    m_ledger->add(1, 3, milliseconds(100), QStringLiteral("third"), [this](const base::Result<QString> &) {
        m_ledger->add(1, 4, milliseconds(100), QStringLiteral("fourth"), note(QStringLiteral("fourth")));
    });
    m_ledger->failAll(base::Error(CommonError::NotConnected, QStringLiteral("gone")));
    QCOMPARE(m_ledger->size(), 1);
    QVERIFY(m_ledger->settle(1, 4, QStringLiteral("x")));
    QCOMPARE(m_log, QStringList({QStringLiteral("second=not-connected"), QStringLiteral("fourth=x")}));
}

void TestRequestLedger::mayBeDestroyedInsideItsCallbacks()
{
    const auto destroy = [this](const base::Result<QString> &) { m_ledger.reset(); };
    for (int way = 0; way < 3; ++way) {
        m_ledger = std::make_unique<Ledger>(*m_clock);
        m_ledger->add(1, 1, milliseconds(100), QStringLiteral("a"), destroy);
        m_ledger->add(1, 2, milliseconds(100), QStringLiteral("b"), note(QStringLiteral("b")));
        if (way == 0)
            QVERIFY(m_ledger->settle(1, 1, {}));
        else if (way == 1)
            m_ledger->failAll(base::Error(CommonError::NotConnected, {}));
        else
            m_clock->advance(milliseconds(100));
        QVERIFY(!m_ledger);
    }
    QCOMPARE(m_log, QStringList({QStringLiteral("b=not-connected"), QStringLiteral("b=timeout")}));
}

QTEST_GUILESS_MAIN(TestRequestLedger)
#include "tst_request_ledger.moc"
