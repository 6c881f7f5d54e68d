// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/store/event.h"
#include "core/systems/dvr/dvr_types.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <array>
#include <functional>
#include <memory>
#include <vector>

namespace opsdeck::dvr {

/// A text key of an event and how many arguments its sentence takes; %1 is always the recorder's name.
struct DvrEventKey {
    const char *key;
    int arguments;
};

/// Every text key that a DvrJournal writes.
inline constexpr std::array kDvrEventKeys{
    DvrEventKey{"dvr.online", 1},
    DvrEventKey{"dvr.online-again", 1},
    DvrEventKey{"dvr.offline.not-found", 1},
    DvrEventKey{"dvr.offline.connection-refused", 1},
    DvrEventKey{"dvr.offline.no-answer", 1},
    DvrEventKey{"dvr.offline.unreachable", 1},
    DvrEventKey{"dvr.offline.closed", 1},
    DvrEventKey{"dvr.offline.logged-out", 1},
    DvrEventKey{"dvr.offline.unreadable", 1},
    DvrEventKey{"dvr.offline.failed", 1},
    DvrEventKey{"dvr.login-refused.wrong-password", 1},
    DvrEventKey{"dvr.login-refused.unknown-user", 1},
    DvrEventKey{"dvr.login-refused.user-locked", 1},
    DvrEventKey{"dvr.login-refused.user-barred", 1},
    DvrEventKey{"dvr.login-refused.in-use", 1},
    DvrEventKey{"dvr.login-refused.too-many", 1},
    DvrEventKey{"dvr.login-refused.encrypted", 1},
    DvrEventKey{"dvr.login-refused.other", 1},
    DvrEventKey{"dvr.waits.no-password", 1},
    DvrEventKey{"dvr.waits.logged-out", 1},
    DvrEventKey{"dvr.waits.other", 1},
    DvrEventKey{"dvr.unstable", 2}, ///< %2 changes in the last ten minutes
};

/// Makes events for the journal of what the recorders' states tell: on line, off line with the reason, login refused,
/// waits for the operator. Once each, not at every attempt; a recorder that comes and goes is said to be unstable, and
/// then only where it stands every ten minutes until it is calm again. Holds no session. Thread of its maker.
class DvrJournal final : public QObject
{
    Q_OBJECT
public:
    /// So many events of a recorder in so much time are written one by one.
    static constexpr int kMostEvents = 8;
    static constexpr std::chrono::minutes kPeriod{10};

    /// @param clock must outlive this object. @param write takes an event; called in this thread.
    DvrJournal(base::Clock &clock, std::function<void(const store::Event &)> write,
               QObject *parent = nullptr);
    ~DvrJournal() override;

    /// The state of a recorder, as often as it is told. @param name for people.
    void note(const QString &deviceId, const QString &name, const DeviceStatus &status);
    /// The recorders of the site; what is known of others is forgotten.
    void keepOnly(const QStringList &deviceIds);

private:
    struct Device;

    void say(Device &device, const QString &key, store::Severity severity, const QString &kind);
    void write(const Device &device, const QString &key, store::Severity severity, const QString &kind,
               const QStringList &more = {});
    void onPeriodEnd(const QString &deviceId);

    base::Clock &m_clock;
    const std::function<void(const store::Event &)> m_write;
    QHash<QString, std::shared_ptr<Device>> m_devices;
};

} // namespace opsdeck::dvr
