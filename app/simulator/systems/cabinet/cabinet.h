// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/systems/cabinet/board.h"
#include "app/simulator/systems/cabinet/return_desk.h"
#include "core/transport/backoff.h"

#include <QJsonObject>

namespace opsdeck::cabinet::sim {

/// One cabinet that dials in: its line, its login, its heartbeats, and a board that answers. Lives in the fleet's thread.
/// Never speaks to anybody but the address its board has.
class Cabinet final : public SocketListener
{
public:
    /// Told of every bank that leaves a slot: rented, ejected, pushed out.
    using BankOut = std::function<void(PowerBank)>;

    Cabinet(const Surroundings &around, std::unique_ptr<Board> board, FaultsInUse faults, quint32 seed,
            BankOut bankOut);
    ~Cabinet() override;

    Board &board() { return *m_board; }
    const Board &board() const { return *m_board; }
    bool isOnline() const { return m_state == State::Online; }
    bool isPulled() const { return m_state == State::Pulled; }

    /// It gets power and dials after `delay`. Nothing when it has power already.
    void plug(std::chrono::milliseconds delay);
    /// The power goes. @param silently the server is not told: the connection stays as it is, and nobody is there.
    void pull(bool silently);
    void reboot();
    /// The connection is cut; it dials again.
    void drop();
    void setFaults(FaultsInUse faults);
    const FaultsInUse &faults() const { return m_faults; }
    /// After the menu it uses was changed.
    void faultsChanged();

    /// Somebody puts a bank into a slot. On line the server is asked; else the next inventory tells. What is in the slot
    /// already stays until the server takes the other one: a sensor may err.
    void returnBank(int slot, PowerBank bank);
    /// Reports a slot fault (0x83). @param event 1–5.
    void reportFault(int event, int slot);

    QJsonObject toJson() const;

private:
    enum class State { Pulled, Waiting, Connecting, LoggingIn, Online, Down };

    void socketOpened() override;
    void socketReceived(const QByteArray &bytes) override;
    void socketClosed() override;

    void dial();
    void hangUp();
    void redial(std::chrono::milliseconds atLeast);
    void rebootSoon(std::chrono::milliseconds delay, bool upgraded);
    void handle(const Frame &frame);
    void onLogin(const Frame &frame);
    void onCommand(const Frame &frame);
    void heartbeat();
    void extras();
    void flood();
    void sendLogin();
    void send(quint8 command, const QByteArray &payload, Outlet::Kind kind, quint32 token = 0x11223344);
    bool isOn(const char *fault) const { return m_faults->isOn(QLatin1String(fault)); }
    Agenda &agenda() { return m_around.agenda; }

    Surroundings m_around;
    std::unique_ptr<Board> m_board;
    FaultsInUse m_faults;
    BankOut m_bankOut;
    transport::Backoff m_backoff;
    ReturnDesk m_returns;
    State m_state = State::Pulled;
    std::unique_ptr<Socket> m_socket;
    std::unique_ptr<Outlet> m_outlet;
    FrameCutter m_cutter;
    quint64 m_connection = 0; ///< counts connections: callbacks of an older one are void
    bool m_isMute = false;    ///< this connection says nothing and hears nothing
    bool m_isOpen = false;
    int m_unanswered = 0;
    base::Clock::Nanoseconds m_onlineSince{0};
    Agenda::Id m_step = 0; ///< dial, login deadline or heartbeat
    Agenda::Id m_reboot = 0;
    Agenda::Id m_rebootAfter = 0;
    bool m_isRebootArmed = false;
    Agenda::Id m_flood = 0;
};

} // namespace opsdeck::cabinet::sim
