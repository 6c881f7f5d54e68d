// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/dvr/dvr_ui.h"

#include "core/base/hex.h"
#include "core/systems/dvr/dvr_module.h"
#include "core/transport/tcp_link_factory.h"
#include "ui/systems/dvr/device_passwords.h"
#include "ui/systems/dvr/fill_plan.h"
#include "ui/systems/dvr/password_dialog.h"

#include <QJsonArray>
#include <QMenu>

namespace opsdeck::dvr {

namespace {

std::function<std::unique_ptr<transport::LinkFactory>()> tcpLinks(const kit::UiContext &context)
{
    return [clock = &context.clock, taps = context.taps] {
        return std::make_unique<transport::TcpLinkFactory>(QStringLiteral("dvr"), *clock,
                                                           transport::TcpLimits(), taps);
    };
}

} // namespace

DvrUi::DvrUi(const kit::UiContext &context)
    : m_context(context)
    , m_fleet(context.clock, tcpLinks(context), context.seed)
    , m_feeds(m_fleet, m_pool, context.clock)
    , m_wall(m_feeds, context.clock, WallLayout::smallestFor(context.tiles))
    , m_passwords(std::make_unique<DevicePasswords>(context.secrets))
    , m_nodesTimer(context.clock.makeTimer([this] { Q_EMIT nodesChanged(); }))
    , m_fillTimer(context.clock.makeTimer([this] { fillUntouched(true); }))
{
    connect(&m_fleet, &DvrFleet::statusChanged, this, &DvrUi::onStatus);
    connect(&m_wall, &Wall::channelsChanged, this, &DvrUi::announceNodes);
    connect(&m_wall, &Wall::secondPassed, this, &DvrUi::announceNodes);
    connect(m_passwords.get(), &DevicePasswords::passwordRead, this, &DvrUi::usePassword);
    connect(m_passwords.get(), &DevicePasswords::passwordMissing, this,
            [this](const QString &deviceId, const base::Error &error) {
                m_locked.insert(deviceId, lockedStatus(DeviceStatus::State::NeedsOperator, error));
                onStatus(deviceId);
            });
}

DvrUi::~DvrUi() = default;

// --- Devices -------------------------------------------------------------------------------------------------

void DvrUi::setDevices(const QList<site::Device> &devices)
{
    m_devices.clear();
    m_locked.clear();
    QHash<QString, QString> references;
    for (const site::Device &device : devices) {
        m_devices.append(settingsFromSite(device.id, device.name, device.settings));
        if (const QString reference = passwordReference(device.settings); !reference.isEmpty()) {
            references.insert(device.id, reference);
            // Until its password is read: a login without it would cost the user one of his tries.
            m_locked.insert(device.id, lockedStatus(DeviceStatus::State::Connecting, std::nullopt));
        }
    }
    clearTilesOfOthers();
    m_passwords->setReferences(references);
    connectUnlocked();
    for (auto it = references.cbegin(); it != references.cend(); ++it)
        m_passwords->read(it.key());
    m_fillTimer->start(kFillDeadline);
    announceNodes();
}

/// Devices that are gone leave the wall; a wall that is empty by that is as good as new.
void DvrUi::clearTilesOfOthers()
{
    bool isAnyLeft = false;
    for (int i = 0; i < Wall::kMaximumTiles; ++i) {
        const ChannelRef channel = m_wall.tile(i).channel;
        if (!channel.isNull() && !settings(channel.deviceId))
            m_wall.clear(i);
        isAnyLeft = isAnyLeft || !m_wall.tile(i).channel.isNull();
    }
    m_isUntouched = m_isUntouched || !isAnyLeft;
}

/// The fleet gets the devices whose password is known or not needed.
void DvrUi::connectUnlocked()
{
    QList<DeviceSettings> unlocked;
    for (const DeviceSettings &device : std::as_const(m_devices)) {
        if (!m_locked.contains(device.id))
            unlocked.append(device);
    }
    m_fleet.setDevices(unlocked);
}

DeviceStatus DvrUi::lockedStatus(DeviceStatus::State state, std::optional<base::Error> reason) const
{
    DeviceStatus status;
    status.state = state;
    status.since = m_context.clock.now();
    status.reason = std::move(reason);
    return status;
}

DeviceStatus DvrUi::statusOf(const QString &deviceId) const
{
    const auto locked = m_locked.constFind(deviceId);
    return locked != m_locked.constEnd() ? *locked : m_fleet.status(deviceId);
}

void DvrUi::usePassword(const QString &deviceId, const QString &password)
{
    for (DeviceSettings &device : m_devices) {
        if (device.id == deviceId)
            device.password = password;
    }
    if (m_locked.remove(deviceId) > 0)
        connectUnlocked();
    else
        m_fleet.setPassword(deviceId, password);
    onStatus(deviceId);
}

const DeviceSettings *DvrUi::settings(const QString &deviceId) const
{
    const auto found = std::find_if(m_devices.cbegin(), m_devices.cend(),
                                    [&](const DeviceSettings &device) { return device.id == deviceId; });
    return found == m_devices.cend() ? nullptr : &*found;
}

QString DvrUi::deviceName(const QString &deviceId) const
{
    const DeviceSettings *device = settings(deviceId);
    return device && !device->name.isEmpty() ? device->name : deviceId;
}

void DvrUi::onStatus(const QString &deviceId)
{
    Q_UNUSED(deviceId)
    for (int i = 0; i < m_wall.tileCount(); ++i) {
        if (m_wall.tile(i).channel.deviceId == deviceId)
            Q_EMIT m_wall.tileChanged(i);
    }
    fillUntouched(false);
    announceNodes();
}

void DvrUi::fillUntouched(bool isDeadline)
{
    if (!m_isUntouched || m_devices.isEmpty())
        return;
    QList<DeviceChannels> plan;
    bool isComplete = true;
    for (const DeviceSettings &device : std::as_const(m_devices)) {
        const DeviceStatus status = statusOf(device.id);
        const int channels = channelCount(device, status);
        plan.append({device.id, channels});
        isComplete = isComplete && (channels > 0 || status.state == DeviceStatus::State::Waiting ||
                                    status.state == DeviceStatus::State::NeedsOperator);
    }
    if (isComplete)
        m_fillTimer->stop();
    // Once the deadline is past, what devices tell later is taken as it comes.
    if (isComplete || isDeadline || !m_fillTimer->isActive())
        m_wall.assignFrom(0, fillPlan(m_wall.tileCount(), plan));
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
    for (int i = 0; i < m_wall.tileCount(); ++i) {
        const Wall::Tile &tile = m_wall.tile(i);
        if (!tile.channel.isNull())
            shown.insert(tile.channel, {tile.state.kind, tile.rates.framesPerSecond(), describe(i).toolTip});
    }
    QList<kit::SiteNode> nodes;
    const QDateTime now = m_context.clock.now();
    for (const DeviceSettings &device : m_devices)
        nodes.append(deviceNode(device, statusOf(device.id), shown, now));
    return nodes;
}

QList<ChannelRef> DvrUi::channelsOf(const QString &nodeId) const
{
    const auto target = nodeTarget(nodeId);
    if (!target || !settings(target->deviceId))
        return {};
    if (target->channel >= 0)
        return {{target->deviceId, target->channel}};
    QList<ChannelRef> channels;
    const int count = channelCount(*settings(target->deviceId), statusOf(target->deviceId));
    for (int i = 0; i < count; ++i)
        channels.append({target->deviceId, i});
    return channels;
}

void DvrUi::place(int tile, const QStringList &nodeIds)
{
    QList<ChannelRef> channels;
    for (const QString &id : nodeIds)
        channels += channelsOf(id);
    if (channels.isEmpty())
        return;
    m_isUntouched = false;
    m_wall.select(tile);
    m_wall.assignFrom(tile, channels);
}

void DvrUi::activateNode(const QString &id)
{
    const auto target = nodeTarget(id);
    if (!target)
        return;
    if (target->channel < 0 && helpFor(statusOf(target->deviceId)) != OperatorHelp::None)
        help(target->deviceId);
    else
        place(m_wall.selected(), {id});
}

void DvrUi::fillNodeMenu(const QString &id, QMenu &menu)
{
    const auto target = nodeTarget(id);
    if (!target)
        return;
    const QList<ChannelRef> channels = channelsOf(id);
    if (!channels.isEmpty()) {
        const int tile = m_wall.selected() + 1;
        menu.addAction(channels.size() == 1 ? tr("Show on tile %1").arg(tile)
                                            : tr("Show all channels from tile %1").arg(tile),
                       this, [this, id] { place(m_wall.selected(), {id}); });
    }
    addDeviceActions(target->deviceId, menu);
}

void DvrUi::addDeviceActions(const QString &deviceId, QMenu &menu)
{
    const DeviceStatus status = statusOf(deviceId);
    if (!settings(deviceId) || status.isOnline())
        return;
    if (helpFor(status) == OperatorHelp::EnterPassword)
        menu.addAction(tr("Enter password…"), this, [this, deviceId] { askPassword(deviceId); });
    if (status.state == DeviceStatus::State::Waiting || status.state == DeviceStatus::State::NeedsOperator)
        menu.addAction(tr("Try again now"), this, [this, deviceId] { tryAgain(deviceId); });
}

void DvrUi::help(const QString &deviceId)
{
    const DeviceStatus status = statusOf(deviceId);
    if (helpFor(status) == OperatorHelp::EnterPassword)
        askPassword(deviceId);
    else if (!status.isOnline())
        tryAgain(deviceId);
}

void DvrUi::tryAgain(const QString &deviceId)
{
    if (m_locked.contains(deviceId))
        m_passwords->read(deviceId);
    else
        m_fleet.reconnect(deviceId);
}

void DvrUi::askPassword(const QString &deviceId)
{
    const DeviceSettings *device = settings(deviceId);
    if (!device)
        return;
    auto *dialog =
        new PasswordDialog(deviceName(deviceId), device->userName, m_passwords->whereKept(deviceId), m_page);
    connect(dialog, &PasswordDialog::passwordEntered, this, [this, deviceId](const QString &password) {
        usePassword(deviceId, password);
        m_passwords->keep(deviceId, password);
    });
    dialog->open();
}

// --- Wall ----------------------------------------------------------------------------------------------------

QWidget *DvrUi::makePage(QWidget *parent)
{
    m_page = new WallPage(
        m_wall, m_context.theme, m_context.clock, [this](int tile) { return describe(tile); }, parent);
    WallView &view = m_page->view();
    connect(&view, &WallView::nodesDropped, this, &DvrUi::place);
    connect(&view, &WallView::tileActivated, this, &DvrUi::actOnTile);
    connect(&view, &WallView::clearWanted, this, &DvrUi::clearTile);
    connect(&view, &WallView::tileMenuWanted, this, &DvrUi::showTileMenu);
    return m_page;
}

TileText DvrUi::describe(int tile) const
{
    const Wall::Tile &shown = m_wall.tile(tile);
    TileFacts facts;
    facts.channel = shown.channel;
    facts.state = shown.state;
    constexpr int kFewTiles = 16;
    facts.wantsHint = m_wall.tileCount() <= kFewTiles || tile == m_wall.selected();
    facts.figures = shown.figures;
    facts.framesPerSecond = shown.rates.framesPerSecond();
    facts.kilobitsPerSecond = shown.rates.kilobitsPerSecond();
    if (!shown.channel.isNull()) {
        const DeviceStatus status = statusOf(shown.channel.deviceId);
        facts.deviceName = deviceName(shown.channel.deviceId);
        facts.channelTitle = status.channelTitles.value(shown.channel.channel);
        facts.isDeviceOnline = status.isOnline();
        facts.help = helpFor(status);
        if (const auto locked = m_locked.constFind(shown.channel.deviceId); locked != m_locked.constEnd()) {
            facts.state.kind = locked->reason ? TileState::Kind::Offline : TileState::Kind::Opening;
            facts.state.since = locked->since;
            facts.state.reason = locked->reason;
        }
    }
    return tileText(facts, m_context.clock.now());
}

void DvrUi::actOnTile(int tile)
{
    const Wall::Tile &shown = m_wall.tile(tile);
    if (!shown.channel.isNull() && shown.state.kind == TileState::Kind::Offline)
        help(shown.channel.deviceId);
}

void DvrUi::clearTile(int tile)
{
    m_isUntouched = false;
    m_wall.clear(tile);
}

void DvrUi::showTileMenu(int tile, const QPoint &at)
{
    const ChannelRef channel = m_wall.tile(tile).channel;
    if (channel.isNull())
        return;
    auto *menu = new QMenu(m_page);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addDeviceActions(channel.deviceId, *menu);
    QAction *clear = menu->addAction(tr("Clear tile"), this, [this, tile] { clearTile(tile); });
    clear->setShortcut(QKeySequence(Qt::Key_Delete));
    menu->popup(at);
}

// --- Figures -------------------------------------------------------------------------------------------------

kit::SystemFigures DvrUi::figures() const
{
    kit::SystemFigures figures;
    for (const DeviceSettings &device : m_devices)
        ++(statusOf(device.id).isOnline() ? figures.linksUp : figures.linksDown);
    figures.framesPerSecond = m_wall.framesPerSecond();
    figures.dropped = m_wall.dropped();
    return figures;
}

double DvrUi::deviceFramesPerSecond(const QString &deviceId) const
{
    double sum = 0;
    for (int i = 0; i < m_wall.tileCount(); ++i) {
        if (m_wall.tile(i).channel.deviceId == deviceId)
            sum += m_wall.tile(i).rates.framesPerSecond();
    }
    return sum;
}

QJsonObject DvrUi::tileReport(int tile) const
{
    const Wall::Tile &shown = m_wall.tile(tile);
    QJsonObject report{{QStringLiteral("tile"), tile + 1},
                       {QStringLiteral("device"), shown.channel.deviceId},
                       {QStringLiteral("channel"), shown.channel.channel},
                       {QStringLiteral("state"), stateName(shown.state.kind)},
                       {QStringLiteral("codec"), QString::fromLatin1(media::codecName(shown.figures.codec))},
                       {QStringLiteral("width"), shown.figures.size.width()},
                       {QStringLiteral("height"), shown.figures.size.height()},
                       {QStringLiteral("pictureWidth"), shown.picture.size.width()},
                       {QStringLiteral("pictureHeight"), shown.picture.size.height()},
                       {QStringLiteral("streamFps"), shown.rates.framesPerSecond()},
                       {QStringLiteral("kbitPerSecond"), shown.rates.kilobitsPerSecond()},
                       {QStringLiteral("dropped"), qint64(shown.figures.droppedLate)},
                       {QStringLiteral("decodeErrors"), qint64(shown.figures.decodeErrors)},
                       {QStringLiteral("lostPackets"), qint64(shown.figures.lostPackets)}};
    if (m_page) {
        const WallStatistics::Tile painted = m_page->view().statistics().tile(tile);
        report.insert(QStringLiteral("painted"), qint64(painted.painted));
        report.insert(QStringLiteral("paintedFps"), painted.framesPerSecond());
    }
    return report;
}

QJsonObject DvrUi::report() const
{
    QJsonArray devices;
    for (const DeviceSettings &device : m_devices) {
        const DeviceStatus status = statusOf(device.id);
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
    for (int i = 0; i < m_wall.tileCount(); ++i) {
        if (!m_wall.tile(i).channel.isNull())
            tiles.append(tileReport(i));
    }
    QJsonObject report{{QStringLiteral("devices"), devices}, {QStringLiteral("tiles"), tiles}};
    if (m_page) {
        const WallStatistics &statistics = m_page->view().statistics();
        report.insert(QStringLiteral("painted"), qint64(statistics.totalPainted()));
        report.insert(QStringLiteral("latencyP50Ms"), statistics.latency().quantile(0.50));
        report.insert(QStringLiteral("latencyP95Ms"), statistics.latency().quantile(0.95));
    }
    return report;
}

void DvrUi::restartMeasuring()
{
    if (m_page)
        m_page->view().restartMeasuring();
}

} // namespace opsdeck::dvr
