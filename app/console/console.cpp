// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/console.h"

#include "app/console/window_picture.h"
#include "core/base/whole_file.h"
#include "core/store/secret_stores.h"
#include "ui/events/event_settings.h"
#include "ui/shell/dock_set.h"
#include "ui/shell/shell_actions.h"

#include <QAction>
#include <QApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QScreen>

#include <cstdio>

namespace opsdeck::console {

namespace {

void print(std::FILE *to, const QString &line)
{
    std::fputs((line + QLatin1Char('\n')).toLocal8Bit().constData(), to);
    std::fflush(to);
}

/// At the end of the run: a write in this thread keeps nobody waiting.
bool saveFile(const QString &path, const QByteArray &bytes)
{
    const auto written = base::replaceFile(path, bytes);
    if (!written)
        print(stderr, QStringLiteral("opsdeck: cannot write %1").arg(written.error().detail()));
    return written.has_value();
}

} // namespace

Console::Console(const shell::LaunchOptions &options, kit::UiContext context, DataHome &data)
    : m_options(options)
    , m_clock(context.clock)
    , m_data(data)
    , m_stalls(context.clock)
    , m_deviceSecrets([this]() -> store::SecretStore & { return secrets(); })
    , m_context(context)
    , m_desk(context.clock)
    , m_events(std::make_unique<events::JournalSource>(data.store().journal), data.texts(), context,
               [this](const QString &id) { return deviceName(id); })
    , m_window(context)
    , m_devices({m_window, m_desk, m_deviceSecrets, m_context})
    , m_deviceActions(m_devices, m_window, context)
    , m_session(m_desk, m_devices, m_window)
    , m_settingsNotices(context.settings, context.notices)
    , m_strip(m_window, context.clock, m_stalls)
    , m_report(context.clock, m_stalls)
    , m_warmUpTimer(context.clock.makeTimer([this] { m_report.restart(); }))
    , m_actionTimer(context.clock.makeTimer([this] { carryOutActions(); }))
    , m_endTimer(context.clock.makeTimer([this] { finish(); }))
{
    m_context.secrets = [this]() -> store::SecretStore & { return m_deviceSecrets; };
    for (const auto &module : kit::inPageOrder(kit::allModules())) {
        m_systems.push_back(module->open(m_context));
        kit::SystemUi &system = *m_systems.back();
        m_window.addSystem(module->id(), system);
        m_session.addSystem(module->id(), system);
        m_strip.addSystem(system);
        m_report.addSystem(system);
    }
    addEvents();
    const auto tellPlaces = [this](const QString &siteFile) {
        m_window.shellActions().setPlaces(
            {siteFile, m_context.settings.path(), store::SecretStores::defaultPath()});
    };
    tellPlaces(m_options.isDemo               ? QString()
               : m_options.siteFile.isEmpty() ? shell::defaultSiteFile()
                                              : m_options.siteFile);
    m_stalls.watchInput(*qApp);
    connect(&m_window, &shell::MainWindow::firstPainted, this, [this] {
        if (!m_options.reportFile.isEmpty())
            m_report.notePainted();
        m_strip.start();
        m_stalls.start();
        m_data.open();
        m_events.start();
        planEnd();
    });
    connect(&m_window, &shell::MainWindow::siteFileChosen, this, &Console::openSite);
    connect(&m_desk, &shell::SiteDesk::opened, this, [this, tellPlaces] {
        m_deviceSecrets.setMemoryOnly(false);
        tellPlaces(m_desk.file());
    });
    connect(&m_session, &shell::SiteSession::siteShown, this, [this](const QString &name) {
        m_exitCode = shell::ExitCode::Ok;
        m_strip.setSiteName(name);
        m_data.post("program.site-opened", QStringLiteral("site"), {name});
    });
    connect(&m_session, &shell::SiteSession::siteRenamed, &m_strip, &shell::StripFeed::setSiteName);
    connect(&m_session, &shell::SiteSession::siteRefused, this,
            [this](const QString &problem) { refuse(shell::ExitCode::Local, problem); });
    connect(&m_demo, &DemoSimulator::ready, this, [this](const site::Site &site) {
        // The demonstration leaves nothing behind.
        m_deviceSecrets.setMemoryOnly(true);
        m_session.useDemo(site, [] { return tr("Demonstration"); });
    });
    connect(&m_demo, &DemoSimulator::failed, this, [this](const QString &problem) {
        m_window.showDemoProblem(problem);
        refuse(shell::ExitCode::Local, problem);
    });
}

Console::~Console() = default;

void Console::start()
{
    if (m_options.isDemo) {
        m_window.showDemoStarting();
        m_demo.start();
    } else {
        m_window.showReadingSite();
        openSite(m_options.siteFile.isEmpty() ? shell::defaultSiteFile() : m_options.siteFile);
    }
    QSize size = m_options.size;
    // A run that is measured or pictured looks the same everywhere, and leaves the operator's layout alone.
    const bool isMeasured = !m_options.reportFile.isEmpty() || !m_options.screenshotFile.isEmpty() ||
                            !m_options.stepsFile.isEmpty();
    const bool wasKept = !isMeasured && m_window.restoreLayout(!m_options.isSizeGiven);
    if (const QScreen *screen = m_window.screen(); screen && !m_options.isSizeGiven)
        size = size.boundedTo(screen->availableSize());
    if (!wasKept || m_options.isSizeGiven)
        m_window.resize(size);
    m_window.show();
}

void Console::addEvents()
{
    const int page = m_window.addPage(
        QStringLiteral("events"), [this] { return m_events.pageTitle(); },
        [this](QWidget *parent) { return m_events.makePage(parent); });
    shell::DockSet::Spec panel;
    panel.id = QStringLiteral("events");
    panel.widget = m_events.makePanel(&m_window);
    panel.area = Qt::BottomDockWidgetArea;
    panel.title = [this] { return m_events.pageTitle(); };
    constexpr int kHeight = 150;
    panel.extent = kHeight;
    // The page of all events needs no list of the newest.
    panel.isBeside = [page](int shown) { return shown != page; };
    m_window.dockSet().add(panel);
    m_window.addSettingRows(events::EventSettings::rows());
    connect(&m_events, &events::EventsUi::pageWanted, &m_window, [this, page] { m_window.bringPage(page); });
    connect(&m_events, &events::EventsUi::badgeChanged, &m_window, [this, page] {
        m_window.setPageBadge(page, m_events.openAlarms(), [this] { return m_events.badgeWords(); });
    });
}

/// As the operator calls it; empty for devices that are not the site's.
QString Console::deviceName(const QString &id) const
{
    for (const site::Device &device : m_desk.site().devices) {
        if (device.id == id)
            return device.name;
    }
    return QString();
}

/// Opened only for a site that has secrets: asking a keychain may wake other programs.
store::SecretStore &Console::secrets()
{
    if (!m_secrets) {
        m_secrets = std::make_unique<SecretsThread>(m_clock);
        connect(m_secrets.get(), &store::SecretStore::fellBack, &m_window,
                &shell::MainWindow::showSecretsInFile);
    }
    return *m_secrets;
}

void Console::openSite(const QString &file)
{
    // The default place may be empty: there the first device is added. A file that somebody named should be there.
    m_devices.openSite(file, !m_options.siteFile.isEmpty() || file != shell::defaultSiteFile());
}

/// Says what is wrong. A run that ends by itself ends now; a person reads the window first.
void Console::refuse(shell::ExitCode code, const QString &words)
{
    m_exitCode = code;
    print(stderr, QStringLiteral("opsdeck: %1").arg(words));
    // Queued: an exit before the event loop runs would be lost.
    if (m_options.after.count() > 0)
        QMetaObject::invokeMethod(
            this, [code] { QApplication::exit(int(code)); }, Qt::QueuedConnection);
}

void Console::planEnd()
{
    m_report.restart();
    if (m_options.warmUp.count() > 0)
        m_warmUpTimer->start(m_options.warmUp);
    if (m_options.after.count() > 0)
        m_endTimer->start(m_options.after);
    if (!m_options.stepsFile.isEmpty())
        takePictures();
    // Time for a dialog or an enlarged tile to come up.
    constexpr std::chrono::milliseconds kBeforeEnd{2000};
    if (!m_options.actions.isEmpty())
        m_actionTimer->start(std::max(m_options.after - kBeforeEnd, std::chrono::milliseconds(0)));
}

void Console::carryOutActions()
{
    for (const QString &id : m_options.actions) {
        QAction *action = m_context.actions.action(id);
        if (!action)
            return refuse(shell::ExitCode::Usage, QStringLiteral("there is no action \"%1\"").arg(id));
        m_context.actions.refresh(id);
        if (!action->isEnabled())
            return refuse(shell::ExitCode::Usage,
                          QStringLiteral("\"%1\" cannot be done: %2").arg(id, m_context.actions.whyNot(id)));
        action->trigger();
    }
}

/// A run that is made for its pictures: it ends after the last step.
void Console::takePictures()
{
    const auto wrong = [this](const QString &problem) {
        print(stderr, QStringLiteral("opsdeck: %1: %2").arg(m_options.stepsFile, problem));
        QMetaObject::invokeMethod(
            this, [] { QApplication::exit(int(shell::ExitCode::Usage)); }, Qt::QueuedConnection);
    };
    QFile file(m_options.stepsFile);
    if (!file.open(QIODevice::ReadOnly))
        return wrong(file.errorString());
    const auto steps = parsePictureSteps(QString::fromUtf8(file.readAll()));
    if (!steps)
        return wrong(steps.error().detail());
    m_pictures = std::make_unique<PictureRun>(m_window, m_context.actions, m_clock, m_options.picturesFolder);
    connect(m_pictures.get(), &PictureRun::pictureSaved, this,
            [](const QString &path) { print(stdout, path); });
    connect(m_pictures.get(), &PictureRun::stepFailed, this, [this](const QString &problem) {
        print(stderr, QStringLiteral("opsdeck: %1: %2").arg(m_options.stepsFile, problem));
    });
    connect(m_pictures.get(), &PictureRun::ended, this, [this](bool isAllDone) {
        m_exitCode = isAllDone ? m_exitCode : shell::ExitCode::Usage;
        QApplication::exit(int(m_exitCode));
    });
    m_pictures->start(*steps);
}

void Console::finish()
{
    const bool isSaved = saveReport() && saveScreenshot();
    if (!m_options.screenshotFile.isEmpty()) {
        for (const QString &line : m_report.deviceLines())
            print(stdout, line);
    }
    if (!isSaved)
        m_exitCode = shell::ExitCode::Local;
    else if (m_options.isDemo && m_report.isAnyTileEmpty()) {
        print(stderr, QStringLiteral("opsdeck: a tile of the demonstration has no live picture"));
        m_exitCode = shell::ExitCode::TileEmpty;
    }
    QApplication::exit(int(m_exitCode));
}

bool Console::saveScreenshot()
{
    if (m_options.screenshotFile.isEmpty())
        return true;
    const auto saved = savePicture(pictureOf(m_window), m_options.screenshotFile);
    if (!saved)
        print(stderr, QStringLiteral("opsdeck: %1").arg(saved.error().detail()));
    return saved.has_value();
}

bool Console::saveReport()
{
    if (m_options.reportFile.isEmpty())
        return true;
    QJsonObject report = m_report.toJson();
    QJsonArray notices;
    for (const kit::Notice &notice : m_context.notices.list())
        notices.append(notice.text);
    report.insert(QStringLiteral("notices"), notices);
    return saveFile(m_options.reportFile, QJsonDocument(report).toJson());
}

} // namespace opsdeck::console
