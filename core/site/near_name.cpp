// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/site/near_name.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace opsdeck::site {

int editDistance(const QString &a, const QString &b)
{
    const QString from = a.toLower();
    const QString to = b.toLower();
    std::vector<int> row(size_t(to.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 1; i <= from.size(); ++i) {
        int diagonal = row[0];
        row[0] = int(i);
        for (qsizetype j = 1; j <= to.size(); ++j) {
            const int replaced = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
            diagonal = row[size_t(j)];
            row[size_t(j)] = std::min({replaced, row[size_t(j)] + 1, row[size_t(j) - 1] + 1});
        }
    }
    return row.back();
}

QString nearName(const QString &word, const QStringList &names)
{
    constexpr int kMaximumChanges = 2;
    if (names.contains(word))
        return {};
    QString nearest;
    int fewest = kMaximumChanges + 1;
    for (const QString &name : names) {
        // Far apart in length is far apart; and a word of any length must not cost its square.
        if (std::abs(name.size() - word.size()) > kMaximumChanges)
            continue;
        const int changes = editDistance(word, name);
        if (changes < fewest && 2 * changes <= word.size()) {
            fewest = changes;
            nearest = name;
        }
    }
    return nearest;
}

} // namespace opsdeck::site
