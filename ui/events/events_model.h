// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "ui/events/event_source.h"
#include "ui/kit/event_texts.h"

#include <QAbstractTableModel>

namespace opsdeck::events {

/// What a device is called; empty: as its id.
using DeviceNames = std::function<QString(const QString &device)>;

/// What the rows of all lists of events are made of. Its parts outlive the lists.
struct EventServices {
    EventSource &source;
    const kit::EventTexts &texts;
    base::Clock &clock;
    DeviceNames deviceName = {};
};

/// Events as rows, the newest first: pages are fetched as the view comes to the end, what happens meanwhile comes on top.
/// At most kMostRows are held: then the newest leave, and a way back to them is offered. Holds values; never blocks.
/// GUI thread.
class EventsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Mark, Time, Sentence, DeviceColumn, System, Operator, Acknowledged };
    static constexpr int kColumns = Acknowledged + 1;
    enum Role { IdRole = Qt::UserRole + 1, SeverityRole, OpenRole };

    static constexpr int kPage = 200;
    static constexpr int kMostRows = 5000;

    enum class State {
        Idle,      ///< nothing under way; there may be more
        Loading,   ///< a page is on its way
        Searching, ///< pages came short: it goes on further back by itself
        Stopped,   ///< the operator stopped the search
        Complete,  ///< nothing older is there
        Failed,    ///< `error` says why
    };

    explicit EventsModel(const EventServices &services, QObject *parent = nullptr);
    ~EventsModel() override;

    /// Begins anew with this filter, also when it is the same.
    void setFilter(const store::JournalFilter &filter);
    const store::JournalFilter &filter() const { return m_filter; }
    /// Begins anew at the newest.
    void reload() { setFilter(m_filter); }
    /// Ends a search; `goOn` takes it up again, and tries again what failed.
    void stop();
    void goOn();

    State state() const { return m_state; }
    const std::optional<base::Error> &error() const { return m_error; }
    /// How far back the search has come; null before the first page.
    QDateTime reached() const;
    /// No row is of an earlier day.
    bool isOfToday() const;
    /// The newest events are not held any more.
    bool isCut() const { return m_isCut; }
    /// How many have come since then.
    int newerCount() const { return m_newer; }

    /// Null for an invalid index.
    const store::JournalEntry *entry(const QModelIndex &index) const;
    QModelIndex find(qint64 id) const;
    /// Those that nobody has acknowledged.
    QList<qint64> openIds() const;
    /// All words of the language of the moment.
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void stateChanged();

private:
    void request();
    void take(const base::Result<store::JournalPage> &page);
    void append(const QList<store::JournalEntry> &entries);
    void cutTop();
    void insert(QList<store::JournalEntry> entries);
    void insertOnTop(QList<store::JournalEntry> entries);
    void insertBetween(const store::JournalEntry &entry);
    void cutBottom();
    void onAdded(const QList<store::JournalEntry> &entries);
    void onAcknowledged(const QList<qint64> &ids, const QDateTime &at, const QString &by);
    void setState(State state);
    QString cell(const store::JournalEntry &entry, int column) const;
    QString toolTip(const store::JournalEntry &entry, int column) const;
    QString deviceText(const store::Event &event) const;

    EventServices m_services;
    store::JournalFilter m_filter;
    QList<store::JournalEntry> m_rows;    ///< newest first
    QList<store::JournalEntry> m_waiting; ///< came while a page was on its way
    std::optional<store::JournalCursor> m_next;
    std::optional<base::Error> m_error;
    State m_state = State::Idle;
    quint64 m_turn = 0;  ///< answers of earlier turns are nobody's
    int m_collected = 0; ///< since the view asked for more
    int m_newer = 0;
    bool m_isCut = false;
    bool m_isRequested = false;
    bool m_isAnswered = false; ///< of this turn: at least one page
};

} // namespace opsdeck::events
