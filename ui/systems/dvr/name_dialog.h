// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/setting_row.h"
#include "ui/kit/spoken_dialog.h"

class QLineEdit;

namespace opsdeck::dvr {

/// Asks for a name of 1–80 characters. Deletes itself; GUI thread.
class NameDialog final : public kit::SpokenDialog
{
    Q_OBJECT
public:
    /// @param verb of its button.
    NameDialog(const kit::Words &title, const kit::Words &question, const QString &name,
               const kit::Words &verb, QWidget *parent = nullptr);

Q_SIGNALS:
    void named(const QString &name);

private:
    QLineEdit *m_name;
};

} // namespace opsdeck::dvr
