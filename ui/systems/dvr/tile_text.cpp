// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/dvr/tile_text.h"

#include "core/base/hex.h"
#include "ui/kit/error_text.h"
#include "ui/kit/isolated_text.h"
#include "ui/kit/time_text.h"

#include <QCoreApplication>

#include <cmath>

namespace opsdeck::dvr {

namespace {

using Kind = TileState::Kind;

QString separator()
{
    return QStringLiteral(" · ");
}

QStringList figureForms(const TileFacts &facts)
{
    // In its first second nothing is counted yet: no rate is not a rate of 0.
    const bool isMoving = facts.state.kind == Kind::Live && facts.framesPerSecond > 0;
    const QString codec = codecText(facts.figures.codec);
    const QSize size = facts.figures.size;
    const QString pixels =
        size.isEmpty() ? QString() : QStringLiteral("%1×%2").arg(size.width()).arg(size.height());
    QString picture = codec;
    if (!picture.isEmpty() && !pixels.isEmpty())
        picture += QLatin1Char(' ');
    picture += pixels;
    if (!isMoving)
        return picture.isEmpty() ? QStringList() : QStringList{picture, pixels};

    const QString rate =
        QCoreApplication::translate("TileText", "%1 fps").arg(std::lround(facts.framesPerSecond));
    const QString bits =
        QCoreApplication::translate("TileText", "%1 kbit/s").arg(std::lround(facts.kilobitsPerSecond));
    const QString bitsShort =
        QCoreApplication::translate("TileText", "%1 k").arg(std::lround(facts.kilobitsPerSecond));
    QStringList forms;
    if (!picture.isEmpty()) {
        forms << picture + separator() + rate + separator() + bits
              << picture + separator() + rate + separator() + bitsShort;
    }
    if (!pixels.isEmpty())
        forms << pixels + separator() + rate + separator() + bitsShort;
    forms << rate + separator() + bitsShort << rate;
    return forms;
}

QString reasonText(const TileFacts &facts)
{
    if (!facts.isDeviceKnown)
        return QCoreApplication::translate("TileText", "this device is not in the site any more");
    return facts.state.reason ? dvrErrorText(*facts.state.reason) : QString();
}

QString joined(const QString &first, const QString &second)
{
    if (first.isEmpty() || second.isEmpty())
        return first + second;
    return first + separator() + second;
}

QString outlook(const TileFacts &facts, const QDateTime &now)
{
    switch (facts.help) {
    case OperatorHelp::EnterPassword:
        return QCoreApplication::translate("TileText", "Enter: password");
    case OperatorHelp::TryAgain:
        return QCoreApplication::translate("TileText", "Enter: try again");
    case OperatorHelp::None:
        break;
    }
    if (!facts.state.retryAt.isValid())
        return QString();
    const auto wait = kit::secondsUntil(facts.state.retryAt, now);
    return wait.count() > 0
               ? QCoreApplication::translate("TileText", "trying again in %1 s").arg(wait.count())
               : QCoreApplication::translate("TileText", "trying again");
}

QString toolTipOf(const TileFacts &facts, const TileText &text)
{
    QStringList lines{text.names.constFirst()};
    if (!text.figures.isEmpty())
        lines << text.figures.constFirst();
    const FeedFigures &figures = facts.figures;
    if (figures.lostPackets > 0)
        lines << QCoreApplication::translate("TileText", "Lost packets: %1").arg(figures.lostPackets);
    if (figures.decodeErrors > 0)
        lines << QCoreApplication::translate("TileText", "Decoding errors: %1").arg(figures.decodeErrors);
    if (figures.reconnects > 0)
        lines << QCoreApplication::translate("TileText", "Reconnects: %1").arg(figures.reconnects);
    for (const QString &said : {text.badge, text.headline}) {
        if (!said.isEmpty())
            lines << said;
    }
    if (!facts.isDeviceKnown)
        lines << reasonText(facts);
    else if (facts.state.reason)
        lines << kit::withDeviceCode(dvrErrorText(*facts.state.reason), *facts.state.reason);
    return lines.join(QLatin1Char('\n'));
}

void sayOffline(const TileFacts &facts, const QDateTime &now, TileText &text)
{
    const QString since = kit::momentText(facts.state.since, now);
    text.headline = since.isEmpty() ? QCoreApplication::translate("TileText", "Offline")
                                    : QCoreApplication::translate("TileText", "Offline since %1").arg(since);
    text.line = joined(reasonText(facts), outlook(facts, now));
    text.mark = facts.help == OperatorHelp::None ? kit::StateMark::Off : kit::StateMark::Attention;
}

void sayStale(const TileFacts &facts, const QDateTime &now, TileText &text)
{
    const QString since = kit::momentText(facts.state.since, now);
    text.mark = kit::StateMark::Attention;
    if (facts.state.hasPicture) {
        text.badge = QCoreApplication::translate("TileText", "stale since %1").arg(since);
        return;
    }
    text.headline = QCoreApplication::translate("TileText", "No picture since %1").arg(since);
    text.line = joined(reasonText(facts), outlook(facts, now));
}

QString minutesAndSeconds(std::chrono::seconds duration)
{
    return QStringLiteral("%1:%2")
        .arg(duration.count() / 60, 2, 10, QLatin1Char('0'))
        .arg(duration.count() % 60, 2, 10, QLatin1Char('0'));
}

QStringList overlaysOf(const TileFacts &facts, const QDateTime &now)
{
    QStringList said;
    if (facts.recordingFor)
        said << QCoreApplication::translate("TileText", "● rec %1")
                    .arg(minutesAndSeconds(*facts.recordingFor));
    if (facts.replayTime.isValid())
        said << QCoreApplication::translate("TileText", "replay %1")
                    .arg(kit::momentText(facts.replayTime, now));
    if (facts.isHeard)
        said << QCoreApplication::translate("TileText", "sound");
    if (facts.zoom > 1)
        said << QStringLiteral("%1×").arg(facts.zoom, 0, 'f', 1);
    if (facts.pin == StreamPin::Main)
        said << QCoreApplication::translate("TileText", "full stream");
    else if (facts.pin == StreamPin::Sub)
        said << QCoreApplication::translate("TileText", "small stream");
    return said;
}

} // namespace

QString channelName(int channel, const QString &title)
{
    constexpr qsizetype kMaximumTitle = 64;
    const QString plain = base::plainText(title, kMaximumTitle).trimmed();
    if (plain.isEmpty())
        return QCoreApplication::translate("TileText", "Channel %1").arg(channel + 1);
    return QStringLiteral("%1 %2").arg(QString::number(channel + 1), kit::isolated(plain));
}

QString codecText(media::VideoCodec codec)
{
    switch (codec) {
    case media::VideoCodec::H264:
        return QStringLiteral("H.264");
    case media::VideoCodec::H265:
        return QStringLiteral("H.265");
    case media::VideoCodec::Mpeg4:
        return QStringLiteral("MPEG-4");
    case media::VideoCodec::Jpeg:
        return QStringLiteral("JPEG");
    case media::VideoCodec::Unknown:
        break;
    }
    return QString();
}

TileText tileText(const TileFacts &facts, const QDateTime &now)
{
    TileText text;
    if (!facts.state.isAssigned()) {
        if (facts.wantsHint)
            text.headline = QCoreApplication::translate("TileText", "Drop a channel here");
        text.toolTip = QCoreApplication::translate("TileText",
                                                   "Empty: drag a channel here from the site tree, or select "
                                                   "this tile and press Enter on a channel");
        return text;
    }
    const QString name = channelName(facts.channel.channel, facts.channelTitle);
    text.names = {joined(kit::isolated(base::plainText(facts.deviceName)), name), name};
    text.figures = figureForms(facts);
    text.overlays = overlaysOf(facts, now);
    switch (facts.state.kind) {
    case Kind::Empty:
        break;
    case Kind::Opening:
        text.headline = facts.isDeviceOnline
                            ? QCoreApplication::translate("TileText", "Waiting for the first picture")
                            : QCoreApplication::translate("TileText", "Connecting");
        text.mark = kit::StateMark::Working;
        break;
    case Kind::Live:
        text.mark = kit::StateMark::Ok;
        break;
    case Kind::Stale:
        sayStale(facts, now, text);
        break;
    case Kind::Offline:
        sayOffline(facts, now, text);
        break;
    }
    text.toolTip = toolTipOf(facts, text);
    return text;
}

} // namespace opsdeck::dvr
