// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLineEdit;

namespace opsdeck::dvr {

/// Asks for a name of 1–80 characters. Deletes itself; GUI thread.
class NameDialog final : public QDialog
{
    Q_OBJECT
public:
    /// @param verb of its button.
    NameDialog(const QString &title, const QString &question, const QString &name, const QString &verb,
               QWidget *parent = nullptr);

Q_SIGNALS:
    void named(const QString &name);

private:
    QLineEdit *m_name;
};

} // namespace opsdeck::dvr
