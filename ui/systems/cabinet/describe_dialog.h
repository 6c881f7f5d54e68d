// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/systems/cabinet/cabinet_types.h"
#include "ui/kit/spoken_dialog.h"

class QCheckBox;
class QLineEdit;

namespace opsdeck::cabinet {

/// What the operator writes about a cabinet: name, place, how strict its checksums are taken, the secret of a VSN 2 board.
/// Never shows a stored secret. Deletes itself.
class DescribeDialog final : public kit::SpokenDialog
{
    Q_OBJECT
public:
    /// @param canKeep there is a keychain for the secret.
    DescribeDialog(const CabinetStatus &status, bool canKeep, QWidget *parent);

    struct Description {
        QString name;
        QString place;
        bool isStrict = false;
        QString secret; ///< empty = as it is
    };

Q_SIGNALS:
    void described(const opsdeck::cabinet::DescribeDialog::Description &description);

private:
    QLineEdit *m_name;
    QLineEdit *m_place;
    QLineEdit *m_secret;
    QCheckBox *m_strict;
};

} // namespace opsdeck::cabinet
