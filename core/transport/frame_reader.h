// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>

#include <optional>

namespace opsdeck::transport {

/// What a protocol says of a header, before any byte of the payload is waited for.
struct HeaderVerdict {
    enum class Kind {
        Frame,   ///< A header; `payloadBytes` follow.
        Garbage, ///< Not a header: skip one byte and look again.
        Refuse,  ///< A header that must not be followed (oversize); the reader stops with `error`.
    };
    Kind kind = Kind::Garbage;
    qint64 payloadBytes = 0;
    std::optional<base::Error> error;
};

/// Cuts a byte stream into frames with a header of fixed size. Fed bytes, holds at most one unfinished frame,
/// never a socket. The limit is in `inspect`: a header that claims too much is refused before memory is
/// taken.
class FrameReader
{
public:
    /// @param inspect gets exactly `headerBytes` bytes. @param syncByte first byte of every header: what
    /// cannot start one is skipped fast.
    using Inspect = HeaderVerdict (*)(QByteArrayView header);
    FrameReader(qsizetype headerBytes, quint8 syncByte, Inspect inspect);

    /// A frame as a view into the reader; valid until the next call of `append()` or `reset()`.
    struct Frame {
        QByteArrayView header;
        QByteArrayView payload;
    };

    void append(QByteArrayView bytes);
    /// The next whole frame, nothing when more bytes are needed, or the refusal (then the stream is of no
    /// more use).
    base::Result<std::optional<Frame>> next();
    /// Forgets everything: before every new connection.
    void reset();

    /// Bytes that belonged to no frame, since the last reset.
    quint64 garbageBytes() const { return m_garbageBytes; }
    qsizetype bufferedBytes() const { return m_buffer.size() - m_position; }

private:
    qsizetype m_headerBytes;
    char m_syncByte;
    Inspect m_inspect;
    QByteArray m_buffer;
    qsizetype m_position = 0;
    qsizetype m_wanted = 0; ///< size of the frame that is being waited for; 0 = header not seen yet
    quint64 m_garbageBytes = 0;
    std::optional<base::Error> m_refusal;
};

} // namespace opsdeck::transport
