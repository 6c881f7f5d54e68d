// SPDX-License-Identifier: GPL-3.0-or-later
// How the store ends: what waits is written while everything that its answers may use is still there.
#include "core/store/store.h"
#include "tests/support/manual_clock.h"

#include <QSemaphore>
#include <QTemporaryDir>
#include <QTest>

using namespace opsdeck;
using store::Store;

class TestStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void answersOfTheLastWritesMayUseTheJournal()
    {
        QTemporaryDir folder;
        test::ManualClock clock;
        auto kept = std::make_unique<Store>(folder.filePath(QStringLiteral("opsdeck.db")), clock);
        kept->database.open();
        // The writer is held up until the journal would be gone, were it to go first.
        const auto isGone = std::make_shared<QSemaphore>();
        connect(&kept->journal, &QObject::destroyed, this, [isGone] { isGone->release(); });
        kept->database.write<int>([isGone](store::SqlConnection &) -> base::Result<int> {
            constexpr int kLongestMs = 300;
            return isGone->tryAcquire(1, kLongestMs) ? 1 : 0;
        });
        const QByteArray bank("RL1A\0\0\0\1", 8);
        const auto answer = kept->ledger.registerBanks({bank}, QStringLiteral("anna"), clock.now())
                                .then([journal = &kept->journal](const base::Result<void> &done) {
                                    store::Event event;
                                    event.system = QStringLiteral("cabinet");
                                    event.kind = QStringLiteral("flag");
                                    journal->post(event);
                                    return done;
                                });
        kept.reset();
        QVERIFY(answer.isFinished());
        QVERIFY(answer.result());

        Store again(folder.filePath(QStringLiteral("opsdeck.db")), clock);
        again.database.open();
        const auto found = again.ledger.bank(bank).result();
        QVERIFY(found && *found);
    }
};

QTEST_GUILESS_MAIN(TestStore)
#include "tst_store.moc"
