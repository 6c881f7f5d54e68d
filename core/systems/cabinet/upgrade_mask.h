// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transport/link_tap.h"

namespace opsdeck::cabinet {

/// Keeps the FTP password of an upgrade (0x68) out of the trace by its place in the message, however short it is: a redactor
/// that searches for it must leave short ones alone, or it would cut harmless text. What the cabinet says under that command
/// is cut as a whole: it should be nothing, and may be our own words sent back. As many `*` as there were bytes; the frame's
/// checksum is that of what is left, for the real one tells the last letter of the password. Stateless but for its taps.
class UpgradeMask final : public transport::LinkTapFactory
{
public:
    /// @param taps must outlive this object.
    explicit UpgradeMask(transport::LinkTapFactory &taps)
        : m_taps(taps)
    {
    }

    std::unique_ptr<transport::LinkTap> makeTap(const QString &system, const QString &name) override;
    void addSecret(const QByteArray &secret) override { m_taps.addSecret(secret); }

private:
    transport::LinkTapFactory &m_taps;
};

} // namespace opsdeck::cabinet
