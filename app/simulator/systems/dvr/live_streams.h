// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/systems/dvr/clip_library.h"
#include "core/base/clock.h"

#include <QByteArrayList>
#include <QPointer>

#include <memory>
#include <optional>
#include <vector>

namespace opsdeck::dvr::sim {

class DvrConnection;
struct Device;

/// The live streams of one device: claimed by a socket, started by the session, paced at the clip's frame rate
/// by one timer for all. A reader that is too slow loses whole frames up to a key frame.
class LiveStreams
{
public:
    explicit LiveStreams(Device &device);
    ~LiveStreams();

    struct Key {
        quint32 sessionId = 0;
        int channel = 0;
        bool isExtra = false;
        friend bool operator==(const Key &, const Key &) = default;
    };

    /// Reserves `socket` for a stream.
    void claim(const Key &key, DvrConnection &socket, bool isOneSocket);
    struct Started {
        int ret = 100;
        bool isOneSocket = false; ///< the Claim came on the socket the session logged in on
    };
    /// 103 without a Claim or when it runs already; 121 when the channel is offline.
    Started start(const Key &key);
    /// 103 when it does not run. Closes the socket unless it is the session's own or carries more.
    int stop(const Key &key);
    /// The next frame of these streams is a key frame. @param channel nothing = all of the session.
    void makeKeyFrame(quint32 sessionId, std::optional<int> channel);
    /// Ends the session's streams and closes the sockets that are not its main one.
    void endSession(quint32 sessionId);
    void forgetSocket(const DvrConnection *socket);
    void clear();
    /// Whether a stream on the session's own socket is being read.
    bool isDrained(quint32 sessionId) const;
    qsizetype running() const;

private:
    struct Stream;
    void tick();
    void scheduleNext();
    void sendFrame(Stream &stream);
    QByteArrayList nextFrames(Stream &stream) const;

    Device &m_device;
    std::vector<Stream> m_streams;
    std::unique_ptr<base::Timer> m_timer;
};

} // namespace opsdeck::dvr::sim
