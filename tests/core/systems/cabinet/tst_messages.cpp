// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/systems/cabinet/messages.h"
#include "tests/core/systems/cabinet/golden.h"

#include <QTest>

#include <functional>

using namespace opsdeck;
using namespace opsdeck::cabinet;

namespace {

/// What a decoder made of a payload, in words.
using Decode = QString (*)(QByteArrayView payload);

QString failed(const base::Error &error)
{
    return QStringLiteral("error: ") + error.detail();
}

template <typename T, typename Say>
QString said(const base::Result<T> &result, Say say)
{
    return result ? say(*result) : failed(result.error());
}

QString saidText(const base::Result<QString> &result)
{
    return said(result, [](const QString &text) { return text; });
}

QString saidInventory(const base::Result<QList<SlotEntry>> &result)
{
    return said(result, [](const QList<SlotEntry> &entries) {
        QStringList words;
        for (const SlotEntry &entry : entries) {
            QString word =
                QStringLiteral("%1 %2 %3").arg(entry.slot).arg(bankName(entry.bank)).arg(entry.level);
            if (entry.health)
                word += QStringLiteral(" %1 mV %2 mA %3 C %4 %5")
                            .arg(entry.health->millivolts)
                            .arg(entry.health->milliamperes)
                            .arg(entry.health->celsius)
                            .arg(entry.health->status)
                            .arg(entry.health->stateOfHealth);
            words.append(word);
        }
        return words.join(QStringLiteral(", "));
    });
}

QString saidLogin(const base::Result<Login> &result)
{
    return said(result, [](const Login &login) {
        return QStringLiteral("%1 %2 %3 %4")
            .arg(login.rand, 8, 16, QLatin1Char('0'))
            .arg(login.magic, 4, 16, QLatin1Char('0'))
            .arg(login.sn)
            .arg(login.slotCount);
    });
}

QString saidEject(const base::Result<EjectAnswer> &result)
{
    return said(result, [](const EjectAnswer &answer) {
        return QStringLiteral("%1 %2 %3")
            .arg(answer.bank.slot)
            .arg(answer.isOk ? QStringLiteral("ok") : QStringLiteral("failed"), bankName(answer.bank.bank));
    });
}

QString saidReturn(const base::Result<ReturnedBank> &result)
{
    return said(result, [](const ReturnedBank &back) {
        return QStringLiteral("%1 %2%3")
            .arg(back.slot)
            .arg(bankName(back.bank))
            .arg(back.health ? QStringLiteral(" status %1").arg(back.health->status) : QString());
    });
}

struct Row {
    const char *name;
    Decode decode;
    const char *hex;
    const char *words;
};

const Row kRows[] = {
    {"login", [](QByteArrayView p) { return saidLogin(decodeLogin(p, 1)); },
     "55667788 0233 0011 524c3141303331373132303030303135 00", "55667788 0233 RL1A031712000015 0"},
    {"login without a NUL", [](QByteArrayView p) { return saidLogin(decodeLogin(p, 1)); },
     "00000001 0000 0003 414243", "00000001 0000 ABC 0"},
    {"login not ASCII", [](QByteArrayView p) { return saidLogin(decodeLogin(p, 1)); },
     "00000001 0000 0005 41ff5c0a 00", "00000001 0000 A\\xff\\x5c\\x0a 0"},
    {"login with an empty SN", [](QByteArrayView p) { return saidLogin(decodeLogin(p, 1)); },
     "00000001 0000 0001 00",
     "error: cabinet answered 0x60 with a serial number of 0 characters, expected 1 to 64"},
    {"login whose SN is past the payload", [](QByteArrayView p) { return saidLogin(decodeLogin(p, 1)); },
     "00000001 0000 ffff 4100", "error: cabinet answered 0x60 with 10 bytes, expected 65543"},
    {"login with more behind", [](QByteArrayView p) { return saidLogin(decodeLogin(p, 1)); },
     "00000001 0000 0002 4100 07", "error: cabinet answered 0x60 with 11 bytes, expected 10"},
    {"empty login", [](QByteArrayView p) { return saidLogin(decodeLogin(p, 1)); }, "",
     "error: cabinet answered 0x60 with 0 bytes, expected 8"},
    {"login of VSN 2 with nonce and slots", [](QByteArrayView p) { return saidLogin(decodeLogin(p, 2)); },
     "00000001 0000 0002 4100 deadbeef 0c", "00000001 0000 A 12"},
    {"login of VSN 2 with slots", [](QByteArrayView p) { return saidLogin(decodeLogin(p, 2)); },
     "00000001 0000 0002 4100 08", "00000001 0000 A 8"},
    {"login of VSN 2 with neither", [](QByteArrayView p) { return saidLogin(decodeLogin(p, 2)); },
     "00000001 0000 0002 4100", "00000001 0000 A 0"},
    {"login of VSN 2 with something else", [](QByteArrayView p) { return saidLogin(decodeLogin(p, 2)); },
     "00000001 0000 0002 4100 0102030405060708", "00000001 0000 A 0"},
    {"login of VSN 2 whose SN is past the payload",
     [](QByteArrayView p) { return saidLogin(decodeLogin(p, 2)); }, "00000001 0000 0012 4100",
     "error: cabinet answered 0x60 with 10 bytes, expected 26"},

    {"version", [](QByteArrayView p) { return saidText(decodeVersion(p)); }, "000b 412e30392e30312e303600",
     "A.09.01.06"},
    {"version without a NUL", [](QByteArrayView p) { return saidText(decodeVersion(p)); }, "0002 4131", "A1"},
    {"no version", [](QByteArrayView p) { return saidText(decodeVersion(p)); }, "0000", ""},
    {"version past the payload", [](QByteArrayView p) { return saidText(decodeVersion(p)); }, "0100 4131",
     "error: cabinet answered 0x62 with 4 bytes, expected 258"},
    {"version shorter than the payload", [](QByteArrayView p) { return saidText(decodeVersion(p)); },
     "0001 4131", "error: cabinet answered 0x62 with 4 bytes, expected 3"},
    {"half a length", [](QByteArrayView p) { return saidText(decodeVersion(p)); }, "00",
     "error: cabinet answered 0x62 with 1 bytes, expected 2"},
    {"version with a control character", [](QByteArrayView p) { return saidText(decodeVersion(p)); },
     "0004 411b4200",
     "A\xef\xbf\xbd"
     "B"},
    {"iccid", [](QByteArrayView p) { return saidText(decodeIccid(p)); },
     "0015 3839383630343031313031373730393832383339 00", "89860401101770982839"},

    {"inventory", [](QByteArrayView p) { return saidInventory(decodeInventory(p, 1)); },
     "02 02 524c31417c000041 04 03 524c31417c000044 04", "2 RL1A7C000041 4, 3 RL1A7C000044 4"},
    {"empty inventory", [](QByteArrayView p) { return saidInventory(decodeInventory(p, 1)); }, "00", ""},
    {"inventory that counts too many", [](QByteArrayView p) { return saidInventory(decodeInventory(p, 1)); },
     "03 02 524c31417c000041 04", "error: cabinet answered 0x64 with 11 bytes, expected 31"},
    {"inventory that counts too few", [](QByteArrayView p) { return saidInventory(decodeInventory(p, 1)); },
     "00 02 524c31417c000041 04", "error: cabinet answered 0x64 with 11 bytes, expected 1"},
    {"no inventory", [](QByteArrayView p) { return saidInventory(decodeInventory(p, 1)); }, "",
     "error: cabinet answered 0x64 with 0 bytes, expected 1"},
    {"inventory with slot 0", [](QByteArrayView p) { return saidInventory(decodeInventory(p, 1)); },
     "01 00 524c31417c000041 04", "error: cabinet answered 0x64 with slot 0, expected 1 to 255"},
    {"inventory with a slot twice", [](QByteArrayView p) { return saidInventory(decodeInventory(p, 1)); },
     "02 02 524c31417c000041 04 02 524c31417c000044 01", "2 RL1A7C000044 1"},
    {"inventory with a bank twice", [](QByteArrayView p) { return saidInventory(decodeInventory(p, 1)); },
     "02 02 524c31417c000041 04 05 524c31417c000041 03", "5 RL1A7C000041 3"},
    {"inventory of a strange level", [](QByteArrayView p) { return saidInventory(decodeInventory(p, 1)); },
     "01 09 ffffffff7c000041 c8", "9 FFFFFFFF7C000041 200"},
    {"inventory of VSN 2", [](QByteArrayView p) { return saidInventory(decodeInventory(p, 2)); },
     "01 02 524c31417c000041 03 0f3c 03e8 19 81 5f", "2 RL1A7C000041 3 3900 mV 1000 mA 25 C 129 95"},
    {"inventory of VSN 2 in the old layout",
     [](QByteArrayView p) { return saidInventory(decodeInventory(p, 2)); }, "01 02 524c31417c000041 03",
     "2 RL1A7C000041 3"},
    {"health in VSN 1", [](QByteArrayView p) { return saidInventory(decodeInventory(p, 1)); },
     "01 02 524c31417c000041 03 0f3c 03e8 19 81 5f",
     "error: cabinet answered 0x64 with 18 bytes, expected 11"},
    {"half an entry of VSN 2", [](QByteArrayView p) { return saidInventory(decodeInventory(p, 2)); },
     "01 02 524c31417c000041 03 0f3c", "error: cabinet answered 0x64 with 13 bytes, expected 18"},

    {"rent", [](QByteArrayView p) { return saidEject(decodeEjected(Command::Rent, p)); },
     "03 01 524c31417c000064", "3 ok RL1A7C000064"},
    {"rent refused", [](QByteArrayView p) { return saidEject(decodeEjected(Command::Rent, p)); },
     "03 00 0000000000000000", "3 failed 0000000000000000"},
    {"rent with a strange result",
     [](QByteArrayView p) { return saidEject(decodeEjected(Command::Rent, p)); }, "03 02 524c31417c000064",
     "error: cabinet answered 0x65 with result 2, expected 0 or 1"},
    {"rent too short", [](QByteArrayView p) { return saidEject(decodeEjected(Command::Rent, p)); }, "03 01",
     "error: cabinet answered 0x65 with 2 bytes, expected 10"},
    {"eject too long", [](QByteArrayView p) { return saidEject(decodeEjected(Command::Eject, p)); },
     "03 01 524c31417c000064 00", "error: cabinet answered 0x80 with 11 bytes, expected 10"},

    {"return", [](QByteArrayView p) { return saidReturn(decodeReturn(p, 1)); }, "01 524c31417c000052",
     "1 RL1A7C000052"},
    {"return too short", [](QByteArrayView p) { return saidReturn(decodeReturn(p, 1)); }, "01 524c31",
     "error: cabinet answered 0x66 with 4 bytes, expected 9"},
    {"return of VSN 2", [](QByteArrayView p) { return saidReturn(decodeReturn(p, 2)); },
     "01 524c31417c000052 0f3c 0000 19 04 5f", "1 RL1A7C000052 status 4"},
    {"health in a return of VSN 1", [](QByteArrayView p) { return saidReturn(decodeReturn(p, 1)); },
     "01 524c31417c000052 0f3c 0000 19 04 5f", "error: cabinet answered 0x66 with 16 bytes, expected 9"},

    {"address",
     [](QByteArrayView p) {
         return said(decodeServerAddress(p), [](const ServerAddress &a) {
             return QStringLiteral("%1 %2 %3").arg(a.host, a.port).arg(a.heartbeatSeconds);
         });
     },
     "0015 73686172652e70656e6764616b656a692e746f7000 0005 3832383200 1e", "share.pengdakeji.top 8282 30"},
    {"address without its heartbeat",
     [](QByteArrayView p) {
         return said(decodeServerAddress(p), [](const ServerAddress &a) { return a.host; });
     },
     "0002 6100 0002 3100", "error: cabinet answered 0x6a with 8 bytes, expected 9"},
    {"volume",
     [](QByteArrayView p) { return said(decodeVolume(p), [](int level) { return QString::number(level); }); },
     "0f", "15"},
    {"volume too loud",
     [](QByteArrayView p) { return said(decodeVolume(p), [](int level) { return QString::number(level); }); },
     "10", "error: cabinet answered 0x77 with volume 16, expected 0 to 15"},
    {"volume as the manual's copy of an eject",
     [](QByteArrayView p) { return said(decodeVolume(p), [](int level) { return QString::number(level); }); },
     "03 01 524c31417c000064", "error: cabinet answered 0x77 with 10 bytes, expected 1"},
    {"volume set",
     [](QByteArrayView p) {
         return said(decodeSetVolume(p),
                     [](bool ok) { return ok ? QStringLiteral("ok") : QStringLiteral("no"); });
     },
     "01", "ok"},
    {"volume not set",
     [](QByteArrayView p) {
         return said(decodeSetVolume(p),
                     [](bool ok) { return ok ? QStringLiteral("ok") : QStringLiteral("no"); });
     },
     "00", "no"},
    {"network",
     [](QByteArrayView p) {
         return said(decodeNetwork(p), [](const Network &n) {
             return QStringLiteral("%1 %2 %3").arg(n.signal).arg(n.bitError).arg(networkModeName(n.mode));
         });
     },
     "1f 00 04", "31 0 unknown (4)"},
    {"network too short",
     [](QByteArrayView p) {
         return said(decodeNetwork(p), [](const Network &n) { return networkModeName(n.mode); });
     },
     "1f 00", "error: cabinet answered 0x72 with 2 bytes, expected 3"},
    {"slot fault",
     [](QByteArrayView p) {
         return said(decodeSlotFault(p), [](const SlotFault &f) {
             return QStringLiteral("%1 %2 %3").arg(f.event).arg(f.slot).arg(bankName(f.bank));
         });
     },
     "04 07 524c31417c000052", "4 7 RL1A7C000052"},
    {"reboot",
     [](QByteArrayView p) {
         const auto done = decodeEmpty(Command::Reboot, p);
         return done ? QStringLiteral("ok") : failed(done.error());
     },
     "", "ok"},
    {"reboot with a payload",
     [](QByteArrayView p) {
         const auto done = decodeEmpty(Command::Reboot, p);
         return done ? QStringLiteral("ok") : failed(done.error());
     },
     "01", "error: cabinet answered 0x67 with 1 bytes, expected 0"},
};

} // namespace

class TestMessages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsByTheLayoutAndNothingElse_data()
    {
        QTest::addColumn<int>("row");
        for (std::size_t i = 0; i < std::size(kRows); ++i)
            QTest::newRow(kRows[i].name) << int(i);
    }
    void readsByTheLayoutAndNothingElse()
    {
        QFETCH(int, row);
        const Row &r = kRows[row];
        QCOMPARE(r.decode(test::bytesOf(r.hex)), QString::fromUtf8(r.words));
    }

    void everyShorterPayloadOfFixedLayoutIsAnError()
    {
        for (const Row &row : kRows) {
            const QByteArray whole = test::bytesOf(row.hex);
            // A VSN 2 board may leave out what it adds.
            const bool isVsn2 = QByteArray(row.name).contains("VSN 2");
            if (qstrncmp(row.words, "error", 5) == 0 || isVsn2)
                continue;
            for (qsizetype size = 0; size < whole.size(); ++size)
                QVERIFY2(
                    row.decode(whole.left(size)).startsWith(QStringLiteral("error: cabinet answered 0x")),
                    row.name);
        }
    }

    void aTooLongSerialNumberIsRefused()
    {
        const auto login = [](qsizetype length) {
            return decodeLogin(test::bytesOf("00000001 0000") + char(length >> 8) + char(length & 0xff) +
                                   QByteArray(length, 'A'),
                               1);
        };
        QVERIFY(login(64));
        QVERIFY(!login(65));
        QVERIFY(!login(1000));
    }

    void writesWhatTheManualShows()
    {
        const auto frame = [](Command command, const QByteArray &payload, quint32 token = kToken) {
            return encodeFrame(quint8(command), 1, token, payload);
        };
        QCOMPARE(frame(Command::Login, encodeLoginResult(LoginResult::Ok)), test::golden("login down"));
        QCOMPARE(frame(Command::Rent, encodeSlot(3)), test::golden("rent down"));
        QCOMPARE(frame(Command::Eject, encodeSlot(1), 0x11223324), test::golden("eject down"));
        QCOMPARE(frame(Command::Return, encodeReturnResult(1, store::ReturnResult::Ok)),
                 test::golden("return down"));
        QCOMPARE(frame(Command::SetVolume, encodeVolume(1)), test::golden("volume down"));
        QCOMPARE(frame(Command::Version, {}), test::golden("version down"));
        QCOMPARE(frame(Command::Inventory, {}), test::golden("inventory down"));
        // §3.9.3 with the checksum that is right.
        QCOMPARE(frame(Command::Upgrade,
                       encodeUpgrade({QStringLiteral("121.41.60.232"), 21, QStringLiteral("33.bin"),
                                      QStringLiteral("share"), QStringLiteral("share345@123")})),
                 test::bytesOf("003c 68 01 27 11223344 000e 3132312e34312e36302e32333200 0003 323100"
                               "0007 33332e62696e00 0006 736861726500 000d 736861726533343540313233 00"));
        // §3.4.3 with the length and the checksum that are right.
        QCOMPARE(frame(Command::SetServerAddress,
                       encodeServerAddress({QStringLiteral("x.powerpower.net"), QStringLiteral("8992"), 30})),
                 test::bytesOf("0022 63 01 07 11223344 0011 782e706f776572706f7765722e6e657400"
                               "0005 3839393200 1e"));
        // What one side writes as its address the other reads.
        const ServerAddress address{QStringLiteral("share.pengdakeji.top"), QStringLiteral("8282"), 30};
        QCOMPARE(encodeServerAddress(address), test::golden("address up").mid(kHeaderBytes));
    }

    void theTokenOfVsn2IsPartOfTheMd5()
    {
        // MD5("a" + "bc") = 900150983cd24fb0d6963f7d28e17f72
        QCOMPARE(vsn2Token(QByteArrayView("a"), "bc"), 0x727db098U);
    }

    void banksHaveNames_data()
    {
        QTest::addColumn<QByteArray>("bank");
        QTest::addColumn<QString>("name");
        QTest::newRow("letters and digits")
            << test::bytesOf("524c31417c000041") << QStringLiteral("RL1A7C000041");
        QTest::newRow("not letters") << test::bytesOf("524c3120 7c000041")
                                     << QStringLiteral("524C31207C000041");
        QTest::newRow("binary") << test::bytesOf("00010203fffefdfc") << QStringLiteral("00010203FFFEFDFC");
    }
    void banksHaveNames()
    {
        QFETCH(QByteArray, bank);
        QFETCH(QString, name);
        QCOMPARE(bankName(bank), name);
        QCOMPARE(bankFromName(name), bank);
        QCOMPARE(bankFromName(name.toLower()).has_value(), true);
    }

    void whatIsNoBankNameIsNone()
    {
        for (const char *text :
             {"", "RL1A", "RL1A7C00004", "RL1A7C0000411", "RL1A7C00004G", "RL-A7C000041", "xyz"})
            QVERIFY2(!bankFromName(QString::fromLatin1(text)), text);
    }

    void theModelTellsTheSlots_data()
    {
        QTest::addColumn<QString>("sn");
        QTest::addColumn<int>("slotCount");
        QTest::newRow("8") << QStringLiteral("WSTD081565222888") << 8;
        QTest::newRow("48") << QStringLiteral("WSTD481565222888") << 48;
        QTest::newRow("a series") << QStringLiteral("WSTD161565222888") << 0;
        QTest::newRow("the manual's own") << QStringLiteral("RL1A031712000015") << 0;
        QTest::newRow("short") << QStringLiteral("WSTD08") << 0;
        QTest::newRow("empty") << QString() << 0;
    }
    void theModelTellsTheSlots()
    {
        QFETCH(QString, sn);
        QFETCH(int, slotCount);
        QCOMPARE(slotsOfModel(sn), slotCount);
    }

    void levelsAreStepsOfTwentyPerCent()
    {
        QCOMPARE(percentOf(0), std::optional<int>(20));
        QCOMPARE(percentOf(4), std::optional<int>(100));
        QVERIFY(!percentOf(5));
        QVERIFY(!percentOf(-1));
    }
};

QTEST_GUILESS_MAIN(TestMessages)
#include "tst_messages.moc"
