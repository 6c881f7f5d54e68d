// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/palette_panel.h"

#include "core/store/settings_store.h"
#include "ui/kit/action_registry.h"
#include "ui/kit/icon.h"
#include "ui/shell/palette_delegate.h"
#include "ui/shell/palette_model.h"

#include <QAction>
#include <QApplication>
#include <QEvent>
#include <QJsonArray>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace opsdeck::shell {

namespace {

const QString kRecentKey = QStringLiteral("palette.recent");
constexpr int kWidth = 640;
constexpr int kRows = 12;
constexpr int kTop = 54; ///< just below the top bar
constexpr int kMaximumKey = 512;

} // namespace

PalettePanel::PalettePanel(const kit::Theme &theme, kit::ActionRegistry &actions,
                           store::SettingsStore &settings, Nodes nodes, QWidget *window)
    : QFrame(window)
    , m_theme(theme)
    , m_actions(actions)
    , m_settings(settings)
    , m_nodes(std::move(nodes))
    , m_model(new PaletteModel(this))
    , m_field(new QLineEdit)
    , m_list(new QListView)
    , m_footer(new QLabel)
{
    setObjectName(QStringLiteral("palette"));
    setFocusPolicy(Qt::NoFocus);
    setFocusProxy(m_field);
    m_field->setObjectName(QStringLiteral("paletteInput"));
    m_field->setMaxLength(200);
    m_field->setClearButtonEnabled(false);
    m_list->setObjectName(QStringLiteral("paletteList"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(theme, this));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerItem);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setMouseTracking(true);
    // The field keeps the focus and hands the arrows on: one place to type, no Tab needed.
    m_list->setFocusPolicy(Qt::NoFocus);
    m_footer->setObjectName(QStringLiteral("paletteFooter"));
    m_footer->setTextFormat(Qt::PlainText);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    column->addWidget(m_field);
    column->addWidget(m_list, 1);
    column->addWidget(m_footer);
    hide();

    connect(m_field, &QLineEdit::textChanged, this, &PalettePanel::showHits);
    connect(m_list, &QListView::clicked, this, &PalettePanel::choose);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &PalettePanel::showFooter);
    m_field->installEventFilter(this);
    window->installEventFilter(this);
    retranslate();
}

void PalettePanel::toggle()
{
    if (isOpen())
        close();
    else
        open();
}

void PalettePanel::open()
{
    m_focusBefore = QApplication::focusWidget();
    // Its key works in the windows of other pages, too.
    if (!isActiveWindow())
        activateWindow();
    {
        const QSignalBlocker blocker(m_field);
        m_field->clear();
    }
    m_model->setQuery(QString());
    gather();
    showHits(QString());
    show();
    // Not before: only what is shown knows how much the style adds to it, and the last row would be cut.
    place();
    raise();
    m_field->setFocus(Qt::PopupFocusReason);
    // While it is open: a click anywhere else closes it.
    qApp->installEventFilter(this);
    Q_EMIT opened();
}

void PalettePanel::close()
{
    if (!isOpen())
        return;
    qApp->removeEventFilter(this);
    const bool hadFocus = isAncestorOf(QApplication::focusWidget());
    hide();
    if (hadFocus && m_focusBefore && m_focusBefore->isVisible()) {
        if (!m_focusBefore->isActiveWindow())
            m_focusBefore->activateWindow();
        m_focusBefore->setFocus(Qt::PopupFocusReason);
    }
    m_focusBefore = nullptr;
    Q_EMIT closed();
}

/// Everything there is now. The rows of the tree are shared values: nothing is asked of a device.
void PalettePanel::gather()
{
    const QList<kit::SiteNode> nodes = m_nodes ? m_nodes() : QList<kit::SiteNode>();
    qsizetype rows = nodes.size();
    for (const kit::SiteNode &node : nodes)
        rows += node.children.size();
    m_actions.refresh();
    PaletteIndex index;
    index.reserve(m_actions.ids().size() + rows);
    index.addActions(m_actions);
    index.addNodes(nodes);
    m_model->setIndex(std::move(index), recent());
}

void PalettePanel::showHits(const QString &query)
{
    m_model->setQuery(query);
    m_list->setCurrentIndex(m_model->index(0, 0));
    m_list->scrollToTop();
    showFooter();
}

void PalettePanel::showFooter()
{
    const PaletteEntry *entry = m_model->entry(m_list->currentIndex());
    QString words;
    if (!entry)
        words = tr("Nothing is called that");
    else if (!entry->whyNot.isEmpty())
        words = entry->whyNot;
    else if (m_model->hitCount() == m_model->entryCount())
        words = tr("Up and Down choose, Enter runs, Esc closes");
    else
        words = tr("%1 of %2")
                    .arg(QLocale().toString(m_model->hitCount()), QLocale().toString(m_model->entryCount()));
    m_footer->setText(words);
}

void PalettePanel::choose(const QModelIndex &index)
{
    const PaletteEntry *entry = m_model->entry(index);
    if (!entry || !entry->isEnabled())
        return; // its row and the footer say why not
    const PaletteEntry chosen = *entry;
    remember(chosen.key());
    // First closed: what is chosen acts on what had the focus before.
    close();
    if (chosen.kind == PaletteEntry::Kind::Node) {
        Q_EMIT nodeChosen(chosen.id);
    } else if (QAction *action = m_actions.action(chosen.id)) {
        action->trigger();
    }
}

QStringList PalettePanel::recent() const
{
    QStringList keys;
    const QJsonArray kept = m_settings.value(kRecentKey).toArray();
    for (const auto &value : kept) {
        const QString key = value.toString();
        if (key.contains(QLatin1Char(':')) && key.size() <= kMaximumKey && !keys.contains(key))
            keys << key;
        if (keys.size() == kMaximumRecent)
            break;
    }
    return keys;
}

void PalettePanel::remember(const QString &key)
{
    QStringList keys = recent();
    keys.removeOne(key);
    keys.prepend(key);
    m_settings.setValue(kRecentKey, QJsonArray::fromStringList(keys.mid(0, kMaximumRecent)));
}

void PalettePanel::step(int rows)
{
    const int count = m_model->rowCount();
    if (count == 0)
        return;
    const int at = m_list->currentIndex().row();
    int to = at + rows;
    if (rows == 1 || rows == -1) {
        // Round the ends by single steps; the end of what is fetched is not the end.
        if (to >= count && m_model->canFetchMore({}))
            m_model->fetchMore({});
        to = (to + m_model->rowCount()) % m_model->rowCount();
    } else {
        while (to >= m_model->rowCount() && m_model->canFetchMore({}))
            m_model->fetchMore({});
        to = std::clamp(to, 0, m_model->rowCount() - 1);
    }
    m_list->setCurrentIndex(m_model->index(to, 0));
}

bool PalettePanel::handleKey(int key)
{
    const int page = std::max(1, m_list->viewport()->height() / std::max(1, m_list->sizeHintForRow(0)) - 1);
    switch (key) {
    case Qt::Key_Down:
        step(1);
        return true;
    case Qt::Key_Up:
        step(-1);
        return true;
    case Qt::Key_PageDown:
        step(std::max(2, page));
        return true;
    case Qt::Key_PageUp:
        step(-std::max(2, page));
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose(m_list->currentIndex());
        return true;
    case Qt::Key_Escape:
        close();
        return true;
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        return true; // nowhere else to go
    default:
        return false;
    }
}

bool PalettePanel::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::ShortcutOverride:
        // Esc and the arrows are the palette's while it is open, whatever a window made of them.
        if (watched == m_field) {
            const int key = static_cast<QKeyEvent *>(event)->key();
            if (key == Qt::Key_Escape || key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_Return ||
                key == Qt::Key_Enter || key == Qt::Key_PageUp || key == Qt::Key_PageDown) {
                event->accept();
                return true;
            }
        }
        break;
    case QEvent::KeyPress:
        if (watched == m_field && handleKey(static_cast<QKeyEvent *>(event)->key()))
            return true;
        break;
    case QEvent::FocusOut:
        // A menu or another window in front keeps it open: who comes back goes on typing.
        if (watched == m_field && isOpen() &&
            static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason &&
            static_cast<QFocusEvent *>(event)->reason() != Qt::ActiveWindowFocusReason)
            close();
        break;
    case QEvent::MouseButtonPress:
        if (isOpen()) {
            const auto *widget = qobject_cast<QWidget *>(watched);
            if (widget && widget != this && !isAncestorOf(widget) && !widget->inherits("QMenu"))
                close();
        }
        break;
    case QEvent::Resize:
        if (watched == parentWidget() && isOpen())
            place();
        break;
    default:
        break;
    }
    return QFrame::eventFilter(watched, event);
}

void PalettePanel::place()
{
    const QSize room = parentWidget()->size();
    const int margin = 3 * m_theme.sizes().grid;
    const int width = std::min(kWidth, room.width() - 2 * margin);
    const int row = std::max(m_list->sizeHintForRow(0), m_theme.sizes().row);
    const QMargins margins = layout()->contentsMargins();
    const int frame = height() - contentsRect().height() + margins.top() + margins.bottom();
    const int wanted = m_field->sizeHint().height() + kRows * row + m_footer->sizeHint().height() + frame;
    const int top = std::min(kTop, room.height() / 10);
    setGeometry((room.width() - width) / 2, top, width, std::min(wanted, room.height() - top - margin));
}

void PalettePanel::retranslate()
{
    m_field->setPlaceholderText(tr("Find a device, channel or action"));
    m_field->setAccessibleName(tr("Find a device, channel or action"));
    m_list->setAccessibleName(tr("What was found"));
    setAccessibleName(tr("Command palette"));
    showFooter();
}

void PalettePanel::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        if (isOpen())
            gather();
    }
}

} // namespace opsdeck::shell
