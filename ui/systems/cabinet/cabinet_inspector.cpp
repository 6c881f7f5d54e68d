// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/cabinet/cabinet_inspector.h"

#include "core/base/hex.h"
#include "ui/kit/elided_label.h"
#include "ui/kit/icon.h"
#include "ui/kit/plain_label.h"
#include "ui/kit/plain_tool_tip.h"
#include "ui/kit/time_text.h"
#include "ui/systems/cabinet/cabinet_words.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace opsdeck::cabinet {

namespace {

QString orNone(const QString &text)
{
    return text.isEmpty() ? QStringLiteral("–") : text;
}

/// In groups of four, as on the card.
QString spacedIccid(const QString &iccid)
{
    const QString plain = base::plainText(iccid, 32);
    QStringList groups;
    for (qsizetype at = 0; at < plain.size(); at += 4)
        groups << plain.mid(at, 4);
    return groups.join(QLatin1Char(' '));
}

} // namespace

CabinetInspector::CabinetInspector(const kit::UiContext &context, const CabinetWork &work, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_work(work)
    , m_back(new QToolButton)
    , m_title(new kit::ElidedLabel)
    , m_menu(new QToolButton)
    , m_subtitle(new kit::ElidedLabel)
    , m_state(kit::wrappedLabel(QStringLiteral("panelHint")))
    , m_nothing(kit::wrappedLabel(QStringLiteral("panelHint")))
    , m_whole(new QWidget)
    , m_front(new SlotFront(context.theme))
    , m_foot(new QWidget)
    , m_slotPart(new QWidget)
    , m_slotTitle(new kit::ElidedLabel)
    , m_slotButtons(new QGridLayout(m_slotPart))
    , m_answers(new AnswerList(context.theme, context.clock))
    , m_details(new QVBoxLayout)
{
    setObjectName(QStringLiteral("cabinetInspector"));
    build();
    connect(m_front, &SlotFront::rentWanted, this, [this](int slot) {
        if (m_status && whyNotAsked(m_status).isEmpty())
            Q_EMIT rentWanted(m_status->sn, slot);
    });
    connect(m_front, &SlotFront::slotChanged, this, [this] {
        showSlot();
        Q_EMIT slotChanged();
    });
    connect(m_front, &SlotFront::menuWanted, this,
            [this](int, const QPoint &at) { Q_EMIT slotMenuWanted(at); });
    connect(m_back, &QToolButton::clicked, this, &CabinetInspector::backWanted);
    connect(m_menu, &QToolButton::clicked, this,
            [this] { Q_EMIT menuWanted(m_menu->mapToGlobal(QPoint(0, m_menu->height()))); });
    retranslate();
    refresh();
}

kit::ActionButton *CabinetInspector::button(const char *id, const kit::ActionButton::Text &words)
{
    auto *made = new kit::ActionButton(m_context.actions, m_context.theme, QLatin1String(id), QString());
    made->setObjectName(QStringLiteral("inspector.") + QLatin1String(id));
    made->setToolButtonStyle(Qt::ToolButtonTextOnly);
    made->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    made->setWords(words);
    m_buttons.append(made);
    return made;
}

void CabinetInspector::build()
{
    const kit::Theme::Sizes &sizes = m_context.theme.sizes();
    auto *inside = new QWidget;
    inside->setObjectName(QStringLiteral("scrollInside"));
    auto *scroll = new QScrollArea;
    scroll->setObjectName(QStringLiteral("inspectorScroll"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(inside);
    m_outside = new QVBoxLayout(this);
    m_outside->setContentsMargins(0, 0, 0, 0);
    m_outside->setSpacing(4);
    m_outside->addWidget(buildHead());
    m_outside->addWidget(scroll, 1);
    buildFoot();
    constexpr int kNarrowest = 200;
    setMinimumWidth(kNarrowest);

    auto *outer = new QVBoxLayout(inside);
    outer->setContentsMargins(sizes.padding, 0, sizes.padding, sizes.grid);
    outer->setSpacing(sizes.grid);
    outer->addWidget(m_nothing);
    outer->addWidget(m_whole);
    outer->addStretch(1);
    m_column = new QVBoxLayout(m_whole);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(sizes.grid);
    m_column->addWidget(m_state);
    m_column->addWidget(m_front);
    m_details->setSpacing(4);
    m_column->addLayout(m_details);
    auto *grid = new QGridLayout;
    grid->setSpacing(6);
    const std::pair<const char *, kit::ActionButton::Text> buttons[] = {
        {"cabinet.rentBest", [] { return tr("Rent fullest"); }},
        {"cabinet.describe", [] { return tr("Name…"); }},
        {"cabinet.volume", [] { return tr("Volume…"); }},
        {"cabinet.upgrade", [] { return tr("Upgrade…"); }},
        {"cabinet.serverAddress", [] { return tr("Server address…"); }},
        {"cabinet.reboot", [] { return tr("Reboot…"); }},
        {"cabinet.ejectAll", [] { return tr("Eject all…"); }},
        {"cabinet.forget", [] { return tr("Forget…"); }},
    };
    int place = 0;
    for (const auto &[id, words] : buttons) {
        grid->addWidget(button(id, words), place / 2, place % 2);
        ++place;
    }
    for (int column = 0; column < 2; ++column)
        grid->setColumnStretch(column, 1);
    m_column->addLayout(grid);
    placeFoot();
}

QWidget *CabinetInspector::buildHead()
{
    const kit::Theme::Sizes &sizes = m_context.theme.sizes();
    auto *head = new QWidget;
    m_back->setObjectName(QStringLiteral("inspectorBack"));
    m_back->setProperty("isChoice", true);
    m_back->setFocusPolicy(Qt::TabFocus);
    m_back->hide();
    m_title->setObjectName(QStringLiteral("inspectorTitle"));
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_subtitle->setObjectName(QStringLiteral("inspectorSubtitle"));
    auto *refreshing = new kit::ActionButton(m_context.actions, m_context.theme,
                                             QStringLiteral("cabinet.refresh"), QStringLiteral("refresh"));
    refreshing->setObjectName(QStringLiteral("inspector.cabinet.refresh"));
    refreshing->setToolButtonStyle(Qt::ToolButtonIconOnly);
    refreshing->setWords([] { return tr("Refresh"); });
    m_buttons.append(refreshing);
    m_menu->setObjectName(QStringLiteral("inspectorMenu"));
    m_menu->setProperty("isChoice", true);
    m_menu->setFocusPolicy(Qt::TabFocus);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_title);
    words->addWidget(m_subtitle);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(sizes.padding, sizes.grid, sizes.padding, 0);
    row->setSpacing(6);
    row->addWidget(m_back, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    row->addWidget(refreshing, 0, Qt::AlignTop);
    row->addWidget(m_menu, 0, Qt::AlignTop);
    return head;
}

void CabinetInspector::buildFoot()
{
    m_foot->setObjectName(QStringLiteral("inspectorFoot"));
    m_foot->setAttribute(Qt::WA_StyledBackground);
    m_slotTitle->setObjectName(QStringLiteral("detailName"));
    m_slotButtons->setContentsMargins(0, 0, 0, 0);
    m_slotButtons->setSpacing(6);
    button("cabinet.rent", [] { return tr("Rent"); });
    button("cabinet.eject", [] { return tr("Eject"); });
    button("cabinet.flag", [this] {
        const SlotCell *cell = m_front->current();
        return cell && cell->isFlagged ? tr("Put into use") : tr("Out of use…");
    });
    button("cabinet.history", [] { return tr("History…"); });
    auto *column = new QVBoxLayout(m_foot);
    column->setSpacing(6);
    column->addWidget(m_slotPart);
    column->addWidget(m_answers);
    arrangeSlotButtons();
}

/// Cards with their own Rent button need no second one: then there is room for the others in one row.
void CabinetInspector::arrangeSlotButtons()
{
    m_isRoomy = m_front->hasButtons();
    const auto find = [this](const char *id) {
        return *std::find_if(m_buttons.cbegin(), m_buttons.cend(), [id](const kit::ActionButton *each) {
            return each->actionId() == QLatin1String(id);
        });
    };
    const QList<kit::ActionButton *> shown{find("cabinet.rent"), find("cabinet.eject"), find("cabinet.flag"),
                                           find("cabinet.history")};
    const int columns = m_isRoomy ? 3 : 2;
    m_slotButtons->removeWidget(m_slotTitle);
    m_slotButtons->addWidget(m_slotTitle, 0, 0, 1, columns);
    int place = 0;
    for (kit::ActionButton *each : shown) {
        const bool isRent = each == shown.constFirst();
        m_slotButtons->removeWidget(each);
        m_slotButtons->addWidget(each, 1 + place / columns, place % columns);
        each->setVisible(!isRent || !m_isRoomy);
        place += isRent && m_isRoomy ? 0 : 1;
    }
    for (int column = 0; column < 3; ++column)
        m_slotButtons->setColumnStretch(column, !m_isRoomy && column < 2 ? 1 : 0);
}

/// Where there is room it stays in sight; on a low page it scrolls with the rest.
void CabinetInspector::placeFoot()
{
    const kit::Theme::Sizes &sizes = m_context.theme.sizes();
    const bool isPinned = height() >= kLowest;
    const int at = m_outside->indexOf(m_foot);
    if (isPinned == (at >= 0) && m_foot->parentWidget())
        return;
    m_foot->setProperty("isPinned", isPinned);
    const int side = isPinned ? sizes.padding : 0;
    m_foot->layout()->setContentsMargins(side, isPinned ? sizes.grid : 0, side, isPinned ? sizes.grid : 0);
    if (isPinned) {
        m_column->removeWidget(m_foot);
        m_outside->addWidget(m_foot);
    } else {
        m_outside->removeWidget(m_foot);
        m_column->insertWidget(m_column->indexOf(m_front) + 1, m_foot);
    }
    m_foot->style()->unpolish(m_foot);
    m_foot->style()->polish(m_foot);
    m_foot->setVisible(m_status.has_value());
}

void CabinetInspector::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeFoot();
}

void CabinetInspector::showSlot()
{
    const SlotCell *cell = m_front->current();
    QString text;
    if (cell && cell->isFree())
        text = tr("Slot %1 · free").arg(cell->slot);
    else if (cell)
        text = tr("Slot %1 · %2").arg(cell->slot).arg(cell->name);
    if (m_slotTitle->text() != text)
        m_slotTitle->setText(text);
}

void CabinetInspector::setBackVisible(bool isVisible)
{
    m_back->setVisible(isVisible);
}

QString CabinetInspector::whyNotAsked(const std::optional<CabinetStatus> &status)
{
    if (!status)
        return tr("Select a cabinet first");
    if (status->state != CabinetStatus::State::Online)
        return tr("The cabinet is not on line");
    return status->hasSecretMissing ? tr("This cabinet takes commands only with its secret") : QString();
}

void CabinetInspector::show(const std::optional<CabinetStatus> &status,
                            const QHash<QByteArray, store::Bank> &banks)
{
    const bool isOther = (status ? status->sn : QString()) != (m_status ? m_status->sn : QString());
    m_status = status;
    m_banks = banks;
    if (isOther)
        m_front->selectSlot(0);
    refresh();
    if (isOther && m_front->currentSlot() == 0 && !m_front->cells().cells().isEmpty())
        m_front->selectSlot(1);
}

void CabinetInspector::refresh()
{
    m_whole->setVisible(m_status.has_value());
    m_nothing->setVisible(!m_status);
    m_foot->setVisible(m_status.has_value());
    m_menu->setVisible(m_status.has_value());
    for (kit::ActionButton *each : std::as_const(m_buttons)) {
        if (each->actionId() == QLatin1String("cabinet.refresh"))
            each->setVisible(m_status.has_value());
    }
    // Empty it would still keep its place, above the words that say what belongs here.
    m_title->setVisible(m_status.has_value());
    if (!m_status) {
        m_title->setText(QString());
        m_subtitle->hide();
        return;
    }
    m_title->setText(base::plainText(m_status->sn, 64));
    m_subtitle->setText(cabinetSubtitle(*m_status));
    m_subtitle->setVisible(!m_subtitle->text().isEmpty());
    refreshTime();
    refreshWork();
}

void CabinetInspector::refreshTime()
{
    if (!m_status)
        return;
    const QDateTime now = m_context.clock.now();
    QStringList lines{stateText(*m_status, now)};
    if (m_status->state == CabinetStatus::State::Offline && !m_status->offlineReason.isEmpty())
        m_state->setToolTip(kit::plainToolTip(base::plainText(m_status->offlineReason, 200)));
    else
        m_state->setToolTip(QString());
    if (m_status->hasSecretMissing)
        lines << tr("It takes commands only with its secret: enter it under “Name…”.");
    if (m_status->conflicts > 0)
        lines << (m_status->conflicts == 1 ? tr("Another cabinet uses the same serial number (seen once)")
                                           : tr("Another cabinet uses the same serial number (seen %1 times)")
                                                 .arg(m_status->conflicts));
    if (!m_status->inventory)
        lines << tr("Its slots are not known yet.");
    else if (m_status->state != CabinetStatus::State::Online)
        lines << tr("The slots as they were at %1").arg(kit::momentText(m_status->inventoryAt, now));
    const QString text = lines.join(QLatin1Char('\n'));
    if (m_state->text() != text)
        m_state->setText(text);
}

void CabinetInspector::refreshWork()
{
    if (!m_status)
        return;
    const QString sn = m_status->sn;
    m_front->show(slotCells(*m_status, m_banks, [this, sn](int slot) { return m_work.isBusy(sn, slot); }),
                  whyNotAsked(m_status));
    m_front->setVisible(m_status->inventory && !m_front->cells().cells().isEmpty());
    m_slotPart->setVisible(!m_front->isHidden());
    if (m_isRoomy != m_front->hasButtons())
        arrangeSlotButtons();
    showSlot();
    showDetails();
    m_answers->show(m_work.items(sn));
    for (kit::ActionButton *each : std::as_const(m_buttons)) {
        m_context.actions.refresh(each->actionId());
        each->refresh();
    }
}

void CabinetInspector::showDetails()
{
    const CabinetStatus &status = *m_status;
    const QDateTime now = m_context.clock.now();
    // Of what only new boards tell, and only when they are asked.
    const auto untold = [&](CabinetWork::Question question) {
        switch (m_work.asked(status.sn, question)) {
        case CabinetWork::Asked::Now:
            return tr("being asked");
        case CabinetWork::Asked::Silent:
            return tr("no answer");
        case CabinetWork::Asked::Not:
            break;
        }
        return orNone({});
    };
    const auto server = [&] {
        if (!status.serverAddress)
            return untold(CabinetWork::Address);
        return QStringLiteral("%1:%2").arg(base::plainText(status.serverAddress->host, 64),
                                           base::plainText(status.serverAddress->port, 8));
    };
    struct Detail {
        QString name;
        QString value;
        QString toolTip;
    };
    const auto whyUntold = [&](CabinetWork::Question question) {
        return m_work.asked(status.sn, question) == CabinetWork::Asked::Silent
                   ? tr("Boards of before 2019 do not tell it, nor those without a speaker their volume. "
                        "Refresh asks "
                        "again.")
                   : QString();
    };
    const QList<Detail> details{
        {QStringLiteral("ICCID"), orNone(spacedIccid(status.iccid)), {}},
        {tr("Network"), status.network ? networkText(*status.network) : untold(CabinetWork::NetworkQuestion),
         status.network ? QString() : whyUntold(CabinetWork::NetworkQuestion)},
        {tr("Server address"), server(), status.serverAddress ? QString() : whyUntold(CabinetWork::Address)},
        {tr("Heartbeat"), tr("every %1 s").arg(status.heartbeatSeconds), {}},
        {tr("Volume"),
         status.volume ? QStringLiteral("%1 / 15").arg(*status.volume) : untold(CabinetWork::VolumeQuestion),
         status.volume ? QString() : whyUntold(CabinetWork::VolumeQuestion)},
        {tr("Version"), orNone(base::plainText(status.version, 64)), {}},
        {tr("Address"), orNone(status.address), {}},
        {status.state == CabinetStatus::State::Online ? tr("Logged in") : tr("Last seen"),
         orNone(kit::momentText(
             status.state == CabinetStatus::State::Online ? status.since : status.lastHeartbeat, now)),
         {}},
        {tr("Slots read"), orNone(kit::momentText(status.inventoryAt, now)), {}},
        {tr("Wrong checksums"), QString::number(status.wrongChecksums), {}},
    };
    while (m_rows.size() < details.size()) {
        auto *name = new kit::ElidedLabel;
        name->setObjectName(QStringLiteral("detailName"));
        auto *value = new kit::ElidedLabel;
        value->setObjectName(QStringLiteral("detailValue"));
        value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        auto *row = new QHBoxLayout;
        row->setSpacing(m_context.theme.sizes().grid);
        row->addWidget(name);
        row->addStretch(1);
        row->addWidget(value);
        m_details->addLayout(row);
        m_rows.append(std::pair(name, value));
    }
    for (qsizetype i = 0; i < details.size(); ++i) {
        const auto [name, value] = m_rows.at(i);
        if (name->text() != details.at(i).name)
            name->setText(details.at(i).name);
        if (value->text() != details.at(i).value)
            value->setText(details.at(i).value);
        value->setToolTip(kit::plainToolTip(details.at(i).toolTip));
    }
}

void CabinetInspector::retranslate()
{
    setAccessibleName(tr("The selected cabinet"));
    m_nothing->setText(tr("Select a cabinet in the table to see its slots."));
    m_menu->setIcon(kit::themedIcon(QStringLiteral("more"), m_context.theme.color(kit::Theme::Color::Text2)));
    m_menu->setAccessibleName(tr("Actions of the cabinet"));
    m_menu->setToolTip(tr("Actions of the cabinet"));
    m_back->setText(tr("Back"));
    m_back->setAccessibleName(tr("Back to the table"));
    m_back->setToolTip(tr("Back to the table"));
    refresh();
}

void CabinetInspector::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        retranslate();
}

} // namespace opsdeck::cabinet
