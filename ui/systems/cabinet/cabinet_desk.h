// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/ui_system_module.h"
#include "ui/systems/cabinet/accept_dialog.h"
#include "ui/systems/cabinet/ask_dialog.h"
#include "ui/systems/cabinet/cabinet_work.h"
#include "ui/systems/cabinet/describe_dialog.h"
#include "ui/systems/cabinet/slot_model.h"

#include <QHash>
#include <QPointer>

namespace opsdeck::cabinet {

class BankDialog;

/// What the operator does with cabinets, with the dialogs and questions before it: the same from a button, a menu, a key or
/// the palette. Keeps what he wants remembered: the FTP server in the settings, secrets in the keychain. Owns nothing
/// that lives longer than a dialog. GUI thread.
class CabinetDesk final : public QObject
{
    Q_OBJECT
public:
    /// No secret is asked for so long after the keychain has failed: it may ask its user to unlock it.
    static constexpr std::chrono::seconds kKeychainPause{60};

    struct Parts {
        const kit::UiContext &context;
        OperatorCalls &calls;
        CabinetWork &work;
        store::BankLedger *ledger; ///< may be null: then no bank can be searched
    };

    explicit CabinetDesk(const Parts &parts, QObject *parent = nullptr);

    /// Dialogs stand before this one.
    void setWindow(QWidget *window) { m_window = window; }
    /// The name of the server's device, for the places of secrets.
    void setServerId(const QString &id) { m_serverId = id; }

    void openVolume(const QString &sn);
    void openServerAddress(const QString &sn);
    void openUpgrade(const QString &sn);
    void openDescribe(const QString &sn);
    void openAccept();
    /// @param text what is looked for at once.
    void openBankSearch(const QString &text = {});
    void askReboot(const QString &sn);
    void askForget(const QString &sn);
    void openEjectAll(const QString &sn);
    /// Asks for a reason first; puts it back into use at once when it is flagged.
    void toggleFlag(const QString &sn, const QByteArray &bank, bool isFlagged);
    /// Those that wait are others.
    void noteWaiting();
    /// A board of version 2 that has not got its secret: it is looked for in the keychain, once a login. While the keychain
    /// does not answer, which is said, one of them asks again after a pause.
    void fetchSecret(const QString &sn);

Q_SIGNALS:
    void cabinetWanted(const QString &sn, int slot);

private:
    std::optional<CabinetStatus> status(const QString &sn) const { return m_parts.calls.cabinet(sn); }
    QString title(const QString &sn) const;
    void ask(const std::function<AskWords()> &words, const std::function<void(const QString &)> &then);
    void onSecret(const QString &sn, const base::Result<QString> &secret);
    /// @param text writes what failed in the language of the moment.
    void notice(const std::function<QString()> &text, const base::Error &error);
    void keepFtp(const FtpUpgrade &what, bool usesKept, bool keeps);
    void upgrade(const QString &sn, FtpUpgrade what, bool usesKept);
    void describe(const QString &sn, const DescribeDialog::Description &description);
    void accept(const QStringList &sns, const QString &name, const QString &place);
    store::SecretStore *secrets() const;
    QString ftpKey() const;

    Parts m_parts;
    QPointer<QWidget> m_window;
    QString m_serverId = QStringLiteral("cabinets");
    QPointer<AcceptDialog> m_accept;
    QPointer<BankDialog> m_banks;
    QHash<QString, QDateTime> m_askedSecrets; ///< by SN: the login for which it was asked
    bool m_isAskingSecret = false;            ///< after the pause, to see whether the keychain answers again
    base::Clock::Nanoseconds m_noSecretsUntil{0};
};

} // namespace opsdeck::cabinet
