// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/systems/dvr/dvr_session.h"
#include "tests/core/systems/dvr/wire_kit.h"
#include "tests/support/manual_clock.h"
#include "tests/support/scripted_link.h"

#include <QCoreApplication>
#include <QSignalSpy>

#include <memory>

namespace opsdeck::test {

/// Notes all that one live stream tells. May do something at each of the three calls.
class NotingSink final : public dvr::LiveSink
{
public:
    void frameReceived(const media::EncodedFrame &frame) override
    {
        frames.append(frame);
        if (onFrame)
            onFrame();
    }
    void statusChanged(const dvr::LiveStatus &status) override
    {
        states.append(status);
        if (onStatus)
            onStatus(status);
    }
    void countersChanged(const dvr::LiveCounters &now) override
    {
        counters = now;
        ++counterCalls;
        if (onCounters)
            onCounters();
    }

    dvr::LiveStatus::State state() const
    {
        return states.isEmpty() ? dvr::LiveStatus().state : states.last().state;
    }
    qsizetype calls() const { return frames.size() + states.size() + counterCalls; }

    QList<media::EncodedFrame> frames;
    QList<dvr::LiveStatus> states;
    dvr::LiveCounters counters;
    int counterCalls = 0;
    std::function<void()> onFrame;
    std::function<void(const dvr::LiveStatus &)> onStatus;
    std::function<void()> onCounters;
};

/// A session with one scripted DVR, and the hands of that DVR. Time stands still until the test moves it.
struct Rig {
    static constexpr quint32 kSession = 0x57;

    explicit Rig(const QString &password = QString())
    {
        dvr::DeviceSettings settings;
        settings.id = QStringLiteral("north");
        settings.endpoint = {QStringLiteral("192.0.2.7"), 34567};
        settings.userName = QStringLiteral("admin");
        settings.password = password;
        session = std::make_unique<dvr::DvrSession>(settings, links, clock, 7);
        QObject::connect(session.get(), &dvr::DvrSession::statusChanged, session.get(),
                         [this](const dvr::DeviceStatus &status) { states.append(status); });
    }
    ~Rig()
    {
        session.reset();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }

    /// The newest open or opening media link of a channel.
    ScriptedLink *media(int channel = 0) const
    {
        return links.find(QStringLiteral("channel %1 ").arg(channel));
    }

    void settle() { clock.advance(std::chrono::milliseconds(0)); }
    void advance(std::chrono::milliseconds by) { clock.advance(by); }

    /// Accepts the connection and lets the login pass.
    void login(const QByteArray &more = R"("AliveInterval":20,"ChannelNum":4,"DeviceType ":"HVR",)",
               quint32 id = kSession)
    {
        mainLink->accept();
        sent = takeSent(mainLink);
        answerLogin(more, id);
    }
    void answerLogin(const QByteArray &more, quint32 id = kSession)
    {
        mainLink->feed(
            wire(1001, body("{" + more + R"("Ret":100,"SessionID":"0x)" + QByteArray::number(id, 16) + "\"}"),
                 id));
        settle();
    }
    /// Started and logged in, titles answered, nothing left unread.
    void goOnline()
    {
        session->start();
        mainLink = links.find(QStringLiteral("north main"));
        login();
        readAll();
    }
    QList<Sent> readAll()
    {
        sent = takeSent(mainLink);
        return sent;
    }
    void say(quint16 id, const QByteArray &json, quint32 sequence = 0)
    {
        mainLink->feed(wire(id, body(json), kSession, sequence));
        settle();
    }

    ManualClock clock;
    ScriptedLinks links;
    std::unique_ptr<dvr::DvrSession> session;
    ScriptedLink *mainLink = nullptr;
    QList<dvr::DeviceStatus> states;
    QList<Sent> sent;
};

} // namespace opsdeck::test
