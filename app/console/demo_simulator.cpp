// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/demo_simulator.h"

#include "core/base/on.h"
#include "core/base/worker.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QStandardPaths>
#include <QTcpServer>

#ifdef Q_OS_LINUX
#include <csignal>
#include <sys/prctl.h>
#include <unistd.h>
#endif

namespace opsdeck::console {

namespace {

constexpr int kDevices = 2;
constexpr int kCabinets = 12;
constexpr qint64 kMaximumLine = 64 * 1024;

/// The names stand in for what an operator would have written in the site file.
QString deviceName(qsizetype number)
{
    switch (number) {
    case 0:
        return DemoSimulator::tr("North lot DVR");
    case 1:
        return DemoSimulator::tr("South lot DVR");
    default:
        return DemoSimulator::tr("DVR %1").arg(number + 1);
    }
}

QString placeName(qsizetype number)
{
    switch (number % 6) {
    case 0:
        return DemoSimulator::tr("Lobby east");
    case 1:
        return DemoSimulator::tr("Lift hall");
    case 2:
        return DemoSimulator::tr("Food court");
    case 3:
        return DemoSimulator::tr("Exit A");
    case 4:
        return DemoSimulator::tr("Level 2");
    default:
        return DemoSimulator::tr("Ticket hall");
    }
}

QString cabinetName(qsizetype number)
{
    return DemoSimulator::tr("Cabinet %1").arg(number + 1);
}

QString serverName()
{
    return DemoSimulator::tr("Cabinets");
}

/// A port that nobody listens on just now; 0 when there is none. Waits for nothing, but opens a socket: on a worker.
quint16 freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost, 0) ? server.serverPort() : quint16(0);
}

/// The server that the cabinets dial in to, with their names on its list.
site::Device cabinetServer(const QJsonObject &ready, quint16 port)
{
    QJsonArray cabinets;
    const QJsonArray sns = ready.value(QLatin1String("sns")).toArray();
    for (qsizetype i = 0; i < sns.size(); ++i)
        cabinets.append(QJsonObject{{QStringLiteral("sn"), sns.at(i)},
                                    {QStringLiteral("name"), cabinetName(i)},
                                    {QStringLiteral("place"), placeName(i)}});
    site::Device device;
    device.id = QStringLiteral("demo-cabinets");
    device.system = QStringLiteral("cabinet");
    device.name = serverName();
    device.settings = QJsonObject{{QStringLiteral("bind"), QStringLiteral("127.0.0.1")},
                                  {QStringLiteral("port"), port},
                                  {QStringLiteral("cabinets"), cabinets}};
    return device;
}

/// The factory's user without a password: the demonstration keeps no secret.
QString openUser(const QJsonObject &ready)
{
    for (const QJsonValue &user : ready.value(QLatin1String("users")).toArray()) {
        if (user.toObject().value(QLatin1String("password")).toString().isEmpty())
            return user.toObject().value(QLatin1String("name")).toString();
    }
    return QString();
}

site::Site siteOf(const QJsonObject &ready)
{
    site::Site site;
    const QJsonArray devices = ready.value(QLatin1String("devices")).toArray();
    for (qsizetype i = 0; i < devices.size(); ++i) {
        site::Device device;
        device.id = QStringLiteral("demo-%1").arg(i + 1);
        device.system = QStringLiteral("dvr");
        device.name = deviceName(i);
        device.settings = QJsonObject{
            {QStringLiteral("host"), QStringLiteral("127.0.0.1")},
            {QStringLiteral("port"), devices.at(i).toObject().value(QLatin1String("port")).toInt()},
            {QStringLiteral("user"), openUser(ready)},
        };
        site.devices.append(device);
    }
    return site;
}

} // namespace

DemoSimulator::DemoSimulator(QObject *parent)
    : QObject(parent)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &DemoSimulator::readLine);
    connect(&m_process, &QProcess::errorOccurred, this, [this] { fail(m_process.errorString()); });
    connect(&m_process, &QProcess::finished, this,
            [this](int code) { fail(tr("opsdeck-sim ended with exit code %1").arg(code)); });
}

DemoSimulator::~DemoSimulator()
{
    m_process.disconnect(this);
    if (m_process.state() == QProcess::NotRunning)
        return;
    constexpr int kGraceMs = 1000;
    m_process.terminate();
    if (!m_process.waitForFinished(kGraceMs)) {
        m_process.kill();
        m_process.waitForFinished(kGraceMs);
    }
}

void DemoSimulator::start()
{
    base::runOnWorker(freePort).then(base::on(this, [this](quint16 port) { startOn(port); }));
}

void DemoSimulator::startOn(quint16 cabinetPort)
{
    m_cabinetPort = cabinetPort;
    if (cabinetPort == 0) {
        fail(tr("There is no free port on this computer"));
        return;
    }
    const QString program = QStandardPaths::findExecutable(QStringLiteral("opsdeck-sim"),
                                                           {QCoreApplication::applicationDirPath()});
    if (program.isEmpty()) {
        fail(tr("There is no opsdeck-sim in %1").arg(QCoreApplication::applicationDirPath()));
        return;
    }
#ifdef Q_OS_LINUX
    m_process.setChildProcessModifier([parent = getpid()] {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (getppid() != parent) // we died in between
            _exit(1);
    });
#endif
    const auto word = [](const char *text) { return QString::fromLatin1(text); };
    m_process.start(
        program,
        {word("all"), word("--dvr-listen"), word("0"), word("--dvr-count"), QString::number(kDevices),
         word("--cabinet-connect"), QStringLiteral("127.0.0.1:%1").arg(cabinetPort), word("--cabinet-count"),
         QString::number(kCabinets), word("--cabinet-backoff"), word("2"), word("--cabinet-life"), word("5")},
        QIODevice::ReadOnly);
}

void DemoSimulator::readLine()
{
    if (m_isReady) {
        m_process.readAllStandardOutput();
        return;
    }
    if (!m_process.canReadLine()) {
        if (m_process.bytesAvailable() > kMaximumLine)
            fail(tr("opsdeck-sim did not say where it listens"));
        return;
    }
    const QJsonObject line = QJsonDocument::fromJson(m_process.readLine(kMaximumLine)).object();
    const QJsonObject dvr = line.value(QLatin1String("dvr")).toObject();
    site::Site site = siteOf(dvr);
    if (!line.value(QLatin1String("ready")).toBool() || site.devices.isEmpty() || openUser(dvr).isEmpty()) {
        fail(tr("opsdeck-sim did not say where it listens"));
        return;
    }
    site.devices.append(cabinetServer(line.value(QLatin1String("cabinet")).toObject(), m_cabinetPort));
    m_isReady = true;
    Q_EMIT ready(site);
}

void DemoSimulator::fail(const QString &problem)
{
    if (m_hasFailed)
        return;
    m_hasFailed = true;
    // Devices that end later are seen on the wall, as real ones would be.
    if (!m_isReady)
        Q_EMIT failed(problem);
}

} // namespace opsdeck::console
