// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QLabel;

namespace opsdeck::kit {

/// A label that shows what it is given literally: QLabel takes text that looks like HTML for HTML, and words come from
/// devices and files. @param objectName the style sheet's name for it.
QLabel *plainLabel(const QString &objectName);
/// The same, in as many lines as it needs.
QLabel *wrappedLabel(const QString &objectName);

} // namespace opsdeck::kit
