// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/dvr/sound_output.h"

#include <QAudioFormat>
#include <QAudioSink>
#include <QMediaDevices>

namespace opsdeck::dvr {

namespace {

/// How much the device is fed ahead, in ms: more is safer, and later.
constexpr int kDeviceBuffer = 100;

class SystemSoundOutput final : public SoundOutput
{
public:
    bool start(int sampleRate, QIODevice *source) override
    {
        stop();
        const QAudioDevice device = QMediaDevices::defaultAudioOutput();
        QAudioFormat format;
        format.setSampleRate(sampleRate);
        format.setChannelCount(1);
        format.setSampleFormat(QAudioFormat::Int16);
        if (device.isNull() || !device.isFormatSupported(format))
            return false;
        m_sink = std::make_unique<QAudioSink>(device, format);
        m_sink->setBufferSize(format.bytesForDuration(kDeviceBuffer * 1000));
        m_sink->setVolume(m_volume);
        m_sink->start(source);
        return m_sink->error() == QAudio::NoError;
    }

    void stop() override
    {
        if (m_sink)
            m_sink->stop();
        m_sink.reset();
    }

    void setVolume(double volume) override
    {
        m_volume = QAudio::convertVolume(volume, QAudio::LogarithmicVolumeScale, QAudio::LinearVolumeScale);
        if (m_sink)
            m_sink->setVolume(m_volume);
    }

private:
    std::unique_ptr<QAudioSink> m_sink;
    double m_volume = 1;
};

} // namespace

std::unique_ptr<SoundOutput> makeSystemSoundOutput()
{
    return std::make_unique<SystemSoundOutput>();
}

} // namespace opsdeck::dvr
