// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/libav_version.h"

#include <QStringList>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libswscale/swscale.h>
}

namespace opsdeck::media {

QString libavVersions()
{
    const struct {
        const char *name;
        unsigned version;
    } libraries[] = {
        {"libavcodec", avcodec_version()},
        {"libavformat", avformat_version()},
        {"libswscale", swscale_version()},
    };
    QStringList words;
    for (const auto &library : libraries)
        words << QStringLiteral("%1 %2.%3.%4")
                     .arg(QLatin1String(library.name))
                     .arg(AV_VERSION_MAJOR(library.version))
                     .arg(AV_VERSION_MINOR(library.version))
                     .arg(AV_VERSION_MICRO(library.version));
    return words.join(QStringLiteral(", "));
}

} // namespace opsdeck::media
