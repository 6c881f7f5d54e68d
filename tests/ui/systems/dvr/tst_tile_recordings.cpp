// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/dvr/tile_recordings.h"

#include "core/media/media_error.h"
#include "tests/core/media/media_fixtures.h"
#include "tests/core/systems/dvr/played_source.h"
#include "ui/systems/dvr/media_error_text.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace opsdeck;
using namespace opsdeck::dvr;
using namespace std::chrono_literals;

namespace {

const ChannelRef kGate{QStringLiteral("north"), 0};
const ChannelRef kYard{QStringLiteral("north"), 1};
const QString kGateStream = QStringLiteral("north/0s");

struct Bench {
    test::PlayedSource source;
    LiveHub hub{source};
    TileRecordings recordings{hub};
    QTemporaryDir folder;
    int played = 0;

    QString path(const char *name) const { return folder.filePath(QLatin1String(name)); }
    QStringList files() const { return QDir(folder.path()).entryList(QDir::Files, QDir::Name); }
    void play(const QString &stream, int frames = 12)
    {
        const auto clip = media::fixtures::clip(media::VideoCodec::H264);
        for (int i = 0; i < frames; ++i, ++played) {
            media::EncodedFrame frame = clip.at(played % 12);
            frame.receivedAt = 1s + played * 40ms;
            source.sink(stream).frameReceived(frame);
        }
    }
};

} // namespace

class TestTileRecordings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recordsUntilItIsStopped()
    {
        Bench bench;
        QSignalSpy started(&bench.recordings, &TileRecordings::started);
        QSignalSpy finished(&bench.recordings, &TileRecordings::finished);
        bench.recordings.start(kGate, StreamKind::Sub, bench.path("gate.mp4"));
        QCOMPARE(started.size(), 1);
        QVERIFY(bench.recordings.isRecording(kGate));
        QVERIFY(!bench.recordings.isRecording(kYard));
        QCOMPARE(bench.recordings.channels(), QList<ChannelRef>{kGate});
        bench.play(kGateStream);
        QTRY_COMPARE(bench.recordings.elapsed(kGate), 440ms);
        QVERIFY(bench.recordings.bytes(kGate) > 1000);
        bench.recordings.stop(kGate);
        QVERIFY(!bench.recordings.isRecording(kGate));
        QCOMPARE(bench.source.open.size(), 0);
        QTRY_VERIFY(!finished.isEmpty());
        const auto summary = finished.first().at(1).value<media::ClipSummary>();
        QCOMPARE(finished.first().at(0).value<ChannelRef>(), kGate);
        QCOMPARE(summary.path, bench.path("gate.mp4"));
        QCOMPARE(summary.videoFrames, 12);
        QCOMPARE(bench.files(), QStringList{QStringLiteral("gate.mp4")});
        QCOMPARE(bench.recordings.elapsed(kGate), 0ms);
    }

    void beginsWithThePictureThatIsShown()
    {
        Bench bench;
        struct Tile final : LiveSink {
            void frameReceived(const media::EncodedFrame &) override {}
            void statusChanged(const LiveStatus &) override {}
            void countersChanged(const LiveCounters &) override {}
        };
        const auto tile =
            bench.hub.subscribe(kGate.deviceId, kGate.channel, StreamKind::Sub, std::make_shared<Tile>());
        bench.source.tell(kGateStream, LiveStatus::State::Live);
        bench.play(kGateStream, 9); // a group and three frames of the next
        QSignalSpy finished(&bench.recordings, &TileRecordings::finished);
        bench.recordings.start(kGate, StreamKind::Sub, bench.path("gate.mkv"));
        QCOMPARE(bench.source.opened, 1);
        bench.play(kGateStream, 3);
        bench.recordings.stop(kGate);
        QTRY_VERIFY(!finished.isEmpty());
        QCOMPARE(finished.first().at(1).value<media::ClipSummary>().videoFrames, 6);
        QCOMPARE(bench.source.open.size(), 1); // the tile's
    }

    void recordsSeveralChannelsAtATime()
    {
        Bench bench;
        QSignalSpy finished(&bench.recordings, &TileRecordings::finished);
        bench.recordings.start(kGate, StreamKind::Sub, bench.path("gate.mp4"));
        bench.recordings.start(kYard, StreamKind::Main, bench.path("yard.mp4"));
        bench.play(kGateStream);
        bench.play(QStringLiteral("north/1m"));
        bench.recordings.stopAll();
        QTRY_COMPARE(finished.size(), 2);
        QCOMPARE(bench.files(), (QStringList{QStringLiteral("gate.mp4"), QStringLiteral("yard.mp4")}));
    }

    void goesOnAsItDoesWhenStartedTwice()
    {
        Bench bench;
        QSignalSpy started(&bench.recordings, &TileRecordings::started);
        QSignalSpy finished(&bench.recordings, &TileRecordings::finished);
        bench.recordings.start(kGate, StreamKind::Sub, bench.path("gate.mp4"));
        bench.recordings.start(kGate, StreamKind::Sub, bench.path("other.mp4"));
        QCOMPARE(started.size(), 1);
        bench.play(kGateStream);
        bench.recordings.stop(kGate);
        bench.recordings.stop(kGate);
        QTRY_VERIFY(!finished.isEmpty());
        QCOMPARE(bench.files(), QStringList{QStringLiteral("gate.mp4")});
    }

    void mayBeginAnewWhileTheFileBeforeIsCompleted()
    {
        Bench bench;
        QSignalSpy finished(&bench.recordings, &TileRecordings::finished);
        bench.recordings.start(kGate, StreamKind::Sub, bench.path("gate.mp4"));
        bench.play(kGateStream);
        bench.recordings.stop(kGate);
        bench.recordings.start(kGate, StreamKind::Sub, bench.path("later.mp4"));
        QVERIFY(bench.recordings.isRecording(kGate));
        bench.play(kGateStream);
        bench.recordings.stop(kGate);
        QTRY_COMPARE(finished.size(), 2);
        QCOMPARE(bench.files(), (QStringList{QStringLiteral("gate.mp4"), QStringLiteral("later.mp4")}));
    }

    void saysWhyItEnded_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("text");
        QTest::newRow("no folder") << QStringLiteral("missing/gate.mp4")
                                   << QStringLiteral("the file cannot be written");
        QTest::newRow("no such kind of file")
            << QStringLiteral("gate.avi") << QStringLiteral("the file name must end in .mp4 or .mkv");
        QTest::newRow("full") << QStringLiteral("full.mp4") << QStringLiteral("the disk is full");
    }
    void saysWhyItEnded()
    {
        QFETCH(QString, name);
        QFETCH(QString, text);
        Bench bench;
        if (name == QLatin1String("full.mp4"))
            QVERIFY(QFile::link(QStringLiteral("/dev/full"), bench.path("full.mp4.part")));
        QSignalSpy failed(&bench.recordings, &TileRecordings::failed);
        QString said;
        connect(&bench.recordings, &TileRecordings::failed, this,
                [&said](const ChannelRef &, const base::Error &error) { said = mediaErrorText(error); });
        bench.recordings.start(kGate, StreamKind::Sub, bench.folder.filePath(name));
        for (int i = 0; i < 500 && failed.isEmpty(); ++i) {
            if (bench.source.open.size() == 1)
                bench.play(kGateStream, 120);
            QCoreApplication::processEvents();
        }
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed.first().at(0).value<ChannelRef>(), kGate);
        QCOMPARE(said, text);
        QVERIFY(!bench.recordings.isRecording(kGate));
        QCOMPARE(bench.source.open.size(), 0);
    }

    void completesItsFilesAtTheEnd()
    {
        Bench bench;
        {
            TileRecordings recordings(bench.hub);
            recordings.start(kGate, StreamKind::Sub, bench.path("gate.mp4"));
            bench.play(kGateStream);
        }
        QCOMPARE(bench.files(), QStringList{QStringLiteral("gate.mp4")});
        QCOMPARE(bench.source.open.size(), 0);
    }
};

QTEST_GUILESS_MAIN(TestTileRecordings)
#include "tst_tile_recordings.moc"
