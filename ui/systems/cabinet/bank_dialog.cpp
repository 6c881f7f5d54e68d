// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/cabinet/bank_dialog.h"

#include "core/base/hex.h"
#include "core/base/on.h"
#include "core/systems/cabinet/cabinet_types.h"
#include "ui/kit/plain_label.h"
#include "ui/kit/plain_tool_tip.h"
#include "ui/kit/time_text.h"
#include "ui/systems/cabinet/cabinet_words.h"
#include "ui/systems/cabinet/dialog_parts.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QScrollBar>
#include <QTreeWidget>

#include <algorithm>

namespace opsdeck::cabinet {

namespace {

QTreeWidget *table(const QString &objectName, int columns)
{
    auto *list = new QTreeWidget;
    list->setObjectName(objectName);
    list->setColumnCount(columns);
    list->setRootIsDecorated(false);
    list->setUniformRowHeights(true);
    list->setMinimumSize(480, 90);
    list->header()->setStretchLastSection(true);
    return list;
}

constexpr int kLevelColumn = 3; ///< of the power banks found

/// All of it is to be seen when there is room: the places, which are long, share what the other columns leave.
void fitColumns(QTreeWidget &list, std::initializer_list<int> places)
{
    // The scroll bar comes later.
    int left = list.width() - list.verticalScrollBar()->sizeHint().width() - 2 * list.frameWidth();
    // Its own width, not what it was stretched to.
    list.header()->setStretchLastSection(false);
    for (int column = 0; column < list.columnCount(); ++column) {
        list.resizeColumnToContents(column);
        if (std::find(places.begin(), places.end(), column) == places.end()) {
            constexpr int kWidest = 200;
            list.setColumnWidth(column, std::min(list.columnWidth(column), kWidest));
            left -= list.columnWidth(column);
        }
    }
    int waiting = int(places.size());
    for (const int column : places) {
        constexpr int kNarrowest = 90;
        const int share = std::max(left / waiting, kNarrowest);
        list.setColumnWidth(column, std::min(list.columnWidth(column), share));
        left -= list.columnWidth(column);
        --waiting;
    }
    list.header()->setStretchLastSection(true);
}

QTreeWidgetItem *item(const QStringList &texts)
{
    auto *made = new QTreeWidgetItem(texts);
    for (int column = 0; column < texts.size(); ++column)
        made->setToolTip(column, kit::plainToolTip(texts.at(column)));
    return made;
}

} // namespace

BankDialog::BankDialog(store::BankLedger &ledger, base::Clock &clock, CabinetName cabinetName,
                       const QString &text, QWidget *parent)
    : SpokenDialog(parent)
    , m_ledger(ledger)
    , m_clock(clock)
    , m_cabinetName(std::move(cabinetName))
    , m_typing(clock.makeTimer([this] { search(); }))
    , m_field(new QLineEdit(text))
    , m_said(kit::wrappedLabel(QStringLiteral("dialogHint")))
    , m_list(table(QStringLiteral("banks"), 5))
    , m_historyTitle(kit::plainLabel(QStringLiteral("dialogSection")))
    , m_history(table(QStringLiteral("history"), 5))
    , m_more(new QPushButton)
    , m_flag(new QPushButton)
    , m_jump(new QPushButton)
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_list->headerItem()->setTextAlignment(kLevelColumn, Qt::AlignRight | Qt::AlignVCenter);
    m_field->setObjectName(QStringLiteral("bankSearch"));
    m_field->setClearButtonEnabled(true);
    constexpr int kLongest = 32;
    m_field->setMaxLength(kLongest);
    m_more->setObjectName(QStringLiteral("more"));
    m_flag->setObjectName(QStringLiteral("flag"));
    m_jump->setObjectName(QStringLiteral("jump"));
    auto *close = new QPushButton;
    for (QPushButton *button : {m_more, m_flag, m_jump, close})
        button->setAutoDefault(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(8);
    column->addWidget(m_field);
    column->addWidget(m_said);
    column->addWidget(m_list, 2);
    column->addWidget(m_historyTitle);
    column->addWidget(m_history, 3);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_more);
    row->addStretch(1);
    row->addWidget(m_flag);
    row->addWidget(m_jump);
    row->addWidget(close);
    column->addLayout(row);

    say([=, this] {
        setWindowTitle(tr("Find a power bank"));
        m_field->setPlaceholderText(tr("Some of its id, as RL1A7C000041"));
        m_field->setAccessibleName(tr("Id of the power bank"));
        m_field->setToolTip(m_field->placeholderText());
        m_list->setHeaderLabels({tr("Power bank"), tr("Where"), tr("Since"), tr("Level"), tr("Use")});
        m_list->setAccessibleName(tr("Power banks found"));
        m_history->setHeaderLabels({tr("Time"), tr("What"), tr("From"), tr("To"), tr("Operator and note")});
        m_history->setAccessibleName(tr("History of the power bank"));
        name(*m_more, tr("Older"), tr("Fetches the moves before these"));
        name(*close, tr("Close"));
        m_shown.reset();
        showSelected();
        reload();
    });
    connect(m_field, &QLineEdit::textChanged, this, [this] { m_typing->start(kTypingPause); });
    connect(m_field, &QLineEdit::returnPressed, this, &BankDialog::search);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &BankDialog::showSelected);
    connect(m_list, &QTreeWidget::itemActivated, m_jump, &QPushButton::click);
    connect(m_more, &QPushButton::clicked, this, &BankDialog::loadHistory);
    connect(m_flag, &QPushButton::clicked, this, [this] {
        if (const store::Bank *bank = selected())
            Q_EMIT flagWanted(*bank);
    });
    connect(m_jump, &QPushButton::clicked, this, [this] {
        const store::Bank *bank = selected();
        if (!bank || bank->place.cabinet.isEmpty())
            return;
        const bool isThere = bank->place.state == store::BankPlace::State::InSlot;
        Q_EMIT cabinetWanted(bank->place.cabinet, isThere ? bank->place.slot : 0);
        accept();
    });
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(&m_ledger, &store::BankLedger::changed, this, [this] {
        if (!m_typing->isActive())
            m_typing->start(kReloadPause);
    });
    m_field->setFocus();
    m_field->selectAll();
    resize(880, 560);
}

void BankDialog::reload()
{
    search();
}

void BankDialog::search()
{
    m_typing->stop();
    const QString text = m_field->text().trimmed();
    const quint64 question = ++m_question;
    if (text.isEmpty()) {
        showBanks(QList<store::Bank>());
        return;
    }
    m_ledger.search(text, kMostFound)
        .then(base::on(this, [this, question](const base::Result<QList<store::Bank>> &banks) {
            if (question == m_question)
                showBanks(banks);
        }));
}

QString BankDialog::placeOf(const store::Bank &bank) const
{
    return placeText(bank.place, m_cabinetName);
}

void BankDialog::showBanks(const base::Result<QList<store::Bank>> &banks)
{
    const QByteArray before = m_bank;
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    m_banks = banks.value_or(QList<store::Bank>());
    QTreeWidgetItem *current = nullptr;
    for (const store::Bank &bank : std::as_const(m_banks)) {
        const QString use = bank.isFlagged
                                ? (bank.flagReason.isEmpty()
                                       ? tr("out of use")
                                       : tr("out of use: %1").arg(base::plainText(bank.flagReason, 120)))
                                : tr("in use");
        QTreeWidgetItem *row = item({bankName(bank.id), placeOf(bank),
                                     kit::momentText(bank.since, m_clock.now()), levelText(bank.level), use});
        row->setTextAlignment(kLevelColumn, Qt::AlignRight | Qt::AlignVCenter);
        m_list->addTopLevelItem(row);
        if (bank.id == before || !current)
            current = row;
    }
    // Empty columns would shrink to their headers.
    if (!m_banks.isEmpty())
        fitColumns(*m_list, {1});
    if (!banks)
        m_said->setText(tr("The database does not answer: %1").arg(cabinetErrorText(banks.error())));
    else if (m_field->text().trimmed().isEmpty())
        m_said->setText(tr("Every power bank that some cabinet ever told is found by any piece of its id."));
    else if (m_banks.isEmpty())
        m_said->setText(tr("No cabinet ever told such a power bank."));
    else if (m_banks.size() >= kMostFound)
        m_said->setText(tr("The first %1; type more of the id").arg(kMostFound));
    else
        m_said->setText(m_banks.size() == 1 ? tr("1 power bank found")
                                            : tr("%1 power banks found").arg(m_banks.size()));
    if (current)
        m_list->setCurrentItem(current);
    showSelected();
}

const store::Bank *BankDialog::selected() const
{
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    return row >= 0 && row < m_banks.size() ? &m_banks.at(row) : nullptr;
}

void BankDialog::showSelected()
{
    const store::Bank *bank = selected();
    checkButtons();
    // Nothing happened to it: its history stays as it is read.
    if (bank && m_shown && *bank == *m_shown)
        return;
    m_shown = bank ? std::optional(*bank) : std::nullopt;
    m_bank = bank ? bank->id : QByteArray();
    m_history->clear();
    m_before = 0;
    m_historyTitle->setText(bank ? tr("History of %1").arg(bankName(bank->id)) : tr("History"));
    allow(*m_more, tr("There is nothing older"), QString());
    if (bank)
        loadHistory();
}

void BankDialog::checkButtons()
{
    const store::Bank *bank = selected();
    const bool isFlagged = bank && bank->isFlagged;
    name(*m_flag, isFlagged ? tr("Put into use") : tr("Take out of use…"));
    const QString nobody = tr("Select a power bank first");
    allow(*m_flag, bank ? QString() : nobody,
          isFlagged ? tr("It may be rented and returned again")
                    : tr("It is neither given out nor taken back"));
    name(*m_jump, tr("Show its cabinet"));
    const QString nowhere = tr("It was never seen in a cabinet");
    allow(*m_jump, !bank ? nobody : (bank->place.cabinet.isEmpty() ? nowhere : QString()),
          tr("Selects the cabinet, and the slot when it is there"));
}

void BankDialog::loadHistory()
{
    const QByteArray bank = m_bank;
    const qint64 before = m_before;
    if (bank.isEmpty())
        return;
    allow(*m_more, tr("The history is being fetched"), QString());
    m_ledger.history(bank, before, kHistoryPage)
        .then(base::on(this, [this, bank, before](const base::Result<QList<store::BankMove>> &moves) {
            if (bank == m_bank && before == m_before)
                showHistory(moves);
        }));
}

void BankDialog::showHistory(const base::Result<QList<store::BankMove>> &moves)
{
    if (!moves) {
        allow(*m_more, QString(), cabinetErrorText(moves.error()));
        m_historyTitle->setText(tr("The database does not answer: %1").arg(cabinetErrorText(moves.error())));
        return;
    }
    for (const store::BankMove &move : *moves) {
        QStringList notes{base::plainText(move.operatorName, 64), base::plainText(move.note, 160)};
        notes.removeAll(QString());
        m_history->addTopLevelItem(
            item({kit::momentText(move.time, m_clock.now()), causeText(move.cause),
                  placeText(move.from, m_cabinetName), placeText(move.to, m_cabinetName),
                  notes.join(QStringLiteral(" · "))}));
        m_before = move.id;
    }
    fitColumns(*m_history, {2, 3});
    const bool isMore = moves->size() >= kHistoryPage;
    allow(*m_more, isMore ? QString() : tr("There is nothing older"), tr("Fetches the moves before these"));
}

} // namespace opsdeck::cabinet
