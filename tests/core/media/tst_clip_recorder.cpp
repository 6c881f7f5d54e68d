// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/clip_recorder.h"

#include "core/media/clip_chain.h"
#include "core/media/clip_save.h"
#include "core/media/media_error.h"
#include "tests/core/media/media_fixtures.h"
#include "tests/support/files.h"

#include <QDir>
#include <QFutureWatcher>
#include <QProcess>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QtTest>

#ifdef Q_OS_LINUX
#include <csignal>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace opsdeck;
using namespace opsdeck::media;
using namespace std::chrono_literals;
using test::bytesOf;
using Kind = EncodedFrame::Kind;

namespace {

/// A clip's frames as if they had come live, 40 ms apart.
QList<EncodedFrame> liveFrames(VideoCodec codec, int from = 0, const char *name = nullptr)
{
    QList<EncodedFrame> frames = fixtures::clip(codec, name);
    for (int i = 0; i < frames.size(); ++i)
        frames[i].receivedAt = 10s + 40ms * (from + i);
    return frames;
}

/// How many pictures another program finds in the file.
int picturesIn(const QString &path)
{
    QProcess ffprobe;
    ffprobe.start(QStringLiteral("ffprobe"),
                  {QStringLiteral("-v"), QStringLiteral("fatal"), QStringLiteral("-f"), QStringLiteral("mp4"),
                   QStringLiteral("-count_frames"), QStringLiteral("-select_streams"), QStringLiteral("v"),
                   QStringLiteral("-show_entries"), QStringLiteral("stream=nb_read_frames"),
                   QStringLiteral("-of"), QStringLiteral("csv=p=0"), path});
    if (!ffprobe.waitForFinished(30000))
        return -1;
    return ffprobe.readAllStandardOutput().trimmed().toInt();
}

using Outcome = base::Result<ClipSummary>;

/// The answer, once it is there.
Outcome outcomeOf(const QFuture<Outcome> &future)
{
    if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 20000))
        return base::fail(base::CommonError::Timeout, QStringLiteral("the recording does not end"));
    return future.result();
}

QByteArray whatIsWrong(const Outcome &outcome)
{
    return outcome ? QByteArray() : outcome.error().detail().toUtf8();
}

} // namespace

class TstClipRecorder : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void recordsWhatIsPushed_data();
    void recordsWhatIsPushed();
    void saysHowFarItIs();
    void beginsAtAKeyFrame();
    void saysThatNothingCame();
    void saysThatTheFolderIsNotThere();
    void goesOnOverAnOutage();
    void goesOnInAFurtherFileWhenTheStreamChanges_data();
    void goesOnInAFurtherFileWhenTheStreamChanges();
    void staysInOneFileWhenOnlyParametersChange();
    void neverTakesAFurtherNameThatExists();
    void neverWaitsForASlowDiskAndDropsWholeGroups();
    void namesAFullDiskAndKeepsWhatWasWritten();
    void leavesAPlayableFileWhenTheDiskFillsUp();
    void neverReplacesAFile_data();
    void neverReplacesAFile();
    void completesTheFileWhenDestroyed();
    void takesNothingOnceStopped();
    void takesFramesFromManyThreads();
    void savesFramesFromMemory();
    void leavesARecordingOfTheSameNameAlone();
    void saysWhyMemoryCannotBeSaved();

private:
    QString path(const QString &name) const { return m_dir->filePath(name); }
    QStringList files() const { return QDir(m_dir->path()).entryList(QDir::Files, QDir::Name); }
    std::unique_ptr<QTemporaryDir> m_dir;
};

void TstClipRecorder::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(m_dir->isValid());
}

void TstClipRecorder::recordsWhatIsPushed_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<VideoCodec>("codec");
    QTest::newRow("mp4") << QStringLiteral("clip.mp4") << VideoCodec::H264;
    QTest::newRow("mp4 of h265") << QStringLiteral("clip.mp4") << VideoCodec::H265;
    QTest::newRow("mp4 of jpeg") << QStringLiteral("clip.mp4") << VideoCodec::Jpeg;
    QTest::newRow("mkv") << QStringLiteral("clip.mkv") << VideoCodec::H264;
    QTest::newRow("bare") << QStringLiteral("clip.h264") << VideoCodec::H264;
}

void TstClipRecorder::recordsWhatIsPushed()
{
    QFETCH(QString, name);
    QFETCH(VideoCodec, codec);
    ClipRecorder recorder(path(name));
    for (const EncodedFrame &frame : liveFrames(codec))
        recorder.push(frame);
    const Outcome summary = outcomeOf(recorder.stop());
    QVERIFY2(summary, whatIsWrong(summary));
    QCOMPARE(summary->path, path(name));
    QCOMPARE(summary->videoFrames, 12);
    QCOMPARE(summary->droppedLate, 0);
    QCOMPARE(summary->furtherPaths, QStringList());
    QCOMPARE(summary->bytes, QFileInfo(path(name)).size());
    QCOMPARE(files(), QStringList{name});
    if (name.endsWith(QLatin1String("mp4")))
        QCOMPARE(picturesIn(path(name)), 12);
}

void TstClipRecorder::saysHowFarItIs()
{
    ClipRecorder recorder(path(QStringLiteral("clip.h264")));
    QCOMPARE(recorder.progress().path, path(QStringLiteral("clip.h264")));
    qint64 bytes = 0;
    for (const EncodedFrame &frame : liveFrames(VideoCodec::H264)) {
        recorder.push(frame);
        bytes += frame.payload.size();
    }
    QTRY_COMPARE(recorder.progress().videoFrames, 12);
    QCOMPARE(recorder.progress().bytes, bytes);
    QCOMPARE(recorder.progress().elapsed, std::chrono::milliseconds(440));
    QVERIFY(!recorder.finished().isFinished());
    QVERIFY(outcomeOf(recorder.stop()));
}

void TstClipRecorder::beginsAtAKeyFrame()
{
    ClipRecorder recorder(path(QStringLiteral("clip.mp4")));
    for (const EncodedFrame &frame : liveFrames(VideoCodec::H264).mid(2))
        recorder.push(frame);
    const Outcome summary = outcomeOf(recorder.stop());
    QVERIFY2(summary, whatIsWrong(summary));
    QCOMPARE(summary->droppedBeforeKey, 4);
    QCOMPARE(summary->videoFrames, 6);
}

void TstClipRecorder::saysThatNothingCame()
{
    ClipRecorder recorder(path(QStringLiteral("clip.mp4")));
    recorder.push(liveFrames(VideoCodec::H264).at(1));
    const Outcome summary = outcomeOf(recorder.stop());
    QVERIFY(!summary);
    QVERIFY(summary.error().is(MediaError::NothingWritten));
    QCOMPARE(files(), QStringList());
}

void TstClipRecorder::saysThatTheFolderIsNotThere()
{
    ClipRecorder recorder(path(QStringLiteral("missing/clip.mp4")));
    const Outcome summary = outcomeOf(recorder.finished());
    QVERIFY(!summary);
    QVERIFY(summary.error().is(MediaError::FileFailed));
    QVERIFY(summary.error().detail().contains(QLatin1String("missing/clip.mp4")));
}

void TstClipRecorder::goesOnOverAnOutage()
{
    ClipRecorder recorder(path(QStringLiteral("clip.mp4")));
    for (const EncodedFrame &frame : liveFrames(VideoCodec::H264))
        recorder.push(frame);
    for (const EncodedFrame &frame : liveFrames(VideoCodec::H264, 25 * 60))
        recorder.push(frame);
    const Outcome summary = outcomeOf(recorder.stop());
    QVERIFY2(summary, whatIsWrong(summary));
    QCOMPARE(summary->videoFrames, 24);
    QCOMPARE(summary->furtherPaths, QStringList());
    QVERIFY(summary->duration > 59s && summary->duration < 62s);
}

void TstClipRecorder::goesOnInAFurtherFileWhenTheStreamChanges_data()
{
    QTest::addColumn<VideoCodec>("codec");
    QTest::addColumn<QByteArray>("clip");
    QTest::newRow("codec") << VideoCodec::H265 << QByteArray();
    QTest::newRow("size") << VideoCodec::H264 << QByteArray("blocks_small.h264");
}

void TstClipRecorder::goesOnInAFurtherFileWhenTheStreamChanges()
{
    QFETCH(VideoCodec, codec);
    QFETCH(QByteArray, clip);
    ClipRecorder recorder(path(QStringLiteral("gate.mp4")));
    for (const EncodedFrame &frame : liveFrames(VideoCodec::H264))
        recorder.push(frame);
    const auto other = liveFrames(codec, 12, clip.isEmpty() ? nullptr : clip.constData());
    for (const EncodedFrame &frame : other)
        recorder.push(frame);
    for (const EncodedFrame &frame : liveFrames(VideoCodec::H264, 24))
        recorder.push(frame);
    const Outcome summary = outcomeOf(recorder.stop());
    QVERIFY2(summary, whatIsWrong(summary));
    const QStringList names{QStringLiteral("gate (2).mp4"), QStringLiteral("gate (3).mp4"),
                            QStringLiteral("gate.mp4")};
    QCOMPARE(files(), names);
    QCOMPARE(summary->path, path(names.at(2)));
    QCOMPARE(summary->furtherPaths, (QStringList{path(names.at(0)), path(names.at(1))}));
    QCOMPARE(summary->videoFrames, 24 + other.size());
    QCOMPARE(picturesIn(path(names.at(2))), 12);
    QCOMPARE(picturesIn(path(names.at(0))), int(other.size()));
    QCOMPARE(picturesIn(path(names.at(1))), 12);
}

void TstClipRecorder::staysInOneFileWhenOnlyParametersChange()
{
    // What the frame header says of the size changes; what the bytes say does not.
    ClipChain chain(path(QStringLiteral("gate.mp4")));
    QVERIFY(chain.open());
    int number = 0;
    for (EncodedFrame frame : liveFrames(VideoCodec::H264)) {
        frame.width = number++ < 6 ? 128 : 136;
        QVERIFY(chain.write(frame));
    }
    const auto summary = chain.finish();
    QVERIFY(summary);
    QCOMPARE(files(), QStringList{QStringLiteral("gate.mp4")});
}

void TstClipRecorder::neverTakesAFurtherNameThatExists()
{
    const QString name = path(QStringLiteral("gate 1.5.mp4"));
    QCOMPARE(ClipChain::furtherPath(name), path(QStringLiteral("gate 1.5 (2).mp4")));
    for (const char *taken : {"gate 1.5 (2).mp4", "gate 1.5 (3).mp4.part"}) {
        QFile file(path(QLatin1String(taken)));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    QCOMPARE(ClipChain::furtherPath(name), path(QStringLiteral("gate 1.5 (4).mp4")));
    QCOMPARE(ClipChain::furtherPath(path(QStringLiteral("gate"))), path(QStringLiteral("gate (2)")));
    QCOMPARE(ClipChain::furtherPath(path(QStringLiteral("%1 50%2 %3.mkv"))),
             path(QStringLiteral("%1 50%2 %3 (2).mkv")));
}

void TstClipRecorder::neverWaitsForASlowDiskAndDropsWholeGroups()
{
#ifndef Q_OS_LINUX
    QSKIP("needs a pipe with a name");
#else
    // A pipe that nobody reads yet: the slowest disk there is.
    const QString name = path(QStringLiteral("clip.h264"));
    const QByteArray part = QFile::encodeName(name + QStringLiteral(".part"));
    QCOMPARE(::mkfifo(part.constData(), 0600), 0);
    ClipRecorder recorder(name, {1 << 20, 20});
    const auto frames = liveFrames(VideoCodec::H264);
    for (int i = 0; i < 40; ++i)
        recorder.push(frames.at(i % 12));
    // 20 fit: three groups and two frames of the fourth; the key frames after that find no room.
    QCOMPARE(recorder.progress().droppedLate, 20);

    QByteArray written;
    const int reader = ::open(part.constData(), O_RDONLY);
    QVERIFY(reader >= 0);
    const auto closeReader = qScopeGuard([reader] { ::close(reader); });
    QByteArray expected;
    for (int i = 0; i < 20; ++i)
        expected += frames.at(i % 12).payload;
    const auto readUpTo = [&](qsizetype bytes) {
        char buffer[4096];
        for (int i = 0; i < 10000 && written.size() < bytes; ++i)
            written.append(buffer, ::read(reader, buffer, sizeof buffer));
    };
    readUpTo(expected.size());
    QCOMPARE(written, expected);
    QTRY_COMPARE(recorder.progress().videoFrames, 20);
    // There is room again, and it goes on with the next key frame, not before.
    recorder.push(frames.at(4));
    recorder.push(frames.at(5));
    recorder.push(frames.at(6));
    recorder.push(frames.at(7));
    expected += frames.at(6).payload + frames.at(7).payload;
    const auto finished = recorder.stop();
    readUpTo(expected.size());
    const Outcome summary = outcomeOf(finished);
    QVERIFY2(summary, whatIsWrong(summary));
    QCOMPARE(written, expected);
    QCOMPARE(summary->videoFrames, 22);
    QCOMPARE(summary->droppedLate, 22);
#endif
}

void TstClipRecorder::namesAFullDiskAndKeepsWhatWasWritten()
{
#ifndef Q_OS_LINUX
    QSKIP("needs /dev/full");
#endif
    const QString part = path(QStringLiteral("clip.mp4.part"));
    QVERIFY(QFile::link(QStringLiteral("/dev/full"), part));
    ClipRecorder recorder(path(QStringLiteral("clip.mp4")));
    const auto frames = liveFrames(VideoCodec::H264);
    for (int i = 0; i < 100'000 && !recorder.finished().isFinished(); ++i)
        recorder.push(frames.at(i % 12));
    const Outcome summary = outcomeOf(recorder.finished());
    QVERIFY(!summary);
    QVERIFY(summary.error().is(MediaError::DiskFull));
    QCOMPARE(summary.error().name(), QStringLiteral("disk-full"));
    QVERIFY(summary.error().detail().contains(part));
    recorder.push(frames.first());
    QVERIFY(!outcomeOf(recorder.stop()));
    QVERIFY(QFileInfo(part).isSymLink());
    QVERIFY(!QFile::exists(path(QStringLiteral("clip.mp4"))));
}

void TstClipRecorder::leavesAPlayableFileWhenTheDiskFillsUp()
{
#ifndef Q_OS_LINUX
    QSKIP("needs a limit on the size of files");
#else
    struct rlimit before = {};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
    const auto restore = qScopeGuard([&before] { ::setrlimit(RLIMIT_FSIZE, &before); });
    std::signal(SIGXFSZ, SIG_IGN);
    struct rlimit small = before;
    small.rlim_cur = 200'001;
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
    ClipRecorder recorder(path(QStringLiteral("clip.mp4")));
    const auto clip = fixtures::clip(VideoCodec::H264);
    for (int i = 0; i < 20'000 && !recorder.finished().isFinished(); ++i) {
        EncodedFrame frame = clip.at(i % 12);
        frame.receivedAt = 10s + 40ms * i;
        recorder.push(frame);
    }
    const Outcome summary = outcomeOf(recorder.finished());
    ::setrlimit(RLIMIT_FSIZE, &before);
    QVERIFY(!summary);
    const QString part = path(QStringLiteral("clip.mp4.part"));
    QVERIFY(QFile::exists(part));
    // The fragments that are complete play; a second's worth and what waited in buffers is lost.
    QVERIFY2(picturesIn(part) > 100, qPrintable(QString::number(picturesIn(part))));
#endif
}

void TstClipRecorder::neverReplacesAFile_data()
{
    QTest::addColumn<QString>("taken");
    QTest::newRow("a clip") << QStringLiteral("clip.mp4");
    QTest::newRow("the rest of one") << QStringLiteral("clip.mp4.part");
}

void TstClipRecorder::neverReplacesAFile()
{
    QFETCH(QString, taken);
    QFile file(path(taken));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("evidence") == 8);
    file.close();
    ClipRecorder recorder(path(QStringLiteral("clip.mp4")));
    for (const EncodedFrame &frame : liveFrames(VideoCodec::H264))
        recorder.push(frame);
    const Outcome summary = outcomeOf(recorder.stop());
    QVERIFY2(summary, whatIsWrong(summary));
    QCOMPARE(summary->path, path(QStringLiteral("clip (2).mp4")));
    QCOMPARE(bytesOf(path(taken)), QByteArray("evidence"));
}

void TstClipRecorder::completesTheFileWhenDestroyed()
{
    {
        ClipRecorder recorder(path(QStringLiteral("clip.mp4")));
        for (const EncodedFrame &frame : liveFrames(VideoCodec::H264))
            recorder.push(frame);
    }
    QCOMPARE(files(), QStringList{QStringLiteral("clip.mp4")});
    QCOMPARE(picturesIn(path(QStringLiteral("clip.mp4"))), 12);
}

void TstClipRecorder::takesNothingOnceStopped()
{
    ClipRecorder recorder(path(QStringLiteral("clip.h264")));
    const auto frames = liveFrames(VideoCodec::H264);
    recorder.push(frames.first());
    const auto finished = recorder.stop();
    recorder.push(frames.at(1));
    const Outcome summary = outcomeOf(finished);
    QVERIFY2(summary, whatIsWrong(summary));
    QCOMPARE(bytesOf(summary->path), frames.first().payload);
}

void TstClipRecorder::takesFramesFromManyThreads()
{
    ClipRecorder recorder(path(QStringLiteral("clip.h264")), {64 << 20, 10'000});
    const EncodedFrame key = liveFrames(VideoCodec::H264).first();
    std::vector<std::thread> pushers;
    for (int i = 0; i < 4; ++i) {
        pushers.emplace_back([&] {
            for (int n = 0; n < 100; ++n)
                recorder.push(key);
        });
    }
    for (std::thread &pusher : pushers)
        pusher.join();
    const Outcome summary = outcomeOf(recorder.stop());
    QVERIFY2(summary, whatIsWrong(summary));
    QCOMPARE(summary->videoFrames, 400);
    QCOMPARE(summary->bytes, 400 * key.payload.size());
}

void TstClipRecorder::savesFramesFromMemory()
{
    const QString name = path(QStringLiteral("replay.mp4"));
    const Outcome summary = outcomeOf(saveClip(liveFrames(VideoCodec::H264), name));
    QVERIFY2(summary, whatIsWrong(summary));
    QCOMPARE(summary->videoFrames, 12);
    QCOMPARE(picturesIn(name), 12);
}

void TstClipRecorder::leavesARecordingOfTheSameNameAlone()
{
    const QString name = path(QStringLiteral("gate.mp4"));
    ClipRecorder recorder(name);
    QTRY_VERIFY(QFile::exists(name + QStringLiteral(".part")));
    for (const EncodedFrame &frame : liveFrames(VideoCodec::H264))
        recorder.push(frame);
    const Outcome saved = outcomeOf(saveClip(liveFrames(VideoCodec::H264), name));
    QVERIFY2(saved, whatIsWrong(saved));
    QCOMPARE(saved->path, path(QStringLiteral("gate (2).mp4")));
    const Outcome recorded = outcomeOf(recorder.stop());
    QVERIFY2(recorded, whatIsWrong(recorded));
    QCOMPARE(recorded->path, name);
    QCOMPARE(picturesIn(name), 12);
    QCOMPARE(picturesIn(saved->path), 12);
}

void TstClipRecorder::saysWhyMemoryCannotBeSaved()
{
    const Outcome nowhere =
        outcomeOf(saveClip(liveFrames(VideoCodec::H264), path(QStringLiteral("missing/replay.mp4"))));
    QVERIFY(!nowhere && nowhere.error().is(MediaError::FileFailed));
    const Outcome nothing = outcomeOf(saveClip({}, path(QStringLiteral("replay.mp4"))));
    QVERIFY(!nothing && nothing.error().is(MediaError::NothingWritten));
    QCOMPARE(files(), QStringList());
}

QTEST_GUILESS_MAIN(TstClipRecorder)
#include "tst_clip_recorder.moc"
