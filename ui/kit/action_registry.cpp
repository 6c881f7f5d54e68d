// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/action_registry.h"

#include "ui/kit/plain_tool_tip.h"

#include <QAction>
#include <QLoggingCategory>

#include <algorithm>

namespace opsdeck::kit {

namespace {

Q_LOGGING_CATEGORY(lcActions, "opsdeck.actions")

/// The same keys, or one is the beginning of the other: Qt would call both ambiguous.
bool collide(const QKeySequence &a, const QKeySequence &b)
{
    return !a.isEmpty() && !b.isEmpty() &&
           (a.matches(b) != QKeySequence::NoMatch || b.matches(a) != QKeySequence::NoMatch);
}

/// QAction takes "&" for a mnemonic.
QString literal(QString text)
{
    return text.replace(QLatin1Char('&'), QLatin1String("&&"));
}

} // namespace

base::ErrorFacts errorFacts(ActionError error)
{
    switch (error) {
    case ActionError::UnknownAction:
        return {"unknown-action", base::ErrorClass::Usage};
    case ActionError::ShortcutTaken:
        return {"shortcut-taken", base::ErrorClass::Usage};
    case ActionError::ShortcutReserved:
        return {"shortcut-reserved", base::ErrorClass::Usage};
    }
    return {"unknown", base::ErrorClass::Usage};
}

struct ActionRegistry::Entry {
    ActionSpec spec;
    QAction *action = nullptr;
    QMetaObject::Connection ownerGone;
    QString reason;
};

ActionRegistry::ActionRegistry(QObject *parent)
    : QObject(parent)
{
}

ActionRegistry::~ActionRegistry()
{
    // An owner may be this object's child, or this object.
    for (const auto &entry : m_entries)
        disconnect(entry->ownerGone);
}

QAction *ActionRegistry::add(QObject *owner, ActionSpec spec)
{
    Q_ASSERT(owner && !spec.id.isEmpty() && spec.text && spec.group && spec.run);
    remove(spec.id);
    const QString id = spec.id;
    auto entry = std::make_unique<Entry>();
    entry->spec = std::move(spec);
    entry->action = new QAction(this);
    entry->action->setObjectName(id);
    entry->action->setCheckable(entry->spec.isCheckable);
    entry->ownerGone = connect(owner, &QObject::destroyed, this, [this, id] { remove(id); });
    connect(entry->action, &QAction::triggered, this, [this, id] { run(id); });
    Entry &kept = *entry;
    m_byId.insert(id, entry.get());
    m_entries.push_back(std::move(entry));
    ask(kept);
    // Mostly its keys are free and nobody else's change; weighing all of them each time would make many actions slow.
    if (m_chosen.contains(id) || !holdersOf(kept.spec.shortcut).isEmpty())
        assignShortcuts();
    else
        kept.action->setShortcut(kept.spec.shortcut);
    show(kept);
    if (kept.action->shortcut().isEmpty() && !kept.spec.shortcut.isEmpty() && !m_chosen.contains(id)) {
        qCInfo(lcActions) << id << "goes without" << kept.spec.shortcut.toString() << "which is taken by"
                          << holdersOf(kept.spec.shortcut);
    }
    Q_EMIT added(kept.action);
    return kept.action;
}

void ActionRegistry::remove(const QString &id)
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(),
                                    [&](const auto &entry) { return entry->spec.id == id; });
    if (found == m_entries.end())
        return;
    const std::unique_ptr<Entry> gone = std::move(*found);
    m_entries.erase(found);
    m_byId.remove(id);
    disconnect(gone->ownerGone);
    gone->action->disconnect(this);
    // It may be this very action that is running: it dies later, but does nothing from now on.
    gone->action->setEnabled(false);
    gone->action->setVisible(false);
    const bool hadKeys = !gone->action->shortcut().isEmpty();
    gone->action->setShortcut(QKeySequence());
    gone->action->deleteLater();
    if (hadKeys)
        assignShortcuts();
    Q_EMIT removed(id);
}

void ActionRegistry::addFixedKeys(QObject *owner, FixedKeys keys)
{
    m_fixed.removeIf([](const OwnedKeys &other) { return !other.owner; });
    m_fixed.append({owner, std::move(keys)});
}

QList<FixedKeys> ActionRegistry::fixedKeys() const
{
    QList<FixedKeys> all;
    for (const OwnedKeys &owned : m_fixed) {
        if (owned.owner)
            all.append(owned.keys);
    }
    return all;
}

ActionRegistry::Entry *ActionRegistry::find(const QString &id) const
{
    return m_byId.value(id);
}

QAction *ActionRegistry::action(const QString &id) const
{
    const Entry *entry = find(id);
    return entry ? entry->action : nullptr;
}

QList<QAction *> ActionRegistry::actions() const
{
    QList<QAction *> all;
    all.reserve(qsizetype(m_entries.size()));
    for (const auto &entry : m_entries)
        all.append(entry->action);
    return all;
}

QStringList ActionRegistry::ids() const
{
    QStringList all;
    all.reserve(qsizetype(m_entries.size()));
    for (const auto &entry : m_entries)
        all.append(entry->spec.id);
    return all;
}

QString ActionRegistry::text(const QString &id) const
{
    const Entry *entry = find(id);
    return entry ? entry->spec.text() : QString();
}

QString ActionRegistry::group(const QString &id) const
{
    const Entry *entry = find(id);
    return entry ? entry->spec.group() : QString();
}

QKeySequence ActionRegistry::shortcut(const QString &id) const
{
    const Entry *entry = find(id);
    return entry ? entry->action->shortcut() : QKeySequence();
}

QString ActionRegistry::withKeys(const QString &words, const QString &id) const
{
    const QString keys = shortcut(id).toString(QKeySequence::NativeText);
    return keys.isEmpty() ? words : QStringLiteral("%1 (%2)").arg(words, keys);
}

QKeySequence ActionRegistry::defaultShortcut(const QString &id) const
{
    const Entry *entry = find(id);
    return entry ? entry->spec.shortcut : QKeySequence();
}

QString ActionRegistry::whyNot(const QString &id) const
{
    const Entry *entry = find(id);
    return entry && entry->spec.whyNot ? entry->spec.whyNot() : QString();
}

bool ActionRegistry::isInPalette(const QString &id) const
{
    const Entry *entry = find(id);
    return entry && entry->spec.isInPalette;
}

// --- Shortcuts -----------------------------------------------------------------------------------------------

bool ActionRegistry::isReserved(const QKeySequence &shortcut)
{
    constexpr auto kHarmless = Qt::ShiftModifier | Qt::KeypadModifier;
    for (int i = 0; i < shortcut.count(); ++i) {
        const QKeyCombination keys = shortcut[uint(i)];
        if (keys.keyboardModifiers() & ~kHarmless)
            continue;
        switch (keys.key()) {
        case Qt::Key_Escape:
        case Qt::Key_Tab:
        case Qt::Key_Backtab:
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_Left:
        case Qt::Key_Right:
        case Qt::Key_Up:
        case Qt::Key_Down:
            return true;
        default:
            break;
        }
    }
    return false;
}

QStringList ActionRegistry::holdersOf(const QKeySequence &shortcut) const
{
    QStringList holders;
    for (const auto &entry : m_entries) {
        if (collide(entry->action->shortcut(), shortcut))
            holders.append(entry->spec.id);
    }
    return holders;
}

base::Result<void> ActionRegistry::check(const QString &id, const QKeySequence &shortcut) const
{
    const Entry *entry = find(id);
    if (!entry)
        return base::fail(ActionError::UnknownAction, id);
    if (isReserved(shortcut) && shortcut != entry->spec.shortcut)
        return base::fail(ActionError::ShortcutReserved, shortcut.toString());
    QStringList others = holdersOf(shortcut);
    others.removeOne(id);
    if (!others.isEmpty()) {
        return base::fail(
            ActionError::ShortcutTaken,
            QStringLiteral("%1 belongs to %2").arg(shortcut.toString(), others.join(QStringLiteral(", "))));
    }
    return {};
}

void ActionRegistry::choose(const Entry &entry, const QKeySequence &shortcut)
{
    const bool isDefault = shortcut == entry.spec.shortcut;
    if (isDefault)
        m_chosen.remove(entry.spec.id);
    else
        m_chosen.insert(entry.spec.id, shortcut);
    Q_EMIT shortcutChosen(entry.spec.id, shortcut, isDefault);
}

base::Result<void> ActionRegistry::setShortcut(const QString &id, const QKeySequence &shortcut)
{
    if (auto allowed = check(id, shortcut); !allowed)
        return allowed;
    choose(*find(id), shortcut);
    assignShortcuts();
    return {};
}

base::Result<void> ActionRegistry::swapShortcut(const QString &id, const QKeySequence &shortcut)
{
    QStringList others = holdersOf(shortcut);
    others.removeOne(id);
    const auto allowed = check(id, shortcut);
    if (allowed || !allowed.error().is(ActionError::ShortcutTaken) || others.size() != 1)
        return allowed ? setShortcut(id, shortcut) : allowed;
    const QKeySequence before = find(id)->action->shortcut();
    const Entry *other = find(others.constFirst());
    // The two colliding with each other (Ctrl+A, and Ctrl+A B) would collide again after the exchange.
    choose(*other, collide(before, shortcut) ? QKeySequence() : before);
    choose(*find(id), shortcut);
    assignShortcuts();
    return {};
}

void ActionRegistry::resetAllShortcuts()
{
    const QStringList ids = m_chosen.keys();
    m_chosen.clear();
    assignShortcuts();
    for (const QString &id : ids)
        Q_EMIT shortcutChosen(id, defaultShortcut(id), true);
}

void ActionRegistry::restoreShortcuts(const QHash<QString, QKeySequence> &chosen)
{
    m_chosen.clear();
    for (auto it = chosen.cbegin(); it != chosen.cend(); ++it) {
        if (!isReserved(it.value()))
            m_chosen.insert(it.key(), it.value());
    }
    assignShortcuts();
}

/// What the operator chose comes first, then the defaults, each in the order of adding: no key has two actions.
void ActionRegistry::assignShortcuts()
{
    QHash<const Entry *, QKeySequence> wanted;
    QList<QKeySequence> taken;
    const auto take = [&](const Entry &entry, const QKeySequence &shortcut) {
        const bool isFree = std::none_of(taken.cbegin(), taken.cend(),
                                         [&](const QKeySequence &other) { return collide(other, shortcut); });
        if (!isFree || shortcut.isEmpty())
            return;
        taken.append(shortcut);
        wanted.insert(&entry, shortcut);
    };
    for (const auto &entry : m_entries) {
        if (const auto chosen = m_chosen.constFind(entry->spec.id); chosen != m_chosen.cend())
            take(*entry, *chosen);
    }
    for (const auto &entry : m_entries) {
        if (!m_chosen.contains(entry->spec.id))
            take(*entry, entry->spec.shortcut);
    }
    // First away, then to: no moment with two actions on one key.
    QStringList changedIds;
    for (const auto &entry : m_entries) {
        if (entry->action->shortcut() == wanted.value(entry.get()))
            continue;
        entry->action->setShortcut(QKeySequence());
        changedIds.append(entry->spec.id);
    }
    for (const QString &id : std::as_const(changedIds)) {
        Entry &entry = *find(id);
        entry.action->setShortcut(wanted.value(&entry));
        show(entry);
    }
    for (const QString &id : std::as_const(changedIds))
        Q_EMIT changed(id);
}

// --- Texts and states ----------------------------------------------------------------------------------------

void ActionRegistry::show(Entry &entry) const
{
    const QString text = entry.spec.text();
    entry.action->setText(literal(text));
    QString toolTip = withKeys(text, entry.spec.id);
    if (!entry.reason.isEmpty())
        toolTip += QLatin1Char('\n') + entry.reason;
    entry.action->setToolTip(plainToolTip(toolTip));
}

/// @return whether something is different now.
bool ActionRegistry::ask(Entry &entry)
{
    const QString reason = entry.spec.whyNot ? entry.spec.whyNot() : QString();
    const bool isChecked = entry.spec.isCheckable && entry.spec.isChecked && entry.spec.isChecked();
    if (reason == entry.reason && isChecked == entry.action->isChecked() &&
        entry.action->isEnabled() == reason.isEmpty())
        return false;
    entry.reason = reason;
    entry.action->setEnabled(reason.isEmpty());
    entry.action->setChecked(isChecked);
    return true;
}

void ActionRegistry::refresh(const QString &id)
{
    if (Entry *entry = find(id); entry && ask(*entry)) {
        show(*entry);
        Q_EMIT changed(id);
    }
}

void ActionRegistry::refresh()
{
    for (const QString &id : ids())
        refresh(id);
}

void ActionRegistry::retranslate()
{
    for (const QString &id : ids()) {
        if (Entry *entry = find(id)) {
            ask(*entry);
            show(*entry);
            Q_EMIT changed(id);
        }
    }
}

void ActionRegistry::run(const QString &id)
{
    const Entry *entry = find(id);
    if (!entry)
        return;
    if (const QString reason = whyNot(id); !reason.isEmpty()) {
        refresh(id);
        Q_EMIT refused(id, reason);
        return;
    }
    // A copy: what it does may take the action away.
    const std::function<void()> work = entry->spec.run;
    work();
    refresh(id);
}

} // namespace opsdeck::kit
