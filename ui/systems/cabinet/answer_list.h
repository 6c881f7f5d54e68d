// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"
#include "ui/systems/cabinet/cabinet_work.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace opsdeck::cabinet {

/// What was asked of a cabinet and what it answered, newest first, in place: a mark, what, the answer in words, the time.
/// GUI thread.
class AnswerList final : public QWidget
{
    Q_OBJECT
public:
    /// Both must outlive it.
    AnswerList(const kit::Theme &theme, const base::Clock &clock, QWidget *parent = nullptr);

    static constexpr int kMost = 4; ///< the list does not scroll

    /// @param items newest first; of more than `kMost` the oldest are left out.
    void show(const QList<WorkItem> &items);
    using QWidget::show;
    /// The words of all rows, for tests and screen readers.
    QStringList words() const;

private:
    class Mark;
    struct Row {
        QWidget *box = nullptr;
        Mark *mark = nullptr;
        QLabel *text = nullptr;
        QLabel *time = nullptr;
    };

    Row makeRow();

    const kit::Theme &m_theme;
    const base::Clock &m_clock;
    QVBoxLayout *m_column;
    QList<Row> m_rows;
    int m_used = 0;
};

} // namespace opsdeck::cabinet
