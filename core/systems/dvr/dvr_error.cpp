// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/systems/dvr/dvr_error.h"

#include "core/systems/dvr/message_ids.h"

namespace opsdeck::dvr {

base::ErrorFacts errorFacts(DvrError code)
{
    using base::ErrorClass;
    switch (code) {
    case DvrError::WrongPassword:
        return {"wrong-password", ErrorClass::Refused};
    case DvrError::UnknownUser:
        return {"unknown-user", ErrorClass::Refused};
    case DvrError::UserLocked:
        return {"user-locked", ErrorClass::Refused};
    case DvrError::UserBlacklisted:
        return {"user-blacklisted", ErrorClass::Refused};
    case DvrError::LoginRefused:
        return {"login-refused", ErrorClass::Refused};
    case DvrError::AlreadyLoggedIn:
        return {"already-logged-in", ErrorClass::Refused};
    case DvrError::TooManyConnections:
        return {"too-many-connections", ErrorClass::Refused};
    case DvrError::NotLoggedIn:
        return {"not-logged-in", ErrorClass::Refused};
    case DvrError::NoRight:
        return {"no-right", ErrorClass::Refused};
    case DvrError::ChannelOffline:
        return {"channel-offline", ErrorClass::Refused};
    case DvrError::NotSupported:
        return {"not-supported", ErrorClass::Refused};
    case DvrError::Refused:
        return {"refused", ErrorClass::Refused};
    case DvrError::EmptyReply:
        return {"empty-reply", ErrorClass::Protocol};
    case DvrError::EncryptedLogin:
        return {"encrypted-login", ErrorClass::Refused};
    case DvrError::ForcedLogout:
        return {"forced-logout", ErrorClass::Refused};
    case DvrError::KeepAliveLost:
        return {"keep-alive-lost", ErrorClass::NoAnswer};
    case DvrError::StreamSilent:
        return {"stream-silent", ErrorClass::NoAnswer};
    case DvrError::Oversize:
        return {"oversize", ErrorClass::Protocol};
    case DvrError::BadFrame:
        return {"bad-frame", ErrorClass::Protocol};
    case DvrError::BadReply:
        return {"bad-reply", ErrorClass::Protocol};
    }
    return {"refused", ErrorClass::Refused};
}

QString retMeaning(int ret)
{
    struct Row {
        int ret;
        const char *meaning;
    };
    // Vendor document §6.1, and the codes of the field (protocol page §5).
    static constexpr Row kRows[] = {
        {100, "OK"},
        {101, "unknown error"},
        {102, "version not supported"},
        {103, "illegal request or unknown command"},
        {104, "user already logged in"},
        {105, "user not logged in"},
        {106, "wrong user name or password"},
        {107, "no right"},
        {108, "time-out"},
        {109, "search failed, no such file"},
        {110, "search complete"},
        {111, "search returned part of the files"},
        {112, "user exists already"},
        {113, "user does not exist"},
        {114, "group exists already"},
        {115, "group does not exist"},
        {116, "pirated software"},
        {117, "malformed message"},
        {118, "no PTZ protocol configured"},
        {119, "no file found"},
        {120, "not enabled in the configuration"},
        {121, "channel not connected"},
        {122, "NAT video links full"},
        {123, "connection limit reached"},
        {124, "wrong encryption algorithm"},
        {125, "admin login disabled while other users exist"},
        {126, "AES data error"},
        {127, "privacy mask is on"},
        {130, "NAS error"},
        {131, "NAS error"},
        {132, "NAS error"},
        {136, "not supported"},
        {150, "OK, restart needed"},
        {160, "backup failed"},
        {161, "no recording disk"},
        {202, "user not logged in"},
        {203, "wrong password"},
        {204, "illegal user"},
        {205, "user locked or unknown"},
        {206, "user is on the blacklist"},
        {207, "user already logged in"},
        {208, "illegal input"},
        {209, "index exists already"},
        {210, "no such object"},
        {211, "object does not exist"},
        {212, "account in use"},
        {213, "rights exceed the group's or the device's"},
        {214, "illegal password"},
        {215, "passwords do not match"},
        {216, "reserved account"},
        {430, "user not found"},
        {502, "illegal command"},
        {503, "talk is open already"},
        {504, "talk is not open"},
        {511, "upgrade is running already"},
        {512, "upgrade not started"},
        {513, "upgrade data error"},
        {514, "upgrade failed"},
        {515, "upgrade done"},
        {516, "device busy"},
        {517, "another connection is upgrading"},
        {518, "already the newest version"},
        {519, "upgrade file does not match"},
        {520, "front end offline"},
        {521, "restoring defaults failed"},
        {522, "OK, device must restart"},
        {523, "default configuration invalid"},
        {602, "OK, application restarts"},
        {603, "OK, device reboots"},
        {604, "writing a file failed"},
        {605, "feature not supported"},
        {606, "value refused"},
        {607, "configuration name unknown"},
        {608, "configuration cannot be parsed"},
        {609, "configuration missing"},
    };
    for (const Row &row : kRows) {
        if (row.ret == ret)
            return QString::fromLatin1(row.meaning);
    }
    return {};
}

namespace {

DvrError codeOf(int ret)
{
    switch (ret) {
    case 203:
        return DvrError::WrongPassword;
    case 113:
    case 204:
    case 430:
        return DvrError::UnknownUser;
    case 205:
        return DvrError::UserLocked;
    case 206:
        return DvrError::UserBlacklisted;
    case 106:
        return DvrError::LoginRefused;
    case 104:
    case 207:
        return DvrError::AlreadyLoggedIn;
    case 122:
    case 123:
        return DvrError::TooManyConnections;
    case 105:
    case 202:
        return DvrError::NotLoggedIn;
    case 107:
        return DvrError::NoRight;
    case 121:
    case 520:
        return DvrError::ChannelOffline;
    case 102:
    case 103:
    case 136:
    case 605:
    case 607:
        return DvrError::NotSupported;
    case 124:
        return DvrError::EncryptedLogin;
    default:
        return DvrError::Refused;
    }
}

} // namespace

base::Error retError(int ret, const QString &what)
{
    const QString meaning = retMeaning(ret);
    QJsonObject device{{QStringLiteral("ret"), ret}};
    if (!meaning.isEmpty())
        device.insert(QStringLiteral("meaning"), meaning);
    QString detail = QStringLiteral("%1 refused: Ret %2").arg(what).arg(ret);
    if (!meaning.isEmpty())
        detail += QStringLiteral(" (%1)").arg(meaning);
    return base::Error(codeOf(ret), detail, device);
}

} // namespace opsdeck::dvr
