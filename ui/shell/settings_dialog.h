// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/setting_row.h"
#include "ui/kit/theme.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace opsdeck::shell {

class SettingEditor;

/// The settings: pages at the left, the rows of one at the right, a field above that searches the rows of all. Changes
/// act at once. It knows rows by their descriptions only. GUI thread.
class SettingsDialog final : public QDialog
{
    Q_OBJECT
public:
    /// Rows of one page need not stand together; pages come in the order of their first rows. All must outlive this
    /// widget.
    SettingsDialog(const QList<kit::SettingRow> &rows, store::SettingsStore &settings,
                   const kit::Theme &theme, QWidget *parent = nullptr);

    /// A page that is one widget of its own; the dialog takes it. @param words what else the search finds it by.
    void addPage(const QString &id, kit::Words title, QWidget *widget, kit::Words words = {});
    /// Unknown pages are ignored.
    void showPage(const QString &id);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Page {
        QString id;
        kit::Words title;
        kit::Words words;
        QLabel *heading = nullptr;
        QList<SettingEditor *> editors;
        QWidget *widget = nullptr;
    };

    static kit::Words titleOf(const kit::SettingRow &row);
    Page &pageOf(const kit::SettingRow &row);
    void appendPage(Page page);
    void orderTabs();
    QStringList query() const;
    void showHits();
    bool showHitsOf(const Page &page, const QStringList &words, bool isCurrent);
    void retranslate();
    void makeIcons();

    store::SettingsStore &m_settings;
    const kit::Theme &m_theme;
    QLineEdit *m_search;
    QAction *m_searchIcon;
    QLabel *m_banner;
    QListWidget *m_list;
    QScrollArea *m_scroll;
    QVBoxLayout *m_column;
    QLabel *m_nothing;
    QPushButton *m_close;
    QList<Page> m_pages;
};

} // namespace opsdeck::shell
