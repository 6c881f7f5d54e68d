// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/cabinet/dialog_parts.h"

#include "ui/kit/plain_label.h"

#include <QDialog>
#include <QHBoxLayout>

namespace opsdeck::cabinet {

namespace {

constexpr int kTextWidth = 420;

} // namespace

DialogParts::DialogParts(QDialog &dialog, Enter enter)
    : column(new QVBoxLayout(&dialog))
    , text(kit::wrappedLabel(QStringLiteral("dialogText")))
    , grid(new QGridLayout)
    , hint(kit::wrappedLabel(QStringLiteral("dialogHint")))
    , cancel(new QPushButton)
    , accept(new QPushButton)
{
    dialog.setAttribute(Qt::WA_DeleteOnClose);
    column->setContentsMargins(20, 20, 20, 20);
    column->setSpacing(10);
    text->setMinimumWidth(kTextWidth);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    column->addWidget(text);
    column->addLayout(grid);
    column->addWidget(hint);
    column->addSpacing(4);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addStretch(1);
    row->addWidget(cancel);
    row->addWidget(accept);
    column->addLayout(row);
    cancel->setObjectName(QStringLiteral("cancel"));
    accept->setObjectName(QStringLiteral("accept"));
    for (QPushButton *button : {cancel, accept})
        button->setAutoDefault(false);
    if (enter == Enter::Accepts)
        accept->setDefault(true);
    if (enter == Enter::IsSafe) {
        cancel->setDefault(true);
        cancel->setFocus();
    }
    QObject::connect(cancel, &QPushButton::clicked, &dialog, &QDialog::reject);
}

QLabel *DialogParts::addField(QWidget *field, const QString &objectName)
{
    QLabel *label = kit::plainLabel(QStringLiteral("fieldLabel"));
    label->setBuddy(field);
    field->setObjectName(objectName);
    const int row = grid->rowCount();
    grid->addWidget(label, row, 0);
    grid->addWidget(field, row, 1);
    return label;
}

void allow(QPushButton &button, const QString &whyNot, const QString &toolTip)
{
    button.setEnabled(whyNot.isEmpty());
    button.setToolTip(whyNot.isEmpty() ? toolTip : whyNot);
}

void name(QPushButton &button, const QString &words, const QString &toolTip)
{
    button.setText(QString(words).replace(QLatin1Char('&'), QLatin1String("&&")));
    button.setAccessibleName(words);
    button.setToolTip(toolTip);
}

} // namespace opsdeck::cabinet
