// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/backoff.h"

#include <QTest>

#include <set>

using opsdeck::transport::Backoff;
using std::chrono::milliseconds;

class TestBackoff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void doublesUpToItsCap_data();
    void doublesUpToItsCap();
    void jitterOnlyTakesAway();
    void startsOverAfterAReset();
    void isTheSameForTheSameSeed();
    void neverOverflows();
};

void TestBackoff::doublesUpToItsCap_data()
{
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("cap");
    QTest::addColumn<QList<int>>("delays");
    QTest::newRow("DVR") << 500 << 4000 << QList<int>{0, 500, 1000, 2000, 4000, 4000, 4000};
    QTest::newRow("others") << 500 << 30000
                            << QList<int>{0, 500, 1000, 2000, 4000, 8000, 16000, 30000, 30000};
    QTest::newRow("cap below first") << 500 << 300 << QList<int>{0, 300, 300};
    QTest::newRow("nothing") << 0 << 300 << QList<int>{0, 0, 0, 0};
}

void TestBackoff::doublesUpToItsCap()
{
    QFETCH(int, first);
    QFETCH(int, cap);
    QFETCH(QList<int>, delays);
    Backoff backoff({milliseconds(first), milliseconds(cap), 0.0}, 1);
    for (const int delay : delays)
        QCOMPARE(int(backoff.next().count()), delay);
    QCOMPARE(backoff.attempts(), int(delays.size()));
}

void TestBackoff::jitterOnlyTakesAway()
{
    std::set<qint64> seen;
    for (std::uint32_t seed = 1; seed <= 200; ++seed) {
        Backoff backoff({milliseconds(500), milliseconds(4000), 0.25}, seed);
        QCOMPARE(backoff.next(), milliseconds::zero());
        for (const int full : {500, 1000, 2000, 4000, 4000}) {
            const auto delay = backoff.next().count();
            QVERIFY(delay <= full);
            QVERIFY(delay >= full * 3 / 4);
            if (full == 500)
                seen.insert(delay);
        }
    }
    QVERIFY(seen.size() > 20); // many devices do not come back in step
}

void TestBackoff::startsOverAfterAReset()
{
    Backoff backoff({milliseconds(500), milliseconds(4000), 0.0}, 1);
    for (int i = 0; i < 5; ++i)
        backoff.next();
    backoff.reset();
    QCOMPARE(backoff.attempts(), 0);
    QCOMPARE(backoff.next(), milliseconds(0));
    QCOMPARE(backoff.next(), milliseconds(500));
}

void TestBackoff::isTheSameForTheSameSeed()
{
    Backoff one({}, 42);
    Backoff two({}, 42);
    for (int i = 0; i < 20; ++i)
        QCOMPARE(one.next(), two.next());
}

void TestBackoff::neverOverflows()
{
    Backoff backoff({milliseconds(1), milliseconds(30000), 0.0}, 1);
    for (int i = 0; i < 10000; ++i) {
        const auto delay = backoff.next();
        QVERIFY(delay >= milliseconds::zero() && delay <= milliseconds(30000));
    }
}

QTEST_APPLESS_MAIN(TestBackoff)
#include "tst_backoff.moc"
