// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/dvr/saved_view.h"

#include "core/base/hex.h"
#include "ui/systems/dvr/wall_layout.h"

#include <QJsonArray>

namespace opsdeck::dvr {

namespace {

QString pinName(StreamPin pin)
{
    switch (pin) {
    case StreamPin::Main:
        return QStringLiteral("main");
    case StreamPin::Sub:
        return QStringLiteral("sub");
    case StreamPin::Automatic:
        break;
    }
    return QString();
}

StreamPin pinOf(const QString &name)
{
    if (name == QLatin1String("main"))
        return StreamPin::Main;
    return name == QLatin1String("sub") ? StreamPin::Sub : StreamPin::Automatic;
}

QJsonObject channelJson(const ChannelRef &channel)
{
    return {{QStringLiteral("device"), channel.deviceId}, {QStringLiteral("channel"), channel.channel}};
}

ChannelRef channelOf(const QJsonObject &json)
{
    constexpr int kMaximumChannels = 1024;
    const QString device = json.value(QLatin1String("device")).toString();
    const int channel = json.value(QLatin1String("channel")).toInt(-1);
    return device.isEmpty() || channel < 0 || channel >= kMaximumChannels ? ChannelRef()
                                                                          : ChannelRef{device, channel};
}

tl::unexpected<base::Error> wrong(const QString &what)
{
    return base::fail(base::CommonError::InvalidArgument, what);
}

base::Result<SavedItem> viewFromJson(SavedView view, const QJsonObject &json)
{
    view.tiles = json.value(QLatin1String("tiles")).toInt();
    if (!WallLayout::tileCounts().contains(view.tiles))
        return wrong(QStringLiteral("there is no layout of %1 tiles").arg(view.tiles));
    const QJsonArray channels = json.value(QLatin1String("channels")).toArray();
    for (const auto &value : channels) {
        if (view.content.size() == view.tiles)
            break;
        const QJsonObject tile = value.toObject();
        view.content.append({channelOf(tile), pinOf(tile.value(QLatin1String("stream")).toString())});
    }
    const QByteArray thumbnail =
        QByteArray::fromBase64(json.value(QLatin1String("thumbnail")).toString().toLatin1());
    if (thumbnail.size() <= kMaximumThumbnailBytes)
        view.thumbnail = thumbnail;
    return view;
}

base::Result<SavedItem> tourFromJson(Tour tour, const QJsonObject &json)
{
    const QJsonArray steps = json.value(QLatin1String("steps")).toArray();
    if (steps.size() > kMaximumTourSteps)
        return wrong(QStringLiteral("a tour has at most %1 steps").arg(kMaximumTourSteps));
    for (const auto &value : steps) {
        const QJsonObject one = value.toObject();
        TourStep step;
        step.viewId = one.value(QLatin1String("view")).toString();
        step.channel = channelOf(one);
        step.dwell = std::chrono::seconds(one.value(QLatin1String("dwell")).toInt());
        if (step.viewId.isEmpty() && step.channel.isNull())
            return wrong(QStringLiteral("a step of a tour is a view or a channel"));
        if (step.dwell < TourStep::kShortest || step.dwell > TourStep::kLongest)
            return wrong(QStringLiteral("a step of a tour lasts 2–600 s, not %1").arg(step.dwell.count()));
        tour.steps.append(step);
    }
    return tour;
}

} // namespace

QString idOf(const SavedItem &item)
{
    return std::visit([](const auto &what) { return what.id; }, item);
}

QString nameOf(const SavedItem &item)
{
    return std::visit([](const auto &what) { return what.name; }, item);
}

QJsonObject toJson(const SavedItem &item)
{
    QJsonObject json{{QStringLiteral("id"), idOf(item)}, {QStringLiteral("name"), nameOf(item)}};
    if (const auto *view = std::get_if<SavedView>(&item)) {
        QJsonArray channels;
        for (const Wall::Assignment &tile : view->content) {
            if (tile.channel.isNull()) {
                channels.append(QJsonValue());
                continue;
            }
            QJsonObject channel = channelJson(tile.channel);
            if (tile.pin != StreamPin::Automatic)
                channel.insert(QStringLiteral("stream"), pinName(tile.pin));
            channels.append(channel);
        }
        json.insert(QStringLiteral("tiles"), view->tiles);
        json.insert(QStringLiteral("channels"), channels);
        if (!view->thumbnail.isEmpty())
            json.insert(QStringLiteral("thumbnail"), QString::fromLatin1(view->thumbnail.toBase64()));
        return json;
    }
    QJsonArray steps;
    for (const TourStep &step : std::get<Tour>(item).steps) {
        QJsonObject one = step.viewId.isEmpty() ? channelJson(step.channel)
                                                : QJsonObject{{QStringLiteral("view"), step.viewId}};
        one.insert(QStringLiteral("dwell"), int(step.dwell.count()));
        steps.append(one);
    }
    json.insert(QStringLiteral("steps"), steps);
    return json;
}

base::Result<SavedItem> savedItemFromJson(const QJsonObject &json)
{
    const QString id = json.value(QLatin1String("id")).toString();
    const QString name =
        base::plainText(json.value(QLatin1String("name")).toString(), kMaximumViewName).trimmed();
    if (id.isEmpty() || name.isEmpty())
        return wrong(QStringLiteral("a view or tour has an id and a name"));
    if (json.contains(QLatin1String("steps")))
        return tourFromJson({id, name, {}}, json);
    SavedView view;
    view.id = id;
    view.name = name;
    return viewFromJson(view, json);
}

} // namespace opsdeck::dvr
