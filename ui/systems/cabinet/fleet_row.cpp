// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/cabinet/fleet_row.h"

#include "core/base/hex.h"

namespace opsdeck::cabinet {

namespace {

constexpr qsizetype kLongestName = 80;

RowGroup groupOf(const CabinetStatus &status)
{
    switch (status.state) {
    case CabinetStatus::State::Online:
        return status.hasSecretMissing || status.conflicts > 0 ? RowGroup::Attention : RowGroup::Online;
    case CabinetStatus::State::Offline:
        return RowGroup::Offline;
    case CabinetStatus::State::NeverSeen:
        break;
    }
    return RowGroup::NeverSeen;
}

qint64 milliseconds(const QDateTime &time)
{
    return time.isValid() ? time.toMSecsSinceEpoch() : 0;
}

} // namespace

FleetRow rowOf(const CabinetStatus &status)
{
    constexpr int kStrongest = 31;
    FleetRow row;
    row.sn = status.sn;
    row.shownSn = base::plainText(status.sn, 64);
    QStringList titles{base::plainText(status.name, kLongestName),
                       base::plainText(status.place, kLongestName)};
    titles.removeAll(QString());
    row.title = titles.join(QStringLiteral(" · "));
    row.titleKey = row.title.toLower();
    row.version = base::plainText(status.version, 64);
    row.address = status.address;
    row.group = groupOf(status);
    row.slotCount = status.modelSlots;
    if (status.inventory) {
        row.banks = status.banks();
        row.ready = status.banksAtLeast80();
        if (status.modelSlots > 0)
            row.free = status.freeSlots();
    }
    if (row.isOnline() && status.network && status.network->signal >= 0 &&
        status.network->signal <= kStrongest)
        row.signal = status.network->signal;
    row.sinceMs = milliseconds(status.since);
    row.heartbeatMs = milliseconds(status.lastHeartbeat);

    QString search = row.shownSn + QLatin1Char('\n') + row.titleKey + QLatin1Char('\n') + row.address +
                     QLatin1Char('\n') + row.version;
    if (status.inventory) {
        for (const SlotEntry &entry : *status.inventory)
            search += QLatin1Char('\n') + bankName(entry.bank);
    }
    row.search = search.toLower().toUtf8();
    return row;
}

kit::StateMark markOf(RowGroup group)
{
    switch (group) {
    case RowGroup::Attention:
        return kit::StateMark::Attention;
    case RowGroup::Online:
        return kit::StateMark::Ok;
    case RowGroup::Offline:
    case RowGroup::NeverSeen:
        break;
    }
    return kit::StateMark::Off;
}

int signalBars(int signal)
{
    // CSQ: -113 dBm + 2 dB a step; phones show about these.
    if (signal < 0)
        return -1;
    if (signal < 2)
        return 0;
    if (signal < 10)
        return 1;
    if (signal < 15)
        return 2;
    return signal < 20 ? 3 : 4;
}

FleetFilter::FleetFilter(const QString &text, std::optional<RowGroup> group, int slotCount)
    : m_group(group)
    , m_slotCount(slotCount)
{
    for (const QString &word : text.toLower().split(QLatin1Char(' '), Qt::SkipEmptyParts))
        m_words.emplace_back(word.toUtf8());
}

bool FleetFilter::accepts(const FleetRow &row) const
{
    if (m_group && row.group != *m_group)
        return false;
    if (m_slotCount > 0 && row.slotCount != m_slotCount)
        return false;
    for (const QByteArrayMatcher &word : m_words) {
        if (word.indexIn(row.search) < 0)
            return false;
    }
    return true;
}

} // namespace opsdeck::cabinet
