// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/systems/cabinet/cabinet_types.h"

#include "core/store/bank_name.h"

#include <algorithm>

namespace opsdeck::cabinet {

namespace {

constexpr int kBankBytes = 8;
constexpr int kTextBytes = 4;

bool isAsciiLetterOrDigit(char16_t c)
{
    return (c >= u'0' && c <= u'9') || (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z');
}

} // namespace

bool isSerialNumber(const QString &text)
{
    return !text.isEmpty() && text.size() <= kLongestSerialNumber &&
           std::all_of(text.begin(), text.end(), [](QChar c) { return c > u' ' && c < u'\x7f'; });
}

int slotsOfModel(const QString &sn)
{
    // 2 letters vendor, 2 letters customer, 2 digits model, 10 digits batch (§4 of the manual).
    const auto isLetter = [](QChar c) { return (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z'); };
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    if (sn.size() != 16 || !std::all_of(sn.begin(), sn.begin() + 4, isLetter) ||
        !std::all_of(sn.begin() + 4, sn.end(), isDigit))
        return 0;
    const int model = sn.mid(4, 2).toInt();
    // Model 16 is a series of 4, 8, 12 or 16: its first inventory tells.
    for (const int counted : {6, 8, 12, 24, 48}) {
        if (model == counted)
            return counted;
    }
    return 0;
}

std::optional<int> percentOf(int level)
{
    if (level < 0 || level > 4)
        return {};
    return 20 * (level + 1);
}

QString bankName(const QByteArray &bank)
{
    return store::bankShownName(bank);
}

std::optional<QByteArray> bankFromName(const QString &text)
{
    const auto isHex = [](QStringView digits) {
        return std::all_of(digits.begin(), digits.end(), [](QChar c) {
            return (c >= u'0' && c <= u'9') || (c >= u'A' && c <= u'F') || (c >= u'a' && c <= u'f');
        });
    };
    if (text.size() == 2 * kBankBytes && isHex(text))
        return QByteArray::fromHex(text.toLatin1());
    const QStringView words = QStringView(text).left(kTextBytes);
    const QStringView digits = QStringView(text).mid(kTextBytes);
    if (text.size() != kTextBytes + 2 * (kBankBytes - kTextBytes) || !isHex(digits) ||
        !std::all_of(words.begin(), words.end(), [](QChar c) { return isAsciiLetterOrDigit(c.unicode()); }))
        return {};
    return words.toLatin1() + QByteArray::fromHex(digits.toLatin1());
}

bool isNoBank(QByteArrayView bank)
{
    return std::all_of(bank.begin(), bank.end(), [](char byte) { return byte == 0; });
}

QList<SlotEntry> withoutEmptySlots(const QList<SlotEntry> &entries)
{
    QList<SlotEntry> banks;
    banks.reserve(entries.size());
    std::copy_if(entries.begin(), entries.end(), std::back_inserter(banks),
                 [](const SlotEntry &entry) { return !isNoBank(entry.bank); });
    return banks;
}

QString networkModeName(int mode)
{
    switch (mode) {
    case 2:
        return QStringLiteral("GSM/GPRS/EDGE");
    case 3:
        return QStringLiteral("WCDMA");
    case 5:
        return QStringLiteral("Wi-Fi");
    case 7:
        return QStringLiteral("LTE");
    default:
        return QStringLiteral("unknown (%1)").arg(mode);
    }
}

int CabinetStatus::banksAtLeast80() const
{
    constexpr int kLevelOf80 = 3;
    if (!inventory)
        return 0;
    return int(std::count_if(inventory->begin(), inventory->end(), [](const SlotEntry &entry) {
        return entry.level >= kLevelOf80 && percentOf(entry.level).has_value();
    }));
}

base::ErrorFacts errorFacts(CabinetError code)
{
    using base::ErrorClass;
    switch (code) {
    case CabinetError::NotConnected:
        return {"not-connected", ErrorClass::NoAnswer};
    case CabinetError::Refused:
        return {"refused", ErrorClass::Refused};
    case CabinetError::NoAnswer:
        return {"timeout", ErrorClass::NoAnswer};
    case CabinetError::OutcomeUnknown:
        return {"outcome-unknown", ErrorClass::NoAnswer};
    case CabinetError::ConnectionLost:
        return {"connection-lost", ErrorClass::NoAnswer};
    case CabinetError::QueueFull:
        return {"queue-full", ErrorClass::Local};
    case CabinetError::OutOfRange:
        return {"out-of-range", ErrorClass::Usage};
    case CabinetError::WrongAnswer:
        return {"wrong-answer", ErrorClass::Protocol};
    case CabinetError::SlotEmpty:
        return {"slot-empty", ErrorClass::Refused};
    case CabinetError::BankOutOfUse:
        return {"bank-out-of-use", ErrorClass::Local};
    case CabinetError::SecretMissing:
        return {"secret-missing", ErrorClass::Usage};
    case CabinetError::PortTaken:
        return {"port-taken", ErrorClass::Local};
    case CabinetError::AddressNotOurs:
        return {"address-not-ours", ErrorClass::Local};
    case CabinetError::TooFewFiles:
        return {"too-few-files", ErrorClass::Local};
    }
    return {"wrong-answer", ErrorClass::Protocol};
}

} // namespace opsdeck::cabinet
