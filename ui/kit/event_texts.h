// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/event.h"
#include "ui/kit/ui_system_module.h"

namespace opsdeck::kit {

/// Puts the arguments into a sentence: %1 … %16, once each and in one pass, so that an argument that has "%2" in it stays
/// as it is. A place without an argument becomes "–". Names with right-to-left letters do not turn the words beside them.
QString filledSentence(const QString &sentence, const QStringList &arguments);

/// Says events in the operator's language: asks the systems' modules for the sentence of a text key, has those of the
/// program itself, and where nobody knows the key says honestly what the event holds. Owns the modules; after that
/// constant: any thread may ask.
class EventTexts final
{
public:
    explicit EventTexts(std::vector<std::unique_ptr<UiSystemModule>> modules);
    ~EventTexts();
    EventTexts(const EventTexts &) = delete;
    EventTexts &operator=(const EventTexts &) = delete;

    /// One line of plain text, in the language of the moment; never empty.
    QString sentence(const store::Event &event) const;
    /// "Video recorder (DVR)" for "dvr", "Opsdeck" for the program; an unknown system is named as it is.
    QString systemName(const QString &system) const;
    /// "Login refused" for "login-refused", translated now; a kind that nobody knows is called as it is.
    QString kindName(const QString &kind) const;

private:
    QString pattern(const store::Event &event) const;

    const std::vector<std::unique_ptr<UiSystemModule>> m_modules;
};

/// "information", "attention", "alarm", translated now.
QString severityWord(store::Severity severity);
/// The shape beside it in lists; information has none.
StateMark severityMark(store::Severity severity);

} // namespace opsdeck::kit
