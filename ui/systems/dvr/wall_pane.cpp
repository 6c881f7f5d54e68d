// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/dvr/wall_pane.h"

#include "core/base/on.h"
#include "core/base/worker.h"
#include "ui/systems/dvr/dvr_nodes.h"
#include "ui/systems/dvr/dvr_settings.h"
#include "ui/systems/dvr/media_error_text.h"
#include "ui/systems/dvr/media_file_name.h"
#include "ui/systems/dvr/replay_bar.h"
#include "ui/systems/dvr/replay_feed.h"

#include <QApplication>
#include <QDir>
#include <QFileDialog>
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
    const auto sayAgain = [this](const ChannelRef &channel) {
        if (const int tile = m_wall.find(channel); tile >= 0)
            Q_EMIT m_wall.tileChanged(tile);
    };
    connect(&m_services.recordings, &TileRecordings::started, this, sayAgain);
    connect(&m_services.recordings, &TileRecordings::finished, this, sayAgain);
    connect(&m_services.recordings, &TileRecordings::failed, this, sayAgain);
    connect(&m_services.sound, &TileSound::channelChanged, this, [this] {
        for (int i = 0; i < m_wall.tileCount(); ++i)
            Q_EMIT m_wall.tileChanged(i);
    });
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
    connect(&view, &WallView::replayEndWanted, this, &WallPane::endReplay);
    connect(&view, &WallView::tileMenuWanted, this, [this](int tile, const QPoint &at) {
        Q_EMIT used();
        Q_EMIT tileMenuWanted(tile, at);
    });
    connect(m_page, &WallPage::used, this, &WallPane::used);
    addReplayBar();
    showReplayBar();
    showTitle();
    return m_page;
}

TileText WallPane::describe(int tile) const
{
    return tileText(facts(tile), m_services.context.clock.now());
}

TileDetailFacts WallPane::details(int tile) const
{
    const Wall::Tile &shown = m_wall.tile(tile);
    TileDetailFacts details;
    details.tile = facts(tile);
    details.isChanging = shown.coming.feed != nullptr;
    details.recordedBytes = m_services.recordings.bytes(shown.channel);
    if (m_page) {
        details.delay = std::chrono::duration_cast<std::chrono::milliseconds>(
            m_page->view().statistics().tile(tile).lastDelay);
    }
    return details;
}

TileFacts WallPane::facts(int tile) const
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
    facts.stream = shown.live.stream;
    facts.zoom = 1 / shown.crop.width();
    facts.isHeard = !shown.channel.isNull() && m_services.sound.channel() == shown.channel;
    if (m_services.recordings.isRecording(shown.channel))
        facts.recordingFor =
            std::chrono::duration_cast<std::chrono::seconds>(m_services.recordings.elapsed(shown.channel));
    if (const ReplayFeed *played = replay(tile))
        facts.replayTime = played->frameTime();
    if (!shown.channel.isNull()) {
        const QString &deviceId = shown.channel.deviceId;
        const DeviceStatus status = roster.status(deviceId);
        facts.deviceName = roster.name(deviceId);
        facts.isDeviceKnown = roster.settings(deviceId) != nullptr;
        facts.channelTitle = status.channelTitles.value(shown.channel.channel);
        facts.isDeviceOnline = status.isOnline();
        facts.help = helpFor(status);
        if (roster.isLocked(deviceId)) {
            facts.state.kind = status.reason ? TileState::Kind::Offline : TileState::Kind::Opening;
            facts.state.since = status.since;
            facts.state.reason = status.reason;
        }
    }
    return facts;
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
        m_services.roster.help(shown.channel.deviceId, dialogParent());
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

// --- Replay --------------------------------------------------------------------------------------------------

ReplayFeed *WallPane::replay(int tile) const
{
    return static_cast<ReplayFeed *>(m_wall.tile(tile).replay.get());
}

void WallPane::startReplay(int tile)
{
    const Wall::Tile &shown = m_wall.tile(tile);
    // Right after an enlargement the small stream's memory goes back further.
    std::shared_ptr<media::ReplayBuffer> longest;
    for (const Wall::Source *source : {&shown.live, &shown.resting, &shown.coming}) {
        const auto buffer = source->feed ? source->feed->replay() : nullptr;
        if (buffer && (!longest || buffer->span() > longest->span()))
            longest = buffer;
    }
    const QList<media::EncodedFrame> frames = longest ? longest->snapshot() : QList<media::EncodedFrame>();
    if (frames.isEmpty()) {
        kit::Notice notice;
        notice.say = [](kit::Notice &said) {
            said.text = tr("There is nothing to replay yet: the picture has only just come");
        };
        notice.key = QStringLiteral("dvr.replay");
        m_services.context.notices.post(notice);
        return;
    }
    auto feed =
        std::make_unique<ReplayFeed>(frames, m_services.pool, m_services.context.clock, m_wall.wakeUp());
    ReplayFeed *played = feed.get();
    connect(played, &ReplayFeed::positionChanged, this, [this, played] {
        for (int i = 0; i < m_wall.tileCount(); ++i) {
            if (m_wall.tile(i).replay.get() == played)
                Q_EMIT m_wall.tileChanged(i);
        }
    });
    m_wall.startReplay(tile, std::move(feed));
    played->seek(std::chrono::milliseconds(0));
    played->play();
}

void WallPane::endReplay(int tile)
{
    m_wall.endReplay(tile);
    if (m_page)
        m_page->view().setFocus();
}

void WallPane::addReplayBar()
{
    m_replayBar = new ReplayBar(m_services.context.theme, m_services.context.clock);
    m_replayBar->hide();
    m_page->addBar(m_replayBar);
    connect(m_replayBar, &ReplayBar::backAsked, this, [this] { endReplay(m_wall.selected()); });
    connect(m_replayBar, &ReplayBar::saveAsked, this, &WallPane::askWhereToSave);
    connect(&m_wall, &Wall::replayChanged, this, &WallPane::showReplayBar);
    connect(&m_wall, &Wall::selectedChanged, this, &WallPane::showReplayBar);
    connect(&m_wall, &Wall::tileCountChanged, this, &WallPane::showReplayBar);
}

/// The bar is that of the selected tile.
void WallPane::showReplayBar()
{
    ReplayFeed *feed = replay(m_wall.selected());
    if (!m_replayBar)
        return;
    const bool isOther = feed != m_replayBar->feed();
    if (isOther)
        m_replayBar->setFeed(feed);
    const bool hadFocus = m_replayBar->isAncestorOf(QApplication::focusWidget());
    m_replayBar->setVisible(feed != nullptr);
    if (!feed && hadFocus)
        m_page->view().setFocus();
    if (feed && isOther)
        m_replayBar->setFocus();
}

void WallPane::askWhereToSave()
{
    const ChannelRef channel = m_wall.tile(m_wall.selected()).channel;
    const DvrSettings settings = DvrSettings::read(m_services.context.settings);
    const QString ending = settings.recordsMkv ? QStringLiteral("mkv") : QStringLiteral("mp4");
    const QString name =
        mediaFileName(m_services.roster.name(channel.deviceId), m_services.roster.channelName(channel),
                      m_services.context.clock.now().toLocalTime(), ending);
    // Before the first recording the folder is not there, and the dialog would open anywhere.
    base::runOnWorker([folder = settings.recordingFolder] { return QDir().mkpath(folder); })
        .then(base::on(this, [this, folder = settings.recordingFolder, name, ending,
                              frames = m_replayBar->framesToSave()](bool) {
            if (m_page)
                openSaveDialog(folder, name, ending, frames);
        }));
}

void WallPane::openSaveDialog(const QString &folder, const QString &name, const QString &ending,
                              const QList<media::EncodedFrame> &frames)
{
    auto *dialog = new QFileDialog(m_page, tr("Save replay"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Clips (*.mp4 *.mkv)"), tr("All files (*)")});
    dialog->setDefaultSuffix(ending);
    dialog->setDirectory(folder);
    dialog->selectFile(name);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, frames](const QString &path) { saveClip(frames, path); });
    dialog->open();
}

void WallPane::saveClip(const QList<media::EncodedFrame> &frames, const QString &path)
{
    saveReplay(frames, path).then(base::on(this, [this](const base::Result<media::ClipSummary> &saved) {
        kit::Notice notice;
        if (saved) {
            notice.mark = kit::StateMark::Ok;
            notice.text = tr("Replay saved");
            notice.details = QDir::toNativeSeparators(saved->path);
        } else {
            notice.say = [why = saved.error()](kit::Notice &said) {
                said.text = tr("The replay could not be saved: %1").arg(mediaErrorText(why));
            };
            notice.details = saved.error().detail();
        }
        m_services.context.notices.post(notice);
    }));
}

QList<media::EncodedFrame> WallPane::framesOfPicture(int tile) const
{
    if (const ReplayFeed *played = replay(tile))
        return played->frames(played->position(), played->position());
    const Wall::Tile &shown = m_wall.tile(tile);
    const auto buffer = shown.live.feed ? shown.live.feed->replay() : nullptr;
    return buffer ? buffer->sinceNewestKey() : QList<media::EncodedFrame>();
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
