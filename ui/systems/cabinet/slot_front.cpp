// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/cabinet/slot_front.h"

#include "ui/kit/plain_tool_tip.h"
#include "ui/kit/state_mark.h"
#include "ui/systems/cabinet/cabinet_words.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QToolTip>

#include <algorithm>
#include <utility>

namespace opsdeck::cabinet {

using Color = kit::Theme::Color;

namespace {

constexpr int kMostRoomy = 8; ///< slots that stand one above the other
constexpr int kMostDouble = 16;
constexpr int kRoomyHeight = 44;
constexpr int kDenseHeight = 40;
constexpr int kGap = 4;
constexpr int kNarrowestDense = 72;

Color batteryColor(int level)
{
    // Red is an alarm's: a bank that charges is none.
    return level >= 3 ? Color::Ok : Color::Attention;
}

} // namespace

/// Draws one slot: number, bank, battery.
class SlotFront::CardDelegate final : public QStyledItemDelegate
{
public:
    explicit CardDelegate(SlotFront &front)
        : QStyledItemDelegate(&front)
        , m_front(front)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return m_front.gridSize();
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const SlotCell *cell = m_front.m_model.at(index.row());
        if (!cell)
            return;
        const kit::Theme &theme = m_front.m_theme;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QRectF card = QRectF(m_front.cardIn(option.rect)).adjusted(0.5, 0.5, -0.5, -0.5);
        const bool isSelected = option.state.testFlag(QStyle::State_Selected);
        const bool hasFocus = isSelected && m_front.hasFocus();
        const bool isUnderMouse = option.state.testFlag(QStyle::State_MouseOver);
        painter->setBrush(theme.color(isUnderMouse && !isSelected ? Color::Bg3 : Color::Bg2));
        painter->setPen(QPen(theme.color(isSelected ? Color::Accent : Color::Line), hasFocus ? 2 : 1));
        painter->drawRoundedRect(card, theme.sizes().radius, theme.sizes().radius);
        if (m_front.columns() == 1)
            paintRoomy(*painter, option, *cell);
        else
            paintDense(*painter, option, *cell);
        painter->restore();
    }

private:
    void paintBattery(QPainter &painter, const QRectF &box, int level) const
    {
        const kit::Theme &theme = m_front.m_theme;
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.color(Color::Line));
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2);
        const auto percent = percentOf(level);
        if (!percent)
            return;
        painter.setBrush(theme.color(batteryColor(level)));
        painter.drawRoundedRect(QRectF(box.left(), box.top(), box.width() * *percent / 100.0, box.height()),
                                box.height() / 2, box.height() / 2);
    }

    void paintButton(QPainter &painter, const QStyleOptionViewItem &option, const QRect &box,
                     bool isEnabled) const
    {
        const kit::Theme &theme = m_front.m_theme;
        const bool isHovered = isEnabled && box.contains(m_front.viewport()->mapFromGlobal(QCursor::pos())) &&
                               option.state.testFlag(QStyle::State_MouseOver);
        painter.setBrush(theme.color(isHovered ? Color::AccentBg : Color::Bg1));
        painter.setPen(theme.color(Color::Line));
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), theme.sizes().radius,
                                theme.sizes().radius);
        painter.setFont(option.font);
        painter.setPen(theme.color(isEnabled ? Color::Text : Color::Text3));
        painter.drawText(box, Qt::AlignCenter, SlotFront::tr("Rent"));
    }

    /// What is wrong with it, or goes on: short words in place of the battery's.
    QString remark(const SlotCell &cell) const
    {
        if (cell.isWorking)
            return SlotFront::tr("waiting");
        if (cell.isFlagged)
            return SlotFront::tr("out of use");
        return cell.isFaulty ? SlotFront::tr("faulty") : QString();
    }
    kit::StateMark mark(const SlotCell &cell) const
    {
        if (cell.isWorking)
            return kit::StateMark::Working;
        return cell.isFlagged || cell.isFaulty ? kit::StateMark::Attention : kit::StateMark::None;
    }

    void paintRoomy(QPainter &painter, const QStyleOptionViewItem &option, const SlotCell &cell) const
    {
        const kit::Theme &theme = m_front.m_theme;
        const int pad = theme.sizes().padding;
        const QRect card = m_front.cardIn(option.rect);
        painter.setFont(kit::Theme::font(option.font, theme.sizes().body, true));
        painter.setPen(theme.color(Color::Text));
        constexpr int kNumber = 22;
        painter.drawText(QRect(card.left() + pad - 2, card.top(), kNumber, card.height()),
                         Qt::AlignLeft | Qt::AlignVCenter, QString::number(cell.slot));
        const QRect button = m_front.buttonIn(card, cell);
        const int left = card.left() + pad + kNumber;
        const int right = button.isEmpty() ? card.right() - pad : button.left() - 8;
        const QRect upper(left, card.top() + 3, right - left, card.height() / 2 - 2);
        const QRect lower(left, card.center().y(), right - left, card.height() / 2 - 3);
        const QFont small = kit::Theme::font(option.font, theme.sizes().label);
        painter.setFont(small);
        if (cell.isFree()) {
            painter.setPen(theme.color(Color::Text2));
            painter.drawText(QRect(left, card.top(), right - left, card.height()),
                             Qt::AlignLeft | Qt::AlignVCenter,
                             cell.isWorking ? remark(cell) : SlotFront::tr("free"));
            return;
        }
        paintButton(painter, option, button, m_front.whyNotRent(cell).isEmpty());
        painter.setFont(small);
        painter.setPen(theme.color(Color::Text));
        painter.drawText(upper, Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(cell.name, Qt::ElideRight, upper.width()));
        const QString said = remark(cell);
        const QString level = levelText(cell.level);
        if (said.isEmpty()) {
            constexpr int kBattery = 58;
            const int barWidth = std::min(kBattery, lower.width() / 2);
            paintBattery(painter, QRectF(lower.left(), lower.center().y() - 2.5, barWidth, 6), cell.level);
            painter.setPen(theme.color(Color::Text));
            painter.drawText(lower.adjusted(barWidth + 8, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, level);
            return;
        }
        // The figure says as much as the bar: what is wrong needs the room.
        painter.setPen(theme.color(Color::Text));
        painter.drawText(lower, Qt::AlignLeft | Qt::AlignVCenter, level);
        QRect rest = lower.adjusted(painter.fontMetrics().horizontalAdvance(level) + 8, 0, 0, 0);
        constexpr int kMark = 9;
        kit::paintStateMark(painter, QRectF(rest.left(), rest.center().y() - kMark / 2.0 + 0.5, kMark, kMark),
                            mark(cell), theme);
        rest.setLeft(rest.left() + kMark + 4);
        painter.setPen(theme.color(Color::Text2));
        painter.drawText(rest, Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(said, Qt::ElideRight, rest.width()));
    }

    void paintDense(QPainter &painter, const QStyleOptionViewItem &option, const SlotCell &cell) const
    {
        const kit::Theme &theme = m_front.m_theme;
        const QRect card = m_front.cardIn(option.rect).adjusted(6, 3, -6, -3);
        const QRect upper(card.left(), card.top(), card.width(), card.height() / 2 + 1);
        const QRect lower(card.left(), card.top() + card.height() / 2, card.width(), card.height() / 2);
        painter.setFont(kit::Theme::font(option.font, theme.sizes().label, true));
        painter.setPen(theme.color(Color::Text));
        const QString number = QString::number(cell.slot);
        painter.drawText(upper, Qt::AlignLeft | Qt::AlignVCenter, number);
        const int used = painter.fontMetrics().horizontalAdvance(QStringLiteral("88")) + 5;
        painter.setFont(kit::Theme::font(option.font, theme.sizes().label));
        constexpr int kMark = 8;
        const kit::StateMark shown = mark(cell);
        const int markRoom = shown == kit::StateMark::None ? 0 : kMark + 3;
        kit::paintStateMark(
            painter, QRectF(upper.right() - kMark, upper.center().y() - kMark / 2.0 + 0.5, kMark, kMark),
            shown, theme);
        const QRect name = upper.adjusted(used, 0, -markRoom, 0);
        painter.setPen(theme.color(cell.isFree() ? Color::Text2 : Color::Text));
        // The end of an id tells banks apart.
        painter.drawText(name, Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(cell.isFree() ? SlotFront::tr("free") : cell.name,
                                                          Qt::ElideLeft, name.width()));
        if (cell.isFree())
            return;
        const QString level = levelText(cell.level);
        const int textWidth = painter.fontMetrics().horizontalAdvance(levelText(4));
        paintBattery(painter, QRectF(lower.left(), lower.center().y() - 2, lower.width() - textWidth - 6, 5),
                     cell.level);
        painter.setPen(theme.color(Color::Text2));
        painter.drawText(lower, Qt::AlignRight | Qt::AlignVCenter, level);
    }

    SlotFront &m_front;
};

SlotFront::SlotFront(const kit::Theme &theme, QWidget *parent)
    : QListView(parent)
    , m_theme(theme)
{
    setObjectName(QStringLiteral("slotFront"));
    setModel(&m_model);
    setItemDelegate(new CardDelegate(*this));
    setViewMode(QListView::IconMode);
    setFlow(QListView::LeftToRight);
    setWrapping(true);
    setMovement(QListView::Static);
    setUniformItemSizes(true);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setFrameShape(QFrame::NoFrame);
    // What surrounds it scrolls; it is as high as its slots.
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMouseTracking(true);
    setStyleSheet(QStringLiteral("QListView, QListView:focus { border: 0; background: transparent; }"));
    connect(&m_model, &QAbstractItemModel::modelReset, this, &SlotFront::fit);
    retranslate();
}

int SlotFront::columns() const
{
    const int count = m_model.rowCount();
    if (count <= kMostRoomy)
        return 1;
    const int wanted = count <= kMostDouble ? 2 : (count <= 24 ? 3 : 4);
    const int room = std::max(1, viewport()->width() / kNarrowestDense);
    return std::clamp(room, 1 + 1, wanted);
}

QSize SlotFront::sizeHint() const
{
    const int count = m_model.rowCount();
    if (count == 0)
        return QSize(200, 0);
    const int rows = (count + columns() - 1) / columns();
    return QSize(200, rows * gridSize().height());
}

QSize SlotFront::minimumSizeHint() const
{
    return QSize(120, sizeHint().height());
}

void SlotFront::fit()
{
    const int height = (columns() == 1 ? kRoomyHeight : kDenseHeight) + kGap;
    // One pixel of the width is given up: a view that is exactly full wraps one card earlier.
    const QSize grid((std::max(viewport()->width(), 120) - 1) / columns(), height);
    if (grid != gridSize())
        setGridSize(grid);
    updateGeometry();
}

void SlotFront::show(const QList<SlotCell> &cells, const QString &whyNot)
{
    m_isShowing = true;
    m_whyNot = whyNot;
    m_model.setCells(cells);
    m_isShowing = false;
    if (m_slot > 0 && currentSlot() != m_slot)
        selectSlot(m_slot);
    viewport()->update();
}

int SlotFront::currentSlot() const
{
    const SlotCell *cell = current();
    return cell ? cell->slot : 0;
}

const SlotCell *SlotFront::current() const
{
    return currentIndex().isValid() ? m_model.at(currentIndex().row()) : nullptr;
}

void SlotFront::selectSlot(int slot)
{
    m_slot = slot;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (m_model.at(row)->slot == slot) {
            setCurrentIndex(m_model.index(row));
            return;
        }
    }
    selectionModel()->clear();
}

void SlotFront::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (m_isShowing)
        return;
    const SlotCell *cell = current.isValid() ? m_model.at(current.row()) : nullptr;
    m_slot = cell ? cell->slot : 0;
    Q_EMIT slotChanged(m_slot);
}

/// Without the gaps to its neighbours.
QRect SlotFront::cardIn(const QRect &cell) const
{
    return cell.adjusted(0, 0, columns() == 1 ? 0 : -kGap, -kGap);
}

QRect SlotFront::buttonIn(const QRect &card, const SlotCell &cell) const
{
    if (columns() > 1 || cell.isFree())
        return {};
    const int width = fontMetrics().horizontalAdvance(tr("Rent")) + 24;
    constexpr int kHeight = 28;
    return QRect(card.right() - m_theme.sizes().grid - width, card.center().y() - kHeight / 2, width,
                 kHeight);
}

QRect SlotFront::rentButton(int slot) const
{
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const SlotCell *cell = m_model.at(row);
        if (cell->slot == slot)
            return buttonIn(cardIn(visualRect(m_model.index(row))), *cell);
    }
    return {};
}

void SlotFront::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    fit();
}

void SlotFront::keyPressEvent(QKeyEvent *event)
{
    const SlotCell *cell = current();
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && cell) {
        if (!cell->isFree() && whyNotRent(*cell).isEmpty() && !event->isAutoRepeat())
            Q_EMIT rentWanted(cell->slot);
        return;
    }
    QListView::keyPressEvent(event);
}

QString SlotFront::whyNotRent(const SlotCell &cell) const
{
    if (!m_whyNot.isEmpty())
        return m_whyNot;
    if (cell.isFlagged)
        return tr("It is out of use: put it into use first");
    return cell.isWorking ? tr("The cabinet has not answered yet") : QString();
}

const SlotCell *SlotFront::buttonAt(const QPoint &at) const
{
    const SlotCell *cell = m_model.at(indexAt(at).row());
    return cell && rentButton(cell->slot).contains(at) ? cell : nullptr;
}

void SlotFront::mousePressEvent(QMouseEvent *event)
{
    const SlotCell *cell = event->button() == Qt::LeftButton ? buttonAt(event->pos()) : nullptr;
    m_pressed = cell ? cell->slot : 0;
    QListView::mousePressEvent(event);
}

/// As with any button: the mouse has to go down and up on the same one.
void SlotFront::mouseReleaseEvent(QMouseEvent *event)
{
    QListView::mouseReleaseEvent(event);
    if (event->button() != Qt::LeftButton)
        return;
    const int pressed = std::exchange(m_pressed, 0);
    const SlotCell *cell = buttonAt(event->pos());
    if (cell && cell->slot == pressed && whyNotRent(*cell).isEmpty())
        Q_EMIT rentWanted(pressed);
}

bool SlotFront::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        if (const SlotCell *cell = buttonAt(help->pos())) {
            const QString whyNot = whyNotRent(*cell);
            QToolTip::showText(help->globalPos(),
                               kit::plainToolTip(whyNot.isEmpty() ? tr("Rent %1").arg(cell->name) : whyNot),
                               this);
            return true;
        }
    }
    return QListView::viewportEvent(event);
}

void SlotFront::contextMenuEvent(QContextMenuEvent *event)
{
    const bool isByKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = isByKey ? currentIndex() : indexAt(event->pos());
    if (const SlotCell *cell = index.isValid() ? m_model.at(index.row()) : nullptr) {
        setCurrentIndex(index);
        Q_EMIT menuWanted(cell->slot,
                          isByKey ? viewport()->mapToGlobal(visualRect(index).center()) : event->globalPos());
    }
}

void SlotFront::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fit();
}

void SlotFront::retranslate()
{
    setAccessibleName(tr("Slots of the cabinet"));
    viewport()->update();
}

} // namespace opsdeck::cabinet
