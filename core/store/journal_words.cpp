// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/journal_words.h"

#include <QJsonArray>
#include <QJsonValue>
#include <QSet>

#include <algorithm>

namespace opsdeck::store::journal_words {

namespace {

/// Scripts that write words without spaces between them.
bool isUnspaced(char32_t c)
{
    switch (QChar::script(c)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Hangul:
        return true;
    default:
        return false;
    }
}

/// Collects words, each once, up to a number of them.
class Collector
{
public:
    /// @param isQuery a lone last neighbour is no word of its own then.
    Collector(int most, bool isQuery)
        : m_most(most)
        , m_isQuery(isQuery)
    {
    }

    bool isFull() const { return m_words.size() >= m_most; }
    QStringList words() const { return m_words; }

    void take(const QString &text)
    {
        if (isFull())
            return;
        const auto isPlain = [](QChar c) { return c.unicode() < 0x80; };
        const bool isAscii = std::all_of(text.begin(), text.end(), isPlain);
        // Full-width digits and letters are typed and meant as the plain ones.
        const QString folded = (isAscii ? text : text.normalized(QString::NormalizationForm_KC)).toLower();
        qsizetype at = 0;
        while (at < folded.size() && !isFull()) {
            const qsizetype begin = at;
            const char32_t c = pointAt(folded, at);
            if (!QChar::isLetterOrNumber(c))
                continue;
            if (isUnspaced(c))
                takeUnspaced(folded, begin, at);
            else
                takeSpaced(folded, begin, at);
        }
    }

private:
    /// The character there; `at` goes behind it.
    static char32_t pointAt(const QString &text, qsizetype &at)
    {
        const QChar c = text.at(at++);
        if (c.isHighSurrogate() && at < text.size() && text.at(at).isLowSurrogate())
            return QChar::surrogateToUcs4(c, text.at(at++));
        return c.unicode();
    }

    void takeSpaced(const QString &text, qsizetype begin, qsizetype &at)
    {
        qsizetype end = at;
        while (at < text.size()) {
            const char32_t c = pointAt(text, at);
            // A mark belongs to the letter before it.
            if ((!QChar::isLetterOrNumber(c) && !QChar::isMark(c)) || isUnspaced(c)) {
                at = end;
                break;
            }
            end = at;
        }
        at = end;
        add(text.mid(begin, std::min(end - begin, kLongest)));
    }

    void takeUnspaced(const QString &text, qsizetype begin, qsizetype &at)
    {
        QStringList run{text.mid(begin, at - begin)};
        while (at < text.size()) {
            const qsizetype from = at;
            const char32_t c = pointAt(text, at);
            if (!isUnspaced(c)) {
                at = from;
                break;
            }
            run.append(text.mid(from, at - from));
        }
        for (qsizetype i = 0; i + 1 < run.size() && !isFull(); ++i)
            add(run[i] + run[i + 1]);
        if (!m_isQuery || run.size() == 1)
            add(run.last());
    }

    void add(const QString &word)
    {
        if (isFull() || m_seen.contains(word))
            return;
        m_seen.insert(word);
        m_words.append(word);
    }

    const int m_most;
    const bool m_isQuery;
    QStringList m_words;
    QSet<QString> m_seen;
};

void takeJson(Collector &collector, const QJsonValue &value, int depth)
{
    constexpr int kDeepest = 8;
    if (depth > kDeepest || collector.isFull())
        return;
    if (value.isString()) {
        collector.take(value.toString());
    } else if (value.isArray()) {
        for (const QJsonValue &item : value.toArray())
            takeJson(collector, item, depth + 1);
    } else if (value.isObject()) {
        for (const QJsonValue &item : value.toObject())
            takeJson(collector, item, depth + 1);
    }
}

} // namespace

QStringList ofText(const QString &text, int most)
{
    Collector collector(most, false);
    collector.take(text);
    return collector.words();
}

QStringList ofEvent(const Event &event)
{
    Collector collector(kMostPerEvent, false);
    for (const QString &argument : event.arguments)
        collector.take(argument);
    takeJson(collector, event.details, 0);
    return collector.words();
}

QStringList ofDevice(const QString &device)
{
    return ofText(device, kMostPerDevice);
}

QStringList ofQuery(const QString &text)
{
    Collector collector(kMostPerQuery, true);
    collector.take(text);
    return collector.words();
}

} // namespace opsdeck::store::journal_words
