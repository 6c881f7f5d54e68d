// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/systems/dvr/wall_pane.h"

namespace opsdeck::dvr {

/// Snapshot, recording, sound and replay of the selected tile, as actions of the registry; says by notices what came of
/// them. Makes folders and files on workers only. GUI thread.
class MediaActions final : public QObject
{
    Q_OBJECT
public:
    using Active = std::function<WallPane *()>;

    /// @param active the wall the operator used last; never null.
    MediaActions(const WallServices &services, Active active, QObject *parent = nullptr);

    /// Completes the recordings, and ends the sound, of devices that the site has no longer.
    void endThoseOfOthers();

private:
    struct Spec {
        const char *id;
        std::function<QString()> text;
        QKeySequence shortcut;
        std::function<void()> run;
        std::function<QString()> whyNot = {};
        std::function<bool()> isChecked = {};
        bool isRepeated = false; ///< while its key is held down
    };

    void add(const Spec &spec);
    void addRecording();
    void addSound();
    const Wall::Tile &selected() const;
    QString channelWords(const ChannelRef &channel) const;
    QString fileName(const QString &folder, const ChannelRef &channel, const QString &ending) const;
    QString whyNoChannel() const;
    QString whyNoFrames() const;
    void snapshot();
    void toggleRecording();
    void toggleSound();
    void showSaved(const QString &text, const QString &path);
    /// @param text writes what failed in the language of the moment.
    void showFailed(const std::function<QString()> &text, const base::Error &error);

    WallServices m_services;
    Active m_active;
    QHash<ChannelRef, QString> m_recorded; ///< what is recorded, by the names it had when that began
};

} // namespace opsdeck::dvr
