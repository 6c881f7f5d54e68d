// SPDX-License-Identifier: GPL-3.0-or-later
// `opsdeckctl cabinet` and `opsdeck-sim cabinet`, both as whole programs on loopback.
#pragma once

#include "tests/support/program.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QSet>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

namespace opsdeck::test {

inline QStringList words(const QString &line)
{
    return line.split(u' ', Qt::SkipEmptyParts);
}

/// A port that was free a moment ago. Below those that a machine gives to who dials: else one of its connections, a cabinet's
/// own too, may come to sit on it before the server does.
inline quint16 freePort()
{
    constexpr int kAttempts = 100;
    for (int attempt = 0; attempt < kAttempts; ++attempt) {
        QTcpServer server;
        if (server.listen(QHostAddress::LocalHost,
                          quint16(QRandomGenerator::global()->bounded(10'000, 32'000))))
            return server.serverPort();
    }
    qFatal("no port is free");
}

/// Cabinets that dial one port again and again, and verbs that listen there.
class Stage
{
public:
    explicit Stage(const QString &more = {})
        : m_simulator(
              words(QStringLiteral("cabinet --count 1 --models 08 --life 0 --charge 0 --backoff 1 --boot 0 "
                                   "--control 0 --connect 127.0.0.1:%1 ")
                        .arg(m_port) +
                    more))
    {
        m_control.connectToHost(
            QStringLiteral("127.0.0.1"),
            quint16(m_simulator.ready()[QLatin1String("control")][QLatin1String("port")].toInt()));
    }

    QStringList sns() const
    {
        QStringList list;
        for (const QJsonValue &sn :
             m_simulator.ready()[QLatin1String("cabinet")][QLatin1String("sns")].toArray())
            list.append(sn.toString());
        return list;
    }
    QString sn() const { return sns().value(0); }
    quint16 port() const { return m_port; }

    /// What the control port answers.
    QByteArray command(const QString &line)
    {
        m_control.write(line.toUtf8() + '\n');
        return QTest::qWaitFor([this] { return m_control.canReadLine(); }) ? m_control.readLine().trimmed()
                                                                           : QByteArray();
    }
    QJsonArray banks()
    {
        return QJsonDocument::fromJson(command(QStringLiteral("state ") + sn()))
            .object()
            .value(QLatin1String("banks"))
            .toArray();
    }
    int freeSlot()
    {
        QSet<int> taken;
        for (const QJsonValue &bank : banks())
            taken.insert(bank[QLatin1String("slot")].toInt());
        for (int slot = 1; slot <= 8; ++slot) {
            if (!taken.contains(slot))
                return slot;
        }
        return 0;
    }

    QStringList arguments(const QString &verb) const
    {
        return words(QStringLiteral("--json cabinet --bind 127.0.0.1 --wait 20 --listen %1 ").arg(m_port)) +
               words(verb);
    }
    ProgramResult ctl(const QString &verb, const QStringList &environment = {}) const
    {
        return runProgram(QStringLiteral("opsdeckctl"), arguments(verb), environment);
    }

private:
    const quint16 m_port = freePort();
    SimulatorProcess m_simulator;
    QTcpSocket m_control;
};

/// `opsdeckctl cabinet serve` in a process of its own.
class Serving
{
public:
    explicit Serving(const QStringList &arguments)
    {
        m_process.start(QStringLiteral(OPSDECK_BIN_DIR "/opsdeckctl"), arguments);
    }
    ~Serving()
    {
        m_process.kill();
        m_process.waitForFinished(5000);
    }

    /// The next line of this event; empty: it did not come.
    QJsonObject next(const QString &event, int wait = 15000)
    {
        QJsonObject found;
        (void)QTest::qWaitFor(
            [&] {
                while (found.isEmpty() && m_process.canReadLine()) {
                    const QJsonObject line = QJsonDocument::fromJson(m_process.readLine()).object();
                    if (line.value(QLatin1String("event")).toString() == event)
                        found = line;
                }
                return !found.isEmpty();
            },
            wait);
        return found;
    }
    QProcess &process() { return m_process; }

private:
    QProcess m_process;
};

inline QJsonObject resultOf(const ProgramResult &run)
{
    return run.json().value(QLatin1String("result")).toObject();
}

inline QJsonObject errorOf(const ProgramResult &run)
{
    return run.json().value(QLatin1String("error")).toObject();
}

} // namespace opsdeck::test
