// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/cabinet/eject_all_dialog.h"

#include "core/base/on.h"
#include "ui/systems/cabinet/cabinet_words.h"
#include "ui/systems/cabinet/dialog_parts.h"

#include <QListWidget>
#include <QProgressBar>

namespace opsdeck::cabinet {

EjectAllDialog::EjectAllDialog(OperatorCalls &calls, const QString &sn, const QString &title,
                               const QList<int> &occupied, QWidget *parent)
    : SpokenDialog(parent)
    , m_calls(calls)
    , m_sn(sn)
    , m_title(title)
    , m_slots(occupied)
    , m_progress(new QProgressBar)
    , m_failed(new QListWidget)
{
    DialogParts parts(*this, DialogParts::Enter::IsSafe);
    m_text = parts.text;
    m_hint = parts.hint;
    m_cancel = parts.cancel;
    m_go = parts.accept;
    m_progress->setRange(0, int(m_slots.size()));
    m_progress->setTextVisible(false);
    m_failed->setObjectName(QStringLiteral("failed"));
    m_failed->setMaximumHeight(110);
    parts.column->insertWidget(1, m_progress);
    parts.column->insertWidget(2, m_failed);
    m_progress->hide();
    m_failed->hide();
    m_cancel->disconnect(this);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        if (m_stage == Stage::Running) {
            m_isStopped = true;
            speak();
        } else {
            reject();
        }
    });
    connect(m_go, &QPushButton::clicked, this, &EjectAllDialog::start);
    say([this] { speak(); });
}

void EjectAllDialog::start()
{
    if (m_stage != Stage::Asking)
        return;
    m_stage = Stage::Running;
    m_progress->show();
    speak();
    next();
}

void EjectAllDialog::next()
{
    if (m_isStopped || m_next >= m_slots.size()) {
        end();
        return;
    }
    const int slot = m_slots.at(m_next);
    m_calls.eject(m_sn, slot).then(base::on(this, [this, slot](const base::Result<EjectedBank> &result) {
        onAnswer(slot, result);
    }));
}

void EjectAllDialog::onAnswer(int slot, const base::Result<EjectedBank> &result)
{
    ++m_next;
    if (result) {
        ++m_ejected;
    } else {
        m_failures.append({slot, result.error()});
        const bool isGone = result.error().is(CabinetError::NotConnected) ||
                            result.error().is(CabinetError::ConnectionLost) ||
                            result.error().is(CabinetError::SecretMissing);
        // The others would fail the same way.
        m_isStopped = m_isStopped || isGone;
    }
    m_progress->setValue(m_next);
    speak();
    next();
}

void EjectAllDialog::end()
{
    m_stage = Stage::Done;
    speak();
    m_cancel->setFocus();
    Q_EMIT finished(m_ejected, int(m_failures.size()));
}

void EjectAllDialog::speak()
{
    setWindowTitle(tr("Eject all"));
    m_progress->setAccessibleName(tr("Progress"));
    m_failed->setAccessibleName(tr("What failed"));
    const int count = int(m_slots.size());
    m_failed->clear();
    for (const auto &[slot, error] : std::as_const(m_failures))
        m_failed->addItem(tr("Slot %1: %2").arg(slot).arg(cabinetErrorText(error)));
    m_failed->setVisible(!m_failures.isEmpty());
    m_go->setVisible(m_stage == Stage::Asking);
    switch (m_stage) {
    case Stage::Asking:
        m_text->setText(tr("Eject all power banks of %1?").arg(m_title));
        m_hint->setText(
            count == 1
                ? tr("Its only power bank comes out. Whoever stands there can take it.")
                : tr("All power banks come out, %1 of them, one after another. Whoever stands there can take "
                     "them.")
                      .arg(count));
        name(*m_cancel, tr("Keep them inside"), tr("Nothing is ejected"));
        name(*m_go, tr("Eject all"), tr("Begins with the lowest slot"));
        break;
    case Stage::Running:
        m_text->setText(m_title);
        m_hint->setText(m_isStopped
                            ? tr("Stopping after slot %1").arg(m_slots.value(m_next))
                            : tr("%1 of %2: slot %3").arg(m_next + 1).arg(count).arg(m_slots.value(m_next)));
        name(*m_cancel, tr("Stop"), tr("The slot that is being ejected is the last one"));
        allow(*m_cancel, m_isStopped ? tr("It stops as soon as the cabinet has answered") : QString(),
              m_cancel->toolTip());
        break;
    case Stage::Done:
        m_text->setText(m_title);
        m_hint->setText(
            m_next < count
                ? tr("%1 of %2 ejected, %3 failed, %4 left inside")
                      .arg(m_ejected)
                      .arg(count)
                      .arg(m_failures.size())
                      .arg(count - m_next)
                : tr("%1 of %2 ejected, %3 failed").arg(m_ejected).arg(count).arg(m_failures.size()));
        name(*m_cancel, tr("Close"));
        m_cancel->setEnabled(true);
        break;
    }
}

} // namespace opsdeck::cabinet
