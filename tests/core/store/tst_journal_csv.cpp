// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/store/journal_rig.h"

#include "core/store/journal_csv.h"
#include "tests/support/files.h"
#include "tests/support/full_disk.h"

#include <QDir>
#include <QFile>

using namespace opsdeck;
using namespace opsdeck::store;
using namespace opsdeck::test;
using base::CommonError;
using base::Result;

class TestJournalCsv : public QObject, private JournalRig
{
    Q_OBJECT

private Q_SLOTS:
    void init() { start(); }
    void cleanup() { stop(); }

    void aCsvLineIsReadBackBySpreadsheets_data();
    void aCsvLineIsReadBackBySpreadsheets();
    void exportsEverythingThatMatches();
    void anExportThatIsStoppedLeavesNothing();
    void anExportThatFailsLeavesTheOldFile();
    void anExportEndsWithTheProgram();
};

void TestJournalCsv::aCsvLineIsReadBackBySpreadsheets_data()
{
    QTest::addColumn<QStringList>("fields");
    QTest::addColumn<QByteArray>("line");
    const auto row = [](const char *name, const QStringList &fields, const char *line) {
        QTest::newRow(name) << fields << QByteArray(line);
    };
    row("plain", {QStringLiteral("a"), QStringLiteral("b c"), QString()}, "a,b c,\r\n");
    row("quotes", {QStringLiteral("say \"hi\""), QStringLiteral("a,b")}, "\"say \"\"hi\"\"\",\"a,b\"\r\n");
    row("line break", {QStringLiteral("a\nb")}, "\"a\nb\"\r\n");
    row("formula", {QStringLiteral("=1+1")}, "'=1+1\r\n");
    row("formula with quotes", {QStringLiteral("=HYPERLINK(\"x\")")}, "\"'=HYPERLINK(\"\"x\"\")\"\r\n");
    row("at", {QStringLiteral("@SUM(A1)")}, "'@SUM(A1)\r\n");
    row("minus", {QStringLiteral("-cmd")}, "'-cmd\r\n");
    row("wide", {QStringLiteral("＝1")},
        "'\xef\xbc\x9d"
        "1\r\n");
    row("tab", {QStringLiteral("\t=1")}, "'\t=1\r\n");
    row("a number", {QStringLiteral("-5"), QStringLiteral("+3.25")}, "-5,+3.25\r\n");
    row("no number", {QStringLiteral("-5+1")}, "'-5+1\r\n");
    row("chinese", {QStringLiteral("机")}, "\xe6\x9c\xba\r\n");
}

void TestJournalCsv::aCsvLineIsReadBackBySpreadsheets()
{
    QFETCH(QStringList, fields);
    QFETCH(QByteArray, line);
    QCOMPARE(csvLine(fields), line);
}

void TestJournalCsv::exportsEverythingThatMatches()
{
    QList<JournalEntry> entries = fill(1300);
    std::sort(entries.begin(), entries.end(), isLater);
    JournalFilter filter;
    filter.systems = {QStringLiteral("cabinet")};
    Journal::CsvExport what;
    what.path = m_home->filePath(QStringLiteral("events.csv"));
    what.header = {QStringLiteral("Time"), QStringLiteral("What")};
    what.row = [](const JournalEntry &entry) {
        return QStringList{entry.event.time.toString(Qt::ISODateWithMs),
                           entry.event.kind + u' ' + entry.event.arguments.join(u',')};
    };
    what.progress = std::make_shared<std::atomic<qint64>>(0);
    QByteArray expected = "\xef\xbb\xbfTime,What\r\n";
    int count = 0;
    for (const JournalEntry &entry : std::as_const(entries)) {
        if (!slowMatches(filter, entry))
            continue;
        expected += csvLine(what.row(entry));
        ++count;
    }
    QVERIFY(count > 300);
    const auto written = journal().exportCsv(filter, what).result();
    QVERIFY2(written, written ? "" : qPrintable(written.error().detail()));
    QCOMPARE(*written, count);
    QCOMPARE(what.progress->load(), count);
    QVERIFY(bytesOf(what.path) == expected);
}

void TestJournalCsv::anExportThatIsStoppedLeavesNothing()
{
    fill(1200);
    Journal::CsvExport what;
    what.path = m_home->filePath(QStringLiteral("events.csv"));
    what.cancel = std::make_shared<std::atomic<bool>>(false);
    what.row = [cancel = what.cancel](const JournalEntry &) {
        *cancel = true;
        return QStringList{QStringLiteral("row")};
    };
    const auto stopped = journal().exportCsv({}, what).result();
    QVERIFY(!stopped && stopped.error().is(CommonError::Cancelled));
    QCOMPARE(QDir(m_home->path()).entryList({QStringLiteral("events*")}).size(), 0);
}

void TestJournalCsv::anExportThatFailsLeavesTheOldFile()
{
    fill(1200);
    Journal::CsvExport what;
    what.path = m_home->filePath(QStringLiteral("events.csv"));
    what.row = [](const JournalEntry &) { return QStringList{QString(1000, u'r')}; };
    QFile old(what.path);
    QVERIFY(old.open(QIODevice::WriteOnly) && old.write("the old one") > 0);
    old.close();
    {
        const test::FullDisk full(700'000);
        const auto failed = journal().exportCsv({}, what).result();
        QVERIFY(!failed);
        QCOMPARE(failed.error().errorClass(), base::ErrorClass::Local);
    }
    QCOMPARE(bytesOf(what.path), QByteArray("the old one"));
    what.path = m_home->filePath(QStringLiteral("no such folder/events.csv"));
    QVERIFY(!journal().exportCsv({}, what).result());
}

void TestJournalCsv::anExportEndsWithTheProgram()
{
    // Of a database that was never opened: nobody answers, and nobody waits for ever.
    QFuture<Result<qint64>> answer;
    const QString path = m_home->filePath(QStringLiteral("events.csv"));
    {
        Store store(m_home->filePath(QStringLiteral("other.db")), *m_clock);
        Journal::CsvExport what;
        what.path = path;
        what.row = [](const JournalEntry &) { return QStringList(); };
        answer = store.journal.exportCsv({}, what);
    }
    QVERIFY(answer.isFinished());
    QVERIFY(!answer.result());
    QVERIFY(!QFile::exists(path));
}

QTEST_GUILESS_MAIN(TestJournalCsv)
#include "tst_journal_csv.moc"
