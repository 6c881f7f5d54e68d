// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/notices.h"
#include "ui/shell/site_desk.h"

#include <QPointer>

class QWidget;

namespace opsdeck::shell {

class SiteQuestion;

/// Tells the operator how the site file fares: that it could not be written (with "Try saving again"), that another
/// program changed it (asked when there is something unsaved, else offered for loading), that another file cannot be opened,
/// that a demonstration is not kept. Asks before unsaved changes go with the window or for another site. Owns no site. GUI thread.
class SiteNotices final : public QObject
{
    Q_OBJECT
public:
    /// All must outlive this object. @param window the parent of the question.
    SiteNotices(SiteDesk &desk, kit::Notices &notices, QWidget &window, QObject *parent = nullptr);
    ~SiteNotices() override;

    /// Opens the file as SiteDesk does; asks first when changes would be lost with the site that is open.
    void open(const QString &file, bool mustExist);
    /// The changes in the demonstration begin: says once that they are not kept.
    void noteDemoChange();
    /// Opens the question about a conflict, when there is one and it is not open yet.
    void askAboutConflict();

protected:
    /// Closing the window would lose what could not be saved: it stays until the operator has answered.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool hasWhatWouldBeLost() const;
    void askAboutLoss(const std::function<void()> &loseThem);
    void onRefused(const LoadedSite &loaded);
    void onSaveFailed(const base::Error &error);
    void onOutside(bool isGone);
    void onConflictAnswer(int answer);
    void askWhereToSave();
    void onState();

    SiteDesk &m_desk;
    kit::Notices &m_notices;
    QWidget &m_window;
    QPointer<SiteQuestion> m_question;
    bool m_saidDemo = false;
};

} // namespace opsdeck::shell
