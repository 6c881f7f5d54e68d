// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/isolated_text.h"

#include <QList>

namespace opsdeck::kit {

QString isolated(const QString &text)
{
    const QList<uint> letters = text.toUcs4();
    for (const uint letter : letters) {
        const QChar::Direction direction = QChar::direction(letter);
        if (direction == QChar::DirR || direction == QChar::DirAL)
            return QChar(0x2068) + text + QChar(0x2069);
    }
    return text;
}

} // namespace opsdeck::kit
