// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/connection_test.h"
#include "ui/kit/theme.h"

#include <QImage>
#include <QWidget>

#include <memory>
#include <optional>

class QGridLayout;
class QLabel;
class QPushButton;

namespace opsdeck::kit {
enum class StateMark;
}

namespace opsdeck::shell {

/// A button that starts a connection test, and below it the test's steps as they come: mark, name, time, and what was
/// found or what failed; at the end the picture. GUI thread. Tests that are given up end by themselves, kept by `keeper`.
class DeviceTestView final : public QWidget
{
    Q_OBJECT
public:
    /// @param theme and @param keeper must outlive this widget; @param keeper also keeps what is ending after it.
    DeviceTestView(const kit::Theme &theme, QObject &keeper, QWidget *parent = nullptr);
    ~DeviceTestView() override;

    /// Before the test: something it needs is being fetched. Shown as a step of its own.
    void showPreparing();
    /// It could not be had: no test. @param reason translated, one line.
    void showNotPrepared(const QString &reason);
    void start(std::unique_ptr<kit::ConnectionTest> test);
    /// Forgets the steps: what was tested is no longer what is written.
    void clear();
    bool isRunning() const { return m_isPreparing || m_isRunning; }
    /// @param reason why it cannot be tested now; empty = it can.
    void setWhyNot(const QString &reason);

Q_SIGNALS:
    /// The button was pressed.
    void testWanted();
    /// It was pressed while a test ran.
    void stopped();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Line {
        int step = -1; ///< -1: the fetching of the password
        kit::StateMark mark;
        QString detail;
        std::chrono::milliseconds took{-1};
    };
    class MarkLabel;
    struct Row {
        MarkLabel *mark;
        QLabel *name;
        QLabel *time;
        QLabel *detail;
    };

    void stop();
    void addLine(const Line &line);
    void showLine(int number);
    void retranslate();
    void showSummary();
    void showPicture();

    const kit::Theme &m_theme;
    QObject &m_keeper;
    kit::ConnectionTest *m_test = nullptr;
    bool m_isPreparing = false;
    bool m_isRunning = false;
    std::optional<bool> m_outcome;
    QString m_whyNot;
    QList<Line> m_lines;
    QList<Row> m_rows;
    QImage m_image;
    QPushButton *m_button;
    QLabel *m_summary;
    QGridLayout *m_grid;
    QLabel *m_picture;
};

} // namespace opsdeck::shell
