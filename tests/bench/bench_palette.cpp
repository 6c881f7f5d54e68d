// SPDX-License-Identifier: GPL-3.0-or-later
// How long the palette takes to open over 10,000 entries and to answer a keystroke, painting included, beside the bare
// work: copying the same strings, and looking for the same letters in them.
#include "core/base/clock.h"
#include "core/store/settings_store.h"
#include "tests/bench/figure.h"
#include "ui/kit/action_registry.h"
#include "ui/shell/palette_model.h"
#include "ui/shell/palette_panel.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QKeyEvent>
#include <QLineEdit>

#include <algorithm>

using namespace opsdeck;
using opsdeck::bench::Figure;

namespace {

constexpr int kDevices = 100;
constexpr int kChannels = 98;
constexpr int kActions = 100;
constexpr int kRounds = 15;
constexpr double kOpenLimitMs = 50;
constexpr double kKeyLimitMs = 16;

QList<kit::SiteNode> site()
{
    const QStringList places{QStringLiteral("Main gate"),   QStringLiteral("Lane B entry"),
                             QStringLiteral("Ticket hall"), QStringLiteral("Stair 2"),
                             QString::fromUtf8("东侧大门"), QStringLiteral("Plant room")};
    QList<kit::SiteNode> devices;
    for (int d = 0; d < kDevices; ++d) {
        kit::SiteNode device;
        device.id = QStringLiteral("dvr/%1").arg(d);
        device.name = QStringLiteral("Building %1 recorder").arg(d + 1);
        device.mark = kit::StateMark::Ok;
        for (int c = 0; c < kChannels; ++c) {
            kit::SiteNode channel;
            channel.id = QStringLiteral("dvr/%1/%2").arg(d).arg(c);
            channel.name = QStringLiteral("%1 %2 camera").arg(c + 1).arg(places.at(c % places.size()));
            device.children.append(channel);
        }
        devices.append(device);
    }
    return devices;
}

double milliseconds(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

/// Until it is on the screen: layout, painting, and handing the picture over.
void showNow(QWidget &window)
{
    QCoreApplication::sendPostedEvents();
    window.repaint();
    QCoreApplication::sendPostedEvents();
}

double worst(const std::vector<double> &values)
{
    return *std::max_element(values.begin(), values.end());
}

struct Typed {
    std::vector<double> palette; ///< ms a keystroke
    std::vector<double> bare;
};

void press(QLineEdit &field, int key, const QString &text)
{
    QKeyEvent down(QEvent::KeyPress, key, Qt::NoModifier, text);
    QCoreApplication::sendEvent(&field, &down);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QFile file(QStringLiteral(":/look/theme.json"));
    const auto theme = file.open(QIODevice::ReadOnly)
                           ? kit::Theme::fromJson(file.readAll(), kit::Theme::Style::Dark)
                           : base::Result<kit::Theme>(kit::Theme());
    base::SystemClock clock;
    store::SettingsStore settings(QString(), clock);
    kit::ActionRegistry actions;
    for (int i = 0; i < kActions; ++i) {
        kit::ActionSpec spec;
        spec.id = QStringLiteral("bench.%1").arg(i);
        spec.group = [] { return QStringLiteral("Wall"); };
        spec.text = [i] { return QStringLiteral("Show view %1 of the site").arg(i); };
        spec.whyNot = [i] { return i % 7 == 0 ? QStringLiteral("No tile is selected") : QString(); };
        spec.run = [] {};
        actions.add(&actions, spec);
    }
    const QList<kit::SiteNode> nodes = site();
    QWidget window;
    window.resize(1280, 800);
    shell::PalettePanel palette(
        *theme, actions, settings, [&nodes] { return nodes; }, &window);
    window.show();
    showNow(window);
    auto *field = palette.findChild<QLineEdit *>();
    const auto *model = palette.findChild<shell::PaletteModel *>();

    std::vector<double> opened;
    std::vector<double> copied;
    Typed typed;
    const QString query = QStringLiteral("camera 12 gate");
    for (int round = 0; round < kRounds; ++round) {
        QElapsedTimer timer;
        timer.start();
        palette.toggle();
        showNow(window);
        opened.push_back(milliseconds(timer));

        QStringList texts;
        timer.start();
        for (const kit::SiteNode &device : nodes) {
            texts << QString(device.name.constData(), device.name.size());
            for (const kit::SiteNode &channel : device.children)
                texts << QString(channel.name.constData(), channel.name.size());
        }
        copied.push_back(milliseconds(timer));

        for (int i = 0; i < query.size(); ++i) {
            timer.start();
            press(*field, 0, query.mid(i, 1));
            showNow(window);
            typed.palette.push_back(milliseconds(timer));
            qsizetype found = 0;
            timer.start();
            for (const QString &text : std::as_const(texts))
                found += text.contains(query.at(i), Qt::CaseInsensitive) ? 1 : 0;
            typed.bare.push_back(milliseconds(timer));
            asm volatile("" : : "r"(found) : "memory");
        }
        if (round == 0) {
            bench::note(QStringLiteral("palette: %1 entries, %2 found by \"%3\"")
                            .arg(model->entryCount())
                            .arg(model->hitCount())
                            .arg(query));
        }
        for (int i = 0; i < query.size(); ++i) {
            timer.start();
            press(*field, Qt::Key_Backspace, QString());
            showNow(window);
            typed.palette.push_back(milliseconds(timer));
        }
        palette.close();
        showNow(window);
    }
    const auto how = [](const std::vector<double> &ours, const std::vector<double> &bare,
                        const QString &what) {
        return QStringLiteral("worst of %1; median %2 ms, %3 × %4 (%5 ms)")
            .arg(ours.size())
            .arg(bench::median(ours), 0, 'f', 1)
            .arg(bench::median(ours) / bench::median(bare), 0, 'f', 0)
            .arg(what)
            .arg(bench::median(bare), 0, 'f', 2);
    };
    bench::printRows({
        Figure{QStringLiteral("Palette opens, 10,000 entries"), worst(opened), QStringLiteral("ms"),
               kOpenLimitMs, Figure::Keep::AtMost, how(opened, copied, QStringLiteral("copying the names"))},
        Figure{QStringLiteral("Palette, one keystroke"), worst(typed.palette), QStringLiteral("ms"),
               kKeyLimitMs, Figure::Keep::AtMost,
               how(typed.palette, typed.bare, QStringLiteral("looking for one letter in the names"))},
    });
    return 0;
}
