// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/dvr/password_dialog.h"

#include "core/base/hex.h"
#include "ui/kit/plain_label.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace opsdeck::dvr {

PasswordDialog::PasswordDialog(const QString &deviceName, const QString &userName, const kit::Words &where,
                               QWidget *parent)
    : SpokenDialog(parent)
    , m_password(new QLineEdit)
{
    setAttribute(Qt::WA_DeleteOnClose);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 20);
    column->setSpacing(10);
    auto *question = kit::wrappedLabel(QStringLiteral("dialogText"));
    auto *hint = kit::wrappedLabel(QStringLiteral("dialogHint"));
    column->addWidget(question);
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setMaxLength(256);
    m_password->setMinimumWidth(320);
    column->addWidget(m_password);
    column->addWidget(hint);

    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    auto *cancel = new QPushButton;
    auto *logIn = new QPushButton;
    logIn->setDefault(true);
    buttons->addWidget(cancel);
    buttons->addWidget(logIn);
    column->addSpacing(8);
    column->addLayout(buttons);

    say([=, this] {
        setWindowTitle(tr("Enter password"));
        question->setText(tr("Password of user “%1” on “%2”")
                              .arg(base::plainText(userName, 64), base::plainText(deviceName, 64)));
        m_password->setAccessibleName(tr("Password"));
        m_password->setToolTip(tr("Empty for a user without a password"));
        hint->setText(where ? where() : QString());
        hint->setVisible(!hint->text().isEmpty());
        cancel->setText(tr("Cancel"));
        cancel->setAccessibleName(cancel->text());
        cancel->setToolTip(tr("Keep the device offline"));
        logIn->setText(tr("Log in"));
        logIn->setAccessibleName(logIn->text());
        logIn->setToolTip(tr("Try this password now"));
    });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(logIn, &QPushButton::clicked, this, [this] {
        Q_EMIT passwordEntered(m_password->text());
        m_password->clear();
        accept();
    });
}

} // namespace opsdeck::dvr
