// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/site/site_merge.h"

#include "core/site/site_edit.h"

namespace opsdeck::site {

namespace {

/// Each "…Ref" of the settings that stands as a text.
QHash<QString, QString> referencesOf(const Device &device)
{
    QHash<QString, QString> references;
    for (auto it = device.settings.begin(); it != device.settings.end(); ++it) {
        if (it.key().endsWith(QStringLiteral("Ref")) && it.value().isString())
            references.insert(it.key(), it.value().toString());
    }
    return references;
}

/// The ids of our devices that use a secret.
QMultiHash<QString, QString> usersOfSecrets(const Site &site)
{
    QMultiHash<QString, QString> users;
    for (const Device &device : site.devices) {
        for (const QString &reference : referencesOf(device))
            users.insert(reference, device.id);
    }
    return users;
}

bool isUsedByAnother(const QMultiHash<QString, QString> &users, const QString &reference, const QString &id)
{
    for (const QString &user : users.values(reference)) {
        if (user != id)
            return true;
    }
    return false;
}

QString ownPlace(const QString &id, const QString &key)
{
    return QStringLiteral("opsdeck/%1/%2").arg(id, key.chopped(3));
}

QStringList differences(const Device &mine, const Device &theirs)
{
    QStringList keys;
    const auto note = [&keys](bool differs, const char *key) {
        if (differs)
            keys.append(QString::fromLatin1(key));
    };
    note(mine.system != theirs.system, "system");
    note(mine.name != theirs.name, "name");
    note(mine.group != theirs.group, "group");
    const auto compare = [&keys](const QJsonObject &a, const QJsonObject &b, const QString &prefix) {
        QStringList all = a.keys();
        for (const QString &key : b.keys()) {
            if (!a.contains(key))
                all.append(key);
        }
        for (const QString &key : std::as_const(all)) {
            if (a.value(key) != b.value(key))
                keys.append(prefix + key);
        }
    };
    compare(mine.settings, theirs.settings, QStringLiteral("settings."));
    compare(mine.other, theirs.other, QString());
    return keys;
}

} // namespace

QList<MergeItem> mergeItems(const Site &mine, const Site &theirs)
{
    QHash<QString, const Device *> ours;
    for (const Device &device : mine.devices)
        ours.insert(device.id, &device);
    const QMultiHash<QString, QString> users = usersOfSecrets(mine);

    QList<MergeItem> items;
    for (const Device &device : theirs.devices) {
        MergeItem item;
        item.device = device;
        if (const Device *own = ours.value(device.id)) {
            item.changed = differences(*own, device);
            item.kind = item.changed.isEmpty() ? MergeItem::Kind::Same : MergeItem::Kind::Different;
        }
        for (const QString &reference : referencesOf(device))
            item.isSecretOwn = item.isSecretOwn || isUsedByAnother(users, reference, device.id);
        items.append(item);
    }
    return items;
}

Site merged(const Site &mine, const QList<MergeItem> &items, const QHash<QString, MergeChoice> &choices)
{
    const QMultiHash<QString, QString> users = usersOfSecrets(mine);
    Site site = mine;
    QSet<QString> ids = idsOf(mine);
    QSet<QString> names = namesOf(mine);
    for (const MergeItem &item : items)
        ids.insert(item.device.id); // one that comes later must find its own id free
    for (const MergeItem &item : items) {
        if (item.kind == MergeItem::Kind::Same)
            continue;
        const bool isNew = item.kind == MergeItem::Kind::New;
        const MergeChoice choice = choices.value(item.device.id, MergeChoice::Skip);
        if (!isNew && choice == MergeChoice::Skip)
            continue;
        Device device = item.device;
        const bool isBeside = !isNew && choice == MergeChoice::KeepBoth;
        if (isBeside) {
            device.name = uniqueName(device.name, names);
            device.id = uniqueId(device.name, ids);
        }
        const QHash<QString, QString> references = referencesOf(device);
        for (auto it = references.begin(); it != references.end(); ++it) {
            if (isBeside || isUsedByAnother(users, it.value(), device.id))
                device.settings.insert(it.key(), ownPlace(device.id, it.key()));
        }
        ids.insert(device.id);
        names.insert(device.name);
        if (!isNew && choice == MergeChoice::Replace)
            site.devices[indexOf(site, device.id)] = device;
        else
            site.devices.append(device);
    }
    return arranged(site);
}

} // namespace opsdeck::site
