// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/media/crop.h"
#include "core/media/decode_pool.h"
#include "core/media/encoded_frame.h"
#include "core/media/fit.h"
#include "core/media/picture.h"
#include "core/media/wake_up.h"

namespace opsdeck::media {

/// What a pipeline has seen and done since it was made. A snapshot.
struct PipelineCounters {
    quint64 framesIn = 0; ///< video frames pushed
    quint64 bytesIn = 0;
    quint64 decoded = 0;       ///< pictures that came out of the decoder
    quint64 scaled = 0;        ///< of these, pictures made ready to paint (fewer when frames were late)
    quint64 decodeErrors = 0;  ///< frames refused, and pictures with concealed damage
    quint64 droppedLate = 0;   ///< frames thrown away undecoded because the backlog was too long
    quint64 skipped = 0;       ///< frames not decoded: invisible, or no key frame seen yet
    bool waitingForKey = true; ///< nothing can be decoded before the next key frame: worth asking for one
    VideoCodec codec = VideoCodec::Unknown;    ///< as decoded, whatever the frame header says
    QSize size;                                ///< of the stream's pictures, unscaled
    std::chrono::nanoseconds lastPictureAt{0}; ///< Clock::monotonic() of the last decoded picture; 0 = none
};

/// One stream from encoded frames to pictures that fit their place on the screen: push frames in, take the
/// newest picture out. Frames are decoded in order, by one worker of the pool at a time; a late picture is
/// decoded but neither scaled nor kept; a backlog of more than 1 s, 50 frames or 16 MiB is cut back to its newest
/// key frame. Waits for a key frame at the start and after every loss.
///
/// All functions may be called from any thread and return at once (none waits for a decoder). Never touches Gui.
class VideoPipeline final
{
public:
    /// @param pool may end before the pipeline, which then does nothing. @param clock must outlive the pool.
    /// @param wakeUp called on a worker after each new picture; may be shared and may be null.
    VideoPipeline(DecodePool &pool, base::Clock &clock, std::shared_ptr<WakeUp> wakeUp);
    /// After it returned, wakeUp is not called by this pipeline any more.
    ~VideoPipeline();

    VideoPipeline(const VideoPipeline &) = delete;
    VideoPipeline &operator=(const VideoPipeline &) = delete;

    /// Takes a frame (no copy of its bytes). Audio and info frames are ignored.
    void push(EncodedFrame frame);

    /// Starts anew with the frames of a stream since its newest key frame, which it joins in its middle: they are decoded
    /// to the end without being shown and are neither counted nor cut as late; the picture that comes out is the newest
    /// frame's. Nothing but video is taken of them. Nothing happens while invisible, or with more than kMaxPrimed frames
    /// (the next key frame comes sooner than their end).
    void prime(const QList<EncodedFrame> &frames);
    static constexpr qsizetype kMaxPrimed = 300;

    /// The newest picture that was not taken yet; a null Picture when there is none. Its size is that of the target
    /// set when it was scaled, which after a resize may be the old one.
    Picture takePicture();

    /// The box to fit pictures into, in device pixels; from the next picture on. Empty (the initial state) =
    /// decode and count but make no pictures.
    void setTarget(QSize box, Fit fit = Fit::KeepAspect);

    /// The part of the stream's picture to show (digital zoom), see boundedPart(); from the next picture on. The
    /// Picture's `crop` says which part it is of. Initially the whole.
    void setCrop(const QRectF &part);

    /// An invisible stream (false) is not decoded at all and gives back its decoder's memory; visible again, it
    /// starts at the next key frame. Initially visible.
    void setVisible(bool visible);

    /// Forgets what is queued, the decoder's state and the untaken picture: the stream starts anew (reconnect,
    /// other stream). Counters stay.
    void reset();

    PipelineCounters counters() const;

private:
    class Core;
    std::shared_ptr<Core> m_core;
};

} // namespace opsdeck::media
