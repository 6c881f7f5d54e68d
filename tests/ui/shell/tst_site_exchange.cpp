// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/site_exchange.h"

#include "core/site/site_edit.h"
#include "core/store/secret_store.h"
#include "tests/ui/support/operator_hands.h"
#include "ui/shell/site_import_dialog.h"

#include <QComboBox>
#include <QFile>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

using namespace opsdeck;
using shell::SiteImportDialog;

namespace {

constexpr int kPatience = 10000;

site::Device device(const char *id, const char *host)
{
    site::Device made;
    made.id = QString::fromLatin1(id);
    made.name = made.id;
    made.system = QStringLiteral("dvr");
    made.settings =
        QJsonObject{{QStringLiteral("host"), QString::fromLatin1(host)},
                    {QStringLiteral("user"), QStringLiteral("admin")},
                    {QStringLiteral("passwordRef"), store::secretKey(made.id, QStringLiteral("password"))}};
    return made;
}

struct Bench {
    QTemporaryDir dir;
    base::SystemClock clock;
    kit::Notices notices{clock};
    shell::SiteDesk desk{clock};
    QWidget window;
    shell::SiteExchange exchange{desk, notices, window};
    QString file = dir.filePath(QStringLiteral("theirs.json"));

    Bench()
    {
        desk.use({{device("a", "1"), device("b", "1")}, {}});
        window.show();
    }
    SiteImportDialog *import(const QByteArray &json)
    {
        QFile out(file);
        if (!out.open(QIODevice::WriteOnly) || out.write(json) != json.size())
            qFatal("the test's own file cannot be written");
        out.close();
        exchange.import(file);
        SiteImportDialog *dialog = nullptr;
        if (!QTest::qWaitFor([&] { return (dialog = window.findChild<SiteImportDialog *>()) != nullptr; },
                             kPatience))
            qFatal("no dialog");
        return dialog;
    }
    QStringList ids() const
    {
        QStringList list;
        for (const site::Device &one : desk.site().devices)
            list << one.id;
        return list;
    }
};

QByteArray theirs()
{
    return site::SiteFile::encode({{device("a", "1"), device("b", "2"), device("c", "3")}, {}});
}

QTreeWidget *listOf(SiteImportDialog *dialog)
{
    return dialog->findChild<QTreeWidget *>(QStringLiteral("importList"));
}

QPushButton *importButton(SiteImportDialog *dialog)
{
    return dialog->findChild<QPushButton *>(QStringLiteral("importButton"));
}

} // namespace

class TestSiteExchange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newDevicesAreMeantOthersHaveToBePicked()
    {
        Bench bench;
        SiteImportDialog *dialog = bench.import(theirs());
        QTreeWidget *list = listOf(dialog);
        QCOMPARE(list->topLevelItemCount(), 3);
        QVERIFY(!(list->topLevelItem(0)->flags() & Qt::ItemIsEnabled));
        QCOMPARE(list->topLevelItem(1)->checkState(0), Qt::Unchecked);
        QVERIFY(list->topLevelItem(1)->text(1).contains(QStringLiteral("settings.host")));
        QCOMPARE(list->topLevelItem(2)->checkState(0), Qt::Checked);
        QCOMPARE(bench.ids().size(), 2); // nothing before it is confirmed
        test::click(importButton(dialog));
        QCOMPARE(bench.ids(), (QStringList{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}));
        QCOMPARE(site::find(bench.desk.site(), QStringLiteral("b"))
                     ->settings.value(QStringLiteral("host"))
                     .toString(),
                 QStringLiteral("1"));
    }

    void oursIsReplacedOrKeptAsChosen_data()
    {
        QTest::addColumn<int>("choice");
        QTest::addColumn<QStringList>("after");
        QTest::addColumn<QString>("hostOfB");
        QTest::newRow("replace") << 0 << QStringList{QStringLiteral("a"), QStringLiteral("b")}
                                 << QStringLiteral("2");
        QTest::newRow("beside") << 1
                                << QStringList{QStringLiteral("a"), QStringLiteral("b"),
                                               QStringLiteral("b-2")}
                                << QStringLiteral("1");
    }
    void oursIsReplacedOrKeptAsChosen()
    {
        QFETCH(int, choice);
        QFETCH(QStringList, after);
        QFETCH(QString, hostOfB);
        Bench bench;
        SiteImportDialog *dialog = bench.import(theirs());
        dialog->findChild<QComboBox *>()->setCurrentIndex(choice);
        listOf(dialog)->topLevelItem(1)->setCheckState(0, Qt::Checked);
        listOf(dialog)->topLevelItem(2)->setCheckState(0, Qt::Unchecked);
        test::click(importButton(dialog));
        QCOMPARE(bench.ids(), after);
        QCOMPARE(site::find(bench.desk.site(), QStringLiteral("b"))
                     ->settings.value(QStringLiteral("host"))
                     .toString(),
                 hostOfB);
    }

    void whatIsWrongIsShownWithItsLine()
    {
        Bench bench;
        SiteImportDialog *dialog = bench.import(
            "{\"version\": 1, \"devices\": [\n"
            "{\"id\": \"c\", \"system\": \"dvr\", \"settings\": {\"host\": \"h\", \"user\": \"u\"}},\n"
            "{\"id\": \"d\", \"system\": \"dvr\", \"settings\": {\"host\": 7, \"user\": \"u\"}}\n]}");
        QCOMPARE(listOf(dialog)->topLevelItemCount(), 1);
        const QString problems = dialog->findChild<QPlainTextEdit *>()->toPlainText();
        QVERIFY2(problems.contains(QStringLiteral("theirs.json:3: devices[1].settings.host")),
                 qPrintable(problems));
        test::click(importButton(dialog));
        QCOMPARE(bench.ids(), (QStringList{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}));
    }

    void garbageHasNothingToImport()
    {
        Bench bench;
        SiteImportDialog *dialog = bench.import("\x01\x02 garbage");
        QVERIFY(!importButton(dialog)->isEnabled());
        QVERIFY(
            dialog->findChild<QPlainTextEdit *>()->toPlainText().contains(QStringLiteral("theirs.json:1")));
        test::click(dialog->findChild<QPushButton *>(QStringLiteral("cancelButton")));
        QCOMPARE(bench.ids().size(), 2);
    }

    void aFileThatIsNotThereIsSaid()
    {
        Bench bench;
        bench.exchange.import(bench.dir.filePath(QStringLiteral("nowhere.json")));
        QTRY_COMPARE_WITH_TIMEOUT(bench.notices.list().size(), 1, kPatience);
        QVERIFY(bench.notices.list().constFirst().details.contains(QStringLiteral("nowhere.json")));
        QVERIFY(!bench.window.findChild<SiteImportDialog *>());
    }

    void anExportComesBackWhole()
    {
        Bench bench;
        const QString file = bench.dir.filePath(QStringLiteral("out.json"));
        bench.exchange.exportTo(file);
        QTRY_COMPARE_WITH_TIMEOUT(bench.notices.list().size(), 1, kPatience);
        QCOMPARE(bench.notices.list().constFirst().mark, kit::StateMark::Ok);
        const auto reading = site::SiteFile::read(file, site::allModules());
        QVERIFY(reading && !reading->hasErrors());
        QCOMPARE(reading->site, bench.desk.site());
    }

    void anExportThatFailsIsSaid()
    {
        Bench bench;
        bench.exchange.exportTo(QStringLiteral("/proc/self/out.json"));
        QTRY_COMPARE_WITH_TIMEOUT(bench.notices.list().size(), 1, kPatience);
        QCOMPARE(bench.notices.list().constFirst().mark, kit::StateMark::Attention);
        QVERIFY(bench.notices.list().constFirst().details.contains(QStringLiteral("/proc/self")));
    }
};

QTEST_MAIN(TestSiteExchange)
#include "tst_site_exchange.moc"
