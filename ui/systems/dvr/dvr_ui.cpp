// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/dvr/dvr_ui.h"

#include "core/base/hex.h"
#include "core/store/store.h"
#include "core/transport/tcp_link_factory.h"
#include "ui/systems/dvr/dvr_nodes.h"
#include "ui/systems/dvr/dvr_settings.h"
#include "ui/systems/dvr/fill_plan.h"

#include <QJsonArray>
#include <QMenu>

#include <algorithm>

namespace opsdeck::dvr {

namespace {

std::function<std::unique_ptr<transport::LinkFactory>()> tcpLinks(const kit::UiContext &context)
{
    return [clock = &context.clock, taps = context.taps] {
        return std::make_unique<transport::TcpLinkFactory>(QStringLiteral("dvr"), *clock,
                                                           transport::TcpLimits(), taps);
    };
}

StreamPin generalPin(DvrSettings::StreamChoice choice)
{
    switch (choice) {
    case DvrSettings::StreamChoice::Main:
        return StreamPin::Main;
    case DvrSettings::StreamChoice::Sub:
        return StreamPin::Sub;
    case DvrSettings::StreamChoice::Automatic:
        break;
    }
    return StreamPin::Automatic;
}

} // namespace

DvrUi::DvrUi(const kit::UiContext &context)
    : m_context(context)
    , m_pool(0, &context.clock)
    , m_fleet(context.clock, tcpLinks(context), context.seed)
    , m_feeds(m_fleet, m_pool, context.clock)
    , m_roster(context, m_fleet)
    , m_views(context.settings)
    , m_recordings(m_feeds.hub())
    , m_sound(m_feeds.hub(), context.clock)
    , m_main(services(), context.tiles)
    , m_actions(services(), [this] { return m_active; })
    , m_mediaActions(services(), [this] { return m_active; })
    , m_viewDesk(services(), [this] { return m_active; })
    , m_nodesTimer(context.clock.makeTimer([this] { Q_EMIT nodesChanged(); }))
    , m_fillTimer(context.clock.makeTimer([this] { fillUntouched(true); }))
{
    connect(&m_roster, &DeviceRoster::statusChanged, this, [this] {
        fillUntouched(false);
        announceNodes();
    });
    keepJournal();
    connect(&m_context.settings, &store::SettingsStore::changed, this, [this](const QString &key) {
        if (DvrSettings::isKey(key))
            applySettings();
    });
    use(m_main);
    connect(&m_main.wall(), &Wall::secondPassed, this, [this] {
        if (m_inspector)
            m_inspector->refresh(true);
    });
    kit::ActionSpec second;
    second.id = QStringLiteral("wall.secondWall");
    second.group = [] { return tr("Wall"); };
    second.text = [] { return tr("Second wall in a window of its own"); };
    second.shortcut = QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_W);
    second.run = [this] { openSecondWall(); };
    m_context.actions.add(this, second);
    m_views.open(QStringLiteral("default"));
    applySettings();
}

DvrUi::~DvrUi()
{
    // Its wall uses what goes now. Closed, not deleted: it keeps its place.
    if (m_secondWall)
        m_secondWall->close();
    delete m_secondWall;
}

WallServices DvrUi::services()
{
    return {m_context, m_roster, m_feeds, m_pool, m_views, m_recordings, m_sound};
}

/// What the recorders' states tell goes into the journal.
void DvrUi::keepJournal()
{
    if (!m_context.store)
        return;
    m_journal = std::make_unique<DvrJournal>(
        m_context.clock,
        [journal = &m_context.store->journal](const store::Event &event) { journal->post(event); });
    connect(&m_roster, &DeviceRoster::statusChanged, this, [this](const QString &deviceId) {
        m_journal->note(deviceId, m_roster.name(deviceId), m_roster.status(deviceId));
    });
}

/// Ties a wall to the rest.
void DvrUi::use(WallPane &pane)
{
    connect(&pane.wall(), &Wall::channelsChanged, this, &DvrUi::announceNodes);
    connect(&pane.wall(), &Wall::channelsChanged, this, &DvrUi::endUnseenSound);
    connect(&pane.wall(), &Wall::tileCountChanged, this, &DvrUi::endUnseenSound);
    connect(&pane.wall(), &Wall::secondPassed, this, &DvrUi::announceNodes);
    connect(&pane, &WallPane::used, this, [this, &pane] { setActive(pane); });
    connect(&pane.wall(), &Wall::tileChanged, this, [this, &pane](int tile) {
        if (m_active == &pane && tile == pane.wall().selected())
            onSelectedTile();
    });
    connect(&pane.wall(), &Wall::selectedChanged, this, [this, &pane] {
        if (m_active == &pane)
            onOtherTile();
    });
    connect(&pane.wall(), &Wall::replayChanged, this,
            [this] { m_context.actions.refresh(QStringLiteral("wall.replay")); });
    connect(&pane, &WallPane::tileMenuWanted, this, [this](int, const QPoint &at) { showTileMenu(at); });
}

/// Sound belongs to a tile: of a camera that is on no wall there is nothing to switch it off at.
void DvrUi::endUnseenSound()
{
    const ChannelRef heard = m_sound.channel();
    if (heard.isNull())
        return;
    const QList<WallPane *> all = panes();
    if (std::none_of(all.begin(), all.end(), [&](WallPane *pane) { return pane->wall().find(heard) >= 0; }))
        m_sound.stop();
}

/// What can be done with it may have changed: a picture came, or went.
void DvrUi::onSelectedTile()
{
    const bool hadPicture = std::exchange(m_hadPicture, hasPicture());
    if (hadPicture != m_hadPicture)
        m_context.actions.refresh();
    if (m_inspector)
        m_inspector->refresh();
}

/// Another tile is the selected one.
void DvrUi::onOtherTile()
{
    m_hadPicture = hasPicture();
    m_context.actions.refresh();
    if (m_inspector)
        m_inspector->refresh();
}

bool DvrUi::hasPicture() const
{
    return !m_active->wall().tile(m_active->wall().selected()).picture.isNull();
}

void DvrUi::setActive(WallPane &pane)
{
    if (m_active == &pane)
        return;
    m_active = &pane;
    onOtherTile();
}

QList<WallPane *> DvrUi::panes()
{
    if (m_secondWall)
        return {&m_main, &m_secondWall->pane()};
    return {&m_main};
}

QList<const WallPane *> DvrUi::panes() const
{
    if (m_secondWall)
        return {&m_main, &m_secondWall->pane()};
    return {&m_main};
}

void DvrUi::openSecondWall()
{
    if (!m_secondWall) {
        QWidget *const parent = m_main.dialogParent();
        m_secondWall = new WallWindow(services(), parent ? parent->window() : nullptr);
        use(m_secondWall->pane());
        connect(m_secondWall, &WallWindow::closing, this, [this] { setActive(m_main); });
        connect(m_secondWall, &QObject::destroyed, this, &DvrUi::endUnseenSound);
        // However it goes: nothing acts on a wall that is no more.
        connect(&m_secondWall->pane(), &QObject::destroyed, this, [this, gone = &m_secondWall->pane()] {
            if (m_active == gone)
                setActive(m_main);
        });
        applySettings();
    }
    m_secondWall->show();
    m_secondWall->raise();
    m_secondWall->activateWindow();
}

void DvrUi::applySettings()
{
    const DvrSettings settings = DvrSettings::read(m_context.settings);
    const media::ReplayLimits limits{settings.replay, settings.replayBytes};
    for (const StreamKind stream : {StreamKind::Main, StreamKind::Sub})
        m_feeds.hub().setReplayLimits(stream, limits);
    StreamPin pin = generalPin(settings.stream);
    if (m_context.stream == QLatin1String("main"))
        pin = StreamPin::Main;
    else if (m_context.stream == QLatin1String("sub"))
        pin = StreamPin::Sub;
    for (WallPane *pane : panes())
        pane->wall().setGeneralPin(pin);
}

// --- Devices -------------------------------------------------------------------------------------------------

void DvrUi::setSite(const QString &key)
{
    m_viewDesk.leaveSite();
    m_views.open(key);
}

void DvrUi::setDevices(const QList<site::Device> &devices)
{
    if (m_journal) {
        QStringList ids;
        for (const site::Device &device : devices)
            ids.append(device.id);
        m_journal->keepOnly(ids);
    }
    m_roster.setDevices(devices);
    for (WallPane *pane : panes())
        pane->clearTilesOfOthers();
    m_mediaActions.endThoseOfOthers();
    m_fillTimer->start(kFillDeadline);
    announceNodes();
}

void DvrUi::fillUntouched(bool isDeadline)
{
    if (!m_main.isUntouched() || m_roster.devices().isEmpty())
        return;
    QList<DeviceChannels> plan;
    bool isComplete = true;
    for (const DeviceSettings &device : m_roster.devices()) {
        const DeviceStatus status = m_roster.status(device.id);
        const int channels = channelCount(device, status);
        plan.append({device.id, channels});
        isComplete = isComplete && (channels > 0 || status.state == DeviceStatus::State::Waiting ||
                                    status.state == DeviceStatus::State::NeedsOperator);
    }
    if (isComplete)
        m_fillTimer->stop();
    // Once the deadline is past, what devices tell later is taken as it comes.
    if (isComplete || isDeadline || !m_fillTimer->isActive())
        m_main.fill(fillPlan(m_main.wall().tileCount(), plan));
}

void DvrUi::announceNodes()
{
    if (!m_nodesTimer->isActive())
        m_nodesTimer->start(kNodesPause);
}

// --- Tree ----------------------------------------------------------------------------------------------------

QList<kit::SiteNode> DvrUi::nodes() const
{
    QHash<ChannelRef, ShownChannel> shown;
    for (const WallPane *pane : panes()) {
        for (int i = 0; i < pane->wall().tileCount(); ++i) {
            const Wall::Tile &tile = pane->wall().tile(i);
            if (!tile.channel.isNull())
                shown.insert(tile.channel,
                             {tile.state.kind, tile.rates.framesPerSecond(), pane->describe(i).toolTip});
        }
    }
    QList<kit::SiteNode> nodes;
    const QDateTime now = m_context.clock.now();
    for (const DeviceSettings &device : m_roster.devices())
        nodes.append(deviceNode(device, m_roster.status(device.id), shown, now));
    return nodes;
}

void DvrUi::activateNode(const QString &id)
{
    const auto target = nodeTarget(id);
    if (!target)
        return;
    if (target->channel < 0 && helpFor(m_roster.status(target->deviceId)) != OperatorHelp::None)
        m_roster.help(target->deviceId, m_active->dialogParent());
    else
        m_active->place(m_active->wall().selected(), {id});
    if (m_active == &m_main)
        Q_EMIT pageWanted();
}

void DvrUi::fillNodeMenu(const QString &id, QMenu &menu)
{
    const auto target = nodeTarget(id);
    if (!target)
        return;
    const QList<ChannelRef> channels = m_roster.channelsOf(id);
    if (!channels.isEmpty()) {
        const int tile = m_active->wall().selected() + 1;
        menu.addAction(channels.size() == 1 ? tr("Show on tile %1").arg(tile)
                                            : tr("Show all channels from tile %1").arg(tile),
                       this, [this, id] { m_active->place(m_active->wall().selected(), {id}); });
    }
    m_roster.addActions(target->deviceId, menu, m_active->dialogParent());
}

// --- Walls ---------------------------------------------------------------------------------------------------

QWidget *DvrUi::makePage(QWidget *parent)
{
    WallPage *page = m_main.makePage(parent);
    page->addButton(QStringLiteral("wall.replay"), QStringLiteral("replay-30"));
    page->addButton(QStringLiteral("wall.tour.toggle"), QStringLiteral("tour"));
    page->addButton(QStringLiteral("wall.secondWall"), QStringLiteral("second-window"));
    m_viewDesk.addButtons(*page);
    return page;
}

QList<kit::Panel> DvrUi::makePanels(QWidget *parent)
{
    m_inspector = new TileInspector(
        services(), [this] { return m_active; }, parent);
    return {{QStringLiteral("dvr.views"), m_viewDesk.makePanel(parent), Qt::LeftDockWidgetArea},
            {QStringLiteral("dvr.details"), m_inspector, Qt::RightDockWidgetArea}};
}

QString DvrUi::panelTitle(const QString &id) const
{
    if (id == QLatin1String("dvr.views"))
        return tr("Views");
    return id == QLatin1String("dvr.details") ? tr("Details") : QString();
}

void DvrUi::showTileMenu(const QPoint &at)
{
    auto *menu = new QMenu(m_active->dialogParent());
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_actions.fillTileMenu(*menu);
    menu->popup(at);
}

// --- Figures -------------------------------------------------------------------------------------------------

QList<kit::SettingRow> DvrUi::settingRows() const
{
    return DvrSettings::rows();
}

kit::SystemFigures DvrUi::figures() const
{
    kit::SystemFigures figures;
    for (const DeviceSettings &device : m_roster.devices())
        ++(m_roster.status(device.id).isOnline() ? figures.linksUp : figures.linksDown);
    for (const WallPane *pane : panes()) {
        figures.framesPerSecond += pane->wall().framesPerSecond();
        figures.dropped += pane->wall().dropped();
    }
    return figures;
}

double DvrUi::deviceFramesPerSecond(const QString &deviceId) const
{
    double sum = 0;
    for (int i = 0; i < m_main.wall().tileCount(); ++i) {
        if (m_main.wall().tile(i).channel.deviceId == deviceId)
            sum += m_main.wall().tile(i).rates.framesPerSecond();
    }
    return sum;
}

QJsonObject DvrUi::report() const
{
    QJsonArray devices;
    for (const DeviceSettings &device : m_roster.devices()) {
        const DeviceStatus status = m_roster.status(device.id);
        QJsonObject row{{QStringLiteral("id"), device.id},
                        {QStringLiteral("name"), base::plainText(device.name)},
                        {QStringLiteral("state"), stateName(status.state)},
                        {QStringLiteral("channels"), channelCount(device, status)},
                        {QStringLiteral("fps"), deviceFramesPerSecond(device.id)},
                        {QStringLiteral("reconnects"), status.reconnects}};
        if (status.reason && !status.isOnline())
            row.insert(QStringLiteral("reason"), status.reason->name());
        devices.append(row);
    }
    QJsonArray tiles;
    for (int i = 0; i < m_main.wall().tileCount(); ++i) {
        if (!m_main.wall().tile(i).channel.isNull())
            tiles.append(m_main.tileReport(i));
    }
    QJsonObject report{{QStringLiteral("devices"), devices}, {QStringLiteral("tiles"), tiles}};
    if (WallPage *page = m_main.page()) {
        const WallStatistics &statistics = page->view().statistics();
        report.insert(QStringLiteral("painted"), qint64(statistics.totalPainted()));
        report.insert(QStringLiteral("latencyP50Ms"), statistics.latency().quantile(0.50));
        report.insert(QStringLiteral("latencyP95Ms"), statistics.latency().quantile(0.95));
    }
    return report;
}

void DvrUi::restartMeasuring()
{
    if (WallPage *page = m_main.page())
        page->view().restartMeasuring();
}

} // namespace opsdeck::dvr
