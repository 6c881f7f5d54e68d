// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/dvr/media_actions.h"

#include "core/base/on.h"
#include "core/base/worker.h"
#include "ui/kit/isolated_text.h"
#include "ui/systems/dvr/dvr_settings.h"
#include "ui/systems/dvr/media_error_text.h"
#include "ui/systems/dvr/media_file_name.h"
#include "ui/systems/dvr/snapshot.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QUrl>

namespace opsdeck::dvr {

namespace {

constexpr int kVolumeStep = 10;

/// Makes the folder on a worker.
QFuture<base::Result<void>> madeFolder(const QString &folder)
{
    return base::runOnWorker([folder]() -> base::Result<void> {
        if (QDir().mkpath(folder))
            return {};
        return base::fail(base::CommonError::FileFailed,
                          QStringLiteral("cannot make the folder %1").arg(folder));
    });
}

QString sizeText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat);
}

} // namespace

MediaActions::MediaActions(const WallServices &services, Active active, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_active(std::move(active))
{
    add({"wall.snapshot", [] { return tr("Save a snapshot"); }, QKeySequence(Qt::CTRL | Qt::Key_S),
         [this] { snapshot(); }, [this] { return whyNoFrames(); }});
    add({"wall.replay", [] { return tr("Replay the last seconds, or back to live"); },
         QKeySequence(Qt::CTRL | Qt::Key_B),
         [this] {
             WallPane &pane = *m_active();
             const int tile = pane.wall().selected();
             if (pane.wall().tile(tile).replay)
                 pane.endReplay(tile);
             else
                 pane.startReplay(tile);
         },
         [this] { return whyNoFrames(); }, [this] { return selected().replay != nullptr; }});
    addRecording();
    addSound();
}

const Wall::Tile &MediaActions::selected() const
{
    const Wall &wall = m_active()->wall();
    return wall.tile(wall.selected());
}

void MediaActions::add(const Spec &spec)
{
    kit::ActionSpec action;
    action.id = QLatin1String(spec.id);
    action.group = [] { return tr("Wall"); };
    action.text = spec.text;
    action.shortcut = spec.shortcut;
    action.run = spec.run;
    action.whyNot = spec.whyNot;
    action.isCheckable = spec.isChecked != nullptr;
    action.isChecked = spec.isChecked;
    m_services.context.actions.add(this, action);
    // A key that is held down must not begin one recording after the other.
    m_services.context.actions.action(action.id)->setAutoRepeat(spec.isRepeated);
}

QString MediaActions::whyNoChannel() const
{
    const ChannelRef &channel = selected().channel;
    if (channel.isNull())
        return tr("The selected tile is empty");
    return m_services.roster.settings(channel.deviceId) ? QString()
                                                        : tr("This device is not in the site any more");
}

QString MediaActions::whyNoFrames() const
{
    const Wall::Tile &tile = selected();
    if (tile.channel.isNull())
        return tr("The selected tile is empty");
    if (!tile.replay && tile.picture.isNull())
        return tr("The selected tile has no picture");
    return QString();
}

QString MediaActions::channelWords(const ChannelRef &channel) const
{
    return QStringLiteral("%1 · %2").arg(kit::isolated(m_services.roster.name(channel.deviceId)),
                                         m_services.roster.channelName(channel));
}

QString MediaActions::fileName(const QString &folder, const ChannelRef &channel, const QString &ending) const
{
    const QString name =
        mediaFileName(m_services.roster.name(channel.deviceId), m_services.roster.channelName(channel),
                      m_services.context.clock.now().toLocalTime(), ending);
    return QDir(folder).filePath(name);
}

void MediaActions::showSaved(const QString &text, const QString &path)
{
    kit::Notice notice;
    notice.mark = kit::StateMark::Ok;
    notice.text = text;
    notice.details = QDir::toNativeSeparators(path);
    notice.actionText = tr("Open folder");
    notice.action = [folder = QFileInfo(path).path()] {
        QDesktopServices::openUrl(QUrl::fromLocalFile(folder));
    };
    m_services.context.notices.post(notice);
}

void MediaActions::showFailed(const std::function<QString()> &text, const base::Error &error)
{
    kit::Notice notice;
    notice.say = [text, error](kit::Notice &said) {
        said.text = QStringLiteral("%1: %2").arg(text(), mediaErrorText(error));
    };
    notice.details = error.detail();
    m_services.context.notices.post(notice);
}

// --- Snapshot ------------------------------------------------------------------------------------------------

void MediaActions::snapshot()
{
    const QList<media::EncodedFrame> frames = m_active()->framesOfPicture(m_active()->wall().selected());
    const ChannelRef channel = selected().channel;
    const QString folder = DvrSettings::read(m_services.context.settings).snapshotFolder;
    const QString path = fileName(folder, channel, QStringLiteral("png"));
    const QString words = channelWords(channel);
    madeFolder(folder).then(base::on(this, [this, frames, path, words](const base::Result<void> &made) {
        if (!made)
            return showFailed([words] { return tr("No snapshot of %1").arg(words); }, made.error());
        saveSnapshot(frames, path).then(base::on(this, [this, words](const base::Result<QString> &saved) {
            if (saved)
                showSaved(tr("Snapshot of %1 saved").arg(words), *saved);
            else
                showFailed([words] { return tr("No snapshot of %1").arg(words); }, saved.error());
        }));
    }));
}

// --- Recording -----------------------------------------------------------------------------------------------

void MediaActions::addRecording()
{
    add({"wall.record", [] { return tr("Record, or stop recording"); }, QKeySequence(Qt::CTRL | Qt::Key_R),
         [this] { toggleRecording(); }, [this] { return whyNoChannel(); },
         [this] { return m_services.recordings.isRecording(selected().channel); }});
    add({"wall.recordStopAll",
         [] { return tr("Stop all recordings"); },
         {},
         [this] { m_services.recordings.stopAll(); },
         [this] {
             return m_services.recordings.channels().isEmpty() ? tr("Nothing is being recorded") : QString();
         }});
    connect(&m_services.recordings, &TileRecordings::started, this,
            [this](const ChannelRef &channel) { m_recorded.insert(channel, channelWords(channel)); });
    connect(&m_services.recordings, &TileRecordings::finished, this,
            [this](const ChannelRef &channel, const media::ClipSummary &summary) {
                showSaved(
                    tr("Recording of %1 saved: %2, %3 s")
                        .arg(m_recorded.value(channel), sizeText(summary.bytes),
                             QString::number(
                                 std::chrono::duration_cast<std::chrono::seconds>(summary.duration).count())),
                    summary.path);
                m_services.context.actions.refresh(QStringLiteral("wall.record"));
            });
    connect(&m_services.recordings, &TileRecordings::failed, this,
            [this](const ChannelRef &channel, const base::Error &error) {
                showFailed(
                    [words = m_recorded.value(channel)] { return tr("Recording of %1 ended").arg(words); },
                    error);
                m_services.context.actions.refresh(QStringLiteral("wall.record"));
            });
}

void MediaActions::endThoseOfOthers()
{
    const DeviceRoster &roster = m_services.roster;
    for (const ChannelRef &channel : m_services.recordings.channels()) {
        if (!roster.settings(channel.deviceId))
            m_services.recordings.stop(channel);
    }
    const ChannelRef heard = m_services.sound.channel();
    if (!heard.isNull() && !roster.settings(heard.deviceId))
        m_services.sound.stop();
}

void MediaActions::toggleRecording()
{
    const Wall::Tile &tile = selected();
    const ChannelRef channel = tile.channel;
    if (m_services.recordings.isRecording(channel)) {
        m_services.recordings.stop(channel);
        return;
    }
    const DvrSettings settings = DvrSettings::read(m_services.context.settings);
    const QString ending = settings.recordsMkv ? QStringLiteral("mkv") : QStringLiteral("mp4");
    const QString path = fileName(settings.recordingFolder, channel, ending);
    // The full stream, unless the operator keeps this tile on the small one: a recording is looked at later, and large.
    const StreamKind stream = tile.pin == StreamPin::Sub ? StreamKind::Sub : StreamKind::Main;
    madeFolder(settings.recordingFolder)
        .then(base::on(this, [this, channel, stream, path](const base::Result<void> &made) {
            if (made)
                m_services.recordings.start(channel, stream, path);
            else
                showFailed([words = channelWords(channel)] { return tr("%1 is not recorded").arg(words); },
                           made.error());
            m_services.context.actions.refresh(QStringLiteral("wall.record"));
        }));
}

// --- Sound ---------------------------------------------------------------------------------------------------

void MediaActions::addSound()
{
    TileSound &sound = m_services.sound;
    add({"wall.sound", [] { return tr("Sound of this camera, or silence"); },
         QKeySequence(Qt::CTRL | Qt::Key_M), [this] { toggleSound(); }, [this] { return whyNoChannel(); },
         [this] {
             return !selected().channel.isNull() && m_services.sound.channel() == selected().channel;
         }});
    const auto addVolume = [&](const char *id, std::function<QString()> text, Qt::Key key, int by) {
        add({id,
             std::move(text),
             QKeySequence(Qt::CTRL | key),
             [this, by] { m_services.sound.setVolume(m_services.sound.volume() + by); },
             [this] { return m_services.sound.channel().isNull() ? tr("The sound is off") : QString(); },
             {},
             true});
    };
    addVolume(
        "wall.louder", [] { return tr("Louder"); }, Qt::Key_Up, kVolumeStep);
    addVolume(
        "wall.quieter", [] { return tr("Quieter"); }, Qt::Key_Down, -kVolumeStep);
    connect(&sound, &TileSound::stateChanged, this, [this](TileSound::State state) {
        m_services.context.actions.refresh(QStringLiteral("wall.sound"));
        const QString key = QStringLiteral("dvr.sound");
        const bool isBad = state == TileSound::State::NoSound || state == TileSound::State::NoOutput ||
                           state == TileSound::State::Unknown;
        if (!isBad) {
            m_services.context.notices.withdraw(key);
            return;
        }
        kit::Notice notice;
        notice.text = QStringLiteral("%1: %2").arg(channelWords(m_services.sound.channel()),
                                                   m_services.sound.stateText());
        notice.key = key;
        m_services.context.notices.post(notice);
    });
}

void MediaActions::toggleSound()
{
    const Wall::Tile &tile = selected();
    if (m_services.sound.channel() == tile.channel)
        m_services.sound.stop();
    else
        m_services.sound.play(tile.channel, tile.live.stream);
}

} // namespace opsdeck::dvr
