// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/part_file.h"

#include "core/media/media_error.h"

namespace opsdeck::media {

namespace {

base::Error asMediaError(const base::Error &error)
{
    const bool isFull = error.is(base::FileError::DiskFull);
    return {isFull ? MediaError::DiskFull : MediaError::FileFailed, error.detail()};
}

} // namespace

base::Result<void> PartFile::open()
{
    return m_file.open().map_error(asMediaError);
}

base::Result<void> PartFile::write(const char *data, qint64 bytes)
{
    return m_file.write(data, bytes).map_error(asMediaError);
}

base::Result<void> PartFile::commit()
{
    return m_file.commit().map_error(asMediaError);
}

} // namespace opsdeck::media
