// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/notices.h"
#include "ui/shell/site_desk.h"

#include <QObject>

class QWidget;

namespace opsdeck::shell {

/// Takes devices from another site file into the open site, and writes the site into a file to give away. Secrets are in
/// neither. All file work on a worker. GUI thread.
class SiteExchange final : public QObject
{
    Q_OBJECT
public:
    /// All must outlive this object. @param window the parent of the dialogs.
    SiteExchange(SiteDesk &desk, kit::Notices &notices, QWidget &window, QObject *parent = nullptr);
    /// Waits for a write that is under way.
    ~SiteExchange() override;

    void askImport();
    /// Reads the file and shows what importing it would do.
    void import(const QString &file);
    void askExport();
    void exportTo(const QString &file);

private:
    void showImport(const LoadedSite &loaded);

    SiteDesk &m_desk;
    kit::Notices &m_notices;
    QWidget &m_window;
    QThreadPool m_pool;
};

} // namespace opsdeck::shell
