// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/site/site_file.h"

#include <functional>

namespace opsdeck::site {

/// What is known of a file's bytes without keeping them: a SHA-256, or empty = there is no file.
using FileMark = QByteArray;

/// A site file as it was read.
struct SiteSnapshot {
    FileMark mark; ///< empty: the file does not exist, and the site is empty
    SiteReading reading;
};

/// Reads and replaces a site file, and notices when somebody else did so in between. Holds no file and no site; pure but
/// for the file. Its calls wait for the disk: any thread but the GUI's.
class SiteStore
{
public:
    using Write = std::function<base::Result<void>(const QString &path, const QByteArray &json)>;

    /// @param write replaces a file as a whole or not at all; another one only in tests.
    explicit SiteStore(Write write = SiteFile::writeBytes);

    /// Errors: FileFailed when there is a file that cannot be read. What is wrong inside is in the reading.
    base::Result<SiteSnapshot> read(const QString &path, const SiteFile::Modules &modules) const;

    /// Writes the site when the file is still the one of `expected`, and returns its new mark. Makes the folder when it
    /// is missing. Two of our programs that save at once do so one after the other.
    /// Errors: Conflict (nothing is written), FileFailed.
    base::Result<FileMark> save(const QString &path, const Site &site, const FileMark &expected) const;
    /// The same, whatever stands there now.
    base::Result<FileMark> overwrite(const QString &path, const Site &site) const;

    /// Of the file as it is now; empty = there is none. Errors: FileFailed.
    static base::Result<FileMark> markOf(const QString &path);

private:
    base::Result<FileMark> write(const QString &path, const Site &site, const FileMark *expected) const;

    Write m_write;
};

} // namespace opsdeck::site
