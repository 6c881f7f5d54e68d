// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <functional>

namespace opsdeck::kit {

/// A dialog whose words follow the language while it is open: each is put where it belongs by a function, which is called
/// again after a change. GUI thread.
class SpokenDialog : public QDialog
{
    Q_OBJECT
public:
    using QDialog::QDialog;

protected:
    /// Calls `put` now and after each change of the language, in the order they were told.
    void say(const std::function<void()> &put);
    void changeEvent(QEvent *event) override;

private:
    QList<std::function<void()>> m_words;
};

} // namespace opsdeck::kit
