// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/systems/dvr/dvr_types.h"
#include "core/transport/link_factory.h"
#include "ui/kit/connection_test.h"

#include "core/base/clock.h"

#include <QThread>

#include <functional>
#include <memory>

namespace opsdeck::dvr {

/// Tries one DVR out: finds its address, connects, logs in, reads what it is, and decodes one picture of its first
/// channel that has a camera. Logs out at the end. Owns a thread of its own for all of it, with a session that nothing
/// else uses; never writes to the device and never tries a refused password a second time.
class DvrConnectionTest final : public kit::ConnectionTest
{
    Q_OBJECT
public:
    enum Step { FindAddress, Connect, LogIn, ReadInfo, FirstPicture, kSteps };
    using MakeLinks = std::function<std::unique_ptr<transport::LinkFactory>()>;

    /// @param clock must outlive this object; used from its thread. @param makeLinks is called once, on that thread.
    DvrConnectionTest(DeviceSettings device, base::Clock &clock, MakeLinks makeLinks, quint32 seed,
                      std::chrono::milliseconds stepLimit = kStepLimit);
    /// Waits until the device was told goodbye: half a second at most.
    ~DvrConnectionTest() override;

    int stepCount() const override { return kSteps; }
    QString stepName(int step) const override;
    void start() override;
    void cancel() override;

private:
    struct Found;
    class Remote;
    class Sink;

    void onStep(int step, const Found &found, std::chrono::milliseconds took);

    QThread m_thread;
    Remote *m_remote;
    bool m_isStarted = false;
    bool m_isCancelled = false;
};

} // namespace opsdeck::dvr
