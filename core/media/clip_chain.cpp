// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/clip_chain.h"

#include "core/media/bitstream.h"
#include "core/media/media_error.h"
#include "core/media/video_decoder.h"

#include <QFileInfo>

#include <utility>

namespace opsdeck::media {

using base::fail;

namespace {

VideoCodec codecOf(const EncodedFrame &key)
{
    const VideoCodec sniffed = sniffVideoCodec(key.payload);
    return sniffed != VideoCodec::Unknown ? sniffed : key.videoCodec;
}

QSize sizeOf(const EncodedFrame &key)
{
    VideoDecoder decoder;
    const auto outcome = decoder.decode(key);
    return outcome && outcome->pictures > 0 ? decoder.size() : QSize();
}

/// As base::WholeFile calls a file until it is whole.
QString partOf(const QString &path)
{
    return path + QStringLiteral(".part");
}

void add(ClipSummary &all, const ClipSummary &one)
{
    all.furtherPaths.append(one.path);
    all.videoFrames += one.videoFrames;
    all.keyFrames += one.keyFrames;
    all.audioFrames += one.audioFrames;
    all.audioSkipped += one.audioSkipped;
    all.droppedBeforeKey += one.droppedBeforeKey;
    all.bytes += one.bytes;
    all.duration += one.duration;
}

} // namespace

ClipChain::ClipChain(QString path, const ClipOptions &options)
    : m_firstPath(std::move(path))
    , m_options(options)
    , m_path(m_firstPath)
{
}

ClipChain::~ClipChain() = default;

QString ClipChain::furtherPath(const QString &path)
{
    const QFileInfo file(path);
    const QString ending = file.suffix().isEmpty() ? QString() : QLatin1Char('.') + file.suffix();
    const QString stem = path.chopped(ending.size());
    // Put together at once: a "%2" in the name is the name's own.
    const auto numbered = [&](int number) {
        return QStringLiteral("%1 (%2)%3").arg(stem, QString::number(number), ending);
    };
    constexpr int kLastNumber = 9999;
    for (int number = 2; number < kLastNumber; ++number) {
        QString next = numbered(number);
        if (!QFileInfo::exists(next) && !QFileInfo::exists(partOf(next)))
            return next;
    }
    return numbered(kLastNumber);
}

bool ClipChain::isBeingWritten(const QString &path)
{
    return QFileInfo(partOf(path)).isFile();
}

base::Result<void> ClipChain::open()
{
    auto writer = ClipWriter::open(m_path, m_options);
    if (!writer)
        return fail(writer.error());
    m_writer = std::move(*writer);
    m_hasKey = false;
    return {};
}

/// The first key frame of a file says what it holds. Decoding tells sizes exactly, but costs: it is done only when
/// something about the stream is other than at the key frame before.
bool ClipChain::isOtherStream(const EncodedFrame &key)
{
    const VideoCodec codec = codecOf(key);
    const QByteArray sets = parameterSets(codec, key.payload);
    const QSize headerSize(key.width, key.height);
    if (m_hasKey && codec == m_codec && sets == m_sets && headerSize == m_headerSize)
        return false;
    const QSize size = sizeOf(key);
    const bool isOther =
        m_hasKey && (codec != m_codec || (!size.isEmpty() && !m_size.isEmpty() && size != m_size));
    m_codec = codec;
    m_sets = sets;
    m_headerSize = headerSize;
    if (!size.isEmpty())
        m_size = size;
    m_hasKey = true;
    return isOther;
}

base::Result<void> ClipChain::write(const EncodedFrame &frame)
{
    if (!m_writer) {
        if (auto opened = open(); !opened)
            return opened;
    }
    if (frame.kind == EncodedFrame::Kind::Key && isOtherStream(frame)) {
        if (auto ended = endFile(); !ended)
            return ended;
        m_path = furtherPath(m_firstPath);
        if (auto opened = open(); !opened)
            return opened;
        m_hasKey = true; // this one
    }
    return m_writer->write(frame);
}

base::Result<void> ClipChain::endFile()
{
    const auto writer = std::move(m_writer);
    if (!writer)
        return {};
    const auto summary = writer->finish();
    if (!summary) {
        // A file for which no usable key frame came is no loss, unless it is the only one: see finish().
        const bool isNothing = summary.error().is(MediaError::NothingWritten);
        return isNothing ? base::Result<void>() : fail(summary.error());
    }
    if (m_done)
        add(*m_done, *summary);
    else
        m_done = *summary;
    return {};
}

base::Result<ClipSummary> ClipChain::finish()
{
    if (auto ended = endFile(); !ended)
        return fail(ended.error());
    if (!m_done)
        return fail(MediaError::NothingWritten, QStringLiteral("no key frame came for %1").arg(m_firstPath));
    return *m_done;
}

} // namespace opsdeck::media
