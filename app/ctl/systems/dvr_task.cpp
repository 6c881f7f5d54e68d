// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/systems/dvr_task.h"

#include "core/systems/dvr/dvr_error.h"

#include <QRandomGenerator>

namespace opsdeck::dvr {

using namespace std::chrono_literals;
using State = DeviceStatus::State;

namespace {

constexpr auto kConnectTimeout = 5000ms;
constexpr auto kGoodbyeTimeout = 1000ms;

transport::TcpLimits limitsOf(const ctl::Invocation &invocation)
{
    transport::TcpLimits limits;
    limits.connectTimeout = kConnectTimeout;
    if (invocation.timeoutSeconds)
        limits.connectTimeout =
            std::chrono::milliseconds(qMax<qint64>(1, qint64(*invocation.timeoutSeconds * 1000)));
    return limits;
}

std::chrono::milliseconds budgetOf(const ctl::Invocation &invocation, std::chrono::milliseconds budget)
{
    if (invocation.timeoutSeconds)
        return std::chrono::milliseconds(qint64(*invocation.timeoutSeconds * 1000));
    return kConnectTimeout + DvrSession::kLoginTimeout + budget;
}

} // namespace

DvrTask::DvrTask(const ctl::Invocation &invocation, DeviceSettings settings, std::chrono::milliseconds budget)
    : m_clock(invocation.clock)
    , m_settings(std::move(settings))
    , m_links(QStringLiteral("dvr"), invocation.clock, limitsOf(invocation), invocation.taps)
    , m_budget(budgetOf(invocation, budget))
    , m_deadline(invocation.clock.makeTimer([this] { onDeadline(); }))
    , m_goodbye(invocation.clock.makeTimer([this] { Q_EMIT shutDownDone(); }))
{
}

DvrTask::~DvrTask() = default;

void DvrTask::start()
{
    m_session =
        std::make_unique<DvrSession>(m_settings, m_links, m_clock, QRandomGenerator::global()->generate());
    connect(m_session.get(), &DvrSession::statusChanged, this, &DvrTask::onStatus);
    m_deadline->start(m_budget);
    m_session->start();
}

void DvrTask::interrupt()
{
    if (!m_finished)
        onInterrupted();
}

void DvrTask::onInterrupted()
{
    fail(base::Error(base::CommonError::Cancelled, QStringLiteral("interrupted")));
}

void DvrTask::shutDown()
{
    if (!m_session) {
        Q_EMIT shutDownDone();
        return;
    }
    m_session->disconnect(this);
    connect(m_session.get(), &DvrSession::stopped, this, [this] {
        m_goodbye->stop();
        Q_EMIT shutDownDone();
    });
    m_goodbye->start(kGoodbyeTimeout);
    m_session->stop();
}

void DvrTask::succeed(const QJsonObject &result, const QString &text)
{
    if (std::exchange(m_finished, true))
        return;
    m_deadline->stop();
    Q_EMIT finished({result, text});
}

void DvrTask::fail(const base::Error &error)
{
    if (std::exchange(m_finished, true))
        return;
    m_deadline->stop();
    Q_EMIT finished({base::fail(error), {}});
}

void DvrTask::onStatus(const DeviceStatus &status)
{
    if (m_finished)
        return;
    switch (status.state) {
    case State::Online:
        m_wasOnline = true;
        onOnline();
        return;
    case State::NeedsOperator:
        fail(*status.reason);
        return;
    case State::Waiting:
        // No wait means that the login is tried another way at once.
        if (!status.reason || (!m_wasOnline && status.retryAt <= m_clock.now()))
            return;
        if (m_wasOnline)
            onLost(*status.reason);
        else
            fail(*status.reason);
        return;
    default:
        return;
    }
}

void DvrTask::onDeadline()
{
    const auto reason = pendingReason();
    QString detail = QStringLiteral("not done within %1 s").arg(double(m_budget.count()) / 1000.0);
    if (reason)
        detail += QStringLiteral(" (%1)").arg(reason->detail());
    fail(base::Error(base::CommonError::Timeout, detail));
}

} // namespace opsdeck::dvr
