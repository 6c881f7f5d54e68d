// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/systems/dvr/dvr_session.h"
#include "core/systems/dvr/message_link.h"

#include <QCoreApplication>
#include <QPointer>
#include <QtEndian>

#include <cstdlib>
#include <set>

using namespace opsdeck;

namespace {

/// Time that the input moves; timers fire inside `advance()`.
class StepClock final : public base::Clock
{
public:
    Nanoseconds monotonic() const override { return m_now; }
    QDateTime now() const override
    {
        return QDateTime::fromMSecsSinceEpoch(
            std::chrono::duration_cast<std::chrono::milliseconds>(m_now).count(), Qt::UTC);
    }
    std::unique_ptr<base::Timer> makeTimer(std::function<void()> onFire) override
    {
        return std::make_unique<StepTimer>(*this, std::move(onFire));
    }

    void advance(std::chrono::milliseconds by)
    {
        const Nanoseconds end = m_now + by;
        for (int fired = 0; fired < 1000; ++fired) {
            StepTimer *due = nullptr;
            for (StepTimer *timer : m_timers) {
                if (timer->isActive() && timer->deadline <= end && (!due || timer->deadline < due->deadline))
                    due = timer;
            }
            if (!due)
                break;
            m_now = std::max(m_now, due->deadline);
            due->fire();
        }
        m_now = end;
    }

private:
    class StepTimer final : public base::Timer
    {
    public:
        StepTimer(StepClock &clock, std::function<void()> onFire)
            : m_clock(clock)
            , m_onFire(std::move(onFire))
        {
            m_clock.m_timers.insert(this);
        }
        ~StepTimer() override { m_clock.m_timers.erase(this); }
        void start(std::chrono::milliseconds delay) override
        {
            deadline = m_clock.m_now + std::max(delay, std::chrono::milliseconds(1));
            m_active = true;
        }
        void stop() override { m_active = false; }
        bool isActive() const override { return m_active; }
        void fire()
        {
            m_active = false;
            const auto onFire = m_onFire; // which may destroy this
            onFire();
        }
        Nanoseconds deadline{0};

    private:
        StepClock &m_clock;
        std::function<void()> m_onFire;
        bool m_active = false;
    };

    Nanoseconds m_now{std::chrono::hours(1)};
    std::set<StepTimer *> m_timers;
};

class FedLink final : public transport::ByteLink
{
public:
    State state() const override { return m_state; }
    void open(const transport::Endpoint &) override
    {
        close();
        m_state = State::Opening;
    }
    void send(const QByteArray &) override {}
    void close() override { end(transport::LinkError::ClosedByUs); }
    void closeAfterWriting() override { close(); }

    void accept()
    {
        if (m_state != State::Opening)
            return;
        m_state = State::Open;
        Q_EMIT
        opened();
    }
    void feed(const QByteArray &bytes)
    {
        if (m_state == State::Open)
            Q_EMIT
        bytesReceived(bytes);
    }
    void end(transport::LinkError code)
    {
        const State before = std::exchange(m_state, State::Closed);
        const base::Error reason(code, QStringLiteral("fed"));
        if (before == State::Open)
            Q_EMIT
        closed(reason);
        else if (before == State::Opening) Q_EMIT failed(reason);
    }

private:
    State m_state = State::Closed;
};

class FedLinks final : public transport::LinkFactory
{
public:
    std::unique_ptr<transport::ByteLink> makeLink(const QString &) override
    {
        auto link = std::make_unique<FedLink>();
        links.append(link.get());
        return link;
    }
    /// The main link, or the newest.
    FedLink *pick(bool main)
    {
        return links.isEmpty() ? nullptr : (main ? links.first() : links.last()).data();
    }
    QList<QPointer<FedLink>> links;
};

class CountingSink final : public dvr::LiveSink
{
public:
    void frameReceived(const media::EncodedFrame &) override { ++frames; }
    void statusChanged(const dvr::LiveStatus &) override { ++statuses; }
    void countersChanged(const dvr::LiveCounters &) override {}
    int frames = 0;
    int statuses = 0;
};

QByteArray messageOf(quint8 selector, QByteArrayView payload)
{
    static constexpr quint16 kIds[] = {1001, 1004, 1005, 1006, 1007, 1021, 1049, 1411,
                                       1412, 1412, 1412, 1414, 1414, 1504, 1543, 1563};
    static const QByteArray kGood("{\"Ret\":100,\"SessionID\":\"0x57\",\"ChannelNum\":4}\n");
    dvr::MessageHeader header;
    header.version = 1;
    header.messageId = kIds[selector & 15];
    header.sessionId = 0x57;
    header.byte12 = selector >> 4 & 3;
    header.byte13 = selector >> 6;
    if (payload.isEmpty())
        payload = kGood;
    return dvr::encodeMessage(header, payload);
}

} // namespace

/// A session with one live stream whose device is the input: connects, sends true headers with any payload, raw bytes, cuts, waits.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static int argc = 1;
    static char name[] = "fuzz";
    static char *argv[] = {name, nullptr};
    static QCoreApplication app(argc, argv);

    StepClock clock;
    FedLinks links;
    const auto sink = std::make_shared<CountingSink>();
    {
        dvr::DvrSession session({}, links, clock, 1);
        session.openLive(1, 0, dvr::StreamKind::Main, sink);
        session.start();
        const QByteArrayView input(reinterpret_cast<const char *>(data), qsizetype(size));
        for (qsizetype at = 0; at + 3 <= input.size();) {
            const quint8 what = quint8(input[at]);
            const quint8 selector = quint8(input[at + 1]);
            const qsizetype length = qMin<qsizetype>(quint8(input[at + 2]), input.size() - at - 3);
            const QByteArrayView payload = input.sliced(at + 3, length);
            at += 3 + length;
            FedLink *link = links.pick(what & 0x80);
            if (!link)
                continue;
            switch (what & 7) {
            case 0:
                link->accept();
                break;
            case 1:
            case 2:
            case 3:
                link->feed(messageOf(selector, payload));
                break;
            case 4:
                link->feed(payload.toByteArray());
                break;
            case 5:
                clock.advance(std::chrono::milliseconds(selector * 20));
                break;
            case 6:
                link->end(transport::LinkError::ClosedByPeer);
                break;
            case 7:
                if (selector & 1)
                    session.tryNow();
                else if (selector & 2)
                    session.call(1020, QStringLiteral("SystemInfo"));
                else if (selector & 4)
                    session.closeLive(1);
                else if (selector & 8)
                    session.openLive(1, 0, dvr::StreamKind::Main, sink);
                else if (selector & 16)
                    session.stop();
                else
                    session.start();
                break;
            }
            // Links that were given up go, as the event loop would let them.
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
            links.links.removeIf([](const QPointer<FedLink> &one) { return one.isNull(); });
        }
        if (session.status().state == dvr::DeviceStatus::State::Waiting && !session.status().reason)
            std::abort(); // an outage without a reason tells the operator nothing
    }
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    return 0;
}
