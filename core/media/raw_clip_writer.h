// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/clip_writer.h"
#include "core/media/part_file.h"

#include <optional>

namespace opsdeck::media {

/// The bare video stream, byte for byte. See ClipWriter.
class RawClipWriter final : public ClipWriter
{
public:
    /// @param codec the only one the file takes.
    RawClipWriter(const QString &path, VideoCodec codec, const ClipOptions &options);

    base::Result<void> open() { return m_file.open(); }
    base::Result<void> write(const EncodedFrame &frame) override;
    base::Result<ClipSummary> finish() override;

private:
    base::Result<void> failed(base::Error error);

    PartFile m_file;
    ClipTimeline m_timeline;
    ClipSummary m_summary;
    std::optional<base::Error> m_error;
};

} // namespace opsdeck::media
