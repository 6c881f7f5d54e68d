// SPDX-License-Identifier: GPL-3.0-or-later
// Any payload through every decoder: a value within its bounds, or an error in words.
#include "core/systems/cabinet/messages.h"

#include <cstdlib>

using namespace opsdeck;
using namespace opsdeck::cabinet;

namespace {

template <typename T>
bool isGood(const base::Result<T> &result)
{
    if (!result && (!result.error().is(CabinetError::WrongAnswer) || result.error().detail().size() > 200 ||
                    !result.error().detail().startsWith(QStringLiteral("cabinet answered 0x"))))
        std::abort();
    return result.has_value();
}

void check(bool holds)
{
    if (!holds)
        std::abort();
}

} // namespace

/// First byte: the VSN; the rest: the payload.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 1)
        return 0;
    const quint8 vsn = data[0];
    // A copy that ends where the payload does: a byte read past it is found.
    const QByteArray copy(reinterpret_cast<const char *>(data + 1), qsizetype(size - 1));
    const QByteArrayView payload = copy;
    if (const auto login = decodeLogin(payload, vsn); isGood(login))
        check(!login->sn.isEmpty() && login->sn.size() <= kLongestSerialNumber && login->slotCount <= 255);
    if (const auto text = decodeVersion(payload); isGood(text))
        check(text->size() <= 257);
    isGood(decodeIccid(payload));
    if (const auto entries = decodeInventory(payload, vsn); isGood(entries)) {
        check(entries->size() <= 255);
        for (const SlotEntry &entry : *entries) {
            check(entry.slot >= 1 && entry.slot <= 255 && entry.bank.size() == 8);
            check(bankFromName(bankName(entry.bank)) == entry.bank);
        }
    }
    for (const Command command : {Command::Rent, Command::Eject}) {
        if (const auto answer = decodeEjected(command, payload); isGood(answer))
            check(answer->bank.bank.size() == 8);
    }
    if (const auto back = decodeReturn(payload, vsn); isGood(back))
        check(back->bank.size() == 8);
    if (const auto address = decodeServerAddress(payload); isGood(address))
        encodeServerAddress(*address);
    if (const auto level = decodeVolume(payload); isGood(level))
        check(*level >= 0 && *level <= 15);
    isGood(decodeSetVolume(payload));
    if (const auto network = decodeNetwork(payload); isGood(network))
        check(!networkModeName(network->mode).isEmpty());
    isGood(decodeSlotFault(payload));
    isGood(decodeEmpty(Command::Reboot, payload));
    vsn2Token(payload, "secret");
    return 0;
}
