// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"
#include "tests/support/manual_clock.h"

#include <QLoggingCategory>
#include <QTemporaryDir>
#include <QTest>

namespace opsdeck::test {

inline const QString kCabinet = QStringLiteral("WSTD081565222888");
inline const QString kOther = QStringLiteral("WSTD121565222999");

inline QByteArray bankOf(int number)
{
    QByteArray id("RL1A");
    for (int shift = 24; shift >= 0; shift -= 8)
        id.append(char((number >> shift) & 0xff));
    return id;
}

inline const QByteArray kBank = bankOf(0x7c000041);
inline const QByteArray kSecond = bankOf(0x7c000044);
inline const QByteArray kThird = bankOf(0x7c000052);

inline store::BankPlace at(const QString &cabinet, int slot)
{
    return {store::BankPlace::State::InSlot, cabinet, slot};
}

/// For tests of the ledger to inherit: a database of its own, and short words for what they do to it. Each call waits
/// for its answer.
class BankLedgerRig
{
protected:
    using Ledger = store::BankLedger;
    using MoveCause = store::MoveCause;

    void start()
    {
        QLoggingCategory::setFilterRules(QStringLiteral("opsdeck.store=false"));
        m_home = std::make_unique<QTemporaryDir>();
        m_clock = std::make_unique<ManualClock>();
        reopen();
    }
    void stop() { m_store.reset(); }
    /// As after a restart of the program.
    void reopen()
    {
        m_store.reset();
        m_store = std::make_unique<store::Store>(m_home->filePath(QStringLiteral("opsdeck.db")), *m_clock);
        QVERIFY(m_store->database.open().result());
    }

    Ledger &ledger() { return m_store->ledger; }
    Ledger::ReturnOutcome giveBack(const QByteArray &bank, int slot, const QString &cabinet = kCabinet,
                                   bool knownOnly = false, bool isFaulty = false)
    {
        Ledger::ReturnFact fact;
        fact.cabinet = cabinet;
        fact.slot = slot;
        fact.bank = bank;
        fact.knownOnly = knownOnly;
        fact.isFaulty = isFaulty;
        const auto outcome = ledger().recordReturn(fact).result();
        if (!outcome)
            qFatal("%s", qPrintable(outcome.error().detail()));
        return *outcome;
    }
    bool take(const QByteArray &bank, int slot, MoveCause cause, const QString &cabinet = kCabinet)
    {
        return ledger()
            .recordOut({{}, cabinet, slot, bank, cause, QStringLiteral("Li Wei")})
            .result()
            .has_value();
    }
    Ledger::InventoryOutcome look(const QList<Ledger::SeenBank> &seen, const QString &cabinet = kCabinet)
    {
        const auto outcome = ledger().recordInventory({}, cabinet, seen).result();
        if (!outcome)
            qFatal("%s", qPrintable(outcome.error().detail()));
        return *outcome;
    }
    bool ask(int slot, MoveCause cause, const QByteArray &bank)
    {
        Ledger::OpenOutcome outcome;
        outcome.cabinet = kCabinet;
        outcome.slot = slot;
        outcome.cause = cause;
        outcome.bank = bank;
        outcome.operatorName = QStringLiteral("Li Wei");
        return ledger().recordUnknownOutcome(outcome).result().has_value();
    }
    std::optional<store::Bank> bank(const QByteArray &id) { return ledger().bank(id).result().value(); }
    store::BankPlace placeOf(const QByteArray &id) { return bank(id).value_or(store::Bank()).place; }
    QList<store::BankMove> movesOf(const QByteArray &id)
    {
        return ledger().history(id, 0, 1000).result().value();
    }
    /// The oldest first.
    QList<MoveCause> causesOf(const QByteArray &id)
    {
        QList<MoveCause> causes;
        for (const store::BankMove &move : movesOf(id))
            causes.prepend(move.cause);
        return causes;
    }

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<store::Store> m_store;
};

} // namespace opsdeck::test
