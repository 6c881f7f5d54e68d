// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/console_run.h"

#include "tests/bench/figure.h"
#include "tests/bench/process_sample.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcessEnvironment>

namespace opsdeck::bench {

namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

QString programPath(const QString &name)
{
    return QCoreApplication::applicationDirPath() + u'/' + name;
}

bool writeSite(const QString &path, const QList<int> &ports)
{
    QJsonArray devices;
    for (qsizetype i = 0; i < ports.size(); ++i) {
        const QJsonObject settings{{QStringLiteral("host"), QStringLiteral("127.0.0.1")},
                                   {QStringLiteral("port"), ports.at(i)},
                                   {QStringLiteral("user"), QStringLiteral("admin")}};
        devices.append(QJsonObject{{QStringLiteral("id"), QStringLiteral("dvr%1").arg(i + 1)},
                                   {QStringLiteral("system"), QStringLiteral("dvr")},
                                   {QStringLiteral("name"), QStringLiteral("DVR %1").arg(i + 1)},
                                   {QStringLiteral("settings"), settings}});
    }
    QFile file(path);
    return file.open(QIODevice::WriteOnly) &&
           file.write(QJsonDocument({{QStringLiteral("version"), 1}, {QStringLiteral("devices"), devices}})
                          .toJson()) > 0;
}

QProcessEnvironment privateEnvironment(const QString &home)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("HOME"), home);
    for (const char *name :
         {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"})
        environment.insert(QLatin1String(name), home + u'/' + QString::fromLatin1(name).toLower());
    return environment;
}

} // namespace

SimulatedDvrs::SimulatedDvrs(int count, int channels, const QString &clipClass)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(programPath(QStringLiteral("opsdeck-sim")),
                    {QStringLiteral("dvr"), QStringLiteral("--listen"), QStringLiteral("0"),
                     QStringLiteral("--count"), QString::number(count), QStringLiteral("--channels"),
                     QString::number(channels), QStringLiteral("--clip"), clipClass});
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(10000)) {
            note(QStringLiteral("the simulator did not get ready: ") + m_process.errorString());
            return;
        }
    }
    const QJsonObject ready = QJsonDocument::fromJson(m_process.readLine()).object();
    const QJsonObject dvr = ready.value(QLatin1String("dvr")).toObject();
    // One device stands for itself, several are in a list.
    QJsonArray devices = dvr.value(QLatin1String("devices")).toArray();
    if (devices.isEmpty())
        devices.append(dvr);
    for (const QJsonValue &device : devices)
        m_ports.append(device.toObject().value(QLatin1String("port")).toInt());
    if (m_ports.size() != count) {
        note(QStringLiteral("the simulator started %1 devices instead of %2").arg(m_ports.size()).arg(count));
        m_ports.clear();
    }
}

SimulatedDvrs::~SimulatedDvrs()
{
    m_process.terminate();
    if (!m_process.waitForFinished(5000)) {
        m_process.kill();
        m_process.waitForFinished(5000);
    }
}

std::optional<ConsoleRun> runConsole(const QList<int> &ports, int tiles, std::chrono::seconds duration)
{
    const QTemporaryDir home;
    const QString site = home.filePath(QStringLiteral("site.json"));
    const QString reportPath = home.filePath(QStringLiteral("report.json"));
    if (!home.isValid() || !writeSite(site, ports)) {
        note(QStringLiteral("cannot write ") + site);
        return std::nullopt;
    }
    QProcess console;
    console.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    console.setStandardOutputFile(QProcess::nullDevice());
    console.setProcessEnvironment(privateEnvironment(home.path()));
    console.start(programPath(QStringLiteral("opsdeck")),
                  {QStringLiteral("--site"), site, QStringLiteral("--layout"), QString::number(tiles),
                   QStringLiteral("--stream"), QStringLiteral("main"), QStringLiteral("--size"),
                   QStringLiteral("1860x900"), QStringLiteral("--report"), reportPath,
                   QStringLiteral("--after"), QString::number(duration.count()), QStringLiteral("--warm-up"),
                   QString::number(duration.count() / 2)});
    if (!console.waitForStarted(10000)) {
        note(QStringLiteral("opsdeck did not start: ") + console.errorString());
        return std::nullopt;
    }
    const milliseconds half = milliseconds(duration) / 2;
    // Waiting for its end is how time passes here: nothing else happens in this process meanwhile.
    std::optional<ProcessSample> settled;
    std::optional<ProcessSample> late;
    if (!console.waitForFinished(static_cast<int>(half.count())))
        settled = sampleProcess(console.processId());
    if (!console.waitForFinished(static_cast<int>((half - milliseconds(1000)).count())))
        late = sampleProcess(console.processId());
    if (!console.waitForFinished(30000)) {
        console.kill();
        console.waitForFinished(5000);
        note(QStringLiteral("opsdeck did not end"));
        return std::nullopt;
    }
    QFile file(reportPath);
    if (!settled || !late || !file.open(QIODevice::ReadOnly)) {
        note(QStringLiteral("opsdeck ended with %1 and left no report").arg(console.exitCode()));
        return std::nullopt;
    }
    ConsoleRun run;
    run.report = QJsonDocument::fromJson(file.readAll()).object();
    run.cpuSecondsPerSecond = (late->cpuSeconds - settled->cpuSeconds) /
                              std::chrono::duration<double>(late->at - settled->at).count();
    run.residentMegabytes = late->residentMegabytes;
    return run;
}

} // namespace opsdeck::bench
