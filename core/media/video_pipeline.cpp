// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/video_pipeline.h"

#include "core/media/frame_backlog.h"
#include "core/media/video_decoder.h"

#include <algorithm>
#include <iterator>
#include <mutex>
#include <optional>
#include <utility>

namespace opsdeck::media {

namespace {

/// A turn ends after so many frames, so that one stream's backlog does not keep the others waiting.
constexpr int kFramesPerTurn = 4;
/// With a backlog only the newest picture is scaled; but not to show anything at all for longer than this, because the
/// backlog never ends, would be worse than to show pictures that are late by less than FrameBacklog::kMaxAge.
constexpr std::chrono::milliseconds kLongestUnseen{100};

} // namespace

/// What the pipeline and the worker share. `m_mutex` guards all but the decoder and the pixel pool, which belong to the
/// worker whose turn it is.
class VideoPipeline::Core final : public PoolTask, public std::enable_shared_from_this<Core>
{
public:
    Core(std::shared_ptr<DecodePool::Queue> queue, base::Clock &clock, std::shared_ptr<WakeUp> wakeUp)
        : m_queue(std::move(queue))
        , m_clock(clock)
        , m_wakeUp(std::move(wakeUp))
    {
    }

    void push(EncodedFrame frame);
    void prime(const QList<EncodedFrame> &frames);
    Picture takePicture();
    void setTarget(QSize box, Fit fit);
    void setCrop(const QRectF &part);
    void setVisible(bool visible);
    void reset();
    PipelineCounters counters() const;
    void shutDown();

    bool runTurn(PictureScaler &scaler) override;

private:
    /// What a worker takes along when it lets go of the lock.
    struct Job {
        EncodedFrame frame;
        QSize box;
        Fit fit = Fit::KeepAspect;
        QRectF crop = kWholePicture;
        quint64 generation = 0;
        bool isNewest = false;
        bool isPrimed = false;
    };

    void closeDecoderLocked();
    std::optional<Job> nextJobLocked();
    void runJob(const Job &job, PictureScaler &scaler);
    void wake();

    const std::shared_ptr<DecodePool::Queue> m_queue;
    base::Clock &m_clock;

    mutable std::mutex m_mutex;
    FrameBacklog m_backlog;
    PipelineCounters m_counters;
    Picture m_newest; ///< the mailbox
    QSize m_box;
    Fit m_fit = Fit::KeepAspect;
    QRectF m_crop = kWholePicture;
    quint64 m_generation = 0; ///< pictures of an older one are not handed out any more
    bool m_visible = true;
    bool m_scheduled = false; ///< in the pool's hands: queued or having its turn
    bool m_closeDecoder = false;
    bool m_ended = false;

    std::mutex m_wakeMutex; ///< held while wakeUp runs, so that the pipeline's end waits for it
    std::shared_ptr<WakeUp> m_wakeUp;

    // The worker's.
    VideoDecoder m_decoder;
    PixelPool m_pixels;
    std::chrono::nanoseconds m_lastScaledAt{0};
    quint64 m_number = 0;
};

void VideoPipeline::Core::push(EncodedFrame frame)
{
    if (!frame.isVideo())
        return;
    const auto now = m_clock.monotonic();
    bool schedule = false;
    {
        const std::lock_guard lock(m_mutex);
        ++m_counters.framesIn;
        m_counters.bytesIn += static_cast<quint64>(frame.payload.size());
        if (!m_visible) {
            ++m_counters.skipped;
            return;
        }
        m_counters.droppedLate += m_backlog.push(std::move(frame), now);
        schedule = !std::exchange(m_scheduled, true);
    }
    if (schedule)
        m_queue->schedule(shared_from_this());
}

void VideoPipeline::Core::prime(const QList<EncodedFrame> &frames)
{
    QList<EncodedFrame> video;
    video.reserve(frames.size());
    std::copy_if(frames.begin(), frames.end(), std::back_inserter(video),
                 [](const EncodedFrame &frame) { return frame.isVideo(); });
    if (video.isEmpty() || video.size() > kMaxPrimed || video.first().kind != EncodedFrame::Kind::Key)
        return;
    bool schedule = false;
    {
        const std::lock_guard lock(m_mutex);
        if (!m_visible)
            return;
        closeDecoderLocked();
        m_backlog.prime(video, m_clock.monotonic());
        schedule = !std::exchange(m_scheduled, true);
    }
    if (schedule)
        m_queue->schedule(shared_from_this());
}

Picture VideoPipeline::Core::takePicture()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_newest, Picture());
}

void VideoPipeline::Core::setTarget(QSize box, Fit fit)
{
    const std::lock_guard lock(m_mutex);
    m_box = box;
    m_fit = fit;
}

void VideoPipeline::Core::setCrop(const QRectF &part)
{
    const std::lock_guard lock(m_mutex);
    m_crop = boundedPart(part);
}

void VideoPipeline::Core::setVisible(bool visible)
{
    bool schedule = false;
    {
        const std::lock_guard lock(m_mutex);
        if (m_visible == visible)
            return;
        m_visible = visible;
        if (!visible) {
            closeDecoderLocked();
            schedule = !std::exchange(m_scheduled, true);
        }
    }
    if (schedule)
        m_queue->schedule(shared_from_this());
}

void VideoPipeline::Core::reset()
{
    bool schedule = false;
    {
        const std::lock_guard lock(m_mutex);
        closeDecoderLocked();
        schedule = !std::exchange(m_scheduled, true);
    }
    if (schedule)
        m_queue->schedule(shared_from_this());
}

void VideoPipeline::Core::closeDecoderLocked()
{
    m_counters.skipped += m_backlog.clear();
    m_newest = Picture();
    m_closeDecoder = true;
    m_counters.waitingForKey = true;
    ++m_generation;
}

PipelineCounters VideoPipeline::Core::counters() const
{
    const std::lock_guard lock(m_mutex);
    return m_counters;
}

void VideoPipeline::Core::shutDown()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ended = true;
        m_backlog.clear();
        m_newest = Picture();
        ++m_generation;
    }
    const std::lock_guard lock(m_wakeMutex);
    m_wakeUp.reset();
}

bool VideoPipeline::Core::runTurn(PictureScaler &scaler)
{
    for (int i = 0;; ++i) {
        std::optional<Job> job;
        bool closeDecoder = false;
        {
            const std::lock_guard lock(m_mutex);
            if (i >= kFramesPerTurn && !m_backlog.isEmpty())
                return true;
            closeDecoder = std::exchange(m_closeDecoder, false);
            job = nextJobLocked();
            if (!job && !closeDecoder) {
                m_scheduled = false;
                return false;
            }
        }
        if (closeDecoder) {
            m_decoder.close();
            m_pixels.clear();
        }
        if (job)
            runJob(*job, scaler);
    }
}

std::optional<VideoPipeline::Core::Job> VideoPipeline::Core::nextJobLocked()
{
    if (m_ended || m_backlog.isEmpty())
        return std::nullopt;
    m_counters.droppedLate += m_backlog.dropLate(m_clock.monotonic());
    if (m_backlog.isEmpty()) {
        m_counters.waitingForKey = true;
        return std::nullopt;
    }
    Job job;
    job.isPrimed = m_backlog.primed() > 0;
    job.frame = m_backlog.takeFirst();
    job.box = m_box;
    job.fit = m_fit;
    job.crop = m_crop;
    job.generation = m_generation;
    job.isNewest = m_backlog.isEmpty() || (job.isPrimed && m_backlog.primed() == 0);
    return job;
}

void VideoPipeline::Core::runJob(const Job &job, PictureScaler &scaler)
{
    const auto outcome = m_decoder.decode(job.frame);
    const auto now = m_clock.monotonic();
    Picture picture;
    const AVFrame *const decoded = m_decoder.picture();
    if (decoded)
        m_number += static_cast<quint64>(outcome->pictures);
    bool scalingFailed = false;
    if (decoded && !job.box.isEmpty() &&
        (job.isNewest || (!job.isPrimed && now - m_lastScaledAt > kLongestUnseen))) {
        if (auto scaled = scaler.scale(*decoded, job.box, job.fit, m_pixels, job.crop)) {
            picture = std::move(*scaled);
            picture.receivedAt = job.frame.receivedAt;
            picture.number = m_number;
            m_lastScaledAt = now;
        } else {
            scalingFailed = true;
        }
    }
    m_decoder.releasePicture();

    bool fresh = false;
    {
        const std::lock_guard lock(m_mutex);
        if (!outcome || scalingFailed)
            ++m_counters.decodeErrors;
        if (outcome) {
            m_counters.decoded += static_cast<quint64>(outcome->pictures);
            m_counters.decodeErrors += outcome->damaged ? 1 : 0;
            m_counters.skipped += outcome->skipped ? 1 : 0;
        }
        if (job.generation == m_generation) {
            m_counters.waitingForKey = m_decoder.isWaitingForKey();
            m_counters.codec = m_decoder.codec();
            if (decoded) {
                m_counters.size = m_decoder.size();
                m_counters.lastPictureAt = now;
            }
            if (!picture.isNull()) {
                ++m_counters.scaled;
                std::swap(m_newest,
                          picture); // the one before, if unseen, goes back to the pool after the lock
                fresh = true;
            }
        }
    }
    if (fresh)
        wake();
}

void VideoPipeline::Core::wake()
{
    const std::lock_guard lock(m_wakeMutex);
    if (m_wakeUp)
        m_wakeUp->post();
}

VideoPipeline::VideoPipeline(DecodePool &pool, base::Clock &clock, std::shared_ptr<WakeUp> wakeUp)
    : m_core(std::make_shared<Core>(pool.queue(), clock, std::move(wakeUp)))
{
}

VideoPipeline::~VideoPipeline()
{
    m_core->shutDown();
}

void VideoPipeline::push(EncodedFrame frame)
{
    m_core->push(std::move(frame));
}

void VideoPipeline::prime(const QList<EncodedFrame> &frames)
{
    m_core->prime(frames);
}

Picture VideoPipeline::takePicture()
{
    return m_core->takePicture();
}

void VideoPipeline::setTarget(QSize box, Fit fit)
{
    m_core->setTarget(box, fit);
}

void VideoPipeline::setCrop(const QRectF &part)
{
    m_core->setCrop(part);
}

void VideoPipeline::setVisible(bool visible)
{
    m_core->setVisible(visible);
}

void VideoPipeline::reset()
{
    m_core->reset();
}

PipelineCounters VideoPipeline::counters() const
{
    return m_core->counters();
}

} // namespace opsdeck::media
