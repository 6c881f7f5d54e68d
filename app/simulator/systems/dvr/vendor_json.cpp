// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/systems/dvr/vendor_json.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace opsdeck::dvr::sim {

namespace {

class Writer
{
public:
    explicit Writer(const Quirks &quirks)
        : m_space(quirks.has(Quirk::CompactJson) ? "" : " ")
    {
    }

    void write(const QJsonValue &value)
    {
        if (value.isObject())
            writeObject(value.toObject());
        else if (value.isArray())
            writeArray(value.toArray());
        else // a scalar, brackets taken off again
            bytes += QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact).chopped(1).sliced(1);
    }

    QByteArray bytes;

private:
    void writeObject(const QJsonObject &object)
    {
        bytes += '{';
        bool isFirst = true;
        for (auto it = object.begin(); it != object.end(); ++it) {
            bytes += QByteArray(isFirst ? "" : ",") + m_space;
            isFirst = false;
            write(it.key());
            bytes += m_space + QByteArray(":") + m_space;
            write(it.value());
        }
        bytes += m_space + QByteArray("}");
    }

    void writeArray(const QJsonArray &array)
    {
        bytes += '[';
        bool isFirst = true;
        for (const QJsonValue &value : array) {
            bytes += QByteArray(isFirst ? "" : ",") + m_space;
            isFirst = false;
            write(value);
        }
        bytes += m_space + QByteArray("]");
    }

    const char *m_space;
};

} // namespace

QByteArray vendorJson(const QJsonObject &object, const Quirks &quirks)
{
    Writer writer(quirks);
    writer.write(object);
    QByteArray bytes = writer.bytes;
    if (quirks.has(Quirk::EscapedSlashes))
        bytes.replace("/", "\\/");
    if (quirks.has(Quirk::GbkNames)) // "channel" in UTF-8 and in GBK
        bytes.replace("\xE9\x80\x9A\xE9\x81\x93", "\xCD\xA8\xB5\xC0");
    if (quirks.has(Quirk::NoTrailer))
        return bytes;
    bytes += '\n';
    if (!quirks.has(Quirk::LineFeedTrailer))
        bytes += '\0';
    return bytes;
}

QString sessionIdText(quint32 sessionId, const Quirks &quirks)
{
    if (quirks.has(Quirk::ShortSessionId))
        return QStringLiteral("0x%1").arg(sessionId, 0, 16);
    if (quirks.has(Quirk::SpecSessionId))
        return QStringLiteral("%1").arg(sessionId, 8, 16, QLatin1Char('0')).toUpper();
    if (quirks.has(Quirk::TenDigitSessionId))
        return QStringLiteral("0x%1").arg(sessionId, 10, 16, QLatin1Char('0'));
    return QStringLiteral("0x") + QStringLiteral("%1").arg(sessionId, 8, 16, QLatin1Char('0')).toUpper();
}

quint32 parseSessionId(const QString &text)
{
    bool isNumber = false;
    const QString digits = text.startsWith(QLatin1String("0x"), Qt::CaseInsensitive) ? text.mid(2) : text;
    const quint64 number = digits.toULongLong(&isNumber, 16);
    return isNumber && number <= 0xFFFFFFFFu ? quint32(number) : 0;
}

} // namespace opsdeck::dvr::sim
