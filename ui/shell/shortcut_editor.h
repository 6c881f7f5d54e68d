// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"

#include <QKeySequence>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;
class QTableView;

namespace opsdeck::kit {
class ActionRegistry;
}

namespace opsdeck::shell {

class ShortcutCapture;
class ShortcutModel;

/// For the settings: every action with its keys, and the way to change them by pressing the new ones. A conflict is
/// named and refused, or the two keys are swapped when the operator says so. Changes hold at once; the registry tells
/// who stores them. GUI thread.
class ShortcutEditor final : public QWidget
{
    Q_OBJECT
public:
    /// Both must outlive this widget.
    ShortcutEditor(const kit::Theme &theme, kit::ActionRegistry &actions, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QString selected() const;
    void select(const QString &id);
    void filter(const QString &words);
    void showSelected();
    void use(const QKeySequence &shortcut);
    void swap();
    void clearKeys();
    void reset();
    void resetAll();
    void say(const QString &words, bool canSwap = false);
    void retranslate();

    kit::ActionRegistry &m_actions;
    ShortcutModel *m_model;
    QSortFilterProxyModel *m_shown;
    QLineEdit *m_search;
    QTableView *m_table;
    ShortcutCapture *m_capture;
    QPushButton *m_clear;
    QPushButton *m_reset;
    QPushButton *m_resetAll;
    QLabel *m_words;
    QPushButton *m_swap;
    QKeySequence m_wanted; ///< what the operator pressed and somebody else has
};

} // namespace opsdeck::shell
