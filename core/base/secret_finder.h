// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <array>
#include <vector>

namespace opsdeck::base {

/// Finds any of a set of byte strings, skipping most of the text (Wu and Manber's shift table over pairs of
/// bytes): the trace of a video wall goes through it. Immutable; any thread.
class SecretFinder
{
public:
    /// @param secrets each at least 2 bytes.
    explicit SecretFinder(const QList<QByteArray> &secrets);

    struct Match {
        qsizetype begin = -1; ///< -1 = none
        qsizetype end = -1;
    };
    /// The first secret that begins at `from` or later, the longest where several begin. Overlapping ones are
    /// found by asking again from `begin + 1`.
    Match find(QByteArrayView text, qsizetype from) const;

    /// How many bytes at the end of `text` are the beginning, but not the whole, of a secret.
    qsizetype startedAtEnd(QByteArrayView text) const;

    bool isEmpty() const { return m_secrets.isEmpty(); }

private:
    static constexpr size_t kPairs = 65536;

    QList<QByteArray> m_secrets;
    qsizetype m_shortest = 0;
    qsizetype m_longest = 0;
    std::vector<quint8> m_shift;                 ///< by pair: how far a window ending in it may move
    std::array<QList<qsizetype>, 256> m_byFirst; ///< secrets by their first byte
};

} // namespace opsdeck::base
