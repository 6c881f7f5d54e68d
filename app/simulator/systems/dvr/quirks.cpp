// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/systems/dvr/quirks.h"

#include "app/simulator/kit/simulator_module.h"

#include <algorithm>

namespace opsdeck::dvr::sim {

namespace {

struct QuirkSpec {
    Quirk quirk;
    const char *name;
    const char *help;
};

constexpr QuirkSpec kQuirks[] = {
    {Quirk::ShortSessionId, "short-session-id", "session ids as \"0xb\" instead of \"0x0000000B\""},
    {Quirk::SpecSessionId, "spec-session-id", "session ids as \"0000000B\", as in the vendor document"},
    {Quirk::TenDigitSessionId, "ten-digit-session-id", "session ids as \"0x000000000b\""},
    {Quirk::NoTrailer, "no-trailer", "JSON ends without 0A 00"},
    {Quirk::LineFeedTrailer, "line-feed-trailer", "JSON ends with 0A alone"},
    {Quirk::CompactJson, "compact-json", "no spaces in JSON"},
    {Quirk::EscapedSlashes, "escaped-slashes", "every / in JSON is written \\/"},
    {Quirk::VersionZero, "version-zero", "header byte 1 is 0 as a client's, not 1"},
    {Quirk::NoAliveInterval, "no-alive-interval", "the login reply has no AliveInterval"},
    {Quirk::SpecStorageNames, "spec-storage-names", "StorageInfo says PhysicalNo, not PlysicalNo"},
    {Quirk::SpecDeviceType, "spec-device-type",
     "the login reply says \"DeviceType\" without the trailing space"},
    {Quirk::GbkNames, "gbk-names", "channel titles in Chinese, GBK bytes that are not UTF-8"},
    {Quirk::HostileNames, "hostile-names",
     "channel titles with HTML, path separators and control characters"},
    {Quirk::NoDisk, "no-disk", "StorageInfo is one all-zero entry"},
    {Quirk::EmptyBodyKeepAlive, "empty-body-keepalive", "keep-alive is answered by a header without a body"},
    {Quirk::KeepAlive1005, "keepalive-1005", "keep-alive is 1005 answered by 1006; 1006 is refused with 103"},
    {Quirk::StrictKeepAlive, "strict-keepalive",
     "a drained one-socket live stream is no sign of life: only messages are"},
    {Quirk::FragmentReplies, "fragment-replies",
     "JSON replies longer than 64 bytes come in several packets (Total/Cur)"},
    {Quirk::ClaimBeforeLogin, "claim-before-login",
     "login gets an empty reply until an OPMonitor Claim came on that socket"},
    {Quirk::ClaimWantsShortId, "claim-wants-short-id",
     "Claim is refused with 103 unless SessionID has no leading zeros"},
    {Quirk::AlwaysMonitorReply, "always-monitor-reply", "1411 also when the Claim came on the same socket"},
    {Quirk::LastEnumEntry, "last-enum-entry",
     "an unknown Action or Command counts as the last of its table (OPMachine: ShutDown!)"},
    {Quirk::MidGop, "mid-gop", "streams start in the middle of a group of pictures"},
    {Quirk::MediaFromZero, "media-from-zero", "media packets are counted from 0, not 1"},
    {Quirk::BigPackets, "big-packets", "media packets of 27406 bytes instead of 8192"},
    {Quirk::SharedPackets, "shared-packets", "sound and picture frames share packets"},
    {Quirk::H265MarkedH264, "h265-marked-h264", "key frames of H.265 carry the codec number of H.264"},
    {Quirk::H265Byte2, "h265-byte2", "header byte 2 is 1 on H.265, also on the main stream"},
    {Quirk::BogusFrames, "bogus-frames",
     "a 127-byte P-frame that is no picture every 2 s, as 4K cameras send"},
    {Quirk::InfoFrames, "info-frames", "an F9 frame with vehicle text once a second"},
};

} // namespace

base::Result<Quirks> Quirks::parse(const QStringList &names)
{
    Quirks quirks;
    for (const QString &name : names) {
        const auto spec = std::find_if(std::begin(kQuirks), std::end(kQuirks),
                                       [&](const QuirkSpec &s) { return name == QLatin1String(s.name); });
        if (spec == std::end(kQuirks)) {
            return base::fail(simulator::SimulatorError::WrongUsage,
                              QStringLiteral("there is no quirk \"%1\"").arg(name));
        }
        quirks.m_on.insert(spec->quirk);
    }
    return quirks;
}

QString Quirks::help()
{
    QString text;
    for (const QuirkSpec &spec : kQuirks)
        text += QStringLiteral("  %1 %2\n").arg(QLatin1String(spec.name), -24).arg(QLatin1String(spec.help));
    return text;
}

} // namespace opsdeck::dvr::sim
