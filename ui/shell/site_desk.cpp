// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/site_desk.h"

#include "core/base/on.h"
#include "core/base/worker.h"
#include "core/site/site_error.h"
#include "ui/shell/site_watch.h"

namespace opsdeck::shell {

SiteDesk::SiteDesk(base::Clock &clock, site::SiteStore store, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_store(std::move(store))
{
    m_pool.setMaxThreadCount(1);
}

SiteDesk::~SiteDesk()
{
    m_pool.waitForDone();
    saveRest();
}

// --- Opening -------------------------------------------------------------------------------------------------

void SiteDesk::open(const QString &file, bool mustExist)
{
    load(file, mustExist, false);
}

void SiteDesk::reload()
{
    if (isKept())
        load(m_file, true, true);
}

void SiteDesk::load(const QString &file, bool mustExist, bool isReload)
{
    loadSite(file, m_store, mustExist, m_pool)
        .then(base::on(this, [this, isReload, session = m_session](const LoadedSite &loaded) {
            if (session == m_session)
                onLoaded(loaded, isReload);
        }));
}

void SiteDesk::onLoaded(const LoadedSite &loaded, bool isReload)
{
    if (!loaded.problem.isEmpty()) {
        if (isReload)
            Q_EMIT reloadFailed(loaded);
        else
            Q_EMIT refused(loaded);
        return;
    }
    ++m_session;
    m_file = loaded.file;
    m_mark = loaded.mark;
    m_site = loaded.site;
    m_savedRevision = ++m_revision;
    m_isBusy = false;
    m_nextMode = Mode::Careful;
    m_problem.reset();
    m_onDisk.reset();
    m_isOutside = false;
    setState(State::Saved);
    watch();
    Q_EMIT opened(loaded);
    Q_EMIT siteChanged();
}

void SiteDesk::use(const site::Site &site)
{
    ++m_session;
    m_file.clear();
    m_mark.clear();
    m_site = site;
    m_savedRevision = ++m_revision;
    m_isBusy = false;
    m_problem.reset();
    m_watch.reset();
    setState(State::InMemory);
    Q_EMIT siteChanged();
}

// --- Changing and saving -------------------------------------------------------------------------------------

void SiteDesk::change(const site::Site &site)
{
    if (!isOpen() || site == m_site)
        return;
    m_site = site;
    ++m_revision;
    if (isKept() && m_state != State::Conflicted)
        save(Mode::Careful);
    Q_EMIT siteChanged();
}

void SiteDesk::saveAgain()
{
    if (hasUnsavedChanges())
        save(Mode::Careful);
}

void SiteDesk::giveUpChanges()
{
    m_savedRevision = m_revision;
}

void SiteDesk::overwrite()
{
    if (isKept())
        save(Mode::Overwrite);
}

void SiteDesk::saveAs(const QString &file)
{
    if (!isOpen() || file.isEmpty())
        return;
    ++m_session; // what is under way belongs to the other file
    m_isBusy = false;
    m_file = file;
    m_mark.clear();
    m_onDisk.reset();
    m_isOutside = false;
    ++m_revision;
    save(Mode::Overwrite);
    watch();
}

void SiteDesk::save(Mode mode)
{
    if (m_isBusy) {
        // The newest site is written after this one; once the operator said "overwrite", that holds.
        if (mode == Mode::Overwrite)
            m_nextMode = mode;
        return;
    }
    m_isBusy = true;
    m_problem.reset();
    setState(State::Saving);
    m_writing = m_revision;
    m_write = base::runOn(m_pool, [mode, store = m_store, file = m_file, site = m_site, mark = m_mark] {
        return mode == Mode::Overwrite ? store.overwrite(file, site) : store.save(file, site, mark);
    });
    m_write.then(base::on(
        this, [this, revision = m_revision, session = m_session](const base::Result<site::FileMark> &result) {
            if (session == m_session)
                onSaved(result, revision);
        }));
}

void SiteDesk::onSaved(const base::Result<site::FileMark> &result, quint64 revision)
{
    m_isBusy = false;
    const Mode next = std::exchange(m_nextMode, Mode::Careful);
    if (!result && next == Mode::Overwrite) {
        save(next);
        return;
    }
    if (!result) {
        m_problem = result.error();
        const bool isConflict = m_problem->is(site::SiteError::Conflict);
        setState(isConflict ? State::Conflicted : State::Failed);
        if (isConflict)
            Q_EMIT conflicted(*m_problem);
        else
            Q_EMIT saveFailed(*m_problem);
        return;
    }
    m_mark = *result;
    m_onDisk = m_mark; // the watch will tell of whatever comes after it
    m_savedRevision = revision;
    if (m_revision != m_savedRevision || next == Mode::Overwrite) {
        save(next);
        return;
    }
    setState(State::Saved);
    Q_EMIT saved();
    compareWithFile();
}

/// At the end: what was changed while a write was under way has not had its turn; what failed has a last one.
void SiteDesk::saveRest()
{
    if (m_state == State::Failed && hasUnsavedChanges())
        m_store.save(m_file, m_site, m_mark);
    if (!m_isBusy || (m_revision == m_writing && m_nextMode == Mode::Careful))
        return;
    const base::Result<site::FileMark> before = m_write.result();
    if (m_nextMode == Mode::Overwrite)
        m_store.overwrite(m_file, m_site);
    else if (before)
        m_store.save(m_file, m_site, *before);
}

void SiteDesk::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged();
}

// --- Other programs ------------------------------------------------------------------------------------------

void SiteDesk::watch()
{
    if (!m_watch) {
        m_watch = std::make_unique<SiteWatch>(m_clock);
        connect(m_watch.get(), &SiteWatch::seen, this,
                [this](const QString &path, const site::FileMark &mark) {
                    if (path != m_file)
                        return;
                    m_onDisk = mark;
                    compareWithFile();
                });
    }
    m_watch->watch(m_file);
}

void SiteDesk::compareWithFile()
{
    // With something unsaved the next write asks; while one is under way its own bytes may be seen already.
    if (!m_onDisk || m_state != State::Saved)
        return;
    if (*m_onDisk == m_mark) {
        if (std::exchange(m_isOutside, false))
            Q_EMIT outsideOver();
        return;
    }
    m_isOutside = true;
    Q_EMIT changedOutside(m_onDisk->isEmpty());
}

} // namespace opsdeck::shell
