// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/systems/cabinet/outlet.h"

namespace opsdeck::cabinet::sim {

using namespace std::chrono_literals;

namespace {
constexpr auto kHoldForPair = 300ms;
}

Outlet::Outlet(Socket &socket, const Surroundings &around, const FaultsInUse &faults,
               std::function<void()> hangUp)
    : m_socket(socket)
    , m_around(around)
    , m_faults(faults)
    , m_hangUp(std::move(hangUp))
{
}

Outlet::~Outlet()
{
    m_around.agenda.cancel(m_pumping);
    m_around.agenda.cancel(m_holding);
    m_around.agenda.cancel(m_hangingUp);
    for (auto &[number, late] : m_late)
        m_around.agenda.cancel(late.id);
}

bool Outlet::hits(const char *fault)
{
    const auto share = faults().value(QLatin1String(fault));
    return share && m_around.chance.generateDouble() < *share;
}

bool Outlet::isTurn(const char *fault)
{
    const auto every = faults().value(QLatin1String(fault));
    return every && *every >= 1 && m_frames % quint64(*every) == 0;
}

void Outlet::send(Frame frame, Kind kind)
{
    if (m_isOver || isOn("half-open"))
        return;
    if (faults().isClear()) {
        push(frame);
        return;
    }
    if (kind == Kind::Own) {
        push(frame);
        return;
    }
    if (isOn("wrong-size")) {
        frame.payload += QByteArray(2, '\x2a');
        frame.checksum = checksumOf(frame.payload);
    }
    if (const auto late = faults().value(QStringLiteral("late"))) {
        const quint64 number = ++m_lateCount;
        m_late[number].frame = frame;
        m_late[number].id =
            m_around.agenda.after(std::chrono::milliseconds(qint64(*late * 1000)), [this, number] {
                const Frame due = m_late.extract(number).mapped().frame;
                push(due);
            });
        return;
    }
    if (isOn("out-of-order")) {
        if (m_held) {
            push(frame);
            releaseHeld();
        } else {
            m_held = frame;
            m_holding = m_around.agenda.after(kHoldForPair, [this] {
                m_holding = 0;
                releaseHeld();
            });
        }
        return;
    }
    push(frame);
    if (isOn("duplicate"))
        push(frame);
}

void Outlet::releaseHeld()
{
    m_around.agenda.cancel(m_holding);
    const auto held = std::exchange(m_held, std::nullopt);
    if (held)
        push(*held);
}

void Outlet::push(const Frame &frame)
{
    if (m_isOver || isOn("half-open"))
        return;
    ++m_frames;
    ++m_around.counters.framesSent;
    if (faults().isClear() && m_pieces.empty()) {
        m_socket.write(bytesOf(frame));
        return;
    }
    Frame sent = frame;
    if (hits("wrong-checksum"))
        sent.checksum = quint8(sent.checksum ^ 0x5A);
    if (!sent.payload.isEmpty() && hits("garble")) {
        const auto at = m_around.chance.bounded(int(sent.payload.size()));
        sent.payload[at] = char(sent.payload[at] ^ char(1 + m_around.chance.bounded(255)));
    }
    QByteArray bytes = bytesOf(sent);
    if (isTurn("oversize"))
        bytes.replace(0, 2, u16(65535));
    if (isTurn("short-length"))
        bytes.replace(0, 2, u16(3));
    if (isTurn("lying-length"))
        bytes.replace(0, 2, u16(int(bytes.size()) - 2 + 3));
    const auto half = faults().value(QStringLiteral("half-frame"));
    const auto last = faults().value(QStringLiteral("drop-after"));
    const bool endsHalf = half && m_frames > quint64(*half);
    if (endsHalf)
        bytes.truncate(bytes.size() / 2);
    queue(bytes);
    if (endsHalf || (last && m_frames >= quint64(*last))) {
        m_isOver = true;
        // Not from here: who sends does not expect to be destroyed by it.
        const auto lastDue = m_pieces.empty() ? m_around.agenda.now() : m_pieces.back().due;
        m_hangingUp = m_around.agenda.after(lastDue - m_around.agenda.now(), m_hangUp);
    }
}

void Outlet::queue(const QByteArray &bytes)
{
    auto due = m_around.agenda.now();
    if (const auto delay = faults().value(QStringLiteral("delay")))
        due += std::chrono::milliseconds(qint64(*delay));
    if (!m_pieces.empty())
        due = std::max(due, m_pieces.back().due);
    if (const auto slow = faults().value(QStringLiteral("slow-loris"))) {
        for (const char byte : bytes) {
            due += std::chrono::milliseconds(qint64(*slow));
            m_pieces.push_back({due, QByteArray(1, byte)});
        }
    } else if (isOn("cut-packets")) {
        for (qsizetype at = 0; at < bytes.size();) {
            const qsizetype count = 1 + m_around.chance.bounded(3);
            m_pieces.push_back({due, bytes.mid(at, count)});
            at += count;
            due += 1ms;
        }
    } else {
        m_pieces.push_back({due, bytes});
    }
    pump();
}

void Outlet::pump()
{
    m_around.agenda.cancel(m_pumping);
    while (!m_pieces.empty() && m_pieces.front().due <= m_around.agenda.now()) {
        m_socket.write(m_pieces.front().bytes);
        m_pieces.pop_front();
    }
    if (!m_pieces.empty())
        m_pumping = m_around.agenda.after(m_pieces.front().due - m_around.agenda.now(), [this] { pump(); });
}

} // namespace opsdeck::cabinet::sim
