// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/picture_run.h"

#include "app/console/window_picture.h"

#include <QAction>
#include <QApplication>
#include <QContextMenuEvent>
#include <QDir>
#include <QKeyEvent>
#include <QMouseEvent>

namespace opsdeck::console {

namespace {

using Verb = PictureStep::Verb;

// What an event sets going is there after it; a picture shows what has come to rest.
constexpr std::chrono::milliseconds kBetween{60};
constexpr std::chrono::milliseconds kBeforePicture{400};

void postKey(QWidget &to, int key, Qt::KeyboardModifiers modifiers, const QString &text)
{
    QApplication::postEvent(&to, new QKeyEvent(QEvent::KeyPress, key, modifiers, text));
    QApplication::postEvent(&to, new QKeyEvent(QEvent::KeyRelease, key, modifiers, text));
}

void postClick(QWidget &to, const QPoint &at)
{
    const QPointF global(to.mapToGlobal(at));
    QApplication::postEvent(&to, new QMouseEvent(QEvent::MouseButtonPress, QPointF(at), global,
                                                 Qt::LeftButton, Qt::LeftButton, Qt::NoModifier));
    QApplication::postEvent(&to, new QMouseEvent(QEvent::MouseButtonRelease, QPointF(at), global,
                                                 Qt::LeftButton, Qt::NoButton, Qt::NoModifier));
}

} // namespace

PictureRun::PictureRun(QWidget &window, kit::ActionRegistry &actions, base::Clock &clock,
                       const QString &folder)
    : m_window(window)
    , m_actions(actions)
    , m_folder(folder)
    , m_timer(clock.makeTimer([this] { next(); }))
{
}

void PictureRun::start(const QList<PictureStep> &steps)
{
    m_steps = steps;
    m_at = 0;
    m_isAllDone = true;
    m_timer->start(kBetween);
}

void PictureRun::next()
{
    if (m_at == m_steps.size()) {
        Q_EMIT ended(m_isAllDone);
        return;
    }
    const PictureStep &step = m_steps.at(m_at++);
    if (const Problem problem = carryOut(step)) {
        m_isAllDone = false;
        Q_EMIT stepFailed(QStringLiteral("line %1: %2").arg(step.line).arg(*problem));
    }
    const bool isPictureNext = m_at < m_steps.size() && m_steps.at(m_at).verb == Verb::Picture;
    m_timer->start(std::max(step.time(), isPictureNext ? kBeforePicture : kBetween));
}

PictureRun::Problem PictureRun::carryOut(const PictureStep &step)
{
    const QString word = step.words.value(0);
    switch (step.verb) {
    case Verb::Do:
        return doAction(word);
    case Verb::Focus:
    case Verb::Click:
    case Verb::Menu:
        return point(step);
    case Verb::Key:
        return press(step.words);
    case Verb::Type:
        return type(word);
    case Verb::Size:
        m_window.resize(word.section(u'x', 0, 0).toInt(), word.section(u'x', 1).toInt());
        return {};
    case Verb::Close:
        closeOthers();
        return {};
    case Verb::Picture:
        return save(word);
    case Verb::Wait:
        break;
    }
    return {};
}

PictureRun::Problem PictureRun::doAction(const QString &id)
{
    QAction *action = m_actions.action(id);
    if (!action)
        return QStringLiteral("there is no action \"%1\"").arg(id);
    m_actions.refresh(id);
    if (!action->isEnabled())
        return QStringLiteral("\"%1\" cannot be done: %2").arg(id, m_actions.whyNot(id));
    QMetaObject::invokeMethod(action, &QAction::trigger, Qt::QueuedConnection);
    return {};
}

PictureRun::Problem PictureRun::point(const PictureStep &step)
{
    const QString name = step.words.value(0);
    QWidget *widget = find(name);
    if (!widget)
        return QStringLiteral("there is no \"%1\" to be seen").arg(name);
    if (step.verb == Verb::Focus) {
        widget->setFocus(Qt::TabFocusReason);
        return {};
    }
    if (!widget->isEnabled())
        return QStringLiteral("\"%1\" is disabled").arg(name);
    QPoint at = widget->rect().center();
    if (step.words.size() == 3)
        at = QPoint(step.words.at(1).toInt(), step.words.at(2).toInt());
    if (!widget->rect().contains(at))
        return QStringLiteral("\"%1\" is only %2 x %3").arg(name).arg(widget->width()).arg(widget->height());
    // A list takes clicks by what is inside its frame.
    if (QWidget *inside = widget->childAt(at)) {
        at = inside->mapFrom(widget, at);
        widget = inside;
    }
    if (step.verb == Verb::Click)
        postClick(*widget, at);
    else
        QApplication::postEvent(widget,
                                new QContextMenuEvent(QContextMenuEvent::Mouse, at, widget->mapToGlobal(at)));
    return {};
}

PictureRun::Problem PictureRun::press(const QStringList &keys)
{
    for (const QString &word : keys) {
        QWidget *to = receiver();
        if (!to)
            return QStringLiteral("nothing has the keys");
        const QKeyCombination key = QKeySequence(word)[0];
        const bool isLetter = key.key() >= Qt::Key_Space && key.key() <= Qt::Key_ydiaeresis;
        postKey(*to, key.key(), key.keyboardModifiers(), isLetter ? QString(QChar(key.key())) : QString());
    }
    return {};
}

PictureRun::Problem PictureRun::type(const QString &text)
{
    QWidget *to = receiver();
    if (!to)
        return QStringLiteral("nothing has the keys");
    for (const QChar letter : text)
        postKey(*to, letter.toUpper().unicode(), Qt::NoModifier, QString(letter));
    return {};
}

PictureRun::Problem PictureRun::save(const QString &name)
{
    const QString path = QDir(m_folder).filePath(name + QStringLiteral(".png"));
    if (const auto saved = savePicture(pictureOf(m_window), path); !saved)
        return saved.error().detail();
    Q_EMIT pictureSaved(path);
    return {};
}

void PictureRun::closeOthers()
{
    QList<QWidget *> windows = shownWindows(m_window);
    windows.removeFirst();
    // Those on top first: what they stand on may refuse to go before them.
    while (!windows.isEmpty())
        QMetaObject::invokeMethod(windows.takeLast(), &QWidget::close, Qt::QueuedConnection);
}

QWidget *PictureRun::find(const QString &name) const
{
    const QList<QWidget *> windows = shownWindows(m_window);
    for (auto window = windows.crbegin(); window != windows.crend(); ++window) {
        if ((*window)->objectName() == name)
            return *window;
        for (QWidget *widget : (*window)->findChildren<QWidget *>(name)) {
            if (widget->isVisible() && widget->window() == *window)
                return widget;
        }
    }
    return nullptr;
}

QWidget *PictureRun::receiver() const
{
    QWidget *top = shownWindows(m_window).constLast();
    if (QWidget *popup = QApplication::activePopupWidget())
        top = popup;
    QWidget *focus = top->focusWidget();
    return focus ? focus : top;
}

} // namespace opsdeck::console
