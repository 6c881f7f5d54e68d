// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/acknowledge_dialog.h"

#include "ui/kit/plain_label.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace opsdeck::events {

AcknowledgeDialog::AcknowledgeDialog(int count, const QString &by, bool isMore, QWidget *parent)
    : SpokenDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("acknowledgeDialog"));
    auto *text = kit::wrappedLabel(QStringLiteral("dialogText"));
    auto *hint = kit::wrappedLabel(QStringLiteral("dialogHint"));
    auto *leave = new QPushButton;
    auto *acknowledge = new QPushButton;
    leave->setObjectName(QStringLiteral("acknowledgeNot"));
    acknowledge->setObjectName(QStringLiteral("acknowledgeAll"));
    // The safe answer first, and it is what Enter means.
    leave->setDefault(true);
    acknowledge->setAutoDefault(false);
    constexpr int kWidth = 420;
    text->setMinimumWidth(kWidth);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(leave);
    buttons->addWidget(acknowledge);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 20);
    column->setSpacing(10);
    column->addWidget(text);
    column->addWidget(hint);
    column->addSpacing(8);
    column->addLayout(buttons);
    connect(leave, &QPushButton::clicked, this, &QDialog::reject);
    connect(acknowledge, &QPushButton::clicked, this, &QDialog::accept);
    leave->setFocus();
    say([=, this] {
        setWindowTitle(tr("Acknowledge all shown"));
        text->setText(tr("Acknowledge all events in the list? Not acknowledged are: %1").arg(count));
        QString words = by.isEmpty()
                            ? tr("It cannot be undone.")
                            : tr("They are acknowledged in the name of %1. It cannot be undone.").arg(by);
        if (isMore)
            words += QLatin1Char('\n') + tr("Older events that are not in the list yet stay as they are.");
        hint->setText(words);
        for (const auto &[button, said] :
             {std::pair{leave, tr("Leave them")}, std::pair{acknowledge, tr("Acknowledge all")}}) {
            button->setText(said);
            button->setAccessibleName(said);
        }
    });
}

} // namespace opsdeck::events
