// SPDX-License-Identifier: GPL-3.0-or-later
// The least Qt program with a window: opens one, paints it, says how old the process was by then, and ends.
#include <QApplication>
#include <QFile>
#include <QTimer>
#include <QWidget>

#include <cstdio>
#include <ctime>
#include <unistd.h>

namespace {

/// Milliseconds since the process was created, to 10 ms.
long long processAge()
{
    QFile file(QStringLiteral("/proc/self/stat"));
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    const QByteArray stat = file.readAll();
    const QList<QByteArray> fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    return now.tv_sec * 1000LL + now.tv_nsec / 1000000 -
           fields.value(19).toLongLong() * 1000 / sysconf(_SC_CLK_TCK);
}

class EmptyWindow final : public QWidget
{
protected:
    void paintEvent(QPaintEvent *event) override
    {
        QWidget::paintEvent(event);
        // After this turn of the loop, when the picture has gone to the display.
        QTimer::singleShot(0, this, [] {
            std::printf("{\"firstPaintMs\":%lld}\n", processAge());
            QApplication::quit();
        });
    }
};

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    EmptyWindow window;
    window.resize(1600, 900);
    window.show();
    return QApplication::exec();
}
