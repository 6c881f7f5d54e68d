// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/database_notices.h"

#include "core/base/hex.h"

#include <QDir>

namespace opsdeck::shell {

namespace {

QString problemKey()
{
    return QStringLiteral("shell.database");
}

QString shownPath(const QString &path)
{
    return base::plainText(QDir::toNativeSeparators(path), 512);
}

QString problemText(const base::Error &error)
{
    using store::DatabaseError;
    if (error.is(DatabaseError::DiskFull))
        return DatabaseNotices::tr("The disk is full: events and moves of power banks are not kept");
    if (error.is(DatabaseError::ReadOnly))
        return DatabaseNotices::tr(
            "The database may not be written: events and moves of power banks are not kept");
    if (error.is(DatabaseError::Locked))
        return DatabaseNotices::tr(
            "Another program holds the database: events and moves of power banks are not kept");
    if (error.is(DatabaseError::Newer))
        return DatabaseNotices::tr(
            "The database is from a later version of Opsdeck: events and moves of power banks are not kept");
    return DatabaseNotices::tr("The database cannot be used: events and moves of power banks are not kept");
}

} // namespace

DatabaseNotices::DatabaseNotices(store::Database &database, kit::Notices &notices, QObject *parent)
    : QObject(parent)
    , m_database(database)
    , m_notices(notices)
{
    connect(&m_database, &store::Database::setAside, this, &DatabaseNotices::tellSetAside);
    connect(&m_database, &store::Database::failed, this, &DatabaseNotices::tellFailed);
    connect(&m_database, &store::Database::recovered, this, [this] { m_notices.withdraw(problemKey()); });
}

void DatabaseNotices::tellFailed(const base::Error &error)
{
    kit::Notice notice;
    notice.mark = kit::StateMark::Alarm;
    notice.key = problemKey();
    notice.say = [error, path = m_database.path()](kit::Notice &said) {
        said.text = problemText(error);
        said.details = tr("It is %1").arg(shownPath(path)) + QLatin1Char('\n') + error.detail();
    };
    m_notices.post(notice);
}

void DatabaseNotices::tellSetAside(const QString &path, const QString &problem)
{
    kit::Notice notice;
    notice.mark = kit::StateMark::Alarm;
    notice.key = QStringLiteral("shell.database.damaged");
    notice.say = [path, problem](kit::Notice &said) {
        said.text = tr("The database was damaged; a new one was begun");
        said.details =
            tr("The damaged one was kept as %1").arg(shownPath(path)) + QLatin1Char('\n') + problem;
    };
    m_notices.post(notice);
}

} // namespace opsdeck::shell
