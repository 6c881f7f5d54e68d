// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/site/site_file.h"
#include "ui/kit/ui_system_module.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace opsdeck::shell {

class DeviceSecrets;
class DeviceTestView;

/// Adds a device, or changes one: its name, group and kind, the fields of its system, and a connection test beside them.
/// Knows systems by their module only. A stored password is never shown: it is read for a test, and then handed to the
/// test alone. Changes nothing itself: `saveWanted` comes, and whoever hears it answers with `showBusy`, `showProblem` or
/// `accept()`. GUI thread; `open()` it; deletes itself.
class DeviceDialog final : public QDialog
{
    Q_OBJECT
public:
    enum class Purpose { Add, Edit, Duplicate };

    struct Parts {
        const kit::UiContext &context;
        const std::vector<std::unique_ptr<kit::UiSystemModule>> &modules;
        DeviceSecrets &secrets;
        QObject &keeper; ///< of connection tests that are ending
    };

    /// @param device what the fields start with. @param groups known ones, to choose from. All of `parts` must outlive
    /// this dialog.
    DeviceDialog(const Parts &parts, Purpose purpose, const site::Device &device, const QStringList &groups,
                 QWidget *parent);
    ~DeviceDialog() override;

    Purpose purpose() const { return m_purpose; }
    /// The device as the fields have it, with the id it came with.
    /// @param passwordRef where a new password will be kept.
    site::Device device(const QString &passwordRef) const;
    kit::PasswordChange passwordChange() const;

    /// What was asked for is being done, and the dialog cannot be left: a password may be half kept. False: the fields
    /// can be used again.
    void showBusy(bool isBusy);
    /// @param words what went wrong with the saving; empty = nothing.
    void showProblem(const QString &words);

Q_SIGNALS:
    void saveWanted();

public Q_SLOTS:
    void reject() override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void build(const QStringList &groups);
    QWidget *buildFields(const QStringList &groups);
    void chooseKind(int index);
    kit::DeviceForm *form() const;
    const kit::UiSystemModule *module() const;
    QString name() const;
    void onFieldsChanged();
    void refreshTest();
    void test();
    void submit();
    void retranslate();

    const Parts m_parts;
    const Purpose m_purpose;
    const site::Device m_device;
    QList<const kit::UiSystemModule *> m_kinds; ///< of which devices can be made here
    bool m_isBusy = false;
    int m_testNumber = 0; ///< late passwords of earlier tests are dropped
    QLabel *m_nameLabel;
    QLineEdit *m_name;
    QLabel *m_groupLabel;
    QComboBox *m_group;
    QLabel *m_kindLabel;
    QComboBox *m_kind;
    QStackedWidget *m_forms;
    QWidget *m_fields = nullptr;
    DeviceTestView *m_test;
    QLabel *m_testTitle;
    QLabel *m_problem;
    QPushButton *m_cancel;
    QPushButton *m_save;
};

} // namespace opsdeck::shell
