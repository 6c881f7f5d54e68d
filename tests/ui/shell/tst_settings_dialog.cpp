// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/settings_dialog.h"

#include "tests/support/manual_clock.h"
#include "tests/ui/support/operator_hands.h"
#include "tests/ui/support/ui_rig.h"
#include "ui/kit/plain_tool_tip.h"
#include "ui/shell/about_dialog.h"
#include "ui/shell/main_window.h"
#include "ui/shell/setting_editor.h"
#include "ui/shell/settings_notices.h"
#include "ui/shell/shell_actions.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

#include <algorithm>

using namespace opsdeck;
using kit::SettingRow;
using shell::SettingEditor;
using shell::SettingsDialog;

namespace {

kit::Words words(const char *text)
{
    return [text] { return QString::fromLatin1(text); };
}

QList<SettingRow> rows()
{
    SettingRow choice;
    choice.key = QStringLiteral("a.choice");
    choice.page = QStringLiteral("appearance");
    choice.label = words("Theme");
    choice.kind = SettingRow::Kind::Choice;
    choice.fallback = QStringLiteral("dark");
    choice.choices = {{QStringLiteral("dark"), words("Dark")}, {QStringLiteral("light"), words("Light")}};
    SettingRow number;
    number.key = QStringLiteral("v.number");
    number.page = QStringLiteral("video");
    number.pageTitle = words("Video");
    number.label = words("Instant <replay>");
    number.hint = words("How far back a live tile can be seen");
    number.kind = SettingRow::Kind::Number;
    number.fallback = 30;
    number.minimum = 10;
    number.maximum = 120;
    number.step = 5;
    number.unit = words("s");
    SettingRow onOff;
    onOff.key = QStringLiteral("v.switch");
    onOff.page = QStringLiteral("video");
    onOff.label = words("Show names");
    onOff.kind = SettingRow::Kind::Switch;
    onOff.fallback = true;
    SettingRow text;
    text.key = QStringLiteral("v.text");
    text.page = QStringLiteral("video");
    text.label = words("Seat");
    text.kind = SettingRow::Kind::Text;
    text.fallback = QString();
    text.maximum = 20;
    SettingRow folder;
    folder.key = QStringLiteral("v.folder");
    folder.page = QStringLiteral("video");
    folder.label = words("Folder for snapshots");
    folder.kind = SettingRow::Kind::Folder;
    folder.fallback = QString();
    folder.emptyText = words("/home/me/Pictures");
    return {choice, number, onOff, text, folder};
}

struct Bench {
    explicit Bench(base::Clock &clock)
        : rig(clock)
        , dialog(rows(), rig.settings, rig.theme)
    {
        dialog.open();
    }
    SettingEditor &editor(const char *key) const
    {
        auto *editor = dialog.findChild<SettingEditor *>(QStringLiteral("setting.") + QLatin1String(key));
        if (!editor)
            qFatal("no row %s", key);
        return *editor;
    }
    template <typename W>
    W &widget(const char *key) const
    {
        return *editor(key).findChild<W *>(QStringLiteral("editor"));
    }
    QToolButton &resetOf(const char *key) const
    {
        return *editor(key).findChild<QToolButton *>(QStringLiteral("reset"));
    }
    QStringList shown() const
    {
        QStringList keys;
        for (const SettingEditor *one : dialog.findChildren<SettingEditor *>()) {
            if (one->isVisible())
                keys << one->row().key;
        }
        return keys;
    }
    QLineEdit &search() const { return *dialog.findChild<QLineEdit *>(QStringLiteral("settingsSearch")); }
    QLabel &nothing() const { return *dialog.findChild<QLabel *>(QStringLiteral("emptyText")); }

    test::UiRig rig;
    SettingsDialog dialog;
};

} // namespace

class TestSettingsDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsOnePageAtATime()
    {
        const Bench bench(m_clock);
        QCOMPARE(bench.shown(), QStringList{QStringLiteral("a.choice")});
        auto *pages = bench.dialog.findChild<QListWidget *>(QStringLiteral("settingsPages"));
        QCOMPARE(pages->count(), 2);
        QCOMPARE(pages->item(1)->text(), QStringLiteral("Video"));
        pages->setFocus();
        QTest::keyClick(pages, Qt::Key_Down);
        QCOMPARE(bench.shown().size(), 4);
        QVERIFY(!bench.shown().contains(QStringLiteral("a.choice")));
    }

    void whatIsChangedIsInTheSettingsAtOnce()
    {
        Bench bench(m_clock);
        const store::SettingsStore &settings = bench.rig.settings;
        auto &theme = bench.widget<QComboBox>("a.choice");
        theme.setFocus();
        QTest::keyClick(&theme, Qt::Key_Down);
        QCOMPARE(settings.value(QStringLiteral("a.choice")).toString(), QStringLiteral("light"));
        bench.dialog.showPage(QStringLiteral("video"));
        auto &number = bench.widget<QSpinBox>("v.number");
        QTest::keyClick(&number, Qt::Key_Up);
        QCOMPARE(settings.value(QStringLiteral("v.number")).toInt(), 35);
        QTest::keyClick(&bench.widget<QCheckBox>("v.switch"), Qt::Key_Space);
        QCOMPARE(settings.value(QStringLiteral("v.switch")).toBool(true), false);
        auto &text = bench.widget<QLineEdit>("v.text");
        QTest::keyClicks(&text, QStringLiteral("Desk 2"));
        QTest::keyClick(&text, Qt::Key_Return);
        QCOMPARE(settings.value(QStringLiteral("v.text")).toString(), QStringLiteral("Desk 2"));
        QVERIFY(bench.dialog.isVisible());
    }

    void aNumberIsMeantWhenItIsTypedToItsEnd()
    {
        Bench bench(m_clock);
        bench.dialog.showPage(QStringLiteral("video"));
        auto &number = bench.widget<QSpinBox>("v.number");
        number.setFocus();
        number.selectAll();
        QTest::keyClicks(&number, QStringLiteral("120"));
        QVERIFY(bench.rig.settings.value(QStringLiteral("v.number")).isNull());
        QTest::keyClick(&number, Qt::Key_Return);
        QCOMPARE(bench.rig.settings.value(QStringLiteral("v.number")).toInt(), 120);
    }

    void everyRowGoesBackToItsDefault()
    {
        Bench bench(m_clock);
        store::SettingsStore &settings = bench.rig.settings;
        bench.dialog.showPage(QStringLiteral("video"));
        QVERIFY(!bench.resetOf("v.number").isEnabled());
        QVERIFY(!bench.resetOf("v.number").toolTip().isEmpty());
        settings.setValue(QStringLiteral("v.number"), 60);
        QCOMPARE(bench.widget<QSpinBox>("v.number").value(), 60);
        QVERIFY(bench.resetOf("v.number").isEnabled());
        test::click(&bench.resetOf("v.number"));
        QCOMPARE(bench.widget<QSpinBox>("v.number").value(), 30);
        QVERIFY(settings.value(QStringLiteral("v.number")).isNull());
        QVERIFY(!bench.resetOf("v.number").isEnabled());
    }

    void aDefaultThatIsChosenIsNotWrittenDown()
    {
        Bench bench(m_clock);
        bench.rig.settings.setValue(QStringLiteral("a.choice"), QStringLiteral("light"));
        auto &theme = bench.widget<QComboBox>("a.choice");
        QCOMPARE(theme.currentText(), QStringLiteral("Light"));
        QTest::keyClick(&theme, Qt::Key_Up);
        QVERIFY(!bench.rig.settings.keys().contains(QStringLiteral("a.choice")));
    }

    void theSearchFindsRowsOfAllPages_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QStringList>("keys");
        const auto row = [](const char *query, const QStringList &keys) {
            QTest::newRow(query) << QString::fromLatin1(query) << keys;
        };
        const QString choice = QStringLiteral("a.choice");
        const QString number = QStringLiteral("v.number");
        const QString folder = QStringLiteral("v.folder");
        row("theme", {choice});
        row("LIGHT", {choice});    // a choice's words
        row("far back", {number}); // the hint's words
        row("back far", {number}); // in any order
        row("video folder", {folder});
        row("<replay>", {number});
        row("snapshots theme", {});
        row("   ", {choice}); // nothing asked: the page
        row("zzz", {});
        row("\\", {});
    }
    void theSearchFindsRowsOfAllPages()
    {
        QFETCH(QString, query);
        QFETCH(QStringList, keys);
        const Bench bench(m_clock);
        QTest::keyClicks(&bench.search(), query);
        QCOMPARE(bench.shown(), keys);
        QCOMPARE(bench.nothing().isVisible(), keys.isEmpty());
        // What is found is of all pages: none of them is shown as the chosen one.
        const auto *pages = bench.dialog.findChild<QListWidget *>(QStringLiteral("settingsPages"));
        QCOMPARE(pages->selectedItems().size(), query.trimmed().isEmpty() ? 1 : 0);
        if (keys.isEmpty())
            QVERIFY(bench.nothing().text().contains(query));
        // Esc empties the field before it closes.
        QTest::keyClick(&bench.search(), Qt::Key_Escape);
        QVERIFY(bench.dialog.isVisible());
        QCOMPARE(bench.shown(), QStringList{QStringLiteral("a.choice")});
        QTest::keyClick(&bench.search(), Qt::Key_Escape);
        QVERIFY(!bench.dialog.isVisible());
    }

    void hitsAreMarkedAndMarkupOfAWordStaysText()
    {
        const Bench bench(m_clock);
        QTest::keyClicks(&bench.search(), QStringLiteral("<rep"));
        const auto *label = bench.editor("v.number").findChild<QLabel *>(QStringLiteral("settingLabel"));
        QVERIFY2(label->text().contains(QStringLiteral(">&lt;rep</span>lay&gt;")), qPrintable(label->text()));
        QVERIFY(label->text().contains(bench.rig.theme.color(kit::Theme::Color::AccentBg).name()));
        bench.search().clear();
        QCOMPARE(label->text(), QStringLiteral("Instant &lt;replay&gt;"));
    }

    void tabComesToThePageBeforeTheButtonThatCloses()
    {
        Bench bench(m_clock);
        bench.dialog.addPage(QStringLiteral("more"), [] { return QStringLiteral("More"); },
                             new QCheckBox(QStringLiteral("More")), {});
        auto *pages = bench.dialog.findChild<QListWidget *>(QStringLiteral("settingsPages"));
        for (int page = 0; page < pages->count(); ++page) {
            pages->setCurrentRow(page);
            pages->setFocus();
            QTest::keyClick(pages, Qt::Key_Tab);
            const auto *next = bench.dialog.focusWidget();
            QVERIFY(next != pages);
            QVERIFY2(!qobject_cast<const QPushButton *>(next), qPrintable(QString::number(page)));
        }
    }

    void aFolderIsChosenInADialogThatDoesNotBlock()
    {
        const Bench bench(m_clock);
        QTest::keyClicks(&bench.search(), QStringLiteral("snapshots"));
        const auto &field = bench.widget<QLineEdit>("v.folder");
        QCOMPARE(field.text(), QStringLiteral("/home/me/Pictures"));
        test::click(bench.editor("v.folder").findChild<QToolButton *>(QStringLiteral("choose")));
        auto *chooser = bench.editor("v.folder").findChild<QFileDialog *>();
        QVERIFY(chooser);
        const QTemporaryDir folder;
        Q_EMIT chooser->fileSelected(folder.path());
        QCOMPARE(bench.rig.settings.value(QStringLiteral("v.folder")).toString(), folder.path());
        // All of it in the tooltip, the middle left out where it does not fit.
        QCOMPARE(field.toolTip(), kit::plainToolTip(folder.path()));
        QVERIFY(field.text() == folder.path() || field.text().contains(QChar(0x2026)));
        QVERIFY(field.fontMetrics().horizontalAdvance(field.text()) < field.width());
        chooser->reject();
    }

    void theWheelOverARowThatIsNotInUseScrollsThePage()
    {
        Bench bench(m_clock);
        bench.dialog.showPage(QStringLiteral("video"));
        bench.search().setFocus();
        auto &number = bench.widget<QSpinBox>("v.number");
        QWheelEvent wheel(QPointF(5, 5), number.mapToGlobal(QPointF(5, 5)), QPoint(), QPoint(0, 120),
                          Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&number, &wheel);
        QCOMPARE(number.value(), 30);
    }

    void saysWhenChangesAreNotKept()
    {
        const QTemporaryDir home;
        const QString path = home.filePath(QStringLiteral("settings.json"));
        store::SettingsStore first(path, m_clock);
        first.load();
        store::SettingsStore second(path, m_clock);
        second.load();
        kit::Notices notices(m_clock);
        const shell::SettingsNotices told(second, notices);
        QCOMPARE(notices.open().size(), 1);
        QVERIFY(notices.open().constFirst().text.contains(QStringLiteral("Another Opsdeck is open")));
        const test::UiRig rig(m_clock);
        SettingsDialog dialog(rows(), second, rig.theme);
        dialog.open();
        const auto *banner = dialog.findChild<QLabel *>(QStringLiteral("settingsBanner"));
        QVERIFY(banner->isVisible());
        QCOMPARE(banner->text(), notices.open().constFirst().text);
        kit::Notices none(m_clock);
        const shell::SettingsNotices quiet(first, none);
        QVERIFY(none.list().isEmpty());
    }

    void aNoticeOfAFolderInTheWayGoesWhenItIsMended()
    {
        const QTemporaryDir home;
        const QString folder = home.filePath(QStringLiteral("opsdeck"));
        QFile inTheWay(folder);
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        store::SettingsStore settings(folder + QStringLiteral("/settings.json"), m_clock);
        settings.load();
        kit::Notices notices(m_clock);
        const shell::SettingsNotices told(settings, notices);
        QCOMPARE(notices.open().size(), 1);
        settings.setValue(QStringLiteral("a"), 1);
        m_clock.advance(store::SettingsStore::kPause);
        QTRY_VERIFY(settings.isReadOnly());
        QVERIFY(inTheWay.remove());
        m_clock.advance(store::SettingsStore::kRetry);
        QTRY_VERIFY(notices.open().isEmpty());
    }

    void aDamagedFileIsTold()
    {
        const QTemporaryDir home;
        QFile file(home.filePath(QStringLiteral("settings.json")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{");
        file.close();
        store::SettingsStore settings(file.fileName(), m_clock);
        settings.load();
        kit::Notices notices(m_clock);
        const shell::SettingsNotices told(settings, notices);
        QCOMPARE(notices.open().size(), 1);
        QVERIFY(notices.open().constFirst().details.contains(QStringLiteral(".damaged-")));
    }

    void controlCommaOpensThemAndOneIsEnough()
    {
        test::UiRig rig(m_clock);
        shell::MainWindow window(rig.context);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTest::keyClick(&window, Qt::Key_Comma, Qt::ControlModifier);
        auto *dialog = window.findChild<SettingsDialog *>();
        QVERIFY(dialog);
        QVERIFY(dialog->isVisible());
        rig.actions.action(QStringLiteral("shell.settings"))->trigger();
        QCOMPARE(window.findChildren<SettingsDialog *>().size(), 1);
    }

    void aboutTellsPathsAndVersionsButNoSecrets()
    {
        const test::UiRig rig(m_clock);
        shell::AboutDialog about(rig.theme,
                                 shell::aboutFacts({QStringLiteral("/etc/opsdeck/<b>site</b>.json"),
                                                    QStringLiteral("/home/me/settings.json"),
                                                    QStringLiteral("/home/me/secrets.json")}));
        about.open();
        test::click(about.findChild<QPushButton *>());
        const QString details = QGuiApplication::clipboard()->text();
        QCOMPARE(details, about.details());
        for (const char *part : {OPSDECK_VERSION, "libavcodec ", qVersion(), "/etc/opsdeck/<b>site</b>.json",
                                 "/home/me/settings.json", "/home/me/secrets.json"})
            QVERIFY2(details.contains(QLatin1String(part)), part);
        for (const QLabel *label : about.findChildren<QLabel *>())
            QCOMPARE(label->textFormat(), label->pixmap().isNull() ? Qt::PlainText : label->textFormat());
    }

    void whatAboutHasNoRoomForIsReachedByKeys()
    {
        const test::UiRig rig(m_clock);
        shell::AboutDialog about(rig.theme, shell::aboutFacts({QStringLiteral("/a folder").repeated(100),
                                                               QStringLiteral("/home/me/settings.json"),
                                                               QStringLiteral("/home/me/secrets.json")}));
        about.open();
        about.resize(400, 300);
        auto *bar = about.findChild<QScrollArea *>()->verticalScrollBar();
        QTRY_VERIFY(bar->maximum() > 0);
        auto *button = about.findChild<QPushButton *>();
        button->setFocus();
        constexpr int kMaximumPages = 100;
        for (int i = 0; i < kMaximumPages && bar->value() < bar->maximum(); ++i)
            QTest::keyClick(button, Qt::Key_PageDown);
        QCOMPARE(bar->value(), bar->maximum());
        QTest::keyClick(button, Qt::Key_PageUp);
        QVERIFY(bar->value() < bar->maximum());
        // The demonstration has no file to tell of.
        const QList<shell::AboutFact> facts = shell::aboutFacts({});
        QVERIFY(std::none_of(facts.cbegin(), facts.cend(),
                             [](const shell::AboutFact &fact) { return fact.value.isEmpty(); }));
    }

    void everyControlHasANameAndAToolTip()
    {
        Bench bench(m_clock);
        bench.dialog.showPage(QStringLiteral("video"));
        for (const QWidget *widget : bench.dialog.findChildren<QWidget *>()) {
            if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus ||
                widget->objectName().startsWith(QStringLiteral("qt_")))
                continue;
            const QByteArray name = widget->objectName().toUtf8() + widget->metaObject()->className();
            QVERIFY2(!widget->accessibleName().isEmpty(), name.constData());
            if (!qobject_cast<const QListWidget *>(widget))
                QVERIFY2(!widget->toolTip().isEmpty(), name.constData());
        }
    }

private:
    test::ManualClock m_clock;
};

QTEST_MAIN(TestSettingsDialog)
#include "tst_settings_dialog.moc"
