// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/program.h"

#include <QJsonDocument>
#include <QProcessEnvironment>

namespace opsdeck::test {

namespace {

constexpr int kReadyTimeoutMs = 30000;

QString pathOf(const QString &name)
{
    return QStringLiteral(OPSDECK_BIN_DIR "/") + name;
}

QJsonObject lastObject(const QByteArray &output)
{
    const QJsonDocument whole = QJsonDocument::fromJson(output);
    if (whole.isObject())
        return whole.object();
    QJsonObject last;
    for (const QByteArray &line : output.split('\n')) {
        const QJsonDocument document = QJsonDocument::fromJson(line);
        if (document.isObject())
            last = document.object();
    }
    return last;
}

} // namespace

QJsonObject ProgramResult::json() const
{
    return lastObject(output);
}

ProgramResult runProgram(const QString &name, const QStringList &arguments, const QStringList &environment,
                         int timeoutMs)
{
    QProcess process;
    QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    variables.remove(QStringLiteral("OPSDECK_PASSWORD"));
    for (const QString &variable : environment)
        variables.insert(variable.section(u'=', 0, 0), variable.section(u'=', 1));
    process.setProcessEnvironment(variables);
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(pathOf(name), arguments);
    ProgramResult result;
    if (!process.waitForFinished(timeoutMs)) {
        process.kill();
        process.waitForFinished(5000);
        result.crashed = true;
    } else {
        result.exitCode = process.exitCode();
        result.crashed = process.exitStatus() == QProcess::CrashExit;
    }
    result.output = process.readAllStandardOutput();
    result.errors = process.readAllStandardError();
    return result;
}

SimulatorProcess::SimulatorProcess(const QStringList &arguments)
{
    m_process.setProcessChannelMode(QProcess::SeparateChannels);
    m_process.start(pathOf(QStringLiteral("opsdeck-sim")), arguments);
    while (m_process.state() != QProcess::NotRunning && !m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(kReadyTimeoutMs))
            break;
    }
    m_ready = QJsonDocument::fromJson(m_process.readLine()).object();
}

SimulatorProcess::~SimulatorProcess()
{
    kill();
}

int SimulatorProcess::dvrPort() const
{
    return m_ready.value(QLatin1String("dvr")).toObject().value(QLatin1String("port")).toInt();
}

void SimulatorProcess::kill()
{
    m_process.kill();
    m_process.waitForFinished(5000);
}

QJsonObject SimulatorProcess::stop()
{
    m_process.terminate();
    m_process.waitForFinished(10000);
    return lastObject(m_process.readAllStandardOutput());
}

} // namespace opsdeck::test
