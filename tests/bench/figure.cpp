// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/figure.h"

#include <algorithm>
#include <cstdio>

namespace opsdeck::bench {

namespace {

QString number(double value)
{
    return QString::number(value, 'f', value < 10 ? 2 : value < 100 ? 1 : 0);
}

} // namespace

void printRows(const std::vector<Figure> &figures)
{
    for (const Figure &figure : figures) {
        const QString row =
            QStringLiteral("| %1 | %2 %3 | %4 %5 %3 | %6 | %7 | %8 |\n")
                .arg(figure.name, number(figure.value), figure.unit,
                     figure.keep == Figure::Keep::AtMost ? QStringLiteral("≤") : QStringLiteral("≥"),
                     number(figure.limit), number(figure.limit > 0 ? figure.value / figure.limit : 0),
                     figure.isKept() ? QStringLiteral("yes") : QStringLiteral("**no**"), figure.how);
        std::fputs(row.toUtf8().constData(), stdout);
    }
    std::fflush(stdout);
}

void note(const QString &line)
{
    std::fputs((line + u'\n').toUtf8().constData(), stderr);
}

double median(std::vector<double> values)
{
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

} // namespace opsdeck::bench
