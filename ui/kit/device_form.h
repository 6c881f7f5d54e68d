// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QWidget>

namespace opsdeck::kit {

/// What the operator wants done with the password of a device.
struct PasswordChange {
    enum class Kind {
        Keep,   ///< as it is: stored, or none
        Set,    ///< `password` takes its place
        Remove, ///< from now the user has none
    };
    Kind kind = Kind::Keep;
    QString password;
};

/// The fields of one system in the dialog that adds or changes a device: address, user, password and the like. Checks
/// while it is typed into, with the words beside the field that is wrong. Never shows a stored password and never reads
/// one. GUI thread; touches neither file nor keychain.
class DeviceForm : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;

    /// The "settings" of the device as the fields have them. Keys that this form has no field for are kept.
    /// @param passwordRef the place for a new password in the keychain; what is kept stays where it is.
    virtual QJsonObject settings(const QString &passwordRef) const = 0;
    virtual PasswordChange passwordChange() const = 0;
    /// The place of the stored password; empty = there is none.
    virtual QString storedPasswordRef() const = 0;
    /// Everything that has to be entered is, and is right.
    virtual bool isGood() const = 0;
    /// Puts the focus into the first field that is wrong, and shows what is wrong with all of them, also with those
    /// nobody typed into yet.
    virtual void showProblems() = 0;
    /// A name to propose for a new device, e.g. its address; may be empty.
    virtual QString proposedName() const = 0;

Q_SIGNALS:
    /// Some field changed.
    void changed();
    /// Enter was pressed in a field.
    void submitted();
};

} // namespace opsdeck::kit
