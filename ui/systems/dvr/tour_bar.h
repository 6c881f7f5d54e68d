// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/action_button.h"
#include "ui/kit/ui_system_module.h"
#include "ui/systems/dvr/tour_runner.h"

#include <QWidget>

class QLabel;

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
    kit::ActionButton *addButton(const char *actionId, const QString &icon, kit::ActionButton::Text words);
    void show(const TourStop &stop);
    void refresh();

    kit::UiContext m_context;
    TourRunner &m_tour;
    QString m_stop;
    QLabel *m_text;
    kit::ActionButton *m_pause = nullptr;
    bool m_wasPaused = false;
};

} // namespace opsdeck::dvr
