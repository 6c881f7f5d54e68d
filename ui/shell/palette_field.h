// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"

#include <QAbstractButton>

class QKeySequence;

namespace opsdeck::shell {

/// A button that looks like a search field, with its key at the right: what it opens is the palette. Where there is
/// little room it shrinks to its icon. GUI thread.
class PaletteField final : public QAbstractButton
{
    Q_OBJECT
public:
    /// @param theme must outlive this object.
    explicit PaletteField(const kit::Theme &theme, QWidget *parent = nullptr);

    /// The keys that open the palette, written at the right; may be empty.
    void showKeys(const QKeySequence &keys);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void retranslate();

    const kit::Theme &m_theme;
    QString m_keys;
};

} // namespace opsdeck::shell
