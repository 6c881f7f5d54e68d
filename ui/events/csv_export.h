// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/events/event_facts.h"
#include "ui/kit/ui_system_module.h"

#include <QPointer>

class QWidget;

namespace opsdeck::events {

/// Saves events as CSV: asks for the file, tells how far it is, can be cancelled, and says at the end how many rows are
/// where. One at a time. GUI thread; the journal does the work elsewhere.
class CsvExport final : public QObject
{
    Q_OBJECT
public:
    /// All must outlive this object.
    CsvExport(const EventServices &services, const kit::UiContext &context, QObject *parent = nullptr);
    ~CsvExport() override;

    /// Asks where to. @param devices whose names are written, too.
    void ask(const store::JournalFilter &filter, const QStringList &devices, QWidget *parent);
    void start(const store::JournalFilter &filter, const QStringList &devices, const QString &path);
    void cancel();
    bool isRunning() const { return m_isRunning; }
    qint64 rows() const { return m_progress ? m_progress->load() : 0; }

Q_SIGNALS:
    /// It began, went on, or ended.
    void progressed();

private:
    void finish(const base::Result<qint64> &done, const QString &path);

    EventServices m_services;
    kit::UiContext m_context;
    std::shared_ptr<std::atomic<qint64>> m_progress;
    std::shared_ptr<std::atomic<bool>> m_cancel;
    std::unique_ptr<base::Timer> m_timer;
    bool m_isRunning = false;
};

} // namespace opsdeck::events
