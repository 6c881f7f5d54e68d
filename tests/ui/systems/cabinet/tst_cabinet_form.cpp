// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "core/systems/cabinet/cabinet_module.h"
#include "ui/systems/cabinet/cabinet_form.h"
#include "ui/systems/cabinet/cabinet_listen_test.h"

#include <QCheckBox>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTcpServer>
#include <QTest>

using namespace opsdeck;
using namespace opsdeck::cabinet;

namespace {

constexpr int kPatience = 10000;

template <typename T>
T *field(const CabinetForm &form, const char *name)
{
    return form.findChild<T *>(QLatin1String(name));
}

/// What a test run told, step by step.
struct Told {
    explicit Told(CabinetListenTest &test)
    {
        QObject::connect(&test, &kit::ConnectionTest::stepDone, &test,
                         [this](int step, const QString &detail, bool isOk) {
                             lines << QStringLiteral("%1 %2: %3")
                                          .arg(step)
                                          .arg(isOk ? QStringLiteral("ok") : QStringLiteral("no"), detail);
                         });
    }
    QStringList lines;
};

ServerSettings settings(quint16 port, const QString &bind = QStringLiteral("127.0.0.1"))
{
    ServerSettings made;
    made.bind = QHostAddress(bind);
    made.port = port;
    return made;
}

} // namespace

class TestCabinetForm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewServerHasItsDefaults()
    {
        CabinetForm form{QJsonObject()};
        QVERIFY(form.isGood());
        QCOMPARE(form.settings(QString()), (QJsonObject{{QStringLiteral("port"), 8992}}));
        QCOMPARE(form.proposedName(), QStringLiteral("Cabinets"));
        QVERIFY(form.storedPasswordRef().isEmpty());
        QCOMPARE(form.passwordChange().kind, kit::PasswordChange::Kind::Keep);
    }

    void aFormThatGetsMoreHeightKeepsWordsAtTheirFields()
    {
        CabinetForm form{QJsonObject()};
        form.resize(380, form.sizeHint().height() + 200);
        form.show();
        QVERIFY(QTest::qWaitForWindowExposed(&form));
        const auto *bind = field<QLineEdit>(form, "cabinet.bind");
        const auto *port = field<QSpinBox>(form, "cabinet.port");
        QTRY_COMPARE(bind->y(), port->y());
        for (const QLabel *label : form.findChildren<QLabel *>()) {
            if (label->buddy() == bind || label->buddy() == port)
                QVERIFY2(label->buddy()->y() - label->geometry().bottom() < 16, qPrintable(label->text()));
        }
    }

    void whatIsEnteredIsWhatTheServerGets()
    {
        CabinetForm form{QJsonObject()};
        QSignalSpy changed(&form, &kit::DeviceForm::changed);
        QTest::keyClicks(field<QLineEdit>(form, "cabinet.bind"), QStringLiteral(" 127.0.0.1 "));
        field<QSpinBox>(form, "cabinet.port")->setValue(9000);
        field<QCheckBox>(form, "cabinet.acceptNew")->setChecked(true);
        field<QCheckBox>(form, "cabinet.knownBanksOnly")->setChecked(true);
        field<QCheckBox>(form, "cabinet.checksum")->setChecked(true);
        QVERIFY(changed.count() >= 5);
        const ServerSettings read =
            settingsFromSite(QStringLiteral("c"), QString(), form.settings(QString()));
        QCOMPARE(read.bind, QHostAddress(QStringLiteral("127.0.0.1")));
        QCOMPARE(read.port, quint16(9000));
        QVERIFY(read.acceptNew && read.knownBanksOnly && read.strictChecksum);
    }

    void whatTheFormDoesNotKnowIsKept()
    {
        const QJsonObject before{{QStringLiteral("acceptNew"), true},
                                 {QStringLiteral("cabinets"),
                                  QJsonArray{QJsonObject{{QStringLiteral("sn"), QStringLiteral("X1")}}}},
                                 {QStringLiteral("later"), 7}};
        CabinetForm form(before);
        QCOMPARE(form.settings(QString()), before);
        field<QCheckBox>(form, "cabinet.acceptNew")->setChecked(false);
        QJsonObject after = before;
        after.insert(QStringLiteral("acceptNew"), false);
        QCOMPARE(form.settings(QString()), after);
    }

    void aWrongAddressIsSaidBesideTheField()
    {
        CabinetForm form{QJsonObject()};
        form.show();
        auto *bind = field<QLineEdit>(form, "cabinet.bind");
        bind->setText(QStringLiteral("gate.example.org"));
        QVERIFY(!form.isGood());
        const auto *problem = form.findChild<QLabel *>(QStringLiteral("fieldProblem"));
        QVERIFY(problem->isVisible());
        QCOMPARE(bind->accessibleDescription(), problem->text());
        form.showProblems();
        QCOMPARE(form.focusWidget(), bind);
        bind->clear();
        QVERIFY(form.isGood());
        QVERIFY(!problem->isVisible());
    }

    void aFreePortIsTold()
    {
        base::SystemClock clock;
        quint16 port = 0;
        {
            QTcpServer free;
            QVERIFY(free.listen(QHostAddress::LocalHost));
            port = free.serverPort();
        }
        CabinetListenTest test(settings(port), {}, clock);
        const Told told(test);
        QSignalSpy finished(&test, &kit::ConnectionTest::finished);
        QSignalSpy ended(&test, &kit::ConnectionTest::ended);
        test.start();
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, kPatience);
        QCOMPARE(finished.at(0).at(0).toBool(), true);
        QCOMPARE(ended.count(), 1);
        QCOMPARE(told.lines.size(), 3);
        QCOMPARE(told.lines.at(1), QStringLiteral("1 ok: port %1 is free").arg(port));
        // It was tried for a moment only.
        QTcpServer after;
        QVERIFY(after.listen(QHostAddress::LocalHost, port));
    }

    void aTakenPortFails()
    {
        base::SystemClock clock;
        QTcpServer taken;
        QVERIFY(taken.listen(QHostAddress::LocalHost));
        CabinetListenTest test(settings(taken.serverPort()), {}, clock);
        const Told told(test);
        QSignalSpy finished(&test, &kit::ConnectionTest::finished);
        test.start();
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, kPatience);
        QCOMPARE(finished.at(0).at(0).toBool(), false);
        QCOMPARE(told.lines.constLast(),
                 QStringLiteral("1 no: another program uses port %1").arg(taken.serverPort()));
    }

    void thePortOfThisWindowIsFine_data()
    {
        QTest::addColumn<int>("waiting");
        QTest::newRow("one waits") << 1;
        QTest::newRow("two wait") << 2;
    }
    void thePortOfThisWindowIsFine()
    {
        QFETCH(int, waiting);
        base::SystemClock clock;
        QTcpServer taken;
        QVERIFY(taken.listen(QHostAddress::LocalHost));
        const int port = taken.serverPort();
        CabinetListenTest test(
            settings(taken.serverPort()),
            [port, waiting] {
                return CabinetListenTest::Own{port, 48, 50, waiting};
            },
            clock);
        const Told told(test);
        QSignalSpy finished(&test, &kit::ConnectionTest::finished);
        test.start();
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, kPatience);
        QCOMPARE(finished.at(0).at(0).toBool(), true);
        QCOMPARE(told.lines.constLast(),
                 waiting == 1 ? QStringLiteral("2 ok: 48 of 50 on line, 1 waits to be accepted")
                              : QStringLiteral("2 ok: 48 of 50 on line, 2 wait to be accepted"));
    }

    void anAddressOfAnotherComputerFails()
    {
        base::SystemClock clock;
        CabinetListenTest test(settings(8992, QStringLiteral("192.0.2.77")), {}, clock);
        const Told told(test);
        QSignalSpy finished(&test, &kit::ConnectionTest::finished);
        test.start();
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, kPatience);
        QCOMPARE(told.lines, QStringList{QStringLiteral("0 no: it is not an address of this computer")});
    }

    void aCancelledTestSaysNothingMore()
    {
        base::SystemClock clock;
        CabinetListenTest test(settings(8992), {}, clock);
        const Told told(test);
        QSignalSpy ended(&test, &kit::ConnectionTest::ended);
        test.start();
        test.cancel();
        // A first step may have been done before `start` came back.
        const qsizetype before = told.lines.size();
        QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, kPatience);
        QCOMPARE(told.lines.size(), before);
    }
};

QTEST_MAIN(TestCabinetForm)
#include "tst_cabinet_form.moc"
