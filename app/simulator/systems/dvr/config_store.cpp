// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/systems/dvr/config_store.h"

#include "app/simulator/systems/dvr/device_data.h"

#include <QJsonArray>

namespace opsdeck::dvr::sim {

namespace {

QJsonValue merged(const QJsonValue &before, const QJsonValue &now)
{
    if (!before.isObject() || !now.isObject())
        return now;
    QJsonObject result = before.toObject();
    const QJsonObject changes = now.toObject();
    for (auto it = changes.begin(); it != changes.end(); ++it)
        result.insert(it.key(), merged(result.value(it.key()), it.value()));
    return result;
}

struct IndexedName {
    QString leaf;
    std::optional<qsizetype> index;
};

// "Record.[3]" is element 3 of "Record".
IndexedName splitIndex(const QString &name)
{
    const qsizetype dot = name.lastIndexOf(QLatin1String(".["));
    if (dot < 0 || !name.endsWith(u']'))
        return {name, std::nullopt};
    bool isNumber = false;
    const int index = name.mid(dot + 2, name.size() - dot - 3).toInt(&isNumber);
    if (!isNumber || index < 0)
        return {name, std::nullopt};
    return {name.left(dot), index};
}

const QString &widgetName()
{
    static const QString name = QStringLiteral("AVEnc.VideoWidget");
    return name;
}

} // namespace

ConfigStore::ConfigStore(int channels)
{
    const QJsonObject leaves = deviceData(QStringLiteral("config.json"), channels);
    for (auto it = leaves.begin(); it != leaves.end(); ++it)
        m_factory.insert(it.key(), it.value());
    m_leaves = m_factory;
}

std::optional<QJsonValue> ConfigStore::read(const Leaves &leaves, const QString &name)
{
    const IndexedName indexed = splitIndex(name);
    if (const auto leaf = leaves.constFind(indexed.leaf); leaf != leaves.cend()) {
        if (!indexed.index)
            return *leaf;
        const QJsonArray elements = leaf->toArray();
        if (*indexed.index >= elements.size())
            return std::nullopt;
        return elements[*indexed.index];
    }
    QJsonObject container;
    for (auto it = leaves.cbegin(); it != leaves.cend(); ++it) {
        if (it.key().startsWith(name + u'.'))
            container.insert(it.key().mid(name.size() + 1), it.value());
    }
    if (container.isEmpty())
        return std::nullopt;
    return container;
}

int ConfigStore::set(const QString &name, const QJsonValue &value)
{
    const IndexedName indexed = splitIndex(name);
    const auto leaf = m_leaves.find(indexed.leaf);
    if (leaf == m_leaves.end()) {
        if (!read(m_leaves, name))
            return 607;
        const QJsonObject parts = value.toObject();
        if (parts.isEmpty())
            return 606;
        for (auto it = parts.begin(); it != parts.end(); ++it) {
            if (const int ret = set(name + u'.' + it.key(), it.value()); ret != 100)
                return ret;
        }
        return 100;
    }
    if (!indexed.index) {
        if (leaf->type() != value.type())
            return 606;
        *leaf = merged(*leaf, value);
        return 100;
    }
    QJsonArray elements = leaf->toArray();
    if (*indexed.index >= elements.size())
        return 607;
    if (elements[*indexed.index].type() != value.type())
        return 606;
    elements[*indexed.index] = merged(elements[*indexed.index], value);
    *leaf = elements;
    return 100;
}

QStringList ConfigStore::titles() const
{
    QStringList titles;
    for (const QJsonValue &widget : m_leaves.value(widgetName()).toArray())
        titles.append(widget[QLatin1String("ChannelTitle")][QLatin1String("Name")].toString());
    return titles;
}

void ConfigStore::setTitles(const QStringList &titles)
{
    writeTitles(m_leaves, titles);
}

void ConfigStore::setFactoryTitles(const QStringList &titles)
{
    writeTitles(m_factory, titles);
    writeTitles(m_leaves, titles);
}

void ConfigStore::writeTitles(Leaves &leaves, const QStringList &titles)
{
    QJsonArray widgets = leaves.value(widgetName()).toArray();
    for (qsizetype channel = 0; channel < widgets.size() && channel < titles.size(); ++channel) {
        QJsonObject widget = widgets[channel].toObject();
        QJsonObject title = widget.value(QLatin1String("ChannelTitle")).toObject();
        title.insert(QLatin1String("Name"), titles[channel]);
        widget.insert(QLatin1String("ChannelTitle"), title);
        widgets[channel] = widget;
    }
    leaves.insert(widgetName(), widgets);
}

void ConfigStore::setFactoryNetwork(quint16 tcpPort, int maximumConnections)
{
    const QString name = QStringLiteral("NetWork.NetCommon");
    for (Leaves *leaves : {&m_factory, &m_leaves}) {
        QJsonObject network = leaves->value(name).toObject();
        network.insert(QLatin1String("TCPPort"), tcpPort);
        network.insert(QLatin1String("TCPMaxConn"), maximumConnections);
        leaves->insert(name, network);
    }
}

} // namespace opsdeck::dvr::sim
