// SPDX-License-Identifier: GPL-3.0-or-later
// The connection test against simulated recorders, over real sockets on loopback.
#include "ui/systems/dvr/dvr_connection_test.h"

#include "app/simulator/systems/dvr/counters.h"
#include "app/simulator/systems/dvr/dvr_simulator.h"
#include "core/transport/tcp_link_factory.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

using namespace opsdeck;
using namespace opsdeck::dvr;
using namespace std::chrono_literals;

namespace {

constexpr int kPatience = 20000;

struct Told {
    int step;
    QString detail;
    bool isOk;
    std::chrono::milliseconds took;
};

struct Bench {
    base::SystemClock clock;
    std::unique_ptr<sim::DvrSimulator> dvr;
    DeviceSettings device;
    std::unique_ptr<DvrConnectionTest> test;
    QList<int> started;
    QList<Told> told;
    QList<bool> finished;
    int ended = 0;
    QImage picture;

    Bench()
    {
        device.id = QStringLiteral("test");
        device.endpoint = {QStringLiteral("127.0.0.1"), 1};
        device.userName = QStringLiteral("admin");
    }
    void addDvr(const QStringList &faults = {}, const QString &password = {}, int channels = 4)
    {
        sim::DvrOptions options;
        options.port = 0;
        options.channels = channels;
        options.clipClass = QStringLiteral("d1");
        options.faults = faults;
        if (!password.isEmpty())
            options.users = {{QStringLiteral("admin"), password}};
        auto made = sim::DvrSimulator::make(options, clock);
        QVERIFY2(made, made ? "" : qPrintable(made.error().detail()));
        dvr = std::move(*made);
        const auto port = dvr->listen();
        QVERIFY(port);
        device.endpoint.port = *port;
    }
    void start(std::chrono::milliseconds limit = kit::ConnectionTest::kStepLimit)
    {
        const auto makeLinks = [this] {
            return std::make_unique<transport::TcpLinkFactory>(QStringLiteral("dvr"), clock,
                                                               transport::TcpLimits(), nullptr);
        };
        test = std::make_unique<DvrConnectionTest>(device, clock, makeLinks, 7, limit);
        QObject::connect(test.get(), &kit::ConnectionTest::stepStarted, test.get(),
                         [this](int step) { started.append(step); });
        QObject::connect(test.get(), &kit::ConnectionTest::stepDone, test.get(),
                         [this](int step, const QString &detail, bool isOk, std::chrono::milliseconds took) {
                             told.append({step, detail, isOk, took});
                         });
        QObject::connect(test.get(), &kit::ConnectionTest::finished, test.get(),
                         [this](bool isOk) { finished.append(isOk); });
        QObject::connect(test.get(), &kit::ConnectionTest::ended, test.get(), [this] { ++ended; });
        QObject::connect(test.get(), &kit::ConnectionTest::pictureTaken, test.get(),
                         [this](const QImage &image) { picture = image; });
        test->start();
    }
    QByteArray words() const
    {
        QByteArray all;
        for (const Told &one : told)
            all += QByteArray::number(one.step) + (one.isOk ? " ok: " : " failed: ") + one.detail.toUtf8() +
                   "; ";
        return all;
    }
};

} // namespace

class TestDvrConnectionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRecorderThatWorksShowsItsFirstPicture()
    {
        Bench bench;
        bench.addDvr({}, QStringLiteral("s3cret"));
        bench.device.password = QStringLiteral("s3cret");
        bench.start();
        QTRY_COMPARE_WITH_TIMEOUT(bench.ended, 1, kPatience);
        QVERIFY2(bench.finished == QList<bool>{true}, bench.words());
        QCOMPARE(bench.started, (QList<int>{0, 1, 2, 3, 4}));
        QCOMPARE(bench.told.size(), 5);
        for (int step = 0; step < 5; ++step) {
            QCOMPARE(bench.told.at(step).step, step);
            QVERIFY(bench.told.at(step).isOk);
            QVERIFY(!bench.told.at(step).detail.isEmpty());
            QVERIFY(bench.told.at(step).took.count() >= 0 && bench.told.at(step).took < 10s);
            QVERIFY(!bench.test->stepName(step).isEmpty());
        }
        QVERIFY2(bench.told.at(2).detail.contains(QStringLiteral("channels: 4")), bench.words());
        QVERIFY2(bench.told.at(4).detail.contains(QStringLiteral("channel 1 · H.26")), bench.words());
        QVERIFY(!bench.picture.isNull());
        QVERIFY(bench.picture.width() <= 640 && bench.picture.height() <= 360);
        // A real picture is not one colour.
        QSet<QRgb> colours;
        for (int x = 0; x < bench.picture.width(); ++x)
            colours.insert(bench.picture.pixel(x, bench.picture.height() / 2));
        QVERIFY(colours.size() > 8);
        QTRY_COMPARE_WITH_TIMEOUT(bench.dvr->sessionCount(), 0, kPatience);
    }

    void aChannelWithoutACameraIsPassedOver()
    {
        Bench bench;
        bench.addDvr({QStringLiteral("channel-offline=0"), QStringLiteral("channel-offline=1")});
        bench.start();
        QTRY_COMPARE_WITH_TIMEOUT(bench.ended, 1, kPatience);
        QVERIFY2(bench.finished == QList<bool>{true}, bench.words());
        QVERIFY2(bench.told.last().detail.startsWith(QStringLiteral("channel 3")), bench.words());
    }

    void aRecorderWithoutAnyCameraSaysSo()
    {
        Bench bench;
        bench.addDvr({QStringLiteral("channel-offline=0")}, {}, 1);
        bench.start();
        QTRY_COMPARE_WITH_TIMEOUT(bench.ended, 1, kPatience);
        QCOMPARE(bench.finished, QList<bool>{false});
        QCOMPARE(bench.told.last().step, int(DvrConnectionTest::FirstPicture));
        QVERIFY2(bench.told.last().detail.contains(QStringLiteral("no camera")), bench.words());
        QVERIFY2(bench.told.last().detail.contains(QStringLiteral("121")), bench.words());
    }

    void refusedLoginsAreNamedWithTheirCode_data()
    {
        QTest::addColumn<QStringList>("faults");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *name, const char *fault, const char *words) {
            QTest::newRow(name) << (*fault ? QStringList{QString::fromLatin1(fault)} : QStringList())
                                << QString::fromLatin1(words);
        };
        row("wrong password", "", "wrong password (203)");
        row("locked account", "refuse-login=205", "user locked or unknown (205)");
        row("barred", "refuse-login=206", "user barred by the device (206)");
        row("too many connections", "refuse-login=123", "the device has too many connections (123)");
    }
    void refusedLoginsAreNamedWithTheirCode()
    {
        QFETCH(QStringList, faults);
        QFETCH(QString, words);
        Bench bench;
        bench.addDvr(faults, QStringLiteral("s3cret"));
        bench.device.password = QStringLiteral("wrong");
        bench.start();
        QTRY_COMPARE_WITH_TIMEOUT(bench.ended, 1, kPatience);
        QCOMPARE(bench.finished, QList<bool>{false});
        QCOMPARE(bench.told.last().step, int(DvrConnectionTest::LogIn));
        QCOMPARE(bench.told.last().detail, words);
        QVERIFY(!bench.words().contains("s3cret"));
        // One try: more would lock the user.
        QCOMPARE(bench.dvr->counters().refusedLogins, 1u);
    }

    void aClosedPortIsNamed()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        Bench bench;
        bench.device.endpoint.port = server.serverPort();
        server.close();
        bench.start();
        QTRY_COMPARE_WITH_TIMEOUT(bench.ended, 1, kPatience);
        QCOMPARE(bench.told.size(), 2);
        QVERIFY(bench.told.first().isOk);
        QCOMPARE(bench.told.last().step, int(DvrConnectionTest::Connect));
        QCOMPARE(bench.told.last().detail, QStringLiteral("connection refused"));
    }

    void aNameThatDoesNotExistIsNamed()
    {
        Bench bench;
        bench.device.endpoint.host = QStringLiteral("no..such.recorder.invalid");
        bench.start();
        QTRY_COMPARE_WITH_TIMEOUT(bench.ended, 1, kPatience);
        QCOMPARE(bench.told.size(), 1);
        QCOMPARE(bench.told.last().step, int(DvrConnectionTest::FindAddress));
        QCOMPARE(bench.told.last().detail, QStringLiteral("no such host name"));
    }

    void aNameIsLookedUp()
    {
        Bench bench;
        bench.addDvr();
        bench.device.endpoint.host = QStringLiteral("localhost");
        bench.start();
        QTRY_COMPARE_WITH_TIMEOUT(bench.ended, 1, kPatience);
        QVERIFY2(bench.finished == QList<bool>{true}, bench.words());
        QVERIFY2(bench.told.first().detail.contains(QStringLiteral("127.0.0.1")), bench.words());
    }

    void aSilentDeviceIsGivenUpInTime()
    {
        Bench bench;
        bench.addDvr({QStringLiteral("silent")});
        bench.start(1500ms);
        QTRY_COMPARE_WITH_TIMEOUT(bench.ended, 1, kPatience);
        QCOMPARE(bench.told.last().step, int(DvrConnectionTest::LogIn));
        QCOMPARE(bench.told.last().detail, QStringLiteral("no answer in time"));
        QVERIFY(bench.told.last().took >= 1500ms && bench.told.last().took < 4000ms);
    }

    void aPictureThatNeverComesIsGivenUpInTime()
    {
        Bench bench;
        bench.addDvr({QStringLiteral("freeze-after=0")});
        bench.start(1500ms);
        QTRY_COMPARE_WITH_TIMEOUT(bench.ended, 1, kPatience);
        QCOMPARE(bench.told.last().step, int(DvrConnectionTest::FirstPicture));
        QVERIFY(!bench.told.last().isOk);
        QTRY_COMPARE_WITH_TIMEOUT(bench.dvr->sessionCount(), 0, kPatience);
    }

    void aPeerThatIsNoRecorderIsRefused()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        connect(&server, &QTcpServer::newConnection, &server, [&server] {
            while (QTcpSocket *socket = server.nextPendingConnection())
                socket->write("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n" +
                              QByteArray(4096, 'x'));
        });
        Bench bench;
        bench.device.endpoint.port = server.serverPort();
        bench.start();
        QTRY_COMPARE_WITH_TIMEOUT(bench.ended, 1, kPatience);
        QCOMPARE(bench.finished, QList<bool>{false});
        QCOMPARE(bench.told.last().step, int(DvrConnectionTest::LogIn));
        QVERIFY(!bench.told.last().detail.isEmpty());
    }

    void cancelledItSaysNothingMoreAndLogsOut_data()
    {
        QTest::addColumn<int>("step");
        for (int step = 0; step < DvrConnectionTest::kSteps; ++step)
            QTest::addRow("at step %d", step) << step;
    }
    void cancelledItSaysNothingMoreAndLogsOut()
    {
        QFETCH(int, step);
        Bench bench;
        bench.addDvr();
        bench.start();
        connect(bench.test.get(), &kit::ConnectionTest::stepStarted, bench.test.get(), [&](int now) {
            if (now == step)
                bench.test->cancel();
        });
        QTRY_COMPARE_WITH_TIMEOUT(bench.ended, 1, kPatience);
        QVERIFY(bench.finished.isEmpty());
        QCOMPARE(bench.told.size(), step);
        QTRY_COMPARE_WITH_TIMEOUT(bench.dvr->sessionCount(), 0, kPatience);
    }

    void canBeThrownAwayAtAnyMoment()
    {
        Bench bench;
        bench.addDvr();
        constexpr int kAtOnce = -1;
        for (int moment = kAtOnce; moment < DvrConnectionTest::kSteps; ++moment) {
            int begun = kAtOnce;
            bench.start();
            connect(bench.test.get(), &kit::ConnectionTest::stepStarted, bench.test.get(),
                    [&begun](int step) { begun = step; });
            QTRY_VERIFY_WITH_TIMEOUT(begun >= moment, kPatience);
            bench.test.reset();
        }
        QTRY_COMPARE_WITH_TIMEOUT(bench.dvr->sessionCount(), 0, kPatience);
        DvrConnectionTest neverStarted(bench.device, bench.clock, {}, 7);
        neverStarted.cancel();
    }
};

QTEST_MAIN(TestDvrConnectionTest)
#include "tst_dvr_connection_test.moc"
