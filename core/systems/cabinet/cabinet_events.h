// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace opsdeck::cabinet {

/// A text key of the journal and how many arguments its sentence has. The window has a sentence for each.
struct EventText {
    std::string_view key;
    int arguments;
};

/// Every text key that the cabinets' server puts into the journal. %1 … are `Event::arguments`. An address is "host:port",
/// a bank its shown name (RL1A7C000041), a slot a number from 1.
inline constexpr EventText kEventTexts[] = {
    // kind "online"
    {"cabinet.online", 2}, // %1 is on line from %2 (SN, address)
    // kind "offline": SN, address
    {"cabinet.offline.closed", 2},          // %1 closed the connection
    {"cabinet.offline.connection-lost", 2}, // The connection to %1 broke
    {"cabinet.offline.silent", 3},          // %1 has sent nothing for %3 seconds
    {"cabinet.offline.replaced", 2},        // The connection of %1 from %2 was replaced by a newer one
    {"cabinet.offline.flooding", 2},        // %1 sent far too much and was disconnected
    {"cabinet.offline.not-reading", 2},     // %1 does not read what it is sent and was disconnected
    {"cabinet.offline.broken-frame",
     2}, // %1 sent what cannot be a message and was disconnected (details say what)
    {"cabinet.offline.other-login", 2}, // %1 logged in again under another serial number and was disconnected
    {"cabinet.offline.server-stopped", 2}, // The server was stopped; %1 was disconnected
    {"cabinet.offline.forgotten", 2},      // %1 was taken off the list and disconnected
    // kind "login-refused"
    {"cabinet.login-refused.unknown", 2}, // %1 from %2 is not on the list of accepted cabinets (SN, address)
    // %1 from %2 was not accepted by itself: too many new cabinets come at once; they wait to be accepted (SN, address)
    {"cabinet.login-refused.too-many-new", 2},
    // %1 from %2 was not accepted by itself: the list of cabinets is full (SN, address)
    {"cabinet.login-refused.list-full", 2},
    {"cabinet.login-refused.held", 2},      // %1 from %2 was refused: another cabinet uses this serial number
    {"cabinet.login-refused.malformed", 1}, // %1 sent a login that cannot be read (address)
    {"cabinet.login-refused.not-login", 1}, // %1 sent something else before its login (address)
    {"cabinet.login-refused.no-login", 1},  // %1 connected and did not log in in time (address)
    {"cabinet.login-refused.too-many",
     1}, // Too many connections without a login; %1 was disconnected (address)
    // kinds "accepted", "forgotten", "described"
    {"cabinet.accepted", 1},      // %1 was accepted (SN)
    {"cabinet.accepted-new", 2},  // %1 from %2 was accepted by itself, as the settings say (SN, address)
    {"cabinet.accept-failed", 1}, // %1 could not be accepted (SN)
    {"cabinet.forgotten", 1},     // %1 was taken off the list (SN)
    {"cabinet.forget-failed", 1}, // %1 could not be taken off the list (SN)
    {"cabinet.described", 1},     // Name, place or strictness of %1 were changed (SN)
    // kind "conflict"
    {"cabinet.conflict", 3},           // %1 is connected twice: from %2 and from %3 (SN, old and new address)
    {"cabinet.conflict-throttled", 2}, // Two cabinets fight for %1; new ones are refused for %2 seconds
    // kinds "checksum", "protocol"
    {"cabinet.checksum", 1},         // %1 sends wrong checksums; its messages are used (SN)
    {"cabinet.checksum-dropped", 1}, // %1 sends wrong checksums; its messages are dropped (SN)
    {"cabinet.unknown-command", 2},  // %1 sent a message of an unknown kind, %2 (SN, "0x42")
    {"cabinet.unasked", 2},          // %1 answered what nobody had asked, %2 (SN, "0x65")
    {"cabinet.bad-message", 2},      // %1 sent a message that cannot be read, %2 (SN, "0x66")
    {"cabinet.secret-missing", 1},   // %1 needs a secret to be commanded (SN)
    // kinds "rented", "ejected", "outcome-unknown", "outcome-settled": SN, slot, bank
    {"cabinet.rented", 3},         // %3 was rented out of slot %2 of %1
    {"cabinet.rent-refused", 2},   // %1 did not give the power bank of slot %2
    {"cabinet.rent-failed", 2},    // A rent of slot %2 was not sent to %1 (details say why)
    {"cabinet.rent-late", 3},      // %3 was rented out of slot %2 of %1: the answer came late
    {"cabinet.rent-overtaken", 3}, // %3 was rented out of slot %2 of %1; it was returned before that was said
    {"cabinet.ejected", 3},        // %3 was ejected out of slot %2 of %1
    {"cabinet.eject-refused", 2},  // %1 did not eject slot %2
    {"cabinet.eject-failed", 2},   // An eject of slot %2 was not sent to %1 (details say why)
    {"cabinet.eject-late", 3},     // %3 was ejected out of slot %2 of %1: the answer came late
    {"cabinet.eject-overtaken",
     3}, // %3 was ejected out of slot %2 of %1; it was returned before that was said
    {"cabinet.outcome-unknown.rent", 2},   // Nobody knows whether slot %2 of %1 gave its power bank
    {"cabinet.outcome-unknown.eject", 2},  // Nobody knows whether slot %2 of %1 was ejected
    {"cabinet.outcome-settled.out", 3},    // The inventory of %1 settles it: %3 left slot %2
    {"cabinet.outcome-settled.stayed", 3}, // The inventory of %1 settles it: %3 stayed in slot %2
    // kind "returned": SN, slot, bank
    {"cabinet.returned", 3},                // %3 was returned to slot %2 of %1
    {"cabinet.return-refused.failed", 3},   // The return of %3 to slot %2 of %1 could not be recorded
    {"cabinet.return-refused.abnormal", 3}, // The return of %3 to slot %2 of %1 was refused: it is out of use
    {"cabinet.return-refused.duplicate", 3}, // The return of %3 to slot %2 of %1 is recorded already
    {"cabinet.return-refused.illegal", 3},   // The return of %3 to slot %2 of %1 was refused: nobody knows it
    {"cabinet.return-refused.not-empty", 4}, // The return of %3 to slot %2 of %1 was refused: %4 is there
    // kind "disagreement"
    {"cabinet.inventory-disagrees", 2}, // %1: %2 power banks are not where they were expected (SN, how many)
    {"cabinet.inventory-disagrees.one", 2}, // %1: the power bank %2 is not where it was expected (SN, bank)
    {"cabinet.inventory-failed", 1},        // The inventory of %1 could not be recorded (SN)
    // kind "fault": SN, slot, bank
    {"cabinet.fault.1", 3},     // %1, slot %2: a power bank left without a command (%3)
    {"cabinet.fault.2", 3},     // %1, slot %2: a return was seen but no power bank
    {"cabinet.fault.3", 3},     // %1, slot %2: the power bank %3 is faulty
    {"cabinet.fault.4", 3},     // %1, slot %2 is jammed
    {"cabinet.fault.5", 3},     // %1, slot %2: the slot does not communicate
    {"cabinet.fault.other", 3}, // %1, slot %2: fault number %3
    // kinds "reboot", "upgrade", "server-address", "volume"; details say why where one failed
    {"cabinet.reboot.done", 1},              // %1 takes the reboot
    {"cabinet.reboot.no-answer", 1},         // %1 did not answer the reboot
    {"cabinet.reboot.failed", 1},            // %1 could not be told to reboot
    {"cabinet.upgrade.done", 2},             // %1 takes the upgrade %2 (SN, file)
    {"cabinet.upgrade.no-answer", 2},        // %1 did not answer the upgrade %2
    {"cabinet.upgrade.failed", 2},           // %1 could not be told to upgrade to %2
    {"cabinet.server-address.done", 3},      // %1 will dial %2 after its next start, heartbeat every %3 s
    {"cabinet.server-address.no-answer", 3}, // %1 did not answer the new server address %2
    {"cabinet.server-address.failed", 3},    // %1 could not be given the server address %2
    {"cabinet.volume.done", 2},              // The volume of %1 is %2 (SN, 0–15)
    {"cabinet.volume.refused", 2},           // %1 refused the volume %2
    {"cabinet.volume.no-answer", 2},         // %1 did not answer the volume %2
    {"cabinet.volume.failed", 2},            // %1 could not be given the volume %2
    // kind "flag": what the window does with the ledger; bank, reason
    {"cabinet.bank-flagged", 2},   // %1 was taken out of use: %2
    {"cabinet.bank-unflagged", 1}, // %1 is in use again
    // kind "server"
    {"cabinet.server-listening", 1},               // Waiting for cabinets on %1 (address:port)
    {"cabinet.server-stopped", 1},                 // No longer waiting for cabinets on %1
    {"cabinet.server-failed.port-taken", 1},       // Another program uses %1
    {"cabinet.server-failed.address-not-ours", 1}, // %1 is not an address of this machine
    {"cabinet.server-failed.other", 1},            // Cannot wait for cabinets on %1 (details say why)
    {"cabinet.server-few-files", 2}, // Only %1 cabinets can be connected: %2 files may be open at once
    {"cabinet.server-accept-paused",
     1}, // New connections wait: this machine has no more of what they need (%1 s)
    {"cabinet.events-left-out.one", 1}, // %1 event of a stranger was left out of the journal
    {"cabinet.events-left-out", 1},     // %1 events of strangers were left out of the journal
};

/// The entry of a key; does not compile for one that is not in the list.
consteval EventText eventText(std::string_view key)
{
    for (const EventText &text : kEventTexts) {
        if (text.key == key)
            return text;
    }
    throw "not a text key of the cabinets";
}

} // namespace opsdeck::cabinet
