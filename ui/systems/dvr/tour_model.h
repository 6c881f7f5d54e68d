// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/systems/dvr/saved_view.h"

#include <QAbstractTableModel>

#include <functional>

namespace opsdeck::dvr {

/// The steps of a tour while it is edited: what is shown, and for how long. GUI thread.
class TourModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Shown, Dwell, kColumns };
    using NameOf = std::function<QString(const TourStep &)>;

    /// @param nameOf what a step shows, for the screen; empty when its view is gone.
    TourModel(const QList<TourStep> &steps, NameOf nameOf, QObject *parent = nullptr);

    const QList<TourStep> &steps() const { return m_steps; }
    /// Ignored when the tour is full.
    void append(const TourStep &step);
    void remove(int row);
    /// @param by rows, negative = up. The new row.
    int move(int row, int by);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void changed();

private:
    QList<TourStep> m_steps;
    NameOf m_nameOf;
};

} // namespace opsdeck::dvr
