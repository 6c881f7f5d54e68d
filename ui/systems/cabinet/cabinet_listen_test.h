// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/systems/cabinet/cabinet_types.h"
#include "ui/kit/connection_test.h"

#include <functional>

namespace opsdeck::cabinet {

/// Tries out whether cabinets could dial in: is the address one of this computer, is the port free, who is connected now.
/// A port that this very program listens on is fine. Listens for a moment on a worker; connects to nobody.
class CabinetListenTest final : public kit::ConnectionTest
{
    Q_OBJECT
public:
    enum Step { FindAddress, Listen, Cabinets, kSteps };

    /// What this program's own server does now.
    struct Own {
        int port = 0; ///< 0 = it does not listen
        int online = 0;
        int known = 0;
        int waiting = 0;
    };
    /// @param own is asked when the test starts; nothing = no server runs here. @param clock must outlive it.
    CabinetListenTest(ServerSettings settings, std::function<std::optional<Own>()> own, base::Clock &clock);

    int stepCount() const override { return kSteps; }
    QString stepName(int step) const override;
    void start() override;
    void cancel() override;

private:
    enum class Found { Free, Ours, Taken, NotAllowed, NotOurs, Failed };

    void onAddress(bool isOurs, const QStringList &addresses);
    void onListen(Found found);
    void tell(int step, const QString &detail, bool isOk);
    void begin(int step);

    const ServerSettings m_settings;
    std::function<std::optional<Own>()> m_own;
    base::Clock &m_clock;
    base::Clock::Nanoseconds m_begunAt{0};
    bool m_isCancelled = false;
    bool m_isBusy = false; ///< on a worker
    bool m_hasEnded = false;
};

} // namespace opsdeck::cabinet
