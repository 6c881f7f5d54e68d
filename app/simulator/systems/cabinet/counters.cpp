// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/systems/cabinet/counters.h"

#include <utility>

namespace opsdeck::cabinet::sim {

namespace {

constexpr std::pair<const char *, quint64 Counters::*> kFields[] = {
    {"dials", &Counters::dials},
    {"connections", &Counters::connections},
    {"logins", &Counters::logins},
    {"refused", &Counters::refused},
    {"loginTimeouts", &Counters::loginTimeouts},
    {"closedByServer", &Counters::closedByServer},
    {"heartbeats", &Counters::heartbeats},
    {"heartbeatsAnswered", &Counters::heartbeatsAnswered},
    {"unanswered", &Counters::unanswered},
    {"givenUp", &Counters::givenUp},
    {"rents", &Counters::rents},
    {"rentsRefused", &Counters::rentsRefused},
    {"ejects", &Counters::ejects},
    {"ejectsRefused", &Counters::ejectsRefused},
    {"returns", &Counters::returns},
    {"returnsUnanswered", &Counters::returnsUnanswered},
    {"taken", &Counters::taken},
    {"slotFaults", &Counters::slotFaults},
    {"slotFaultsAnswered", &Counters::slotFaultsAnswered},
    {"reboots", &Counters::reboots},
    {"upgrades", &Counters::upgrades},
    {"framesSent", &Counters::framesSent},
    {"framesReceived", &Counters::framesReceived},
    {"wrongChecksums", &Counters::wrongChecksums},
    {"wrongTokens", &Counters::wrongTokens},
    {"brokenStreams", &Counters::brokenStreams},
    {"badPayloads", &Counters::badPayloads},
    {"ignored", &Counters::ignored},
};

} // namespace

QJsonObject Counters::toJson() const
{
    QJsonObject object;
    for (const auto &[name, field] : kFields)
        object.insert(QLatin1String(name), qint64(this->*field));
    QJsonObject byResult;
    for (size_t result = 0; result < returnsByResult.size(); ++result)
        byResult.insert(QString::number(result), qint64(returnsByResult[result]));
    object.insert(QStringLiteral("returnsByResult"), byResult);
    QJsonObject byCode;
    for (size_t code = 0; code < commands.size(); ++code) {
        if (commands[code] > 0)
            byCode.insert(QStringLiteral("0x") + QString::number(code, 16), qint64(commands[code]));
    }
    object.insert(QStringLiteral("commands"), byCode);
    return object;
}

} // namespace opsdeck::cabinet::sim
