// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

namespace opsdeck::store {

class SqlConnection;

/// Numbers for the rows of a table: rising, from 1, none twice, with gaps. Takes them from the database a block at a time.
/// Of the writer thread, inside its transaction.
class IdSequence final
{
public:
    explicit IdSequence(QString name)
        : m_name(std::move(name))
    {
    }
    base::Result<qint64> next(SqlConnection &connection);

private:
    static constexpr int kBlock = 1000;

    const QString m_name;
    qint64 m_next = 0;
    qint64 m_end = 0;
    quint64 m_generation = 0;
};

} // namespace opsdeck::store
