// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/systems/cabinet/cabinet_types.h"
#include "ui/kit/spoken_dialog.h"

class QCheckBox;
class QLineEdit;
class QSpinBox;

namespace opsdeck::cabinet {

/// Where a cabinet is to load new firmware from. The password is masked, and kept only when the operator wants it.
/// Deletes itself.
class UpgradeDialog final : public kit::SpokenDialog
{
    Q_OBJECT
public:
    /// @param last what was entered the last time; its password is not shown. @param hasKeptPassword one is in the
    /// keychain. @param canKeep there is a keychain.
    UpgradeDialog(const QString &title, const FtpUpgrade &last, bool hasKeptPassword, bool canKeep,
                  QWidget *parent);

    /// The keychain has answered since.
    void setHasKeptPassword(bool has);

Q_SIGNALS:
    /// @param usesKept the password of the keychain is meant: the field was left empty. @param keeps the password is to be
    /// put there; false with a kept one: it is to be forgotten.
    void chosen(const opsdeck::cabinet::FtpUpgrade &what, bool usesKept, bool keeps);

private:
    FtpUpgrade entered() const;
    QString problem() const;
    void showPassword();

    QLineEdit *m_host;
    QSpinBox *m_port;
    QLineEdit *m_file;
    QLineEdit *m_user;
    QLineEdit *m_password;
    QCheckBox *m_keep;
    bool m_hasKept;
};

} // namespace opsdeck::cabinet
