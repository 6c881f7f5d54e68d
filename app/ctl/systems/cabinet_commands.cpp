// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/kit/credentials.h"
#include "app/ctl/systems/cabinet_task.h"
#include "core/base/hex.h"
#include "core/base/redactor.h"
#include "core/systems/cabinet/call_checks.h"

#include <QJsonArray>
#include <QUrl>

#include <algorithm>
#include <cmath>

namespace opsdeck::cabinet {

namespace {

using ctl::OptionSpec;
using ctl::UsageError;
using ctl::VerbSpec;
using Said = CabinetRequest::Said;
using Making = base::Result<std::unique_ptr<ctl::Task>>;

constexpr double kDefaultWait = 60;
constexpr int kDefaultHeartbeat = 30;
constexpr int kStrongest = 31; ///< signal; 99 and others are "not known"

auto wrong(const QString &why)
{
    return base::fail(UsageError::WrongUsage, why);
}

base::Result<ServingOptions> servingOptions(const ctl::Invocation &invocation)
{
    const ctl::GivenOptions &given = invocation.line.options;
    ServingOptions options;
    const auto port = given.number(QStringLiteral("listen"), options.settings.port, 0, 65535);
    if (!port)
        return base::fail(port.error());
    options.settings.port = quint16(*port);
    if (given.has(QStringLiteral("bind")) &&
        !options.settings.bind.setAddress(given.value(QStringLiteral("bind")))) {
        return wrong(QStringLiteral("--bind wants an IP address of this machine, not \"%1\"")
                         .arg(given.value(QStringLiteral("bind"))));
    }
    options.allow = given.values(QStringLiteral("allow"));
    for (const QString &sn : std::as_const(options.allow)) {
        if (!isSerialNumber(sn))
            return wrong(
                QStringLiteral("--allow wants a serial number, not \"%1\"").arg(base::plainText(sn)));
    }
    options.settings.acceptNew = given.has(QStringLiteral("accept-new"));
    options.database = given.value(QStringLiteral("database"));
    if (given.has(QStringLiteral("database")) && options.database.isEmpty())
        return wrong(QStringLiteral("--database wants a file"));
    const auto wait = given.seconds(QStringLiteral("wait"), kDefaultWait);
    if (!wait)
        return base::fail(wait.error());
    options.wait = std::chrono::milliseconds(qint64(*wait * 1000));
    if (invocation.timeoutSeconds) {
        // The whole is what counts: no question of its own ends before.
        const std::chrono::seconds whole(qint64(std::ceil(*invocation.timeoutSeconds)));
        ServerLimits &limits = options.settings.limits;
        limits.answerTime = std::max(limits.answerTime, whole);
        limits.ejectTime = std::max(limits.ejectTime, whole);
    }
    const auto secret =
        ctl::findSecret(given, {QStringLiteral("secret-file"), "OPSDECK_CABINET_SECRET", QString(), false});
    if (!secret)
        return base::fail(secret.error());
    options.secret = secret->value_or(QString());
    invocation.redactor.addSecret(options.secret.toUtf8());
    return options;
}

/// A verb about one cabinet: its SN is the first argument.
/// @param prepare checks the rest and answers what to ask. It is called before anything listens.
VerbSpec requestVerb(const char *name, const char *arguments, int count, const char *help,
                     const QList<OptionSpec> &options,
                     std::function<base::Result<CabinetRequest::Ask>(const ctl::Invocation &)> prepare)
{
    return {QString::fromLatin1(name),
            QString::fromLatin1(arguments),
            count,
            count,
            QString::fromUtf8(help),
            options,
            [prepare = std::move(prepare)](const ctl::Invocation &invocation) -> Making {
                const QString sn = invocation.line.arguments.value(0);
                if (!isSerialNumber(sn))
                    return wrong(
                        QStringLiteral("SN must be a serial number, not \"%1\"").arg(base::plainText(sn)));
                const auto serving = servingOptions(invocation);
                if (!serving)
                    return base::fail(serving.error());
                const auto ask = prepare(invocation);
                if (!ask)
                    return base::fail(ask.error());
                return std::make_unique<CabinetRequest>(invocation, *serving, sn, *ask);
            }};
}

base::Result<void> wantYes(const ctl::Invocation &invocation, const QString &consequence)
{
    if (invocation.yes)
        return {};
    return base::fail(UsageError::NeedsYes, QStringLiteral("not sent without --yes: %1").arg(consequence));
}

base::Result<int> slotOf(const ctl::Invocation &invocation)
{
    const QString word = invocation.line.arguments.value(1);
    bool isNumber = false;
    const int slot = word.toInt(&isNumber);
    if (!isNumber || slot < 1 || slot > 255)
        return wrong(QStringLiteral("SLOT must be a number from 1 to 255, not \"%1\"").arg(word));
    return slot;
}

QJsonObject toJson(const SlotEntry &entry)
{
    const auto percent = percentOf(entry.level);
    QJsonObject object{
        {QStringLiteral("slot"), entry.slot},
        {QStringLiteral("terminalId"), bankName(entry.bank)},
        {QStringLiteral("level"), entry.level},
        {QStringLiteral("percent"), percent ? QJsonValue(*percent) : QJsonValue()},
    };
    if (entry.health) {
        object.insert(QStringLiteral("millivolts"), entry.health->millivolts);
        object.insert(QStringLiteral("milliamperes"), entry.health->milliamperes);
        object.insert(QStringLiteral("celsius"), entry.health->celsius);
        object.insert(QStringLiteral("status"), entry.health->status);
        object.insert(QStringLiteral("stateOfHealth"), entry.health->stateOfHealth);
    }
    return object;
}

Said sayInventory(const QList<SlotEntry> &entries)
{
    QJsonArray array;
    QStringList lines;
    for (const SlotEntry &entry : entries) {
        array.append(toJson(entry));
        const auto percent = percentOf(entry.level);
        lines.append(
            QStringLiteral("slot %1  %2  %3")
                .arg(entry.slot, 3)
                .arg(bankName(entry.bank), percent ? QStringLiteral("%1 %").arg(*percent)
                                                   : QStringLiteral("unknown level %1").arg(entry.level)));
    }
    if (lines.isEmpty())
        lines.append(QStringLiteral("no power bank"));
    return {{{QStringLiteral("slots"), array}}, lines.join(u'\n')};
}

Said sayOut(const EjectedBank &out)
{
    return {{{QStringLiteral("slot"), out.slot}, {QStringLiteral("terminalId"), bankName(out.bank)}},
            QStringLiteral("%1 is out of slot %2").arg(bankName(out.bank)).arg(out.slot)};
}

Said sayNetwork(const Network &network)
{
    const QString mode = networkModeName(network.mode);
    return {{{QStringLiteral("csq"), network.signal},
             {QStringLiteral("ser"), network.bitError},
             {QStringLiteral("mode"), network.mode},
             {QStringLiteral("modeName"), mode}},
            QStringLiteral("%1, %2, bit errors %3")
                .arg(mode, network.signal <= kStrongest
                               ? QStringLiteral("signal %1 of %2").arg(network.signal).arg(kStrongest)
                               : QStringLiteral("signal not known (%1)").arg(network.signal))
                .arg(network.bitError)};
}

QString hostAndPort(const ServerAddress &address)
{
    const QString host = address.host.contains(u':') ? u'[' + address.host + u']' : address.host;
    return host + u':' + address.port;
}

Said sayAddress(const ServerAddress &address)
{
    return {
        {{QStringLiteral("address"), address.host},
         {QStringLiteral("port"), address.port},
         {QStringLiteral("heartbeat"), address.heartbeatSeconds}},
        QStringLiteral("%1, heartbeat every %2 s").arg(hostAndPort(address)).arg(address.heartbeatSeconds)};
}

base::Result<CabinetRequest::Ask> prepareRent(const ctl::Invocation &invocation)
{
    if (invocation.line.arguments.value(1) == QLatin1String("best")) {
        return [](CabinetRequest &request) {
            request.reply(request.fleet().rentBest(request.sn(), request.operatorName()), sayOut);
        };
    }
    const auto slot = slotOf(invocation);
    if (!slot)
        return base::fail(slot.error());
    return [slot = *slot](CabinetRequest &request) {
        request.reply(request.fleet().rent(request.sn(), slot, request.operatorName()), sayOut);
    };
}

base::Result<CabinetRequest::Ask> prepareEject(const ctl::Invocation &invocation)
{
    const auto slot = slotOf(invocation);
    if (!slot)
        return base::fail(slot.error());
    return [slot = *slot](CabinetRequest &request) {
        request.reply(request.fleet().eject(request.sn(), slot, request.operatorName()), sayOut);
    };
}

base::Result<CabinetRequest::Ask> prepareAddress(const ctl::Invocation &invocation)
{
    const ctl::GivenOptions &given = invocation.line.options;
    const auto heartbeat = given.number(QStringLiteral("heartbeat"), kDefaultHeartbeat, 1, 255);
    if (!heartbeat)
        return base::fail(heartbeat.error());
    if (!given.has(QStringLiteral("set"))) {
        if (given.has(QStringLiteral("heartbeat")))
            return wrong(QStringLiteral("--heartbeat is set together with --set H:P"));
        return [](CabinetRequest &request) {
            request.reply(request.fleet().serverAddress(request.sn()), sayAddress);
        };
    }
    const QString text = given.value(QStringLiteral("set"));
    const QUrl url(QStringLiteral("tcp://") + text, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || url.port() < 1 || !url.path().isEmpty() ||
        !url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment())
        return wrong(QStringLiteral("--set wants HOST:PORT, not \"%1\"").arg(text));
    const ServerAddress address{url.host(QUrl::FullyEncoded), QString::number(url.port()), *heartbeat};
    // What the core would refuse is said before anybody waits for the cabinet.
    if (const auto checked = checkAddress(address); !checked)
        return wrong(QStringLiteral("--set: %1").arg(checked.error().detail()));
    const auto yes =
        wantYes(invocation, QStringLiteral("after its next start %1 dials %2 and no longer this "
                                           "server; a wrong address is mended at the cabinet only")
                                .arg(invocation.line.arguments.value(0), hostAndPort(address)));
    if (!yes)
        return base::fail(yes.error());
    return [address](CabinetRequest &request) {
        request.reply(request.fleet().setServerAddress(request.sn(), address, request.operatorName()),
                      [address] {
                          Said said = sayAddress(address);
                          said.result.insert(QStringLiteral("takesEffect"), QStringLiteral("after-reboot"));
                          said.text += QStringLiteral(", after a reboot");
                          return said;
                      });
    };
}

base::Result<CabinetRequest::Ask> prepareVolume(const ctl::Invocation &invocation)
{
    const ctl::GivenOptions &given = invocation.line.options;
    const auto say = [](int level) {
        return Said{{{QStringLiteral("volume"), level}}, QStringLiteral("volume %1 of 15").arg(level)};
    };
    if (!given.has(QStringLiteral("set"))) {
        return [say](CabinetRequest &request) { request.reply(request.fleet().volume(request.sn()), say); };
    }
    const auto level = given.number(QStringLiteral("set"), 0, 0, 15);
    if (!level)
        return base::fail(level.error());
    return [say, level = *level](CabinetRequest &request) {
        request.reply(request.fleet().setVolume(request.sn(), level, request.operatorName()),
                      [say, level] { return say(level); });
    };
}

base::Result<CabinetRequest::Ask> prepareReboot(const ctl::Invocation &invocation)
{
    const auto yes =
        wantYes(invocation, QStringLiteral("%1 starts anew; until it is back nobody can rent or return")
                                .arg(invocation.line.arguments.value(0)));
    if (!yes)
        return base::fail(yes.error());
    return [](CabinetRequest &request) {
        request.reply(request.fleet().reboot(request.sn(), request.operatorName()), [] {
            return Said{{{QStringLiteral("received"), true}},
                        QStringLiteral("the cabinet has received it; it dials in again when it is up")};
        });
    };
}

base::Result<CabinetRequest::Ask> prepareUpgrade(const ctl::Invocation &invocation)
{
    const ctl::GivenOptions &given = invocation.line.options;
    FtpUpgrade what;
    what.host = given.value(QStringLiteral("ftp-host"));
    what.file = given.value(QStringLiteral("file"));
    what.user = given.value(QStringLiteral("ftp-user"));
    if (what.host.isEmpty() || what.file.isEmpty() || what.user.isEmpty())
        return wrong(QStringLiteral("upgrade needs --ftp-host H, --file F and --ftp-user U"));
    const auto port = given.number(QStringLiteral("ftp-port"), what.port, 1, 65535);
    if (!port)
        return base::fail(port.error());
    what.port = *port;
    if (const auto checked = checkUpgrade(what); !checked)
        return wrong(QStringLiteral("upgrade: %1").arg(checked.error().detail()));
    const auto yes = wantYes(
        invocation,
        QStringLiteral(
            "%1 loads %2 and starts anew with it; a wrong file can leave it dead until somebody is there")
            .arg(invocation.line.arguments.value(0), what.file));
    if (!yes)
        return base::fail(yes.error());
    const auto password =
        ctl::findSecret(given, {QStringLiteral("ftp-password-file"), "OPSDECK_FTP_PASSWORD",
                                QStringLiteral("Password of %1 at %2: ").arg(what.user, what.host)});
    if (!password)
        return base::fail(password.error());
    if (!*password)
        return wrong(
            QStringLiteral("upgrade needs the FTP password: OPSDECK_FTP_PASSWORD or --ftp-password-file"));
    what.password = **password;
    if (const auto checked = checkUpgrade(what); !checked)
        return wrong(QStringLiteral("upgrade: %1").arg(checked.error().detail()));
    invocation.redactor.addSecret(what.password.toUtf8());
    return [what](CabinetRequest &request) {
        request.reply(request.fleet().upgrade(request.sn(), what, request.operatorName()), [what] {
            return Said{{{QStringLiteral("received"), true}, {QStringLiteral("file"), what.file}},
                        QStringLiteral("the cabinet has received it; version tells when it is done")};
        });
    };
}

Making makeServe(const ctl::Invocation &invocation)
{
    const auto serving = servingOptions(invocation);
    if (!serving)
        return base::fail(serving.error());
    const auto seconds = invocation.line.options.seconds(QStringLiteral("seconds"), 0);
    if (!seconds)
        return base::fail(seconds.error());
    return makeServeTask(invocation, *serving, *seconds);
}

class CabinetCommands final : public ctl::SystemCommands
{
public:
    QString name() const override { return QStringLiteral("cabinet"); }
    QString help() const override
    {
        return QStringLiteral(
            "power bank cabinets; they dial in here: every verb is their server while it runs");
    }

    QList<OptionSpec> options() const override
    {
        return {
            {QStringLiteral("listen"), QStringLiteral("P"),
             QStringLiteral("TCP port, default 8992; 0 = any free one")},
            {QStringLiteral("bind"), QStringLiteral("A"),
             QStringLiteral("address to listen on, default all")},
            {QStringLiteral("allow"), QStringLiteral("SN"),
             QStringLiteral("accept this cabinet, beside those the database knows"), true},
            {QStringLiteral("accept-new"), QString(),
             QStringLiteral("accept every cabinet that dials in; a flood of new ones is slowed down")},
            {QStringLiteral("database"), QStringLiteral("D"),
             QStringLiteral("ledger and journal, default a temporary one")},
            {QStringLiteral("wait"), QStringLiteral("S"),
             QStringLiteral("how long to wait until the cabinet dials in, default 60")},
            {QStringLiteral("secret-file"), QStringLiteral("F"),
             QStringLiteral(
                 "file whose first line is the secret of newer boards (or OPSDECK_CABINET_SECRET)")},
        };
    }

    QList<VerbSpec> verbs() const override
    {
        const auto asking = [](auto ask) {
            return [ask](const ctl::Invocation &) -> base::Result<CabinetRequest::Ask> { return ask; };
        };
        const auto text = [](const char *key) {
            return [key](const QString &value) { return Said{{{QString::fromLatin1(key), value}}, value}; };
        };
        return {
            {QStringLiteral("serve"),
             QString(),
             0,
             0,
             QStringLiteral("be the server and print what happens, one object a line"),
             {{QStringLiteral("seconds"), QStringLiteral("S"),
               QStringLiteral("how long; 0 = until Ctrl+C, the default")}},
             makeServe},
            requestVerb("inventory", "SN", 1, "which power bank is in which slot", {},
                        asking([](CabinetRequest &request) {
                            request.reply(request.fleet().inventory(request.sn()), sayInventory);
                        })),
            requestVerb("rent", "SN SLOT|best", 2, "give out a power bank: of a slot, or the fullest", {},
                        prepareRent),
            requestVerb("eject", "SN SLOT", 2, "push a power bank out without a rent", {}, prepareEject),
            requestVerb("version", "SN", 1, "its software version", {},
                        asking([text](CabinetRequest &request) {
                            request.reply(request.fleet().version(request.sn()), text("version"));
                        })),
            requestVerb("iccid", "SN", 1, "the number of its SIM card", {},
                        asking([text](CabinetRequest &request) {
                            request.reply(request.fleet().iccid(request.sn()), text("iccid"));
                        })),
            requestVerb("network", "SN", 1, "kind and strength of its network", {},
                        asking([](CabinetRequest &request) {
                            request.reply(request.fleet().network(request.sn()), sayNetwork);
                        })),
            requestVerb("server-address", "SN", 1,
                        "where it dials; --set needs --yes and counts after a reboot",
                        {{QStringLiteral("set"), QStringLiteral("H:P"), QStringLiteral("the new address")},
                         {QStringLiteral("heartbeat"), QStringLiteral("S"),
                          QStringLiteral("seconds between heartbeats, 1-255, default 30")}},
                        prepareAddress),
            requestVerb("volume", "SN", 1, "how loud it speaks, for those with a speaker",
                        {{QStringLiteral("set"), QStringLiteral("N"), QStringLiteral("0-15")}},
                        prepareVolume),
            requestVerb("reboot", "SN", 1, "start it anew; needs --yes", {}, prepareReboot),
            requestVerb(
                "upgrade", "SN", 1, "let it load new software by FTP; needs --yes",
                {{QStringLiteral("ftp-host"), QStringLiteral("H"), QStringLiteral("the FTP server")},
                 {QStringLiteral("ftp-port"), QStringLiteral("P"), QStringLiteral("its port, default 21")},
                 {QStringLiteral("file"), QStringLiteral("F"), QStringLiteral("the file's name there")},
                 {QStringLiteral("ftp-user"), QStringLiteral("U"), QStringLiteral("a user there")},
                 {QStringLiteral("ftp-password-file"), QStringLiteral("F"),
                  QStringLiteral(
                      "file whose first line is the password (or OPSDECK_FTP_PASSWORD, or a prompt)")}},
                prepareUpgrade),
        };
    }
};

} // namespace

std::unique_ptr<ctl::SystemCommands> makeCommands();

std::unique_ptr<ctl::SystemCommands> makeCommands()
{
    return std::make_unique<CabinetCommands>();
}

} // namespace opsdeck::cabinet
