// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

namespace opsdeck::store {

/// One line of CSV (RFC 4180), its end included, UTF-8. A field that a spreadsheet would take for a formula gets an
/// apostrophe before it; a plain number does not.
QByteArray csvLine(const QStringList &fields);

} // namespace opsdeck::store
