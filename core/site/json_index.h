// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QList>
#include <QString>

#include <optional>
#include <variant>

namespace opsdeck::site {

/// Where a value stands in a JSON document: keys and array indexes from the top.
class JsonPath
{
public:
    JsonPath() = default;

    JsonPath operator/(const QString &key) const { return with(Step(key)); }
    JsonPath operator/(qsizetype index) const { return with(Step(index)); }
    JsonPath parent() const;
    bool isTop() const { return m_steps.isEmpty(); }

    /// `devices[3].settings.port`; empty for the top.
    QString toString() const;
    friend bool operator==(const JsonPath &, const JsonPath &) = default;

private:
    friend class JsonIndex;
    using Step = std::variant<QString, qsizetype>;
    JsonPath with(Step step) const;

    QList<Step> m_steps;
};

/// Line and column, both from 1; the column counts characters (UTF-16).
struct JsonSpot {
    int line = 1;
    int column = 1;

    static JsonSpot of(QByteArrayView json, qsizetype offset);
    friend bool operator==(const JsonSpot &, const JsonSpot &) = default;
};

/// Finds where in JSON text its values stand, which QJsonDocument does not tell. Meant for text that
/// QJsonDocument accepts; other text gives an answer of no use, never a crash. Holds no copy: the text must
/// outlive it. A pure value; any thread.
class JsonIndex
{
public:
    JsonIndex(QByteArrayView json, int maximumDepth);

    /// Where a value is nested deeper than `maximumDepth`.
    std::optional<JsonSpot> tooDeep() const;

    struct Duplicate {
        JsonPath path;
        JsonSpot spot; ///< of the second one
    };
    /// Keys that stand twice in one object (QJsonDocument silently takes the last), at most `maximum`.
    QList<Duplicate> duplicates(qsizetype maximum = 100) const;

    /// Of a member its key, of an array element its first character; where the path does not exist, that of
    /// the nearest value around it. Of a key that stands twice, the last.
    JsonSpot spotOf(const JsonPath &path) const;

private:
    class Walk;

    QByteArrayView m_json;
    int m_maximumDepth;
};

} // namespace opsdeck::site
