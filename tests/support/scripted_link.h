// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transport/byte_link.h"
#include "core/transport/link_factory.h"

#include <QPointer>

#include <functional>
#include <utility>

namespace opsdeck::test {

/// A link whose other end is the test: the test opens, feeds, closes it, and reads what was sent.
class ScriptedLink final : public transport::ByteLink
{
    Q_OBJECT
public:
    explicit ScriptedLink(QString name, QObject *parent = nullptr);

    QString name() const { return m_name; }
    State state() const override { return m_state; }
    void open(const transport::Endpoint &endpoint) override;
    void send(const QByteArray &bytes) override;
    void close() override;
    void closeAfterWriting() override { close(); }

    // What the test does as the peer.
    void accept();
    void refuse(transport::LinkError code, const QString &detail = QStringLiteral("scripted"));
    void feed(const QByteArray &bytes);
    void drop(const QString &detail = QStringLiteral("peer closed"));

    transport::Endpoint endpoint() const { return m_endpoint; }
    int openCount() const { return m_openCount; }
    /// Everything sent since the last take.
    QByteArray takeSent() { return std::exchange(m_sent, QByteArray()); }

Q_SIGNALS:
    void openAsked();
    void sentSomething(const QByteArray &bytes);

private:
    QString m_name;
    State m_state = State::Closed;
    transport::Endpoint m_endpoint;
    int m_openCount = 0;
    QByteArray m_sent;
};

/// Makes ScriptedLinks and keeps track of the living ones, in the order they were made.
class ScriptedLinks final : public transport::LinkFactory
{
public:
    std::unique_ptr<transport::ByteLink> makeLink(const QString &name) override;
    /// The newest living link whose name contains `part`; null when there is none.
    ScriptedLink *find(const QString &part) const;
    int made() const { return m_made; }
    /// Called with each new link.
    std::function<void(ScriptedLink &)> onMade;

private:
    QList<QPointer<ScriptedLink>> m_links;
    int m_made = 0;
};

} // namespace opsdeck::test
