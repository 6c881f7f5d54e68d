// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/reply.h"
#include "core/systems/dvr/dvr_types.h"
#include "core/systems/dvr/keep_alive.h"
#include "core/systems/dvr/live_stream.h"
#include "core/systems/dvr/login.h"
#include "core/transport/link_factory.h"
#include "core/transport/link_supervisor.h"

#include <functional>
#include <map>
#include <memory>
#include <random>

namespace opsdeck::dvr {

/// Talks to one DVR: main socket, login, keep-alive, reconnecting, and the live streams that hang on it. Owns its links.
/// Lives on one thread; not to be called from others (DvrFleet is for that). Never retries a refused password by itself.
/// May be stopped, started and deleted by whoever hears its signals or is one of its sinks.
class DvrSession final : public QObject, private LiveHost
{
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds kLoginTimeout{4000};
    static constexpr std::chrono::milliseconds kCallTimeout{5000};
    /// After a forced logout one new login comes after this long …
    static constexpr std::chrono::seconds kAfterForcedLogout{5};
    /// … and when it happens again within this long, the operator decides.
    static constexpr std::chrono::seconds kForcedLogoutMemory{60};

    /// @param links and @param clock must outlive this object. @param seed of all jitter.
    DvrSession(DeviceSettings settings, transport::LinkFactory &links, base::Clock &clock, quint32 seed,
               QObject *parent = nullptr);
    ~DvrSession() override;

    const DeviceSettings &settings() const { return m_settings; }
    const DeviceStatus &status() const { return m_status; }
    quint32 sessionId() const { return m_main.sessionId(); }

    void start();
    /// Logs out when logged in, closes everything and stays away. Live streams are told Offline and come back after `start()`.
    void stop();
    /// Tries at once: ends a wait, and forgets that the operator was to be asked.
    void tryNow();
    void setPassword(const QString &password);

    /// A control request: adds Name (an empty one only where `body` has none) and SessionID, checks Ret. The result is the whole reply.
    /// Errors: NotConnected (also before the login), Timeout, what Ret says, BadReply.
    QFuture<base::Result<QJsonObject>> call(quint16 messageId, const QString &name, QJsonObject body = {},
                                            std::chrono::milliseconds timeout = kCallTimeout);
    /// Any request with any body, SessionID added; the answer as it came, whatever its Ret.
    QFuture<base::Result<Message>> raw(quint16 messageId, QJsonObject body,
                                       std::chrono::milliseconds timeout = kCallTimeout);

    /// @param live chosen by the caller, unique. @param channel from 0.
    void openLive(LiveId live, int channel, StreamKind stream, std::shared_ptr<LiveSink> sink);
    void closeLive(LiveId live);
    void requestKeyframe(LiveId live);

Q_SIGNALS:
    void statusChanged(const opsdeck::dvr::DeviceStatus &status);
    /// After `stop()`: the logout has gone out and the main link is closed.
    void stopped();

private:
    // LiveHost
    MessageLink &mainLink() override { return m_main; }
    QString sessionText() const override;
    transport::Endpoint endpoint() const override { return m_settings.endpoint; }
    std::unique_ptr<transport::ByteLink> makeMediaLink(int channel, StreamKind stream) override;
    bool usesOneSocket() const override { return m_oneSocket; }
    void switchToOneSocket() override { m_oneSocket = !m_mediaSocketsWork; }
    void mediaSocketWorked() override { m_mediaSocketsWork = true; }
    void switchToShortSessionId() override { m_shortSessionId = true; }
    bool usesShortSessionId() const override { return m_shortSessionId; }
    void probe() override { m_keepAlive.probe(); }
    void forceKeyframe() override;
    void sessionExpired(int ret) override;

    void onOpened();
    void login();
    void onLoginAnswer(const base::Result<Message> &answer);
    void onLoggedIn(const LoginFacts &facts);
    void fetchTitles();
    void onEnded(const base::Error &reason);
    void onWaiting(const base::Error &reason, std::chrono::milliseconds wait);
    void onMessage(const Message &message);
    void onForcedLogout(const Message &message);
    void onMedia(const MessageHeader &header, QByteArrayView payload);
    void askOperator(const base::Error &reason);
    void setState(DeviceStatus::State state);
    void publish();
    void tellStreamsOffline();
    /// Streams may be opened and closed, and this session deleted, by what `work` calls.
    void forEachStream(const std::function<void(LiveStream &)> &work);
    void noteExpiry(const base::Result<QJsonObject> &reply);
    bool isOnline() const { return m_status.state == DeviceStatus::State::Online; }

    DeviceSettings m_settings;
    transport::LinkFactory &m_links;
    base::Clock &m_clock;
    MessageLink m_main;
    transport::LinkSupervisor m_supervisor;
    KeepAlive m_keepAlive;
    LoginPlan m_plan;
    DeviceStatus m_status;
    std::optional<base::Error> m_endReason;
    std::map<LiveId, std::unique_ptr<LiveStream>> m_streams;
    std::minstd_rand m_seeds;
    std::unique_ptr<base::Timer> m_keyframeTimer;
    std::optional<base::Clock::Nanoseconds> m_keyframeAt;
    std::optional<base::Clock::Nanoseconds> m_forcedLogoutAt;
    int m_sessions = 0;
    bool m_oneSocket = false;
    bool m_mediaSocketsWork = false;
    bool m_shortSessionId = false;
};

} // namespace opsdeck::dvr
