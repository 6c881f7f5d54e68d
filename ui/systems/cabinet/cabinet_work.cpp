// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/cabinet/cabinet_work.h"

#include "core/base/on.h"

#include <algorithm>

namespace opsdeck::cabinet {

using Kind = WorkItem::Kind;

namespace {

WorkItem item(const QString &sn, Kind kind)
{
    WorkItem made;
    made.sn = sn;
    made.kind = kind;
    return made;
}

WorkItem slotItem(const QString &sn, Kind kind, int slot)
{
    WorkItem made = item(sn, kind);
    made.slot = slot;
    return made;
}

template <typename T>
std::optional<base::Error> errorOf(const base::Result<T> &result)
{
    return result ? std::optional<base::Error>() : result.error();
}

} // namespace

CabinetWork::CabinetWork(OperatorCalls &calls, const base::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_calls(calls)
    , m_clock(clock)
{
}

quint64 CabinetWork::begin(WorkItem item)
{
    item.number = ++m_lastNumber;
    item.at = m_clock.now();
    const QString sn = item.sn;
    QList<WorkItem> &items = m_items[sn];
    items.prepend(std::move(item));
    // The oldest answers go; what runs stays.
    for (qsizetype i = items.size() - 1; i >= 0 && items.size() > kMostOfOne; --i) {
        if (items.at(i).state != WorkItem::State::Running)
            items.removeAt(i);
    }
    Q_EMIT changed(sn);
    return m_lastNumber;
}

WorkItem *CabinetWork::find(const QString &sn, quint64 number)
{
    const auto found = m_items.find(sn);
    if (found == m_items.end())
        return nullptr;
    for (WorkItem &item : *found) {
        if (item.number == number)
            return &item;
    }
    return nullptr;
}

void CabinetWork::finish(const QString &sn, quint64 number, const std::optional<base::Error> &error)
{
    if (WorkItem *item = find(sn, number)) {
        item->state = error ? WorkItem::State::Failed : WorkItem::State::Done;
        item->error = error;
        item->at = m_clock.now();
        Q_EMIT changed(sn);
    }
}

template <typename T>
void CabinetWork::follow(WorkItem item, QFuture<base::Result<T>> answer, std::function<void()> then)
{
    const QString sn = item.sn;
    const quint64 number = begin(std::move(item));
    answer.then(base::on(this, [this, sn, number, then](const base::Result<T> &result) {
        finish(sn, number, errorOf(result));
        if (result && then)
            then();
    }));
}

void CabinetWork::followBank(WorkItem item, QFuture<base::Result<EjectedBank>> answer)
{
    const QString sn = item.sn;
    const quint64 number = begin(std::move(item));
    answer.then(base::on(this, [this, sn, number](const base::Result<EjectedBank> &result) {
        WorkItem *begun = find(sn, number);
        if (begun && result) {
            begun->slot = result->slot;
            begun->bank = result->bank;
        }
        finish(sn, number, errorOf(result));
    }));
}

void CabinetWork::rent(const QString &sn, int slot)
{
    if (!isBusy(sn, slot))
        followBank(slotItem(sn, Kind::Rent, slot), m_calls.rent(sn, slot));
}

void CabinetWork::rentBest(const QString &sn)
{
    if (!isRunning(sn, Kind::RentBest))
        followBank(item(sn, Kind::RentBest), m_calls.rentBest(sn));
}

void CabinetWork::eject(const QString &sn, int slot)
{
    if (!isBusy(sn, slot))
        followBank(slotItem(sn, Kind::Eject, slot), m_calls.eject(sn, slot));
}

void CabinetWork::setVolume(const QString &sn, int level)
{
    WorkItem begun = item(sn, Kind::Volume);
    begun.level = level;
    follow(begun, m_calls.setVolume(sn, level));
}

void CabinetWork::setServerAddress(const QString &sn, const ServerAddress &address, bool thenReboot)
{
    follow(item(sn, Kind::ServerAddress), m_calls.setServerAddress(sn, address), [this, sn, thenReboot] {
        if (thenReboot)
            reboot(sn);
    });
}

void CabinetWork::reboot(const QString &sn)
{
    follow(item(sn, Kind::Reboot), m_calls.reboot(sn));
}

void CabinetWork::upgrade(const QString &sn, const FtpUpgrade &what)
{
    follow(item(sn, Kind::Upgrade), m_calls.upgrade(sn, what));
}

void CabinetWork::forget(const QString &sn)
{
    follow(item(sn, Kind::Forget), m_calls.forget(sn));
}

void CabinetWork::flag(const QString &sn, const QByteArray &bank, bool isFlagged, const QString &reason)
{
    WorkItem begun = item(sn, isFlagged ? Kind::Flag : Kind::Unflag);
    begun.bank = bank;
    follow(begun, m_calls.setFlag(bank, isFlagged, reason), [this] { Q_EMIT flagsChanged(); });
}

// --- A refresh -----------------------------------------------------------------------------------------------

template <typename T>
void CabinetWork::followQuestion(const QString &sn, quint64 number, Question question,
                                 QFuture<base::Result<T>> answer)
{
    answer.then(base::on(this, [this, sn, number, question](const base::Result<T> &result) {
        WorkItem *item = find(sn, number);
        if (!item)
            return;
        ++item->answered;
        note(sn, question, result ? Asked::Not : Asked::Silent);
        if (!result) {
            item->silent.append(question);
            item->error = result.error();
        }
        if (item->answered < item->asked) {
            Q_EMIT changed(sn);
            return;
        }
        std::sort(item->silent.begin(), item->silent.end());
        // Boards differ in what they can tell: only when nothing at all came, the refresh failed.
        const bool isAllSilent = item->silent.size() == item->asked;
        finish(sn, number, isAllSilent ? item->error : std::nullopt);
    }));
}

void CabinetWork::refresh(const QString &sn)
{
    if (isRunning(sn, Kind::Refresh))
        return;
    WorkItem begun = item(sn, Kind::Refresh);
    begun.asked = VolumeQuestion + 1;
    const quint64 number = begin(begun);
    followQuestion(sn, number, Inventory, m_calls.inventory(sn));
    followQuestion(sn, number, Version, m_calls.version(sn));
    followQuestion(sn, number, Iccid, m_calls.iccid(sn));
    followQuestion(sn, number, NetworkQuestion, m_calls.network(sn));
    followQuestion(sn, number, Address, m_calls.serverAddress(sn));
    followQuestion(sn, number, VolumeQuestion, m_calls.volume(sn));
}

// --- What is asked once a login ------------------------------------------------------------------------------

void CabinetWork::note(const QString &sn, Question question, Asked asked)
{
    m_learned[sn].questions.insert(question, asked);
}

template <typename T>
void CabinetWork::learnOne(const QString &sn, Question question, QFuture<base::Result<T>> answer)
{
    note(sn, question, Asked::Now);
    answer.then(base::on(
        this, [this, sn, question, login = m_learned.value(sn).login](const base::Result<T> &result) {
            // An answer of the login before says nothing of this one.
            if (m_learned.value(sn).login != login)
                return;
            note(sn, question, result ? Asked::Not : Asked::Silent);
            Q_EMIT changed(sn);
        }));
}

void CabinetWork::learn(const QString &sn)
{
    const auto status = m_calls.cabinet(sn);
    if (!status || status->state != CabinetStatus::State::Online || status->hasSecretMissing)
        return;
    if (Learned &learned = m_learned[sn]; learned.login != status->since)
        learned = {status->since, {}};
    bool isAsking = false;
    if (!status->serverAddress && asked(sn, Address) == Asked::Not) {
        learnOne(sn, Address, m_calls.serverAddress(sn));
        isAsking = true;
    }
    if (!status->volume && asked(sn, VolumeQuestion) == Asked::Not) {
        learnOne(sn, VolumeQuestion, m_calls.volume(sn));
        isAsking = true;
    }
    if (isAsking)
        Q_EMIT changed(sn);
}

CabinetWork::Asked CabinetWork::asked(const QString &sn, Question question) const
{
    const auto found = m_learned.constFind(sn);
    return found == m_learned.constEnd() ? Asked::Not : found->questions.value(question, Asked::Not);
}

// --- Looking -------------------------------------------------------------------------------------------------

bool CabinetWork::isBusy(const QString &sn, int slot) const
{
    const QList<WorkItem> items = m_items.value(sn);
    return std::any_of(items.cbegin(), items.cend(), [slot](const WorkItem &item) {
        return item.state == WorkItem::State::Running && item.slot == slot &&
               (item.kind == Kind::Rent || item.kind == Kind::Eject);
    });
}

bool CabinetWork::isRunning(const QString &sn, WorkItem::Kind kind) const
{
    const QList<WorkItem> items = m_items.value(sn);
    return std::any_of(items.cbegin(), items.cend(), [kind](const WorkItem &item) {
        return item.state == WorkItem::State::Running && item.kind == kind;
    });
}

void CabinetWork::clear(const QString &sn)
{
    QList<WorkItem> &items = m_items[sn];
    items.removeIf([](const WorkItem &item) { return item.state != WorkItem::State::Running; });
    Q_EMIT changed(sn);
}

} // namespace opsdeck::cabinet
