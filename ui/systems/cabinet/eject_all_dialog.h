// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/spoken_dialog.h"
#include "ui/systems/cabinet/operator_calls.h"

class QLabel;
class QListWidget;
class QProgressBar;
class QPushButton;

namespace opsdeck::cabinet {

/// Empties a cabinet, one slot after another: asks once, shows how far it is, stops when told to, and lists what failed.
/// Closing it stops it after the slot that is being ejected. Deletes itself.
class EjectAllDialog final : public kit::SpokenDialog
{
    Q_OBJECT
public:
    /// @param occupied the slots to eject. @param calls must outlive it.
    EjectAllDialog(OperatorCalls &calls, const QString &sn, const QString &title, const QList<int> &occupied,
                   QWidget *parent);

Q_SIGNALS:
    /// The last answer is there.
    void finished(int ejected, int failed);

private:
    enum class Stage { Asking, Running, Done };

    void start();
    void next();
    void onAnswer(int slot, const base::Result<EjectedBank> &result);
    void end();
    void speak();

    OperatorCalls &m_calls;
    const QString m_sn;
    const QString m_title;
    const QList<int> m_slots;
    QList<std::pair<int, base::Error>> m_failures;
    Stage m_stage = Stage::Asking;
    int m_next = 0;
    int m_ejected = 0;
    bool m_isStopped = false; ///< by the operator, or by a lost connection
    QLabel *m_text;
    QLabel *m_hint;
    QProgressBar *m_progress;
    QListWidget *m_failed;
    QPushButton *m_cancel;
    QPushButton *m_go;
};

} // namespace opsdeck::cabinet
