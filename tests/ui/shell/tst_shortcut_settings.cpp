// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/settings_store.h"
#include "tests/support/manual_clock.h"
#include "ui/kit/action_registry.h"
#include "ui/shell/shortcut_settings.h"

#include <QAction>
#include <QTemporaryDir>
#include <QTest>

using namespace opsdeck;

namespace {

QAction *add(kit::ActionRegistry &registry, const QString &id, const QKeySequence &keys)
{
    kit::ActionSpec spec;
    spec.id = id;
    spec.group = spec.text = [id] { return id; };
    spec.shortcut = keys;
    spec.run = [] {};
    return registry.add(&registry, spec);
}

const QString kA = QStringLiteral("a.one");
const QString kB = QStringLiteral("b.two");
const QString kKeyOfA = QStringLiteral("shortcuts.a.one");

} // namespace

class TestShortcutSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aChoiceSurvivesARestart()
    {
        test::ManualClock clock;
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("settings.json"));
        {
            store::SettingsStore settings(file, clock);
            settings.load();
            kit::ActionRegistry registry;
            const shell::ShortcutSettings shortcuts(registry, settings);
            add(registry, kA, Qt::Key_F5);
            add(registry, kB, Qt::Key_F6);
            QVERIFY(registry.swapShortcut(kA, Qt::Key_F6));
            QVERIFY(registry.setShortcut(kB, QKeySequence()));
        }
        store::SettingsStore settings(file, clock);
        settings.load();
        kit::ActionRegistry registry;
        const shell::ShortcutSettings shortcuts(registry, settings);
        QCOMPARE(add(registry, kA, Qt::Key_F5)->shortcut(), QKeySequence(Qt::Key_F6));
        QVERIFY(add(registry, kB, Qt::Key_F6)->shortcut().isEmpty());
        registry.resetAllShortcuts();
        QCOMPARE(registry.shortcut(kA), QKeySequence(Qt::Key_F5));
        QCOMPARE(registry.shortcut(kB), QKeySequence(Qt::Key_F6));
        QVERIFY(settings.keys().isEmpty());
    }

    void aChangeOfTheSettingsIsUsedAtOnce()
    {
        test::ManualClock clock;
        store::SettingsStore settings(QString(), clock);
        kit::ActionRegistry registry;
        const shell::ShortcutSettings shortcuts(registry, settings);
        QAction *action = add(registry, kA, Qt::Key_F5);
        settings.setValue(kKeyOfA, QStringLiteral("Ctrl+Shift+R"));
        QCOMPARE(action->shortcut(), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R));
        settings.setValue(kKeyOfA, QJsonValue());
        QCOMPARE(action->shortcut(), QKeySequence(Qt::Key_F5));
    }

    void whatIsNoShortcutIsIgnored_data()
    {
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("number") << QJsonValue(17);
        QTest::newRow("no key") << QJsonValue(QStringLiteral("Hyper+Nonsense"));
        QTest::newRow("reserved") << QJsonValue(QStringLiteral("Esc"));
        QTest::newRow("reserved second stroke") << QJsonValue(QStringLiteral("Ctrl+A, Tab"));
        QTest::newRow("huge") << QJsonValue(QString(100000, QLatin1Char('A')));
        QTest::newRow("object") << QJsonValue(QJsonObject());
    }
    void whatIsNoShortcutIsIgnored()
    {
        QFETCH(QJsonValue, value);
        test::ManualClock clock;
        store::SettingsStore settings(QString(), clock);
        settings.setValue(kKeyOfA, value);
        kit::ActionRegistry registry;
        const shell::ShortcutSettings shortcuts(registry, settings);
        QCOMPARE(add(registry, kA, Qt::Key_F5)->shortcut(), QKeySequence(Qt::Key_F5));
        QCOMPARE(settings.value(kKeyOfA), value);
    }
};

QTEST_MAIN(TestShortcutSettings)
#include "tst_shortcut_settings.moc"
