// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace opsdeck::media {

/// The libav libraries this program runs with, for "About" and reports: "libavcodec 59.37.100, libavformat …".
QString libavVersions();

} // namespace opsdeck::media
