// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/data_home.h"
#include "app/console/demo_simulator.h"
#include "app/console/picture_run.h"
#include "app/console/run_report.h"
#include "app/console/secrets_thread.h"
#include "ui/events/events_ui.h"
#include "ui/shell/device_actions.h"
#include "ui/shell/device_desk.h"
#include "ui/shell/device_secrets.h"
#include "ui/shell/main_window.h"
#include "ui/shell/settings_notices.h"
#include "ui/shell/site_session.h"
#include "ui/shell/strip_feed.h"

namespace opsdeck::console {

/// One run of the program: makes the window and the systems' parts, opens the site or the demonstration, and ends
/// the run with screenshot and report when asked to. Owns all of it. GUI thread.
class Console final : public QObject
{
    Q_OBJECT
public:
    /// @param context as for the systems, without the secrets, which this object opens. @param data opened by this object
    /// when the window has been painted. All must outlive it.
    Console(const shell::LaunchOptions &options, kit::UiContext context, DataHome &data);
    ~Console() override;

    void start();
    /// What the program should exit with, once the event loop has ended.
    shell::ExitCode exitCode() const { return m_exitCode; }

private:
    store::SecretStore &secrets();
    void addEvents();
    QString deviceName(const QString &id) const;
    void openSite(const QString &file);
    void refuse(shell::ExitCode code, const QString &words);
    void planEnd();
    void carryOutActions();
    void takePictures();
    void finish();
    bool saveScreenshot();
    bool saveReport();

    const shell::LaunchOptions m_options;
    base::Clock &m_clock;
    DataHome &m_data;
    kit::StallMeter m_stalls;
    std::unique_ptr<SecretsThread> m_secrets;
    shell::DeviceSecrets m_deviceSecrets;
    kit::UiContext m_context;
    shell::SiteDesk m_desk;
    std::vector<std::unique_ptr<kit::SystemUi>> m_systems;
    events::EventsUi m_events;
    shell::MainWindow m_window;
    shell::DeviceDesk m_devices;
    shell::DeviceActions m_deviceActions;
    shell::SiteSession m_session;
    shell::SettingsNotices m_settingsNotices;
    shell::StripFeed m_strip;
    RunReport m_report;
    DemoSimulator m_demo;
    std::unique_ptr<PictureRun> m_pictures;
    std::unique_ptr<base::Timer> m_warmUpTimer;
    std::unique_ptr<base::Timer> m_actionTimer;
    std::unique_ptr<base::Timer> m_endTimer;
    shell::ExitCode m_exitCode = shell::ExitCode::Ok;
};

} // namespace opsdeck::console
