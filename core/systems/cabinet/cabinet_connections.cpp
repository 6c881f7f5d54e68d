// SPDX-License-Identifier: GPL-3.0-or-later
// The part of CabinetServer that deals with connections and their frames.
#include "core/systems/cabinet/cabinet_server.h"

#include "core/transport/byte_link.h"

#include <QtEndian>

namespace opsdeck::cabinet {

using store::Severity;
using transport::PeerId;

CabinetSession *CabinetServer::find(PeerId peer) const
{
    if (peer.slot() >= m_sessions.size())
        return nullptr;
    CabinetSession *session = m_sessions[peer.slot()].get();
    return session && session->peer() == peer ? session : nullptr;
}

void CabinetServer::peerConnected(PeerId peer, const QHostAddress &address, quint16 port)
{
    if (m_peers->peers() > m_mostConnections) {
        m_peers->close(peer);
        const QString from = transport::Endpoint{address.toString(), port}.toString();
        m_reporter.reportStranger({"login-refused",
                                   eventText("cabinet.login-refused.too-many"),
                                   {from},
                                   {},
                                   Severity::Attention,
                                   {{QStringLiteral("most"), m_mostConnections}}});
        return;
    }
    if (peer.slot() >= m_sessions.size())
        m_sessions.resize(peer.slot() + 1);
    SessionHost &host = *this;
    m_sessions[peer.slot()] = std::make_unique<CabinetSession>(host, peer, address, port);
    m_deadlines.set(keyOf(peer, Deadline::Idle), m_settings.limits.loginDeadline);
    const PeerId tooOld = m_strangers.add(peer, address, m_settings.limits.withoutLogin,
                                          m_settings.limits.withoutLoginPerAddress);
    if (CabinetSession *old = find(tooOld))
        dropStranger(*old, eventText("cabinet.login-refused.too-many"),
                     QStringLiteral("too many connections without a login"));
    countSoon();
}

void CabinetServer::peerBytes(PeerId peer, QByteArrayView bytes)
{
    CabinetSession *session = find(peer);
    if (!session)
        return;
    const Nanoseconds now = m_clock.monotonic();
    while (!session->isClosed) {
        const auto frame = session->cutter.next(bytes);
        if (!frame) {
            if (session->record)
                drop(*session, {eventText("cabinet.offline.broken-frame"), frame.error().detail()});
            else
                dropStranger(*session, eventText("cabinet.login-refused.malformed"), frame.error().detail());
            return;
        }
        if (!*frame)
            return;
        if (!session->frames.take(now, m_frameInterval, m_settings.limits.framesAtOnce)) {
            const QString detail = QStringLiteral("more than %1 messages at once, or %2 a second")
                                       .arg(m_settings.limits.framesAtOnce)
                                       .arg(m_settings.limits.framesPerSecond);
            if (session->record)
                drop(*session, {eventText("cabinet.offline.flooding"), detail});
            else
                dropStranger(*session, eventText("cabinet.login-refused.malformed"), detail);
            return;
        }
        session->lastHeard = now;
        onFrame(*session, **frame);
    }
}

void CabinetServer::peerClosed(PeerId peer, const base::Error &reason)
{
    CabinetSession *session = find(peer);
    if (!session)
        return;
    if (!session->record) {
        retire(*session, false);
        return;
    }
    EventText text = eventText("cabinet.offline.closed");
    if (reason.is(transport::LinkError::WriteOverflow))
        text = eventText("cabinet.offline.not-reading");
    else if (!reason.is(transport::LinkError::ClosedByPeer))
        text = eventText("cabinet.offline.connection-lost");
    drop(*session, {text, reason.detail()});
}

void CabinetServer::onFrame(CabinetSession &session, const Frame &frame)
{
    if (!session.record) {
        onFirstFrame(session, frame);
        return;
    }
    if (!frame.isChecksumRight() && !mayUse(*session.record, frame))
        return;
    switch (Command(frame.command)) {
    case Command::Heartbeat:
        onHeartbeat(session, frame);
        return;
    case Command::Login:
        onLoginAgain(session, frame);
        return;
    case Command::Return:
        m_bankDesk.returned(session, frame);
        return;
    case Command::SlotFault:
        m_bankDesk.slotFault(session, frame);
        return;
    case Command::Version:
    case Command::SetServerAddress:
    case Command::Inventory:
    case Command::Rent:
    case Command::Reboot:
    case Command::Upgrade:
    case Command::Iccid:
    case Command::ServerAddress:
    case Command::SetVolume:
    case Command::Network:
    case Command::Volume:
    case Command::Eject:
        onAnswer(session, frame);
        return;
    }
    onUnknown(session, frame);
}

bool CabinetServer::mayUse(CabinetRecord &record, const Frame &frame)
{
    const bool isDropped = record.isStrict(m_settings);
    ++record.status.wrongChecksums;
    m_cabinets.touch(record);
    if (!std::exchange(record.hasToldChecksum, true)) {
        const QString sn = record.status.sn;
        m_reporter.report({"checksum",
                           isDropped ? eventText("cabinet.checksum-dropped") : eventText("cabinet.checksum"),
                           {sn},
                           sn,
                           Severity::Attention,
                           {{QStringLiteral("command"), commandText(frame.command)},
                            {QStringLiteral("checksum"), commandText(frame.checksum)},
                            {QStringLiteral("expected"), commandText(checksumOf(frame.payload))}}});
    }
    return !isDropped;
}

void CabinetServer::onHeartbeat(CabinetSession &session, const Frame &frame)
{
    session.record->lastHeartbeat = session.lastHeard;
    m_cabinets.touch(*session.record);
    // Made here, without a QByteArray: nothing comes as often.
    char echo[kHeaderBytes] = {0, kShortestPacket, char(frame.command), char(session.vsn), 0};
    qToBigEndian(frame.token, echo + 5);
    sendTo(session.peer(), QByteArrayView(echo, kHeaderBytes));
    if (!frame.payload.isEmpty())
        m_bankDesk.badMessage(session, frame.command, QStringLiteral("a heartbeat with a payload"));
}

void CabinetServer::onAnswer(CabinetSession &session, const Frame &frame)
{
    const Command command{frame.command};
    CabinetRecord &record = *session.record;
    std::optional<int> slot;
    if (hasSlot(command) && !frame.payload.isEmpty())
        slot = quint8(frame.payload[0]);
    // What is late comes before what was asked later: answers come in the order of the questions.
    if (hasSlot(command) && m_bankDesk.takeLate(record, command, frame.payload)) {
        lookAgain(record);
        return;
    }
    if (auto request = session.takeAnswered(command, slot)) {
        request->done(frame.payload.toByteArray(), request->sentAt);
        return;
    }
    ++record.unasked;
    if (hasSlot(command))
        lookAgain(record); // something may have come out
    if (std::exchange(session.hasToldUnasked, true))
        return;
    const QString sn = record.status.sn;
    QJsonObject details{{QStringLiteral("bytes"), frame.payload.size()},
                        {QStringLiteral("count"), double(record.unasked)}};
    // A board that sends our own words back would bring the password of an upgrade into the journal.
    constexpr qsizetype kMostShown = 32;
    if (command != Command::Upgrade)
        details.insert(
            QStringLiteral("payload"),
            QString::fromLatin1(
                frame.payload.first(std::min(frame.payload.size(), kMostShown)).toByteArray().toHex(' ')));
    m_reporter.report({"protocol",
                       eventText("cabinet.unasked"),
                       {sn, commandText(frame.command)},
                       sn,
                       Severity::Attention,
                       details});
}

void CabinetServer::onUnknown(CabinetSession &session, const Frame &frame)
{
    if (std::exchange(session.hasToldUnknown, true))
        return;
    const QString sn = session.record->status.sn;
    m_reporter.report({"protocol",
                       eventText("cabinet.unknown-command"),
                       {sn, commandText(frame.command)},
                       sn,
                       Severity::Attention,
                       {{QStringLiteral("bytes"), frame.payload.size()}}});
}

void CabinetServer::onFirstFrame(CabinetSession &session, const Frame &frame)
{
    if (Command(frame.command) != Command::Login) {
        dropStranger(session, eventText("cabinet.login-refused.not-login"),
                     QStringLiteral("the first message was %1").arg(commandText(frame.command)));
        return;
    }
    const auto login = decodeLogin(frame.payload, frame.vsn);
    if (!frame.isChecksumRight()) {
        CabinetRecord *known = login ? m_cabinets.find(login->sn) : nullptr;
        const bool isDropped = known && CabinetRegister::isWelcome(*known) && known->isStrict(m_settings) &&
                               !mayUse(*known, frame);
        if (isDropped || m_settings.strictChecksum)
            return; // nothing was said; the deadline of the login goes on
    }
    session.vsn = frame.vsn;
    const auto refuse = [&] {
        session.answer(Command::Login, frame.token, encodeLoginResult(LoginResult::Refused));
    };
    if (!login) {
        refuse();
        dropStranger(session, eventText("cabinet.login-refused.malformed"), login.error().detail(), true);
        return;
    }
    CabinetRecord *record = m_loginDesk.judge(session, *login, frame.isChecksumRight());
    if (!record) {
        refuse();
        retire(session, true);
        return;
    }
    letIn(session, *record, frame, login->slotCount);
}

void CabinetServer::letIn(CabinetSession &session, CabinetRecord &record, const Frame &frame, int slotCount)
{
    const QString sn = record.status.sn;
    session.answer(Command::Login, frame.token, encodeLoginResult(LoginResult::Ok));
    if (record.session)
        drop(*record.session, {eventText("cabinet.offline.replaced"),
                               QStringLiteral("replaced by a newer connection"),
                               {},
                               Severity::Info});
    m_strangers.remove(session.peer());
    session.record = &record;
    record.session = &session;
    // Of another connection: nothing of it can still come.
    record.late.clear();
    CabinetStatus &status = record.status;
    status.state = CabinetStatus::State::Online;
    status.since = m_clock.now();
    status.offlineReason.clear();
    status.offlineKey.clear();
    status.address = session.address();
    status.vsn = session.vsn;
    record.secret = m_secrets.value(sn);
    status.hasSecretMissing = isVsn2(session.vsn) && record.secret.isEmpty();
    if (slotCount > 0)
        status.modelSlots = slotCount;
    session.setHeartbeat(status.heartbeatSeconds);
    if (!frame.isChecksumRight())
        mayUse(record, frame);
    m_cabinets.touch(record);
    m_reporter.report(
        {"online",
         eventText("cabinet.online"),
         {sn, status.address},
         sn,
         Severity::Info,
         {{QStringLiteral("address"), status.address}, {QStringLiteral("vsn"), int(session.vsn)}}});
    if (status.hasSecretMissing && !std::exchange(record.hasToldSecret, true))
        m_reporter.report({"protocol", eventText("cabinet.secret-missing"), {sn}, sn, Severity::Attention});
    if (record.isAccepted)
        m_ledger.noteSeen(sn, status.modelSlots, status.since);
    m_background.ask(record);
}

void CabinetServer::onLoginAgain(CabinetSession &session, const Frame &frame)
{
    const auto login = decodeLogin(frame.payload, session.vsn);
    if (!login) {
        m_bankDesk.badMessage(session, frame.command, login.error().detail());
        return;
    }
    if (login->sn != session.record->status.sn) {
        drop(session, {eventText("cabinet.offline.other-login"),
                       QStringLiteral("logged in again as %1").arg(login->sn)});
        return;
    }
    // It did not hear the first answer.
    session.answer(Command::Login, frame.token, encodeLoginResult(LoginResult::Ok));
}

void CabinetServer::drop(CabinetSession &session, const End &end)
{
    CabinetRecord &record = *session.record;
    const QString sn = record.status.sn;
    const QString address = session.address();
    retire(session, false);
    if (record.session == &session)
        record.session = nullptr;
    CabinetStatus &status = record.status;
    status.state = CabinetStatus::State::Offline;
    status.since = m_clock.now();
    status.offlineReason = end.detail;
    status.offlineKey = QString::fromLatin1(end.text.key.data(), qsizetype(end.text.key.size()));
    m_cabinets.touch(record);
    m_reporter.report({"offline",
                       end.text,
                       QStringList{sn, address} + end.arguments,
                       sn,
                       end.severity,
                       {{QStringLiteral("address"), address}, {QStringLiteral("reason"), end.detail}}});
    // Last: who waited may ask again.
    session.endRequests();
    m_cabinets.dropWhenGone(record);
}

void CabinetServer::dropStranger(CabinetSession &session, EventText text, const QString &detail,
                                 bool isAfterWriting)
{
    const QString address = session.address();
    retire(session, isAfterWriting);
    m_reporter.reportStranger({"login-refused",
                               text,
                               {address},
                               {},
                               Severity::Info,
                               {{QStringLiteral("address"), address}, {QStringLiteral("reason"), detail}}});
}

void CabinetServer::retire(CabinetSession &session, bool isAfterWriting)
{
    const PeerId peer = session.peer();
    session.isClosed = true;
    if (isAfterWriting)
        m_peers->closeAfterWriting(peer);
    else
        m_peers->close(peer);
    m_strangers.remove(peer);
    m_deadlines.clear(keyOf(peer, Deadline::Idle));
    m_deadlines.clear(keyOf(peer, Deadline::Requests));
    if (m_retired.empty())
        QMetaObject::invokeMethod(
            this, [this] { m_retired.clear(); }, Qt::QueuedConnection);
    m_retired.push_back(std::move(m_sessions[peer.slot()]));
    countSoon();
}

} // namespace opsdeck::cabinet
