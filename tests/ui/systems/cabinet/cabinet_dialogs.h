// SPDX-License-Identifier: GPL-3.0-or-later
// One of each dialog of the cabinets' page, as the walk over all controls opens them.
#pragma once

#include "core/store/store.h"
#include "tests/ui/systems/cabinet/made_up_cabinets.h"
#include "ui/systems/cabinet/accept_dialog.h"
#include "ui/systems/cabinet/ask_dialog.h"
#include "ui/systems/cabinet/bank_dialog.h"
#include "ui/systems/cabinet/describe_dialog.h"
#include "ui/systems/cabinet/eject_all_dialog.h"
#include "ui/systems/cabinet/server_address_dialog.h"
#include "ui/systems/cabinet/upgrade_dialog.h"
#include "ui/systems/cabinet/volume_dialog.h"

#include <QTemporaryDir>

#include <functional>
#include <memory>

namespace opsdeck::test {

struct CabinetDialog {
    QString className;
    std::function<QDialog *(base::Clock &, QWidget *parent)> make;
};

/// Keeps `what` for as long as the dialog lives.
template <typename T>
void keepWith(QDialog *dialog, std::shared_ptr<T> what)
{
    QObject::connect(dialog, &QObject::destroyed, dialog, [what]() mutable { what.reset(); });
}

inline QList<CabinetDialog> cabinetDialogs()
{
    return {
        {QStringLiteral("AcceptDialog"),
         [](base::Clock &clock, QWidget *parent) -> QDialog * {
             return new cabinet::AcceptDialog({{snOf(1), QStringLiteral("10.0.0.1:4000"), clock.now(), 3},
                                               {snOf(2), QStringLiteral("10.0.0.2:4000"), clock.now(), 1}},
                                              clock, parent);
         }},
        {QStringLiteral("AskDialog"),
         [](base::Clock &, QWidget *parent) -> QDialog * {
             return new cabinet::AskDialog(
                 [] {
                     cabinet::AskWords words;
                     words.title = QStringLiteral("Reboot");
                     words.text = QStringLiteral("Reboot it?");
                     words.consequence = QStringLiteral("It is offline for a minute.");
                     words.safe = QStringLiteral("Leave it running");
                     words.verb = QStringLiteral("Reboot");
                     return words;
                 },
                 parent);
         }},
        {QStringLiteral("BankDialog"),
         [](base::Clock &clock, QWidget *parent) -> QDialog * {
             auto folder = std::make_shared<QTemporaryDir>();
             auto store = std::make_shared<store::Store>(folder->filePath(QStringLiteral("o.db")), clock);
             store->database.open();
             auto *dialog = new cabinet::BankDialog(
                 store->ledger, clock, [](const QString &sn) { return sn; }, QString(), parent);
             keepWith(dialog, store);
             keepWith(dialog, folder);
             return dialog;
         }},
        {QStringLiteral("DescribeDialog"),
         [](base::Clock &, QWidget *parent) -> QDialog * {
             return new cabinet::DescribeDialog(madeUpCabinet(1), true, parent);
         }},
        {QStringLiteral("EjectAllDialog"),
         [](base::Clock &, QWidget *parent) -> QDialog * {
             auto calls = std::make_shared<MadeUpCalls>();
             auto *dialog =
                 new cabinet::EjectAllDialog(*calls, snOf(1), QStringLiteral("Lobby"), {1, 2, 3}, parent);
             keepWith(dialog, calls);
             return dialog;
         }},
        {QStringLiteral("ServerAddressDialog"),
         [](base::Clock &, QWidget *parent) -> QDialog * {
             return new cabinet::ServerAddressDialog(QStringLiteral("Lobby"), {}, parent);
         }},
        {QStringLiteral("UpgradeDialog"),
         [](base::Clock &, QWidget *parent) -> QDialog * {
             return new cabinet::UpgradeDialog(QStringLiteral("Lobby"), {}, false, true, parent);
         }},
        {QStringLiteral("VolumeDialog"),
         [](base::Clock &, QWidget *parent) -> QDialog * {
             return new cabinet::VolumeDialog(QStringLiteral("Lobby"), 9, parent);
         }},
    };
}

} // namespace opsdeck::test
