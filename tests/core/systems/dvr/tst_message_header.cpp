// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/systems/dvr/message_header.h"

#include "core/systems/dvr/dvr_error.h"
#include "core/systems/dvr/message_ids.h"
#include "tests/core/systems/dvr/wire_kit.h"

#include <QTest>

#include <random>

using namespace opsdeck::dvr;
using opsdeck::test::fromHex;
using opsdeck::test::header;
using opsdeck::transport::FrameReader;
using opsdeck::transport::HeaderVerdict;

Q_DECLARE_METATYPE(opsdeck::dvr::MessageHeader)

class TestMessageHeader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAndWritesTheBytesOfTheField_data();
    void readsAndWritesTheBytesOfTheField();
    void readsBytes12And13BothWays();
    void setsTheLengthFromThePayload();
    void acceptsAnyReservedByteAndEitherVersion();
    void knowsWhichMessagesAreMediaStyle_data();
    void knowsWhichMessagesAreMediaStyle();
    void refusesOversizeFromTheHeader_data();
    void refusesOversizeFromTheHeader();
    void takesNoMemoryForARefusedLength();
    void skipsTheOemHeaderOf24Bytes_data();
    void skipsTheOemHeaderOf24Bytes();
    void findsTheMessageAfterNoise_data();
    void findsTheMessageAfterNoise();
    void survivesRandomNoise();
    void readsTheSameAtEveryCut();
};

void TestMessageHeader::readsAndWritesTheBytesOfTheField_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<MessageHeader>("expected");
    QTest::newRow("keep-alive request") << fromHex("ff000000 01000000 00000000 00 00 ee03 35000000")
                                        << MessageHeader{0, 0, 0, 1, 0, 0, 0, 1006, 0x35};
    QTest::newRow("keep-alive reply") << fromHex("ff010000 01000000 00000000 00 00 ef03 43000000")
                                      << MessageHeader{1, 0, 0, 1, 0, 0, 0, 1007, 0x43};
    QTest::newRow("claim") << fromHex("ff000000 06000000 00000000 00 00 8505 b8000000")
                           << MessageHeader{0, 0, 0, 6, 0, 0, 0, 1413, 0xb8};
    QTest::newRow("media") << fromHex("ff010000 06000000 00000000 00 00 8405 00200000")
                           << MessageHeader{1, 0, 0, 6, 0, 0, 0, 1412, 8192};
    QTest::newRow("end of playback") << fromHex("ff010000 4a000000 00000000 00 01 8e05 00000000")
                                     << MessageHeader{1, 0, 0, 0x4a, 0, 0, 1, 1422, 0};
    QTest::newRow("every field") << fromHex("ff010180 9f860100 fffffffe 02 01 8405 78563412")
                                 << MessageHeader{1, 1, 0x80, 0x0001869f, 0xfeffffff, 2, 1, 1412, 0x12345678};
}

void TestMessageHeader::readsAndWritesTheBytesOfTheField()
{
    QFETCH(QByteArray, bytes);
    QFETCH(MessageHeader, expected);
    QCOMPARE(bytes.size(), MessageHeader::kBytes);
    QVERIFY(MessageHeader::decode(bytes) == expected);
    QCOMPARE(expected.encode().toHex(' '), bytes.toHex(' '));
}

void TestMessageHeader::readsBytes12And13BothWays()
{
    const auto control = MessageHeader::decode(fromHex("ff010000 00000000 00000000 05 03 fd03 00000000"));
    QCOMPARE(int(control.totalPackets()), 5);
    QCOMPARE(int(control.currentPacket()), 3);
    const auto media = MessageHeader::decode(fromHex("ff010000 00000000 00000000 0f 01 8405 00000000"));
    QCOMPARE(int(media.channel()), 15);
    QVERIFY(media.isEnd());
    QVERIFY(!MessageHeader::decode(fromHex("ff010000 00000000 00000000 0f 02 8405 00000000")).isEnd());
}

void TestMessageHeader::setsTheLengthFromThePayload()
{
    MessageHeader wrong;
    wrong.messageId = 1006;
    wrong.payloadBytes = 99;
    QCOMPARE(encodeMessage(wrong, "abc").toHex(' '),
             fromHex("ff000000 00000000 00000000 0000 ee03 03000000 616263").toHex(' '));
}

void TestMessageHeader::acceptsAnyReservedByteAndEitherVersion()
{
    for (const char *start : {"ff000000", "ff010000", "ff010180", "ff010001", "ff00ffff"}) {
        const QByteArray bytes = fromHex(start) + fromHex("06000000 00000000 00 00 8405 00200000");
        QCOMPARE(inspectHeader(bytes).kind, HeaderVerdict::Kind::Frame);
        QCOMPARE(inspectHeader(bytes).payloadBytes, 8192);
    }
}

void TestMessageHeader::knowsWhichMessagesAreMediaStyle_data()
{
    QTest::addColumn<int>("id");
    QTest::addColumn<bool>("isMedia");
    for (int id : {1412, 1422, 1426, 1432, 1433, 1522, 1561, 1540, 1543, 1545, 1601})
        QTest::addRow("%d", id) << id << true;
    for (int id : {1000, 1001, 1006, 1007, 1021, 1043, 1410, 1411, 1413, 1414, 1423, 1504, 1523, 1524, 1531,
                   1541, 1563})
        QTest::addRow("%d", id) << id << false;
}

void TestMessageHeader::knowsWhichMessagesAreMediaStyle()
{
    QFETCH(int, id);
    QTEST(isMediaStyle(quint16(id)), "isMedia");
}

void TestMessageHeader::refusesOversizeFromTheHeader_data()
{
    QTest::addColumn<int>("id");
    QTest::addColumn<quint32>("length");
    QTest::addColumn<bool>("isRefused");
    const struct {
        int id;
        quint32 cap;
    } caps[] = {{1001, 1 << 20}, {1043, 1 << 20},  {1504, 1 << 20},  {1433, 1 << 20},
                {1412, 8 << 20}, {1422, 8 << 20},  {1426, 8 << 20},  {1561, 8 << 20},
                {1601, 8 << 20}, {1543, 64 << 20}, {1545, 64 << 20}, {3505, 1 << 20}};
    for (const auto &row : caps) {
        for (quint32 length : {0u, 1u, row.cap - 1, row.cap})
            QTest::addRow("%d claims %u", row.id, length) << row.id << length << false;
        for (quint32 length : {row.cap + 1, 0x7fffffffu, 0x80000000u, 0xffffffffu})
            QTest::addRow("%d claims %u", row.id, length) << row.id << length << true;
    }
}

void TestMessageHeader::refusesOversizeFromTheHeader()
{
    QFETCH(int, id);
    QFETCH(quint32, length);
    QFETCH(bool, isRefused);
    const auto verdict = inspectHeader(header(quint16(id), length));
    if (!isRefused) {
        QCOMPARE(verdict.kind, HeaderVerdict::Kind::Frame);
        QCOMPARE(verdict.payloadBytes, qint64(length));
        return;
    }
    QCOMPARE(verdict.kind, HeaderVerdict::Kind::Refuse);
    QVERIFY(verdict.error.has_value());
    QVERIFY(verdict.error->is(DvrError::Oversize));
    // The words name which message and how much.
    QVERIFY(verdict.error->detail().contains(QString::number(id)));
    QVERIFY(verdict.error->detail().contains(QString::number(length)));
}

void TestMessageHeader::takesNoMemoryForARefusedLength()
{
    FrameReader reader(MessageHeader::kBytes, MessageHeader::kHeadFlag, inspectHeader);
    reader.append(header(1412, 0xffffffffu));
    QVERIFY(!reader.next());
    for (int i = 0; i < 100; ++i)
        reader.append(QByteArray(8192, 'x'));
    QCOMPARE(reader.bufferedBytes(), 0);
    QVERIFY(!reader.next());
}

void TestMessageHeader::skipsTheOemHeaderOf24Bytes_data()
{
    QTest::addColumn<QByteArray>("oem");
    // FF r r r | ver r 5A A5 | SID | Seq | MsgId + 10000 | Total, Cur | DataLen
    QTest::newRow("discovery") << fromHex("ff000000 01005aa5 00000000 00000000 0a2d 0000 00000000");
    QTest::newRow("login reply") << fromHex("ff010000 01005aa5 57000000 01000000 f92a 0000 10000000");
    QTest::newRow("long") << fromHex("ff010000 01005aa5 57000000 ffffffff f92a 0100 ffffffff");
    QTest::newRow("version 255") << fromHex("ffffffff 01005aa5 57000000 00000000 f92a 0100 ffffffff");
}

void TestMessageHeader::skipsTheOemHeaderOf24Bytes()
{
    QFETCH(QByteArray, oem);
    FrameReader reader(MessageHeader::kBytes, MessageHeader::kHeadFlag, inspectHeader);
    const QByteArray good = opsdeck::test::wire(1007, opsdeck::test::body(R"({"Ret":100})"));
    reader.append(oem + good);
    const auto frame = reader.next();
    QVERIFY2(frame.has_value(), "an OEM header must never end the connection");
    QVERIFY(frame->has_value());
    QCOMPARE(int(MessageHeader::decode((*frame)->header).messageId), 1007);
    QCOMPARE(reader.garbageBytes(), quint64(oem.size()));
}

void TestMessageHeader::findsTheMessageAfterNoise_data()
{
    QTest::addColumn<QByteArray>("noise");
    QTest::newRow("zeros") << QByteArray(100, '\0');
    QTest::newRow("head flags") << QByteArray(100, '\xff');
    QTest::newRow("flag and version") << fromHex("ff01ff01ff01ff01");
    QTest::newRow("http") << QByteArray("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
    QTest::newRow("id below") << fromHex("ff010000 00000000 00000000 0000 e603 05000000");
    QTest::newRow("id above") << fromHex("ff010000 00000000 00000000 0000 a00f 05000000");
    QTest::newRow("version 2") << fromHex("ff020000 00000000 00000000 0000 ef03 05000000");
    QTest::newRow("half a header") << fromHex("ff010000 01000000 0000");
}

void TestMessageHeader::findsTheMessageAfterNoise()
{
    QFETCH(QByteArray, noise);
    FrameReader reader(MessageHeader::kBytes, MessageHeader::kHeadFlag, inspectHeader);
    const QByteArray good = opsdeck::test::wire(1007, "abc");
    reader.append(noise + good + noise + good);
    for (int i = 0; i < 2; ++i) {
        const auto frame = reader.next();
        QVERIFY(frame && frame->has_value());
        QCOMPARE((*frame)->payload.toByteArray(), QByteArray("abc"));
    }
    QCOMPARE(reader.garbageBytes(), quint64(2 * noise.size()));
}

void TestMessageHeader::survivesRandomNoise()
{
    std::minstd_rand random(20261120);
    for (int round = 0; round < 400; ++round) {
        FrameReader reader(MessageHeader::kBytes, MessageHeader::kHeadFlag, inspectHeader);
        qsizetype fed = 0;
        for (int piece = 0; piece < 20; ++piece) {
            QByteArray bytes(qsizetype(random() % 300), '\0');
            // Mostly the bytes that headers are made of.
            for (char &c : bytes)
                c = random() % 3 == 0 ? '\xff' : random() % 2 == 0 ? char(random() % 6) : char(random());
            fed += bytes.size();
            reader.append(bytes);
            int frames = 0;
            for (;;) {
                const auto frame = reader.next();
                if (!frame || !frame->has_value())
                    break;
                QVERIFY(++frames < 400);
                QVERIFY((*frame)->payload.size() <= fed);
            }
            QVERIFY(reader.bufferedBytes() <= fed);
        }
    }
}

void TestMessageHeader::readsTheSameAtEveryCut()
{
    const QByteArray first = opsdeck::test::wire(1007, opsdeck::test::body(R"({"Ret":100})"), 0x57, 7);
    const QByteArray second = opsdeck::test::wire(1412, QByteArray(64, '\xff'), 0x57, 8, 3);
    const QByteArray third = opsdeck::test::wire(1563, {}, 0x57, 9);
    const QByteArray noise = fromHex("ff01 00 ff");
    const QByteArray stream = noise + first + noise + second + third;
    const auto read = [](const QList<QByteArray> &pieces) {
        FrameReader reader(MessageHeader::kBytes, MessageHeader::kHeadFlag, inspectHeader);
        QByteArrayList messages;
        for (const QByteArray &piece : pieces) {
            reader.append(piece);
            for (;;) {
                const auto frame = reader.next();
                if (!frame || !frame->has_value())
                    break;
                messages.append((*frame)->header.toByteArray() + (*frame)->payload.toByteArray());
            }
        }
        return messages;
    };
    const QByteArrayList expected{first, second, third};
    for (qsizetype cut = 0; cut <= stream.size(); ++cut)
        QCOMPARE(read({stream.first(cut), stream.sliced(cut)}), expected);
    QList<QByteArray> bytes;
    for (const char c : stream)
        bytes.append(QByteArray(1, c));
    QCOMPARE(read(bytes), expected);
}

QTEST_GUILESS_MAIN(TestMessageHeader)
#include "tst_message_header.moc"
