// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"
#include "ui/systems/cabinet/slot_model.h"

#include <QListView>

namespace opsdeck::cabinet {

/// The front of a cabinet: its slots as cards in as many columns as its size wants; up to eight stand one above the other,
/// each with its own Rent button. Arrows go from slot to slot, Enter rents, the menu has the rest. GUI thread.
class SlotFront final : public QListView
{
    Q_OBJECT
public:
    /// @param theme must outlive the view.
    explicit SlotFront(const kit::Theme &theme, QWidget *parent = nullptr);

    /// The slot that is selected stays so. @param whyNot why nothing can be asked of the cabinet now; empty = it can.
    void show(const QList<SlotCell> &cells, const QString &whyNot);
    /// 0 when none is selected.
    int currentSlot() const;
    void selectSlot(int slot);
    const SlotCell *current() const;
    const SlotModel &cells() const { return m_model; }
    /// Where its Rent button is, in the viewport; empty where there is none.
    QRect rentButton(int slot) const;
    int columns() const;
    /// Do the cards have a button of their own?
    bool hasButtons() const { return columns() == 1; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void slotChanged(int slot);
    void rentWanted(int slot);
    void menuWanted(int slot, const QPoint &at);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void fit();
    void retranslate();
    /// Why the bank of this slot cannot be rented now; empty = it can.
    QString whyNotRent(const SlotCell &cell) const;
    /// The cell whose Rent button is there; null where there is none.
    const SlotCell *buttonAt(const QPoint &at) const;
    QRect cardIn(const QRect &cell) const;
    QRect buttonIn(const QRect &card, const SlotCell &cell) const;
    class CardDelegate;

    const kit::Theme &m_theme;
    SlotModel m_model;
    QString m_whyNot;
    int m_slot = 0;
    int m_pressed = 0; ///< the slot whose button the mouse went down on
    bool m_isShowing = false;
};

} // namespace opsdeck::cabinet
