// SPDX-License-Identifier: GPL-3.0-or-later
// The window on simulated recorders, over real sockets on loopback.
#include "tests/ui/systems/dvr/dvr_ui_rig.h"
#include "ui/systems/dvr/password_dialog.h"

#include <QAbstractButton>
#include <QAction>
#include <QFile>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QTest>

using namespace opsdeck;
using namespace opsdeck::dvr;
using namespace std::chrono_literals;
using Kind = TileState::Kind;

namespace {

constexpr int kPatience = 15000;

using Bench = test::DvrUiRig;
using test::MadeUpSecrets;

} // namespace

class TestDvrUi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anUntouchedWallFillsWithLivePicturesOfAllRecorders()
    {
        Bench bench;
        bench.addDvr(QStringLiteral("north"), 4);
        bench.addDvr(QStringLiteral("south"), 4);
        bench.open(4);
        for (int i = 0; i < 4; ++i)
            QTRY_COMPARE_WITH_TIMEOUT(bench.kind(i), Kind::Live, kPatience);
        QCOMPARE(bench.ui->wall().tile(1).channel.deviceId, QStringLiteral("north"));
        QCOMPARE(bench.ui->wall().tile(2).channel.deviceId, QStringLiteral("south"));
        QTRY_VERIFY_WITH_TIMEOUT(bench.row(QStringLiteral("south"), 3).isValid(), kPatience);
        QCOMPARE(bench.ui->figures().linksUp, 2);
        QTRY_COMPARE_WITH_TIMEOUT(bench.ui->report()
                                      .value(QStringLiteral("tiles"))
                                      .toArray()
                                      .at(0)
                                      .toObject()
                                      .value(QStringLiteral("state"))
                                      .toString(),
                                  QStringLiteral("live"), kPatience);
    }

    void enterOnAChannelPutsItOnTheSelectedTile()
    {
        Bench bench;
        bench.addDvr(QStringLiteral("north"), 9);
        bench.open(4);
        QTRY_COMPARE_WITH_TIMEOUT(bench.kind(0), Kind::Live, kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(bench.row(QStringLiteral("north"), 8).isValid(), kPatience);
        bench.ui->wall().select(2);
        bench.tree().setCurrentIndex(bench.row(QStringLiteral("north"), 8));
        QTest::keyClick(&bench.tree(), Qt::Key_Return);
        QCOMPARE(bench.ui->wall().tile(2).channel.channel, 8);
        QTRY_COMPARE_WITH_TIMEOUT(bench.kind(2), Kind::Live, kPatience);
    }

    void aRecorderDroppedOnATileFillsFromThere()
    {
        Bench bench;
        bench.addDvr(QStringLiteral("north"), 9);
        bench.open(9);
        QTRY_COMPARE_WITH_TIMEOUT(bench.kind(8), Kind::Live, kPatience);
        auto *view = bench.window->findChild<WallView *>();
        QVERIFY(view);
        Q_EMIT view->nodesDropped(5, {nodeId(QStringLiteral("north"))});
        for (int i = 5; i < 9; ++i)
            QCOMPARE(bench.ui->wall().tile(i).channel.channel, i - 5);
        QCOMPARE(bench.ui->wall().tile(4).channel.channel, 4);
    }

    void deleteClearsTheTileForGood()
    {
        Bench bench;
        bench.addDvr(QStringLiteral("north"), 2);
        bench.open(4);
        QTRY_COMPARE_WITH_TIMEOUT(bench.kind(1), Kind::Live, kPatience);
        bench.ui->wall().select(1);
        QTest::keyClick(bench.window->findChild<WallView *>(), Qt::Key_Delete);
        QCOMPARE(bench.kind(1), Kind::Empty);
        bench.dvrs[0]->dropConnections();
        QTRY_COMPARE_WITH_TIMEOUT(bench.ui->fleet().status(QStringLiteral("north")).reconnects, 1, kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(bench.kind(0), Kind::Live, kPatience);
        QCOMPARE(bench.kind(1), Kind::Empty);
    }

    void anotherSiteTakesTheOldOneOffTheWall()
    {
        Bench bench;
        bench.addDvr(QStringLiteral("north"), 2);
        bench.addDvr(QStringLiteral("south"), 2);
        const QList<site::Device> both = bench.devices;
        bench.devices = {both.at(0)};
        bench.open(4);
        QTRY_COMPARE_WITH_TIMEOUT(bench.kind(1), Kind::Live, kPatience);
        bench.ui->setDevices({both.at(1)});
        QTRY_COMPARE_WITH_TIMEOUT(bench.ui->wall().tile(0).channel.deviceId, QStringLiteral("south"),
                                  kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(bench.kind(1), Kind::Live, kPatience);
        QCOMPARE(bench.ui->wall().find({QStringLiteral("north"), 0}), -1);
    }

    void rowsOfOtherSystemsAndNonsenseAreIgnored()
    {
        Bench bench;
        bench.addDvr(QStringLiteral("north"), 1);
        bench.open(4);
        QTRY_COMPARE_WITH_TIMEOUT(bench.kind(0), Kind::Live, kPatience);
        for (const char *id : {"", "door/7", "dvr/nobody/3", "dvr/north/99999"})
            bench.ui->activateNode(QString::fromLatin1(id));
        QCOMPARE(bench.kind(0), Kind::Live);
        QCOMPARE(bench.ui->wall().find({QStringLiteral("nobody"), 3}), -1);
    }

    void aRecorderThatGoesAndComesBackIsLiveAgainWithoutAClick()
    {
        Bench bench;
        bench.addDvr(QStringLiteral("north"), 1);
        bench.open(1);
        QTRY_COMPARE_WITH_TIMEOUT(bench.kind(0), Kind::Live, kPatience);
        bench.dvrs[0]->reboot(500ms);
        QTRY_COMPARE_WITH_TIMEOUT(bench.kind(0), Kind::Offline, kPatience);
        QVERIFY(bench.ui->wall().tile(0).state.reason);
        QVERIFY(bench.ui->wall().tile(0).picture.isNull());
        QTRY_COMPARE_WITH_TIMEOUT(bench.kind(0), Kind::Live, kPatience);
    }

    void aFrozenStreamTurnsStale()
    {
        Bench bench;
        bench.addDvr(QStringLiteral("north"), 1, {QStringLiteral("freeze-after=1")});
        bench.open(1);
        QTRY_COMPARE_WITH_TIMEOUT(bench.kind(0), Kind::Live, kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(bench.kind(0), Kind::Stale, kPatience);
        QVERIFY(!bench.ui->wall().tile(0).picture.isNull());
    }

    void aMissingPasswordIsAskedForKeptAndUsed()
    {
        Bench bench;
        bench.addDvr(QStringLiteral("north"), 1, {}, QStringLiteral("s3cret"));
        bench.open(1);
        QTRY_VERIFY_WITH_TIMEOUT(
            bench.menuOf(QStringLiteral("north")).contains(QStringLiteral("Enter password…")), kPatience);
        // Nobody knocked without a password: that would have cost a try.
        QCOMPARE(bench.dvrs[0]->counters().connections, 0u);
        bench.ui->activateNode(nodeId(QStringLiteral("north")));
        auto *dialog = bench.window->findChild<PasswordDialog *>();
        QVERIFY(dialog);
        auto *field = dialog->findChild<QLineEdit *>();
        QCOMPARE(field->echoMode(), QLineEdit::Password);
        QTest::keyClicks(field, QStringLiteral("s3cret"));
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(bench.kind(0), Kind::Live, kPatience);
        QCOMPARE(bench.secrets.kept.value(QStringLiteral("opsdeck/north/password")),
                 QStringLiteral("s3cret"));
    }

    void aWrongPasswordWaitsForTheOperator()
    {
        Bench bench;
        bench.secrets.kept.insert(QStringLiteral("opsdeck/north/password"), QStringLiteral("wrong"));
        bench.addDvr(QStringLiteral("north"), 1, {}, QStringLiteral("s3cret"));
        bench.open(1);
        QTRY_COMPARE_WITH_TIMEOUT(bench.ui->fleet().status(QStringLiteral("north")).state,
                                  DeviceStatus::State::NeedsOperator, kPatience);
        QCOMPARE(bench.dvrs[0]->counters().refusedLogins, 1u);
        QTRY_COMPARE_WITH_TIMEOUT(bench.kind(0), Kind::Offline, kPatience);
        const QStringList menu = bench.menuOf(QStringLiteral("north"));
        QVERIFY(menu.contains(QStringLiteral("Enter password…")));
        QVERIFY(menu.contains(QStringLiteral("Try again now")));
    }

    void everyControlHasANameAndAToolTip()
    {
        Bench bench;
        bench.addDvr(QStringLiteral("north"), 1);
        bench.open(4);
        int controls = 0;
        for (const QWidget *widget : bench.window->findChildren<QWidget *>()) {
            const bool isControl =
                qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QLineEdit *>(widget) ||
                qobject_cast<const shell::SiteTreeView *>(widget) || qobject_cast<const WallView *>(widget);
            if (!isControl || !widget->isVisibleTo(bench.window.get()))
                continue;
            ++controls;
            const QByteArray name = widget->objectName().toUtf8() + widget->metaObject()->className();
            QVERIFY2(!widget->accessibleName().isEmpty(), name.constData());
            if (qobject_cast<const QAbstractButton *>(widget))
                QVERIFY2(!widget->toolTip().isEmpty(), name.constData());
        }
        QVERIFY(controls >= 10);
    }

    void labelsNeverTakeNamesForMarkup()
    {
        Bench bench;
        bench.open(1);
        bench.window->showSiteProblem(QStringLiteral("/tmp/<b>x</b>.json"),
                                      QStringLiteral("site.json:3: <img src=x> is unknown"));
        QVERIFY(!bench.window->findChildren<QLabel *>().isEmpty());
        for (const QLabel *label : bench.window->findChildren<QLabel *>()) {
            if (label->text().contains(QLatin1Char('<')))
                QCOMPARE(label->textFormat(), Qt::PlainText);
        }
    }
};

QTEST_MAIN(TestDvrUi)
#include "tst_dvr_ui.moc"
