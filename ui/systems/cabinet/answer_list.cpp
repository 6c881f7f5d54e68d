// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/cabinet/answer_list.h"

#include "ui/kit/plain_label.h"
#include "ui/kit/time_text.h"
#include "ui/systems/cabinet/cabinet_words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace opsdeck::cabinet {

class AnswerList::Mark final : public QWidget
{
public:
    explicit Mark(const kit::Theme &theme)
        : m_theme(theme)
    {
        setFixedSize(12, 18);
    }
    void show(kit::StateMark mark)
    {
        m_mark = mark;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        constexpr int kMark = 9;
        kit::paintStateMark(painter, QRectF(1, (height() - kMark) / 2.0, kMark, kMark), m_mark, m_theme);
    }

private:
    const kit::Theme &m_theme;
    kit::StateMark m_mark = kit::StateMark::None;
};

AnswerList::AnswerList(const kit::Theme &theme, const base::Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_clock(clock)
    , m_column(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("answers"));
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(2);
}

AnswerList::Row AnswerList::makeRow()
{
    Row row;
    row.box = new QWidget;
    row.mark = new Mark(m_theme);
    row.text = kit::wrappedLabel(QStringLiteral("answerText"));
    row.time = kit::plainLabel(QStringLiteral("detailName"));
    row.time->setAlignment(Qt::AlignRight | Qt::AlignTop);
    auto *line = new QHBoxLayout(row.box);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(6);
    line->addWidget(row.mark, 0, Qt::AlignTop);
    line->addWidget(row.text, 1);
    line->addWidget(row.time, 0, Qt::AlignTop);
    m_column->addWidget(row.box);
    return row;
}

void AnswerList::show(const QList<WorkItem> &items)
{
    m_used = int(std::min(items.size(), qsizetype(kMost)));
    while (m_rows.size() < m_used)
        m_rows.append(makeRow());
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        const Row &row = m_rows.at(i);
        row.box->setVisible(i < m_used);
        if (i >= m_used)
            continue;
        const WorkItem &item = items.at(i);
        row.mark->show(workMark(item));
        row.text->setText(tr("%1: %2").arg(workTitle(item), workAnswer(item)));
        row.time->setText(item.state == WorkItem::State::Running ? QString()
                                                                 : kit::momentText(item.at, m_clock.now()));
    }
    setVisible(!items.isEmpty());
}

QStringList AnswerList::words() const
{
    QStringList words;
    for (int i = 0; i < m_used; ++i)
        words << m_rows.at(i).text->text();
    return words;
}

} // namespace opsdeck::cabinet
