// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/spoken_dialog.h"

namespace opsdeck::events {

/// Asks before many events are acknowledged at once, which cannot be undone. `open()` it; `accepted` means yes. Deletes
/// itself. GUI thread.
class AcknowledgeDialog final : public kit::SpokenDialog
{
    Q_OBJECT
public:
    /// @param count of the events. @param by in whose name. @param isMore older ones were not loaded yet.
    AcknowledgeDialog(int count, const QString &by, bool isMore, QWidget *parent);
};

} // namespace opsdeck::events
