// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/notice_list.h"

#include "ui/kit/row_delegate.h"
#include "ui/shell/notice_model.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QPushButton>

namespace opsdeck::shell {

namespace {

using Color = kit::Theme::Color;

/// Mark, time, words; what is dismissed or over in the second colour.
class NoticeDelegate final : public kit::RowDelegate
{
public:
    using RowDelegate::RowDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        paintBackground(*painter, option);
        const auto *view = qobject_cast<const QListView *>(option.widget);
        if (view && view->hasFocus() && view->currentIndex() == index) {
            painter->setPen(theme().color(Color::Accent));
            painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
        }
        QRect room = option.rect.adjusted(theme().sizes().padding, 0, -theme().sizes().padding, 0);
        constexpr int kMark = 10;
        kit::paintStateMark(*painter,
                            QRectF(room.left(), room.center().y() - kMark / 2.0 + 0.5, kMark, kMark),
                            kit::StateMark(index.data(NoticeModel::MarkRole).toInt()), theme());
        room.setLeft(room.left() + kMark + theme().sizes().grid);

        const QString time = index.data(NoticeModel::TimeRole).toString();
        painter->setFont(option.font);
        painter->setPen(theme().color(Color::Text2));
        painter->drawText(room, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, time);
        room.setLeft(room.left() + option.fontMetrics.horizontalAdvance(time) + 2 * theme().sizes().grid);

        paintWords(*painter, option, room, index.data().toString(),
                   index.data(NoticeModel::OpenRole).toBool() ? Color::Text : Color::Text2);
        painter->restore();
    }
};

} // namespace

NoticeList::NoticeList(const kit::Theme &theme, kit::Notices &notices, const base::Clock &clock,
                       QWidget *parent)
    : QWidget(parent)
    , m_notices(notices)
    , m_model(new NoticeModel(notices, clock, this))
    , m_list(new QListView)
    , m_nothing(new QLabel)
    , m_details(new QLabel)
    , m_action(new QPushButton)
    , m_clear(new QPushButton)
{
    setObjectName(QStringLiteral("notices"));
    m_list->setObjectName(QStringLiteral("noticeList"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new NoticeDelegate(theme, this));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setMouseTracking(true);
    // Higher the window would outgrow a low screen when this is opened; half a row says that there are more.
    m_list->setMinimumHeight(theme.sizes().row * 3 / 2);
    m_nothing->setObjectName(QStringLiteral("noticeNothing"));
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(true);
    m_details->setObjectName(QStringLiteral("noticeDetails"));
    m_details->setTextFormat(Qt::PlainText);
    m_details->setWordWrap(true);
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_action->setObjectName(QStringLiteral("noticeListAction"));
    m_clear->setObjectName(QStringLiteral("noticeClear"));
    for (QPushButton *button : {m_action, m_clear})
        button->setAutoDefault(false);

    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(theme.sizes().padding, theme.sizes().grid, theme.sizes().padding,
                                theme.sizes().grid);
    buttons->setSpacing(theme.sizes().grid);
    buttons->addWidget(m_details, 1);
    buttons->addWidget(m_action, 0, Qt::AlignTop);
    buttons->addWidget(m_clear, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_list, 1);
    column->addWidget(m_nothing, 1);
    column->addLayout(buttons);

    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &NoticeList::showSelected);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &NoticeList::showSelected);
    connect(&m_notices, &kit::Notices::changed, this, &NoticeList::showState);
    connect(m_list, &QListView::activated, this, [this](const QModelIndex &index) {
        m_notices.act(index.data(NoticeModel::NumberRole).toULongLong());
    });
    connect(m_action, &QPushButton::clicked, this, [this] { m_notices.act(selected()); });
    connect(m_clear, &QPushButton::clicked, &m_notices, &kit::Notices::clear);
    retranslate();
}

quint64 NoticeList::selected() const
{
    return m_list->currentIndex().data(NoticeModel::NumberRole).toULongLong();
}

void NoticeList::showSelected()
{
    const kit::Notice *notice = m_model->notice(m_list->currentIndex());
    QStringList lines;
    if (notice) {
        lines << (notice->details.isEmpty() ? notice->text : notice->details);
        if (notice->isOver)
            lines << tr("This is over.");
    }
    m_details->setText(lines.join(QLatin1Char('\n')));
    const bool hasAction = notice && notice->action && !notice->isOver && !notice->actionText.isEmpty();
    m_action->setVisible(hasAction);
    if (hasAction) {
        m_action->setText(QString(notice->actionText).replace(QLatin1Char('&'), QLatin1String("&&")));
        m_action->setAccessibleName(notice->actionText);
    }
}

void NoticeList::showState()
{
    const bool isAny = m_model->rowCount() > 0;
    m_list->setVisible(isAny);
    m_nothing->setVisible(!isAny);
    m_clear->setEnabled(isAny);
    m_clear->setToolTip(isAny ? tr("Forget all notices in this list") : tr("There are no notices"));
    showSelected();
}

void NoticeList::retranslate()
{
    m_list->setAccessibleName(tr("Notices"));
    m_nothing->setText(
        tr("Nothing has been reported since the start. What you should know will stand here."));
    m_clear->setText(tr("Clear"));
    m_clear->setAccessibleName(tr("Clear all notices"));
    m_model->retranslate();
    showState();
}

void NoticeList::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace opsdeck::shell
