// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/kit/system_commands.h"
#include "core/base/on.h"
#include "core/store/store.h"
#include "core/systems/cabinet/cabinet_fleet.h"

#include <QSet>
#include <QTemporaryDir>

#include <functional>
#include <memory>
#include <optional>

namespace opsdeck::cabinet {

/// The system's options, checked.
struct ServingOptions {
    ServerSettings settings;
    QStringList allow;
    QString database; ///< empty: a temporary one that is removed at the end
    std::chrono::milliseconds wait{0};
    QString secret; ///< of VSN 2 boards
};

/// A verb of the cabinets: this process is the server they dial in to. Owns the database, and the fleet on it, in the main
/// thread. Emits `finished` once.
class CabinetTask : public ctl::Task
{
    Q_OBJECT
public:
    CabinetTask(const ctl::Invocation &invocation, ServingOptions options);
    ~CabinetTask() override;

    void start() override;
    void interrupt() override;
    void shutDown() override;

    CabinetFleet &fleet() { return *m_fleet; }
    const CabinetFleet &fleet() const { return *m_fleet; }
    /// Who the ledger and the journal say it was.
    const QString &operatorName() const { return m_operator; }
    void succeed(const QJsonObject &result, const QString &text);
    void fail(const base::Error &error);

protected:
    virtual void onListening() = 0;
    virtual void onCabinetsChanged(const QStringList &sns) = 0;
    virtual void onEvent(const FleetEvent &event) { Q_UNUSED(event); }
    /// The default says "interrupted".
    virtual void onInterrupted();

    const ServingOptions &options() const { return m_options; }
    /// Of --timeout; nothing: each question has its own.
    const std::optional<std::chrono::milliseconds> &whole() const { return m_whole; }
    /// Why a task ends when the whole time is over.
    base::Error notDone() const;
    base::Clock &clock() { return m_clock; }
    bool isFinished() const { return m_finished; }
    bool isOpen() const { return m_fleet != nullptr; } ///< the database
    bool isServing() const { return m_isListening; }

private:
    void serve();
    void onState(const ServerState &state);
    void giveSecrets(const QStringList &sns);

    base::Clock &m_clock;
    transport::LinkTapFactory *m_taps;
    const ServingOptions m_options;
    const std::optional<std::chrono::milliseconds> m_whole;
    const QString m_operator;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<CabinetFleet> m_fleet;
    QSet<QString> m_hasSecret;
    bool m_isListening = false;
    bool m_finished = false;
};

/// A verb that asks one cabinet: waits until it has dialled in, asks, ends.
class CabinetRequest final : public CabinetTask
{
    Q_OBJECT
public:
    /// What is shown of an answer.
    struct Said {
        QJsonObject result; ///< the SN is added
        QString text;
    };
    /// Called once, when the cabinet is on line; answers by one of `reply()`.
    using Ask = std::function<void(CabinetRequest &)>;

    CabinetRequest(const ctl::Invocation &invocation, ServingOptions options, QString sn, Ask ask);

    void start() override;
    const QString &sn() const { return m_sn; }

    template <typename T, typename Say>
    void reply(QFuture<base::Result<T>> answer, Say say)
    {
        answer.then(base::on(this, [this, say](const base::Result<T> &result) {
            if (!result) {
                onRefused(result.error());
                return;
            }
            Said said;
            if constexpr (std::is_void_v<T>)
                said = say();
            else
                said = say(*result);
            said.result.insert(QStringLiteral("sn"), m_sn);
            succeed(said.result, said.text);
        }));
    }

protected:
    void onListening() override;
    void onCabinetsChanged(const QStringList &sns) override;
    void onInterrupted() override;

private:
    void askWhenOnline();
    void giveUp();
    /// Ends with this, and with what became of a rent or eject that is on its way: the server says so when it stops.
    void endWith(const base::Error &error);
    void onRefused(const base::Error &error);
    QString whoElseIsThere() const;

    const QString m_sn;
    const Ask m_ask;
    std::unique_ptr<base::Timer> m_deadline;
    std::optional<base::Error> m_end; ///< why no answer is waited for any more
    bool m_hasAsked = false;
};

/// `cabinet serve`: the server alone, and what happens. @param seconds 0 = until Ctrl+C.
std::unique_ptr<ctl::Task> makeServeTask(const ctl::Invocation &invocation, const ServingOptions &options,
                                         double seconds);

} // namespace opsdeck::cabinet
