// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/empty_state.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace opsdeck::kit {

namespace {

QLabel *addLabel(QVBoxLayout *layout, const QString &objectName)
{
    auto *label = new QLabel;
    label->setObjectName(objectName);
    label->setTextFormat(Qt::PlainText);
    label->setAlignment(Qt::AlignCenter);
    label->setWordWrap(true);
    label->setMaximumWidth(640);
    layout->addWidget(label, 0, Qt::AlignHCenter);
    return label;
}

} // namespace

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("emptyState"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(12);
    layout->addStretch(2);
    m_title = addLabel(layout, QStringLiteral("emptyTitle"));
    m_text = addLabel(layout, QStringLiteral("emptyText"));
    m_details = addLabel(layout, QStringLiteral("emptyDetails"));
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_button = new QPushButton;
    m_button->setDefault(true);
    layout->addSpacing(8);
    layout->addWidget(m_button, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    connect(m_button, &QPushButton::clicked, this, &EmptyState::buttonPressed);
}

void EmptyState::say(const QString &title, const QString &text, const QString &details, const QString &button)
{
    m_title->setText(title);
    m_text->setText(text);
    m_details->setText(details);
    m_details->setVisible(!details.isEmpty());
    m_button->setText(button);
    m_button->setAccessibleName(button);
    m_button->setVisible(!button.isEmpty());
    for (QLabel *label : {m_title, m_text, m_details})
        label->setMinimumWidth(std::min(640, label->sizeHint().width()));
}

} // namespace opsdeck::kit
