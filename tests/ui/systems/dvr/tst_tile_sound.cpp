// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/dvr/tile_sound.h"

#include "tests/core/systems/dvr/played_source.h"
#include "tests/support/manual_clock.h"

#include <QIODevice>
#include <QMutex>
#include <QSignalSpy>
#include <QTest>

using namespace opsdeck;
using namespace opsdeck::dvr;
using namespace std::chrono_literals;
using State = TileSound::State;

namespace {

const ChannelRef kGate{QStringLiteral("north"), 0};
const ChannelRef kYard{QStringLiteral("north"), 1};
const QString kGateStream = QStringLiteral("north/0s");
const QString kYardStream = QStringLiteral("north/1s");

/// What the loudspeaker of a test has seen; outlives it.
struct Room {
    bool hasOutput = true;
    std::atomic<int> rate{0};
    std::atomic<int> starts{0};
    std::atomic<bool> isOn{false};
    std::atomic<int> volume{-1};
    std::atomic<QThread *> thread{nullptr};
    QMutex mutex;
    QIODevice *source = nullptr;

    QByteArray hear(int bytes)
    {
        const QMutexLocker lock(&mutex);
        return source ? source->read(bytes) : QByteArray();
    }
};

class MadeUpOutput final : public SoundOutput
{
public:
    explicit MadeUpOutput(std::shared_ptr<Room> room)
        : m_room(std::move(room))
    {
    }
    ~MadeUpOutput() override { stop(); }
    bool start(int sampleRate, QIODevice *source) override
    {
        if (!m_room->hasOutput)
            return false;
        const QMutexLocker lock(&m_room->mutex);
        m_room->source = source;
        m_room->thread = QThread::currentThread();
        m_room->rate = sampleRate;
        ++m_room->starts;
        m_room->isOn = true;
        return true;
    }
    void stop() override
    {
        const QMutexLocker lock(&m_room->mutex);
        m_room->source = nullptr;
        m_room->isOn = false;
    }
    void setVolume(double volume) override { m_room->volume = qRound(volume * 100); }

private:
    const std::shared_ptr<Room> m_room;
};

struct Bench {
    test::ManualClock clock;
    test::PlayedSource source;
    LiveHub hub{source};
    std::shared_ptr<Room> room = std::make_shared<Room>();
    TileSound sound{hub, clock, [room = room] { return std::make_unique<MadeUpOutput>(room); }};

    /// Sound of so many 20 ms blocks, and a picture with each.
    void play(const QString &stream, int blocks, media::AudioCodec codec = media::AudioCodec::G711A,
              int rate = 8000)
    {
        for (int i = 0; i < blocks; ++i) {
            source.play(stream, i == 0 ? "K" : "d");
            media::EncodedFrame block;
            block.kind = media::EncodedFrame::Kind::Audio;
            block.audioCodec = codec;
            block.sampleRate = rate;
            block.payload = QByteArray(rate / 50, '\x2a');
            source.sink(stream).frameReceived(block);
        }
    }
    void goLive(const QString &stream) { source.tell(stream, LiveStatus::State::Live); }
};

} // namespace

class TestTileSound : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isOffAndCostsNothingAtFirst()
    {
        Bench bench;
        QCOMPARE(bench.sound.state(), State::Off);
        QVERIFY(bench.sound.channel().isNull());
        QCOMPARE(bench.source.opened, 0);
        bench.clock.advance(10s);
        QCOMPARE(bench.room->starts.load(), 0);
    }

    void playsWhatTheCameraSends()
    {
        Bench bench;
        QSignalSpy channel(&bench.sound, &TileSound::channelChanged);
        bench.sound.play(kGate, StreamKind::Sub);
        QCOMPARE(channel.size(), 1);
        QCOMPARE(bench.sound.state(), State::Waiting);
        QVERIFY(!bench.sound.stateText().isEmpty());
        bench.goLive(kGateStream);
        bench.play(kGateStream, 10);
        bench.clock.advance(250ms);
        QTRY_COMPARE(bench.sound.state(), State::Playing);
        QCOMPARE(bench.sound.stateText(), QString());
        QCOMPARE(bench.room->rate.load(), 8000);
        QCOMPARE(bench.room->volume.load(), TileSound::kDefaultVolume);
        QVERIFY(bench.room->thread.load() != QThread::currentThread());
        // 200 ms of sound, then silence; never an end.
        const QByteArray heard = bench.room->hear(3200);
        QCOMPARE(heard.size(), 3200);
        QVERIFY(heard.count('\0') < 3200);
        QCOMPARE(bench.room->hear(3200), QByteArray(3200, '\0'));
    }

    void playsOneCameraAtATime()
    {
        Bench bench;
        bench.sound.play(kGate, StreamKind::Sub);
        bench.goLive(kGateStream);
        bench.play(kGateStream, 10);
        bench.clock.advance(250ms);
        QTRY_VERIFY(bench.room->isOn);
        bench.sound.play(kYard, StreamKind::Sub);
        QCOMPARE(bench.sound.channel(), kYard);
        QCOMPARE(bench.source.open.size(), 1);
        QCOMPARE(bench.sound.state(), State::Waiting);
        QTRY_VERIFY(!bench.room->isOn);
        bench.goLive(kYardStream);
        bench.play(kYardStream, 10, media::AudioCodec::Pcm16, 16000);
        bench.clock.advance(250ms);
        QTRY_COMPARE(bench.sound.state(), State::Playing);
        QCOMPARE(bench.room->rate.load(), 16000);
        QCOMPARE(bench.room->starts.load(), 2);
    }

    void staysOpenWhenTheSameCameraIsAskedForAgain()
    {
        Bench bench;
        bench.sound.play(kGate, StreamKind::Sub);
        bench.sound.play(kGate, StreamKind::Sub);
        QCOMPARE(bench.source.opened, 1);
    }

    void stops()
    {
        Bench bench;
        bench.sound.play(kGate, StreamKind::Sub);
        bench.goLive(kGateStream);
        bench.play(kGateStream, 10);
        bench.clock.advance(250ms);
        QTRY_COMPARE(bench.sound.state(), State::Playing);
        bench.sound.stop();
        QCOMPARE(bench.sound.state(), State::Off);
        QVERIFY(bench.sound.channel().isNull());
        QCOMPARE(bench.source.open.size(), 0);
        QTRY_VERIFY(!bench.room->isOn);
    }

    void saysThatTheCameraSendsNone()
    {
        Bench bench;
        bench.sound.play(kGate, StreamKind::Sub);
        bench.clock.advance(10s);
        // Not before it sends anything.
        QCOMPARE(bench.sound.state(), State::Waiting);
        bench.goLive(kGateStream);
        for (int i = 0; i < 20; ++i) {
            bench.source.play(kGateStream, "Kddddd");
            bench.clock.advance(250ms);
        }
        QCOMPARE(bench.sound.state(), State::NoSound);
        QCOMPARE(bench.sound.stateText(), QStringLiteral("this camera sends no sound"));
        // Until it does.
        bench.play(kGateStream, 10);
        bench.clock.advance(250ms);
        QTRY_COMPARE(bench.sound.state(), State::Playing);
    }

    void saysThatTheKindOfSoundIsUnknown()
    {
        Bench bench;
        bench.sound.play(kGate, StreamKind::Sub);
        bench.goLive(kGateStream);
        for (int i = 0; i < 20; ++i) {
            bench.play(kGateStream, 5, media::AudioCodec::G729);
            bench.clock.advance(250ms);
        }
        QCOMPARE(bench.sound.state(), State::Unknown);
        QVERIFY(!bench.sound.stateText().isEmpty());
        QCOMPARE(bench.room->starts.load(), 0);
    }

    void saysThatThisComputerHasNoOutput()
    {
        Bench bench;
        bench.room->hasOutput = false;
        bench.sound.play(kGate, StreamKind::Sub);
        bench.goLive(kGateStream);
        bench.play(kGateStream, 10);
        bench.clock.advance(250ms);
        QTRY_COMPARE(bench.sound.state(), State::NoOutput);
        QCOMPARE(bench.sound.stateText(), QStringLiteral("no sound output on this computer"));
        bench.play(kGateStream, 10);
        bench.clock.advance(5s);
        QCOMPARE(bench.sound.state(), State::NoOutput);
    }

    void waitsThroughAnOutage()
    {
        Bench bench;
        bench.sound.play(kGate, StreamKind::Sub);
        bench.goLive(kGateStream);
        bench.play(kGateStream, 10);
        bench.clock.advance(250ms);
        QTRY_COMPARE(bench.sound.state(), State::Playing);
        bench.source.tell(kGateStream, LiveStatus::State::Offline);
        bench.clock.advance(5s);
        QCOMPARE(bench.sound.state(), State::Waiting);
        // What was said before is not said after it.
        QCOMPARE(bench.room->hear(320), QByteArray(320, '\0'));
        bench.goLive(kGateStream);
        bench.play(kGateStream, 10);
        bench.clock.advance(250ms);
        QCOMPARE(bench.sound.state(), State::Playing);
    }

    void keepsTheVolumeWithinItsRange()
    {
        Bench bench;
        QSignalSpy changed(&bench.sound, &TileSound::volumeChanged);
        bench.sound.setVolume(30);
        QCOMPARE(bench.sound.volume(), 30);
        bench.sound.play(kGate, StreamKind::Sub);
        bench.goLive(kGateStream);
        bench.play(kGateStream, 10);
        bench.clock.advance(250ms);
        QTRY_COMPARE(bench.room->volume.load(), 30);
        bench.sound.setVolume(900);
        QCOMPARE(bench.sound.volume(), 100);
        QTRY_COMPARE(bench.room->volume.load(), 100);
        bench.sound.setVolume(-3);
        QTRY_COMPARE(bench.room->volume.load(), 0);
        QCOMPARE(changed.size(), 3);
    }
};

QTEST_GUILESS_MAIN(TestTileSound)
#include "tst_tile_sound.moc"
