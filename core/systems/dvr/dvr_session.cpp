// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/systems/dvr/dvr_session.h"

#include "core/base/hex.h"
#include "core/systems/dvr/control_body.h"
#include "core/systems/dvr/device_info.h"
#include "core/systems/dvr/dvr_error.h"
#include "core/systems/dvr/message_ids.h"

#include <QJsonDocument>
#include <QPointer>

#include <algorithm>

namespace opsdeck::dvr {

using namespace std::chrono_literals;
using transport::LinkSupervisor;
using State = DeviceStatus::State;

namespace {

// Protocol page, Decisions: capped at 4 s with its jitter, so that a picture is back within 5 s of the device.
constexpr transport::Backoff::Policy kReconnectPolicy{500ms, 4000ms, 0.25};
constexpr auto kKeyframeSpacing = 1000ms;

tl::unexpected<base::Error> notOnline(const QString &what)
{
    return base::fail(base::CommonError::NotConnected, what + QStringLiteral(": not logged in"));
}

} // namespace

DvrSession::DvrSession(DeviceSettings settings, transport::LinkFactory &links, base::Clock &clock,
                       quint32 seed, QObject *parent)
    : QObject(parent)
    , m_settings(std::move(settings))
    , m_links(links)
    , m_clock(clock)
    , m_main(links.makeLink(m_settings.id + QStringLiteral(" main")), clock)
    , m_supervisor(m_main.link(), clock, kReconnectPolicy, seed)
    , m_keepAlive(m_main, clock, [this](const base::Error &reason) { m_main.closeBecause(reason); })
    , m_seeds(seed)
    , m_keyframeTimer(clock.makeTimer([this] { forceKeyframe(); }))
{
    m_status.since = clock.now();
    m_status.channelCount = m_settings.channelCount;
    connect(&m_main, &MessageLink::opened, this, &DvrSession::onOpened);
    connect(&m_main, &MessageLink::ended, this, &DvrSession::onEnded);
    connect(&m_main, &MessageLink::messageReceived, this, &DvrSession::onMessage);
    connect(&m_supervisor, &LinkSupervisor::waiting, this, &DvrSession::onWaiting);
    connect(&m_supervisor, &LinkSupervisor::stateChanged, this, [this](LinkSupervisor::State state) {
        if (state == LinkSupervisor::State::Connecting)
            setState(State::Connecting);
    });
    m_main.setMediaHandler(
        [this](const MessageHeader &header, QByteArrayView payload) { onMedia(header, payload); });
}

DvrSession::~DvrSession()
{
    // Nobody hears of the end; streams close first, they still know the main link.
    m_main.disconnect(this);
    m_supervisor.disconnect(this);
    for (auto &[live, stream] : m_streams) {
        stream->abandon();
        // A frame of its own may have led here.
        stream.release()->deleteLater();
    }
}

void DvrSession::start()
{
    m_plan = LoginPlan();
    m_endReason.reset();
    m_supervisor.start(m_settings.endpoint);
}

void DvrSession::stop()
{
    const QPointer<DvrSession> self(this);
    if (isOnline()) {
        for (auto &[live, stream] : m_streams)
            stream->stopOnDevice();
        // Nobody waits for the answer: the device frees the session when it reads this or when the link goes.
        m_main.send(id::kLogout,
                    {{QStringLiteral("Name"), QString()}, {QStringLiteral("SessionID"), sessionText()}}, 0);
    }
    m_keepAlive.stop();
    m_endReason.reset();
    m_status.reason.reset();
    m_status.retryAt = {};
    tellStreamsOffline();
    if (!self)
        return;
    setState(State::Stopped);
    if (!self || m_status.state != State::Stopped)
        return; // who heard it started us anew
    const bool isClosed = m_main.link().state() == transport::ByteLink::State::Closed;
    m_supervisor.stop();
    if (isClosed)
        Q_EMIT stopped();
}

void DvrSession::tryNow()
{
    if (m_status.state == State::Waiting)
        m_supervisor.retryNow();
    else if (m_status.state == State::NeedsOperator || m_status.state == State::Stopped)
        start();
}

void DvrSession::setPassword(const QString &password)
{
    m_settings.password = password;
}

QFuture<base::Result<QJsonObject>> DvrSession::call(quint16 messageId, const QString &name, QJsonObject body,
                                                    std::chrono::milliseconds timeout)
{
    const QString what = name.isEmpty() ? QStringLiteral("message %1").arg(messageId) : name;
    if (!isOnline())
        return base::answered<QJsonObject>(notOnline(what));
    auto reply = std::make_shared<base::Reply<QJsonObject>>();
    if (!name.isEmpty() || !body.contains(QLatin1String("Name")))
        body.insert(QStringLiteral("Name"), name);
    body.insert(QStringLiteral("SessionID"), sessionText());
    auto future = reply->future();
    m_main.request(messageId, body, timeout, what,
                   [this, self = QPointer(this), reply, what](const base::Result<Message> &answer) {
                       const auto parsed = answer ? parseBody(answer->payload)
                                                  : base::Result<QJsonObject>(base::fail(answer.error()));
                       reply->answer(successful(parsed, what));
                       if (self)
                           noteExpiry(parsed);
                   });
    return future;
}

QFuture<base::Result<Message>> DvrSession::raw(quint16 messageId, QJsonObject body,
                                               std::chrono::milliseconds timeout)
{
    if (!isOnline())
        return base::answered<Message>(notOnline(QStringLiteral("message %1").arg(messageId)));
    auto reply = std::make_shared<base::Reply<Message>>();
    if (!body.contains(QLatin1String("SessionID")))
        body.insert(QStringLiteral("SessionID"), sessionText());
    auto future = reply->future();
    m_main.request(messageId, body, timeout, QStringLiteral("message %1").arg(messageId),
                   [reply](base::Result<Message> answer) { reply->answer(std::move(answer)); });
    return future;
}

void DvrSession::openLive(LiveId live, int channel, StreamKind stream, std::shared_ptr<LiveSink> sink)
{
    closeLive(live);
    auto &slot = m_streams[live];
    slot = std::make_unique<LiveStream>(static_cast<LiveHost &>(*this), channel, stream, std::move(sink),
                                        m_clock, quint32(m_seeds()));
    if (isOnline())
        slot->sessionOnline();
    else if (m_status.reason)
        slot->sessionOffline(m_status.reason, m_status.retryAt);
}

void DvrSession::closeLive(LiveId live)
{
    const auto found = m_streams.find(live);
    if (found == m_streams.end())
        return;
    found->second->close();
    // Its own frame may have led here.
    found->second.release()->deleteLater();
    m_streams.erase(found);
}

void DvrSession::requestKeyframe(LiveId live)
{
    if (m_streams.contains(live))
        forceKeyframe();
}

QString DvrSession::sessionText() const
{
    return m_shortSessionId ? shortSessionIdText(m_main.sessionId()) : sessionIdText(m_main.sessionId());
}

std::unique_ptr<transport::ByteLink> DvrSession::makeMediaLink(int channel, StreamKind stream)
{
    return m_links.makeLink(
        QStringLiteral("%1 channel %2 %3")
            .arg(m_settings.id)
            .arg(channel)
            .arg(stream == StreamKind::Main ? QStringLiteral("main stream") : QStringLiteral("sub stream")));
}

void DvrSession::forceKeyframe()
{
    if (!isOnline())
        return;
    const auto now = m_clock.monotonic();
    if (m_keyframeAt && now - *m_keyframeAt < kKeyframeSpacing) {
        if (!m_keyframeTimer->isActive())
            m_keyframeTimer->start(
                std::chrono::ceil<std::chrono::milliseconds>(*m_keyframeAt + kKeyframeSpacing - now));
        return;
    }
    m_keyframeAt = now;
    // The body of 1562 is not public; devices take an empty one (protocol page §4.1).
    m_main.request(id::kForceKeyframe, QByteArray(), kCallTimeout, QStringLiteral("key frame"),
                   [](const base::Result<Message> &) {});
}

void DvrSession::onOpened()
{
    m_main.setSessionId(0);
    const QPointer<DvrSession> guard(this);
    setState(State::LoggingIn);
    if (!guard || m_status.state != State::LoggingIn)
        return;
    if (!m_plan.claimFirst) {
        login();
        return;
    }
    m_main.setSessionId(kPreLoginSessionId);
    m_main.request(id::kMonitorClaim, preLoginClaimBody(), kLoginTimeout,
                   QStringLiteral("claim before login"),
                   [this, self = QPointer(this)](const base::Result<Message> &answer) {
                       const bool isEnd = !answer && !answer.error().is(base::CommonError::Timeout);
                       if (!self || isEnd || m_status.state != State::LoggingIn)
                           return;
                       // Whatever it says: the login shows whether it helped.
                       m_main.setSessionId(0);
                       login();
                   });
}

void DvrSession::login()
{
    m_main.request(id::kLogin, loginBody(m_settings, m_plan), kLoginTimeout, QStringLiteral("login"),
                   [this, self = QPointer(this)](const base::Result<Message> &answer) {
                       const bool isEnd = !answer && !answer.error().is(base::CommonError::Timeout);
                       if (self && !isEnd && m_status.state == State::LoggingIn)
                           onLoginAnswer(answer); // (of an end of the link onEnded() knows)
                   });
}

void DvrSession::onLoginAnswer(const base::Result<Message> &answer)
{
    LoginVerdict verdict = judgeLogin(answer, m_plan);
    if (!answer) {
        if (const auto garbage = m_main.onlyGarbage(QStringLiteral("login")))
            verdict.error = garbage;
    }
    switch (verdict.next) {
    case LoginVerdict::Next::Done:
        onLoggedIn(verdict.facts);
        return;
    case LoginVerdict::Next::AskOperator:
        askOperator(*verdict.error);
        return;
    case LoginVerdict::Next::AgainAtOnce:
        m_endReason = verdict.error;
        m_supervisor.retryAfter(0ms);
        return;
    case LoginVerdict::Next::AgainLater:
        m_main.closeBecause(*verdict.error);
        return;
    }
}

void DvrSession::onLoggedIn(const LoginFacts &facts)
{
    m_main.setSessionId(facts.sessionId);
    m_oneSocket = false;
    m_mediaSocketsWork = false;
    m_keyframeAt.reset();
    if (m_settings.channelCount == 0 && facts.channelCount > 0)
        m_status.channelCount = facts.channelCount;
    m_status.deviceType = facts.deviceType;
    m_status.reconnects = m_sessions++;
    m_status.reason.reset();
    m_status.retryAt = {};
    m_supervisor.sessionUp();
    m_keepAlive.start(facts.aliveInterval, sessionText());
    const QPointer<DvrSession> self(this);
    setState(State::Online);
    if (!self || !isOnline())
        return;
    fetchTitles();
    forEachStream([this](LiveStream &stream) {
        if (isOnline())
            stream.sessionOnline();
    });
}

void DvrSession::fetchTitles()
{
    QJsonObject body{{QStringLiteral("Name"), QStringLiteral("ChannelTitle")},
                     {QStringLiteral("SessionID"), sessionText()}};
    m_main.request(id::kChannelTitleGet, body, kCallTimeout, QStringLiteral("ChannelTitle"),
                   [this, self = QPointer(this)](const base::Result<Message> &answer) {
                       if (!self || !answer)
                           return; // titles are a comfort: without them channels have their numbers
                       const auto reply =
                           successful(parseBody(answer->payload), QStringLiteral("ChannelTitle"));
                       const auto titles = reply ? parseChannelTitles(*reply)
                                                 : base::Result<QStringList>(base::fail(reply.error()));
                       if (!titles)
                           return;
                       m_status.channelTitles = *titles;
                       if (m_status.channelCount == 0)
                           m_status.channelCount = int(titles->size());
                       publish();
                   });
}

void DvrSession::onEnded(const base::Error &reason)
{
    // The supervisor hears the link first or second; it says when the next attempt comes (onWaiting).
    m_keepAlive.stop();
    m_keyframeTimer->stop();
    if (m_status.state == State::Stopped) {
        Q_EMIT stopped();
        return;
    }
    if (m_status.state == State::NeedsOperator)
        return;
    if (!m_endReason)
        m_endReason = reason;
    if (m_supervisor.state() == LinkSupervisor::State::Waiting)
        onWaiting(reason, m_supervisor.remainingWait());
}

void DvrSession::onWaiting(const base::Error &reason, std::chrono::milliseconds wait)
{
    Q_UNUSED(reason) // the message link knows the better reason
    if (!m_endReason || m_status.state == State::NeedsOperator || m_status.state == State::Stopped)
        return;
    m_status.reason = std::exchange(m_endReason, std::nullopt);
    m_status.retryAt = m_clock.now().addMSecs(wait.count());
    const QPointer<DvrSession> self(this);
    tellStreamsOffline();
    if (self && m_supervisor.state() == LinkSupervisor::State::Waiting)
        setState(State::Waiting);
}

void DvrSession::onMessage(const Message &message)
{
    switch (message.header.messageId) {
    case id::kForceLogout:
        onForcedLogout(message);
        return;
    case id::kForceLogoutReply:
    case id::kKeepAlive:
        // Some devices answer keep-alives with the ids of the vendor's printed table.
        if (m_main.isWaitingFor(replyId(id::kKeepAlive)))
            m_main.settleAs(replyId(id::kKeepAlive), message);
        return;
    default:
        return;
    }
}

void DvrSession::onForcedLogout(const Message &message)
{
    const auto body = parseBody(message.payload);
    m_main.send(id::kForceLogoutReply,
                {{QStringLiteral("Ret"), 100}, {QStringLiteral("SessionID"), sessionText()}},
                message.header.sequence);
    QJsonObject device;
    if (body) {
        QJsonObject said = *body;
        said.remove(QStringLiteral("SessionID"));
        if (const auto ret = numberOf(said.take(QLatin1String("Ret")))) {
            device.insert(QStringLiteral("ret"), *ret);
            device.insert(QStringLiteral("meaning"), retMeaning(int(std::clamp<qint64>(*ret, -1, 0xffff))));
        }
        // What else a 1004 holds is not documented: shown as it is, but not as much as a device may send.
        if (!said.isEmpty()) {
            const QByteArray json = QJsonDocument(said).toJson(QJsonDocument::Compact);
            device.insert(QStringLiteral("said"), base::plainText(QString::fromUtf8(json), 200));
        }
    }
    const base::Error reason(DvrError::ForcedLogout, QStringLiteral("the device logged us out"), device);
    const auto now = m_clock.monotonic();
    const bool again = m_forcedLogoutAt && now - *m_forcedLogoutAt < kForcedLogoutMemory;
    m_forcedLogoutAt = now;
    if (again) {
        // Two consoles must not kick each other for ever.
        askOperator(reason);
        return;
    }
    m_endReason = reason;
    m_supervisor.retryAfter(kAfterForcedLogout);
}

void DvrSession::onMedia(const MessageHeader &header, QByteArrayView payload)
{
    LiveStream *byChannel = nullptr;
    LiveStream *only = nullptr;
    LiveStream *awaiting = nullptr;
    int onMain = 0;
    for (auto &[live, stream] : m_streams) {
        if (stream->awaitsMedia() && stream->channel() == header.channel())
            awaiting = stream.get();
        if (!stream->isOnMainLink())
            continue;
        ++onMain;
        only = stream.get();
        if (stream->channel() != header.channel())
            continue;
        const bool isSub = header.reserved1 == 1;
        if ((stream->stream() == StreamKind::Sub) == isSub) {
            stream->mediaReceived(header, payload);
            return;
        }
        byChannel = stream.get(); // some devices set byte 2 for H.265 instead
    }
    if (byChannel) {
        byChannel->mediaReceived(header, payload);
    } else if (awaiting) {
        awaiting->moveToMainLink();
        awaiting->mediaReceived(header, payload);
    } else if (onMain == 1)
        only->mediaReceived(header, payload);
}

void DvrSession::askOperator(const base::Error &reason)
{
    m_keepAlive.stop();
    m_status.reason = reason;
    m_status.retryAt = {};
    const QPointer<DvrSession> self(this);
    tellStreamsOffline();
    if (self)
        setState(State::NeedsOperator);
    if (self && m_status.state == State::NeedsOperator)
        m_supervisor.stop(); // who heard it may have tried anew
}

void DvrSession::setState(State state)
{
    const bool wasOnline = isOnline();
    const bool wasStopped = m_status.state == State::Stopped;
    if (m_status.state == state && state != State::Waiting)
        return;
    m_status.state = state;
    if (state != State::Waiting)
        m_status.retryAt = {};
    if (wasOnline != isOnline() || wasStopped || state == State::Stopped)
        m_status.since = m_clock.now();
    publish();
}

void DvrSession::publish()
{
    Q_EMIT statusChanged(m_status);
}

void DvrSession::tellStreamsOffline()
{
    forEachStream([this](LiveStream &stream) { stream.sessionOffline(m_status.reason, m_status.retryAt); });
}

void DvrSession::forEachStream(const std::function<void(LiveStream &)> &work)
{
    QList<LiveId> lives;
    for (const auto &[live, stream] : m_streams)
        lives.append(live);
    const QPointer<DvrSession> self(this);
    for (const LiveId live : lives) {
        const auto found = m_streams.find(live);
        if (found == m_streams.end())
            continue;
        work(*found->second);
        if (!self)
            return;
    }
}

void DvrSession::sessionExpired(int ret)
{
    if (isOnline())
        m_main.closeBecause(retError(ret, QStringLiteral("session")));
}

void DvrSession::noteExpiry(const base::Result<QJsonObject> &reply)
{
    if (!reply)
        return;
    const auto ret = retOf(*reply);
    if (ret && isSessionExpired(*ret))
        sessionExpired(*ret);
}

} // namespace opsdeck::dvr
