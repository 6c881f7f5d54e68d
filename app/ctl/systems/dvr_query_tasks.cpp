// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/systems/dvr_task.h"
#include "core/base/hex.h"
#include "core/base/on.h"
#include "core/systems/dvr/control_body.h"
#include "core/systems/dvr/device_info.h"
#include "core/systems/dvr/dvr_error.h"
#include "core/systems/dvr/message_ids.h"
#include "core/systems/dvr/raw_check.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace opsdeck::dvr {

using namespace std::chrono_literals;

namespace {

QString line(const QString &label, const QString &value)
{
    return label.leftJustified(18) + value + u'\n';
}

QJsonObject toJson(const SystemInfo &info)
{
    return {{QStringLiteral("serialNo"), info.serialNo},
            {QStringLiteral("softwareVersion"), info.softwareVersion},
            {QStringLiteral("hardware"), info.hardware},
            {QStringLiteral("hardwareVersion"), info.hardwareVersion},
            {QStringLiteral("deviceModel"), info.deviceModel},
            {QStringLiteral("buildTime"), info.buildTime},
            {QStringLiteral("videoInChannels"), info.videoInChannels},
            {QStringLiteral("digitalChannels"), info.digitalChannels},
            {QStringLiteral("extraChannels"), info.extraChannels},
            {QStringLiteral("audioInChannels"), info.audioInChannels},
            {QStringLiteral("talkInChannels"), info.talkInChannels},
            {QStringLiteral("alarmInChannels"), info.alarmInChannels},
            {QStringLiteral("alarmOutChannels"), info.alarmOutChannels},
            {QStringLiteral("runTimeMinutes"), qint64(info.runTime.count())}};
}

QString kindName(StoragePartition::Kind kind)
{
    switch (kind) {
    case StoragePartition::Kind::ReadWrite:
        return QStringLiteral("read-write");
    case StoragePartition::Kind::ReadOnly:
        return QStringLiteral("read-only");
    case StoragePartition::Kind::Events:
        return QStringLiteral("events");
    case StoragePartition::Kind::Redundant:
        return QStringLiteral("redundant");
    case StoragePartition::Kind::Snapshot:
        return QStringLiteral("snapshot");
    case StoragePartition::Kind::Unknown:
        break;
    }
    return QStringLiteral("unknown");
}

QJsonArray toJson(const QList<StoragePartition> &partitions)
{
    QJsonArray array;
    for (const StoragePartition &partition : partitions) {
        array.append(QJsonObject{{QStringLiteral("disk"), partition.disk},
                                 {QStringLiteral("partition"), partition.partition},
                                 {QStringLiteral("kind"), kindName(partition.kind)},
                                 {QStringLiteral("current"), partition.isCurrent},
                                 {QStringLiteral("totalMiB"), partition.totalMiB},
                                 {QStringLiteral("freeMiB"), partition.freeMiB},
                                 {QStringLiteral("status"), partition.status}});
    }
    return array;
}

QJsonArray channelsOf(quint64 mask)
{
    QJsonArray channels;
    for (int channel = 0; channel < 64; ++channel) {
        if (mask >> channel & 1)
            channels.append(channel);
    }
    return channels;
}

QJsonObject toJson(const WorkState &state)
{
    QJsonArray channels;
    for (const WorkState::Channel &channel : state.channels) {
        channels.append(QJsonObject{{QStringLiteral("kbitPerSecond"), channel.kbitPerSecond},
                                    {QStringLiteral("recording"), channel.recording}});
    }
    return {{QStringLiteral("alarmIn"), channelsOf(state.alarmIn)},
            {QStringLiteral("alarmOut"), channelsOf(state.alarmOut)},
            {QStringLiteral("videoBlind"), channelsOf(state.videoBlind)},
            {QStringLiteral("videoLoss"), channelsOf(state.videoLoss)},
            {QStringLiteral("videoMotion"), channelsOf(state.videoMotion)},
            {QStringLiteral("channels"), channels}};
}

QJsonObject toJson(const OemInfo &info)
{
    return {{QStringLiteral("name"), info.name},
            {QStringLiteral("address"), info.address},
            {QStringLiteral("telephone"), info.telephone},
            {QStringLiteral("oemId"), info.oemId}};
}

/// `dvr info`: the device's own facts must come, the rest may be refused by small devices and is null then.
class InfoTask final : public DvrTask
{
public:
    using DvrTask::DvrTask;

protected:
    void onOnline() override
    {
        m_open = 5;
        ask(id::kSystemInfo, QStringLiteral("SystemInfo"), [this](const base::Result<QJsonObject> &reply) {
            const auto info = reply.and_then(parseSystemInfo);
            if (!info) {
                fail(info.error());
                return;
            }
            m_result.insert(QStringLiteral("system"), toJson(*info));
            m_text = line(QStringLiteral("Model"),
                          info->deviceModel.isEmpty() ? info->hardware : info->deviceModel) +
                     line(QStringLiteral("Serial number"), info->serialNo) +
                     line(QStringLiteral("Software"), info->softwareVersion) +
                     line(QStringLiteral("Built"), info->buildTime) +
                     line(QStringLiteral("Running for"), QStringLiteral("%1 min").arg(info->runTime.count()));
        });
        ask(id::kSystemInfo, QStringLiteral("StorageInfo"), [this](const base::Result<QJsonObject> &reply) {
            const auto storage = reply.and_then(parseStorageInfo);
            m_result.insert(QStringLiteral("storage"), storage ? QJsonValue(toJson(*storage)) : QJsonValue());
            for (const StoragePartition &partition : storage.value_or(QList<StoragePartition>())) {
                m_more += line(QStringLiteral("Disk %1.%2").arg(partition.disk).arg(partition.partition),
                               QStringLiteral("%1 MiB free of %2 MiB, %3")
                                   .arg(partition.freeMiB)
                                   .arg(partition.totalMiB)
                                   .arg(kindName(partition.kind)));
            }
        });
        ask(id::kSystemInfo, QStringLiteral("WorkState"), [this](const base::Result<QJsonObject> &reply) {
            const auto state = reply.and_then(parseWorkState);
            m_result.insert(QStringLiteral("workState"), state ? QJsonValue(toJson(*state)) : QJsonValue());
        });
        ask(id::kSystemInfo, QStringLiteral("OEMInfo"), [this](const base::Result<QJsonObject> &reply) {
            const auto oem = reply.and_then(parseOemInfo);
            m_result.insert(QStringLiteral("oem"), oem ? QJsonValue(toJson(*oem)) : QJsonValue());
        });
        ask(id::kChannelTitleGet, QStringLiteral("ChannelTitle"),
            [this](const base::Result<QJsonObject> &reply) {
                const auto titles = reply.and_then(parseChannelTitles);
                m_result.insert(QStringLiteral("channelTitles"),
                                titles ? QJsonValue(QJsonArray::fromStringList(*titles)) : QJsonValue());
                for (qsizetype i = 0; titles && i < titles->size(); ++i)
                    m_more += line(QStringLiteral("Channel %1").arg(i), titles->at(i));
            });
    }

private:
    void ask(quint16 messageId, const QString &name,
             std::function<void(const base::Result<QJsonObject> &)> take)
    {
        session()
            .call(messageId, name)
            .then(base::on(this, [this, take = std::move(take)](const base::Result<QJsonObject> &reply) {
                if (isFinished())
                    return;
                // An answer that never comes or an expired session is not a matter of one part.
                if (!reply && reply.error().errorClass() == base::ErrorClass::NoAnswer) {
                    fail(reply.error());
                    return;
                }
                take(reply);
                if (--m_open > 0 || isFinished())
                    return;
                const DeviceStatus &status = session().status();
                m_result.insert(QStringLiteral("deviceType"), status.deviceType);
                m_result.insert(QStringLiteral("channels"), status.channelCount);
                m_text += line(QStringLiteral("Type"), status.deviceType) +
                          line(QStringLiteral("Channels"), QString::number(status.channelCount)) + m_more;
                succeed(m_result, m_text.trimmed());
            }));
    }

    QJsonObject m_result;
    QString m_text;
    QString m_more;
    int m_open = 0;
};

/// `dvr ability NAME`.
class AbilityTask final : public DvrTask
{
public:
    AbilityTask(const ctl::Invocation &invocation, const DeviceSettings &settings)
        : DvrTask(invocation, settings, DvrSession::kCallTimeout)
        , m_name(invocation.line.arguments.value(0))
    {
    }

protected:
    void onOnline() override
    {
        session()
            .call(id::kAbilityGet, m_name)
            .then(base::on(this, [this](const base::Result<QJsonObject> &reply) {
                if (!reply) {
                    fail(reply.error());
                    return;
                }
                const QJsonValue value = reply->value(m_name);
                if (value.isUndefined()) {
                    fail(base::Error(DvrError::BadReply,
                                     QStringLiteral("the answer has no \"%1\"").arg(m_name)));
                    return;
                }
                const QJsonObject shown{{m_name, value}};
                succeed({{QStringLiteral("name"), m_name}, {QStringLiteral("ability"), value}},
                        QString::fromUtf8(QJsonDocument(shown).toJson()).trimmed());
            }));
    }

private:
    QString m_name;
};

/// `dvr raw MSGID`: one request, its answer as it came.
class RawTask final : public DvrTask
{
public:
    RawTask(const ctl::Invocation &invocation, const DeviceSettings &settings, quint16 messageId,
            QJsonObject body)
        : DvrTask(invocation, settings, DvrSession::kCallTimeout)
        , m_messageId(messageId)
        , m_body(std::move(body))
    {
    }

protected:
    void onOnline() override
    {
        session().raw(m_messageId, m_body).then(base::on(this, [this](const base::Result<Message> &answer) {
            if (!answer) {
                fail(answer.error());
                return;
            }
            QJsonObject result{{QStringLiteral("messageId"), answer->header.messageId}};
            const auto body = parseBody(answer->payload);
            if (body) {
                const auto ret = retOf(*body);
                if (ret && !isSuccess(*ret)) {
                    base::Error error = retError(*ret, QStringLiteral("message %1").arg(m_messageId));
                    fail(error);
                    return;
                }
                result.insert(QStringLiteral("body"), *body);
                succeed(result, QString::fromUtf8(QJsonDocument(*body).toJson()).trimmed());
                return;
            }
            // Some answers have no body (1563) or a binary one (1561).
            result.insert(QStringLiteral("hex"), QString::fromLatin1(answer->payload.toHex()));
            succeed(result, QStringLiteral("message %1, %2 bytes\n%3")
                                .arg(answer->header.messageId)
                                .arg(answer->payload.size())
                                .arg(base::hexPreview(answer->payload, 512)));
        }));
    }

private:
    quint16 m_messageId;
    QJsonObject m_body;
};

} // namespace

std::unique_ptr<ctl::Task> makeInfoTask(const ctl::Invocation &invocation, const DeviceSettings &settings)
{
    return std::make_unique<InfoTask>(invocation, settings, DvrSession::kCallTimeout);
}

std::unique_ptr<ctl::Task> makeAbilityTask(const ctl::Invocation &invocation, const DeviceSettings &settings)
{
    return std::make_unique<AbilityTask>(invocation, settings);
}

base::Result<std::unique_ptr<ctl::Task>> makeRawTask(const ctl::Invocation &invocation,
                                                     const DeviceSettings &settings)
{
    using ctl::UsageError;
    const QString word = invocation.line.arguments.value(0);
    bool ok = false;
    const int messageId = word.toInt(&ok);
    if (!ok || messageId < 999 || messageId > 3999) {
        return base::fail(UsageError::WrongUsage,
                          QStringLiteral("MSGID must be a number from 999 to 3999, not \"%1\"").arg(word));
    }
    QJsonObject body;
    const QString text = invocation.line.options.value(QStringLiteral("body"));
    if (!text.isEmpty()) {
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8(), &error);
        if (!document.isObject()) {
            return base::fail(
                UsageError::WrongUsage,
                QStringLiteral("--body must be a JSON object: %1")
                    .arg(error.error == QJsonParseError::NoError
                             ? QStringLiteral("it is something else")
                             : QStringLiteral("%1 at byte %2").arg(error.errorString()).arg(error.offset)));
        }
        body = document.object();
    }
    const QString danger = rawDanger(quint16(messageId), body);
    if (!danger.isEmpty() && !invocation.yes)
        return base::fail(UsageError::NeedsYes, QStringLiteral("not sent without --yes: %1").arg(danger));
    return std::make_unique<RawTask>(invocation, settings, quint16(messageId), body);
}

} // namespace opsdeck::dvr
