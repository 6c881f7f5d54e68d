// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/media/clip_writer.h"
#include "core/media/frame_picker.h"
#include "ui/systems/dvr/tile_feed.h"

#include <QFuture>

#include <vector>

namespace opsdeck::dvr {

/// The last half minute of a stream as a tile shows it: plays in time, stands still at any frame. Owns a copy of the
/// frames (their bytes are shared with the live stream's memory), so it stays what it was while the live stream goes
/// on. GUI thread; decodes on the pool, never here. Made paused, at its first frame. Time is counted from there.
class ReplayFeed final : public TileFeed
{
    Q_OBJECT
public:
    using Milliseconds = std::chrono::milliseconds;

    static constexpr double kSlowest = 0.25;
    static constexpr double kFastest = 4;

    /// @param frames as ReplayBuffer::snapshot() gives them; may be empty. @param pool, @param clock must outlive this
    /// object. @param wakeUp posted after each new picture.
    ReplayFeed(QList<media::EncodedFrame> frames, media::DecodePool &pool, base::Clock &clock,
               std::shared_ptr<media::WakeUp> wakeUp, QObject *parent = nullptr);
    ~ReplayFeed() override;

    /// From the beginning when it stands at the end.
    void play();
    void pause();
    bool isPlaying() const { return m_isPlaying; }
    /// @param position from the first frame; bounded to 0–duration(). Shows the frame of that moment; goes on playing if
    /// it plays.
    void seek(Milliseconds position);
    /// Pauses and goes so many frames on (or back).
    void step(int frames);
    /// @param speed 0.25–4, cut to that; 1 = as it was.
    void setSpeed(double speed);
    double speed() const { return m_speed; }

    Milliseconds position() const;
    /// From the first frame to the last.
    Milliseconds duration() const;
    /// When the shown frame was received, UTC; invalid without frames.
    QDateTime frameTime() const;
    bool isEmpty() const { return m_times.empty(); }

    /// All frames, with sound; for saving.
    QList<media::EncodedFrame> frames() const { return m_frames; }
    /// Those of a span: from the key frame at or before `from` up to and with `to`.
    QList<media::EncodedFrame> frames(Milliseconds from, Milliseconds to) const;

    media::Picture takePicture() override { return m_picker.takePicture(); }
    void setTarget(QSize size) override { m_picker.setTarget(size, media::Fit::Stretch); }
    void setCrop(const QRectF &part) override { m_picker.setCrop(part); }
    void setVisible(bool isVisible) override { m_picker.setVisible(isVisible); }
    FeedFigures figures() const override;
    void keepAlive() override {}
    std::shared_ptr<media::ReplayBuffer> replay() const override { return nullptr; }

Q_SIGNALS:
    /// Another frame is shown (or will be, as soon as it is decoded).
    void positionChanged(std::chrono::milliseconds position);
    void playingChanged(bool isPlaying);
    void speedChanged(double speed);
    /// It played to its last frame and stands there now, paused.
    void ended();

private:
    using Nanoseconds = std::chrono::nanoseconds;

    Nanoseconds playPosition() const;
    int indexAt(Nanoseconds position) const;
    void goTo(int index);
    void setPlaying(bool isPlaying);
    void follow();
    void arm();

    const QList<media::EncodedFrame> m_frames;
    const QList<media::EncodedFrame> m_video;
    std::vector<Nanoseconds> m_times; ///< of m_video, from the first, never falling
    base::Clock &m_clock;
    QDateTime m_firstTime; ///< wall time of the first video frame
    media::FramePicker m_picker;
    std::unique_ptr<base::Timer> m_timer;
    int m_index = -1;
    bool m_isPlaying = false;
    double m_speed = 1;
    Nanoseconds m_anchor{0};   ///< position …
    Nanoseconds m_anchorAt{0}; ///< … at this monotonic time, while playing
};

/// Writes frames of a replay into a clip on a worker; returns at once. @param path ends in .mp4, .mkv, .h264 or .h265; a
/// file of that name is replaced. Errors: as media::ClipWriter's.
QFuture<base::Result<media::ClipSummary>> saveReplay(const QList<media::EncodedFrame> &frames,
                                                     const QString &path);

} // namespace opsdeck::dvr
