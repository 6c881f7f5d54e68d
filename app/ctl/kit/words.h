// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QList>
#include <QStringList>

namespace opsdeck::ctl {

enum class UsageError {
    WrongUsage,
    NeedsYes, ///< a dangerous verb without --yes
};
base::ErrorFacts errorFacts(UsageError code);

/// One option of the command line: "--name" or "--name VALUE".
struct OptionSpec {
    QString name;      ///< without dashes
    QString valueName; ///< empty = a switch
    QString help;
    bool isRepeatable = false;

    bool takesValue() const { return !valueName.isEmpty(); }
};

/// The options that were given, by name. Missing ones are empty lists.
class GivenOptions
{
public:
    void add(const QString &name, const QString &value) { m_values[name].append(value); }
    bool has(const QString &name) const { return m_values.contains(name); }
    QString value(const QString &name, const QString &otherwise = {}) const;
    QStringList values(const QString &name) const { return m_values.value(name); }

    /// The option as a whole number. Errors: WrongUsage, naming the option and the range.
    base::Result<int> number(const QString &name, int otherwise, int lowest, int highest) const;
    /// The option as seconds, with a fraction. Errors: WrongUsage.
    base::Result<double> seconds(const QString &name, double otherwise) const;

private:
    QHash<QString, QStringList> m_values;
};

/// A command line cut into words and options: `opsdeckctl [GLOBAL] SYSTEM [SYSTEM-OPTIONS] VERB [ARGS] [OPTIONS]`.
/// An option may stand anywhere after the word it belongs to.
struct ParsedLine {
    QString system;
    QString verb;
    QStringList arguments;
    GivenOptions options;
    bool wantsHelp = false;
    bool wantsVersion = false;
};

/// What the parser must know: which options exist once a system, and once a verb, is known.
class Vocabulary
{
public:
    Vocabulary() = default;
    Vocabulary(const Vocabulary &) = delete;
    Vocabulary &operator=(const Vocabulary &) = delete;
    virtual ~Vocabulary() = default;

    virtual QList<OptionSpec> globalOptions() const = 0;
    virtual bool hasSystem(const QString &system) const = 0;
    virtual QList<OptionSpec> systemOptions(const QString &system) const = 0;
    virtual bool hasVerb(const QString &system, const QString &verb) const = 0;
    virtual QList<OptionSpec> verbOptions(const QString &system, const QString &verb) const = 0;
};

/// Errors: WrongUsage, naming the word that is wrong. Pure.
base::Result<ParsedLine> parseLine(const QStringList &words, const Vocabulary &vocabulary);

} // namespace opsdeck::ctl
