// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/dvr/dvr_event_text.h"

#include <QCoreApplication>

namespace opsdeck::dvr {

namespace {

struct Sentence {
    const char *key;
    const char *text;
};

constexpr Sentence kSentences[] = {
    {"dvr.online", QT_TRANSLATE_NOOP("DvrEventText", "%1 is on line")},
    {"dvr.online-again", QT_TRANSLATE_NOOP("DvrEventText", "%1 is on line again")},
    {"dvr.offline.not-found", QT_TRANSLATE_NOOP("DvrEventText", "%1 is off line: its host was not found")},
    {"dvr.offline.connection-refused",
     QT_TRANSLATE_NOOP("DvrEventText", "%1 is off line: connection refused")},
    {"dvr.offline.no-answer", QT_TRANSLATE_NOOP("DvrEventText", "%1 is off line: no answer")},
    {"dvr.offline.unreachable",
     QT_TRANSLATE_NOOP("DvrEventText", "%1 is off line: the network is unreachable")},
    {"dvr.offline.closed", QT_TRANSLATE_NOOP("DvrEventText", "%1 is off line: it closed the connection")},
    {"dvr.offline.logged-out", QT_TRANSLATE_NOOP("DvrEventText", "%1 is off line: it logged us out")},
    {"dvr.offline.unreadable",
     QT_TRANSLATE_NOOP("DvrEventText", "%1 is off line: it sent something unreadable")},
    {"dvr.offline.failed", QT_TRANSLATE_NOOP("DvrEventText", "%1 is off line: the connection failed")},
    {"dvr.login-refused.wrong-password",
     QT_TRANSLATE_NOOP("DvrEventText", "%1 refused the login: wrong password")},
    {"dvr.login-refused.unknown-user",
     QT_TRANSLATE_NOOP("DvrEventText", "%1 refused the login: unknown user")},
    {"dvr.login-refused.user-locked",
     QT_TRANSLATE_NOOP("DvrEventText", "%1 refused the login: the user is locked or unknown")},
    {"dvr.login-refused.user-barred",
     QT_TRANSLATE_NOOP("DvrEventText", "%1 refused the login: the user is barred")},
    {"dvr.login-refused.in-use",
     QT_TRANSLATE_NOOP("DvrEventText", "%1 refused the login: the user is logged in elsewhere")},
    {"dvr.login-refused.too-many",
     QT_TRANSLATE_NOOP("DvrEventText", "%1 refused the login: it has too many connections")},
    {"dvr.login-refused.encrypted",
     QT_TRANSLATE_NOOP("DvrEventText", "%1 refused the login: it wants an encrypted one")},
    {"dvr.login-refused.other", QT_TRANSLATE_NOOP("DvrEventText", "%1 refused the login")},
    {"dvr.waits.no-password", QT_TRANSLATE_NOOP("DvrEventText", "%1 waits for its password")},
    {"dvr.waits.logged-out",
     QT_TRANSLATE_NOOP("DvrEventText", "%1 logged us out again and waits for the operator")},
    {"dvr.waits.other", QT_TRANSLATE_NOOP("DvrEventText", "%1 waits for the operator")},
    {"dvr.unstable",
     QT_TRANSLATE_NOOP("DvrEventText",
                       "%1 comes and goes: %2 changes within ten minutes, further ones are summed up")},
};

// Of the filter in the list of events.
constexpr Sentence kKinds[] = {
    {"online", QT_TRANSLATE_NOOP("DvrEventText", "On line")},
    {"offline", QT_TRANSLATE_NOOP("DvrEventText", "Off line")},
    {"login-refused", QT_TRANSLATE_NOOP("DvrEventText", "Login refused")},
    {"waits-for-operator", QT_TRANSLATE_NOOP("DvrEventText", "Waits for the operator")},
    {"unstable", QT_TRANSLATE_NOOP("DvrEventText", "Comes and goes")},
};

} // namespace

QString dvrEventSentence(const QString &textKey)
{
    for (const Sentence &sentence : kSentences) {
        if (textKey == QLatin1String(sentence.key))
            return QCoreApplication::translate("DvrEventText", sentence.text);
    }
    return QString();
}

QString dvrEventKind(const QString &kind)
{
    for (const Sentence &word : kKinds) {
        if (kind == QLatin1String(word.key))
            return QCoreApplication::translate("DvrEventText", word.text);
    }
    return QString();
}

} // namespace opsdeck::dvr
