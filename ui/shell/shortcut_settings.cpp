// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/shortcut_settings.h"

#include "core/store/settings_store.h"
#include "ui/kit/action_registry.h"

#include <QScopedValueRollback>

#include <optional>

namespace opsdeck::shell {

namespace {

const QString kPrefix = QStringLiteral("shortcuts.");
constexpr qsizetype kMaximumText = 100;

/// Absent when it is no shortcut's text.
std::optional<QKeySequence> read(const QJsonValue &value)
{
    const QString text = value.toString();
    if (!value.isString() || text.size() > kMaximumText)
        return std::nullopt;
    const QKeySequence keys = QKeySequence::fromString(text, QKeySequence::PortableText);
    if (keys.isEmpty() != text.isEmpty())
        return std::nullopt;
    for (int i = 0; i < keys.count(); ++i) {
        if (keys[uint(i)].key() == Qt::Key_unknown || keys[uint(i)].key() == Qt::Key(0))
            return std::nullopt;
    }
    return keys;
}

} // namespace

ShortcutSettings::ShortcutSettings(kit::ActionRegistry &actions, store::SettingsStore &settings,
                                   QObject *parent)
    : QObject(parent)
    , m_actions(actions)
    , m_settings(settings)
{
    connect(&actions, &kit::ActionRegistry::shortcutChosen, this,
            [this](const QString &id, const QKeySequence &shortcut, bool isDefault) {
                const QScopedValueRollback<bool> writing(m_isWriting, true);
                m_settings.setValue(kPrefix + id,
                                    isDefault ? QJsonValue() : shortcut.toString(QKeySequence::PortableText));
            });
    connect(&settings, &store::SettingsStore::changed, this, [this](const QString &key) {
        if (!m_isWriting && key.startsWith(kPrefix))
            restore();
    });
    restore();
}

void ShortcutSettings::restore()
{
    QHash<QString, QKeySequence> chosen;
    const QStringList keys = m_settings.keys();
    for (const QString &key : keys) {
        if (!key.startsWith(kPrefix))
            continue;
        if (const auto shortcut = read(m_settings.value(key)))
            chosen.insert(key.sliced(kPrefix.size()), *shortcut);
    }
    m_actions.restoreShortcuts(chosen);
}

} // namespace opsdeck::shell
