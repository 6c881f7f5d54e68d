// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/site_import_dialog.h"

#include "core/base/hex.h"
#include "ui/kit/plain_tool_tip.h"

#include <QComboBox>
#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace opsdeck::shell {

namespace {

using Kind = site::MergeItem::Kind;

constexpr QSize kSize(720, 560);
constexpr int kNameWidth = 240;
constexpr int kProblemLines = 6;

qsizetype countOf(const QList<site::MergeItem> &items, Kind kind)
{
    return std::count_if(items.begin(), items.end(),
                         [kind](const site::MergeItem &item) { return item.kind == kind; });
}

} // namespace

SiteImportDialog::SiteImportDialog(const LoadedSite &loaded, const site::Site &mine, QWidget *parent)
    : QDialog(parent)
    , m_file(loaded.file)
    , m_items(site::mergeItems(mine, loaded.site))
    , m_problems(loaded.problems)
    , m_summary(new QLabel)
    , m_list(new QTreeWidget)
    , m_choiceLabel(new QLabel)
    , m_choice(new QComboBox)
    , m_problemLabel(new QLabel)
    , m_problemText(new QPlainTextEdit)
    , m_cancel(new QPushButton)
    , m_import(new QPushButton)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("importDialog"));
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    m_list->setObjectName(QStringLiteral("importList"));
    m_list->setColumnCount(2);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->header()->setStretchLastSection(true);
    m_list->header()->resizeSection(0, kNameWidth);
    m_choice->setObjectName(QStringLiteral("importChoice"));
    m_choice->addItem(QString(), int(site::MergeChoice::Replace));
    m_choice->addItem(QString(), int(site::MergeChoice::KeepBoth));
    m_problemText->setObjectName(QStringLiteral("importProblems"));
    m_problemText->setReadOnly(true);
    m_problemText->setLineWrapMode(QPlainTextEdit::NoWrap);
    const int lines = std::clamp(int(m_problems.size()) + 1, 2, kProblemLines);
    m_problemText->setFixedHeight(fontMetrics().lineSpacing() * lines + 20);
    m_cancel->setObjectName(QStringLiteral("cancelButton"));
    m_cancel->setAutoDefault(false);
    m_import->setObjectName(QStringLiteral("importButton"));
    m_import->setDefault(true);

    auto *choiceRow = new QHBoxLayout;
    choiceRow->addWidget(m_choiceLabel);
    choiceRow->addWidget(m_choice);
    choiceRow->addStretch(1);
    m_choiceLabel->setBuddy(m_choice);
    const bool hasDifferent = countOf(m_items, Kind::Different) > 0;
    m_choiceLabel->setVisible(hasDifferent);
    m_choice->setVisible(hasDifferent);
    m_problemLabel->setVisible(!m_problems.isEmpty());
    m_problemText->setVisible(!m_problems.isEmpty());
    m_list->setVisible(!m_items.isEmpty());

    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_import);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 16);
    column->setSpacing(10);
    column->addWidget(m_summary);
    column->addWidget(m_list, 1);
    column->addLayout(choiceRow);
    column->addWidget(m_problemLabel);
    column->addWidget(m_problemText);
    if (m_items.isEmpty())
        column->addStretch(1);
    column->addLayout(buttons);
    resize(kSize);

    fill();
    retranslate();
    connect(m_list, &QTreeWidget::itemChanged, this, &SiteImportDialog::count);
    connect(m_choice, &QComboBox::currentIndexChanged, this, &SiteImportDialog::retranslate);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_import, &QPushButton::clicked, this, &SiteImportDialog::submit);
}

void SiteImportDialog::fill()
{
    QList<QTreeWidgetItem *> rows;
    rows.reserve(m_items.size());
    for (const site::MergeItem &item : m_items) {
        auto *row = new QTreeWidgetItem;
        row->setText(0, base::plainText(item.device.name, 120));
        row->setToolTip(0, kit::plainToolTip(base::plainText(item.device.id, 64)));
        // New ones are meant; what would change ours has to be picked.
        const bool isSame = item.kind == Kind::Same;
        row->setFlags(isSame ? Qt::ItemIsSelectable
                             : Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemIsUserCheckable);
        if (!isSame)
            row->setCheckState(0, item.kind == Kind::New ? Qt::Checked : Qt::Unchecked);
        rows.append(row);
    }
    m_list->addTopLevelItems(rows);
    QStringList lines;
    for (const site::SiteProblem &problem : m_problems)
        lines << base::plainText(problem.toString(QFileInfo(m_file).fileName()), 512);
    m_problemText->setPlainText(lines.join(QLatin1Char('\n')));
}

QString SiteImportDialog::verdict(const site::MergeItem &item) const
{
    const auto choice = site::MergeChoice(m_choice->currentData().toInt());
    QString words;
    switch (item.kind) {
    case Kind::New:
        words = tr("new: will be added");
        break;
    case Kind::Same:
        return tr("already here, the same");
    case Kind::Different: {
        const QString keys = base::plainText(item.changed.join(QStringLiteral(", ")), 120);
        words = choice == site::MergeChoice::Replace ? tr("replaces yours; differs in: %1").arg(keys)
                                                     : tr("added beside yours; differs in: %1").arg(keys);
        break;
    }
    }
    if (item.isSecretOwn || (item.kind == Kind::Different && choice == site::MergeChoice::KeepBoth))
        words += QStringLiteral(" · ") + tr("its password has to be entered");
    return words;
}

void SiteImportDialog::count()
{
    m_picked = 0;
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        const QTreeWidgetItem *row = m_list->topLevelItem(i);
        m_picked += row->checkState(0) == Qt::Checked && m_items.at(i).kind != Kind::Same;
    }
    m_import->setText(m_picked > 0 ? tr("Import (%1)").arg(m_picked) : tr("Import"));
    m_import->setAccessibleName(m_import->text());
    m_import->setEnabled(m_picked > 0);
    m_import->setToolTip(m_picked > 0 ? tr("Take the ticked devices into the site")
                                      : tr("Tick the devices to import first"));
}

void SiteImportDialog::submit()
{
    QList<site::MergeItem> picked;
    QHash<QString, site::MergeChoice> choices;
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        const site::MergeItem &item = m_items.at(i);
        if (m_list->topLevelItem(i)->checkState(0) != Qt::Checked || item.kind == Kind::Same)
            continue;
        picked.append(item);
        if (item.kind == Kind::Different)
            choices.insert(item.device.id, site::MergeChoice(m_choice->currentData().toInt()));
    }
    accept();
    Q_EMIT importWanted(picked, choices);
}

void SiteImportDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SiteImportDialog::retranslate()
{
    setWindowTitle(tr("Import devices"));
    const QString file = base::plainText(QFileInfo(m_file).fileName(), 80);
    const auto numberOf = [this](Kind kind) { return QString::number(countOf(m_items, kind)); };
    m_summary->setText(m_items.isEmpty() ? tr("“%1” has no device that could be imported.").arg(file)
                                         : tr("“%1”: new: %2 · different: %3 · the same: %4")
                                               .arg(file, numberOf(Kind::New), numberOf(Kind::Different),
                                                    numberOf(Kind::Same)));
    m_list->setHeaderLabels({tr("Device"), tr("What happens")});
    m_list->setAccessibleName(tr("Devices of the file"));
    m_list->setToolTip(tr("Tick the devices to import"));
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        const QString words = verdict(m_items.at(i));
        m_list->topLevelItem(i)->setText(1, words);
        m_list->topLevelItem(i)->setToolTip(1, kit::plainToolTip(words));
    }
    m_choiceLabel->setText(tr("Devices that differ from yours"));
    m_choice->setItemText(0, tr("replace yours"));
    m_choice->setItemText(1, tr("are added beside yours"));
    m_choice->setAccessibleName(m_choiceLabel->text());
    m_choice->setToolTip(tr("What happens with the ticked ones among them"));
    m_problemLabel->setText(tr("What is wrong in the file; these devices are left out"));
    m_problemText->setAccessibleName(m_problemLabel->text());
    m_problemText->setToolTip(m_problemLabel->text());
    m_cancel->setText(tr("Cancel"));
    m_cancel->setAccessibleName(m_cancel->text());
    m_cancel->setToolTip(tr("Import nothing"));
    count();
}

} // namespace opsdeck::shell
