// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QSet>
#include <QString>
#include <QStringList>

namespace opsdeck::dvr::sim {

/// What devices in the field do differently from each other. Names on the command line and what each means:
/// `Quirks::help()`.
enum class Quirk {
    ShortSessionId,
    SpecSessionId,
    TenDigitSessionId,
    NoTrailer,
    LineFeedTrailer,
    CompactJson,
    EscapedSlashes,
    VersionZero,
    NoAliveInterval,
    SpecStorageNames,
    SpecDeviceType,
    GbkNames,
    HostileNames,
    NoDisk,
    EmptyBodyKeepAlive,
    KeepAlive1005,
    StrictKeepAlive,
    FragmentReplies,
    ClaimBeforeLogin,
    ClaimWantsShortId,
    AlwaysMonitorReply,
    LastEnumEntry,
    MidGop,
    MediaFromZero,
    BigPackets,
    SharedPackets,
    H265MarkedH264,
    H265Byte2,
    BogusFrames,
    InfoFrames,
};

/// The quirks of one device. A value.
class Quirks
{
public:
    /// Errors: WrongUsage for an unknown name.
    static base::Result<Quirks> parse(const QStringList &names);
    bool has(Quirk quirk) const { return m_on.contains(quirk); }
    /// One line a quirk.
    static QString help();

private:
    QSet<Quirk> m_on;
};

} // namespace opsdeck::dvr::sim
