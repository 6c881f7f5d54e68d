// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace opsdeck::bench {

/// One measured figure beside what it must keep.
struct Figure {
    enum class Keep { AtMost, AtLeast };

    QString name;
    double value = 0;
    QString unit; ///< "×", "fps", "ms", "MB", "GB/s"
    double limit = 0;
    Keep keep = Keep::AtMost;
    QString how; ///< what was compared with what, in a few words

    bool isKept() const { return keep == Keep::AtMost ? value <= limit : value >= limit; }
};

/// As rows of a Markdown table on stdout: figure, measured, limit, measured / limit, kept, how.
void printRows(const std::vector<Figure> &figures);

/// For progress and raw numbers: stderr, so that stdout holds rows only.
void note(const QString &line);

/// The middle one; the mean of the middle two of an even number. 0 when there are none.
double median(std::vector<double> values);

} // namespace opsdeck::bench
