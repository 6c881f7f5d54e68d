// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/dvr/wall_page.h"

#include "ui/kit/plain_tool_tip.h"

#include <QAction>
#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

#include <algorithm>

namespace opsdeck::dvr {

namespace {

constexpr QLatin1String kLayoutActions("wall.layout.");

} // namespace

WallPage::WallPage(Wall &wall, const kit::UiContext &context, WallView::Describe describe, QWidget *parent)
    : QWidget(parent)
    , m_wall(wall)
    , m_context(context)
    , m_title(new QLabel)
    , m_count(new QLabel)
    , m_view(new WallView(wall, context.theme, context.clock, std::move(describe)))
{
    m_title->setObjectName(QStringLiteral("pageTitle"));
    m_title->setTextFormat(Qt::PlainText);
    m_count->setObjectName(QStringLiteral("pageHint"));
    auto *header = new QWidget;
    header->setObjectName(QStringLiteral("pageHeader"));
    m_header = new QHBoxLayout(header);
    m_header->setContentsMargins(context.theme.sizes().padding, 4, context.theme.sizes().padding, 4);
    m_header->setSpacing(context.theme.sizes().grid - 2);
    m_header->addWidget(m_title);
    m_header->addWidget(m_count);
    m_header->addStretch(1);
    addLayoutButtons(m_header);
    addLayoutMenu(m_header);

    // Narrower than its header at its widest: that gives way.
    setMinimumWidth(240);
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_column->addWidget(header);
    m_column->addWidget(m_view, 1);
    setFocusProxy(m_view);
    // Tab takes the page for its proxy and would jump over what lies between the two.
    QWidget *before = m_view;
    for (QToolButton *button : std::as_const(m_layoutButtons)) {
        setTabOrder(before, button);
        before = button;
    }
    setTabOrder(before, m_layoutMenu);

    connect(m_view, &WallView::focused, this, &WallPage::used);
    connect(&m_wall, &Wall::tileCountChanged, this, &WallPage::showCount);
    // Their tooltips name the keys.
    connect(&m_context.actions, &kit::ActionRegistry::changed, this, [this](const QString &id) {
        if (id.startsWith(kLayoutActions))
            retranslate();
    });
    retranslate();
}

void WallPage::addLayoutButtons(QLayout *to)
{
    auto *group = new QButtonGroup(this);
    for (const int count : WallLayout::tileCounts()) {
        auto *button = new QToolButton;
        button->setText(QString::number(count));
        button->setCheckable(true);
        button->setFocusPolicy(Qt::TabFocus);
        button->setObjectName(QStringLiteral("layout%1").arg(count));
        button->setProperty("isChoice", true);
        group->addButton(button);
        to->addWidget(button);
        connect(button, &QToolButton::pressed, this, &WallPage::used);
        connect(button, &QToolButton::clicked, this, [this, count] { m_wall.setTileCount(count); });
        m_layoutButtons.append(button);
    }
}

void WallPage::addLayoutMenu(QLayout *to)
{
    m_layoutMenu = new QToolButton;
    m_layoutMenu->setObjectName(QStringLiteral("layoutMenu"));
    m_layoutMenu->setProperty("isChoice", true);
    m_layoutMenu->setFocusPolicy(Qt::TabFocus);
    m_layoutMenu->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(m_layoutMenu);
    m_layoutMenu->setMenu(menu);
    // Made when it is opened: in the language of that moment.
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        Q_EMIT used();
        menu->clear();
        for (const int count : WallLayout::tileCounts()) {
            QAction *action = menu->addAction(count == 1 ? tr("Show 1 tile") : tr("Show %1 tiles").arg(count),
                                              this, [this, count] { m_wall.setTileCount(count); });
            action->setCheckable(true);
            action->setChecked(count == m_wall.tileCount());
        }
    });
    m_layoutMenu->hide();
    to->addWidget(m_layoutMenu);
}

/// Where the header is narrow the layouts go into a menu, and then the title gives way.
void WallPage::fitHeader()
{
    const int spacing = m_header->spacing();
    const QMargins margins = m_header->contentsMargins();
    const auto widthOf = [spacing](const QWidget *widget) { return widget->sizeHint().width() + spacing; };
    int layouts = 0;
    for (const QToolButton *button : std::as_const(m_layoutButtons))
        layouts += widthOf(button);
    int rest = margins.left() + margins.right() + spacing + widthOf(m_count);
    for (const kit::ActionButton *button : std::as_const(m_buttons))
        rest += widthOf(button);
    constexpr int kLeastTitle = 60;
    const bool isNarrow = width() < rest + layouts + kLeastTitle;
    for (QToolButton *button : std::as_const(m_layoutButtons))
        button->setVisible(!isNarrow);
    m_layoutMenu->setVisible(isNarrow);
    const QString title = m_titleText.isEmpty() ? tr("Wall") : m_titleText;
    const int room = std::max(0, width() - rest - (isNarrow ? widthOf(m_layoutMenu) : layouts));
    const QString fitting = m_title->fontMetrics().elidedText(title, Qt::ElideRight, room);
    m_title->setText(fitting);
    m_title->setToolTip(fitting == title ? QString() : kit::plainToolTip(title));
}

void WallPage::addButton(const QString &actionId, const QString &iconName)
{
    auto *button = new kit::ActionButton(m_context.actions, m_context.theme, actionId, iconName);
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    // Before the action runs: it acts on the wall that was used last.
    connect(button, &QToolButton::pressed, this, &WallPage::used);
    m_header->addWidget(button);
    m_buttons.append(button);
    fitHeader();
}

void WallPage::addBar(QWidget *bar)
{
    m_column->addWidget(bar);
}

void WallPage::setTitle(const QString &title)
{
    m_titleText = title;
    fitHeader();
}

void WallPage::showCount(int tiles)
{
    m_count->setText(tiles == 1 ? tr("1 tile") : tr("%1 tiles").arg(tiles));
    const int at = int(WallLayout::tileCounts().indexOf(tiles));
    if (at >= 0)
        m_layoutButtons.at(at)->setChecked(true);
    m_layoutMenu->setText(QString::number(tiles));
    fitHeader();
}

void WallPage::retranslate()
{
    m_layoutMenu->setAccessibleName(tr("Number of tiles"));
    m_layoutMenu->setToolTip(tr("Number of tiles"));
    for (int i = 0; i < m_layoutButtons.size(); ++i) {
        const int count = WallLayout::tileCounts().at(i);
        QToolButton *button = m_layoutButtons.at(i);
        const QString name = count == 1 ? tr("Show 1 tile") : tr("Show %1 tiles").arg(count);
        button->setAccessibleName(name);
        button->setToolTip(m_context.actions.withKeys(name, kLayoutActions + QString::number(count)));
    }
    showCount(m_wall.tileCount());
}

void WallPage::resizeEvent(QResizeEvent *)
{
    fitHeader();
}

void WallPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace opsdeck::dvr
