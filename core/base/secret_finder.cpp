// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/secret_finder.h"

#include <algorithm>
#include <cstring>

namespace opsdeck::base {

namespace {

size_t pairAt(const char *at)
{
    return size_t(quint8(at[0])) << 8 | quint8(at[1]);
}

} // namespace

SecretFinder::SecretFinder(const QList<QByteArray> &secrets)
    : m_secrets(secrets)
{
    if (m_secrets.isEmpty())
        return;
    m_shortest = m_secrets.first().size();
    for (const QByteArray &secret : m_secrets) {
        m_shortest = std::min(m_shortest, secret.size());
        m_longest = std::max(m_longest, secret.size());
    }
    m_shortest = std::min<qsizetype>(m_shortest, 200);
    m_shift.assign(kPairs, quint8(m_shortest - 1));
    for (qsizetype i = 0; i < m_secrets.size(); ++i) {
        const QByteArray &secret = m_secrets[i];
        for (qsizetype at = 0; at + 2 <= m_shortest; ++at) {
            quint8 &shift = m_shift[pairAt(secret.constData() + at)];
            shift = std::min(shift, quint8(m_shortest - 2 - at));
        }
        m_byFirst[quint8(secret[0])].append(i);
    }
}

SecretFinder::Match SecretFinder::find(QByteArrayView text, qsizetype from) const
{
    if (m_secrets.isEmpty())
        return {};
    const char *data = text.data();
    // `at` is where a window of the shortest secret's size begins.
    for (qsizetype at = from; at + m_shortest <= text.size();) {
        const quint8 shift = m_shift[pairAt(data + at + m_shortest - 2)];
        if (shift > 0) {
            at += shift;
            continue;
        }
        Match match;
        for (const qsizetype i : m_byFirst[quint8(data[at])]) {
            const QByteArray &secret = m_secrets[i];
            if (secret.size() <= text.size() - at &&
                std::memcmp(data + at, secret.constData(), size_t(secret.size())) == 0 &&
                at + secret.size() > match.end)
                match = {at, at + secret.size()};
        }
        if (match.begin >= 0)
            return match;
        ++at;
    }
    return {};
}

qsizetype SecretFinder::startedAtEnd(QByteArrayView text) const
{
    for (qsizetype count = std::min(m_longest - 1, text.size()); count > 0; --count) {
        const QByteArrayView tail = text.last(count);
        for (const qsizetype i : m_byFirst[quint8(tail[0])]) {
            if (m_secrets[i].size() > count && QByteArrayView(m_secrets[i]).first(count) == tail)
                return count;
        }
    }
    return 0;
}

} // namespace opsdeck::base
