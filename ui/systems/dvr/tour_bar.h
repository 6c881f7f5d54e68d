// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/ui_system_module.h"
#include "ui/systems/dvr/tour_runner.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace opsdeck::dvr {

/// One line below the wall while a tour runs: where it is, when it goes on, and the buttons for that. GUI thread.
class TourBar final : public QWidget
{
    Q_OBJECT
public:
    /// Both must outlive this widget.
    TourBar(const kit::UiContext &context, TourRunner &tour, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    QToolButton *button(const char *actionId);
    void show(const TourStop &stop);
    void refresh();
    void retranslate();

    kit::UiContext m_context;
    TourRunner &m_tour;
    QString m_stop;
    QLabel *m_text;
    QList<QToolButton *> m_buttons;
};

} // namespace opsdeck::dvr
