// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/systems/cabinet_task.h"

#include "core/base/on.h"
#include "core/store/database_error.h"

#include <QLoggingCategory>

Q_LOGGING_CATEGORY(lcCtlCabinet, "opsdeck.ctl.cabinet")

namespace opsdeck::cabinet {

using namespace std::chrono_literals;

namespace {

QString operatorOfThisShell()
{
    const QString user = qEnvironmentVariable("USER", qEnvironmentVariable("USERNAME"));
    return user.isEmpty() ? QStringLiteral("opsdeckctl") : user + QStringLiteral(" (opsdeckctl)");
}

ServingOptions withAllowed(ServingOptions options, const QString &sn)
{
    // Who asks for a cabinet by its number has accepted it.
    if (!options.allow.contains(sn))
        options.allow.append(sn);
    return options;
}

} // namespace

CabinetTask::CabinetTask(const ctl::Invocation &invocation, ServingOptions options)
    : m_clock(invocation.clock)
    , m_taps(invocation.taps)
    , m_options(std::move(options))
    , m_whole(invocation.timeoutSeconds
                  ? std::optional(std::chrono::milliseconds(qint64(*invocation.timeoutSeconds * 1000)))
                  : std::nullopt)
    , m_operator(operatorOfThisShell())
{
}

CabinetTask::~CabinetTask() = default;

void CabinetTask::start()
{
    QString path = m_options.database;
    if (path.isEmpty()) {
        m_folder = std::make_unique<QTemporaryDir>();
        if (!m_folder->isValid()) {
            fail(base::Error(base::CommonError::FileFailed,
                             QStringLiteral("no temporary folder: %1").arg(m_folder->errorString())));
            return;
        }
        path = m_folder->filePath(QStringLiteral("opsdeck.db"));
        qCInfo(lcCtlCabinet, "no --database: what happens is kept in %s until the end", qUtf8Printable(path));
    }
    m_store = std::make_unique<store::Store>(path, m_clock);
    connect(&m_store->database, &store::Database::setAside, this,
            [](const QString &file, const QString &problem) {
                qCWarning(lcCtlCabinet, "the database was damaged (%s) and put aside as %s",
                          qUtf8Printable(problem), qUtf8Printable(file));
            });
    connect(&m_store->database, &store::Database::failed, this, [](const base::Error &error) {
        qCWarning(lcCtlCabinet, "the database cannot be written: %s", qUtf8Printable(error.detail()));
    });
    m_store->database.open().then(
        base::on(this, [this](const base::Result<store::Database::Opening> &opening) {
            if (m_finished)
                return;
            if (opening)
                serve();
            else
                fail(opening.error());
        }));
}

void CabinetTask::serve()
{
    m_fleet = std::make_unique<CabinetFleet>(m_clock, m_store->ledger, m_store->journal, m_taps);
    connect(m_fleet.get(), &CabinetFleet::stateChanged, this, &CabinetTask::onState);
    connect(m_fleet.get(), &CabinetFleet::cabinetsChanged, this, [this](const QStringList &sns) {
        giveSecrets(sns);
        if (!m_finished)
            onCabinetsChanged(sns);
    });
    connect(m_fleet.get(), &CabinetFleet::happened, this, [this](const FleetEvent &event) {
        if (!m_finished)
            onEvent(event);
    });
    if (!m_options.secret.isEmpty()) {
        for (const QString &sn : m_options.allow) {
            m_fleet->setSecret(sn, m_options.secret);
            m_hasSecret.insert(sn);
        }
    }
    m_fleet->allow(m_options.allow);
    m_fleet->start(m_options.settings);
}

void CabinetTask::giveSecrets(const QStringList &sns)
{
    if (m_options.secret.isEmpty())
        return;
    for (const QString &sn : sns) {
        const auto status = m_fleet->cabinet(sn);
        if (status && status->hasSecretMissing && !m_hasSecret.contains(sn)) {
            m_hasSecret.insert(sn);
            m_fleet->setSecret(sn, m_options.secret);
        }
    }
}

void CabinetTask::onState(const ServerState &state)
{
    if (m_finished)
        return;
    if (state.problem && state.problem->is(CabinetError::PortTaken)) {
        fail(base::Error(
            CabinetError::PortTaken,
            QStringLiteral("port %1 is taken: perhaps a console runs there and serves the cabinets "
                           "itself; work in its window, or listen on another port with --listen (%2)")
                .arg(m_options.settings.port)
                .arg(state.problem->detail())));
    } else if (state.problem && !state.isListening) {
        fail(*state.problem);
    } else if (state.isListening && !std::exchange(m_isListening, true)) {
        qCInfo(lcCtlCabinet, "listening on port %d", int(state.port));
        if (state.problem) // it listens all the same: too few files, for one
            qCWarning(lcCtlCabinet, "%s", qUtf8Printable(state.problem->detail()));
        onListening();
    }
}

void CabinetTask::interrupt()
{
    if (!m_finished)
        onInterrupted();
}

void CabinetTask::onInterrupted()
{
    fail(base::Error(base::CommonError::Cancelled, QStringLiteral("interrupted")));
}

void CabinetTask::shutDown()
{
    // In this order: who writes goes before what is written to.
    m_fleet.reset();
    m_store.reset();
    m_folder.reset();
    Q_EMIT shutDownDone();
}

base::Error CabinetTask::notDone() const
{
    return {base::CommonError::Timeout,
            QStringLiteral("not done within %1 s").arg(double(m_whole.value_or(0ms).count()) / 1000.0)};
}

void CabinetTask::succeed(const QJsonObject &result, const QString &text)
{
    if (!std::exchange(m_finished, true))
        Q_EMIT finished({result, text});
}

void CabinetTask::fail(const base::Error &error)
{
    if (!std::exchange(m_finished, true))
        Q_EMIT finished({base::fail(error), {}});
}

CabinetRequest::CabinetRequest(const ctl::Invocation &invocation, ServingOptions options, QString sn, Ask ask)
    : CabinetTask(invocation, withAllowed(std::move(options), sn))
    , m_sn(std::move(sn))
    , m_ask(std::move(ask))
    , m_deadline(invocation.clock.makeTimer([this] { giveUp(); }))
{
}

void CabinetRequest::start()
{
    m_deadline->start(whole().value_or(options().wait));
    CabinetTask::start();
}

void CabinetRequest::onListening()
{
    Q_EMIT progressed(QStringLiteral("waiting for %1 on port %2").arg(m_sn).arg(fleet().state().port));
    askWhenOnline();
}

void CabinetRequest::onCabinetsChanged(const QStringList &sns)
{
    if (sns.contains(m_sn))
        askWhenOnline();
}

void CabinetRequest::askWhenOnline()
{
    const auto status = fleet().cabinet(m_sn);
    if (!status || status->state != CabinetStatus::State::Online || std::exchange(m_hasAsked, true))
        return;
    // From here the request has its own time-out, unless the whole has one.
    if (!whole())
        m_deadline->stop();
    Q_EMIT progressed(QStringLiteral("%1 is on line").arg(m_sn));
    m_ask(*this);
}

QString CabinetRequest::whoElseIsThere() const
{
    constexpr qsizetype kMostNamed = 5;
    if (!isServing())
        return QStringLiteral("the server was not up yet");
    QStringList others;
    for (const CabinetStatus &status : fleet().cabinets()) {
        if (status.state == CabinetStatus::State::Online)
            others.append(status.sn);
    }
    for (const WaitingCabinet &waiting : fleet().waiting())
        others.append(waiting.sn);
    others.sort();
    if (others.isEmpty())
        return QStringLiteral("nobody else has either");
    QString text = others.mid(0, kMostNamed).join(QStringLiteral(", "));
    if (others.size() > kMostNamed)
        text += QStringLiteral(" and %1 more").arg(others.size() - kMostNamed);
    return text + (others.size() == 1 ? QStringLiteral(" has") : QStringLiteral(" have"));
}

void CabinetRequest::onInterrupted()
{
    endWith(base::Error(base::CommonError::Cancelled, QStringLiteral("interrupted")));
}

void CabinetRequest::endWith(const base::Error &error)
{
    // Of the server, which writes down what nobody knows of a rent; from a database that does not answer it never comes.
    constexpr auto kLastWord = 2s;
    if (!m_hasAsked || m_end) {
        fail(m_end.value_or(error));
        return;
    }
    m_end = error;
    m_deadline->start(kLastWord);
    fleet().stop();
}

void CabinetRequest::onRefused(const base::Error &error)
{
    if (error.is(CabinetError::SecretMissing))
        fail(base::Error(CabinetError::SecretMissing,
                         error.detail() + QStringLiteral(": OPSDECK_CABINET_SECRET or --secret-file")));
    else if (!m_end)
        fail(error);
    else if (error.is(CabinetError::OutcomeUnknown))
        fail(error.within(m_end->detail()));
    else
        fail(*m_end);
}

void CabinetRequest::giveUp()
{
    if (m_hasAsked) {
        // Started again by endWith, too; then this is the end.
        endWith(notDone());
        return;
    }
    const auto waited = whole().value_or(options().wait);
    // Who waits for less has not waited for a database either.
    constexpr auto kOpensWithin = 1s;
    if (!isOpen() && waited >= kOpensWithin) {
        fail(base::Error(
            store::DatabaseError::Locked,
            QStringLiteral("the database was not open within %1 s: perhaps another program holds it")
                .arg(double(waited.count()) / 1000.0)));
        return;
    }
    fail(base::Error(CabinetError::NotConnected, QStringLiteral("%1 has not dialled in within %2 s; %3")
                                                     .arg(m_sn)
                                                     .arg(double(waited.count()) / 1000.0)
                                                     .arg(whoElseIsThere())));
}

} // namespace opsdeck::cabinet
