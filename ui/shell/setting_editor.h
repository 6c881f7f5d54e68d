// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/setting_row.h"
#include "ui/kit/theme.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace opsdeck::shell {

/// One row of the settings: label, hint, the editor its kind asks for, and a button back to the default. What is changed
/// is in the store at once; what changes in the store is shown at once. GUI thread.
class SettingEditor final : public QWidget
{
    Q_OBJECT
public:
    /// All must outlive this widget.
    SettingEditor(const kit::SettingRow &row, store::SettingsStore &settings, const kit::Theme &theme,
                  QWidget *parent = nullptr);

    const kit::SettingRow &row() const { return m_row; }
    /// Does every word of the query stand in the label, the hint, a choice or the page's title? An empty one always.
    bool matches(const QStringList &words, const QString &pageTitle) const;
    /// Marks the words in label and hint.
    void highlight(const QStringList &words);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeEditor();
    void makeSwitch();
    void makeChoice();
    void makeNumber();
    void makeText();
    void makeFolder();
    void chooseFolder();
    void set(const QJsonValue &value);
    void showValue();
    void showTexts();
    QString marked(const QString &text) const;
    QString shownFolder() const;
    void showFolder(QLineEdit &field) const;

    const kit::SettingRow m_row;
    store::SettingsStore &m_settings;
    const kit::Theme &m_theme;
    QLabel *m_label;
    QLabel *m_hint;
    QWidget *m_editor = nullptr;
    QToolButton *m_choose = nullptr; ///< of a folder
    QToolButton *m_reset;
    QStringList m_words;
};

} // namespace opsdeck::shell
