// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/site_notices.h"

#include "core/base/hex.h"
#include "ui/shell/site_question.h"

#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>

namespace opsdeck::shell {

namespace {

const QString kSaveKey = QStringLiteral("site.save");
const QString kOutsideKey = QStringLiteral("site.outside");

const QString kRefusedKey = QStringLiteral("site.refused");

enum ConflictAnswer { Later, LoadAgain, SaveAs, Overwrite };
enum LossAnswer { Stay, StayAndSaveAs, Lose };

QString nameOf(const QString &file)
{
    return base::plainText(QFileInfo(file).fileName(), 60);
}

} // namespace

SiteNotices::SiteNotices(SiteDesk &desk, kit::Notices &notices, QWidget &window, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_notices(notices)
    , m_window(window)
{
    connect(&desk, &SiteDesk::saveFailed, this, &SiteNotices::onSaveFailed);
    connect(&desk, &SiteDesk::conflicted, this, &SiteNotices::askAboutConflict);
    connect(&desk, &SiteDesk::changedOutside, this, &SiteNotices::onOutside);
    connect(&desk, &SiteDesk::outsideOver, this, [this] { m_notices.withdraw(kOutsideKey); });
    connect(&desk, &SiteDesk::stateChanged, this, &SiteNotices::onState);
    connect(&desk, &SiteDesk::opened, this, [this] {
        m_notices.withdraw(kOutsideKey);
        m_notices.withdraw(kRefusedKey);
    });
    connect(&desk, &SiteDesk::refused, this, &SiteNotices::onRefused);
    m_window.installEventFilter(this);
    connect(&desk, &SiteDesk::reloadFailed, this, [this](const LoadedSite &loaded) {
        kit::Notice notice;
        notice.details = base::plainText(loaded.file, 512) + QLatin1Char('\n') + loaded.problem;
        notice.say = [](kit::Notice &said) {
            said.text = tr("The changed site file cannot be used; the devices stay as they were");
            said.actionText = tr("Load it again");
        };
        notice.action = [this] { m_desk.reload(); };
        notice.key = kOutsideKey;
        m_notices.post(notice);
    });
}

SiteNotices::~SiteNotices() = default;

void SiteNotices::onState()
{
    if (m_desk.state() == SiteDesk::State::Saved || m_desk.state() == SiteDesk::State::InMemory)
        m_notices.withdraw(kSaveKey);
}

void SiteNotices::noteDemoChange()
{
    if (m_desk.state() != SiteDesk::State::InMemory || m_saidDemo)
        return;
    m_saidDemo = true;
    kit::Notice notice;
    notice.mark = kit::StateMark::None;
    notice.say = [](kit::Notice &said) {
        said.text = tr("Demonstration: changes are not kept");
        said.details = tr("They last until the program is closed, and no password goes to the keychain.");
    };
    notice.key = QStringLiteral("site.demo");
    m_notices.post(notice);
}

void SiteNotices::onSaveFailed(const base::Error &error)
{
    kit::Notice notice;
    notice.details = base::plainText(error.detail(), 1024);
    notice.say = [](kit::Notice &said) {
        said.text = tr("The site could not be saved: the changes hold, but only until the program is closed");
        said.actionText = tr("Try saving again");
    };
    notice.action = [this] { m_desk.saveAgain(); };
    notice.key = kSaveKey;
    m_notices.post(notice);
}

void SiteNotices::onOutside(bool isGone)
{
    kit::Notice notice;
    notice.say = [isGone, file = m_desk.file()](kit::Notice &said) {
        said.text = isGone ? tr("Another program removed the site file")
                           : tr("Another program changed the site file");
        said.details = base::plainText(QDir::toNativeSeparators(file), 512) + QLatin1Char('\n') +
                       (isGone ? tr("The devices stay as they were read.")
                               : tr("The devices shown are still the ones that were read before."));
        said.actionText = isGone ? tr("Save it again") : tr("Load it again");
    };
    notice.action = [this, isGone] {
        if (isGone)
            m_desk.overwrite();
        else
            m_desk.reload();
    };
    notice.key = kOutsideKey;
    m_notices.post(notice);
}

void SiteNotices::askAboutConflict()
{
    if (m_desk.state() != SiteDesk::State::Conflicted || m_question)
        return;
    const auto words = [file = m_desk.file()] {
        QuestionWords question;
        question.title = tr("The site file was changed by another program");
        question.text =
            tr("Another program changed or removed “%1” after it was read here. What you changed since then "
               "is not saved yet.")
                .arg(nameOf(file));
        question.details = base::plainText(QDir::toNativeSeparators(file), 512);
        question.answers = {
            {tr("Decide later"), tr("Keep the changes in memory; nothing is written")},
            {tr("Load the file again"), tr("Take what the other program wrote; your changes are lost")},
            {tr("Save mine as…"), tr("Keep both: yours goes to another file")},
            {tr("Keep mine and overwrite"), tr("What the other program wrote is lost")}};
        return question;
    };
    m_question = new SiteQuestion(words, Later, &m_window);
    connect(m_question, &SiteQuestion::answered, this, &SiteNotices::onConflictAnswer);
    m_question->open();
}

void SiteNotices::onConflictAnswer(int answer)
{
    m_question = nullptr;
    switch (answer) {
    case LoadAgain:
        m_desk.reload();
        break;
    case SaveAs:
        askWhereToSave();
        break;
    case Overwrite:
        m_desk.overwrite();
        break;
    default:
        break;
    }
    if (answer != Later)
        return;
    kit::Notice notice;
    notice.details = base::plainText(QDir::toNativeSeparators(m_desk.file()), 512);
    notice.say = [](kit::Notice &said) {
        said.text = tr("The site is not saved: another program changed its file");
        said.actionText = tr("Decide…");
    };
    notice.action = [this] { askAboutConflict(); };
    notice.key = kSaveKey;
    m_notices.post(notice);
}

// --- What would be lost --------------------------------------------------------------------------------------

void SiteNotices::open(const QString &file, bool mustExist)
{
    if (hasWhatWouldBeLost())
        askAboutLoss([this, file, mustExist] { m_desk.open(file, mustExist); });
    else
        m_desk.open(file, mustExist);
}

/// A write that is under way is waited for.
bool SiteNotices::hasWhatWouldBeLost() const
{
    const bool isStuck =
        m_desk.state() == SiteDesk::State::Failed || m_desk.state() == SiteDesk::State::Conflicted;
    return isStuck && m_desk.hasUnsavedChanges();
}

void SiteNotices::askAboutLoss(const std::function<void()> &loseThem)
{
    if (m_question)
        return;
    const auto words = [file = m_desk.file()] {
        QuestionWords question;
        question.title = tr("The site is not saved");
        question.text =
            tr("What you changed in “%1” is not in the file, and would be lost.").arg(nameOf(file));
        question.details = base::plainText(QDir::toNativeSeparators(file), 512);
        question.answers = {{tr("Cancel"), tr("Keep the changes in memory; nothing is written")},
                            {tr("Save as…"), tr("Keep the changes in another file")},
                            {tr("Lose the changes"), tr("What the file holds stays as it is")}};
        return question;
    };
    m_question = new SiteQuestion(words, Stay, &m_window);
    connect(m_question, &SiteQuestion::answered, this, [this, loseThem](int answer) {
        m_question = nullptr;
        if (answer == StayAndSaveAs)
            askWhereToSave();
        else if (answer == Lose)
            loseThem();
    });
    m_question->open();
}

bool SiteNotices::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::Close || !hasWhatWouldBeLost())
        return QObject::eventFilter(watched, event);
    event->ignore();
    askAboutLoss([this] {
        m_desk.giveUpChanges();
        m_window.close();
    });
    return true;
}

/// Where there is nothing to look at yet the page itself says it.
void SiteNotices::onRefused(const LoadedSite &loaded)
{
    if (m_desk.site().devices.isEmpty())
        return;
    kit::Notice notice;
    notice.say = [file = loaded.file](kit::Notice &said) {
        said.text = tr("“%1” cannot be used; the site stays as it was").arg(nameOf(file));
    };
    notice.details =
        base::plainText(QDir::toNativeSeparators(loaded.file), 512) + QLatin1Char('\n') + loaded.problem;
    notice.key = kRefusedKey;
    m_notices.post(notice);
}

void SiteNotices::askWhereToSave()
{
    auto *dialog = new QFileDialog(&m_window, tr("Save the site as"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("json"));
    dialog->setNameFilters({tr("Site files (*.json)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) { m_desk.saveAs(file); });
    // Nothing chosen: the question is still open.
    connect(dialog, &QFileDialog::rejected, this, &SiteNotices::askAboutConflict);
    dialog->open();
}

} // namespace opsdeck::shell
