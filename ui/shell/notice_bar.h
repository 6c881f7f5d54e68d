// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/notices.h"
#include "ui/kit/theme.h"

#include <QPointer>
#include <QWidget>

class QToolButton;

namespace opsdeck::shell {

class NoticeLine;

/// The newest open notice as one slim line for the status strip: mark, words, its button, "dismiss"; and a bell with the
/// number of open ones that opens the list. With nothing open only the bell is there. Never takes the focus by itself.
/// GUI thread.
class NoticeBar final : public QWidget
{
    Q_OBJECT
public:
    /// All of them must outlive this widget.
    NoticeBar(const kit::Theme &theme, kit::Notices &notices, const base::Clock &clock,
              QWidget *parent = nullptr);

    /// For the operator's key: the focus goes to the notice's button (without one, to "dismiss"; without a notice, to
    /// the bell). Esc brings it back to where it was.
    void takeFocus();

    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void listWanted();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void showNewest();
    void makeIcons();
    void giveFocusBack();

    const kit::Theme &m_theme;
    kit::Notices &m_notices;
    const base::Clock &m_clock;
    NoticeLine *m_line;
    QToolButton *m_action;
    QToolButton *m_dismiss;
    QToolButton *m_bell;
    quint64 m_shown = 0; ///< the number of the notice; 0 = none
    QPointer<QWidget> m_focusBefore;
};

} // namespace opsdeck::shell
