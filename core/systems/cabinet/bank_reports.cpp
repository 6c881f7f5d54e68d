// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/systems/cabinet/bank_reports.h"

#include <QJsonArray>

namespace opsdeck::cabinet {

using store::ReturnResult;
using store::Severity;

namespace {

constexpr int kMostListed = 20;

QString number(int value)
{
    return QString::number(value);
}

QJsonObject toJson(const store::BankPlace &place)
{
    static const char *const kStates[] = {"unknown", "in-slot", "rented"};
    return {{QStringLiteral("state"), QString::fromLatin1(kStates[int(place.state)])},
            {QStringLiteral("cabinet"), place.cabinet},
            {QStringLiteral("slot"), place.slot}};
}

} // namespace

Reporter::Fact returnFact(const QString &sn, int slot, const QByteArray &bank,
                          const base::Result<store::BankLedger::ReturnOutcome> &outcome)
{
    const ReturnResult result = outcome ? outcome->result : ReturnResult::Failed;
    Reporter::Fact fact{"returned", eventText("cabinet.returned"), {sn, number(slot), bankName(bank)}, sn};
    fact.details = {{QStringLiteral("slot"), slot},
                    {QStringLiteral("terminalId"), bankName(bank)},
                    {QStringLiteral("result"), int(result)}};
    if (outcome && outcome->before)
        fact.details.insert(QStringLiteral("before"), toJson(*outcome->before));
    if (!outcome)
        fact.details.insert(QStringLiteral("error"), outcome.error().detail());
    if (result != ReturnResult::Ok && result != ReturnResult::Duplicate)
        fact.severity = Severity::Attention;
    switch (result) {
    case ReturnResult::Ok:
        break;
    case ReturnResult::Failed:
        fact.text = eventText("cabinet.return-refused.failed");
        break;
    case ReturnResult::BankAbnormal:
        fact.text = eventText("cabinet.return-refused.abnormal");
        break;
    case ReturnResult::Duplicate:
        fact.text = eventText("cabinet.return-refused.duplicate");
        break;
    case ReturnResult::IllegalBank:
        fact.text = eventText("cabinet.return-refused.illegal");
        break;
    case ReturnResult::SlotNotEmpty:
        fact.text = eventText("cabinet.return-refused.not-empty");
        fact.arguments.append(bankName(outcome->inSlot));
        break;
    }
    return fact;
}

Reporter::Fact outFact(const QString &sn, bool isRent, const EjectedBank &bank, const QString &by,
                       bool isLate, const std::optional<store::BankPlace> &overtakenBy)
{
    Reporter::Fact fact{isRent ? "rented" : "ejected",
                        isRent ? eventText("cabinet.rented") : eventText("cabinet.ejected"),
                        {sn, number(bank.slot), bankName(bank.bank)},
                        sn,
                        isLate || overtakenBy ? Severity::Attention : Severity::Info,
                        {{QStringLiteral("slot"), bank.slot},
                         {QStringLiteral("terminalId"), bankName(bank.bank)},
                         {QStringLiteral("result"), 1}},
                        by};
    if (overtakenBy) {
        fact.text = isRent ? eventText("cabinet.rent-overtaken") : eventText("cabinet.eject-overtaken");
        fact.details.insert(QStringLiteral("now"), toJson(*overtakenBy));
    } else if (isLate) {
        fact.text = isRent ? eventText("cabinet.rent-late") : eventText("cabinet.eject-late");
    }
    return fact;
}

Reporter::Fact faultFact(const QString &sn, const SlotFault &fault)
{
    Reporter::Fact fact{
        "fault",
        eventText("cabinet.fault.other"),
        {sn, number(fault.slot), isNoBank(fault.bank) ? QStringLiteral("\u2013") : bankName(fault.bank)},
        sn,
        Severity::Attention};
    fact.details = {{QStringLiteral("event"), fault.event},
                    {QStringLiteral("slot"), fault.slot},
                    {QStringLiteral("terminalId"), bankName(fault.bank)}};
    switch (fault.event) {
    case 1:
        // Somebody may be taking banks out of it.
        fact.text = eventText("cabinet.fault.1");
        fact.severity = Severity::Alarm;
        break;
    case 2:
        fact.text = eventText("cabinet.fault.2");
        break;
    case 3:
        fact.text = eventText("cabinet.fault.3");
        break;
    case 4:
        // A person has to go there.
        fact.text = eventText("cabinet.fault.4");
        fact.severity = Severity::Alarm;
        break;
    case 5:
        fact.text = eventText("cabinet.fault.5");
        break;
    default:
        fact.arguments[2] = number(fault.event);
    }
    return fact;
}

Reporter::Fact settledFact(const QString &sn, const store::BankLedger::Settled &settled)
{
    const auto &was = settled.outcome;
    return {"outcome-settled",
            settled.wentOut ? eventText("cabinet.outcome-settled.out")
                            : eventText("cabinet.outcome-settled.stayed"),
            {sn, number(was.slot), bankName(was.bank)},
            sn,
            Severity::Info,
            {{QStringLiteral("slot"), was.slot},
             {QStringLiteral("terminalId"), bankName(was.bank)},
             {QStringLiteral("wentOut"), settled.wentOut}},
            was.operatorName};
}

Reporter::Fact disagreementFact(const QString &sn,
                                const QList<store::BankLedger::Disagreement> &disagreements)
{
    QJsonArray listed;
    for (const auto &disagreement : disagreements.mid(0, kMostListed)) {
        QJsonObject object{{QStringLiteral("terminalId"), bankName(disagreement.bank)},
                           {QStringLiteral("seen"), toJson(disagreement.seen)}};
        if (disagreement.ledger)
            object.insert(QStringLiteral("expected"), toJson(*disagreement.ledger));
        listed.append(object);
    }
    const bool isOne = disagreements.size() == 1;
    return {"disagreement",
            isOne ? eventText("cabinet.inventory-disagrees.one") : eventText("cabinet.inventory-disagrees"),
            {sn, isOne ? bankName(disagreements[0].bank) : number(int(disagreements.size()))},
            sn,
            Severity::Attention,
            {{QStringLiteral("banks"), listed}}};
}

} // namespace opsdeck::cabinet
