// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/cabinet/fleet_page.h"

#include "core/base/hex.h"
#include "core/base/on.h"
#include "core/base/whole_file.h"
#include "core/base/worker.h"
#include "ui/kit/empty_state.h"
#include "ui/kit/icon.h"
#include "ui/kit/plain_label.h"
#include "ui/systems/cabinet/cabinet_words.h"
#include "ui/systems/cabinet/fleet_export.h"

#include <QApplication>
#include <QComboBox>
#include <QFileDialog>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace opsdeck::cabinet {

namespace {

const QString kGroupedSetting = QStringLiteral("cabinet.grouped");
const QString kSplitterSetting = QStringLiteral("cabinet.inspectorWidth");
constexpr std::chrono::seconds kTick{1};
/// So long a cabinet has to stay selected until it is asked for more.
constexpr std::chrono::milliseconds kLearnPause{800};
constexpr int kInspectorWidth = 300; ///< at least, until the operator has moved the handle
constexpr int kWidestInspector = 400;
constexpr double kInspectorShare = 0.26; ///< of the page
constexpr int kOneRow = 760;             ///< narrower, the filter stands in two rows

} // namespace

FleetPage::FleetPage(const Parts &parts, QWidget *parent)
    : QWidget(parent)
    , m_parts(parts)
    , m_figures(new FigureBar(parts.context.theme))
    , m_banner(kit::wrappedLabel(QStringLiteral("settingsBanner")))
    , m_search(new QLineEdit)
    , m_states(new QComboBox)
    , m_models(new QComboBox)
    , m_group(new QToolButton)
    , m_showCharts(new QToolButton)
    , m_accept(new kit::ActionButton(parts.context.actions, parts.context.theme,
                                     QStringLiteral("cabinet.accept"), QString()))
    , m_export(new kit::ActionButton(parts.context.actions, parts.context.theme,
                                     QStringLiteral("cabinet.export"), QStringLiteral("export")))
    , m_stack(new QStackedWidget)
    , m_table(new FleetView(parts.model, parts.context.theme, parts.context.settings, parts.context.clock))
    , m_noMatch(kit::wrappedLabel(QStringLiteral("panelHint")))
    , m_charts(new FleetCharts(parts.numbers, parts.context.theme))
    , m_empty(new kit::EmptyState)
    , m_splitter(new QSplitter)
    , m_left(new QWidget)
    , m_inspector(new CabinetInspector(parts.context, parts.work))
    , m_tickTimer(parts.context.clock.makeTimer([this] { tick(); }))
    , m_filterTimer(parts.context.clock.makeTimer([this] { applyFilter(); }))
    , m_learnTimer(parts.context.clock.makeTimer([this] {
        if (isVisible())
            m_parts.work.learn(m_sn);
    }))
{
    setObjectName(QStringLiteral("cabinetsPage"));
    buildLeft(m_left);
    m_left->installEventFilter(this);
    m_splitter->setObjectName(QStringLiteral("fleetSplitter"));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_splitter->addWidget(m_left);
    m_splitter->addWidget(m_inspector);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(m_splitter);
    setMinimumWidth(240);

    connect(m_table, &FleetView::currentSnChanged, this, [this](const QString &sn) {
        m_sn = sn;
        m_banks.clear();
        m_learnTimer->stop();
        showSelected();
        askBanks();
    });
    connect(m_table, &FleetView::opened, this, &FleetPage::openCabinet);
    connect(m_table, &FleetView::menuWanted, this, [this](const QString &, const QPoint &at) {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        m_parts.actions.fillCabinetMenu(*menu);
        menu->popup(at);
    });
    connect(m_inspector, &CabinetInspector::rentWanted, &m_parts.work, &CabinetWork::rent);
    connect(m_inspector, &CabinetInspector::slotChanged, this, &FleetPage::refreshSlotActions);
    connect(m_inspector, &CabinetInspector::slotMenuWanted, this, [this](const QPoint &at) {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        m_parts.actions.fillSlotMenu(*menu);
        menu->popup(at);
    });
    connect(m_inspector, &CabinetInspector::menuWanted, this, [this](const QPoint &at) {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        m_parts.actions.fillCabinetMenu(*menu);
        menu->popup(at);
    });
    connect(m_inspector, &CabinetInspector::backWanted, this, [this] {
        m_isOpened = false;
        fit();
        m_table->setFocus();
    });
    connect(&m_parts.work, &CabinetWork::changed, this, [this](const QString &sn) {
        if (sn == m_sn)
            m_inspector->refreshWork();
    });
    connect(&m_parts.work, &CabinetWork::flagsChanged, this, &FleetPage::askBanks);
    if (m_parts.ledger)
        connect(m_parts.ledger, &store::BankLedger::changed, this, &FleetPage::askBanks);
    connect(&m_parts.numbers, &FleetNumbers::changed, this,
            [this] { m_figures->show(m_parts.numbers.figures()); });
    connect(m_splitter, &QSplitter::splitterMoved, this,
            [this] { m_parts.context.settings.setValue(kSplitterSetting, m_inspector->width()); });
    m_splitter->setSizes({1000, m_parts.context.settings.value(kSplitterSetting).toInt(kInspectorWidth)});
    m_figures->show(m_parts.numbers.figures());
    retranslate();
    refreshStack();
    fit();
}

FleetPage::~FleetPage() = default;

void FleetPage::buildLeft(QWidget *left)
{
    const kit::Theme::Sizes &sizes = m_parts.context.theme.sizes();
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_figures);
    auto *body = new QVBoxLayout;
    body->setContentsMargins(sizes.padding, sizes.grid, sizes.padding, sizes.grid);
    body->setSpacing(sizes.grid);
    column->addLayout(body, 1);
    m_banner->hide();
    body->addWidget(m_banner);
    buildFilter(body);
    auto *tablePage = new QWidget;
    auto *tableColumn = new QVBoxLayout(tablePage);
    tableColumn->setContentsMargins(0, 0, 0, 0);
    tableColumn->setSpacing(sizes.grid);
    tableColumn->addWidget(m_noMatch);
    tableColumn->addWidget(m_table, 1);
    m_noMatch->hide();
    m_stack->addWidget(tablePage);
    m_stack->addWidget(m_charts);
    m_stack->addWidget(m_empty);
    // On a low screen it is squeezed before the window outgrows it.
    m_stack->setMinimumSize(120, 60);
    body->addWidget(m_stack, 1);
    connect(m_empty, &kit::EmptyState::buttonPressed, this, [this] { m_parts.desk.openAccept(); });
}

void FleetPage::buildFilter(QBoxLayout *to)
{
    m_search->setObjectName(QStringLiteral("fleetSearch"));
    m_search->setClearButtonEnabled(true);
    m_search->setMinimumWidth(90);
    constexpr int kLongest = 80;
    m_search->setMaxLength(kLongest);
    m_states->setObjectName(QStringLiteral("fleetStates"));
    m_models->setObjectName(QStringLiteral("fleetModels"));
    for (QComboBox *box : {m_states, m_models})
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    for (QToolButton *button : {m_group, m_showCharts}) {
        button->setProperty("isChoice", true);
        button->setCheckable(true);
        button->setFocusPolicy(Qt::TabFocus);
    }
    m_group->setObjectName(QStringLiteral("fleetGroup"));
    m_group->setChecked(m_parts.context.settings.value(kGroupedSetting).toBool());
    m_parts.model.setGrouped(m_group->isChecked());
    m_showCharts->setObjectName(QStringLiteral("fleetCharts.show"));
    m_accept->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_accept->setWords([this] {
        return m_waiting > 0 ? tr("Accept new… %1").arg(QLocale().toString(m_waiting)) : tr("Accept new…");
    });
    m_export->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_export->setWords([] { return tr("Export…"); });

    m_filterRow = new QBoxLayout(QBoxLayout::LeftToRight);
    m_filterRow->setSpacing(m_parts.context.theme.sizes().grid);
    auto *finding = new QHBoxLayout;
    auto *doing = new QHBoxLayout;
    for (QHBoxLayout *half : {finding, doing})
        half->setSpacing(6);
    finding->addWidget(m_search, 1);
    finding->addWidget(m_states);
    finding->addWidget(m_models);
    doing->addWidget(m_group);
    doing->addWidget(m_showCharts);
    doing->addStretch(1);
    doing->addWidget(m_accept);
    doing->addWidget(m_export);
    m_filterRow->addLayout(finding, 1);
    m_filterRow->addLayout(doing);
    to->addLayout(m_filterRow);

    // Each keystroke at once: the model is quick enough.
    connect(m_search, &QLineEdit::textChanged, this, &FleetPage::applyFilter);
    connect(m_search, &QLineEdit::returnPressed, this, [this] { m_table->setFocus(); });
    connect(m_states, &QComboBox::currentIndexChanged, this, &FleetPage::applyFilter);
    connect(m_models, &QComboBox::currentIndexChanged, this, &FleetPage::applyFilter);
    connect(m_group, &QToolButton::toggled, this, [this](bool isOn) {
        m_parts.context.settings.setValue(kGroupedSetting, isOn);
        m_parts.model.setGrouped(isOn);
    });
    connect(m_showCharts, &QToolButton::toggled, this, &FleetPage::refreshStack);
}

// --- Filter and table ----------------------------------------------------------------------------------------

void FleetPage::applyFilter()
{
    const QVariant state = m_states->currentData();
    std::optional<RowGroup> group;
    if (state.isValid() && state.toInt() >= 0)
        group = RowGroup(state.toInt());
    m_parts.model.setFilter(FleetFilter(m_search->text(), group, m_models->currentData().toInt()));
    refreshStack();
}

void FleetPage::refreshModels()
{
    const QList<int> counts = m_parts.model.slotCounts();
    if (counts == m_slotCounts && m_models->count() > 0)
        return;
    m_slotCounts = counts;
    const int chosen = m_models->currentData().toInt();
    const QSignalBlocker quiet(m_models);
    m_models->clear();
    m_models->addItem(tr("All models"), 0);
    for (const int count : counts)
        m_models->addItem(count == 1 ? tr("1 slot") : tr("%1 slots").arg(count), count);
    m_models->setCurrentIndex(std::max(0, m_models->findData(chosen)));
}

void FleetPage::refreshStack()
{
    const bool isEmpty = m_parts.model.cabinetCount() == 0;
    const bool showsCharts = m_showCharts->isChecked();
    const int page = showsCharts ? 1 : (isEmpty ? 2 : 0);
    if (page == 2)
        sayEmpty();
    if (m_stack->currentIndex() != page)
        m_stack->setCurrentIndex(page);
    m_noMatch->setVisible(!isEmpty && m_parts.model.shownCount() == 0);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_search, m_states, m_models, m_group}) {
        widget->setEnabled(!isEmpty && !showsCharts);
    }
    const QString whyNot = isEmpty ? tr("There is no cabinet yet") : tr("The charts are shown");
    m_search->setToolTip(
        m_search->isEnabled() ? tr("Words of serial number, name, place, power bank or address") : whyNot);
    m_states->setToolTip(m_states->isEnabled() ? tr("Only cabinets in this state") : whyNot);
    m_models->setToolTip(m_models->isEnabled() ? tr("Only cabinets of this size") : whyNot);
    m_group->setToolTip(m_group->isEnabled() ? tr("Cabinets of one state stand together") : whyNot);
    m_parts.context.actions.refresh(QStringLiteral("cabinet.export"));
}

void FleetPage::sayEmpty()
{
    QString listening = tr("The server is not listening yet.");
    if (m_server.problem)
        listening = serverProblemText(m_server);
    else if (m_server.isListening)
        listening = tr("Listening on port %1").arg(m_server.port);
    m_empty->say(
        tr("No cabinets yet"),
        tr("Point the cabinets' server address at this computer. Those that dial in wait here until they "
           "are accepted."),
        listening, tr("Accept new cabinets…"));
}

void FleetPage::showServer(const ServerState &state)
{
    m_server = state;
    m_banner->setVisible(state.problem.has_value());
    if (state.problem && state.isListening)
        m_banner->setText(serverProblemText(state));
    else if (state.problem)
        m_banner->setText(tr("%1. It is tried again every 10 seconds.").arg(serverProblemText(state)));
    refreshStack();
}

void FleetPage::noteWaiting(int count)
{
    m_waiting = count;
    m_accept->refresh();
    m_parts.desk.noteWaiting();
}

void FleetPage::noteChanged(const QStringList &sns)
{
    refreshModels();
    refreshStack();
    if (!m_sn.isEmpty() && sns.contains(m_sn))
        showSelected();
}

void FleetPage::tick()
{
    if (!isVisible())
        return;
    m_parts.model.setNow(m_parts.context.clock.now());
    m_table->refreshAges();
    m_inspector->refreshTime();
    m_tickTimer->start(kTick);
}

// --- The cabinet ---------------------------------------------------------------------------------------------

void FleetPage::showSelected()
{
    const auto status = m_sn.isEmpty() ? std::nullopt : m_parts.calls.cabinet(m_sn);
    if (!status)
        m_sn.clear();
    m_inspector->show(status, m_banks);
    learnSoon();
}

/// What is not asked of every cabinet is asked of the one that is looked at.
void FleetPage::learnSoon()
{
    if (!m_sn.isEmpty() && isVisible() && !m_learnTimer->isActive())
        m_learnTimer->start(kLearnPause);
}

void FleetPage::askBanks()
{
    if (!m_parts.ledger || m_sn.isEmpty())
        return;
    // A busy ledger changes all the time; one question at a time is enough.
    if (m_isAsking) {
        m_isStale = true;
        return;
    }
    m_isAsking = true;
    m_parts.ledger->banksOf(m_sn).then(
        base::on(this, [this, sn = m_sn](const base::Result<QList<store::Bank>> &banks) {
            m_isAsking = false;
            if (banks && sn == m_sn) {
                m_banks.clear();
                for (const store::Bank &bank : *banks)
                    m_banks.insert(bank.id, bank);
                showSelected();
            }
            if (std::exchange(m_isStale, false) || sn != m_sn)
                askBanks();
        }));
}

Selection FleetPage::selection() const
{
    Selection selected;
    if (m_sn.isEmpty())
        return selected;
    selected.cabinet = m_parts.calls.cabinet(m_sn);
    if (const SlotCell *cell = m_inspector->front().current(); cell && selected.cabinet)
        selected.slot = *cell;
    return selected;
}

void FleetPage::refreshSlotActions()
{
    m_inspector->refreshWork();
}

void FleetPage::select(const QString &sn, int slot)
{
    // What hides it gives way.
    if (m_parts.model.rowOfSn(sn) < 0 && m_parts.model.find(sn)) {
        m_search->clear();
        m_states->setCurrentIndex(0);
        m_models->setCurrentIndex(0);
    }
    m_showCharts->setChecked(false);
    m_table->select(sn);
    if (m_sn != sn)
        return;
    openCabinet();
    if (slot > 0) {
        m_inspector->front().selectSlot(slot);
        m_inspector->front().setFocus();
    }
}

void FleetPage::openCabinet()
{
    m_isOpened = true;
    fit();
    m_inspector->front().setFocus();
}

void FleetPage::fit()
{
    m_isNarrow = width() < kSideBySide;
    m_left->setVisible(!m_isNarrow || !m_isOpened);
    m_inspector->setVisible(!m_isNarrow || m_isOpened);
    m_inspector->setBackVisible(m_isNarrow);
    if (!m_isNarrow && !m_parts.context.settings.value(kSplitterSetting).isDouble()) {
        const int wide = std::clamp(int(width() * kInspectorShare), kInspectorWidth, kWidestInspector);
        m_splitter->setSizes({width() - wide, wide});
    }
    fitFilter();
}

void FleetPage::fitFilter()
{
    const auto wanted = m_left->width() < kOneRow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight;
    if (m_filterRow->direction() != wanted)
        m_filterRow->setDirection(wanted);
}

bool FleetPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_left && event->type() == QEvent::Resize)
        fitFilter();
    return QWidget::eventFilter(watched, event);
}

void FleetPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void FleetPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    tick();
    learnSoon();
}

/// Not by a focus proxy: Tab would take the page for it and jump over what lies before the table.
void FleetPage::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    (m_left->isHidden() ? static_cast<QWidget *>(&m_inspector->front()) : m_table)->setFocus(event->reason());
}

void FleetPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        // Out of the cabinet into the table, out of a search to all of them.
        if (m_isNarrow && m_isOpened) {
            Q_EMIT m_inspector->backWanted();
            return;
        }
        if (m_inspector->isAncestorOf(QApplication::focusWidget())) {
            m_table->setFocus();
            return;
        }
        if (!m_search->text().isEmpty()) {
            m_search->clear();
            return;
        }
    }
    if (event->matches(QKeySequence::Find)) {
        m_search->setFocus();
        m_search->selectAll();
        return;
    }
    QWidget::keyPressEvent(event);
}

// --- Export --------------------------------------------------------------------------------------------------

void FleetPage::exportTable()
{
    auto *dialog = new QFileDialog(this, tr("Export the cabinets"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Tables (*.csv)"), tr("All files (*)")});
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->selectFile(QStringLiteral("cabinets.csv"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        FleetExport what;
        what.rows = m_parts.model.shownRows();
        what.header = {tr("Cabinet"), tr("Name and place"), tr("State"),  tr("Slots"),
                       tr("Free"),    tr("Power banks"),    tr("≥ 80 %"), tr("Signal"),
                       tr("Version"), tr("Address"),        tr("Since"),  tr("Last heartbeat")};
        for (int group = 0; group < kRowGroups; ++group)
            what.states << fleet_columns::groupName(RowGroup(group));
        const int count = int(what.rows.size());
        base::runOnWorker([what = std::move(what), path] {
            return base::replaceFile(path, fleetCsv(what));
        }).then(base::on(this, [this, path, count](const base::Result<void> &written) {
            kit::Notice notice;
            notice.mark = written ? kit::StateMark::Ok : kit::StateMark::Attention;
            notice.say = [isWritten = written.has_value(), count](kit::Notice &said) {
                said.text = isWritten ? tr("Cabinets exported: %1").arg(QLocale().toString(count))
                                      : tr("The cabinets could not be exported");
            };
            notice.details =
                written ? base::plainText(path, 512) : base::plainText(written.error().detail(), 512);
            m_parts.context.notices.post(notice);
        }));
    });
    dialog->open();
}

// --- Words ---------------------------------------------------------------------------------------------------

void FleetPage::retranslate()
{
    setAccessibleName(tr("Cabinets"));
    m_search->setPlaceholderText(tr("SN, name, place, bank or address"));
    m_search->setAccessibleName(tr("Find cabinets"));
    m_states->setAccessibleName(tr("State"));
    m_models->setAccessibleName(tr("Model"));
    {
        const int chosen = m_states->currentIndex();
        const QSignalBlocker quiet(m_states);
        m_states->clear();
        m_states->addItem(tr("All states"), -1);
        for (int group = 0; group < kRowGroups; ++group)
            m_states->addItem(fleet_columns::groupName(RowGroup(group)), group);
        m_states->setCurrentIndex(std::max(0, chosen));
    }
    m_slotCounts.clear();
    m_models->setItemText(0, tr("All models"));
    {
        const int chosen = m_models->currentData().toInt();
        const QSignalBlocker quiet(m_models);
        m_models->clear();
        m_models->addItem(tr("All models"), 0);
        refreshModels();
        m_models->setCurrentIndex(std::max(0, m_models->findData(chosen)));
    }
    m_group->setText(tr("Group"));
    m_group->setAccessibleName(tr("Group by state"));
    m_showCharts->setText(tr("Charts"));
    m_showCharts->setAccessibleName(tr("Show the charts"));
    m_showCharts->setToolTip(tr("Cabinets on line, rents and returns, stock"));
    m_noMatch->setText(tr("No cabinet matches. Esc in the search shows all of them again."));
    m_table->retranslate();
    m_parts.model.retranslate();
    m_accept->refresh();
    m_export->refresh();
    showServer(m_server);
}

void FleetPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace opsdeck::cabinet
