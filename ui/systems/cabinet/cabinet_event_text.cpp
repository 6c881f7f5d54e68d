// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/cabinet/cabinet_event_text.h"

#include <QCoreApplication>

namespace opsdeck::cabinet {

namespace {

/// A key of the journal and its sentence, for lupdate in the context CabinetEvents.
struct Sentence {
    const char *key;
    const char *text;
};

constexpr Sentence kSentences[] = {
    {"cabinet.online", QT_TRANSLATE_NOOP("CabinetEvents", "%1 is on line from %2")},
    {"cabinet.offline.closed", QT_TRANSLATE_NOOP("CabinetEvents", "%1 closed the connection (%2)")},
    {"cabinet.offline.connection-lost",
     QT_TRANSLATE_NOOP("CabinetEvents", "The connection to %1 broke (%2)")},
    {"cabinet.offline.silent", QT_TRANSLATE_NOOP("CabinetEvents", "%1 has sent nothing for %3 seconds (%2)")},
    {"cabinet.offline.replaced",
     QT_TRANSLATE_NOOP("CabinetEvents", "The connection of %1 from %2 was replaced by a newer one")},
    {"cabinet.offline.flooding",
     QT_TRANSLATE_NOOP("CabinetEvents", "%1 sent far too much and was disconnected (%2)")},
    {"cabinet.offline.not-reading",
     QT_TRANSLATE_NOOP("CabinetEvents", "%1 does not read what it is sent and was disconnected (%2)")},
    {"cabinet.offline.broken-frame",
     QT_TRANSLATE_NOOP("CabinetEvents", "%1 sent what cannot be a message and was disconnected (%2)")},
    {"cabinet.offline.other-login",
     QT_TRANSLATE_NOOP("CabinetEvents",
                       "%1 logged in again under another serial number and was disconnected (%2)")},
    {"cabinet.offline.server-stopped",
     QT_TRANSLATE_NOOP("CabinetEvents", "The server was stopped; %1 was disconnected (%2)")},
    {"cabinet.offline.forgotten",
     QT_TRANSLATE_NOOP("CabinetEvents", "%1 was taken off the list and disconnected (%2)")},
    {"cabinet.login-refused.unknown",
     QT_TRANSLATE_NOOP("CabinetEvents", "%1 from %2 is not on the list of accepted cabinets")},
    {"cabinet.login-refused.too-many-new",
     QT_TRANSLATE_NOOP("CabinetEvents",
                       "%1 from %2 was not accepted by itself: too many new cabinets come at "
                       "once; they wait to be accepted")},
    {"cabinet.login-refused.list-full",
     QT_TRANSLATE_NOOP("CabinetEvents",
                       "%1 from %2 was not accepted by itself: the list of cabinets is full")},
    {"cabinet.login-refused.held",
     QT_TRANSLATE_NOOP("CabinetEvents", "%1 from %2 was refused: another cabinet uses this serial number")},
    {"cabinet.login-refused.malformed",
     QT_TRANSLATE_NOOP("CabinetEvents", "%1 sent a login that cannot be read")},
    {"cabinet.login-refused.not-login",
     QT_TRANSLATE_NOOP("CabinetEvents", "%1 sent something else before its login")},
    {"cabinet.login-refused.no-login",
     QT_TRANSLATE_NOOP("CabinetEvents", "%1 connected and did not log in in time")},
    {"cabinet.login-refused.too-many",
     QT_TRANSLATE_NOOP("CabinetEvents", "Too many connections without a login; %1 was disconnected")},
    {"cabinet.accepted", QT_TRANSLATE_NOOP("CabinetEvents", "%1 was accepted")},
    {"cabinet.accepted-new",
     QT_TRANSLATE_NOOP("CabinetEvents", "%1 from %2 was accepted by itself, as the settings say")},
    {"cabinet.accept-failed", QT_TRANSLATE_NOOP("CabinetEvents", "%1 could not be accepted")},
    {"cabinet.forgotten", QT_TRANSLATE_NOOP("CabinetEvents", "%1 was taken off the list")},
    {"cabinet.forget-failed", QT_TRANSLATE_NOOP("CabinetEvents", "%1 could not be taken off the list")},
    {"cabinet.described", QT_TRANSLATE_NOOP("CabinetEvents", "Name, place or strictness of %1 were changed")},
    {"cabinet.conflict", QT_TRANSLATE_NOOP("CabinetEvents", "%1 is connected twice: from %2 and from %3")},
    {"cabinet.conflict-throttled",
     QT_TRANSLATE_NOOP("CabinetEvents", "Two cabinets fight for %1; new ones are refused for %2 seconds")},
    {"cabinet.checksum",
     QT_TRANSLATE_NOOP("CabinetEvents", "%1 sends wrong checksums; its messages are used")},
    {"cabinet.checksum-dropped",
     QT_TRANSLATE_NOOP("CabinetEvents", "%1 sends wrong checksums; its messages are dropped")},
    {"cabinet.unknown-command",
     QT_TRANSLATE_NOOP("CabinetEvents", "%1 sent a message of an unknown kind, %2")},
    {"cabinet.unasked", QT_TRANSLATE_NOOP("CabinetEvents", "%1 answered what nobody had asked, %2")},
    {"cabinet.bad-message", QT_TRANSLATE_NOOP("CabinetEvents", "%1 sent a message that cannot be read, %2")},
    {"cabinet.secret-missing", QT_TRANSLATE_NOOP("CabinetEvents", "%1 needs a secret to be commanded")},
    {"cabinet.rented", QT_TRANSLATE_NOOP("CabinetEvents", "%3 was rented out of slot %2 of %1")},
    {"cabinet.rent-refused", QT_TRANSLATE_NOOP("CabinetEvents", "%1 did not give the power bank of slot %2")},
    {"cabinet.rent-failed", QT_TRANSLATE_NOOP("CabinetEvents", "A rent of slot %2 was not sent to %1")},
    {"cabinet.rent-late",
     QT_TRANSLATE_NOOP("CabinetEvents", "%3 was rented out of slot %2 of %1: the answer came late")},
    {"cabinet.rent-overtaken",
     QT_TRANSLATE_NOOP("CabinetEvents",
                       "%3 was rented out of slot %2 of %1; it was returned before that was said")},
    {"cabinet.ejected", QT_TRANSLATE_NOOP("CabinetEvents", "%3 was ejected out of slot %2 of %1")},
    {"cabinet.eject-refused", QT_TRANSLATE_NOOP("CabinetEvents", "%1 did not eject slot %2")},
    {"cabinet.eject-failed", QT_TRANSLATE_NOOP("CabinetEvents", "An eject of slot %2 was not sent to %1")},
    {"cabinet.eject-late",
     QT_TRANSLATE_NOOP("CabinetEvents", "%3 was ejected out of slot %2 of %1: the answer came late")},
    {"cabinet.eject-overtaken",
     QT_TRANSLATE_NOOP("CabinetEvents",
                       "%3 was ejected out of slot %2 of %1; it was returned before that was said")},
    {"cabinet.outcome-unknown.rent",
     QT_TRANSLATE_NOOP("CabinetEvents", "Nobody knows whether slot %2 of %1 gave its power bank")},
    {"cabinet.outcome-unknown.eject",
     QT_TRANSLATE_NOOP("CabinetEvents", "Nobody knows whether slot %2 of %1 was ejected")},
    {"cabinet.outcome-settled.out",
     QT_TRANSLATE_NOOP("CabinetEvents", "The inventory of %1 settles it: %3 left slot %2")},
    {"cabinet.outcome-settled.stayed",
     QT_TRANSLATE_NOOP("CabinetEvents", "The inventory of %1 settles it: %3 stayed in slot %2")},
    {"cabinet.returned", QT_TRANSLATE_NOOP("CabinetEvents", "%3 was returned to slot %2 of %1")},
    {"cabinet.return-refused.failed",
     QT_TRANSLATE_NOOP("CabinetEvents", "The return of %3 to slot %2 of %1 could not be recorded")},
    {"cabinet.return-refused.abnormal",
     QT_TRANSLATE_NOOP("CabinetEvents", "The return of %3 to slot %2 of %1 was refused: it is out of use")},
    {"cabinet.return-refused.duplicate",
     QT_TRANSLATE_NOOP("CabinetEvents", "The return of %3 to slot %2 of %1 is recorded already")},
    {"cabinet.return-refused.illegal",
     QT_TRANSLATE_NOOP("CabinetEvents", "The return of %3 to slot %2 of %1 was refused: nobody knows it")},
    {"cabinet.return-refused.not-empty",
     QT_TRANSLATE_NOOP("CabinetEvents", "The return of %3 to slot %2 of %1 was refused: %4 is there")},
    {"cabinet.inventory-disagrees",
     QT_TRANSLATE_NOOP("CabinetEvents", "%1: %2 power banks are not where they were expected")},
    {"cabinet.inventory-disagrees.one",
     QT_TRANSLATE_NOOP("CabinetEvents", "%1: the power bank %2 is not where it was expected")},
    {"cabinet.inventory-failed",
     QT_TRANSLATE_NOOP("CabinetEvents", "The inventory of %1 could not be recorded")},
    {"cabinet.fault.1",
     QT_TRANSLATE_NOOP("CabinetEvents", "%1, slot %2: a power bank left without a command (%3)")},
    {"cabinet.fault.2",
     QT_TRANSLATE_NOOP("CabinetEvents", "%1, slot %2: a return was seen but no power bank (%3)")},
    {"cabinet.fault.3", QT_TRANSLATE_NOOP("CabinetEvents", "%1, slot %2: the power bank %3 is faulty")},
    {"cabinet.fault.4", QT_TRANSLATE_NOOP("CabinetEvents", "%1, slot %2 is jammed (%3)")},
    {"cabinet.fault.5",
     QT_TRANSLATE_NOOP("CabinetEvents", "%1, slot %2: the slot does not communicate (%3)")},
    {"cabinet.fault.other", QT_TRANSLATE_NOOP("CabinetEvents", "%1, slot %2: fault number %3")},
    {"cabinet.reboot.done", QT_TRANSLATE_NOOP("CabinetEvents", "%1 takes the reboot")},
    {"cabinet.reboot.no-answer", QT_TRANSLATE_NOOP("CabinetEvents", "%1 did not answer the reboot")},
    {"cabinet.reboot.failed", QT_TRANSLATE_NOOP("CabinetEvents", "%1 could not be told to reboot")},
    {"cabinet.upgrade.done", QT_TRANSLATE_NOOP("CabinetEvents", "%1 takes the upgrade %2")},
    {"cabinet.upgrade.no-answer", QT_TRANSLATE_NOOP("CabinetEvents", "%1 did not answer the upgrade %2")},
    {"cabinet.upgrade.failed", QT_TRANSLATE_NOOP("CabinetEvents", "%1 could not be told to upgrade to %2")},
    {"cabinet.server-address.done",
     QT_TRANSLATE_NOOP("CabinetEvents", "%1 will dial %2 after its next start, heartbeat every %3 s")},
    {"cabinet.server-address.no-answer",
     QT_TRANSLATE_NOOP("CabinetEvents", "%1 did not answer the new server address %2, heartbeat every %3 s")},
    {"cabinet.server-address.failed",
     QT_TRANSLATE_NOOP("CabinetEvents", "%1 could not be given the server address %2, heartbeat every %3 s")},
    {"cabinet.volume.done", QT_TRANSLATE_NOOP("CabinetEvents", "The volume of %1 is %2")},
    {"cabinet.volume.refused", QT_TRANSLATE_NOOP("CabinetEvents", "%1 refused the volume %2")},
    {"cabinet.volume.no-answer", QT_TRANSLATE_NOOP("CabinetEvents", "%1 did not answer the volume %2")},
    {"cabinet.volume.failed", QT_TRANSLATE_NOOP("CabinetEvents", "%1 could not be given the volume %2")},
    {"cabinet.bank-flagged", QT_TRANSLATE_NOOP("CabinetEvents", "%1 was taken out of use: %2")},
    {"cabinet.bank-unflagged", QT_TRANSLATE_NOOP("CabinetEvents", "%1 is in use again")},
    {"cabinet.server-listening", QT_TRANSLATE_NOOP("CabinetEvents", "Waiting for cabinets on %1")},
    {"cabinet.server-stopped", QT_TRANSLATE_NOOP("CabinetEvents", "No longer waiting for cabinets on %1")},
    {"cabinet.server-failed.port-taken", QT_TRANSLATE_NOOP("CabinetEvents", "Another program uses %1")},
    {"cabinet.server-failed.address-not-ours",
     QT_TRANSLATE_NOOP("CabinetEvents", "%1 is not an address of this machine")},
    {"cabinet.server-failed.other", QT_TRANSLATE_NOOP("CabinetEvents", "Cannot wait for cabinets on %1")},
    {"cabinet.server-few-files",
     QT_TRANSLATE_NOOP("CabinetEvents", "Only %1 cabinets can be connected: %2 files may be open at once")},
    {"cabinet.server-accept-paused",
     QT_TRANSLATE_NOOP("CabinetEvents",
                       "New connections wait for %1 s: this machine has no more of what they need")},
    {"cabinet.events-left-out.one",
     QT_TRANSLATE_NOOP("CabinetEvents", "%1 event of a stranger was left out of the journal")},
    {"cabinet.events-left-out",
     QT_TRANSLATE_NOOP("CabinetEvents", "%1 events of strangers were left out of the journal")},
};

// Of the filter in the list of events.
constexpr Sentence kKinds[] = {
    {"online", QT_TRANSLATE_NOOP("CabinetEvents", "On line")},
    {"offline", QT_TRANSLATE_NOOP("CabinetEvents", "Off line")},
    {"login-refused", QT_TRANSLATE_NOOP("CabinetEvents", "Login refused")},
    {"accepted", QT_TRANSLATE_NOOP("CabinetEvents", "Accepted")},
    {"forgotten", QT_TRANSLATE_NOOP("CabinetEvents", "Taken off the list")},
    {"described", QT_TRANSLATE_NOOP("CabinetEvents", "Described")},
    {"conflict", QT_TRANSLATE_NOOP("CabinetEvents", "Conflict")},
    {"checksum", QT_TRANSLATE_NOOP("CabinetEvents", "Wrong checksums")},
    {"protocol", QT_TRANSLATE_NOOP("CabinetEvents", "Unreadable messages")},
    {"rented", QT_TRANSLATE_NOOP("CabinetEvents", "Rented")},
    {"ejected", QT_TRANSLATE_NOOP("CabinetEvents", "Ejected")},
    {"outcome-unknown", QT_TRANSLATE_NOOP("CabinetEvents", "Outcome unknown")},
    {"outcome-settled", QT_TRANSLATE_NOOP("CabinetEvents", "Outcome settled")},
    {"returned", QT_TRANSLATE_NOOP("CabinetEvents", "Returned")},
    {"disagreement", QT_TRANSLATE_NOOP("CabinetEvents", "Inventory disagrees")},
    {"fault", QT_TRANSLATE_NOOP("CabinetEvents", "Slot fault")},
    {"reboot", QT_TRANSLATE_NOOP("CabinetEvents", "Reboot")},
    {"upgrade", QT_TRANSLATE_NOOP("CabinetEvents", "Upgrade")},
    {"server-address", QT_TRANSLATE_NOOP("CabinetEvents", "Server address")},
    {"volume", QT_TRANSLATE_NOOP("CabinetEvents", "Volume")},
    {"flag", QT_TRANSLATE_NOOP("CabinetEvents", "Out of use, into use")},
    {"server", QT_TRANSLATE_NOOP("CabinetEvents", "Server")},
};

} // namespace

QString cabinetEventSentence(const QString &textKey)
{
    for (const Sentence &sentence : kSentences) {
        if (textKey == QLatin1String(sentence.key))
            return QCoreApplication::translate("CabinetEvents", sentence.text);
    }
    return QString();
}

QString cabinetEventKind(const QString &kind)
{
    for (const Sentence &word : kKinds) {
        if (kind == QLatin1String(word.key))
            return QCoreApplication::translate("CabinetEvents", word.text);
    }
    return QString();
}

} // namespace opsdeck::cabinet
