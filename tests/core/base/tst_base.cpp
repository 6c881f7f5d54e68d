// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "core/base/hex.h"
#include "core/base/reply.h"
#include "core/base/result.h"
#include "core/base/worker.h"
#include "tests/support/manual_clock.h"

#include <QSignalSpy>
#include <QTest>

using namespace opsdeck;
using base::CommonError;
using base::Reply;
using base::Result;
using std::chrono::milliseconds;

namespace {

enum class OtherError { Timeout };
base::ErrorFacts errorFacts(OtherError)
{
    return {"other-timeout", base::ErrorClass::Protocol};
}

} // namespace

class TestBase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Error
    void tellsErrorsOfDifferentAreasApart();
    void keepsWhatTheDeviceSaid();
    // Reply and callOn
    void answersOnce();
    void cancelsWhatIsDropped();
    void cancelsWhatIsAssignedOver();
    void runsAtOnceInTheSameThread();
    void runsInTheThreadOfTheTarget();
    void cancelsWhenTheTargetIsGone();
    void mayBeDestroyedByWhoeverGetsTheAnswer();
    void worksOnAThreadOfThePool();
    // hex
    void previewsBytes();
    void makesDeviceTextPlain_data();
    void makesDeviceTextPlain();
    // ManualClock
    void firesInTheOrderOfDeadlines();
    void stopsAndRestartsTimers();
    void timersMayDestroyThemselves();
    void movesWallTimeToo();
    // SystemClock
    void systemTimersFireOnce();
    void systemTimersMayDestroyThemselves();
    void countsNegativeDelaysAsZero();
};

void TestBase::tellsErrorsOfDifferentAreasApart()
{
    const base::Error ours(CommonError::Timeout, QStringLiteral("x"));
    QVERIFY(ours.is(CommonError::Timeout));
    QVERIFY(!ours.is(CommonError::Cancelled));
    QVERIFY(!ours.is(OtherError::Timeout));
    QVERIFY(!(ours == base::Error(OtherError::Timeout, QStringLiteral("x"))));
    QVERIFY(ours == base::Error(CommonError::Timeout, QStringLiteral("x")));
    QCOMPARE(ours.name(), QStringLiteral("timeout"));
    QCOMPARE(ours.errorClass(), base::ErrorClass::NoAnswer);
}

void TestBase::keepsWhatTheDeviceSaid()
{
    const QJsonObject device{{QStringLiteral("ret"), 203}};
    const base::Error error =
        base::Error(OtherError::Timeout, QStringLiteral("inner"), device).within(QStringLiteral("channel 3"));
    QCOMPARE(error.detail(), QStringLiteral("channel 3: inner"));
    QCOMPARE(error.device(), device);
    QVERIFY(error.is(OtherError::Timeout));
}

void TestBase::answersOnce()
{
    Reply<int> reply;
    const auto future = reply.future();
    QVERIFY(reply.isOpen());
    QVERIFY(!future.isFinished());
    reply.answer(1);
    reply.answer(2);
    QVERIFY(!reply.isOpen());
    QCOMPARE(future.resultCount(), 1);
    QCOMPARE(future.result().value(), 1);
}

void TestBase::cancelsWhatIsDropped()
{
    QFuture<Result<int>> future;
    {
        const Reply<int> reply;
        future = reply.future();
    }
    QVERIFY(future.isFinished());
    QVERIFY(future.result().error().is(CommonError::Cancelled));
}

void TestBase::cancelsWhatIsAssignedOver()
{
    Reply<int> reply;
    const auto first = reply.future();
    reply = Reply<int>();
    QVERIFY(first.result().error().is(CommonError::Cancelled));
    Reply<int> moved = std::move(reply);
    const auto second = moved.future();
    moved.answer(2);
    QCOMPARE(second.result().value(), 2);
}

void TestBase::runsAtOnceInTheSameThread()
{
    QObject target;
    const auto future = base::callOn<int>(&target, [](Reply<int> reply) { reply.answer(7); });
    QVERIFY(future.isFinished());
    QCOMPARE(future.result().value(), 7);
}

void TestBase::runsInTheThreadOfTheTarget()
{
    QThread thread;
    QObject target;
    target.moveToThread(&thread);
    thread.start();
    auto future = base::callOn<quintptr>(
        &target, [](Reply<quintptr> reply) { reply.answer(quintptr(QThread::currentThread())); });
    future.waitForFinished();
    QCOMPARE(future.result().value(), quintptr(&thread));
    thread.quit();
    QVERIFY(thread.wait(10000));
}

void TestBase::cancelsWhenTheTargetIsGone()
{
    QThread thread; // never started: the call is never taken
    auto target = std::make_unique<QObject>();
    target->moveToThread(&thread);
    bool ran = false;
    const auto future = base::callOn<int>(target.get(), [&ran](Reply<int>) { ran = true; });
    QVERIFY(!future.isFinished());
    target.reset();
    QVERIFY(future.isFinished());
    QVERIFY(future.result().error().is(CommonError::Cancelled));
    QVERIFY(!ran);
}

void TestBase::mayBeDestroyedByWhoeverGetsTheAnswer()
{
    auto reply = std::make_unique<Reply<int>>();
    int got = 0;
    reply->future().then([&](const Result<int> &answer) {
        got = answer.value();
        reply.reset();
    });
    reply->answer(5);
    QCOMPARE(got, 5);
    QVERIFY(!reply);
}

void TestBase::worksOnAThreadOfThePool()
{
    const auto here = [] { return quintptr(QThread::currentThreadId()); };
    QThreadPool pool;
    QCOMPARE(base::runOn(pool, here).result() == here(), false);
    QCOMPARE(base::runOnWorker(here).result() == here(), false);
    // The answer comes where it is wanted.
    QObject receiver;
    quintptr answeredIn = 0;
    int sum = 0;
    const auto add = [&](const Result<int> &answer) {
        answeredIn = here();
        sum = *answer;
    };
    base::runOn(pool, [a = 40]() -> Result<int> { return a + 2; }).then(&receiver, add);
    QTRY_COMPARE(sum, 42);
    QCOMPARE(answeredIn, here());
}

void TestBase::previewsBytes()
{
    QCOMPARE(base::hexPreview({}), QString());
    QCOMPARE(base::hexPreview(QByteArray("\xff\x01", 2)), QStringLiteral("ff 01"));
    QCOMPARE(base::hexPreview(QByteArray(5, 'a'), 2), QStringLiteral("61 61 … (5 bytes)"));
    QCOMPARE(base::hexPreview(QByteArray(2, 'a'), 2), QStringLiteral("61 61"));
}

void TestBase::makesDeviceTextPlain_data()
{
    QTest::addColumn<QString>("raw");
    QTest::addColumn<QString>("plain"); // '#' stands for U+FFFD
    const QString smile = QString::fromUtf8("😀");
    const QString a = QStringLiteral("a");
    QTest::newRow("text") << QStringLiteral("Größe 门") << QStringLiteral("Größe 门");
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("HTML stays text") << QStringLiteral("<b>&amp;") << QStringLiteral("<b>&amp;");
    QTest::newRow("control") << QStringLiteral("a\nb\t\u0007c\u007f\u0085") << QStringLiteral("a#b##c##");
    QTest::newRow("separators") << QStringLiteral("a\u2028\u2029") << QStringLiteral("a##");
    QTest::newRow("override") << QStringLiteral("a\u202egpj.x\u2066") << QStringLiteral("a#gpj.x#");
    QTest::newRow("long") << QStringLiteral("123456789") << QStringLiteral("12345678…");
    QTest::newRow("just fits") << QStringLiteral("12345678") << QStringLiteral("12345678");
    QTest::newRow("pair") << smile << smile;
    QTest::newRow("pair at the cut") << QStringLiteral("1234567") + smile << QStringLiteral("1234567…");
    QTest::newRow("half a pair") << a + smile.left(1) + a << QStringLiteral("a#a");
    QTest::newRow("other half") << a + smile.right(1) << QStringLiteral("a#");
}

void TestBase::makesDeviceTextPlain()
{
    QFETCH(QString, raw);
    QFETCH(QString, plain);
    QCOMPARE(base::plainText(raw, 8).replace(QChar::ReplacementCharacter, u'#'), plain);
}

void TestBase::firesInTheOrderOfDeadlines()
{
    test::ManualClock clock;
    const auto start = clock.monotonic();
    QStringList fired;
    const auto note = [&](const char *name) {
        return [&fired, &clock, start, name] {
            const auto at = std::chrono::duration_cast<milliseconds>(clock.monotonic() - start).count();
            fired.append(QStringLiteral("%1@%2").arg(QLatin1String(name)).arg(at));
        };
    };
    const auto late = clock.makeTimer(note("late"));
    const auto early = clock.makeTimer(note("early"));
    const auto same = clock.makeTimer(note("same"));
    late->start(milliseconds(20));
    early->start(milliseconds(10));
    same->start(milliseconds(20));
    clock.advance(milliseconds(9));
    QVERIFY(fired.isEmpty());
    clock.advance(milliseconds(100));
    QCOMPARE(fired,
             QStringList({QStringLiteral("early@10"), QStringLiteral("late@20"), QStringLiteral("same@20")}));
    clock.advance(milliseconds(100));
    QCOMPARE(fired.size(), 3);
}

void TestBase::stopsAndRestartsTimers()
{
    test::ManualClock clock;
    int fired = 0;
    const auto timer = clock.makeTimer([&] { ++fired; });
    timer->start(milliseconds(10));
    QVERIFY(timer->isActive());
    timer->stop();
    clock.advance(milliseconds(20));
    QCOMPARE(fired, 0);
    timer->start(milliseconds(10));
    clock.advance(milliseconds(5));
    timer->start(milliseconds(10));
    clock.advance(milliseconds(9));
    QCOMPARE(fired, 0);
    clock.advance(milliseconds(1));
    QCOMPARE(fired, 1);
    QVERIFY(!timer->isActive());
}

void TestBase::timersMayDestroyThemselves()
{
    test::ManualClock clock;
    std::unique_ptr<base::Timer> timer;
    int fired = 0;
    timer = clock.makeTimer([&] {
        timer.reset();
        ++fired;
    });
    timer->start(milliseconds(1));
    clock.advance(milliseconds(5));
    QCOMPARE(fired, 1);
    QVERIFY(!timer);
}

void TestBase::movesWallTimeToo()
{
    test::ManualClock clock;
    const QDateTime before = clock.now();
    clock.advance(milliseconds(1234));
    QCOMPARE(before.msecsTo(clock.now()), qint64(1234));
    QCOMPARE(before.timeSpec(), Qt::UTC);
}

void TestBase::systemTimersFireOnce()
{
    base::SystemClock clock;
    const auto before = clock.monotonic();
    int fired = 0;
    const auto timer = clock.makeTimer([&] { ++fired; });
    timer->start(milliseconds(20));
    QVERIFY(timer->isActive());
    QTRY_COMPARE(fired, 1);
    QVERIFY(clock.monotonic() - before >= milliseconds(19));
    QVERIFY(!timer->isActive());
}

void TestBase::systemTimersMayDestroyThemselves()
{
    base::SystemClock clock;
    std::unique_ptr<base::Timer> timer;
    QByteArray kept(1000, 'x');
    bool fired = false;
    timer = clock.makeTimer([&, kept] {
        timer.reset();
        fired = kept.endsWith('x'); // what the callback holds must live on
    });
    timer->start(milliseconds(0));
    QTRY_VERIFY(fired);
}

void TestBase::countsNegativeDelaysAsZero()
{
    base::SystemClock clock;
    bool fired = false;
    const auto timer = clock.makeTimer([&] { fired = true; });
    timer->start(milliseconds(-5));
    QTRY_VERIFY(fired);
}

QTEST_GUILESS_MAIN(TestBase)
#include "tst_base.moc"
