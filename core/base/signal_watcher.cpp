// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/signal_watcher.h"

#include <QSocketNotifier>
#include <QtGlobal>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace opsdeck::base {

#ifdef Q_OS_UNIX

namespace {

// A signal handler can reach nothing but what is global.
volatile std::sig_atomic_t writer = -1;

void passOn(int signalNumber)
{
    const int saved = errno;
    const char byte = char(signalNumber);
    [[maybe_unused]] const auto written = ::write(int(writer), &byte, 1);
    errno = saved;
}

} // namespace

SignalWatcher::SignalWatcher(QObject *parent)
    : QObject(parent)
{
    int ends[2];
    if (::socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0)
        return;
    for (const int end : ends) {
        ::fcntl(end, F_SETFD, FD_CLOEXEC);
        ::fcntl(end, F_SETFL, O_NONBLOCK);
    }
    writer = ends[0];
    m_reader = ends[1];
    auto *notifier = new QSocketNotifier(m_reader, QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, &SignalWatcher::readSignals);
    struct sigaction action = {};
    action.sa_handler = passOn;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    for (const int number : {SIGINT, SIGTERM, SIGUSR1})
        ::sigaction(number, &action, nullptr);
}

SignalWatcher::~SignalWatcher()
{
    if (m_reader < 0)
        return;
    for (const int number : {SIGINT, SIGTERM, SIGUSR1})
        std::signal(number, SIG_DFL);
    ::close(int(writer));
    ::close(m_reader);
    writer = -1;
}

void SignalWatcher::followStdin()
{
    auto *notifier = new QSocketNotifier(STDIN_FILENO, QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this, notifier] {
        char bytes[256];
        if (::read(STDIN_FILENO, bytes, sizeof bytes) > 0)
            return;
        notifier->setEnabled(false);
        Q_EMIT stopAsked();
    });
}

void SignalWatcher::readSignals()
{
    char byte = 0;
    while (::read(m_reader, &byte, 1) == 1) {
        if (byte == SIGUSR1)
            Q_EMIT reportAsked();
        else
            Q_EMIT stopAsked();
    }
}

#else

SignalWatcher::SignalWatcher(QObject *parent)
    : QObject(parent)
{
}

SignalWatcher::~SignalWatcher() = default;

void SignalWatcher::followStdin() {}

void SignalWatcher::readSignals() {}

#endif

} // namespace opsdeck::base
