// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/kit/words.h"

#include <cmath>
#include <optional>

namespace opsdeck::ctl {

base::ErrorFacts errorFacts(UsageError code)
{
    switch (code) {
    case UsageError::WrongUsage:
        return {"wrong-usage", base::ErrorClass::Usage};
    case UsageError::NeedsYes:
        return {"needs-yes", base::ErrorClass::Usage};
    }
    return {"wrong-usage", base::ErrorClass::Usage};
}

QString GivenOptions::value(const QString &name, const QString &otherwise) const
{
    const QStringList all = m_values.value(name);
    return all.isEmpty() ? otherwise : all.last();
}

base::Result<int> GivenOptions::number(const QString &name, int otherwise, int lowest, int highest) const
{
    if (!has(name))
        return otherwise;
    bool ok = false;
    const int number = value(name).toInt(&ok);
    if (!ok || number < lowest || number > highest) {
        return base::fail(UsageError::WrongUsage,
                          QStringLiteral("--%1 must be a whole number from %2 to %3, not \"%4\"")
                              .arg(name)
                              .arg(lowest)
                              .arg(highest)
                              .arg(value(name)));
    }
    return number;
}

base::Result<double> GivenOptions::seconds(const QString &name, double otherwise) const
{
    constexpr double kMost = 1.0e6;
    if (!has(name))
        return otherwise;
    bool ok = false;
    const double number = value(name).toDouble(&ok);
    if (!ok || !std::isfinite(number) || number < 0 || number > kMost) {
        return base::fail(
            UsageError::WrongUsage,
            QStringLiteral("--%1 must be a number of seconds, 0 or more, not \"%2\"").arg(name, value(name)));
    }
    return number;
}

namespace {

std::optional<OptionSpec> find(const QList<OptionSpec> &specs, const QString &name)
{
    for (const OptionSpec &spec : specs) {
        if (spec.name == name)
            return spec;
    }
    return std::nullopt;
}

} // namespace

base::Result<ParsedLine> parseLine(const QStringList &words, const Vocabulary &vocabulary)
{
    const auto wrong = [](const QString &what) { return base::fail(UsageError::WrongUsage, what); };
    ParsedLine line;
    QList<OptionSpec> known = vocabulary.globalOptions();
    bool onlyWords = false;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString &word = words.at(i);
        // A lone "-" is standard input, "-3" a number: options have two dashes.
        if (onlyWords || !word.startsWith(QLatin1String("--"))) {
            if (word == QLatin1String("-h") && !onlyWords) {
                line.wantsHelp = true;
            } else if (line.system.isEmpty()) {
                if (!vocabulary.hasSystem(word))
                    return wrong(QStringLiteral("unknown system \"%1\"").arg(word));
                line.system = word;
                known += vocabulary.systemOptions(word);
            } else if (line.verb.isEmpty()) {
                if (!vocabulary.hasVerb(line.system, word))
                    return wrong(QStringLiteral("unknown verb \"%1\" of %2").arg(word, line.system));
                line.verb = word;
                known += vocabulary.verbOptions(line.system, word);
            } else {
                line.arguments.append(word);
            }
            continue;
        }
        if (word == QLatin1String("--")) {
            onlyWords = true;
            continue;
        }
        const qsizetype equals = word.indexOf(u'=');
        const QString name = word.mid(2, equals < 0 ? -1 : equals - 2);
        if (name == QLatin1String("help") && equals < 0) {
            line.wantsHelp = true;
            continue;
        }
        if (name == QLatin1String("version") && equals < 0 && line.system.isEmpty()) {
            line.wantsVersion = true;
            continue;
        }
        const auto spec = find(known, name);
        if (!spec) {
            const QString place = line.verb.isEmpty()
                                      ? (line.system.isEmpty() ? QStringLiteral("before the system")
                                                               : QStringLiteral("before the verb"))
                                      : QStringLiteral("of %1 %2").arg(line.system, line.verb);
            return wrong(QStringLiteral("unknown option --%1 %2").arg(name, place));
        }
        if (line.options.has(name) && !spec->isRepeatable)
            return wrong(QStringLiteral("--%1 is given twice").arg(name));
        if (!spec->takesValue()) {
            if (equals >= 0)
                return wrong(QStringLiteral("--%1 takes no value").arg(name));
            line.options.add(name, QString());
        } else if (equals >= 0) {
            line.options.add(name, word.mid(equals + 1));
        } else if (i + 1 < words.size()) {
            line.options.add(name, words.at(++i));
        } else {
            return wrong(QStringLiteral("--%1 needs a value: %2").arg(name, spec->valueName));
        }
    }
    return line;
}

} // namespace opsdeck::ctl
