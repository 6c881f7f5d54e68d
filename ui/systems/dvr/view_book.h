// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/settings_store.h"
#include "ui/systems/dvr/saved_view.h"

#include <QAbstractListModel>
#include <QHash>
#include <QJsonArray>
#include <QPixmap>

namespace opsdeck::dvr {

/// The saved views and tours of one site, in the operator's order; kept in the settings. GUI thread. What it cannot read
/// in the settings it leaves there.
class ViewBook final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { IdRole = Qt::UserRole + 1, IsTourRole, FigureRole };
    static constexpr qsizetype kMaximumItems = 500;

    /// @param settings must outlive this object.
    explicit ViewBook(store::SettingsStore &settings, QObject *parent = nullptr);

    /// Reads the book of a site: its items are kept under "dvr.views.<site>".
    void open(const QString &site);

    const QList<SavedItem> &items() const { return m_items; }
    /// Null when it is not there, or is of the other kind.
    const SavedView *view(const QString &id) const;
    const Tour *tour(const QString &id) const;
    int indexOf(const QString &id) const;

    /// Adds it, or replaces the one with its id; without an id it gets one. Its id; empty when the book is full.
    QString put(SavedItem item);
    void rename(const QString &id, const QString &name);
    /// Steps of tours that went there go with it.
    void remove(const QString &id);
    /// @param by rows, negative = up.
    void move(const QString &id, int by);
    /// "Gates (2)" when there is a "Gates".
    QString freeName(const QString &wish) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    /// Some item was added, changed, moved or removed.
    void changed();

private:
    void keep();
    QString figureOf(const SavedItem &item) const;
    QPixmap thumbnailOf(const SavedItem &item) const;

    store::SettingsStore &m_settings;
    QString m_key;
    QList<SavedItem> m_items;
    QJsonArray m_unread;  ///< items of the settings that this version cannot read
    int m_lastNumber = 0; ///< of the ids given out: what is removed may come back under its own
    mutable QHash<QByteArray, QPixmap> m_thumbnails;
};

} // namespace opsdeck::dvr
