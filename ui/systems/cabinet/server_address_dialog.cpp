// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/cabinet/server_address_dialog.h"

#include "core/base/hex.h"
#include "core/systems/cabinet/call_checks.h"
#include "ui/systems/cabinet/dialog_parts.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSpinBox>

namespace opsdeck::cabinet {

namespace {

constexpr int kDefaultPort = 8992;
constexpr int kDefaultHeartbeat = 30;
constexpr int kLongestHost = 253;

} // namespace

ServerAddressDialog::ServerAddressDialog(const QString &title, const std::optional<ServerAddress> &now,
                                         QWidget *parent)
    : SpokenDialog(parent)
    , m_host(new QLineEdit)
    , m_port(new QSpinBox)
    , m_heartbeat(new QSpinBox)
    , m_reboot(new QCheckBox)
{
    DialogParts parts(*this, DialogParts::Enter::DoesNothing);
    m_host->setMaxLength(kLongestHost);
    m_host->setInputMethodHints(Qt::ImhUrlCharactersOnly | Qt::ImhNoAutoUppercase);
    m_port->setRange(1, 65535);
    m_port->setValue(kDefaultPort);
    m_heartbeat->setRange(1, 255);
    m_heartbeat->setValue(kDefaultHeartbeat);
    if (now) {
        m_host->setText(base::plainText(now->host, kLongestHost));
        if (const int port = now->port.toInt(); port > 0 && port <= 65535)
            m_port->setValue(port);
        if (now->heartbeatSeconds > 0)
            m_heartbeat->setValue(now->heartbeatSeconds);
    }
    m_reboot->setChecked(true);
    m_reboot->setObjectName(QStringLiteral("thenReboot"));
    QLabel *host = parts.addField(m_host, QStringLiteral("host"));
    QLabel *port = parts.addField(m_port, QStringLiteral("port"));
    QLabel *heartbeat = parts.addField(m_heartbeat, QStringLiteral("heartbeat"));
    parts.column->insertWidget(2, m_reboot);

    const auto check = [this, parts] { allow(*parts.accept, problem(), tr("The cabinet is told at once")); };
    say([=, this] {
        setWindowTitle(tr("Server address"));
        parts.text->setText(title);
        host->setText(tr("Server"));
        port->setText(tr("Port"));
        heartbeat->setText(tr("Heartbeat"));
        m_host->setAccessibleName(tr("Server"));
        m_host->setToolTip(tr("Host name or address of the server, as the cabinet can reach it"));
        m_port->setAccessibleName(tr("Port"));
        m_port->setToolTip(tr("The port of the server, usually 8992"));
        m_heartbeat->setAccessibleName(tr("Heartbeat"));
        m_heartbeat->setToolTip(tr("How often the cabinet says that it is there: 1 to 255 seconds"));
        m_heartbeat->setSuffix(tr(" s"));
        m_reboot->setText(tr("Reboot it then: the new address counts after the next start"));
        m_reboot->setAccessibleName(m_reboot->text());
        m_reboot->setToolTip(tr("Without it the cabinet stays here until somebody starts it again"));
        parts.hint->setText(
            tr("With a wrong address the cabinet never dials in here again: somebody has to go there."));
        name(*parts.cancel, tr("Leave it as it is"), tr("Nothing is sent"));
        name(*parts.accept, tr("Set address"));
        check();
    });
    connect(m_host, &QLineEdit::textChanged, this, check);
    connect(parts.accept, &QPushButton::clicked, this, [this] {
        Q_EMIT chosen({m_host->text().trimmed(), QString::number(m_port->value()), m_heartbeat->value()},
                      m_reboot->isChecked());
        accept();
    });
    m_host->setFocus();
}

QString ServerAddressDialog::problem() const
{
    static const QRegularExpression kNoHost(QStringLiteral("[\\s/\\\\@?#]"));
    const QString host = m_host->text().trimmed();
    if (host.isEmpty())
        return tr("Enter the address of the server first");
    if (host.contains(kNoHost))
        return tr("Only the name or address, without spaces, “http://” or a path");
    return checkAddress({host, QString::number(m_port->value()), m_heartbeat->value()})
               ? QString()
               : tr("The cabinet takes only Latin letters, digits and signs, without spaces");
}

} // namespace opsdeck::cabinet
