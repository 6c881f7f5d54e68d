// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/setting_row.h"
#include "ui/kit/theme.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QScrollArea;

namespace opsdeck::shell {

/// One line of "About". The value is shown literally.
struct AboutFact {
    kit::Words name;
    QString value;
};

/// Where a run of the program keeps its things. Paths, never what is in them.
struct ProgramPlaces {
    QString site;
    QString settings;
    QString secretsFile; ///< used when there is no keychain
};

/// What this program is made of and where its things lie.
QList<AboutFact> aboutFacts(const ProgramPlaces &places);

/// Says what the program is, its version and licence, and the facts, which can be copied for a report. GUI thread.
class AboutDialog final : public QDialog
{
    Q_OBJECT
public:
    /// @param theme must outlive this widget.
    AboutDialog(const kit::Theme &theme, const QList<AboutFact> &facts, QWidget *parent = nullptr);

    /// What "Copy details" puts on the clipboard, in the language of the moment.
    QString details() const;

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void retranslate();
    void makeIcons();

    const kit::Theme &m_theme;
    const QList<AboutFact> m_facts;
    QLabel *m_logo;
    QLabel *m_what;
    QScrollArea *m_scroll;
    QLabel *m_licence;
    QList<QLabel *> m_names;
    QPushButton *m_copy;
    QPushButton *m_close;
};

} // namespace opsdeck::shell
