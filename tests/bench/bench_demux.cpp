// SPDX-License-Identifier: GPL-3.0-or-later
// How fast one core turns what a media socket delivers into frames: the message reader and the demuxer, on packets of
// 8 KiB, beside memcpy of the same bytes in the same chunks.
#include "app/simulator/systems/dvr/clip_library.h"
#include "app/simulator/systems/dvr/media_framing.h"
#include "core/systems/dvr/media_demuxer.h"
#include "core/systems/dvr/message_header.h"
#include "core/systems/dvr/message_ids.h"
#include "core/transport/frame_reader.h"
#include "tests/bench/figure.h"

#include <algorithm>
#include <cstring>
#include <ctime>

using namespace opsdeck;
using bench::Figure;

namespace {

constexpr qsizetype kPacketBytes = 8192;
constexpr qsizetype kReadBytes = 64 * 1024; // what a socket hands over at once under load
constexpr int kRounds = 9;
constexpr int kRepeats = 3;                        // of the whole wire in one round
constexpr qsizetype kWireBytes = 96 * 1000 * 1000; // more than any cache holds

struct Wire {
    QByteArray bytes;
    quint64 frames = 0;
};

/// Up to `length` bytes from `at`.
QByteArrayView part(const QByteArray &bytes, qsizetype at, qsizetype length)
{
    return QByteArrayView(bytes).sliced(at, std::min(length, bytes.size() - at));
}

/// A clip as a device sends it, over and over: frames back to back, cut into packets of 8 KiB wherever that falls.
Wire makeWire(const dvr::sim::Encoding &encoding)
{
    Wire wire;
    QByteArray stream;
    const QDateTime time(QDate(2026, 1, 1), QTime(12, 0));
    while (stream.size() < kWireBytes) {
        for (const dvr::sim::AccessUnit &unit : encoding.units) {
            stream += dvr::sim::videoFrame(unit, encoding, 2, time);
            ++wire.frames;
        }
    }
    dvr::MessageHeader header;
    header.version = 1;
    header.messageId = dvr::id::kMonitorData;
    for (qsizetype at = 0; at < stream.size(); at += kPacketBytes) {
        wire.bytes += dvr::encodeMessage(header, part(stream, at, kPacketBytes));
        ++header.sequence;
    }
    return wire;
}

double cpuSeconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

template <typename Work>
double gigabytesPerSecond(qsizetype bytes, Work work)
{
    const double begin = cpuSeconds();
    for (int i = 0; i < kRepeats; ++i)
        work();
    return static_cast<double>(bytes) * kRepeats / (cpuSeconds() - begin) / 1e9;
}

template <typename Take>
void inChunks(const QByteArray &bytes, Take take)
{
    for (qsizetype at = 0; at < bytes.size(); at += kReadBytes)
        take(part(bytes, at, kReadBytes));
}

void demux(const Wire &wire, dvr::MediaDemuxer &demuxer, transport::FrameReader &reader)
{
    inChunks(wire.bytes, [&](QByteArrayView chunk) {
        reader.append(chunk);
        while (true) {
            const auto packet = reader.next();
            if (!packet || !*packet)
                return;
            demuxer.feed((*packet)->payload, std::chrono::nanoseconds(1));
        }
    });
}

} // namespace

int main()
{
    const auto library = dvr::sim::ClipLibrary::load();
    const QList<const dvr::sim::Clip *> clips =
        library ? (*library)->ofClass(QStringLiteral("1080p")) : QList<const dvr::sim::Clip *>();
    if (clips.isEmpty()) {
        bench::note(QStringLiteral("no 1080p clip"));
        return 1;
    }
    const Wire wire = makeWire(clips.first()->main);
    bench::note(
        QStringLiteral("demux: %1 frames, %2 bytes on the wire").arg(wire.frames).arg(wire.bytes.size()));

    std::vector<double> demuxed;
    std::vector<double> copied;
    std::vector<double> ratios;
    QByteArray copy(kReadBytes, Qt::Uninitialized);
    for (int round = 0; round < kRounds; ++round) {
        quint64 frames = 0;
        dvr::MediaDemuxer demuxer([&frames](media::EncodedFrame &&) { ++frames; });
        transport::FrameReader reader(dvr::MessageHeader::kBytes, dvr::MessageHeader::kHeadFlag,
                                      dvr::inspectHeader);
        demuxed.push_back(gigabytesPerSecond(wire.bytes.size(), [&] { demux(wire, demuxer, reader); }));
        if (frames != wire.frames * kRepeats) {
            bench::note(
                QStringLiteral("demux lost frames: %1 of %2").arg(frames).arg(wire.frames * kRepeats));
            return 1;
        }
        copied.push_back(gigabytesPerSecond(wire.bytes.size(), [&] {
            inChunks(wire.bytes, [&copy](QByteArrayView chunk) {
                std::memcpy(copy.data(), chunk.data(), static_cast<std::size_t>(chunk.size()));
                // Keeps the copy from being found useless.
                asm volatile("" : : "r"(copy.data()) : "memory");
            });
        }));
        ratios.push_back(demuxed.back() / copied.back());
    }
    bench::printRows(
        {Figure{QStringLiteral("Demux, 8 KiB packets"), bench::median(demuxed), QStringLiteral("GB/s"), 1.0,
                Figure::Keep::AtLeast,
                QStringLiteral("reader and demuxer on one core; %1 × memcpy of the same bytes (%2 GB/s)")
                    .arg(bench::median(ratios), 0, 'f', 2)
                    .arg(bench::median(copied), 0, 'f', 1)}});
    return 0;
}
