// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/data_home.h"

#include "core/base/on.h"
#include "ui/events/event_settings.h"
#include "ui/kit/program_events.h"
#include "ui/shell/site_loader.h"

#include <QDir>

namespace opsdeck::console {

namespace {

/// The demonstration leaves nothing behind.
std::unique_ptr<QTemporaryDir> folderFor(const shell::LaunchOptions &options)
{
    if (!options.isDemo || !options.databaseFile.isEmpty())
        return nullptr;
    auto folder = std::make_unique<QTemporaryDir>(QDir::tempPath() + QStringLiteral("/opsdeck-demo-XXXXXX"));
    return folder->isValid() ? std::move(folder) : nullptr;
}

const char *settingsKey(const base::Error &why)
{
    using store::SettingsError;
    if (why.is(SettingsError::Shared))
        return "program.settings-not-kept.shared";
    if (why.is(SettingsError::DiskFull))
        return "program.settings-not-kept.disk-full";
    if (why.is(SettingsError::Newer))
        return "program.settings-not-kept.newer";
    return "program.settings-not-kept.failed";
}

} // namespace

DataHome::DataHome(const shell::LaunchOptions &options, base::Clock &clock, store::SettingsStore &settings,
                   kit::Notices &notices)
    : m_clock(clock)
    , m_settings(settings)
    , m_demoFolder(folderFor(options))
    , m_texts(kit::allModules())
    , m_path(placeFor(options, m_demoFolder.get()))
    , m_store(m_path, clock)
    , m_notices(m_store.database, notices)
{
    connect(&m_store.database, &store::Database::setAside, this, [this](const QString &path) {
        post("program.database-set-aside", QStringLiteral("database"), {QDir::toNativeSeparators(path)},
             store::Severity::Alarm);
    });
    connect(&m_store.database, &store::Database::recovered, this,
            [this] { post("program.database-recovered", QStringLiteral("database")); });
    connect(&m_store.journal, &store::Journal::pruned, this, [this](qint64 events) {
        if (events > 0)
            post("program.events-pruned", QStringLiteral("retention"), {QString::number(events)});
    });
    watchSettings();
}

DataHome::~DataHome()
{
    if (m_isOpened)
        post("program.ended", QStringLiteral("ended"));
}

QString DataHome::placeFor(const shell::LaunchOptions &options, QTemporaryDir *demoFolder)
{
    if (!options.databaseFile.isEmpty())
        return options.databaseFile;
    return demoFolder ? demoFolder->filePath(QStringLiteral("opsdeck.db")) : shell::defaultDatabaseFile();
}

void DataHome::open()
{
    if (m_isOpened)
        return;
    m_isOpened = true;
    m_store.database.open().then(
        base::on(this, [this](const base::Result<store::Database::Opening> &opening) {
            if (!opening)
                m_notices.tellFailed(opening.error());
        }));
    applyRetention();
    post("program.started", QStringLiteral("started"), {QStringLiteral(OPSDECK_VERSION)});
}

void DataHome::post(const char *key, const QString &kind, const QStringList &arguments,
                    store::Severity severity)
{
    store::Event event;
    event.time = m_clock.now();
    event.system = QLatin1String(kit::kProgramSystem);
    event.kind = kind;
    event.severity = severity;
    event.textKey = QLatin1String(key);
    event.arguments = arguments;
    m_store.journal.post(event);
}

void DataHome::watchSettings()
{
    connect(&m_settings, &store::SettingsStore::changed, this, [this](const QString &key) {
        if (events::EventSettings::isRetention(key))
            applyRetention();
    });
    const auto look = [this] {
        const auto why = m_settings.whyNotKept();
        // Once until they are kept again.
        if (why && !m_isSettingsProblemTold)
            post(settingsKey(*why), QStringLiteral("settings"), {}, store::Severity::Attention);
        m_isSettingsProblemTold = why.has_value();
    };
    connect(&m_settings, &store::SettingsStore::saveFailed, this, look);
    connect(&m_settings, &store::SettingsStore::saved, this, look);
}

void DataHome::applyRetention()
{
    if (m_isOpened)
        m_store.journal.setRetention(events::EventSettings::read(m_settings).retentionDays);
}

} // namespace opsdeck::console
