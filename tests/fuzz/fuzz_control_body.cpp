// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/systems/dvr/control_body.h"
#include "core/systems/dvr/device_info.h"
#include "core/systems/dvr/login.h"

#include <cstdlib>

using namespace opsdeck;
using namespace opsdeck::dvr;

namespace {

/// Bytes as pieces of JSON: the fuzzer need not find the grammar letter by letter.
QByteArray jsonOf(QByteArrayView bytes)
{
    static constexpr const char *kPieces[] = {"{\"Ret\":100,\"x\":",
                                              "{\"Ret\":",
                                              "{",
                                              "}",
                                              "[",
                                              "]",
                                              ",",
                                              ":",
                                              "\"",
                                              "\\",
                                              "null",
                                              "true",
                                              "-1",
                                              "1e300",
                                              "100",
                                              "\"0x",
                                              "\"SessionID\":\"0x57\",",
                                              "\"SerialNo\":",
                                              "\"VideoInChannel\":",
                                              "\"Partition\":[{",
                                              "\"TotalSpace\":\"0x7\"",
                                              "\"AlarmState\":{\"VideoLoss\":",
                                              "\"ChannelState\":[{\"Bitrate\":",
                                              "\"OEMID\":",
                                              "\"AliveInterval\":",
                                              "\"ChannelNum\":",
                                              "\"a\"",
                                              "\\u0007",
                                              "\\/",
                                              "\n",
                                              "}}",
                                              "]}"};
    QByteArray json = "{\"Ret\":100,\"SessionID\":\"0x57\",\"x\":";
    for (const char byte : bytes) {
        const quint8 value = quint8(byte);
        if (value < 0xa0)
            json.append(kPieces[value % std::size(kPieces)]);
        else
            json.append(byte);
    }
    return json;
}

} // namespace

/// Any payload as a control message's body, and every reading of a reply that we have. An even first byte: as it is; an odd one: as
/// pieces of JSON.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView input(reinterpret_cast<const char *>(data), qsizetype(size));
    const bool isPieces = size > 0 && (data[0] & 1) && data[0] != '{';
    QByteArray payload = isPieces ? jsonOf(input.sliced(1)) : input.toByteArray();
    if (isPieces && (data[0] & 2))
        payload.append('}');
    LoginPlan plan;
    MessageHeader header;
    header.messageId = 1001;
    judgeLogin(Message{header, payload}, plan);
    if (!loginBody({}, plan).value(QLatin1String("LoginType")).toString().startsWith(QLatin1String("DVRIP-")))
        std::abort();
    const auto body = parseBody(payload);
    if (!body) {
        if (body.error().detail().isEmpty() || body.error().detail().size() > 400)
            std::abort();
        return 0;
    }
    // What was read can be written and read again.
    const auto again = parseBody(encodeBody(*body));
    if (!again)
        std::abort();
    retOf(*body);
    successful(body, QStringLiteral("fuzz"));
    for (const QJsonValue &value : *body) {
        numberOf(value);
        if (countOf(value, 1) < 0)
            std::abort();
        if (const auto session = parseSessionId(value.toString())) {
            if (parseSessionId(sessionIdText(*session)) != session ||
                parseSessionId(shortSessionIdText(*session)) != session)
                std::abort();
        }
        // The same value where each reading looks for it: the fuzzer need not guess the names.
        const QJsonObject reply{{QStringLiteral("SystemInfo"), value},
                                {QStringLiteral("StorageInfo"), value},
                                {QStringLiteral("WorkState"), value},
                                {QStringLiteral("OEMInfo"), value},
                                {QStringLiteral("ChannelTitle"), value}};
        parseSystemInfo(reply);
        const auto partitions = parseStorageInfo(reply);
        if (partitions && partitions->size() > 256)
            std::abort();
        const auto state = parseWorkState(reply);
        if (state && state->channels.size() > 256)
            std::abort();
        parseOemInfo(reply);
        parseChannelTitles(reply);
    }
    return 0;
}
