// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/side_window.h"

#include <QAction>
#include <QLineEdit>
#include <QScreen>
#include <QTest>

using namespace opsdeck;

namespace {

const QString kFullScreen = QStringLiteral("shell.fullScreen");

class FieldWindow final : public kit::SideWindow
{
public:
    explicit FieldWindow(kit::ActionRegistry &actions)
        : SideWindow(actions)
    {
        field = new QLineEdit;
        setContent(*field);
        follow([](const QString &id) { return !id.startsWith(QLatin1String("other.")); });
    }
    QLineEdit *field;
};

struct Bench {
    Bench()
    {
        add(kFullScreen, Qt::Key_F11);
        add(QStringLiteral("wanted.first"), Qt::CTRL | Qt::Key_1);
        add(QStringLiteral("other.first"), Qt::CTRL | Qt::Key_2);
        window = std::make_unique<FieldWindow>(actions);
        add(QStringLiteral("wanted.late"), Qt::CTRL | Qt::Key_3);
        window->show();
        isActive = QTest::qWaitForWindowActive(window.get());
        window->field->setFocus();
    }
    void add(const QString &id, const QKeySequence &key)
    {
        kit::ActionSpec spec;
        spec.id = id;
        spec.group = [] { return QStringLiteral("Group"); };
        spec.text = [id] { return id; };
        spec.shortcut = key;
        spec.run = [this, id] { done.append(id); };
        actions.add(&owner, spec);
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QTest::keyClick(window->field, key, modifiers);
    }

    QObject owner;
    kit::ActionRegistry actions;
    QStringList done;
    std::unique_ptr<FieldWindow> window;
    bool isActive = false;
};

} // namespace

class TestSideWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theKeysThatAreWantedWorkInIt()
    {
        const Bench bench;
        QVERIFY(bench.isActive);
        bench.press(Qt::Key_1, Qt::ControlModifier);
        bench.press(Qt::Key_2, Qt::ControlModifier);
        bench.press(Qt::Key_3, Qt::ControlModifier);
        QCOMPARE(bench.done, (QStringList{QStringLiteral("wanted.first"), QStringLiteral("wanted.late")}));
    }

    void fullScreenIsItsOwnByTheKeyTheOperatorChose()
    {
        Bench bench;
        bench.press(Qt::Key_F11);
        QVERIFY(bench.window->isFullScreen());
        bench.press(Qt::Key_F11);
        QVERIFY(!bench.window->isFullScreen());
        QVERIFY(bench.actions.setShortcut(kFullScreen, Qt::CTRL | Qt::Key_F));
        bench.press(Qt::Key_F11);
        QVERIFY(!bench.window->isFullScreen());
        bench.press(Qt::Key_F, Qt::ControlModifier);
        QVERIFY(bench.window->isFullScreen());
        bench.press(Qt::Key_Escape);
        QVERIFY(!bench.window->isFullScreen());
        // It is nothing but full screen that Esc leaves.
        bench.press(Qt::Key_Escape);
        QVERIFY(bench.window->isVisible() && !bench.window->isFullScreen());
        // That of the main window was never asked for.
        QVERIFY(bench.done.isEmpty());
    }

    void theProgramDoesNotGoOnForIt()
    {
        const Bench bench;
        QVERIFY(!bench.window->testAttribute(Qt::WA_QuitOnClose));
    }

    void itsPlaceIsOnAnotherMonitorOnly()
    {
        const Bench bench;
        QCOMPARE(QGuiApplication::screens().size(), 1);
        QVERIFY(!kit::SideWindow::placeOnAnotherMonitor(bench.window.get(), QSize(500, 400)));
        // Beside nothing, each of them is another one.
        const auto place = kit::SideWindow::placeOnAnotherMonitor(nullptr, QSize(20000, 300));
        const QRect area = QGuiApplication::primaryScreen()->availableGeometry();
        QVERIFY(place && area.contains(*place));
        QCOMPARE(place->height(), 300);
    }
};

QTEST_MAIN(TestSideWindow)
#include "tst_side_window.moc"
