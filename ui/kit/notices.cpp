// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/notices.h"

#include "core/base/hex.h"

#include <algorithm>

namespace opsdeck::kit {

namespace {

bool isPassing(const Notice &notice)
{
    return notice.mark == StateMark::None || notice.mark == StateMark::Ok;
}

/// plainText line by line: the line ends are ours.
QString plainLines(const QString &text, qsizetype maximum)
{
    QStringList lines;
    qsizetype left = maximum;
    for (const QString &line : text.left(maximum).split(QLatin1Char('\n'))) {
        lines << base::plainText(line, std::max<qsizetype>(left, 1));
        left -= line.size() + 1;
    }
    return lines.join(QLatin1Char('\n'));
}

/// Its texts, as they may be shown.
void write(Notice &notice)
{
    if (const auto say = notice.say)
        say(notice);
    notice.text = base::plainText(notice.text, Notices::kMaximumText);
    notice.details = plainLines(notice.details, Notices::kMaximumDetails);
    notice.actionText = base::plainText(notice.actionText, Notices::kMaximumText);
}

} // namespace

Notices::Notices(base::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_timer(clock.makeTimer([this] { passOn(); }))
{
}

Notices::~Notices() = default;

quint64 Notices::post(Notice notice)
{
    write(notice);
    notice.number = ++m_lastNumber;
    notice.at = m_clock.now();
    notice.since = m_clock.monotonic();
    notice.isOpen = true;
    notice.isOver = false;
    if (!notice.key.isEmpty())
        m_list.removeIf([&](const Notice &other) { return other.key == notice.key; });
    m_list.append(notice);
    if (m_list.size() > kMaximum)
        m_list.removeFirst();
    if (isPassing(notice) && !m_timer->isActive())
        m_timer->start(kPassing);
    Q_EMIT posted(notice);
    Q_EMIT changed();
    return notice.number;
}

void Notices::withdraw(const QString &key)
{
    if (key.isEmpty())
        return;
    for (Notice &notice : m_list) {
        if (notice.key != key || notice.isOver)
            continue;
        notice.isOpen = false;
        notice.isOver = true;
        // Later notices of the key do not belong to this one.
        notice.action = {};
        Q_EMIT withdrawn(key);
        Q_EMIT changed();
        return;
    }
}

void Notices::dismiss(quint64 number)
{
    if (Notice *notice = mutableFind(number); notice && notice->isOpen) {
        notice->isOpen = false;
        Q_EMIT changed();
    }
}

void Notices::act(quint64 number)
{
    const Notice *notice = find(number);
    if (!notice || notice->isOver || !notice->action)
        return;
    // A copy: the action may post or withdraw notices.
    const std::function<void()> action = notice->action;
    dismiss(number);
    action();
}

void Notices::retranslate()
{
    for (Notice &notice : m_list) {
        if (notice.say)
            write(notice);
    }
    Q_EMIT changed();
}

void Notices::clear()
{
    if (m_list.isEmpty())
        return;
    m_list.clear();
    Q_EMIT changed();
}

QList<Notice> Notices::open() const
{
    QList<Notice> open;
    std::copy_if(m_list.cbegin(), m_list.cend(), std::back_inserter(open),
                 [](const Notice &notice) { return notice.isOpen; });
    return open;
}

Notice *Notices::mutableFind(quint64 number)
{
    const auto found = std::find_if(m_list.begin(), m_list.end(),
                                    [number](const Notice &notice) { return notice.number == number; });
    return found == m_list.end() ? nullptr : &*found;
}

const Notice *Notices::find(quint64 number) const
{
    const auto found = std::find_if(m_list.cbegin(), m_list.cend(),
                                    [number](const Notice &notice) { return notice.number == number; });
    return found == m_list.cend() ? nullptr : &*found;
}

/// Good news that is old enough leaves; the timer is set for the next.
void Notices::passOn()
{
    const base::Clock::Nanoseconds now = m_clock.monotonic();
    bool isAnyChanged = false;
    for (Notice &notice : m_list) {
        if (!notice.isOpen || !isPassing(notice))
            continue;
        const base::Clock::Nanoseconds left = notice.since + kPassing - now;
        if (left.count() > 0) {
            m_timer->start(std::chrono::ceil<std::chrono::milliseconds>(left));
            break; // the later ones come later
        }
        notice.isOpen = false;
        isAnyChanged = true;
    }
    if (isAnyChanged)
        Q_EMIT changed();
}

} // namespace opsdeck::kit
