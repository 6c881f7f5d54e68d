// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/notices.h"
#include "ui/kit/theme.h"

#include <QWidget>

class QLabel;
class QListView;
class QPushButton;

namespace opsdeck::shell {

class NoticeModel;

/// The panel with the notices of this run, the newest first: time, mark, words; below, the details of the selected one and its
/// button. GUI thread.
class NoticeList final : public QWidget
{
    Q_OBJECT
public:
    /// All of them must outlive this widget.
    NoticeList(const kit::Theme &theme, kit::Notices &notices, const base::Clock &clock,
               QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showSelected();
    void showState();
    quint64 selected() const;
    void retranslate();

    kit::Notices &m_notices;
    NoticeModel *m_model;
    QListView *m_list;
    QLabel *m_nothing;
    QLabel *m_details;
    QPushButton *m_action;
    QPushButton *m_clear;
};

} // namespace opsdeck::shell
