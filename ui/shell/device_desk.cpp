// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/device_desk.h"

#include "core/base/hex.h"
#include "core/base/on.h"
#include "ui/kit/error_text.h"
#include "ui/shell/device_secrets.h"
#include "ui/shell/main_window.h"
#include "ui/shell/site_arrange.h"
#include "ui/shell/site_question.h"
#include "ui/shell/site_tree_model.h"
#include "ui/shell/site_tree_view.h"

#include <QItemSelectionModel>

namespace opsdeck::shell {

namespace {

const QString kRemovedKey = QStringLiteral("site.removed");
constexpr qsizetype kNamesShown = 8;

const SiteTreeModel *modelOf(const SiteTreeView &tree)
{
    return qobject_cast<const SiteTreeModel *>(tree.model());
}

/// Of the row or the nearest one above it that is a whole device.
QString deviceOf(QModelIndex index)
{
    for (; index.isValid(); index = index.parent()) {
        QString id = index.data(SiteTreeModel::DeviceIdRole).toString();
        if (!id.isEmpty())
            return id;
    }
    return QString();
}

QString shownName(const site::Device &device)
{
    return base::plainText(device.name.isEmpty() ? device.id : device.name, 60);
}

} // namespace

DeviceDesk::DeviceDesk(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_modules(kit::inPageOrder(kit::allModules()))
    , m_undo(parts.desk, parts.secrets, parts.context.settings, parts.context.clock)
    , m_notices(parts.desk, parts.context.notices, parts.window)
    , m_exchange(parts.desk, parts.context.notices, parts.window)
{
    SiteTreeView &tree = parts.window.tree();
    parts.window.setArranger([&desk = parts.desk](const QList<kit::SiteNode> &nodes) {
        return arrangedNodes(desk.site(), nodes);
    });
    tree.setOpenAtFirst([](const QString &nodeId) { return groupOfNode(nodeId).has_value(); });
    tree.setDropTest([this](const QString &nodeId) {
        return m_parts.desk.isOpen() && (groupOfNode(nodeId) || !deviceOfNode(nodeId).isEmpty());
    });
    connect(&tree, &SiteTreeView::movedTo, this, [this](const QStringList &nodes, const TreeDrop &place) {
        onMoved(nodes, place.beforeNode, place.groupNode);
    });
    connect(&tree, &SiteTreeView::removeWanted, this, &DeviceDesk::remove);
    connect(tree.model(), &QAbstractItemModel::rowsInserted, this, &DeviceDesk::selectWaiting,
            Qt::QueuedConnection);
    connect(&parts.window, &MainWindow::addDeviceWanted, this, &DeviceDesk::addDevice);
    connect(&parts.desk, &SiteDesk::siteChanged, &parts.window, &MainWindow::refreshTree);
    connect(&parts.desk, &SiteDesk::opened, &m_undo, &DeviceUndo::siteOpened);
    connect(&m_undo, &DeviceUndo::changed, this, [this] {
        if (!m_undo.canUndo())
            m_parts.context.notices.withdraw(kRemovedKey);
    });
}

DeviceDesk::~DeviceDesk()
{
    m_parts.window.setArranger({});
    m_parts.window.tree().setDropTest({});
}

// --- What is selected ----------------------------------------------------------------------------------------

QString DeviceDesk::deviceOfNode(const QString &nodeId) const
{
    return modelOf(m_parts.window.tree())->find(nodeId).data(SiteTreeModel::DeviceIdRole).toString();
}

QStringList DeviceDesk::selectedDevices() const
{
    const SiteTreeView &tree = m_parts.window.tree();
    QSet<QString> ids;
    for (const QModelIndex &row : tree.selectionModel()->selectedRows()) {
        const QString nodeId = row.data(SiteTreeModel::NodeIdRole).toString();
        if (const auto group = groupOfNode(nodeId)) {
            for (const site::Device &device : m_parts.desk.site().devices) {
                if (device.group == *group)
                    ids.insert(device.id);
            }
        } else if (const QString id = deviceOf(row); !id.isEmpty()) {
            ids.insert(id);
        }
    }
    QStringList ordered;
    if (ids.isEmpty())
        return ordered;
    for (const site::Device &device : m_parts.desk.site().devices) {
        if (ids.contains(device.id))
            ordered << device.id;
    }
    return ordered;
}

QString DeviceDesk::currentGroup() const
{
    return groupOfNode(m_parts.window.tree().currentNode()).value_or(QString());
}

void DeviceDesk::selectWhenThere(const QString &deviceId)
{
    m_waitingFor = deviceId;
    selectWaiting();
}

void DeviceDesk::selectWaiting()
{
    if (m_waitingFor.isEmpty())
        return;
    SiteTreeView &tree = m_parts.window.tree();
    const QAbstractItemModel *model = tree.model();
    const auto isWanted = [this](const QModelIndex &index) {
        return index.data(SiteTreeModel::DeviceIdRole).toString() == m_waitingFor;
    };
    for (int row = 0; row < model->rowCount(); ++row) {
        const QModelIndex top = model->index(row, 0);
        QModelIndex found = isWanted(top) ? top : QModelIndex();
        // Devices stand at the top or in a group.
        const bool isGroup = groupOfNode(top.data(SiteTreeModel::NodeIdRole).toString()).has_value();
        for (int below = 0; isGroup && !found.isValid() && below < model->rowCount(top); ++below) {
            if (isWanted(model->index(below, 0, top)))
                found = model->index(below, 0, top);
        }
        if (!found.isValid())
            continue;
        m_waitingFor.clear();
        tree.setCurrentIndex(found);
        tree.scrollTo(found);
        return;
    }
}

// --- Adding and changing -------------------------------------------------------------------------------------

void DeviceDesk::change(const site::Site &site)
{
    m_parts.desk.change(site);
    m_notices.noteDemoChange();
}

void DeviceDesk::addDevice()
{
    if (!m_parts.desk.isOpen())
        return;
    site::Device device;
    // A new one comes to where the operator is.
    if (const QStringList selected = selectedDevices(); !selected.isEmpty())
        device.group = site::find(m_parts.desk.site(), selected.constFirst())->group;
    openDialog(DeviceDialog::Purpose::Add, device);
}

void DeviceDesk::edit()
{
    if (const QString group = currentGroup(); !group.isEmpty()) {
        askGroupName(group, [this, group](const QString &name) {
            change(site::withGroupRenamed(m_parts.desk.site(), group, name));
        });
        return;
    }
    const QStringList selected = selectedDevices();
    if (selected.isEmpty())
        return;
    if (const site::Device *device = site::find(m_parts.desk.site(), selected.constFirst()))
        openDialog(DeviceDialog::Purpose::Edit, *device);
}

void DeviceDesk::duplicate()
{
    const QStringList selected = selectedDevices();
    if (selected.isEmpty())
        return;
    const site::Duplicated copied = site::withDuplicate(m_parts.desk.site(), selected.constFirst());
    if (const site::Device *copy = site::find(copied.site, copied.newId))
        openDialog(DeviceDialog::Purpose::Duplicate, *copy, selected.constFirst());
}

void DeviceDesk::openDialog(DeviceDialog::Purpose purpose, const site::Device &device,
                            const QString &behindId)
{
    const DeviceDialog::Parts parts{m_parts.context, m_modules, m_parts.secrets, *this};
    auto *dialog =
        new DeviceDialog(parts, purpose, device, site::groupsOf(m_parts.desk.site()), &m_parts.window);
    connect(dialog, &DeviceDialog::saveWanted, this, [this, dialog, behindId] { save(dialog, behindId); });
    dialog->open();
}

void DeviceDesk::save(DeviceDialog *dialog, const QString &behindId)
{
    site::Device device = dialog->device(QString());
    if (dialog->purpose() != DeviceDialog::Purpose::Edit) {
        // Also not the id of one that can still come back: its password is kept under it.
        QSet<QString> taken = site::idsOf(m_parts.desk.site());
        for (const site::Removed &one : m_undo.removed())
            taken.insert(one.device.id);
        device.id = site::uniqueId(device.name, taken);
    }
    const QString id = device.id;
    const QString reference = store::secretKey(id, QStringLiteral("password"));
    device = dialog->device(reference);
    device.id = id;
    const auto then = [this, dialog, device, behindId] { finish(dialog, device, behindId); };
    if (dialog->passwordChange().kind == kit::PasswordChange::Kind::Set)
        keepPassword(dialog, device, reference, then);
    else
        then();
}

void DeviceDesk::keepPassword(DeviceDialog *dialog, const site::Device &device, const QString &reference,
                              const std::function<void()> &then)
{
    dialog->showBusy(true);
    m_parts.secrets.write(reference, dialog->passwordChange().password)
        .then(base::on(dialog, [this, dialog, device, reference, then](const base::Result<void> &written) {
            dialog->showBusy(false);
            if (written)
                then();
            else
                askAboutKeychain(dialog, device, reference, written.error(), then);
        }));
}

void DeviceDesk::askAboutKeychain(DeviceDialog *dialog, const site::Device &device, const QString &reference,
                                  const base::Error &error, const std::function<void()> &then)
{
    enum Answer { Back, Again, ThisRun };
    const QString reason = kit::errorText(error);
    dialog->showProblem(tr("The password could not be kept: %1").arg(reason));
    const auto words = [name = shownName(device), error] {
        QuestionWords question;
        question.title = tr("The password could not be kept");
        question.text = tr("The password of “%1” could not be put into the keychain: %2.")
                            .arg(name, kit::errorText(error));
        question.details = base::plainText(error.detail(), 300);
        question.answers = {
            {tr("Back"), tr("Change something, or leave it")},
            {tr("Try again"), tr("Perhaps the keychain is unlocked by now")},
            {tr("Use it for this run only"),
             tr("The device is saved; its password is forgotten when the program is closed")}};
        return question;
    };
    auto *question = new SiteQuestion(words, Again, dialog);
    connect(question, &SiteQuestion::answered, dialog, [this, dialog, device, reference, then](int answer) {
        if (answer == Again) {
            keepPassword(dialog, device, reference, then);
        } else if (answer == ThisRun) {
            m_parts.secrets.keepForThisRun(reference, dialog->passwordChange().password);
            kit::Notice notice;
            notice.say = [name = shownName(device)](kit::Notice &said) {
                said.text = tr("The password of “%1” is only known until the program is closed").arg(name);
            };
            notice.key = QStringLiteral("site.password.") + device.id;
            m_parts.context.notices.post(notice);
            then();
        }
    });
    question->open();
}

void DeviceDesk::finish(DeviceDialog *dialog, const site::Device &device, const QString &behindId)
{
    const bool isPasswordNew = dialog->passwordChange().kind == kit::PasswordChange::Kind::Set;
    site::Site site = m_parts.desk.site();
    const site::Device *before = site::find(site, device.id);
    QStringList unused;
    if (before) {
        unused = secretsOf(*before);
        site = site::withReplaced(site, device);
    } else if (const qsizetype original = site::indexOf(site, behindId); original >= 0) {
        site.devices.insert(original + 1, device);
        site = site::arranged(site);
    } else {
        site = site::withDevice(site, device);
    }
    dialog->accept();
    change(site);
    for (const QString &reference : secretsOf(device))
        unused.removeAll(reference);
    m_undo.forget(unused);
    if (isPasswordNew)
        Q_EMIT passwordChanged(device.id);
    selectWhenThere(device.id);
}

// --- Removing ------------------------------------------------------------------------------------------------

void DeviceDesk::remove()
{
    const QStringList ids = selectedDevices();
    if (ids.isEmpty() || !m_parts.desk.isOpen())
        return;
    QStringList names;
    bool hasSecret = false;
    for (const QString &id : ids) {
        const site::Device *device = site::find(m_parts.desk.site(), id);
        names << shownName(*device);
        hasSecret = hasSecret || !secretsOf(*device).isEmpty();
    }
    const auto words = [names, hasSecret] {
        QuestionWords question;
        question.title = tr("Remove from the site");
        question.text = names.size() == 1 ? tr("Remove “%1” from the site?").arg(names.constFirst())
                                          : tr("Remove %1 devices from the site?").arg(names.size());
        QStringList lines;
        if (names.size() > 1) {
            lines << names.mid(0, kNamesShown);
            if (names.size() > kNamesShown)
                lines << tr("… and %1 more").arg(names.size() - kNamesShown);
        }
        lines << tr("Tiles on the wall become free. Recordings on the device itself stay.");
        if (hasSecret)
            lines << tr("The password leaves the keychain when the removal can no longer be undone.");
        question.details = lines.join(QLatin1Char('\n'));
        if (hasSecret) {
            question.option = tr("Delete the password at once");
            question.optionToolTip = tr("An undo brings the device back without its password");
        }
        question.answers = {{tr("Cancel"), tr("Keep it")},
                            {tr("Remove"), tr("It can be undone for a while")}};
        return question;
    };
    auto *question = new SiteQuestion(words, 0, &m_parts.window);
    connect(question, &SiteQuestion::answered, this, [this, ids](int answer, bool isOptionOn) {
        if (answer == 0)
            return;
        m_undo.remove({ids.begin(), ids.end()}, isOptionOn);
        m_notices.noteDemoChange();
        postRemoved();
    });
    question->open();
}

void DeviceDesk::postRemoved()
{
    const QList<site::Removed> &removed = m_undo.removed();
    if (removed.isEmpty())
        return;
    kit::Notice notice;
    notice.mark = kit::StateMark::None;
    notice.text = removed.size() == 1 ? tr("“%1” was removed").arg(shownName(removed.constFirst().device))
                                      : tr("%1 devices were removed").arg(removed.size());
    notice.details = tr("It can be undone for %1 minutes.").arg(DeviceUndo::kUndoTime.count());
    notice.actionText = tr("Undo");
    notice.action = [this] { undoRemoval(); };
    notice.key = kRemovedKey;
    m_parts.context.notices.post(notice);
}

void DeviceDesk::undoRemoval()
{
    if (!m_undo.canUndo())
        return;
    const QString first = m_undo.removed().constFirst().device.id;
    m_undo.undo();
    selectWhenThere(first);
}

// --- Order and groups ----------------------------------------------------------------------------------------

void DeviceDesk::move(int by)
{
    if (const QString group = currentGroup(); !group.isEmpty()) {
        change(site::withGroupMoved(m_parts.desk.site(), group, by));
        return;
    }
    QStringList ids = selectedDevices();
    if (by > 0)
        std::reverse(ids.begin(), ids.end());
    site::Site site = m_parts.desk.site();
    for (const QString &id : std::as_const(ids))
        site = site::withDeviceMoved(site, id, by);
    change(site);
}

void DeviceDesk::moveToGroup(const QString &group)
{
    const QStringList ids = selectedDevices();
    change(site::withDevicesAt(m_parts.desk.site(), {ids.begin(), ids.end()}, {group, {}, {}}));
    if (!ids.isEmpty())
        selectWhenThere(ids.constFirst());
}

void DeviceDesk::moveToNewGroup()
{
    if (!selectedDevices().isEmpty())
        askGroupName(QString(), [this](const QString &name) { moveToGroup(name); });
}

void DeviceDesk::askGroupName(const QString &before, const std::function<void(const QString &)> &then)
{
    const auto words = [before] {
        QuestionWords question;
        question.title = before.isEmpty() ? tr("New group") : tr("Rename group");
        question.text = before.isEmpty() ? tr("Name of the new group")
                                         : tr("New name of the group “%1”").arg(base::plainText(before, 60));
        question.field = tr("Name");
        question.answers = {{tr("Cancel"), tr("Change nothing")},
                            {before.isEmpty() ? tr("Make group") : tr("Rename"), tr("Use this name")}};
        return question;
    };
    auto *question = new SiteQuestion(words, 1, &m_parts.window);
    question->setFieldText(before);
    connect(question, &SiteQuestion::answered, this, [question, before, then](int answer) {
        const QString name = question->fieldText();
        if (answer == 1 && !name.isEmpty() && name != before)
            then(name);
    });
    question->open();
}

void DeviceDesk::onMoved(const QStringList &nodeIds, const QString &beforeNode, const QString &groupNode)
{
    site::Place place;
    place.group = groupOfNode(groupNode).value_or(QString());
    place.beforeGroup = groupOfNode(beforeNode).value_or(QString());
    if (place.beforeGroup.isEmpty())
        place.beforeId = deviceOfNode(beforeNode);
    if (const auto moved = groupOfNode(nodeIds.value(0)); moved && nodeIds.size() == 1) {
        change(site::withGroupAt(m_parts.desk.site(), *moved, place));
        return;
    }
    QSet<QString> ids;
    for (const QString &nodeId : nodeIds) {
        if (const QString id = deviceOfNode(nodeId); !id.isEmpty())
            ids.insert(id);
    }
    change(site::withDevicesAt(m_parts.desk.site(), ids, place));
}

} // namespace opsdeck::shell
