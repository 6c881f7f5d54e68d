// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/action_button.h"
#include "ui/systems/dvr/rate_graph.h"
#include "ui/systems/dvr/tile_details.h"
#include "ui/systems/dvr/wall_pane.h"

class QLabel;
class QSlider;
class QVBoxLayout;

namespace opsdeck::dvr {

/// The details of the tile that is selected on the wall the operator used last, and what can be done with it. Reads
/// only while it is seen. GUI thread.
class TileInspector final : public QWidget
{
    Q_OBJECT
public:
    using Active = std::function<WallPane *()>;

    TileInspector(const WallServices &services, Active active, QWidget *parent = nullptr);

    /// Another tile, another wall, or new figures. @param isSecond a second has passed: the graph goes on.
    void refresh(bool isSecond = false);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void buildButtons(QLayout *to);
    void buildVolume(QLayout *to);
    void showDetails(const QList<TileDetail> &details);
    void showVolume();
    void refreshButtons();
    void retranslate();
    /// What the buttons say: what is going on with the tile.
    struct Activity {
        bool isRecording = false;
        bool isHeard = false;
        bool isReplaying = false;

        friend bool operator==(const Activity &, const Activity &) = default;
    };
    Activity activity() const;

    WallServices m_services;
    Active m_active;
    ChannelRef m_shown;
    Activity m_activity; ///< as the buttons say it
    QLabel *m_title;
    QLabel *m_state;
    QVBoxLayout *m_details;
    RateGraph *m_graph;
    QList<std::pair<QLabel *, QLabel *>> m_rows;
    QList<kit::ActionButton *> m_buttons;
    QSlider *m_volume = nullptr;
    QLabel *m_volumeText = nullptr;
    QLabel *m_soundText = nullptr; ///< why nothing is heard
};

} // namespace opsdeck::dvr
