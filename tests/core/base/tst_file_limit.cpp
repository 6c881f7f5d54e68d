// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file_limit.h"

#include <QTest>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

using namespace opsdeck;

class TestFileLimit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void raisesWhatIsLowAndLowersNothing()
    {
#ifdef Q_OS_UNIX
        rlimit before{};
        QCOMPARE(::getrlimit(RLIMIT_NOFILE, &before), 0);
        const rlimit low{64, before.rlim_max};
        QCOMPARE(::setrlimit(RLIMIT_NOFILE, &low), 0);
        const auto raised = base::raiseFileLimit(128);
        rlimit now{};
        ::getrlimit(RLIMIT_NOFILE, &now);
        const auto kept = base::raiseFileLimit(16);
        rlimit still{};
        ::getrlimit(RLIMIT_NOFILE, &still);
        ::setrlimit(RLIMIT_NOFILE, &before);
        QVERIFY(raised);
        QCOMPARE(*raised, 128);
        QCOMPARE(now.rlim_cur, rlim_t(128));
        QVERIFY(kept);
        QCOMPARE(*kept, 128);
        QCOMPARE(still.rlim_cur, rlim_t(128));
#else
        QCOMPARE(*base::raiseFileLimit(20'000), 20'000);
#endif
    }

    void saysHowFarItGot()
    {
#ifdef Q_OS_UNIX
        rlimit before{};
        QCOMPARE(::getrlimit(RLIMIT_NOFILE, &before), 0);
        if (before.rlim_max == RLIM_INFINITY)
            QSKIP("there is no hard limit here");
        const auto raised = base::raiseFileLimit(qint64(before.rlim_max) + 1);
        ::setrlimit(RLIMIT_NOFILE, &before);
        QVERIFY(raised);
        QCOMPARE(*raised, qint64(before.rlim_max));
#else
        QSKIP("there is no hard limit here");
#endif
    }
};

QTEST_GUILESS_MAIN(TestFileLimit)
#include "tst_file_limit.moc"
