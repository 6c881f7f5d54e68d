// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/cabinet/ask_dialog.h"

#include "ui/systems/cabinet/dialog_parts.h"

#include <QLineEdit>

namespace opsdeck::cabinet {

AskDialog::AskDialog(std::function<AskWords()> words, QWidget *parent)
    : SpokenDialog(parent)
    , m_field(new QLineEdit)
{
    const bool hasField = !words().field.isEmpty();
    DialogParts parts(*this, hasField ? DialogParts::Enter::Accepts : DialogParts::Enter::IsSafe);
    QLabel *label = nullptr;
    if (hasField) {
        label = parts.addField(m_field, QStringLiteral("field"));
        constexpr int kLongest = 120;
        m_field->setMaxLength(kLongest);
        m_field->setFocus();
    } else {
        m_field->setParent(this);
        m_field->hide();
    }
    say([this, words, parts, label] {
        const AskWords said = words();
        setWindowTitle(said.title);
        parts.text->setText(said.text);
        parts.hint->setText(said.consequence);
        parts.hint->setVisible(!said.consequence.isEmpty());
        if (label)
            label->setText(said.field);
        m_field->setAccessibleName(said.field);
        m_field->setToolTip(said.field);
        name(*parts.cancel, said.safe);
        name(*parts.accept, said.verb, said.consequence);
    });
    connect(parts.accept, &QPushButton::clicked, this, [this] {
        Q_EMIT agreed(m_field->text().trimmed());
        accept();
    });
}

} // namespace opsdeck::cabinet
