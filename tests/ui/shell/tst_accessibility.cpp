// SPDX-License-Identifier: GPL-3.0-or-later
// Walks every control of the window and of its dialogs, in every language: it has a name for a screen reader, says why
// when it is disabled, is reached by Tab, and shows that it has the focus.
#include "tests/ui/shell/dialog_makers.h"
#include "ui/events/event_filter_bar.h"
#include "ui/events/event_list.h"
#include "ui/events/events_page.h"
#include "ui/events/events_view.h"
#include "ui/shell/dock_set.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QButtonGroup>
#include <QComboBox>
#include <QDirIterator>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTabBar>

using namespace opsdeck;

namespace {

constexpr int kPatience = 15000;

QString pathOf(const QWidget *widget)
{
    QStringList parts;
    for (const QWidget *at = widget; at; at = at->parentWidget()) {
        QString part = QString::fromLatin1(at->metaObject()->className()).section(QLatin1String("::"), -1);
        if (!at->objectName().isEmpty())
            part += QLatin1Char('#') + at->objectName();
        parts.prepend(part);
        if (at->isWindow())
            break;
    }
    return parts.join(QLatin1Char('/'));
}

/// Something of Qt's own inside a control, which the control speaks for.
bool isInner(const QWidget *widget)
{
    return widget->objectName().startsWith(QLatin1String("qt_")) ||
           qobject_cast<const QScrollBar *>(widget) ||
           qobject_cast<const QAbstractSpinBox *>(widget->parentWidget()) ||
           qobject_cast<const QComboBox *>(widget->parentWidget()) ||
           qobject_cast<const QLineEdit *>(widget->parentWidget()) ||
           qobject_cast<const QTabBar *>(widget->parentWidget()) ||
           qobject_cast<const QAbstractItemView *>(widget->parentWidget());
}

bool isControl(const QWidget *widget)
{
    return qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QLineEdit *>(widget) ||
           qobject_cast<const QComboBox *>(widget) || qobject_cast<const QAbstractSpinBox *>(widget) ||
           qobject_cast<const QAbstractItemView *>(widget) || qobject_cast<const QAbstractSlider *>(widget) ||
           qobject_cast<const QTabBar *>(widget) || (widget->focusPolicy() & Qt::TabFocus);
}

/// The bar of panels behind one another, where only one is there: Qt puts it outside of the window, above its corner.
bool isOutside(const QWidget *widget, const QWidget *window)
{
    return qobject_cast<const QTabBar *>(widget) && widget->parentWidget() == window &&
           !window->rect().intersects(widget->geometry());
}

/// Everything the operator can use in `window` that is on the screen, in no order.
QList<QWidget *> controlsOf(const QWidget *window)
{
    QList<QWidget *> controls;
    for (QWidget *widget : window->findChildren<QWidget *>()) {
        if (widget->isVisible() && widget->window() == window && isControl(widget) && !isInner(widget) &&
            !isOutside(widget, window))
            controls.append(widget);
    }
    return controls;
}

QString nameOf(QWidget *widget)
{
    const QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(widget);
    return accessible ? accessible->text(QAccessible::Name).trimmed() : QString();
}

/// Buttons of which Tab stops at one only; the arrows go on from there.
QList<QAbstractButton *> groupOf(const QWidget *widget)
{
    const auto *button = qobject_cast<const QAbstractButton *>(widget);
    if (!button)
        return {};
    if (button->group() && button->group()->exclusive())
        return button->group()->buttons();
    if (button->autoExclusive())
        return button->parentWidget()->findChildren<QAbstractButton *>(QString(), Qt::FindDirectChildrenOnly);
    return {};
}

/// A list that is steered from the field above it, which keeps the focus.
bool isSteeredFromElsewhere(const QWidget *widget)
{
    return qobject_cast<const QAbstractItemView *>(widget) && widget->focusPolicy() == Qt::NoFocus &&
           widget->parentWidget()->focusProxy();
}

/// Where Tab stops, from the control that has the focus until it comes round.
QList<QWidget *> stopsOf(QWidget *window)
{
    constexpr int kMaximumStops = 500;
    QList<QWidget *> stops;
    for (int i = 0; i < kMaximumStops; ++i) {
        QWidget *focus = QApplication::focusWidget();
        if (!focus || focus->window() != window || stops.contains(focus))
            break;
        stops.append(focus);
        QTest::keyClick(focus, Qt::Key_Tab);
    }
    return stops;
}

/// Does the widget look different when it has the focus? A moving picture cannot be judged; `moving` counts those.
bool showsFocus(QWidget *widget, int &moving)
{
    widget->setFocus(Qt::TabFocusReason);
    if (!widget->hasFocus())
        return false;
    const QImage with = widget->grab().toImage();
    widget->clearFocus();
    const QImage without = widget->grab().toImage();
    if (widget->grab().toImage() != without) {
        ++moving;
        return true;
    }
    return with != without;
}

struct Findings {
    QStringList faults;
    int controls = 0;
    int moving = 0;
};

void walk(QWidget *window, Findings &findings)
{
    const QList<QWidget *> controls = controlsOf(window);
    findings.controls += int(controls.size());
    if (!QApplication::focusWidget() || QApplication::focusWidget()->window() != window)
        window->nextInFocusChain()->setFocus(Qt::TabFocusReason);
    if (!QApplication::focusWidget()) {
        for (QWidget *control : controls) {
            if (control->isEnabled() && (control->focusPolicy() & Qt::TabFocus)) {
                control->setFocus(Qt::TabFocusReason);
                break;
            }
        }
    }
    const QList<QWidget *> stops = stopsOf(window);
    for (QWidget *control : controls) {
        const QString path = pathOf(control);
        if (nameOf(control).isEmpty())
            findings.faults << path + QStringLiteral(": no accessible name");
        if (!control->isEnabled()) {
            if (control->toolTip().isEmpty())
                findings.faults << path + QStringLiteral(": disabled, and no tooltip says why");
            continue;
        }
        if (isSteeredFromElsewhere(control))
            continue;
        const QList<QAbstractButton *> group = groupOf(control);
        const bool isReached = stops.contains(control) || stops.contains(control->focusProxy()) ||
                               std::any_of(group.cbegin(), group.cend(),
                                           [&](QAbstractButton *other) { return stops.contains(other); });
        if (!isReached)
            findings.faults << path + QStringLiteral(": Tab does not come here");
    }
    for (QWidget *stop : stops) {
        if (!showsFocus(stop, findings.moving))
            findings.faults << pathOf(stop) + QStringLiteral(": does not show that it has the focus");
    }
}

void languages()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("style");
    QTest::newRow("en") << "en"
                        << "dark";
    QTest::newRow("zh_CN") << "zh_CN"
                           << "light";
    QTest::newRow("zh_TW") << "zh_TW"
                           << "dark";
}

} // namespace

class TestAccessibility : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyControlOfTheWindow_data() { languages(); }
    void everyControlOfTheWindow()
    {
        QFETCH(QString, language);
        QFETCH(QString, style);
        test::WholeWindow whole;
        whole.look->setLanguage(language);
        whole.look->setStyle(shell::Look::styleFromName(style));
        whole.addDvr(QStringLiteral("north"), QStringLiteral("North lot"), 4);
        whole.open();
        QTRY_COMPARE_WITH_TIMEOUT(whole.rows(), 5, kPatience);
        kit::Notice notice;
        notice.text = QStringLiteral("The disk is full");
        notice.actionText = QStringLiteral("Show the folder");
        notice.action = [] {};
        whole.notices.post(notice);
        for (const QString &id : whole.actions.ids()) {
            if (id.startsWith(QLatin1String("shell.dock.")))
                whole.window->dockSet().open(id.sliced(11));
        }
        QCoreApplication::processEvents();
        Findings findings;
        walk(whole.window.get(), findings);
        QVERIFY2(findings.faults.isEmpty(),
                 qPrintable(QLatin1Char('\n') + findings.faults.join(QLatin1Char('\n'))));
        QVERIFY(findings.controls > 20);
        QVERIFY(findings.moving <= 1); // the wall
    }

    void everyControlOfThePageOfEvents_data() { languages(); }
    void everyControlOfThePageOfEvents()
    {
        QFETCH(QString, language);
        QFETCH(QString, style);
        test::WholeWindow whole;
        whole.look->setLanguage(language);
        whole.look->setStyle(shell::Look::styleFromName(style));
        whole.addDvr(QStringLiteral("north"), QStringLiteral("North lot"), 4);
        whole.open();
        QTRY_COMPARE_WITH_TIMEOUT(whole.rows(), 5, kPatience);
        whole.window->showPage(int(whole.systems.size()));
        events::EventsView &view = whole.events->page()->list().view();
        QTRY_VERIFY_WITH_TIMEOUT(view.model()->rowCount() > 0, kPatience);
        view.setCurrentIndex(view.model()->index(0, 0));
        whole.events->page()->filterBar().search().setText(QStringLiteral("north"));
        QCoreApplication::processEvents();
        Findings findings;
        walk(whole.window.get(), findings);
        QVERIFY2(findings.faults.isEmpty(),
                 qPrintable(QLatin1Char('\n') + findings.faults.join(QLatin1Char('\n'))));
        QVERIFY(findings.controls > 25);
        QVERIFY(findings.moving <= 1);
    }

    void everyControlOfTheEmptyWindow_data() { languages(); }
    void everyControlOfTheEmptyWindow()
    {
        QFETCH(QString, language);
        QFETCH(QString, style);
        test::WholeWindow whole;
        whole.look->setLanguage(language);
        whole.look->setStyle(shell::Look::styleFromName(style));
        whole.open();
        whole.window->showNoSite(QStringLiteral("/home/guard/site.json"));
        QCoreApplication::processEvents();
        Findings findings;
        walk(whole.window.get(), findings);
        QVERIFY2(findings.faults.isEmpty(),
                 qPrintable(QLatin1Char('\n') + findings.faults.join(QLatin1Char('\n'))));
        QVERIFY(findings.controls > 3);
        QCOMPARE(findings.moving, 0);
    }

    void everyControlOfADialog_data()
    {
        QTest::addColumn<QString>("className");
        QTest::addColumn<QString>("language");
        for (const test::DialogMaker &maker : test::dialogMakers()) {
            for (const char *language : {"en", "zh_CN", "zh_TW"}) {
                QTest::addRow("%s %s", qPrintable(maker.className), language)
                    << maker.className << QString::fromLatin1(language);
            }
        }
    }
    void everyControlOfADialog()
    {
        QFETCH(QString, className);
        QFETCH(QString, language);
        test::WholeWindow whole;
        whole.look->setLanguage(language);
        whole.addDvr(QStringLiteral("north"), QStringLiteral("North lot"), 4);
        whole.open();
        QTRY_COMPARE_WITH_TIMEOUT(whole.rows(), 5, kPatience);
        const QList<test::DialogMaker> makers = test::dialogMakers();
        const auto maker = std::find_if(makers.cbegin(), makers.cend(), [&](const test::DialogMaker &other) {
            return other.className == className;
        });
        QWidget *dialog = maker->open(whole);
        QVERIFY(dialog);
        // Not its window: that counts as active as soon as its parent is, with the focus still on its way.
        QTRY_VERIFY_WITH_TIMEOUT(dialog->isActiveWindow(), kPatience);
        QVERIFY2(!dialog->windowTitle().isEmpty(), qPrintable(className));
        Findings findings;
        // A list of pages at the side: each page in turn.
        auto *pages = dialog->findChild<QListWidget *>(QStringLiteral("settingsPages"));
        for (int page = 0; page < (pages ? pages->count() : 1); ++page) {
            if (pages)
                pages->setCurrentRow(page);
            QCoreApplication::processEvents();
            walk(dialog, findings);
        }
        QVERIFY2(findings.faults.isEmpty(),
                 qPrintable(QLatin1Char('\n') + findings.faults.join(QLatin1Char('\n'))));
        QVERIFY(findings.controls > 0);
        QCOMPARE(findings.moving, 0);
        // Esc leaves every dialog.
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : dialog, Qt::Key_Escape);
        QTRY_VERIFY(!test::shownDialog(className));
    }

    void everyDialogHasAMaker()
    {
        static const QRegularExpression kDialog(
            QStringLiteral("class (\\w+) (?:final )?: public (?:QDialog|kit::SpokenDialog)\\b"));
        QStringList known;
        for (const test::DialogMaker &maker : test::dialogMakers())
            known << maker.className;
        int found = 0;
        QDirIterator files(QStringLiteral(OPSDECK_SOURCE_DIR "/ui"),
                           {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            for (auto it = kDialog.globalMatch(QString::fromUtf8(file.readAll())); it.hasNext();) {
                const QString name = it.next().captured(1);
                if (name == QLatin1String("SpokenDialog")) // what dialogs are made from
                    continue;
                QVERIFY2(known.contains(name),
                         qPrintable(name + QStringLiteral(" needs a row in dialog_makers.h")));
                ++found;
            }
        }
        QCOMPARE(found, known.size());
    }

    void theWalkFindsWhatIsWrong()
    {
        const auto look = shell::Look::make(*qApp, [] { return true; }).value();
        QWidget window;
        auto *good = new QPushButton(QStringLiteral("Good"), &window);
        auto *unnamed = new QLineEdit(&window);
        unnamed->move(0, 40);
        auto *mute = new QPushButton(QStringLiteral("Mute"), &window);
        mute->setEnabled(false);
        mute->move(0, 80);
        auto *mouseOnly = new QPushButton(QStringLiteral("Mouse"), &window);
        mouseOnly->setFocusPolicy(Qt::NoFocus);
        mouseOnly->move(0, 120);
        auto *flat = new QWidget(&window);
        flat->setFocusPolicy(Qt::TabFocus);
        flat->setAccessibleName(QStringLiteral("Flat"));
        flat->setGeometry(0, 160, 20, 20);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        good->setFocus();
        unnamed->setObjectName(QStringLiteral("a"));
        mute->setObjectName(QStringLiteral("b"));
        mouseOnly->setObjectName(QStringLiteral("c"));
        flat->setObjectName(QStringLiteral("d"));
        Findings findings;
        walk(&window, findings);
        const auto last = [](const QString &fault) { return fault.section(QLatin1Char('#'), 1); };
        std::sort(findings.faults.begin(), findings.faults.end(),
                  [&](const QString &a, const QString &b) { return last(a) < last(b); });
        QCOMPARE(findings.faults,
                 (QStringList{pathOf(unnamed) + QStringLiteral(": no accessible name"),
                              pathOf(mute) + QStringLiteral(": disabled, and no tooltip says why"),
                              pathOf(mouseOnly) + QStringLiteral(": Tab does not come here"),
                              pathOf(flat) + QStringLiteral(": does not show that it has the focus")}));
    }
};

QTEST_MAIN(TestAccessibility)
#include "tst_accessibility.moc"
