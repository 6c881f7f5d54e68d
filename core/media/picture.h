// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/crop.h"

#include <QSize>
#include <QtGlobal>

#include <chrono>
#include <memory>

namespace opsdeck::media {

/// A decoded picture, scaled for its place on the screen: 32-bit pixels as QImage::Format_RGB32 has them
/// (0xffRRGGBB in native order). A value; the pixels are shared and never written again once handed out.
struct Picture {
    std::shared_ptr<const uchar[]> pixels;
    QSize size; ///< in device pixels; empty = no picture
    qsizetype bytesPerLine = 0;
    QSize sourceSize;                       ///< of the stream, before scaling
    QRectF crop = kWholePicture;            ///< the part of the stream's picture that this shows
    std::chrono::nanoseconds receivedAt{0}; ///< of the frame it was decoded from
    quint64 number = 0;                     ///< counts the decoded frames of its stream from 1

    bool isNull() const { return pixels == nullptr; }
};

} // namespace opsdeck::media
