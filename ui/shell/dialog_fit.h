// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace opsdeck::shell {

/// Makes dialogs that are larger than their screen smaller before they are seen, so that their buttons can be reached on
/// the smallest screen too. A dialog gives way as far as its layout lets it. Watches the whole program while it lives.
/// GUI thread.
class DialogFit final : public QObject
{
    Q_OBJECT
public:
    explicit DialogFit(QObject *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace opsdeck::shell
