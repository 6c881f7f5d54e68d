// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/theme.h"

#include <QFile>
#include <QHeaderView>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QStyleFactory>
#include <QTest>
#include <QTreeWidget>

#include <cmath>

using namespace opsdeck;
using kit::Theme;
using Color = Theme::Color;
using Style = Theme::Style;

namespace {

QByteArray tokens()
{
    QFile file(QStringLiteral(":/look/theme.json"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString sheet()
{
    QFile file(QStringLiteral(":/look/style.qss"));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// Relative luminance and contrast of WCAG 2.1.
double channel(double value)
{
    return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * channel(color.redF()) + 0.7152 * channel(color.greenF()) +
           0.0722 * channel(color.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void computesContrastAsTheStandardDoes()
    {
        QCOMPARE(contrast(Qt::black, Qt::white), 21.0);
        QVERIFY(std::abs(contrast(QColor(0x77, 0x77, 0x77), Qt::white) - 4.48) < 0.01);
    }

    void wordsCanBeReadOnEveryBackground_data()
    {
        QTest::addColumn<Style>("style");
        QTest::addColumn<Color>("words");
        QTest::addColumn<Color>("background");
        const Color backgrounds[] = {Color::Bg0, Color::Bg1, Color::Bg2, Color::Bg3, Color::AccentBg};
        for (const Style style : {Style::Dark, Style::Light}) {
            const char *styleName = style == Style::Dark ? "dark" : "light";
            for (const Color background : backgrounds) {
                for (const Color words : {Color::Text, Color::Text2}) {
                    QTest::addRow("%s: %s on %s", styleName, qPrintable(Theme::tokenName(words)),
                                  qPrintable(Theme::tokenName(background)))
                        << style << words << background;
                }
            }
            QTest::addRow("%s: badge", styleName) << style << Color::OnAttention << Color::Attention;
            QTest::addRow("%s: primary button", styleName) << style << Color::OnAccent << Color::Accent;
        }
    }
    void wordsCanBeReadOnEveryBackground()
    {
        QFETCH(Style, style);
        QFETCH(Color, words);
        QFETCH(Color, background);
        const auto theme = Theme::fromJson(tokens(), style);
        QVERIFY2(theme, theme ? "" : qPrintable(theme.error().detail()));
        const double ratio = contrast(theme->color(words), theme->color(background));
        QVERIFY2(ratio >= 4.5, qPrintable(QString::number(ratio)));
    }

    void statesStandOutFromEveryPanel_data()
    {
        QTest::addColumn<Style>("style");
        QTest::addColumn<Color>("state");
        for (const Style style : {Style::Dark, Style::Light}) {
            for (const Color state : {Color::Ok, Color::Attention, Color::Alarm, Color::Off, Color::Accent})
                QTest::addRow("%d %s", int(style), qPrintable(Theme::tokenName(state))) << style << state;
        }
    }
    void statesStandOutFromEveryPanel()
    {
        // 3 : 1 is what the standard asks of marks that are no words.
        QFETCH(Style, style);
        QFETCH(Color, state);
        const auto theme = Theme::fromJson(tokens(), style);
        QVERIFY(theme);
        QVERIFY(contrast(theme->color(state), theme->color(Color::Bg1)) >= 3.0);
    }

    void theFocusRingStandsOutFromEveryControl_data()
    {
        QTest::addColumn<Style>("style");
        QTest::addColumn<Color>("ring");
        QTest::addColumn<Color>("background");
        for (const Style style : {Style::Dark, Style::Light}) {
            for (const Color background : {Color::Bg0, Color::Bg1, Color::Bg2, Color::Bg3})
                QTest::addRow("%d on %s", int(style), qPrintable(Theme::tokenName(background)))
                    << style << Color::Accent << background;
            // The primary button is drawn in the accent itself: its ring is in the colour of words.
            QTest::addRow("%d primary", int(style)) << style << Color::Text << Color::Bg1;
        }
    }
    void theFocusRingStandsOutFromEveryControl()
    {
        QFETCH(Style, style);
        QFETCH(Color, ring);
        QFETCH(Color, background);
        const auto theme = Theme::fromJson(tokens(), style);
        QVERIFY(theme);
        QVERIFY(contrast(theme->color(ring), theme->color(background)) >= 3.0);
    }

    void everyKindOfControlShowsItsFocus_data()
    {
        QTest::addColumn<QString>("kind");
        for (const char *kind : {"QToolButton", "QPushButton", "QPushButton:default", "QLineEdit",
                                 "QComboBox", "QAbstractSpinBox", "QCheckBox", "QRadioButton", "QSlider",
                                 "QListView", "QTreeView", "QTableView", "QTabBar::tab"})
            QTest::newRow(kind) << QString::fromLatin1(kind);
    }
    void everyKindOfControlShowsItsFocus()
    {
        QFETCH(QString, kind);
        QVERIFY(sheet().contains(QRegularExpression(
            QStringLiteral("(^|[\\s,])%1:focus\\b").arg(QRegularExpression::escape(kind)))));
    }

    void everyPictureOfTheStyleSheetIsThere()
    {
        for (const Style style : {Style::Dark, Style::Light}) {
            const auto theme = Theme::fromJson(tokens(), style);
            QVERIFY(theme);
            static const QRegularExpression url(QStringLiteral("url\\(([^)]+)\\)"));
            int pictures = 0;
            for (auto it = url.globalMatch(theme->styleSheet(sheet())); it.hasNext(); ++pictures) {
                const QString name = it.next().captured(1);
                QFile file(name);
                QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(name));
                QVERIFY2(!file.readAll().contains("currentColor"), qPrintable(name));
            }
            QVERIFY(pictures >= 5);
        }
    }

    void theWordsOfACellStandBelowThoseOfItsHeader()
    {
        const auto theme = Theme::fromJson(tokens(), Style::Dark);
        QVERIFY(theme);
        QTreeWidget table;
        table.setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
        table.setStyleSheet(theme->styleSheet(sheet()));
        table.setRootIsDecorated(false);
        table.setHeaderLabel(QStringLiteral("HHH"));
        table.addTopLevelItem(new QTreeWidgetItem({QStringLiteral("HHH")}));
        table.resize(200, 120);
        table.show();
        QVERIFY(QTest::qWaitForWindowExposed(&table));
        const auto firstInk = [](const QImage &picture) {
            const QRgb ground = picture.pixel(1, picture.height() / 2);
            for (int x = 1; x < picture.width(); ++x) {
                for (int y = 3; y < picture.height() - 3; ++y) {
                    if (picture.pixel(x, y) != ground)
                        return x;
                }
            }
            return -1;
        };
        const QImage all = table.grab().toImage();
        const auto part = [&](const QWidget *viewport, const QRect &rect) {
            return all.copy(QRect(viewport->mapTo(&table, rect.topLeft()), rect.size()));
        };
        const QWidget *head = table.header()->viewport();
        const int header = firstInk(part(head, head->rect()));
        const int cell = firstInk(part(table.viewport(), table.visualItemRect(table.topLevelItem(0))));
        QVERIFY(header > 0);
        // The letters are of two sizes.
        QVERIFY2(std::abs(header - cell) <= 1, qPrintable(QStringLiteral("%1, %2").arg(header).arg(cell)));
    }

    void refusesATokenThatIsMissingAndNamesIt_data()
    {
        QTest::addColumn<QString>("token");
        for (int i = 0; i < Theme::kColors; ++i)
            QTest::newRow(qPrintable(Theme::tokenName(Color(i)))) << Theme::tokenName(Color(i));
    }
    void refusesATokenThatIsMissingAndNamesIt()
    {
        QFETCH(QString, token);
        QJsonObject root = QJsonDocument::fromJson(tokens()).object();
        QJsonObject colors = root.value(QStringLiteral("colors")).toObject();
        QVERIFY(colors.contains(token));
        colors.remove(token);
        root.insert(QStringLiteral("colors"), colors);
        const auto theme = Theme::fromJson(QJsonDocument(root).toJson(), Style::Dark);
        QVERIFY(!theme);
        QVERIFY2(theme.error().detail().contains(QLatin1Char('"') + token + QLatin1Char('"')),
                 qPrintable(theme.error().detail()));
    }

    void refusesWhatIsNoJson()
    {
        QVERIFY(!Theme::fromJson("{", Style::Dark));
        QVERIFY(!Theme::fromJson("", Style::Light));
    }

    void leavesNoPlaceholderInTheStyleSheet()
    {
        QFile file(QStringLiteral(":/look/style.qss"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString source = QString::fromUtf8(file.readAll());
        QVERIFY(source.contains(QLatin1Char('@')));
        const auto theme = Theme::fromJson(tokens(), Style::Light);
        QVERIFY(theme);
        QVERIFY(!theme->styleSheet(source).contains(QLatin1Char('@')));
    }

    void hasNoColourOutsideTheTokens()
    {
        QFile file(QStringLiteral(":/look/style.qss"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!QString::fromUtf8(file.readAll())
                     .contains(QRegularExpression(QStringLiteral(":\\s*#[0-9a-fA-F]{3,8}\\b"))));
    }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
