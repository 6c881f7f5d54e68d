// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QPushButton>

namespace opsdeck::shell {

/// A button that, once pressed, takes the next keys as a shortcut instead of doing what they usually do. Esc leaves
/// everything as it is; so does the focus going elsewhere. GUI thread.
class ShortcutCapture final : public QPushButton
{
    Q_OBJECT
public:
    explicit ShortcutCapture(QWidget *parent = nullptr);

    /// What is written on it while it waits for nothing.
    void showShortcut(const QKeySequence &shortcut);
    bool isCapturing() const { return m_isCapturing; }
    void start();

Q_SIGNALS:
    void captured(const QKeySequence &shortcut);
    void started();
    /// Nothing was taken.
    void cancelled();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void stop();
    void retranslate();

    QKeySequence m_shortcut;
    bool m_isCapturing = false;
};

} // namespace opsdeck::shell
