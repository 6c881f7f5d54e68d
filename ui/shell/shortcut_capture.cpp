// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/shortcut_capture.h"

#include "ui/kit/enter_presses.h"

#include <QKeyEvent>

namespace opsdeck::shell {

namespace {

/// The keys as QKeySequence writes them; 0 for a modifier alone.
int keysOf(const QKeyEvent &event)
{
    switch (event.key()) {
    case 0:
    case Qt::Key_unknown:
    case Qt::Key_Shift:
    case Qt::Key_Control:
    case Qt::Key_Alt:
    case Qt::Key_AltGr:
    case Qt::Key_Meta:
    case Qt::Key_Super_L:
    case Qt::Key_Super_R:
    case Qt::Key_CapsLock:
    case Qt::Key_NumLock:
    case Qt::Key_ScrollLock:
        return 0;
    default:
        break;
    }
    Qt::KeyboardModifiers modifiers = event.modifiers() & ~(Qt::KeypadModifier | Qt::GroupSwitchModifier);
    int key = event.key();
    if (key == Qt::Key_Backtab) {
        key = Qt::Key_Tab;
        modifiers |= Qt::ShiftModifier;
    }
    // "?" needs Shift by itself on most keyboards; "Shift+?" would then never match.
    const QString text = event.text();
    if (modifiers == Qt::ShiftModifier && text.size() == 1 && text.at(0).isPrint() &&
        !text.at(0).isLetterOrNumber() && !text.at(0).isSpace())
        modifiers &= ~Qt::ShiftModifier;
    return QKeyCombination(modifiers, Qt::Key(key)).toCombined();
}

} // namespace

ShortcutCapture::ShortcutCapture(QWidget *parent)
    : QPushButton(parent)
{
    setObjectName(QStringLiteral("shortcutCapture"));
    setAutoDefault(false);
    connect(this, &QPushButton::clicked, this, &ShortcutCapture::start);
    retranslate();
}

void ShortcutCapture::showShortcut(const QKeySequence &shortcut)
{
    m_shortcut = shortcut;
    retranslate();
}

void ShortcutCapture::start()
{
    if (m_isCapturing || !isEnabled())
        return;
    setFocus(Qt::OtherFocusReason);
    m_isCapturing = true;
    setProperty(kit::EnterPresses::kTakesKeys, true); // Enter may be what is pressed
    retranslate();
    Q_EMIT started();
}

void ShortcutCapture::stop()
{
    m_isCapturing = false;
    setProperty(kit::EnterPresses::kTakesKeys, false);
    retranslate();
}

bool ShortcutCapture::event(QEvent *event)
{
    // Before anybody's shortcut gets it.
    if (m_isCapturing && event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    return QPushButton::event(event);
}

bool ShortcutCapture::focusNextPrevChild(bool next)
{
    return m_isCapturing ? false : QPushButton::focusNextPrevChild(next);
}

void ShortcutCapture::keyPressEvent(QKeyEvent *event)
{
    if (!m_isCapturing) {
        QPushButton::keyPressEvent(event);
        return;
    }
    event->accept();
    if (event->isAutoRepeat())
        return;
    if (event->key() == Qt::Key_Escape && event->modifiers() == Qt::NoModifier) {
        stop();
        Q_EMIT cancelled();
        return;
    }
    const int keys = keysOf(*event);
    if (keys == 0)
        return;
    stop();
    Q_EMIT captured(QKeySequence(keys));
}

void ShortcutCapture::focusOutEvent(QFocusEvent *event)
{
    QPushButton::focusOutEvent(event);
    if (m_isCapturing) {
        stop();
        Q_EMIT cancelled();
    }
}

void ShortcutCapture::retranslate()
{
    const QString keys = m_shortcut.toString(QKeySequence::NativeText);
    if (m_isCapturing)
        setText(tr("Press the new keys"));
    else
        setText(keys.isEmpty() ? tr("No key") : QString(keys).replace(QLatin1Char('&'), QLatin1String("&&")));
    setAccessibleName(m_isCapturing ? tr("Press the new keys") : tr("Change the shortcut"));
    setAccessibleDescription(keys);
    if (isEnabled())
        setToolTip(tr("Press to change it; then press the new keys, or Esc to leave it"));
    else
        setToolTip(tr("Select an action first"));
}

void ShortcutCapture::changeEvent(QEvent *event)
{
    QPushButton::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::EnabledChange)
        retranslate();
}

} // namespace opsdeck::shell
