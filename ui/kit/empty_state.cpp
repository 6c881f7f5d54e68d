// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/empty_state.h"

#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace opsdeck::kit {

namespace {

constexpr int kWidth = 640;

QLabel *addLabel(QVBoxLayout *layout, const QString &objectName)
{
    auto *label = new QLabel;
    label->setObjectName(objectName);
    label->setTextFormat(Qt::PlainText);
    label->setAlignment(Qt::AlignCenter);
    label->setWordWrap(true);
    label->setIndent(0);
    layout->addWidget(label);
    return label;
}

} // namespace

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("emptyState"));
    setAttribute(Qt::WA_StyledBackground);
    auto *middle = new QWidget;
    middle->setMaximumWidth(kWidth);
    auto *column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addStretch(2);
    m_title = addLabel(column, QStringLiteral("emptyTitle"));
    m_text = addLabel(column, QStringLiteral("emptyText"));
    m_details = addLabel(column, QStringLiteral("emptyDetails"));
    m_details->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_button = new QPushButton;
    m_button->setDefault(true);
    column->addSpacing(8);
    m_second = new QPushButton;
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(m_button);
    buttons->addWidget(m_second);
    buttons->addStretch(1);
    column->addLayout(buttons);
    column->addStretch(3);
    auto *inside = new QWidget;
    auto *row = new QHBoxLayout(inside);
    row->setContentsMargins(24, 8, 24, 8);
    row->addStretch(1);
    row->addWidget(middle, 100);
    row->addStretch(1);
    // On a low screen it scrolls: words and buttons that are squeezed would be cut.
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(inside);
    // The page behind it is what is seen.
    scroll->viewport()->setAutoFillBackground(false);
    inside->setAutoFillBackground(false);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scroll);
    connect(m_button, &QPushButton::clicked, this, &EmptyState::buttonPressed);
    connect(m_second, &QPushButton::clicked, this, &EmptyState::secondPressed);
}

void EmptyState::say(const QString &title, const QString &text, const QString &details, const QString &button,
                     const QString &secondButton)
{
    m_title->setText(title);
    m_text->setText(text);
    m_details->setText(details);
    m_details->setAccessibleName(details);
    m_details->setVisible(!details.isEmpty());
    const auto show = [](QPushButton *shown, const QString &words) {
        shown->setText(words);
        shown->setAccessibleName(words);
        shown->setToolTip(words);
        shown->setVisible(!words.isEmpty());
    };
    show(m_button, button);
    show(m_second, secondButton);
}

void EmptyState::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_button->isHidden())
        m_button->setFocus(Qt::OtherFocusReason);
}

} // namespace opsdeck::kit
