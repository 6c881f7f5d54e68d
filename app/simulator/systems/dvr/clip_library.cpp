// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/systems/dvr/clip_library.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSize>
#include <QStringList>

// Resources of a static library are only linked in when they are asked for; must stand outside of namespaces.
static void initialiseResource()
{
    Q_INIT_RESOURCE(simulator_dvr);
}

namespace opsdeck::dvr::sim {

namespace {

base::Result<QByteArray> readResource(const QString &name)
{
    QFile file(QStringLiteral(":/opsdeck/simulator/dvr/clips/") + name);
    if (!file.open(QIODevice::ReadOnly))
        return base::fail(base::CommonError::FileFailed,
                          QStringLiteral("demo clip %1: not compiled in").arg(name));
    return file.readAll();
}

base::Result<Encoding> readEncoding(const QJsonObject &entry, const QString &suffix, QSize size)
{
    Encoding encoding;
    const QString codec = entry.value(QLatin1String("codec")).toString();
    encoding.codec = codec == QLatin1String("h265") ? ClipCodec::H265 : ClipCodec::H264;
    encoding.width = size.width();
    encoding.height = size.height();
    encoding.framesPerSecond = entry.value(QLatin1String("fps")).toInt(25);
    const QString name = entry.value(QLatin1String("name")).toString() + suffix + u'.' + codec;
    const auto bytes = readResource(name);
    if (!bytes)
        return base::fail(bytes.error());
    encoding.units = splitAccessUnits(*bytes, encoding.codec);
    if (encoding.units.isEmpty() || !encoding.units.constFirst().isKey)
        return base::fail(base::CommonError::FileFailed,
                          QStringLiteral("demo clip %1: no key frame first").arg(name));
    return encoding;
}

QSize sizeOf(const QJsonObject &entry)
{
    return {entry.value(QLatin1String("width")).toInt(), entry.value(QLatin1String("height")).toInt()};
}

} // namespace

qsizetype Encoding::keyFrameFrom(qsizetype unit) const
{
    for (qsizetype step = 0; step < units.size(); ++step) {
        const qsizetype index = (unit + step) % units.size();
        if (units[index].isKey)
            return index;
    }
    return 0;
}

base::Result<std::shared_ptr<const ClipLibrary>> ClipLibrary::load()
{
    initialiseResource();
    const auto table = readResource(QStringLiteral("clips.json"));
    if (!table)
        return base::fail(table.error());
    const QJsonObject root = QJsonDocument::fromJson(*table).object();
    const QJsonObject extra = root.value(QLatin1String("extra")).toObject();
    auto library = std::make_shared<ClipLibrary>();
    for (const QJsonValue &value : root.value(QLatin1String("clips")).toArray()) {
        const QJsonObject entry = value.toObject();
        auto main = readEncoding(entry, QString(), sizeOf(entry));
        auto sub = readEncoding(entry, extra.value(QLatin1String("suffix")).toString(), sizeOf(extra));
        if (!main || !sub)
            return base::fail((main ? sub : main).error());
        Clip clip{entry.value(QLatin1String("name")).toString(),
                  entry.value(QLatin1String("title")).toString(),
                  entry.value(QLatin1String("class")).toString(),
                  std::move(*main),
                  std::move(*sub),
                  QByteArray()};
        if (const QString sound = entry.value(QLatin1String("audio")).toString(); !sound.isEmpty()) {
            const auto bytes = readResource(sound);
            if (!bytes)
                return base::fail(bytes.error());
            if (bytes->size() < 320)
                return base::fail(base::CommonError::FileFailed,
                                  QStringLiteral("demo sound %1: too short").arg(sound));
            clip.sound = *bytes;
        }
        library->m_clips.push_back(std::move(clip));
    }
    if (library->m_clips.empty())
        return base::fail(base::CommonError::FileFailed, QStringLiteral("clips.json lists no clip"));
    return library;
}

QStringList ClipLibrary::classes() const
{
    QStringList names{QStringLiteral("mix")};
    for (const Clip &clip : m_clips) {
        if (!names.contains(clip.clipClass))
            names.append(clip.clipClass);
    }
    return names;
}

QList<const Clip *> ClipLibrary::ofClass(const QString &clipClass) const
{
    QList<const Clip *> clips;
    for (const Clip &clip : m_clips) {
        if (clipClass == QLatin1String("mix") || clip.clipClass == clipClass)
            clips.append(&clip);
    }
    return clips;
}

} // namespace opsdeck::dvr::sim
