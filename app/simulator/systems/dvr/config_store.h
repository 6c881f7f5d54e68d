// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QMap>
#include <QStringList>

#include <optional>

namespace opsdeck::dvr::sim {

/// The configuration of one device: leaves by their full name ("General.General"), each kept as it was set.
/// A name may be a container ("General"), a leaf, or an element of a leaf ("Record.[3]").
class ConfigStore
{
public:
    /// The factory's leaves from the resource, those that go by channel repeated `channels` times.
    explicit ConfigStore(int channels);

    std::optional<QJsonValue> get(const QString &name) const { return read(m_leaves, name); }
    std::optional<QJsonValue> factory(const QString &name) const { return read(m_factory, name); }
    /// The Ret: 100, 607 (no such name), 606 (another type of value). Objects are merged, keys that are missing
    /// stay; anything else replaces.
    int set(const QString &name, const QJsonValue &value);
    void restore() { m_leaves = m_factory; }

    /// The names in AVEnc.VideoWidget, one a channel.
    QStringList titles() const;
    void setTitles(const QStringList &titles);
    /// Also of the factory's settings: what `restore()` gives back.
    void setFactoryTitles(const QStringList &titles);
    void setFactoryNetwork(quint16 tcpPort, int maximumConnections);

private:
    using Leaves = QMap<QString, QJsonValue>;
    static std::optional<QJsonValue> read(const Leaves &leaves, const QString &name);
    static void writeTitles(Leaves &leaves, const QStringList &titles);
    Leaves m_factory;
    Leaves m_leaves;
};

} // namespace opsdeck::dvr::sim
