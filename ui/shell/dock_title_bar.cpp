// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/dock_title_bar.h"

#include "ui/kit/icon.h"
#include "ui/kit/plain_tool_tip.h"

#include <QDockWidget>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace opsdeck::shell {

namespace {

QToolButton *makeButton(const QString &name)
{
    auto *button = new QToolButton;
    button->setObjectName(name);
    button->setProperty("isSlim", true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setIconSize(QSize(14, 14));
    return button;
}

} // namespace

DockTitleBar::DockTitleBar(QDockWidget &dock, const kit::Theme &theme)
    : QWidget(&dock)
    , m_dock(dock)
    , m_theme(theme)
    , m_row(new QHBoxLayout(this))
    , m_title(new QLabel)
    , m_float(makeButton(QStringLiteral("floatDock")))
    , m_close(makeButton(QStringLiteral("closeDock")))
{
    setObjectName(QStringLiteral("dockTitleBar"));
    setAttribute(Qt::WA_StyledBackground);
    m_title->setObjectName(QStringLiteral("dockTitle"));
    m_title->setTextFormat(Qt::PlainText);
    m_row->setContentsMargins(theme.sizes().padding, 4, 6, 4);
    m_row->setSpacing(2);
    m_row->addWidget(m_title, 1);
    m_row->addWidget(m_float);
    m_row->addWidget(m_close);
    connect(m_float, &QToolButton::clicked, &m_dock, [&dock] { dock.setFloating(!dock.isFloating()); });
    connect(m_close, &QToolButton::clicked, &m_dock, &QDockWidget::close);
    connect(&m_dock, &QDockWidget::topLevelChanged, this, [this] {
        makeIcons();
        retranslate();
    });
    makeIcons();
    retranslate();
}

void DockTitleBar::setTitle(const QString &title, const QString &hint)
{
    m_title->setText(title.toUpper());
    m_title->setAccessibleName(title);
    m_title->setToolTip(kit::plainToolTip(hint));
    retranslate();
}

void DockTitleBar::addTool(QWidget *tool)
{
    m_row->insertWidget(m_row->indexOf(m_float), tool);
}

/// A long title is cut before a narrow dock is made wider.
QSize DockTitleBar::minimumSizeHint() const
{
    return QSize(m_theme.sizes().row * 3, QWidget::minimumSizeHint().height());
}

void DockTitleBar::makeIcons()
{
    const QColor color = m_theme.color(kit::Theme::Color::Text2);
    m_float->setIcon(
        kit::themedIcon(m_dock.isFloating() ? QStringLiteral("dock-back") : QStringLiteral("float"), color));
    m_close->setIcon(kit::themedIcon(QStringLiteral("close"), color));
}

void DockTitleBar::retranslate()
{
    const QString title = m_dock.windowTitle();
    const QString floats = m_dock.isFloating() ? tr("Put back into the window: %1").arg(title)
                                               : tr("Take out of the window: %1").arg(title);
    m_float->setToolTip(kit::plainToolTip(floats));
    m_float->setAccessibleName(floats);
    const QString closes = tr("Close: %1").arg(title);
    m_close->setToolTip(kit::plainToolTip(closes));
    m_close->setAccessibleName(closes);
}

void DockTitleBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        makeIcons();
}

} // namespace opsdeck::shell
