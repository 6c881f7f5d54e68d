// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/action_button.h"
#include "ui/kit/ui_system_module.h"
#include "ui/systems/cabinet/answer_list.h"
#include "ui/systems/cabinet/slot_front.h"

class QGridLayout;
class QLabel;
class QVBoxLayout;

namespace opsdeck::cabinet {

/// One cabinet: its front, what is asked of it and what it answers, its details, what can be done with it. What belongs to
/// the selected slot, and the answers, stand below and do not scroll away as long as there is room. Shows values it is
/// given; what the operator wants goes out as signals or as actions of the registry. GUI thread.
class CabinetInspector final : public QWidget
{
    Q_OBJECT
public:
    /// All must outlive it.
    CabinetInspector(const kit::UiContext &context, const CabinetWork &work, QWidget *parent = nullptr);

    /// @param status nothing: no cabinet is selected. @param banks what the ledger knows of those in it.
    void show(const std::optional<CabinetStatus> &status, const QHash<QByteArray, store::Bank> &banks);
    using QWidget::show;
    /// Of the cabinet that is shown: something was asked or answered.
    void refreshWork();
    /// It is later now.
    void refreshTime();
    SlotFront &front() { return *m_front; }
    const AnswerList &answers() const { return *m_answers; }
    /// A page too narrow for table and cabinet side by side.
    void setBackVisible(bool isVisible);
    /// Why nothing can be asked of it now; empty = it can.
    static QString whyNotAsked(const std::optional<CabinetStatus> &status);

Q_SIGNALS:
    void rentWanted(const QString &sn, int slot);
    void slotMenuWanted(const QPoint &at);
    /// What can be done with the cabinet. @param at on the screen.
    void menuWanted(const QPoint &at);
    void slotChanged();
    void backWanted();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    /// Lower than this everything scrolls.
    static constexpr int kLowest = 420;

    void build();
    QWidget *buildHead();
    void buildFoot();
    void placeFoot();
    void arrangeSlotButtons();
    void showSlot();
    void refresh();
    void showDetails();
    void retranslate();
    kit::ActionButton *button(const char *id, const kit::ActionButton::Text &words);

    const kit::UiContext &m_context;
    const CabinetWork &m_work;
    std::optional<CabinetStatus> m_status;
    QHash<QByteArray, store::Bank> m_banks;
    QToolButton *m_back;
    QLabel *m_title;
    QToolButton *m_menu;
    QLabel *m_subtitle; ///< name and place
    QLabel *m_state;
    QLabel *m_nothing;
    QWidget *m_whole; ///< everything of a cabinet
    SlotFront *m_front;
    QWidget *m_foot; ///< the selected slot, and the answers
    QWidget *m_slotPart;
    QLabel *m_slotTitle;
    QGridLayout *m_slotButtons;
    AnswerList *m_answers;
    QVBoxLayout *m_outside = nullptr; ///< what does not scroll
    QVBoxLayout *m_column = nullptr;  ///< what does
    QVBoxLayout *m_details;
    QList<std::pair<QLabel *, QLabel *>> m_rows;
    bool m_isRoomy = false; ///< how the slot's buttons stand
    QList<kit::ActionButton *> m_buttons;
};

} // namespace opsdeck::cabinet
