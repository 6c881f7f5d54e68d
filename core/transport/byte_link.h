// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QObject>

namespace opsdeck::transport {

/// Where a link goes. `host` is a name or an address as the operator wrote it.
struct Endpoint {
    QString host;
    quint16 port = 0;

    /// "host:port", with brackets round an IPv6 address.
    QString toString() const;
    friend bool operator==(const Endpoint &, const Endpoint &) = default;
};

enum class LinkError {
    ResolveFailed,
    ConnectionRefused,
    ConnectTimeout,
    NetworkUnreachable,
    ClosedByPeer,
    IdleTimeout,
    WriteOverflow, ///< The peer does not read: the write buffer reached its cap.
    SocketFailed,
    ClosedByUs,
};
base::ErrorFacts errorFacts(LinkError code);

/// A two-way stream of bytes. Lives on one thread. The seam for TCP, scripted links in tests, and replay.
/// Of every `open()` comes exactly one of `opened` or `failed`; of every `opened` exactly one `closed`.
class ByteLink : public QObject
{
    Q_OBJECT
public:
    enum class State { Closed, Opening, Open };
    Q_ENUM(State)

    using QObject::QObject;

    virtual State state() const = 0;
    /// Closes what is open first. When a slot that hears that end opens the link itself, its call holds and
    /// this one does nothing more. Every slot may open, close or delete the link.
    virtual void open(const Endpoint &endpoint) = 0;
    /// Queues bytes. Past the write-buffer cap the link closes itself with WriteOverflow. Ignored unless
    /// open.
    virtual void send(const QByteArray &bytes) = 0;
    /// Closes at once, dropping what is not yet written; emits `closed(ClosedByUs)` when it was open,
    /// `failed(ClosedByUs)` when it was opening, nothing otherwise.
    virtual void close() = 0;
    /// Lets what is queued go out first, then closes. Reads nothing more.
    virtual void closeAfterWriting() = 0;

Q_SIGNALS:
    void opened();
    void bytesReceived(const QByteArray &bytes);
    void closed(const opsdeck::base::Error &reason);
    void failed(const opsdeck::base::Error &reason);
};

} // namespace opsdeck::transport
