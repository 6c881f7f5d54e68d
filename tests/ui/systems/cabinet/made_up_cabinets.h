// SPDX-License-Identifier: GPL-3.0-or-later
// Cabinets that exist in a test only: values, and answers that the test gives when it wants.
#pragma once

#include "core/base/reply.h"
#include "ui/systems/cabinet/operator_calls.h"

#include <QHash>

#include <deque>

namespace opsdeck::test {

inline QByteArray bankId(int number)
{
    QByteArray id = QByteArrayLiteral("RL1A");
    for (int shift = 24; shift >= 0; shift -= 8)
        id.append(char((0x7c000000u + unsigned(number)) >> shift));
    return id;
}

inline QString snOf(int number)
{
    return QStringLiteral("WSTD08%1").arg(1565222888 + number, 10, 10, QLatin1Char('0'));
}

/// One on line, with `banks` power banks of rising level from slot 1 on.
inline cabinet::CabinetStatus madeUpCabinet(int number, int slots_ = 8, int banks = 6)
{
    cabinet::CabinetStatus status;
    status.sn = snOf(number);
    status.place = QStringList{QStringLiteral("Lobby east"), QStringLiteral("Lift hall"),
                               QStringLiteral("Food court"), QStringLiteral("Exit A")}
                       .at(number % 4);
    status.state = cabinet::CabinetStatus::State::Online;
    status.since = QDateTime(QDate(2026, 11, 20), QTime(8, 0), Qt::UTC);
    status.lastHeartbeat = QDateTime(QDate(2026, 11, 20), QTime(9, 0), Qt::UTC);
    status.address = QStringLiteral("10.0.%1.%2:40212").arg(number / 250).arg(number % 250);
    status.modelSlots = slots_;
    status.version = QStringLiteral("A.09.01.06");
    status.iccid = QStringLiteral("89860401101770982839");
    status.network = cabinet::Network{13, 0, 7};
    QList<cabinet::SlotEntry> entries;
    for (int slot = 1; slot <= banks; ++slot)
        entries.append({slot, bankId(number * 100 + slot), (number + slot) % 5, {}});
    status.inventory = entries;
    status.inventoryAt = status.lastHeartbeat;
    return status;
}

/// Nobody answers before the test does.
class MadeUpCalls final : public cabinet::OperatorCalls
{
public:
    template <typename T>
    class Waiting
    {
    public:
        QFuture<base::Result<T>> ask()
        {
            m_replies.emplace_back();
            return m_replies.back().future();
        }
        int count() const { return int(m_replies.size()); }
        /// The oldest one.
        void answer(base::Result<T> result)
        {
            base::Reply<T> reply = std::move(m_replies.front());
            m_replies.pop_front();
            reply.answer(std::move(result));
        }

    private:
        std::deque<base::Reply<T>> m_replies;
    };

    std::optional<cabinet::CabinetStatus> cabinet(const QString &sn) const override
    {
        const auto found = cabinets.constFind(sn);
        return found == cabinets.constEnd() ? std::nullopt : std::optional(*found);
    }
    QList<cabinet::WaitingCabinet> waiting() const override { return waitingOnes; }
    Answer<QList<cabinet::SlotEntry>> inventory(const QString &) override { return inventories.ask(); }
    Answer<cabinet::EjectedBank> rent(const QString &sn, int slot) override
    {
        asked << QStringLiteral("rent %1 %2").arg(sn).arg(slot);
        return rents.ask();
    }
    Answer<cabinet::EjectedBank> rentBest(const QString &sn) override
    {
        asked << QStringLiteral("rentBest %1").arg(sn);
        return rents.ask();
    }
    Answer<cabinet::EjectedBank> eject(const QString &sn, int slot) override
    {
        asked << QStringLiteral("eject %1 %2").arg(sn).arg(slot);
        return ejects.ask();
    }
    Answer<QString> version(const QString &) override { return texts.ask(); }
    Answer<QString> iccid(const QString &) override { return texts.ask(); }
    Answer<cabinet::Network> network(const QString &) override { return networks.ask(); }
    Answer<cabinet::ServerAddress> serverAddress(const QString &) override { return addresses.ask(); }
    Answer<void> setServerAddress(const QString &sn, const cabinet::ServerAddress &address) override
    {
        asked << QStringLiteral("setServerAddress %1 %2:%3 %4")
                     .arg(sn, address.host, address.port)
                     .arg(address.heartbeatSeconds);
        return doings.ask();
    }
    Answer<int> volume(const QString &) override { return numbers.ask(); }
    Answer<void> setVolume(const QString &sn, int level) override
    {
        asked << QStringLiteral("setVolume %1 %2").arg(sn).arg(level);
        return doings.ask();
    }
    Answer<void> reboot(const QString &sn) override
    {
        asked << QStringLiteral("reboot %1").arg(sn);
        return doings.ask();
    }
    Answer<void> upgrade(const QString &sn, const cabinet::FtpUpgrade &what) override
    {
        asked << QStringLiteral("upgrade %1 %2:%3 %4 %5 %6")
                     .arg(sn, what.host)
                     .arg(what.port)
                     .arg(what.file, what.user, what.password);
        return doings.ask();
    }
    Answer<void> accept(const QStringList &sns) override
    {
        asked << QStringLiteral("accept %1").arg(sns.join(QLatin1Char(',')));
        return doings.ask();
    }
    Answer<void> describe(const QString &sn, const QString &name, const QString &place,
                          bool isStrict) override
    {
        asked << QStringLiteral("describe %1 %2|%3|%4").arg(sn, name, place).arg(isStrict);
        return doings.ask();
    }
    void setSecret(const QString &sn, const QString &secret) override { secrets.insert(sn, secret); }
    Answer<void> forget(const QString &sn) override
    {
        asked << QStringLiteral("forget %1").arg(sn);
        return doings.ask();
    }
    Answer<void> setFlag(const QByteArray &bank, bool isFlagged, const QString &reason) override
    {
        asked << QStringLiteral("flag %1 %2 %3").arg(cabinet::bankName(bank)).arg(isFlagged).arg(reason);
        return doings.ask();
    }

    QHash<QString, cabinet::CabinetStatus> cabinets;
    QList<cabinet::WaitingCabinet> waitingOnes;
    QHash<QString, QString> secrets;
    QStringList asked; ///< in words
    Waiting<cabinet::EjectedBank> rents;
    Waiting<cabinet::EjectedBank> ejects;
    Waiting<void> doings;
    Waiting<QList<cabinet::SlotEntry>> inventories;
    Waiting<QString> texts;
    Waiting<cabinet::Network> networks;
    Waiting<cabinet::ServerAddress> addresses;
    Waiting<int> numbers;
};

} // namespace opsdeck::test
