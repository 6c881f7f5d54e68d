// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/dvr/name_dialog.h"

#include "ui/systems/dvr/saved_view.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace opsdeck::dvr {

NameDialog::NameDialog(const kit::Words &title, const kit::Words &question, const QString &name,
                       const kit::Words &verb, QWidget *parent)
    : SpokenDialog(parent)
    , m_name(new QLineEdit(name))
{
    setAttribute(Qt::WA_DeleteOnClose);
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setBuddy(m_name);
    m_name->setObjectName(QStringLiteral("name"));
    m_name->setMaxLength(int(kMaximumViewName));
    m_name->setMinimumWidth(320);
    m_name->selectAll();
    auto *cancel = new QPushButton;
    auto *accept = new QPushButton;
    accept->setObjectName(QStringLiteral("accept"));
    accept->setDefault(true);

    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(accept);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 20);
    column->setSpacing(10);
    column->addWidget(label);
    column->addWidget(m_name);
    column->addSpacing(8);
    column->addLayout(buttons);

    const auto check = [accept](const QString &text) {
        const bool isGood = !text.trimmed().isEmpty();
        accept->setEnabled(isGood);
        accept->setToolTip(isGood ? QString() : tr("Type a name first"));
    };
    say([this, title, question, verb, label, cancel, accept, check] {
        setWindowTitle(title());
        label->setText(question());
        m_name->setAccessibleName(question());
        cancel->setText(tr("Cancel"));
        cancel->setAccessibleName(cancel->text());
        accept->setText(verb());
        accept->setAccessibleName(verb());
        check(m_name->text());
    });
    connect(m_name, &QLineEdit::textChanged, this, check);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(accept, &QPushButton::clicked, this, [this] {
        Q_EMIT named(m_name->text().trimmed());
        QDialog::accept();
    });
}

} // namespace opsdeck::dvr
