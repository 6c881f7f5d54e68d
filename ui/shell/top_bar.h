// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"

#include <QWidget>

class QButtonGroup;
class QHBoxLayout;
class QLabel;
class QToolButton;

namespace opsdeck::shell {

/// The bar above everything: the program's name, a button a page, the clock. GUI thread.
class TopBar final : public QWidget
{
    Q_OBJECT
public:
    explicit TopBar(const kit::Theme &theme, QWidget *parent = nullptr);

    /// Pages are numbered in the order they are added; Alt+1 … Alt+8 choose them.
    void addPage(const QString &title);
    void setCurrentPage(int page);
    /// Without a site there are no pages.
    void setPagesVisible(bool isVisible);
    /// Local time.
    void showTime(const QDateTime &now);

Q_SIGNALS:
    void pageChosen(int page);
    void fullScreenWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QHBoxLayout *m_pages;
    QButtonGroup *m_group;
    QToolButton *m_fullScreen;
    QLabel *m_clock;
};

} // namespace opsdeck::shell
