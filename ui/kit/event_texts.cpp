// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/event_texts.h"

#include "core/base/hex.h"
#include "ui/kit/isolated_text.h"
#include "ui/kit/program_events.h"

#include <QCoreApplication>

namespace opsdeck::kit {

namespace {

/// Of lupdate's context opsdeck::kit::EventTexts.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(opsdeck::kit::EventTexts)
};

constexpr qsizetype kMostArguments = 16;
constexpr qsizetype kLongestArgument = 256;

/// @param count the first argument, where a sentence is of a number of things.
QString programSentence(const QString &key, const QString &count)
{
    const auto is = [&key](const char *name) { return key == QLatin1String(name); };
    if (is("program.started"))
        return Texts::tr("Opsdeck %1 was started");
    if (is("program.ended"))
        return Texts::tr("Opsdeck was ended");
    if (is("program.site-opened"))
        return Texts::tr("The site “%1” was opened");
    if (is("program.database-set-aside"))
        return Texts::tr("The database was damaged and set aside as %1; a new one was begun");
    if (is("program.database-recovered"))
        return Texts::tr("The database can be written again");
    if (is("program.settings-not-kept.shared"))
        return Texts::tr("Changes of settings are not kept: another Opsdeck is open");
    if (is("program.settings-not-kept.disk-full"))
        return Texts::tr("Changes of settings are not kept: the disk is full");
    if (is("program.settings-not-kept.newer"))
        return Texts::tr("Changes of settings are not kept: the settings are of a later version");
    if (is("program.settings-not-kept.failed"))
        return Texts::tr("Changes of settings are not kept: the file cannot be written");
    if (is("program.events-pruned"))
        return count == QLatin1String("1")
                   ? Texts::tr("%1 event was deleted: it was older than the settings keep")
                   : Texts::tr("%1 events were deleted: they were older than the settings keep");
    return QString();
}

QString programKind(const QString &kind)
{
    const auto is = [&kind](const char *name) { return kind == QLatin1String(name); };
    if (is("started"))
        return Texts::tr("Start");
    if (is("ended"))
        return Texts::tr("End");
    if (is("site"))
        return Texts::tr("Site");
    if (is("database"))
        return Texts::tr("Database");
    if (is("settings"))
        return Texts::tr("Settings");
    return is("retention") ? Texts::tr("Old events deleted") : QString();
}

/// The number of the place that begins at `at` ("%1", "%16"), 0 when there is none; `length` is set to its characters.
int placeAt(const QString &sentence, qsizetype at, qsizetype &length)
{
    const auto digit = [&sentence](qsizetype i) {
        const char16_t unit = i < sentence.size() ? sentence.at(i).unicode() : u' ';
        return unit >= u'0' && unit <= u'9' ? int(unit - u'0') : -1;
    };
    const int first = digit(at + 1);
    if (first < 1)
        return 0;
    const int second = digit(at + 2);
    if (second >= 0 && first * 10 + second <= kMostArguments) {
        length = 3;
        return first * 10 + second;
    }
    length = 2;
    return first;
}

} // namespace

QString filledSentence(const QString &sentence, const QStringList &arguments)
{
    QString filled;
    filled.reserve(sentence.size() + 64);
    for (qsizetype at = 0; at < sentence.size();) {
        qsizetype length = 1;
        const int place = sentence.at(at) == QLatin1Char('%') ? placeAt(sentence, at, length) : 0;
        if (place == 0)
            filled += sentence.at(at);
        else if (place <= arguments.size())
            filled += isolated(base::plainText(arguments.at(place - 1), kLongestArgument));
        else
            filled += QChar(0x2013);
        at += length;
    }
    return filled;
}

EventTexts::EventTexts(std::vector<std::unique_ptr<UiSystemModule>> modules)
    : m_modules(std::move(modules))
{
}

EventTexts::~EventTexts() = default;

QString EventTexts::pattern(const store::Event &event) const
{
    if (event.system == QLatin1String(kProgramSystem))
        return programSentence(event.textKey, event.arguments.value(0));
    for (const auto &module : m_modules) {
        if (module->id() == event.system)
            return module->eventSentence(event.textKey);
    }
    return QString();
}

QString EventTexts::sentence(const store::Event &event) const
{
    if (const QString known = pattern(event); !known.isEmpty())
        return filledSentence(known, event.arguments);
    QString said = base::plainText(event.kind.isEmpty() ? event.textKey : event.kind, 96);
    if (said.isEmpty())
        said = QChar(0x2013);
    QStringList arguments;
    for (const QString &argument : event.arguments.mid(0, kMostArguments))
        arguments << isolated(base::plainText(argument, kLongestArgument));
    return arguments.isEmpty() ? said
                               : QStringLiteral("%1: ").arg(said) + arguments.join(QStringLiteral(", "));
}

QString EventTexts::systemName(const QString &system) const
{
    if (system == QLatin1String(kProgramSystem))
        return QStringLiteral("Opsdeck");
    for (const auto &module : m_modules) {
        if (module->id() == system)
            return module->deviceKind();
    }
    return base::plainText(system, 64);
}

QString EventTexts::kindName(const QString &kind) const
{
    if (const QString known = programKind(kind); !known.isEmpty())
        return known;
    for (const auto &module : m_modules) {
        if (const QString known = module->eventKind(kind); !known.isEmpty())
            return known;
    }
    return base::plainText(kind, 64);
}

QString severityWord(store::Severity severity)
{
    switch (severity) {
    case store::Severity::Info:
        break;
    case store::Severity::Attention:
        return Texts::tr("attention");
    case store::Severity::Alarm:
        return Texts::tr("alarm");
    }
    return Texts::tr("information");
}

StateMark severityMark(store::Severity severity)
{
    switch (severity) {
    case store::Severity::Info:
        break;
    case store::Severity::Attention:
        return StateMark::Attention;
    case store::Severity::Alarm:
        return StateMark::Alarm;
    }
    return StateMark::None;
}

} // namespace opsdeck::kit
