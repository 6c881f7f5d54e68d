// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/systems/cabinet/bank_desk.h"

#include "core/base/on.h"
#include "core/systems/cabinet/bank_reports.h"

#include <QJsonArray>

#include <algorithm>

namespace opsdeck::cabinet {

using store::MoveCause;
using store::ReturnResult;
using store::Severity;

namespace {

QString number(int value)
{
    return QString::number(value);
}

/// A series has 4, 8, 12 or 16 slots; other models have their own number. The smallest that holds what was seen.
int slotsFromInventory(const QString &sn, int highestSlot)
{
    const bool isSeries = sn.mid(4, 2) == QStringLiteral("16");
    for (const int count : {4, 6, 8, 12, 16, 24, 48}) {
        if (count >= highestSlot && !(isSeries && count == 6))
            return count;
    }
    return highestSlot;
}

QJsonObject toJson(const SlotEntry &entry)
{
    QJsonObject object{{QStringLiteral("slot"), entry.slot},
                       {QStringLiteral("terminalId"), bankName(entry.bank)},
                       {QStringLiteral("level"), entry.level}};
    if (const auto percent = percentOf(entry.level))
        object.insert(QStringLiteral("percent"), *percent);
    return object;
}

} // namespace

BankDesk::BankDesk(base::Clock &clock, store::BankLedger &ledger, CabinetRegister &cabinets,
                   Reporter &reporter, QObject &server)
    : m_clock(clock)
    , m_ledger(ledger)
    , m_cabinets(cabinets)
    , m_reporter(reporter)
    , m_server(server)
{
}

void BankDesk::returned(CabinetSession &session, const Frame &frame)
{
    const auto refuse = [&](int slot) {
        session.answer(Command::Return, frame.token, encodeReturnResult(slot, ReturnResult::Failed));
    };
    const auto back = decodeReturn(frame.payload, session.vsn);
    if (back && back->slot != 0 && isNoBank(back->bank)) {
        // Nothing that could be found again: it is nobody's.
        session.answer(Command::Return, frame.token,
                       encodeReturnResult(back->slot, ReturnResult::IllegalBank));
        reportReturn(session.record->status.sn,
                     returnFact(session.record->status.sn, back->slot, back->bank,
                                store::BankLedger::ReturnOutcome{ReturnResult::IllegalBank, {}, {}}),
                     true);
        return;
    }
    if (!back || back->slot == 0) {
        badMessage(session, frame.command,
                   back ? QStringLiteral("a return to slot 0") : back.error().detail());
        refuse(frame.payload.isEmpty() ? 0 : quint8(frame.payload[0]));
        return;
    }
    for (auto &pending : session.returns) {
        if (pending.slot == back->slot && pending.bank == back->bank) {
            // Said again because we have not answered yet: asked twice, the ledger would call it a duplicate.
            pending.token = frame.token;
            return;
        }
    }
    if (session.returns.size() >= kMostPendingReturns) {
        refuse(back->slot);
        return;
    }
    session.returns.push_back({back->slot, back->bank, frame.token});
    store::BankLedger::ReturnFact fact;
    fact.time = m_clock.now();
    fact.cabinet = session.record->status.sn;
    fact.slot = back->slot;
    fact.bank = back->bank;
    fact.isFaulty = back->health && isFaulty(*back->health);
    fact.knownOnly = m_knownBanksOnly;
    m_ledger.recordReturn(fact).then(
        base::onLater(&m_server, [this, sn = fact.cabinet, peer = session.peer(), back = *back](
                                     const base::Result<store::BankLedger::ReturnOutcome> &outcome) {
            onReturnDecided(sn, peer, back.slot, back.bank, -1, back.health, outcome);
        }));
}

void BankDesk::onReturnDecided(const QString &sn, transport::PeerId peer, int slot, const QByteArray &bank,
                               int level, const std::optional<SlotEntry::Health> &health,
                               const base::Result<store::BankLedger::ReturnOutcome> &outcome)
{
    const ReturnResult result = outcome ? outcome->result : ReturnResult::Failed;
    CabinetRecord *record = m_cabinets.find(sn);
    if (record && record->session && record->session->peer() == peer) {
        CabinetSession &session = *record->session;
        const auto pending =
            std::find_if(session.returns.begin(), session.returns.end(),
                         [&](const auto &other) { return other.slot == slot && other.bank == bank; });
        if (pending != session.returns.end()) {
            session.answer(Command::Return, pending->token, encodeReturnResult(slot, result));
            session.returns.erase(pending);
            if (session.returns.empty())
                session.returns.shrink_to_fit();
        }
    }
    if (result == ReturnResult::Ok) {
        // It may have been shown elsewhere until now.
        if (outcome->before && outcome->before->state == store::BankPlace::State::InSlot) {
            if (CabinetRecord *before = m_cabinets.find(outcome->before->cabinet))
                takeFromShown(*before, bank, 0);
        }
        // An inventory that came meanwhile knows more of it.
        if (record && record->status.inventory && !isShown(*record, bank, slot)) {
            takeFromShown(*record, bank, slot);
            auto &entries = *record->status.inventory;
            const auto at = std::lower_bound(entries.begin(), entries.end(), slot,
                                             [](const SlotEntry &entry, int s) { return entry.slot < s; });
            entries.insert(at, SlotEntry{slot, bank, level, health});
            m_cabinets.touch(*record);
        }
    }
    reportReturn(sn, returnFact(sn, slot, bank, outcome), result != ReturnResult::Ok);
}

void BankDesk::reportReturn(const QString &sn, const Reporter::Fact &fact, bool isRefused)
{
    CabinetRecord *record = m_cabinets.find(sn);
    if (isRefused && record && !record->refusals.take(m_clock.monotonic(), kRefusalPause, kRefusalsAtOnce))
        m_reporter.tell(fact.kind, sn, fact.details);
    else
        m_reporter.report(fact);
}

void BankDesk::slotFault(CabinetSession &session, const Frame &frame)
{
    session.answer(Command::SlotFault, frame.token, {});
    const auto fault = decodeSlotFault(frame.payload);
    if (!fault) {
        badMessage(session, frame.command, fault.error().detail());
        return;
    }
    // A board that has gone mad must not fill the journal.
    if (session.faults.take(m_clock.monotonic(), kFaultPause, kFaultsAtOnce))
        m_reporter.report(faultFact(session.record->status.sn, *fault));
}

void BankDesk::inventorySeen(CabinetRecord &record, const QList<SlotEntry> &told,
                             std::function<void(base::Result<void>)> done)
{
    CabinetStatus &status = record.status;
    int highest = 0;
    for (const SlotEntry &entry : told)
        highest = std::max(highest, entry.slot);
    const QList<SlotEntry> entries = withoutEmptySlots(told);
    QList<store::BankLedger::SeenBank> seen;
    QJsonArray listed;
    for (const SlotEntry &entry : entries) {
        seen.append({entry.slot, entry.bank, entry.level, entry.health && isFaulty(*entry.health)});
        listed.append(toJson(entry));
    }
    status.inventory = entries;
    std::sort(status.inventory->begin(), status.inventory->end(),
              [](const SlotEntry &a, const SlotEntry &b) { return a.slot < b.slot; });
    status.inventoryAt = m_clock.now();
    // What the model says holds: one mad inventory must not make a cabinet larger for good.
    if (highest > status.modelSlots && slotsOfModel(status.sn) == 0) {
        status.modelSlots = slotsFromInventory(status.sn, highest);
        m_ledger.noteSeen(status.sn, status.modelSlots, m_clock.now());
    }
    m_cabinets.touch(record);
    m_reporter.tell("inventory", status.sn, {{QStringLiteral("slots"), listed}});
    m_ledger.recordInventory(m_clock.now(), status.sn, seen)
        .then(base::onLater(&m_server, [this, sn = status.sn, done = std::move(done)](
                                           const base::Result<store::BankLedger::InventoryOutcome> &outcome) {
            onInventoryRecorded(sn, outcome);
            if (done)
                done(outcome ? base::Result<void>() : base::fail(outcome.error()));
        }));
}

void BankDesk::onInventoryRecorded(const QString &sn,
                                   const base::Result<store::BankLedger::InventoryOutcome> &outcome)
{
    if (!outcome) {
        m_reporter.report({"disagreement",
                           eventText("cabinet.inventory-failed"),
                           {sn},
                           sn,
                           Severity::Attention,
                           {{QStringLiteral("error"), outcome.error().detail()}}});
        return;
    }
    for (const auto &settled : outcome->settled)
        m_reporter.report(settledFact(sn, settled));
    if (!outcome->disagreements.isEmpty())
        m_reporter.report(disagreementFact(sn, outcome->disagreements));
}

QDateTime BankDesk::timeOf(base::Clock::Nanoseconds sentAt) const
{
    const auto ago = std::chrono::duration_cast<std::chrono::milliseconds>(m_clock.monotonic() - sentAt);
    return m_clock.now().addMSecs(-ago.count());
}

void BankDesk::wentOut(CabinetRecord &record, const Asked &asked, const EjectedBank &bank, bool isLate,
                       std::function<void()> done)
{
    const bool isRent = asked.command == Command::Rent;
    store::BankLedger::OutFact fact;
    fact.time = m_clock.now();
    fact.cabinet = record.status.sn;
    fact.slot = bank.slot;
    fact.bank = bank.bank;
    fact.operatorName = asked.by;
    fact.askedAt = timeOf(asked.sentAt);
    if (isLate)
        fact.cause = isRent ? MoveCause::LateRent : MoveCause::LateEject;
    else
        fact.cause = isRent ? MoveCause::Rent : MoveCause::Eject;
    m_ledger.recordOut(fact).then(
        base::onLater(&m_server, [this, sn = fact.cabinet, asked, bank, isLate, done = std::move(done)](
                                     const base::Result<store::BankLedger::OutOutcome> &outcome) {
            // The bank is out, whether the ledger could be told or not; the database says itself that
            // it failed.
            const auto overtakenBy = outcome ? outcome->overtakenBy : std::nullopt;
            if (CabinetRecord *now = m_cabinets.find(sn); now && !overtakenBy)
                takeFromShown(*now, bank.bank, bank.slot);
            m_reporter.report(
                outFact(sn, asked.command == Command::Rent, bank, asked.by, isLate, overtakenBy));
            if (done)
                done();
        }));
}

void BankDesk::outcomeUnknown(CabinetRecord &record, const Asked &asked, bool mayComeLate)
{
    const bool isRent = asked.command == Command::Rent;
    const QString sn = record.status.sn;
    if (mayComeLate && record.late.size() < kMostLate)
        record.late.push_back(
            {asked.command, asked.slot, asked.by, asked.sentAt, m_clock.monotonic() + kLateTime});
    store::BankLedger::OpenOutcome open;
    open.time = timeOf(asked.sentAt);
    open.cabinet = sn;
    open.slot = asked.slot;
    open.cause = isRent ? MoveCause::Rent : MoveCause::Eject;
    open.operatorName = asked.by;
    if (record.status.inventory) {
        for (const SlotEntry &entry : std::as_const(*record.status.inventory)) {
            if (entry.slot == asked.slot)
                open.bank = entry.bank;
        }
    }
    m_ledger.recordUnknownOutcome(open);
    m_reporter.report(
        {"outcome-unknown",
         isRent ? eventText("cabinet.outcome-unknown.rent") : eventText("cabinet.outcome-unknown.eject"),
         {sn, number(asked.slot)},
         sn,
         Severity::Attention,
         {{QStringLiteral("slot"), asked.slot}, {QStringLiteral("terminalId"), bankName(open.bank)}},
         asked.by});
}

bool BankDesk::takeLate(CabinetRecord &record, Command command, QByteArrayView payload)
{
    const auto now = m_clock.monotonic();
    std::erase_if(record.late, [now](const auto &late) { return late.until <= now; });
    if (payload.isEmpty())
        return false;
    const int slot = quint8(payload[0]);
    const auto found = std::find_if(record.late.begin(), record.late.end(), [&](const auto &late) {
        return late.command == command && late.slot == slot;
    });
    if (found == record.late.end())
        return false;
    const Asked asked{command, slot, found->operatorName, found->sentAt};
    record.late.erase(found);
    if (record.late.empty())
        record.late.shrink_to_fit();
    // A refusal or a broken answer settles nothing: the next inventory does.
    if (const auto answer = decodeEjected(command, payload);
        answer && answer->isOk && !isNoBank(answer->bank.bank))
        wentOut(record, asked, answer->bank, true);
    return true;
}

void BankDesk::badMessage(CabinetSession &session, quint8 command, const QString &detail)
{
    if (session.toldBad.test(command))
        return;
    session.toldBad.set(command);
    const QString sn = session.record->status.sn;
    m_reporter.report({"protocol",
                       eventText("cabinet.bad-message"),
                       {sn, commandText(command)},
                       sn,
                       Severity::Attention,
                       {{QStringLiteral("error"), detail}}});
}

bool BankDesk::isShown(const CabinetRecord &record, const QByteArray &bank, int slot)
{
    const QList<SlotEntry> &entries = *record.status.inventory;
    return std::any_of(entries.begin(), entries.end(),
                       [&](const SlotEntry &entry) { return entry.slot == slot && entry.bank == bank; });
}

void BankDesk::takeFromShown(CabinetRecord &record, const QByteArray &bank, int slot)
{
    if (!record.status.inventory)
        return;
    const auto before = record.status.inventory->size();
    record.status.inventory->removeIf(
        [&](const SlotEntry &entry) { return entry.slot == slot || entry.bank == bank; });
    if (record.status.inventory->size() != before)
        m_cabinets.touch(record);
}

} // namespace opsdeck::cabinet
