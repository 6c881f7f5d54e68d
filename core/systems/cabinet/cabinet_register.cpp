// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/systems/cabinet/cabinet_register.h"

#include <QSet>

#include <algorithm>

namespace opsdeck::cabinet {

CabinetRegister::CabinetRegister(base::Clock &clock, std::function<void(const Published &)> publish)
    : m_clock(clock)
    , m_publish(std::move(publish))
    , m_timer(clock.makeTimer([this] { publishNow(); }))
{
}

CabinetRecord *CabinetRegister::find(const QString &sn)
{
    const auto found = m_records.find(sn);
    return found == m_records.end() ? nullptr : found->second.get();
}

CabinetRecord &CabinetRegister::get(const QString &sn)
{
    auto &record = m_records[sn];
    if (!record) {
        record = std::make_unique<CabinetRecord>();
        record->status.sn = sn;
        record->status.modelSlots = slotsOfModel(sn);
        record->known.sn = sn;
        m_gone.removeOne(sn);
    }
    return *record;
}

QList<CabinetRecord *> CabinetRegister::setKnown(const QList<store::KnownCabinet> &cabinets)
{
    QSet<QString> listed;
    for (const store::KnownCabinet &cabinet : cabinets) {
        listed.insert(cabinet.sn);
        const CabinetRecord *record = find(cabinet.sn);
        if (!record || !record->isAccepted || record->known != cabinet)
            accept(cabinet);
    }
    QList<CabinetRecord *> connected;
    QList<CabinetRecord *> off;
    for (auto &[sn, record] : m_records) {
        if (record->isAccepted && !listed.contains(sn))
            (record->session ? connected : off).append(record.get());
    }
    for (CabinetRecord *record : std::as_const(off))
        forget(*record);
    return connected;
}

void CabinetRegister::accept(const store::KnownCabinet &cabinet)
{
    CabinetRecord &record = get(cabinet.sn);
    record.known = cabinet;
    record.isAccepted = true;
    CabinetStatus &status = record.status;
    status.name = cabinet.name;
    status.place = cabinet.place;
    status.isStrict = cabinet.isStrict;
    if (status.modelSlots == 0)
        status.modelSlots = cabinet.slotCount;
    if (status.state == CabinetStatus::State::NeverSeen)
        status.since = cabinet.lastSeen;
    removeWaiting(cabinet.sn);
    touch(record);
}

void CabinetRegister::allow(const QString &sn)
{
    CabinetRecord &record = get(sn);
    record.isAllowed = true;
    removeWaiting(sn);
    touch(record);
}

void CabinetRegister::forget(CabinetRecord &record)
{
    record.isAccepted = false;
    record.isAllowed = false;
    touch(record);
    dropWhenGone(record);
}

void CabinetRegister::dropWhenGone(CabinetRecord &record)
{
    if (record.session || isWelcome(record))
        return;
    const QString sn = record.status.sn;
    std::erase(m_changed, &record);
    m_gone.append(sn);
    m_records.erase(sn);
    arm();
}

void CabinetRegister::addWaiting(const QString &sn, const QString &address)
{
    if (!m_waiting.contains(sn) && m_waiting.size() >= kMostWaiting) {
        const auto oldest =
            std::min_element(m_waiting.begin(), m_waiting.end(),
                             [](const auto &a, const auto &b) { return a.lastTried < b.lastTried; });
        m_waiting.erase(oldest);
    }
    WaitingCabinet &waiting = m_waiting[sn];
    waiting.sn = sn;
    waiting.address = address;
    waiting.lastTried = m_clock.now();
    ++waiting.tries;
    m_hasWaitingChanged = true;
    arm();
}

void CabinetRegister::removeWaiting(const QString &sn)
{
    if (m_waiting.remove(sn) == 0)
        return;
    m_hasWaitingChanged = true;
    arm();
}

void CabinetRegister::touch(CabinetRecord &record)
{
    ++record.status.revision;
    if (std::exchange(record.isChanged, true))
        return;
    m_changed.push_back(&record);
    arm();
}

void CabinetRegister::arm()
{
    if (!m_timer->isActive())
        m_timer->start(kCollected);
}

void CabinetRegister::publishNow()
{
    m_timer->stop();
    if (m_changed.empty() && m_gone.isEmpty() && !m_hasWaitingChanged)
        return;
    Published published;
    const QDateTime now = m_clock.now();
    const auto monotonic = m_clock.monotonic();
    published.changed.reserve(qsizetype(m_changed.size()));
    for (CabinetRecord *record : m_changed) {
        record->isChanged = false;
        // Kept as a number for each heartbeat, written as a time only here.
        if (record->lastHeartbeat.count() != 0)
            record->status.lastHeartbeat = now.addMSecs(
                -std::chrono::duration_cast<std::chrono::milliseconds>(monotonic - record->lastHeartbeat)
                     .count());
        published.changed.append(record->status);
    }
    m_changed.clear();
    published.gone = std::exchange(m_gone, {});
    if (std::exchange(m_hasWaitingChanged, false)) {
        published.waiting = m_waiting.values();
        // In an order that stays while they dial again: rows must not change places under the pointer.
        std::sort(published.waiting->begin(), published.waiting->end(),
                  [](const auto &a, const auto &b) { return a.sn < b.sn; });
    }
    m_publish(published);
}

} // namespace opsdeck::cabinet
