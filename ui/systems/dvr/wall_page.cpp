// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/dvr/wall_page.h"

#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QShortcut>
#include <QToolButton>

#include <algorithm>

namespace opsdeck::dvr {

WallPage::WallPage(Wall &wall, const kit::Theme &theme, const base::Clock &clock, WallView::Describe describe,
                   QWidget *parent)
    : QWidget(parent)
    , m_wall(wall)
    , m_title(new QLabel)
    , m_count(new QLabel)
    , m_view(new WallView(wall, theme, clock, std::move(describe)))
{
    m_title->setObjectName(QStringLiteral("pageTitle"));
    m_count->setObjectName(QStringLiteral("pageHint"));
    auto *header = new QWidget;
    header->setObjectName(QStringLiteral("pageHeader"));
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(theme.sizes().padding, 4, theme.sizes().padding, 4);
    row->setSpacing(theme.sizes().grid);
    row->addWidget(m_title);
    row->addWidget(m_count);
    row->addStretch(1);
    addLayoutButtons(row);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(header);
    column->addWidget(m_view, 1);
    setFocusProxy(m_view);

    connect(&m_wall, &Wall::tileCountChanged, this, &WallPage::showCount);
    retranslate();
}

void WallPage::addLayoutButtons(QLayout *to)
{
    auto *group = new QButtonGroup(this);
    const QList<int> &counts = WallLayout::tileCounts();
    for (int i = 0; i < counts.size(); ++i) {
        const int count = counts.at(i);
        auto *button = new QToolButton;
        button->setText(QString::number(count));
        button->setCheckable(true);
        button->setFocusPolicy(Qt::TabFocus);
        button->setObjectName(QStringLiteral("layout%1").arg(count));
        button->setProperty("isChoice", true);
        button->setShortcut(QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key(Qt::Key_1 + i)));
        group->addButton(button);
        to->addWidget(button);
        connect(button, &QToolButton::clicked, this, [this, count] { m_wall.setTileCount(count); });
        m_buttons.append(button);
    }
    const auto onKeys = [this](QKeySequence::StandardKey keys, int by) {
        auto *shortcut = new QShortcut(keys, this);
        connect(shortcut, &QShortcut::activated, this, [this, by] { stepLayout(by); });
    };
    onKeys(QKeySequence::ZoomIn, -1); // larger tiles
    onKeys(QKeySequence::ZoomOut, 1);
}

void WallPage::stepLayout(int by)
{
    const QList<int> &counts = WallLayout::tileCounts();
    const int at = int(counts.indexOf(WallLayout::smallestFor(m_wall.tileCount())));
    m_wall.setTileCount(counts.at(std::clamp(at + by, 0, int(counts.size()) - 1)));
}

void WallPage::showCount(int tiles)
{
    m_count->setText(tiles == 1 ? tr("1 tile") : tr("%1 tiles").arg(tiles));
    const int at = int(WallLayout::tileCounts().indexOf(tiles));
    if (at >= 0)
        m_buttons.at(at)->setChecked(true);
}

void WallPage::retranslate()
{
    m_title->setText(tr("Wall"));
    for (int i = 0; i < m_buttons.size(); ++i) {
        const int count = WallLayout::tileCounts().at(i);
        QToolButton *button = m_buttons.at(i);
        const QString name = count == 1 ? tr("Show 1 tile") : tr("Show %1 tiles").arg(count);
        button->setAccessibleName(name);
        button->setToolTip(tr("%1 (%2; Ctrl++ and Ctrl+- for larger and smaller tiles)")
                               .arg(name, button->shortcut().toString(QKeySequence::NativeText)));
    }
    showCount(m_wall.tileCount());
}

void WallPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace opsdeck::dvr
