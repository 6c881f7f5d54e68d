// SPDX-License-Identifier: GPL-3.0-or-later
// Live streams as clients see them that were written from the protocol page.
#include "tests/simulator/dvr_device_rig.h"
#include "tests/simulator/stranger.h"

using namespace opsdeck;
using namespace std::chrono_literals;
using dvr::sim::DvrOptions;
using dvr::sim::DvrSimulator;
using test::Stranger;

namespace {

/// One media frame, put together from packets as the page describes it.
struct Frame {
    quint8 type = 0;
    QByteArray header;
    QByteArray body;
};

} // namespace

class TestDvrLive : public QObject, private test::DvrDeviceRig
{
    Q_OBJECT
private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    void oneSocketGetsMediaRightAfterStart();
    void twoSocketsGetTheAnswerOnMainAndMediaOnTheOther();
    void paysHeedToTheClipsSize_data();
    void paysHeedToTheClipsSize();
    void packetsAndFramesAddUp_data();
    void packetsAndFramesAddUp();
    void keepsTheFrameRate();
    void theKeyFrameCarriesTheDevicesTime();
    void soundIsInterleaved();
    void severalStreamsShareOneSocket();
    void stopEndsTheStreamAndClosesItsSocket();
    void mediaSocketsGoWithTheMainSocket();
    void mediaSocketsGoWithTheSession();
    void aDrainedOneSocketStreamIsASignOfLife();
    void startWantsAClaim();
    void theFinalActionInTheClaimIsTakenAsAClaim();
    void claimByJsonSessionAlone();
    void aKeyFrameComesWhenAskedFor();
    void keyFramesCanBeAskedForOneChannel();
    void aSlowReaderLosesWholeFramesOnly();
    void streamQuirks_data();
    void streamQuirks();
    void refusesAClaimWithALongIdOnSomeFirmware();
    void twoDevicesDoNotMix();

private:
    QByteArray monitor(const Stranger &client, const QByteArray &action, int channel,
                       const QByteArray &stream = "Main")
    {
        return Stranger::monitor(action, channel, stream, client.sessionText());
    }
    void oneSocket(Stranger &client, int channel, const QByteArray &stream = "Main");
    /// Reads media until `count` frames are whole; checks what holds for every packet.
    QList<Frame> frames(Stranger &client, int count, int *largest = nullptr,
                        QList<quint32> *sequences = nullptr);
};

void TestDvrLive::oneSocket(Stranger &client, int channel, const QByteArray &stream)
{
    if (client.session == 0)
        QCOMPARE(client.login().ret(), 100);
    QCOMPARE(client.ask(1413, monitor(client, "Claim", channel, stream)).ret(), 100);
    const auto before = m_device->streamCount();
    client.send(1410, monitor(client, "Start", channel, stream));
    QVERIFY(QTest::qWaitFor([&] { return m_device->streamCount() == before + 1; }));
}

QList<Frame> TestDvrLive::frames(Stranger &client, int count, int *largest, QList<quint32> *sequences)
{
    QList<Frame> result;
    QByteArray bytes;
    for (int turn = 0; turn < 4000 && result.size() < count; ++turn) {
        auto packet = client.receive(0);
        if (!packet) {
            m_clock->advance(10ms);
            packet = client.receive(5);
        }
        if (!packet)
            continue;
        if (packet->id() != 1412) {
            QTest::qFail("something else than media", __FILE__, __LINE__);
            return result;
        }
        if (largest)
            *largest = qMax(*largest, int(packet->payload.size()));
        if (sequences)
            sequences->append(packet->sequence());
        bytes += packet->payload;
        while (bytes.size() >= 8) {
            if (!bytes.startsWith(QByteArray("\0\0\1", 3))) {
                QTest::qFail("a frame does not begin where the last one ended", __FILE__, __LINE__);
                return result;
            }
            const auto type = quint8(bytes[3]);
            const qsizetype head = type == 0xFC || type == 0xFE ? 16 : 8;
            if (bytes.size() < head)
                break;
            const qsizetype length = head == 16     ? Stranger::little(bytes, 12, 4)
                                     : type == 0xFD ? Stranger::little(bytes, 4, 4)
                                                    : Stranger::little(bytes, 6, 2);
            if (bytes.size() < head + length)
                break;
            result.append({type, bytes.left(head), bytes.mid(head, length)});
            bytes.remove(0, head + length);
        }
    }
    return result;
}

void TestDvrLive::oneSocketGetsMediaRightAfterStart()
{
    start();
    Stranger client(m_device->port());
    client.login();
    client.send(1413, monitor(client, "Claim", 0), 40);
    const auto claim = client.receive();
    QVERIFY(claim);
    QCOMPARE(claim->id(), 1414);
    QCOMPARE(claim->sequence(), 41u);
    QCOMPARE(claim->ret(), 100);
    QCOMPARE(claim->json().value(QLatin1String("Name")).toString(), QStringLiteral("OPMonitor"));
    client.send(1410, monitor(client, "Start", 0), 41);
    QVERIFY(QTest::qWaitFor([&] { return m_device->streamCount() == 1; }));
    m_clock->advance(100ms);
    const auto first = client.receive();
    QVERIFY(first);
    // No 1411: the next thing on this socket is the key frame.
    QCOMPARE(first->id(), 1412);
    QCOMPARE(first->byte(0), quint8(0xFF));
    QCOMPARE(first->byte(1), quint8(1));
    QCOMPARE(first->byte(2), quint8(0));
    QCOMPARE(first->byte(12), quint8(0));
    QCOMPARE(first->sessionId(), client.session);
    QCOMPARE(first->sequence(), 1u);
    QVERIFY(first->payload.startsWith(QByteArray("\x00\x00\x01\xFC\x02\x19\x58\x48", 8)));
}

void TestDvrLive::twoSocketsGetTheAnswerOnMainAndMediaOnTheOther()
{
    start();
    Stranger main(m_device->port());
    Stranger media(m_device->port());
    main.login();
    media.session = main.session;
    QCOMPARE(media.ask(1413, monitor(main, "Claim", 2)).ret(), 100);
    main.send(1410, monitor(main, "Start", 2), 17);
    const auto reply = main.receive();
    QVERIFY(reply);
    QCOMPARE(reply->id(), 1411);
    QCOMPARE(reply->sequence(), 17u);
    QCOMPARE(reply->ret(), 100);
    const auto got = frames(media, 30);
    QCOMPARE(got.size(), 30);
    QCOMPARE(got.first().type, quint8(0xFC));
    QVERIFY(!main.receive(0));
    // The main socket stays free for requests.
    QCOMPARE(main.ask(1006, main.named("KeepAlive")).ret(), 100);
}

void TestDvrLive::paysHeedToTheClipsSize_data()
{
    QTest::addColumn<QString>("clip");
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<QByteArray>("bytes"); ///< 4 to 7 of the key frame's header
    QTest::addColumn<int>("byte2");
    const auto row = [](const char *clip, const char *stream, const char *hex, int byte2) {
        QTest::addRow("%s %s", clip, stream)
            << QString::fromLatin1(clip) << QByteArray(stream) << QByteArray::fromHex(hex) << byte2;
    };
    row("d1", "Main", "02195848", 0);    // 704x576: 88, 72
    row("d1", "Extra1", "02192c24", 1);  // 352x288: 44, 36
    row("720p", "Main", "0219a05a", 0);  // 1280x720: 160, 90
    row("1080p", "Main", "0219f087", 0); // 1920x1080: 240, 135
    row("h265-d1", "Main", "03195848", 0);
    row("h265-d1", "Extra1", "03192c24", 1);
    row("h265-720p", "Main", "0319a05a", 0);
    row("h265-1080p", "Main", "0319f087", 0);
}

void TestDvrLive::paysHeedToTheClipsSize()
{
    QFETCH(QString, clip);
    QFETCH(QByteArray, stream);
    QFETCH(QByteArray, bytes);
    QFETCH(int, byte2);
    DvrOptions options;
    options.clipClass = clip;
    start(options);
    Stranger client(m_device->port());
    oneSocket(client, 3, stream);
    m_clock->advance(100ms);
    const auto first = client.receive();
    QVERIFY(first);
    QCOMPARE(first->payload.left(4).toHex(), QByteArray("000001fc"));
    QCOMPARE(first->payload.mid(4, 4).toHex(), bytes.toHex());
    QCOMPARE(int(first->byte(2)), byte2);
    QCOMPARE(int(first->byte(12)), 3);
    // Parameter sets come first: VPS (0x40) for H.265, SPS for H.264.
    const QByteArray nal = first->payload.mid(16, 5);
    QVERIFY2(nal.startsWith(QByteArray("\0\0\0\1", 4)), nal.toHex().constData());
    const auto head = quint8(nal[4]);
    QCOMPARE(clip.startsWith(QLatin1String("h265")) ? (head >> 1 & 0x3F) : (head & 0x1F),
             clip.startsWith(QLatin1String("h265")) ? 32 : 7);
}

void TestDvrLive::packetsAndFramesAddUp_data()
{
    QTest::addColumn<QString>("quirk");
    QTest::addColumn<int>("largest");
    QTest::addColumn<quint32>("firstSequence");
    QTest::newRow("default") << QString() << 8192 << 1u;
    QTest::newRow("big packets") << QStringLiteral("big-packets") << 27406 << 1u;
    QTest::newRow("shared packets") << QStringLiteral("shared-packets") << 8192 << 1u;
    QTest::newRow("from zero") << QStringLiteral("media-from-zero") << 8192 << 0u;
}

void TestDvrLive::packetsAndFramesAddUp()
{
    QFETCH(QString, quirk);
    QFETCH(int, largest);
    QFETCH(quint32, firstSequence);
    DvrOptions options;
    options.clipClass = QStringLiteral("1080p");
    if (!quirk.isEmpty())
        options.quirks = {quirk};
    start(options);
    Stranger client(m_device->port());
    oneSocket(client, 0);
    int seen = 0;
    QList<quint32> sequences;
    // The clip is 100 frames long, and each has sound beside it: go round the end.
    const auto got = frames(client, 260, &seen, &sequences);
    QCOMPARE(got.size(), 260);
    QCOMPARE(seen, largest);
    for (qsizetype i = 0; i < sequences.size(); ++i)
        QCOMPARE(sequences[i], firstSequence + quint32(i));
    int keys = 0;
    for (const Frame &frame : got) {
        keys += frame.type == 0xFC ? 1 : 0;
        if (frame.type == 0xFC || frame.type == 0xFD)
            QVERIFY(frame.body.startsWith(QByteArray("\0\0\0\1", 4)));
    }
    QVERIFY2(keys >= 3, QByteArray::number(keys).constData());
}

void TestDvrLive::keepsTheFrameRate()
{
    start();
    Stranger client(m_device->port());
    oneSocket(client, 2);
    m_clock->advance(10s);
    QVERIFY2(m_device->counters().framesSent >= 249 && m_device->counters().framesSent <= 251,
             QByteArray::number(m_device->counters().framesSent).constData());
    // A stall is not caught up with: no flood of old pictures.
    const auto before = m_device->counters().framesSent;
    m_clock->advance(40ms);
    QVERIFY(m_device->counters().framesSent <= before + 2);
}

void TestDvrLive::theKeyFrameCarriesTheDevicesTime()
{
    start();
    Stranger client(m_device->port());
    client.login();
    QCOMPARE(
        client
            .ask(1450,
                 "{\"Name\":\"OPTimeSetting\",\"OPTimeSetting\":\"2031-12-30 23:58:57\",\"SessionID\":\"" +
                     client.sessionText() + "\"}")
            .ret(),
        100);
    QCOMPARE(
        client.ask(1452, client.named("OPTimeQuery")).json().value(QLatin1String("OPTimeQuery")).toString(),
        QStringLiteral("2031-12-30 23:58:57"));
    oneSocket(client, 0);
    const auto got = frames(client, 1);
    QCOMPARE(got.size(), 1);
    const quint32 time = Stranger::little(got[0].header, 8, 4);
    QCOMPARE(time & 0x3F, 57u);
    QCOMPARE(time >> 6 & 0x3F, 58u);
    QCOMPARE(time >> 12 & 0x1F, 23u);
    QCOMPARE(time >> 17 & 0x1F, 30u);
    QCOMPARE(time >> 22 & 0x0F, 12u);
    QCOMPARE(time >> 26, 31u);
}

void TestDvrLive::soundIsInterleaved()
{
    start();
    Stranger client(m_device->port());
    oneSocket(client, 0);
    const auto got = frames(client, 60);
    int sound = 0;
    for (const Frame &frame : got) {
        if (frame.type != 0xFA)
            continue;
        ++sound;
        QCOMPARE(frame.header.toHex(), QByteArray("000001fa0e024001"));
        QCOMPARE(frame.body.size(), 320);
    }
    QVERIFY(sound >= 29 && sound <= 31);

    Stranger silent(m_device->port());
    oneSocket(silent, 2);
    for (const Frame &frame : frames(silent, 30))
        QVERIFY(frame.type != 0xFA);
}

void TestDvrLive::severalStreamsShareOneSocket()
{
    start();
    Stranger client(m_device->port());
    client.login();
    for (const int channel : {2, 3})
        QCOMPARE(client.ask(1413, monitor(client, "Claim", channel)).ret(), 100);
    for (const int channel : {2, 3})
        client.send(1410, monitor(client, "Start", channel));
    QVERIFY(QTest::qWaitFor([&] { return m_device->streamCount() == 2; }));
    m_clock->advance(1s);
    QMap<int, quint32> next;
    int packets = 0;
    while (const auto packet = client.receive(20)) {
        QCOMPARE(packet->id(), 1412);
        const int channel = packet->byte(12);
        QCOMPARE(packet->sequence(), ++next[channel]);
        ++packets;
    }
    QCOMPARE(next.keys(), QList<int>({2, 3}));
    QVERIFY(packets >= 50);
}

void TestDvrLive::stopEndsTheStreamAndClosesItsSocket()
{
    start();
    Stranger main(m_device->port());
    Stranger media(m_device->port());
    main.login();
    media.session = main.session;
    media.ask(1413, monitor(main, "Claim", 1));
    QCOMPARE(main.ask(1410, monitor(main, "Start", 1)).ret(), 100);
    m_clock->advance(200ms);
    QCOMPARE(main.ask(1410, monitor(main, "Stop", 1)).ret(), 100);
    QVERIFY(media.waitClosed());
    QCOMPARE(m_device->streamCount(), 0);
    QCOMPARE(main.ask(1410, monitor(main, "Stop", 1)).ret(), 103);

    // On one socket the stream ends, the socket stays.
    oneSocket(main, 1);
    m_clock->advance(200ms);
    QCOMPARE(main.ask(1410, monitor(main, "Stop", 1)).ret(), 100);
    m_clock->advance(1s);
    QVERIFY(!main.receive(20));
    QCOMPARE(main.ask(1006, main.named("KeepAlive")).ret(), 100);
}

void TestDvrLive::mediaSocketsGoWithTheMainSocket()
{
    start();
    auto main = std::make_unique<Stranger>(m_device->port());
    Stranger running(m_device->port());
    Stranger claimed(m_device->port());
    main->login();
    running.session = claimed.session = main->session;
    running.ask(1413, monitor(*main, "Claim", 1));
    claimed.ask(1413, monitor(*main, "Claim", 2));
    QCOMPARE(main->ask(1410, monitor(*main, "Start", 1)).ret(), 100);
    main.reset();
    QVERIFY(running.waitClosed());
    QVERIFY(claimed.waitClosed());
    QCOMPARE(m_device->streamCount(), 0);
    QCOMPARE(m_device->sessionCount(), 0);
}

void TestDvrLive::mediaSocketsGoWithTheSession()
{
    start();
    Stranger main(m_device->port());
    Stranger media(m_device->port());
    main.login();
    media.session = main.session;
    media.ask(1413, monitor(main, "Claim", 1));
    QCOMPARE(main.ask(1410, monitor(main, "Start", 1)).ret(), 100);
    m_clock->advance(62s); // no keep-alive
    QVERIFY(media.waitClosed());
    QCOMPARE(main.ask(1410, monitor(main, "Stop", 1)).ret(), 202);
}

void TestDvrLive::aDrainedOneSocketStreamIsASignOfLife()
{
    for (const bool isStrict : {false, true}) {
        DvrOptions options;
        if (isStrict)
            options.quirks = {QStringLiteral("strict-keepalive")};
        start(options);
        Stranger client(m_device->port());
        oneSocket(client, 2, "Extra1");
        m_clock->advance(90s);
        QCOMPARE(m_device->sessionCount(), isStrict ? 0 : 1);
        m_device.reset();
    }
}

void TestDvrLive::startWantsAClaim()
{
    start();
    Stranger client(m_device->port());
    client.login();
    QCOMPARE(client.ask(1410, monitor(client, "Start", 0)).ret(), 103);
    QCOMPARE(client.ask(1413, monitor(client, "Claim", 0, "Extra1")).ret(), 100);
    QCOMPARE(client.ask(1410, monitor(client, "Start", 0, "Main")).ret(), 103);
    QCOMPARE(client.ask(1410, monitor(client, "Dance", 0)).ret(), 103);
    QCOMPARE(client.ask(1413, monitor(client, "Claim", 0, "Extra2")).ret(), 103);
    QCOMPARE(m_device->streamCount(), 0);
}

void TestDvrLive::theFinalActionInTheClaimIsTakenAsAClaim()
{
    start();
    Stranger client(m_device->port());
    client.login();
    QCOMPARE(client.ask(1413, monitor(client, "Start", 4)).ret(), 100);
    QCOMPARE(m_device->streamCount(), 0);
    client.send(1410, monitor(client, "start", 4));
    QCOMPARE(frames(client, 1).size(), 1);
}

void TestDvrLive::claimByJsonSessionAlone()
{
    start();
    Stranger main(m_device->port());
    Stranger media(m_device->port());
    main.login();
    QCOMPARE(media.session, 0u);
    QCOMPARE(media.ask(1413, monitor(main, "Claim", 1)).ret(), 100);
    QCOMPARE(main.ask(1410, monitor(main, "Start", 1)).ret(), 100);
    QCOMPARE(frames(media, 5).size(), 5);
}

void TestDvrLive::aKeyFrameComesWhenAskedFor()
{
    start();
    Stranger main(m_device->port());
    Stranger media(m_device->port());
    main.login();
    media.session = main.session;
    media.ask(1413, monitor(main, "Claim", 2));
    QCOMPARE(main.ask(1410, monitor(main, "Start", 2)).ret(), 100);
    auto got = frames(media, 20);
    for (qsizetype i = 1; i < got.size(); ++i)
        QCOMPARE(got[i].type, quint8(0xFD));
    const auto reply = main.ask(1562);
    QCOMPARE(reply.id(), 1563);
    QVERIFY(reply.payload.isEmpty());
    got = frames(media, 2);
    QCOMPARE(got.size(), 2);
    QVERIFY(got[0].type == 0xFC || got[1].type == 0xFC);
    QCOMPARE(m_device->counters().keyFramesAsked, 1u);
}

void TestDvrLive::keyFramesCanBeAskedForOneChannel()
{
    start();
    Stranger client(m_device->port());
    Stranger one(m_device->port());
    Stranger two(m_device->port());
    client.login();
    one.session = two.session = client.session;
    one.ask(1413, monitor(client, "Claim", 2));
    two.ask(1413, monitor(client, "Claim", 3));
    QCOMPARE(client.ask(1410, monitor(client, "Start", 2)).ret(), 100);
    QCOMPARE(client.ask(1410, monitor(client, "Start", 3)).ret(), 100);
    m_clock->advance(400ms);
    frames(one, 9);
    frames(two, 9);
    QCOMPARE(client.ask(1562, "{\"Channel\":2,\"SessionID\":\"" + client.sessionText() + "\"}").id(), 1563);
    m_clock->advance(200ms);
    const auto hasKey = [](const QList<Frame> &list) {
        return std::any_of(list.begin(), list.end(), [](const Frame &f) { return f.type == 0xFC; });
    };
    QVERIFY(hasKey(frames(one, 5)));
    QVERIFY(!hasKey(frames(two, 5)));
}

void TestDvrLive::aSlowReaderLosesWholeFramesOnly()
{
    DvrOptions options;
    options.clipClass = QStringLiteral("1080p");
    options.aliveIntervalSeconds = 3600;
    start(options);
    Stranger slow(m_device->port());
    oneSocket(slow, 0);
    slow.socket.setReadBufferSize(4096);
    for (int second = 0; second < 120 && m_device->counters().framesDropped == 0; ++second)
        m_clock->advance(1s);
    QVERIFY(m_device->counters().framesDropped > 0);
    const quint64 sent = m_device->counters().bytesSent;
    const quint64 dropped = m_device->counters().framesDropped;
    m_clock->advance(60s);
    // It holds what it has; the sockets' own buffers may still take a little of the 13 MB that a minute is.
    QVERIFY(m_device->counters().bytesSent - sent < 4 << 20);
    QVERIFY(m_device->counters().framesDropped > dropped + 1000);
    // Reading on, all that had been sent is whole; what comes after the gap begins with a key frame.
    slow.socket.setReadBufferSize(0);
    QByteArray bytes;
    while (const auto packet = slow.receive(200))
        bytes += packet->payload;
    QVERIFY(bytes.size() > 2 << 20);
    qsizetype at = 0;
    while (at + 16 <= bytes.size()) {
        QCOMPARE(bytes.mid(at, 3), QByteArray("\0\0\1", 3));
        const auto type = quint8(bytes[at + 3]);
        at += type == 0xFC   ? 16 + Stranger::little(bytes, at + 12, 4)
              : type == 0xFD ? 8 + Stranger::little(bytes, at + 4, 4)
                             : 8 + Stranger::little(bytes, at + 6, 2);
    }
    QCOMPARE(at, bytes.size());
    const auto next = frames(slow, 5);
    QCOMPARE(next.size(), 5);
    QCOMPARE(next[0].type, quint8(0xFC));
}

void TestDvrLive::streamQuirks_data()
{
    QTest::addColumn<QString>("quirk");
    QTest::addColumn<QString>("clip");
    QTest::newRow("mid-gop") << QStringLiteral("mid-gop") << QStringLiteral("d1");
    QTest::newRow("h265-marked-h264") << QStringLiteral("h265-marked-h264") << QStringLiteral("h265-d1");
    QTest::newRow("h265-byte2") << QStringLiteral("h265-byte2") << QStringLiteral("h265-d1");
    QTest::newRow("bogus-frames") << QStringLiteral("bogus-frames") << QStringLiteral("d1");
    QTest::newRow("info-frames") << QStringLiteral("info-frames") << QStringLiteral("d1");
    QTest::newRow("version-zero") << QStringLiteral("version-zero") << QStringLiteral("d1");
    QTest::newRow("always-monitor-reply") << QStringLiteral("always-monitor-reply") << QStringLiteral("d1");
}

void TestDvrLive::streamQuirks()
{
    QFETCH(QString, quirk);
    QFETCH(QString, clip);
    bool seen[2] = {false, false};
    for (const bool isOn : {false, true}) {
        DvrOptions options;
        options.clipClass = clip;
        if (isOn)
            options.quirks = {quirk};
        start(options);
        Stranger client(m_device->port());
        oneSocket(client, 0);
        auto first = client.receive(0);
        if (!first) {
            m_clock->advance(100ms);
            first = client.receive();
        }
        QVERIFY(first);
        if (first->id() == 1411) {
            seen[isOn] = quirk == QLatin1String("always-monitor-reply");
        } else if (quirk == QLatin1String("mid-gop")) {
            seen[isOn] = quint8(first->payload[3]) == 0xFD;
        } else if (quirk == QLatin1String("h265-marked-h264")) {
            seen[isOn] = first->payload[4] == 0x02;
        } else if (quirk == QLatin1String("h265-byte2")) {
            seen[isOn] = first->byte(2) == 1;
        } else if (quirk == QLatin1String("version-zero")) {
            seen[isOn] = first->byte(1) == 0;
        } else {
            m_clock->advance(3s);
            while (const auto packet = client.receive(20)) {
                if (quirk == QLatin1String("info-frames"))
                    seen[isOn] = seen[isOn] || packet->payload.startsWith(QByteArray("\0\0\1\xF9\1", 5));
                else
                    seen[isOn] =
                        seen[isOn] || (packet->payload.size() == 135 &&
                                       packet->payload.mid(8, 7) == QByteArray("\0\0\0\1\x11\1\x78", 7));
            }
        }
        m_device.reset();
    }
    QVERIFY(!seen[0]);
    QVERIFY(seen[1]);
}

void TestDvrLive::refusesAClaimWithALongIdOnSomeFirmware()
{
    DvrOptions options;
    options.quirks = {QStringLiteral("claim-wants-short-id")};
    start(options);
    Stranger client(m_device->port());
    client.login();
    QCOMPARE(client.ask(1413, monitor(client, "Claim", 0)).ret(), 103);
    const QByteArray shortId = "0x" + QByteArray::number(client.session, 16);
    QCOMPARE(client.ask(1413, Stranger::monitor("Claim", 0, "Main", shortId)).ret(), 100);
}

void TestDvrLive::twoDevicesDoNotMix()
{
    start();
    DvrOptions options;
    options.port = 0;
    options.seed = 2;
    auto second = DvrSimulator::make(options, *m_clock);
    QVERIFY(second);
    QVERIFY((*second)->listen());
    Stranger client(m_device->port());
    client.login();
    Stranger other((*second)->port());
    other.session = client.session;
    QCOMPARE(other.ask(1020, client.named("SystemInfo")).ret(), 105);
    QCOMPARE((*second)->sessionCount(), 0);
}

QTEST_GUILESS_MAIN(TestDvrLive)
#include "tst_dvr_live.moc"
