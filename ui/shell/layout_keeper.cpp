// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/layout_keeper.h"

#include "core/store/settings_store.h"
#include "ui/shell/dock_set.h"
#include "ui/shell/screen_fit.h"

#include <QApplication>
#include <QCryptographicHash>
#include <QDockWidget>
#include <QEvent>
#include <QJsonArray>
#include <QJsonObject>
#include <QMainWindow>
#include <QScreen>

namespace opsdeck::shell {

namespace {

constexpr int kVersion = 1;
constexpr qsizetype kMaximumBytes = 64 * 1024;

QString layoutKey()
{
    return QStringLiteral("shell.layout");
}

/// Qt reads these bytes back trusting them: what was not written by us as a whole is not shown to it.
QString seal(const QByteArray &state, const QByteArray &geometry)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArray::number(state.size()) + ' ' + state + geometry);
    return QString::fromLatin1(hash.result().toHex());
}

QByteArray bytes(const QJsonObject &from, const char *key)
{
    return QByteArray::fromBase64(from.value(QLatin1String(key)).toString().toLatin1());
}

void moveIntoSight(QWidget &window, const QList<QRect> &screens)
{
    // The frame's upper edge is what one takes hold of.
    const QRect frame = window.frameGeometry();
    const QRect fitted = fittedToScreens(frame, screens);
    if (fitted == frame)
        return;
    window.resize(window.size() - (frame.size() - fitted.size()));
    window.move(fitted.topLeft());
}

} // namespace

LayoutKeeper::LayoutKeeper(QMainWindow &window, DockSet &docks, store::SettingsStore &settings,
                           base::Clock &clock)
    : QObject(&window)
    , m_window(window)
    , m_docks(docks)
    , m_settings(settings)
    , m_timer(clock.makeTimer([this] { keep(); }))
{
    connect(&m_docks, &DockSet::changed, this, &LayoutKeeper::keepSoon);
    m_window.installEventFilter(this);
    // Queued: the platform moves windows itself first.
    const auto look = [this] { bringIntoSight(); };
    connect(qGuiApp, &QGuiApplication::screenRemoved, this, look, Qt::QueuedConnection);
    connect(qGuiApp, &QGuiApplication::screenAdded, this, look, Qt::QueuedConnection);
    connect(qGuiApp, &QGuiApplication::primaryScreenChanged, this, look, Qt::QueuedConnection);
}

bool LayoutKeeper::restore(bool withWindow)
{
    m_isRestored = true;
    const QJsonObject layout = m_settings.value(layoutKey()).toObject();
    const QByteArray state = bytes(layout, "state");
    const QByteArray geometry = bytes(layout, "geometry");
    const bool isUsable = layout.value(QLatin1String("version")).toInt() == kVersion &&
                          state.size() + geometry.size() <= kMaximumBytes &&
                          layout.value(QLatin1String("seal")).toString() == seal(state, geometry);
    if (!isUsable)
        return false;
    if (withWindow)
        m_window.restoreGeometry(geometry);
    const bool isRestored = m_docks.setState(state);
    if (const QJsonValue closed = layout.value(QLatin1String("closed")); isRestored && closed.isArray()) {
        QStringList ids;
        for (const QJsonValue &id : closed.toArray())
            ids.append(id.toString());
        m_docks.setClosed(ids);
    }
    bringIntoSight();
    return isRestored;
}

void LayoutKeeper::keepSoon()
{
    if (m_isRestored && !m_timer->isActive())
        m_timer->start(kPause);
}

void LayoutKeeper::keep()
{
    if (!m_isRestored)
        return;
    m_timer->stop();
    if (!m_window.isFullScreen() || m_geometry.isEmpty())
        m_geometry = m_window.saveGeometry();
    const QByteArray state = m_docks.state();
    m_settings.setValue(layoutKey(),
                        QJsonObject{{QStringLiteral("version"), kVersion},
                                    {QStringLiteral("state"), QString::fromLatin1(state.toBase64())},
                                    {QStringLiteral("closed"), QJsonArray::fromStringList(m_docks.closed())},
                                    {QStringLiteral("geometry"), QString::fromLatin1(m_geometry.toBase64())},
                                    {QStringLiteral("seal"), seal(state, m_geometry)}});
}

void LayoutKeeper::reset()
{
    m_docks.reset();
    bringIntoSight();
    keepSoon();
}

void LayoutKeeper::bringIntoSight()
{
    const QList<QRect> screens = availableScreens();
    if (!m_window.isFullScreen() && !m_window.isMaximized())
        moveIntoSight(m_window, screens);
    for (QDockWidget *dock : m_docks.docks()) {
        if (dock->isFloating())
            moveIntoSight(*dock, screens);
    }
    // Dialogs and further windows of the systems (a second wall) are nobody else's care.
    for (QWidget *other : QApplication::topLevelWidgets()) {
        const bool isFree = other->windowType() == Qt::Window || other->windowType() == Qt::Dialog;
        if (other != &m_window && isFree && other->isVisible() && !other->isFullScreen() &&
            !other->isMaximized())
            moveIntoSight(*other, screens);
    }
}

bool LayoutKeeper::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::Move)
        keepSoon();
    else if (event->type() == QEvent::Close)
        keep();
    return QObject::eventFilter(watched, event);
}

} // namespace opsdeck::shell
