// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/site/site_store.h"

#include "core/base/file_lock.h"
#include "core/site/site_error.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>

namespace opsdeck::site {

namespace {

constexpr std::chrono::milliseconds kLockPatience{2000};

FileMark mark(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

/// Also a link that leads nowhere: it must not be taken for "no file, write one".
bool isThere(const QString &path)
{
    const QFileInfo info(path);
    return info.exists() || info.isSymLink();
}

} // namespace

SiteStore::SiteStore(Write write)
    : m_write(std::move(write))
{
}

base::Result<SiteSnapshot> SiteStore::read(const QString &path, const SiteFile::Modules &modules) const
{
    if (!isThere(path))
        return SiteSnapshot{};
    const auto bytes = SiteFile::readBytes(path);
    if (!bytes)
        return base::fail(bytes.error());
    return SiteSnapshot{mark(*bytes), SiteFile::parse(*bytes, modules)};
}

base::Result<FileMark> SiteStore::markOf(const QString &path)
{
    if (!isThere(path))
        return FileMark();
    return SiteFile::readBytes(path).map(mark);
}

base::Result<FileMark> SiteStore::save(const QString &path, const Site &site, const FileMark &expected) const
{
    return write(path, site, &expected);
}

base::Result<FileMark> SiteStore::overwrite(const QString &path, const Site &site) const
{
    return write(path, site, nullptr);
}

base::Result<FileMark> SiteStore::write(const QString &path, const Site &site, const FileMark *expected) const
{
    const QString folder = QFileInfo(path).absolutePath();
    if (!QDir().mkpath(folder)) {
        return base::fail(base::CommonError::FileFailed,
                          QStringLiteral("%1: the folder cannot be made").arg(folder));
    }
    // Where no lock can be made (a folder that may not be written) the writing will say why.
    base::FileLock lock(path);
    if (const auto locked = lock.lock(kLockPatience);
        !locked && locked.error().is(base::FileLockError::Held)) {
        return base::fail(base::CommonError::FileFailed,
                          QStringLiteral("%1: another program is saving it").arg(path));
    }
    if (expected) {
        const auto now = markOf(path);
        if (!now)
            return base::fail(now.error());
        if (*now != *expected) {
            return base::fail(
                SiteError::Conflict,
                QStringLiteral("%1: another program %2 it")
                    .arg(path, now->isEmpty() ? QStringLiteral("removed") : QStringLiteral("changed")));
        }
    }
    const QByteArray json = SiteFile::encode(site);
    // What could not be read again must not be written.
    if (json.size() > SiteFile::kMaximumBytes) {
        return base::fail(base::CommonError::FileFailed,
                          QStringLiteral("%1: the site has more than %2 MiB")
                              .arg(path, QString::number(SiteFile::kMaximumBytes >> 20)));
    }
    if (const auto written = m_write(path, json); !written)
        return base::fail(written.error());
    return mark(json);
}

} // namespace opsdeck::site
