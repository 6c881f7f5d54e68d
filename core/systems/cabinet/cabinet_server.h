// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/systems/cabinet/background_queries.h"
#include "core/systems/cabinet/cabinet_fleet.h"
#include "core/systems/cabinet/login_desk.h"
#include "core/systems/cabinet/stranger_list.h"
#include "core/transport/deadline_queue.h"

#include <map>

namespace opsdeck::cabinet {

/// The server that cabinets dial in to: owns the connections, knows who each is, and hands what they say to the desks. Lives on
/// one thread, the cabinets' I/O thread; writes nothing but through ledger and journal. The heartbeats of thousands pass
/// `peerBytes`: that way makes no Qt object, no string and no signal.
class CabinetServer final : public QObject, private transport::PeerListener, private SessionHost
{
    Q_OBJECT
public:
    static constexpr std::chrono::seconds kListenAgain{10};
    /// Of the file limit, for everything but connections.
    static constexpr int kOtherFiles = 512;

    /// @param clock, @param ledger and @param journal must outlive this object.
    CabinetServer(base::Clock &clock, store::BankLedger &ledger, store::Journal &journal,
                  std::unique_ptr<transport::PeerServer> peers, QObject *parent = nullptr);
    ~CabinetServer() override;

    void start(const ServerSettings &settings);
    void stop();
    void allow(const QStringList &sns);
    void setSecret(const QString &sn, const QString &secret);

    AllowList &allowList() { return m_allowList; }
    CabinetCalls &calls() { return m_calls; }

Q_SIGNALS:
    void stateChanged(const opsdeck::cabinet::ServerState &state);
    void published(const opsdeck::cabinet::CabinetRegister::Published &published);
    void happened(const opsdeck::cabinet::FleetEvent &event);

private:
    using Nanoseconds = base::Clock::Nanoseconds;

    /// How a connection ended, in the words of the journal.
    struct End {
        EventText text;
        QString detail;             ///< English
        QStringList arguments = {}; ///< behind SN and address
        store::Severity severity = store::Severity::Attention;
    };
    enum class Deadline : quint64 { Idle = 0, Requests = 1 };
    static constexpr int kDeadlineBits = 1;
    static constexpr int kSilentHeartbeats = 3;
    static transport::DeadlineQueue::Key keyOf(transport::PeerId peer, Deadline deadline)
    {
        return peer.value() << kDeadlineBits | quint64(deadline);
    }

    // PeerListener
    void peerConnected(transport::PeerId peer, const QHostAddress &address, quint16 port) override;
    void peerBytes(transport::PeerId peer, QByteArrayView bytes) override;
    void peerClosed(transport::PeerId peer, const base::Error &reason) override;
    void acceptPaused(const base::Error &reason) override;
    // SessionHost
    Nanoseconds monotonic() const override { return m_clock.monotonic(); }
    void sendTo(transport::PeerId peer, QByteArrayView bytes) override { m_peers->send(peer, bytes); }
    void setRequestDeadline(CabinetSession &session, std::optional<Nanoseconds> deadline) override;
    void heartbeatChanged(CabinetSession &session) override { watchSilence(session); }

    void listen();
    void dropAll();
    CabinetSession *find(transport::PeerId peer) const;
    void onFrame(CabinetSession &session, const Frame &frame);
    void onHeartbeat(CabinetSession &session, const Frame &frame);
    void onAnswer(CabinetSession &session, const Frame &frame);
    void onUnknown(CabinetSession &session, const Frame &frame);
    void onFirstFrame(CabinetSession &session, const Frame &frame);
    void onLoginAgain(CabinetSession &session, const Frame &frame);
    void letIn(CabinetSession &session, CabinetRecord &record, const Frame &frame, int slotCount);
    /// Counts a wrong checksum and tells of the first. False: the cabinet is strict, the frame is dropped.
    bool mayUse(CabinetRecord &record, const Frame &frame);
    void onDeadline(transport::DeadlineQueue::Key key);
    void onIdle(CabinetSession &session);
    /// How long it may still be silent.
    Nanoseconds silenceLeft(const CabinetSession &session) const;
    void watchSilence(CabinetSession &session);
    /// Of one who is logged in.
    void drop(CabinetSession &session, const End &end);
    /// Of one who is not.
    void dropStranger(CabinetSession &session, EventText text, const QString &detail,
                      bool isAfterWriting = false);
    void retire(CabinetSession &session, bool isAfterWriting);
    void lookAgain(CabinetRecord &record);
    void setState(const ServerState &state);
    void countSoon();

    base::Clock &m_clock;
    store::BankLedger &m_ledger;
    ServerSettings m_settings;
    QHash<QString, QByteArray> m_secrets; ///< by SN
    ServerState m_state;
    bool m_isStarted = false;
    int m_mostConnections = 0;
    Nanoseconds m_frameInterval{0};
    Reporter m_reporter;
    CabinetRegister m_cabinets;
    AllowList m_allowList;
    LoginDesk m_loginDesk;
    BankDesk m_bankDesk;
    CabinetCalls m_calls;
    BackgroundQueries m_background;
    StrangerList m_strangers;
    transport::DeadlineQueue m_deadlines;
    std::unique_ptr<base::Timer> m_listenTimer;
    std::unique_ptr<base::Timer> m_countTimer;
    RateLimit m_pauseEvents;
    std::vector<std::unique_ptr<CabinetSession>> m_sessions; ///< by the slot of their peer
    std::vector<std::unique_ptr<CabinetSession>> m_retired;  ///< we may be in a call about one
    std::unique_ptr<transport::PeerServer> m_peers;
};

} // namespace opsdeck::cabinet
