// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/database.h"
#include "ui/kit/notices.h"

#include <QObject>

namespace opsdeck::shell {

/// Tells the operator when what happens cannot be kept, when it can again, and where a damaged database was put. GUI
/// thread.
class DatabaseNotices final : public QObject
{
    Q_OBJECT
public:
    /// Both must outlive this object.
    DatabaseNotices(store::Database &database, kit::Notices &notices, QObject *parent = nullptr);

    /// Opening, or a later write, failed.
    void tellFailed(const base::Error &error);

private:
    void tellSetAside(const QString &path, const QString &problem);

    store::Database &m_database;
    kit::Notices &m_notices;
};

} // namespace opsdeck::shell
