// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "ui/kit/state_mark.h"
#include "ui/systems/cabinet/operator_calls.h"

#include <QHash>
#include <QObject>

namespace opsdeck::cabinet {

/// Something that was asked of a cabinet, and what came of it. A value; its words are made when they are shown.
struct WorkItem {
    enum class Kind {
        Refresh,
        Rent,
        RentBest,
        Eject,
        Volume,
        ServerAddress,
        Reboot,
        Upgrade,
        Forget,
        Flag,
        Unflag
    };
    enum class State { Running, Done, Failed };

    quint64 number = 0;
    QString sn;
    Kind kind = Kind::Refresh;
    State state = State::Running;
    int slot = 0;    ///< of a rent or eject; 0 = not known
    QByteArray bank; ///< the one that is flagged, or came out
    int asked = 0;   ///< questions of a refresh
    int answered = 0;
    int level = 0; ///< of the volume
    QDateTime at;  ///< of the answer; UTC
    std::optional<base::Error> error;
    QList<int> silent; ///< the questions of a refresh without an answer, see CabinetWork::Question
};

/// What is being asked of cabinets now, and the last answers, for every part of the page that shows them. Work of one
/// cabinet goes on while another one is looked at. GUI thread; never blocks.
class CabinetWork final : public QObject
{
    Q_OBJECT
public:
    enum Question { Inventory, Version, Iccid, NetworkQuestion, Address, VolumeQuestion };
    static constexpr int kMostOfOne = 3; ///< answers kept of one cabinet
    /// How it stands with a question whose answer is not known yet.
    enum class Asked { Not, Now, Silent };

    /// Both must outlive it.
    CabinetWork(OperatorCalls &calls, const base::Clock &clock, QObject *parent = nullptr);

    void refresh(const QString &sn);
    /// Asks for what the server does not ask by itself, server address and volume, where it is not known: each once a login,
    /// for they are questions of maintenance. No work of the operator's: nothing is listed. Without an answer it stays
    /// `Silent`, for boards of before 2019 do not know them. Nothing happens when the cabinet cannot be asked now.
    void learn(const QString &sn);
    Asked asked(const QString &sn, Question question) const;
    void rent(const QString &sn, int slot);
    void rentBest(const QString &sn);
    void eject(const QString &sn, int slot);
    void setVolume(const QString &sn, int level);
    /// @param thenReboot once the cabinet has taken it.
    void setServerAddress(const QString &sn, const ServerAddress &address, bool thenReboot);
    void reboot(const QString &sn);
    void upgrade(const QString &sn, const FtpUpgrade &what);
    void forget(const QString &sn);
    void flag(const QString &sn, const QByteArray &bank, bool isFlagged, const QString &reason);

    /// Newest first.
    QList<WorkItem> items(const QString &sn) const { return m_items.value(sn); }
    /// Is something asked of this slot, or of "the best" one, right now?
    bool isBusy(const QString &sn, int slot) const;
    bool isRunning(const QString &sn, WorkItem::Kind kind) const;
    /// The answers are read: only what runs stays.
    void clear(const QString &sn);

    OperatorCalls &calls() { return m_calls; }

Q_SIGNALS:
    void changed(const QString &sn);
    /// A flag was set or taken away.
    void flagsChanged();

private:
    /// Of one login.
    struct Learned {
        QDateTime login;
        QHash<int, Asked> questions;
    };

    template <typename T>
    void learnOne(const QString &sn, Question question, QFuture<base::Result<T>> answer);
    void note(const QString &sn, Question question, Asked asked);
    quint64 begin(WorkItem item);
    WorkItem *find(const QString &sn, quint64 number);
    void finish(const QString &sn, quint64 number, const std::optional<base::Error> &error);
    template <typename T>
    void follow(WorkItem item, QFuture<base::Result<T>> answer, std::function<void()> then = {});
    void followBank(WorkItem item, QFuture<base::Result<EjectedBank>> answer);
    template <typename T>
    void followQuestion(const QString &sn, quint64 number, Question question,
                        QFuture<base::Result<T>> answer);

    OperatorCalls &m_calls;
    const base::Clock &m_clock;
    QHash<QString, QList<WorkItem>> m_items;
    QHash<QString, Learned> m_learned;
    quint64 m_lastNumber = 0;
};

} // namespace opsdeck::cabinet
