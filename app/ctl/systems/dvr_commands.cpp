// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/kit/credentials.h"
#include "app/ctl/kit/site_device.h"
#include "app/ctl/systems/dvr_task.h"
#include "core/base/redactor.h"
#include "core/systems/dvr/dvr_module.h"
#include "core/systems/dvr/password_hash.h"

namespace opsdeck::dvr {

namespace {

using ctl::OptionSpec;
using ctl::VerbSpec;

/// Who and where, from the options or from a device of a site file. Secrets never from arguments.
base::Result<DeviceSettings> settingsOf(const ctl::Invocation &invocation)
{
    using ctl::UsageError;
    const ctl::GivenOptions &given = invocation.line.options;
    DeviceSettings settings;
    settings.id = QStringLiteral("dvr");
    std::optional<QString> kept;
    if (given.has(QStringLiteral("device"))) {
        const auto device = ctl::findSiteDevice(given, QStringLiteral("dvr"));
        if (!device)
            return base::fail(device.error());
        settings = settingsFromSite(device->id, device->name, device->settings);
        const auto secret = ctl::keptSecret(invocation.clock, passwordReference(device->settings));
        if (!secret)
            return base::fail(secret.error());
        kept = *secret;
    }
    if (given.has(QStringLiteral("host")))
        settings.endpoint.host = given.value(QStringLiteral("host"));
    const auto port = given.number(QStringLiteral("port"), settings.endpoint.port, 1, 65535);
    if (!port)
        return base::fail(port.error());
    settings.endpoint.port = quint16(*port);
    if (given.has(QStringLiteral("user")))
        settings.userName = given.value(QStringLiteral("user"));
    if (settings.endpoint.host.isEmpty() || settings.userName.isEmpty()) {
        return base::fail(UsageError::WrongUsage,
                          QStringLiteral("dvr needs --host H and --user U (or --device ID --site F)"));
    }
    const auto password = ctl::findSecret(
        given, {QStringLiteral("password-file"), "OPSDECK_PASSWORD",
                QStringLiteral("Password of %1 at %2: ").arg(settings.userName, settings.endpoint.toString()),
                !kept.has_value()});
    if (!password)
        return base::fail(password.error());
    // A DVR's factory users have no password, so none is a password too.
    settings.password = password->value_or(kept.value_or(QString()));
    invocation.redactor.addSecret(settings.password.toUtf8());
    invocation.redactor.addSecret(passwordHash(settings.password));
    return settings;
}

template <typename Make>
auto withSettings(Make make)
{
    return [make](const ctl::Invocation &invocation) -> base::Result<std::unique_ptr<ctl::Task>> {
        const auto settings = settingsOf(invocation);
        if (!settings)
            return base::fail(settings.error());
        return make(invocation, *settings);
    };
}

class DvrCommands final : public ctl::SystemCommands
{
public:
    QString name() const override { return QStringLiteral("dvr"); }
    QString help() const override { return QStringLiteral("DVRIP video recorders"); }

    QList<OptionSpec> options() const override
    {
        return {{QStringLiteral("host"), QStringLiteral("H"), QStringLiteral("name or address of the DVR")},
                {QStringLiteral("port"), QStringLiteral("P"), QStringLiteral("its TCP port, default 34567")},
                {QStringLiteral("user"), QStringLiteral("U"), QStringLiteral("a user of the DVR")},
                {QStringLiteral("password-file"), QStringLiteral("F"),
                 QStringLiteral("file whose first line is the password (or OPSDECK_PASSWORD, or a prompt)")},
                {QStringLiteral("device"), QStringLiteral("ID"),
                 QStringLiteral("take host, user and password from this device of the site file")},
                {QStringLiteral("site"), QStringLiteral("F"),
                 QStringLiteral("the site file, default the user's own")}};
    }

    QList<VerbSpec> verbs() const override
    {
        return {
            {QStringLiteral("info"),
             QString(),
             0,
             0,
             QStringLiteral("what the device says of itself"),
             {},
             withSettings(makeInfoTask)},
            {QStringLiteral("live"),
             QString(),
             0,
             0,
             QStringLiteral("watch one channel: count, decode, write a clip"),
             {{QStringLiteral("channel"), QStringLiteral("N"), QStringLiteral("channel, from 0")},
              {QStringLiteral("stream"), QStringLiteral("main|sub"),
               QStringLiteral("which encoding, default main")},
              {QStringLiteral("seconds"), QStringLiteral("S"),
               QStringLiteral("how long, from the first frame; 0 = until Ctrl+C")},
              {QStringLiteral("out"), QStringLiteral("F"),
               QStringLiteral("write a clip: .h264, .h265, .mp4 or .mkv")},
              {QStringLiteral("decode"), QString(),
               QStringLiteral("decode every frame and count the pictures")}},
             withSettings(makeLiveTask)},
            {QStringLiteral("ability"),
             QStringLiteral("NAME"),
             1,
             1,
             QStringLiteral("one ability, e.g. SystemFunction"),
             {},
             withSettings(makeAbilityTask)},
            {QStringLiteral("raw"),
             QStringLiteral("MSGID"),
             1,
             1,
             QStringLiteral("send any control message and print the answer"),
             {{QStringLiteral("body"), QStringLiteral("JSON"),
               QStringLiteral("its body; SessionID is added")}},
             withSettings(makeRawTask)},
        };
    }
};

} // namespace

std::unique_ptr<ctl::SystemCommands> makeCommands()
{
    return std::make_unique<DvrCommands>();
}

} // namespace opsdeck::dvr
