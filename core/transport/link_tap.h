// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transport/byte_link.h"

#include <QHostAddress>

#include <memory>

namespace opsdeck::transport {

/// Hears everything that crosses one link; called on the link's thread, must not block. One tap belongs to
/// one link.
class LinkTap
{
public:
    LinkTap() = default;
    LinkTap(const LinkTap &) = delete;
    LinkTap &operator=(const LinkTap &) = delete;
    virtual ~LinkTap() = default;

    virtual void opened(const QHostAddress &local, quint16 localPort, const QHostAddress &peer,
                        quint16 peerPort) = 0;
    virtual void sent(const QByteArray &bytes) = 0;
    virtual void received(const QByteArray &bytes) = 0;
    virtual void closed(const QString &reason) = 0;
};

/// Makes the tap of each new link. Must outlive the taps it made; callable from any thread.
class LinkTapFactory
{
public:
    LinkTapFactory() = default;
    LinkTapFactory(const LinkTapFactory &) = delete;
    LinkTapFactory &operator=(const LinkTapFactory &) = delete;
    virtual ~LinkTapFactory() = default;

    /// @param name who talks, for the trace's list, e.g. "dvr north main".
    virtual std::unique_ptr<LinkTap> makeTap(const QString &system, const QString &name) = 0;
    /// From now on these bytes are not written down, wherever they cross a link. Told before they are sent.
    virtual void addSecret(const QByteArray &secret) { Q_UNUSED(secret) }
};

} // namespace opsdeck::transport
