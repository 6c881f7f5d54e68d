// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/site/site_merge.h"
#include "ui/shell/site_loader.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTreeWidget;

namespace opsdeck::shell {

/// Shows what importing another site file would do, device by device, and what is wrong in that file with its lines;
/// the operator picks the devices to take. Changes nothing itself. GUI thread; `open()` it; deletes itself.
class SiteImportDialog final : public QDialog
{
    Q_OBJECT
public:
    /// @param loaded the other file; its good devices can be imported although others are damaged.
    SiteImportDialog(const LoadedSite &loaded, const site::Site &mine, QWidget *parent);

Q_SIGNALS:
    /// The picked devices: those that differ from ours all with the same choice.
    void importWanted(const QList<opsdeck::site::MergeItem> &items,
                      const QHash<QString, opsdeck::site::MergeChoice> &choices);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
    void count();
    void submit();
    void retranslate();
    QString verdict(const site::MergeItem &item) const;

    const QString m_file;
    const QList<site::MergeItem> m_items;
    const QList<site::SiteProblem> m_problems;
    QLabel *m_summary;
    QTreeWidget *m_list;
    QLabel *m_choiceLabel;
    QComboBox *m_choice;
    QLabel *m_problemLabel;
    QPlainTextEdit *m_problemText;
    QPushButton *m_cancel;
    QPushButton *m_import;
    int m_picked = 0;
};

} // namespace opsdeck::shell
