// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/device_undo.h"

#include "core/base/on.h"
#include "ui/shell/device_secrets.h"
#include "ui/shell/site_desk.h"

#include <QJsonArray>
#include <QJsonObject>

namespace opsdeck::shell {

namespace {

const QString kLeftOver = QStringLiteral("site.secretsToForget");
constexpr qsizetype kMostLeftOver = 10000;

} // namespace

QStringList secretsOf(const site::Device &device)
{
    QStringList references;
    for (auto it = device.settings.begin(); it != device.settings.end(); ++it) {
        if (it.key().endsWith(QLatin1String("Ref")) && store::isSecretKeyWellFormed(it.value().toString()))
            references << it.value().toString();
    }
    return references;
}

DeviceUndo::DeviceUndo(SiteDesk &desk, DeviceSecrets &secrets, store::SettingsStore &settings,
                       base::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_secrets(secrets)
    , m_settings(settings)
    , m_timer(clock.makeTimer([this] {
        settle();
        Q_EMIT changed();
    }))
{
}

DeviceUndo::~DeviceUndo()
{
    settle();
}

void DeviceUndo::remove(const QSet<QString> &ids, bool forgetSecrets)
{
    settle();
    const QList<site::Removed> removed = site::removedOf(m_desk.site(), ids);
    m_desk.change(site::without(m_desk.site(), ids));
    QStringList references;
    for (const site::Removed &one : removed)
        references << secretsOf(one.device);
    if (forgetSecrets)
        forgetUnused(references);
    else
        setLeftOver(leftOver() + references);
    m_removed = removed;
    m_timer->start(kUndoTime);
    Q_EMIT changed();
}

void DeviceUndo::undo()
{
    const QList<site::Removed> removed = std::exchange(m_removed, {});
    if (removed.isEmpty())
        return;
    m_timer->stop();
    m_desk.change(site::withRestored(m_desk.site(), removed));
    QStringList rest = leftOver();
    for (const site::Removed &one : removed) {
        for (const QString &reference : secretsOf(one.device))
            rest.removeAll(reference);
    }
    setLeftOver(rest);
    Q_EMIT changed();
}

void DeviceUndo::forget(const QStringList &references)
{
    forgetUnused(references);
}

void DeviceUndo::siteOpened()
{
    // What is left over of the file that was open is cleared away when that is opened again.
    m_timer->stop();
    m_removed.clear();
    // From a run that ended before it could clear away.
    forgetUnused(leftOver());
    Q_EMIT changed();
}

/// The last removal cannot be undone any more.
void DeviceUndo::settle()
{
    m_timer->stop();
    QStringList references;
    for (const site::Removed &one : std::exchange(m_removed, {}))
        references << secretsOf(one.device);
    forgetUnused(references);
}

void DeviceUndo::forgetUnused(const QStringList &references)
{
    if (references.isEmpty())
        return;
    QSet<QString> inSite;
    QSet<QString> inUndo;
    for (const site::Device &device : m_desk.site().devices) {
        for (const QString &reference : secretsOf(device))
            inSite.insert(reference);
    }
    for (const site::Removed &one : std::as_const(m_removed)) {
        for (const QString &reference : secretsOf(one.device))
            inUndo.insert(reference);
    }
    for (const QString &reference : references) {
        if (inUndo.contains(reference))
            continue;
        if (inSite.contains(reference)) {
            QStringList rest = leftOver();
            if (rest.removeAll(reference) > 0)
                setLeftOver(rest);
            continue;
        }
        m_secrets.remove(reference).then(base::on(this, [this, reference](const base::Result<void> &removed) {
            QStringList rest = leftOver();
            if (removed && rest.removeAll(reference) > 0)
                setLeftOver(rest);
        }));
    }
}

QStringList DeviceUndo::leftOver() const
{
    QStringList references;
    const QJsonArray list = m_settings.value(kLeftOver).toObject().value(m_desk.file()).toArray();
    for (const auto &value : list) {
        const QString reference = value.toString();
        if (store::isSecretKeyWellFormed(reference) && references.size() < kMostLeftOver)
            references << reference;
    }
    return references;
}

void DeviceUndo::setLeftOver(const QStringList &references)
{
    // A demonstration leaves nothing.
    if (m_secrets.isMemoryOnly() || !m_desk.isKept())
        return;
    QJsonObject files = m_settings.value(kLeftOver).toObject();
    if (references.isEmpty())
        files.remove(m_desk.file());
    else
        files.insert(m_desk.file(), QJsonArray::fromStringList(references));
    m_settings.setValue(kLeftOver, files.isEmpty() ? QJsonValue() : QJsonValue(files));
}

} // namespace opsdeck::shell
