// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/systems/dvr/dvr_options.h"

namespace opsdeck::dvr::sim {

QList<simulator::FaultSpec> faultSpecs()
{
    using V = simulator::FaultSpec::Value;
    const auto fault = [](const char *name, V value, double fallback, const char *help) {
        simulator::FaultSpec spec;
        spec.name = QString::fromLatin1(name);
        spec.value = value;
        spec.fallback = fallback;
        spec.help = QString::fromLatin1(help);
        return spec;
    };
    QList<simulator::FaultSpec> specs{
        fault("drop-after", V::Number, 0, "cuts each connection after N messages sent on it"),
        fault("half-open", V::None, 0,
              "stops answering and sending on every connection, but keeps them open"),
        fault("silent", V::None, 0, "connections accepted from now on are never answered"),
        fault("delay", V::Number, 0, "everything is sent N milliseconds late"),
        fault("late", V::OptionalNumber, 4, "answers come N (4) seconds late; media are on time"),
        fault("garble", V::Number, 0, "share (0-1) of media packets with one payload byte changed"),
        fault("garbage", V::OptionalNumber, 0.1,
              "share (0.1) of messages that have 1-64 random bytes in front"),
        fault("cut-packets", V::None, 0,
              "every message is written in small random pieces (1-3 bytes around headers)"),
        fault("slow-loris", V::OptionalNumber, 100, "one byte every N (100) milliseconds"),
        fault("half-frame", V::OptionalNumber, 25,
              "after N (25) frames on a connection half a frame is sent, then it is closed"),
        fault("oversize", V::OptionalNumber, 20, "every N-th (20) message's header claims 0x7fffffff bytes"),
        fault("out-of-order", V::None, 0, "answers are swapped in pairs"),
        fault("duplicate", V::None, 0, "every answer is sent twice"),
        fault("refuse-login", V::OptionalNumber, 203, "every login is refused with Ret N (203)"),
        fault("empty-login-reply", V::None, 0, "login is answered by a header without a body"),
        fault("reboot-after", V::Number, 0,
              "N seconds from now all sockets close; back 3 s later, sessions gone; once"),
        fault("forced-logout-after", V::Number, 0,
              "every session is logged out by force (1004) N seconds after its login"),
        fault("freeze-after", V::Number, 0,
              "streams send nothing from N seconds after their start; the session lives"),
        fault("channel-offline", V::Number, 0,
              "channel N (from 0) is not connected: Ret 121; may be repeated"),
        fault("wrong-checksum", V::None, 0, "DVRIP has no checksum"),
    };
    for (simulator::FaultSpec &spec : specs) {
        if (spec.name == QLatin1String("garble") || spec.name == QLatin1String("garbage"))
            spec.highest = 1;
        if (spec.name == QLatin1String("channel-offline")) {
            spec.isRepeatable = true;
            spec.highest = 63;
        }
        if (spec.name == QLatin1String("wrong-checksum"))
            spec.applies = false;
    }
    return specs;
}

} // namespace opsdeck::dvr::sim
