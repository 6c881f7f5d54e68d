// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"

#include <QDialog>

class QPushButton;
class QLabel;
class QLineEdit;
class QScrollArea;

namespace opsdeck::kit {
class ActionRegistry;
}

namespace opsdeck::shell {

/// F1: every key there is, by group in columns, with a search field. Stands beside the window (not modal), so that what
/// it says can be tried. Reads the registry each time it is shown. GUI thread.
class ShortcutSheet final : public QDialog
{
    Q_OBJECT
public:
    /// Both must outlive this dialog.
    ShortcutSheet(const kit::Theme &theme, kit::ActionRegistry &actions, QWidget *parent = nullptr);

    /// Shows it with everything; when it is shown, closes it.
    void toggle();

Q_SIGNALS:
    /// The operator wants to change keys.
    void editWanted();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Row {
        QString text;
        QString keys;
    };
    struct Group {
        QString title;
        QList<Row> rows;
    };

    QList<Group> groups(const QString &query) const;
    void fill();
    QWidget *groupWidget(const Group &group);
    int columnCount() const;
    int spacing() const;
    void retranslate();

    const kit::Theme &m_theme;
    kit::ActionRegistry &m_actions;
    QLineEdit *m_search;
    QScrollArea *m_scroll;
    QLabel *m_nothing;
    QPushButton *m_edit;
    QPushButton *m_close;
    int m_columns = 0;
};

} // namespace opsdeck::shell
