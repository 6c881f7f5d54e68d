// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

class QIODevice;

namespace opsdeck::dvr {

/// A loudspeaker. Made, used and destroyed in the sound thread, whose event loop runs: opening a device may take long,
/// and a busy window must not make it stutter.
class SoundOutput
{
public:
    SoundOutput() = default;
    SoundOutput(const SoundOutput &) = delete;
    SoundOutput &operator=(const SoundOutput &) = delete;
    virtual ~SoundOutput() = default;

    /// Plays what it reads from `source` (signed 16 bit, one channel, native byte order; never ends), which outlives it.
    /// Called again for another sample rate. @return false when this computer has nothing to play it on.
    virtual bool start(int sampleRate, QIODevice *source) = 0;
    virtual void stop() = 0;
    /// @param volume 0–1, as loud as it sounds.
    virtual void setVolume(double volume) = 0;
};

using SoundOutputFactory = std::function<std::unique_ptr<SoundOutput>()>;

/// The system's default output, by Qt Multimedia.
std::unique_ptr<SoundOutput> makeSystemSoundOutput();

} // namespace opsdeck::dvr
