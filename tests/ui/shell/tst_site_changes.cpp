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

    void unsavedChangesAreNotLostUnasked_data()
    {
        QTest::addColumn<bool>("isClosing"); // the window; else another file is opened
        QTest::addColumn<bool>("isLost");
        for (const bool isClosing : {true, false}) {
            const char *what = isClosing ? "closing" : "another file";
            QTest::addRow("%s: no", what) << isClosing << false;
            QTest::addRow("%s: yes", what) << isClosing << true;
        }
    }
    void unsavedChangesAreNotLostUnasked()
    {
        QFETCH(bool, isClosing);
        QFETCH(bool, isLost);
        Bench bench;
        bench.build();
        bench.open(siteOf(list("a b")));
        const QString other = bench.dir.filePath(QStringLiteral("other.json"));
        QVERIFY(site::SiteFile::writeBytes(other, siteOf(list("o"))));
        bench.select(QStringLiteral("b"));
        QVERIFY(site::SiteFile::writeBytes(bench.path, siteOf(list("x"))));
        bench.trigger("site.moveUp");
        QTRY_VERIFY_WITH_TIMEOUT(bench.dialog<SiteQuestion>(), kPatience);
        click(bench.dialog<SiteQuestion>(), "answer0"); // later
        QTRY_VERIFY_WITH_TIMEOUT(!bench.dialog<SiteQuestion>(), kPatience);
        if (isClosing)
            bench.window->close();
        else
            bench.devices->openSite(other, true);
        QVERIFY(bench.window->isVisible());
        QVERIFY(bench.dialog<SiteQuestion>());
        QCOMPARE(bench.dialog<SiteQuestion>()->windowTitle(), QStringLiteral("The site is not saved"));
        click(bench.dialog<SiteQuestion>(), isLost ? "answer2" : "answer0");
        if (isLost && !isClosing)
            QTRY_COMPARE_WITH_TIMEOUT(bench.rows(), list("o"), kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(bench.window->isVisible(), !(isLost && isClosing), kPatience);
        if (!isLost)
            QCOMPARE(bench.rows(), list("b a"));
        QCOMPARE(bench.file(), siteOf(list("x")));
    }

    void whatIsSavedIsLeftWithoutAQuestion()
    {
        Bench bench;
        bench.build();
        bench.open(siteOf(list("a b")));
        bench.select(QStringLiteral("b"));
        bench.trigger("site.moveUp");
        QVERIFY(bench.window->close());
        QTRY_COMPARE_WITH_TIMEOUT(bench.file(), siteOf(list("b a")), kPatience);
    }

    void anotherFileThatCannotBeUsedLeavesTheSiteOpen()
    {
        Bench bench;
        bench.build();
        bench.open(siteOf(list("a")));
        QTRY_COMPARE_WITH_TIMEOUT(bench.rows(), list("a"), kPatience);
        QVERIFY(bench.window->tree().isVisible());
        const QString other = bench.dir.filePath(QStringLiteral("other.json"));
        QVERIFY(site::SiteFile::writeBytes(other, "garbage"));
        QSignalSpy refused(bench.session.get(), &shell::SiteSession::siteRefused);
        bench.devices->openSite(other, true);
        const QString words = QStringLiteral("“other.json” cannot be used; the site stays as it was");
        QTRY_VERIFY_WITH_TIMEOUT(bench.notices().contains(words), kPatience);
        QVERIFY(bench.window->tree().isVisible());
        QCOMPARE(bench.rows(), list("a"));
        QCOMPARE(refused.size(), 0);
        // Mended, it is opened, and the notice is over.
        QVERIFY(site::SiteFile::writeBytes(other, siteOf(list("o"))));
        bench.devices->openSite(other, true);
        QTRY_COMPARE_WITH_TIMEOUT(bench.rows(), list("o"), kPatience);
        QVERIFY(!bench.notices().contains(words));
    }

    void aDemonstrationKeepsNothing()
    {
        Bench bench;
        const int port = bench.addDvr(QStringLiteral("s3cret"));
        bench.build();
        bench.secrets.setMemoryOnly(true);
        bench.session->useDemo(site::SiteFile::parse(siteOf(list("a"), port), site::allModules()).site,
                               [] { return QStringLiteral("Demonstration"); });
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

    void theNameOfTheDemonstrationFollowsTheLanguage()
    {
        Bench bench;
        bench.build();
        QSignalSpy shown(bench.session.get(), &shell::SiteSession::siteShown);
        QSignalSpy renamed(bench.session.get(), &shell::SiteSession::siteRenamed);
        QString name = QStringLiteral("Demonstration");
        bench.session->useDemo(site::SiteFile::parse(siteOf(list("a")), site::allModules()).site,
                               [&name] { return name; });
        QCOMPARE(bench.window->windowTitle(), QStringLiteral("Demonstration – Opsdeck"));
        name = QStringLiteral("演示");
        QEvent language(QEvent::LanguageChange);
        QCoreApplication::sendEvent(bench.window.get(), &language);
        QCOMPARE(bench.window->windowTitle(), QStringLiteral("演示 – Opsdeck"));
        QCOMPARE(renamed.size(), 1);
        QCOMPARE(renamed[0][0].toString(), name);
        QCOMPARE(shown.size(), 1); // another name is not another site
        // A site has the name of its file, whatever the language; also one without devices.
        bench.open(siteOf({}));
        QCOMPARE(bench.window->windowTitle(), QStringLiteral("site – Opsdeck"));
        QCoreApplication::sendEvent(bench.window.get(), &language);
        QCOMPARE(renamed.size(), 1);
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
