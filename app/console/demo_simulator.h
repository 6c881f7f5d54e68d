// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/site/site_file.h"

#include <QObject>
#include <QProcess>

namespace opsdeck::console {

/// The simulated recorders and charging cabinets of `--demo`: `opsdeck-sim` from beside this program, in a child process
/// that ends with us, also when we crash. Owns that process.
class DemoSimulator final : public QObject
{
    Q_OBJECT
public:
    explicit DemoSimulator(QObject *parent = nullptr);
    ~DemoSimulator() override;

    void start();

Q_SIGNALS:
    /// The devices listen: a site of them.
    void ready(const opsdeck::site::Site &site);
    /// They cannot be started, or ended.
    void failed(const QString &problem);

private:
    void startOn(quint16 cabinetPort);
    void readLine();
    void fail(const QString &problem);

    QProcess m_process;
    quint16 m_cabinetPort = 0; ///< where we shall listen for the cabinets
    bool m_isReady = false;
    bool m_hasFailed = false;
};

} // namespace opsdeck::console
