// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/site/system_module.h"
#include "ui/kit/device_form.h"

#include <QHash>

class QCheckBox;
class QLabel;
class QLineEdit;
class QSpinBox;
class QVBoxLayout;

namespace opsdeck::dvr {

/// The fields of one DVR: address, port, user, password, channels. GUI thread.
class DvrDeviceForm final : public kit::DeviceForm
{
    Q_OBJECT
public:
    /// @param settings as the site file has them; empty = a new device.
    explicit DvrDeviceForm(const QJsonObject &settings, QWidget *parent = nullptr);

    QJsonObject settings(const QString &passwordRef) const override;
    kit::PasswordChange passwordChange() const override;
    QString storedPasswordRef() const override;
    bool isGood() const override;
    void showProblems() override;
    QString proposedName() const override;

protected:
    void changeEvent(QEvent *event) override;

private:
    /// A field with its label above and the words about what is wrong below.
    struct Row {
        QLabel *label = nullptr;
        QWidget *field = nullptr;
        QLabel *problem = nullptr;
        bool isTouched = false;
    };

    void addRow(QVBoxLayout *column, const QString &key, QWidget *field);
    void buildPassword(QVBoxLayout *column);
    void touch(const QString &key);
    void check();
    /// Key of the settings to the words about it.
    QHash<QString, QString> problems() const;
    QString wordsFor(const site::SettingsProblem &problem) const;
    void retranslate();
    bool hasStoredPassword() const { return !storedPasswordRef().isEmpty(); }

    const QJsonObject m_before;
    std::unique_ptr<site::SystemModule> m_module;
    QLineEdit *m_host;
    QSpinBox *m_port;
    QLineEdit *m_user;
    QLineEdit *m_password;
    QCheckBox *m_noPassword;
    QSpinBox *m_channels;
    QHash<QString, Row> m_rows; ///< by key
    QStringList m_order;        ///< of the keys, top down
};

} // namespace opsdeck::dvr
