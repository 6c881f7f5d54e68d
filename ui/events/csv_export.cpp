// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/csv_export.h"

#include "core/base/hex.h"
#include "core/base/on.h"
#include "ui/kit/error_text.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <QUrl>

namespace opsdeck::events {

namespace {

constexpr std::chrono::milliseconds kBeat{250};

} // namespace

CsvExport::CsvExport(const EventServices &services, const kit::UiContext &context, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_context(context)
    , m_timer(services.clock.makeTimer([this] {
        m_timer->start(kBeat);
        Q_EMIT progressed();
    }))
{
}

CsvExport::~CsvExport()
{
    cancel();
}

void CsvExport::ask(const store::JournalFilter &filter, const QStringList &devices, QWidget *parent)
{
    auto *dialog = new QFileDialog(parent, tr("Export events"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->setNameFilters({tr("Comma-separated values (*.csv)"), tr("All files (*)")});
    dialog->selectFile(QStringLiteral("opsdeck-events-%1.csv")
                           .arg(m_services.clock.now().toLocalTime().toString(QStringLiteral("yyyy-MM-dd"))));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, filter, devices](const QString &path) { start(filter, devices, path); });
    dialog->open();
}

void CsvExport::start(const store::JournalFilter &filter, const QStringList &devices, const QString &path)
{
    if (m_isRunning)
        return;
    m_isRunning = true;
    m_progress = std::make_shared<std::atomic<qint64>>(0);
    m_cancel = std::make_shared<std::atomic<bool>>(false);
    QHash<QString, QString> names;
    for (const QString &device : devices) {
        if (const QString name = m_services.deviceName ? m_services.deviceName(device) : QString();
            !name.isEmpty())
            names.insert(device, name);
    }
    store::Journal::CsvExport what;
    what.path = path;
    what.header = csvHeader();
    what.row = [texts = &m_services.texts, names](const store::JournalEntry &entry) {
        return csvRow(entry, *texts, names);
    };
    what.progress = m_progress;
    what.cancel = m_cancel;
    m_timer->start(kBeat);
    Q_EMIT progressed();
    m_services.source.exportCsv(filter, what)
        .then(base::on(this, [this, path](const base::Result<qint64> &done) { finish(done, path); }));
}

void CsvExport::cancel()
{
    if (m_cancel)
        m_cancel->store(true);
}

void CsvExport::finish(const base::Result<qint64> &done, const QString &path)
{
    m_isRunning = false;
    m_timer->stop();
    const QString shown = base::plainText(QDir::toNativeSeparators(path), 512);
    kit::Notice notice;
    notice.key = QStringLiteral("events.export");
    if (done) {
        notice.mark = kit::StateMark::Ok;
        notice.text = *done == 1 ? tr("1 event was exported to %1").arg(shown)
                                 : tr("%1 events were exported to %2").arg(QLocale().toString(*done), shown);
        notice.actionText = tr("Show the folder");
        notice.action = [folder = QFileInfo(path).absolutePath()] {
            QDesktopServices::openUrl(QUrl::fromLocalFile(folder));
        };
    } else if (done.error().errorClass() == base::ErrorClass::Cancelled) {
        notice.mark = kit::StateMark::None;
        notice.text = tr("The export was cancelled; no file was written");
    } else {
        notice.say = [why = done.error()](kit::Notice &said) {
            said.text = tr("The events could not be exported: %1").arg(kit::errorText(why));
        };
        notice.details = done.error().detail();
    }
    m_context.notices.post(notice);
    Q_EMIT progressed();
}

} // namespace opsdeck::events
