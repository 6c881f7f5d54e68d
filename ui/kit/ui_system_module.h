// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/site/site_file.h"
#include "core/store/settings_store.h"
#include "core/transport/link_tap.h"
#include "ui/kit/action_registry.h"
#include "ui/kit/connection_test.h"
#include "ui/kit/device_form.h"
#include "ui/kit/notices.h"
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
struct Store;
} // namespace opsdeck::store

namespace opsdeck::kit {

/// What the composition root hands to every system's window part. All of it outlives that part.
struct UiContext {
    base::Clock &clock;
    const Theme &theme;
    ActionRegistry &actions;
    Notices &notices;
    store::SettingsStore &settings;
    /// The passwords' place, opened when it is first asked for; the same one each time. Empty function: there is
    /// none.
    std::function<store::SecretStore &()> secrets = {};
    transport::LinkTapFactory *taps = nullptr; ///< may be null
    /// The database with journal and ledger. Null only where no database is: in tests of a part, or when it was not asked
    /// for.
    store::Store *store = nullptr;
    /// Who sits here, for what is journalled: "anna@desk-2". Asked each time: the settings may say another one meanwhile.
    std::function<QString()> operatorName = [] { return QString(); };
    quint32 seed = 0;    ///< of all jitter
    int tiles = 16;      ///< the first layout of a wall
    QString stream = {}; ///< "main", "sub", or by the size of the tile
};

/// What a system contributes to the status strip.
struct SystemFigures {
    int linksUp = 0;
    int linksDown = 0;
    double framesPerSecond = 0;
    quint64 dropped = 0; ///< pictures that came too late to be painted, since the start
};

/// Something of a system that stands beside the pages, in a dock of its own.
struct Panel {
    QString id; ///< stable, dotted: "dvr.views"; the place of its dock is kept under it
    QWidget *widget = nullptr;
    Qt::DockWidgetArea area = Qt::RightDockWidgetArea; ///< where it is at first
};

/// The window part of one system, living in the GUI thread: its page, its rows in the site tree, its figures.
/// Owns its sessions (which have their own threads); never blocks.
class SystemUi : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Another site is opened: what the operator keeps for it is found in the settings under this key. Comes before
    /// the site's devices.
    virtual void setSite(const QString &key) { Q_UNUSED(key) }
    /// The devices of this system, as the site file has them; replaces the ones before.
    virtual void setDevices(const QList<site::Device> &devices) = 0;
    /// Another password of one of its devices lies in the place of the old one. Told after the devices.
    virtual void readPassword(const QString &deviceId) { Q_UNUSED(deviceId) }

    /// The word on the page's button in the top bar.
    virtual QString pageTitle() const = 0;
    /// What its dialogs stand before until it has a page. Comes before anything is shown; may be ignored.
    virtual void setWindow(QWidget *window) { Q_UNUSED(window) }
    /// Made once, when it is first shown; belongs to `parent`. Until then there is no page.
    virtual QWidget *makePage(QWidget *parent) = 0;

    /// Made once; they belong to `parent`.
    virtual QList<Panel> makePanels(QWidget *parent)
    {
        Q_UNUSED(parent)
        return {};
    }
    /// The title of one of its panels, in the language of the moment.
    virtual QString panelTitle(const QString &id) const
    {
        Q_UNUSED(id)
        return {};
    }

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
    /// What the operator asked for is on its page: show it.
    void pageWanted();
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

    /// Where its page stands among the others, the smallest first; equal ones by name.
    virtual int pageOrder() const { return 100; }
    /// What one device of this system is called, translated now: "Video recorder (DVR)".
    virtual QString deviceKind() const { return id(); }
    /// The sentence of an event's text key, translated now, with %1, %2 … for its arguments; empty: not one of this
    /// system's.
    virtual QString eventSentence(const QString &textKey) const
    {
        Q_UNUSED(textKey)
        return {};
    }
    /// What events of this kind are called, translated now: "Login refused"; empty: none of this system's kinds. Systems
    /// that share a kind call it the same.
    virtual QString eventKind(const QString &kind) const
    {
        Q_UNUSED(kind)
        return {};
    }
    /// @param settings of the device to change; empty = a new one. It belongs to the caller. Null: devices of this
    /// system are not made here.
    virtual std::unique_ptr<DeviceForm> makeForm(const QJsonObject &settings) const
    {
        Q_UNUSED(settings)
        return nullptr;
    }
    /// @param settings found good. @param password in memory only; empty = none. Null: there is nothing to try.
    virtual std::unique_ptr<ConnectionTest> makeTest(const UiContext &context, const QJsonObject &settings,
                                                     const QString &password) const
    {
        Q_UNUSED(context)
        Q_UNUSED(settings)
        Q_UNUSED(password)
        return nullptr;
    }
};

/// The modules of all systems in this build; CMake writes this function from the folders below ui/systems.
std::vector<std::unique_ptr<UiSystemModule>> allModules();
/// The same ones in the order of their pages.
std::vector<std::unique_ptr<UiSystemModule>>
inPageOrder(std::vector<std::unique_ptr<UiSystemModule>> modules);

} // namespace opsdeck::kit
