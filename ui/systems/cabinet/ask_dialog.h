// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/setting_row.h"
#include "ui/kit/spoken_dialog.h"

class QLineEdit;

namespace opsdeck::cabinet {

/// What an AskDialog says, in the language of the moment.
struct AskWords {
    QString title;
    QString text;        ///< names the thing
    QString consequence; ///< what happens then
    QString verb;        ///< on the button that does it
    QString field;       ///< the name of a line to write into; empty = there is none
    QString safe;        ///< on the button that does nothing
};

/// Asks once before something happens that cannot be taken back: the safe answer stands first and is what Enter and Esc
/// give. With a line to write into (a reason) it is no danger, and Enter does it. Deletes itself.
class AskDialog final : public kit::SpokenDialog
{
    Q_OBJECT
public:
    AskDialog(std::function<AskWords()> words, QWidget *parent);

Q_SIGNALS:
    /// @param written without blanks around it.
    void agreed(const QString &written);

private:
    QLineEdit *m_field;
};

} // namespace opsdeck::cabinet
