// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/systems/dvr/annex_b.h"
#include "core/base/result.h"

#include <QString>

#include <memory>

namespace opsdeck::dvr::sim {

/// One encoding of a scene: a loop of access units that starts with a key frame.
struct Encoding {
    ClipCodec codec = ClipCodec::H264;
    int width = 0;
    int height = 0;
    int framesPerSecond = 25;
    QList<AccessUnit> units;
    /// The first key frame at or after `unit`, going round at the end.
    qsizetype keyFrameFrom(qsizetype unit) const;
};

/// One scene: its main and extra encoding and, maybe, its sound.
struct Clip {
    QString name;
    QString title;
    QString clipClass; ///< "d1", "720p", "h265-1080p" …
    Encoding main;
    Encoding extra;
    QByteArray sound; ///< G.711 A-law, 8 kHz; empty = silent channel
};

/// All clips that are compiled in, ready to be sent. Immutable once loaded; shared by the devices of a process.
class ClipLibrary
{
public:
    /// Reads the resource. Errors: FileFailed (a clip is missing or holds no key frame).
    static base::Result<std::shared_ptr<const ClipLibrary>> load();

    /// "mix" and every class there is.
    QStringList classes() const;
    /// The clips of a class in the order channels take them; "mix" has all. Empty for an unknown class.
    QList<const Clip *> ofClass(const QString &clipClass) const;

private:
    std::vector<Clip> m_clips;
};

} // namespace opsdeck::dvr::sim
