// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/plain_label.h"

#include <QLabel>

namespace opsdeck::kit {

QLabel *plainLabel(const QString &objectName)
{
    auto *label = new QLabel;
    label->setObjectName(objectName);
    label->setTextFormat(Qt::PlainText);
    // A label that the style sheet gives a border or padding would indent its words.
    label->setIndent(0);
    return label;
}

QLabel *wrappedLabel(const QString &objectName)
{
    QLabel *label = plainLabel(objectName);
    label->setWordWrap(true);
    return label;
}

} // namespace opsdeck::kit
