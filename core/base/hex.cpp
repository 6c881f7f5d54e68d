// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/hex.h"

namespace opsdeck::base {

QString hexPreview(QByteArrayView bytes, qsizetype maximumBytes)
{
    const auto shown = bytes.first(qMin(bytes.size(), maximumBytes));
    QString text = QString::fromLatin1(shown.toByteArray().toHex(' '));
    if (shown.size() < bytes.size())
        text += QStringLiteral(" … (%1 bytes)").arg(bytes.size());
    return text;
}

bool isUnprintable(QChar c)
{
    const char16_t u = c.unicode();
    const bool control = u < 0x20 || (u >= 0x7f && u < 0xa0) || u == 0x2028 || u == 0x2029;
    const bool bidirectional = (u >= 0x202a && u <= 0x202e) || (u >= 0x2066 && u <= 0x2069);
    return control || bidirectional;
}

QString plainText(const QString &deviceText, qsizetype maximumCharacters)
{
    QString text = deviceText.left(maximumCharacters);
    if (deviceText.size() > text.size() && !text.isEmpty() && text.back().isHighSurrogate())
        text.chop(1);
    for (qsizetype i = 0; i < text.size(); ++i) {
        QChar &c = text[i];
        if (c.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate()) {
            ++i;
            continue;
        }
        if (isUnprintable(c) || c.isSurrogate())
            c = QChar::ReplacementCharacter;
    }
    if (deviceText.size() > maximumCharacters)
        text += QChar(0x2026);
    return text;
}

} // namespace opsdeck::base
