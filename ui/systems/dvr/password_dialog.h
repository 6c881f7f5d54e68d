// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/setting_row.h"
#include "ui/kit/spoken_dialog.h"

class QLineEdit;
class QPushButton;

namespace opsdeck::dvr {

/// Asks for the password of one device; masked, never echoed. Opened without a nested event loop.
class PasswordDialog final : public kit::SpokenDialog
{
    Q_OBJECT
public:
    /// @param where the password will be kept, in words; may be empty.
    PasswordDialog(const QString &deviceName, const QString &userName, const kit::Words &where,
                   QWidget *parent = nullptr);

Q_SIGNALS:
    void passwordEntered(const QString &password);

private:
    QLineEdit *m_password;
};

} // namespace opsdeck::dvr
