// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/dvr/media_file_name.h"

#include <QTest>

using namespace opsdeck::dvr;

class TestMediaFileName : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesPartsSafe_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("safe");
        const auto row = [](const char *name, const QString &text, const QString &safe) {
            QTest::newRow(name) << text << safe;
        };
        row("plain", QStringLiteral("Gate 1.5"), QStringLiteral("Gate 1.5"));
        row("Chinese", QStringLiteral("停车场 3"), QStringLiteral("停车场 3"));
        row("separators", QStringLiteral("../etc\\passwd"), QStringLiteral("_._etc_passwd"));
        row("wildcards", QStringLiteral("a*b?c<d>e|f\"g:h"), QStringLiteral("a_b_c_d_e_f_g_h"));
        row("control characters", QStringLiteral("a\nb\tc") + QChar(0) + QStringLiteral("d\x7f"),
            QStringLiteral("a_b_c_d_"));
        row("turned writing", QStringLiteral("gate\u202egpj.exe"), QStringLiteral("gate_gpj.exe"));
        row("spaces and dots at the end", QStringLiteral("  gate . . "), QStringLiteral("gate"));
        row("hidden", QStringLiteral(".gate"), QStringLiteral("_gate"));
        row("only dots", QStringLiteral(".."), QString());
        row("nothing", QString(), QString());
        row("a device's name", QStringLiteral("con"), QStringLiteral("_con"));
        row("with an ending", QStringLiteral("LPT1.txt"), QStringLiteral("_LPT1.txt"));
        row("not quite one", QStringLiteral("console"), QStringLiteral("console"));
        row("endless", QString(5000, QLatin1Char('x')), QString(80, QLatin1Char('x')));
        row("cut through a character", QString(79, QLatin1Char('x')) + QStringLiteral("\U0001F4F7"),
            QString(79, QLatin1Char('x')));
    }
    void makesPartsSafe()
    {
        QFETCH(QString, text);
        QFETCH(QString, safe);
        QCOMPARE(safeFilePart(text), safe);
    }

    void namesFitTheFileSystemInAnyWriting()
    {
        const QString name =
            mediaFileName(QString(300, QChar(0x9580)), QString(300, QChar(0x53e3)),
                          QDateTime(QDate(2026, 11, 20), QTime(9, 41, 58)), QStringLiteral("mp4"));
        QVERIFY2(name.startsWith(QString(33, QChar(0x9580)) + QLatin1Char(' ')), qPrintable(name));
        const QByteArray longest = (name.chopped(4) + QStringLiteral(" (9999).mp4.part")).toUtf8();
        QVERIFY2(longest.size() <= 255, QByteArray::number(longest.size()));
        // Not through a character of two parts.
        QCOMPARE(safeFilePart(QStringLiteral("\U0001F4F7").repeated(30)),
                 QStringLiteral("\U0001F4F7").repeated(25));
    }

    void namesFilesAfterDeviceChannelAndTime_data()
    {
        QTest::addColumn<QString>("device");
        QTest::addColumn<QString>("channel");
        QTest::addColumn<QString>("name");
        QTest::newRow("both") << QStringLiteral("North") << QStringLiteral("Gate")
                              << QStringLiteral("North Gate 2026-11-20 09-41-58.mp4");
        QTest::newRow("no device name")
            << QString() << QStringLiteral("Gate") << QStringLiteral("Gate 2026-11-20 09-41-58.mp4");
        QTest::newRow("no name at all")
            << QString() << QString() << QStringLiteral("2026-11-20 09-41-58.mp4");
        QTest::newRow("a path") << QStringLiteral("/root/") << QStringLiteral("..")
                                << QStringLiteral("_root_ 2026-11-20 09-41-58.mp4");
    }
    void namesFilesAfterDeviceChannelAndTime()
    {
        QFETCH(QString, device);
        QFETCH(QString, channel);
        QFETCH(QString, name);
        QCOMPARE(mediaFileName(device, channel, QDateTime(QDate(2026, 11, 20), QTime(9, 41, 58)),
                               QStringLiteral("mp4")),
                 name);
    }
};

QTEST_GUILESS_MAIN(TestMediaFileName)
#include "tst_media_file_name.moc"
