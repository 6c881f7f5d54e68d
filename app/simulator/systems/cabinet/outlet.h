// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/systems/cabinet/agenda.h"
#include "app/simulator/systems/cabinet/cabinet_options.h"
#include "app/simulator/systems/cabinet/counters.h"
#include "app/simulator/systems/cabinet/socket.h"
#include "app/simulator/systems/cabinet/wire.h"

#include <QRandomGenerator>

#include <deque>
#include <functional>

namespace opsdeck::cabinet::sim {

/// What all cabinets of a fleet share. Everything outlives them.
struct Surroundings {
    const CabinetOptions &options;
    Agenda &agenda;
    SocketHub &hub;
    Counters &counters;
    QRandomGenerator &chance;
};

/// The fleet's menu, or a cabinet's own.
using FaultsInUse = std::shared_ptr<simulator::FaultMenu>;

/// The sending side of one connection: all faults of sending are here. Never reads.
class Outlet
{
public:
    /// @param hangUp closes the connection; it may destroy the outlet. @param faults looked at with every frame.
    Outlet(Socket &socket, const Surroundings &around, const FaultsInUse &faults,
           std::function<void()> hangUp);
    ~Outlet();
    Outlet(const Outlet &) = delete;
    Outlet &operator=(const Outlet &) = delete;

    enum class Kind { Own, Answer };
    void send(Frame frame, Kind kind);

private:
    void push(const Frame &frame);
    void queue(const QByteArray &bytes);
    void releaseHeld();
    void pump();
    bool hits(const char *fault);
    bool isTurn(const char *fault);
    bool isOn(const char *fault) const { return m_faults->isOn(QLatin1String(fault)); }

    struct Piece {
        base::Clock::Nanoseconds due;
        QByteArray bytes;
    };

    Socket &m_socket;
    Surroundings m_around;
    const simulator::FaultMenu &faults() const { return *m_faults; }
    const FaultsInUse &m_faults; ///< its owner may exchange the menu
    std::function<void()> m_hangUp;
    quint64 m_frames = 0;
    bool m_isOver = false;
    std::deque<Piece> m_pieces;
    std::optional<Frame> m_held; ///< the first answer of a pair that is swapped
    Agenda::Id m_pumping = 0;
    Agenda::Id m_holding = 0;
    Agenda::Id m_hangingUp = 0;
    struct Late {
        Frame frame;
        Agenda::Id id = 0;
    };
    std::map<quint64, Late> m_late;
    quint64 m_lateCount = 0;
};

} // namespace opsdeck::cabinet::sim
