// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/cabinet/fleet_charts.h"

#include "ui/kit/plain_label.h"
#include "ui/systems/cabinet/cabinet_words.h"

#include <QEvent>
#include <QGraphicsLayout>
#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

#include <QtCharts/QBarCategoryAxis>
#include <QtCharts/QBarSeries>
#include <QtCharts/QBarSet>
#include <QtCharts/QCategoryAxis>
#include <QtCharts/QChart>
#include <QtCharts/QChartView>
#include <QtCharts/QDateTimeAxis>
#include <QtCharts/QLegend>
#include <QtCharts/QLineSeries>
#include <QtCharts/QValueAxis>

#include <algorithm>

namespace opsdeck::cabinet {

using Color = kit::Theme::Color;

/// One chart with its title, or the words that say why it is empty.
class FleetCharts::Pane final : public QWidget
{
public:
    explicit Pane(const kit::Theme &theme)
        : m_theme(theme)
        , m_title(kit::plainLabel(QStringLiteral("dialogSection")))
        , m_empty(kit::wrappedLabel(QStringLiteral("panelHint")))
        , m_view(new QChartView)
    {
        constexpr int kHeight = 150;
        auto *column = new QVBoxLayout(this);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(4);
        column->addWidget(m_title);
        column->addWidget(m_view, 1);
        column->addWidget(m_empty, 1);
        m_empty->setAlignment(Qt::AlignCenter);
        m_view->setRenderHint(QPainter::Antialiasing);
        m_view->setFrameShape(QFrame::NoFrame);
        m_view->setFocusPolicy(Qt::NoFocus);
        m_view->setMinimumSize(220, kHeight);
        m_empty->setMinimumHeight(kHeight);
        dress();
    }

    QChart &chart() { return *m_view->chart(); }

    void say(const QString &title, const QString &empty, const QString &objectName)
    {
        m_title->setText(title);
        m_empty->setText(empty);
        m_view->setObjectName(objectName);
        m_view->setAccessibleName(title);
    }
    /// @param words what the chart shows, for who cannot see it.
    void show(bool hasData, const QString &words)
    {
        m_view->setVisible(hasData);
        m_empty->setVisible(!hasData);
        m_view->setAccessibleDescription(words);
        m_view->setToolTip(words);
    }

    /// In the colours of the theme.
    void dress()
    {
        QChart &chart = *m_view->chart();
        chart.setBackgroundVisible(false);
        chart.setMargins(QMargins(0, 0, 0, 0));
        chart.layout()->setContentsMargins(0, 0, 0, 0);
        chart.setAnimationOptions(QChart::NoAnimation);
        chart.legend()->setLabelColor(m_theme.color(Color::Text2));
        chart.legend()->setFont(small());
        chart.legend()->setAlignment(Qt::AlignBottom);
        m_view->setBackgroundBrush(m_theme.color(Color::Bg1));
        for (QAbstractAxis *axis : chart.axes())
            dressAxis(*axis);
    }
    void dressAxis(QAbstractAxis &axis)
    {
        axis.setLabelsColor(m_theme.color(Color::Text2));
        axis.setLabelsFont(small());
        axis.setLinePenColor(m_theme.color(Color::Line));
        axis.setGridLineColor(m_theme.color(Color::Line));
    }
    /// Everything that is drawn goes.
    void clear()
    {
        chart().removeAllSeries();
        const QList<QAbstractAxis *> axes = chart().axes();
        for (QAbstractAxis *axis : axes) {
            chart().removeAxis(axis);
            delete axis;
        }
    }
    QValueAxis *addCounts(int most)
    {
        auto *axis = new QValueAxis;
        // Whole round numbers: there is no half cabinet.
        constexpr int kFewest = 4;
        int step = 1;
        for (int power = 1; step * kFewest < most && power < 100'000'000; power *= 10) {
            for (const int lead : {1, 2, 5, 10}) {
                step = lead * power;
                if (step * kFewest >= most)
                    break;
            }
        }
        const int steps = std::max(2, (most + step - 1) / step);
        axis->setRange(0, double(step) * steps);
        axis->setTickCount(steps + 1);
        axis->setLabelFormat(QStringLiteral("%d"));
        chart().addAxis(axis, Qt::AlignLeft);
        dressAxis(*axis);
        return axis;
    }

private:
    QFont small() const { return kit::Theme::font(font(), m_theme.sizes().label); }

    const kit::Theme &m_theme;
    QLabel *m_title;
    QLabel *m_empty;
    QChartView *m_view;
};

FleetCharts::FleetCharts(const FleetNumbers &numbers, const kit::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_numbers(numbers)
    , m_theme(theme)
{
    setObjectName(QStringLiteral("fleetCharts"));
    connect(&numbers, &FleetNumbers::changed, this, &FleetCharts::refresh);
}

FleetCharts::~FleetCharts() = default;

void FleetCharts::make()
{
    auto *inside = new QWidget;
    inside->setObjectName(QStringLiteral("scrollInside"));
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(inside);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scroll);
    m_scroll = scroll;
    m_grid = new QGridLayout(inside);
    m_grid->setContentsMargins(0, 8, 0, 8);
    m_grid->setSpacing(16);
    m_online = new Pane(m_theme);
    m_hours = new Pane(m_theme);
    m_stock = new Pane(m_theme);
    arrange();
    retranslate();
}

void FleetCharts::arrange()
{
    constexpr int kTwoColumns = 640;
    const int columns = width() >= kTwoColumns ? 2 : 1;
    if (!m_grid || columns == m_columns)
        return;
    m_columns = columns;
    m_grid->addWidget(m_online, 0, 0, 1, columns);
    m_grid->addWidget(m_hours, 1, 0);
    m_grid->addWidget(m_stock, columns == 2 ? 1 : 2, columns == 2 ? 1 : 0);
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, columns == 2 ? 1 : 0);
}

void FleetCharts::retranslate()
{
    m_scroll->setAccessibleName(tr("Charts of the cabinets"));
    m_online->say(tr("Cabinets on line, since the program started"),
                  tr("A line is drawn here once cabinets have dialled in."), QStringLiteral("chartOnline"));
    m_hours->say(tr("Rents and returns an hour, the last 24 hours"),
                 tr("Nothing was rented or returned in the last 24 hours."), QStringLiteral("chartHours"));
    m_stock->say(tr("Power banks in slots, by charge"), tr("No cabinet has told its power banks yet."),
                 QStringLiteral("chartStock"));
    refresh();
}

void FleetCharts::refresh()
{
    if (!m_scroll || !isVisible())
        return;
    refreshOnline();
    refreshHours();
    refreshStock();
}

void FleetCharts::refreshOnline()
{
    m_online->clear();
    const QList<OnlineSample> &samples = m_numbers.samples();
    const bool hasData = !samples.isEmpty() && m_numbers.figures().total > 0;
    m_online->show(
        hasData,
        hasData ? tr("%1 of %2 on line now").arg(m_numbers.figures().online).arg(m_numbers.figures().total)
                : QString());
    if (!hasData)
        return;
    auto *series = new QLineSeries;
    series->setColor(m_theme.color(Color::Accent));
    int most = 1;
    int before = -1;
    for (const OnlineSample &sample : samples) {
        const double at = double(sample.at.toMSecsSinceEpoch());
        // Steps: between two samples the figure did not change.
        if (before >= 0)
            series->append(at, before);
        series->append(at, sample.online);
        before = sample.online;
        most = std::max(most, sample.total);
    }
    constexpr qint64 kShortestMs = 60'000;
    const QDateTime first = samples.constFirst().at;
    const QDateTime last = std::max(samples.constLast().at, first.addMSecs(kShortestMs));
    series->append(double(last.toMSecsSinceEpoch()), before);
    QPen pen(m_theme.color(Color::Accent));
    pen.setWidthF(1.5);
    series->setPen(pen);
    m_online->chart().addSeries(series);
    auto *times = new QDateTimeAxis;
    constexpr qint64 kShortMs = 3'600'000;
    times->setFormat(first.msecsTo(last) < kShortMs ? QStringLiteral("HH:mm:ss") : QStringLiteral("HH:mm"));
    times->setRange(first.toLocalTime(), last.toLocalTime());
    times->setTickCount(5);
    m_online->chart().addAxis(times, Qt::AlignBottom);
    m_online->dressAxis(*times);
    times->setGridLineVisible(false);
    series->attachAxis(times);
    series->attachAxis(m_online->addCounts(most));
    m_online->chart().legend()->hide();
}

void FleetCharts::refreshHours()
{
    m_hours->clear();
    const QList<store::BankLedger::Hour> &hours = m_numbers.figures().hours;
    auto *rents = new QBarSet(tr("Rents"));
    auto *returns = new QBarSet(tr("Returns"));
    // Names of a bar each would be cut: the hours are written at every sixth.
    auto *times = new QCategoryAxis;
    times->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    constexpr int kLabelEvery = 6;
    int most = 0;
    int rentSum = 0;
    int returnSum = 0;
    for (qsizetype i = 0; i < hours.size(); ++i) {
        const store::BankLedger::Hour &hour = hours.at(i);
        rents->append(hour.rents);
        returns->append(hour.returns);
        rentSum += hour.rents;
        returnSum += hour.returns;
        most = std::max({most, hour.rents, hour.returns});
        const QDateTime local = hour.from.toLocalTime();
        if (local.time().hour() % kLabelEvery == 0)
            times->append(local.toString(QStringLiteral("HH:mm")), double(i));
    }
    times->setRange(-0.5, std::max(0.5, double(hours.size()) - 0.5));
    m_hours->show(most > 0, tr("Rents: %1, returns: %2").arg(rentSum).arg(returnSum));
    rents->setColor(m_theme.color(Color::Accent));
    returns->setColor(m_theme.color(Color::Ok));
    for (QBarSet *set : {rents, returns})
        set->setBorderColor(Qt::transparent);
    auto *series = new QBarSeries;
    series->append(rents);
    series->append(returns);
    // Half of the hour that stands below the last bar reaches beyond it.
    m_hours->chart().setMargins(
        QMargins(0, 0, kit::Theme::font(font(), m_theme.sizes().label).pixelSize(), 0));
    m_hours->chart().addSeries(series);
    m_hours->chart().addAxis(times, Qt::AlignBottom);
    m_hours->dressAxis(*times);
    times->setGridLineVisible(false);
    series->attachAxis(times);
    series->attachAxis(m_hours->addCounts(std::max(most, 1)));
    m_hours->chart().legend()->show();
}

void FleetCharts::refreshStock()
{
    m_stock->clear();
    const store::BankLedger::Stock &stock = m_numbers.figures().stock;
    constexpr int kUnknownLevel = 5;
    auto *series = new QBarSeries;
    auto *banks = new QBarSet(tr("Power banks"));
    QStringList names;
    QStringList words;
    int most = 0;
    for (int level = 0; level <= kUnknownLevel; ++level) {
        const int count = stock.byLevel[std::size_t(level)];
        if (level == kUnknownLevel && count == 0)
            continue;
        banks->append(count);
        // Below its bar there is room for a few letters only.
        names << (level == kUnknownLevel ? QStringLiteral("–") : levelText(level));
        words << QStringLiteral("%1: %2")
                     .arg(level == kUnknownLevel ? tr("not known") : levelText(level))
                     .arg(count);
        most = std::max(most, count);
    }
    m_stock->show(most > 0, words.join(QLatin1Char('\n')));
    banks->setColor(m_theme.color(Color::Ok));
    banks->setBorderColor(Qt::transparent);
    series->append(banks);
    m_stock->chart().addSeries(series);
    auto *categories = new QBarCategoryAxis;
    categories->append(names);
    m_stock->chart().addAxis(categories, Qt::AlignBottom);
    m_stock->dressAxis(*categories);
    categories->setGridLineVisible(false);
    series->attachAxis(categories);
    series->attachAxis(m_stock->addCounts(std::max(most, 1)));
    m_stock->chart().legend()->hide();
}

void FleetCharts::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_scroll)
        make();
    else
        refresh();
}

void FleetCharts::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void FleetCharts::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (!m_scroll)
        return;
    switch (event->type()) {
    case QEvent::LanguageChange:
        retranslate();
        break;
    case QEvent::PaletteChange:
    case QEvent::StyleChange:
        for (Pane *pane : {m_online, m_hours, m_stock})
            pane->dress();
        refresh();
        break;
    default:
        break;
    }
}

} // namespace opsdeck::cabinet
