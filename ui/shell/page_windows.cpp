// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/page_windows.h"

#include "core/store/settings_store.h"
#include "ui/kit/empty_state.h"
#include "ui/shell/page_stack.h"
#include "ui/shell/page_window.h"
#include "ui/shell/screen_fit.h"

#include <QApplication>
#include <QEvent>
#include <QJsonObject>
#include <QScreen>

namespace opsdeck::shell {

namespace {

const QString kKey = QStringLiteral("shell.pageWindows");
constexpr int kLargest = 16384;

bool isPlausible(const QRect &rect)
{
    return rect.width() >= PageWindow::kSmallest.width() && rect.height() >= PageWindow::kSmallest.height() &&
           rect.width() <= kLargest && rect.height() <= kLargest && std::abs(rect.x()) <= 4 * kLargest &&
           std::abs(rect.y()) <= 4 * kLargest;
}

} // namespace

PageWindows::PageWindows(PageStack &stack, QWidget &window, const kit::UiContext &context)
    : QObject(&window)
    , m_stack(stack)
    , m_window(window)
    , m_context(context)
    , m_standIn(new kit::EmptyState)
    , m_timer(context.clock.makeTimer([this] { keep(); }))
{
    m_standIn->setObjectName(QStringLiteral("pageStandIn"));
    m_stack.setStandIn(m_standIn);
    connect(m_standIn, &kit::EmptyState::buttonPressed, this, [this] { bringUp(m_stack.current()); });
    connect(m_standIn, &kit::EmptyState::secondPressed, this, [this] { putBack(m_stack.current()); });
    m_window.installEventFilter(this);
}

PageWindows::~PageWindows() = default;

void PageWindows::addPage(const QString &id, kit::Words title)
{
    m_pages.append({id, std::move(title)});
}

void PageWindows::setPages(const QList<int> &pages)
{
    m_shown = pages;
    for (int page = 0; page < m_pages.size(); ++page) {
        const bool isDue = m_shown.contains(page) && m_wanted.contains(m_pages.at(page).id);
        if (isDue && !isOut(page))
            open(page);
        else if (!isDue && isOut(page))
            close(page);
    }
}

void PageWindows::takeOut(int page)
{
    if (isOut(page) || !m_shown.contains(page))
        return;
    m_wanted.insert(m_pages.at(page).id, Place());
    open(page);
    bringUp(page);
    keepSoon();
}

void PageWindows::putBack(int page)
{
    if (!isOut(page))
        return;
    m_wanted.remove(m_pages.at(page).id);
    close(page);
    m_window.activateWindow();
    keepSoon();
}

void PageWindows::putAllBack()
{
    m_wanted.clear();
    while (!m_windows.empty())
        close(m_windows.begin()->first);
    keepSoon();
}

void PageWindows::open(int page)
{
    auto window = std::make_unique<PageWindow>(m_stack.take(page), m_context.actions);
    PageWindow &shown = *window;
    shown.setWindowIcon(m_window.windowIcon());
    const Place place = m_wanted.value(m_pages.at(page).id);
    shown.setGeometry(
        fittedToScreens(place.rect.isValid() ? place.rect : firstPlace(page), availableScreens()));
    m_windows.emplace(page, std::move(window));
    sayTitles();
    connect(&shown, &PageWindow::placed, this, [this, page] { notePlace(page); });
    // Queued: when the program ends and closes all windows, the page is out in the next run, too.
    connect(
        &shown, &PageWindow::closed, this, [this, page] { onClosed(page); }, Qt::QueuedConnection);
    if (place.isFullScreen)
        shown.showFullScreen();
    else if (place.isMaximized)
        shown.showMaximized();
    else
        shown.show();
    sayWhere();
    Q_EMIT opened(&shown);
}

/// On another monitor, where there is one.
QRect PageWindows::firstPlace(int page) const
{
    if (const auto there = PageWindow::placeOnAnotherMonitor(&m_window, QSize(1280, 800)))
        return *there;
    constexpr QPoint kOffset(40, 40);
    const QSize room = m_window.screen()->availableSize() - QSize(80, 80);
    return QRect(m_window.pos() + kOffset * (page + 1),
                 (m_window.size() * 3 / 4).boundedTo(room).expandedTo(PageWindow::kSmallest));
}

void PageWindows::close(int page)
{
    const auto found = m_windows.find(page);
    if (found == m_windows.end())
        return;
    // The page goes home before its window goes, which may be handling the key that asked for it.
    PageWindow *window = found->second.release();
    m_windows.erase(found);
    window->disconnect(this);
    m_stack.putBack(page);
    window->hide();
    window->deleteLater();
    Q_EMIT cameBack(page);
}

void PageWindows::onClosed(int page)
{
    if (!m_window.isVisible() || !isOut(page) || m_windows.at(page)->isVisible())
        return;
    putBack(page);
}

void PageWindows::bringUp(int page)
{
    const auto found = m_windows.find(page);
    if (found == m_windows.end())
        return;
    QWidget &window = *found->second;
    window.setWindowState(window.windowState() & ~Qt::WindowMinimized);
    window.show();
    window.raise();
    window.activateWindow();
}

void PageWindows::sayWhere()
{
    const int page = m_stack.current();
    if (!isOut(page))
        return;
    m_standIn->say(tr("%1: in a window of its own").arg(m_pages.at(page).title()),
                   tr("It may stand on another monitor. Closing that window puts the page back here."),
                   QString(), tr("Show its window"), tr("Put it back here"));
}

int PageWindows::pageOf(const QWidget *window) const
{
    for (const auto &[page, own] : m_windows) {
        if (window && own.get() == window)
            return page;
    }
    return -1;
}

QList<QWidget *> PageWindows::windows() const
{
    QList<QWidget *> windows;
    for (const auto &[page, window] : m_windows)
        windows.append(window.get());
    return windows;
}

void PageWindows::sayTitles()
{
    for (const auto &[page, window] : m_windows)
        window->setWindowTitle(
            QStringLiteral("%1 – %2").arg(m_pages.at(page).title(), m_window.windowTitle()));
}

// --- Where they are ------------------------------------------------------------------------------------------

void PageWindows::notePlace(int page)
{
    const auto found = m_windows.find(page);
    if (found == m_windows.end())
        return;
    const PageWindow &window = *found->second;
    Place &place = m_wanted[m_pages.at(page).id];
    place.isMaximized = window.isMaximized();
    place.isFullScreen = window.isFullScreen();
    if (!place.isMaximized && !place.isFullScreen)
        place.rect = window.geometry();
    keepSoon();
}

std::optional<PageWindows::Place> PageWindows::fromJson(const QJsonValue &json)
{
    if (!json.isObject())
        return std::nullopt;
    const QJsonObject object = json.toObject();
    const auto number = [&object](const char *key) { return object.value(QLatin1String(key)).toInt(); };
    Place place;
    const QRect rect(number("x"), number("y"), number("width"), number("height"));
    if (isPlausible(rect))
        place.rect = rect;
    place.isMaximized = object.value(QLatin1String("maximized")).toBool();
    place.isFullScreen = object.value(QLatin1String("fullScreen")).toBool();
    return place;
}

void PageWindows::restore()
{
    m_isRestored = true;
    const QJsonObject kept = m_context.settings.value(kKey).toObject();
    for (const Page &page : std::as_const(m_pages)) {
        if (const auto place = fromJson(kept.value(page.id)))
            m_wanted.insert(page.id, *place);
    }
    setPages(m_shown);
}

void PageWindows::keepSoon()
{
    if (m_isRestored && !m_timer->isActive())
        m_timer->start(kPause);
}

void PageWindows::keep()
{
    if (!m_isRestored)
        return;
    m_timer->stop();
    QJsonObject kept;
    for (auto page = m_wanted.cbegin(); page != m_wanted.cend(); ++page) {
        QJsonObject place{{QStringLiteral("maximized"), page->isMaximized},
                          {QStringLiteral("fullScreen"), page->isFullScreen}};
        if (page->rect.isValid()) {
            place.insert(QStringLiteral("x"), page->rect.x());
            place.insert(QStringLiteral("y"), page->rect.y());
            place.insert(QStringLiteral("width"), page->rect.width());
            place.insert(QStringLiteral("height"), page->rect.height());
        }
        kept.insert(page.key(), place);
    }
    m_context.settings.setValue(kKey, kept.isEmpty() ? QJsonValue() : QJsonValue(kept));
}

bool PageWindows::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Close:
        keep();
        break;
    case QEvent::WindowTitleChange:
        sayTitles();
        break;
    case QEvent::WindowIconChange:
        for (const auto &[page, window] : m_windows)
            window->setWindowIcon(m_window.windowIcon());
        break;
    case QEvent::LanguageChange:
        sayTitles();
        sayWhere();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace opsdeck::shell
