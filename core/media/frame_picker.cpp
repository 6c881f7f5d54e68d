// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/frame_picker.h"

#include "core/media/video_decoder.h"

#include <algorithm>
#include <mutex>
#include <utility>
#include <vector>

namespace opsdeck::media {

namespace {

/// A turn ends after so many frames, so that one replay does not keep the live streams waiting.
constexpr int kFramesPerTurn = 4;

std::vector<int> keysOf(const QList<EncodedFrame> &frames)
{
    std::vector<int> keys;
    for (int i = 0; i < frames.size(); ++i) {
        if (frames.at(i).kind == EncodedFrame::Kind::Key)
            keys.push_back(i);
    }
    return keys;
}

} // namespace

/// What the picker and the worker share. `m_mutex` guards what others set and read; the rest belongs to the worker whose
/// turn it is.
class FramePicker::Core final : public PoolTask, public std::enable_shared_from_this<Core>
{
public:
    Core(QList<EncodedFrame> frames, std::shared_ptr<DecodePool::Queue> queue, std::shared_ptr<WakeUp> wakeUp)
        : m_frames(std::move(frames))
        , m_keys(keysOf(m_frames))
        , m_queue(std::move(queue))
        , m_wakeUp(std::move(wakeUp))
    {
    }

    /// Changes something under the lock and has the worker look at it.
    template <typename Change>
    void change(Change what)
    {
        bool schedule = false;
        {
            const std::lock_guard lock(m_mutex);
            what(*this);
            schedule = m_isVisible && !std::exchange(m_scheduled, true);
        }
        if (schedule)
            m_queue->schedule(shared_from_this());
    }
    bool has(int index) const { return index >= 0 && index < m_frames.size(); }

    Picture takePicture()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_newest, Picture());
    }
    Figures figures() const
    {
        const std::lock_guard lock(m_mutex);
        return m_figures;
    }
    void shutDown();
    bool runTurn(PictureScaler &scaler) override;

    // Guarded by m_mutex; set by change().
    int m_wanted = -1;
    QSize m_box;
    Fit m_fit = Fit::KeepAspect;
    QRectF m_crop = kWholePicture;
    bool m_isRefitted = false; ///< box or part changed since the last picture
    bool m_isVisible = true;

private:
    struct Look {
        QSize box;
        Fit fit = Fit::KeepAspect;
        QRectF crop;
    };

    bool hasWorkLocked();
    void decodeOneMore();
    void publish(const Look &look, PictureScaler &scaler);

    const QList<EncodedFrame> m_frames;
    const std::vector<int> m_keys;
    const std::shared_ptr<DecodePool::Queue> m_queue;

    mutable std::mutex m_mutex;
    Picture m_newest;
    Figures m_figures;
    bool m_scheduled = false;
    bool m_ended = false;

    std::mutex m_wakeMutex; ///< held while wakeUp runs, so that the picker's end waits for it
    std::shared_ptr<WakeUp> m_wakeUp;

    // The worker's.
    int m_goal = -1;
    int m_at = -1; ///< the frame that went into the decoder last
    VideoDecoder m_decoder;
    PixelPool m_pixels;
};

void FramePicker::Core::shutDown()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ended = true;
        m_newest = Picture();
    }
    const std::lock_guard lock(m_wakeMutex);
    m_wakeUp.reset();
}

bool FramePicker::Core::hasWorkLocked()
{
    if (m_ended || !m_isVisible)
        return false;
    if (m_at == m_goal)
        m_goal = m_wanted;
    return m_at != m_goal || (m_isRefitted && m_decoder.picture());
}

bool FramePicker::Core::runTurn(PictureScaler &scaler)
{
    for (int i = 0;; ++i) {
        Look look;
        {
            const std::lock_guard lock(m_mutex);
            if (!hasWorkLocked()) {
                m_scheduled = false;
                return false;
            }
            if (i >= kFramesPerTurn)
                return true;
            look = {m_box, m_fit, m_crop};
            m_isRefitted = false;
        }
        if (m_at != m_goal)
            decodeOneMore();
        if (m_at == m_goal)
            publish(look, scaler);
    }
}

void FramePicker::Core::decodeOneMore()
{
    const auto after = std::upper_bound(m_keys.begin(), m_keys.end(), m_goal);
    if (after == m_keys.begin()) {
        m_at = m_goal; // nothing can be decoded that far in front
        return;
    }
    const int key = *(after - 1);
    if (m_at < key || m_at > m_goal) {
        if (m_at > m_goal)
            m_decoder.close(); // backwards: nothing of later frames must be left in it
        m_at = key;
    } else {
        ++m_at;
    }
    const auto outcome = m_decoder.decode(m_frames.at(m_at));
    const std::lock_guard lock(m_mutex);
    if (!outcome || outcome->damaged)
        ++m_figures.decodeErrors;
    m_figures.codec = m_decoder.codec();
    if (m_decoder.picture())
        m_figures.size = m_decoder.size();
}

void FramePicker::Core::publish(const Look &look, PictureScaler &scaler)
{
    const AVFrame *const decoded = m_decoder.picture();
    if (!decoded || look.box.isEmpty())
        return;
    auto picture = scaler.scale(*decoded, look.box, look.fit, m_pixels, look.crop);
    {
        const std::lock_guard lock(m_mutex);
        if (!picture) {
            ++m_figures.decodeErrors;
            return;
        }
        if (m_ended)
            return;
        picture->receivedAt = m_frames.at(m_at).receivedAt;
        picture->number = quint64(m_at) + 1;
        std::swap(m_newest, *picture);
    }
    const std::lock_guard lock(m_wakeMutex);
    if (m_wakeUp)
        m_wakeUp->post();
}

FramePicker::FramePicker(QList<EncodedFrame> frames, DecodePool &pool, std::shared_ptr<WakeUp> wakeUp)
    : m_core(std::make_shared<Core>(std::move(frames), pool.queue(), std::move(wakeUp)))
{
}

FramePicker::~FramePicker()
{
    m_core->shutDown();
}

void FramePicker::show(int index)
{
    if (m_core->has(index))
        m_core->change([index](Core &core) { core.m_wanted = index; });
}

Picture FramePicker::takePicture()
{
    return m_core->takePicture();
}

void FramePicker::setTarget(QSize box, Fit fit)
{
    m_core->change([box, fit](Core &core) {
        core.m_isRefitted = core.m_isRefitted || core.m_box != box || core.m_fit != fit;
        core.m_box = box;
        core.m_fit = fit;
    });
}

void FramePicker::setCrop(const QRectF &part)
{
    m_core->change([crop = boundedPart(part)](Core &core) {
        core.m_isRefitted = core.m_isRefitted || core.m_crop != crop;
        core.m_crop = crop;
    });
}

void FramePicker::setVisible(bool visible)
{
    m_core->change([visible](Core &core) { core.m_isVisible = visible; });
}

FramePicker::Figures FramePicker::figures() const
{
    return m_core->figures();
}

} // namespace opsdeck::media
