// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QKeySequence>
#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <vector>

class QAction;

namespace opsdeck::kit {

/// Why a key cannot be given to an action.
enum class ActionError {
    UnknownAction,
    ShortcutTaken,    ///< another action has it: `ActionRegistry::holderOf` names it
    ShortcutReserved, ///< Esc, Tab, Enter and the arrows belong to lists, dialogs and the wall
};
base::ErrorFacts errorFacts(ActionError error);

/// One thing the operator can do, as its owner tells it. The functions are called on the GUI thread and must be
/// cheap; they answer in the language of the moment.
struct ActionSpec {
    QString id;                     ///< stable, dotted: "wall.enlarge"; the key of the operator's shortcut
    std::function<QString()> group; ///< the heading in the palette and the shortcut sheet: "Wall"
    std::function<QString()> text;  ///< a verb in sentence case; shown literally
    QKeySequence shortcut = {};     ///< unless the operator chose another; may be empty
    std::function<void()> run = {};
    std::function<QString()> whyNot = {}; ///< the reason why it cannot be done now; empty = it can
    bool isCheckable = false;
    std::function<bool()> isChecked = {};
    bool isInPalette = true;
};

/// Keys that are no action's and cannot be changed (arrows in the wall, Enter): told for the shortcut sheet.
struct FixedKeys {
    std::function<QString()> group;
    std::function<QString()> text;
    QList<QKeySequence> keys; ///< any of them does it
};

/// Everything the operator can do, in one place: the palette, the shortcut sheet and editor, and the windows (which
/// add these QActions to themselves so that their keys work) all read it. Owns the QActions. GUI thread; keeps no
/// settings itself: who stores the operator's shortcuts listens to `shortcutChosen`.
class ActionRegistry final : public QObject
{
    Q_OBJECT
public:
    explicit ActionRegistry(QObject *parent = nullptr);
    ~ActionRegistry() override;

    /// The action leaves with its owner. An id that is there already is replaced. A default shortcut that another
    /// action holds stays with that one.
    QAction *add(QObject *owner, ActionSpec spec);
    void remove(const QString &id);

    /// They leave with their owner.
    void addFixedKeys(QObject *owner, FixedKeys keys);
    /// In the order they were added.
    QList<FixedKeys> fixedKeys() const;

    /// Null when there is none.
    QAction *action(const QString &id) const;
    /// In the order they were added.
    QList<QAction *> actions() const;
    QStringList ids() const;

    /// Of unknown ids: empty.
    QString text(const QString &id) const;
    QString group(const QString &id) const;
    QKeySequence shortcut(const QString &id) const;
    /// "Full screen (F11)": words for a tooltip with the key of the action, where it has one.
    QString withKeys(const QString &words, const QString &id) const;
    QKeySequence defaultShortcut(const QString &id) const;
    /// Asked now.
    QString whyNot(const QString &id) const;
    bool isInPalette(const QString &id) const;

    /// The operator's choice; an empty sequence takes the key away. Errors: ActionError.
    base::Result<void> setShortcut(const QString &id, const QKeySequence &shortcut);
    /// The same; an action that holds the key now gets the one this action had. Errors: ActionError, never
    /// ShortcutTaken unless more than one action is in the way.
    base::Result<void> swapShortcut(const QString &id, const QKeySequence &shortcut);
    void resetAllShortcuts();
    /// What was chosen in an earlier run; replaces every choice of before, says nothing by `shortcutChosen`. Ids may be
    /// of actions that are not there yet. What is reserved is left out.
    void restoreShortcuts(const QHash<QString, QKeySequence> &chosen);
    /// The ids of all actions whose shortcut collides with this one: the same keys, or the first of them.
    QStringList holdersOf(const QKeySequence &shortcut) const;
    /// May no operator give this to an action?
    static bool isReserved(const QKeySequence &shortcut);

    /// Asks every action's whyNot and isChecked anew.
    void refresh();
    /// The same for one.
    void refresh(const QString &id);
    /// Asks every text anew: after a language change.
    void retranslate();

Q_SIGNALS:
    void added(QAction *action);
    /// The QAction still exists, but is no longer known here.
    void removed(const QString &id);
    /// Text, shortcut or state of one action changed.
    void changed(const QString &id);
    /// The operator chose another key: `isDefault` when it is the built-in one again.
    void shortcutChosen(const QString &id, const QKeySequence &shortcut, bool isDefault);
    /// It was triggered although it cannot be done now.
    void refused(const QString &id, const QString &reason);

private:
    struct Entry;

    Entry *find(const QString &id) const;
    void run(const QString &id);
    bool ask(Entry &entry);
    void show(Entry &entry) const;
    void assignShortcuts();
    base::Result<void> check(const QString &id, const QKeySequence &shortcut) const;
    void choose(const Entry &entry, const QKeySequence &shortcut);

    std::vector<std::unique_ptr<Entry>> m_entries; ///< in the order they were added
    QHash<QString, Entry *> m_byId;
    QHash<QString, QKeySequence> m_chosen;
    struct OwnedKeys {
        QPointer<QObject> owner;
        FixedKeys keys;
    };
    QList<OwnedKeys> m_fixed;
};

} // namespace opsdeck::kit
