// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/dvr/password_dialog.h"

#include "core/base/hex.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace opsdeck::dvr {

namespace {

QLabel *plainLabel(const QString &text, const QString &objectName)
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    label->setWordWrap(true);
    label->setObjectName(objectName);
    return label;
}

} // namespace

PasswordDialog::PasswordDialog(const QString &deviceName, const QString &userName, const QString &where,
                               QWidget *parent)
    : QDialog(parent)
    , m_password(new QLineEdit)
{
    setWindowTitle(tr("Enter password"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 20);
    column->setSpacing(10);
    column->addWidget(plainLabel(tr("Password of user “%1” on “%2”")
                                     .arg(base::plainText(userName, 64), base::plainText(deviceName, 64)),
                                 QStringLiteral("dialogText")));
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setMaxLength(256);
    m_password->setMinimumWidth(320);
    m_password->setAccessibleName(tr("Password"));
    m_password->setToolTip(tr("Empty for a user without a password"));
    column->addWidget(m_password);
    if (!where.isEmpty())
        column->addWidget(plainLabel(where, QStringLiteral("dialogHint")));

    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    auto *cancel = new QPushButton(tr("Cancel"));
    cancel->setAccessibleName(cancel->text());
    cancel->setToolTip(tr("Keep the device offline"));
    auto *logIn = new QPushButton(tr("Log in"));
    logIn->setAccessibleName(logIn->text());
    logIn->setToolTip(tr("Try this password now"));
    logIn->setDefault(true);
    buttons->addWidget(cancel);
    buttons->addWidget(logIn);
    column->addSpacing(8);
    column->addLayout(buttons);

    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(logIn, &QPushButton::clicked, this, [this] {
        Q_EMIT passwordEntered(m_password->text());
        m_password->clear();
        accept();
    });
}

} // namespace opsdeck::dvr
