// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/spoken_dialog.h"

#include <QEvent>

namespace opsdeck::kit {

void SpokenDialog::say(const std::function<void()> &put)
{
    put();
    m_words.append(put);
}

void SpokenDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    for (const std::function<void()> &put : std::as_const(m_words))
        put();
}

} // namespace opsdeck::kit
