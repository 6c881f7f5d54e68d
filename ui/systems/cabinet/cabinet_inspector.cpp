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
#include <QVBoxLayout>

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
    , m_title(kit::wrappedLabel(QStringLiteral("inspectorTitle")))
    , m_state(kit::wrappedLabel(QStringLiteral("panelHint")))
    , m_nothing(kit::wrappedLabel(QStringLiteral("panelHint")))
    , m_whole(new QWidget)
    , m_front(new SlotFront(context.theme))
    , m_slotButtons(new QWidget)
    , m_answers(new AnswerList(context.theme, context.clock))
    , m_details(new QVBoxLayout)
{
    setObjectName(QStringLiteral("cabinetInspector"));
    build();
    connect(m_front, &SlotFront::rentWanted, this, [this](int slot) {
        if (m_status && whyNotAsked(m_status).isEmpty())
            Q_EMIT rentWanted(m_status->sn, slot);
    });
    connect(m_front, &SlotFront::slotChanged, this, &CabinetInspector::slotChanged);
    connect(m_front, &SlotFront::menuWanted, this,
            [this](int, const QPoint &at) { Q_EMIT slotMenuWanted(at); });
    connect(m_back, &QToolButton::clicked, this, &CabinetInspector::backWanted);
    retranslate();
    refresh();
}

kit::ActionButton *CabinetInspector::button(const char *id, const kit::ActionButton::Text &words)
{
    auto *made = new kit::ActionButton(m_context.actions, m_context.theme, QLatin1String(id), QString());
    made->setObjectName(QStringLiteral("inspector.") + QLatin1String(id));
    made->setToolButtonStyle(Qt::ToolButtonTextOnly);
    made->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
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
    m_back->setObjectName(QStringLiteral("inspectorBack"));
    m_back->setProperty("isChoice", true);
    m_back->setFocusPolicy(Qt::TabFocus);
    m_back->hide();
    auto *head = new QHBoxLayout;
    head->setContentsMargins(sizes.padding, sizes.grid, sizes.padding, 0);
    head->setSpacing(sizes.grid);
    head->addWidget(m_back);
    head->addWidget(m_title, 1);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(4);
    whole->addLayout(head);
    whole->addWidget(scroll, 1);
    constexpr int kNarrowest = 200;
    setMinimumWidth(kNarrowest);

    auto *outer = new QVBoxLayout(inside);
    outer->setContentsMargins(sizes.padding, 0, sizes.padding, sizes.grid);
    outer->setSpacing(sizes.grid);
    outer->addWidget(m_nothing);
    outer->addWidget(m_whole);
    outer->addStretch(1);
    auto *column = new QVBoxLayout(m_whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(sizes.grid);
    column->addWidget(m_state);
    column->addWidget(m_front);
    auto *slotRow = new QGridLayout(m_slotButtons);
    slotRow->setContentsMargins(0, 0, 0, 0);
    slotRow->setSpacing(6);
    slotRow->addWidget(button("cabinet.rent", [] { return tr("Rent"); }), 0, 0);
    slotRow->addWidget(button("cabinet.eject", [] { return tr("Eject"); }), 0, 1);
    slotRow->addWidget(button("cabinet.flag",
                              [this] {
                                  const SlotCell *cell = m_front->current();
                                  return cell && cell->isFlagged ? tr("Put into use") : tr("Out of use…");
                              }),
                       1, 0);
    slotRow->addWidget(button("cabinet.history", [] { return tr("History…"); }), 1, 1);
    column->addWidget(m_slotButtons);
    column->addWidget(m_answers);
    m_details->setSpacing(4);
    column->addLayout(m_details);
    auto *grid = new QGridLayout;
    grid->setSpacing(6);
    const std::pair<const char *, kit::ActionButton::Text> buttons[] = {
        {"cabinet.refresh", [] { return tr("Refresh"); }},
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
    column->addLayout(grid);
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
    if (!m_status) {
        m_title->setText(QString());
        return;
    }
    m_title->setText(cabinetTitle(*m_status));
    refreshTime();
    refreshWork();
    showDetails();
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
    m_slotButtons->setVisible(!m_front->isHidden());
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
    const auto server = [&status] {
        if (!status.serverAddress)
            return QStringLiteral("–");
        return QStringLiteral("%1:%2").arg(base::plainText(status.serverAddress->host, 64),
                                           base::plainText(status.serverAddress->port, 8));
    };
    const QList<std::pair<QString, QString>> details{
        {QStringLiteral("ICCID"), orNone(spacedIccid(status.iccid))},
        {tr("Network"), status.network ? networkText(*status.network) : orNone({})},
        {tr("Server address"), server()},
        {tr("Heartbeat"), tr("every %1 s").arg(status.heartbeatSeconds)},
        {tr("Volume"), status.volume ? QStringLiteral("%1 / 15").arg(*status.volume) : orNone({})},
        {tr("Version"), orNone(base::plainText(status.version, 64))},
        {tr("Address"), orNone(status.address)},
        {status.state == CabinetStatus::State::Online ? tr("Logged in") : tr("Last seen"),
         orNone(kit::momentText(
             status.state == CabinetStatus::State::Online ? status.since : status.lastHeartbeat, now))},
        {tr("Slots read"), orNone(kit::momentText(status.inventoryAt, now))},
        {tr("Wrong checksums"), QString::number(status.wrongChecksums)},
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
        if (name->text() != details.at(i).first)
            name->setText(details.at(i).first);
        if (value->text() != details.at(i).second)
            value->setText(details.at(i).second);
    }
}

void CabinetInspector::retranslate()
{
    setAccessibleName(tr("The selected cabinet"));
    m_nothing->setText(tr("Select a cabinet in the table to see its slots."));
    m_back->setText(tr("Back"));
    m_back->setAccessibleName(tr("Back to the table"));
    m_back->setToolTip(tr("Back to the table"));
    refresh();
}

void CabinetInspector::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace opsdeck::cabinet
