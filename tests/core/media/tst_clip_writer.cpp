// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/clip_writer.h"

#include "core/media/media_error.h"
#include "tests/core/media/media_fixtures.h"
#include "tests/support/files.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QtTest>

#ifdef Q_OS_LINUX
#include <csignal>
#include <sys/resource.h>
#endif

using namespace opsdeck::media;
using namespace std::chrono_literals;
using opsdeck::test::bytesOf;
using Kind = EncodedFrame::Kind;

namespace {

/// What another program makes of the file.
QJsonObject probe(const QString &path)
{
    QProcess ffprobe;
    ffprobe.start(QStringLiteral("ffprobe"),
                  {QStringLiteral("-v"), QStringLiteral("error"), QStringLiteral("-of"),
                   QStringLiteral("json"), QStringLiteral("-count_frames"), QStringLiteral("-show_streams"),
                   QStringLiteral("-show_packets"), path});
    if (!ffprobe.waitForFinished(30000))
        return {};
    const QByteArray complaints = ffprobe.readAllStandardError();
    if (!complaints.isEmpty())
        qWarning() << complaints;
    return QJsonDocument::fromJson(ffprobe.readAllStandardOutput()).object();
}

QJsonObject streamOf(const QJsonObject &probed, const char *type)
{
    for (const QJsonValue &stream : probed[QLatin1String("streams")].toArray()) {
        if (stream[QLatin1String("codec_type")].toString() == QLatin1String(type))
            return stream.toObject();
    }
    return {};
}

QList<double> timesOf(const QJsonObject &probed, const char *type)
{
    QList<double> times;
    for (const QJsonValue &packet : probed[QLatin1String("packets")].toArray()) {
        if (packet[QLatin1String("codec_type")].toString() == QLatin1String(type))
            times.append(packet[QLatin1String("pts_time")].toString().toDouble());
    }
    return times;
}

EncodedFrame soundBlock()
{
    EncodedFrame frame;
    frame.kind = Kind::Audio;
    frame.audioCodec = AudioCodec::G711A;
    frame.sampleRate = 8000;
    frame.payload = QByteArray(320, '\x55');
    return frame;
}

} // namespace

class TstClipWriter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void writesRawStreamsByteForByte_data();
    void writesRawStreamsByteForByte();
    void remuxesForOtherProgramsToPlay_data();
    void remuxesForOtherProgramsToPlay();
    void keepsGapsAndFrameRate_data();
    void keepsGapsAndFrameRate();
    void putsSoundIntoMatroskaAndCountsItElsewhere_data();
    void putsSoundIntoMatroskaAndCountsItElsewhere();
    void replacesAFileOnlyWhenComplete();
    void leavesNothingWhenNothingCame_data() { endings(); }
    void leavesNothingWhenNothingCame();
    void refusesUnknownEndings_data();
    void refusesUnknownEndings();
    void refusesAFolderItCannotWriteTo();
    void saysThatTheDiskIsFull_data() { endings(); }
    void saysThatTheDiskIsFull();
    void saysWhyADiskThatTookAPartTakesNoMore_data() { endings(); }
    void saysWhyADiskThatTookAPartTakesNoMore();
    void refusesAnotherCodec_data() { endings(); }
    void refusesAnotherCodec();
    void survivesNoise_data() { endings(); }
    void survivesNoise();

private:
    void endings();
    QString path(const QString &name) const { return m_dir->filePath(name); }
    std::unique_ptr<QTemporaryDir> m_dir;
};

void TstClipWriter::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(m_dir->isValid());
}

void TstClipWriter::endings()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("raw") << QStringLiteral("clip.h264");
    QTest::newRow("mp4") << QStringLiteral("clip.mp4");
    QTest::newRow("mkv") << QStringLiteral("clip.mkv");
}

void TstClipWriter::writesRawStreamsByteForByte_data()
{
    QTest::addColumn<VideoCodec>("codec");
    QTest::addColumn<QString>("name");
    QTest::newRow("h264") << VideoCodec::H264 << QStringLiteral("clip.h264");
    QTest::newRow("h265") << VideoCodec::H265 << QStringLiteral("CLIP.H265");
}

void TstClipWriter::writesRawStreamsByteForByte()
{
    QFETCH(VideoCodec, codec);
    QFETCH(QString, name);
    auto writer = ClipWriter::open(path(name));
    QVERIFY(writer);
    const auto frames = fixtures::clip(codec);
    QVERIFY((*writer)->write(frames[3])); // mid-group: not part of the clip
    QVERIFY((*writer)->write(soundBlock()));
    QByteArray all;
    for (const EncodedFrame &frame : frames) {
        QVERIFY((*writer)->write(frame));
        all += frame.payload;
    }
    const auto summary = (*writer)->finish();
    QVERIFY(summary);
    QCOMPARE(bytesOf(path(name)), all);
    QCOMPARE(summary->videoFrames, 12);
    QCOMPARE(summary->keyFrames, 2);
    QCOMPARE(summary->droppedBeforeKey, 1);
    QCOMPARE(summary->audioSkipped, 1);
    QCOMPARE(summary->bytes, all.size());
    QCOMPARE(summary->codec, codec);
    QCOMPARE(summary->duration, std::chrono::microseconds(480ms));
    QCOMPARE(QDir(m_dir->path()).entryList(QDir::Files), QStringList{name});
}

void TstClipWriter::remuxesForOtherProgramsToPlay_data()
{
    QTest::addColumn<VideoCodec>("codec");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("probedCodec");
    for (const char *ending : {"mp4", "mkv"}) {
        const QString name = QStringLiteral("clip.") + QLatin1String(ending);
        QTest::addRow("h264 in %s", ending) << VideoCodec::H264 << name << QStringLiteral("h264");
        QTest::addRow("h265 in %s", ending) << VideoCodec::H265 << name << QStringLiteral("hevc");
        QTest::addRow("mpeg4 in %s", ending) << VideoCodec::Mpeg4 << name << QStringLiteral("mpeg4");
        QTest::addRow("jpeg in %s", ending) << VideoCodec::Jpeg << name << QStringLiteral("mjpeg");
    }
}

void TstClipWriter::remuxesForOtherProgramsToPlay()
{
    QFETCH(VideoCodec, codec);
    QFETCH(QString, name);
    QFETCH(QString, probedCodec);
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    auto writer = ClipWriter::open(path(name));
    QVERIFY(writer);
    for (EncodedFrame frame : fixtures::clip(codec)) {
        frame.videoCodec = VideoCodec::H264; // devices mislabel
        const auto written = (*writer)->write(frame);
        QVERIFY2(written, written ? "" : qPrintable(written.error().detail()));
    }
    const auto summary = (*writer)->finish();
    QVERIFY2(summary, summary ? "" : qPrintable(summary.error().detail()));
    QCOMPARE(summary->codec, codec);
    QCOMPARE(summary->size, QSize(128, 96));
    QCOMPARE(summary->videoFrames, 12);
    QCOMPARE(summary->bytes, QFileInfo(path(name)).size());
    QCOMPARE(QDir(m_dir->path()).entryList(QDir::Files), QStringList{name});

    const QJsonObject probed = probe(path(name));
    const QJsonObject video = streamOf(probed, "video");
    QCOMPARE(video[QLatin1String("codec_name")].toString(), probedCodec);
    QCOMPARE(video[QLatin1String("width")].toInt(), 128);
    QCOMPARE(video[QLatin1String("height")].toInt(), 96);
    QCOMPARE(video[QLatin1String("nb_read_frames")].toString(), QStringLiteral("12"));
    if (name.endsWith(QLatin1String("mp4")) && (codec == VideoCodec::H264))
        QCOMPARE(video[QLatin1String("is_avc")].toString(), QStringLiteral("true"));
    const auto times = timesOf(probed, "video");
    QCOMPARE(times.size(), 12);
    for (int i = 0; i < times.size(); ++i)
        QVERIFY(std::abs(times[i] - i * 0.04) < 0.0011);
}

void TstClipWriter::keepsGapsAndFrameRate_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("mp4") << QStringLiteral("clip.mp4");
    QTest::newRow("mkv") << QStringLiteral("clip.mkv");
}

void TstClipWriter::keepsGapsAndFrameRate()
{
    QFETCH(QString, name);
    auto writer = ClipWriter::open(path(name));
    QVERIFY(writer);
    const auto frames = fixtures::clip(VideoCodec::H264);
    for (int i = 0; i < 120; ++i) {
        EncodedFrame frame = frames[i % 12];
        frame.receivedAt = 100s + i * 40ms + (i % 3) * 7ms + (i >= 60 ? 10s : 0s);
        QVERIFY((*writer)->write(frame));
    }
    const auto summary = (*writer)->finish();
    QVERIFY(summary);
    const auto times = timesOf(probe(path(name)), "video");
    QCOMPARE(times.size(), 120);
    for (int i = 1; i < times.size(); ++i) {
        const double step = times[i] - times[i - 1];
        if (i == 60)
            QVERIFY2(step > 9.9 && step < 10.2, qPrintable(QString::number(step)));
        else
            QVERIFY2(step > 0.03 && step < 0.05, qPrintable(QString::number(step)));
    }
    QVERIFY(std::abs(double(summary->duration.count()) / 1e6 - 14.8) < 0.1);
}

void TstClipWriter::putsSoundIntoMatroskaAndCountsItElsewhere_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("hasSound");
    QTest::newRow("mp4") << QStringLiteral("clip.mp4") << false;
    QTest::newRow("mkv") << QStringLiteral("clip.mkv") << true;
}

void TstClipWriter::putsSoundIntoMatroskaAndCountsItElsewhere()
{
    QFETCH(QString, name);
    QFETCH(bool, hasSound);
    auto writer = ClipWriter::open(path(name));
    QVERIFY(writer);
    QVERIFY((*writer)->write(soundBlock())); // before the first key frame: no part of the clip
    const auto frames = fixtures::clip(VideoCodec::H264);
    for (const EncodedFrame &frame : frames + frames) {
        QVERIFY((*writer)->write(frame));
        QVERIFY((*writer)->write(soundBlock()));
    }
    const auto summary = (*writer)->finish();
    QVERIFY(summary);
    QCOMPARE(summary->audioFrames, hasSound ? 24 : 0);
    QCOMPARE(summary->audioSkipped, hasSound ? 1 : 25);
    const QJsonObject probed = probe(path(name));
    const QJsonObject sound = streamOf(probed, "audio");
    QCOMPARE(sound[QLatin1String("codec_name")].toString(),
             hasSound ? QStringLiteral("pcm_alaw") : QString());
    const auto times = timesOf(probed, "audio");
    QCOMPARE(times.size(), hasSound ? 24 : 0);
    for (int i = 0; i < times.size(); ++i)
        QVERIFY(std::abs(times[i] - i * 0.04) < 0.0011);
    QCOMPARE(timesOf(probed, "video").size(), 24);
}

void TstClipWriter::replacesAFileOnlyWhenComplete()
{
    const QString name = path(QStringLiteral("clip.mkv"));
    QFile old(name);
    QVERIFY(old.open(QIODevice::WriteOnly));
    old.write("old");
    old.close();
    {
        auto writer = ClipWriter::open(name);
        QVERIFY(writer);
        for (const EncodedFrame &frame : fixtures::clip(VideoCodec::H264))
            QVERIFY((*writer)->write(frame));
        QVERIFY(QFile::exists(name + QStringLiteral(".part")));
        QCOMPARE(bytesOf(name), QByteArray("old"));
    }
    // Abandoned: the old file stays, the part goes.
    QCOMPARE(bytesOf(name), QByteArray("old"));
    QVERIFY(!QFile::exists(name + QStringLiteral(".part")));
    auto writer = ClipWriter::open(name);
    QVERIFY(writer);
    for (const EncodedFrame &frame : fixtures::clip(VideoCodec::H264))
        QVERIFY((*writer)->write(frame));
    QVERIFY((*writer)->finish());
    QVERIFY(bytesOf(name).size() > 1000);
}

void TstClipWriter::leavesNothingWhenNothingCame()
{
    QFETCH(QString, name);
    {
        auto writer = ClipWriter::open(path(name));
        QVERIFY(writer);
        QVERIFY((*writer)->write(fixtures::clip(VideoCodec::H264)[1]));
        const auto summary = (*writer)->finish();
        QVERIFY(!summary);
        QVERIFY(summary.error().is(MediaError::NothingWritten));
    }
    QVERIFY(QDir(m_dir->path()).entryList(QDir::Files).isEmpty());
}

void TstClipWriter::refusesUnknownEndings_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"clip.avi", "clip", "clip.", "mp4", ".part", "clip.mp4.exe"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TstClipWriter::refusesUnknownEndings()
{
    QFETCH(QString, name);
    const auto writer = ClipWriter::open(path(name));
    QVERIFY(!writer);
    QVERIFY(writer.error().is(MediaError::UnknownFileType));
    QVERIFY(QDir(m_dir->path()).entryList(QDir::Files).isEmpty());
}

void TstClipWriter::refusesAFolderItCannotWriteTo()
{
    // A folder that does not exist: also root cannot write there.
    const auto writer = ClipWriter::open(path(QStringLiteral("missing/clip.mp4")));
    QVERIFY(!writer);
    QVERIFY(writer.error().is(MediaError::FileFailed));
    QVERIFY(writer.error().detail().contains(QStringLiteral("missing/clip.mp4.part")));
    QVERIFY(writer.error().detail().contains(QStringLiteral("No such file")));
}

void TstClipWriter::saysThatTheDiskIsFull()
{
    QFETCH(QString, name);
#ifndef Q_OS_LINUX
    QSKIP("needs /dev/full");
#endif
    const QString part = path(name) + QStringLiteral(".part");
    QVERIFY(QFile::link(QStringLiteral("/dev/full"), part));
    auto writer = ClipWriter::open(path(name));
    QVERIFY(writer);
    const auto frames = fixtures::clip(VideoCodec::H264);
    opsdeck::base::Result<void> written;
    for (int i = 0; i < 5000 && written; ++i)
        written = (*writer)->write(frames[i % 12]);
    QVERIFY(!written);
    QVERIFY(written.error().is(MediaError::DiskFull));
    QVERIFY2(written.error().detail().contains(QStringLiteral("No space left")),
             qPrintable(written.error().detail()));
    QVERIFY(written.error().detail().contains(part));
    QVERIFY(!(*writer)->write(frames[0]));
    QVERIFY(!(*writer)->finish());
    QVERIFY(!QFile::exists(path(name)));
}

void TstClipWriter::saysWhyADiskThatTookAPartTakesNoMore()
{
    QFETCH(QString, name);
#ifndef Q_OS_LINUX
    QSKIP("needs a limit on the size of files");
#else
    // A file that may not grow past this takes part of a write first, as a disk that fills up does.
    struct rlimit before = {};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
    const auto restore = qScopeGuard([&before] { ::setrlimit(RLIMIT_FSIZE, &before); });
    std::signal(SIGXFSZ, SIG_IGN);
    struct rlimit small = before;
    small.rlim_cur = 50'001;
    auto writer = ClipWriter::open(path(name));
    QVERIFY(writer);
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
    const auto frames = fixtures::clip(VideoCodec::H264);
    opsdeck::base::Result<void> written;
    for (int i = 0; i < 5000 && written; ++i)
        written = (*writer)->write(frames[i % 12]);
    ::setrlimit(RLIMIT_FSIZE, &before);
    QVERIFY(!written);
    QVERIFY2(written.error().detail().contains(QStringLiteral("File too large")),
             qPrintable(written.error().detail()));
#endif
}

void TstClipWriter::refusesAnotherCodec()
{
    QFETCH(QString, name);
    auto writer = ClipWriter::open(path(name));
    QVERIFY(writer);
    for (const EncodedFrame &frame : fixtures::clip(VideoCodec::H264))
        QVERIFY((*writer)->write(frame));
    // Matroska holds its first frames back to see whether sound comes: it notices when they are written.
    opsdeck::base::Result<void> written;
    for (int i = 0; i < 60 && written; ++i)
        written = (*writer)->write(fixtures::clip(VideoCodec::H265)[i % 12]);
    QVERIFY(!written);
    QVERIFY(written.error().is(MediaError::CodecNotInFile));
    QVERIFY(QFile::exists(path(name) + QStringLiteral(".part")));
}

void TstClipWriter::survivesNoise()
{
    QFETCH(QString, name);
    const auto clean = fixtures::clip(VideoCodec::H264);
    quint32 state = 12345;
    const auto random = [&state] { return state = state * 1664525u + 1013904223u, state >> 8; };
    for (int round = 0; round < 40; ++round) {
        auto writer = ClipWriter::open(path(name));
        QVERIFY(writer);
        for (EncodedFrame frame : clean) {
            for (int hit = 0; hit < 8; ++hit)
                frame.payload[qsizetype(random() % quint32(frame.payload.size()))] = char(random());
            frame.payload.truncate(qsizetype(random() % quint32(frame.payload.size() + 1)));
            (void)(*writer)->write(frame);
        }
        const auto summary = (*writer)->finish();
        QVERIFY(!summary || summary->videoFrames <= 12);
    }
}

QTEST_GUILESS_MAIN(TstClipWriter)
#include "tst_clip_writer.moc"
