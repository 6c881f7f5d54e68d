// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/systems/cabinet/cabinet_types.h"
#include "ui/kit/state_mark.h"

#include <QByteArrayMatcher>

#include <vector>

namespace opsdeck::cabinet {

/// What a cabinet's state asks of the operator; rows of one group stand together.
enum class RowGroup { Attention, Online, Offline, NeverSeen };
constexpr int kRowGroups = int(RowGroup::NeverSeen) + 1;

/// One row of the fleet table: what is shown, sorted and searched of a cabinet, made once for each change of it. A value.
struct FleetRow {
    static constexpr int kUnknown = -1;

    QString sn;       ///< as the cabinet says it
    QString shownSn;  ///< fit for the screen
    QString title;    ///< "North · Lobby east": name and place, fit for the screen
    QString titleKey; ///< in small letters, to sort by
    QString version;
    QString address;
    RowGroup group = RowGroup::NeverSeen;
    int slotCount = 0; ///< 0 = unknown
    int free = kUnknown;
    int banks = kUnknown;
    int ready = kUnknown;  ///< banks of 80 % and more
    int signal = kUnknown; ///< 0–31
    qint64 sinceMs = 0;    ///< of the state, since 1970; 0 = never
    qint64 heartbeatMs = 0;
    QByteArray search; ///< everything that is searched, small letters, UTF-8

    bool isOnline() const { return group == RowGroup::Online || group == RowGroup::Attention; }
};

FleetRow rowOf(const CabinetStatus &status);
kit::StateMark markOf(RowGroup group);
/// 0–4 bars for a signal of 0–31; -1 when it is unknown.
int signalBars(int signal);

/// Which rows are wanted; every member that is set narrows it.
class FleetFilter
{
public:
    FleetFilter() = default;
    /// @param text words; each must be found somewhere in a row. @param slotCount 0 = any.
    FleetFilter(const QString &text, std::optional<RowGroup> group, int slotCount);

    bool accepts(const FleetRow &row) const;
    bool isEmpty() const { return m_words.empty() && !m_group && m_slotCount == 0; }

private:
    std::vector<QByteArrayMatcher> m_words;
    std::optional<RowGroup> m_group;
    int m_slotCount = 0;
};

} // namespace opsdeck::cabinet
