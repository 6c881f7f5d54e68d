// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/systems/dvr/live_streams.h"

#include "app/simulator/systems/dvr/device.h"
#include "app/simulator/systems/dvr/dvr_connection.h"
#include "app/simulator/systems/dvr/media_framing.h"
#include "core/systems/dvr/message_ids.h"

#include <algorithm>

namespace opsdeck::dvr::sim {

using std::chrono::milliseconds;
using Nanoseconds = base::Clock::Nanoseconds;

namespace {

constexpr qsizetype kPacketBytes = 8192;
constexpr qsizetype kBigPacketBytes = 27406;
constexpr qint64 kBacklogLimit = 2 << 20;
// Streams that fall due within this time go out together: fewer wake-ups, and 25 fps still spread over 4 slots.
constexpr milliseconds kGrouping{10};
// A stall longer than this is not caught up with: a live picture has no past.
constexpr milliseconds kLongestCatchUp{400};
constexpr qsizetype kSoundBytes = 320;
// An encoder that has just sent a key frame does not make another one at once.
constexpr int kKeyFrameDistance = 5;

} // namespace

struct LiveStreams::Stream {
    Key key;
    QPointer<DvrConnection> socket;
    bool isOneSocket = false;
    bool isStarted = false;
    const Clip *clip = nullptr;
    const Encoding *encoding = nullptr;
    qsizetype unit = 0;
    qsizetype soundAt = 0;
    quint64 frames = 0;
    int sinceKeyFrame = 0;
    quint32 sequence = 0;
    Nanoseconds startedAt{0};
    Nanoseconds due{0};
    bool isDropping = false;

    Nanoseconds period() const { return Nanoseconds(std::chrono::seconds(1)) / encoding->framesPerSecond; }
};

LiveStreams::LiveStreams(Device &device)
    : m_device(device)
    , m_timer(device.clock.makeTimer([this] { tick(); }))
{
}

LiveStreams::~LiveStreams() = default;

void LiveStreams::claim(const Key &key, DvrConnection &socket, bool isOneSocket)
{
    // A new Claim for a stream that has not started replaces the old one.
    std::erase_if(m_streams, [&](const Stream &s) { return s.key == key && !s.isStarted; });
    Stream stream;
    stream.key = key;
    stream.socket = &socket;
    stream.isOneSocket = isOneSocket;
    m_streams.push_back(std::move(stream));
}

LiveStreams::Started LiveStreams::start(const Key &key)
{
    const auto found = std::find_if(m_streams.begin(), m_streams.end(),
                                    [&](const Stream &s) { return s.key == key && !s.isStarted; });
    if (found == m_streams.end() || !found->socket)
        return {103, false};
    if (m_device.isOffline(key.channel))
        return {121, found->isOneSocket};
    Stream &stream = *found;
    const auto now = m_device.clock.monotonic();
    stream.clip = &m_device.clip(key.channel);
    stream.encoding = key.isExtra ? &stream.clip->extra : &stream.clip->main;
    stream.isStarted = true;
    stream.startedAt = now;
    // One camera, one encoder: everybody who looks sees about the same picture. Channels with the same clip
    // are apart by some seconds.
    const auto count = stream.encoding->units.size();
    const qint64 sinceBoot = (now - m_device.bootedAt) / stream.period();
    const qint64 offset = key.channel / m_device.library->ofClass(m_device.options.clipClass).size() * 61;
    stream.unit = stream.encoding->keyFrameFrom((sinceBoot + offset) % count);
    if (m_device.quirks.has(Quirk::MidGop))
        stream.unit = (stream.unit + 7) % count;
    stream.sequence = m_device.quirks.has(Quirk::MediaFromZero) ? 0 : 1;
    stream.due = now + milliseconds(m_device.chance.bounded(int(stream.period() / milliseconds(1))));
    ++m_device.counters.streamsStarted;
    const bool isOneSocket = stream.isOneSocket;
    scheduleNext();
    return {100, isOneSocket};
}

int LiveStreams::stop(const Key &key)
{
    const auto found = std::find_if(m_streams.begin(), m_streams.end(),
                                    [&](const Stream &s) { return s.key == key && s.isStarted; });
    if (found == m_streams.end())
        return 103;
    const Stream stopped = *found;
    m_streams.erase(found);
    const bool carriesMore = std::any_of(m_streams.cbegin(), m_streams.cend(),
                                         [&](const Stream &s) { return s.socket == stopped.socket; });
    if (!stopped.isOneSocket && !carriesMore && stopped.socket)
        stopped.socket->closeSoon();
    return 100;
}

void LiveStreams::makeKeyFrame(quint32 sessionId, std::optional<int> channel)
{
    ++m_device.counters.keyFramesAsked;
    for (Stream &stream : m_streams) {
        if (stream.key.sessionId != sessionId || !stream.isStarted)
            continue;
        if (channel && stream.key.channel != *channel)
            continue;
        if (stream.sinceKeyFrame >= kKeyFrameDistance)
            stream.unit = stream.encoding->keyFrameFrom(stream.unit);
    }
}

void LiveStreams::endSession(quint32 sessionId)
{
    for (const Stream &stream : m_streams) {
        if (stream.key.sessionId == sessionId && !stream.isOneSocket && stream.socket)
            stream.socket->closeSoon();
    }
    std::erase_if(m_streams, [&](const Stream &s) { return s.key.sessionId == sessionId; });
}

void LiveStreams::forgetSocket(const DvrConnection *socket)
{
    std::erase_if(m_streams, [&](const Stream &s) { return !s.socket || s.socket == socket; });
}

void LiveStreams::clear()
{
    m_streams.clear();
}

bool LiveStreams::isDrained(quint32 sessionId) const
{
    return std::any_of(m_streams.cbegin(), m_streams.cend(), [&](const Stream &s) {
        return s.key.sessionId == sessionId && s.isOneSocket && s.isStarted && !s.isDropping;
    });
}

qsizetype LiveStreams::running() const
{
    return std::count_if(m_streams.cbegin(), m_streams.cend(), [](const Stream &s) { return s.isStarted; });
}

void LiveStreams::scheduleNext()
{
    std::optional<Nanoseconds> earliest;
    for (const Stream &stream : m_streams) {
        if (stream.isStarted && (!earliest || stream.due < *earliest))
            earliest = stream.due;
    }
    if (!earliest) {
        m_timer->stop();
        return;
    }
    const auto wait = std::chrono::ceil<milliseconds>(*earliest - m_device.clock.monotonic());
    m_timer->start(std::max(wait, m_timer->isActive() ? milliseconds(1) : kGrouping));
}

void LiveStreams::tick()
{
    const auto now = m_device.clock.monotonic();
    for (Stream &stream : m_streams) {
        if (!stream.isStarted)
            continue;
        if (now - stream.due > kLongestCatchUp)
            stream.due = now;
        while (stream.due <= now) {
            sendFrame(stream);
            stream.due += stream.period();
        }
    }
    scheduleNext();
}

QByteArrayList LiveStreams::nextFrames(Stream &stream) const
{
    const AccessUnit &unit = stream.encoding->units[stream.unit];
    const bool isH265 = stream.encoding->codec == ClipCodec::H265;
    const quint8 codec = isH265 && !m_device.quirks.has(Quirk::H265MarkedH264) ? 3 : 2;
    stream.sinceKeyFrame = unit.isKey ? 0 : stream.sinceKeyFrame + 1;
    QByteArrayList frames{
        videoFrame(unit, *stream.encoding, codec, unit.isKey ? m_device.localTime() : QDateTime())};
    if (const QByteArray &sound = stream.clip->sound; !sound.isEmpty()) {
        frames.append(audioFrame(QByteArrayView(sound).sliced(stream.soundAt, kSoundBytes)));
        stream.soundAt += kSoundBytes;
        if (stream.soundAt + kSoundBytes > sound.size())
            stream.soundAt = 0;
    }
    const auto rate = quint64(stream.encoding->framesPerSecond);
    if (m_device.quirks.has(Quirk::BogusFrames) && stream.frames % (2 * rate) == rate)
        frames.append(bogusFrame());
    if (m_device.quirks.has(Quirk::InfoFrames) && stream.frames % rate == 0)
        frames.append(infoFrame("GPS:N0.000000E0.000000;G-SENSOR:0,0,0;"));
    if (m_device.quirks.has(Quirk::SharedPackets))
        return {frames.join()};
    return frames;
}

void LiveStreams::sendFrame(Stream &stream)
{
    const auto count = stream.encoding->units.size();
    const auto goOn = [&] {
        stream.unit = (stream.unit + 1) % count;
        ++stream.frames;
    };
    const auto freeze = m_device.faults.value(QStringLiteral("freeze-after"));
    const std::chrono::duration<double> running = m_device.clock.monotonic() - stream.startedAt;
    if (!stream.socket || m_device.isOffline(stream.key.channel) || (freeze && running.count() >= *freeze)) {
        goOn();
        return;
    }
    Outlet &outlet = stream.socket->outlet();
    if (outlet.backlog() > kBacklogLimit)
        stream.isDropping = true;
    else if (stream.encoding->units[stream.unit].isKey)
        stream.isDropping = false;
    if (stream.isDropping) {
        ++m_device.counters.framesDropped;
        goOn();
        return;
    }

    const QByteArrayList frames = nextFrames(stream);
    MessageHeader header;
    header.version = m_device.quirks.has(Quirk::VersionZero) ? 0 : 1;
    const bool isH265 = stream.encoding->codec == ClipCodec::H265;
    header.reserved1 = stream.key.isExtra || (isH265 && m_device.quirks.has(Quirk::H265Byte2)) ? 1 : 0;
    header.sessionId = stream.key.sessionId;
    header.byte12 = quint8(stream.key.channel);
    header.messageId = id::kMonitorData;
    const qsizetype packetBytes = m_device.quirks.has(Quirk::BigPackets) ? kBigPacketBytes : kPacketBytes;
    QByteArray bytes;
    QList<qsizetype> starts;
    for (const QByteArray &frame : frames) {
        header.reserved2 = quint8(frame[3]) == 0xFA ? 0x80 : 0;
        for (qsizetype at = 0; at < frame.size(); at += packetBytes) {
            const auto payload = QByteArrayView(frame).sliced(at, std::min(packetBytes, frame.size() - at));
            header.sequence = stream.sequence++;
            starts.append(bytes.size());
            bytes += encodeMessage(header, payload);
        }
    }
    ++m_device.counters.framesSent;
    outlet.media(bytes, starts);
    goOn();
}

} // namespace opsdeck::dvr::sim
