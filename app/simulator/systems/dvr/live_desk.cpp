// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/systems/dvr/live_desk.h"

#include "app/simulator/systems/dvr/dvr_connection.h"
#include "core/systems/dvr/message_ids.h"

namespace opsdeck::dvr::sim {

namespace {

bool isText(const QJsonValue &value, const char *text)
{
    return value.toString().compare(QLatin1String(text), Qt::CaseInsensitive) == 0;
}

QJsonObject monitor(const Request &request)
{
    return request.body.value(QLatin1String("OPMonitor")).toObject();
}

// SessionID as the firmware wants it that prints 0x%x itself.
bool hasShortSessionId(const Request &request)
{
    const QString text = request.body.value(QLatin1String("SessionID")).toString();
    return text.startsWith(QLatin1String("0x")) && text.size() > 2 && text[2] != u'0';
}

} // namespace

LiveDesk::LiveDesk(Device &device, LiveStreams &streams)
    : Desk(device)
    , m_streams(streams)
{
}

QList<quint16> LiveDesk::messageIds() const
{
    return {id::kMonitor, id::kMonitorClaim, id::kForceKeyframe};
}

bool LiveDesk::isOpen(quint16 messageId) const
{
    return messageId == id::kMonitorClaim;
}

Answer LiveDesk::handle(const Request &request)
{
    switch (request.header.messageId) {
    case id::kMonitorClaim: {
        Answer answer = claim(request);
        answer.sequence = request.header.sequence + 1;
        return answer;
    }
    case id::kForceKeyframe:
        return keyFrame(request);
    default:
        return control(request);
    }
}

LiveDesk::Target LiveDesk::target(const Request &request) const
{
    const QJsonObject parameter = monitor(request).value(QLatin1String("Parameter")).toObject();
    const QJsonValue stream = parameter.value(QLatin1String("StreamType"));
    const int channel = parameter.value(QLatin1String("Channel")).toInt(-1);
    const bool isExtra = isText(stream, "Extra1") || isText(stream, "Extra");
    const bool isTcp = !parameter.contains(QLatin1String("TransMode")) ||
                       isText(parameter.value(QLatin1String("TransMode")), "TCP");
    Target target{100, {request.sessionId(), channel, isExtra}};
    if (channel < 0 || channel >= m_device.options.channels || !isTcp)
        target.ret = 103;
    else if (!isExtra && !isText(stream, "Main") && !stream.isUndefined())
        target.ret = 103;
    else if (m_device.isOffline(channel))
        target.ret = 121;
    return target;
}

Answer LiveDesk::claim(const Request &request)
{
    const QString name = QStringLiteral("OPMonitor");
    if (!request.session) {
        request.from->claimSeen = true;
        return ret(request, m_device.quirks.has(Quirk::ClaimBeforeLogin) ? 100 : 105, name);
    }
    if (m_device.quirks.has(Quirk::ClaimWantsShortId) && !hasShortSessionId(request))
        return ret(request, 103, name);
    // Whatever its Action says: some clients put the final one into the Claim.
    const Target asked = target(request);
    if (asked.ret == 100)
        m_streams.claim(asked.key, *request.from, request.session->main == request.from);
    return ret(request, asked.ret, name);
}

Answer LiveDesk::control(const Request &request)
{
    const QString name = QStringLiteral("OPMonitor");
    const QJsonValue action = monitor(request).value(QLatin1String("Action"));
    const Target asked = target(request);
    if (isText(action, "Stop"))
        return ret(request,
                   asked.ret == 121   ? 100
                   : asked.ret == 100 ? m_streams.stop(asked.key)
                                      : asked.ret,
                   name);
    if (!isText(action, "Start")) {
        // The last of the vendor's table is Request, which a device that was not registered only confirms.
        return ret(request, m_device.quirks.has(Quirk::LastEnumEntry) ? 100 : 103, name);
    }
    if (asked.ret != 100)
        return ret(request, asked.ret, name);
    const auto started = m_streams.start(asked.key);
    // Clients that do all on one socket take what follows Start for media: they must not get an answer.
    if (started.ret == 100 && started.isOneSocket && !m_device.quirks.has(Quirk::AlwaysMonitorReply))
        return Answer::nothing();
    return ret(request, started.ret, name);
}

Answer LiveDesk::keyFrame(const Request &request)
{
    // The body of the vendor's own client is not public. Ours may name the channel; without it all streams of the
    // session get a key frame.
    const QJsonObject inner = monitor(request);
    std::optional<int> channel;
    for (const QJsonValue &value :
         {request.body.value(QLatin1String("Channel")), inner.value(QLatin1String("Channel")),
          inner.value(QLatin1String("Parameter")).toObject().value(QLatin1String("Channel"))}) {
        if (value.isDouble())
            channel = value.toInt();
    }
    m_streams.makeKeyFrame(request.sessionId(), channel);
    return Answer::headerOnly();
}

} // namespace opsdeck::dvr::sim
