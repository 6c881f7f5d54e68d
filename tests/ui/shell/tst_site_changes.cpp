// SPDX-License-Identifier: GPL-3.0-or-later
// The file of the site below the devices in the window: written by others, not writable, not there.
#include "tests/ui/shell/device_bench.h"

#include <QToolButton>

using namespace opsdeck;
using namespace opsdeck::test;
using shell::DeviceDialog;
using shell::SiteQuestion;

class TestSiteChanges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anotherProgramsChangeIsAskedAbout_data()
    {
        QTest::addColumn<int>("answer");
        QTest::addColumn<QStringList>("inFile");
        QTest::addColumn<QStringList>("shown");
        QTest::newRow("load again") << 1 << list("x") << list("x");
        QTest::newRow("overwrite") << 3 << list("b a") << list("b a");
        QTest::newRow("later") << 0 << list("x") << list("b a");
    }
    void anotherProgramsChangeIsAskedAbout()
    {
        QFETCH(int, answer);
        QFETCH(QStringList, inFile);
        QFETCH(QStringList, shown);
        Bench bench;
        bench.build();
        bench.open(siteOf(list("a b")));
        bench.select(QStringLiteral("b"));
        QVERIFY(site::SiteFile::writeBytes(bench.path, siteOf(list("x"))));
        bench.trigger("site.moveUp");
        QTRY_VERIFY_WITH_TIMEOUT(bench.dialog<SiteQuestion>(), kPatience);
        click(bench.dialog<SiteQuestion>(), QByteArray("answer" + QByteArray::number(answer)).constData());
        QTRY_COMPARE_WITH_TIMEOUT(bench.rows(), shown, kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(bench.file(), siteOf(inFile), kPatience);
        if (answer != 0)
            return;
        // The question can be had again.
        bench.actOn(QStringLiteral("The site is not saved: another program changed its file"));
        QVERIFY(bench.dialog<SiteQuestion>());
    }

    void anotherProgramsChangeIsOfferedWhenNothingIsUnsaved()
    {
        Bench bench;
        bench.build();
        bench.open(siteOf(list("a")));
        QVERIFY(site::SiteFile::writeBytes(bench.path, siteOf(list("x y"))));
        const QString words = QStringLiteral("Another program changed the site file");
        QTRY_VERIFY_WITH_TIMEOUT(bench.notices().contains(words), kPatience);
        QCOMPARE(bench.rows(), list("a"));
        QVERIFY(!bench.dialog<SiteQuestion>());
        bench.actOn(words);
        QTRY_COMPARE_WITH_TIMEOUT(bench.rows(), list("x y"), kPatience);
        // Garbage is not taken.
        QVERIFY(site::SiteFile::writeBytes(bench.path, "garbage"));
        QTRY_VERIFY_WITH_TIMEOUT(bench.notices().contains(words), kPatience);
        bench.actOn(words);
        QTRY_VERIFY_WITH_TIMEOUT(bench.notices().contains(QStringLiteral(
                                     "The changed site file cannot be used; the devices stay as they were")),
                                 kPatience);
        QCOMPARE(bench.rows(), list("x y"));
    }

    void aFileThatCannotBeWrittenIsSaidAndTriedAgain()
    {
        Bench bench;
        bench.build();
        bench.path = QStringLiteral("/proc/self/site.json");
        bench.open();
        bench.trigger("site.addDevice");
        auto *dialog = bench.dialog<DeviceDialog>();
        type(dialog, "dvr.host", QStringLiteral("127.0.0.1"));
        click(dialog, "saveButton");
        const QString words = QStringLiteral(
            "The site could not be saved: the changes hold, but only until the program is closed");
        QTRY_VERIFY_WITH_TIMEOUT(bench.notices().contains(words), kPatience);
        QCOMPARE(bench.desk.site().devices.size(), 1);
        bench.desk.saveAs(bench.dir.filePath(QStringLiteral("other.json")));
        QTRY_VERIFY_WITH_TIMEOUT(!bench.notices().contains(words), kPatience);
    }

    void aDemonstrationKeepsNothing()
    {
        Bench bench;
        const int port = bench.addDvr(QStringLiteral("s3cret"));
        bench.build();
        bench.secrets.setMemoryOnly(true);
        bench.session->useDemo(site::SiteFile::parse(siteOf(list("a"), port), site::allModules()).site,
                               QStringLiteral("Demonstration"));
        QTRY_VERIFY_WITH_TIMEOUT(bench.row(QStringLiteral("a")).isValid(), kPatience);
        bench.select(QStringLiteral("a"));
        bench.trigger("site.editDevice");
        auto *dialog = bench.dialog<DeviceDialog>();
        type(dialog, "dvr.passwordRef", QStringLiteral("s3cret"));
        click(dialog, "saveButton");
        QTRY_VERIFY_WITH_TIMEOUT(bench.isOnline(QStringLiteral("a")), kPatience);
        QVERIFY(bench.notices().contains(QStringLiteral("Demonstration: changes are not kept")));
        QVERIFY(bench.keychain.kept.isEmpty());
        QCOMPARE(bench.keychain.writes + bench.keychain.reads, 0);
        bench.trigger("site.removeDevice");
        click(bench.dialog<SiteQuestion>(), "answer1");
        bench.trigger("site.undoRemove");
        QTRY_VERIFY_WITH_TIMEOUT(bench.isOnline(QStringLiteral("a")), kPatience);
        QVERIFY(bench.rig.settings.keys().filter(QStringLiteral("secrets"), Qt::CaseInsensitive).isEmpty());
    }

    void withoutASiteThereIsAReason()
    {
        Bench bench;
        bench.build();
        bench.rig.actions.refresh();
        for (const char *id : {"site.addDevice", "site.editDevice", "site.removeDevice", "site.import",
                               "site.export", "site.undoRemove", "site.moveUp"})
            QVERIFY2(!bench.rig.actions.whyNot(QLatin1String(id)).isEmpty(), id);
        auto *plus = bench.window->findChild<QToolButton *>(QStringLiteral("addDeviceButton"));
        QVERIFY(plus);
        QVERIFY(!plus->isEnabled());
        QCOMPARE(plus->toolTip(), QStringLiteral("No site is open"));
        bench.open(siteOf(list("a")));
        QTRY_VERIFY_WITH_TIMEOUT(plus->isEnabled(), kPatience);
        click(plus);
        QVERIFY(bench.dialog<DeviceDialog>());
    }
};

QTEST_MAIN(TestSiteChanges)
#include "tst_site_changes.moc"
