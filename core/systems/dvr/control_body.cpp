// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/systems/dvr/control_body.h"

#include "core/base/hex.h"
#include "core/systems/dvr/dvr_error.h"
#include "core/systems/dvr/message_ids.h"

#include <QJsonDocument>
#include <QStringDecoder>

#include <algorithm>
#include <cctype>

namespace opsdeck::dvr {

namespace {

constexpr int kMaximumDepth = 64;

QByteArrayView withoutTrailer(QByteArrayView payload)
{
    auto isTrailer = [](char c) { return c == '\0' || c == '\n' || c == '\r' || c == ' ' || c == '\\'; };
    while (!payload.isEmpty() && isTrailer(payload.back()))
        payload.chop(1);
    return payload;
}

/// Qt's own limit is 1024 levels, which a small stack does not like to print or walk.
bool isTooDeep(const QByteArray &json)
{
    int depth = 0;
    bool inString = false;
    bool escaped = false;
    for (const char c : json) {
        if (inString) {
            if (escaped)
                escaped = false;
            else if (c == '\\')
                escaped = true;
            else if (c == '"')
                inString = false;
        } else if (c == '"') {
            inString = true;
        } else if (c == '{' || c == '[') {
            if (++depth > kMaximumDepth)
                return true;
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return false;
}

/// UTF-8, or else GB18030 (the vendor's home market), or else Latin-1, which takes anything.
QByteArray asUtf8(const QByteArray &bytes)
{
    QStringDecoder utf8(QStringDecoder::Utf8);
    const QString decoded = utf8(bytes);
    if (!utf8.hasError())
        return bytes;
    QStringDecoder chinese("GB18030");
    if (chinese.isValid()) {
        const QString text = chinese(bytes);
        if (!chinese.hasError())
            return text.toUtf8();
    }
    return QString::fromLatin1(bytes).toUtf8();
}

/// Hexadecimal digits and nothing else: Qt's own conversion also takes a sign or another "0x".
std::optional<quint64> hexOf(QStringView digits)
{
    const bool isHex = std::all_of(digits.begin(), digits.end(),
                                   [](QChar c) { return c.unicode() < 0x80 && std::isxdigit(c.unicode()); });
    bool ok = false;
    const quint64 value = isHex ? digits.toULongLong(&ok, 16) : 0;
    return ok ? std::optional<quint64>(value) : std::nullopt;
}

} // namespace

base::Result<QJsonObject> parseBody(QByteArrayView payload)
{
    const QByteArrayView body = withoutTrailer(payload);
    if (body.isEmpty())
        return base::fail(DvrError::EmptyReply, QStringLiteral("the message has no body"));
    QByteArray json = asUtf8(body.toByteArray());
    // Outside strings a control byte is white space anyway; inside it would end the parse.
    for (char &c : json) {
        if (static_cast<uchar>(c) < 0x20)
            c = ' ';
    }
    if (isTooDeep(json))
        return base::fail(DvrError::BadReply,
                          QStringLiteral("JSON nested deeper than %1 levels").arg(kMaximumDepth));
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError) {
        return base::fail(DvrError::BadReply,
                          QStringLiteral("broken JSON at byte %1 (%2): %3")
                              .arg(error.offset)
                              .arg(error.errorString(), base::plainText(QString::fromUtf8(json), 60)));
    }
    if (!document.isObject())
        return base::fail(DvrError::BadReply, QStringLiteral("the JSON is no object"));
    return document.object();
}

QByteArray encodeBody(const QJsonObject &body)
{
    QByteArray json = QJsonDocument(body).toJson(QJsonDocument::Compact);
    json.append('\n');
    json.append('\0');
    return json;
}

QString sessionIdText(quint32 sessionId)
{
    return QStringLiteral("0x%1").arg(QString::number(sessionId, 16).toUpper(), 8, u'0');
}

QString shortSessionIdText(quint32 sessionId)
{
    return QStringLiteral("0x") + QString::number(sessionId, 16).toUpper();
}

std::optional<quint32> parseSessionId(const QString &text)
{
    QStringView digits = QStringView(text).trimmed();
    if (digits.startsWith(u"0x", Qt::CaseInsensitive))
        digits = digits.sliced(2);
    const auto value = hexOf(digits);
    if (!value || *value > 0xffffffffu)
        return std::nullopt;
    return quint32(*value);
}

std::optional<qint64> numberOf(const QJsonValue &value)
{
    if (value.isDouble()) {
        const double number = value.toDouble();
        if (!(number >= -9.0e15 && number <= 9.0e15))
            return std::nullopt;
        return qint64(number);
    }
    if (!value.isString())
        return std::nullopt;
    const QString text = value.toString().trimmed();
    if (text.startsWith(QLatin1String("0x"), Qt::CaseInsensitive)) {
        // A mask of 64 channels uses the sign bit too.
        const auto bits = hexOf(QStringView(text).sliced(2));
        return bits ? std::optional<qint64>(qint64(*bits)) : std::nullopt;
    }
    bool ok = false;
    const qint64 number = text.toLongLong(&ok);
    return ok ? std::optional<qint64>(number) : std::nullopt;
}

int countOf(const QJsonValue &value, int otherwise)
{
    const auto number = numberOf(value);
    if (!number)
        return otherwise;
    return int(std::clamp<qint64>(*number, 0, 0x7fffffff));
}

base::Result<int> retOf(const QJsonObject &reply)
{
    const auto ret = numberOf(reply.value(QLatin1String("Ret")));
    if (!ret)
        return base::fail(DvrError::BadReply, QStringLiteral("the answer has no number \"Ret\""));
    return int(std::clamp<qint64>(*ret, -1, 0xffff));
}

base::Result<QJsonObject> successful(const base::Result<QJsonObject> &reply, const QString &what)
{
    if (!reply)
        return base::fail(reply.error().within(what));
    const auto ret = retOf(*reply);
    if (!ret)
        return base::fail(ret.error().within(what));
    if (!isSuccess(*ret))
        return base::fail(retError(*ret, what));
    return *reply;
}

} // namespace opsdeck::dvr
