// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/dvr/tile_sound.h"

#include "core/media/audio_decoder.h"
#include "core/media/jitter_buffer.h"

#include <QIODevice>

#include <algorithm>
#include <atomic>
#include <mutex>

namespace opsdeck::dvr {

namespace {

constexpr std::chrono::milliseconds kLookEvery{250};

/// What the loudspeaker reads: sound or silence, without end.
class SoundSource final : public QIODevice
{
public:
    explicit SoundSource(std::shared_ptr<media::JitterBuffer> buffer)
        : m_buffer(std::move(buffer))
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    bool isSequential() const override { return true; }
    qint64 bytesAvailable() const override { return 1 << 16; }

protected:
    qint64 readData(char *data, qint64 bytes) override
    {
        bytes = bytes / 2 * 2;
        m_buffer->pull(data, bytes);
        return bytes;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    const std::shared_ptr<media::JitterBuffer> m_buffer;
};

} // namespace

/// Takes what the stream's thread brings, and decodes it: a table look-up a sample.
class TileSound::Sink final : public LiveSink
{
public:
    void frameReceived(const media::EncodedFrame &frame) override
    {
        if (frame.kind != media::EncodedFrame::Kind::Audio) {
            pictures += frame.isVideo() ? 1 : 0;
            return;
        }
        const auto block = m_decoder.decode(frame);
        if (!block) {
            ++unknown;
            return;
        }
        buffer->setSampleRate(block->sampleRate);
        buffer->push(block->samples);
        ++blocks;
    }
    /// What was said before we listened is past.
    void joined(const QList<media::EncodedFrame> &) override {}
    void statusChanged(const LiveStatus &status) override
    {
        isLive = status.state == LiveStatus::State::Live;
        if (!isLive)
            buffer->clear();
    }
    void countersChanged(const LiveCounters &) override {}

    const std::shared_ptr<media::JitterBuffer> buffer = std::make_shared<media::JitterBuffer>();
    std::atomic<quint64> blocks{0};
    std::atomic<quint64> unknown{0}; ///< blocks of a kind we cannot decode
    std::atomic<quint64> pictures{0};
    std::atomic<bool> isLive{false};

private:
    media::AudioDecoder m_decoder; ///< the stream's thread only
};

/// The loudspeaker's end, in the sound thread.
class TileSound::Speaker final : public QObject
{
public:
    explicit Speaker(SoundOutputFactory makeOutput)
        : m_makeOutput(std::move(makeOutput))
    {
    }
    ~Speaker() override
    {
        m_output.reset();
        m_source.reset();
    }

    bool start(int sampleRate, std::shared_ptr<media::JitterBuffer> buffer, double volume)
    {
        if (!m_output)
            m_output = m_makeOutput();
        m_output->stop();
        m_source = std::make_unique<SoundSource>(std::move(buffer));
        m_output->setVolume(volume);
        return m_output->start(sampleRate, m_source.get());
    }
    void stop()
    {
        if (m_output)
            m_output->stop();
        m_source.reset();
    }
    void setVolume(double volume)
    {
        if (m_output)
            m_output->setVolume(volume);
    }

private:
    const SoundOutputFactory m_makeOutput;
    std::unique_ptr<SoundOutput> m_output;
    std::unique_ptr<SoundSource> m_source;
};

TileSound::TileSound(LiveHub &hub, base::Clock &clock, SoundOutputFactory makeOutput, QObject *parent)
    : QObject(parent)
    , m_hub(hub)
    , m_speaker(new Speaker(std::move(makeOutput)))
    , m_lookTimer(clock.makeTimer([this] { look(); }))
    , m_clock(clock)
{
    m_thread.setObjectName(QStringLiteral("sound"));
    m_speaker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_speaker, &QObject::deleteLater);
}

TileSound::~TileSound()
{
    m_use.reset();
    if (!m_thread.isRunning()) {
        delete m_speaker;
        return;
    }
    m_thread.quit();
    m_thread.wait();
}

void TileSound::play(const ChannelRef &channel, StreamKind stream)
{
    if (channel.isNull()) {
        stop();
        return;
    }
    // Only whoever listens pays for the thread.
    if (!m_thread.isRunning())
        m_thread.start();
    const bool isOther = channel != m_channel;
    m_channel = channel;
    m_openRate = 0;
    m_soundBefore = m_picturesBefore = 0;
    m_soundAt = m_clock.monotonic();
    m_sink = std::make_shared<Sink>();
    // The new use first: where it is the same stream, it stays open.
    m_use = m_hub.subscribe(channel.deviceId, channel.channel, stream, m_sink);
    QMetaObject::invokeMethod(m_speaker, [speaker = m_speaker] { speaker->stop(); });
    setState(State::Waiting);
    m_lookTimer->start(kLookEvery);
    if (isOther)
        Q_EMIT channelChanged(channel);
}

void TileSound::stop()
{
    if (m_channel.isNull())
        return;
    m_use.reset();
    m_sink.reset();
    m_channel = ChannelRef();
    m_lookTimer->stop();
    QMetaObject::invokeMethod(m_speaker, [speaker = m_speaker] { speaker->stop(); });
    setState(State::Off);
    Q_EMIT channelChanged(m_channel);
}

void TileSound::setVolume(int percent)
{
    percent = std::clamp(percent, 0, 100);
    if (percent == m_volume)
        return;
    m_volume = percent;
    if (m_thread.isRunning()) {
        QMetaObject::invokeMethod(m_speaker,
                                  [speaker = m_speaker, percent] { speaker->setVolume(percent / 100.0); });
    }
    Q_EMIT volumeChanged(percent);
}

void TileSound::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

void TileSound::openSpeaker(int sampleRate)
{
    m_openRate = sampleRate;
    QMetaObject::invokeMethod(
        m_speaker, [this, sink = m_sink, speaker = m_speaker, sampleRate, volume = m_volume / 100.0] {
            const bool isOpen = speaker->start(sampleRate, sink->buffer, volume);
            // Back in the window's thread; another camera may be on by then.
            QMetaObject::invokeMethod(this, [this, sink, isOpen] {
                if (sink == m_sink)
                    setState(isOpen ? State::Playing : State::NoOutput);
            });
        });
}

void TileSound::look()
{
    m_lookTimer->start(kLookEvery);
    const auto now = m_clock.monotonic();
    const quint64 blocks = m_sink->blocks;
    const quint64 pictures = m_sink->pictures;
    if (blocks != m_soundBefore || !m_sink->isLive || pictures == m_picturesBefore)
        m_soundAt = now;
    const bool hasSound = std::exchange(m_soundBefore, blocks) != blocks;
    m_picturesBefore = pictures;
    if (hasSound) {
        if (const int rate = m_sink->buffer->sampleRate(); rate != m_openRate)
            openSpeaker(rate);
        else if (m_state == State::Waiting || m_state == State::NoSound || m_state == State::Unknown)
            setState(State::Playing);
        return;
    }
    if (m_state == State::NoOutput)
        return;
    if (!m_sink->isLive)
        setState(State::Waiting);
    else if (now - m_soundAt >= kPatience)
        setState(m_sink->unknown > 0 ? State::Unknown : State::NoSound);
}

QString TileSound::stateText() const
{
    switch (m_state) {
    case State::Off:
    case State::Playing:
        return QString();
    case State::Waiting:
        return tr("waiting for sound");
    case State::NoSound:
        return tr("this camera sends no sound");
    case State::NoOutput:
        return tr("no sound output on this computer");
    case State::Unknown:
        return tr("this camera's sound cannot be played");
    }
    return QString();
}

} // namespace opsdeck::dvr
