// SPDX-License-Identifier: GPL-3.0-or-later
// The exported file is judged by tshark: it must open, follow and reassemble without a complaint.
#include "core/trace/pcapng_writer.h"
#include "core/trace/trace_file.h"
#include "core/trace/trace_recorder.h"

#include "tests/support/full_disk.h"
#include "tests/support/manual_clock.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace opsdeck;
using trace::TraceRecord;
using trace::TraceRecorder;
using Kind = trace::TraceRecord::Kind;

namespace {

const QHostAddress kLocal(QStringLiteral("10.1.2.3"));
const QHostAddress kPeer(QStringLiteral("10.1.2.4"));

QByteArray pattern(qsizetype size, int seed)
{
    QByteArray bytes(size, Qt::Uninitialized);
    quint32 state = quint32(seed) * 2654435761u + 1;
    for (char &c : bytes) {
        state = state * 1664525u + 1013904223u;
        c = char(state >> 24);
    }
    return bytes;
}

} // namespace

class TestPcapng : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theJudgeSeesDamage_data();
    void theJudgeSeesDamage();
    void followsBothWaysByteForByte_data();
    void followsBothWaysByteForByte();
    void holdsHandshakesEndsNamesAndTimes();
    void exportsARingThatHasLostItsBeginning();
    void keepsConnectionsWithTheSameAddressesApart();
    void holdsNoSecretAndTheSameLengths();
    void writesAFileOnlyItsOwnerCanRead();
    void streamsAsItGoes();
    void narrowsTheFileThatIsThereAlready();
    void saysWhyAFileCannotBeWritten();
    void saysThatTheDeviceIsFull();
    void aFullDiskLeavesTheOldFile();
    void aTraceCutShortByAFullDiskIsNotCalledWhole();

private:
    QByteArray tshark(const QStringList &arguments);
    QByteArray follow(const QString &path, int stream, int direction);
    QByteArray complaints(const QString &path);
    void verifyNoComplaint(const QString &path);
    QString path(const char *name) { return m_folder.filePath(QLatin1String(name)); }

    QString m_tshark;
    QTemporaryDir m_folder;
};

void TestPcapng::initTestCase()
{
    m_tshark = QStandardPaths::findExecutable(QStringLiteral("tshark"));
    QVERIFY2(!m_tshark.isEmpty(), "tshark is needed (packaging/setup installs it)");
    QVERIFY(m_folder.isValid());
}

QByteArray TestPcapng::tshark(const QStringList &arguments)
{
    QProcess process;
    process.start(m_tshark, QStringList{QStringLiteral("-n"), QStringLiteral("-o"),
                                        QStringLiteral("tcp.check_checksum:TRUE"), QStringLiteral("-o"),
                                        QStringLiteral("ip.check_checksum:TRUE")} +
                                arguments);
    if (!process.waitForFinished(60000))
        qFatal("tshark did not end: %s", qPrintable(process.errorString()));
    if (process.exitCode() != 0)
        qWarning() << process.readAllStandardError();
    return process.exitCode() == 0 ? process.readAllStandardOutput() : "tshark failed";
}

/// The bytes of one direction (0 = from the side that connected) as tshark puts them together.
QByteArray TestPcapng::follow(const QString &path, int stream, int direction)
{
    const QByteArray text = tshark({QStringLiteral("-r"), path, QStringLiteral("-q"), QStringLiteral("-z"),
                                    QStringLiteral("follow,tcp,raw,%1").arg(stream)});
    QByteArray bytes;
    bool inBody = false;
    for (const QByteArray &line : text.split('\n')) {
        if (line.startsWith("Node 1:")) {
            inBody = true;
            continue;
        }
        if (line.startsWith("==="))
            inBody = false;
        const bool fromPeer = line.startsWith('\t');
        if (inBody && fromPeer == (direction == 1))
            bytes += QByteArray::fromHex(line.trimmed());
    }
    return bytes;
}

QByteArray TestPcapng::complaints(const QString &path)
{
    return tshark(
        {QStringLiteral("-r"), path, QStringLiteral("-Y"),
         QStringLiteral(
             "tcp.analysis.flags || tcp.checksum.status != \"Good\" || ip.checksum.status == \"Bad\" || "
             "_ws.malformed || tcp.connection.rst || _ws.expert.severity >= 6291456")});
}

void TestPcapng::verifyNoComplaint(const QString &path)
{
    const QByteArray found = complaints(path);
    QVERIFY2(found.isEmpty(), found.constData());
}

void TestPcapng::theJudgeSeesDamage_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("a payload byte") << QByteArray("question") << QByteArray("questiom");
    // The sequence number of the first data packet, one later: a byte seems lost.
    QTest::newRow("a sequence number")
        << QByteArray("\x10\0\0\1\x20\0\0\1\x50\x18", 10) << QByteArray("\x10\0\0\2\x20\0\0\1\x50\x18", 10);
}

void TestPcapng::theJudgeSeesDamage()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    test::ManualClock clock;
    base::Redactor redactor;
    TraceRecorder recorder(clock, redactor);
    const auto tap = recorder.makeTap(QStringLiteral("dvr"), QStringLiteral("north"));
    tap->opened(kLocal, 50000, kPeer, 40567);
    tap->sent("question");
    const QString file = path("damaged.pcapng");
    QVERIFY(trace::exportPcapng(recorder.records(), file).has_value());
    QVERIFY(complaints(file).isEmpty());
    QFile damaged(file);
    QVERIFY(damaged.open(QIODevice::ReadWrite));
    QByteArray all = damaged.readAll();
    QCOMPARE(all.count(before), 1);
    damaged.seek(0);
    damaged.write(all.replace(before, after));
    damaged.close();
    QVERIFY(!complaints(file).isEmpty());
}

void TestPcapng::followsBothWaysByteForByte_data()
{
    QTest::addColumn<QHostAddress>("local");
    QTest::addColumn<QHostAddress>("peer");
    QTest::addColumn<qsizetype>("piece");
    QTest::addColumn<int>("pieces");
    const QHostAddress six(QStringLiteral("2001:db8::1"));
    QTest::newRow("IPv4") << kLocal << kPeer << qsizetype(700) << 20;
    QTest::newRow("IPv6") << six << QHostAddress(QStringLiteral("::1")) << qsizetype(700) << 20;
    QTest::newRow("IPv4 in IPv6") << QHostAddress(QStringLiteral("::ffff:10.1.2.3")) << kPeer << qsizetype(70)
                                  << 3;
    QTest::newRow("one of each") << six << kPeer << qsizetype(70) << 3;
    QTest::newRow("no addresses") << QHostAddress() << QHostAddress() << qsizetype(70) << 3;
    QTest::newRow("odd lengths") << kLocal << kPeer << qsizetype(1) << 7;
    QTest::newRow("pieces above 64 KiB") << kLocal << kPeer << qsizetype(200'001) << 3;
    QTest::newRow("above 64 KiB, IPv6") << six << six << qsizetype(130'000) << 2;
    QTest::newRow("megabytes one way") << kLocal << kPeer << qsizetype(8192) << 400;
}

void TestPcapng::followsBothWaysByteForByte()
{
    QFETCH(QHostAddress, local);
    QFETCH(QHostAddress, peer);
    QFETCH(qsizetype, piece);
    QFETCH(int, pieces);
    test::ManualClock clock;
    base::Redactor redactor;
    TraceRecorder recorder(clock, redactor);
    const auto tap = recorder.makeTap(QStringLiteral("dvr"), QStringLiteral("north: main"));
    tap->opened(local, local.isNull() ? 0 : 50123, peer, peer.isNull() ? 0 : 40567);
    QByteArray sent;
    QByteArray received;
    for (int i = 0; i < pieces; ++i) {
        if (i % 10 == 0) {
            const QByteArray request = pattern(piece / 3 + 1, i);
            tap->sent(request);
            sent += request;
        }
        const QByteArray answer = pattern(piece, 1000 + i);
        tap->received(answer);
        received += answer;
        clock.advance(std::chrono::milliseconds(7));
    }
    tap->closed(QStringLiteral("over"));
    const QString file = path("both.pcapng");
    const auto done = trace::exportPcapng(recorder.records(), file);
    QVERIFY(done.has_value());
    verifyNoComplaint(file);
    QVERIFY(follow(file, 0, 0) == sent);
    QVERIFY(follow(file, 0, 1) == received);
}

void TestPcapng::holdsHandshakesEndsNamesAndTimes()
{
    test::ManualClock clock;
    base::Redactor redactor;
    TraceRecorder recorder(clock, redactor);
    const auto north = recorder.makeTap(QStringLiteral("dvr"), QStringLiteral("north: main"));
    const auto south = recorder.makeTap(QStringLiteral("dvr"), QStringLiteral("south: Größe"));
    north->opened(kLocal, 50000, kPeer, 34567);
    south->opened(kLocal, 50001, kPeer, 34567);
    clock.advance(std::chrono::milliseconds(1250));
    north->sent("question");
    south->received("answer");
    north->closed(QStringLiteral("closed by peer"));
    const QString file = path("names.pcapng");
    QVERIFY(trace::exportPcapng(recorder.records(), file).has_value());
    verifyNoComplaint(file);
    const QByteArray fields =
        tshark({QStringLiteral("-r"), file, QStringLiteral("-T"), QStringLiteral("fields"),
                QStringLiteral("-E"), QStringLiteral("separator=|"), QStringLiteral("-e"),
                QStringLiteral("frame.interface_name"), QStringLiteral("-e"), QStringLiteral("tcp.flags.str"),
                QStringLiteral("-e"), QStringLiteral("tcp.len"), QStringLiteral("-e"),
                QStringLiteral("frame.time_epoch"), QStringLiteral("-e"), QStringLiteral("frame.comment")});
    const QByteArray start = QByteArray::number(clock.now().toSecsSinceEpoch() - 1);
    QByteArray lines = fields;
    lines.replace("·", "");
    const QList<QByteArray> expected{
        "dvr: north: main|S|0|" + start + ".000000000|dvr: north: main",
        "dvr: north: main|AS|0|" + start + ".000000000|",
        "dvr: north: main|A|0|" + start + ".000000000|",
        "dvr: south: Größe|S|0|" + start + ".000000000|dvr: south: Größe",
        "dvr: south: Größe|AS|0|" + start + ".000000000|",
        "dvr: south: Größe|A|0|" + start + ".000000000|",
        "dvr: north: main|AP|8|" + QByteArray::number(start.toLongLong() + 1) + ".250000000|",
        "dvr: south: Größe|AP|6|" + QByteArray::number(start.toLongLong() + 1) + ".250000000|",
        "dvr: north: main|AF|0|" + QByteArray::number(start.toLongLong() + 1) + ".250000000|closed by peer",
        "dvr: north: main|AF|0|" + QByteArray::number(start.toLongLong() + 1) + ".250000000|",
        "dvr: north: main|A|0|" + QByteArray::number(start.toLongLong() + 1) + ".250000000|",
    };
    QCOMPARE(lines.trimmed().split('\n'), expected);
}

void TestPcapng::exportsARingThatHasLostItsBeginning()
{
    test::ManualClock clock;
    base::Redactor redactor;
    TraceRecorder recorder(clock, redactor, {1 << 20, 25});
    const auto tap = recorder.makeTap(QStringLiteral("dvr"), QStringLiteral("north"));
    tap->opened(kLocal, 50000, kPeer, 40567);
    for (int i = 0; i < 100; ++i) {
        tap->sent("q" + QByteArray::number(i) + ";");
        tap->received("a" + QByteArray::number(i) + ";");
    }
    tap->closed(QStringLiteral("over"));
    const QString file = path("late.pcapng");
    QVERIFY(trace::exportPcapng(recorder.records(), file).has_value());
    verifyNoComplaint(file);
    QByteArray sent;
    QByteArray received;
    for (int i = 88; i < 100; ++i) {
        sent += "q" + QByteArray::number(i) + ";";
        received += "a" + QByteArray::number(i) + ";";
    }
    QCOMPARE(follow(file, 0, 0), sent);
    QCOMPARE(follow(file, 0, 1), received);
    QVERIFY(
        tshark({QStringLiteral("-r"), file, QStringLiteral("-V"), QStringLiteral("-c"), QStringLiteral("1")})
            .contains("the beginning is missing"));
}

void TestPcapng::keepsConnectionsWithTheSameAddressesApart()
{
    test::ManualClock clock;
    base::Redactor redactor;
    TraceRecorder recorder(clock, redactor);
    const auto tap = recorder.makeTap(QStringLiteral("dvr"), QStringLiteral("north"));
    for (int i = 0; i < 3; ++i) {
        tap->opened(kLocal, 50000, kPeer, 40567);
        tap->sent("hello " + QByteArray::number(i));
        tap->closed(QStringLiteral("over"));
    }
    const QString file = path("again.pcapng");
    QVERIFY(trace::exportPcapng(recorder.records(), file).has_value());
    verifyNoComplaint(file);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(follow(file, i, 0), "hello " + QByteArray::number(i));
}

void TestPcapng::holdsNoSecretAndTheSameLengths()
{
    test::ManualClock clock;
    base::Redactor redactor;
    redactor.addSecret("tlJwpbo6");
    redactor.addSecret("correct horse");
    TraceRecorder recorder(clock, redactor);
    const auto tap = recorder.makeTap(QStringLiteral("dvr"), QStringLiteral("north"));
    tap->opened(kLocal, 50000, kPeer, 40567);
    const QByteArray login = R"({"EncryptType":"MD5","PassWord":"unregist","UserName":"admin"})";
    const QByteArray users = R"({"Users":[{"Name":"admin","Hash":"tlJwpbo6","Memo":"correct horse"}]})";
    for (qsizetype cut = 0; cut <= login.size(); ++cut) {
        tap->sent(login.first(cut));
        tap->sent(login.sliced(cut));
    }
    for (qsizetype cut = 0; cut <= users.size(); ++cut) {
        tap->received(users.first(cut));
        tap->received(users.sliced(cut));
    }
    tap->closed(QStringLiteral("over"));
    const QString file = path("secrets.pcapng");
    QVERIFY(trace::exportPcapng(recorder.records(), file).has_value());
    verifyNoComplaint(file);
    const QByteArray sent = follow(file, 0, 0);
    const QByteArray received = follow(file, 0, 1);
    QCOMPARE(sent.size(), login.size() * (login.size() + 1));
    QCOMPARE(received.size(), users.size() * (users.size() + 1));
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QByteArray all = written.readAll() + sent + received;
    for (const char *secret : {"unregist", "tlJwpbo6", "correct horse"})
        QVERIFY2(!all.contains(secret), secret);
    QVERIFY(sent.contains(R"("PassWord":"********","UserName":"admin")"));
}

void TestPcapng::writesAFileOnlyItsOwnerCanRead()
{
    const QString file = path("mine.pcapng");
    QVERIFY(trace::exportPcapng({}, file).has_value());
    constexpr auto kOthers = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(file) & kOthers));
}

void TestPcapng::streamsAsItGoes()
{
    test::ManualClock clock;
    base::Redactor redactor;
    TraceRecorder recorder(clock, redactor, {4096, 5}); // the ring is too small; the file has all
    const QString file = path("stream.pcapng");
    auto created = trace::TraceFile::create(file);
    QVERIFY(created.has_value());
    const auto stream = std::move(*created);
    recorder.addSink(stream.get());
    const auto tap = recorder.makeTap(QStringLiteral("dvr"), QStringLiteral("north"));
    tap->opened(kLocal, 50000, kPeer, 40567);
    QByteArray received;
    for (int i = 0; i < 200; ++i) {
        const QByteArray bytes = pattern(3000, i);
        tap->received(bytes);
        received += bytes;
    }
    QTRY_VERIFY(QFileInfo(file).size() > received.size()); // written before it is finished
    tap->closed(QStringLiteral("over"));
    recorder.removeSink(stream.get());
    QVERIFY(stream->finish().has_value());
    QVERIFY(stream->finish().has_value());
    verifyNoComplaint(file);
    QVERIFY(follow(file, 0, 1) == received);
}

void TestPcapng::narrowsTheFileThatIsThereAlready()
{
    const QString file = path("old.pcapng");
    QFile old(file);
    QVERIFY(old.open(QIODevice::WriteOnly));
    old.write("old");
    old.close();
    QVERIFY(old.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther));
    const auto stream = trace::TraceFile::create(file);
    QVERIFY(stream.has_value());
    QVERIFY(!(QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther)));
    QVERIFY((*stream)->finish().has_value());
    QVERIFY(!tshark({QStringLiteral("-r"), file}).contains("failed"));
}

void TestPcapng::saysWhyAFileCannotBeWritten()
{
    const QString nowhere = path("no/such/folder/x.pcapng");
    const auto stream = trace::TraceFile::create(nowhere);
    QVERIFY(!stream.has_value());
    QVERIFY(stream.error().is(base::CommonError::FileFailed));
    QVERIFY(stream.error().detail().contains(nowhere));
    const auto exported = trace::exportPcapng({}, nowhere);
    QVERIFY(!exported.has_value());
    QVERIFY(exported.error().detail().contains(nowhere));
}

void TestPcapng::saysThatTheDeviceIsFull()
{
    if (!QFile::exists(QStringLiteral("/dev/full")))
        QSKIP("no /dev/full here");
    QFile full(QStringLiteral("/dev/full"));
    QVERIFY(full.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    trace::PcapngWriter writer(full);
    QVERIFY(!writer.status().has_value());
    QVERIFY(writer.status().error().is(base::CommonError::FileFailed));
}

void TestPcapng::aFullDiskLeavesTheOldFile()
{
    const QString file = path("full.pcapng");
    QFile old(file);
    QVERIFY(old.open(QIODevice::WriteOnly));
    QCOMPARE(old.write("old"), 3);
    old.close();
    test::ManualClock clock;
    base::Redactor redactor;
    TraceRecorder recorder(clock, redactor, {1 << 20});
    const auto tap = recorder.makeTap(QStringLiteral("dvr"), QStringLiteral("north"));
    tap->opened(kLocal, 50000, kPeer, 40567);
    tap->received(pattern(12000, 1));
    for (const int room : {0, 5000}) {
        const test::FullDisk full{rlim_t(room)};
        const auto exported = trace::exportPcapng(recorder.records(), file);
        QVERIFY(!exported.has_value());
        QVERIFY(exported.error().is(base::CommonError::FileFailed));
        QVERIFY2(exported.error().detail().contains(QStringLiteral("the disk is full")),
                 qPrintable(exported.error().detail()));
    }
    QVERIFY(old.open(QIODevice::ReadOnly));
    QCOMPARE(old.readAll(), QByteArray("old"));
}

void TestPcapng::aTraceCutShortByAFullDiskIsNotCalledWhole()
{
    test::ManualClock clock;
    base::Redactor redactor;
    TraceRecorder recorder(clock, redactor, {1 << 20});
    const auto tap = recorder.makeTap(QStringLiteral("dvr"), QStringLiteral("north"));
    const QString file = path("cut.pcapng");
    const test::FullDisk full{5000};
    auto created = trace::TraceFile::create(file);
    QVERIFY(created.has_value());
    recorder.addSink(created->get());
    tap->opened(kLocal, 50000, kPeer, 40567);
    tap->received(pattern(12000, 1)); // less than Qt's buffer
    recorder.removeSink(created->get());
    const auto finished = (*created)->finish();
    QVERIFY(!finished.has_value());
    QVERIFY(finished.error().detail().contains(file));
}

QTEST_GUILESS_MAIN(TestPcapng)
#include "tst_pcapng.moc"
