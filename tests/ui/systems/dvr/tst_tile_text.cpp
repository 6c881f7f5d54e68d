// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/systems/dvr/dvr_error.h"
#include "core/transport/byte_link.h"
#include "ui/systems/dvr/dvr_error_text.h"
#include "ui/systems/dvr/dvr_nodes.h"
#include "ui/systems/dvr/fill_plan.h"
#include "ui/systems/dvr/tile_details.h"
#include "ui/systems/dvr/tile_text.h"

#include <QJsonObject>
#include <QTest>

using namespace opsdeck;
using namespace opsdeck::dvr;
using kit::StateMark;
using Kind = TileState::Kind;

namespace {

const QDateTime kNow(QDate(2026, 11, 20), QTime(14, 2, 30));

TileFacts facts(Kind kind)
{
    TileFacts facts;
    facts.channel = {QStringLiteral("north"), 0};
    facts.deviceName = QStringLiteral("North");
    facts.channelTitle = QStringLiteral("Main gate");
    facts.state.kind = kind;
    facts.state.since = kNow.addSecs(-19).toUTC();
    facts.isDeviceOnline = true;
    facts.figures.codec = media::VideoCodec::H264;
    facts.figures.size = QSize(704, 576);
    facts.framesPerSecond = 24.9;
    facts.kilobitsPerSecond = 764.6;
    return facts;
}

} // namespace

class TestTileText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLiveTileSaysNameCodecSizeAndRates()
    {
        const TileText text = tileText(facts(Kind::Live), kNow);
        QCOMPARE(text.names,
                 QStringList({QStringLiteral("North · 1 Main gate"), QStringLiteral("1 Main gate")}));
        QCOMPARE(text.figures.constFirst(), QStringLiteral("H.264 704×576 · 25 fps · 765 kbit/s"));
        QCOMPARE(text.figures.constLast(), QStringLiteral("25 fps"));
        QVERIFY(text.badge.isEmpty() && text.headline.isEmpty());
        QCOMPARE(text.mark, StateMark::Ok);
    }

    void aNameFromRightToLeftDoesNotTurnWhatStandsBesideIt()
    {
        TileFacts turned = facts(Kind::Live);
        turned.deviceName = QString::fromUtf8("שער צפון");
        turned.channelTitle = QString::fromUtf8("البوابة");
        const QString isolate(QChar(0x2068));
        const QString end(QChar(0x2069));
        QCOMPARE(tileText(turned, kNow).names.constFirst(), isolate + turned.deviceName + end +
                                                                QStringLiteral(" · 1 ") + isolate +
                                                                turned.channelTitle + end);
    }

    void whatIsGoingOnIsSaidOverThePicture()
    {
        TileFacts busy = facts(Kind::Live);
        QVERIFY(tileText(busy, kNow).overlays.isEmpty());
        busy.recordingFor = std::chrono::seconds(72);
        busy.isHeard = true;
        busy.zoom = 2.04;
        busy.pin = StreamPin::Sub;
        busy.replayTime = kNow.addSecs(-12).toUTC();
        QCOMPARE(
            tileText(busy, kNow).overlays,
            QStringList({QStringLiteral("● rec 01:12"), QStringLiteral("replay 14:02:18"),
                         QStringLiteral("sound"), QStringLiteral("2.0×"), QStringLiteral("small stream")}));
    }

    void theDetailsSayAllThatIsKnown()
    {
        TileDetailFacts live;
        live.tile = facts(Kind::Live);
        live.tile.stream = StreamKind::Sub;
        live.tile.figures.lostPackets = 3;
        live.tile.figures.replayBytes = 5 << 20;
        live.tile.figures.replaySpan = std::chrono::seconds(30);
        live.delay = std::chrono::milliseconds(38);
        const auto value = [&](const QString &name) {
            for (const TileDetail &detail : tileDetails(live, kNow)) {
                if (detail.name == name)
                    return detail.value;
            }
            return QStringLiteral("not there");
        };
        QCOMPARE(value(QStringLiteral("Stream")), QStringLiteral("small (automatic)"));
        QCOMPARE(value(QStringLiteral("Picture")), QStringLiteral("H.264 704×576"));
        QCOMPARE(value(QStringLiteral("Rate")), QStringLiteral("25 fps · 765 kbit/s"));
        QCOMPARE(value(QStringLiteral("Lost packets")), QStringLiteral("3"));
        QCOMPARE(value(QStringLiteral("Delay")), QStringLiteral("38 ms"));
        QCOMPARE(value(QStringLiteral("Live since")), QStringLiteral("14:02:11"));
        QCOMPARE(value(QStringLiteral("For replay")), QStringLiteral("30 s · 5.0 MB"));
        QCOMPARE(value(QStringLiteral("Recording")), QStringLiteral("not there"));
        live.isChanging = true;
        QCOMPARE(value(QStringLiteral("Stream")), QStringLiteral("small, changing to full"));
        live.isChanging = false;
        live.tile.pin = StreamPin::Sub;
        QCOMPARE(value(QStringLiteral("Stream")), QStringLiteral("small (kept)"));
        live.tile.recordingFor = std::chrono::seconds(12);
        live.recordedBytes = 3 << 20;
        QCOMPARE(value(QStringLiteral("Recording")), QStringLiteral("12 s · 3.0 MB"));
        live.tile.state.kind = Kind::Offline;
        QCOMPARE(value(QStringLiteral("Rate")), QStringLiteral("–"));
        QCOMPARE(value(QStringLiteral("Delay")), QStringLiteral("–"));
    }

    void aStaleTileIsDatedAndHasNoRates()
    {
        TileFacts stale = facts(Kind::Stale);
        stale.state.hasPicture = true;
        const TileText text = tileText(stale, kNow);
        QCOMPARE(text.badge, QStringLiteral("stale since 14:02:11"));
        QCOMPARE(text.figures.constFirst(), QStringLiteral("H.264 704×576"));
        QCOMPARE(text.mark, StateMark::Attention);
    }

    void anOfflineTileSaysSinceWhyAndWhenItTriesAgain()
    {
        TileFacts offline = facts(Kind::Offline);
        offline.state.reason = base::Error(transport::LinkError::ConnectionRefused, QString());
        offline.state.retryAt = kNow.addMSecs(2100).toUTC();
        const TileText text = tileText(offline, kNow);
        QCOMPARE(text.headline, QStringLiteral("Offline since 14:02:11"));
        QCOMPARE(text.line, QStringLiteral("connection refused · trying again in 3 s"));
        QCOMPARE(text.mark, StateMark::Off);
    }

    void aTileThatWaitsForItsOperatorSaysWhatToDo_data()
    {
        QTest::addColumn<OperatorHelp>("help");
        QTest::addColumn<QString>("end");
        QTest::newRow("password") << OperatorHelp::EnterPassword << "Enter: password";
        QTest::newRow("again") << OperatorHelp::TryAgain << "Enter: try again";
    }
    void aTileThatWaitsForItsOperatorSaysWhatToDo()
    {
        QFETCH(OperatorHelp, help);
        QFETCH(QString, end);
        TileFacts offline = facts(Kind::Offline);
        offline.help = help;
        offline.state.reason =
            base::Error(DvrError::WrongPassword, QString(), {{QStringLiteral("ret"), 203}});
        const TileText text = tileText(offline, kNow);
        QCOMPARE(text.line, QStringLiteral("wrong password · ") + end);
        QCOMPARE(text.mark, StateMark::Attention);
        QVERIFY(text.toolTip.contains(QStringLiteral("wrong password (203)")));
    }

    void aTileWithoutChannelSaysWhatBelongsThere()
    {
        TileFacts empty;
        QVERIFY(!tileText(empty, kNow).headline.isEmpty());
        empty.wantsHint = false;
        QVERIFY(tileText(empty, kNow).headline.isEmpty());
        QVERIFY(!tileText(empty, kNow).toolTip.isEmpty());
    }

    void namesOfDevicesArePlainText_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("name");
        QTest::newRow("markup") << "<b>Gate</b>"
                                << "1 <b>Gate</b>";
        QTest::newRow("control") << "Ga\nte" << QStringLiteral("1 Ga\uFFFDte");
        QTest::newRow("override") << QStringLiteral("Ga\u202Ete") << QStringLiteral("1 Ga\uFFFDte");
        QTest::newRow("path") << "../../etc"
                              << "1 ../../etc";
        QTest::newRow("placeholder") << "%1 %2"
                                     << "1 %1 %2";
        QTest::newRow("blank") << "   "
                               << "Channel 1";
    }
    void namesOfDevicesArePlainText()
    {
        QFETCH(QString, title);
        QFETCH(QString, name);
        QCOMPARE(channelName(0, title), name);
    }

    void everyErrorOfADvrHasWords_data()
    {
        QTest::addColumn<int>("code");
        for (int i = 0; i <= int(DvrError::BadReply); ++i)
            QTest::newRow(qPrintable(base::Error(DvrError(i), QString()).name())) << i;
    }
    void everyErrorOfADvrHasWords()
    {
        QFETCH(int, code);
        const QString text = dvrErrorText(base::Error(DvrError(code), QStringLiteral("raw detail")));
        QVERIFY(!text.isEmpty());
        QVERIFY(!text.contains(QStringLiteral("raw detail")));
    }

    void otherErrorsHaveTheKitsWords()
    {
        QCOMPARE(dvrErrorText(base::Error(transport::LinkError::ConnectionRefused, QString())),
                 QStringLiteral("connection refused"));
    }

    void aDeviceRowSaysItsStateByMarkAndWord_data()
    {
        using State = DeviceStatus::State;
        QTest::addColumn<State>("state");
        QTest::addColumn<StateMark>("mark");
        QTest::addColumn<QString>("figure");
        QTest::newRow("online") << State::Online << StateMark::Ok << "2 ch";
        QTest::newRow("connecting") << State::Connecting << StateMark::Working << "connecting";
        QTest::newRow("logging in") << State::LoggingIn << StateMark::Working << "connecting";
        QTest::newRow("waiting") << State::Waiting << StateMark::Off << "offline";
        QTest::newRow("operator") << State::NeedsOperator << StateMark::Attention << "wrong password";
    }
    void aDeviceRowSaysItsStateByMarkAndWord()
    {
        QFETCH(DeviceStatus::State, state);
        QFETCH(StateMark, mark);
        QFETCH(QString, figure);
        DeviceSettings settings;
        settings.id = QStringLiteral("a/b c");
        DeviceStatus status;
        status.state = state;
        status.channelCount = 2;
        status.channelTitles = {QStringLiteral("Gate")};
        if (state == DeviceStatus::State::NeedsOperator)
            status.reason = base::Error(DvrError::WrongPassword, QString());
        const kit::SiteNode node = deviceNode(settings, status, {}, kNow);
        QCOMPARE(node.mark, mark);
        QCOMPARE(node.figure, figure);
        QCOMPARE(node.name, QStringLiteral("a/b c"));
        QCOMPARE(node.children.size(), 2);
        QCOMPARE(node.children.at(0).name, QStringLiteral("1 Gate"));
        QCOMPARE(node.children.at(1).name, QStringLiteral("Channel 2"));
        // Of a channel nobody watches nothing is claimed.
        QCOMPARE(node.children.at(0).mark,
                 state == DeviceStatus::State::Online ? StateMark::None : StateMark::Off);
    }

    void rowIdsCarryAnyDeviceId_data()
    {
        QTest::addColumn<QString>("deviceId");
        QTest::newRow("plain") << "north";
        QTest::newRow("slashes") << "a/b/3";
        QTest::newRow("line") << "a\nb";
        QTest::newRow("percent") << "50%2F";
        QTest::newRow("Chinese") << QStringLiteral("北门");
    }
    void rowIdsCarryAnyDeviceId()
    {
        QFETCH(QString, deviceId);
        const auto device = nodeTarget(nodeId(deviceId));
        QVERIFY(device);
        QCOMPARE(device->deviceId, deviceId);
        QCOMPARE(device->channel, -1);
        const auto channel = nodeTarget(nodeId(ChannelRef{deviceId, 15}));
        QVERIFY(channel);
        QCOMPARE(channel->deviceId, deviceId);
        QCOMPARE(channel->channel, 15);
        QVERIFY(!nodeId(deviceId).contains(QLatin1Char('\n')));
    }

    void foreignRowIdsAreIgnored_data()
    {
        QTest::addColumn<QString>("id");
        for (const char *id :
             {"", "dvr", "dvr/", "door/1", "dvr/a/b", "dvr/a/-1", "dvr/a/99999", "dvr/a/1/2"})
            QTest::newRow(id) << QString::fromLatin1(id);
    }
    void foreignRowIdsAreIgnored()
    {
        QFETCH(QString, id);
        QVERIFY(!nodeTarget(id));
    }

    void anUntouchedWallIsSharedOutEvenly_data()
    {
        QTest::addColumn<int>("tiles");
        QTest::addColumn<QList<int>>("channels");
        QTest::addColumn<QList<int>>("shares");
        QTest::newRow("two alike") << 16 << QList<int>{16, 16} << QList<int>{8, 8};
        QTest::newRow("one small") << 16 << QList<int>{16, 4} << QList<int>{12, 4};
        QTest::newRow("room for all") << 64 << QList<int>{16, 16} << QList<int>{16, 16};
        QTest::newRow("more devices than tiles") << 1 << QList<int>{4, 4, 4} << QList<int>{1, 0, 0};
        QTest::newRow("not known: one tile") << 16 << QList<int>{0, 16} << QList<int>{1, 15};
        QTest::newRow("nobody") << 16 << QList<int>{} << QList<int>{};
    }
    void anUntouchedWallIsSharedOutEvenly()
    {
        QFETCH(int, tiles);
        QFETCH(QList<int>, channels);
        QFETCH(QList<int>, shares);
        QList<DeviceChannels> devices;
        for (qsizetype i = 0; i < channels.size(); ++i)
            devices.append({QString::number(i), channels.at(i)});
        QList<ChannelRef> expected;
        for (qsizetype i = 0; i < shares.size(); ++i) {
            for (int channel = 0; channel < shares.at(i); ++channel)
                expected.append({QString::number(i), channel});
        }
        QCOMPARE(fillPlan(tiles, devices), expected);
    }
};

QTEST_MAIN(TestTileText)
#include "tst_tile_text.moc"
