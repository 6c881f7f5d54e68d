// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/ui_system_module.h"

#include <QObject>
#include <QSet>

class QDockWidget;
class QMainWindow;

namespace opsdeck::shell {

/// The docks around the page: makes them, names them, hides all of them for a while (full screen, nothing to show) and
/// brings back exactly those that were there. Each dock has an action "shell.dock.<id>" to show and hide it. Owned by
/// the window whose docks it makes. GUI thread.
class DockSet final : public QObject
{
    Q_OBJECT
public:
    /// Of QMainWindow's state; another number makes what older programs kept unknown.
    static constexpr int kStateVersion = 1;

    enum class Reason { Empty = 1, FullScreen = 2 };
    Q_DECLARE_FLAGS(Reasons, Reason)

    struct Spec {
        QString id; ///< "site", or that of a system's panel
        QWidget *widget = nullptr;
        Qt::DockWidgetArea area = Qt::LeftDockWidgetArea;
        kit::Words title;
        kit::Words hint = {}; ///< tooltip of the title
        int extent = 0;       ///< width (or height at the bottom) at first; 0 = what the widget wants
        bool isOpenAtFirst = true;
        /// Is it seen beside this page? One that floats always is. Empty: beside all.
        std::function<bool(int page)> isBeside = {};
    };

    /// @param window owns this object. The context's parts must outlive it.
    DockSet(QMainWindow &window, const kit::UiContext &context);

    /// The dock takes the widget.
    QDockWidget *add(const Spec &spec);
    QList<QDockWidget *> docks() const;
    /// Null when there is none of this id.
    QDockWidget *dock(const QString &id) const;
    /// Shows it, also when it is behind another tab.
    void open(const QString &id);
    /// Which page is looked at: docks of other pages leave, and come back with theirs.
    void setPage(int page);

    /// Hides every dock while there is a reason; they come back as they were when there is none left.
    void setHidden(Reason reason, bool isHidden);
    bool isHidden() const { return m_reasons != Reasons(); }

    /// Where the docks are (or will be, while they are hidden), in QMainWindow's own form.
    QByteArray state() const;
    /// False when it is of another version, or damaged; nothing changes then.
    bool setState(const QByteArray &state);
    /// Ids of docks of a page that the operator closed: their state alone does not tell, while another page is shown.
    QStringList closed() const;
    void setClosed(const QStringList &ids);
    /// As on the first day: a window that is too small for all of them begins with fewer.
    void reset();

    void retranslate();

Q_SIGNALS:
    /// A dock was moved, resized, shown or hidden by the operator.
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Entry {
        Spec spec;
        QDockWidget *dock;
        bool isWanted = true; ///< by the operator, of one that belongs to a page
    };

    Entry *find(const QString &id);
    void place(Entry &entry);
    bool hasRoomFor(const Spec &spec) const;
    void beginWithThoseThatFit();
    void giveExtents();
    bool isBesidePage(const Spec &spec) const;
    void showThoseOfPage();
    void addAction(const Spec &spec, QDockWidget *dock);
    void noteChange();
    void nameTabs();

    QMainWindow &m_window;
    const kit::Theme &m_theme;
    kit::ActionRegistry &m_actions;
    QList<Entry> m_entries;
    Reasons m_reasons;
    int m_page = -1;            ///< none was shown yet
    QByteArray m_kept;          ///< the state while the docks are hidden
    QSet<QDockWidget *> m_left; ///< of those in `m_kept`: the ones the window is too small for
    bool m_wasSeen = false;     ///< the docks, in a window of its own size
    bool m_isArranged = false;  ///< by what was kept, or by the window's first size
};

} // namespace opsdeck::shell
