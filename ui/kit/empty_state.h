// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace opsdeck::kit {

/// A page that has nothing to show: says what belongs here, or what went wrong, and has the one button that helps,
/// perhaps with a second one beside it. Texts are shown literally.
class EmptyState final : public QWidget
{
    Q_OBJECT
public:
    explicit EmptyState(QWidget *parent = nullptr);

    /// @param details small print below the text, selectable; may be empty. @param button empty = no button.
    void say(const QString &title, const QString &text, const QString &details, const QString &button,
             const QString &secondButton = {});

Q_SIGNALS:
    void buttonPressed();
    void secondPressed();

protected:
    /// Its button is what comes next: Enter presses it.
    void showEvent(QShowEvent *event) override;

private:
    QLabel *m_title;
    QLabel *m_text;
    QLabel *m_details;
    QPushButton *m_button;
    QPushButton *m_second;
};

} // namespace opsdeck::kit
