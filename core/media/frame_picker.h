// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/crop.h"
#include "core/media/decode_pool.h"
#include "core/media/encoded_frame.h"
#include "core/media/fit.h"
#include "core/media/picture.h"
#include "core/media/wake_up.h"

#include <QList>

namespace opsdeck::media {

/// Shows any one frame of a list that is in memory: a replay, forwards, backwards, frame by frame. Decodes on the pool
/// from the key frame before (or on from the frame that was shown last), and makes a picture of the asked frame alone.
/// While it works towards one frame, the newest further wish waits: scrubbing shows pictures however long a group is.
///
/// All functions may be called from any thread and return at once. Never touches Gui.
class FramePicker final
{
public:
    /// @param frames video only. @param pool may end before the picker, which then does nothing. @param wakeUp called
    /// on a worker after each new picture; may be shared and may be null.
    FramePicker(QList<EncodedFrame> frames, DecodePool &pool, std::shared_ptr<WakeUp> wakeUp);
    /// After it returned, wakeUp is not called by this picker any more.
    ~FramePicker();
    FramePicker(const FramePicker &) = delete;
    FramePicker &operator=(const FramePicker &) = delete;

    /// Asks for a frame, by its place in the list; places outside are ignored. A frame that cannot be decoded, and those
    /// before the first key frame, leave the picture before as it is.
    void show(int index);
    /// The newest picture that was not taken yet; null when there is none. Its `number` is the frame's place + 1.
    Picture takePicture();

    /// The box to fit pictures into, device pixels; the frame that is shown is made anew for it. Empty = no pictures.
    void setTarget(QSize box, Fit fit = Fit::KeepAspect);
    /// The part to show, see boundedPart(); the frame that is shown is made anew for it.
    void setCrop(const QRectF &part);
    /// While invisible nothing is decoded.
    void setVisible(bool visible);

    struct Figures {
        quint64 decodeErrors = 0;
        VideoCodec codec = VideoCodec::Unknown;
        QSize size; ///< of the last picture, unscaled
    };
    Figures figures() const;

private:
    class Core;
    std::shared_ptr<Core> m_core;
};

} // namespace opsdeck::media
