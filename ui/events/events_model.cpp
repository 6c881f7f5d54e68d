// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/events_model.h"

#include "core/base/hex.h"
#include "core/base/on.h"
#include "ui/events/event_match.h"
#include "ui/kit/plain_tool_tip.h"
#include "ui/kit/time_text.h"

#include <algorithm>

namespace opsdeck::events {

namespace {

store::JournalCursor placeOf(const store::JournalEntry &entry)
{
    return {entry.event.time.toMSecsSinceEpoch(), entry.id};
}

bool isNewer(const store::JournalCursor &a, const store::JournalCursor &b)
{
    return a.timeMs != b.timeMs ? a.timeMs > b.timeMs : a.id > b.id;
}

} // namespace

EventsModel::EventsModel(const EventServices &services, QObject *parent)
    : QAbstractTableModel(parent)
    , m_services(services)
{
    connect(&m_services.source, &EventSource::added, this, &EventsModel::onAdded);
    connect(&m_services.source, &EventSource::acknowledged, this, &EventsModel::onAcknowledged);
}

EventsModel::~EventsModel() = default;

// --- Fetching ------------------------------------------------------------------------------------------------

void EventsModel::setFilter(const store::JournalFilter &filter)
{
    m_filter = filter;
    ++m_turn;
    beginResetModel();
    m_rows.clear();
    m_waiting.clear();
    m_next.reset();
    m_error.reset();
    m_newer = 0;
    m_isCut = false;
    m_isAnswered = false;
    m_collected = 0;
    m_state = State::Loading;
    endResetModel();
    request();
    Q_EMIT stateChanged();
}

void EventsModel::request()
{
    m_isRequested = true;
    m_services.source.page(m_filter, m_next, kPage)
        .then(base::on(this, [this, turn = m_turn](const base::Result<store::JournalPage> &page) {
            if (turn == m_turn)
                take(page);
        }));
}

void EventsModel::take(const base::Result<store::JournalPage> &page)
{
    m_isRequested = false;
    if (!page) {
        m_error = page.error();
        if (m_isAnswered)
            insert(std::exchange(m_waiting, {}));
        m_waiting.clear();
        setState(State::Failed);
        return;
    }
    m_isAnswered = true;
    m_collected += int(page->entries.size());
    append(page->entries);
    m_next = page->next;
    insert(std::exchange(m_waiting, {}));
    if (!m_next) {
        setState(State::Complete);
    } else if (m_state == State::Stopped) {
        Q_EMIT stateChanged();
    } else if (m_collected < kPage) {
        setState(State::Searching);
        request();
    } else {
        setState(State::Idle);
    }
}

void EventsModel::append(const QList<store::JournalEntry> &entries)
{
    if (entries.isEmpty())
        return;
    const int first = int(m_rows.size());
    beginInsertRows({}, first, first + int(entries.size()) - 1);
    m_rows += entries;
    endInsertRows();
    cutTop();
}

void EventsModel::cutTop()
{
    const int tooMany = int(m_rows.size()) - kMostRows;
    if (tooMany <= 0)
        return;
    beginRemoveRows({}, 0, tooMany - 1);
    m_rows.erase(m_rows.begin(), m_rows.begin() + tooMany);
    endRemoveRows();
    m_isCut = true;
}

bool EventsModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_next && m_state == State::Idle;
}

void EventsModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_collected = 0;
    setState(State::Loading);
    request();
}

void EventsModel::stop()
{
    if (m_state != State::Searching)
        return;
    // What is on its way is still shown, and tells where to go on.
    setState(State::Stopped);
}

void EventsModel::goOn()
{
    if (m_state == State::Failed && !m_isAnswered) {
        reload();
        return;
    }
    if (m_state != State::Stopped && m_state != State::Failed)
        return;
    // An answer that is still on its way belongs to the search that was stopped: it is asked again.
    ++m_turn;
    m_error.reset();
    m_collected = 0;
    setState(State::Searching);
    request();
}

QDateTime EventsModel::reached() const
{
    if (m_next)
        return QDateTime::fromMSecsSinceEpoch(m_next->timeMs, Qt::UTC);
    return m_rows.isEmpty() ? QDateTime() : m_rows.constLast().event.time;
}

bool EventsModel::isOfToday() const
{
    return m_rows.isEmpty() ||
           m_rows.constLast().event.time.toLocalTime().date() == m_services.clock.now().toLocalTime().date();
}

void EventsModel::setState(State state)
{
    m_state = state;
    Q_EMIT stateChanged();
}

// --- What happens meanwhile ----------------------------------------------------------------------------------

void EventsModel::onAdded(const QList<store::JournalEntry> &entries)
{
    QList<store::JournalEntry> fresh;
    for (const store::JournalEntry &entry : entries) {
        if (!matches(m_filter, entry))
            continue;
        // The page on its way may have it, or not.
        if (m_isRequested && (!m_isAnswered || (m_next && !isNewer(placeOf(entry), *m_next))))
            m_waiting.append(entry);
        else if (m_isAnswered)
            fresh.append(entry);
    }
    constexpr qsizetype kMostWaiting = kMostRows;
    if (m_waiting.size() > kMostWaiting)
        m_waiting.erase(m_waiting.begin(), m_waiting.end() - kMostWaiting);
    insert(fresh);
    if (m_isCut)
        Q_EMIT stateChanged();
}

void EventsModel::insert(QList<store::JournalEntry> entries)
{
    // Older than what was fetched: it comes with its page.
    entries.removeIf([this](const store::JournalEntry &entry) {
        return m_next && !isNewer(placeOf(entry), *m_next) && placeOf(entry) != *m_next;
    });
    std::sort(entries.begin(), entries.end(),
              [](const auto &a, const auto &b) { return isNewer(placeOf(a), placeOf(b)); });
    const auto isOnTop = [this](const store::JournalEntry &entry) {
        return m_rows.isEmpty() || isNewer(placeOf(entry), placeOf(m_rows.constFirst()));
    };
    const auto between = std::find_if_not(entries.cbegin(), entries.cend(), isOnTop);
    const QList<store::JournalEntry> top(entries.cbegin(), between);
    for (auto it = between; it != entries.cend(); ++it)
        insertBetween(*it);
    insertOnTop(top);
}

/// All at once: much may happen in a moment.
void EventsModel::insertOnTop(QList<store::JournalEntry> entries)
{
    if (entries.isEmpty())
        return;
    if (m_isCut) {
        m_newer += int(entries.size());
        return;
    }
    beginInsertRows({}, 0, int(entries.size()) - 1);
    m_rows = entries + m_rows;
    endInsertRows();
    cutBottom();
}

void EventsModel::insertBetween(const store::JournalEntry &entry)
{
    const auto at = std::lower_bound(m_rows.cbegin(), m_rows.cend(), placeOf(entry),
                                     [](const store::JournalEntry &row, const store::JournalCursor &wanted) {
                                         return isNewer(placeOf(row), wanted);
                                     });
    if (at != m_rows.cend() && at->id == entry.id)
        return;
    const int row = int(at - m_rows.cbegin());
    beginInsertRows({}, row, row);
    m_rows.insert(row, entry);
    endInsertRows();
    cutBottom();
}

/// What is on top is looked at; the oldest come again as one scrolls.
void EventsModel::cutBottom()
{
    if (m_rows.size() <= kMostRows)
        return;
    beginRemoveRows({}, kMostRows, int(m_rows.size()) - 1);
    m_rows.resize(kMostRows);
    endRemoveRows();
    m_next = placeOf(m_rows.constLast());
    // A page on its way would leave a gap.
    ++m_turn;
    m_isRequested = false;
    m_waiting.clear();
    setState(State::Idle);
}

void EventsModel::onAcknowledged(const QList<qint64> &ids, const QDateTime &at, const QString &by)
{
    const bool leaves = m_filter.acknowledged && !*m_filter.acknowledged;
    const QSet<qint64> wanted(ids.begin(), ids.end());
    for (int row = int(m_rows.size()) - 1; row >= 0; --row) {
        store::JournalEntry &entry = m_rows[row];
        if (!wanted.contains(entry.id) || entry.acknowledgedAt.isValid())
            continue;
        if (leaves) {
            beginRemoveRows({}, row, row);
            m_rows.removeAt(row);
            endRemoveRows();
            continue;
        }
        entry.acknowledgedAt = at;
        entry.acknowledgedBy = by;
        Q_EMIT dataChanged(index(row, 0), index(row, kColumns - 1));
    }
    m_waiting.removeIf([&](const store::JournalEntry &entry) { return leaves && wanted.contains(entry.id); });
    for (store::JournalEntry &entry : m_waiting) {
        if (wanted.contains(entry.id)) {
            entry.acknowledgedAt = at;
            entry.acknowledgedBy = by;
        }
    }
}

// --- Rows ----------------------------------------------------------------------------------------------------

const store::JournalEntry *EventsModel::entry(const QModelIndex &index) const
{
    return index.isValid() && index.row() < m_rows.size() ? &m_rows.at(index.row()) : nullptr;
}

QModelIndex EventsModel::find(qint64 id) const
{
    const auto found = std::find_if(m_rows.cbegin(), m_rows.cend(),
                                    [id](const store::JournalEntry &entry) { return entry.id == id; });
    return found == m_rows.cend() ? QModelIndex() : index(int(found - m_rows.cbegin()), 0);
}

QList<qint64> EventsModel::openIds() const
{
    QList<qint64> ids;
    for (const store::JournalEntry &entry : m_rows) {
        if (!entry.acknowledgedAt.isValid())
            ids.append(entry.id);
    }
    return ids;
}

void EventsModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, kColumns - 1);
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, kColumns - 1));
}

int EventsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int EventsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kColumns;
}

QString EventsModel::deviceText(const store::Event &event) const
{
    const QString name = m_services.deviceName ? m_services.deviceName(event.device) : QString();
    return base::plainText(name.isEmpty() ? event.device : name, 80);
}

QString EventsModel::cell(const store::JournalEntry &entry, int column) const
{
    const QDateTime now = m_services.clock.now();
    switch (column) {
    case Time:
        return kit::momentText(entry.event.time, now);
    case Sentence:
        return m_services.texts.sentence(entry.event);
    case DeviceColumn:
        return deviceText(entry.event);
    case System:
        return m_services.texts.systemName(entry.event.system);
    case Operator:
        return base::plainText(entry.event.operatorName, 80);
    case Acknowledged:
        if (!entry.acknowledgedAt.isValid())
            return QString();
        return tr("%1, %2").arg(kit::momentText(entry.acknowledgedAt, now),
                                base::plainText(entry.acknowledgedBy, 80));
    default:
        return QString();
    }
}

QString EventsModel::toolTip(const store::JournalEntry &entry, int column) const
{
    const auto moment = [this](const QDateTime &at) {
        const qint64 seconds = at.secsTo(m_services.clock.now());
        return QStringLiteral("%1\n%2").arg(
            at.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz")),
            tr("%1 ago").arg(kit::durationText(std::chrono::seconds(seconds))));
    };
    switch (column) {
    case Mark:
        return kit::severityWord(entry.event.severity);
    case Time:
        return moment(entry.event.time);
    case Acknowledged:
        return entry.acknowledgedAt.isValid()
                   ? cell(entry, column) + QLatin1Char('\n') + moment(entry.acknowledgedAt)
                   : tr("Nobody has acknowledged it");
    default:
        return cell(entry, column);
    }
}

QVariant EventsModel::data(const QModelIndex &index, int role) const
{
    const store::JournalEntry *shown = entry(index);
    if (!shown)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return cell(*shown, index.column());
    case Qt::ToolTipRole: {
        const QString words = toolTip(*shown, index.column());
        return words.isEmpty() ? QVariant() : kit::plainToolTip(words);
    }
    case Qt::AccessibleTextRole:
        if (index.column() == Mark)
            return kit::severityWord(shown->event.severity);
        if (index.column() == Acknowledged && !shown->acknowledgedAt.isValid())
            return tr("not acknowledged");
        return cell(*shown, index.column());
    case IdRole:
        return shown->id;
    case SeverityRole:
        return int(shown->event.severity);
    case OpenRole:
        return !shown->acknowledgedAt.isValid();
    default:
        return {};
    }
}

QVariant EventsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::AccessibleTextRole && section == Mark)
        return tr("Severity");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time:
        return tr("Time");
    case Sentence:
        return tr("Event");
    case DeviceColumn:
        return tr("Device");
    case System:
        return tr("System");
    case Operator:
        return tr("Operator");
    case Acknowledged:
        return tr("Acknowledged");
    default:
        return QString();
    }
}

} // namespace opsdeck::events
