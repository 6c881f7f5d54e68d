// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/window_actions.h"

#include "ui/shell/dialog_fit.h"
#include "ui/shell/dock_set.h"
#include "ui/shell/main_window.h"
#include "ui/shell/notice_bar.h"
#include "ui/shell/notice_list.h"
#include "ui/shell/page_windows.h"
#include "ui/shell/palette_field.h"
#include "ui/shell/palette_panel.h"
#include "ui/shell/shortcut_settings.h"
#include "ui/shell/shortcut_sheet.h"
#include "ui/shell/top_bar.h"

#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QKeyEvent>

#include <algorithm>

namespace opsdeck::shell {

namespace {

const QString kPalette = QStringLiteral("shell.palette");
const QString kNoticesDock = QStringLiteral("notices");
constexpr int kNoticesHeight = 220;

/// Where Tab would stop first in `region`; null when nowhere.
QWidget *firstStop(QWidget *region)
{
    constexpr int kMaximumWidgets = 10000;
    QWidget *widget = region;
    for (int i = 0; i < kMaximumWidgets; ++i) {
        if ((widget == region || region->isAncestorOf(widget)) && (widget->focusPolicy() & Qt::TabFocus) &&
            widget->isVisible() && widget->isEnabled() && !widget->focusProxy())
            return widget;
        widget = widget->nextInFocusChain();
        if (widget == region)
            break;
    }
    return nullptr;
}

/// Keys that nobody types: without a modifier they may mean something to the widget that has the focus.
bool isCommand(const QKeyCombination &keys)
{
    return (keys.keyboardModifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) ||
           (keys.key() >= Qt::Key_F1 && keys.key() <= Qt::Key_F35);
}

} // namespace

WindowActions::WindowActions(MainWindow &window, const kit::UiContext &context)
    : QObject(&window)
    , m_window(window)
    , m_context(context)
    , m_palette(new PalettePanel(
          context.theme, context.actions, context.settings, [&window] { return window.siteNodes(); },
          &window))
    , m_field(new PaletteField(context.theme))
    , m_noticeBar(new NoticeBar(context.theme, context.notices, context.clock))
{
    new ShortcutSettings(context.actions, context.settings, this);
    new DialogFit(this);
    makePalette();
    makeNotices();
    addAll();
    m_field->showKeys(context.actions.shortcut(kPalette));
    connect(&context.actions, &kit::ActionRegistry::changed, this, [this](const QString &id) {
        if (id == kPalette)
            m_field->showKeys(m_context.actions.shortcut(id));
    });
    connect(&context.actions, &kit::ActionRegistry::refused, this, &WindowActions::sayWhyNot);
    watchWindows();
    connect(&window.pageWindows(), &PageWindows::opened, this, &WindowActions::watchWindows);
    // Each panel brings an action; its dock is there when the loop comes round.
    connect(&context.actions, &kit::ActionRegistry::added, this, &WindowActions::watchWindows,
            Qt::QueuedConnection);
}

ShortcutSheet &WindowActions::sheet()
{
    if (!m_sheet) {
        m_sheet = new ShortcutSheet(m_context.theme, m_context.actions, &m_window);
        connect(m_sheet, &ShortcutSheet::editWanted, this, &WindowActions::keysToChange);
    }
    return *m_sheet;
}

/// The window, those of pages, and the panels, which are windows while they float.
void WindowActions::watchWindows()
{
    m_window.installEventFilter(this);
    for (QDockWidget *dock : m_window.dockSet().docks())
        dock->installEventFilter(this);
    for (QWidget *page : m_window.pageWindows().windows())
        page->installEventFilter(this);
}

void WindowActions::makePalette()
{
    m_window.topBar().insertTool(m_field);
    connect(m_field, &PaletteField::clicked, m_palette, &PalettePanel::toggle);
    connect(m_palette, &PalettePanel::nodeChosen, this, &WindowActions::activateNode);
}

void WindowActions::activateNode(const QString &id)
{
    for (kit::SystemUi *system : m_window.systems())
        system->activateNode(id);
}

void WindowActions::makeNotices()
{
    m_window.strip().addWidget(m_noticeBar);
    DockSet::Spec spec;
    spec.id = kNoticesDock;
    spec.widget = new NoticeList(m_context.theme, m_context.notices, m_context.clock);
    spec.area = Qt::BottomDockWidgetArea;
    spec.title = [] { return tr("Notices"); };
    spec.extent = kNoticesHeight;
    spec.isOpenAtFirst = false;
    m_window.dockSet().add(spec);
    connect(m_noticeBar, &NoticeBar::listWanted, this,
            [this] { m_context.actions.action(QStringLiteral("shell.dock.") + kNoticesDock)->trigger(); });
}

void WindowActions::add(const char *id, std::function<QString()> text, const QKeySequence &shortcut,
                        std::function<void()> run)
{
    kit::ActionSpec spec;
    spec.id = QLatin1String(id);
    spec.group = [] { return tr("Window"); };
    spec.text = std::move(text);
    spec.shortcut = shortcut;
    spec.run = std::move(run);
    // The palette itself is no choice in the palette.
    spec.isInPalette = spec.id != kPalette;
    m_context.actions.add(this, spec);
}

void WindowActions::addAll()
{
    add(
        "shell.palette", [] { return tr("Find a device, channel or action"); }, Qt::CTRL | Qt::Key_K,
        [this] { m_palette->toggle(); });
    add(
        "shell.keys", [] { return tr("Show all keys"); }, Qt::Key_F1, [this] { sheet().toggle(); });
    add(
        "shell.keys.change", [] { return tr("Change keys…"); }, {}, [this] { Q_EMIT keysToChange(); });
    add(
        "shell.nextPart", [] { return tr("Go to the next part of the window"); }, Qt::Key_F6,
        [this] { stepRegion(1); });
    add(
        "shell.previousPart", [] { return tr("Go to the previous part of the window"); },
        Qt::SHIFT | Qt::Key_F6, [this] { stepRegion(-1); });
    add(
        "shell.notice", [] { return tr("Go to the newest notice"); }, Qt::Key_F8,
        [this] { m_noticeBar->takeFocus(); });
    const auto window = [] { return tr("Window"); };
    const auto fixed = [&](std::function<QString()> text, const QList<QKeySequence> &keys) {
        m_context.actions.addFixedKeys(this, {window, std::move(text), keys});
    };
    fixed([] { return tr("Next and previous control"); }, {Qt::Key_Tab, Qt::SHIFT | Qt::Key_Tab});
    fixed([] { return tr("Press the control"); }, {Qt::Key_Space});
    fixed([] { return tr("Leave full screen, a dialog, the palette"); }, {Qt::Key_Escape});
    const auto tree = [] { return tr("Site tree"); };
    m_context.actions.addFixedKeys(
        this, {tree, [] { return tr("Put the channel on the selected tile"); }, {Qt::Key_Return}});
    m_context.actions.addFixedKeys(
        this, {tree, [] { return tr("Open and close a device"); }, {Qt::Key_Right, Qt::Key_Left}});
    m_context.actions.addFixedKeys(
        this,
        {tree, [] { return tr("What can be done with the row"); }, {Qt::Key_Menu, Qt::SHIFT | Qt::Key_F10}});
}

QList<QWidget *> WindowActions::regions() const
{
    QList<QWidget *> regions{&m_window.topBar()};
    for (const QDockWidget *dock : m_window.dockSet().docks())
        regions.append(dock->widget());
    regions.append(m_window.centralWidget());
    regions += m_window.pageWindows().windows();
    regions.append(&m_window.strip());
    regions.removeIf([](const QWidget *region) { return !region || !region->isVisible(); });
    return regions;
}

void WindowActions::stepRegion(int by)
{
    const QList<QWidget *> all = regions();
    QWidget *focus = QApplication::focusWidget();
    const auto here = std::find_if(all.cbegin(), all.cend(), [focus](const QWidget *region) {
        return focus && (region == focus || region->isAncestorOf(focus));
    });
    if (here != all.cend())
        m_lastFocus.insert(*here, focus);
    const qsizetype count = all.size();
    qsizetype at = here == all.cend() ? (by > 0 ? -1 : 0) : here - all.cbegin();
    for (qsizetype tries = 0; tries < count; ++tries) {
        at = (at + by + count) % count;
        QWidget *region = all.at(at);
        QWidget *target = m_lastFocus.value(region);
        if (!target || !target->isVisible() || !target->isEnabled())
            target = firstStop(region);
        if (!target)
            continue;
        // A floating panel is a window of its own.
        if (!focus || target->window() != focus->window())
            target->activateWindow();
        target->setFocus(Qt::TabFocusReason);
        return;
    }
}

/// An action knows whether it can be done only when it is asked; a disabled one would not hear its keys.
void WindowActions::askActionsOf(const QKeyEvent &event)
{
    const QKeyCombination pressed(event.modifiers() & ~Qt::KeypadModifier, Qt::Key(event.key()));
    for (const QString &id : m_context.actions.holdersOf(QKeySequence(pressed))) {
        m_context.actions.refresh(id);
        const QAction *action = m_context.actions.action(id);
        if (!action->isEnabled() && isCommand(pressed) && !event.isAutoRepeat())
            sayWhyNot(id, m_context.actions.whyNot(id));
    }
}

void WindowActions::sayWhyNot(const QString &id, const QString &reason)
{
    kit::Notice notice;
    notice.mark = kit::StateMark::None; // good to know, and gone by itself
    notice.text = tr("%1: %2").arg(m_context.actions.text(id), reason);
    notice.key = QStringLiteral("shell.refused");
    m_context.notices.post(notice);
}

bool WindowActions::eventFilter(QObject *watched, QEvent *event)
{
    // On its way up from the widget that has the focus it has come to the window.
    if (event->type() == QEvent::ShortcutOverride && qobject_cast<const QWidget *>(watched)->isWindow())
        askActionsOf(*static_cast<QKeyEvent *>(event));
    return QObject::eventFilter(watched, event);
}

} // namespace opsdeck::shell
