// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/shell/whole_window.h"
#include "tests/ui/systems/cabinet/cabinet_dialogs.h"
#include "ui/events/acknowledge_dialog.h"
#include "ui/shell/about_dialog.h"
#include "ui/shell/device_dialog.h"
#include "ui/shell/settings_dialog.h"
#include "ui/shell/shell_actions.h"
#include "ui/shell/shortcut_sheet.h"
#include "ui/shell/site_import_dialog.h"
#include "ui/shell/site_question.h"
#include "ui/systems/dvr/password_dialog.h"

#include <QAction>

#include <functional>

namespace opsdeck::test {

/// How one class of dialog is put on the screen. Every class of ui/ that derives from QDialog needs a row in
/// `dialogMakers`: a test looks for those that have none.
struct DialogMaker {
    QString className; ///< without namespaces
    std::function<QWidget *(WholeWindow &)> open;
};

/// The dialog of this class that is on the screen; null when there is none.
inline QWidget *shownDialog(const QString &className)
{
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        const QString name = QString::fromLatin1(widget->metaObject()->className());
        if (widget->isVisible() && name.section(QLatin1String("::"), -1) == className)
            return widget;
    }
    return nullptr;
}

/// One that opens when an action is triggered.
inline DialogMaker byAction(const QString &className, const QString &actionId)
{
    return {className, [className, actionId](WholeWindow &whole) -> QWidget * {
                whole.actions.refresh();
                if (QAction *action = whole.actions.action(actionId))
                    action->trigger();
                const bool isShown =
                    QTest::qWaitFor([&className] { return shownDialog(className) != nullptr; });
                return isShown ? shownDialog(className) : nullptr;
            }};
}

/// Of the shell and of the wall.
inline QList<DialogMaker> wallDialogMakers()
{
    return {
        byAction(QStringLiteral("AboutDialog"), QStringLiteral("shell.about")),
        {QStringLiteral("AcknowledgeDialog"),
         [](WholeWindow &whole) -> QWidget * {
             auto *dialog =
                 new events::AcknowledgeDialog(1200, QStringLiteral("anna@desk-2"), true, whole.window.get());
             dialog->open();
             return dialog;
         }},
        {QStringLiteral("DeviceDialog"),
         [](WholeWindow &whole) -> QWidget * {
             const shell::DeviceDialog::Parts parts{whole.context, whole.modules, whole.deviceSecrets, *qApp};
             site::Device device;
             device.system = QStringLiteral("dvr");
             auto *dialog = new shell::DeviceDialog(parts, shell::DeviceDialog::Purpose::Add, device,
                                                    {QStringLiteral("Gates")}, whole.window.get());
             dialog->setAttribute(Qt::WA_DeleteOnClose);
             dialog->open();
             return dialog;
         }},
        byAction(QStringLiteral("NameDialog"), QStringLiteral("wall.saveView")),
        {QStringLiteral("PasswordDialog"),
         [](WholeWindow &whole) -> QWidget * {
             auto *dialog = new dvr::PasswordDialog(
                 QStringLiteral("North lot"), QStringLiteral("admin"),
                 [] { return QStringLiteral("the keychain"); }, whole.window.get());
             dialog->setAttribute(Qt::WA_DeleteOnClose);
             dialog->open();
             return dialog;
         }},
        byAction(QStringLiteral("SettingsDialog"), QStringLiteral("shell.settings")),
        byAction(QStringLiteral("ShortcutSheet"), QStringLiteral("shell.keys")),
        {QStringLiteral("SiteImportDialog"),
         [](WholeWindow &whole) -> QWidget * {
             shell::LoadedSite loaded;
             loaded.file = QStringLiteral("/media/stick/site.json");
             loaded.exists = true;
             loaded.site.devices = whole.devices;
             site::SiteProblem problem;
             problem.message = QStringLiteral("must be a number");
             loaded.problems = {problem};
             auto *dialog = new shell::SiteImportDialog(loaded, site::Site(), whole.window.get());
             dialog->setAttribute(Qt::WA_DeleteOnClose);
             dialog->open();
             return dialog;
         }},
        {QStringLiteral("SiteQuestion"),
         [](WholeWindow &whole) -> QWidget * {
             const auto words = [] {
                 shell::QuestionWords said;
                 said.title = QStringLiteral("Title");
                 said.text = QStringLiteral("Remove it?");
                 said.details = QStringLiteral("It is gone then.");
                 said.field = QStringLiteral("Name");
                 said.option = QStringLiteral("Also its password");
                 said.optionToolTip = QStringLiteral("The keychain forgets it");
                 said.answers = {{QStringLiteral("Keep"), QStringLiteral("Nothing happens")},
                                 {QStringLiteral("Remove"), QStringLiteral("It can be undone")}};
                 return said;
             };
             auto *dialog = new shell::SiteQuestion(words, 1, whole.window.get());
             dialog->setAttribute(Qt::WA_DeleteOnClose);
             dialog->open();
             return dialog;
         }},
        byAction(QStringLiteral("TourDialog"), QStringLiteral("wall.newTour")),
    };
}

inline QList<DialogMaker> dialogMakers()
{
    QList<DialogMaker> makers = wallDialogMakers();
    for (const CabinetDialog &dialog : cabinetDialogs()) {
        makers.append({dialog.className, [make = dialog.make](WholeWindow &whole) -> QWidget * {
                           QDialog *made = make(whole.clock, whole.window.get());
                           made->open();
                           return made;
                       }});
    }
    return makers;
}

} // namespace opsdeck::test
