// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/kit/simulator_module.h"

namespace opsdeck::simulator {

base::ErrorFacts errorFacts(SimulatorError code)
{
    switch (code) {
    case SimulatorError::WrongUsage:
        return {"wrong-usage", base::ErrorClass::Usage};
    case SimulatorError::PortInUse:
        return {"port-in-use", base::ErrorClass::Local};
    }
    return {"unknown", base::ErrorClass::Local};
}

base::Result<qint64> OptionValues::number(const QString &name, qint64 lowest, qint64 highest) const
{
    bool isNumber = false;
    const qint64 number = value(name).toLongLong(&isNumber);
    if (!isNumber || number < lowest || number > highest) {
        return base::fail(SimulatorError::WrongUsage,
                          QStringLiteral("--%1 wants a number from %2 to %3, not \"%4\"")
                              .arg(m_prefix + name)
                              .arg(lowest)
                              .arg(highest)
                              .arg(value(name)));
    }
    return number;
}

} // namespace opsdeck::simulator
