// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/systems/cabinet/cabinet_options.h"

#include "app/simulator/kit/simulator_module.h"

#include <QUrl>

#include <algorithm>

namespace opsdeck::cabinet::sim {

namespace {

auto wrong(const QString &why)
{
    return base::fail(simulator::SimulatorError::WrongUsage, why);
}

struct QuirkSpec {
    Quirk quirk;
    const char *name;
    const char *help;
};

constexpr QuirkSpec kQuirks[] = {
    {Quirk::ModeFour, "mode-4", "the network's Mode is 4, as in the manual's sample"},
    {Quirk::OldToken, "token-1234",
     "the server address is answered with the token 00001234, as in the manual"},
    {Quirk::ManualSn, "manual-sn",
     "SNs like the manual's own login sample, against its rule: RL1A031712000015"},
    {Quirk::HostileSn, "hostile-sn", "SNs with markup, path separators and control characters"},
    {Quirk::BinaryBanks, "binary-banks", "bank ids whose first four bytes are no text"},
    {Quirk::NoNul, "no-nul", "strings without the NUL their length should count"},
    {Quirk::NotAscii, "not-ascii", "version and ICCID in bytes that are no text"},
    {Quirk::NoUpgrade, "no-upgrade", "remote upgrade gets no answer: some cabinets do not have it"},
    {Quirk::HeartbeatAtOnce, "heartbeat-at-once",
     "a heartbeat that is set counts at once, the address after a reboot"},
};

} // namespace

QList<simulator::FaultSpec> faultSpecs()
{
    using V = simulator::FaultSpec::Value;
    const auto fault = [](const char *name, V value, double fallback, const char *help,
                          double highest = 1e9) {
        simulator::FaultSpec spec;
        spec.name = QString::fromLatin1(name);
        spec.value = value;
        spec.fallback = fallback;
        spec.help = QString::fromLatin1(help);
        spec.highest = highest;
        return spec;
    };
    QList<simulator::FaultSpec> specs{
        fault("drop-after", V::Number, 0, "each connection is cut after N frames sent on it"),
        fault("half-open", V::None, 0, "nothing is sent, answered or closed any more on any connection"),
        fault("silent", V::None, 0, "dials in and says nothing, not even its login"),
        fault("delay", V::Number, 0, "everything is sent N milliseconds late"),
        fault("late", V::OptionalNumber, 25, "answers come N (25) seconds late; heartbeats in time"),
        fault("garble", V::Number, 0, "share (0-1) of frames with one payload byte changed", 1),
        fault("cut-packets", V::None, 0, "every frame is sent in small pieces, a millisecond apart"),
        fault("slow-loris", V::OptionalNumber, 100, "one byte every N (100) milliseconds"),
        fault("half-frame", V::OptionalNumber, 5,
              "after N (5) frames on a connection half a frame is sent, then it is closed"),
        fault("oversize", V::OptionalNumber, 5, "every N-th (5) frame's PacketLen says 65535"),
        fault("short-length", V::OptionalNumber, 5, "every N-th (5) frame's PacketLen says 3"),
        fault("lying-length", V::OptionalNumber, 5,
              "every N-th (5) frame's PacketLen says 3 bytes more than there are"),
        fault("lying-string", V::None, 0, "strings are said to be 100 bytes longer than they are"),
        fault("wrong-checksum", V::OptionalNumber, 1, "share (1) of frames with a wrong checksum", 1),
        fault("wrong-size", V::None, 0, "answers have two bytes more than their layout"),
        fault("out-of-order", V::None, 0, "answers are swapped in pairs"),
        fault("duplicate", V::None, 0, "every answer is sent twice"),
        fault("reboot-after", V::Number, 0, "the cabinet reboots N seconds from now; once", 86400),
        fault("flood", V::OptionalNumber, 1000, "N (1000) heartbeats a second", 1e6),
        fault("no-read", V::None, 0, "nothing is read from the connection"),
        fault("twin", V::None, 0, "a second cabinet with the same SN: they throw each other out"),
        fault("login-twice", V::None, 0, "the login is sent twice on a connection"),
        fault("talk-before-login", V::None, 0, "a heartbeat and an inventory come before the login"),
        fault("unknown-command", V::None, 0,
              "frames of a command nobody knows (0x7e) come with the heartbeats"),
        fault("unasked", V::None, 0, "answers nobody asked for come with the heartbeats"),
        fault("bank-in-two-slots", V::None, 0, "inventories have the first bank in a second slot too"),
        fault("lose-answer", V::None, 0, "rent and eject do their work and are not answered"),
        fault("refuse-rent", V::None, 0, "rent and eject are answered with Result 0"),
        fault("wrong-slot", V::None, 0, "rent and eject are answered with the slot after the asked one"),
        fault("deaf", V::None, 0, "commands get no answer, heartbeats go on"),
        fault("refuse-login", V::None, 0, "the console refuses logins, a cabinet cannot"),
    };
    specs.last().applies = false;
    return specs;
}

base::Result<QSet<Quirk>> parseQuirks(const QStringList &names)
{
    QSet<Quirk> quirks;
    for (const QString &name : names) {
        const auto spec = std::find_if(std::begin(kQuirks), std::end(kQuirks),
                                       [&](const QuirkSpec &s) { return name == QLatin1String(s.name); });
        if (spec == std::end(kQuirks))
            return wrong(QStringLiteral("there is no quirk \"%1\"").arg(name));
        quirks.insert(spec->quirk);
    }
    return quirks;
}

QString quirkHelp()
{
    QString help;
    for (const QuirkSpec &spec : kQuirks)
        help += QStringLiteral("  %1 %2\n").arg(QLatin1String(spec.name), -24).arg(QLatin1String(spec.help));
    return help;
}

base::Result<QList<int>> parseModels(const QString &text)
{
    QList<int> models;
    for (const QString &word : text.split(u',')) {
        bool isNumber = false;
        const int model = word.toInt(&isNumber);
        if (!isNumber || !QList<int>{6, 8, 12, 16, 24, 48}.contains(model))
            return wrong(
                QStringLiteral("--models wants 06, 08, 12, 16, 24, 48 with commas, not \"%1\"").arg(text));
        models.append(model);
    }
    return models;
}

base::Result<Speech> parseSpeech(const QString &text)
{
    if (text == QLatin1String("old"))
        return Speech::Old;
    if (text == QLatin1String("new"))
        return Speech::New;
    if (text == QLatin1String("vsn2"))
        return Speech::Vsn2;
    if (text == QLatin1String("mix"))
        return Speech::Mix;
    return wrong(QStringLiteral("--speak wants old, new, vsn2 or mix, not \"%1\"").arg(text));
}

base::Result<std::pair<QString, quint16>> parseEndpoint(const QString &text)
{
    const QUrl url = QUrl(QStringLiteral("tcp://") + text, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || url.port() < 1 || !url.path().isEmpty() ||
        !url.userInfo().isEmpty())
        return wrong(QStringLiteral("--connect wants HOST:PORT, not \"%1\"").arg(text));
    return std::pair(url.host(), quint16(url.port()));
}

} // namespace opsdeck::cabinet::sim
