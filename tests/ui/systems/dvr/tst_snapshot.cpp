// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/dvr/snapshot.h"

#include "core/media/media_error.h"
#include "tests/core/media/media_fixtures.h"

#include <QDir>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_LINUX
#include <csignal>
#include <sys/resource.h>
#endif

using namespace opsdeck;
using namespace opsdeck::dvr;
using media::MediaError;

namespace {

QList<media::EncodedFrame> group(int frames = 4)
{
    return media::fixtures::clip(media::VideoCodec::H264).mid(0, frames);
}

base::Result<QString> outcomeOf(const QFuture<base::Result<QString>> &future)
{
    if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 20000))
        return base::fail(base::CommonError::Timeout, QStringLiteral("no answer"));
    return future.result();
}

bool isNear(QColor a, QColor b)
{
    return std::abs(a.red() - b.red()) < 15 && std::abs(a.green() - b.green()) < 15 &&
           std::abs(a.blue() - b.blue()) < 15;
}

} // namespace

class TestSnapshot : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesTheNewestPictureAtItsFullSize()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("gate.png"));
        const auto written = outcomeOf(saveSnapshot(group(), path));
        QVERIFY2(written, written ? "" : qPrintable(written.error().detail()));
        QCOMPARE(*written, path);
        const QImage image(path, "PNG");
        QCOMPARE(image.size(), QSize(128, 96));
        QVERIFY(isNear(image.pixelColor(32, 24), QColor(220, 20, 20)));
        const int grey = media::fixtures::greyOf(3);
        QVERIFY(isNear(image.pixelColor(96, 72), QColor(grey, grey, grey)));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
    }

    void takesTheLastPictureThatCanBeDecoded()
    {
        auto frames = group();
        frames.last().payload = QByteArray(300, '\x11');
        const auto image = newestPicture(frames);
        QVERIFY(image);
        const int grey = media::fixtures::greyOf(2);
        QVERIFY(isNear(image->pixelColor(96, 72), QColor(grey, grey, grey)));
    }

    void saysThatThereIsNoPicture()
    {
        const QTemporaryDir folder;
        const auto written = outcomeOf(saveSnapshot({}, folder.filePath(QStringLiteral("gate.png"))));
        QVERIFY(!written && written.error().is(MediaError::NothingWritten));
        const auto middle = newestPicture(media::fixtures::clip(media::VideoCodec::H264).mid(1, 3));
        QVERIFY(!middle && middle.error().is(MediaError::NothingWritten));
        auto noise = group(1);
        noise.first().payload = QByteArray(300, '\x11');
        QVERIFY(!newestPicture(noise));
        QVERIFY(QDir(folder.path()).entryList(QDir::Files).isEmpty());
    }

    void saysThatTheFolderIsNotThere()
    {
        const QTemporaryDir folder;
        const auto written =
            outcomeOf(saveSnapshot(group(), folder.filePath(QStringLiteral("missing/gate.png"))));
        QVERIFY(!written && written.error().is(MediaError::FileFailed));
        QVERIFY(written.error().detail().contains(QLatin1String("missing/gate.png")));
    }

    void leavesNothingWhenTheFileCannotBeCompleted()
    {
#ifndef Q_OS_LINUX
        QSKIP("needs a limit on the size of files");
#else
        const QTemporaryDir folder;
        struct rlimit before = {};
        QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
        const auto restore = qScopeGuard([&before] { ::setrlimit(RLIMIT_FSIZE, &before); });
        std::signal(SIGXFSZ, SIG_IGN);
        struct rlimit small = before;
        small.rlim_cur = 100;
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
        const auto written = outcomeOf(saveSnapshot(group(), folder.filePath(QStringLiteral("gate.png"))));
        ::setrlimit(RLIMIT_FSIZE, &before);
        QVERIFY(!written);
        QVERIFY(written.error().is(MediaError::FileFailed) || written.error().is(MediaError::DiskFull));
        QVERIFY(QDir(folder.path()).entryList(QDir::Files).isEmpty());
#endif
    }

    void neverReplacesAFile()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("gate.png"));
        QCOMPARE(outcomeOf(saveSnapshot(group(), path)).value(), path);
        QCOMPARE(outcomeOf(saveSnapshot(group(), path)).value(),
                 folder.filePath(QStringLiteral("gate (2).png")));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 2);
    }

    void severalOfOneMomentAreAllKept()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("gate.png"));
        constexpr int kCount = 8;
        QList<QFuture<base::Result<QString>>> futures;
        for (int i = 0; i < kCount; ++i)
            futures.append(saveSnapshot(group(), path));
        QSet<QString> names;
        for (const auto &future : std::as_const(futures)) {
            const auto written = outcomeOf(future);
            QVERIFY2(written, written ? "" : qPrintable(written.error().detail()));
            QCOMPARE(QImage(*written, "PNG").size(), QSize(128, 96));
            names.insert(*written);
        }
        QCOMPARE(names.size(), kCount);
    }
};

QTEST_GUILESS_MAIN(TestSnapshot)
#include "tst_snapshot.moc"
