// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/dvr/views_panel.h"

#include "ui/kit/icon.h"
#include "ui/kit/plain_tool_tip.h"

#include <QContextMenuEvent>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QTextLayout>
#include <QVBoxLayout>

namespace opsdeck::dvr {

using Color = kit::Theme::Color;

namespace {

constexpr QSize kThumbnail(56, 32);

/// A text of several lines that gives way in height: the last line there is room for ends in "…", and the whole text is in
/// the tooltip.
class Hint final : public QLabel
{
public:
    Hint()
    {
        setObjectName(QStringLiteral("panelHint"));
        setTextFormat(Qt::PlainText);
        setWordWrap(true);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const QRect room = contentsRect();
        const int lineHeight = fontMetrics().lineSpacing();
        QTextLayout layout(text(), font());
        layout.beginLayout();
        QPainter painter(this);
        painter.setPen(palette().color(foregroundRole()));
        bool isCut = false;
        for (int top = room.top();; top += lineHeight) {
            QTextLine line = layout.createLine();
            if (!line.isValid())
                break;
            line.setLineWidth(room.width());
            const bool isLast = top + 2 * lineHeight > room.bottom() + 1;
            isCut = isLast && line.textStart() + line.textLength() < text().size();
            const QString words =
                isCut ? fontMetrics().elidedText(text().mid(line.textStart()), Qt::ElideRight, room.width())
                      : text().mid(line.textStart(), line.textLength());
            painter.drawText(QRect(room.left(), top, room.width(), lineHeight), Qt::TextSingleLine, words);
            if (isCut)
                break;
        }
        layout.endLayout();
        const QString whole = isCut ? kit::plainToolTip(text()) : QString();
        if (toolTip() != whole)
            setToolTip(whole);
    }
};

} // namespace

ViewDelegate::ViewDelegate(const kit::Theme &theme, const kit::ActionRegistry &actions, QObject *parent)
    : RowDelegate(theme, parent)
    , m_actions(actions)
{
}

QSize ViewDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return QSize(kThumbnail.width() + 80, kThumbnail.height() + theme().sizes().grid);
}

void ViewDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    painter->save();
    paintBackground(*painter, option);
    const int padding = theme().sizes().padding;
    const QRect inside = option.rect.adjusted(padding, 0, -padding, 0);
    const QRect picture(QPoint(inside.left(), inside.top() + (inside.height() - kThumbnail.height()) / 2),
                        kThumbnail);
    const auto thumbnail = index.data(Qt::DecorationRole).value<QPixmap>();
    painter->setRenderHint(QPainter::SmoothPixmapTransform);
    painter->fillRect(picture, theme().color(Color::Bg2));
    if (!thumbnail.isNull())
        painter->drawPixmap(picture, thumbnail);
    else
        kit::themedIcon(index.data(ViewBook::IsTourRole).toBool() ? QStringLiteral("tour")
                                                                  : QStringLiteral("grid-4"),
                        theme().color(Color::Text2))
            .paint(painter, picture);

    const QFont small = kit::Theme::font(option.font, theme().sizes().label);
    const QString keys = m_actions.shortcut(QStringLiteral("wall.view.%1").arg(index.row() + 1))
                             .toString(QKeySequence::NativeText);
    const QRect words(picture.right() + 1 + theme().sizes().grid, inside.top(),
                      inside.right() - picture.right() - theme().sizes().grid, inside.height());
    const QRect upper(words.left(), words.top(), words.width(), words.height() / 2 + 1);
    const QRect lower(words.left(), words.top() + words.height() / 2 - 1, words.width(), words.height() / 2);
    painter->setFont(small);
    painter->setPen(theme().color(Color::Text2));
    const int keysWidth =
        keys.isEmpty() ? 0 : painter->fontMetrics().horizontalAdvance(keys) + theme().sizes().grid;
    painter->drawText(upper, Qt::AlignRight | Qt::AlignVCenter, keys);
    painter->drawText(lower, Qt::AlignLeft | Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(index.data(ViewBook::FigureRole).toString(),
                                                        Qt::ElideRight, lower.width()));
    painter->setFont(option.font);
    painter->setPen(theme().color(Color::Text));
    painter->drawText(upper.adjusted(0, 0, -keysWidth, 0), Qt::AlignLeft | Qt::AlignVCenter,
                      option.fontMetrics.elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideRight,
                                                    upper.width() - keysWidth));
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(theme().color(Color::Accent));
        painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
    }
    painter->restore();
}

ViewsPanel::ViewsPanel(const WallServices &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_list(new QListView)
    , m_empty(new Hint)
{
    m_list->setObjectName(QStringLiteral("viewList"));
    m_list->setModel(&services.views);
    m_list->setItemDelegate(new ViewDelegate(services.context.theme, services.context.actions, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->installEventFilter(this);
    // As high as there is room: the list stands in its place later.
    m_empty->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Ignored);
    m_empty->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_empty->setContentsMargins(services.context.theme.sizes().padding, 4,
                                services.context.theme.sizes().padding, 4);

    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(services.context.theme.sizes().padding, 4,
                                services.context.theme.sizes().padding - 4, 6);
    buttons->setSpacing(services.context.theme.sizes().grid - 2);
    buttons->addWidget(button("wall.saveView", QStringLiteral("plus"), [] { return tr("Save view…"); }));
    buttons->addWidget(button("wall.newTour", QStringLiteral("tour"), [] { return tr("New tour…"); }));
    buttons->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_empty, 1);
    column->addWidget(m_list, 1);
    column->addLayout(buttons);

    connect(m_list, &QListView::activated, this,
            [this](const QModelIndex &index) { Q_EMIT opened(index.data(ViewBook::IdRole).toString()); });
    connect(&services.views, &ViewBook::changed, this, &ViewsPanel::showEmpty);
    connect(&services.context.actions, &kit::ActionRegistry::changed, m_list->viewport(),
            QOverload<>::of(&QWidget::update));
    retranslate();
}

kit::ActionButton *ViewsPanel::button(const char *actionId, const QString &icon,
                                      kit::ActionButton::Text words)
{
    const kit::UiContext &context = m_services.context;
    auto *button = new kit::ActionButton(context.actions, context.theme, QLatin1String(actionId), icon);
    button->setObjectName(QStringLiteral("panel.") + QLatin1String(actionId));
    button->setWords(std::move(words));
    m_buttons.append(button);
    return button;
}

QString ViewsPanel::currentId() const
{
    return m_list->currentIndex().data(ViewBook::IdRole).toString();
}

void ViewsPanel::showEmpty()
{
    const bool isEmpty = m_services.views.items().isEmpty();
    m_empty->setVisible(isEmpty);
    m_list->setVisible(!isEmpty);
}

bool ViewsPanel::eventFilter(QObject *watched, QEvent *event)
{
    const QString id = currentId();
    if (event->type() == QEvent::KeyPress && !id.isEmpty()) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isMove = key->modifiers() & Qt::AltModifier;
        if (key->key() == Qt::Key_Delete) {
            Q_EMIT removeWanted(id);
            return true;
        }
        if (isMove && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down)) {
            m_services.views.move(id, key->key() == Qt::Key_Up ? -1 : 1);
            return true;
        }
    }
    if (event->type() == QEvent::ContextMenu) {
        const auto *wish = static_cast<QContextMenuEvent *>(event);
        const bool isMouse = wish->reason() == QContextMenuEvent::Mouse;
        const QModelIndex index = isMouse
                                      ? m_list->indexAt(m_list->viewport()->mapFromGlobal(wish->globalPos()))
                                      : m_list->currentIndex();
        if (!index.isValid())
            return true;
        m_list->setCurrentIndex(index);
        const QPoint at = isMouse ? wish->globalPos()
                                  : m_list->viewport()->mapToGlobal(m_list->visualRect(index).bottomLeft());
        Q_EMIT menuWanted(index.data(ViewBook::IdRole).toString(), at);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void ViewsPanel::retranslate()
{
    m_list->setAccessibleName(tr("Saved views and tours"));
    m_list->setToolTip(tr("Enter shows a view, Delete removes it, Alt+Up and Alt+Down move it"));
    m_empty->setText(
        tr("Put the channels you watch together on the wall and save them as a view: it is then one key "
           "away."));
    for (kit::ActionButton *each : std::as_const(m_buttons))
        each->refresh(); // their words first: it is they that must fit
    fitButtons();
    showEmpty();
}

/// Their words go before they are cut.
void ViewsPanel::fitButtons()
{
    const kit::Theme::Sizes &sizes = m_services.context.theme.sizes();
    int wanted = 2 * sizes.padding - 4 - (sizes.grid - 2);
    for (kit::ActionButton *each : std::as_const(m_buttons)) {
        each->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        wanted += each->sizeHint().width() + sizes.grid - 2;
    }
    if (width() >= wanted)
        return;
    for (kit::ActionButton *each : std::as_const(m_buttons))
        each->setToolButtonStyle(Qt::ToolButtonIconOnly);
}

void ViewsPanel::resizeEvent(QResizeEvent *)
{
    fitButtons();
}

void ViewsPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace opsdeck::dvr
