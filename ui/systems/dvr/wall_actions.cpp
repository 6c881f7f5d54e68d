// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/dvr/wall_actions.h"

#include "core/media/crop.h"
#include "ui/systems/dvr/wall_keys.h"
#include "ui/systems/dvr/wall_layout.h"

#include <QAction>
#include <QMenu>

#include <algorithm>

namespace opsdeck::dvr {

WallActions::WallActions(const WallServices &services, Active active, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_active(std::move(active))
{
    addTileActions();
    addStreamActions();
    addLayoutActions();
    addWallKeys(services.context.actions, this);
}

QString WallActions::whyNot(Needs needs) const
{
    const WallPane &pane = *m_active();
    const Wall::Tile &tile = pane.wall().tile(pane.wall().selected());
    if (needs == Needs::ChannelOrEnlarged && pane.wall().enlarged() >= 0)
        return QString();
    if (needs != Needs::Nothing && tile.channel.isNull())
        return tr("The selected tile is empty");
    if (needs == Needs::Picture && tile.picture.isNull())
        return tr("The selected tile has no picture");
    return QString();
}

void WallActions::add(const Spec &spec)
{
    kit::ActionSpec action;
    action.id = QLatin1String(spec.id);
    action.group = [] { return tr("Wall"); };
    action.text = spec.text;
    action.shortcut = spec.shortcut;
    action.run = [this, run = spec.run] { run(*m_active()); };
    action.whyNot = [this, needs = spec.needs] { return whyNot(needs); };
    if (spec.isChecked) {
        action.isCheckable = true;
        action.isChecked = [this, isChecked = spec.isChecked] { return isChecked(*m_active()); };
    }
    m_services.context.actions.add(this, action);
}

void WallActions::addTileActions()
{
    add({"wall.enlarge",
         [] { return tr("Enlarge tile, and back"); },
         {},
         [](WallPane &pane) {
             pane.wall().enlarge(pane.wall().enlarged() < 0 ? pane.wall().selected() : -1);
         },
         Needs::ChannelOrEnlarged,
         [](const WallPane &pane) { return pane.wall().enlarged() >= 0; }});
    add({"wall.keyframe", [] { return tr("Ask for a whole picture (I-frame)"); }, QKeySequence(Qt::Key_F5),
         [](WallPane &pane) { pane.wall().requestKeyframe(pane.wall().selected()); }, Needs::Channel});
    add({"wall.zoomReset", [] { return tr("Show the whole picture again"); },
         QKeySequence(Qt::CTRL | Qt::Key_0),
         [](WallPane &pane) { pane.wall().setCrop(pane.wall().selected(), media::kWholePicture); },
         Needs::Picture});
    add({"wall.details", [] { return tr("Details of the tile"); }, QKeySequence(Qt::CTRL | Qt::Key_I),
         [this](WallPane &) {
             kit::ActionRegistry &actions = m_services.context.actions;
             const QString panel = QStringLiteral("shell.dock.dvr.details");
             actions.refresh(panel);
             if (QAction *action = actions.action(panel); action && !action->isChecked())
                 action->trigger();
         },
         Needs::Channel});
    add({"wall.clearTile",
         [] { return tr("Clear tile"); },
         {},
         [](WallPane &pane) { pane.clear(pane.wall().selected()); },
         Needs::Channel});
}

void WallActions::addStreamActions()
{
    const auto pin = [this](const char *id, StreamPin to, std::function<QString()> text) {
        add({id,
             std::move(text),
             {},
             [to](WallPane &pane) { pane.wall().setPin(pane.wall().selected(), to); },
             Needs::Channel,
             [to](const WallPane &pane) { return pane.wall().tile(pane.wall().selected()).pin == to; }});
    };
    pin("wall.stream.auto", StreamPin::Automatic, [] { return tr("Stream: by the size of the tile"); });
    pin("wall.stream.main", StreamPin::Main, [] { return tr("Stream: always the full one"); });
    pin("wall.stream.sub", StreamPin::Sub, [] { return tr("Stream: always the small one"); });
}

void WallActions::addLayoutActions()
{
    const QList<int> &counts = WallLayout::tileCounts();
    for (int i = 0; i < counts.size(); ++i) {
        const int count = counts.at(i);
        const QByteArray id = "wall.layout." + QByteArray::number(count);
        add({id.constData(),
             [count] { return count == 1 ? tr("Show 1 tile") : tr("Show %1 tiles").arg(count); },
             QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key(Qt::Key_1 + i)),
             [count](WallPane &pane) { pane.wall().setTileCount(count); }});
    }
    const auto step = [](WallPane &pane, int by) {
        const QList<int> &all = WallLayout::tileCounts();
        const int at = int(all.indexOf(WallLayout::smallestFor(pane.wall().tileCount())));
        pane.wall().setTileCount(all.at(std::clamp(at + by, 0, int(all.size()) - 1)));
    };
    add({"wall.largerTiles", [] { return tr("Larger tiles"); }, QKeySequence(QKeySequence::ZoomIn),
         [step](WallPane &pane) { step(pane, -1); }});
    add({"wall.smallerTiles", [] { return tr("Smaller tiles"); }, QKeySequence(QKeySequence::ZoomOut),
         [step](WallPane &pane) { step(pane, 1); }});
}

void WallActions::fillTileMenu(QMenu &menu)
{
    kit::ActionRegistry &actions = m_services.context.actions;
    actions.refresh();
    // What cannot be done says why.
    menu.setToolTipsVisible(true);
    const auto addAction = [&](QMenu &to, const QByteArray &id) {
        if (QAction *action = actions.action(QString::fromLatin1(id)))
            to.addAction(action);
    };
    const WallPane &pane = *m_active();
    const ChannelRef channel = pane.wall().tile(pane.wall().selected()).channel;
    if (channel.isNull()) {
        for (const int count : WallLayout::tileCounts())
            addAction(menu, "wall.layout." + QByteArray::number(count));
        menu.addSeparator();
        addAction(menu, "wall.saveView");
        return;
    }
    for (const char *id : {"wall.enlarge", "wall.replay", "wall.snapshot", "wall.record", "wall.sound",
                           "wall.louder", "wall.quieter"})
        addAction(menu, id);
    menu.addSeparator();
    QMenu *stream = menu.addMenu(tr("Stream"));
    for (const char *id : {"wall.stream.auto", "wall.stream.main", "wall.stream.sub"})
        addAction(*stream, id);
    for (const char *id : {"wall.keyframe", "wall.zoomReset", "wall.details"})
        addAction(menu, id);
    menu.addSeparator();
    m_services.roster.addActions(channel.deviceId, menu, pane.dialogParent());
    addAction(menu, "wall.clearTile");
}

} // namespace opsdeck::dvr
