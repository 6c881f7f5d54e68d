// SPDX-License-Identifier: GPL-3.0-or-later
// A program that is killed while it writes its settings: this one, started again as its own victim.
#include "core/store/settings_store.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace opsdeck;
using store::SettingsStore;

namespace {

const QString kCount = QStringLiteral("count");
const QString kText = QStringLiteral("text");
constexpr int kSharedExit = 3;
constexpr int kMaximumWrites = 100'000;

/// Text of another length each time, so that one file never fits over another.
QString textOf(int count)
{
    return QString((count * 7919) % 200'000, QChar(u'a' + count % 26));
}

/// The victim: writes without end, and says a byte before each write.
int writeSettings(const QString &path)
{
    base::SystemClock clock;
    SettingsStore settings(path, clock);
    settings.load();
    if (settings.isShared())
        return kSharedExit;
    int count = settings.value(kCount).toInt();
    for (int i = 0; i < kMaximumWrites; ++i) {
        ++count;
        settings.setValue(kCount, count);
        settings.setValue(kText, textOf(count));
        std::fputc('.', stdout);
        std::fflush(stdout);
        if (!settings.flush().result())
            return 1;
    }
    return 0;
}

} // namespace

class TestSettingsKilled : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFileIsWholeAfterEveryKill()
    {
        constexpr int kRounds = 50;
        QTemporaryDir home;
        const QString path = home.filePath(QStringLiteral("settings.json"));
        QRandomGenerator random(11);
        int lastCount = 0;
        for (int round = 0; round < kRounds; ++round) {
            QProcess victim;
            victim.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--write"), path});
            // Anywhere in the first writes of its life: reading, locking, writing, renaming.
            const int writes = int(random.bounded(6)) + (round == 0 ? 2 : 0);
            int seen = 0;
            while (seen < writes) {
                QVERIFY2(victim.waitForReadyRead(10000), qPrintable(victim.errorString()));
                seen += int(victim.readAll().size());
            }
            for (quint32 spin = random.bounded(200'000U); spin > 0; --spin)
                QCoreApplication::instance(); // a moment that differs, without a sleep
            victim.kill();
            QVERIFY(victim.waitForFinished(10000));
            QCOMPARE(victim.exitStatus(), QProcess::CrashExit);

            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QJsonObject root = QJsonDocument::fromJson(file.readAll()).object();
            const QJsonObject settings = root.value(QStringLiteral("settings")).toObject();
            const int count = settings.value(kCount).toInt();
            QVERIFY2(count >= lastCount && count > 0,
                     "the file is not whole, or older than what was said to be kept");
            QVERIFY(settings.value(kText).toString() == textOf(count));
            lastCount = count;
            // What is left of a write is at most one file, which the next write takes.
            const QStringList files = QDir(home.path()).entryList(QDir::Files | QDir::Hidden);
            QVERIFY2(files.size() <= 3, qPrintable(files.join(u' ')));
        }
        QVERIFY(lastCount > kRounds);
        base::SystemClock clock;
        SettingsStore settings(path, clock);
        settings.load();
        QVERIFY(!settings.isReadOnly());
        QVERIFY(settings.setAsideAs().isEmpty());
        settings.setValue(kCount, lastCount + 1);
        QVERIFY(settings.flush().result());
        QVERIFY(!QFile::exists(path + QStringLiteral(".part")));
    }
};

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.size() == 3 && arguments.at(1) == QLatin1String("--write"))
        return writeSettings(arguments.at(2));
    TestSettingsKilled test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_settings_killed.moc"
