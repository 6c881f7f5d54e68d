// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/site/json_index.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <functional>

namespace opsdeck::site {

JsonPath JsonPath::with(Step step) const
{
    JsonPath longer = *this;
    longer.m_steps.append(std::move(step));
    return longer;
}

JsonPath JsonPath::parent() const
{
    JsonPath shorter = *this;
    if (!shorter.m_steps.isEmpty())
        shorter.m_steps.removeLast();
    return shorter;
}

QString JsonPath::toString() const
{
    QString text;
    for (const Step &step : m_steps) {
        if (const auto *index = std::get_if<qsizetype>(&step)) {
            text += QStringLiteral("[%1]").arg(*index);
        } else {
            if (!text.isEmpty())
                text += u'.';
            text += std::get<QString>(step);
        }
    }
    return text;
}

JsonSpot JsonSpot::of(QByteArrayView json, qsizetype offset)
{
    const QByteArrayView before = json.first(qBound<qsizetype>(0, offset, json.size()));
    const auto lineStart = before.lastIndexOf('\n') + 1;
    return {int(before.count('\n')) + 1, int(QString::fromUtf8(before.sliced(lineStart)).size()) + 1};
}

/// One pass over the text, telling of each key and element.
class JsonIndex::Walk
{
public:
    explicit Walk(const JsonIndex &index)
        : m_json(index.m_json)
        , m_maximumDepth(index.m_maximumDepth)
    {
    }

    /// What is called with the path (valid during the call) and offset of each member and element.
    std::function<void(const JsonPath &, qsizetype)> onValue;
    std::function<void(const JsonPath &, qsizetype)> onDuplicate;

    /// False when the text is too deep (`tooDeepAt`) or not JSON.
    bool run() { return value(0); }
    qsizetype tooDeepAt = -1;

private:
    char peek() const { return m_at < m_json.size() ? m_json[m_at] : '\0'; }
    void skipSpace()
    {
        while (m_at < m_json.size() &&
               (m_json[m_at] == ' ' || m_json[m_at] == '\t' || m_json[m_at] == '\n' || m_json[m_at] == '\r'))
            ++m_at;
    }

    bool value(int depth)
    {
        skipSpace();
        const char c = peek();
        if (c == '{' || c == '[') {
            if (depth >= m_maximumDepth) {
                tooDeepAt = m_at;
                return false;
            }
            return c == '{' ? object(depth) : array(depth);
        }
        if (c == '"')
            return string(nullptr);
        const auto begin = m_at;
        while (m_at < m_json.size() && QByteArrayView(",]} \t\r\n").indexOf(m_json[m_at]) < 0)
            ++m_at;
        return m_at > begin;
    }

    bool object(int depth)
    {
        QSet<QString> keys;
        ++m_at;
        skipSpace();
        if (peek() == '}') {
            ++m_at;
            return true;
        }
        for (;;) {
            skipSpace();
            const auto keyAt = m_at;
            QString key;
            if (!string(&key))
                return false;
            m_path.m_steps.append(key);
            onValue(m_path, keyAt);
            if (keys.contains(key))
                onDuplicate(m_path, keyAt);
            keys.insert(key);
            skipSpace();
            if (peek() != ':')
                return false;
            ++m_at;
            if (!value(depth + 1))
                return false;
            m_path.m_steps.removeLast();
            if (!next('}'))
                return false;
            if (m_json[m_at - 1] == '}')
                return true;
        }
    }

    bool array(int depth)
    {
        ++m_at;
        skipSpace();
        if (peek() == ']') {
            ++m_at;
            return true;
        }
        for (qsizetype i = 0;; ++i) {
            skipSpace();
            m_path.m_steps.append(i);
            onValue(m_path, m_at);
            if (!value(depth + 1))
                return false;
            m_path.m_steps.removeLast();
            if (!next(']'))
                return false;
            if (m_json[m_at - 1] == ']')
                return true;
        }
    }

    /// Takes the ',' or the closing bracket.
    bool next(char closing)
    {
        skipSpace();
        if (peek() != ',' && peek() != closing)
            return false;
        ++m_at;
        return true;
    }

    bool string(QString *text)
    {
        if (peek() != '"')
            return false;
        const auto begin = m_at;
        bool escaped = false;
        for (++m_at; m_at < m_json.size() && m_json[m_at] != '"'; ++m_at) {
            if (m_json[m_at] == '\\') {
                escaped = true;
                ++m_at;
            }
        }
        if (m_at >= m_json.size())
            return false;
        ++m_at;
        if (!text)
            return true;
        const QByteArrayView raw = m_json.sliced(begin, m_at - begin);
        if (escaped)
            *text = QJsonDocument::fromJson("[" + raw.toByteArray() + "]").array().at(0).toString();
        else
            *text = QString::fromUtf8(raw.sliced(1, raw.size() - 2));
        return true;
    }

    QByteArrayView m_json;
    int m_maximumDepth;
    qsizetype m_at = 0;
    JsonPath m_path;
};

JsonIndex::JsonIndex(QByteArrayView json, int maximumDepth)
    : m_json(json)
    , m_maximumDepth(maximumDepth)
{
}

std::optional<JsonSpot> JsonIndex::tooDeep() const
{
    Walk walk(*this);
    walk.onValue = walk.onDuplicate = [](const JsonPath &, qsizetype) {};
    if (!walk.run() && walk.tooDeepAt >= 0)
        return JsonSpot::of(m_json, walk.tooDeepAt);
    return std::nullopt;
}

QList<JsonIndex::Duplicate> JsonIndex::duplicates(qsizetype maximum) const
{
    QList<Duplicate> found;
    Walk walk(*this);
    walk.onValue = [](const JsonPath &, qsizetype) {};
    walk.onDuplicate = [&](const JsonPath &path, qsizetype offset) {
        if (found.size() < maximum)
            found.append({path, JsonSpot::of(m_json, offset)});
    };
    walk.run();
    return found;
}

JsonSpot JsonIndex::spotOf(const JsonPath &path) const
{
    for (JsonPath wanted = path; !wanted.isTop(); wanted = wanted.parent()) {
        qsizetype found = -1;
        Walk walk(*this);
        walk.onValue = [&](const JsonPath &at, qsizetype offset) {
            if (at == wanted)
                found = offset;
        };
        walk.onDuplicate = [](const JsonPath &, qsizetype) {};
        walk.run();
        if (found >= 0)
            return JsonSpot::of(m_json, found);
    }
    return JsonSpot::of(m_json, 0);
}

} // namespace opsdeck::site
