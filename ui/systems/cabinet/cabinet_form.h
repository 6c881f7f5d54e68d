// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/site/system_module.h"
#include "ui/kit/device_form.h"

class QCheckBox;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace opsdeck::cabinet {

/// The fields of the cabinets' server: where it listens, whom it lets in. It has no password. GUI thread.
class CabinetForm final : public kit::DeviceForm
{
    Q_OBJECT
public:
    /// @param settings as the site file has them; empty = a new device.
    explicit CabinetForm(const QJsonObject &settings, QWidget *parent = nullptr);

    QJsonObject settings(const QString &passwordRef) const override;
    kit::PasswordChange passwordChange() const override { return {}; }
    QString storedPasswordRef() const override { return QString(); }
    bool isGood() const override;
    void showProblems() override;
    QString proposedName() const override { return tr("Cabinets"); }

protected:
    void changeEvent(QEvent *event) override;

private:
    void check();
    QString bindProblem() const;
    void retranslate();

    const QJsonObject m_before;
    std::unique_ptr<site::SystemModule> m_module;
    QLineEdit *m_bind;
    QSpinBox *m_port;
    QCheckBox *m_acceptNew;
    QCheckBox *m_knownOnly;
    QCheckBox *m_strict;
    QLabel *m_bindLabel;
    QLabel *m_bindProblem;
    QLabel *m_portLabel;
    QLabel *m_hint;
    bool m_isTouched = false;
};

} // namespace opsdeck::cabinet
