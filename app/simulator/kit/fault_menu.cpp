// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/kit/fault_menu.h"

#include "app/simulator/kit/simulator_module.h"

#include <algorithm>

namespace opsdeck::simulator {

FaultMenu::FaultMenu(QList<FaultSpec> specs)
    : m_specs(std::move(specs))
{
}

base::Result<void> FaultMenu::set(const QString &text)
{
    const auto refuse = [](const QString &why) { return base::fail(SimulatorError::WrongUsage, why); };
    const qsizetype equals = text.indexOf(u'=');
    const QString name = equals < 0 ? text : text.left(equals);
    const auto spec =
        std::find_if(m_specs.cbegin(), m_specs.cend(), [&](const FaultSpec &s) { return s.name == name; });
    if (spec == m_specs.cend())
        return refuse(QStringLiteral("there is no fault \"%1\"").arg(name));
    if (!spec->applies)
        return refuse(QStringLiteral("the fault \"%1\" does not apply: %2").arg(name, spec->help));
    double number = spec->fallback;
    if (equals < 0) {
        if (spec->value == FaultSpec::Value::Number)
            return refuse(QStringLiteral("the fault \"%1\" wants a value: %1=N").arg(name));
    } else {
        if (spec->value == FaultSpec::Value::None)
            return refuse(QStringLiteral("the fault \"%1\" takes no value").arg(name));
        bool isNumber = false;
        number = text.mid(equals + 1).toDouble(&isNumber);
        if (!isNumber || !(number >= 0) || number > spec->highest) {
            return refuse(QStringLiteral("the fault \"%1\" wants a number from 0 to %2, not \"%3\"")
                              .arg(name)
                              .arg(spec->highest)
                              .arg(text.mid(equals + 1)));
        }
    }
    QList<double> &values = m_on[name];
    if (!spec->isRepeatable)
        values.clear();
    if (!values.contains(number))
        values.append(number);
    return {};
}

std::optional<double> FaultMenu::value(const QString &name) const
{
    const auto found = m_on.constFind(name);
    if (found == m_on.cend() || found->isEmpty())
        return std::nullopt;
    return found->constLast();
}

QStringList FaultMenu::active() const
{
    QStringList texts;
    for (auto it = m_on.cbegin(); it != m_on.cend(); ++it) {
        for (const double value : it.value())
            texts.append(QStringLiteral("%1=%2").arg(it.key()).arg(value));
    }
    texts.sort();
    return texts;
}

QString FaultMenu::help() const
{
    QString text;
    for (const FaultSpec &spec : m_specs) {
        QString form = spec.name;
        if (spec.value == FaultSpec::Value::Number)
            form += QStringLiteral("=N");
        else if (spec.value == FaultSpec::Value::OptionalNumber)
            form += QStringLiteral("[=N]");
        text += QStringLiteral("  %1 %2\n")
                    .arg(form, -24)
                    .arg(spec.applies ? spec.help : QStringLiteral("(not here: %1)").arg(spec.help));
    }
    return text;
}

} // namespace opsdeck::simulator
