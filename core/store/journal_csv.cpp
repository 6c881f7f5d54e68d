// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/journal_csv.h"

#include <QRegularExpression>

namespace opsdeck::store {

namespace {

bool isFormula(const QString &field)
{
    // The wide forms are taken for the plain ones where people write Chinese or Japanese.
    static const QString kStarts = QStringLiteral("=+-@\t\r\uff1d\uff0b\uff0d\uff20");
    static const QRegularExpression kNumber(QStringLiteral("^[+-]?[0-9]+([.,][0-9]+)?$"));
    return !field.isEmpty() && kStarts.contains(field.front()) && !kNumber.match(field).hasMatch();
}

QString quoted(const QString &field)
{
    QString text = isFormula(field) ? u'\'' + field : field;
    const auto needsQuotes = [](QChar c) {
        return c == u'"' || c == u',' || c == u';' || c == u'\n' || c == u'\r';
    };
    if (!std::any_of(text.begin(), text.end(), needsQuotes))
        return text;
    return u'"' + text.replace(u'"', QStringLiteral("\"\"")) + u'"';
}

} // namespace

QByteArray csvLine(const QStringList &fields)
{
    QStringList line;
    line.reserve(fields.size());
    for (const QString &field : fields)
        line.append(quoted(field));
    return line.join(u',').toUtf8() + "\r\n";
}

} // namespace opsdeck::store
