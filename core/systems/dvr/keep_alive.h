// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/systems/dvr/message_link.h"

#include <functional>
#include <memory>

namespace opsdeck::dvr {

/// Message 1006 every AliveInterval on the main socket; two in a row without an answer, or one unanswered probe, and the link is
/// lost; so it is when the answer says that the session has expired. Does not close anything itself: it calls `onLost`, once. Lives on the session's thread.
class KeepAlive
{
public:
    static constexpr std::chrono::seconds kProbeTimeout{2};

    /// @param link and @param clock must outlive this object.
    KeepAlive(MessageLink &link, base::Clock &clock, std::function<void(const base::Error &)> onLost);
    ~KeepAlive();

    /// @param sessionText goes into the body.
    void start(std::chrono::seconds interval, const QString &sessionText);
    void stop();
    /// Asks at once and waits 2 s only; ignored while another probe is out.
    void probe();

private:
    void ask(std::chrono::milliseconds timeout, bool isProbe);

    MessageLink &m_link;
    std::function<void(const base::Error &)> m_onLost;
    std::unique_ptr<base::Timer> m_timer;
    std::chrono::seconds m_interval{20};
    QString m_sessionText;
    int m_missed = 0;
    bool m_probing = false;
    quint32 m_generation = 0;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true); ///< answers may come after our end
};

} // namespace opsdeck::dvr
