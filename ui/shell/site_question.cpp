// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/site_question.h"

#include "ui/kit/plain_label.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace opsdeck::shell {

namespace {

constexpr int kWidth = 460;

} // namespace

SiteQuestion::SiteQuestion(std::function<QuestionWords()> words, int meant, QWidget *parent)
    : QDialog(parent)
    , m_words(std::move(words))
    , m_text(kit::wrappedLabel(QStringLiteral("dialogText")))
    , m_details(kit::wrappedLabel(QStringLiteral("dialogHint")))
    , m_field(new QLineEdit)
    , m_option(new QCheckBox)
    , m_meant(meant)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("siteQuestion"));
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_option->setObjectName(QStringLiteral("questionOption"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 20);
    column->setSpacing(10);
    m_text->setMinimumWidth(kWidth);
    column->addWidget(m_text);
    column->addWidget(m_details);
    column->addWidget(m_field);
    column->addWidget(m_option);
    m_field->setObjectName(QStringLiteral("questionField"));
    constexpr int kLongestText = 120;
    m_field->setMaxLength(kLongestText);
    const bool hasField = !m_words().field.isEmpty();
    m_field->setVisible(hasField);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addStretch(1);
    const qsizetype count = m_words().answers.size();
    for (int i = 0; i < count; ++i) {
        auto *button = new QPushButton;
        button->setObjectName(QStringLiteral("answer%1").arg(i));
        button->setAutoDefault(false);
        button->setDefault(i == meant);
        connect(button, &QPushButton::clicked, this, [this, i] {
            m_answer = i;
            accept();
        });
        row->addWidget(button);
        m_buttons.append(button);
    }
    column->addSpacing(8);
    column->addLayout(row);
    if (hasField) {
        m_field->setFocus();
        connect(m_field, &QLineEdit::textChanged, this, &SiteQuestion::retranslate);
    } else if (QPushButton *button = m_buttons.value(meant)) {
        button->setFocus();
    }
    retranslate();
}

void SiteQuestion::setFieldText(const QString &text)
{
    m_field->setText(text);
    m_field->selectAll();
}

QString SiteQuestion::fieldText() const
{
    return m_field->text().trimmed();
}

void SiteQuestion::done(int result)
{
    const int answer = result == Accepted ? m_answer : 0;
    const bool isOptionOn = m_option->isChecked();
    QDialog::done(result);
    Q_EMIT answered(answer, isOptionOn);
}

void SiteQuestion::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SiteQuestion::retranslate()
{
    const QuestionWords words = m_words();
    setWindowTitle(words.title);
    m_text->setText(words.text);
    m_details->setText(words.details);
    m_details->setVisible(!words.details.isEmpty());
    m_details->setAccessibleName(words.details);
    m_field->setAccessibleName(words.field);
    m_field->setPlaceholderText(words.field);
    m_field->setToolTip(words.field);
    m_option->setText(words.option);
    m_option->setAccessibleName(words.option);
    m_option->setToolTip(words.optionToolTip);
    m_option->setVisible(!words.option.isEmpty());
    for (qsizetype i = 0; i < m_buttons.size(); ++i) {
        const QuestionWords::Answer answer = words.answers.value(i);
        m_buttons[i]->setText(answer.text);
        m_buttons[i]->setAccessibleName(answer.text);
        m_buttons[i]->setToolTip(answer.toolTip);
        if (i == m_meant && !words.field.isEmpty())
            m_buttons[i]->setEnabled(!fieldText().isEmpty());
    }
}

} // namespace opsdeck::shell
