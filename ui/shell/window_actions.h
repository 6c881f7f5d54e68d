// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/ui_system_module.h"

#include <QHash>
#include <QObject>
#include <QPointer>

class QKeyEvent;

namespace opsdeck::shell {

class MainWindow;
class NoticeBar;
class PaletteField;
class PalettePanel;
class ShortcutSheet;

/// What the window itself can do, as actions of the registry: palette, shortcut sheet, going from part to part,
/// notices; and the widgets for it, put into the window. Sees to it that an action is asked whether it
/// can be done at the moment its keys are pressed, and says why not. Owned by the window; GUI thread.
class WindowActions final : public QObject
{
    Q_OBJECT
public:
    /// @param window owns this object, and is whole but for its systems. The context's parts must outlive it.
    WindowActions(MainWindow &window, const kit::UiContext &context);

    PalettePanel &palette() { return *m_palette; }
    /// Made when it is first asked for: a window should not wait for a page that is rarely opened.
    ShortcutSheet &sheet();
    NoticeBar &noticeBar() { return *m_noticeBar; }

    /// The focus goes to the next (1) or previous (-1) visible part of the window: bar, panels, page, strip. Each
    /// remembers where in it the focus was.
    void stepRegion(int by);

Q_SIGNALS:
    /// The operator wants to change keys.
    void keysToChange();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void add(const char *id, std::function<QString()> text, const QKeySequence &shortcut,
             std::function<void()> run);
    void addAll();
    void watchWindows();
    void makeNotices();
    void makePalette();
    void activateNode(const QString &id);
    void askActionsOf(const QKeyEvent &event);
    void sayWhyNot(const QString &id, const QString &reason);
    QList<QWidget *> regions() const;

    MainWindow &m_window;
    kit::UiContext m_context;
    PalettePanel *m_palette;
    PaletteField *m_field;
    ShortcutSheet *m_sheet = nullptr;
    NoticeBar *m_noticeBar;
    QHash<QWidget *, QPointer<QWidget>> m_lastFocus; ///< by region
};

} // namespace opsdeck::shell
