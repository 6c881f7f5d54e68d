// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/systems/cabinet/cabinet_calls.h"

#include "core/base/on.h"
#include "core/systems/cabinet/call_checks.h"

#include <algorithm>
#include <chrono>

namespace opsdeck::cabinet {

using store::Severity;

namespace {

tl::unexpected<base::Error> notConnected(const QString &sn)
{
    return base::fail(CabinetError::NotConnected, QStringLiteral("%1 is not on line").arg(sn));
}

/// A bank that is out of use is not rented, so little happens to it after that.
constexpr int kMovesLookedAt = 100;
/// Of a cabinet that was just away and is to rent.
constexpr std::chrono::seconds kCountingTime{3};

/// Which it is, since when, by whom and why, as far as is known.
QString outOfUseText(const store::Bank &bank, const base::Result<QList<store::BankMove>> &moves)
{
    QString text = QStringLiteral("%1 is out of use").arg(bankName(bank.id));
    if (moves) {
        const auto flagged = std::find_if(moves->begin(), moves->end(), [](const store::BankMove &move) {
            return move.cause == store::MoveCause::Flagged;
        });
        if (flagged != moves->end()) {
            text += QStringLiteral(" since %1").arg(flagged->time.toString(Qt::ISODate));
            if (!flagged->operatorName.isEmpty())
                text += QStringLiteral(", says %1").arg(flagged->operatorName);
        }
    }
    return bank.flagReason.isEmpty() ? text : text + QStringLiteral(": ") + bank.flagReason;
}

QJsonObject errorDetails(const base::Error &error)
{
    return {{QStringLiteral("error"), error.name()}, {QStringLiteral("detail"), error.detail()}};
}

} // namespace

CabinetCalls::CabinetCalls(base::Clock &clock, CabinetRegister &cabinets, BankDesk &desk, Reporter &reporter,
                           store::BankLedger &ledger, QObject &server,
                           std::function<void(CabinetRecord &)> lookAgain)
    : m_clock(clock)
    , m_cabinets(cabinets)
    , m_desk(desk)
    , m_reporter(reporter)
    , m_ledger(ledger)
    , m_server(server)
    , m_lookAgain(std::move(lookAgain))
{
}

/// Sends one question and reads its answer. @param take called with the record and the value before `done`.
template <typename T, typename Decode, typename Take>
void CabinetCalls::ask(const QString &sn, Command command, const QByteArray &payload, Decode decode,
                       Take take, Done<T> done)
{
    CabinetRecord *record = m_cabinets.find(sn);
    if (!record || !record->session) {
        done(notConnected(sn));
        return;
    }
    Request request;
    request.command = command;
    request.payload = payload;
    request.timeout = m_limits.answerTime;
    request.done = [this, sn, command, decode, take = std::move(take), done = std::move(done)](
                       const base::Result<QByteArray> &answer, std::optional<Nanoseconds>) {
        if (!answer) {
            done(base::fail(answer.error()));
            return;
        }
        const base::Result<T> value = decode(*answer);
        CabinetRecord *now = m_cabinets.find(sn);
        // Who asked may have been the server itself, after the login: then nobody else would hear of it.
        if (!value && now && now->session)
            m_desk.badMessage(*now->session, quint8(command), value.error().detail());
        if constexpr (std::is_void_v<T>) {
            if (value && now)
                take(*now);
        } else {
            if (value && now)
                take(*now, *value);
        }
        if (value && now)
            m_cabinets.touch(*now);
        done(value);
    };
    record->session->request(std::move(request));
}

void CabinetCalls::inventory(const QString &sn, Done<QList<SlotEntry>> done)
{
    CabinetRecord *record = m_cabinets.find(sn);
    const quint8 vsn = record && record->session ? record->session->vsn : 1;
    const auto decode = [vsn](QByteArrayView payload) { return decodeInventory(payload, vsn); };
    ask<QList<SlotEntry>>(
        sn, Command::Inventory, {}, decode, [](CabinetRecord &, const QList<SlotEntry> &) {},
        [this, sn, done = std::move(done)](const base::Result<QList<SlotEntry>> &entries) {
            CabinetRecord *now = m_cabinets.find(sn);
            if (!entries || !now) {
                done(entries);
                return;
            }
            m_desk.inventorySeen(
                *now, *entries,
                [banks = withoutEmptySlots(*entries), done](const base::Result<void> &) { done(banks); });
        });
}

void CabinetCalls::version(const QString &sn, Done<QString> done)
{
    ask<QString>(
        sn, Command::Version, {}, decodeVersion,
        [](CabinetRecord &record, const QString &text) { record.status.version = text; }, std::move(done));
}

void CabinetCalls::iccid(const QString &sn, Done<QString> done)
{
    ask<QString>(
        sn, Command::Iccid, {}, decodeIccid,
        [](CabinetRecord &record, const QString &text) { record.status.iccid = text; }, std::move(done));
}

void CabinetCalls::network(const QString &sn, Done<Network> done)
{
    ask<Network>(
        sn, Command::Network, {}, decodeNetwork,
        [](CabinetRecord &record, const Network &network) { record.status.network = network; },
        std::move(done));
}

void CabinetCalls::volume(const QString &sn, Done<int> done)
{
    ask<int>(
        sn, Command::Volume, {}, decodeVolume,
        [](CabinetRecord &record, int level) { record.status.volume = level; }, std::move(done));
}

void CabinetCalls::serverAddress(const QString &sn, Done<ServerAddress> done)
{
    ask<ServerAddress>(
        sn, Command::ServerAddress, {}, decodeServerAddress,
        [this](CabinetRecord &record, const ServerAddress &address) {
            record.status.serverAddress = address;
            setHeartbeat(record, address.heartbeatSeconds, false);
        },
        std::move(done));
}

void CabinetCalls::setHeartbeat(CabinetRecord &record, int seconds, bool wasTold)
{
    if (seconds < 1)
        return;
    record.status.heartbeatSeconds = seconds;
    if (!record.session)
        return;
    // What it was told holds only after its next start: until its next login it may still beat as slowly as before, whatever
    // it reports.
    CabinetSession &session = *record.session;
    session.hasToldHeartbeat = session.hasToldHeartbeat || wasTold;
    session.setHeartbeat(session.hasToldHeartbeat ? std::max(session.heartbeatSeconds, seconds) : seconds);
}

void CabinetCalls::reportAction(const ActionTexts &texts, const QStringList &arguments, const QString &sn,
                                const QString &by, const base::Result<void> &result)
{
    Reporter::Fact fact{texts.kind, texts.done, arguments, sn};
    fact.operatorName = by;
    if (!result) {
        fact.text = result.error().is(CabinetError::NoAnswer) ? texts.noAnswer : texts.failed;
        fact.severity = Severity::Attention;
        fact.details = errorDetails(result.error());
    }
    m_reporter.report(fact);
}

void CabinetCalls::act(const QString &sn, Command command, const QByteArray &payload,
                       const ActionTexts &texts, const QStringList &arguments, const QString &by,
                       std::function<void(CabinetRecord &)> take, Done<void> done)
{
    const auto decode = [command](QByteArrayView answer) { return decodeEmpty(command, answer); };
    ask<void>(
        sn, command, payload, decode,
        [take = std::move(take)](CabinetRecord &record) {
            if (take)
                take(record);
        },
        [this, texts, arguments, sn, by, done = std::move(done)](const base::Result<void> &result) {
            reportAction(texts, arguments, sn, by, result);
            done(result);
        });
}

void CabinetCalls::reboot(const QString &sn, const QString &by, Done<void> done)
{
    const ActionTexts texts{"reboot", eventText("cabinet.reboot.done"), eventText("cabinet.reboot.no-answer"),
                            eventText("cabinet.reboot.failed")};
    act(sn, Command::Reboot, {}, texts, {sn}, by, {}, std::move(done));
}

void CabinetCalls::upgrade(const QString &sn, const FtpUpgrade &what, const QString &by, Done<void> done)
{
    if (const auto checked = checkUpgrade(what); !checked) {
        done(checked);
        return;
    }
    const ActionTexts texts{"upgrade", eventText("cabinet.upgrade.done"),
                            eventText("cabinet.upgrade.no-answer"), eventText("cabinet.upgrade.failed")};
    act(sn, Command::Upgrade, encodeUpgrade(what), texts, {sn, what.file}, by, {}, std::move(done));
}

void CabinetCalls::setServerAddress(const QString &sn, const ServerAddress &address, const QString &by,
                                    Done<void> done)
{
    if (const auto checked = checkAddress(address); !checked) {
        done(checked);
        return;
    }
    const ActionTexts texts{"server-address", eventText("cabinet.server-address.done"),
                            eventText("cabinet.server-address.no-answer"),
                            eventText("cabinet.server-address.failed")};
    const QStringList arguments{sn, address.host + u':' + address.port,
                                QString::number(address.heartbeatSeconds)};
    act(
        sn, Command::SetServerAddress, encodeServerAddress(address), texts, arguments, by,
        [this, address](CabinetRecord &record) {
            record.status.serverAddress = address;
            setHeartbeat(record, address.heartbeatSeconds, true);
        },
        std::move(done));
}

void CabinetCalls::setVolume(const QString &sn, int level, const QString &by, Done<void> done)
{
    if (const auto checked = checkVolume(level); !checked) {
        done(checked);
        return;
    }
    const QStringList arguments{sn, QString::number(level)};
    ask<bool>(
        sn, Command::SetVolume, encodeVolume(level), decodeSetVolume,
        [level](CabinetRecord &record, bool isDone) {
            if (isDone)
                record.status.volume = level;
        },
        [this, sn, by, arguments, done = std::move(done)](const base::Result<bool> &answer) {
            base::Result<void> result;
            if (!answer)
                result = base::fail(answer.error());
            else if (!*answer)
                result = base::fail(CabinetError::Refused, QStringLiteral("the cabinet answered 0 (failed)"),
                                    {{QStringLiteral("result"), 0}});
            const bool isRefused = !result && result.error().is(CabinetError::Refused);
            reportAction(
                {"volume", eventText("cabinet.volume.done"), eventText("cabinet.volume.no-answer"),
                 isRefused ? eventText("cabinet.volume.refused") : eventText("cabinet.volume.failed")},
                arguments, sn, by, result);
            done(result);
        });
}

void CabinetCalls::rent(const QString &sn, int slot, const QString &by, Done<EjectedBank> done)
{
    if (const auto checked = checkSlot(slot); !checked) {
        done(base::fail(checked.error()));
        return;
    }
    CabinetRecord *record = m_cabinets.find(sn);
    if (!record || !record->session) {
        onEjected(Command::Rent, sn, slot, by, notConnected(sn), {}, done);
        return;
    }
    const Done<EjectedBank> told = leaving(*record, slot, std::move(done));
    const CabinetStatus &status = record->status;
    if (status.inventory && status.inventoryAt >= status.since) {
        rentWhatLies(sn, slot, by, true, told);
        return;
    }
    // While it was away somebody may have put any bank there. Who does not count soon, or in a way that nobody can read,
    // may still be able to rent.
    const quint64 number = ++m_lastCounting;
    m_counting[number] =
        m_clock.makeTimer([this, sn, slot, by, told] { rentWhatLies(sn, slot, by, false, told); });
    m_counting[number]->start(kCountingTime);
    inventory(sn, [this, sn, slot, by, told, number](const base::Result<QList<SlotEntry>> &entries) {
        const auto counting = m_counting.extract(number);
        if (!counting.mapped()->isActive())
            return; // decided by the ledger
        if (entries || entries.error().is(CabinetError::WrongAnswer) ||
            entries.error().is(CabinetError::NoAnswer))
            rentWhatLies(sn, slot, by, entries.has_value(), told);
        else
            onEjected(Command::Rent, sn, slot, by, base::fail(entries.error()), {}, told);
    });
}

void CabinetCalls::rentWhatLies(const QString &sn, int slot, const QString &by, bool isCounted,
                                const Done<EjectedBank> &done)
{
    const CabinetRecord *record = m_cabinets.find(sn);
    if (!isCounted || !record || !record->status.inventory) {
        m_ledger.banksOf(sn).then(
            base::onLater(&m_server, [=, this](const base::Result<QList<store::Bank>> &banks) {
                if (!banks) {
                    rentInUse(sn, slot, by, base::fail(banks.error()), done);
                    return;
                }
                const auto lying =
                    std::find_if(banks->begin(), banks->end(),
                                 [slot](const store::Bank &bank) { return bank.place.slot == slot; });
                rentInUse(sn, slot, by, lying == banks->end() ? std::nullopt : std::optional(*lying), done);
            }));
        return;
    }
    const QList<SlotEntry> &entries = *record->status.inventory;
    const auto shown = std::find_if(entries.begin(), entries.end(),
                                    [slot](const SlotEntry &entry) { return entry.slot == slot; });
    if (shown == entries.end()) {
        // The cabinet says itself that it is empty.
        rentInUse(sn, slot, by, std::nullopt, done);
        return;
    }
    m_ledger.bank(shown->bank)
        .then(base::onLater(&m_server, [=, this](const base::Result<std::optional<store::Bank>> &bank) {
            rentInUse(sn, slot, by, bank, done);
        }));
}

void CabinetCalls::rentInUse(const QString &sn, int slot, const QString &by,
                             const base::Result<std::optional<store::Bank>> &bank,
                             const Done<EjectedBank> &done)
{
    if (!bank) {
        // Without the ledger nobody knows which are out of use.
        onEjected(Command::Rent, sn, slot, by, base::fail(bank.error()), {}, done);
        return;
    }
    if (!*bank || !(*bank)->isFlagged) {
        push(Command::Rent, sn, slot, by, done);
        return;
    }
    m_ledger.history((*bank)->id, 0, kMovesLookedAt)
        .then(base::onLater(&m_server, [=, this,
                                        bank = **bank](const base::Result<QList<store::BankMove>> &moves) {
            const base::Error error(CabinetError::BankOutOfUse,
                                    QStringLiteral("slot %1: %2").arg(slot).arg(outOfUseText(bank, moves)));
            onEjected(Command::Rent, sn, slot, by, base::fail(error), {}, done);
        }));
}

void CabinetCalls::eject(const QString &sn, int slot, const QString &by, Done<EjectedBank> done)
{
    push(Command::Eject, sn, slot, by, std::move(done));
}

CabinetCalls::Done<EjectedBank> CabinetCalls::leaving(CabinetRecord &record, int slot, Done<EjectedBank> done)
{
    record.leaving.push_back(slot);
    return
        [this, sn = record.status.sn, slot, done = std::move(done)](const base::Result<EjectedBank> &result) {
            if (CabinetRecord *now = m_cabinets.find(sn)) {
                auto &leaving = now->leaving;
                if (const auto one = std::find(leaving.begin(), leaving.end(), slot); one != leaving.end())
                    leaving.erase(one);
                if (leaving.empty())
                    leaving.shrink_to_fit();
            }
            done(result);
        };
}

void CabinetCalls::push(Command command, const QString &sn, int slot, const QString &by,
                        Done<EjectedBank> done)
{
    if (const auto checked = checkSlot(slot); !checked) {
        done(base::fail(checked.error()));
        return;
    }
    CabinetRecord *record = m_cabinets.find(sn);
    if (!record || !record->session) {
        onEjected(command, sn, slot, by, notConnected(sn), {}, done);
        return;
    }
    const Done<EjectedBank> told = leaving(*record, slot, std::move(done));
    Request request;
    request.command = command;
    request.payload = encodeSlot(slot);
    request.slot = slot;
    request.timeout = m_limits.ejectTime;
    request.done = [this, command, sn, slot, by, told](const base::Result<QByteArray> &answer,
                                                       std::optional<Nanoseconds> sentAt) {
        onEjected(command, sn, slot, by, answer, sentAt, told);
    };
    record->session->request(std::move(request));
}

void CabinetCalls::onEjected(Command command, const QString &sn, int slot, const QString &by,
                             const base::Result<QByteArray> &answer, std::optional<Nanoseconds> sentAt,
                             const Done<EjectedBank> &done)
{
    const bool isRent = command == Command::Rent;
    CabinetRecord *record = m_cabinets.find(sn);
    const auto report = [&](EventText text, const QJsonObject &details) {
        QJsonObject all = details;
        all.insert(QStringLiteral("slot"), slot);
        m_reporter.report({isRent ? "rented" : "ejected",
                           text,
                           {sn, QString::number(slot)},
                           sn,
                           Severity::Attention,
                           all,
                           by});
    };
    if (!sentAt || !record) {
        report(isRent ? eventText("cabinet.rent-failed") : eventText("cabinet.eject-failed"),
               answer ? QJsonObject() : errorDetails(answer.error()));
        done(base::fail(answer ? base::Error(CabinetError::NotConnected, QString()) : answer.error()));
        return;
    }
    const BankDesk::Asked asked{command, slot, by, *sentAt};
    if (!answer) {
        m_desk.outcomeUnknown(*record, asked, answer.error().is(CabinetError::NoAnswer));
        m_lookAgain(*record);
        done(base::fail(CabinetError::OutcomeUnknown,
                        QStringLiteral("slot %1: %2; the next inventory settles it")
                            .arg(slot)
                            .arg(answer.error().detail())));
        return;
    }
    const auto ejected = decodeEjected(command, *answer);
    if (!ejected) {
        m_desk.outcomeUnknown(*record, asked, false);
        m_lookAgain(*record);
        done(base::fail(ejected.error()));
        return;
    }
    if (ejected->isOk && isNoBank(ejected->bank.bank)) {
        // Something came out; the next inventory tells what.
        m_desk.outcomeUnknown(*record, asked, false);
        m_lookAgain(*record);
        done(base::fail(
            CabinetError::OutcomeUnknown,
            QStringLiteral("slot %1: the cabinet answered 1 (ok) and named no power bank; the next "
                           "inventory settles it")
                .arg(slot)));
        return;
    }
    if (!ejected->isOk) {
        report(isRent ? eventText("cabinet.rent-refused") : eventText("cabinet.eject-refused"),
               {{QStringLiteral("result"), 0}});
        done(base::fail(
            CabinetError::Refused, QStringLiteral("slot %1: the cabinet answered 0 (failed)").arg(slot),
            {{QStringLiteral("result"), 0}, {QStringLiteral("meaning"), QStringLiteral("failed")}}));
        return;
    }
    m_desk.wentOut(*record, asked, ejected->bank, false, [done, bank = ejected->bank] { done(bank); });
}

void CabinetCalls::rentBest(const QString &sn, const QString &by, Done<EjectedBank> done)
{
    inventory(sn, [this, sn, by, done = std::move(done)](const base::Result<QList<SlotEntry>> &entries) {
        if (!entries) {
            done(base::fail(entries.error()));
            return;
        }
        m_ledger.banksOf(sn).then(
            base::onLater(&m_server, [this, sn, by, done](const base::Result<QList<store::Bank>> &banks) {
                rentFullest(sn, by, banks, done);
            }));
    });
}

void CabinetCalls::rentFullest(const QString &sn, const QString &by,
                               const base::Result<QList<store::Bank>> &banks, Done<EjectedBank> done)
{
    if (!banks) {
        // Without the ledger nobody knows which are out of use.
        done(base::fail(banks.error()));
        return;
    }
    const CabinetRecord *record = m_cabinets.find(sn);
    if (!record || !record->status.inventory) {
        done(notConnected(sn));
        return;
    }
    // What is shown now: others rent, too, and what they took was still there when the cabinet counted.
    const SlotEntry *best = fullestOf(*record->status.inventory, *banks, record->leaving);
    if (!best) {
        done(base::fail(CabinetError::SlotEmpty, QStringLiteral("%1 has no power bank to rent").arg(sn)));
        return;
    }
    push(Command::Rent, sn, best->slot, by, std::move(done));
}

} // namespace opsdeck::cabinet
