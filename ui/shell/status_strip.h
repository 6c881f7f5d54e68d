// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/ui_system_module.h"

#include <QDate>
#include <QWidget>

#include <chrono>
#include <optional>

class QLabel;

namespace opsdeck::shell {

/// What the strip shows. A value.
struct StripFigures {
    kit::SystemFigures systems; ///< summed up
    double cpuPercent = 0;      ///< of one core
    std::optional<qint64> residentBytes;
    std::chrono::milliseconds longestStall{0};
    QString siteName;
    QDate today;
};

/// One line of figures at the foot of the window. GUI thread.
class StatusStrip final : public QWidget
{
    Q_OBJECT
public:
    explicit StatusStrip(const kit::Theme &theme, QWidget *parent = nullptr);

    void show(const StripFigures &figures);
    /// Something that stays true and should be known, with an attention mark. @param details the tooltip, plain text.
    void showNotice(const QString &text, const QString &details);
    using QWidget::show;

private:
    QLabel *addFigure(const QString &objectName);

    QLabel *m_up;
    QLabel *m_down;
    QLabel *m_frames;
    QLabel *m_dropped;
    QLabel *m_cpu;
    QLabel *m_memory;
    QLabel *m_stall;
    QWidget *m_notice;
    QLabel *m_noticeText;
    QLabel *m_date;
    QLabel *m_site;
};

} // namespace opsdeck::shell
