// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/systems/cabinet/call_checks.h"

#include "core/systems/cabinet/messages.h"

#include <QSet>

#include <algorithm>

namespace opsdeck::cabinet {

namespace {

constexpr int kLongestText = 255;
constexpr int kLoudest = 15;

base::Result<void> checkNumber(const char *what, int value, int lowest, int highest)
{
    if (value >= lowest && value <= highest)
        return {};
    return base::fail(CabinetError::OutOfRange, QStringLiteral("%1 must be %2 to %3, not %4")
                                                    .arg(QLatin1String(what))
                                                    .arg(lowest)
                                                    .arg(highest)
                                                    .arg(value));
}

/// A cabinet takes it as bytes: what is not printable ASCII would be something else there.
base::Result<void> checkText(const char *what, const QString &text, bool mayBeEmpty)
{
    const bool isPrintable =
        std::all_of(text.begin(), text.end(), [](QChar c) { return c > u' ' && c < u'\x7f'; });
    if (isPrintable && text.size() <= kLongestText && (mayBeEmpty || !text.isEmpty()))
        return {};
    return base::fail(
        CabinetError::OutOfRange,
        QStringLiteral("%1 must be %2%3 printable ASCII characters without a blank")
            .arg(QLatin1String(what), mayBeEmpty ? QStringLiteral("at most ") : QStringLiteral("1 to "))
            .arg(kLongestText));
}

} // namespace

base::Result<void> checkSlot(int slot)
{
    return checkNumber("the slot", slot, 1, 255);
}

base::Result<void> checkVolume(int level)
{
    return checkNumber("the volume", level, 0, kLoudest);
}

base::Result<void> checkAddress(const ServerAddress &address)
{
    // It is sent as it is written: no blanks, no sign.
    const bool isNumber =
        std::all_of(address.port.begin(), address.port.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    return checkText("the host", address.host, false)
        .and_then([&] { return checkNumber("the port", isNumber ? address.port.toInt() : 0, 1, 65535); })
        .and_then([&] { return checkNumber("the heartbeat in seconds", address.heartbeatSeconds, 1, 255); });
}

base::Result<void> checkUpgrade(const FtpUpgrade &what)
{
    return checkText("the host", what.host, false)
        .and_then([&] { return checkNumber("the port", what.port, 1, 65535); })
        .and_then([&] { return checkText("the file", what.file, false); })
        .and_then([&] { return checkText("the user", what.user, true); })
        .and_then([&] { return checkText("the password", what.password, true); });
}

const SlotEntry *fullestOf(const QList<SlotEntry> &entries, const QList<store::Bank> &banks,
                           const std::vector<int> &leaving)
{
    QSet<QByteArray> flagged;
    for (const store::Bank &bank : banks) {
        if (bank.isFlagged)
            flagged.insert(bank.id);
    }
    const auto levelOf = [](const SlotEntry &entry) { return percentOf(entry.level) ? entry.level : -1; };
    const SlotEntry *best = nullptr;
    for (const SlotEntry &entry : entries) {
        if (flagged.contains(entry.bank) || (entry.health && isFaulty(*entry.health)) ||
            std::find(leaving.begin(), leaving.end(), entry.slot) != leaving.end())
            continue;
        if (!best || levelOf(entry) > levelOf(*best) ||
            (levelOf(entry) == levelOf(*best) && entry.slot < best->slot))
            best = &entry;
    }
    return best;
}

} // namespace opsdeck::cabinet
