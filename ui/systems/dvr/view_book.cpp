// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/dvr/view_book.h"

#include "core/base/hex.h"

#include <QBuffer>
#include <QImageReader>

#include <algorithm>

namespace opsdeck::dvr {

namespace {

/// A few kB of our own PNG, from memory, decoded once. The file may be anybody's, and a few kB of PNG can be a picture of
/// gigabytes: what is larger than ours is not looked at.
QPixmap smallPicture(QByteArray png)
{
    constexpr QSize kLargest(512, 512);
    QBuffer buffer(&png);
    if (!buffer.open(QIODevice::ReadOnly))
        return QPixmap();
    QImageReader reader(&buffer, "PNG");
    const QSize size = reader.size();
    if (size.isEmpty() || size.boundedTo(kLargest) != size)
        return QPixmap();
    return QPixmap::fromImageReader(&reader);
}

} // namespace

ViewBook::ViewBook(store::SettingsStore &settings, QObject *parent)
    : QAbstractListModel(parent)
    , m_settings(settings)
{
}

void ViewBook::open(const QString &site)
{
    const QString key = QStringLiteral("dvr.views.") + site;
    if (key == m_key)
        return;
    beginResetModel();
    m_key = key;
    m_items.clear();
    m_unread = QJsonArray();
    m_thumbnails.clear();
    m_lastNumber = 0;
    const QJsonArray stored = m_settings.value(m_key).toArray();
    for (const auto &value : stored) {
        auto item = savedItemFromJson(value.toObject());
        if (item && indexOf(idOf(*item)) < 0 && m_items.size() < kMaximumItems)
            m_items.append(std::move(*item));
        else
            m_unread.append(value);
    }
    endResetModel();
    Q_EMIT changed();
}

void ViewBook::keep()
{
    if (!m_key.isEmpty()) {
        QJsonArray all;
        for (const SavedItem &item : std::as_const(m_items))
            all.append(toJson(item));
        for (const auto &value : std::as_const(m_unread))
            all.append(value);
        m_settings.setValue(m_key, all);
    }
    Q_EMIT changed();
}

int ViewBook::indexOf(const QString &id) const
{
    for (int i = 0; i < m_items.size(); ++i) {
        if (idOf(m_items.at(i)) == id)
            return i;
    }
    return -1;
}

const SavedView *ViewBook::view(const QString &id) const
{
    const int at = indexOf(id);
    return at < 0 ? nullptr : std::get_if<SavedView>(&m_items.at(at));
}

const Tour *ViewBook::tour(const QString &id) const
{
    const int at = indexOf(id);
    return at < 0 ? nullptr : std::get_if<Tour>(&m_items.at(at));
}

QString ViewBook::put(SavedItem item)
{
    QString id = idOf(item);
    if (id.isEmpty()) {
        if (m_items.size() >= kMaximumItems)
            return QString();
        do
            id = QString::number(++m_lastNumber);
        while (indexOf(id) >= 0);
        std::visit([&](auto &what) { what.id = id; }, item);
    }
    const int at = indexOf(id);
    if (at < 0) {
        beginInsertRows({}, int(m_items.size()), int(m_items.size()));
        m_items.append(std::move(item));
        endInsertRows();
    } else {
        m_items[at] = std::move(item);
        Q_EMIT dataChanged(index(at), index(at));
    }
    keep();
    return id;
}

void ViewBook::rename(const QString &id, const QString &name)
{
    const int at = indexOf(id);
    const QString plain = base::plainText(name, kMaximumViewName).trimmed();
    if (at < 0 || plain.isEmpty() || plain == nameOf(m_items.at(at)))
        return;
    std::visit([&](auto &what) { what.name = plain; }, m_items[at]);
    Q_EMIT dataChanged(index(at), index(at));
    keep();
}

void ViewBook::remove(const QString &id)
{
    const int at = indexOf(id);
    if (at < 0)
        return;
    beginRemoveRows({}, at, at);
    m_items.removeAt(at);
    endRemoveRows();
    // A tour that went there goes on without it.
    for (int i = 0; i < m_items.size(); ++i) {
        auto *tour = std::get_if<Tour>(&m_items[i]);
        if (tour && tour->steps.removeIf([&](const TourStep &step) { return step.viewId == id; }) > 0)
            Q_EMIT dataChanged(index(i), index(i));
    }
    keep();
}

void ViewBook::move(const QString &id, int by)
{
    const int from = indexOf(id);
    const int to = std::clamp(from + by, 0, int(m_items.size()) - 1);
    if (from < 0 || from == to)
        return;
    // The model counts the place before which the row is put.
    if (!beginMoveRows({}, from, from, {}, to > from ? to + 1 : to))
        return;
    m_items.move(from, to);
    endMoveRows();
    keep();
}

QString ViewBook::freeName(const QString &wish) const
{
    const auto isTaken = [&](const QString &name) {
        return std::any_of(m_items.cbegin(), m_items.cend(),
                           [&](const SavedItem &item) { return nameOf(item) == name; });
    };
    QString name = wish;
    for (int i = 2; isTaken(name); ++i)
        name = QStringLiteral("%1 (%2)").arg(wish, QString::number(i));
    return name;
}

int ViewBook::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_items.size());
}

Qt::ItemFlags ViewBook::flags(const QModelIndex &index) const
{
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren
                           : Qt::NoItemFlags;
}

QString ViewBook::figureOf(const SavedItem &item) const
{
    if (const auto *view = std::get_if<SavedView>(&item))
        return view->tiles == 1 ? tr("1 tile") : tr("%1 tiles").arg(view->tiles);
    std::chrono::seconds all{0};
    for (const TourStep &step : std::get<Tour>(item).steps)
        all += step.dwell;
    return tr("tour, %1 s").arg(all.count());
}

QPixmap ViewBook::thumbnailOf(const SavedItem &item) const
{
    const auto *view = std::get_if<SavedView>(&item);
    if (!view || view->thumbnail.isEmpty())
        return QPixmap();
    auto found = m_thumbnails.find(view->thumbnail);
    if (found == m_thumbnails.end()) {
        if (m_thumbnails.size() > kMaximumItems)
            m_thumbnails.clear();
        found = m_thumbnails.insert(view->thumbnail, smallPicture(view->thumbnail));
    }
    return *found;
}

QVariant ViewBook::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const SavedItem &item = m_items.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return nameOf(item);
    case Qt::DecorationRole:
        return thumbnailOf(item);
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1, %2").arg(nameOf(item), figureOf(item));
    case IdRole:
        return idOf(item);
    case IsTourRole:
        return std::holds_alternative<Tour>(item);
    case FigureRole:
        return figureOf(item);
    default:
        return {};
    }
}

} // namespace opsdeck::dvr
