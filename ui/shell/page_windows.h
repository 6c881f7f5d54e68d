// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/ui_system_module.h"

#include <QHash>
#include <QMap>
#include <QObject>
#include <QRect>

#include <map>
#include <memory>
#include <optional>

namespace opsdeck::kit {
class EmptyState;
}

namespace opsdeck::shell {

class PageStack;
class PageWindow;

/// The pages that the operator took out of the main window, each in a window of its own, and what stands in their place
/// meanwhile. Which ones and where is kept in the setting "shell.pageWindows". GUI thread.
class PageWindows final : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds kPause{500};

    /// @param window the main one; owns this object. The others must outlive it.
    PageWindows(PageStack &stack, QWidget &window, const kit::UiContext &context);
    ~PageWindows() override;

    /// Of the next page of the stack. @param id stable; the place of its window is kept under it.
    void addPage(const QString &id, kit::Words title);
    /// Those that can be looked at now. Another one's window goes, and comes back with it.
    void setPages(const QList<int> &pages);

    /// Nothing happens when it is out, or cannot be looked at.
    void takeOut(int page);
    void putBack(int page);
    void putAllBack();
    bool isOut(int page) const { return m_windows.count(page) > 0; }
    /// In front of other windows, with the keyboard. Nothing happens when it is not out.
    void bringUp(int page);
    /// Says in the stand-in where the page is that would be seen there. To be called when another page is looked at.
    void sayWhere();
    /// The page whose window this is; -1 = none.
    int pageOf(const QWidget *window) const;
    QList<QWidget *> windows() const;

    /// Takes out what was out in the run before. From here on changes are kept.
    void restore();

Q_SIGNALS:
    void opened(QWidget *window);
    /// Of its own accord or asked: the page is in the main window again.
    void cameBack(int page);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// Where a window is when it is neither full screen nor maximized, and whether it is.
    struct Place {
        QRect rect; ///< null: not known yet
        bool isMaximized = false;
        bool isFullScreen = false;
    };
    struct Page {
        QString id;
        kit::Words title;
    };

    void open(int page);
    void close(int page);
    void onClosed(int page);
    void notePlace(int page);
    void keepSoon();
    void keep();
    void sayTitles();
    QRect firstPlace(int page) const;
    static std::optional<Place> fromJson(const QJsonValue &json);

    PageStack &m_stack;
    QWidget &m_window;
    const kit::UiContext m_context;
    kit::EmptyState *m_standIn;
    QList<Page> m_pages;
    QList<int> m_shown;
    QMap<QString, Place> m_wanted; ///< by the operator, by page id
    std::map<int, std::unique_ptr<PageWindow>> m_windows;
    std::unique_ptr<base::Timer> m_timer;
    bool m_isRestored = false;
};

} // namespace opsdeck::shell
