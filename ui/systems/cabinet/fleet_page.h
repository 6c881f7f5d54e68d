// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/action_button.h"
#include "ui/kit/ui_system_module.h"
#include "ui/systems/cabinet/cabinet_actions.h"
#include "ui/systems/cabinet/cabinet_inspector.h"
#include "ui/systems/cabinet/figure_bar.h"
#include "ui/systems/cabinet/fleet_charts.h"
#include "ui/systems/cabinet/fleet_view.h"

class QBoxLayout;
class QComboBox;
class QLineEdit;
class QSplitter;
class QStackedWidget;
class QToolButton;

namespace opsdeck::kit {
class EmptyState;
}

namespace opsdeck::cabinet {

/// The cabinets' page: figures, the fleet table with its filter, the selected cabinet at the right. On a narrow page the
/// cabinet stands in the table's place, with a way back. GUI thread.
class FleetPage final : public QWidget
{
    Q_OBJECT
public:
    struct Parts {
        const kit::UiContext &context;
        FleetModel &model;
        FleetNumbers &numbers;
        OperatorCalls &calls;
        CabinetWork &work;
        CabinetDesk &desk;
        CabinetActions &actions;
        store::BankLedger *ledger; ///< null: flags are not known
    };
    /// Narrower than this there is no room for table and cabinet side by side.
    static constexpr int kSideBySide = 640;

    explicit FleetPage(const Parts &parts, QWidget *parent = nullptr);
    ~FleetPage() override;

    /// These changed; the model has it already.
    void noteChanged(const QStringList &sns);
    void noteWaiting(int count);
    void showServer(const ServerState &state);
    /// Shows this cabinet, and the slot. @param slot 0 = none in particular.
    void select(const QString &sn, int slot = 0);
    Selection selection() const;
    void exportTable();

    FleetView &table() { return *m_table; }
    CabinetInspector &inspector() { return *m_inspector; }
    FleetCharts &charts() { return *m_charts; }

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildLeft(QWidget *left);
    void buildFilter(QBoxLayout *to);
    void tick();
    void applyFilter();
    void showSelected();
    void askBanks();
    void fit();
    void fitFilter();
    void openCabinet();
    void learnSoon();
    void refreshModels();
    void refreshStack();
    void sayEmpty();
    void retranslate();
    void refreshSlotActions();

    Parts m_parts;
    FigureBar *m_figures;
    QLabel *m_banner;
    QBoxLayout *m_filterRow = nullptr;
    QLineEdit *m_search;
    QComboBox *m_states;
    QComboBox *m_models;
    QToolButton *m_group;
    QToolButton *m_showCharts;
    kit::ActionButton *m_accept;
    kit::ActionButton *m_export;
    QStackedWidget *m_stack;
    FleetView *m_table;
    QLabel *m_noMatch;
    FleetCharts *m_charts;
    kit::EmptyState *m_empty;
    QSplitter *m_splitter;
    QWidget *m_left;
    CabinetInspector *m_inspector;
    std::unique_ptr<base::Timer> m_tickTimer;
    std::unique_ptr<base::Timer> m_filterTimer;
    std::unique_ptr<base::Timer> m_learnTimer; ///< the cabinet is looked at, not passed by
    QString m_sn;                              ///< that is shown at the right
    QHash<QByteArray, store::Bank> m_banks;
    QList<int> m_slotCounts; ///< the box of models has
    ServerState m_server;
    int m_waiting = 0;
    bool m_isNarrow = false;
    bool m_isOpened = false; ///< on a narrow page: the cabinet is shown
    bool m_isAsking = false; ///< the ledger, for the banks
    bool m_isStale = false;
};

} // namespace opsdeck::cabinet
