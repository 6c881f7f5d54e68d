// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"
#include "core/systems/cabinet/cabinet_server.h"
#include "core/transport/byte_link.h"
#include "tests/core/systems/cabinet/golden.h"
#include "tests/support/manual_clock.h"

#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

namespace opsdeck::test {

/// A PeerServer without sockets: the test says who connects and what he sends, and sees what he gets.
class ScriptedPeers final : public transport::PeerServer
{
public:
    void setListener(transport::PeerListener *listener) override { m_listener = listener; }
    base::Result<quint16> listen(const QHostAddress &, quint16 port) override
    {
        ++listens;
        if (refusal)
            return base::fail(*refusal);
        m_isListening = true;
        return port ? port : quint16(8992);
    }
    bool isListening() const override { return m_isListening; }
    void shut() override
    {
        m_isListening = false;
        m_open.clear();
    }
    int peers() const override { return int(m_open.size()); }
    void send(transport::PeerId peer, QByteArrayView bytes) override
    {
        if (m_open.contains(peer.value()))
            sent[peer.value()].append(bytes.data(), bytes.size());
    }
    void close(transport::PeerId peer) override { m_open.remove(peer.value()); }
    void closeAfterWriting(transport::PeerId peer) override { close(peer); }

    transport::PeerId connectFrom(const QString &address = QStringLiteral("10.0.0.1"), quint16 port = 40000)
    {
        // Each its own slot: the table of the server must not mistake one for the other.
        ++m_last;
        const transport::PeerId peer(quint32(m_last % 4096), m_last);
        m_open.insert(peer.value());
        m_listener->peerConnected(peer, QHostAddress(address), port);
        return peer;
    }
    void receive(transport::PeerId peer, const QByteArray &bytes)
    {
        if (isOpen(peer))
            m_listener->peerBytes(peer, bytes);
    }
    void leave(transport::PeerId peer, transport::LinkError why = transport::LinkError::ClosedByPeer)
    {
        if (m_open.remove(peer.value()))
            m_listener->peerClosed(peer, base::Error(why, QStringLiteral("as the test says")));
    }
    bool isOpen(transport::PeerId peer) const { return m_open.contains(peer.value()); }
    /// What the peer got since the last call.
    QByteArray taken(transport::PeerId peer) { return sent.take(peer.value()); }

    std::optional<base::Error> refusal;
    int listens = 0;
    QHash<quint64, QByteArray> sent;

private:
    transport::PeerListener *m_listener = nullptr;
    bool m_isListening = false;
    QSet<quint64> m_open;
    quint64 m_last = 0;
};

/// The cabinets' server on scripted connections, a clock that stands still and a real database.
struct ServerRig {
    /// @param database below the rig's folder.
    explicit ServerRig(cabinet::ServerSettings serverSettings = {},
                       const QString &database = QStringLiteral("opsdeck.db"))
        : settings(std::move(serverSettings))
        , store(folder.filePath(database), clock)
    {
        store.database.open();
        auto scripted = std::make_unique<ScriptedPeers>();
        peers = scripted.get();
        server =
            std::make_unique<cabinet::CabinetServer>(clock, store.ledger, store.journal, std::move(scripted));
        QObject::connect(server.get(), &cabinet::CabinetServer::happened, server.get(),
                         [this](const cabinet::FleetEvent &event) { events.append(event); });
        QObject::connect(server.get(), &cabinet::CabinetServer::published, server.get(),
                         [this](const cabinet::CabinetRegister::Published &news) {
                             for (const auto &status : news.changed)
                                 cabinets.insert(status.sn, status);
                             for (const QString &sn : news.gone)
                                 cabinets.remove(sn);
                             if (news.waiting)
                                 waiting = *news.waiting;
                         });
        QObject::connect(server.get(), &cabinet::CabinetServer::stateChanged, server.get(),
                         [this](const cabinet::ServerState &now) { state = now; });
    }

    /// Starts and waits until it listens.
    void start()
    {
        server->start(settings);
        QTRY_VERIFY(peers->listens > 0);
    }

    /// A login of this SN. @param vsn 2: with nonce and slots.
    static QByteArray loginFrame(const QString &sn, quint8 vsn = 1)
    {
        QByteArray payload = bytesOf("55667788 0233");
        payload += char(0);
        payload += char(sn.size() + 1);
        payload += sn.toLatin1() + '\0';
        if (vsn >= 2)
            payload += bytesOf("01020304 0c");
        return frame(cabinet::Command::Login, payload, vsn);
    }
    static QByteArray frame(cabinet::Command command, const QByteArray &payload = {}, quint8 vsn = 1,
                            quint32 token = cabinet::kToken)
    {
        return cabinet::encodeFrame(quint8(command), vsn, token, payload);
    }
    static QByteArray loginAnswer(quint8 result)
    {
        return frame(cabinet::Command::Login, QByteArray(1, char(result)));
    }
    static QByteArray bank(int number) { return QByteArray("RL1A") + QByteArray(3, '\0') + char(number); }
    /// One that is let in.
    transport::PeerId online(const QString &sn, const QString &address = QStringLiteral("10.0.0.1"),
                             quint8 vsn = 1)
    {
        server->allow({sn});
        const auto peer = peers->connectFrom(address);
        peers->receive(peer, loginFrame(sn, vsn));
        if (peers->taken(peer) != frame(cabinet::Command::Login, QByteArray(1, 1), vsn))
            qFatal("the login was refused");
        return peer;
    }
    /// Lets the background queries be sent, and forgets them.
    void passQueries(transport::PeerId peer)
    {
        clock.advance(cabinet::BackgroundQueries::kTick);
        peers->taken(peer);
    }

    /// The text keys of what happened, in order.
    QStringList told() const
    {
        QStringList keys;
        for (const auto &event : events) {
            const QString key = event.details.value(QStringLiteral("text")).toString();
            if (!key.isEmpty())
                keys.append(key);
        }
        return keys;
    }
    int count(const char *key) const { return int(told().count(QString::fromLatin1(key))); }
    /// Waits for the writer thread to have done what was asked until now, and for its answers to be here.
    void settle()
    {
        const auto last = store.ledger.stock();
        const auto done = store.ledger.noteSeen(QStringLiteral("nobody"), 0, clock.now());
        QTRY_VERIFY(done.isFinished() && last.isFinished());
        QCoreApplication::processEvents();
        QCoreApplication::processEvents();
    }
    cabinet::CabinetStatus status(const QString &sn)
    {
        clock.advance(cabinet::CabinetRegister::kCollected);
        return cabinets.value(sn);
    }

    QTemporaryDir folder;
    ManualClock clock;
    cabinet::ServerSettings settings;
    store::Store store;
    ScriptedPeers *peers = nullptr;
    QList<cabinet::FleetEvent> events;
    QHash<QString, cabinet::CabinetStatus> cabinets;
    QList<cabinet::WaitingCabinet> waiting;
    cabinet::ServerState state;
    std::unique_ptr<cabinet::CabinetServer> server; ///< the last: it tells of its end
};

} // namespace opsdeck::test
