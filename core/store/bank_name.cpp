// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/bank_name.h"

#include <algorithm>

namespace opsdeck::store {

QString bankShownName(const QByteArray &id)
{
    constexpr qsizetype kIdBytes = 8;
    constexpr qsizetype kTextBytes = 4;
    const auto isPlain = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    };
    const bool hasText = id.size() == kIdBytes && std::all_of(id.begin(), id.begin() + kTextBytes, isPlain);
    if (!hasText)
        return QString::fromLatin1(id.toHex().toUpper());
    return QString::fromLatin1(id.first(kTextBytes) + id.sliced(kTextBytes).toHex().toUpper());
}

} // namespace opsdeck::store
