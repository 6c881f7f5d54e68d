// SPDX-License-Identifier: GPL-3.0-or-later
// `opsdeckctl site`.
#include "tests/support/files.h"
#include "tests/support/program.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace opsdeck::test;

class TestCtlSite : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyFaultOfTheFileIsListed();
};

void TestCtlSite::everyFaultOfTheFileIsListed()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("site.json"));
    put(file, "{\"devices\": [{\"id\": \"a\", \"system\": \"toaster\"}]}\n");
    const auto run =
        runProgram(QStringLiteral("opsdeckctl"), {QStringLiteral("--json"), QStringLiteral("site"),
                                                  QStringLiteral("--site"), file, QStringLiteral("check")});
    QVERIFY2(run.exitCode != 0, run.output);
    const QJsonObject error = run.json().value(QLatin1String("error")).toObject();
    QVERIFY(!error.value(QLatin1String("code")).toString().isEmpty());
    QCOMPARE(error.value(QLatin1String("file")).toString(), file);
    QVERIFY2(!error.value(QLatin1String("problems")).toArray().isEmpty(), run.output);
}

QTEST_GUILESS_MAIN(TestCtlSite)
#include "tst_ctl_site.moc"
