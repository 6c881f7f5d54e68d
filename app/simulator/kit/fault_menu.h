// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace opsdeck::simulator {

/// One line of a fault menu.
struct FaultSpec {
    enum class Value {
        None,          ///< NAME
        Number,        ///< NAME=VALUE, a number from 0
        OptionalNumber ///< NAME or NAME=VALUE
    };
    QString name;
    Value value = Value::None;
    double fallback = 0; ///< of an OptionalNumber that was not given
    double highest = 1e9;
    QString help;
    bool applies = true;       ///< false: the name is known, but means nothing to this system
    bool isRepeatable = false; ///< several values may be on at once (channel-offline)
};

/// Which faults are on, with their values. A value type; any thread.
class FaultMenu
{
public:
    explicit FaultMenu(QList<FaultSpec> specs);

    /// Turns a fault on. @param text "NAME" or "NAME=VALUE". Errors: WrongUsage, saying what is wrong.
    base::Result<void> set(const QString &text);
    void clear() { m_on.clear(); }

    bool isClear() const { return m_on.isEmpty(); }
    bool isOn(const QString &name) const { return m_on.contains(name); }
    /// The last value given to a fault that is on.
    std::optional<double> value(const QString &name) const;
    /// All values given to a repeatable fault.
    QList<double> values(const QString &name) const { return m_on.value(name); }
    /// "name=value" of what is on, sorted.
    QStringList active() const;
    /// One line a fault for --help.
    QString help() const;

private:
    QList<FaultSpec> m_specs;
    QHash<QString, QList<double>> m_on;
};

} // namespace opsdeck::simulator
