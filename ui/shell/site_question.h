// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <functional>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace opsdeck::shell {

/// What a question says, in the language of the moment. Everything is shown literally.
struct QuestionWords {
    struct Answer {
        QString text;
        QString toolTip;
    };
    QString title;
    QString text;
    QString details; ///< small print, selectable; may be empty
    QString field;   ///< the name of a line to write into; empty = none
    QString option;  ///< a box to tick; empty = none
    QString optionToolTip;
    QList<Answer>
        answers; ///< the first one does nothing and is what Esc means; the last one stands at the right
};

/// Asks one question with a few answers, without a nested event loop: `open()` it. Deletes itself. Enter presses the
/// button that is meant, which is never the one that destroys something.
class SiteQuestion final : public QDialog
{
    Q_OBJECT
public:
    /// @param words is asked again when the language changes. @param meant the answer that Enter gives.
    SiteQuestion(std::function<QuestionWords()> words, int meant, QWidget *parent);

    /// What the line to write into starts with. The meant answer can only be given when something is written.
    void setFieldText(const QString &text);
    /// Without blanks around it.
    QString fieldText() const;

Q_SIGNALS:
    /// @param answer its number; 0 also for Esc and for a closed dialog. Once.
    void answered(int answer, bool isOptionOn);

protected:
    void changeEvent(QEvent *event) override;
    void done(int result) override;

private:
    void retranslate();

    std::function<QuestionWords()> m_words;
    QLabel *m_text;
    QLabel *m_details;
    QLineEdit *m_field;
    QCheckBox *m_option;
    const int m_meant;
    QList<QPushButton *> m_buttons;
    int m_answer = 0;
};

} // namespace opsdeck::shell
