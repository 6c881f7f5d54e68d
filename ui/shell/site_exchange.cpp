// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/site_exchange.h"

#include "core/base/hex.h"
#include "core/base/on.h"
#include "core/base/worker.h"
#include "ui/shell/site_import_dialog.h"

#include <QDir>
#include <QFileDialog>

namespace opsdeck::shell {

namespace {

const QString kImportKey = QStringLiteral("site.import");
const QString kExportKey = QStringLiteral("site.export");

QString shown(const QString &file)
{
    return base::plainText(QDir::toNativeSeparators(file), 512);
}

} // namespace

SiteExchange::SiteExchange(SiteDesk &desk, kit::Notices &notices, QWidget &window, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_notices(notices)
    , m_window(window)
{
    m_pool.setMaxThreadCount(1);
}

SiteExchange::~SiteExchange()
{
    m_pool.waitForDone();
}

void SiteExchange::askImport()
{
    auto *dialog = new QFileDialog(&m_window, tr("Import devices from a site file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Site files (*.json)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &SiteExchange::import);
    dialog->open();
}

void SiteExchange::import(const QString &file)
{
    loadSite(file, site::SiteStore(), true, m_pool).then(base::on(this, [this](const LoadedSite &loaded) {
        showImport(loaded);
    }));
}

void SiteExchange::showImport(const LoadedSite &loaded)
{
    // The file itself cannot be had: there is no list to show.
    if (loaded.problems.isEmpty() && !loaded.problem.isEmpty()) {
        kit::Notice notice;
        notice.say = [](kit::Notice &said) {
            said.text = tr("The file could not be read; nothing was imported");
        };
        notice.details = base::plainText(loaded.problem, 1024);
        notice.key = kImportKey;
        m_notices.post(notice);
        return;
    }
    if (!m_desk.isOpen())
        return;
    auto *dialog = new SiteImportDialog(loaded, m_desk.site(), &m_window);
    connect(dialog, &SiteImportDialog::importWanted, this,
            [this](const QList<site::MergeItem> &items, const QHash<QString, site::MergeChoice> &choices) {
                // (The site may have changed since the dialog was opened: ids that are taken now differ.)
                site::Site theirs;
                for (const site::MergeItem &item : items)
                    theirs.devices.append(item.device);
                m_desk.change(site::merged(m_desk.site(), site::mergeItems(m_desk.site(), theirs), choices));
                kit::Notice notice;
                notice.mark = kit::StateMark::Ok;
                notice.text = tr("Devices imported: %1").arg(items.size());
                notice.key = kImportKey;
                m_notices.post(notice);
            });
    dialog->open();
}

void SiteExchange::askExport()
{
    auto *dialog = new QFileDialog(&m_window, tr("Export the site"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("json"));
    dialog->setNameFilters({tr("Site files (*.json)"), tr("All files (*)")});
    dialog->selectFile(QStringLiteral("site.json"));
    connect(dialog, &QFileDialog::fileSelected, this, &SiteExchange::exportTo);
    dialog->open();
}

void SiteExchange::exportTo(const QString &file)
{
    const auto write = [file, site = m_desk.site()] { return site::SiteStore().overwrite(file, site); };
    base::runOn(m_pool, write).then(base::on(this, [this, file](const base::Result<site::FileMark> &written) {
        kit::Notice notice;
        notice.key = kExportKey;
        if (written) {
            notice.mark = kit::StateMark::Ok;
            notice.text = tr("The site was exported, without passwords");
            notice.details = shown(file);
        } else {
            notice.say = [](kit::Notice &said) { said.text = tr("The site could not be exported"); };
            notice.details = base::plainText(written.error().detail(), 1024);
        }
        m_notices.post(notice);
    }));
}

} // namespace opsdeck::shell
