// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/cabinet/cabinet_ui.h"

#include "core/base/hex.h"
#include "core/store/store.h"
#include "core/systems/cabinet/cabinet_module.h"
#include "ui/kit/empty_state.h"
#include "ui/systems/cabinet/cabinet_words.h"
#include "ui/systems/cabinet/fleet_page.h"

#include <QEvent>
#include <QJsonArray>
#include <QLocale>
#include <QMenu>
#include <QVBoxLayout>

namespace opsdeck::cabinet {

namespace {

/// Of this run alone: the connection test is made by the module, which knows no window part.
const QString kOwnServer = QStringLiteral("cabinet.ownServer");
constexpr QLatin1String kNodePrefix("cabinet/");

/// A page for a window without a database.
class NoDatabase final : public QWidget
{
public:
    explicit NoDatabase(QWidget *parent)
        : QWidget(parent)
        , m_empty(new kit::EmptyState)
    {
        auto *column = new QVBoxLayout(this);
        column->setContentsMargins(0, 0, 0, 0);
        column->addWidget(m_empty);
        retranslate();
    }

protected:
    void changeEvent(QEvent *event) override
    {
        QWidget::changeEvent(event);
        if (event->type() == QEvent::LanguageChange)
            retranslate();
    }

private:
    void retranslate()
    {
        m_empty->say(
            CabinetUi::tr("The cabinets need a database"),
            CabinetUi::tr("It keeps where each power bank is. Without it no cabinet is served, so that no "
                          "return is lost."),
            QString(), QString());
    }

    kit::EmptyState *m_empty;
};

} // namespace

/// The parts that work on the ledger and the journal.
struct CabinetUi::Desk {
    Desk(const kit::UiContext &context, CabinetFleet &fleet, const CabinetActions::Selected &selected)
        : numbers(*context.store, context.clock)
        , calls(fleet, context.store->ledger, context.store->journal, context.clock, context.operatorName)
        , work(calls, context.clock)
        , desk({context, calls, work, &context.store->ledger})
        , actions(context, desk, work, selected)
    {
    }

    FleetNumbers numbers;
    FleetCalls calls;
    CabinetWork work;
    CabinetDesk desk;
    CabinetActions actions;
};

CabinetUi::CabinetUi(const kit::UiContext &context)
    : m_context(context)
    , m_nodesTimer(context.clock.makeTimer([this] {
        tellOwnServer();
        Q_EMIT nodesChanged();
    }))
{
    if (!m_context.store)
        return;
    m_fleet = std::make_unique<CabinetFleet>(m_context.clock, m_context.store->ledger,
                                             m_context.store->journal, m_context.taps);
    m_desk = std::make_unique<Desk>(m_context, *m_fleet,
                                    [this] { return m_page ? m_page->selection() : Selection(); });
    connect(m_fleet.get(), &CabinetFleet::stateChanged, this, &CabinetUi::onState);
    connect(m_fleet.get(), &CabinetFleet::cabinetsChanged, this, &CabinetUi::onCabinets);
    connect(m_fleet.get(), &CabinetFleet::waitingChanged, this, [this] {
        if (m_page)
            m_page->noteWaiting(int(m_fleet->waiting().size()));
        else
            m_desk->desk.noteWaiting();
        announceNodes();
    });
    connect(m_fleet.get(), &CabinetFleet::happened, &m_desk->numbers, &FleetNumbers::noteEvent);
    addExport();
    connect(&m_desk->desk, &CabinetDesk::cabinetWanted, this, [this](const QString &sn, int slot) {
        Q_EMIT pageWanted();
        if (m_page)
            m_page->select(sn, slot);
    });
    m_desk->numbers.start();
}

CabinetUi::~CabinetUi()
{
    // The page uses what goes now.
    delete m_page;
}

void CabinetUi::addExport()
{
    kit::ActionSpec action;
    action.id = QStringLiteral("cabinet.export");
    action.group = [] { return tr("Cabinets"); };
    action.text = [] { return tr("Export the cabinets…"); };
    action.whyNot = [this] {
        return m_model.shownCount() == 0 ? tr("There is no cabinet to export") : QString();
    };
    // What is exported is what the table shows: the operator sees it first.
    action.run = [this] {
        Q_EMIT pageWanted();
        if (m_page)
            m_page->exportTable();
    };
    m_context.actions.add(this, action);
}

void CabinetUi::setWindow(QWidget *window)
{
    if (m_desk)
        m_desk->desk.setWindow(window);
}

QWidget *CabinetUi::makePage(QWidget *parent)
{
    if (!m_desk)
        return new NoDatabase(parent);
    m_page = new FleetPage({m_context, m_model, m_desk->numbers, m_desk->calls, m_desk->work, m_desk->desk,
                            m_desk->actions, &m_context.store->ledger},
                           parent);
    m_desk->desk.setWindow(m_page);
    m_page->showServer(m_state);
    m_page->noteWaiting(int(m_fleet->waiting().size()));
    onCabinets([this] {
        QStringList sns;
        for (const CabinetStatus &status : m_fleet->cabinets())
            sns << status.sn;
        return sns;
    }());
    return m_page;
}

// --- The server ----------------------------------------------------------------------------------------------

void CabinetUi::setDevices(const QList<site::Device> &devices)
{
    m_devices = devices;
    if (m_fleet) {
        if (devices.isEmpty()) {
            m_fleet->stop();
        } else {
            // One server: the others of the file are shown with what is wrong.
            const site::Device &device = devices.constFirst();
            m_desk->desk.setServerId(device.id);
            m_fleet->start(settingsFromSite(device.id, device.name, device.settings));
        }
    }
    announceNodes();
}

void CabinetUi::onState(const ServerState &state)
{
    m_state = state;
    if (m_page)
        m_page->showServer(state);
    announceNodes();
}

void CabinetUi::onCabinets(const QStringList &sns)
{
    QList<FleetRow> changed;
    QStringList gone;
    changed.reserve(sns.size());
    for (const QString &sn : sns) {
        const auto status = m_fleet->cabinet(sn);
        if (!status) {
            gone << sn;
            continue;
        }
        changed.append(rowOf(*status));
        if (status->hasSecretMissing)
            m_desk->desk.fetchSecret(sn);
    }
    m_model.update(changed, gone);
    countCabinets();
    if (m_page)
        m_page->noteChanged(sns);
    announceNodes();
}

void CabinetUi::countCabinets()
{
    const FleetModel::Totals totals = m_model.totals();
    m_online = totals.online;
    m_total = totals.all;
    m_isAnyAttention = totals.attention > 0;
    m_desk->numbers.setCabinets(totals.online, totals.all, totals.ready);
}

void CabinetUi::tellOwnServer()
{
    const bool runs = m_fleet && m_state.isListening;
    m_context.settings.overrideForThisRun(
        kOwnServer, QJsonObject{{QStringLiteral("port"), runs ? int(m_state.port) : 0},
                                {QStringLiteral("online"), m_online},
                                {QStringLiteral("known"), m_total},
                                {QStringLiteral("waiting"), m_fleet ? int(m_fleet->waiting().size()) : 0}});
}

std::optional<CabinetListenTest::Own> CabinetUi::ownServer(const store::SettingsStore &settings)
{
    const QJsonObject told = settings.value(kOwnServer).toObject();
    if (told.value(QLatin1String("port")).toInt() == 0)
        return {};
    return CabinetListenTest::Own{
        told.value(QLatin1String("port")).toInt(), told.value(QLatin1String("online")).toInt(),
        told.value(QLatin1String("known")).toInt(), told.value(QLatin1String("waiting")).toInt()};
}

// --- Tree ----------------------------------------------------------------------------------------------------

void CabinetUi::announceNodes()
{
    if (!m_nodesTimer->isActive())
        m_nodesTimer->start(kNodesPause);
}

kit::StateMark CabinetUi::mark() const
{
    if (m_state.problem || !m_fleet)
        return kit::StateMark::Attention;
    if (!m_state.isListening)
        return kit::StateMark::Off;
    return m_online < m_total || m_isAnyAttention ? kit::StateMark::Attention : kit::StateMark::Ok;
}

QString CabinetUi::toolTip() const
{
    QStringList lines;
    if (!m_fleet)
        lines << tr("There is no database: no cabinet is served");
    else if (m_state.problem)
        lines << serverProblemText(m_state);
    else if (m_state.isListening)
        lines << tr("Listening on port %1").arg(m_state.port);
    else
        lines << tr("Not listening");
    lines << (m_total == 1 ? tr("%1 of %2 cabinet on line") : tr("%1 of %2 cabinets on line"))
                 .arg(m_online)
                 .arg(m_total);
    if (m_fleet && !m_fleet->waiting().isEmpty())
        lines << (m_fleet->waiting().size() == 1 ? tr("%1 waits to be accepted")
                                                 : tr("%1 wait to be accepted"))
                     .arg(m_fleet->waiting().size());
    return lines.join(QLatin1Char('\n'));
}

QList<kit::SiteNode> CabinetUi::nodes() const
{
    QList<kit::SiteNode> nodes;
    for (const site::Device &device : m_devices) {
        const bool isServed = nodes.isEmpty();
        kit::SiteNode node;
        node.id = kNodePrefix + device.id;
        node.deviceId = device.id;
        node.name = base::plainText(device.name.isEmpty() ? tr("Cabinets") : device.name);
        node.mark = isServed ? mark() : kit::StateMark::Attention;
        if (isServed) {
            const QLocale locale;
            node.figure = QStringLiteral("%1 / %2").arg(locale.toString(m_online), locale.toString(m_total));
            node.toolTip = node.name + QLatin1Char('\n') + toolTip();
        } else {
            node.figure = tr("unused");
            node.toolTip = tr("Only the first server of the site is run: put the cabinets under that one");
        }
        nodes.append(node);
    }
    return nodes;
}

void CabinetUi::activateNode(const QString &id)
{
    if (!id.startsWith(kNodePrefix))
        return;
    Q_EMIT pageWanted();
    if (m_page)
        m_page->setFocus();
}

void CabinetUi::fillNodeMenu(const QString &id, QMenu &menu)
{
    if (!id.startsWith(kNodePrefix))
        return;
    for (const char *action : {"cabinet.accept", "cabinet.findBank", "cabinet.export"}) {
        m_context.actions.refresh(QLatin1String(action));
        if (QAction *found = m_context.actions.action(QLatin1String(action)))
            menu.addAction(found);
    }
}

// --- Figures -------------------------------------------------------------------------------------------------

kit::SystemFigures CabinetUi::figures() const
{
    kit::SystemFigures figures;
    figures.linksUp = m_online;
    figures.linksDown = m_total - m_online;
    return figures;
}

QJsonObject CabinetUi::report() const
{
    QJsonArray devices;
    for (const site::Device &device : m_devices) {
        const bool isServed = devices.isEmpty();
        const bool isUp = isServed && m_state.isListening;
        QJsonObject told{
            {QStringLiteral("id"), device.id},
            {QStringLiteral("name"), device.name.isEmpty() ? device.id : device.name},
            {QStringLiteral("system"), QStringLiteral("cabinet")},
            {QStringLiteral("state"), isUp ? QStringLiteral("online") : QStringLiteral("offline")},
            {QStringLiteral("cabinets"), isServed ? m_total : 0},
            {QStringLiteral("cabinetsOnline"), isServed ? m_online : 0},
            {QStringLiteral("port"), isUp ? int(m_state.port) : 0}};
        if (isServed && m_state.problem)
            told.insert(QStringLiteral("reason"), m_state.problem->name());
        devices.append(told);
    }
    return {{QStringLiteral("devices"), devices}};
}

} // namespace opsdeck::cabinet
