// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/store/bank_ledger.h"
#include "ui/kit/spoken_dialog.h"

#include <functional>
#include <memory>
#include <optional>

class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;

namespace opsdeck::cabinet {

/// Where is RL1A7C000041? Finds power banks by any piece of their id, says where each is, since when, how full and whether
/// it is out of use, and lists its history page by page. Asks the ledger by futures; an answer to an older question is
/// dropped. Deletes itself.
class BankDialog final : public kit::SpokenDialog
{
    Q_OBJECT
public:
    static constexpr int kMostFound = 100;
    static constexpr int kHistoryPage = 50;
    static constexpr std::chrono::milliseconds kTypingPause{150};
    static constexpr std::chrono::seconds kReloadPause{1};

    using CabinetName = std::function<QString(const QString &sn)>;

    /// @param cabinetName how a cabinet is called. @param text what is looked for at once. The others must outlive it.
    BankDialog(store::BankLedger &ledger, base::Clock &clock, CabinetName cabinetName, const QString &text,
               QWidget *parent);

    /// Looks again: a flag or a place may be another one.
    void reload();

Q_SIGNALS:
    void cabinetWanted(const QString &sn, int slot);
    void flagWanted(const opsdeck::store::Bank &bank);

private:
    void search();
    void showBanks(const base::Result<QList<store::Bank>> &banks);
    void showSelected();
    void loadHistory();
    void showHistory(const base::Result<QList<store::BankMove>> &moves);
    const store::Bank *selected() const;
    void checkButtons();
    QString placeOf(const store::Bank &bank) const;

    store::BankLedger &m_ledger;
    base::Clock &m_clock;
    CabinetName m_cabinetName;
    QList<store::Bank> m_banks;
    std::optional<store::Bank> m_shown; ///< as it was when its history was fetched
    QByteArray m_bank;                  ///< whose history is shown
    qint64 m_before = 0;
    quint64 m_question = 0;
    std::unique_ptr<base::Timer> m_typing;
    QLineEdit *m_field;
    QLabel *m_said;
    QTreeWidget *m_list;
    QLabel *m_historyTitle;
    QTreeWidget *m_history;
    QPushButton *m_more;
    QPushButton *m_flag;
    QPushButton *m_jump;
};

} // namespace opsdeck::cabinet
