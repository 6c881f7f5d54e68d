// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"
#include "ui/kit/event_texts.h"
#include "ui/shell/database_notices.h"
#include "ui/shell/launch_options.h"

#include <QTemporaryDir>

namespace opsdeck::console {

/// The database of a run: where it is, when it is opened and closed, what is said when it cannot be written, how long
/// events are kept, and the program's own events in it. Owns the store and, of a demonstration, the temporary folder it
/// is in, which goes with it. Everything that writes must be gone before it. GUI thread; never waits but in its destructor.
class DataHome final : public QObject
{
    Q_OBJECT
public:
    /// All must outlive this object.
    DataHome(const shell::LaunchOptions &options, base::Clock &clock, store::SettingsStore &settings,
             kit::Notices &notices);
    /// Waits until what was posted is on disk.
    ~DataHome() override;

    store::Store &store() { return m_store; }
    const kit::EventTexts &texts() const { return m_texts; }
    QString path() const { return m_path; }

    /// Opens it, on its own threads. Once.
    void open();
    /// An event of the program itself. @param key one of kit::kProgramEventKeys.
    void post(const char *key, const QString &kind, const QStringList &arguments = {},
              store::Severity severity = store::Severity::Info);

private:
    static QString placeFor(const shell::LaunchOptions &options, QTemporaryDir *demoFolder);
    void watchSettings();
    void applyRetention();

    base::Clock &m_clock;
    store::SettingsStore &m_settings;
    std::unique_ptr<QTemporaryDir> m_demoFolder; ///< outlives the store
    const kit::EventTexts m_texts;               ///< asked on the store's threads, too
    const QString m_path;
    store::Store m_store;
    shell::DatabaseNotices m_notices;
    bool m_isOpened = false;
    bool m_isSettingsProblemTold = false;
};

} // namespace opsdeck::console
