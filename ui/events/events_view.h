// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"

#include <QPersistentModelIndex>
#include <QTreeView>

namespace opsdeck::events {

class EventsModel;

/// The rows of an EventsModel. What comes on top does not move what is looked at, unless the top is. Space says that the
/// selected ones are acknowledged. GUI thread.
class EventsView final : public QTreeView
{
    Q_OBJECT
public:
    /// @param model and @param theme must outlive this widget.
    EventsView(EventsModel &model, const kit::Theme &theme, QWidget *parent = nullptr);

    /// Columns that a narrow list does without.
    void setCompact(bool isCompact);
    /// Ids of the selected rows, from top to bottom.
    QList<qint64> selectedIds() const;
    void retranslate();

Q_SIGNALS:
    void acknowledgeWanted();
    void selectionMoved();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void keepPlace();
    void backToPlace();
    void fitColumns();

    EventsModel &m_model;
    const kit::Theme &m_theme;
    QPersistentModelIndex m_place; ///< the topmost row, while rows come or go
    int m_placeOffset = 0;
    bool m_isOfToday = true;
    bool m_isCompact = false;
};

} // namespace opsdeck::events
