// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/spoken_dialog.h"

class QSlider;

namespace opsdeck::cabinet {

/// How loud a cabinet speaks: 0–15. Deletes itself.
class VolumeDialog final : public kit::SpokenDialog
{
    Q_OBJECT
public:
    static constexpr int kLoudest = 15;

    /// @param title how the cabinet is called. @param level now, 0–15; -1 = not known.
    VolumeDialog(const QString &title, int level, QWidget *parent);

Q_SIGNALS:
    void chosen(int level);

private:
    QSlider *m_slider;
};

} // namespace opsdeck::cabinet
