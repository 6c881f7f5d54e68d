// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/cabinet/cabinet_desk.h"

#include "core/base/hex.h"
#include "core/base/on.h"
#include "core/store/secret_store.h"
#include "core/store/settings_store.h"
#include "ui/systems/cabinet/bank_dialog.h"
#include "ui/systems/cabinet/cabinet_words.h"
#include "ui/systems/cabinet/eject_all_dialog.h"
#include "ui/systems/cabinet/server_address_dialog.h"
#include "ui/systems/cabinet/upgrade_dialog.h"
#include "ui/systems/cabinet/volume_dialog.h"

#include <QJsonObject>

namespace opsdeck::cabinet {

namespace {

const QString kUpgradeSetting = QStringLiteral("cabinet.upgrade");
const QString kSecretsNotice = QStringLiteral("cabinet.secrets");

QString secretOf(const QString &sn)
{
    return store::secretKey(QStringLiteral("cabinet-") + sn, QStringLiteral("secret"));
}

FtpUpgrade lastUpgrade(const store::SettingsStore &settings)
{
    constexpr int kFtp = 21;
    const QJsonObject kept = settings.value(kUpgradeSetting).toObject();
    FtpUpgrade last;
    last.host = kept.value(QLatin1String("host")).toString();
    last.port = kept.value(QLatin1String("port")).toInt(kFtp);
    last.file = kept.value(QLatin1String("file")).toString();
    last.user = kept.value(QLatin1String("user")).toString();
    return last;
}

} // namespace

CabinetDesk::CabinetDesk(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
}

store::SecretStore *CabinetDesk::secrets() const
{
    return m_parts.context.secrets ? &m_parts.context.secrets() : nullptr;
}

QString CabinetDesk::ftpKey() const
{
    return store::secretKey(m_serverId, QStringLiteral("ftp"));
}

QString CabinetDesk::title(const QString &sn) const
{
    const auto found = status(sn);
    return found ? cabinetTitle(*found) : base::plainText(sn, 64);
}

void CabinetDesk::notice(const std::function<QString()> &text, const base::Error &error)
{
    kit::Notice notice;
    notice.say = [text, error](kit::Notice &said) {
        said.text = tr("%1: %2").arg(text(), cabinetErrorText(error));
    };
    notice.details = base::plainText(error.detail(), 300);
    m_parts.context.notices.post(notice);
}

void CabinetDesk::ask(const std::function<AskWords()> &words,
                      const std::function<void(const QString &)> &then)
{
    auto *dialog = new AskDialog(words, m_window);
    connect(dialog, &AskDialog::agreed, this, then);
    dialog->open();
}

// --- One cabinet ---------------------------------------------------------------------------------------------

void CabinetDesk::openVolume(const QString &sn)
{
    const auto found = status(sn);
    auto *dialog = new VolumeDialog(title(sn), found ? found->volume.value_or(-1) : -1, m_window);
    connect(dialog, &VolumeDialog::chosen, this,
            [this, sn](int level) { m_parts.work.setVolume(sn, level); });
    dialog->open();
}

void CabinetDesk::openServerAddress(const QString &sn)
{
    const auto found = status(sn);
    std::optional<ServerAddress> now = found ? found->serverAddress : std::nullopt;
    // Setting the address sets the heartbeat, too: the one it has is kept unless another one is chosen.
    if (found && !now)
        now = ServerAddress{QString(), QString(), found->heartbeatSeconds};
    auto *dialog = new ServerAddressDialog(title(sn), now, m_window);
    connect(dialog, &ServerAddressDialog::chosen, this,
            [this, sn](const ServerAddress &address, bool thenReboot) {
                m_parts.work.setServerAddress(sn, address, thenReboot);
            });
    dialog->open();
}

void CabinetDesk::askReboot(const QString &sn)
{
    ask(
        [this, sn] {
            AskWords words;
            words.title = tr("Reboot");
            words.text = tr("Reboot %1?").arg(title(sn));
            words.consequence =
                tr("It is offline for about a minute: nobody can rent or return there meanwhile.");
            words.safe = tr("Leave it running");
            words.verb = tr("Reboot");
            return words;
        },
        [this, sn](const QString &) { m_parts.work.reboot(sn); });
}

void CabinetDesk::askForget(const QString &sn)
{
    ask(
        [this, sn] {
            AskWords words;
            words.title = tr("Forget");
            words.text = tr("Forget %1?").arg(title(sn));
            words.consequence =
                tr("It is disconnected and turned away until somebody accepts it again. Its name and "
                   "place are lost; the history of its power banks stays.");
            words.safe = tr("Keep it");
            words.verb = tr("Forget");
            return words;
        },
        [this, sn](const QString &) { m_parts.work.forget(sn); });
}

void CabinetDesk::openEjectAll(const QString &sn)
{
    const auto found = status(sn);
    if (!found || !found->inventory)
        return;
    QList<int> occupied;
    for (const SlotEntry &entry : *found->inventory)
        occupied << entry.slot;
    std::sort(occupied.begin(), occupied.end());
    auto *dialog = new EjectAllDialog(m_parts.calls, sn, title(sn), occupied, m_window);
    dialog->open();
}

void CabinetDesk::toggleFlag(const QString &sn, const QByteArray &bank, bool isFlagged)
{
    if (isFlagged) {
        m_parts.work.flag(sn, bank, false, QString());
        return;
    }
    ask(
        [bank] {
            AskWords words;
            words.title = tr("Take out of use");
            words.text = tr("Take %1 out of use").arg(bankName(bank));
            words.consequence = tr("It is neither given out nor taken back until it is put into use again.");
            words.field = tr("Reason");
            words.safe = tr("Cancel");
            words.verb = tr("Take out of use");
            return words;
        },
        [this, sn, bank](const QString &reason) { m_parts.work.flag(sn, bank, true, reason); });
}

// --- Upgrade -------------------------------------------------------------------------------------------------

void CabinetDesk::openUpgrade(const QString &sn)
{
    store::SecretStore *kept = secrets();
    auto *dialog =
        new UpgradeDialog(title(sn), lastUpgrade(m_parts.context.settings), false, kept != nullptr, m_window);
    connect(dialog, &UpgradeDialog::chosen, this,
            [this, sn](const FtpUpgrade &what, bool usesKept, bool keeps) {
                keepFtp(what, usesKept, keeps);
                upgrade(sn, what, usesKept);
            });
    if (kept) {
        kept->read(ftpKey()).then(base::on(dialog, [dialog](const base::Result<QString> &password) {
            dialog->setHasKeptPassword(password.has_value());
        }));
    }
    dialog->open();
}

void CabinetDesk::keepFtp(const FtpUpgrade &what, bool usesKept, bool keeps)
{
    m_parts.context.settings.setValue(kUpgradeSetting, QJsonObject{{QStringLiteral("host"), what.host},
                                                                   {QStringLiteral("port"), what.port},
                                                                   {QStringLiteral("file"), what.file},
                                                                   {QStringLiteral("user"), what.user}});
    store::SecretStore *kept = secrets();
    if (!kept)
        return;
    if (keeps && !what.password.isEmpty()) {
        kept->write(ftpKey(), what.password).then(base::on(this, [this](const base::Result<void> &written) {
            if (!written)
                notice([] { return tr("The FTP password could not be kept"); }, written.error());
        }));
    } else if (!keeps && !usesKept) {
        kept->remove(ftpKey());
    }
}

void CabinetDesk::upgrade(const QString &sn, FtpUpgrade what, bool usesKept)
{
    store::SecretStore *kept = secrets();
    if (!usesKept || !kept) {
        m_parts.work.upgrade(sn, what);
        return;
    }
    kept->read(ftpKey()).then(base::on(this, [this, sn, what](const base::Result<QString> &password) {
        if (!password) {
            notice([] { return tr("The upgrade was not sent"); }, password.error());
            return;
        }
        FtpUpgrade whole = what;
        whole.password = *password;
        m_parts.work.upgrade(sn, whole);
    }));
}

// --- The list ------------------------------------------------------------------------------------------------

void CabinetDesk::openDescribe(const QString &sn)
{
    const auto found = status(sn);
    if (!found)
        return;
    auto *dialog = new DescribeDialog(*found, secrets() != nullptr, m_window);
    connect(dialog, &DescribeDialog::described, this,
            [this, sn](const DescribeDialog::Description &description) { describe(sn, description); });
    dialog->open();
}

void CabinetDesk::describe(const QString &sn, const DescribeDialog::Description &description)
{
    m_parts.calls.describe(sn, description.name, description.place, description.isStrict)
        .then(base::on(this, [this, sn](const base::Result<void> &described) {
            if (!described)
                notice([sn] { return tr("%1 could not be described").arg(base::plainText(sn, 64)); },
                       described.error());
        }));
    store::SecretStore *kept = secrets();
    if (description.secret.isEmpty() || !kept)
        return;
    m_parts.calls.setSecret(sn, description.secret);
    kept->write(secretOf(sn), description.secret)
        .then(base::on(this, [this, sn](const base::Result<void> &written) {
            if (!written)
                notice(
                    [sn] {
                        return tr("The secret of %1 is only known until the program is closed")
                            .arg(base::plainText(sn, 64));
                    },
                    written.error());
        }));
}

void CabinetDesk::fetchSecret(const QString &sn)
{
    store::SecretStore *kept = secrets();
    const auto found = status(sn);
    const QDateTime login = found ? found->since : QDateTime();
    const auto asked = m_askedSecrets.constFind(sn);
    if (!kept || (asked != m_askedSecrets.constEnd() && *asked == login))
        return;
    if (m_isAskingSecret || m_parts.context.clock.monotonic() < m_noSecretsUntil)
        return;
    m_askedSecrets.insert(sn, login);
    m_isAskingSecret = m_noSecretsUntil.count() > 0;
    kept->read(secretOf(sn)).then(base::on(this, [this, sn](const base::Result<QString> &secret) {
        onSecret(sn, secret);
    }));
}

void CabinetDesk::onSecret(const QString &sn, const base::Result<QString> &secret)
{
    m_isAskingSecret = false;
    using store::SecretError;
    if (secret || secret.error().is(SecretError::NotFound) || secret.error().is(SecretError::KeyMalformed)) {
        m_noSecretsUntil = {};
        m_parts.context.notices.withdraw(kSecretsNotice);
        if (secret)
            m_parts.calls.setSecret(sn, *secret);
        return;
    }
    m_askedSecrets.remove(sn);
    const bool isKnown = m_noSecretsUntil.count() > 0;
    m_noSecretsUntil = m_parts.context.clock.monotonic() + kKeychainPause;
    if (isKnown)
        return; // once is enough
    kit::Notice notice;
    notice.key = kSecretsNotice;
    notice.say = [why = secret.error()](kit::Notice &said) {
        said.text =
            tr("The secrets of cabinets cannot be read: %1. Those that need one take no commands until then; "
               "it is tried again every minute.")
                .arg(cabinetErrorText(why));
    };
    notice.details = base::plainText(secret.error().detail(), 300);
    m_parts.context.notices.post(notice);
}

void CabinetDesk::openAccept()
{
    if (m_accept) {
        m_accept->raise();
        m_accept->activateWindow();
        return;
    }
    m_accept = new AcceptDialog(m_parts.calls.waiting(), m_parts.context.clock, m_window);
    connect(m_accept, &AcceptDialog::acceptWanted, this, &CabinetDesk::accept);
    m_accept->open();
}

void CabinetDesk::accept(const QStringList &sns, const QString &name, const QString &place)
{
    m_parts.calls.accept(sns).then(base::on(this, [this, sns, name,
                                                   place](const base::Result<void> &accepted) {
        if (m_accept)
            m_accept->showOutcome(accepted ? QString() : cabinetErrorText(accepted.error()));
        const QString shown = sns.size() == 1 ? name : QString();
        if (!accepted || (shown.isEmpty() && place.isEmpty()))
            return;
        for (const QString &sn : sns) {
            m_parts.calls.describe(sn, shown, place, false)
                .then(base::on(this, [this, sn](const base::Result<void> &done) {
                    if (!done)
                        notice([sn] { return tr("%1 could not be described").arg(base::plainText(sn, 64)); },
                               done.error());
                }));
        }
    }));
}

void CabinetDesk::noteWaiting()
{
    if (m_accept)
        m_accept->show(m_parts.calls.waiting());
}

void CabinetDesk::openBankSearch(const QString &text)
{
    if (!m_parts.ledger)
        return;
    if (m_banks) {
        m_banks->close();
        m_banks = nullptr;
    }
    m_banks = new BankDialog(
        *m_parts.ledger, m_parts.context.clock, [this](const QString &sn) { return title(sn); }, text,
        m_window);
    connect(m_banks, &BankDialog::cabinetWanted, this, &CabinetDesk::cabinetWanted);
    connect(m_banks, &BankDialog::flagWanted, this,
            [this](const store::Bank &bank) { toggleFlag(bank.place.cabinet, bank.id, bank.isFlagged); });
    connect(&m_parts.work, &CabinetWork::flagsChanged, m_banks, &BankDialog::reload);
    m_banks->open();
}

} // namespace opsdeck::cabinet
