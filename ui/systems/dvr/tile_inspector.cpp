// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/dvr/tile_inspector.h"

#include "ui/kit/elided_label.h"
#include "ui/kit/plain_label.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QSlider>
#include <QVBoxLayout>

namespace opsdeck::dvr {

TileInspector::TileInspector(const WallServices &services, Active active, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_active(std::move(active))
    , m_title(kit::wrappedLabel(QStringLiteral("inspectorTitle")))
    , m_state(kit::wrappedLabel(QStringLiteral("panelHint")))
    , m_details(new QVBoxLayout)
    , m_graph(new RateGraph(services.context.theme))
{
    setObjectName(QStringLiteral("tileInspector"));
    const kit::Theme::Sizes &sizes = services.context.theme.sizes();
    m_details->setSpacing(6);

    // On a low screen it scrolls, and does not make the window higher than that.
    auto *inside = new QWidget;
    inside->setObjectName(QStringLiteral("scrollInside"));
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(inside);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scroll);
    constexpr int kNarrowest = 150;
    setMinimumWidth(kNarrowest);

    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(sizes.padding, sizes.grid, sizes.padding, sizes.grid);
    column->setSpacing(sizes.grid);
    column->addWidget(m_title);
    column->addWidget(m_state);
    column->addLayout(m_details);
    column->addWidget(m_graph);
    buildButtons(column);
    buildVolume(column);
    column->addStretch(1);

    connect(&m_services.sound, &TileSound::volumeChanged, this, &TileInspector::showVolume);
    connect(&m_services.sound, &TileSound::stateChanged, this, &TileInspector::showVolume);
    retranslate();
}

void TileInspector::buildButtons(QLayout *to)
{
    auto *grid = new QGridLayout;
    grid->setSpacing(6);
    const auto add = [&](const char *id, kit::ActionButton::Text icon, kit::ActionButton::Text words) {
        const kit::UiContext &context = m_services.context;
        auto *button = new kit::ActionButton(context.actions, context.theme, QLatin1String(id), icon());
        button->setObjectName(QStringLiteral("inspector.") + QLatin1String(id));
        button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        button->setIconName(std::move(icon));
        button->setWords(std::move(words));
        const int place = int(m_buttons.size());
        grid->addWidget(button, place / 2, place % 2);
        m_buttons.append(button);
    };
    add(
        "wall.snapshot", [] { return QStringLiteral("snapshot"); }, [] { return tr("Snapshot"); });
    add(
        "wall.record",
        [this] { return activity().isRecording ? QStringLiteral("stop") : QStringLiteral("record"); },
        [this] { return activity().isRecording ? tr("Stop") : tr("Record"); });
    add(
        "wall.replay", [] { return QStringLiteral("replay-30"); },
        [this] { return activity().isReplaying ? tr("Back to live") : tr("Replay"); });
    add(
        "wall.sound",
        [this] { return activity().isHeard ? QStringLiteral("speaker-off") : QStringLiteral("speaker"); },
        [this] { return activity().isHeard ? tr("Sound off") : tr("Sound on"); });
    static_cast<QBoxLayout *>(to)->addLayout(grid);
}

void TileInspector::buildVolume(QLayout *to)
{
    m_volume = new QSlider(Qt::Horizontal);
    m_volume->setObjectName(QStringLiteral("volume"));
    m_volume->setRange(0, 100);
    m_volume->setPageStep(10);
    m_volumeText = kit::plainLabel(QStringLiteral("panelHint"));
    auto *row = new QHBoxLayout;
    row->addWidget(m_volume, 1);
    row->addWidget(m_volumeText);
    static_cast<QBoxLayout *>(to)->addLayout(row);
    // Below, where a sentence leaves the slider its room.
    m_soundText = kit::wrappedLabel(QStringLiteral("panelHint"));
    to->addWidget(m_soundText);
    connect(m_volume, &QSlider::valueChanged, this,
            [this](int percent) { m_services.sound.setVolume(percent); });
}

void TileInspector::refresh(bool isSecond)
{
    if (!isVisible())
        return;
    const WallPane &pane = *m_active();
    const int tile = pane.wall().selected();
    const TileDetailFacts facts = pane.details(tile);
    const ChannelRef channel = facts.tile.channel;
    if (!(channel == m_shown)) {
        m_shown = channel;
        m_graph->clear();
        refreshButtons();
    } else if (!(activity() == m_activity)) {
        refreshButtons();
    }
    const bool isAssigned = !channel.isNull();
    const TileText text = pane.describe(tile);
    m_title->setText(isAssigned ? text.names.value(0) : tr("Tile %1 is empty").arg(tile + 1));
    QString state = text.badge.isEmpty() ? text.headline : text.badge;
    if (!text.line.isEmpty())
        state += QStringLiteral("\n") + text.line;
    m_state->setText(isAssigned ? state : tr("Drag a channel from the site tree onto it."));
    m_state->setVisible(!m_state->text().isEmpty());
    showDetails(isAssigned ? tileDetails(facts, m_services.context.clock.now()) : QList<TileDetail>());
    m_graph->setVisible(isAssigned);
    if (isSecond && isAssigned)
        m_graph->add(facts.tile.state.kind == TileState::Kind::Live ? facts.tile.kilobitsPerSecond : 0);
    for (kit::ActionButton *button : std::as_const(m_buttons))
        button->setVisible(isAssigned);
    m_volume->setVisible(isAssigned);
    m_volumeText->setVisible(isAssigned);
    m_soundText->setVisible(isAssigned && !m_soundText->text().isEmpty());
}

void TileInspector::showDetails(const QList<TileDetail> &details)
{
    while (m_rows.size() < details.size()) {
        auto *name = new kit::ElidedLabel;
        name->setObjectName(QStringLiteral("detailName"));
        auto *value = new kit::ElidedLabel;
        value->setObjectName(QStringLiteral("detailValue"));
        value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        // Each row shares its own width: a long value does not cut the names of the others.
        auto *row = new QHBoxLayout;
        row->setSpacing(m_services.context.theme.sizes().grid);
        row->addWidget(name);
        row->addStretch(1);
        row->addWidget(value);
        m_details->addLayout(row);
        m_rows.append(std::pair(name, value));
    }
    for (int i = 0; i < m_rows.size(); ++i) {
        const auto [name, value] = m_rows.at(i);
        const bool isUsed = i < details.size();
        name->setVisible(isUsed);
        value->setVisible(isUsed);
        if (!isUsed)
            continue;
        if (name->text() != details.at(i).name)
            name->setText(details.at(i).name);
        if (value->text() != details.at(i).value)
            value->setText(details.at(i).value);
    }
}

void TileInspector::showVolume()
{
    const QSignalBlocker quiet(m_volume);
    const bool isOn = !m_services.sound.channel().isNull();
    m_volume->setValue(m_services.sound.volume());
    m_volume->setEnabled(isOn);
    m_volume->setToolTip(isOn ? tr("Volume, %1 %").arg(m_services.sound.volume())
                              : tr("Switch the sound of a camera on first"));
    m_volumeText->setText(tr("%1 %").arg(m_services.sound.volume()));
    m_soundText->setText(isOn ? m_services.sound.stateText() : QString());
    m_soundText->setVisible(!m_soundText->text().isEmpty() && !m_shown.isNull());
}

TileInspector::Activity TileInspector::activity() const
{
    return {m_services.recordings.isRecording(m_shown),
            !m_shown.isNull() && m_services.sound.channel() == m_shown,
            m_active()->replay(m_active()->wall().selected()) != nullptr};
}

/// What they do depends on the tile that is selected, and on what is going on with it.
void TileInspector::refreshButtons()
{
    m_activity = activity();
    for (kit::ActionButton *button : std::as_const(m_buttons)) {
        m_services.context.actions.refresh(button->actionId());
        button->refresh();
    }
}

void TileInspector::retranslate()
{
    refreshButtons();
    m_volume->setAccessibleName(tr("Volume"));
    m_graph->setAccessibleName(tr("Data rate over the last minute"));
    m_graph->setToolTip(m_graph->accessibleName());
    showVolume();
    setAccessibleName(tr("Details of the selected tile"));
}

void TileInspector::showEvent(QShowEvent *)
{
    refresh();
    retranslate();
}

void TileInspector::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        refresh();
    }
}

} // namespace opsdeck::dvr
