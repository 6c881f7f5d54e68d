// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/dvr/replay_bar.h"

#include "ui/kit/icon.h"
#include "ui/kit/time_text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <utility>

namespace opsdeck::dvr {

namespace {

using std::chrono::milliseconds;
using Color = kit::Theme::Color;

constexpr std::array kSpeeds{0.5, 1.0, 2.0};

/// "12.3": seconds with one digit, as the operator's language writes them.
QString secondsText(milliseconds time)
{
    return QLocale().toString(double(time.count()) / 1000, 'f', 1);
}

} // namespace

ReplayBar::ReplayBar(const kit::Theme &theme, base::Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_clock(clock)
    , m_scrubTimer(clock.makeTimer([this] {
        if (m_wanted)
            scrub(*m_wanted);
    }))
    , m_slider(new QSlider(Qt::Horizontal))
    , m_time(new QLabel)
    , m_offset(new QLabel)
{
    setObjectName(QStringLiteral("replayBar"));
    setAttribute(Qt::WA_StyledBackground);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme.sizes().grid / 2);

    m_back = addButton("replayStepBack", row);
    m_play = addButton("replayPlay", row);
    m_on = addButton("replayStepOn", row);
    row->addSpacing(theme.sizes().grid);
    for (QLabel *label : {m_time, m_offset}) {
        label->setTextFormat(Qt::PlainText);
        row->addWidget(label);
        row->addSpacing(theme.sizes().grid);
    }
    m_offset->setObjectName(QStringLiteral("replayOffset"));
    m_time->setObjectName(QStringLiteral("replayTime"));
    for (const double speed : kSpeeds) {
        QToolButton *button = addButton("replaySpeed", row);
        button->setObjectName(QStringLiteral("replaySpeed%1").arg(speed));
        button->setCheckable(true);
        connect(button, &QToolButton::clicked, this, [this, speed] {
            if (m_feed)
                m_feed->setSpeed(speed);
            showFeed();
        });
        m_speeds.append(button);
    }
    row->addStretch(1);
    m_from = addButton("replayFrom", row);
    m_to = addButton("replayTo", row);
    m_save = addButton("replaySave", row);
    m_live = addButton("replayLive", row);

    m_slider->setObjectName(QStringLiteral("replaySlider"));
    // For the wheel and the page keys; the arrow keys step pictures.
    m_slider->setSingleStep(40);
    m_slider->setPageStep(1000);
    m_slider->installEventFilter(this);
    auto *column = new QVBoxLayout(this);
    // Its smallest size is that of the narrow form: minimumSizeHint().
    column->setSizeConstraint(QLayout::SetNoConstraint);
    column->setContentsMargins(theme.sizes().padding, theme.sizes().grid / 2, theme.sizes().padding,
                               theme.sizes().grid / 2);
    column->setSpacing(theme.sizes().grid / 2);
    column->addWidget(m_slider);
    column->addLayout(row);

    connect(m_play, &QToolButton::clicked, this, &ReplayBar::togglePlay);
    connect(m_back, &QToolButton::clicked, this, [this] { step(-1); });
    connect(m_on, &QToolButton::clicked, this, [this] { step(1); });
    connect(m_from, &QToolButton::clicked, this, [this] { setSpanEnd(true); });
    connect(m_to, &QToolButton::clicked, this, [this] { setSpanEnd(false); });
    connect(m_save, &QToolButton::clicked, this, &ReplayBar::saveAsked);
    connect(m_live, &QToolButton::clicked, this, &ReplayBar::backAsked);
    connect(m_slider, &QSlider::sliderPressed, this, [this] {
        m_wasPlaying = m_feed && m_feed->isPlaying();
        if (m_feed)
            m_feed->pause();
    });
    connect(m_slider, &QSlider::valueChanged, this, &ReplayBar::scrub);
    connect(m_slider, &QSlider::sliderReleased, this, [this] {
        if (m_feed && m_wanted)
            m_feed->seek(milliseconds(*m_wanted));
        m_wanted.reset();
        m_scrubTimer->stop();
        if (m_feed && m_wasPlaying && m_feed->position() < m_feed->duration())
            m_feed->play();
    });
    setFocusProxy(m_slider);
    retranslate();
    showIcons();
    setFeed(nullptr);
}

ReplayBar::~ReplayBar() = default;

QToolButton *ReplayBar::addButton(const char *name, QLayout *to)
{
    auto *button = new QToolButton;
    button->setObjectName(QLatin1String(name));
    button->setProperty("isChoice", true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    // Space is play and pause wherever the focus is; Enter presses.
    button->installEventFilter(this);
    to->addWidget(button);
    return button;
}

void ReplayBar::setFeed(ReplayFeed *feed)
{
    if (m_feed)
        m_feed->disconnect(this);
    m_feed = feed;
    m_wanted.reset();
    m_scrubTimer->stop();
    m_spanFrom.reset();
    m_spanTo.reset();
    if (feed) {
        connect(feed, &ReplayFeed::positionChanged, this, &ReplayBar::showPosition);
        connect(feed, &ReplayFeed::playingChanged, this, &ReplayBar::showFeed);
        connect(feed, &ReplayFeed::speedChanged, this, &ReplayBar::showFeed);
        connect(feed, &QObject::destroyed, this, [this] { setFeed(nullptr); });
    }
    showFeed();
}

void ReplayBar::togglePlay()
{
    if (!m_feed)
        return;
    if (m_feed->isPlaying())
        m_feed->pause();
    else
        m_feed->play();
}

void ReplayBar::step(int frames)
{
    if (m_feed)
        m_feed->step(frames);
}

void ReplayBar::seekBy(milliseconds by)
{
    if (m_feed)
        m_feed->seek(m_feed->position() + by);
}

/// Any way the slider moves. Asks at once, then at most every kScrubEvery for the newest place.
void ReplayBar::scrub(int position)
{
    if (!m_feed)
        return;
    m_wanted = position;
    if (m_scrubTimer->isActive())
        return;
    m_wanted.reset();
    m_feed->seek(milliseconds(position));
    m_scrubTimer->start(kScrubEvery);
}

void ReplayBar::setSpanEnd(bool isStart)
{
    if (!m_feed)
        return;
    // The same place once more takes the mark away.
    std::optional<milliseconds> &end = isStart ? m_spanFrom : m_spanTo;
    const milliseconds at = m_feed->position();
    end = end == at ? std::nullopt : std::optional(at);
    if (m_spanFrom && m_spanTo && *m_spanTo < *m_spanFrom)
        (isStart ? m_spanTo : m_spanFrom).reset();
    showSpan();
}

QList<media::EncodedFrame> ReplayBar::framesToSave() const
{
    if (!m_feed)
        return {};
    if (!m_spanFrom && !m_spanTo)
        return m_feed->frames();
    return m_feed->frames(m_spanFrom.value_or(milliseconds(0)), m_spanTo.value_or(m_feed->duration()));
}

bool ReplayBar::handleKey(const QKeyEvent &event)
{
    if (!m_feed)
        return false;
    const bool isShift = event.modifiers() == Qt::ShiftModifier;
    if (event.modifiers() != Qt::NoModifier && event.modifiers() != Qt::KeypadModifier && !isShift)
        return false;
    constexpr milliseconds kSecond{1000};
    switch (event.key()) {
    case Qt::Key_Space:
        if (!event.isAutoRepeat())
            togglePlay();
        return true;
    case Qt::Key_Left:
        isShift ? seekBy(-kSecond) : step(-1);
        return true;
    case Qt::Key_Right:
        isShift ? seekBy(kSecond) : step(1);
        return true;
    case Qt::Key_Home:
        m_feed->seek(milliseconds(0));
        return true;
    case Qt::Key_End:
        m_feed->seek(m_feed->duration());
        return true;
    case Qt::Key_I:
        setSpanEnd(true);
        return true;
    case Qt::Key_O:
        setSpanEnd(false);
        return true;
    case Qt::Key_Escape:
        Q_EMIT backAsked();
        return true;
    default:
        return false;
    }
}

void ReplayBar::keyPressEvent(QKeyEvent *event)
{
    if (!handleKey(*event))
        QWidget::keyPressEvent(event);
}

bool ReplayBar::eventFilter(QObject *watched, QEvent *event)
{
    // Esc is ours before it is the window's, which would leave its full screen.
    if (event->type() == QEvent::ShortcutOverride && m_feed &&
        static_cast<const QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::KeyPress) {
        const auto &key = static_cast<const QKeyEvent &>(*event);
        auto *button = qobject_cast<QToolButton *>(watched);
        if (button && (key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter)) {
            button->click();
            return true;
        }
        if (handleKey(key))
            return true;
    }
    // A button would press itself when Space is let go.
    if (event->type() == QEvent::KeyRelease &&
        static_cast<const QKeyEvent *>(event)->key() == Qt::Key_Space && qobject_cast<QToolButton *>(watched))
        return true;
    return QWidget::eventFilter(watched, event);
}

void ReplayBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        showIcons();
    QWidget::changeEvent(event);
}

QSize ReplayBar::minimumSizeHint() const
{
    const int gap = m_theme.sizes().grid;
    int width = 2 * m_theme.sizes().padding + 3 * gap;
    for (const QWidget *widget :
         std::initializer_list<const QWidget *>{m_back, m_play, m_on, m_time, m_offset})
        width += widget->sizeHint().width() + gap / 2;
    // Save and Back to live with their icons alone, like this one.
    width += 2 * (m_back->sizeHint().width() + gap / 2);
    return {width, layout()->minimumSize().height()};
}

void ReplayBar::resizeEvent(QResizeEvent *event)
{
    fitWidth();
    QWidget::resizeEvent(event);
}

/// Without room for all, first the marks go (their keys stay) and words become icons, then the speeds go, then the seconds
/// before the end (the slider shows the same), at last the steps of a frame (their keys stay).
void ReplayBar::fitWidth()
{
    enum { Wide, NoMarks, NoSpeeds, NoOffset, Narrowest };
    // The style lets them be narrower than their words.
    for (QToolButton *button : std::as_const(m_speeds))
        button->setMinimumWidth(button->sizeHint().width());
    for (const int form : {Wide, NoMarks, NoSpeeds, NoOffset, Narrowest}) {
        for (QToolButton *button : {m_save, m_live}) {
            button->setToolButtonStyle(form == Wide ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
        }
        for (QToolButton *button : {m_from, m_to})
            button->setVisible(form == Wide);
        for (QToolButton *button : std::as_const(m_speeds))
            button->setVisible(form < NoSpeeds);
        m_offset->setVisible(form < NoOffset);
        for (QToolButton *button : {m_back, m_on})
            button->setVisible(form < Narrowest);
        layout()->activate();
        if (layout()->minimumSize().width() <= width())
            return;
    }
}

void ReplayBar::retranslate()
{
    m_slider->setAccessibleName(tr("Place in the replay"));
    m_slider->setToolTip(tr("Drag to look through the replay (Left, Right: a frame; with Shift: a second)"));
    m_time->setAccessibleName(tr("Time of the picture"));
    m_time->setToolTip(tr("When this picture was received"));
    m_offset->setAccessibleName(tr("Seconds before the end of the replay"));
    m_offset->setToolTip(tr("How long before the newest picture of this replay"));
    m_back->setAccessibleName(tr("A picture back"));
    m_back->setToolTip(tr("A picture back (Left)"));
    m_on->setAccessibleName(tr("A picture on"));
    m_on->setToolTip(tr("A picture on (Right)"));
    for (int i = 0; i < m_speeds.size(); ++i) {
        const QString speed = QLocale().toString(kSpeeds[std::size_t(i)]);
        m_speeds.at(i)->setText(tr("%1×").arg(speed));
        m_speeds.at(i)->setAccessibleName(tr("Speed %1").arg(speed));
        m_speeds.at(i)->setToolTip(kSpeeds[std::size_t(i)] == 1.0
                                       ? tr("Play at the normal speed")
                                       : tr("Play at %1 times the speed").arg(speed));
    }
    m_from->setText(tr("From here"));
    m_from->setAccessibleName(tr("Save from here"));
    m_from->setToolTip(tr("What is saved begins at this picture (I)"));
    m_to->setText(tr("To here"));
    m_to->setAccessibleName(tr("Save to here"));
    m_to->setToolTip(tr("What is saved ends at this picture (O)"));
    m_live->setText(tr("Back to live"));
    m_live->setAccessibleName(tr("Back to live"));
    m_live->setToolTip(tr("Back to live (Esc)"));
    showFeed();
}

void ReplayBar::showIcons()
{
    const QColor color = m_theme.color(Color::Text2);
    m_back->setIcon(kit::themedIcon(QStringLiteral("left"), color));
    m_on->setIcon(kit::themedIcon(QStringLiteral("right"), color));
    m_save->setIcon(kit::themedIcon(QStringLiteral("export"), color));
    m_live->setIcon(kit::themedIcon(QStringLiteral("close"), color));
    const bool isPlaying = m_feed && m_feed->isPlaying();
    m_play->setIcon(kit::themedIcon(isPlaying ? QStringLiteral("pause") : QStringLiteral("play"), color));
}

void ReplayBar::showFeed()
{
    const bool hasPictures = m_feed && !m_feed->isEmpty();
    for (QWidget *widget : findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly))
        widget->setEnabled(hasPictures || widget == m_live);
    const bool isPlaying = m_feed && m_feed->isPlaying();
    m_play->setAccessibleName(isPlaying ? tr("Pause") : tr("Play"));
    m_play->setToolTip(!hasPictures ? tr("Nothing was kept of this stream yet")
                       : isPlaying  ? tr("Pause (Space)")
                                    : tr("Play (Space)"));
    for (int i = 0; i < m_speeds.size(); ++i)
        m_speeds.at(i)->setChecked(m_feed && m_feed->speed() == kSpeeds[std::size_t(i)]);
    {
        const QSignalBlocker quiet(m_slider);
        m_slider->setRange(0, hasPictures ? int(m_feed->duration().count()) : 0);
    }
    showIcons();
    showPosition();
    showSpan();
}

void ReplayBar::showPosition()
{
    if (!m_feed || m_feed->isEmpty()) {
        m_time->clear();
        m_offset->clear();
        return;
    }
    const milliseconds position = m_feed->position();
    if (!m_slider->isSliderDown()) {
        const QSignalBlocker quiet(m_slider);
        m_slider->setValue(int(position.count()));
    }
    m_time->setText(kit::momentText(m_feed->frameTime(), m_clock.now()));
    // A true minus; one width for all, so that nothing beside it moves.
    m_offset->setText(tr("−%1 s").arg(secondsText(m_feed->duration() - position)));
    const QString widest = tr("−%1 s").arg(secondsText(m_feed->duration()));
    m_offset->setMinimumWidth(m_offset->fontMetrics().horizontalAdvance(widest));
}

void ReplayBar::showSpan()
{
    const bool hasPictures = m_feed && !m_feed->isEmpty();
    const bool isPart = hasPictures && (m_spanFrom || m_spanTo);
    if (isPart) {
        const milliseconds span =
            m_spanTo.value_or(m_feed->duration()) - m_spanFrom.value_or(milliseconds(0));
        m_save->setText(tr("Save %1 s…").arg(secondsText(span)));
        m_save->setToolTip(tr("Save the chosen part as a clip; it begins at the whole picture before"));
    } else {
        m_save->setText(tr("Save…"));
        m_save->setToolTip(hasPictures ? tr("Save this replay as a clip")
                                       : tr("Nothing was kept of this stream yet"));
    }
    m_save->setAccessibleName(m_save->text());
    fitWidth();
}

} // namespace opsdeck::dvr
