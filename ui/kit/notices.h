// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "ui/kit/state_mark.h"

#include <QList>
#include <QObject>

#include <functional>
#include <memory>

namespace opsdeck::kit {

/// Something the operator should know. It never takes the focus and never asks: it is a line, perhaps with one button.
struct Notice {
    StateMark mark = StateMark::Attention;
    QString text;       ///< one line; shown literally
    QString details;    ///< plain text, may have several lines
    QString actionText; ///< the word on its button; empty: no button
    std::function<void()> action = {};
    QString key; ///< what it is about: a notice of the same key takes its place; may be empty
    /// Writes the three texts in the language of the moment: asked when it is posted, and anew when the language
    /// changes. It holds values only: it outlives whoever posted it. Empty: the texts stay as they are.
    std::function<void(Notice &)> say = {};

    // Filled by Notices.
    quint64 number = 0;                ///< counts up; never the same twice
    QDateTime at;                      ///< UTC
    base::Clock::Nanoseconds since{0}; ///< monotonic
    bool isOpen = true;                ///< neither dismissed nor withdrawn: it is still shown in the bar
    bool isOver = false;               ///< withdrawn: what it said is no longer true
};

/// The notices of this run, oldest first. Holds values, shows nothing. GUI thread.
/// Good news (mark None or Ok) leaves the bar by itself after `kPassing`; the rest stays until somebody dismisses or
/// withdraws it. The list keeps the last `kMaximum` either way.
class Notices final : public QObject
{
    Q_OBJECT
public:
    static constexpr int kMaximum = 200;
    static constexpr int kMaximumText = 300;
    static constexpr int kMaximumDetails = 4000;
    static constexpr std::chrono::seconds kPassing{15};

    /// @param clock must outlive this object.
    explicit Notices(base::Clock &clock, QObject *parent = nullptr);
    ~Notices() override;

    /// @return its number. Control characters become visible, texts are cut to the caps.
    quint64 post(Notice notice);
    /// What the key is about is over: its notice is closed and its button gone. Unknown keys are ignored.
    void withdraw(const QString &key);
    /// The operator has seen it.
    void dismiss(quint64 number);
    /// Runs the notice's action and dismisses it. Nothing happens when it has none or is over.
    void act(quint64 number);
    /// Asks those that know how for their texts anew.
    void retranslate();
    /// Forgets all of them.
    void clear();

    const QList<Notice> &list() const { return m_list; }
    /// Those the bar shows, oldest first.
    QList<Notice> open() const;
    /// Null when there is none.
    const Notice *find(quint64 number) const;

Q_SIGNALS:
    void posted(const opsdeck::kit::Notice &notice);
    void withdrawn(const QString &key);
    /// The list or some notice in it changed; sent after the signals above, too.
    void changed();

private:
    Notice *mutableFind(quint64 number);
    void passOn();

    base::Clock &m_clock;
    QList<Notice> m_list;
    quint64 m_lastNumber = 0;
    std::unique_ptr<base::Timer> m_timer;
};

} // namespace opsdeck::kit
