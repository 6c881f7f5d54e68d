// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/site/site_store.h"
#include "ui/shell/site_loader.h"

#include <QObject>
#include <QThreadPool>

#include <optional>

namespace opsdeck::shell {

class SiteWatch;

/// The site that is open, and its file: the one place where it is changed. A change holds at once and is written on a
/// worker; it stays here when it cannot be written, and is tried again with the next one and at the end. A file that another program
/// changed meanwhile is never overwritten unasked: `conflicted` comes, and the operator chooses between `reload`,
/// `overwrite` and `saveAs`. Until then changes stay in memory. Lives in the GUI thread, which never waits for a file but
/// in the destructor (for a write that is under way, and what was changed meanwhile).
class SiteDesk final : public QObject
{
    Q_OBJECT
public:
    enum class State {
        Closed,   ///< no site, or a file that cannot be used
        InMemory, ///< a site without a file: changes last as long as this run
        Saved,
        Saving,
        Failed,    ///< the last change could not be written: `problem()`
        Conflicted ///< another program changed the file: the operator has to choose
    };

    /// @param clock must outlive this object; also used from a thread of its own.
    explicit SiteDesk(base::Clock &clock, site::SiteStore store = site::SiteStore(),
                      QObject *parent = nullptr);
    ~SiteDesk() override;

    /// Reads the file; answered by `opened` or `refused`. Until then what was open stays so.
    /// @param mustExist otherwise a file that is not there is an empty site, made with the first change.
    void open(const QString &file, bool mustExist);
    /// A site without a file: changes are not kept.
    void use(const site::Site &site);

    State state() const { return m_state; }
    bool isOpen() const { return m_state != State::Closed; }
    bool isKept() const { return !m_file.isEmpty(); }
    /// Some change is not in the file (of a site that has one).
    bool hasUnsavedChanges() const { return m_revision != m_savedRevision && isKept(); }
    /// Of Failed and Conflicted.
    const std::optional<base::Error> &problem() const { return m_problem; }
    const site::Site &site() const { return m_site; }
    QString file() const { return m_file; }

    /// Takes the place of the site, and is written. Nothing when it is equal, or when none is open.
    void change(const site::Site &site);
    /// Tries again what failed.
    void saveAgain();
    /// What could not be written is not missed any more: nobody asks about it, nothing tries again at the end. It stays
    /// in the site, and goes to the file with the next change.
    void giveUpChanges();
    /// Whatever another program wrote there.
    void overwrite();
    /// From now the site has that file; one that is there is replaced.
    void saveAs(const QString &file);
    /// The file as it is now; unsaved changes are lost. Answered by `opened` or, when it is damaged, by `reloadFailed`.
    void reload();

Q_SIGNALS:
    void opened(const opsdeck::shell::LoadedSite &loaded);
    void refused(const opsdeck::shell::LoadedSite &loaded);
    /// By `change`, `use`, `open` or `reload`.
    void siteChanged();
    void stateChanged();
    void saved();
    void saveFailed(const opsdeck::base::Error &error);
    void conflicted(const opsdeck::base::Error &error);
    /// The site stays as it was.
    void reloadFailed(const opsdeck::shell::LoadedSite &loaded);
    /// Another program changed (or removed) the file, and nothing here is unsaved: it can be loaded again. Not
    /// sent for what this object wrote itself.
    void changedOutside(bool isGone);
    /// The file is again the one that is open.
    void outsideOver();

private:
    void load(const QString &file, bool mustExist, bool isReload);
    void onLoaded(const LoadedSite &loaded, bool isReload);
    enum class Mode { Careful, Overwrite };
    void save(Mode mode);
    void onSaved(const base::Result<site::FileMark> &result, quint64 revision);
    void saveRest();
    void compareWithFile();
    void setState(State state);
    void watch();

    base::Clock &m_clock;
    const site::SiteStore m_store;
    QThreadPool m_pool; ///< one thread: reads and writes come one after the other
    std::unique_ptr<SiteWatch> m_watch;
    State m_state = State::Closed;
    std::optional<base::Error> m_problem;
    site::Site m_site;
    QString m_file;
    site::FileMark m_mark;                  ///< of the file as we read or wrote it last
    std::optional<site::FileMark> m_onDisk; ///< as the watch saw it last
    bool m_isOutside = false;               ///< changedOutside was told
    bool m_isBusy = false;                  ///< a write is under way: m_write
    QFuture<base::Result<site::FileMark>> m_write;
    quint64 m_writing = 0;           ///< the revision that m_write writes
    Mode m_nextMode = Mode::Careful; ///< of the write after the one that is under way
    quint64 m_revision = 0;
    quint64 m_savedRevision = 0;
    int m_session = 0; ///< counts sites: late answers about another one are dropped
};

} // namespace opsdeck::shell
