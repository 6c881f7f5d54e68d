// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/kit/simulator_module.h"
#include "app/simulator/systems/cabinet/cabinet_fleet_simulator.h"

#include <functional>

namespace opsdeck::cabinet {

namespace sim {
namespace {

using simulator::OptionValues;

/// The fleet as the program `opsdeck-sim` knows it.
class CabinetProgram final : public simulator::Simulator
{
public:
    explicit CabinetProgram(std::unique_ptr<CabinetFleetSimulator> fleet)
        : m_fleet(std::move(fleet))
    {
    }
    base::Result<QJsonObject> start() override
    {
        m_fleet->start();
        return m_fleet->readyJson();
    }
    QJsonObject counters() const override { return m_fleet->countersJson(); }
    base::Result<QString> command(const QString &line) override { return m_fleet->command(line); }

private:
    std::unique_ptr<CabinetFleetSimulator> m_fleet;
};

class CabinetSimulatorModule final : public simulator::SimulatorModule
{
public:
    QString name() const override { return QStringLiteral("cabinet"); }
    QString description() const override
    {
        return QStringLiteral("power bank cabinets that dial in to a console");
    }

    QList<QCommandLineOption> options() const override
    {
        const auto option = [](const char *name, const char *help, const char *value, const char *fallback) {
            QCommandLineOption made(QString::fromLatin1(name), QString::fromLatin1(help),
                                    QString::fromLatin1(value));
            if (*fallback)
                made.setDefaultValue(QString::fromLatin1(fallback));
            return made;
        };
        return {
            option("connect", "The console they dial.", "H:P", "127.0.0.1:8992"),
            option("count", "Number of cabinets, 1-15000.", "N", "50"),
            option("models", "Their models in turn, of 06,08,12,16,24,48.", "M,M", "08,12,06,24,16,48"),
            option("speak", "old (before 2019-04), new, vsn2, or mix: in turn.", "WORD", "new"),
            option("secret", "What the tokens of VSN 2 are made with.", "TEXT", "simulated"),
            option("manual-checksums", "Wrong checksums where the manual's samples have them.", "", ""),
            option("heartbeat", "Seconds between heartbeats, 1-255.", "S", "30"),
            option("life", "Seconds between two doings of customers, over all cabinets; 0 = none.", "S",
                   "10"),
            option("charge", "Seconds a bank takes for one level; 0 = nothing charges.", "S", "300"),
            option("boot", "Seconds a boot takes.", "S", "5"),
            option("upgrade", "Seconds an upgrade takes before its boot.", "S", "20"),
            option("backoff", "The longest wait before dialling again, in seconds.", "S", "30"),
            option("ramp", "Cabinets that dial in a second, at the start.", "N", "500"),
            option("seed", "Of SNs, banks, customers and the faults' chance.", "N", "1"),
            option("fault", "Turns a fault on; may be repeated.", "NAME[=VALUE]", ""),
            option("quirk", "Turns a quirk on; may be repeated.", "NAME", ""),
        };
    }

    QString helpText() const override
    {
        return QStringLiteral("Faults:\n") + simulator::FaultMenu(faultSpecs()).help() +
               QStringLiteral("\nQuirks:\n") + quirkHelp() + QStringLiteral("\nCommands of --control:\n") +
               CabinetFleetSimulator::commandHelp();
    }

    base::Result<std::unique_ptr<simulator::Simulator>> make(const OptionValues &values,
                                                             base::Clock &clock) const override
    {
        CabinetOptions options;
        struct Field {
            const char *name;
            qint64 lowest;
            qint64 highest;
            std::function<void(qint64)> store;
        };
        const Field fields[] = {
            {"count", 1, 15000, [&](qint64 n) { options.count = int(n); }},
            {"heartbeat", 1, 255, [&](qint64 n) { options.heartbeatSeconds = int(n); }},
            {"life", 0, 86400, [&](qint64 n) { options.lifeSeconds = int(n); }},
            {"charge", 0, 86400, [&](qint64 n) { options.chargeSeconds = int(n); }},
            {"boot", 0, 3600, [&](qint64 n) { options.bootSeconds = int(n); }},
            {"upgrade", 0, 3600, [&](qint64 n) { options.upgradeSeconds = int(n); }},
            {"backoff", 1, 3600, [&](qint64 n) { options.backoffSeconds = int(n); }},
            {"ramp", 1, 100000, [&](qint64 n) { options.dialsPerSecond = int(n); }},
            {"seed", 0, 0xFFFFFFFFll, [&](qint64 n) { options.seed = quint32(n); }},
        };
        for (const Field &field : fields) {
            const auto number = values.number(QLatin1String(field.name), field.lowest, field.highest);
            if (!number)
                return base::fail(number.error());
            field.store(*number);
        }
        const auto endpoint = parseEndpoint(values.value(QStringLiteral("connect")));
        if (!endpoint)
            return base::fail(endpoint.error());
        std::tie(options.host, options.port) = *endpoint;
        const auto models = parseModels(values.value(QStringLiteral("models")));
        if (!models)
            return base::fail(models.error());
        options.models = *models;
        const auto speech = parseSpeech(values.value(QStringLiteral("speak")));
        if (!speech)
            return base::fail(speech.error());
        options.speech = *speech;
        const auto quirks = parseQuirks(values.values(QStringLiteral("quirk")));
        if (!quirks)
            return base::fail(quirks.error());
        options.quirks = *quirks;
        options.secret = values.value(QStringLiteral("secret")).toUtf8();
        options.manualChecksums = values.isSet(QStringLiteral("manual-checksums"));
        options.faults = values.values(QStringLiteral("fault"));
        auto fleet = CabinetFleetSimulator::make(options, clock);
        if (!fleet)
            return base::fail(fleet.error());
        return std::make_unique<CabinetProgram>(std::move(*fleet));
    }
};

} // namespace
} // namespace sim

std::unique_ptr<simulator::SimulatorModule> makeSimulator();

std::unique_ptr<simulator::SimulatorModule> makeSimulator()
{
    return std::make_unique<sim::CabinetSimulatorModule>();
}

} // namespace opsdeck::cabinet
