// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/systems/dvr/dvr_simulator.h"
#include "tests/support/manual_clock.h"

#include <QTest>

namespace opsdeck::test {

/// For tests of the simulated recorder to inherit: one device on a free port, whose time only the test moves.
class DvrDeviceRig
{
protected:
    void begin() { m_clock = std::make_unique<ManualClock>(); }
    void end()
    {
        m_device.reset();
        m_clock.reset();
    }
    void start(dvr::sim::DvrOptions options = {})
    {
        options.port = 0;
        auto device = dvr::sim::DvrSimulator::make(options, *m_clock);
        QVERIFY2(device, device ? "" : qPrintable(device.error().detail()));
        m_device = std::move(*device);
        QVERIFY(m_device->listen());
    }

    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<dvr::sim::DvrSimulator> m_device;
};

} // namespace opsdeck::test
