// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/systems/cabinet/request_book.h"

#include <algorithm>

namespace opsdeck::cabinet {

bool RequestBook::add(Request &request, base::Clock::Nanoseconds now, const Send &send)
{
    const Command command = request.command;
    const auto waiting = std::count_if(m_entries.begin(), m_entries.end(), [command](const Entry &entry) {
        return entry.request.command == command;
    });
    if (waiting >= kMostWaiting)
        return false;
    m_entries.push_back({std::move(request), {}});
    sendNext(command, now, send);
    return true;
}

void RequestBook::sendNext(Command command, base::Clock::Nanoseconds now, const Send &send)
{
    for (Entry &entry : m_entries) {
        if (entry.request.command != command)
            continue;
        if (entry.wasSent())
            return;
        entry.request.sentAt = now;
        entry.deadline = now + entry.request.timeout;
        send(entry.request);
        return;
    }
    if (m_entries.empty())
        m_entries.shrink_to_fit();
}

std::optional<Request> RequestBook::take(Command command, std::optional<int> slot,
                                         base::Clock::Nanoseconds now, const Send &send)
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry &entry) {
        return entry.wasSent() && entry.request.command == command &&
               (!hasSlot(command) || !slot || entry.request.slot == *slot);
    });
    if (found == m_entries.end())
        return {};
    Request request = std::move(found->request);
    m_entries.erase(found);
    sendNext(command, now, send);
    return request;
}

std::vector<Request> RequestBook::takeLate(base::Clock::Nanoseconds now, const Send &send)
{
    std::vector<Request> late;
    for (auto entry = m_entries.begin(); entry != m_entries.end();) {
        if (!entry->wasSent() || entry->deadline > now) {
            ++entry;
            continue;
        }
        late.push_back(std::move(entry->request));
        entry = m_entries.erase(entry);
    }
    for (const Request &request : late)
        sendNext(request.command, now, send);
    return late;
}

std::vector<Request> RequestBook::takeAll()
{
    std::vector<Request> left;
    for (Entry &entry : m_entries)
        left.push_back(std::move(entry.request));
    m_entries = {};
    return left;
}

bool RequestBook::isWaitingFor(Command command) const
{
    return std::any_of(m_entries.begin(), m_entries.end(), [command](const Entry &entry) {
        return entry.wasSent() && entry.request.command == command;
    });
}

std::optional<base::Clock::Nanoseconds> RequestBook::nextDeadline() const
{
    std::optional<base::Clock::Nanoseconds> first;
    for (const Entry &entry : m_entries) {
        if (entry.wasSent() && (!first || entry.deadline < *first))
            first = entry.deadline;
    }
    return first;
}

} // namespace opsdeck::cabinet
