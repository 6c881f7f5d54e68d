// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/top_bar.h"

#include "ui/kit/icon.h"

#include <QButtonGroup>
#include <QDateTime>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QToolButton>

namespace opsdeck::shell {

TopBar::TopBar(const kit::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_pages(new QHBoxLayout)
    , m_group(new QButtonGroup(this))
    , m_fullScreen(new QToolButton)
    , m_clock(new QLabel)
{
    setObjectName(QStringLiteral("topBar"));
    setAttribute(Qt::WA_StyledBackground);
    auto *logo = new QLabel;
    logo->setPixmap(
        kit::themedIcon(QStringLiteral("opsdeck"), theme.color(kit::Theme::Color::Accent)).pixmap(16));
    auto *name = new QLabel(QStringLiteral("Opsdeck"));
    name->setObjectName(QStringLiteral("programName"));
    m_fullScreen->setIcon(
        kit::themedIcon(QStringLiteral("fullscreen"), theme.color(kit::Theme::Color::Text2)));
    m_fullScreen->setObjectName(QStringLiteral("fullScreen"));
    m_fullScreen->setFocusPolicy(Qt::TabFocus);
    m_clock->setObjectName(QStringLiteral("clock"));
    m_clock->setAlignment(Qt::AlignRight | Qt::AlignVCenter);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(theme.sizes().padding, 6, theme.sizes().padding, 6);
    row->setSpacing(theme.sizes().grid);
    row->addWidget(logo);
    row->addWidget(name);
    row->addSpacing(10);
    m_pages->setSpacing(4);
    row->addLayout(m_pages);
    row->addStretch(1);
    row->addWidget(m_fullScreen);
    row->addSpacing(6);
    row->addWidget(m_clock);

    connect(m_group, &QButtonGroup::idClicked, this, &TopBar::pageChosen);
    connect(m_fullScreen, &QToolButton::clicked, this, &TopBar::fullScreenWanted);
    retranslate();
}

void TopBar::addPage(const QString &title)
{
    const int page = int(m_group->buttons().size());
    auto *button = new QToolButton;
    button->setText(title);
    button->setCheckable(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setProperty("isPage", true);
    button->setAccessibleName(title);
    button->setShortcut(QKeySequence(Qt::ALT | Qt::Key(Qt::Key_1 + page)));
    button->setToolTip(
        QStringLiteral("%1 (%2)").arg(title, button->shortcut().toString(QKeySequence::NativeText)));
    m_group->addButton(button, page);
    m_pages->addWidget(button);
}

void TopBar::setCurrentPage(int page)
{
    if (QAbstractButton *button = m_group->button(page))
        button->setChecked(true);
}

void TopBar::setPagesVisible(bool isVisible)
{
    for (QAbstractButton *button : m_group->buttons())
        button->setVisible(isVisible);
}

void TopBar::showTime(const QDateTime &now)
{
    const QString time = now.toString(QStringLiteral("HH:mm:ss"));
    if (m_clock->text() == time)
        return;
    m_clock->setText(time);
    m_clock->setToolTip(QLocale().toString(now.date(), QLocale::LongFormat));
}

void TopBar::retranslate()
{
    m_fullScreen->setAccessibleName(tr("Full screen"));
    m_fullScreen->setToolTip(tr("Full screen, and back (F11)"));
    m_clock->setAccessibleName(tr("Clock"));
}

void TopBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace opsdeck::shell
