// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/journal.h"

#include <QJsonObject>
#include <QRandomGenerator>

namespace opsdeck::test {

using store::Event;
using store::JournalCursor;
using store::JournalEntry;
using store::JournalFilter;
using store::Severity;

inline Event makeEvent(const char *kind = "offline")
{
    Event event;
    event.system = QStringLiteral("cabinet");
    event.device = QStringLiteral("WSTD081565222888");
    event.kind = QString::fromLatin1(kind);
    event.textKey = QStringLiteral("cabinet.offline.silent");
    return event;
}

/// Events as a year brings them: few kinds, some devices, words that are frequent and words that are rare, times out of
/// order.
class Events
{
public:
    explicit Events(quint32 seed)
        : m_random(seed)
    {
    }

    Event next()
    {
        static const QStringList kSystems{QStringLiteral("cabinet"), QStringLiteral("dvr"),
                                          QStringLiteral("opsdeck")};
        static const QStringList kKinds{QStringLiteral("offline"), QStringLiteral("online"),
                                        QStringLiteral("return"), QStringLiteral("rent"),
                                        QStringLiteral("refused")};
        static const QStringList kWords{QStringLiteral("Timeout"),         QStringLiteral("time"),
                                        QStringLiteral("RL1A7C000041"),    QStringLiteral("RL1A7C000042"),
                                        QStringLiteral("127.0.0.1:40212"), QStringLiteral("机柜三号"),
                                        QStringLiteral("Ünïcode"),         QStringLiteral("-"),
                                        QStringLiteral("a b c"),           QStringLiteral("slot 3"),
                                        QStringLiteral("tímeout")};
        Event event;
        event.time = kBegin.addMSecs(m_random.bounded(2000) * 500 + m_random.bounded(2));
        event.system = pick(kSystems);
        event.device = m_random.bounded(8) == 0
                           ? QString()
                           : QStringLiteral("%1-%2")
                                 .arg(pick({QStringLiteral("Gate"), QStringLiteral("WSTD08")}))
                                 .arg(m_random.bounded(12));
        event.kind = pick(kKinds);
        event.severity = Severity(m_random.bounded(3));
        event.textKey = event.system + u'.' + event.kind;
        for (quint32 i = m_random.bounded(3U); i > 0; --i)
            event.arguments.append(pick(kWords));
        if (m_random.bounded(3) == 0)
            event.details = {{QStringLiteral("address"), pick(kWords)},
                             {QStringLiteral("code"), m_random.bounded(100)},
                             {QStringLiteral("inner"), QJsonObject{{QStringLiteral("why"), pick(kWords)}}}};
        if (m_random.bounded(4) == 0)
            event.operatorName = QStringLiteral("Li Wei");
        return event;
    }

    JournalFilter nextFilter()
    {
        JournalFilter filter;
        const auto sometimes = [this](int in) { return m_random.bounded(in) == 0; };
        if (sometimes(3))
            filter.from = kBegin.addMSecs(m_random.bounded(1'000'000));
        if (sometimes(3))
            filter.to = kBegin.addMSecs(m_random.bounded(1'000'000));
        if (sometimes(3))
            filter.systems = {
                pick({QStringLiteral("cabinet"), QStringLiteral("dvr"), QStringLiteral("door")})};
        if (sometimes(3)) {
            for (quint32 i = 1 + m_random.bounded(3U); i > 0; --i)
                filter.devices.append(QStringLiteral("%1-%2")
                                          .arg(pick({QStringLiteral("Gate"), QStringLiteral("WSTD08")}))
                                          .arg(m_random.bounded(14)));
        }
        if (sometimes(3))
            filter.kinds = {QStringLiteral("return"),
                            pick({QStringLiteral("offline"), QStringLiteral("nosuch")})};
        if (sometimes(3))
            filter.severities = {Severity(m_random.bounded(3))};
        if (sometimes(3))
            filter.acknowledged = sometimes(2);
        if (sometimes(2))
            filter.text =
                pick({QStringLiteral("time"), QStringLiteral("TIMEOUT"), QStringLiteral("rl1a"),
                      QStringLiteral("机柜"), QStringLiteral("三"), QStringLiteral("柜三 slot"),
                      QStringLiteral("127 0"), QStringLiteral("gate"), QStringLiteral("wstd08 time"),
                      QStringLiteral("ünï"), QStringLiteral("zzz"), QStringLiteral(" - "),
                      QStringLiteral("3"), QStringLiteral("a b c"), QStringLiteral("gate time rl1a")});
        return filter;
    }

    static const QDateTime kBegin;

private:
    QString pick(const QStringList &list) { return list[m_random.bounded(int(list.size()))]; }
    QRandomGenerator m_random;
};

inline const QDateTime Events::kBegin(QDate(2026, 11, 1), QTime(0, 0), Qt::UTC);

/// The text rule written down a second time, slowly: letters and digits in runs, small; Chinese by pairs.
inline QStringList slowWords(const QString &text)
{
    QStringList words;
    QString run;
    bool isHan = false;
    const auto end = [&] {
        if (isHan) {
            for (int i = 0; i + 1 < run.size(); ++i)
                words.append(run.mid(i, 2));
            words.append(run.right(1));
        } else if (!run.isEmpty()) {
            words.append(run);
        }
        run.clear();
        isHan = false;
    };
    for (const QChar c : text.toLower()) {
        const bool han = c.script() == QChar::Script_Han;
        if (!c.isLetterOrNumber() || (han != isHan && !run.isEmpty()))
            end();
        if (c.isLetterOrNumber()) {
            isHan = han;
            run.append(c);
        }
    }
    end();
    return words;
}

/// What a search must find, by a look at each event.
inline bool slowMatches(const JournalFilter &filter, const JournalEntry &entry)
{
    const Event &event = entry.event;
    const auto isIn = [](const auto &list, const auto &value) {
        return list.isEmpty() || list.contains(value);
    };
    if ((filter.from.isValid() && event.time < filter.from) ||
        (filter.to.isValid() && event.time >= filter.to))
        return false;
    if (!isIn(filter.systems, event.system) || !isIn(filter.devices, event.device) ||
        !isIn(filter.kinds, event.kind) || !isIn(filter.severities, event.severity))
        return false;
    if (filter.acknowledged && *filter.acknowledged != entry.acknowledgedAt.isValid())
        return false;
    QStringList words = slowWords(event.device);
    for (const QString &argument : event.arguments)
        words += slowWords(argument);
    words += slowWords(event.details.value(QStringLiteral("address")).toString());
    words += slowWords(
        event.details.value(QStringLiteral("inner")).toObject().value(QStringLiteral("why")).toString());
    QStringList wanted;
    for (const QString &part : filter.text.split(u' ')) {
        // Of more than one Chinese character the last alone is not asked for.
        QStringList ofPart = slowWords(part);
        if (part.size() > 1 && !ofPart.isEmpty() && part.back().script() == QChar::Script_Han)
            ofPart.removeLast();
        wanted += ofPart;
    }
    for (const QString &word : wanted) {
        bool isThere = false;
        for (const QString &each : words)
            isThere = isThere || each.startsWith(word);
        if (!isThere)
            return false;
    }
    return true;
}

/// The order of the pages: the newest first.
inline bool isLater(const JournalEntry &a, const JournalEntry &b)
{
    return a.event.time != b.event.time ? a.event.time > b.event.time : a.id > b.id;
}

inline QList<qint64> idsOf(const QList<JournalEntry> &entries)
{
    QList<qint64> ids;
    for (const JournalEntry &entry : entries)
        ids.append(entry.id);
    return ids;
}

} // namespace opsdeck::test
