// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace opsdeck::dvr {

/// Message ids (vendor document §6.2 with the C1 table corrected: a reply is always its request + 1). Plain
/// numbers on the wire.
namespace id {
constexpr quint16 kLogin = 1000;
constexpr quint16 kLogout = 1002;
constexpr quint16 kForceLogout = 1004;
constexpr quint16 kForceLogoutReply = 1005;
constexpr quint16 kKeepAlive = 1006;
constexpr quint16 kLoginDas = 1008;
constexpr quint16 kLoginEncryptInfo = 1010;
constexpr quint16 kSystemInfo = 1020;
constexpr quint16 kConfigSet = 1040;
constexpr quint16 kConfigGet = 1042;
constexpr quint16 kConfigDefault = 1044;
constexpr quint16 kChannelTitleSet = 1046;
constexpr quint16 kChannelTitleGet = 1048;
constexpr quint16 kAbilityGet = 1360;
constexpr quint16 kPtz = 1400;
constexpr quint16 kMonitor = 1410;
constexpr quint16 kMonitorData = 1412;
constexpr quint16 kMonitorClaim = 1413;
constexpr quint16 kPlay = 1420;
constexpr quint16 kPlayData = 1422;
constexpr quint16 kPlayEof = 1423;
constexpr quint16 kPlayClaim = 1424;
constexpr quint16 kDownloadData = 1426;
constexpr quint16 kTalk = 1430;
constexpr quint16 kTalkFromClient = 1432;
constexpr quint16 kTalkFromDevice = 1433;
constexpr quint16 kTalkClaim = 1434;
constexpr quint16 kSystemManager = 1450;
constexpr quint16 kTimeQuery = 1452;
constexpr quint16 kDiskManager = 1460;
constexpr quint16 kGuard = 1500;
constexpr quint16 kUnguard = 1502;
constexpr quint16 kAlarm = 1504;
constexpr quint16 kUpgrade = 1520;
constexpr quint16 kUpgradeData = 1522;
constexpr quint16 kConfigImport = 1540;
constexpr quint16 kConfigExport = 1542;
constexpr quint16 kConfigExportReply = 1543;
constexpr quint16 kLogExport = 1544;
constexpr quint16 kLogExportReply = 1545;
constexpr quint16 kSnapshot = 1560;
constexpr quint16 kSnapshotReply = 1561;
constexpr quint16 kForceKeyframe = 1562;
constexpr quint16 kPhotoReply = 1601;
} // namespace id

/// The id an answer to `request` carries.
constexpr quint16 replyId(quint16 request)
{
    return quint16(request + 1);
}

/// Return codes that mean "done" (protocol page §5). Never for upgrade progress (1524), where 0…100 is a
/// percentage.
constexpr bool isSuccess(int ret)
{
    switch (ret) {
    case 100: // OK
    case 110: // search complete
    case 111: // search partly returned
    case 150: // OK, restart needed
    case 515: // upgrade done
    case 522: // OK, device must restart
    case 602: // OK, its application restarts
    case 603: // OK, it reboots
        return true;
    default:
        return false;
    }
}

/// Return codes that mean that the device has forgotten our session: log in again.
constexpr bool isSessionExpired(int ret)
{
    return ret == 202 || ret == 105;
}

} // namespace opsdeck::dvr
