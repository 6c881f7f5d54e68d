// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/kit/fault_menu.h"

#include "app/simulator/kit/simulator_module.h"
#include "app/simulator/systems/dvr/dvr_options.h"

#include <QTest>

using namespace opsdeck::simulator;

class TestFaultMenu : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsNamesAndValues_data();
    void readsNamesAndValues();
    void knowsEveryNameOfTheContract();
    void clearTurnsAllOff();
};

void TestFaultMenu::readsNamesAndValues_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("good");
    QTest::addColumn<QStringList>("active");
    const auto row = [](const char *text, bool good, const QStringList &active) {
        QTest::newRow(text) << QString::fromLatin1(text) << good << active;
    };
    row("half-open", true, {QStringLiteral("half-open=0")});
    row("delay=250", true, {QStringLiteral("delay=250")});
    row("garble=0.25", true, {QStringLiteral("garble=0.25")});
    row("late", true, {QStringLiteral("late=4")});
    row("late=1", true, {QStringLiteral("late=1")});
    row("delay", false, {});
    row("delay=", false, {});
    row("delay=-1", false, {});
    row("delay=nan", false, {});
    row("garble=2", false, {});
    row("half-open=1", false, {});
    row("no-such-fault", false, {});
    row("wrong-checksum", false, {});
    row("", false, {});
}

void TestFaultMenu::readsNamesAndValues()
{
    QFETCH(QString, text);
    QFETCH(bool, good);
    QFETCH(QStringList, active);
    FaultMenu menu(opsdeck::dvr::sim::faultSpecs());
    const auto set = menu.set(text);
    QCOMPARE(set.has_value(), good);
    if (!good)
        QVERIFY(set.error().is(SimulatorError::WrongUsage));
    QCOMPARE(menu.active(), active);
}

void TestFaultMenu::knowsEveryNameOfTheContract()
{
    const QString help = FaultMenu(opsdeck::dvr::sim::faultSpecs()).help();
    for (const char *name :
         {"drop-after", "half-open", "delay", "garble", "cut-packets", "half-frame", "oversize", "slow-loris",
          "refuse-login", "reboot-after", "silent", "wrong-checksum", "out-of-order", "duplicate", "late",
          "channel-offline", "empty-login-reply", "forced-logout-after"})
        QVERIFY2(help.contains(QStringLiteral("  ") + QLatin1String(name)), name);
}

void TestFaultMenu::clearTurnsAllOff()
{
    FaultMenu menu(opsdeck::dvr::sim::faultSpecs());
    for (const char *text : {"channel-offline=2", "channel-offline=5", "delay=1", "delay=2"})
        QVERIFY(menu.set(QString::fromLatin1(text)));
    QCOMPARE(menu.values(QStringLiteral("channel-offline")), QList<double>({2, 5}));
    QCOMPARE(menu.values(QStringLiteral("delay")), QList<double>({2}));
    menu.clear();
    QVERIFY(menu.isClear());
    QVERIFY(menu.active().isEmpty());
}

QTEST_GUILESS_MAIN(TestFaultMenu)
#include "tst_fault_menu.moc"
