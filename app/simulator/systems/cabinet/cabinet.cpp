// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/systems/cabinet/cabinet.h"

#include "app/simulator/systems/cabinet/dialect.h"

#include <QJsonArray>

namespace opsdeck::cabinet::sim {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

constexpr auto kConnectTimeout = 10s;
constexpr auto kLoginTimeout = 15s;
constexpr auto kRebootDelay = 1s;
constexpr auto kStable = 30s;
constexpr auto kAfterRefusal = 1s;
constexpr auto kFloodStep = 50ms;
constexpr int kMostUnanswered = 3;

transport::Backoff::Policy policyOf(const CabinetOptions &options)
{
    transport::Backoff::Policy policy;
    policy.cap = std::chrono::seconds(options.backoffSeconds);
    policy.first = std::min(policy.first, policy.cap);
    return policy;
}

} // namespace

Cabinet::Cabinet(const Surroundings &around, std::unique_ptr<Board> board, FaultsInUse faults, quint32 seed,
                 BankOut bankOut)
    : m_around(around)
    , m_board(std::move(board))
    , m_faults(std::move(faults))
    , m_bankOut(std::move(bankOut))
    , m_backoff(policyOf(around.options), seed)
    , m_returns(
          around, *m_board, [this](const QByteArray &payload) { send(kReturn, payload, Outlet::Kind::Own); },
          [this](PowerBank bank) { m_bankOut(bank); })
{
    faultsChanged();
}

Cabinet::~Cabinet()
{
    hangUp();
    agenda().cancel(m_reboot);
    agenda().cancel(m_rebootAfter);
}

void Cabinet::plug(milliseconds delay)
{
    if (m_state != State::Pulled)
        return;
    hangUp(); // what a silent pull left open
    m_state = State::Waiting;
    m_step = agenda().after(delay, [this] { dial(); });
}

void Cabinet::pull(bool silently)
{
    if (silently && m_socket) {
        agenda().cancel(m_step);
        agenda().cancel(m_flood);
        m_returns.forgetAll();
        m_outlet.reset();
        m_isMute = true;
    } else {
        hangUp();
    }
    agenda().cancel(m_reboot);
    m_state = State::Pulled;
}

void Cabinet::reboot()
{
    if (m_state == State::Pulled)
        return;
    rebootSoon(0ms, false);
}

void Cabinet::rebootSoon(milliseconds delay, bool upgraded)
{
    agenda().cancel(m_reboot);
    m_reboot = agenda().after(delay, [this, upgraded] {
        ++m_around.counters.reboots;
        if (upgraded)
            m_board->installUpgrade();
        hangUp();
        m_state = State::Down;
        m_board->boot();
        m_reboot = agenda().after(std::chrono::seconds(m_around.options.bootSeconds), [this] {
            m_reboot = 0;
            m_backoff.reset();
            dial();
        });
    });
}

void Cabinet::drop()
{
    if (!m_socket || m_state == State::Pulled)
        return;
    hangUp();
    redial(0ms);
}

void Cabinet::setFaults(FaultsInUse faults)
{
    m_faults = std::move(faults);
    faultsChanged();
}

void Cabinet::faultsChanged()
{
    if (m_socket && m_isOpen)
        m_socket->setReading(!isOn("no-read"));
    if (isOn("flood") && m_flood == 0 && m_state == State::Online)
        flood();
    const auto seconds = m_faults->value(QStringLiteral("reboot-after"));
    if (!seconds) {
        m_isRebootArmed = false;
        agenda().cancel(m_rebootAfter);
    } else if (!std::exchange(m_isRebootArmed, true)) {
        m_rebootAfter = agenda().after(milliseconds(qint64(*seconds * 1000)), [this] { reboot(); });
    }
}

void Cabinet::dial()
{
    m_step = 0;
    m_state = State::Connecting;
    ++m_connection;
    ++m_around.counters.dials;
    const Board::Address &to = m_board->address();
    m_socket = m_around.hub.dial(QString::fromLatin1(to.host), quint16(to.port.toUInt()), *this);
    m_step = agenda().after(kConnectTimeout, [this] {
        hangUp();
        redial(0ms);
    });
}

void Cabinet::hangUp()
{
    ++m_connection;
    agenda().cancel(m_step);
    agenda().cancel(m_flood);
    m_returns.forgetAll();
    if (m_state == State::Online && agenda().now() - m_onlineSince >= kStable)
        m_backoff.reset();
    m_outlet.reset();
    m_socket.reset();
    m_cutter = {};
    m_isMute = false;
    m_isOpen = false;
    m_unanswered = 0;
    if (m_state != State::Pulled && m_state != State::Down)
        m_state = State::Waiting;
}

void Cabinet::redial(milliseconds atLeast)
{
    m_state = State::Waiting;
    m_step = agenda().after(std::max(atLeast, m_backoff.next()), [this] { dial(); });
}

void Cabinet::socketOpened()
{
    agenda().cancel(m_step);
    ++m_around.counters.connections;
    m_isOpen = true;
    m_outlet = std::make_unique<Outlet>(*m_socket, m_around, m_faults, [this] {
        hangUp();
        redial(0ms);
    });
    m_isMute = isOn("silent");
    m_state = State::LoggingIn;
    if (isOn("no-read"))
        m_socket->setReading(false);
    if (m_isMute)
        return;
    if (isOn("talk-before-login")) {
        send(kHeartbeat, {}, Outlet::Kind::Own);
        send(kInventory, m_board->inventoryPayload(*m_faults), Outlet::Kind::Own);
    }
    sendLogin();
    if (isOn("login-twice"))
        sendLogin();
    m_step = agenda().after(kLoginTimeout, [this] {
        ++m_around.counters.loginTimeouts;
        hangUp();
        redial(0ms);
    });
}

void Cabinet::sendLogin()
{
    send(kLogin, m_board->loginPayload(m_around.chance.generate()), Outlet::Kind::Own);
}

void Cabinet::socketClosed()
{
    if (m_isOpen && m_state != State::Pulled)
        ++m_around.counters.closedByServer;
    const bool isPulled = m_state == State::Pulled;
    hangUp();
    if (!isPulled)
        redial(0ms);
}

void Cabinet::socketReceived(const QByteArray &bytes)
{
    if (m_isMute || isOn("half-open"))
        return;
    m_cutter.add(bytes);
    const quint64 connection = m_connection;
    while (const auto frame = m_cutter.next()) {
        handle(*frame);
        if (connection != m_connection)
            return;
    }
    if (m_cutter.isBroken()) {
        ++m_around.counters.brokenStreams;
        hangUp();
        redial(0ms);
    }
}

void Cabinet::handle(const Frame &frame)
{
    Counters &counters = m_around.counters;
    ++counters.framesReceived;
    ++counters.commands[frame.command];
    // Servers in the field send the manual's wrong checksums: counted, and used.
    if (frame.checksum != checksumOf(frame.payload))
        ++counters.wrongChecksums;
    if (frame.command == kLogin) {
        onLogin(frame);
    } else if (m_state != State::Online) {
        ++counters.ignored;
    } else if (frame.command == kHeartbeat) {
        ++counters.heartbeatsAnswered;
        m_unanswered = 0;
    } else if (frame.command == kReturn) {
        m_returns.answered(frame.payload);
    } else if (frame.command == kSlotFault) {
        ++counters.slotFaultsAnswered;
    } else if (!isOn("deaf")) {
        onCommand(frame);
    }
}

void Cabinet::onLogin(const Frame &frame)
{
    if (m_state != State::LoggingIn)
        return;
    Reader reader(frame.payload);
    const int result = reader.u8();
    if (reader.isGood() && result == 1) {
        ++m_around.counters.logins;
        agenda().cancel(m_step);
        m_state = State::Online;
        m_onlineSince = agenda().now();
        m_step = agenda().after(std::chrono::seconds(m_board->address().heartbeatSeconds),
                                [this] { heartbeat(); });
        if (isOn("flood"))
            flood();
        return;
    }
    ++m_around.counters.refused;
    hangUp();
    redial(kAfterRefusal);
}

void Cabinet::onCommand(const Frame &frame)
{
    if (m_board->vsn() == 2 && frame.token != vsn2Token(frame.payload, m_around.options.secret)) {
        ++m_around.counters.wrongTokens;
        return;
    }
    const auto answer = m_board->answer(frame, *m_faults, m_around.counters);
    if (!answer)
        return;
    if (!answer->isSwallowed) {
        const bool isOldToken =
            frame.command == kAddress && m_around.options.quirks.contains(Quirk::OldToken);
        send(frame.command, answer->payload, Outlet::Kind::Answer, isOldToken ? 0x1234 : frame.token);
    }
    if (answer->bankOut.isThere())
        m_bankOut(answer->bankOut);
    if (answer->after == Board::After::Reboot) {
        rebootSoon(kRebootDelay, false);
    } else if (answer->after == Board::After::Upgrade) {
        ++m_around.counters.upgrades;
        rebootSoon(std::chrono::seconds(m_around.options.upgradeSeconds), true);
    }
}

void Cabinet::heartbeat()
{
    if (m_unanswered > 0)
        ++m_around.counters.unanswered;
    if (m_unanswered >= kMostUnanswered) {
        ++m_around.counters.givenUp;
        hangUp();
        redial(0ms);
        return;
    }
    ++m_unanswered;
    ++m_around.counters.heartbeats;
    send(kHeartbeat, {}, Outlet::Kind::Own);
    extras();
    m_step =
        agenda().after(std::chrono::seconds(m_board->address().heartbeatSeconds), [this] { heartbeat(); });
}

void Cabinet::extras()
{
    if (isOn("unknown-command"))
        send(0x7E, "what?", Outlet::Kind::Own);
    if (isOn("unasked")) {
        send(kVersion, text("A.66.66.66"), Outlet::Kind::Own);
        send(kRent, QByteArray(1, '\1') + '\1' + u64(m_board->at(1).id), Outlet::Kind::Own);
    }
}

void Cabinet::flood()
{
    m_flood = 0;
    const auto rate = m_faults->value(QStringLiteral("flood"));
    if (!rate || m_state != State::Online)
        return;
    const int count = std::max(1, int(*rate * kFloodStep.count() / 1000));
    for (int i = 0; i < count; ++i) {
        ++m_around.counters.heartbeats;
        send(kHeartbeat, {}, Outlet::Kind::Own);
    }
    m_flood = agenda().after(kFloodStep, [this] { flood(); });
}

void Cabinet::returnBank(int slot, PowerBank bank)
{
    if (!m_board->at(slot).isThere())
        m_board->put(slot, bank);
    if (m_state != State::Online)
        return;
    m_returns.ask(slot, bank);
}

void Cabinet::reportFault(int event, int slot)
{
    if (m_state != State::Online)
        return;
    ++m_around.counters.slotFaults;
    send(kSlotFault, m_board->slotFaultPayload(event, slot), Outlet::Kind::Own);
}

void Cabinet::send(quint8 command, const QByteArray &payload, Outlet::Kind kind, quint32 token)
{
    if (!m_outlet)
        return;
    Frame frame;
    frame.command = command;
    frame.vsn = m_board->vsn();
    frame.payload = payload;
    frame.checksum =
        m_around.options.manualChecksums ? manualChecksum(command, payload) : checksumOf(payload);
    frame.token = frame.vsn == 2 ? vsn2Token(payload, m_around.options.secret) : token;
    m_outlet->send(frame, kind);
}

QJsonObject Cabinet::toJson() const
{
    static const char *const kStates[] = {"pulled", "waiting", "connecting", "logging-in", "online", "down"};
    QJsonArray banks;
    for (int slot = 1; slot <= m_board->slotCount(); ++slot) {
        const PowerBank bank = m_board->at(slot);
        if (bank.isThere()) {
            banks.append(QJsonObject{{QStringLiteral("slot"), slot},
                                     {QStringLiteral("bank"), nameOf(bank.id)},
                                     {QStringLiteral("level"), bank.level}});
        }
    }
    const Board::Address &to = m_board->address();
    return {{QStringLiteral("sn"), QString::fromLatin1(m_board->sn())},
            {QStringLiteral("state"), QLatin1String(kStates[int(m_state)])},
            {QStringLiteral("slots"), m_board->slotCount()},
            {QStringLiteral("version"), QString::fromLatin1(m_board->version())},
            {QStringLiteral("server"), QString::fromLatin1(to.host) + u':' + QString::fromLatin1(to.port)},
            {QStringLiteral("heartbeat"), to.heartbeatSeconds},
            {QStringLiteral("banks"), banks}};
}

} // namespace opsdeck::cabinet::sim
