// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/setting_row.h"

#include "core/store/settings_store.h"
#include "tests/support/manual_clock.h"
#include "ui/systems/dvr/dvr_settings.h"

#include <QJsonArray>
#include <QSet>
#include <QTest>

using namespace opsdeck;
using namespace std::chrono_literals;
using dvr::DvrSettings;
using kit::SettingRow;

class TestSettingRow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesOnlyWhatTheRowCanBe_data()
    {
        QTest::addColumn<SettingRow::Kind>("kind");
        QTest::addColumn<QJsonValue>("fallback");
        QTest::addColumn<QJsonValue>("stored");
        QTest::addColumn<QJsonValue>("used");
        using Kind = SettingRow::Kind;
        const auto row = [](const char *name, Kind kind, const QJsonValue &fallback, const QJsonValue &stored,
                            const QJsonValue &used) {
            QTest::newRow(name) << kind << fallback << stored << used;
        };
        const QString text = QStringLiteral("x");
        row("switch", Kind::Switch, true, false, false);
        row("switch, a word", Kind::Switch, true, text, true);
        row("number", Kind::Number, 30, 12, 12);
        row("number, too small", Kind::Number, 30, -5, 10);
        row("number, too large", Kind::Number, 30, 1e300, 120);
        row("number, a fraction", Kind::Number, 30, 12.6, 13);
        row("number, a word", Kind::Number, 30, text, 30);
        row("number, a list", Kind::Number, 30, QJsonArray{1}, 30);
        row("choice", Kind::Choice, QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("b"));
        row("choice, unknown", Kind::Choice, QStringLiteral("a"), text, QStringLiteral("a"));
        row("choice, a number", Kind::Choice, QStringLiteral("a"), 1, QStringLiteral("a"));
        row("text", Kind::Text, QString(), text, text);
        row("text, too long", Kind::Text, text, QString(121, u'y'), text);
        row("folder", Kind::Folder, QString(), QStringLiteral("/tmp"), QStringLiteral("/tmp"));
        row("folder, the default place", Kind::Folder, QString(), QString(), QString());
        row("folder, relative", Kind::Folder, QString(), QStringLiteral("../etc"), QString());
        row("folder, endless", Kind::Folder, QString(), QString(u'/' + QString(5000, u'a')), QString());
    }
    void takesOnlyWhatTheRowCanBe()
    {
        QFETCH(SettingRow::Kind, kind);
        QFETCH(QJsonValue, fallback);
        QFETCH(QJsonValue, stored);
        QFETCH(QJsonValue, used);
        SettingRow row;
        row.key = QStringLiteral("key");
        row.kind = kind;
        row.fallback = fallback;
        row.minimum = 10;
        row.maximum = 120;
        row.choices = {{QStringLiteral("a"), {}}, {QStringLiteral("b"), {}}};
        test::ManualClock clock;
        store::SettingsStore settings(QString(), clock);
        QCOMPARE(kit::settingValue(settings, row), fallback);
        settings.setValue(row.key, stored);
        QCOMPARE(kit::settingValue(settings, row), used);
    }

    void videoSettingsAreSoundWhateverIsStored()
    {
        test::ManualClock clock;
        store::SettingsStore settings(QString(), clock);
        for (const SettingRow &row : DvrSettings::rows())
            settings.setValue(row.key, QJsonArray{QStringLiteral("nonsense")});
        const DvrSettings read = DvrSettings::read(settings);
        const DvrSettings fallback;
        QCOMPARE(read.replay, fallback.replay);
        QCOMPARE(read.replayBytes, fallback.replayBytes);
        QCOMPARE(read.tourDwell, fallback.tourDwell);
        QCOMPARE(read.stream, DvrSettings::StreamChoice::Automatic);
        QVERIFY(!read.snapshotFolder.isEmpty());
        QVERIFY(!read.recordingFolder.isEmpty());
    }

    void videoSettingsAreWhatWasStored()
    {
        test::ManualClock clock;
        store::SettingsStore settings(QString(), clock);
        settings.setValue(QStringLiteral("dvr.replaySeconds"), 60);
        settings.setValue(QStringLiteral("dvr.replayMegabytes"), 64);
        settings.setValue(QStringLiteral("dvr.tourDwell"), 2);
        settings.setValue(QStringLiteral("dvr.stream"), QStringLiteral("sub"));
        settings.setValue(QStringLiteral("dvr.snapshotFolder"), QStringLiteral("/srv/pictures"));
        const DvrSettings read = DvrSettings::read(settings);
        QCOMPARE(read.replay, 60s);
        QCOMPARE(read.replayBytes, qint64(64) << 20);
        QCOMPARE(read.tourDwell, 2s);
        QCOMPARE(read.stream, DvrSettings::StreamChoice::Sub);
        QCOMPARE(read.snapshotFolder, QStringLiteral("/srv/pictures"));
    }

    void everyRowOfVideoHasAKeyOfItsOwnAndWords()
    {
        QSet<QString> keys;
        for (const SettingRow &row : DvrSettings::rows()) {
            QVERIFY(DvrSettings::isKey(row.key));
            QVERIFY(!keys.contains(row.key));
            keys.insert(row.key);
            QVERIFY(!row.label().isEmpty());
            QVERIFY(!row.pageTitle().isEmpty());
            QCOMPARE(kit::soundValue(row, row.fallback), row.fallback);
        }
    }
};

QTEST_MAIN(TestSettingRow)
#include "tst_setting_row.moc"
