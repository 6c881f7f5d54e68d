// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/jitter_buffer.h"

#include <QtTest>

#include <atomic>
#include <thread>

using namespace opsdeck::media;
using namespace std::chrono_literals;

namespace {

/// So much sound at 8 kHz, every byte the same.
QByteArray sound(std::chrono::milliseconds time, char value = 'x')
{
    return QByteArray(qsizetype(time.count()) * 16, value);
}

QByteArray pulled(JitterBuffer &buffer, std::chrono::milliseconds time)
{
    QByteArray out(qsizetype(time.count()) * 16, '?');
    buffer.pull(out.data(), out.size());
    return out;
}

QByteArray silence(std::chrono::milliseconds time)
{
    return sound(time, '\0');
}

} // namespace

class TstJitterBuffer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isSilentUntilEnoughIsThere();
    void givesWhatCameInOrder();
    void isSilentAgainWhenItRunsDry();
    void dropsTheOldestWhenItIsLate();
    void staysWithinItsBoundWhateverComes();
    void emptiesForAnotherSampleRate();
    void ignoresHalfASample();
    void worksFromTwoThreads();
};

void TstJitterBuffer::isSilentUntilEnoughIsThere()
{
    JitterBuffer buffer;
    QCOMPARE(pulled(buffer, 20ms), silence(20ms));
    buffer.push(sound(100ms));
    QCOMPARE(pulled(buffer, 20ms), silence(20ms));
    QCOMPARE(buffer.waiting(), 100ms);
    buffer.push(sound(20ms));
    QCOMPARE(pulled(buffer, 20ms), sound(20ms));
    QCOMPARE(buffer.waiting(), 100ms);
}

void TstJitterBuffer::givesWhatCameInOrder()
{
    JitterBuffer buffer;
    buffer.push(sound(100ms, 'a'));
    buffer.push(sound(100ms, 'b'));
    QCOMPARE(pulled(buffer, 60ms), sound(60ms, 'a'));
    buffer.push(sound(40ms, 'c'));
    QCOMPARE(pulled(buffer, 180ms), sound(40ms, 'a') + sound(100ms, 'b') + sound(40ms, 'c'));
}

void TstJitterBuffer::isSilentAgainWhenItRunsDry()
{
    JitterBuffer buffer;
    buffer.push(sound(120ms));
    QCOMPARE(pulled(buffer, 200ms), sound(120ms) + silence(80ms));
    // And gathers again before it goes on, rather than to stutter.
    buffer.push(sound(40ms));
    QCOMPARE(pulled(buffer, 20ms), silence(20ms));
    buffer.push(sound(80ms));
    QCOMPARE(pulled(buffer, 20ms), sound(20ms));
}

void TstJitterBuffer::dropsTheOldestWhenItIsLate()
{
    JitterBuffer buffer;
    buffer.push(sound(380ms, 'a'));
    buffer.push(sound(120ms, 'b'));
    QCOMPARE(buffer.waiting(), 500ms);
    QCOMPARE(buffer.dropped(), 0ms);
    buffer.push(sound(20ms, 'c'));
    QCOMPARE(buffer.waiting(), 120ms);
    QCOMPARE(buffer.dropped(), 400ms);
    QCOMPARE(pulled(buffer, 120ms), sound(100ms, 'b') + sound(20ms, 'c'));
}

void TstJitterBuffer::staysWithinItsBoundWhateverComes()
{
    JitterBuffer buffer;
    for (int i = 0; i < 200; ++i) {
        buffer.push(sound(std::chrono::milliseconds(i * 7 % 900)));
        QVERIFY(buffer.waiting() <= JitterBuffer::kMost);
        if (i % 3 == 0)
            pulled(buffer, 13ms);
    }
}

void TstJitterBuffer::emptiesForAnotherSampleRate()
{
    JitterBuffer buffer;
    buffer.push(sound(200ms));
    buffer.setSampleRate(8000);
    QCOMPARE(buffer.waiting(), 200ms);
    buffer.setSampleRate(16000);
    QCOMPARE(buffer.waiting(), 0ms);
    QCOMPARE(buffer.sampleRate(), 16000);
    buffer.push(sound(200ms));
    QCOMPARE(buffer.waiting(), 100ms);
    buffer.setSampleRate(0);
    QCOMPARE(buffer.sampleRate(), 1);
    buffer.setSampleRate(2'000'000'000);
    QCOMPARE(buffer.sampleRate(), 192'000);
    buffer.push(sound(1000ms));
}

void TstJitterBuffer::ignoresHalfASample()
{
    JitterBuffer buffer;
    buffer.push(sound(120ms) + "x");
    QCOMPARE(pulled(buffer, 121ms), sound(120ms) + silence(1ms));
}

void TstJitterBuffer::worksFromTwoThreads()
{
    JitterBuffer buffer;
    std::atomic<bool> ended{false};
    std::thread speaker([&] {
        while (!ended)
            pulled(buffer, 5ms);
    });
    for (int i = 0; i < 20'000; ++i)
        buffer.push(sound(10ms));
    ended = true;
    speaker.join();
    QVERIFY(buffer.waiting() <= JitterBuffer::kMost);
}

QTEST_GUILESS_MAIN(TstJitterBuffer)
#include "tst_jitter_buffer.moc"
