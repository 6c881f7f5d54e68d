// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/systems/dvr/annex_b.h"

#include "app/simulator/systems/dvr/clip_library.h"

#include <QTest>

using namespace opsdeck::dvr::sim;

class TestAnnexB : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cutsAccessUnits_data();
    void cutsAccessUnits();
    void survivesEveryPrefix();
    void everyClipStartsWithAKeyFrameAndHasItsSize();
};

void TestAnnexB::cutsAccessUnits_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<bool>("isH265");
    QTest::addColumn<QList<bool>>("keys");
    QTest::addColumn<QByteArrayList>("units");
    const auto hex = [](const char *text) { return QByteArray::fromHex(text); };

    QTest::newRow("sps pps idr, p, p with mixed start codes")
        << hex("00000001 6742 00000001 68ce 000001 6588aa 00000001 419a01 000001 419a02") << false
        << QList<bool>{true, false, false}
        << QByteArrayList{hex("00000001674200000001 68ce 00000001 6588aa"), hex("00000001 419a01"),
                          hex("00000001 419a02")};
    QTest::newRow("two slices are one picture")
        << hex("000001 6588 000001 6540 000001 41e0") << false << QList<bool>{true, false}
        << QByteArrayList{hex("00000001 6588 00000001 6540"), hex("00000001 41e0")};
    QTest::newRow("sei starts the next unit")
        << hex("000001 6588 000001 0605 000001 419a") << false << QList<bool>{true, false}
        << QByteArrayList{hex("00000001 6588"), hex("00000001 0605 00000001 419a")};
    QTest::newRow("h265 vps sps pps idr and trail")
        << hex("00000001 4001 00000001 4201 00000001 4401 00000001 260180 00000001 020180") << true
        << QList<bool>{true, false}
        << QByteArrayList{hex("00000001 4001 00000001 4201 00000001 4401 00000001 260180"),
                          hex("00000001 020180")};
    QTest::newRow("nothing") << QByteArray() << false << QList<bool>() << QByteArrayList();
    QTest::newRow("no start code") << hex("6588aabbccdd") << false << QList<bool>() << QByteArrayList();
}

void TestAnnexB::cutsAccessUnits()
{
    QFETCH(QByteArray, stream);
    QFETCH(bool, isH265);
    QFETCH(QList<bool>, keys);
    QFETCH(QByteArrayList, units);
    const auto cut = splitAccessUnits(stream, isH265 ? ClipCodec::H265 : ClipCodec::H264);
    QCOMPARE(cut.size(), units.size());
    for (qsizetype i = 0; i < cut.size(); ++i) {
        QCOMPARE(cut[i].isKey, keys[i]);
        QCOMPARE(cut[i].bytes.toHex(), units[i].toHex());
    }
}

void TestAnnexB::survivesEveryPrefix()
{
    const QByteArray stream = QByteArray::fromHex(
        "00000001 4001 00000001 4201 00000001 4401 00000001 260180 00000001 020180 000001");
    for (qsizetype length = 0; length <= stream.size(); ++length) {
        for (const ClipCodec codec : {ClipCodec::H264, ClipCodec::H265})
            QVERIFY(splitAccessUnits(QByteArrayView(stream).first(length), codec).size() <= 4);
    }
}

void TestAnnexB::everyClipStartsWithAKeyFrameAndHasItsSize()
{
    const auto library = ClipLibrary::load();
    QVERIFY2(library, library ? "" : qPrintable(library.error().detail()));
    const auto clips = (*library)->ofClass(QStringLiteral("mix"));
    QVERIFY(clips.size() >= 14);
    QVERIFY((*library)->ofClass(QStringLiteral("d1")).size() >= 8);
    for (const char *name : {"d1", "720p", "1080p", "h265-d1", "h265-720p", "h265-1080p"})
        QVERIFY2(!(*library)->ofClass(QString::fromLatin1(name)).isEmpty(), name);
    QVERIFY((*library)->ofClass(QStringLiteral("8k")).isEmpty());
    for (const Clip *clip : clips) {
        for (const Encoding *encoding : {&clip->main, &clip->extra}) {
            QVERIFY2(encoding->units.size() >= 100, qPrintable(clip->name));
            QVERIFY(encoding->units.constFirst().isKey);
            int keys = 0;
            for (const AccessUnit &unit : encoding->units) {
                QVERIFY(unit.bytes.startsWith(QByteArray("\0\0\0\1", 4)));
                keys += unit.isKey ? 1 : 0;
            }
            // A key frame at least every two seconds.
            QVERIFY2(keys * 50 >= encoding->units.size(), qPrintable(clip->name));
        }
        QCOMPARE(clip->extra.width, 352);
        QCOMPARE(clip->extra.height, 288);
    }
}

QTEST_GUILESS_MAIN(TestAnnexB)
#include "tst_annex_b.moc"
