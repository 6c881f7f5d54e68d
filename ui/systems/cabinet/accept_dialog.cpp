// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/cabinet/accept_dialog.h"

#include "core/base/hex.h"
#include "ui/kit/plain_label.h"
#include "ui/kit/time_text.h"
#include "ui/systems/cabinet/dialog_parts.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QLocale>
#include <QTreeWidget>

namespace opsdeck::cabinet {

namespace {

constexpr int kSnRole = Qt::UserRole;
constexpr int kLongestName = 80;

} // namespace

AcceptDialog::AcceptDialog(const QList<WaitingCabinet> &waiting, const base::Clock &clock, QWidget *parent)
    : SpokenDialog(parent)
    , m_clock(clock)
    , m_list(new QTreeWidget)
    , m_nothing(kit::wrappedLabel(QStringLiteral("dialogHint")))
    , m_name(new QLineEdit)
    , m_place(new QLineEdit)
    , m_problem(kit::wrappedLabel(QStringLiteral("fieldProblem")))
    , m_all(new QPushButton)
{
    DialogParts parts(*this);
    m_accept = parts.accept;
    m_list->setObjectName(QStringLiteral("importList"));
    m_list->setColumnCount(4);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setMinimumSize(440, 120);
    m_list->header()->setStretchLastSection(true);
    m_list->headerItem()->setTextAlignment(2, Qt::AlignRight | Qt::AlignVCenter);
    m_all->setObjectName(QStringLiteral("chooseAll"));
    m_all->setAutoDefault(false);
    for (QLineEdit *field : {m_name, m_place})
        field->setMaxLength(kLongestName);
    parts.column->insertWidget(1, m_list, 1);
    parts.column->insertWidget(2, m_nothing, 1);
    parts.column->insertWidget(3, m_all, 0, Qt::AlignLeft);
    QLabel *nameLabel = parts.addField(m_name, QStringLiteral("name"));
    QLabel *placeLabel = parts.addField(m_place, QStringLiteral("place"));
    parts.column->insertWidget(parts.column->indexOf(parts.hint), m_problem);
    parts.hint->hide();
    m_nothing->setAlignment(Qt::AlignCenter);
    m_form = {parts.text, m_all, nameLabel, m_name, placeLabel, m_place};
    m_problem->hide();
    m_waiting = waiting;
    say([=, this] {
        setWindowTitle(tr("Accept new cabinets"));
        parts.text->setText(
            tr("These cabinets dialled in and were turned away. Accepted ones get in the next time they "
               "dial, mostly within a minute."));
        m_list->setHeaderLabels({tr("Cabinet"), tr("Address"), tr("Tries"), tr("Last tried")});
        m_list->setAccessibleName(tr("Cabinets that wait"));
        m_list->setToolTip(tr("Space ticks the selected one"));
        m_nothing->setText(
            tr("Nobody waits. A cabinet stands here when it has dialled this computer's address and port."));
        const auto field = [](QLabel *label, QWidget *widget, const QString &words, const QString &hint) {
            label->setText(words);
            widget->setAccessibleName(words);
            widget->setToolTip(hint);
        };
        field(nameLabel, m_name, tr("Name"), tr("How it is called here; may be empty"));
        field(placeLabel, m_place, tr("Place"), tr("Where they stand; may be empty"));
        name(*m_all, tr("Choose all"), tr("Ticks every cabinet of the list"));
        name(*parts.cancel, tr("Close"), tr("Nobody is accepted"));
        show(m_waiting);
    });
    connect(m_list, &QTreeWidget::itemChanged, this, &AcceptDialog::check);
    connect(m_all, &QPushButton::clicked, this, [this] {
        for (int row = 0; row < m_list->topLevelItemCount(); ++row)
            m_list->topLevelItem(row)->setCheckState(0, Qt::Checked);
    });
    connect(m_accept, &QPushButton::clicked, this, [this] {
        m_isBusy = true;
        check();
        Q_EMIT acceptWanted(chosen(), m_name->text().trimmed(), m_place->text().trimmed());
    });
    resize(560, 460);
}

void AcceptDialog::show(const QList<WaitingCabinet> &waiting)
{
    const QStringList kept = chosen();
    m_waiting = waiting;
    const QSignalBlocker quiet(m_list);
    const QString current =
        m_list->currentItem() ? m_list->currentItem()->data(0, kSnRole).toString() : QString();
    m_list->clear();
    for (const WaitingCabinet &cabinet : waiting) {
        auto *row = new QTreeWidgetItem(
            {base::plainText(cabinet.sn, 64), base::plainText(cabinet.address, 64),
             QLocale().toString(cabinet.tries), kit::momentText(cabinet.lastTried, m_clock.now())});
        row->setData(0, kSnRole, cabinet.sn);
        row->setTextAlignment(2, Qt::AlignRight | Qt::AlignVCenter);
        row->setFlags(row->flags() | Qt::ItemIsUserCheckable);
        row->setCheckState(0, kept.contains(cabinet.sn) ? Qt::Checked : Qt::Unchecked);
        m_list->addTopLevelItem(row);
        if (cabinet.sn == current)
            m_list->setCurrentItem(row);
    }
    for (int column = 0; column < 3; ++column)
        m_list->resizeColumnToContents(column);
    constexpr int kBox = 30; // is not counted in
    m_list->setColumnWidth(0, m_list->columnWidth(0) + kBox);
    m_list->setVisible(!waiting.isEmpty());
    // There is nobody of whom they could be said.
    for (QWidget *each : std::as_const(m_form))
        each->setVisible(!waiting.isEmpty());
    m_nothing->setVisible(waiting.isEmpty());
    check();
}

QStringList AcceptDialog::chosen() const
{
    QStringList sns;
    for (int row = 0; row < m_list->topLevelItemCount(); ++row) {
        const QTreeWidgetItem *item = m_list->topLevelItem(row);
        if (item->checkState(0) == Qt::Checked)
            sns << item->data(0, kSnRole).toString();
    }
    return sns;
}

void AcceptDialog::check()
{
    const int count = int(chosen().size());
    name(*m_accept, count > 1 ? tr("Accept %1").arg(count) : tr("Accept"));
    const QString whyNot = m_isBusy     ? tr("They are being accepted")
                           : count == 0 ? tr("Tick a cabinet first")
                                        : QString();
    allow(*m_accept, whyNot, tr("They get in the next time they dial"));
    const bool isOne = count <= 1;
    m_name->setEnabled(isOne);
    m_name->setToolTip(isOne ? tr("How it is called here; may be empty")
                             : tr("Several are chosen: each gets its own name later"));
    allow(*m_all, m_waiting.isEmpty() ? tr("Nobody waits") : QString(),
          tr("Ticks every cabinet of the list"));
}

void AcceptDialog::showOutcome(const QString &problem)
{
    m_isBusy = false;
    if (problem.isEmpty()) {
        accept();
        return;
    }
    m_problem->setText(problem);
    m_problem->show();
    check();
}

} // namespace opsdeck::cabinet
