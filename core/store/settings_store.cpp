// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/settings_store.h"

#include "core/base/reply.h"
#include "core/base/whole_file.h"
#include "core/base/worker.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

#include <algorithm>

namespace opsdeck::store {

using base::fail;

namespace {

constexpr int kVersion = 1;

QString versionKey()
{
    return QStringLiteral("version");
}

QString settingsKey()
{
    return QStringLiteral("settings");
}

} // namespace

base::ErrorFacts errorFacts(SettingsError code)
{
    using base::ErrorClass;
    switch (code) {
    case SettingsError::FolderFailed:
        return {"settings-folder-failed", ErrorClass::Local};
    case SettingsError::FileFailed:
        return {"settings-file-failed", ErrorClass::Local};
    case SettingsError::DiskFull:
        return {"settings-disk-full", ErrorClass::Local};
    case SettingsError::Shared:
        return {"settings-shared", ErrorClass::Local};
    case SettingsError::Newer:
        return {"settings-newer", ErrorClass::Local};
    }
    return {"settings-file-failed", ErrorClass::Local};
}

SettingsStore::SettingsStore(const QString &path, base::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_path(path)
    , m_clock(clock)
    , m_timer(clock.makeTimer([this] { write(); }))
{
    m_pool.setMaxThreadCount(1);
    // A write at the end of a run must not find its thread gone.
    m_pool.setExpiryTimeout(-1);
}

SettingsStore::~SettingsStore()
{
    if (m_written != m_revision)
        write();
    m_pool.waitForDone();
}

void SettingsStore::load()
{
    if (m_path.isEmpty())
        return;
    // A folder that cannot be made is told when something is to be kept in it.
    QDir().mkpath(QFileInfo(m_path).absolutePath());
    m_lock = std::make_unique<base::FileLock>(m_path);
    if (const auto locked = m_lock->lock(); !locked) {
        if (locked.error().is(base::FileLockError::Held)) {
            m_whyMemory =
                base::Error(SettingsError::Shared, m_path + QStringLiteral(": another program keeps it"));
        } else {
            m_lastFailure = base::Error(SettingsError::FolderFailed,
                                        m_path + QStringLiteral(": its folder cannot be written"));
        }
    }
    if (!readFile())
        setAside();
}

/// False when what is there is no settings file.
bool SettingsStore::readFile()
{
    QFile file(m_path);
    if (!file.exists())
        return true;
    // A pipe of that name would keep us waiting for ever.
    if (!QFileInfo(m_path).isFile()) {
        m_whyMemory = base::Error(SettingsError::FileFailed, m_path + QStringLiteral(": is not a file"));
        return true;
    }
    const QByteArray json = file.open(QIODevice::ReadOnly) ? file.read(kMaximumFileBytes + 1) : QByteArray();
    if (file.error() != QFileDevice::NoError) {
        if (!m_whyMemory)
            m_whyMemory =
                base::Error(SettingsError::FileFailed, m_path + QStringLiteral(": ") + file.errorString());
        return true;
    }
    const QJsonObject root = QJsonDocument::fromJson(json).object();
    const int version = root.value(versionKey()).toInt();
    if (json.size() > kMaximumFileBytes || version < kVersion || !root.value(settingsKey()).isObject())
        return false;
    if (version > kVersion && !m_whyMemory)
        m_whyMemory =
            base::Error(SettingsError::Newer, QStringLiteral("%1: written by a later version").arg(m_path));
    m_rest = root;
    m_rest.remove(settingsKey());
    m_values = root.value(settingsKey()).toObject();
    return true;
}

void SettingsStore::setAside()
{
    // Whose lock it is may mend it; we only look.
    if (m_whyMemory)
        return;
    const QString name =
        m_path + m_clock.now().toUTC().toString(QStringLiteral("'.damaged-'yyyyMMdd'T'HHmmss'Z'"));
    QString free = name;
    constexpr int kTries = 100;
    for (int i = 2; i < kTries && QFileInfo::exists(free); ++i)
        free = QStringLiteral("%1-%2").arg(name, QString::number(i));
    if (QFile::rename(m_path, free)) {
        m_setAsideAs = free;
        return;
    }
    m_whyMemory = base::Error(SettingsError::FileFailed,
                              QStringLiteral("%1: damaged, and cannot be set aside").arg(m_path));
}

QJsonValue SettingsStore::value(const QString &key, const QJsonValue &fallback) const
{
    for (const QJsonObject *values : {&m_overrides, &m_values}) {
        if (const auto found = values->constFind(key); found != values->constEnd())
            return *found;
    }
    return fallback;
}

void SettingsStore::overrideForThisRun(const QString &key, const QJsonValue &value)
{
    if (m_overrides.value(key) == value)
        return;
    m_overrides.insert(key, value);
    Q_EMIT changed(key);
}

void SettingsStore::setValue(const QString &key, const QJsonValue &value)
{
    const bool isRemoved = value.isUndefined() || value.isNull();
    const bool isStored = isRemoved ? !m_values.contains(key) : m_values.value(key) == value;
    const bool wasOverridden = m_overrides.contains(key);
    m_overrides.remove(key);
    if (isStored) {
        if (wasOverridden)
            Q_EMIT changed(key);
        return;
    }
    if (isRemoved)
        m_values.remove(key);
    else
        m_values.insert(key, value);
    ++m_revision;
    const bool isWaitingToRetry = m_lastFailure.has_value();
    // Not restarted by further changes: a slider that is moved for a minute is kept meanwhile.
    if (!m_path.isEmpty() && !m_whyMemory && (!m_timer->isActive() || isWaitingToRetry))
        m_timer->start(kPause);
    Q_EMIT changed(key);
}

void SettingsStore::write()
{
    if (!m_path.isEmpty() && !m_whyMemory && m_written != m_revision)
        flush();
}

QFuture<base::Result<void>> SettingsStore::flush()
{
    if (m_whyMemory)
        return base::answered<void>(fail(*m_whyMemory));
    if (m_path.isEmpty())
        return base::answered<void>({});
    m_timer->stop();
    QJsonObject root = m_rest;
    root.insert(versionKey(), kVersion);
    root.insert(settingsKey(), m_values);
    return base::runOn(m_pool, [this, root, revision = m_revision] {
        base::Result<void> result = writeFile(QJsonDocument(root).toJson());
        QMetaObject::invokeMethod(
            this, [this, result, revision] { onWritten(result, revision); }, Qt::QueuedConnection);
        return result;
    });
}

/// On the pool's thread.
base::Result<void> SettingsStore::writeFile(const QByteArray &json)
{
    // What would be taken for damaged at the next start must not be written.
    if (json.size() > kMaximumFileBytes) {
        return fail(SettingsError::FileFailed, QStringLiteral("%1: the settings have more than %2 MiB")
                                                   .arg(m_path, QString::number(kMaximumFileBytes >> 20)));
    }
    if (m_lock && !m_lock->isLocked()) {
        // The folder could not be written when we started.
        QDir().mkpath(QFileInfo(m_path).absolutePath());
        if (const auto locked = m_lock->lock(); !locked) {
            if (locked.error().is(base::FileLockError::Held))
                return fail(SettingsError::Shared, m_path + QStringLiteral(": another program keeps it"));
            return fail(SettingsError::FolderFailed,
                        m_path + QStringLiteral(": its folder cannot be written"));
        }
    }
    // The owner's alone: it holds small pictures of what cameras saw.
    return base::replaceFile(m_path, json, QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        .map_error([](const base::Error &error) {
            const bool isFull = error.is(base::FileError::DiskFull);
            return base::Error(isFull ? SettingsError::DiskFull : SettingsError::FileFailed, error.detail());
        });
}

void SettingsStore::onWritten(const base::Result<void> &result, quint64 revision)
{
    if (result) {
        m_written = std::max(m_written, revision);
        m_lastFailure.reset();
        Q_EMIT saved();
        return;
    }
    if (result.error().is(SettingsError::Shared))
        m_whyMemory = result.error();
    else {
        m_lastFailure = result.error();
        if (!m_timer->isActive())
            m_timer->start(kRetry);
    }
    Q_EMIT saveFailed(result.error());
}

} // namespace opsdeck::store
