// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/systems/dvr/device.h"

#include "app/simulator/systems/dvr/vendor_json.h"

namespace opsdeck::dvr::sim {

namespace {

QStringList factoryTitles(const Device &device)
{
    QStringList titles;
    for (int channel = 0; channel < device.options.channels; ++channel) {
        QString title = device.clip(channel).title;
        if (device.quirks.has(Quirk::GbkNames)) {
            title = QString::fromUtf8("\xE9\x80\x9A\xE9\x81\x93") + QString::number(channel + 1);
        } else if (device.quirks.has(Quirk::HostileNames)) {
            static const char *const names[] = {"<b>bold</b><img src=x onerror=alert(1)>",
                                                "../../etc/passwd",
                                                "C:\\con\\..\\nul",
                                                "line\nfeed\ttab\x01\x7F",
                                                "%s%n{0}$(id)",
                                                "\u202Egnp.exe"};
            title = QString::fromUtf8(names[size_t(channel) % std::size(names)]);
        } else if (const auto same = titles.filter(title); !same.isEmpty()) {
            int number = 2;
            while (titles.contains(QStringLiteral("%1 %2").arg(title).arg(number)))
                ++number;
            if (titles.contains(title))
                title = QStringLiteral("%1 %2").arg(title).arg(number);
        }
        titles.append(title);
    }
    return titles;
}

} // namespace

Device::Device(const DvrOptions &deviceOptions, base::Clock &deviceClock,
               std::shared_ptr<const ClipLibrary> clips, simulator::FaultMenu faultMenu, Quirks deviceQuirks)
    : options(deviceOptions)
    , clock(deviceClock)
    , library(std::move(clips))
    , faults(std::move(faultMenu))
    , quirks(std::move(deviceQuirks))
    , chance(deviceOptions.seed)
    , users(deviceClock, deviceOptions.users, deviceOptions.channels)
    , sessions(deviceClock, deviceOptions.seed)
    , config(deviceOptions.channels)
    , bootedAt(deviceClock.monotonic())
{
    config.setFactoryTitles(factoryTitles(*this));
}

const Clip &Device::clip(int channel) const
{
    const auto clips = library->ofClass(options.clipClass);
    return *clips[channel % clips.size()];
}

bool Device::isOffline(int channel) const
{
    return faults.values(QStringLiteral("channel-offline")).contains(double(channel));
}

QDateTime Device::localTime() const
{
    return clock.now().toLocalTime().addSecs(timeOffsetSeconds);
}

int Device::connectionLimit() const
{
    return config.get(QStringLiteral("NetWork.NetCommon"))
        ->toObject()
        .value(QLatin1String("TCPMaxConn"))
        .toInt();
}

QJsonObject Device::reply(const QString &name, int ret, quint32 sessionId) const
{
    return {{QStringLiteral("Name"), name},
            {QStringLiteral("Ret"), ret},
            {QStringLiteral("SessionID"), sessionIdText(sessionId, quirks)}};
}

} // namespace opsdeck::dvr::sim
