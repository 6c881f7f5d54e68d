// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/systems/cabinet/cabinet_fleet_simulator.h"

#include "app/simulator/kit/simulator_module.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace opsdeck::cabinet::sim {

using std::chrono::milliseconds;

namespace {

constexpr int kMostNamed = 1000; ///< SNs in the ready line
constexpr int kOtherFiles = 64;  ///< beside the sockets

auto wrong(const QString &why)
{
    return base::fail(simulator::SimulatorError::WrongUsage, why);
}

QString compact(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

} // namespace

base::Result<std::unique_ptr<CabinetFleetSimulator>>
CabinetFleetSimulator::make(const CabinetOptions &options, base::Clock &clock)
{
    simulator::FaultMenu menu(faultSpecs());
    for (const QString &fault : options.faults) {
        if (const auto set = menu.set(fault); !set)
            return base::fail(set.error());
    }
    // A twin needs a socket too.
    const int sockets = options.count * (menu.isOn(QStringLiteral("twin")) ? 2 : 1);
    if (const auto allowed = allowOpenFiles(sockets + kOtherFiles); !allowed)
        return base::fail(allowed.error());
    std::unique_ptr<CabinetFleetSimulator> fleet(new CabinetFleetSimulator(options, clock));
    *fleet->m_faults = menu;
    return fleet;
}

CabinetFleetSimulator::CabinetFleetSimulator(const CabinetOptions &options, base::Clock &clock)
    : m_options(options)
    , m_agenda(clock)
    , m_hub(makeSocketHub())
    , m_chance(options.seed)
    , m_around{m_options, m_agenda, *m_hub, m_counters, m_chance}
    , m_faults(std::make_shared<simulator::FaultMenu>(faultSpecs()))
    , m_customers(std::make_unique<Customers>(m_around, m_cabinets))
{
    m_cabinets.reserve(size_t(options.count));
    for (int number = 0; number < options.count; ++number) {
        m_cabinets.push_back(makeCabinet(number));
        m_numberOf.insert(QString::fromLatin1(m_cabinets.back()->board().sn()), number);
    }
}

CabinetFleetSimulator::~CabinetFleetSimulator() = default;

std::unique_ptr<Cabinet> CabinetFleetSimulator::makeCabinet(int number)
{
    return std::make_unique<Cabinet>(m_around, std::make_unique<Board>(m_options, number), m_faults,
                                     m_options.seed + quint32(number),
                                     [this](PowerBank bank) { m_customers->give(bank); });
}

void CabinetFleetSimulator::start()
{
    m_customers->start();
    for (size_t i = 0; i < m_cabinets.size(); ++i)
        m_cabinets[i]->plug(milliseconds(1000 * i / size_t(m_options.dialsPerSecond)));
    faultsChanged();
}

QJsonObject CabinetFleetSimulator::countersJson() const
{
    QJsonObject object = m_counters.toJson();
    object.insert(QStringLiteral("online"), onlineCount());
    object.insert(QStringLiteral("outside"), qint64(m_customers->outside().size()));
    return object;
}

QJsonObject CabinetFleetSimulator::readyJson() const
{
    QJsonArray sns;
    for (int i = 0; i < std::min(kMostNamed, m_options.count); ++i)
        sns.append(QString::fromLatin1(m_cabinets[size_t(i)]->board().sn()));
    return {{QStringLiteral("connect"), QStringLiteral("%1:%2").arg(m_options.host).arg(m_options.port)},
            {QStringLiteral("count"), m_options.count},
            {QStringLiteral("sns"), sns}};
}

int CabinetFleetSimulator::onlineCount() const
{
    return int(std::count_if(m_cabinets.cbegin(), m_cabinets.cend(),
                             [](const auto &cabinet) { return cabinet->isOnline(); }));
}

Cabinet *CabinetFleetSimulator::find(const QString &sn) const
{
    const auto number = m_numberOf.constFind(sn);
    return number == m_numberOf.cend() ? nullptr : m_cabinets[size_t(*number)].get();
}

void CabinetFleetSimulator::faultsChanged()
{
    for (int number = 0; number < m_options.count; ++number) {
        Cabinet &cabinet = at(number);
        cabinet.faultsChanged();
        const bool wantsTwin = cabinet.faults()->isOn(QStringLiteral("twin"));
        if (!wantsTwin) {
            m_twins.erase(number);
        } else if (m_twins.find(number) == m_twins.end()) {
            auto twin = makeCabinet(number);
            twin->setFaults(cabinet.faults());
            twin->plug(milliseconds(100));
            m_twins.emplace(number, std::move(twin));
        }
    }
}

QString CabinetFleetSimulator::commandHelp()
{
    return QStringLiteral(
        "  fault NAME[=VALUE], clear     for all cabinets; \"on SN fault …\", \"on SN clear\" for one\n"
        "  return SN SLOT BANK           somebody puts this bank (RL1A7C000041) into a slot\n"
        "  take SN SLOT                  somebody takes a bank out by hand\n"
        "  report SN EVENT SLOT          a slot fault (0x83), EVENT 1-5\n"
        "  pull N|SN [silently]          the first N cabinets with power, or one, lose it; silently: without "
        "a FIN\n"
        "  plug N|SN                     they get it back\n"
        "  reboot SN, drop [SN]          a boot; the connection is cut (of all)\n"
        "  state [SN], counters          as JSON\n");
}

base::Result<QString> CabinetFleetSimulator::command(const QString &line)
{
    const QStringList words = line.split(u' ', Qt::SkipEmptyParts);
    const QString verb = words.value(0);
    if (verb == QLatin1String("counters"))
        return compact(countersJson());
    if (verb == QLatin1String("state")) {
        if (words.size() > 1 && !find(words[1]))
            return wrong(QStringLiteral("there is no cabinet \"%1\"").arg(words[1]));
        return state(words.value(1));
    }
    if (verb == QLatin1String("fault") || verb == QLatin1String("clear"))
        return setFaults(verb, words.value(1));
    if (verb == QLatin1String("pull") || verb == QLatin1String("plug"))
        return pullOrPlug(verb, words);
    if (verb == QLatin1String("drop") && words.size() == 1) {
        for (const auto &cabinet : m_cabinets)
            cabinet->drop();
        return QString();
    }
    if (verb == QLatin1String("return"))
        return returnByHand(words);
    static const QStringList kOfOne{QStringLiteral("on"), QStringLiteral("take"), QStringLiteral("report"),
                                    QStringLiteral("reboot"), QStringLiteral("drop")};
    if (!kOfOne.contains(verb))
        return wrong(QStringLiteral("unknown command \"%1\"").arg(verb));
    Cabinet *cabinet = find(words.value(1));
    if (!cabinet)
        return wrong(QStringLiteral("there is no cabinet \"%1\"").arg(words.value(1)));
    if (verb == QLatin1String("on")) {
        // A menu of its own from now on.
        auto own = std::make_shared<simulator::FaultMenu>(*cabinet->faults());
        if (words.value(2) == QLatin1String("clear"))
            own->clear();
        else if (words.value(2) != QLatin1String("fault"))
            return wrong(QStringLiteral("on SN takes fault NAME[=VALUE] or clear"));
        else if (const auto set = own->set(words.value(3)); !set)
            return base::fail(set.error());
        cabinet->setFaults(own);
        faultsChanged();
        return QString();
    }
    return commandOf(*cabinet, verb, words.mid(2).join(u' '));
}

base::Result<QString> CabinetFleetSimulator::commandOf(Cabinet &cabinet, const QString &verb,
                                                       const QString &argument)
{
    const QStringList words = argument.split(u' ', Qt::SkipEmptyParts);
    const int first = words.value(0).toInt();
    if (verb == QLatin1String("take")) {
        const PowerBank bank = cabinet.board().take(first);
        if (!bank.isThere())
            return wrong(QStringLiteral("there is no bank in slot \"%1\"").arg(words.value(0)));
        ++m_counters.taken;
        m_customers->give(bank);
        return nameOf(bank.id);
    }
    if (verb == QLatin1String("report")) {
        const int slot = words.value(1).toInt();
        if (first < 1 || first > 255 || slot < 1 || slot > 255)
            return wrong(QStringLiteral("report SN EVENT SLOT wants two numbers from 1 to 255"));
        cabinet.reportFault(first, slot);
    } else if (verb == QLatin1String("reboot")) {
        cabinet.reboot();
    } else {
        cabinet.drop();
    }
    return QString();
}

base::Result<QString> CabinetFleetSimulator::returnByHand(const QStringList &words)
{
    Cabinet *cabinet = find(words.value(1));
    const int slot = words.value(2).toInt();
    const quint64 id = bankNamed(words.value(3));
    if (!cabinet || slot < 1 || slot > 255 || id == 0)
        return wrong(QStringLiteral("return wants SN SLOT BANK, e.g. return %1 3 RL1A7C000064")
                         .arg(QString::fromLatin1(m_cabinets.front()->board().sn())));
    cabinet->returnBank(slot, m_customers->fetch(id));
    return QString();
}

base::Result<QString> CabinetFleetSimulator::pullOrPlug(const QString &verb, const QStringList &words)
{
    const bool isPull = verb == QLatin1String("pull");
    const bool isSilent = words.value(2) == QLatin1String("silently");
    const auto move = [&](Cabinet &cabinet) {
        if (isPull)
            cabinet.pull(isSilent);
        else
            cabinet.plug(milliseconds(m_chance.bounded(500)));
    };
    if (Cabinet *one = find(words.value(1))) {
        move(*one);
        return QString();
    }
    bool isNumber = false;
    int left = words.value(1).toInt(&isNumber);
    if (!isNumber || left < 1)
        return wrong(QStringLiteral("%1 wants a number of cabinets or an SN").arg(verb));
    int moved = 0;
    for (const auto &cabinet : m_cabinets) {
        if (left > 0 && cabinet->isPulled() != isPull) {
            move(*cabinet);
            --left;
            ++moved;
        }
    }
    return QString::number(moved);
}

base::Result<QString> CabinetFleetSimulator::setFaults(const QString &verb, const QString &argument)
{
    if (verb == QLatin1String("clear"))
        m_faults->clear();
    else if (const auto set = m_faults->set(argument); !set)
        return base::fail(set.error());
    // Those with a menu of their own come back to the fleet's.
    for (const auto &cabinet : m_cabinets)
        cabinet->setFaults(m_faults);
    faultsChanged();
    return QString();
}

QString CabinetFleetSimulator::state(const QString &sn) const
{
    if (const Cabinet *cabinet = find(sn))
        return compact(cabinet->toJson());
    QJsonArray outside;
    for (const PowerBank &bank : m_customers->outside())
        outside.append(nameOf(bank.id));
    const auto pulled = std::count_if(m_cabinets.cbegin(), m_cabinets.cend(),
                                      [](const auto &cabinet) { return cabinet->isPulled(); });
    return compact({{QStringLiteral("count"), m_options.count},
                    {QStringLiteral("online"), onlineCount()},
                    {QStringLiteral("pulled"), qint64(pulled)},
                    {QStringLiteral("faults"), QJsonArray::fromStringList(m_faults->active())},
                    {QStringLiteral("outside"), outside}});
}

} // namespace opsdeck::cabinet::sim
