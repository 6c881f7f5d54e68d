// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/kit/simulator_module.h"
#include "app/simulator/systems/dvr/clip_library.h"
#include "app/simulator/systems/dvr/dvr_simulator.h"
#include "app/simulator/systems/dvr/quirks.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace opsdeck::dvr {

namespace sim {
namespace {

using simulator::OptionValues;
using simulator::SimulatorError;

/// `--count` devices on neighbouring (or any free) ports.
class DvrFarm final : public simulator::Simulator
{
public:
    explicit DvrFarm(std::vector<std::unique_ptr<DvrSimulator>> devices, int channels)
        : m_devices(std::move(devices))
        , m_channels(channels)
    {
    }

    base::Result<QJsonObject> start() override
    {
        QJsonArray devices;
        for (const auto &device : m_devices) {
            const auto port = device->listen();
            if (!port)
                return base::fail(port.error());
            devices.append(QJsonObject{{QStringLiteral("port"), *port}});
        }
        QJsonObject ready{{QStringLiteral("port"), m_devices.front()->port()},
                          {QStringLiteral("users"), m_devices.front()->usersJson()},
                          {QStringLiteral("channels"), m_channels}};
        if (m_devices.size() > 1)
            ready.insert(QStringLiteral("devices"), devices);
        return ready;
    }

    QJsonObject counters() const override
    {
        Counters sum;
        qsizetype sessions = 0;
        qsizetype streams = 0;
        for (const auto &device : m_devices) {
            sum += device->counters();
            sessions += device->sessionCount();
            streams += device->streamCount();
        }
        QJsonObject object = sum.toJson();
        object.insert(QStringLiteral("sessions"), sessions);
        object.insert(QStringLiteral("streams"), streams);
        return object;
    }

    base::Result<QString> command(const QString &line) override
    {
        const QString verb = line.section(u' ', 0, 0);
        const QString argument = line.section(u' ', 1).trimmed();
        if (verb == QLatin1String("counters"))
            return QString::fromUtf8(QJsonDocument(counters()).toJson(QJsonDocument::Compact));
        if (verb == QLatin1String("on")) {
            bool isNumber = false;
            const int number = argument.section(u' ', 0, 0).toInt(&isNumber);
            if (!isNumber || number < 1 || size_t(number) > m_devices.size())
                return base::fail(SimulatorError::WrongUsage, QStringLiteral("on wants a device from 1"));
            return commandOf(*m_devices[size_t(number) - 1], argument.section(u' ', 1));
        }
        for (const auto &device : m_devices) {
            if (const auto answer = commandOf(*device, line); !answer)
                return answer;
        }
        return QString();
    }

private:
    static base::Result<QString> commandOf(DvrSimulator &device, const QString &line)
    {
        const QString verb = line.section(u' ', 0, 0);
        const QString argument = line.section(u' ', 1).trimmed();
        const auto wrong = [](const QString &why) { return base::fail(SimulatorError::WrongUsage, why); };
        if (verb == QLatin1String("fault")) {
            if (const auto set = device.setFault(argument); !set)
                return base::fail(set.error());
        } else if (verb == QLatin1String("clear")) {
            device.clearFaults();
        } else if (verb == QLatin1String("reboot")) {
            bool isNumber = true;
            const double seconds = argument.isEmpty() ? 3 : argument.toDouble(&isNumber);
            if (!isNumber || !(seconds >= 0) || seconds > 86400)
                return wrong(QStringLiteral("reboot wants seconds"));
            device.reboot(std::chrono::milliseconds(qint64(seconds * 1000)));
        } else if (verb == QLatin1String("shut-down")) {
            device.shutDown();
        } else if (verb == QLatin1String("drop")) {
            device.dropConnections();
        } else if (verb == QLatin1String("force-logout")) {
            device.forceLogout();
        } else {
            return wrong(QStringLiteral("unknown command \"%1\"").arg(verb));
        }
        return QString();
    }

    std::vector<std::unique_ptr<DvrSimulator>> m_devices;
    int m_channels;
};

class DvrSimulatorModule final : public simulator::SimulatorModule
{
public:
    QString name() const override { return QStringLiteral("dvr"); }
    QString description() const override { return QStringLiteral("video recorders (DVRIP over TCP)"); }

    QList<QCommandLineOption> options() const override
    {
        const auto option = [](const char *name, const char *help, const char *value, const char *fallback) {
            return QCommandLineOption(QString::fromLatin1(name), QString::fromLatin1(help),
                                      QString::fromLatin1(value), QString::fromLatin1(fallback));
        };
        return {
            option("listen", "TCP port (0 = any free one).", "P", "34567"),
            option("address", "Address to listen on.", "A", "127.0.0.1"),
            option("count", "Number of devices; with --listen P they take P, P+1 ...", "N", "1"),
            option("channels", "Channels of each device, 1-64.", "N", "16"),
            option("clip", "What channels show: mix, d1, 720p, 1080p, h265-d1, h265-720p, h265-1080p.",
                   "CLASS", "mix"),
            option("user", "A user, added to or replacing the factory's admin, guest and default.",
                   "NAME:PASSWORD", ""),
            option("alive-interval", "AliveInterval in seconds; a session expires after three.", "S", "20"),
            option("tcp-max-conn", "Logins at a time; more get Ret 123.", "N", "10"),
            option("alarm-every", "A motion alarm (1504) starts or stops every S seconds; 0 = never.", "S",
                   "0"),
            option("seed", "Of session ids and of the faults' chance.", "N", "1"),
            option("fault", "Turns a fault on; may be repeated.", "NAME[=VALUE]", ""),
            option("quirk", "Turns a quirk on; may be repeated.", "NAME", ""),
        };
    }

    QString helpText() const override
    {
        return QStringLiteral("Faults:\n") + simulator::FaultMenu(faultSpecs()).help() +
               QStringLiteral("\nQuirks:\n") + Quirks::help() +
               QStringLiteral(
                   "\nCommands of --control: fault NAME[=VALUE], clear, reboot [S], shut-down, drop "
                   "(cuts all sockets),\nforce-logout, counters; \"on N COMMAND\" is for the N-th device "
                   "only.\n");
    }

    base::Result<std::unique_ptr<simulator::Simulator>> make(const OptionValues &values,
                                                             base::Clock &clock) const override
    {
        DvrOptions options;
        int count = 1;
        struct Field {
            const char *name;
            qint64 lowest;
            qint64 highest;
            std::function<void(qint64)> store;
        };
        const Field fields[] = {
            {"listen", 0, 65535, [&](qint64 n) { options.port = quint16(n); }},
            {"count", 1, 64, [&](qint64 n) { count = int(n); }},
            {"channels", 1, 64, [&](qint64 n) { options.channels = int(n); }},
            {"alive-interval", 1, 3600, [&](qint64 n) { options.aliveIntervalSeconds = int(n); }},
            {"tcp-max-conn", 1, 128, [&](qint64 n) { options.maximumConnections = int(n); }},
            {"alarm-every", 0, 86400, [&](qint64 n) { options.alarmEverySeconds = int(n); }},
            {"seed", 0, 0xFFFFFFFFll, [&](qint64 n) { options.seed = quint32(n); }},
        };
        for (const Field &field : fields) {
            const auto number = values.number(QLatin1String(field.name), field.lowest, field.highest);
            if (!number)
                return base::fail(number.error());
            field.store(*number);
        }
        if (!options.address.setAddress(values.value(QStringLiteral("address")))) {
            return base::fail(SimulatorError::WrongUsage,
                              QStringLiteral("--address wants an IP address, not \"%1\"")
                                  .arg(values.value(QStringLiteral("address"))));
        }
        options.clipClass = values.value(QStringLiteral("clip"));
        options.faults =
            values.isSet(QStringLiteral("fault")) ? values.values(QStringLiteral("fault")) : QStringList();
        options.quirks =
            values.isSet(QStringLiteral("quirk")) ? values.values(QStringLiteral("quirk")) : QStringList();
        if (values.isSet(QStringLiteral("user"))) {
            for (const QString &user : values.values(QStringLiteral("user"))) {
                const qsizetype colon = user.indexOf(u':');
                if (colon < 1) {
                    return base::fail(SimulatorError::WrongUsage,
                                      QStringLiteral("--user wants NAME:PASSWORD, not \"%1\"").arg(user));
                }
                options.users.append({user.left(colon), user.mid(colon + 1)});
            }
        }
        if (options.port != 0 && options.port + count - 1 > 65535)
            return base::fail(SimulatorError::WrongUsage,
                              QStringLiteral("--listen and --count pass port 65535"));

        const auto library = ClipLibrary::load();
        if (!library)
            return base::fail(library.error());
        std::vector<std::unique_ptr<DvrSimulator>> devices;
        for (int number = 0; number < count; ++number) {
            DvrOptions own = options;
            own.seed += quint32(number);
            if (own.port != 0)
                own.port = quint16(own.port + number);
            auto device = DvrSimulator::make(own, clock, *library);
            if (!device)
                return base::fail(device.error());
            devices.push_back(std::move(*device));
        }
        return std::make_unique<DvrFarm>(std::move(devices), options.channels);
    }
};

} // namespace
} // namespace sim

std::unique_ptr<simulator::SimulatorModule> makeSimulator();

std::unique_ptr<simulator::SimulatorModule> makeSimulator()
{
    return std::make_unique<sim::DvrSimulatorModule>();
}

} // namespace opsdeck::dvr
