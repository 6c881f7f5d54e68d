// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/notice_bar.h"

#include "ui/kit/icon.h"
#include "ui/kit/plain_tool_tip.h"
#include "ui/kit/time_text.h"
#include "ui/shell/notice_line.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QToolButton>

namespace opsdeck::shell {

namespace {
constexpr int kIcon = 14;
constexpr int kMaximumActionWidth = 180;
} // namespace

NoticeBar::NoticeBar(const kit::Theme &theme, kit::Notices &notices, const base::Clock &clock,
                     QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_notices(notices)
    , m_clock(clock)
    , m_line(new NoticeLine(theme))
    , m_action(new QToolButton)
    , m_dismiss(new QToolButton)
    , m_bell(new QToolButton)
{
    setObjectName(QStringLiteral("noticeBar"));
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_action->setObjectName(QStringLiteral("noticeAction"));
    m_dismiss->setObjectName(QStringLiteral("noticeDismiss"));
    m_bell->setObjectName(QStringLiteral("noticeBell"));
    m_bell->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    for (QToolButton *button : {m_action, m_dismiss, m_bell}) {
        button->setFocusPolicy(Qt::TabFocus);
        button->setIconSize(QSize(kIcon, kIcon));
    }
    m_action->setMaximumWidth(kMaximumActionWidth);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(m_line, 1);
    row->addWidget(m_action);
    row->addWidget(m_dismiss);
    row->addWidget(m_bell);

    connect(&m_notices, &kit::Notices::changed, this, &NoticeBar::showNewest);
    connect(m_action, &QToolButton::clicked, this, [this] {
        giveFocusBack();
        m_notices.act(m_shown);
    });
    connect(m_dismiss, &QToolButton::clicked, this, [this] {
        giveFocusBack();
        m_notices.dismiss(m_shown);
    });
    connect(m_bell, &QToolButton::clicked, this, &NoticeBar::listWanted);
    makeIcons();
    showNewest();
}

void NoticeBar::takeFocus()
{
    if (QWidget *before = QApplication::focusWidget(); before && !isAncestorOf(before))
        m_focusBefore = before;
    for (QToolButton *button : {m_action, m_dismiss, m_bell}) {
        if (!button->isHidden()) {
            button->setFocus(Qt::ShortcutFocusReason);
            return;
        }
    }
}

/// A button that goes while it has the focus would leave it to chance who is next.
void NoticeBar::giveFocusBack()
{
    if (isAncestorOf(QApplication::focusWidget()) && m_focusBefore && m_focusBefore->isVisible())
        m_focusBefore->setFocus(Qt::OtherFocusReason);
    m_focusBefore = nullptr;
}

void NoticeBar::showNewest()
{
    const QList<kit::Notice> open = m_notices.open();
    const bool isAny = !open.isEmpty();
    const kit::Notice notice = isAny ? open.constLast() : kit::Notice();
    m_shown = notice.number;
    const bool hasAction = isAny && notice.action && !notice.actionText.isEmpty();
    const auto isLeaving = [](const QToolButton *button, bool stays) { return button->hasFocus() && !stays; };
    if (isLeaving(m_action, hasAction) || isLeaving(m_dismiss, isAny))
        giveFocusBack();

    m_line->setVisible(isAny);
    m_line->say(isAny ? notice.mark : kit::StateMark::None, notice.text);
    m_line->setAccessibleName(isAny ? tr("Newest notice: %1").arg(notice.text) : QString());
    QStringList lines;
    for (const QString &line : {notice.text, notice.details}) {
        if (!line.isEmpty())
            lines << line;
    }
    if (isAny)
        lines << tr("Since %1").arg(kit::momentText(notice.at, m_clock.now()));
    m_line->setToolTip(kit::plainToolTip(lines.join(QLatin1Char('\n'))));

    QString word = notice.actionText;
    m_action->setVisible(hasAction);
    m_action->setText(fontMetrics()
                          .elidedText(word, Qt::ElideRight, kMaximumActionWidth - 2 * m_theme.sizes().grid)
                          .replace(QLatin1Char('&'), QLatin1String("&&")));
    m_action->setAccessibleName(word);
    m_action->setToolTip(kit::plainToolTip(word));

    m_dismiss->setVisible(isAny);
    m_dismiss->setAccessibleName(tr("Dismiss this notice"));
    m_dismiss->setToolTip(tr("Dismiss this notice; it stays in the list"));

    m_bell->setText(open.size() > 1 ? QString::number(open.size()) : QString());
    const QString count = open.size() == 1 ? tr("1 notice") : tr("%1 notices").arg(open.size());
    m_bell->setAccessibleName(tr("Show all notices"));
    m_bell->setAccessibleDescription(count);
    m_bell->setToolTip(isAny ? tr("Show all notices (%1)").arg(count) : tr("Show all notices"));
    updateGeometry();
}

QSize NoticeBar::minimumSizeHint() const
{
    return QSize(0, QWidget::minimumSizeHint().height());
}

void NoticeBar::makeIcons()
{
    const QColor color = m_theme.color(kit::Theme::Color::Text2);
    m_dismiss->setIcon(kit::themedIcon(QStringLiteral("close"), color, kIcon));
    m_bell->setIcon(kit::themedIcon(QStringLiteral("bell"), color, kIcon));
}

void NoticeBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        giveFocusBack();
    else
        QWidget::keyPressEvent(event);
}

void NoticeBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    switch (event->type()) {
    case QEvent::LanguageChange:
        m_notices.retranslate();
        showNewest();
        break;
    case QEvent::PaletteChange:
    case QEvent::StyleChange:
        makeIcons();
        m_line->update();
        break;
    default:
        break;
    }
}

} // namespace opsdeck::shell
