// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes in any pieces through the redactor: every length kept, every other byte kept, no registered secret left.
#include "core/base/redactor.h"

#include <cstdlib>

using opsdeck::base::Redactor;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const QByteArrayList kSecrets{"tlJwpbo6", "abab", "babcd"};
    static Redactor *const redactor = [] {
        static Redactor made;
        for (const QByteArray &secret : kSecrets)
            made.addSecret(secret);
        return &made;
    }();
    if (size < 1)
        return 0;
    const auto step = qsizetype(data[0]) + 1;
    const QByteArray raw(reinterpret_cast<const char *>(data + 1), qsizetype(size - 1));
    Redactor::Stream stream(*redactor);
    QByteArray given;
    for (qsizetype at = 0; at < raw.size(); at += step)
        given += stream.feed(raw.sliced(at, std::min(step, raw.size() - at)));
    given += stream.finish();
    for (const QByteArray &clean : {given, redactor->redact(raw)}) {
        if (clean.size() != raw.size())
            std::abort();
        for (qsizetype i = 0; i < raw.size(); ++i) {
            if (clean[i] != raw[i] && clean[i] != '*')
                std::abort();
        }
        for (const QByteArray &secret : kSecrets) {
            if (clean.contains(secret))
                std::abort();
        }
    }
    return 0;
}
