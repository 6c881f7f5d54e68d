// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/systems/cabinet/cabinet_server.h"

#include "core/base/file_limit.h"
#include "core/transport/byte_link.h"

namespace opsdeck::cabinet {

using store::Severity;
using transport::PeerId;

namespace {

constexpr std::chrono::seconds kPauseEventTime{60};

base::Error problemOf(const base::Error &error)
{
    using transport::PeerServerError;
    if (error.is(PeerServerError::AddressTaken))
        return {CabinetError::PortTaken, error.detail()};
    if (error.is(PeerServerError::AddressNotOurs))
        return {CabinetError::AddressNotOurs, error.detail()};
    if (error.is(PeerServerError::TooManyFiles))
        return {CabinetError::TooFewFiles, error.detail()};
    return error;
}

EventText textOf(const base::Error &problem)
{
    if (problem.is(CabinetError::PortTaken))
        return eventText("cabinet.server-failed.port-taken");
    if (problem.is(CabinetError::AddressNotOurs))
        return eventText("cabinet.server-failed.address-not-ours");
    return eventText("cabinet.server-failed.other");
}

QString addressText(const ServerSettings &settings, quint16 port)
{
    return transport::Endpoint{settings.bind.toString(), port}.toString();
}

} // namespace

CabinetServer::CabinetServer(base::Clock &clock, store::BankLedger &ledger, store::Journal &journal,
                             std::unique_ptr<transport::PeerServer> peers, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_ledger(ledger)
    , m_reporter(clock, journal, [this](const FleetEvent &event) { Q_EMIT happened(event); })
    , m_cabinets(clock, [this](const CabinetRegister::Published &news) { Q_EMIT published(news); })
    , m_allowList(clock, ledger, m_cabinets, m_reporter, *this,
                  [this](CabinetRecord &record) {
                      drop(*record.session, {eventText("cabinet.offline.forgotten"),
                                             QStringLiteral("taken off the list"),
                                             {},
                                             Severity::Info});
                  })
    , m_loginDesk(clock, m_cabinets, m_allowList, m_reporter)
    , m_bankDesk(clock, ledger, m_cabinets, m_reporter, *this)
    , m_calls(clock, m_cabinets, m_bankDesk, m_reporter, ledger, *this,
              [this](CabinetRecord &record) { lookAgain(record); })
    , m_background(clock, m_cabinets, m_calls)
    , m_deadlines(clock, [this](transport::DeadlineQueue::Key key) { onDeadline(key); })
    , m_listenTimer(clock.makeTimer([this] { listen(); }))
    , m_countTimer(clock.makeTimer([this] {
        ServerState state = m_state;
        state.connections = m_peers->peers();
        setState(state);
    }))
    , m_peers(std::move(peers))
{
    m_peers->setListener(this);
    connect(&ledger, &store::BankLedger::cabinetsChanged, this, [this] { m_allowList.reloadSoon(); });
}

CabinetServer::~CabinetServer()
{
    stop();
    m_peers->setListener(nullptr);
}

void CabinetServer::start(const ServerSettings &settings)
{
    const bool isMoved = !m_isStarted || settings.bind != m_settings.bind ||
                         settings.port != m_settings.port || settings.id != m_settings.id;
    if (isMoved)
        stop();
    m_settings = settings;
    m_isStarted = true;
    m_frameInterval =
        std::chrono::nanoseconds(std::chrono::seconds(1)) / std::max(1, settings.limits.framesPerSecond);
    m_reporter.setServerId(settings.id);
    m_loginDesk.setAcceptNew(settings.acceptNew, settings.limits);
    m_bankDesk.setKnownBanksOnly(settings.knownBanksOnly);
    m_calls.setLimits(settings.limits);
    m_background.setPace(settings.limits.queriedPerSecond);
    // Who dials in before the list is there would be refused.
    m_allowList.load([this] {
        if (!m_isStarted)
            return;
        m_allowList.addFromSite(m_settings.cabinets);
        // Whichever of several starts had the list read; an attempt that failed has its timer.
        if (!m_peers->isListening() && !m_listenTimer->isActive())
            listen();
    });
}

void CabinetServer::listen()
{
    m_listenTimer->stop();
    ServerState state;
    const auto files = base::raiseFileLimit(qint64(m_settings.limits.connections) + kOtherFiles);
    m_mostConnections = m_settings.limits.connections;
    if (files && *files < qint64(m_mostConnections) + kOtherFiles) {
        m_mostConnections = int(std::max<qint64>(*files - kOtherFiles, *files / 2));
        state.problem = base::Error(
            CabinetError::TooFewFiles,
            QStringLiteral(
                "only %1 cabinets can be connected: this account may open %2 files at once, %3 are needed")
                .arg(m_mostConnections)
                .arg(*files)
                .arg(m_settings.limits.connections + kOtherFiles));
    }
    const auto port = m_peers->listen(m_settings.bind, m_settings.port);
    if (port) {
        state.isListening = true;
        state.port = *port;
        m_reporter.report(
            {"server", eventText("cabinet.server-listening"), {addressText(m_settings, *port)}, {}});
        if (state.problem && files)
            m_reporter.report({"server",
                               eventText("cabinet.server-few-files"),
                               {QString::number(m_mostConnections), QString::number(*files)},
                               {},
                               Severity::Attention});
    } else {
        const base::Error problem = problemOf(port.error());
        // Once, not with every attempt.
        if (!m_state.problem || m_state.problem->name() != problem.name())
            m_reporter.report({"server",
                               textOf(problem),
                               {addressText(m_settings, m_settings.port)},
                               {},
                               Severity::Attention,
                               {{QStringLiteral("error"), problem.detail()}}});
        state.problem = problem;
        m_listenTimer->start(kListenAgain);
    }
    setState(state);
}

void CabinetServer::stop()
{
    m_listenTimer->stop();
    if (!std::exchange(m_isStarted, false))
        return;
    const bool wasListening = m_peers->isListening();
    dropAll();
    m_peers->shut();
    if (wasListening)
        m_reporter.report(
            {"server", eventText("cabinet.server-stopped"), {addressText(m_settings, m_state.port)}, {}});
    m_cabinets.publishNow();
    setState({});
}

void CabinetServer::dropAll()
{
    m_background.clear();
    for (std::size_t slot = 0; slot < m_sessions.size(); ++slot) {
        CabinetSession *session = m_sessions[slot].get();
        if (session && session->record)
            drop(*session, {eventText("cabinet.offline.server-stopped"),
                            QStringLiteral("the server was stopped"),
                            {},
                            Severity::Info});
        else if (session)
            retire(*session, false);
    }
}

void CabinetServer::allow(const QStringList &sns)
{
    for (const QString &sn : sns)
        m_cabinets.allow(sn);
}

void CabinetServer::setSecret(const QString &sn, const QString &secret)
{
    m_secrets.insert(sn, secret.toUtf8());
    CabinetRecord *record = m_cabinets.find(sn);
    if (!record || !record->session)
        return;
    record->secret = secret.toUtf8();
    const bool wasMissing = record->status.hasSecretMissing;
    record->status.hasSecretMissing = isVsn2(record->session->vsn) && secret.isEmpty();
    if (wasMissing && !record->status.hasSecretMissing)
        m_background.ask(*record);
    m_cabinets.touch(*record);
}

void CabinetServer::setState(const ServerState &state)
{
    m_countTimer->stop();
    if (state == m_state)
        return;
    m_state = state;
    Q_EMIT stateChanged(m_state);
}

void CabinetServer::countSoon()
{
    if (!m_countTimer->isActive())
        m_countTimer->start(CabinetRegister::kCollected);
}

void CabinetServer::lookAgain(CabinetRecord &record)
{
    m_background.askInventory(record);
}

void CabinetServer::setRequestDeadline(CabinetSession &session, std::optional<Nanoseconds> deadline)
{
    const auto key = keyOf(session.peer(), Deadline::Requests);
    if (deadline)
        m_deadlines.set(key, std::chrono::ceil<std::chrono::milliseconds>(*deadline - m_clock.monotonic()));
    else
        m_deadlines.clear(key);
}

void CabinetServer::onDeadline(transport::DeadlineQueue::Key key)
{
    CabinetSession *session = find(PeerId::fromValue(key >> kDeadlineBits));
    if (!session)
        return;
    if (key & quint64(Deadline::Requests))
        session->endLateRequests();
    else if (session->record)
        onIdle(*session);
    else
        dropStranger(*session, eventText("cabinet.login-refused.no-login"),
                     QStringLiteral("no login within %1 s").arg(m_settings.limits.loginDeadline.count()));
}

CabinetServer::Nanoseconds CabinetServer::silenceLeft(const CabinetSession &session) const
{
    const std::chrono::seconds limit(kSilentHeartbeats * session.heartbeatSeconds);
    return session.lastHeard + limit - m_clock.monotonic();
}

void CabinetServer::watchSilence(CabinetSession &session)
{
    m_deadlines.set(keyOf(session.peer(), Deadline::Idle),
                    std::chrono::ceil<std::chrono::milliseconds>(silenceLeft(session)));
}

void CabinetServer::onIdle(CabinetSession &session)
{
    // Not set anew with each frame: it falls due, and finds out that there were some.
    if (silenceLeft(session) > Nanoseconds::zero()) {
        watchSilence(session);
        return;
    }
    session.record->wasSilent = true;
    const QString seconds = QString::number(kSilentHeartbeats * session.heartbeatSeconds);
    drop(session, {eventText("cabinet.offline.silent"),
                   QStringLiteral("nothing heard for %1 s").arg(seconds),
                   {seconds}});
}

void CabinetServer::acceptPaused(const base::Error &reason)
{
    if (!m_pauseEvents.take(m_clock.monotonic(), kPauseEventTime, 1))
        return;
    m_reporter.report({"server",
                       eventText("cabinet.server-accept-paused"),
                       {QString::number(1)},
                       {},
                       Severity::Attention,
                       {{QStringLiteral("error"), reason.detail()}}});
}

} // namespace opsdeck::cabinet
