// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked of one cabinet, and what it answers.
#pragma once

#include "tests/core/systems/cabinet/server_rig.h"

#include <QTest>

#include <memory>
#include <optional>

namespace opsdeck::test {

using namespace opsdeck::cabinet;
using namespace std::chrono_literals;

inline const QString kSn = QStringLiteral("WSTD081565222888");
inline const QString kSeat = QStringLiteral("seat 1");

inline QByteArray out(Command command, int slot, bool isOk, int bank)
{
    return ServerRig::frame(command, QByteArray(1, char(slot)) + char(isOk ? 1 : 0) + ServerRig::bank(bank));
}

inline QByteArray ask(Command command, int slot)
{
    return ServerRig::frame(command, QByteArray(1, char(slot)));
}

/// The answer of a call, as words.
template <typename T>
struct Answer {
    /// Outlives this object: a server that ends answers what is on its way.
    const std::shared_ptr<std::optional<base::Result<T>>> box =
        std::make_shared<std::optional<base::Result<T>>>();
    const std::optional<base::Result<T>> &result = *box;
    CabinetCalls::Done<T> done() const
    {
        return [box = box](const base::Result<T> &r) {
            if (*box)
                qFatal("answered twice");
            *box = r;
        };
    }
    template <typename E>
    bool failedWith(E code) const
    {
        return result && !*result && result->error().is(code);
    }
    bool isOk() const { return result && *result; }
};

/// A server with one cabinet on line, which has counted bank 33 in slot 3 and bank 55 in slot 5.
struct Calls {
    Calls()
    {
        rig.start();
        peer = rig.online(kSn);
        // The background's inventory is answered, the rest of it not known to this board.
        rig.clock.advance(BackgroundQueries::kTick);
        rig.peers->taken(peer);
        say(ServerRig::frame(Command::Inventory, QByteArray(1, 2) + char(3) + ServerRig::bank(33) + char(2) +
                                                     char(5) + ServerRig::bank(55) + char(4)));
        rig.settle();
        for (int i = 0; i < 3; ++i)
            beat(10s);
        rig.peers->taken(peer);
    }
    /// The cabinet is away for a minute.
    void comeBack()
    {
        rig.peers->leave(peer);
        rig.clock.advance(1min);
        peer = rig.online(kSn);
    }
    void say(const QByteArray &bytes) { rig.peers->receive(peer, bytes); }
    QByteArray heard() { return rig.peers->taken(peer); }
    void beat(std::chrono::milliseconds time)
    {
        say(golden("heartbeat"));
        rig.clock.advance(time);
        rig.settle();
    }
    CabinetCalls &calls() { return rig.server->calls(); }
    /// Until the ledger has said whether the bank is in use: then it is sent or refused.
    void rent(int slot, Answer<EjectedBank> &answer)
    {
        calls().rent(kSn, slot, kSeat, answer.done());
        hearLedger();
    }
    void hearLedger()
    {
        // One read after the other: of the bank, then of its history.
        for (int i = 0; i < 2; ++i) {
            const auto behind = rig.store.ledger.bank(ServerRig::bank(0));
            QTRY_VERIFY(behind.isFinished());
            QCoreApplication::processEvents();
        }
    }
    void flag(int bank, bool isFlagged)
    {
        const auto done = rig.store.ledger.setFlag(ServerRig::bank(bank), isFlagged,
                                                   QStringLiteral("swollen"), kSeat, rig.clock.now());
        QTRY_VERIFY(done.isFinished());
        QVERIFY(done.result());
    }
    store::BankPlace placeOf(int bank)
    {
        const auto found = rig.store.ledger.bank(ServerRig::bank(bank));
        if (!QTest::qWaitFor([&] { return found.isFinished(); }) || !found.result() || !*found.result())
            return {};
        return (*found.result())->place;
    }

    ServerRig rig;
    transport::PeerId peer;
};

} // namespace opsdeck::test
