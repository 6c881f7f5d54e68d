// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/systems/cabinet/cabinet.h"
#include "app/simulator/systems/cabinet/customers.h"

#include <QHash>

#include <vector>

namespace opsdeck::cabinet::sim {

/// Many cabinets that dial in to one server, and the people around them. Lives in the thread that made it, which needs
/// an event loop.
class CabinetFleetSimulator final
{
public:
    /// Errors: WrongUsage (unknown fault, too many cabinets for this process). @param clock must outlive it.
    static base::Result<std::unique_ptr<CabinetFleetSimulator>> make(const CabinetOptions &options,
                                                                     base::Clock &clock);
    ~CabinetFleetSimulator();
    CabinetFleetSimulator(const CabinetFleetSimulator &) = delete;
    CabinetFleetSimulator &operator=(const CabinetFleetSimulator &) = delete;

    /// Power on: they dial, `dialsPerSecond` of them.
    void start();
    const Counters &counters() const { return m_counters; }
    QJsonObject countersJson() const;
    /// What the ready line says: where they dial, how many, the SNs (of the first thousand).
    QJsonObject readyJson() const;
    int onlineCount() const;
    Cabinet *find(const QString &sn) const;
    Cabinet &at(int number) { return *m_cabinets[size_t(number)]; }

    /// A line of the control port: `commandHelp()` lists them. Errors: WrongUsage.
    base::Result<QString> command(const QString &line);
    static QString commandHelp();

private:
    CabinetFleetSimulator(const CabinetOptions &options, base::Clock &clock);
    std::unique_ptr<Cabinet> makeCabinet(int number);
    base::Result<QString> commandOf(Cabinet &cabinet, const QString &verb, const QString &argument);
    base::Result<QString> returnByHand(const QStringList &words);
    base::Result<QString> pullOrPlug(const QString &verb, const QStringList &words);
    base::Result<QString> setFaults(const QString &verb, const QString &argument);
    QString state(const QString &sn) const;
    void faultsChanged();

    const CabinetOptions m_options;
    Agenda m_agenda;
    std::unique_ptr<SocketHub> m_hub;
    Counters m_counters;
    QRandomGenerator m_chance;
    Surroundings m_around;
    FaultsInUse m_faults;
    std::vector<std::unique_ptr<Cabinet>> m_cabinets;
    QHash<QString, int> m_numberOf;
    std::map<int, std::unique_ptr<Cabinet>> m_twins; ///< by the number of the cabinet they copy
    std::unique_ptr<Customers> m_customers;
};

} // namespace opsdeck::cabinet::sim
