// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

class QDialog;

namespace opsdeck::cabinet {

/// The bones that the dialogs here share: text, rows of a field with its label, small print, buttons at the foot. Owns
/// nothing: everything belongs to the dialog.
struct DialogParts {
    /// What Enter does: accepts; gives the safe answer, which has the focus; or nothing, since a form with a danger is
    /// neither sent nor lost by one key.
    enum class Enter { Accepts, IsSafe, DoesNothing };

    /// Fills an empty dialog.
    explicit DialogParts(QDialog &dialog, Enter enter = Enter::Accepts);

    QLabel *addField(QWidget *field, const QString &objectName);

    QVBoxLayout *column;
    QLabel *text;      ///< what it is about; hidden while empty
    QGridLayout *grid; ///< rows of fields
    QLabel *hint;      ///< small print below the fields: the consequence
    QPushButton *cancel;
    QPushButton *accept;
};

/// Enables the button, or says in its tooltip why it cannot be pressed.
void allow(QPushButton &button, const QString &whyNot, const QString &toolTip);
/// Text, name for screen readers, tooltip; an & is an &.
void name(QPushButton &button, const QString &words, const QString &toolTip = {});

} // namespace opsdeck::cabinet
