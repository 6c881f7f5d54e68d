// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/cabinet/upgrade_dialog.h"

#include "core/systems/cabinet/call_checks.h"
#include "ui/systems/cabinet/dialog_parts.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QSpinBox>

namespace opsdeck::cabinet {

namespace {

constexpr int kLongestText = 250; // five of them fit one message of the cabinet

} // namespace

UpgradeDialog::UpgradeDialog(const QString &title, const FtpUpgrade &last, bool hasKeptPassword, bool canKeep,
                             QWidget *parent)
    : SpokenDialog(parent)
    , m_host(new QLineEdit(last.host))
    , m_port(new QSpinBox)
    , m_file(new QLineEdit(last.file))
    , m_user(new QLineEdit(last.user))
    , m_password(new QLineEdit)
    , m_keep(new QCheckBox)
    , m_hasKept(hasKeptPassword)
{
    DialogParts parts(*this, DialogParts::Enter::DoesNothing);
    for (QLineEdit *field : {m_host, m_file, m_user, m_password})
        field->setMaxLength(kLongestText);
    m_port->setRange(1, 65535);
    m_port->setValue(last.port);
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    QLabel *host = parts.addField(m_host, QStringLiteral("host"));
    QLabel *port = parts.addField(m_port, QStringLiteral("port"));
    QLabel *file = parts.addField(m_file, QStringLiteral("file"));
    QLabel *user = parts.addField(m_user, QStringLiteral("user"));
    QLabel *password = parts.addField(m_password, QStringLiteral("password"));
    m_keep->setObjectName(QStringLiteral("keepPassword"));
    m_keep->setChecked(hasKeptPassword);
    m_keep->setEnabled(canKeep);
    parts.column->insertWidget(2, m_keep);

    const auto check = [this, parts] {
        allow(*parts.accept, problem(), tr("The cabinet begins at once to load the file"));
    };
    say([=, this] {
        setWindowTitle(tr("Upgrade"));
        parts.text->setText(title);
        const auto field = [](QLabel *label, QWidget *widget, const QString &words, const QString &hint) {
            label->setText(words);
            widget->setAccessibleName(words);
            widget->setToolTip(hint);
        };
        field(host, m_host, tr("FTP server"), tr("Host name or address, as the cabinet can reach it"));
        field(port, m_port, tr("Port"), tr("The port of the FTP server, usually 21"));
        field(file, m_file, tr("File"), tr("The name of the firmware file on the server"));
        field(user, m_user, tr("User"), tr("A user of the FTP server; may be empty"));
        field(password, m_password, tr("Password"),
              tr("It is sent to the cabinet without encryption: take one that opens nothing else"));
        m_keep->setText(tr("Keep the password in the keychain"));
        m_keep->setAccessibleName(m_keep->text());
        m_keep->setToolTip(canKeep ? tr("Otherwise it is forgotten when this window closes")
                                   : tr("There is no keychain here"));
        parts.hint->setText(
            tr("The cabinet loads the file, installs it and starts again. With a wrong file it may "
               "not come back: somebody has to go there."));
        name(*parts.cancel, tr("Leave it as it is"), tr("Nothing is sent"));
        name(*parts.accept, tr("Upgrade"));
        showPassword();
        check();
    });
    for (QLineEdit *field : {m_host, m_file, m_user, m_password})
        connect(field, &QLineEdit::textChanged, this, check);
    connect(parts.accept, &QPushButton::clicked, this, [this] {
        const FtpUpgrade what = entered();
        const bool usesKept = m_hasKept && what.password.isEmpty();
        Q_EMIT chosen(what, usesKept, m_keep->isChecked());
        m_password->clear();
        accept();
    });
    m_host->setFocus();
}

void UpgradeDialog::setHasKeptPassword(bool has)
{
    m_hasKept = has;
    if (has)
        m_keep->setChecked(true);
    showPassword();
}

void UpgradeDialog::showPassword()
{
    m_password->setPlaceholderText(m_hasKept ? tr("as kept in the keychain") : tr("none"));
}

FtpUpgrade UpgradeDialog::entered() const
{
    FtpUpgrade what;
    what.host = m_host->text().trimmed();
    what.port = m_port->value();
    what.file = m_file->text().trimmed();
    what.user = m_user->text();
    what.password = m_password->text();
    return what;
}

QString UpgradeDialog::problem() const
{
    const FtpUpgrade what = entered();
    if (what.host.isEmpty())
        return tr("Enter the FTP server first");
    if (what.file.isEmpty())
        return tr("Enter the name of the file first");
    return checkUpgrade(what) ? QString()
                              : tr("The cabinet takes only Latin letters, digits and signs, without spaces");
}

} // namespace opsdeck::cabinet
