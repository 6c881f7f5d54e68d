// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/dvr/replay_feed.h"

#include "core/media/clip_save.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace opsdeck::dvr {

namespace {

using std::chrono::ceil;
using std::chrono::duration_cast;

QList<media::EncodedFrame> videoOf(const QList<media::EncodedFrame> &frames)
{
    QList<media::EncodedFrame> video;
    video.reserve(frames.size());
    std::copy_if(frames.begin(), frames.end(), std::back_inserter(video),
                 [](const media::EncodedFrame &frame) { return frame.isVideo(); });
    return video;
}

} // namespace

ReplayFeed::ReplayFeed(QList<media::EncodedFrame> frames, media::DecodePool &pool, base::Clock &clock,
                       std::shared_ptr<media::WakeUp> wakeUp, QObject *parent)
    : TileFeed(parent)
    , m_frames(std::move(frames))
    , m_video(videoOf(m_frames))
    , m_clock(clock)
    , m_picker(m_video, pool, std::move(wakeUp))
    , m_timer(clock.makeTimer([this] { follow(); }))
{
    m_times.reserve(std::size_t(m_video.size()));
    for (const media::EncodedFrame &frame : m_video) {
        const Nanoseconds time = frame.receivedAt - m_video.first().receivedAt;
        m_times.push_back(m_times.empty() ? time : std::max(time, m_times.back()));
    }
    if (isEmpty())
        return;
    const auto age = duration_cast<Milliseconds>(clock.monotonic() - m_video.first().receivedAt);
    m_firstTime = clock.now().addMSecs(-age.count());
    m_index = 0;
    m_picker.show(0);
}

ReplayFeed::~ReplayFeed() = default;

ReplayFeed::Nanoseconds ReplayFeed::playPosition() const
{
    if (isEmpty())
        return Nanoseconds(0);
    if (!m_isPlaying)
        return m_times[std::size_t(m_index)];
    const auto passed = double((m_clock.monotonic() - m_anchorAt).count()) * m_speed;
    return std::clamp(m_anchor + Nanoseconds(std::llround(passed)), Nanoseconds(0), m_times.back());
}

ReplayFeed::Milliseconds ReplayFeed::position() const
{
    return duration_cast<Milliseconds>(playPosition());
}

ReplayFeed::Milliseconds ReplayFeed::duration() const
{
    return isEmpty() ? Milliseconds(0) : duration_cast<Milliseconds>(m_times.back());
}

QDateTime ReplayFeed::frameTime() const
{
    if (isEmpty())
        return QDateTime();
    return m_firstTime.addMSecs(duration_cast<Milliseconds>(m_times[std::size_t(m_index)]).count());
}

int ReplayFeed::indexAt(Nanoseconds position) const
{
    const auto after = std::upper_bound(m_times.begin(), m_times.end(), position);
    return std::max(0, int(after - m_times.begin()) - 1);
}

void ReplayFeed::goTo(int index)
{
    if (index == m_index)
        return;
    m_index = index;
    m_picker.show(index);
    Q_EMIT positionChanged(duration_cast<Milliseconds>(m_times[std::size_t(index)]));
}

void ReplayFeed::setPlaying(bool isPlaying)
{
    if (m_isPlaying == isPlaying)
        return;
    m_isPlaying = isPlaying;
    if (!isPlaying)
        m_timer->stop();
    Q_EMIT playingChanged(isPlaying);
}

void ReplayFeed::play()
{
    if (isEmpty() || m_isPlaying)
        return;
    if (m_index == int(m_times.size()) - 1)
        goTo(0);
    m_anchor = m_times[std::size_t(m_index)];
    m_anchorAt = m_clock.monotonic();
    setPlaying(true);
    arm();
}

void ReplayFeed::pause()
{
    setPlaying(false);
}

void ReplayFeed::seek(Milliseconds position)
{
    if (isEmpty())
        return;
    // A position is said in whole milliseconds: that of the last frame's reaches the last frame.
    const Nanoseconds at = position >= duration() ? m_times.back() : Nanoseconds(position);
    goTo(indexAt(at));
    if (!m_isPlaying)
        return;
    m_anchor = std::clamp(at, Nanoseconds(0), m_times.back());
    m_anchorAt = m_clock.monotonic();
    arm();
}

void ReplayFeed::step(int frames)
{
    if (isEmpty())
        return;
    pause();
    goTo(std::clamp(m_index + std::clamp(frames, -int(m_times.size()), int(m_times.size())), 0,
                    int(m_times.size()) - 1));
}

void ReplayFeed::setSpeed(double speed)
{
    if (!(speed >= kSlowest)) // also: no number
        speed = kSlowest;
    speed = std::min(speed, kFastest);
    if (speed == m_speed)
        return;
    m_anchor = playPosition();
    m_anchorAt = m_clock.monotonic();
    m_speed = speed;
    if (m_isPlaying)
        arm();
    Q_EMIT speedChanged(speed);
}

void ReplayFeed::follow()
{
    if (!m_isPlaying)
        return;
    goTo(indexAt(playPosition()));
    if (m_index == int(m_times.size()) - 1) {
        pause();
        Q_EMIT ended();
        return;
    }
    arm();
}

void ReplayFeed::arm()
{
    const auto next = std::size_t(m_index) + 1;
    if (next >= m_times.size()) {
        m_timer->start(Milliseconds(0));
        return;
    }
    const double wait = double((m_times[next] - playPosition()).count()) / m_speed;
    m_timer->start(std::max(Milliseconds(0), ceil<Milliseconds>(Nanoseconds(std::llround(wait)))));
}

QList<media::EncodedFrame> ReplayFeed::frames(Milliseconds from, Milliseconds to) const
{
    if (isEmpty() || to < from)
        return {};
    const Nanoseconds begin = m_video.first().receivedAt;
    const Nanoseconds last = to >= duration() ? Nanoseconds::max() : begin + Nanoseconds(to);
    qsizetype first = 0;
    for (qsizetype i = 0; i < m_frames.size() && m_frames.at(i).receivedAt <= begin + Nanoseconds(from);
         ++i) {
        if (m_frames.at(i).kind == media::EncodedFrame::Kind::Key)
            first = i;
    }
    QList<media::EncodedFrame> span;
    for (qsizetype i = first; i < m_frames.size() && m_frames.at(i).receivedAt <= last; ++i)
        span.append(m_frames.at(i));
    return span;
}

FeedFigures ReplayFeed::figures() const
{
    const media::FramePicker::Figures decoded = m_picker.figures();
    FeedFigures figures;
    figures.codec = decoded.codec;
    figures.size = decoded.size;
    figures.decodeErrors = decoded.decodeErrors;
    for (const media::EncodedFrame &frame : m_frames)
        figures.replayBytes += frame.payload.size();
    figures.replaySpan = isEmpty() ? Nanoseconds(0) : m_times.back();
    return figures;
}

QFuture<base::Result<media::ClipSummary>> saveReplay(const QList<media::EncodedFrame> &frames,
                                                     const QString &path)
{
    return media::saveClip(frames, path);
}

} // namespace opsdeck::dvr
