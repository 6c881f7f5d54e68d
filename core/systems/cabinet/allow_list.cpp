// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/systems/cabinet/allow_list.h"

#include "core/base/hex.h"
#include "core/base/on.h"

namespace opsdeck::cabinet {

using store::KnownCabinet;

AllowList::AllowList(base::Clock &clock, store::BankLedger &ledger, CabinetRegister &cabinets,
                     Reporter &reporter, QObject &server, std::function<void(CabinetRecord &)> forgotten)
    : m_clock(clock)
    , m_ledger(ledger)
    , m_cabinets(cabinets)
    , m_reporter(reporter)
    , m_server(server)
    , m_forgotten(std::move(forgotten))
    , m_timer(clock.makeTimer([this] { load({}); }))
{
}

void AllowList::load(std::function<void()> loaded)
{
    if (loaded)
        m_loaded = std::move(loaded);
    m_ledger.cabinets().then(
        base::onLater(&m_server, [this, version = m_version](const base::Result<QList<KnownCabinet>> &list) {
            onLoaded(list, version);
        }));
}

void AllowList::reloadSoon()
{
    if (!m_timer->isActive())
        m_timer->start(kReloadPause);
}

void AllowList::onLoaded(const base::Result<QList<KnownCabinet>> &list, quint64 version)
{
    if (!list) {
        // The database says itself that it cannot be read. Cabinets are served without it as far as that goes: a return is
        // answered with its failure.
        if (const auto loaded = std::exchange(m_loaded, {}))
            loaded();
        return;
    }
    if (version != m_version || m_writing > 0) {
        reloadSoon();
        return;
    }
    const auto connected = m_cabinets.setKnown(*list);
    for (CabinetRecord *record : connected)
        dropOut(*record);
    if (const auto loaded = std::exchange(m_loaded, {}))
        loaded();
}

void AllowList::dropOut(CabinetRecord &record)
{
    record.isAccepted = false;
    record.isAllowed = false;
    if (record.session)
        m_forgotten(record); // it is gone after this
    else
        m_cabinets.forget(record);
}

void AllowList::write(QFuture<base::Result<void>> future, Done done)
{
    ++m_version;
    ++m_writing;
    future.then(base::onLater(&m_server, [this, done = std::move(done)](const base::Result<void> &result) {
        ++m_version;
        --m_writing;
        done(result);
    }));
}

void AllowList::addFromSite(const QList<KnownCabinet> &cabinets)
{
    QList<KnownCabinet> missing;
    for (KnownCabinet cabinet : cabinets) {
        const CabinetRecord *record = m_cabinets.find(cabinet.sn);
        if (record && record->isAccepted)
            continue;
        cabinet.slotCount = slotsOfModel(cabinet.sn);
        cabinet.acceptedAt = m_clock.now();
        missing.append(cabinet);
        m_cabinets.accept(cabinet);
    }
    if (!missing.isEmpty())
        write(m_ledger.acceptCabinets(missing), [](const base::Result<void> &) {});
}

CabinetRecord &AllowList::acceptNew(const QString &sn, const QString &address)
{
    KnownCabinet cabinet;
    cabinet.sn = sn;
    cabinet.slotCount = slotsOfModel(sn);
    cabinet.acceptedAt = m_clock.now();
    m_cabinets.accept(cabinet);
    m_reporter.report({"accepted", eventText("cabinet.accepted-new"), {sn, address}, sn});
    write(m_ledger.acceptCabinets({cabinet}), [this, sn](const base::Result<void> &result) {
        if (!result)
            m_reporter.report({"accepted",
                               eventText("cabinet.accept-failed"),
                               {sn},
                               sn,
                               store::Severity::Attention,
                               {{QStringLiteral("error"), result.error().detail()}}});
    });
    return m_cabinets.get(sn);
}

void AllowList::accept(const QStringList &sns, const QString &by, Done done)
{
    QList<KnownCabinet> cabinets;
    for (const QString &sn : sns) {
        if (!isSerialNumber(sn)) {
            done(base::fail(base::CommonError::InvalidArgument,
                            QStringLiteral("\"%1\" is not a serial number").arg(base::plainText(sn))));
            return;
        }
        const CabinetRecord *record = m_cabinets.find(sn);
        KnownCabinet cabinet = record ? record->known : KnownCabinet();
        cabinet.sn = sn;
        if (cabinet.slotCount == 0)
            cabinet.slotCount = slotsOfModel(sn);
        cabinet.acceptedAt = m_clock.now();
        cabinet.acceptedBy = by;
        cabinets.append(cabinet);
    }
    write(m_ledger.acceptCabinets(cabinets),
          [this, cabinets, by, done = std::move(done)](const base::Result<void> &result) {
              for (const KnownCabinet &cabinet : cabinets) {
                  if (result)
                      m_cabinets.accept(cabinet);
                  Reporter::Fact fact{"accepted", eventText("cabinet.accepted"), {cabinet.sn}, cabinet.sn};
                  if (!result) {
                      fact.text = eventText("cabinet.accept-failed");
                      fact.severity = store::Severity::Attention;
                      fact.details = {{QStringLiteral("error"), result.error().detail()}};
                  }
                  fact.operatorName = by;
                  m_reporter.report(fact);
              }
              done(result);
          });
}

void AllowList::forget(const QString &sn, const QString &by, Done done)
{
    if (!m_cabinets.find(sn)) {
        done(base::fail(base::CommonError::InvalidArgument,
                        QStringLiteral("%1 is not on the list").arg(base::plainText(sn))));
        return;
    }
    write(m_ledger.forgetCabinet(sn),
          [this, sn, by, done = std::move(done)](const base::Result<void> &result) {
              Reporter::Fact fact{"forgotten", eventText("cabinet.forgotten"), {sn}, sn};
              fact.operatorName = by;
              if (!result) {
                  fact.text = eventText("cabinet.forget-failed");
                  fact.severity = store::Severity::Attention;
                  fact.details = {{QStringLiteral("error"), result.error().detail()}};
              } else if (CabinetRecord *record = m_cabinets.find(sn)) {
                  dropOut(*record);
              }
              m_reporter.report(fact);
              done(result);
          });
}

void AllowList::describe(const QString &sn, const QString &name, const QString &place, bool isStrict,
                         const QString &by, Done done)
{
    const CabinetRecord *record = m_cabinets.find(sn);
    if (!record || !record->isAccepted) {
        done(base::fail(base::CommonError::InvalidArgument,
                        QStringLiteral("%1 is not on the list").arg(base::plainText(sn))));
        return;
    }
    KnownCabinet cabinet = record->known;
    cabinet.name = name;
    cabinet.place = place;
    cabinet.isStrict = isStrict;
    write(m_ledger.acceptCabinets({cabinet}),
          [this, cabinet, by, done = std::move(done)](const base::Result<void> &result) {
              if (result && m_cabinets.find(cabinet.sn)) {
                  m_cabinets.accept(cabinet);
                  Reporter::Fact fact{"described", eventText("cabinet.described"), {cabinet.sn}, cabinet.sn};
                  fact.operatorName = by;
                  m_reporter.report(fact);
              }
              done(result);
          });
}

} // namespace opsdeck::cabinet
