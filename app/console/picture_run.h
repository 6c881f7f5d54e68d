// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/picture_steps.h"
#include "core/base/clock.h"
#include "ui/kit/action_registry.h"

#include <QWidget>

#include <optional>

namespace opsdeck::console {

/// Carries out steps one after another, as an operator with keyboard and mouse would, and saves the pictures among them.
/// A step that cannot be done is told and the others are tried still: one look at what is said mends them all. GUI
/// thread; it only posts events, so that a menu or a dialog cannot hold it up.
class PictureRun final : public QObject
{
    Q_OBJECT
public:
    /// @param folder where the pictures go; it must be there. All must outlive this object.
    PictureRun(QWidget &window, kit::ActionRegistry &actions, base::Clock &clock, const QString &folder);

    void start(const QList<PictureStep> &steps);

Q_SIGNALS:
    /// The file is there.
    void pictureSaved(const QString &path);
    /// English, for the terminal.
    void stepFailed(const QString &problem);
    void ended(bool isAllDone);

private:
    using Problem = std::optional<QString>;

    void next();
    Problem carryOut(const PictureStep &step);
    Problem doAction(const QString &id);
    Problem point(const PictureStep &step);
    Problem press(const QStringList &keys);
    Problem type(const QString &text);
    Problem save(const QString &name);
    void closeOthers();
    QWidget *find(const QString &name) const;
    QWidget *receiver() const;

    QWidget &m_window;
    kit::ActionRegistry &m_actions;
    const QString m_folder;
    QList<PictureStep> m_steps;
    qsizetype m_at = 0;
    bool m_isAllDone = true;
    std::unique_ptr<base::Timer> m_timer;
};

} // namespace opsdeck::console
