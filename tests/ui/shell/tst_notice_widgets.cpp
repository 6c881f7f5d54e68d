// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/manual_clock.h"
#include "ui/shell/notice_bar.h"
#include "ui/shell/notice_line.h"
#include "ui/shell/notice_list.h"
#include "ui/shell/notice_model.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace opsdeck;
using namespace opsdeck::shell;
using namespace std::chrono_literals;
using kit::Notice;
using kit::StateMark;

namespace {

kit::Theme theme()
{
    QFile file(QStringLiteral(":/look/theme.json"));
    return file.open(QIODevice::ReadOnly) ? *kit::Theme::fromJson(file.readAll(), kit::Theme::Style::Dark)
                                          : kit::Theme();
}

struct Bench {
    test::ManualClock clock;
    kit::Theme look = theme();
    kit::Notices notices{clock};
    int runs = 0;

    quint64 post(const QString &text, const QString &button = QString(),
                 StateMark mark = StateMark::Attention)
    {
        Notice notice;
        notice.mark = mark;
        notice.text = text;
        notice.details = QStringLiteral("Details of <i>%1</i>").arg(text);
        notice.key = text;
        notice.actionText = button;
        if (!button.isEmpty())
            notice.action = [this] { ++runs; };
        return notices.post(notice);
    }
};

struct Window {
    explicit Window(Bench &bench)
        : bar(new NoticeBar(bench.look, bench.notices, bench.clock))
        , other(new QLineEdit)
    {
        auto *row = new QHBoxLayout(&window);
        row->addWidget(other);
        row->addWidget(bar);
        window.resize(900, 60);
        window.show();
    }
    QToolButton *button(const char *name) { return bar->findChild<QToolButton *>(QLatin1String(name)); }
    QString line() { return bar->findChild<NoticeLine *>()->text(); }

    QWidget window;
    NoticeBar *bar;
    QLineEdit *other;
};

} // namespace

class TestNoticeWidgets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theBarShowsTheNewestAndCountsTheRest()
    {
        Bench bench;
        Window window(bench);
        QVERIFY(window.button("noticeAction")->isHidden());
        QVERIFY(window.button("noticeDismiss")->isHidden());
        QVERIFY(!window.button("noticeBell")->isHidden());
        bench.post(QStringLiteral("first"), QStringLiteral("Show it"));
        bench.post(QStringLiteral("second"));
        QCOMPARE(window.line(), QStringLiteral("second"));
        QCOMPARE(window.button("noticeBell")->text(), QStringLiteral("2"));
        QVERIFY(window.button("noticeAction")->isHidden());
        QTest::mouseClick(window.button("noticeDismiss"), Qt::LeftButton);
        QCOMPARE(window.line(), QStringLiteral("first"));
        QCOMPARE(window.button("noticeBell")->text(), QString());
        QTest::mouseClick(window.button("noticeAction"), Qt::LeftButton);
        QCOMPARE(bench.runs, 1);
        QVERIFY(window.button("noticeDismiss")->isHidden());
        QCOMPARE(bench.notices.list().size(), 2);
    }

    void aNoticeNeverTakesTheFocus()
    {
        Bench bench;
        Window window(bench);
        QVERIFY(QTest::qWaitForWindowActive(&window.window));
        window.other->setFocus();
        bench.post(QStringLiteral("alarm"), QStringLiteral("Show it"), StateMark::Alarm);
        QVERIFY(window.other->hasFocus());
        QTest::mouseClick(window.button("noticeAction"), Qt::LeftButton);
        QVERIFY(window.other->hasFocus());
    }

    void theKeyGoesToTheButtonAndEscBack()
    {
        Bench bench;
        Window window(bench);
        QVERIFY(QTest::qWaitForWindowActive(&window.window));
        window.other->setFocus();
        window.bar->takeFocus();
        QVERIFY(window.button("noticeBell")->hasFocus());
        QTest::keyClick(window.button("noticeBell"), Qt::Key_Escape);
        QVERIFY(window.other->hasFocus());

        bench.post(QStringLiteral("full"), QStringLiteral("Show it"));
        window.bar->takeFocus();
        QVERIFY(window.button("noticeAction")->hasFocus());
        QTest::keyClick(window.button("noticeAction"), Qt::Key_Space);
        QCOMPARE(bench.runs, 1);
        QVERIFY(window.other->hasFocus());

        // And when the notice goes by itself meanwhile.
        bench.post(QStringLiteral("again"), QStringLiteral("Show it"));
        window.bar->takeFocus();
        bench.notices.withdraw(QStringLiteral("again"));
        QVERIFY(window.other->hasFocus());
    }

    void theBellAsksForTheList()
    {
        Bench bench;
        Window window(bench);
        QSignalSpy wanted(window.bar, &NoticeBar::listWanted);
        QTest::mouseClick(window.button("noticeBell"), Qt::LeftButton);
        QCOMPARE(wanted.size(), 1);
    }

    void aLongNoticeGivesWay()
    {
        Bench bench;
        Window window(bench);
        bench.post(QString(290, QLatin1Char('m')), QString(290, QLatin1Char('w')));
        QTRY_VERIFY(window.bar->width() < 900);
        QVERIFY(window.bar->sizeHint().width() < 800);
        window.window.resize(400, 60);
        QTRY_COMPARE(window.window.width(), 400);
    }

    void theModelKeepsItsPromises()
    {
        Bench bench;
        NoticeModel model(bench.notices, bench.clock);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        for (int i = 0; i < kit::Notices::kMaximum + 5; ++i)
            bench.post(QString::number(i));
        QCOMPARE(model.rowCount(), kit::Notices::kMaximum);
        QCOMPARE(model.index(0).data().toString(), QStringLiteral("204"));
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        bench.notices.withdraw(QStringLiteral("100"));
        QCOMPARE(changed.size(), 1);
        const QModelIndex over = changed.at(0).at(0).toModelIndex();
        QCOMPARE(over.data().toString(), QStringLiteral("100"));
        QVERIFY(over.data(NoticeModel::OverRole).toBool());
        QCOMPARE(over.data(NoticeModel::MarkRole).toInt(), int(StateMark::Off));
        bench.post(QStringLiteral("150")); // takes the place of the one in the middle
        QCOMPARE(model.rowCount(), kit::Notices::kMaximum);
        QCOMPARE(model.index(0).data().toString(), QStringLiteral("150"));
        bench.notices.clear();
        QCOMPARE(model.rowCount(), 0);
    }

    void barAndListFollowTheLanguage()
    {
        Bench bench;
        Window window(bench);
        NoticeModel model(bench.notices, bench.clock);
        const auto language = std::make_shared<QString>(QStringLiteral("one"));
        Notice notice;
        notice.say = [language](Notice &said) {
            said.text = *language + QStringLiteral(" text");
            said.actionText = *language + QStringLiteral(" button");
        };
        notice.action = [&bench] { ++bench.runs; };
        bench.notices.post(notice);
        QCOMPARE(window.line(), QStringLiteral("one text"));
        *language = QStringLiteral("two");
        QEvent change(QEvent::LanguageChange);
        QCoreApplication::sendEvent(window.bar, &change);
        QCOMPARE(window.line(), QStringLiteral("two text"));
        QCOMPARE(window.button("noticeAction")->accessibleName(), QStringLiteral("two button"));
        QCOMPARE(model.index(0).data().toString(), QStringLiteral("two text"));
        QTest::mouseClick(window.button("noticeAction"), Qt::LeftButton);
        QCOMPARE(bench.runs, 1);
    }

    void theListShowsDetailsLiterallyAndRunsTheAction()
    {
        Bench bench;
        NoticeList list(bench.look, bench.notices, bench.clock);
        list.resize(500, 300);
        list.show();
        auto *view = list.findChild<QListView *>();
        auto *clear = list.findChild<QPushButton *>(QStringLiteral("noticeClear"));
        auto *action = list.findChild<QPushButton *>(QStringLiteral("noticeListAction"));
        QVERIFY(!view->isVisible());
        QVERIFY(!clear->isEnabled());
        QVERIFY(!clear->toolTip().isEmpty());
        bench.post(QStringLiteral("plain"));
        bench.post(QStringLiteral("changed"), QStringLiteral("Read & show"));
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {},
                          view->visualRect(view->model()->index(0, 0)).center());
        auto *details = list.findChild<QLabel *>(QStringLiteral("noticeDetails"));
        QVERIFY(details->text().contains(QStringLiteral("<i>changed</i>")));
        QCOMPARE(details->textFormat(), Qt::PlainText);
        QVERIFY(action->isVisible());
        QTest::mouseClick(action, Qt::LeftButton);
        QCOMPARE(bench.runs, 1);
        bench.notices.withdraw(QStringLiteral("changed"));
        QVERIFY(!action->isVisible());
        list.grab();
        QTest::mouseClick(clear, Qt::LeftButton);
        QVERIFY(bench.notices.list().isEmpty());
        QVERIFY(!view->isVisible());
    }
};

QTEST_MAIN(TestNoticeWidgets)
#include "tst_notice_widgets.moc"
