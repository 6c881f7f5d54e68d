// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace opsdeck::media {

/// How a picture is fitted into its box.
enum class Fit {
    KeepAspect, ///< as large as the box allows, shape kept (the wall paints the bars)
    Stretch,    ///< exactly the box
};

} // namespace opsdeck::media
