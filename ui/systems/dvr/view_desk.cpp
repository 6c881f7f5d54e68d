// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/dvr/view_desk.h"

#include "core/base/on.h"
#include "core/base/worker.h"
#include "ui/systems/dvr/dvr_settings.h"
#include "ui/systems/dvr/name_dialog.h"
#include "ui/systems/dvr/tour_bar.h"
#include "ui/systems/dvr/tour_dialog.h"
#include "ui/systems/dvr/views_panel.h"

#include <QBuffer>
#include <QMenu>

namespace opsdeck::dvr {

namespace {

/// PNG of a small picture, made on a worker.
QFuture<QByteArray> encoded(const QImage &image)
{
    return base::runOnWorker([image] {
        QByteArray png;
        QBuffer buffer(&png);
        if (!buffer.open(QIODevice::WriteOnly) || !image.save(&buffer, "PNG") ||
            png.size() > kMaximumThumbnailBytes)
            png.clear();
        return png;
    });
}

QString itemActionId(int position)
{
    return QStringLiteral("wall.view.%1").arg(position + 1);
}

QString removedKey()
{
    return QStringLiteral("dvr.viewRemoved");
}

} // namespace

ViewDesk::ViewDesk(const WallServices &services, Active active, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_active(std::move(active))
    , m_tour(services.context.clock)
{
    connect(&m_tour, &TourRunner::showDue, this, &ViewDesk::showStop);
    connect(&m_tour, &TourRunner::prepareDue, this, [this](const TourStop &stop) {
        if (m_tourPane)
            m_tourPane->wall().prepare(stop.tiles, stop.content);
    });
    connect(&m_tour, &TourRunner::changed, this, [this] {
        if (m_tour.state() == TourRunner::State::Stopped && m_tourPane)
            m_tourPane->wall().prepare(1, {});
        for (const char *id : {"wall.tour.toggle", "wall.tour.pause", "wall.tour.next", "wall.tour.previous"})
            m_services.context.actions.refresh(QLatin1String(id));
    });
    connect(&m_services.views, &ViewBook::changed, this, &ViewDesk::syncItemActions);
    addActions();
    syncItemActions();
}

ViewDesk::~ViewDesk() = default;

QWidget *ViewDesk::window() const
{
    QWidget *parent = m_active()->dialogParent();
    return parent ? parent->window() : nullptr;
}

// --- Actions -------------------------------------------------------------------------------------------------

void ViewDesk::addAction(const char *id, std::function<QString()> text, const QKeySequence &keys,
                         std::function<void()> run, std::function<QString()> whyNot)
{
    kit::ActionSpec action;
    action.id = QLatin1String(id);
    action.group = [] { return tr("Views and tours"); };
    action.text = std::move(text);
    action.shortcut = keys;
    action.run = std::move(run);
    action.whyNot = std::move(whyNot);
    m_services.context.actions.add(this, action);
    // A key that is held down asks once.
    m_services.context.actions.action(action.id)->setAutoRepeat(false);
}

void ViewDesk::addActions()
{
    const auto whyFull = [this] {
        return m_services.views.items().size() < ViewBook::kMaximumItems
                   ? QString()
                   : tr("There are %1 views and tours: remove one first").arg(ViewBook::kMaximumItems);
    };
    addAction(
        "wall.saveView", [] { return tr("Save what the wall shows as a view…"); },
        QKeySequence(Qt::CTRL | Qt::Key_D), [this] { askName(); }, whyFull);
    addAction(
        "wall.updateView", [] { return tr("Save what the wall shows in its view"); },
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D), [this] { saveOver(m_active()->viewId()); },
        [this] {
            return m_services.views.view(m_active()->viewId()) ? QString()
                                                               : tr("The wall does not show a saved view");
        });
    addAction(
        "wall.newTour", [] { return tr("New tour…"); }, {}, [this] { askTour(QString()); }, whyFull);
    addAction(
        "wall.tour.toggle", [] { return tr("Start or stop the tour"); }, QKeySequence(Qt::CTRL | Qt::Key_T),
        [this] {
            if (m_tour.state() != TourRunner::State::Stopped)
                return m_tour.stop();
            for (const SavedItem &item : m_services.views.items()) {
                if (std::holds_alternative<Tour>(item))
                    return open(idOf(item));
            }
            askTour(QString());
        });
    const auto whyNoTour = [this] {
        return m_tour.state() == TourRunner::State::Stopped ? tr("No tour is running") : QString();
    };
    addAction(
        "wall.tour.pause", [] { return tr("Pause the tour, or go on"); },
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T),
        [this] {
            if (m_tour.state() == TourRunner::State::Running)
                m_tour.pause();
            else
                m_tour.resume();
        },
        whyNoTour);
    addAction(
        "wall.tour.next", [] { return tr("Next stop of the tour"); }, QKeySequence(Qt::ALT | Qt::Key_Right),
        [this] { m_tour.step(1); }, whyNoTour);
    addAction(
        "wall.tour.previous", [] { return tr("Previous stop of the tour"); },
        QKeySequence(Qt::ALT | Qt::Key_Left), [this] { m_tour.step(-1); }, whyNoTour);
}

/// One action a place in the book: Ctrl+1 is the first, whatever stands there.
void ViewDesk::syncItemActions()
{
    constexpr int kWithKeys = 9;
    const int count = int(m_services.views.items().size());
    while (m_itemActions.size() > count)
        m_services.context.actions.remove(m_itemActions.takeLast());
    for (int i = int(m_itemActions.size()); i < count; ++i) {
        const QString id = itemActionId(i);
        addAction(
            id.toLatin1().constData(),
            [this, i] {
                const QList<SavedItem> &items = m_services.views.items();
                if (i >= items.size())
                    return QString();
                return (std::holds_alternative<Tour>(items.at(i)) ? tr("Start tour “%1”")
                                                                  : tr("Show view “%1”"))
                    .arg(nameOf(items.at(i)));
            },
            i < kWithKeys ? QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + i)) : QKeySequence(),
            [this, i] {
                if (i < m_services.views.items().size())
                    open(idOf(m_services.views.items().at(i)));
            });
        m_itemActions.append(id);
    }
    m_services.context.actions.retranslate();
}

// --- Views ---------------------------------------------------------------------------------------------------

SavedView ViewDesk::shown() const
{
    const WallPane &pane = *m_active();
    SavedView view;
    view.tiles = pane.wall().tileCount();
    view.content = pane.wall().assignments();
    return view;
}

void ViewDesk::saveNew(const QString &name)
{
    SavedView view = shown();
    view.name = m_services.views.freeName(name);
    const QString id = m_services.views.put(view);
    if (id.isEmpty())
        return;
    m_active()->setView(id);
    addThumbnail(id);
}

void ViewDesk::saveOver(const QString &id)
{
    const SavedView *before = m_services.views.view(id);
    if (!before)
        return;
    SavedView view = shown();
    view.id = before->id;
    view.name = before->name;
    m_services.views.put(view);
    m_active()->setView(id);
    addThumbnail(id);
}

void ViewDesk::addThumbnail(const QString &id)
{
    const QImage image = m_active()->thumbnail();
    const SavedView *saved = m_services.views.view(id);
    if (image.isNull() || !saved)
        return;
    encoded(image).then(base::on(this, [this, id, content = saved->content](const QByteArray &png) {
        const SavedView *there = m_services.views.view(id);
        // The book may be another site's by now, with a view of that id.
        if (!there || png.isEmpty() || there->content != content)
            return;
        SavedView view = *there;
        view.thumbnail = png;
        m_services.views.put(view);
    }));
}

void ViewDesk::open(const QString &id)
{
    if (const SavedView *view = m_services.views.view(id)) {
        // On another wall a tour goes on.
        if (!m_tourPane || m_tourPane == m_active())
            m_tour.stop();
        const SavedView wanted = *view;
        m_active()->show(wanted.name, wanted.tiles, wanted.content, wanted.id);
        return;
    }
    const Tour *tour = m_services.views.tour(id);
    if (!tour)
        return;
    const QList<TourStop> stops = tourStops(
        *tour, [this](const QString &view) { return m_services.views.view(view); },
        [this](const ChannelRef &channel) {
            return QStringLiteral("%1 · %2").arg(m_services.roster.name(channel.deviceId),
                                                 m_services.roster.channelName(channel));
        });
    if (stops.isEmpty()) {
        kit::Notice notice;
        notice.say = [name = tour->name](kit::Notice &said) {
            said.text = tr("The tour “%1” has nothing to show").arg(name);
            said.actionText = tr("Edit tour…");
        };
        notice.key = QStringLiteral("dvr.tour");
        notice.action = [this, id] { askTour(id); };
        m_services.context.notices.post(notice);
        return;
    }
    watch(*m_active());
    m_tour.start(id, stops);
}

/// A tour does not take a wall away from an operator who works on it.
void ViewDesk::watch(WallPane &pane)
{
    if (m_tourPane == &pane)
        return;
    if (m_tourPane) {
        m_tourPane->wall().disconnect(this);
        m_tourPane->wall().prepare(1, {});
    }
    m_tourPane = &pane;
    const auto pauseForOperator = [this] {
        if (!m_isTourMoving)
            m_tour.pause();
    };
    connect(&pane.wall(), &Wall::channelsChanged, this, pauseForOperator);
    connect(&pane.wall(), &Wall::tileCountChanged, this, pauseForOperator);
    connect(&pane.wall(), &Wall::enlargedChanged, this, pauseForOperator);
    connect(&pane.wall(), &Wall::replayChanged, this, pauseForOperator);
}

void ViewDesk::showStop(const TourStop &stop)
{
    if (!m_tourPane) {
        m_tour.stop();
        return;
    }
    m_isTourMoving = true;
    m_tourPane->show(stop.name, stop.tiles, stop.content, QString());
    m_isTourMoving = false;
}

// --- Dialogs and panel ---------------------------------------------------------------------------------------

void ViewDesk::askName()
{
    auto *dialog =
        new NameDialog([] { return tr("Save view"); }, [] { return tr("Name of the view"); },
                       m_services.views.freeName(tr("New view")), [] { return tr("Save"); }, window());
    connect(dialog, &NameDialog::named, this, &ViewDesk::saveNew);
    dialog->open();
}

void ViewDesk::askTour(const QString &id)
{
    Tour tour;
    if (const Tour *there = m_services.views.tour(id))
        tour = *there;
    else
        tour.name = m_services.views.freeName(tr("New tour"));
    const WallPane &pane = *m_active();
    auto *dialog = new TourDialog(m_services, tour, pane.wall().tile(pane.wall().selected()).channel,
                                  DvrSettings::read(m_services.context.settings).tourDwell, window());
    connect(dialog, &TourDialog::accepted, this, [this, dialog] { m_services.views.put(dialog->tour()); });
    dialog->open();
}

void ViewDesk::leaveSite()
{
    m_tour.stop();
    m_services.context.notices.withdraw(removedKey());
}

void ViewDesk::askRemove(const QString &id)
{
    const int at = m_services.views.indexOf(id);
    if (at < 0)
        return;
    const QList<SavedItem> before = m_services.views.items();
    const SavedItem item = before.at(at);
    if (m_tour.tourId() == id)
        m_tour.stop();
    m_services.views.remove(id);
    // Tours lose their steps that went there; an undo gives them back to those that were not edited since.
    QList<std::pair<Tour, Tour>> cut;
    for (const SavedItem &other : before) {
        const auto *whole = std::get_if<Tour>(&other);
        const Tour *rest = whole ? m_services.views.tour(whole->id) : nullptr;
        if (rest && *rest != *whole)
            cut.append({*whole, *rest});
    }
    kit::Notice notice;
    notice.mark = kit::StateMark::Ok;
    notice.text = (std::holds_alternative<Tour>(item) ? tr("Tour “%1” removed") : tr("View “%1” removed"))
                      .arg(nameOf(item));
    notice.actionText = tr("Undo");
    notice.action = [this, item, at, cut] {
        m_services.views.put(item);
        for (const auto &[whole, rest] : cut) {
            if (const Tour *now = m_services.views.tour(rest.id); now && *now == rest)
                m_services.views.put(whole);
        }
        m_services.views.move(idOf(item), at - int(m_services.views.items().size()) + 1);
    };
    notice.key = removedKey();
    m_services.context.notices.post(notice);
}

void ViewDesk::fillMenu(const QString &id, QMenu &menu)
{
    const bool isTour = m_services.views.tour(id) != nullptr;
    menu.addAction(isTour ? tr("Start tour") : tr("Show view"), this, [this, id] { open(id); });
    if (isTour)
        menu.addAction(tr("Edit tour…"), this, [this, id] { askTour(id); });
    else
        menu.addAction(tr("Save what the wall shows here"), this, [this, id] { saveOver(id); });
    menu.addAction(tr("Rename…"), this, [this, id] {
        const int at = m_services.views.indexOf(id);
        if (at < 0)
            return;
        auto *dialog =
            new NameDialog([] { return tr("Rename"); }, [] { return tr("Name"); },
                           nameOf(m_services.views.items().at(at)), [] { return tr("Rename"); }, window());
        connect(dialog, &NameDialog::named, this,
                [this, id](const QString &name) { m_services.views.rename(id, name); });
        dialog->open();
    });
    menu.addSeparator();
    menu.addAction(tr("Move up"), this, [this, id] { m_services.views.move(id, -1); });
    menu.addAction(tr("Move down"), this, [this, id] { m_services.views.move(id, 1); });
    menu.addSeparator();
    menu.addAction(tr("Remove"), this, [this, id] { askRemove(id); });
}

QWidget *ViewDesk::makePanel(QWidget *parent)
{
    auto *panel = new ViewsPanel(m_services, parent);
    connect(panel, &ViewsPanel::opened, this, &ViewDesk::open);
    connect(panel, &ViewsPanel::removeWanted, this, &ViewDesk::askRemove);
    connect(panel, &ViewsPanel::menuWanted, this, [this, panel](const QString &id, const QPoint &at) {
        auto *menu = new QMenu(panel);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        fillMenu(id, *menu);
        menu->popup(at);
    });
    return panel;
}

void ViewDesk::addButtons(WallPage &page)
{
    page.addBar(new TourBar(m_services.context, m_tour));
}

} // namespace opsdeck::dvr
