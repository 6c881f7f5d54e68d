// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace opsdeck::site {

/// How many single-character changes (insert, delete, replace) lie between two words, letter case aside.
int editDistance(const QString &a, const QString &b);

/// The one of `names` that `word` was probably meant to be: at most 2 changes away and at most half of the
/// word; empty when there is none, or when `word` is one
/// of them.
QString nearName(const QString &word, const QStringList &names);

} // namespace opsdeck::site
