// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDeadlineTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

#include <optional>

namespace opsdeck::test {

/// A client that knows DVRIP from the protocol page alone: not one line of the product's codec. Blocks in a local
/// event loop, with a bound.
class Stranger
{
public:
    struct Message {
        QByteArray header; ///< 20 bytes
        QByteArray payload;

        quint8 byte(int at) const { return quint8(header[at]); }
        quint32 sessionId() const { return little(header, 4, 4); }
        quint32 sequence() const { return little(header, 8, 4); }
        int id() const { return int(little(header, 14, 2)); }
        /// As the clients do that cut two bytes blindly.
        QJsonObject json() const
        {
            return QJsonDocument::fromJson(payload.chopped(qMin<qsizetype>(2, payload.size()))).object();
        }
        int ret() const { return json().value(QLatin1String("Ret")).toInt(-1); }
    };

    explicit Stranger(quint16 port) { connectTo(port); }

    bool connectTo(quint16 port)
    {
        QSignalSpy connected(&socket, &QTcpSocket::connected);
        socket.connectToHost(QStringLiteral("127.0.0.1"), port);
        return !connected.isEmpty() || connected.wait(3000);
    }

    static quint32 little(const QByteArray &bytes, qsizetype at, int count)
    {
        quint32 number = 0;
        for (int i = count - 1; i >= 0; --i)
            number = number << 8 | quint8(bytes[at + i]);
        return number;
    }

    static QByteArray number(quint32 value, int count)
    {
        QByteArray bytes;
        for (int i = 0; i < count; ++i)
            bytes += char(value >> (8 * i));
        return bytes;
    }

    static QByteArray request(int messageId, const QByteArray &body, quint32 sessionId = 0,
                              quint32 sequence = 0)
    {
        return QByteArray("\xFF\x00\x00\x00", 4) + number(sessionId, 4) + number(sequence, 4) + number(0, 2) +
               number(quint32(messageId), 2) + number(quint32(body.size()), 4) + body;
    }

    void send(int messageId, const QByteArray &body, quint32 sequence = 0)
    {
        socket.write(request(messageId, body, session, sequence));
    }

    /// The next message; nothing within `wait` ms gives nothing.
    std::optional<Message> receive(int wait = 3000)
    {
        QDeadlineTimer deadline(wait);
        for (;;) {
            m_bytes += socket.readAll();
            if (auto message = takeMessage())
                return message;
            if (deadline.hasExpired())
                return std::nullopt;
            QSignalSpy arrived(&socket, &QTcpSocket::readyRead);
            if (socket.bytesAvailable() == 0)
                arrived.wait(int(deadline.remainingTime()));
        }
    }

    /// Sends and waits for the answer, which must be the request + 1; other messages in between are dropped.
    Message ask(int messageId, const QByteArray &body = QByteArray(), quint32 sequence = 0)
    {
        send(messageId, body, sequence);
        for (int i = 0; i < 2000; ++i) {
            const auto message = receive();
            if (!message)
                break;
            if (message->id() == messageId + 1)
                return *message;
        }
        return {QByteArray(20, '\0'), {}};
    }

    Message login(const QByteArray &user = "admin", const QByteArray &hash = "tlJwpbo6")
    {
        const Message reply =
            ask(1000, "{\"EncryptType\":\"MD5\",\"LoginType\":\"DVRIP-Web\",\"PassWord\":\"" + hash +
                          "\",\"UserName\":\"" + user + "\"}\n" + QByteArray(1, '\0'));
        session = reply.sessionId();
        return reply;
    }

    QByteArray sessionText() const
    {
        return "0x" + QByteArray::number(session, 16).rightJustified(8, '0').toUpper();
    }

    QByteArray named(const QByteArray &name) const
    {
        return "{\"Name\":\"" + name + "\",\"SessionID\":\"" + sessionText() + "\"}";
    }

    static QByteArray monitor(const QByteArray &action, int channel, const QByteArray &stream,
                              const QByteArray &session)
    {
        return "{\"Name\":\"OPMonitor\",\"OPMonitor\":{\"Action\":\"" + action +
               "\",\"Parameter\":{\"Channel\":" + QByteArray::number(channel) +
               ",\"CombinMode\":\"NONE\",\"StreamType\":\"" + stream +
               "\",\"TransMode\":\"TCP\"}},\"SessionID\":\"" + session + "\"}";
    }

    bool waitClosed(int wait = 3000)
    {
        return QTest::qWaitFor([this] { return socket.state() == QAbstractSocket::UnconnectedState; }, wait);
    }

    /// Everything that has come and not been taken as messages.
    QByteArray rawBytes()
    {
        m_bytes += socket.readAll();
        return m_bytes;
    }

    QTcpSocket socket;
    quint32 session = 0;

private:
    std::optional<Message> takeMessage()
    {
        if (m_bytes.size() < 20)
            return std::nullopt;
        const auto length = qsizetype(little(m_bytes, 16, 4));
        if (m_bytes.size() < 20 + length)
            return std::nullopt;
        const Message message{m_bytes.left(20), m_bytes.mid(20, length)};
        m_bytes.remove(0, 20 + length);
        return message;
    }

    QByteArray m_bytes;
};

} // namespace opsdeck::test
