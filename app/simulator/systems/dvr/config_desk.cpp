// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/systems/dvr/config_desk.h"

#include "core/systems/dvr/message_ids.h"

#include <QJsonArray>

namespace opsdeck::dvr::sim {

namespace {
const QLatin1String kTitles("ChannelTitle");
}

QList<quint16> ConfigDesk::messageIds() const
{
    return {id::kConfigSet, id::kConfigGet, id::kConfigDefault, id::kChannelTitleSet, id::kChannelTitleGet};
}

Answer ConfigDesk::handle(const Request &request)
{
    const QString name = request.name();
    switch (request.header.messageId) {
    case id::kConfigGet:
        return read(request, m_device.config.get(name));
    case id::kConfigDefault:
        return read(request, m_device.config.factory(name));
    case id::kConfigSet:
        if (!request.body.contains(name))
            return ret(request, 607, name);
        return ret(request, m_device.config.set(name, request.body.value(name)), name);
    case id::kChannelTitleSet:
        return setTitles(request);
    default:
        return value(request, kTitles, QJsonArray::fromStringList(m_device.config.titles()));
    }
}

Answer ConfigDesk::read(const Request &request, const std::optional<QJsonValue> &content) const
{
    const QString name = request.name();
    if (content)
        return value(request, name, *content);
    QJsonObject body = m_device.reply(name, 607, request.sessionId());
    if (!name.isEmpty())
        body.insert(name, QJsonValue::Null);
    return Answer::of(body);
}

Answer ConfigDesk::setTitles(const Request &request)
{
    QStringList titles = m_device.config.titles();
    const QJsonArray wanted = request.body.value(kTitles).toArray();
    if (wanted.isEmpty() || wanted.size() > titles.size())
        return ret(request, 606);
    for (qsizetype channel = 0; channel < wanted.size(); ++channel)
        titles[channel] = wanted[channel].toString();
    m_device.config.setTitles(titles);
    return ret(request, 100);
}

} // namespace opsdeck::dvr::sim
