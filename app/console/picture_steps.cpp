// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/picture_steps.h"

#include <QKeySequence>
#include <QRegularExpression>

namespace opsdeck::console {

namespace {

using Verb = PictureStep::Verb;

struct Form {
    const char *word;
    Verb verb;
    int fewest;
    int most;
    const char *pattern; ///< of every word but a name that leads
};

constexpr int kAnyCount = 100;
constexpr Form kForms[] = {
    {"do", Verb::Do, 1, 1, "[A-Za-z0-9.]+"},
    {"focus", Verb::Focus, 1, 1, "[A-Za-z0-9.]+"},
    {"click", Verb::Click, 1, 3, "[A-Za-z0-9.]+"},
    {"menu", Verb::Menu, 1, 3, "[A-Za-z0-9.]+"},
    {"key", Verb::Key, 1, kAnyCount, "[A-Za-z0-9+]+"},
    {"wait", Verb::Wait, 1, 1, "[0-9]{1,2}(\\.[0-9])?"},
    {"size", Verb::Size, 1, 1, "[0-9]{3,4}x[0-9]{3,4}"},
    {"close", Verb::Close, 0, 0, ""},
    {"picture", Verb::Picture, 1, 1, "[A-Za-z0-9-]+"},
};

bool isForm(const Form &form, const QStringList &words)
{
    // X and Y go together.
    if (words.size() < form.fewest || words.size() > form.most || (form.most == 3 && words.size() == 2))
        return false;
    const QRegularExpression pattern(QRegularExpression::anchoredPattern(QString::fromLatin1(form.pattern)));
    for (const QString &word : words) {
        if (!pattern.match(word).hasMatch())
            return false;
        if (form.verb == Verb::Key && QKeySequence(word).isEmpty())
            return false;
    }
    bool areNumbers = true;
    for (int i = 1; form.most == 3 && i < words.size(); ++i)
        words.at(i).toUShort(&areNumbers);
    return areNumbers;
}

} // namespace

std::chrono::milliseconds PictureStep::time() const
{
    return std::chrono::milliseconds(verb == Verb::Wait ? qRound64(words.value(0).toDouble() * 1000) : 0);
}

base::Result<QList<PictureStep>> parsePictureSteps(const QString &text)
{
    QList<PictureStep> steps;
    int number = 0;
    for (const QString &line : text.split(u'\n')) {
        ++number;
        const QString trimmed = line.trimmed();
        if (trimmed.isEmpty() || trimmed.startsWith(u'#'))
            continue;
        const QString verb = trimmed.section(u' ', 0, 0);
        const QString rest = trimmed.section(u' ', 1).trimmed();
        if (verb == QLatin1String("type") && !rest.isEmpty()) {
            steps.append({Verb::Type, {rest}, number});
            continue;
        }
        const QStringList words = rest.split(u' ', Qt::SkipEmptyParts);
        bool isKnown = false;
        for (const Form &form : kForms) {
            if (verb == QLatin1String(form.word) && isForm(form, words)) {
                steps.append({form.verb, words, number});
                isKnown = true;
            }
        }
        if (!isKnown) {
            return base::fail(base::CommonError::InvalidArgument,
                              QStringLiteral("line %1 is no step: \"%2\"").arg(number).arg(trimmed));
        }
    }
    return steps;
}

} // namespace opsdeck::console
