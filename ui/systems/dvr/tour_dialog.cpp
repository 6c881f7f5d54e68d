// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/dvr/tour_dialog.h"

#include "ui/kit/plain_label.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

namespace opsdeck::dvr {

namespace {

/// Edits a time of 2–600 s.
class DwellDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        auto *box = new QSpinBox(parent);
        box->setRange(int(TourStep::kShortest.count()), int(TourStep::kLongest.count()));
        box->setSuffix(TourDialog::tr(" s"));
        box->setAccessibleName(TourDialog::tr("Seconds"));
        return box;
    }
};

} // namespace

TourDialog::TourDialog(const WallServices &services, const Tour &tour, const ChannelRef &channel,
                       std::chrono::seconds dwell, QWidget *parent)
    : SpokenDialog(parent)
    , m_services(services)
    , m_tour(tour)
    , m_model(new TourModel(
          tour.steps,
          [services](const TourStep &step) {
              if (const SavedView *view = services.views.view(step.viewId))
                  return view->name;
              return step.viewId.isEmpty()
                         ? QStringLiteral("%1 · %2").arg(services.roster.name(step.channel.deviceId),
                                                         services.roster.channelName(step.channel))
                         : QString();
          },
          this))
    , m_name(new QLineEdit(tour.name))
{
    setAttribute(Qt::WA_DeleteOnClose);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 20);
    column->setSpacing(10);
    auto *label = new QLabel;
    label->setBuddy(m_name);
    m_name->setObjectName(QStringLiteral("name"));
    say([this, label, isNew = tour.id.isEmpty()] {
        setWindowTitle(isNew ? tr("New tour") : tr("Edit tour"));
        label->setText(tr("Name"));
        m_name->setAccessibleName(tr("Name of the tour"));
    });
    m_name->setMaxLength(int(kMaximumViewName));
    column->addWidget(label);
    column->addWidget(m_name);
    buildTable(column);
    buildAdding(column, channel, dwell);
    buildEnd(column);
    connect(m_name, &QLineEdit::textChanged, this, &TourDialog::check);
    connect(m_model, &TourModel::changed, this, &TourDialog::check);
    say([this] { check(); });
    m_name->selectAll();
    resize(520, 460);
}

QPushButton *TourDialog::button(const kit::Words &words, const kit::Words &hint)
{
    auto *button = new QPushButton;
    say([=] {
        // Names of channels are in it: an & is an &, and no key.
        button->setText(words().replace(QLatin1Char('&'), QLatin1String("&&")));
        button->setAccessibleName(words());
        button->setToolTip(hint());
    });
    button->setAutoDefault(false);
    return button;
}

void TourDialog::buildTable(QVBoxLayout *column)
{
    m_table = new QTableView;
    m_table->setObjectName(QStringLiteral("steps"));
    m_table->setMinimumHeight(90);
    say([this] {
        m_table->setAccessibleName(tr("Steps of the tour"));
        m_table->setToolTip(tr("F2 or a double-click changes the time of a step"));
        m_table->viewport()->update();
        m_table->horizontalHeader()->viewport()->update();
    });
    m_table->setModel(m_model);
    m_table->setItemDelegateForColumn(TourModel::Dwell, new DwellDelegate(m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->horizontalHeader()->setSectionResizeMode(TourModel::Shown, QHeaderView::Stretch);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->verticalHeader()->setDefaultSectionSize(m_services.context.theme.sizes().row);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &TourDialog::check);
    column->addWidget(m_table, 1);
    m_nothing = kit::wrappedLabel(QStringLiteral("noticeNothing"));
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setMinimumHeight(m_table->minimumHeight());
    say([this] {
        m_nothing->setText(
            tr("A tour shows its steps one after another. Add a view or a channel as the first step."));
    });
    column->addWidget(m_nothing, 1);

    auto *row = new QHBoxLayout;
    const auto rowButton = [&](const kit::Words &words, const kit::Words &hint) {
        QPushButton *made = button(words, hint);
        m_rowButtons.append({made, hint});
        row->addWidget(made);
        return made;
    };
    const auto *up =
        rowButton([] { return tr("Move up"); }, [] { return tr("The selected step comes earlier"); });
    const auto *down =
        rowButton([] { return tr("Move down"); }, [] { return tr("The selected step comes later"); });
    const auto *remove = rowButton([] { return tr("Remove step"); },
                                   [] { return tr("Takes the selected step out of the tour"); });
    const auto move = [this](int by) { m_table->selectRow(m_model->move(currentRow(), by)); };
    connect(up, &QPushButton::clicked, this, [move] { move(-1); });
    connect(down, &QPushButton::clicked, this, [move] { move(1); });
    connect(remove, &QPushButton::clicked, this, [this] { m_model->remove(currentRow()); });
    row->addStretch(1);
    column->addLayout(row);
}

void TourDialog::buildAdding(QVBoxLayout *column, const ChannelRef &channel, std::chrono::seconds dwell)
{
    auto *row = new QHBoxLayout;
    auto *views = new QComboBox;
    views->setObjectName(QStringLiteral("views"));
    for (const SavedItem &item : m_services.views.items()) {
        if (std::holds_alternative<SavedView>(item))
            views->addItem(nameOf(item), idOf(item));
    }
    const bool hasViews = views->count() > 0;
    auto *addView = button([] { return tr("Add view"); },
                           [hasViews] {
                               return hasViews ? tr("Adds the view at the left as the last step")
                                               : tr("There is no saved view yet");
                           });
    addView->setObjectName(QStringLiteral("addView"));
    addView->setEnabled(hasViews);
    views->setEnabled(hasViews);
    say([views, hasViews] {
        views->setAccessibleName(tr("View to add"));
        views->setToolTip(hasViews ? QString() : tr("There is no saved view yet"));
    });
    auto *addChannel = button(
        [this, channel] {
            return channel.isNull() ? tr("Add channel")
                                    : tr("Add “%1”").arg(m_services.roster.channelName(channel));
        },
        [channel] {
            return channel.isNull() ? tr("The selected tile of the wall is empty")
                                    : tr("Adds the channel of the selected tile, by itself on the wall");
        });
    addChannel->setObjectName(QStringLiteral("addChannel"));
    addChannel->setEnabled(!channel.isNull());
    row->addWidget(views, 1);
    row->addWidget(addView);
    row->addWidget(addChannel);
    column->addLayout(row);
    connect(addView, &QPushButton::clicked, this, [this, views, dwell] {
        m_model->append({views->currentData().toString(), {}, dwell});
    });
    connect(addChannel, &QPushButton::clicked, this, [this, channel, dwell] {
        m_model->append({QString(), channel, dwell});
    });
}

void TourDialog::buildEnd(QVBoxLayout *column)
{
    auto *row = new QHBoxLayout;
    auto *cancel = button([] { return tr("Cancel"); }, [] { return tr("Leave the tour as it was"); });
    m_save = button([] { return tr("Save"); }, [] { return QString(); });
    m_save->setObjectName(QStringLiteral("save"));
    m_save->setDefault(true);
    row->addStretch(1);
    row->addWidget(cancel);
    row->addWidget(m_save);
    column->addSpacing(8);
    column->addLayout(row);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &QDialog::accept);
}

int TourDialog::currentRow() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? -1 : rows.constFirst().row();
}

void TourDialog::check()
{
    const bool hasRow = currentRow() >= 0;
    for (const auto &[each, hint] : std::as_const(m_rowButtons)) {
        each->setEnabled(hasRow);
        each->setToolTip(hasRow ? hint() : tr("Select a step first"));
    }
    const bool isEmpty = m_model->steps().isEmpty();
    m_table->setVisible(!isEmpty);
    m_nothing->setVisible(isEmpty);
    if (!m_save)
        return;
    QString whyNot;
    if (m_name->text().trimmed().isEmpty())
        whyNot = tr("Type a name first");
    else if (isEmpty)
        whyNot = tr("Add a step first");
    m_save->setEnabled(whyNot.isEmpty());
    m_save->setToolTip(whyNot.isEmpty() ? tr("Keep the tour") : whyNot);
}

Tour TourDialog::tour() const
{
    Tour edited = m_tour;
    edited.name = m_name->text().trimmed();
    edited.steps = m_model->steps();
    return edited;
}

} // namespace opsdeck::dvr
