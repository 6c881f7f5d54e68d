// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/status_strip.h"

#include "core/base/hex.h"
#include "ui/kit/plain_tool_tip.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>

#include <cmath>

namespace opsdeck::shell {

namespace {

/// A state mark as a label.
QLabel *markLabel(kit::StateMark mark, const kit::Theme &theme)
{
    constexpr int kSide = 9;
    constexpr int kSharp = 2;
    QPixmap pixmap(kSide * kSharp, kSide * kSharp);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    kit::paintStateMark(painter, QRectF(0, 0, kSide * kSharp, kSide * kSharp), mark, theme);
    painter.end();
    pixmap.setDevicePixelRatio(kSharp);
    auto *label = new QLabel;
    label->setPixmap(pixmap);
    return label;
}

void say(QLabel *label, const QString &text, const QString &toolTip)
{
    if (label->text() != text)
        label->setText(text);
    if (label->toolTip() != toolTip)
        label->setToolTip(toolTip);
}

} // namespace

StatusStrip::StatusStrip(const kit::Theme &theme, QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("statusStrip"));
    setAttribute(Qt::WA_StyledBackground);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(theme.sizes().padding, 3, theme.sizes().padding, 3);
    row->setSpacing(18);
    const auto addMarked = [&](kit::StateMark mark, const QString &name) {
        auto *pair = new QHBoxLayout;
        pair->setSpacing(5);
        pair->addWidget(markLabel(mark, theme));
        QLabel *label = addFigure(name);
        pair->addWidget(label);
        row->addLayout(pair);
        return label;
    };
    const auto add = [&](const QString &name) {
        QLabel *label = addFigure(name);
        row->addWidget(label);
        return label;
    };
    m_up = addMarked(kit::StateMark::Ok, QStringLiteral("linksUp"));
    m_down = addMarked(kit::StateMark::Off, QStringLiteral("linksDown"));
    m_frames = add(QStringLiteral("frames"));
    m_dropped = add(QStringLiteral("dropped"));
    m_cpu = add(QStringLiteral("cpu"));
    m_memory = add(QStringLiteral("memory"));
    m_stall = add(QStringLiteral("stall"));
    row->addStretch(1);
    m_notice = new QWidget;
    auto *notice = new QHBoxLayout(m_notice);
    notice->setContentsMargins(0, 0, 0, 0);
    notice->setSpacing(5);
    notice->addWidget(markLabel(kit::StateMark::Attention, theme));
    m_noticeText = addFigure(QStringLiteral("notice"));
    notice->addWidget(m_noticeText);
    m_notice->setVisible(false);
    row->addWidget(m_notice);
    m_date = add(QStringLiteral("date"));
    m_site = add(QStringLiteral("site"));
    m_site->setMaximumWidth(240);
    show(StripFigures());
}

QLabel *StatusStrip::addFigure(const QString &objectName)
{
    auto *label = new QLabel;
    label->setObjectName(objectName);
    label->setTextFormat(Qt::PlainText);
    return label;
}

void StatusStrip::showNotice(const QString &text, const QString &details)
{
    m_noticeText->setText(text);
    m_notice->setToolTip(kit::plainToolTip(details));
    m_notice->setVisible(!text.isEmpty());
}

void StatusStrip::show(const StripFigures &figures)
{
    const QLocale locale;
    const kit::SystemFigures &systems = figures.systems;
    say(m_up, systems.linksUp == 1 ? tr("1 link up") : tr("%1 links up").arg(systems.linksUp),
        tr("Devices that are logged in"));
    say(m_down, tr("%1 down").arg(systems.linksDown), tr("Devices that are not"));
    say(m_frames, tr("%1 frames/s").arg(locale.toString(qint64(std::lround(systems.framesPerSecond)))),
        tr("Video frames received each second for the tiles of the wall"));
    say(m_dropped, tr("%1 dropped").arg(locale.toString(systems.dropped)),
        tr("Frames that came too late to be shown, since the start"));
    say(m_cpu, tr("CPU %1 %").arg(std::lround(figures.cpuPercent)),
        tr("Of one core, by this program: 200 % is two cores busy"));
    say(m_memory, figures.residentBytes ? tr("%1 MB").arg(*figures.residentBytes / (1024 * 1024)) : QString(),
        tr("Memory this program holds"));
    say(m_stall, tr("longest stall %1 ms").arg(figures.longestStall.count()),
        tr("The longest time this window did not react, since the start"));
    say(m_date, figures.today.isValid() ? figures.today.toString(Qt::ISODate) : QString(),
        figures.today.isValid() ? locale.toString(figures.today, QLocale::LongFormat) : QString());
    say(m_site, base::plainText(figures.siteName, 40), tr("The installation"));
}

} // namespace opsdeck::shell
