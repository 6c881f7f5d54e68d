// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scripted_link.h"

namespace opsdeck::test {

using transport::LinkError;

ScriptedLink::ScriptedLink(QString name, QObject *parent)
    : ByteLink(parent)
    , m_name(std::move(name))
{
}

void ScriptedLink::open(const transport::Endpoint &endpoint)
{
    close();
    m_endpoint = endpoint;
    m_state = State::Opening;
    ++m_openCount;
    Q_EMIT openAsked();
}

void ScriptedLink::send(const QByteArray &bytes)
{
    if (m_state != State::Open)
        return;
    m_sent += bytes;
    Q_EMIT sentSomething(bytes);
}

void ScriptedLink::close()
{
    const State before = std::exchange(m_state, State::Closed);
    const base::Error reason(LinkError::ClosedByUs, QStringLiteral("closed by us"));
    if (before == State::Open)
        Q_EMIT closed(reason);
    else if (before == State::Opening)
        Q_EMIT failed(reason);
}

void ScriptedLink::accept()
{
    Q_ASSERT(m_state == State::Opening);
    m_state = State::Open;
    Q_EMIT opened();
}

void ScriptedLink::refuse(LinkError code, const QString &detail)
{
    Q_ASSERT(m_state == State::Opening);
    m_state = State::Closed;
    Q_EMIT failed(base::Error(code, detail));
}

void ScriptedLink::feed(const QByteArray &bytes)
{
    if (m_state == State::Open)
        Q_EMIT bytesReceived(bytes);
}

void ScriptedLink::drop(const QString &detail)
{
    if (m_state != State::Open)
        return;
    m_state = State::Closed;
    Q_EMIT closed(base::Error(LinkError::ClosedByPeer, detail));
}

std::unique_ptr<transport::ByteLink> ScriptedLinks::makeLink(const QString &name)
{
    auto link = std::make_unique<ScriptedLink>(name);
    m_links.append(link.get());
    ++m_made;
    if (onMade)
        onMade(*link);
    return link;
}

ScriptedLink *ScriptedLinks::find(const QString &part) const
{
    for (auto it = m_links.crbegin(); it != m_links.crend(); ++it) {
        if (*it && (*it)->name().contains(part))
            return *it;
    }
    return nullptr;
}

} // namespace opsdeck::test
