// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/dvr/wall_window.h"

#include <QCloseEvent>
#include <QJsonObject>
#include <QScreen>

namespace opsdeck::dvr {

namespace {

QString settingsKey()
{
    return QStringLiteral("dvr.secondWall");
}

} // namespace

WallWindow::WallWindow(const WallServices &services, QWidget *beside)
    : SideWindow(services.context.actions)
    , m_services(services)
    , m_pane(std::make_unique<WallPane>(services, 4))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("wallWindow"));
    setWindowTitle(tr("Second wall – Opsdeck"));
    if (beside)
        setWindowIcon(beside->windowIcon());
    setContent(*m_pane->makePage(this));
    place(beside);
    // Those of the main window (pages, full screen) stay there.
    follow([](const QString &id) { return id.startsWith(QLatin1String("wall.")); });

    const QJsonObject kept = m_services.context.settings.value(settingsKey()).toObject();
    if (const auto item = savedItemFromJson(kept.value(QLatin1String("shows")).toObject())) {
        if (const auto *view = std::get_if<SavedView>(&*item))
            m_pane->show(QString(), view->tiles, view->content, QString());
    }
    m_pane->clearTilesOfOthers();
}

WallWindow::~WallWindow() = default;

void WallWindow::place(QWidget *beside)
{
    const QJsonObject kept = m_services.context.settings.value(settingsKey()).toObject();
    const QByteArray geometry =
        QByteArray::fromBase64(kept.value(QLatin1String("geometry")).toString().toLatin1());
    // Qt moves a window whose monitor is gone to one that is there.
    if (!geometry.isEmpty() && restoreGeometry(geometry))
        return;
    constexpr QSize kUsual(960, 600);
    if (const auto there = placeOnAnotherMonitor(beside, kUsual))
        setGeometry(*there);
    else
        resize(kUsual.boundedTo((beside ? beside->screen() : screen())->availableSize()));
}

void WallWindow::keep()
{
    SavedView shown;
    shown.id = QStringLiteral("second");
    shown.name = shown.id;
    shown.tiles = m_pane->wall().tileCount();
    shown.content = m_pane->wall().assignments();
    m_services.context.settings.setValue(
        settingsKey(),
        QJsonObject{{QStringLiteral("geometry"), QString::fromLatin1(saveGeometry().toBase64())},
                    {QStringLiteral("shows"), toJson(shown)}});
}

void WallWindow::closeEvent(QCloseEvent *event)
{
    keep();
    Q_EMIT closing();
    SideWindow::closeEvent(event);
}

void WallWindow::changeEvent(QEvent *event)
{
    SideWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        setWindowTitle(tr("Second wall – Opsdeck"));
}

} // namespace opsdeck::dvr
