// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/systems/dvr/dvr_journal.h"

#include "core/base/hex.h"
#include "core/store/secret_store.h"
#include "core/systems/dvr/dvr_error.h"

namespace opsdeck::dvr {

namespace {

using store::Severity;
using transport::LinkError;

constexpr qsizetype kLongestDetail = 512;

/// Why a login did not succeed; null when the failure is of another kind.
const char *loginRefusal(const base::Error &error)
{
    struct Row {
        DvrError code;
        const char *key;
    };
    static constexpr Row kRows[] = {
        {DvrError::WrongPassword, "wrong-password"}, {DvrError::UnknownUser, "unknown-user"},
        {DvrError::UserLocked, "user-locked"},       {DvrError::UserBlacklisted, "user-barred"},
        {DvrError::AlreadyLoggedIn, "in-use"},       {DvrError::TooManyConnections, "too-many"},
        {DvrError::EncryptedLogin, "encrypted"},     {DvrError::LoginRefused, "other"},
    };
    for (const Row &row : kRows) {
        if (error.is(row.code))
            return row.key;
    }
    return nullptr;
}

const char *offlineReason(const base::Error &error)
{
    if (error.is(LinkError::ResolveFailed))
        return "not-found";
    if (error.is(LinkError::ConnectionRefused))
        return "connection-refused";
    if (error.is(LinkError::NetworkUnreachable))
        return "unreachable";
    if (error.is(LinkError::ClosedByPeer))
        return "closed";
    if (error.is(LinkError::SocketFailed) || error.is(LinkError::WriteOverflow))
        return "failed";
    if (error.is(DvrError::ForcedLogout) || error.is(DvrError::NotLoggedIn))
        return "logged-out";
    switch (error.errorClass()) {
    case base::ErrorClass::NoAnswer:
        return "no-answer";
    case base::ErrorClass::Protocol:
        return "unreadable";
    case base::ErrorClass::Refused:
    case base::ErrorClass::Usage:
    case base::ErrorClass::Local:
    case base::ErrorClass::Cancelled:
        break;
    }
    return "failed";
}

bool isOfSecrets(const base::Error &error)
{
    for (int i = 0; i <= int(store::SecretError::KeyMalformed); ++i) {
        if (error.is(store::SecretError(i)))
            return true;
    }
    return false;
}

QString key(const char *area, const char *reason)
{
    return QStringLiteral("dvr.%1.%2").arg(QLatin1String(area), QLatin1String(reason));
}

QString waitsKey(const base::Error &error)
{
    if (isOfSecrets(error))
        return key("waits", "no-password");
    return key("waits", error.is(DvrError::ForcedLogout) ? "logged-out" : "other");
}

} // namespace

struct DvrJournal::Device {
    QString id;
    QString name;
    DeviceStatus last;
    bool wasOnline = false;   ///< ever
    QSet<QString> said;       ///< keys of this outage
    QList<QDateTime> written; ///< within the period
    QString pendingKey;       ///< what it would say, were it not unstable; the last one
    QString pendingKind;
    Severity pendingSeverity = Severity::Info;
    int held = 0; ///< events that were not written
    bool isUnstable = false;
    std::unique_ptr<base::Timer> timer;
};

DvrJournal::DvrJournal(base::Clock &clock, std::function<void(const store::Event &)> write, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_write(std::move(write))
{
}

DvrJournal::~DvrJournal() = default;

void DvrJournal::keepOnly(const QStringList &deviceIds)
{
    for (auto it = m_devices.begin(); it != m_devices.end();)
        it = deviceIds.contains(it.key()) ? std::next(it) : m_devices.erase(it);
}

void DvrJournal::note(const QString &deviceId, const QString &name, const DeviceStatus &status)
{
    std::shared_ptr<Device> &slot = m_devices[deviceId];
    if (!slot) {
        slot = std::make_shared<Device>();
        slot->id = deviceId;
        slot->timer = m_clock.makeTimer([this, deviceId] { onPeriodEnd(deviceId); });
    }
    Device &device = *slot;
    device.name = name;
    const bool wasOnline = device.last.isOnline();
    device.last = status;
    using State = DeviceStatus::State;
    if (status.isOnline()) {
        if (wasOnline)
            return;
        device.said.clear();
        say(device, device.wasOnline ? QStringLiteral("dvr.online-again") : QStringLiteral("dvr.online"),
            Severity::Info, QStringLiteral("online"));
        device.wasOnline = true;
        return;
    }
    const bool isTold = status.state == State::Waiting || status.state == State::NeedsOperator;
    if (!isTold || !status.reason)
        return;
    const bool waits = status.state == State::NeedsOperator;
    if (const char *refusal = loginRefusal(*status.reason))
        say(device, key("login-refused", refusal), Severity::Attention, QStringLiteral("login-refused"));
    else if (waits)
        say(device, waitsKey(*status.reason), Severity::Attention, QStringLiteral("waits-for-operator"));
    else
        say(device, key("offline", offlineReason(*status.reason)), Severity::Attention,
            QStringLiteral("offline"));
}

/// Once an outage; bounded in time.
void DvrJournal::say(Device &device, const QString &key, Severity severity, const QString &kind)
{
    if (device.said.contains(key))
        return;
    device.said.insert(key);
    if (device.isUnstable) {
        ++device.held;
        device.pendingKey = key;
        device.pendingKind = kind;
        device.pendingSeverity = severity;
        return;
    }
    const QDateTime now = m_clock.now();
    const QDateTime from = now.addMSecs(-std::chrono::milliseconds(kPeriod).count());
    // What lies in the future was written before somebody set the clock back.
    device.written.removeIf([&](const QDateTime &at) { return at < from || at > now; });
    device.written.append(now);
    if (device.written.size() <= kMostEvents) {
        write(device, key, severity, kind);
        return;
    }
    device.isUnstable = true;
    device.held = 1;
    device.pendingKey = key;
    device.pendingKind = kind;
    device.pendingSeverity = severity;
    write(device, QStringLiteral("dvr.unstable"), Severity::Attention, QStringLiteral("unstable"),
          {QString::number(device.written.size())});
    device.timer->start(kPeriod);
}

void DvrJournal::onPeriodEnd(const QString &deviceId)
{
    const std::shared_ptr<Device> device = m_devices.value(deviceId);
    if (!device || !device->isUnstable)
        return;
    const bool isCalm = device->held <= 1;
    // Where it stands now, with the number of what was not written.
    if (!device->pendingKey.isEmpty())
        write(*device, device->pendingKey, device->pendingSeverity, device->pendingKind);
    device->pendingKey.clear();
    device->held = 0;
    device->written.clear();
    device->isUnstable = !isCalm;
    if (!isCalm)
        device->timer->start(kPeriod);
}

void DvrJournal::write(const Device &device, const QString &key, Severity severity, const QString &kind,
                       const QStringList &more)
{
    store::Event event;
    event.time = m_clock.now();
    event.system = QStringLiteral("dvr");
    event.device = device.id;
    event.kind = kind;
    event.severity = severity;
    event.textKey = key;
    event.arguments = QStringList{base::plainText(device.name)} + more;
    if (device.last.reason && !device.last.isOnline()) {
        event.details.insert(QStringLiteral("reason"), device.last.reason->name());
        event.details.insert(QStringLiteral("detail"),
                             base::plainText(device.last.reason->detail(), kLongestDetail));
        const QJsonValue ret = device.last.reason->device().value(QLatin1String("ret"));
        if (ret.isDouble())
            event.details.insert(QStringLiteral("ret"), ret);
    }
    if (device.held > 1)
        event.details.insert(QStringLiteral("notWritten"), device.held - 1);
    m_write(event);
}

} // namespace opsdeck::dvr
