// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/manual_clock.h"
#include "ui/kit/notices.h"

#include <QSignalSpy>
#include <QTest>

using namespace opsdeck;
using namespace std::chrono_literals;
using kit::Notice;
using kit::Notices;
using kit::StateMark;

namespace {

Notice notice(StateMark mark, const QString &text, const QString &key = QString())
{
    Notice notice;
    notice.mark = mark;
    notice.text = text;
    notice.key = key;
    return notice;
}

QStringList texts(const QList<Notice> &list)
{
    QStringList texts;
    for (const Notice &notice : list)
        texts << notice.text;
    return texts;
}

} // namespace

class TestNotices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNoticeOfTheSameKeyTakesThePlace()
    {
        test::ManualClock clock;
        Notices notices(clock);
        notices.post(notice(StateMark::Attention, QStringLiteral("first"), QStringLiteral("k")));
        notices.post(notice(StateMark::Attention, QStringLiteral("other")));
        notices.post(notice(StateMark::Alarm, QStringLiteral("second"), QStringLiteral("k")));
        QCOMPARE(texts(notices.list()), (QStringList{QStringLiteral("other"), QStringLiteral("second")}));
        QCOMPARE(notices.list().constLast().at, clock.now());
    }

    void goodNewsLeavesTheBarByItselfAndTheRestStays()
    {
        test::ManualClock clock;
        Notices notices(clock);
        notices.post(notice(StateMark::Ok, QStringLiteral("saved")));
        notices.post(notice(StateMark::Attention, QStringLiteral("full")));
        clock.advance(5s);
        notices.post(notice(StateMark::None, QStringLiteral("copied")));
        clock.advance(Notices::kPassing - 5s - 1ms);
        QCOMPARE(notices.open().size(), 3);
        clock.advance(1ms);
        QCOMPARE(texts(notices.open()), (QStringList{QStringLiteral("full"), QStringLiteral("copied")}));
        clock.advance(5s);
        QCOMPARE(texts(notices.open()), QStringList{QStringLiteral("full")});
        clock.advance(24h);
        QCOMPARE(notices.open().size(), 1);
        QCOMPARE(notices.list().size(), 3);
        // The timer still serves the next one.
        notices.post(notice(StateMark::Ok, QStringLiteral("again")));
        clock.advance(Notices::kPassing);
        QCOMPARE(notices.open().size(), 1);
    }

    void theActionRunsOnceItIsPressedAndNeverWhenItIsOver()
    {
        test::ManualClock clock;
        Notices notices(clock);
        int runs = 0;
        Notice said = notice(StateMark::Attention, QStringLiteral("changed"), QStringLiteral("site"));
        said.action = [&] {
            ++runs;
            notices.post(notice(StateMark::Ok, QStringLiteral("read again"), QStringLiteral("site")));
        };
        const quint64 number = notices.post(said);
        notices.act(number);
        QCOMPARE(runs, 1);
        QCOMPARE(texts(notices.list()), QStringList{QStringLiteral("read again")});
        notices.act(number);
        QCOMPARE(runs, 1);

        const quint64 over = notices.post(said);
        QSignalSpy withdrawn(&notices, &Notices::withdrawn);
        notices.withdraw(QStringLiteral("site"));
        notices.withdraw(QStringLiteral("site"));
        notices.withdraw(QString());
        QCOMPARE(withdrawn.size(), 1);
        QVERIFY(notices.find(over)->isOver);
        QVERIFY(notices.open().isEmpty());
        notices.act(over);
        QCOMPARE(runs, 1);
    }

    void onlyTheLastOnesAreKept()
    {
        test::ManualClock clock;
        Notices notices(clock);
        for (int i = 0; i < Notices::kMaximum + 7; ++i)
            notices.post(notice(StateMark::Attention, QString::number(i)));
        QCOMPARE(notices.list().size(), Notices::kMaximum);
        QCOMPARE(notices.list().constFirst().text, QStringLiteral("7"));
        notices.clear();
        QVERIFY(notices.list().isEmpty());
    }

    void theWordsFollowTheLanguage()
    {
        test::ManualClock clock;
        Notices notices(clock);
        const auto language = std::make_shared<QString>(QStringLiteral("one"));
        Notice said = notice(StateMark::Attention, QStringLiteral("(nobody sees this)"));
        said.details = QStringLiteral("a path");
        said.say = [language](Notice &words) {
            words.text = *language + QStringLiteral("\nline");
            words.actionText = *language;
        };
        const quint64 number = notices.post(said);
        notices.post(notice(StateMark::Attention, QStringLiteral("as it was")));
        QCOMPARE(notices.find(number)->actionText, QStringLiteral("one"));
        notices.dismiss(number);
        QSignalSpy changed(&notices, &Notices::changed);
        QSignalSpy posted(&notices, &Notices::posted);
        *language = QStringLiteral("two");
        notices.retranslate();
        const Notice *now = notices.find(number);
        QVERIFY(now->text.startsWith(QStringLiteral("two")));
        QVERIFY(!now->text.contains(QLatin1Char('\n')));
        QCOMPARE(now->actionText, QStringLiteral("two"));
        QCOMPARE(now->details, QStringLiteral("a path"));
        QVERIFY(!now->isOpen);
        QCOMPARE(notices.list().constLast().text, QStringLiteral("as it was"));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(posted.size(), 0);
    }

    void hostileTextIsCutAndMadePlain()
    {
        test::ManualClock clock;
        Notices notices(clock);
        Notice said = notice(StateMark::Alarm, QStringLiteral("a\nb") + QString(9999, QLatin1Char('x')));
        said.details = QStringLiteral("one\ntwo") + QChar(0x202e) + QString(99999, QLatin1Char('\n'));
        notices.post(said);
        const Notice &kept = notices.list().constFirst();
        QVERIFY(kept.text.size() <= Notices::kMaximumText + 1);
        QVERIFY(!kept.text.contains(QLatin1Char('\n')));
        QVERIFY(kept.details.startsWith(QStringLiteral("one\ntwo")));
        QVERIFY(!kept.details.contains(QChar(0x202e)));
        QVERIFY(kept.details.size() <= Notices::kMaximumDetails + 1);
    }
};

QTEST_GUILESS_MAIN(TestNotices)
#include "tst_notices.moc"
