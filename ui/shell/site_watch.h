// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/site/site_store.h"

#include <QObject>
#include <QThread>

namespace opsdeck::shell {

/// Tells when a file becomes another one: written to, replaced, removed, made. Looks at its bytes on a thread of its
/// own, and only when the system says that something happened to it or in its folder. Lives in the GUI thread.
class SiteWatch final : public QObject
{
    Q_OBJECT
public:
    /// Several changes within this long are looked at once.
    static constexpr std::chrono::milliseconds kPause{150};

    /// @param clock must outlive this object; used from the watch's thread.
    explicit SiteWatch(base::Clock &clock, QObject *parent = nullptr);
    ~SiteWatch() override;

    /// Watches this file from now instead of the one before; also a file that is not there (yet).
    void watch(const QString &path);

Q_SIGNALS:
    /// The file was looked at: what it is now; empty = there is none. Also sent when it is the same as before.
    void seen(const QString &path, const opsdeck::site::FileMark &mark);

private:
    class Remote;

    QThread m_thread;
    Remote *m_remote;
};

} // namespace opsdeck::shell
