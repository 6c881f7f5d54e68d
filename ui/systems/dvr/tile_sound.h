// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/systems/dvr/live_hub.h"
#include "ui/systems/dvr/channel_ref.h"
#include "ui/systems/dvr/sound_output.h"

#include <QObject>
#include <QThread>

namespace opsdeck::dvr {

/// The sound of one camera at a time. Owns its use of the live stream and the sound thread, where the loudspeaker is;
/// sound is decoded on its way there, in the stream's thread. GUI thread.
class TileSound final : public QObject
{
    Q_OBJECT
public:
    enum class State {
        Off,
        Waiting, ///< switched on; the stream has brought nothing yet, or is down
        Playing,
        NoSound,  ///< pictures come, sound does not
        NoOutput, ///< this computer has no sound output
        Unknown,  ///< sound of a kind that cannot be played
    };
    Q_ENUM(State)

    /// Pictures without any sound for this long: the camera sends none.
    static constexpr std::chrono::milliseconds kPatience{3000};
    static constexpr int kDefaultVolume = 70;

    /// @param hub, @param clock must outlive this object. @param makeOutput called in the sound thread.
    TileSound(LiveHub &hub, base::Clock &clock, SoundOutputFactory makeOutput = makeSystemSoundOutput,
              QObject *parent = nullptr);
    ~TileSound() override;

    /// Plays this camera instead of another. @param stream best the one that is open anyway.
    void play(const ChannelRef &channel, StreamKind stream);
    void stop();
    /// Null when the sound is off.
    ChannelRef channel() const { return m_channel; }
    State state() const { return m_state; }
    /// For the operator: why nothing is heard, or empty. Translated, without a full stop.
    QString stateText() const;

    /// @param percent 0–100, cut to that. Kept over changes of the camera.
    void setVolume(int percent);
    int volume() const { return m_volume; }

Q_SIGNALS:
    void stateChanged(opsdeck::dvr::TileSound::State state);
    void channelChanged(const opsdeck::dvr::ChannelRef &channel);
    void volumeChanged(int percent);

private:
    class Sink;
    class Speaker;

    void setState(State state);
    void look();
    void openSpeaker(int sampleRate);

    LiveHub &m_hub;
    QThread m_thread;
    Speaker *m_speaker; ///< lives in m_thread
    std::unique_ptr<base::Timer> m_lookTimer;
    base::Clock &m_clock;
    std::shared_ptr<Sink> m_sink;
    std::unique_ptr<LiveSubscription> m_use;
    ChannelRef m_channel;
    State m_state = State::Off;
    int m_volume = kDefaultVolume;
    int m_openRate = 0;        ///< of the open speaker, Hz; 0 = closed
    quint64 m_soundBefore = 0; ///< blocks at the last look
    quint64 m_picturesBefore = 0;
    std::chrono::nanoseconds m_soundAt{0}; ///< when sound came last, or could not have
};

} // namespace opsdeck::dvr
