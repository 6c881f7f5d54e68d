// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/dvr/dvr_connection_test.h"

#include "core/base/hex.h"
#include "core/base/on.h"
#include "core/media/picture_scaler.h"
#include "core/media/video_decoder.h"
#include "core/systems/dvr/device_info.h"
#include "core/systems/dvr/dvr_error.h"
#include "core/systems/dvr/dvr_session.h"
#include "core/systems/dvr/message_ids.h"
#include "ui/kit/error_text.h"
#include "ui/systems/dvr/dvr_error_text.h"
#include "ui/systems/dvr/tile_text.h"

#include <QCoreApplication>
#include <QHostInfo>

namespace opsdeck::dvr {

namespace {

constexpr std::chrono::milliseconds kGoodbye{500};
/// A wait this short is the session trying another way of logging in, not an outage.
constexpr qint64 kAtOnceMs = 50;
/// Channels without a camera that are passed over.
constexpr int kChannelsToTry = 8;
constexpr QSize kPictureBox(640, 360);
constexpr LiveId kFirstLive = 1;

/// The picture as an image of its own, whose pixels nobody else has.
QImage imageOf(const media::Picture &picture)
{
    return QImage(picture.pixels.get(), picture.size.width(), picture.size.height(), picture.bytesPerLine,
                  QImage::Format_RGB32)
        .copy();
}

} // namespace

/// What a step found; made on the test's thread, put into words in the window's.
struct DvrConnectionTest::Found {
    std::optional<base::Error> error;
    QStringList addresses;
    bool isAddress = false; ///< there was no name to look up
    DeviceStatus status;
    SystemInfo info;
    int channel = 0;
    media::VideoCodec codec = media::VideoCodec::Unknown;
    QSize size;
    QImage picture;
};

/// Takes the frames of one channel until one is a picture. Called on the test's thread.
class DvrConnectionTest::Sink final : public LiveSink
{
public:
    Sink(std::function<void(const Found &)> onEnd)
        : m_onEnd(std::move(onEnd))
    {
    }

    void frameReceived(const media::EncodedFrame &frame) override
    {
        if (!m_onEnd || !frame.isVideo())
            return;
        // What cannot be decoded is no picture; the step's time limit ends the waiting for a better one.
        const auto outcome = m_decoder.decode(frame);
        if (!outcome || outcome->pictures == 0 || !m_decoder.picture())
            return;
        const auto picture =
            m_scaler.scale(*m_decoder.picture(), kPictureBox, media::Fit::KeepAspect, m_pool);
        if (!picture)
            return;
        Found found;
        found.codec = m_decoder.codec();
        found.size = m_decoder.size();
        found.picture = imageOf(*picture);
        end(found);
    }

    void statusChanged(const LiveStatus &status) override
    {
        if (status.state != LiveStatus::State::Offline || !status.reason)
            return;
        Found found;
        found.error = status.reason;
        end(found);
    }

    void countersChanged(const LiveCounters &) override {}

    /// Nothing is told any more.
    void close() { m_onEnd = {}; }

private:
    void end(const Found &found)
    {
        if (const auto tell = std::exchange(m_onEnd, {}))
            tell(found);
    }

    std::function<void(const Found &)> m_onEnd;
    media::VideoDecoder m_decoder;
    media::PictureScaler m_scaler;
    media::PixelPool m_pool;
};

/// The half that lives on the test's thread.
class DvrConnectionTest::Remote final : public QObject
{
public:
    Remote(DvrConnectionTest *front, DeviceSettings device, base::Clock &clock, MakeLinks makeLinks,
           quint32 seed, std::chrono::milliseconds limit)
        : m_front(front)
        , m_device(std::move(device))
        , m_clock(clock)
        , m_makeLinks(std::move(makeLinks))
        , m_seed(seed)
        , m_limit(limit)
    {
    }

    void start()
    {
        m_timer = m_clock.makeTimer([this] {
            Found found;
            found.error =
                base::Error(base::CommonError::Timeout,
                            QStringLiteral("the step took longer than %1 s").arg(m_limit.count() / 1000));
            finishStep(found);
        });
        m_links = m_makeLinks();
        begin(FindAddress);
        if (const QHostAddress address(m_device.endpoint.host); !address.isNull()) {
            Found found;
            found.addresses = {address.toString()};
            found.isAddress = true;
            finishStep(found);
            return;
        }
        m_lookup = QHostInfo::lookupHost(m_device.endpoint.host, this, [this](const QHostInfo &info) {
            if (m_step != FindAddress || m_isLeaving)
                return;
            Found found;
            for (const QHostAddress &address : info.addresses())
                found.addresses << address.toString();
            if (found.addresses.isEmpty())
                found.error = base::Error(transport::LinkError::ResolveFailed, info.errorString());
            finishStep(found);
        });
    }

    /// Says goodbye to the device and ends the thread, at once or in a moment.
    void leave()
    {
        if (m_isLeaving)
            return;
        m_isLeaving = true;
        if (m_lookup >= 0)
            QHostInfo::abortHostLookup(m_lookup);
        if (m_sink)
            m_sink->close();
        m_timer.reset();
        m_patience = m_clock.makeTimer([this] { end(); });
        m_patience->start(kGoodbye);
        if (!m_session) {
            endSoon();
            return;
        }
        m_session->disconnect(this);
        connect(m_session.get(), &DvrSession::stopped, this, [this] { endSoon(); });
        m_session->stop();
    }

private:
    void begin(int step)
    {
        m_step = step;
        m_begunAt = m_clock.monotonic();
        m_timer->start(m_limit);
        QMetaObject::invokeMethod(m_front, [front = m_front, step] {
            if (!front->m_isCancelled)
                Q_EMIT front->stepStarted(step);
        });
    }

    void finishStep(const Found &found)
    {
        if (m_isLeaving)
            return;
        m_timer->stop();
        const auto took =
            std::chrono::duration_cast<std::chrono::milliseconds>(m_clock.monotonic() - m_begunAt);
        QMetaObject::invokeMethod(
            m_front, [front = m_front, step = m_step, found, took] { front->onStep(step, found, took); });
        if (found.error || m_step == FirstPicture) {
            // Later: a session or a stream may be telling us.
            QMetaObject::invokeMethod(
                this, [this] { leave(); }, Qt::QueuedConnection);
            m_step = kSteps;
            return;
        }
        begin(m_step + 1);
        switch (m_step) {
        case Connect:
            connectToDevice();
            break;
        case LogIn:
            // The link is up: the session is logging in, or has.
            onStatus(m_session->status());
            break;
        case ReadInfo:
            readInfo();
            break;
        case FirstPicture:
            openChannel();
            break;
        default:
            break;
        }
    }

    void connectToDevice()
    {
        m_session = std::make_unique<DvrSession>(m_device, *m_links, m_clock, m_seed);
        connect(m_session.get(), &DvrSession::statusChanged, this,
                [this](const DeviceStatus &status) { onStatus(status); });
        m_session->start();
    }

    void onStatus(const DeviceStatus &status)
    {
        using State = DeviceStatus::State;
        if (m_isLeaving || m_step == kSteps)
            return;
        if (status.state == State::Waiting && m_wasConnected && m_step == LogIn &&
            m_clock.now().msecsTo(status.retryAt) <= kAtOnceMs)
            return;
        Found found;
        found.status = status;
        if (status.state == State::Waiting || status.state == State::NeedsOperator) {
            found.error = status.reason
                              ? *status.reason
                              : base::Error(base::CommonError::NotConnected, QStringLiteral("no session"));
            // An end while we read is the end of that step too.
            finishStep(found);
            return;
        }
        const bool isUp = status.state == State::LoggingIn || status.state == State::Online;
        m_wasConnected = m_wasConnected || isUp;
        if (m_step == Connect && isUp)
            finishStep(found);
        else if (m_step == LogIn && status.state == State::Online)
            finishStep(found);
    }

    void readInfo()
    {
        m_session->call(id::kSystemInfo, QStringLiteral("SystemInfo"))
            .then(base::on(this, [this](const base::Result<QJsonObject> &reply) {
                if (m_isLeaving || m_step != ReadInfo)
                    return;
                const auto info = reply.and_then(parseSystemInfo);
                Found found;
                found.status = m_session->status();
                if (info)
                    found.info = *info;
                else
                    found.error = info.error();
                finishStep(found);
            }));
    }

    void openChannel()
    {
        m_sink = std::make_shared<Sink>([this, live = m_live](const Found &found) {
            // Later: the stream is in the middle of its own work.
            QMetaObject::invokeMethod(
                this, [this, live, found] { onChannelEnd(live, found); }, Qt::QueuedConnection);
        });
        m_session->openLive(m_live, m_channel, StreamKind::Main, m_sink);
    }

    void onChannelEnd(LiveId live, Found found)
    {
        if (m_isLeaving || m_step != FirstPicture || live != m_live)
            return;
        m_session->closeLive(m_live);
        m_sink->close();
        const int channels = std::min(std::max(m_session->status().channelCount, 1), kChannelsToTry);
        if (found.error && found.error->is(DvrError::ChannelOffline) && m_channel + 1 < channels) {
            ++m_channel;
            ++m_live;
            openChannel();
            return;
        }
        found.channel = m_channel;
        finishStep(found);
    }

    void endSoon()
    {
        QMetaObject::invokeMethod(
            this, [this] { end(); }, Qt::QueuedConnection);
    }

    void end()
    {
        m_patience.reset();
        m_session.reset();
        m_links.reset();
        // What goes in stages (stream, message link, link, socket) must be gone before the loop is.
        constexpr int kStages = 5;
        for (int stage = 0; stage < kStages; ++stage)
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        thread()->quit();
    }

    DvrConnectionTest *m_front;
    const DeviceSettings m_device;
    base::Clock &m_clock;
    MakeLinks m_makeLinks;
    const quint32 m_seed;
    const std::chrono::milliseconds m_limit;
    std::unique_ptr<base::Timer> m_timer;
    std::unique_ptr<base::Timer> m_patience;
    std::unique_ptr<transport::LinkFactory> m_links;
    std::unique_ptr<DvrSession> m_session;
    std::shared_ptr<Sink> m_sink;
    base::Clock::Nanoseconds m_begunAt{0};
    int m_step = FindAddress;
    int m_lookup = -1;
    int m_channel = 0;
    LiveId m_live = kFirstLive;
    bool m_wasConnected = false;
    bool m_isLeaving = false;
};

DvrConnectionTest::DvrConnectionTest(DeviceSettings device, base::Clock &clock, MakeLinks makeLinks,
                                     quint32 seed, std::chrono::milliseconds stepLimit)
    : m_remote(new Remote(this, std::move(device), clock, std::move(makeLinks), seed, stepLimit))
{
    m_thread.setObjectName(QStringLiteral("dvr-test"));
    m_remote->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, this, &ConnectionTest::ended);
}

DvrConnectionTest::~DvrConnectionTest()
{
    m_thread.disconnect(this);
    cancel();
    m_thread.wait();
    // It ended itself; what is left of it belongs to no running thread.
    delete m_remote;
}

void DvrConnectionTest::start()
{
    if (m_isStarted)
        return;
    m_isStarted = true;
    m_thread.start();
    QMetaObject::invokeMethod(m_remote, [remote = m_remote] { remote->start(); });
}

void DvrConnectionTest::cancel()
{
    m_isCancelled = true;
    if (m_isStarted)
        QMetaObject::invokeMethod(m_remote, [remote = m_remote] { remote->leave(); });
}

QString DvrConnectionTest::stepName(int step) const
{
    switch (step) {
    case FindAddress:
        return tr("Find the address");
    case Connect:
        return tr("Connect");
    case LogIn:
        return tr("Log in");
    case ReadInfo:
        return tr("Read what it is");
    case FirstPicture:
        return tr("First picture");
    default:
        return QString();
    }
}

void DvrConnectionTest::onStep(int step, const Found &found, std::chrono::milliseconds took)
{
    if (m_isCancelled)
        return;
    if (found.error) {
        Q_EMIT stepDone(step, kit::withDeviceCode(dvrErrorText(*found.error), *found.error), false, took);
        Q_EMIT finished(false);
        return;
    }
    QStringList words;
    switch (step) {
    case FindAddress:
        words = found.isAddress ? QStringList{tr("it is an address, nothing to look up")}
                                : found.addresses.mid(0, 3);
        break;
    case Connect:
        words << tr("the device accepts connections");
        break;
    case LogIn:
        words << base::plainText(found.status.deviceType, 32);
        if (found.status.channelCount > 0)
            words << tr("channels: %1").arg(found.status.channelCount);
        break;
    case ReadInfo:
        words << base::plainText(
            found.info.deviceModel.isEmpty() ? found.info.hardware : found.info.deviceModel, 40);
        if (!found.info.softwareVersion.isEmpty())
            words << tr("firmware %1").arg(base::plainText(found.info.softwareVersion, 60));
        if (!found.info.serialNo.isEmpty())
            words << tr("serial number %1").arg(base::plainText(found.info.serialNo, 40));
        break;
    case FirstPicture:
        words << tr("channel %1").arg(found.channel + 1) << codecText(found.codec)
              << QStringLiteral("%1 × %2").arg(found.size.width()).arg(found.size.height());
        Q_EMIT pictureTaken(found.picture);
        break;
    default:
        break;
    }
    words.removeAll(QString());
    Q_EMIT stepDone(step, words.join(QStringLiteral(" · ")), true, took);
    if (step == FirstPicture && !m_isCancelled)
        Q_EMIT finished(true);
}

} // namespace opsdeck::dvr
