// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/dvr/wall_window.h"

#include <QAction>
#include <QCloseEvent>
#include <QGuiApplication>
#include <QJsonObject>
#include <QKeyEvent>
#include <QScreen>
#include <QVBoxLayout>

namespace opsdeck::dvr {

namespace {

QString settingsKey()
{
    return QStringLiteral("dvr.secondWall");
}

} // namespace

WallWindow::WallWindow(const WallServices &services, QWidget *beside)
    : m_services(services)
    , m_pane(std::make_unique<WallPane>(services, 4))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setAttribute(Qt::WA_QuitOnClose, false);
    setObjectName(QStringLiteral("wallWindow"));
    setWindowTitle(tr("Second wall – Opsdeck"));
    if (beside)
        setWindowIcon(beside->windowIcon());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_pane->makePage(this));
    setMinimumSize(400, 260);
    place(beside);
    addKeys();

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
    const auto room = [](const QScreen *screen) { return screen->availableGeometry().size(); };
    resize(kUsual.boundedTo(room(beside ? beside->screen() : screen())));
    const QScreen *own = beside ? beside->screen() : nullptr;
    for (const QScreen *screen : QGuiApplication::screens()) {
        if (screen != own) {
            resize(kUsual.boundedTo(room(screen) - QSize(40, 40)));
            move(screen->availableGeometry().topLeft() + QPoint(40, 40));
            return;
        }
    }
}

/// The wall's keys work here too; those of the main window (pages, full screen) stay there.
void WallWindow::addKeys()
{
    const auto addWallAction = [this](QAction *action, const QString &id) {
        if (id.startsWith(QLatin1String("wall.")))
            addAction(action);
    };
    const kit::ActionRegistry &actions = m_services.context.actions;
    for (const QString &id : actions.ids())
        addWallAction(actions.action(id), id);
    connect(&actions, &kit::ActionRegistry::added, this,
            [addWallAction](QAction *action) { addWallAction(action, action->objectName()); });
}

void WallWindow::toggleFullScreen()
{
    setWindowState(windowState() ^ Qt::WindowFullScreen);
}

void WallWindow::keyPressEvent(QKeyEvent *event)
{
    const bool isLeave = event->key() == Qt::Key_Escape && isFullScreen();
    if (event->key() == Qt::Key_F11 || isLeave)
        toggleFullScreen();
    else
        QWidget::keyPressEvent(event);
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
    QWidget::closeEvent(event);
}

void WallWindow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        setWindowTitle(tr("Second wall – Opsdeck"));
}

} // namespace opsdeck::dvr
