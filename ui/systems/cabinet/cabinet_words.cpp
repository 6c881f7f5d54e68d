// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/cabinet/cabinet_words.h"

#include "core/base/hex.h"
#include "core/store/database.h"
#include "ui/kit/error_text.h"
#include "ui/kit/time_text.h"

#include <QCoreApplication>

namespace opsdeck::cabinet {

namespace {

/// Of lupdate's context opsdeck::cabinet::CabinetWords.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(opsdeck::cabinet::CabinetWords)
};

using Kind = WorkItem::Kind;
using State = WorkItem::State;

QString questionName(int question)
{
    switch (question) {
    case CabinetWork::Inventory:
        return Texts::tr("slots");
    case CabinetWork::Version:
        return Texts::tr("version");
    case CabinetWork::Iccid:
        return QStringLiteral("ICCID");
    case CabinetWork::NetworkQuestion:
        return Texts::tr("network");
    case CabinetWork::Address:
        return Texts::tr("server address");
    case CabinetWork::VolumeQuestion:
        return Texts::tr("volume");
    default:
        return QString();
    }
}

QString slotTitle(const WorkItem &item)
{
    if (item.kind == Kind::Eject)
        return Texts::tr("Eject slot %1").arg(item.slot);
    if (item.kind == Kind::RentBest && item.slot == 0)
        return Texts::tr("Rent the fullest");
    return Texts::tr("Rent slot %1").arg(item.slot);
}

QString refreshAnswer(const WorkItem &item)
{
    if (item.state == State::Running)
        return Texts::tr("%1 of %2 answers").arg(item.answered).arg(item.asked);
    if (item.silent.isEmpty())
        return Texts::tr("everything is up to date");
    QStringList names;
    for (const int question : item.silent)
        names << questionName(question);
    return Texts::tr("up to date, but without %1").arg(names.join(QStringLiteral(", ")));
}

QString doneText(const WorkItem &item)
{
    switch (item.kind) {
    case Kind::Rent:
    case Kind::RentBest:
    case Kind::Eject:
        return Texts::tr("%1 is out").arg(bankName(item.bank));
    case Kind::Volume:
        return Texts::tr("the volume is %1").arg(item.level);
    case Kind::ServerAddress:
        return Texts::tr("taken; it counts after the next start");
    case Kind::Reboot:
        return Texts::tr("received; it starts again now");
    case Kind::Upgrade:
        return Texts::tr("received; it loads the file now");
    case Kind::Forget:
        return Texts::tr("it is off the list");
    case Kind::Flag:
        return Texts::tr("it is not given out any more");
    case Kind::Unflag:
        return Texts::tr("it is in use again");
    case Kind::Refresh:
        break;
    }
    return refreshAnswer(item);
}

QString databaseText(const base::Error &error)
{
    using store::DatabaseError;
    if (error.is(DatabaseError::NotOpen))
        return Texts::tr("the database is not open");
    if (error.is(DatabaseError::DiskFull))
        return Texts::tr("the disk is full");
    if (error.is(DatabaseError::ReadOnly))
        return Texts::tr("the database cannot be written");
    if (error.is(DatabaseError::Locked))
        return Texts::tr("another program holds the database");
    if (error.is(DatabaseError::Damaged))
        return Texts::tr("the database is damaged");
    if (error.is(DatabaseError::Newer))
        return Texts::tr("the database is of a later version");
    if (error.is(DatabaseError::Failed))
        return Texts::tr("the database failed");
    return QString();
}

/// Why a cabinet is away, by the text key of that event; empty for one this version does not know.
QString offlineText(const QString &key)
{
    const QString reason = key.mid(key.lastIndexOf(QLatin1Char('.')) + 1);
    if (reason == QLatin1String("closed"))
        return Texts::tr("it closed the connection");
    if (reason == QLatin1String("connection-lost"))
        return Texts::tr("the connection broke");
    if (reason == QLatin1String("silent"))
        return Texts::tr("no heartbeat");
    if (reason == QLatin1String("flooding"))
        return Texts::tr("it sent far too much");
    if (reason == QLatin1String("not-reading"))
        return Texts::tr("it does not read what it is sent");
    if (reason == QLatin1String("broken-frame"))
        return Texts::tr("it sent what cannot be a message");
    if (reason == QLatin1String("other-login"))
        return Texts::tr("it logged in under another serial number");
    if (reason == QLatin1String("server-stopped"))
        return Texts::tr("the server was stopped");
    return QString();
}

} // namespace

QString cabinetErrorText(const base::Error &error)
{
    if (error.is(CabinetError::NotConnected))
        return Texts::tr("the cabinet is not on line");
    if (error.is(CabinetError::Refused))
        return Texts::tr("the cabinet refused");
    if (error.is(CabinetError::NoAnswer))
        return Texts::tr("no answer in time");
    if (error.is(CabinetError::OutcomeUnknown))
        return Texts::tr("no answer: whether it was done is not known, the next inventory tells");
    if (error.is(CabinetError::ConnectionLost))
        return Texts::tr("the connection broke before the answer");
    if (error.is(CabinetError::QueueFull))
        return Texts::tr("too many requests wait for this cabinet");
    if (error.is(CabinetError::OutOfRange))
        return Texts::tr("not a valid value");
    if (error.is(CabinetError::WrongAnswer))
        return Texts::tr("the cabinet answered something unreadable");
    if (error.is(CabinetError::SlotEmpty))
        return Texts::tr("there is no power bank to give");
    if (error.is(CabinetError::BankOutOfUse))
        return Texts::tr("the power bank is out of use");
    if (error.is(CabinetError::SecretMissing))
        return Texts::tr("this cabinet takes commands only with its secret");
    if (error.is(CabinetError::PortTaken))
        return Texts::tr("another program uses this port");
    if (error.is(CabinetError::AddressNotOurs))
        return Texts::tr("it is not an address of this computer");
    if (error.is(CabinetError::TooFewFiles))
        return Texts::tr("this computer lets too few connections be open");
    if (const QString database = databaseText(error); !database.isEmpty())
        return database;
    return kit::errorText(error);
}

QString serverProblemText(const ServerState &state)
{
    const QString why = state.problem ? cabinetErrorText(*state.problem) : QString();
    return state.isListening ? Texts::tr("Not every cabinet can dial in: %1").arg(why)
                             : Texts::tr("Nobody can dial in: %1").arg(why);
}

QString stateText(const CabinetStatus &status, const QDateTime &now)
{
    const QString since = kit::momentText(status.since, now);
    switch (status.state) {
    case CabinetStatus::State::Online:
        return since.isEmpty() ? Texts::tr("On line") : Texts::tr("On line since %1").arg(since);
    case CabinetStatus::State::Offline: {
        const QString text =
            since.isEmpty() ? Texts::tr("Offline") : Texts::tr("Offline since %1").arg(since);
        const QString why = offlineText(status.offlineKey);
        return why.isEmpty() ? text : Texts::tr("%1 · %2").arg(text, why);
    }
    case CabinetStatus::State::NeverSeen:
        break;
    }
    return Texts::tr("Accepted, but never seen since the program started");
}

QString cabinetSubtitle(const CabinetStatus &status)
{
    QStringList parts{base::plainText(status.name, 80), base::plainText(status.place, 80)};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

QString cabinetTitle(const CabinetStatus &status)
{
    QStringList parts{base::plainText(status.sn, 64), cabinetSubtitle(status)};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

QString workTitle(const WorkItem &item)
{
    switch (item.kind) {
    case Kind::Rent:
    case Kind::RentBest:
    case Kind::Eject:
        return slotTitle(item);
    case Kind::Refresh:
        return Texts::tr("Refresh");
    case Kind::Volume:
        return Texts::tr("Volume %1").arg(item.level);
    case Kind::ServerAddress:
        return Texts::tr("Server address");
    case Kind::Reboot:
        return Texts::tr("Reboot");
    case Kind::Upgrade:
        return Texts::tr("Upgrade");
    case Kind::Forget:
        return Texts::tr("Forget");
    case Kind::Flag:
        return Texts::tr("Take %1 out of use").arg(bankName(item.bank));
    case Kind::Unflag:
        return Texts::tr("Put %1 into use").arg(bankName(item.bank));
    }
    return QString();
}

QString workAnswer(const WorkItem &item)
{
    if (item.error && item.state == State::Failed)
        return cabinetErrorText(*item.error);
    if (item.state == State::Running)
        return item.kind == Kind::Refresh ? refreshAnswer(item) : Texts::tr("waiting for the answer");
    return doneText(item);
}

kit::StateMark workMark(const WorkItem &item)
{
    switch (item.state) {
    case State::Running:
        return kit::StateMark::Working;
    case State::Done:
        return item.silent.isEmpty() ? kit::StateMark::Ok : kit::StateMark::Attention;
    case State::Failed:
        break;
    }
    return kit::StateMark::Attention;
}

QString causeText(store::MoveCause cause)
{
    using store::MoveCause;
    switch (cause) {
    case MoveCause::Inventory:
        return Texts::tr("Seen by an inventory");
    case MoveCause::Rent:
        return Texts::tr("Rented");
    case MoveCause::Return:
        return Texts::tr("Returned");
    case MoveCause::Eject:
        return Texts::tr("Ejected");
    case MoveCause::LateRent:
        return Texts::tr("Rented, answered late");
    case MoveCause::LateEject:
        return Texts::tr("Ejected, answered late");
    case MoveCause::Flagged:
        return Texts::tr("Taken out of use");
    case MoveCause::Unflagged:
        return Texts::tr("Put into use");
    case MoveCause::Registered:
        return Texts::tr("Registered");
    }
    return QString();
}

QString placeText(const store::BankPlace &place, const std::function<QString(const QString &sn)> &name)
{
    using PlaceState = store::BankPlace::State;
    const QString cabinet = place.cabinet.isEmpty() ? QString() : name(place.cabinet);
    switch (place.state) {
    case PlaceState::InSlot:
        return Texts::tr("slot %1 of %2").arg(place.slot).arg(cabinet);
    case PlaceState::Rented:
        return cabinet.isEmpty() ? Texts::tr("rented") : Texts::tr("rented, from %1").arg(cabinet);
    case PlaceState::Unknown:
        break;
    }
    return cabinet.isEmpty() ? Texts::tr("not known") : Texts::tr("not known, last in %1").arg(cabinet);
}

QString levelText(int level)
{
    if (level < 0)
        return QStringLiteral("–");
    if (const auto percent = percentOf(level))
        return Texts::tr("%1 %").arg(*percent);
    return Texts::tr("level %1").arg(level);
}

QString networkText(const Network &network)
{
    constexpr int kStrongest = 31;
    const QString mode = networkModeName(network.mode);
    if (network.signal < 0 || network.signal > kStrongest)
        return Texts::tr("%1 · signal not known").arg(mode);
    return Texts::tr("%1 · signal %2 / 31").arg(mode).arg(network.signal);
}

} // namespace opsdeck::cabinet
