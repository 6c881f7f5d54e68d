// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/site_watch.h"

#include <QFileInfo>
#include <QFileSystemWatcher>

namespace opsdeck::shell {

/// The half that lives on the thread.
class SiteWatch::Remote final : public QObject
{
public:
    Remote(SiteWatch *front, base::Clock &clock)
        : m_front(front)
        , m_clock(clock)
    {
    }

    void watch(const QString &path)
    {
        m_watcher = std::make_unique<QFileSystemWatcher>();
        m_timer = m_clock.makeTimer([this] { look(); });
        m_path = path;
        const auto note = [this] { m_timer->start(kPause); };
        connect(m_watcher.get(), &QFileSystemWatcher::fileChanged, this, note);
        connect(m_watcher.get(), &QFileSystemWatcher::directoryChanged, this, note);
        follow();
        m_timer->start(kPause);
    }

    void end()
    {
        m_watcher.reset();
        m_timer.reset();
        thread()->quit();
    }

private:
    /// A file that was replaced is another one to the system; a folder may come later.
    void follow()
    {
        const QString folder = QFileInfo(m_path).absolutePath();
        if (QFileInfo::exists(m_path) && !m_watcher->files().contains(m_path))
            m_watcher->addPath(m_path);
        if (QFileInfo::exists(folder) && !m_watcher->directories().contains(folder))
            m_watcher->addPath(folder);
    }

    void look()
    {
        follow();
        // What cannot be read now says nothing: whoever changes its rights will change them again.
        if (const auto mark = site::SiteStore::markOf(m_path)) {
            QMetaObject::invokeMethod(
                m_front, [front = m_front, path = m_path, mark = *mark] { Q_EMIT front->seen(path, mark); });
        }
    }

    SiteWatch *m_front;
    base::Clock &m_clock;
    QString m_path;
    std::unique_ptr<QFileSystemWatcher> m_watcher;
    std::unique_ptr<base::Timer> m_timer;
};

SiteWatch::SiteWatch(base::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_remote(new Remote(this, clock))
{
    m_thread.setObjectName(QStringLiteral("site-watch"));
    m_remote->moveToThread(&m_thread);
    m_thread.start();
}

SiteWatch::~SiteWatch()
{
    QMetaObject::invokeMethod(m_remote, [remote = m_remote] { remote->end(); });
    m_thread.wait();
    // Its timer and watcher are gone with the thread; nothing runs in it any more.
    delete m_remote;
}

void SiteWatch::watch(const QString &path)
{
    QMetaObject::invokeMethod(m_remote, [remote = m_remote, path] { remote->watch(path); });
}

} // namespace opsdeck::shell
