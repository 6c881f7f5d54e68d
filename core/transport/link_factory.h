// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transport/byte_link.h"

#include <memory>

namespace opsdeck::transport {

/// Makes links: TCP in the programs, scripted ones in tests. Called on the thread the link shall live on.
class LinkFactory
{
public:
    LinkFactory() = default;
    LinkFactory(const LinkFactory &) = delete;
    LinkFactory &operator=(const LinkFactory &) = delete;
    virtual ~LinkFactory() = default;

    /// @param name for the trace, e.g. "north: main".
    virtual std::unique_ptr<ByteLink> makeLink(const QString &name) = 0;
};

} // namespace opsdeck::transport
