// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/dvr/wall_pane.h"

#include "ui/systems/dvr/dvr_nodes.h"

#include <QJsonObject>

namespace opsdeck::dvr {

WallPane::WallPane(const WallServices &services, int tiles, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_wall(services.feeds, services.context.clock, WallLayout::smallestFor(tiles))
{
    connect(&m_services.roster, &DeviceRoster::statusChanged, this, &WallPane::onStatus);
    connect(&m_wall, &Wall::channelsChanged, this, &WallPane::showTitle);
    connect(&m_wall, &Wall::tileCountChanged, this, &WallPane::showTitle);
    connect(&m_services.views, &ViewBook::changed, this, &WallPane::showTitle);
}

WallPane::~WallPane()
{
    // It paints from the wall, which goes now.
    delete m_page;
}

WallPage *WallPane::makePage(QWidget *parent)
{
    m_page = new WallPage(
        m_wall, m_services.context, [this](int tile) { return describe(tile); }, parent);
    WallView &view = m_page->view();
    connect(&view, &WallView::nodesDropped, this, &WallPane::place);
    connect(&view, &WallView::tileActivated, this, &WallPane::act);
    connect(&view, &WallView::clearWanted, this, &WallPane::clear);
    connect(&view, &WallView::tileMenuWanted, this, [this](int tile, const QPoint &at) {
        Q_EMIT used();
        Q_EMIT tileMenuWanted(tile, at);
    });
    connect(m_page, &WallPage::used, this, &WallPane::used);
    showTitle();
    return m_page;
}

TileText WallPane::describe(int tile) const
{
    const DeviceRoster &roster = m_services.roster;
    const Wall::Tile &shown = m_wall.tile(tile);
    TileFacts facts;
    facts.channel = shown.channel;
    facts.state = shown.state;
    constexpr int kFewTiles = 16;
    facts.wantsHint = m_wall.tileCount() <= kFewTiles || tile == m_wall.selected();
    facts.figures = shown.figures;
    facts.framesPerSecond = shown.rates.framesPerSecond();
    facts.kilobitsPerSecond = shown.rates.kilobitsPerSecond();
    facts.pin = shown.pin;
    facts.zoom = 1 / shown.crop.width();
    if (!shown.channel.isNull()) {
        const QString &deviceId = shown.channel.deviceId;
        const DeviceStatus status = roster.status(deviceId);
        facts.deviceName = roster.name(deviceId);
        facts.channelTitle = status.channelTitles.value(shown.channel.channel);
        facts.isDeviceOnline = status.isOnline();
        facts.help = helpFor(status);
        if (roster.isLocked(deviceId)) {
            facts.state.kind = status.reason ? TileState::Kind::Offline : TileState::Kind::Opening;
            facts.state.since = status.since;
            facts.state.reason = status.reason;
        }
    }
    return tileText(facts, m_services.context.clock.now());
}

void WallPane::onStatus(const QString &deviceId)
{
    for (int i = 0; i < m_wall.tileCount(); ++i) {
        if (m_wall.tile(i).channel.deviceId == deviceId)
            Q_EMIT m_wall.tileChanged(i);
    }
}

void WallPane::place(int tile, const QStringList &nodeIds)
{
    QList<ChannelRef> channels;
    for (const QString &id : nodeIds)
        channels += m_services.roster.channelsOf(id);
    if (channels.isEmpty())
        return;
    m_isUntouched = false;
    m_wall.assignFrom(tile, channels);
    m_wall.select(tile);
}

void WallPane::clear(int tile)
{
    m_isUntouched = false;
    m_wall.clear(tile);
}

void WallPane::act(int tile)
{
    const Wall::Tile &shown = m_wall.tile(tile);
    const DeviceStatus status = m_services.roster.status(shown.channel.deviceId);
    if (!shown.channel.isNull() && helpFor(status) != OperatorHelp::None)
        m_services.roster.help(shown.channel.deviceId, m_page);
    else if (!shown.channel.isNull() && m_wall.enlarged() < 0)
        m_wall.enlarge(tile);
    else
        m_wall.restore();
}

void WallPane::fill(const QList<ChannelRef> &channels)
{
    if (m_isUntouched)
        m_wall.assignFrom(0, channels);
}

void WallPane::clearTilesOfOthers()
{
    bool isAnyLeft = false;
    for (int i = 0; i < Wall::kMaximumTiles; ++i) {
        const ChannelRef channel = m_wall.tile(i).channel;
        if (!channel.isNull() && !m_services.roster.settings(channel.deviceId))
            m_wall.clear(i);
        isAnyLeft = isAnyLeft || !m_wall.tile(i).channel.isNull();
    }
    m_isUntouched = m_isUntouched || !isAnyLeft;
}

// --- Views ---------------------------------------------------------------------------------------------------

void WallPane::show(const QString &name, int tiles, const QList<Wall::Assignment> &content,
                    const QString &viewId)
{
    m_isUntouched = false;
    m_viewId = viewId;
    m_stopName = viewId.isEmpty() ? name : QString();
    m_wall.showAll(tiles, content);
    showTitle();
}

void WallPane::setView(const QString &viewId)
{
    m_viewId = viewId;
    m_stopName.clear();
    m_isUntouched = false;
    showTitle();
}

void WallPane::showTitle()
{
    if (!m_page)
        return;
    const SavedView *view = m_services.views.view(m_viewId);
    if (!view) {
        m_page->setTitle(m_stopName);
        return;
    }
    QList<Wall::Assignment> saved = view->content;
    saved.resize(view->tiles);
    const bool isSame = view->tiles == m_wall.tileCount() && saved == m_wall.assignments();
    m_page->setTitle(isSame ? view->name : tr("%1 (changed)").arg(view->name));
}

QImage WallPane::thumbnail() const
{
    constexpr QSize kSize(128, 72);
    if (!m_page || !m_page->isVisible())
        return QImage();
    return m_page->view().grab().toImage().scaled(kSize, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

// --- Figures -------------------------------------------------------------------------------------------------

QJsonObject WallPane::tileReport(int tile) const
{
    const Wall::Tile &shown = m_wall.tile(tile);
    QJsonObject report{
        {QStringLiteral("tile"), tile + 1},
        {QStringLiteral("device"), shown.channel.deviceId},
        {QStringLiteral("channel"), shown.channel.channel},
        {QStringLiteral("stream"),
         shown.live.stream == StreamKind::Main ? QStringLiteral("main") : QStringLiteral("sub")},
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
        {QStringLiteral("lostPackets"), qint64(shown.figures.lostPackets)},
        {QStringLiteral("replayBytes"), shown.figures.replayBytes},
    };
    if (m_page) {
        const WallStatistics::Tile painted = m_page->view().statistics().tile(tile);
        report.insert(QStringLiteral("painted"), qint64(painted.painted));
        report.insert(QStringLiteral("paintedFps"), painted.framesPerSecond());
    }
    return report;
}

} // namespace opsdeck::dvr
