// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/systems/cabinet/upgrade_mask.h"

#include "core/systems/cabinet/messages.h"

#include <QtEndian>

#include <algorithm>

namespace opsdeck::cabinet {

namespace {

constexpr qsizetype kLengthBytes = 2;
constexpr qsizetype kCommandAt = 2;
constexpr qsizetype kChecksumAt = 4;
constexpr char kMask = '*';

qsizetype frameBytes(const char *length)
{
    return kLengthBytes + qFromBigEndian<quint16>(length);
}

bool isUpgrade(char command)
{
    return Command(quint8(command)) == Command::Upgrade;
}

/// The password is the last of five counted strings. A payload that is not five of them is masked as a whole.
void maskPassword(char *payload, qsizetype size)
{
    constexpr int kFieldsBefore = 4;
    qsizetype at = 0;
    for (int field = 0; field <= kFieldsBefore; ++field) {
        const qsizetype end =
            at + kLengthBytes <= size ? at + frameBytes(payload + at) : std::numeric_limits<qsizetype>::max();
        if (end > size) {
            std::fill(payload, payload + size, kMask);
            return;
        }
        if (field == kFieldsBefore)
            at += kLengthBytes;
        else
            at = end;
    }
    // The NUL at its end is not of it.
    const qsizetype end = size - (payload[size - 1] == 0 ? 1 : 0);
    if (at < end)
        std::fill(payload + at, payload + end, kMask);
}

/// What was sent: whole frames, each at once.
QByteArray maskedSent(const QByteArray &bytes)
{
    QByteArray masked = bytes;
    qsizetype at = 0;
    while (at + kHeaderBytes <= masked.size()) {
        const qsizetype whole = std::min(frameBytes(masked.constData() + at), masked.size() - at);
        const qsizetype payload = whole - kHeaderBytes;
        if (payload > 0 && isUpgrade(masked.at(at + kCommandAt))) {
            char *frame = masked.data() + at;
            maskPassword(frame + kHeaderBytes, payload);
            frame[kChecksumAt] = char(checksumOf(QByteArrayView(frame + kHeaderBytes, payload)));
        }
        at += std::max(whole, kHeaderBytes);
    }
    return masked;
}

/// What was received, in any pieces: the place in the current frame.
class ReceivedMask
{
public:
    QByteArray apply(const QByteArray &bytes)
    {
        QByteArray masked = bytes;
        for (qsizetype at = 0; at < masked.size();) {
            if (m_at < kHeaderBytes) {
                if (m_at == kChecksumAt && isUpgrade(m_header[kCommandAt]) &&
                    frameBytes(m_header) > kHeaderBytes)
                    masked[at] = frameBytes(m_header) % 2 == kHeaderBytes % 2 ? 0 : kMask;
                else
                    m_header[m_at] = masked.at(at);
                ++at;
                ++m_at;
            } else {
                const qsizetype count = std::min(frameBytes(m_header) - m_at, masked.size() - at);
                if (isUpgrade(m_header[kCommandAt]))
                    std::fill_n(masked.data() + at, count, kMask);
                at += count;
                m_at += count;
            }
            if (m_at >= kHeaderBytes && m_at >= frameBytes(m_header))
                m_at = 0;
        }
        return masked;
    }

private:
    char m_header[kHeaderBytes] = {};
    qsizetype m_at = 0;
};

class MaskedTap final : public transport::LinkTap
{
public:
    explicit MaskedTap(std::unique_ptr<transport::LinkTap> tap)
        : m_tap(std::move(tap))
    {
    }

    void opened(const QHostAddress &local, quint16 localPort, const QHostAddress &peer,
                quint16 peerPort) override
    {
        m_received = {};
        m_tap->opened(local, localPort, peer, peerPort);
    }
    void sent(const QByteArray &bytes) override { m_tap->sent(maskedSent(bytes)); }
    void received(const QByteArray &bytes) override { m_tap->received(m_received.apply(bytes)); }
    void closed(const QString &reason) override { m_tap->closed(reason); }

private:
    const std::unique_ptr<transport::LinkTap> m_tap;
    ReceivedMask m_received;
};

} // namespace

std::unique_ptr<transport::LinkTap> UpgradeMask::makeTap(const QString &system, const QString &name)
{
    auto tap = m_taps.makeTap(system, name);
    return tap ? std::make_unique<MaskedTap>(std::move(tap)) : nullptr;
}

} // namespace opsdeck::cabinet
