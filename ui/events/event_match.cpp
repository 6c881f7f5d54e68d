// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/event_match.h"

#include <QJsonArray>

#include <algorithm>

namespace opsdeck::events {

namespace {

constexpr qsizetype kMostWords = 8;
constexpr int kDeepest = 16;

/// Letters and digits that stand together; what is between them separates.
QStringList wordsOf(const QString &text)
{
    QStringList words;
    QString word;
    const auto end = [&] {
        if (!word.isEmpty())
            words.append(std::exchange(word, QString()));
    };
    const QString folded = text.toLower();
    for (const QChar letter : folded) {
        if (letter.isLetterOrNumber() || letter.isSurrogate() || letter.isMark())
            word += letter;
        else
            end();
    }
    end();
    return words;
}

void collectTexts(const QJsonValue &value, QStringList &texts, int depth)
{
    if (depth > kDeepest)
        return;
    if (value.isString()) {
        texts.append(value.toString());
    } else if (value.isArray()) {
        for (const QJsonValue &part : value.toArray())
            collectTexts(part, texts, depth + 1);
    } else if (value.isObject()) {
        for (const QJsonValue &part : value.toObject())
            collectTexts(part, texts, depth + 1);
    }
}

bool matchesText(const QString &text, const store::Event &event)
{
    const QStringList wanted = wordsOf(text).mid(0, kMostWords);
    if (wanted.isEmpty())
        return true;
    QStringList texts{event.device};
    texts += event.arguments;
    collectTexts(event.details, texts, 0);
    const QStringList words = wordsOf(texts.join(QLatin1Char(' ')));
    return std::all_of(wanted.begin(), wanted.end(), [&words](const QString &begin) {
        return std::any_of(words.begin(), words.end(),
                           [&begin](const QString &word) { return word.startsWith(begin); });
    });
}

template <typename T>
bool isOneOf(const QList<T> &wanted, const T &value)
{
    return wanted.isEmpty() || wanted.contains(value);
}

} // namespace

bool matches(const store::JournalFilter &filter, const store::JournalEntry &entry)
{
    const store::Event &event = entry.event;
    if (filter.from.isValid() && event.time < filter.from)
        return false;
    if (filter.to.isValid() && event.time >= filter.to)
        return false;
    if (filter.acknowledged && *filter.acknowledged != entry.acknowledgedAt.isValid())
        return false;
    return isOneOf<QString>(filter.systems, event.system) && isOneOf<QString>(filter.devices, event.device) &&
           isOneOf<QString>(filter.kinds, event.kind) && isOneOf(filter.severities, event.severity) &&
           matchesText(filter.text, event);
}

} // namespace opsdeck::events
