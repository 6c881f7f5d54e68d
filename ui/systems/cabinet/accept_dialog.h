// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/systems/cabinet/cabinet_types.h"
#include "ui/kit/spoken_dialog.h"

#include <QSet>

class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;

namespace opsdeck::cabinet {

/// The cabinets that dialled in and are not accepted yet: choose some, say what they are called and where they stand,
/// accept them. Follows the list while it is open. Deletes itself.
class AcceptDialog final : public kit::SpokenDialog
{
    Q_OBJECT
public:
    /// @param clock must outlive it.
    AcceptDialog(const QList<WaitingCabinet> &waiting, const base::Clock &clock, QWidget *parent);

    /// What is ticked stays so.
    void show(const QList<WaitingCabinet> &waiting);
    using QDialog::show;
    /// The answer to the last `accepted…`: empty = it is done, and the dialog closes.
    void showOutcome(const QString &problem);

Q_SIGNALS:
    void acceptWanted(const QStringList &sns, const QString &name, const QString &place);

private:
    QStringList chosen() const;
    void check();

    const base::Clock &m_clock;
    QList<WaitingCabinet> m_waiting;
    QTreeWidget *m_list;
    QLabel *m_nothing;
    QLineEdit *m_name;
    QLineEdit *m_place;
    QLabel *m_problem;
    QPushButton *m_all;
    QPushButton *m_accept;
    QList<QWidget *> m_form; ///< what is said of cabinets that wait
    bool m_isBusy = false;
};

} // namespace opsdeck::cabinet
