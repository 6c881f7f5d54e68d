// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "ui/kit/theme.h"
#include "ui/systems/dvr/replay_feed.h"

#include <QPointer>
#include <QWidget>

#include <optional>

class QKeyEvent;
class QLabel;
class QSlider;
class QToolButton;

namespace opsdeck::dvr {

/// The bar below a tile that replays: plays, stands still, steps and scrubs its ReplayFeed; says when the shown frame was
/// and how far back that is; takes the span to save. Owns nothing but its widgets; decides nothing about saving or
/// going back to live, for which it asks. GUI thread.
///
/// Keys, anywhere in it: Space plays and pauses, Left and Right step a frame (with Shift a second), Home and End, I and O
/// set the span to save, Esc goes back to live.
class ReplayBar final : public QWidget
{
    Q_OBJECT
public:
    /// While the slider is dragged pictures are asked for at most this often.
    static constexpr std::chrono::milliseconds kScrubEvery{40};

    /// @param theme, @param clock must outlive this object.
    ReplayBar(const kit::Theme &theme, base::Clock &clock, QWidget *parent = nullptr);
    ~ReplayBar() override;

    /// What it steers; null: nothing (everything is disabled). The feed may go before the bar does.
    void setFeed(ReplayFeed *feed);
    ReplayFeed *feed() const { return m_feed; }

    void togglePlay();
    void step(int frames);
    /// Does what the key means in a replay. @return whether it means anything.
    bool handleKey(const QKeyEvent &event);

    /// What to save: all, or the span that the operator set.
    QList<media::EncodedFrame> framesToSave() const;

    /// That of its narrow form.
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// "Save…": ask for a name, then saveReplay(framesToSave(), name).
    void saveAsked();
    /// "Back to live".
    void backAsked();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QToolButton *addButton(const char *name, class QLayout *to);
    void retranslate();
    void showIcons();
    void showFeed();
    void showPosition();
    void showSpan();
    void fitWidth();
    void scrub(int position);
    void seekBy(std::chrono::milliseconds by);
    void setSpanEnd(bool isStart);

    const kit::Theme &m_theme;
    base::Clock &m_clock;
    std::unique_ptr<base::Timer> m_scrubTimer;
    QPointer<ReplayFeed> m_feed;
    QSlider *m_slider;
    QToolButton *m_play;
    QToolButton *m_back; ///< a frame
    QToolButton *m_on;   ///< a frame
    QLabel *m_time;
    QLabel *m_offset;
    QList<QToolButton *> m_speeds;
    QToolButton *m_from;
    QToolButton *m_to;
    QToolButton *m_save;
    QToolButton *m_live;
    std::optional<int> m_wanted; ///< where the slider was dragged to, ms, not yet asked for
    bool m_wasPlaying = false;   ///< before it was dragged
    std::optional<std::chrono::milliseconds> m_spanFrom;
    std::optional<std::chrono::milliseconds> m_spanTo;
};

} // namespace opsdeck::dvr
