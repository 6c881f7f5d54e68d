// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/dvr/media_file_name.h"

#include <QStringList>

#include <algorithm>

namespace opsdeck::dvr {

namespace {

constexpr qsizetype kLongestPart = 80;
/// A name has at most 255 bytes, of UTF-8 on most systems: of two parts, the time, " (9999)" and ".mp4.part".
constexpr qsizetype kMostBytes = 100;

bool isUnsafe(QChar c)
{
    constexpr QStringView kReserved = u"/\\:*?\"<>|";
    return kReserved.contains(c) || c.category() == QChar::Other_Control ||
           c.category() == QChar::Other_Format || c.category() == QChar::Separator_Line ||
           c.category() == QChar::Separator_Paragraph || c.category() == QChar::Other_NotAssigned;
}

/// Names that one of the systems we run on keeps for devices, whatever their ending.
bool isReserved(const QString &name)
{
    static const QStringList kNames{QStringLiteral("con"), QStringLiteral("prn"), QStringLiteral("aux"),
                                    QStringLiteral("nul")};
    const QString stem = name.section(QLatin1Char('.'), 0, 0).toLower();
    if (kNames.contains(stem))
        return true;
    return stem.size() == 4 && stem.at(3).isDigit() &&
           (stem.startsWith(QLatin1String("com")) || stem.startsWith(QLatin1String("lpt")));
}

} // namespace

QString safeFilePart(const QString &text)
{
    // What kit::isolated() put round a name for the screen has no place in a file name.
    QString bare = text;
    bare.remove(QChar(0x2068)).remove(QChar(0x2069));
    QString part;
    for (const QChar c : bare)
        part += isUnsafe(c) ? QLatin1Char('_') : c.isSpace() ? QLatin1Char(' ') : c;
    part = part.simplified().left(kLongestPart);
    while (part.toUtf8().size() > kMostBytes)
        part.chop(1);
    // Half a character at the cut is none.
    if (!part.isEmpty() && part.back().isHighSurrogate())
        part.chop(1);
    while (part.endsWith(QLatin1Char('.')) || part.endsWith(QLatin1Char(' ')))
        part.chop(1);
    // A leading dot hides a file.
    if (part.startsWith(QLatin1Char('.')))
        part[0] = QLatin1Char('_');
    return isReserved(part) ? QLatin1Char('_') + part : part;
}

QString mediaFileName(const QString &device, const QString &channel, const QDateTime &moment,
                      const QString &ending)
{
    QStringList parts{safeFilePart(device), safeFilePart(channel),
                      moment.toString(QStringLiteral("yyyy-MM-dd HH-mm-ss"))};
    parts.removeAll(QString());
    return parts.join(QLatin1Char(' ')) + QLatin1Char('.') + ending;
}

} // namespace opsdeck::dvr
