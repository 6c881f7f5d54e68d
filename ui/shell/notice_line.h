// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/state_mark.h"

#include <QWidget>

namespace opsdeck::shell {

/// A state mark and one line of literal text that gives way to its neighbours: what does not fit ends in "…". GUI
/// thread.
class NoticeLine final : public QWidget
{
    Q_OBJECT
public:
    static constexpr int kMaximumWidth = 520;

    /// @param theme must outlive this widget.
    explicit NoticeLine(const kit::Theme &theme, QWidget *parent = nullptr);

    void say(kit::StateMark mark, const QString &text);
    const QString &text() const { return m_text; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const kit::Theme &m_theme;
    kit::StateMark m_mark = kit::StateMark::None;
    QString m_text;
};

} // namespace opsdeck::shell
