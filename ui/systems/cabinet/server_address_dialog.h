// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/systems/cabinet/cabinet_types.h"
#include "ui/kit/spoken_dialog.h"

class QCheckBox;
class QLineEdit;
class QSpinBox;

namespace opsdeck::cabinet {

/// Tells a cabinet which server to dial and how often to send a heartbeat; offers the reboot that makes it count. A wrong
/// address takes the cabinet away from here for good: Enter sends nothing. Deletes itself.
class ServerAddressDialog final : public kit::SpokenDialog
{
    Q_OBJECT
public:
    /// @param now what the cabinet says it has; may be nothing.
    ServerAddressDialog(const QString &title, const std::optional<ServerAddress> &now, QWidget *parent);

Q_SIGNALS:
    void chosen(const opsdeck::cabinet::ServerAddress &address, bool thenReboot);

private:
    QString problem() const;

    QLineEdit *m_host;
    QSpinBox *m_port;
    QSpinBox *m_heartbeat;
    QCheckBox *m_reboot;
};

} // namespace opsdeck::cabinet
