// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/spoken_dialog.h"
#include "ui/systems/dvr/tour_model.h"
#include "ui/systems/dvr/wall_pane.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;
class QVBoxLayout;

namespace opsdeck::dvr {

/// Makes or edits a tour: its name and its steps. Deletes itself; GUI thread.
class TourDialog final : public kit::SpokenDialog
{
    Q_OBJECT
public:
    /// @param channel of the selected tile, offered as a step; may be null. @param dwell of new steps.
    TourDialog(const WallServices &services, const Tour &tour, const ChannelRef &channel,
               std::chrono::seconds dwell, QWidget *parent = nullptr);

    /// As it was edited.
    Tour tour() const;

private:
    QPushButton *button(const kit::Words &words, const kit::Words &hint);
    void buildTable(QVBoxLayout *column);
    void buildAdding(QVBoxLayout *column, const ChannelRef &channel, std::chrono::seconds dwell);
    void buildEnd(QVBoxLayout *column);
    void check();
    int currentRow() const;

    WallServices m_services;
    Tour m_tour;
    TourModel *m_model;
    QLineEdit *m_name;
    QTableView *m_table = nullptr;
    QLabel *m_nothing = nullptr;
    QList<std::pair<QPushButton *, kit::Words>> m_rowButtons; ///< need a selected step; with their hints
    QPushButton *m_save = nullptr;
};

} // namespace opsdeck::dvr
