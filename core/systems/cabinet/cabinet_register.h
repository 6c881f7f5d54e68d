// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/systems/cabinet/cabinet_record.h"

#include <QHash>
#include <QStringList>

#include <functional>
#include <memory>
#include <unordered_map>

namespace opsdeck::cabinet {

/// Every SN that is accepted or connected, and those who wait to be accepted. Collects what changed and publishes it at most
/// every kCollected. Lives on the I/O thread; records keep their address as long as they are there.
class CabinetRegister
{
public:
    static constexpr std::chrono::milliseconds kCollected{200};
    static constexpr int kMostWaiting = 1'000;

    struct Published {
        QList<CabinetStatus> changed;
        QStringList gone;
        std::optional<QList<WaitingCabinet>> waiting; ///< when that list changed
    };

    /// @param clock must outlive this object. @param publish called on this thread.
    CabinetRegister(base::Clock &clock, std::function<void(const Published &)> publish);

    CabinetRecord *find(const QString &sn);
    /// Makes it when there is none.
    CabinetRecord &get(const QString &sn);
    qsizetype size() const { return qsizetype(m_records.size()); }

    /// On the allow-list, or allowed by the command line.
    static bool isWelcome(const CabinetRecord &record) { return record.isAccepted || record.isAllowed; }
    /// Takes the whole allow-list of the database. Answers those that are no longer on it and are connected.
    QList<CabinetRecord *> setKnown(const QList<store::KnownCabinet> &cabinets);
    void accept(const store::KnownCabinet &cabinet);
    void allow(const QString &sn);
    /// Neither accepted nor allowed any more; gone when it is not connected.
    void forget(CabinetRecord &record);
    /// It is not connected any more: gone when it is not welcome either.
    void dropWhenGone(CabinetRecord &record);

    /// Somebody who is not welcome has dialled in.
    void addWaiting(const QString &sn, const QString &address);

    /// To be published; counts its revision up.
    void touch(CabinetRecord &record);
    /// At once.
    void publishNow();

private:
    void arm();
    void removeWaiting(const QString &sn);

    base::Clock &m_clock;
    std::function<void(const Published &)> m_publish;
    std::unique_ptr<base::Timer> m_timer;
    std::unordered_map<QString, std::unique_ptr<CabinetRecord>> m_records;
    std::vector<CabinetRecord *> m_changed;
    QStringList m_gone;
    QHash<QString, WaitingCabinet> m_waiting;
    bool m_hasWaitingChanged = false;
};

} // namespace opsdeck::cabinet
