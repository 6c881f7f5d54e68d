// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/site/site_file.h"
#include "core/transport/link_tap.h"
#include "ui/kit/setting_row.h"
#include "ui/kit/site_node.h"

#include <QJsonObject>
#include <QObject>

#include <functional>
#include <memory>
#include <vector>

class QMenu;
class QWidget;

namespace opsdeck::store {
class SecretStore;
}

namespace opsdeck::kit {

/// What the composition root hands to every system's window part. All of it outlives that part.
struct UiContext {
    base::Clock &clock;
    const Theme &theme;
    /// The passwords' place, opened when it is first asked for; the same one each time. Empty function: there is
    /// none.
    std::function<store::SecretStore &()> secrets = {};
    transport::LinkTapFactory *taps = nullptr; ///< may be null
    quint32 seed = 0;                          ///< of all jitter
    int tiles = 16;                            ///< the first layout of a wall
    QString stream = {};                       ///< "sub", or the main stream
};

/// What a system contributes to the status strip.
struct SystemFigures {
    int linksUp = 0;
    int linksDown = 0;
    double framesPerSecond = 0;
    quint64 dropped = 0; ///< pictures that came too late to be painted, since the start
};

/// The window part of one system, living in the GUI thread: its page, its rows in the site tree, its figures.
/// Owns its sessions (which have their own threads); never blocks.
class SystemUi : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// The devices of this system, as the site file has them; replaces the ones before.
    virtual void setDevices(const QList<site::Device> &devices) = 0;

    /// The word on the page's button in the top bar.
    virtual QString pageTitle() const = 0;
    /// Made once; belongs to `parent`.
    virtual QWidget *makePage(QWidget *parent) = 0;

    virtual QList<SiteNode> nodes() const = 0;
    /// Double-click or Enter on one of its nodes; ids of other systems are ignored.
    virtual void activateNode(const QString &id) = 0;
    /// Adds what can be done with the node.
    virtual void fillNodeMenu(const QString &id, QMenu &menu) = 0;

    /// What the operator may prefer of this system; the settings dialog shows it. Asked once.
    virtual QList<SettingRow> settingRows() const { return {}; }

    virtual SystemFigures figures() const = 0;
    /// Its part of the report: {"devices":[{"id","name","state","fps",…}],"tiles":[…],…}.
    virtual QJsonObject report() const = 0;
    /// Forgets what was measured until now (the end of a warm-up).
    virtual void restartMeasuring() = 0;

Q_SIGNALS:
    /// Some node changed; sent at most a few times a second.
    void nodesChanged();
};

/// What the shell needs to know of a system without knowing the system. Stateless.
class UiSystemModule
{
public:
    UiSystemModule() = default;
    UiSystemModule(const UiSystemModule &) = delete;
    UiSystemModule &operator=(const UiSystemModule &) = delete;
    virtual ~UiSystemModule() = default;

    /// The value of "system" in site.json, e.g. "dvr".
    virtual QString id() const = 0;
    virtual std::unique_ptr<SystemUi> open(const UiContext &context) const = 0;
};

/// The modules of all systems in this build; CMake writes this function from the folders below ui/systems.
std::vector<std::unique_ptr<UiSystemModule>> allModules();

} // namespace opsdeck::kit
