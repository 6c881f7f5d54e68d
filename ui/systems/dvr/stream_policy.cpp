// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/dvr/stream_policy.h"

namespace opsdeck::dvr {

StreamKind chooseStream(StreamPin pin, QSize box, const StreamKind *current, QSize subSize)
{
    switch (pin) {
    case StreamPin::Main:
        return StreamKind::Main;
    case StreamPin::Sub:
        return StreamKind::Sub;
    case StreamPin::Automatic:
        break;
    }
    constexpr double kUp = 1.5;
    constexpr double kDown = 1.2;
    const int sub = subSize.isEmpty() ? kUsualSubSize.height() : subSize.height();
    if (box.height() >= kUp * sub)
        return StreamKind::Main;
    if (box.height() < kDown * sub || !current)
        return StreamKind::Sub;
    return *current;
}

} // namespace opsdeck::dvr
