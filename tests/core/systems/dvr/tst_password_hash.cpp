// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/systems/dvr/password_hash.h"

#include <QTest>

using opsdeck::dvr::passwordHash;

class TestPasswordHash : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hashesAsTheField_data();
    void hashesAsTheField();
    void hashesTheUtf8Text();
    void isAlwaysEightLettersOrDigits();
};

void TestPasswordHash::hashesAsTheField_data()
{
    QTest::addColumn<QString>("password");
    QTest::addColumn<QByteArray>("hash");
    const auto row = [](const char *password, const char *hash) {
        QTest::newRow(*password ? password : "(empty)") << QString::fromLatin1(password) << QByteArray(hash);
    };
    row("", "tlJwpbo6");
    row("111111", "9kwf1kHJ");
    row("admin", "6QNMIQGe");
    row("default", "dvaOha50");
    row("123456", "nTBCS19C");
    row("a4m3h5", "S8jyn9CB");
    row("tluafed", "OxhlwSG8");
    row("2", "i7lMtGcs");
    row("ma56ter", "W6xpk6c9");
    row("1.QwertY.6", "CtgKwSh3");
    row("a", "Jszew7cB");
}

void TestPasswordHash::hashesAsTheField()
{
    QFETCH(QString, password);
    QTEST(passwordHash(password), "hash");
}

void TestPasswordHash::hashesTheUtf8Text()
{
    // Reckoned with another program from MD5 of the UTF-8 bytes.
    QCOMPARE(passwordHash(QString::fromUtf8("\xe5\xaf\x86\xe7\xa0\x81")), QByteArray("yOkS76I8"));
    QCOMPARE(passwordHash(QString::fromUtf8("p\xc3\xa4ssw\xc3\xb6rd")), QByteArray("QhKmIY1m"));
}

void TestPasswordHash::isAlwaysEightLettersOrDigits()
{
    for (int i = 0; i < 500; ++i) {
        const QByteArray hash = passwordHash(QString(i % 40, QChar(0x20 + i)) + QString::number(i));
        QCOMPARE(hash.size(), 8);
        for (const char c : hash)
            QVERIFY((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'));
    }
}

QTEST_GUILESS_MAIN(TestPasswordHash)
#include "tst_password_hash.moc"
