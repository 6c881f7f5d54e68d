// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/systems/cabinet/messages.h"
#include "core/systems/cabinet/upgrade_mask.h"
#include "tests/core/systems/cabinet/golden.h"

#include <QTest>

using namespace opsdeck;
using namespace opsdeck::cabinet;

namespace {

/// What reached the trace.
struct Written : transport::LinkTapFactory {
    struct Tap : transport::LinkTap {
        explicit Tap(Written &itsOwner)
            : owner(itsOwner)
        {
        }
        void opened(const QHostAddress &, quint16, const QHostAddress &, quint16) override {}
        void sent(const QByteArray &bytes) override { owner.sent += bytes; }
        void received(const QByteArray &bytes) override { owner.received += bytes; }
        void closed(const QString &reason) override { owner.reason = reason; }
        Written &owner;
    };
    std::unique_ptr<transport::LinkTap> makeTap(const QString &, const QString &) override
    {
        return std::make_unique<Tap>(*this);
    }
    QByteArray sent;
    QByteArray received;
    QString reason;
};

QByteArray upgrade(const QString &password)
{
    const FtpUpgrade what{QStringLiteral("ftp.example"), 21, QStringLiteral("a.bin"), QStringLiteral("a"),
                          password};
    return encodeFrame(quint8(Command::Upgrade), 1, kToken, encodeUpgrade(what));
}

} // namespace

class TestUpgradeMask : public QObject
{
    Q_OBJECT

private:
    Written m_written;
    UpgradeMask m_mask{m_written};
    std::unique_ptr<transport::LinkTap> m_tap;

private Q_SLOTS:
    void init()
    {
        m_written.sent.clear();
        m_written.received.clear();
        m_tap = m_mask.makeTap(QStringLiteral("cabinet"), QStringLiteral("x"));
        m_tap->opened({}, 0, {}, 0);
    }

    void thePasswordIsMaskedByItsPlace_data()
    {
        QTest::addColumn<QString>("password");
        for (const char *password : {"a", "x7", "abc", "1234", "a long one, with blanks", "***"})
            QTest::newRow(password) << QString::fromLatin1(password);
        QTest::newRow("not ASCII") << QStringLiteral("pä");
        QTest::newRow("none") << QString();
    }
    void thePasswordIsMaskedByItsPlace()
    {
        QFETCH(QString, password);
        const QByteArray frame = upgrade(password);
        m_tap->sent(frame);
        // The same as if the password had been stars, its checksum too.
        QCOMPARE(m_written.sent, upgrade(QString(password.toUtf8().size(), u'*')));
    }

    void otherMessagesAreAsTheyWere()
    {
        QByteArray all;
        for (const char *name : {"version up", "heartbeat", "login up"}) {
            const QByteArray frame = test::golden(name);
            m_tap->sent(frame);
            m_tap->received(frame);
            all += frame;
        }
        const QByteArray empty = encodeFrame(quint8(Command::Upgrade), 1, kToken, {});
        m_tap->received(empty);
        m_tap->received(empty);
        m_tap->sent(empty);
        m_tap->sent(empty);
        all += empty + empty;
        QCOMPARE(m_written.sent, all);
        QCOMPARE(m_written.received, all);
    }

    void severalFramesAtOnce()
    {
        m_tap->sent(test::golden("heartbeat") + upgrade(QStringLiteral("ab")) + test::golden("heartbeat") +
                    upgrade(QStringLiteral("b")));
        QCOMPARE(m_written.sent, test::golden("heartbeat") + upgrade(QStringLiteral("**")) +
                                     test::golden("heartbeat") + upgrade(QStringLiteral("*")));
    }

    void whatIsNotFiveStringsIsMaskedWhole()
    {
        for (const QByteArray &payload :
             {QByteArray("\0\3abc\0\x9z", 8), QByteArray("x"), QByteArray("\0\0\0\0\0\0\0\0\0", 9)}) {
            m_written.sent.clear();
            m_tap->sent(encodeFrame(quint8(Command::Upgrade), 1, kToken, payload));
            QCOMPARE(m_written.sent,
                     encodeFrame(quint8(Command::Upgrade), 1, kToken, QByteArray(payload.size(), '*')));
        }
        // Five strings of nothing at all.
        m_written.sent.clear();
        m_tap->sent(encodeFrame(quint8(Command::Upgrade), 1, kToken, QByteArray(10, '\0')));
        QCOMPARE(m_written.sent, encodeFrame(quint8(Command::Upgrade), 1, kToken, QByteArray(10, '\0')));
        // A stream that ends in the middle of a frame, or is none.
        m_written.sent.clear();
        m_tap->sent(upgrade(QStringLiteral("secret!!")).chopped(4));
        QVERIFY(!m_written.sent.contains("secr"));
        m_tap->sent("\xff");
        m_tap->sent(QByteArray(20, '\0'));
    }

    void whatTheCabinetSendsBackIsMaskedAtEveryCut()
    {
        for (const char *password : {"a", "ab"}) {
            const QByteArray echo = upgrade(QString::fromLatin1(password));
            const QByteArray stream = test::golden("heartbeat") + echo + test::golden("version up");
            const QByteArray masked = test::golden("heartbeat") +
                                      encodeFrame(quint8(Command::Upgrade), 1, kToken,
                                                  QByteArray(echo.size() - kHeaderBytes, '*')) +
                                      test::golden("version up");
            for (qsizetype cut = 0; cut <= stream.size(); ++cut) {
                init();
                m_tap->received(stream.first(cut));
                m_tap->received(stream.sliced(cut));
                QCOMPARE(m_written.received, masked);
            }
            init();
            for (const char byte : stream)
                m_tap->received(QByteArray(1, byte));
            QCOMPARE(m_written.received, masked);
        }
    }

    void aStreamThatIsNoneDoesNoHarm()
    {
        QByteArray noise;
        for (int i = 0; i < 5000; ++i)
            noise += char(i * 7919 % 251);
        m_tap->received(noise);
        m_tap->received(QByteArray(3000, '\0'));
        QCOMPARE(m_written.received.size(), noise.size() + 3000);
    }
};

QTEST_GUILESS_MAIN(TestUpgradeMask)
#include "tst_upgrade_mask.moc"
