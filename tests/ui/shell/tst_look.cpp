// SPDX-License-Identifier: GPL-3.0-or-later
// Theme and language of a whole window, switched while it is open.
#include "tests/support/manual_clock.h"
#include "tests/ui/support/quiet_system.h"
#include "ui/kit/icon.h"
#include "ui/shell/look.h"
#include "ui/shell/main_window.h"
#include "ui/shell/shell_actions.h"
#include "ui/shell/site_tree_view.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QTest>
#include <QTranslator>

using namespace opsdeck;
using shell::Look;
using shell::MainWindow;

namespace {

/// Translates every word there is, also those nobody has translated yet.
class EveryWord final : public QTranslator
{
public:
    explicit EveryWord(const QString &mark)
        : m_mark(mark)
    {
    }
    QString translate(const char *, const char *source, const char *, int) const override
    {
        return m_mark + QString::fromUtf8(source);
    }
    bool isEmpty() const override { return false; }

private:
    const QString m_mark;
};

/// A system with rows in the tree and a panel, so that those are looked at, too.
class MadeUpSystem final : public test::QuietSystem
{
public:
    QString pageTitle() const override { return tr("Made up"); }
    QList<kit::Panel> makePanels(QWidget *parent) override
    {
        return {{QStringLiteral("made.up"), new QWidget(parent), Qt::RightDockWidgetArea}};
    }
    QString panelTitle(const QString &) const override { return tr("Made-up panel"); }
    QList<kit::SiteNode> nodes() const override
    {
        kit::SiteNode node;
        node.id = QStringLiteral("a");
        node.name = QStringLiteral("North");
        node.mark = kit::StateMark::Alarm;
        node.figure = tr("stale");
        node.toolTip = tr("Nothing came");
        return {node};
    }
};

/// A window with everything in it, as the program makes it.
struct Window {
    Window(Look &look, base::Clock &clock, bool isEmpty = false)
        : notices(clock)
        , settings(QString(), clock)
        , context{clock, look.theme(), actions, notices, settings}
        , window(context)
    {
        QObject::connect(&look, &Look::languageChanged, &actions, &kit::ActionRegistry::retranslate);
        for (const auto &module : kit::allModules()) {
            systems.push_back(module->open(context));
            window.addSystem(module->id(), *systems.back());
        }
        systems.push_back(std::make_unique<MadeUpSystem>());
        window.addSystem(QStringLiteral("made-up"), *systems.back());
        window.resize(1400, 900);
        window.show();
        window.showTime(QDateTime(QDate(2026, 11, 20), QTime(14, 2)));
        shell::StripFigures figures;
        figures.today = QDate(2026, 11, 20);
        figures.siteName = QStringLiteral("Gatehouse");
        figures.residentBytes = 200 << 20;
        window.showFigures(figures);
        if (isEmpty)
            window.showNoSite(QStringLiteral("/nowhere/site.json"));
        else
            window.showPages(QStringLiteral("Gatehouse"));
        Q_EMIT systems.back()->nodesChanged();
        window.tree().setFocus();
    }

    /// Everything the operator may read or hear, by where it stands.
    QStringList words() const
    {
        QStringList all{window.windowTitle()};
        for (const QWidget *widget : window.findChildren<QWidget *>()) {
            if (!widget->isVisible())
                continue;
            QStringList here{widget->toolTip(), widget->accessibleName(), widget->accessibleDescription()};
            if (const auto *label = qobject_cast<const QLabel *>(widget))
                here << label->text();
            else if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
                here << button->text();
            else if (const auto *field = qobject_cast<const QLineEdit *>(widget))
                here << field->placeholderText() << field->text();
            else if (const auto *box = qobject_cast<const QComboBox *>(widget))
                here << box->currentText();
            else if (const auto *list = qobject_cast<const QListWidget *>(widget)) {
                for (int i = 0; i < list->count(); ++i)
                    here << list->item(i)->text();
            } else if (qobject_cast<const QDockWidget *>(widget) || widget->isWindow())
                here << widget->windowTitle();
            here.removeAll(QString());
            if (!here.isEmpty())
                all << QLatin1String(widget->metaObject()->className()) + QStringLiteral(" ") +
                           widget->objectName() + QStringLiteral(": ") + here.join(QStringLiteral(" | "));
        }
        const QAbstractItemModel *tree = const_cast<MainWindow &>(window).tree().model();
        for (int row = 0; row < tree->rowCount(); ++row) {
            for (const int role : {Qt::DisplayRole, Qt::ToolTipRole, Qt::AccessibleTextRole})
                all << tree->index(row, 0).data(role).toString();
        }
        for (const QAction *action : actions.actions())
            all << QStringLiteral("action: %1 %2").arg(action->text(), action->toolTip());
        all.sort();
        return all;
    }

    QImage picture() { return window.grab().toImage(); }

    kit::ActionRegistry actions;
    kit::Notices notices;
    store::SettingsStore settings;
    kit::UiContext context;
    std::vector<std::unique_ptr<kit::SystemUi>> systems;
    MainWindow window;
};

QString firstDifference(const QStringList &a, const QStringList &b)
{
    for (const QString &words : a) {
        if (!b.contains(words))
            return words;
    }
    return QString();
}

} // namespace

class TestLook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QApplication::setCursorFlashTime(0);
        auto look = Look::make(*qApp, [this] { return m_isSystemDark; });
        QVERIFY2(look, look ? "" : qPrintable(look.error().detail()));
        m_look = std::move(*look);
    }
    void cleanupTestCase() { m_look.reset(); }
    void init()
    {
        m_look->setStyle(Look::Style::Dark);
        m_look->setLanguage(QStringLiteral("en"));
    }

    void noWordOfTheOldLanguageStays_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<bool>("isEmpty");
        for (const bool isEmpty : {false, true}) {
            const char *page = isEmpty ? "empty" : "pages";
            QTest::addRow("%s: English to Simplified", page) << "en"
                                                             << "zh_CN" << isEmpty;
            QTest::addRow("%s: Simplified to Traditional", page) << "zh_CN"
                                                                 << "zh_TW" << isEmpty;
            QTest::addRow("%s: Traditional to English", page) << "zh_TW"
                                                              << "en" << isEmpty;
        }
    }
    void noWordOfTheOldLanguageStays()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QFETCH(bool, isEmpty);
        m_look->setLanguage(before);
        Window switched(*m_look, m_clock, isEmpty);
        const QStringList old = switched.words();
        m_look->setLanguage(after);
        QCoreApplication::processEvents();
        const Window fresh(*m_look, m_clock, isEmpty);
        QCOMPARE(firstDifference(switched.words(), fresh.words()), QString());
        QCOMPARE(firstDifference(fresh.words(), switched.words()), QString());
        QVERIFY(old != switched.words());
    }

    void everyWordIsAskedForAnew_data()
    {
        QTest::addColumn<bool>("isEmpty");
        QTest::newRow("pages") << false;
        QTest::newRow("empty") << true;
    }
    void everyWordIsAskedForAnew()
    {
        // Also those without a translation yet.
        QFETCH(bool, isEmpty);
        Window switched(*m_look, m_clock, isEmpty);
        switched.window.shellActions().openSettings();
        switched.window.shellActions().openAbout();
        EveryWord language(QStringLiteral("~"));
        QCoreApplication::installTranslator(&language);
        switched.actions.retranslate();
        QCoreApplication::processEvents();
        Window fresh(*m_look, m_clock, isEmpty);
        fresh.window.shellActions().openSettings();
        fresh.window.shellActions().openAbout();
        const QStringList switchedWords = switched.words();
        const QStringList freshWords = fresh.words();
        QCoreApplication::removeTranslator(&language);
        QCOMPARE(firstDifference(switchedWords, freshWords), QString());
        QCOMPARE(firstDifference(freshWords, switchedWords), QString());
        QVERIFY(switchedWords.join(u'\n').contains(QStringLiteral("~Settings")));
        QVERIFY(switchedWords.join(u'\n').contains(QStringLiteral("~About Opsdeck")));
    }

    void noColourOfTheOldThemeStays_data()
    {
        QTest::addColumn<bool>("isEmpty");
        QTest::addColumn<bool>("toLight");
        QTest::newRow("pages to light") << false << true;
        QTest::newRow("pages to dark") << false << false;
        QTest::newRow("empty to light") << true << true;
        QTest::newRow("empty to dark") << true << false;
    }
    void noColourOfTheOldThemeStays()
    {
        QFETCH(bool, isEmpty);
        QFETCH(bool, toLight);
        m_look->setStyle(toLight ? Look::Style::Dark : Look::Style::Light);
        Window switched(*m_look, m_clock, isEmpty);
        QCoreApplication::processEvents();
        const QImage before = switched.picture();
        const QImage iconBefore = switched.window.windowIcon().pixmap(32).toImage();
        m_look->setStyle(toLight ? Look::Style::Light : Look::Style::Dark);
        QCoreApplication::processEvents();
        const QImage after = switched.picture();
        const QImage iconAfter = switched.window.windowIcon().pixmap(32).toImage();
        switched.window.hide();
        Window fresh(*m_look, m_clock, isEmpty);
        QCoreApplication::processEvents();
        const QImage expected = fresh.picture();
        QVERIFY(before != after);
        QVERIFY(iconBefore != iconAfter);
        QCOMPARE(iconAfter, fresh.window.windowIcon().pixmap(32).toImage());
        if (after != expected) {
            QCOMPARE(after.size(), expected.size());
            QRect stale;
            for (int y = 0; y < after.height(); ++y) {
                for (int x = 0; x < after.width(); ++x) {
                    if (after.pixel(x, y) != expected.pixel(x, y))
                        stale |= QRect(x, y, 1, 1);
                }
            }
            const QWidget *where = fresh.window.childAt(stale.center());
            QVERIFY2(false, qPrintable(QStringLiteral("stale within %1,%2 %3x%4: %5 %6")
                                           .arg(stale.x())
                                           .arg(stale.y())
                                           .arg(stale.width())
                                           .arg(stale.height())
                                           .arg(QLatin1String(where ? where->metaObject()->className() : ""),
                                                where ? where->objectName() : QString())));
        }
    }

    void followsTheSystemWhileItIsOpen()
    {
        m_isSystemDark = true;
        m_look->setStyle(Look::Style::System);
        QCOMPARE(m_look->theme().style(), kit::Theme::Style::Dark);
        QWidget window;
        window.show();
        m_isSystemDark = false;
        QEvent change(QEvent::ThemeChange);
        QCoreApplication::sendEvent(&window, &change);
        QTRY_COMPARE(m_look->theme().style(), kit::Theme::Style::Light);
        QCOMPARE(QApplication::palette().color(QPalette::Window),
                 m_look->theme().color(kit::Theme::Color::Bg1));
        // Who chose a theme keeps it.
        m_look->setStyle(Look::Style::Light);
        m_isSystemDark = true;
        QCoreApplication::sendEvent(&window, &change);
        QCoreApplication::processEvents();
        QCOMPARE(m_look->theme().style(), kit::Theme::Style::Light);
    }

    void doesAsTheSettingsSay()
    {
        store::SettingsStore settings(QString(), m_clock);
        settings.setValue(Look::languageRow().key, QStringLiteral("zh_TW"));
        m_look->follow(settings);
        QCOMPARE(m_look->spokenLanguage(), QStringLiteral("zh_TW"));
        settings.setValue(Look::styleRow().key, QStringLiteral("light"));
        QCOMPARE(m_look->theme().style(), kit::Theme::Style::Light);
        settings.setValue(Look::styleRow().key, 17);
        QCOMPARE(m_look->theme().style(), kit::Theme::Style::Dark);
        settings.setValue(Look::languageRow().key, QStringLiteral("klingon"));
        QCOMPARE(m_look->language(), QStringLiteral("system"));
    }

    void tellsOnlyOfChanges()
    {
        int styles = 0;
        int languages = 0;
        const auto a = connect(m_look.get(), &Look::styleChanged, this, [&] { ++styles; });
        const auto b = connect(m_look.get(), &Look::languageChanged, this, [&] { ++languages; });
        m_look->setStyle(Look::Style::Dark);
        m_look->setLanguage(QStringLiteral("en"));
        QCOMPARE(styles + languages, 0);
        m_look->setStyle(Look::Style::Light);
        m_look->setLanguage(QStringLiteral("zh_CN"));
        QCOMPARE(styles, 1);
        QCOMPARE(languages, 1);
        disconnect(a);
        disconnect(b);
    }

    void everyIconIsDrawnInTheColourAskedFor()
    {
        QDir icons(QStringLiteral(":/look/icons"));
        const QStringList names = icons.entryList({QStringLiteral("*.svg")});
        QVERIFY(names.size() > 40);
        for (QString name : names) {
            name.chop(4);
            const QImage image = kit::themedIcon(name, Qt::red).pixmap(QSize(16, 16), 1.0).toImage();
            QCOMPARE(image.size(), QSize(16, 16));
            int drawn = 0;
            for (int y = 0; y < 16; ++y) {
                for (int x = 0; x < 16; ++x) {
                    const QColor pixel = image.pixelColor(x, y);
                    if (pixel.alpha() < 40)
                        continue;
                    ++drawn;
                    QVERIFY2(pixel.red() > 240 && pixel.green() < 20 && pixel.blue() < 20,
                             qPrintable(name + u' ' + pixel.name(QColor::HexArgb)));
                }
            }
            QVERIFY2(drawn > 10, qPrintable(name));
        }
    }

private:
    test::ManualClock m_clock;
    bool m_isSystemDark = true;
    std::unique_ptr<Look> m_look;
};

QTEST_MAIN(TestLook)
#include "tst_look.moc"
