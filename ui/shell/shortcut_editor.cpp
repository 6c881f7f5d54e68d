// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/shortcut_editor.h"

#include "ui/kit/action_registry.h"
#include "ui/shell/palette_matcher.h"
#include "ui/shell/shortcut_capture.h"
#include "ui/shell/shortcut_model.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSortFilterProxyModel>
#include <QTableView>

#include <algorithm>

namespace opsdeck::shell {

namespace {

QString native(const QKeySequence &shortcut)
{
    return shortcut.toString(QKeySequence::NativeText);
}

} // namespace

ShortcutEditor::ShortcutEditor(const kit::Theme &theme, kit::ActionRegistry &actions, QWidget *parent)
    : QWidget(parent)
    , m_actions(actions)
    , m_model(new ShortcutModel(actions, this))
    , m_shown(new QSortFilterProxyModel(this))
    , m_search(new QLineEdit)
    , m_table(new QTableView)
    , m_capture(new ShortcutCapture)
    , m_clear(new QPushButton)
    , m_reset(new QPushButton)
    , m_resetAll(new QPushButton)
    , m_words(new QLabel)
    , m_swap(new QPushButton)
{
    setObjectName(QStringLiteral("shortcutEditor"));
    m_search->setObjectName(QStringLiteral("shortcutSearch"));
    m_search->setMaxLength(200);
    m_search->setClearButtonEnabled(true);
    m_clear->setObjectName(QStringLiteral("shortcutClear"));
    m_reset->setObjectName(QStringLiteral("shortcutReset"));
    m_resetAll->setObjectName(QStringLiteral("shortcutResetAll"));
    m_swap->setObjectName(QStringLiteral("shortcutSwap"));
    m_words->setObjectName(QStringLiteral("shortcutWords"));
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);

    m_shown->setSourceModel(m_model);
    m_shown->setFilterRole(ShortcutModel::SearchRole);
    m_table->setObjectName(QStringLiteral("shortcutTable"));
    m_table->setModel(m_shown);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(theme.sizes().row);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setSectionResizeMode(ShortcutModel::Action, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(ShortcutModel::Group, QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(ShortcutModel::Keys, QHeaderView::ResizeToContents);
    m_table->installEventFilter(this);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(theme.sizes().grid);
    buttons->addWidget(m_capture, 1);
    buttons->addWidget(m_clear);
    buttons->addWidget(m_reset);
    buttons->addStretch(0);
    buttons->addWidget(m_resetAll);
    auto *conflict = new QHBoxLayout;
    conflict->setSpacing(theme.sizes().grid);
    conflict->addWidget(m_words, 1);
    conflict->addWidget(m_swap, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.sizes().grid);
    column->addWidget(m_search);
    column->addWidget(m_table, 1);
    column->addLayout(buttons);
    column->addLayout(conflict);
    for (QPushButton *button : {m_clear, m_reset, m_resetAll, m_swap})
        button->setAutoDefault(false);

    connect(m_search, &QLineEdit::textChanged, this, &ShortcutEditor::filter);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        say(QString());
        showSelected();
    });
    connect(m_table, &QTableView::doubleClicked, m_capture, &ShortcutCapture::start);
    connect(m_capture, &ShortcutCapture::captured, this, &ShortcutEditor::use);
    connect(m_capture, &ShortcutCapture::started, this, [this] {
        say(tr("Press the new keys for “%1”, or Esc to leave it as it is.").arg(m_actions.text(selected())));
    });
    connect(m_capture, &ShortcutCapture::cancelled, this, [this] { say(QString()); });
    connect(m_clear, &QPushButton::clicked, this, &ShortcutEditor::clearKeys);
    connect(m_reset, &QPushButton::clicked, this, &ShortcutEditor::reset);
    connect(m_resetAll, &QPushButton::clicked, this, &ShortcutEditor::resetAll);
    connect(m_swap, &QPushButton::clicked, this, &ShortcutEditor::swap);
    connect(&m_actions, &kit::ActionRegistry::changed, this, &ShortcutEditor::showSelected);
    connect(&m_actions, &kit::ActionRegistry::removed, this, &ShortcutEditor::showSelected);
    say(QString());
    if (m_shown->rowCount() > 0)
        m_table->selectRow(0);
    retranslate();
}

QString ShortcutEditor::selected() const
{
    return m_table->currentIndex().data(ShortcutModel::IdRole).toString();
}

void ShortcutEditor::select(const QString &id)
{
    const QModelIndex index = m_shown->mapFromSource(m_model->find(id));
    if (index.isValid())
        m_table->setCurrentIndex(index);
}

void ShortcutEditor::filter(const QString &words)
{
    // Every word must be there, in any order.
    QString pattern;
    const QStringList parts = PaletteMatcher::fold(words).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QString &word : parts)
        pattern += QStringLiteral("(?=.*%1)").arg(QRegularExpression::escape(word));
    m_shown->setFilterRegularExpression(
        QRegularExpression(pattern, QRegularExpression::DotMatchesEverythingOption));
    if (!m_table->currentIndex().isValid() && m_shown->rowCount() > 0)
        m_table->selectRow(0);
    showSelected();
}

void ShortcutEditor::showSelected()
{
    const QString id = selected();
    const bool isAny = !id.isEmpty();
    m_capture->setEnabled(isAny);
    m_capture->showShortcut(m_actions.shortcut(id));
    const bool hasKeys = isAny && !m_actions.shortcut(id).isEmpty();
    const bool isChanged = isAny && m_actions.shortcut(id) != m_actions.defaultShortcut(id);
    m_clear->setEnabled(hasKeys);
    m_clear->setToolTip(hasKeys ? tr("Take the key away from this action") : tr("This action has no key"));
    m_reset->setEnabled(isChanged);
    m_reset->setToolTip(isChanged ? tr("Back to %1")
                                        .arg(m_actions.defaultShortcut(id).isEmpty()
                                                 ? tr("no key")
                                                 : native(m_actions.defaultShortcut(id)))
                                  : tr("This action has the key it came with"));
    const QStringList ids = m_actions.ids();
    const bool isAnyChanged = std::any_of(ids.cbegin(), ids.cend(), [this](const QString &other) {
        return m_actions.shortcut(other) != m_actions.defaultShortcut(other);
    });
    m_resetAll->setEnabled(isAnyChanged);
    m_resetAll->setToolTip(isAnyChanged ? tr("Every action gets the key it came with")
                                        : tr("Every action has the key it came with"));
}

void ShortcutEditor::say(const QString &words, bool canSwap)
{
    m_words->setText(words);
    m_swap->setVisible(canSwap);
    if (!canSwap)
        m_wanted = QKeySequence();
}

void ShortcutEditor::use(const QKeySequence &shortcut)
{
    const QString id = selected();
    const auto result = m_actions.setShortcut(id, shortcut);
    if (result) {
        say(shortcut.isEmpty() ? tr("“%1” has no key now.").arg(m_actions.text(id))
                               : tr("“%1” is now %2.").arg(m_actions.text(id), native(shortcut)));
        return;
    }
    if (result.error().is(kit::ActionError::ShortcutReserved)) {
        say(tr("%1 cannot be used: Esc, Tab, Enter and the arrows move about in the window.")
                .arg(native(shortcut)));
        return;
    }
    QStringList holders = m_actions.holdersOf(shortcut);
    holders.removeOne(id);
    QStringList names;
    for (const QString &holder : std::as_const(holders))
        names << tr("“%1”").arg(m_actions.text(holder));
    say(tr("%1 belongs to %2.").arg(native(shortcut), names.join(QStringLiteral(", "))), holders.size() == 1);
    if (holders.size() == 1)
        m_wanted = shortcut;
}

void ShortcutEditor::swap()
{
    const QString id = selected();
    const QKeySequence wanted = m_wanted;
    QStringList holders = m_actions.holdersOf(wanted);
    holders.removeOne(id);
    if (wanted.isEmpty() || !m_actions.swapShortcut(id, wanted))
        return;
    const QString other = holders.value(0);
    const QString theirs = native(m_actions.shortcut(other));
    m_table->setFocus();
    say(theirs.isEmpty() ? tr("“%1” is now %2, and “%3” has no key.")
                               .arg(m_actions.text(id), native(wanted), m_actions.text(other))
                         : tr("“%1” is now %2, and “%3” is %4.")
                               .arg(m_actions.text(id), native(wanted), m_actions.text(other), theirs));
}

void ShortcutEditor::clearKeys()
{
    m_table->setFocus();
    use(QKeySequence());
}

void ShortcutEditor::reset()
{
    m_table->setFocus();
    use(m_actions.defaultShortcut(selected()));
}

void ShortcutEditor::resetAll()
{
    m_table->setFocus();
    m_actions.resetAllShortcuts();
    say(tr("Every action has the key it came with."));
}

bool ShortcutEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            m_capture->start();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void ShortcutEditor::retranslate()
{
    m_search->setPlaceholderText(tr("Find an action or a key"));
    m_search->setAccessibleName(tr("Find an action or a key"));
    m_table->setAccessibleName(tr("Actions and their keys"));
    m_clear->setText(tr("Remove key"));
    m_clear->setAccessibleName(tr("Take the key away from this action"));
    m_reset->setText(tr("Reset"));
    m_reset->setAccessibleName(tr("Reset the key of this action"));
    m_resetAll->setText(tr("Reset all"));
    m_resetAll->setAccessibleName(tr("Reset the keys of all actions"));
    m_swap->setText(tr("Swap the keys"));
    m_swap->setAccessibleName(tr("Swap the keys of the two actions"));
    m_swap->setToolTip(tr("The other action gets the key that this one has now"));
    m_model->retranslate();
    say(QString());
    showSelected();
}

void ShortcutEditor::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace opsdeck::shell
