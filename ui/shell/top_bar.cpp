// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/top_bar.h"

#include "ui/kit/icon.h"
#include "ui/shell/page_button.h"

#include <QAction>
#include <QButtonGroup>
#include <QDateTime>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QToolButton>

namespace opsdeck::shell {

namespace {

using Color = kit::Theme::Color;

/// From this width on there is room for the program's name.
constexpr int kWideEnough = 900;
constexpr QLatin1String kPageActions("shell.page.");
constexpr QLatin1String kFullScreenAction("shell.fullScreen");

QToolButton *makeButton(const QString &name)
{
    auto *button = new QToolButton;
    button->setObjectName(name);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

TopBar::TopBar(const kit::Theme &theme, const kit::ActionRegistry &actions, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_actions(actions)
    , m_logo(new QLabel)
    , m_name(new QLabel(QStringLiteral("Opsdeck")))
    , m_pages(new QHBoxLayout)
    , m_tools(new QHBoxLayout)
    , m_group(new QButtonGroup(this))
    , m_fullScreen(makeButton(QStringLiteral("fullScreen")))
    , m_menu(makeButton(QStringLiteral("menu")))
    , m_clock(new QLabel)
{
    setObjectName(QStringLiteral("topBar"));
    setAttribute(Qt::WA_StyledBackground);
    m_name->setObjectName(QStringLiteral("programName"));
    m_clock->setObjectName(QStringLiteral("clock"));
    m_clock->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_menu->setPopupMode(QToolButton::InstantPopup);
    m_menu->setVisible(false);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(theme.sizes().padding, 6, theme.sizes().padding, 6);
    row->setSpacing(theme.sizes().grid);
    row->addWidget(m_logo);
    row->addWidget(m_name);
    row->addSpacing(10);
    m_pages->setSpacing(4);
    row->addLayout(m_pages);
    row->addStretch(1);
    row->addLayout(m_tools);
    row->addWidget(m_fullScreen);
    row->addWidget(m_menu);
    row->addSpacing(6);
    row->addWidget(m_clock);

    connect(m_group, &QButtonGroup::idClicked, this, &TopBar::pageChosen);
    connect(m_fullScreen, &QToolButton::clicked, this, &TopBar::fullScreenWanted);
    const auto note = [this](const QString &id) {
        if (id == kFullScreenAction || id.startsWith(kPageActions))
            showKeys();
    };
    connect(&m_actions, &kit::ActionRegistry::changed, this, note);
    connect(&m_actions, &kit::ActionRegistry::added, this,
            [note](const QAction *action) { note(action->objectName()); });
    makeIcons();
    retranslate();
}

void TopBar::addPage(kit::Words title)
{
    const int page = int(m_titles.size());
    m_titles.append(std::move(title));
    m_shown.append(true);
    m_badges.append(kit::Words());
    auto *button = new PageButton(m_theme);
    button->setObjectName(QStringLiteral("page%1").arg(page + 1));
    button->setFocusPolicy(Qt::TabFocus);
    button->setCheckable(true);
    button->setProperty("isPage", true);
    button->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(button, &QWidget::customContextMenuRequested, this,
            [this, page, button](const QPoint &at) { Q_EMIT pageMenuWanted(page, button->mapToGlobal(at)); });
    m_group->addButton(button, page);
    m_pages->addWidget(button);
    retranslate();
}

void TopBar::setCurrentPage(int page)
{
    if (QAbstractButton *button = m_group->button(page))
        button->setChecked(true);
}

int TopBar::currentPage() const
{
    return m_group->checkedId();
}

void TopBar::setPagesVisible(bool isVisible)
{
    m_arePagesVisible = isVisible;
    showPages();
}

void TopBar::setPageShown(int page, bool isShown)
{
    if (page < 0 || page >= m_shown.size() || m_shown.at(page) == isShown)
        return;
    m_shown[page] = isShown;
    showPages();
    showKeys();
}

QList<int> TopBar::shownPages() const
{
    QList<int> pages;
    for (int page = 0; page < m_shown.size(); ++page) {
        if (m_shown.at(page))
            pages.append(page);
    }
    return pages;
}

void TopBar::setBadge(int page, int count, kit::Words words)
{
    if (page < 0 || page >= m_badges.size())
        return;
    m_badges[page] = count > 0 ? std::move(words) : kit::Words();
    button(page)->setBadge(count);
    retranslate();
}

PageButton *TopBar::button(int page) const
{
    return static_cast<PageButton *>(m_group->button(page));
}

void TopBar::showPages()
{
    for (int page = 0; page < m_shown.size(); ++page)
        button(page)->setVisible(m_arePagesVisible && m_shown.at(page));
}

void TopBar::insertTool(QWidget *widget)
{
    m_tools->addWidget(widget);
}

void TopBar::setMenu(QMenu *menu)
{
    m_menu->setMenu(menu);
    m_menu->setVisible(menu != nullptr);
}

void TopBar::openMenu()
{
    if (m_menu->menu())
        m_menu->showMenu();
}

void TopBar::showTime(const QDateTime &now)
{
    const QString time = now.toString(QStringLiteral("HH:mm:ss"));
    if (m_clock->text() == time)
        return;
    m_clock->setText(time);
    if (now.date() == m_date)
        return;
    m_date = now.date();
    retranslate();
}

QSize TopBar::minimumSizeHint() const
{
    // What goes when there is no room does not keep the window wide.
    constexpr int kNarrow = 420;
    return QSize(kNarrow, QWidget::minimumSizeHint().height());
}

void TopBar::makeIcons()
{
    m_logo->setPixmap(kit::themedIcon(QStringLiteral("opsdeck"), m_theme.color(Color::Accent)).pixmap(16));
    const QColor color = m_theme.color(Color::Text2);
    m_fullScreen->setIcon(kit::themedIcon(QStringLiteral("fullscreen"), color));
    m_menu->setIcon(kit::themedIcon(QStringLiteral("menu"), color));
}

void TopBar::fit()
{
    m_name->setVisible(width() >= kWideEnough);
}

void TopBar::retranslate()
{
    for (int page = 0; page < m_titles.size(); ++page) {
        const QString title = m_titles.at(page)();
        const QString badge = m_badges.at(page) ? m_badges.at(page)() : QString();
        button(page)->setText(title);
        button(page)->setAccessibleName(badge.isEmpty() ? title : tr("%1, %2").arg(title, badge));
    }
    m_fullScreen->setAccessibleName(tr("Full screen"));
    showKeys();
    m_menu->setAccessibleName(tr("Menu"));
    m_menu->setToolTip(tr("Settings, panels, theme, language and more"));
    m_clock->setAccessibleName(tr("Clock"));
    m_clock->setToolTip(m_date.isValid() ? QLocale().toString(m_date, QLocale::LongFormat) : QString());
    m_clock->ensurePolished();
    m_clock->setMinimumWidth(m_clock->fontMetrics().horizontalAdvance(QStringLiteral("00:00:00")));
}

void TopBar::showKeys()
{
    // Keys go by the place in the bar.
    const QList<int> shown = shownPages();
    for (int place = 0; place < shown.size(); ++place) {
        PageButton *button = this->button(shown.at(place));
        button->setToolTip(
            m_actions.withKeys(button->accessibleName(), kPageActions + QString::number(place + 1)));
    }
    m_fullScreen->setToolTip(m_actions.withKeys(tr("Full screen, and back"), kFullScreenAction));
}

void TopBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    switch (event->type()) {
    case QEvent::LanguageChange:
        retranslate();
        break;
    case QEvent::PaletteChange:
    case QEvent::StyleChange:
        makeIcons();
        break;
    default:
        break;
    }
}

void TopBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

} // namespace opsdeck::shell
