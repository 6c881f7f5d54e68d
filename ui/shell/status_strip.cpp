// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/status_strip.h"

#include "core/base/hex.h"
#include "ui/kit/plain_tool_tip.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace opsdeck::shell {

namespace {

constexpr int kSpacing = 18;

/// A state mark in the theme of the moment.
class MarkWidget final : public QWidget
{
public:
    MarkWidget(kit::StateMark mark, const kit::Theme &theme)
        : m_mark(mark)
        , m_theme(theme)
    {
        constexpr int kSide = 9;
        setFixedSize(kSide, kSide);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        kit::paintStateMark(painter, rect(), m_mark, m_theme);
    }

private:
    const kit::StateMark m_mark;
    const kit::Theme &m_theme;
};

} // namespace

StatusStrip::StatusStrip(const kit::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_row(new QHBoxLayout(this))
{
    setObjectName(QStringLiteral("statusStrip"));
    setAttribute(Qt::WA_StyledBackground);
    m_row->setContentsMargins(theme.sizes().padding, 3, theme.sizes().padding, 3);
    m_row->setSpacing(kSpacing);
    add(Up, "linksUp", kit::StateMark::Ok);
    add(Down, "linksDown", kit::StateMark::Off);
    add(Frames, "frames");
    add(Dropped, "dropped");
    add(Cpu, "cpu");
    add(Memory, "memory");
    add(Stall, "stall");
    m_row->addStretch(1);
    add(Date, "date");
    add(Site, "site");
    show(StripFigures());
}

void StatusStrip::add(Figure figure, const char *name, kit::StateMark mark)
{
    Cell &cell = m_cells[figure];
    cell.box = new QWidget;
    auto *pair = new QHBoxLayout(cell.box);
    pair->setContentsMargins(0, 0, 0, 0);
    pair->setSpacing(5);
    if (mark != kit::StateMark::None)
        pair->addWidget(new MarkWidget(mark, m_theme));
    cell.words = new QLabel;
    cell.words->setObjectName(QLatin1String(name));
    cell.words->setTextFormat(Qt::PlainText);
    pair->addWidget(cell.words);
    m_row->addWidget(cell.box);
}

void StatusStrip::addWidget(QWidget *widget)
{
    constexpr int kBehind = 2; // date and site
    m_row->insertWidget(m_row->count() - kBehind, widget);
    fit();
}

void StatusStrip::say(Figure figure, const QString &text, const QString &toolTip)
{
    const Cell &cell = m_cells[figure];
    if (cell.words->text() != text)
        cell.words->setText(text);
    if (cell.box->toolTip() != toolTip)
        cell.box->setToolTip(toolTip);
}

void StatusStrip::show(const StripFigures &figures)
{
    m_figures = figures;
    const QLocale locale;
    const kit::SystemFigures &systems = figures.systems;
    say(Up, systems.linksUp == 1 ? tr("1 link up") : tr("%1 links up").arg(systems.linksUp),
        tr("Devices that are logged in"));
    say(Down, tr("%1 down").arg(systems.linksDown), tr("Devices that are not"));
    say(Frames, tr("%1 frames/s").arg(locale.toString(qint64(std::lround(systems.framesPerSecond)))),
        tr("Video frames received each second for the tiles of the wall"));
    say(Dropped, tr("%1 dropped").arg(locale.toString(systems.dropped)),
        tr("Frames that came too late to be shown, since the start"));
    say(Cpu, tr("CPU %1 %").arg(std::lround(figures.cpuPercent)),
        tr("Of one core, by this program: 200 % is two cores busy"));
    say(Memory, figures.residentBytes ? tr("%1 MB").arg(*figures.residentBytes / (1024 * 1024)) : QString(),
        tr("Memory this program holds"));
    say(Stall, tr("longest stall %1 ms").arg(figures.longestStall.count()),
        tr("The longest time this window did not react, since the start"));
    say(Date, figures.today.isValid() ? figures.today.toString(Qt::ISODate) : QString(),
        figures.today.isValid() ? locale.toString(figures.today, QLocale::LongFormat) : QString());
    const QString site = base::plainText(figures.siteName, 80);
    constexpr int kSiteWidth = 240;
    say(Site, m_cells[Site].words->fontMetrics().elidedText(site, Qt::ElideRight, kSiteWidth),
        site.isEmpty() ? QString() : kit::plainToolTip(tr("The installation: %1").arg(site)));
    fit();
}

void StatusStrip::fit()
{
    int others = 0;
    for (int i = 0; i < m_row->count(); ++i) {
        const QLayoutItem *item = m_row->itemAt(i);
        const bool isOurs = std::any_of(m_cells.begin(), m_cells.end(),
                                        [item](const Cell &cell) { return cell.box == item->widget(); });
        if (item->widget() && !isOurs && !item->isEmpty())
            others += item->sizeHint().width() + kSpacing;
    }
    int room = width() - m_row->contentsMargins().left() - m_row->contentsMargins().right() - others;
    QStringList all;
    bool isFull = false;
    for (const Cell &cell : m_cells) {
        if (cell.words->text().isEmpty()) {
            cell.box->setVisible(false);
            continue;
        }
        all.append(cell.words->text());
        const int needed = cell.box->sizeHint().width() + kSpacing;
        // What is less important than something that has no room is left out, too: the order stays the same.
        isFull = isFull || needed > room;
        cell.box->setVisible(!isFull);
        if (!isFull)
            room -= needed;
    }
    const QString toolTip = kit::plainToolTip(all.join(QLatin1Char('\n')));
    if (this->toolTip() != toolTip)
        setToolTip(toolTip);
}

QSize StatusStrip::minimumSizeHint() const
{
    return QSize(0, QWidget::minimumSizeHint().height());
}

bool StatusStrip::event(QEvent *event)
{
    // Somebody else's widget came, went, or wants another size.
    if (event->type() == QEvent::LayoutRequest)
        fit();
    return QWidget::event(event);
}

void StatusStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    switch (event->type()) {
    case QEvent::LanguageChange:
        show(m_figures);
        break;
    case QEvent::FontChange:
    case QEvent::StyleChange:
        fit();
        break;
    default:
        break;
    }
}

void StatusStrip::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

} // namespace opsdeck::shell
