// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/systems/cabinet/messages.h"
#include "core/systems/cabinet/reporter.h"

namespace opsdeck::cabinet {

// How the journal says what happened to power banks: which text, how much it matters, which details.

/// @param outcome an error: it could not be recorded.
Reporter::Fact returnFact(const QString &sn, int slot, const QByteArray &bank,
                          const base::Result<store::BankLedger::ReturnOutcome> &outcome);
/// A rent or eject that was answered with 1. @param overtakenBy see BankLedger::OutOutcome.
Reporter::Fact outFact(const QString &sn, bool isRent, const EjectedBank &bank, const QString &by,
                       bool isLate, const std::optional<store::BankPlace> &overtakenBy);
Reporter::Fact faultFact(const QString &sn, const SlotFault &fault);
Reporter::Fact settledFact(const QString &sn, const store::BankLedger::Settled &settled);
/// @param disagreements one or more.
Reporter::Fact disagreementFact(const QString &sn,
                                const QList<store::BankLedger::Disagreement> &disagreements);

} // namespace opsdeck::cabinet
