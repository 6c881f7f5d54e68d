// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/palette_matcher.h"

#include <QTest>

using opsdeck::shell::PaletteMatcher;

namespace {

int score(const QString &query, const QString &text)
{
    PaletteMatcher matcher(query);
    const std::u16string folded = PaletteMatcher::fold(text).toStdU16String();
    const auto places = PaletteMatcher::places(text);
    return matcher.score(folded, places.data());
}

/// The text with what was found in brackets.
QString marked(const QString &query, const QString &text)
{
    PaletteMatcher matcher(query);
    const std::u16string folded = PaletteMatcher::fold(text).toStdU16String();
    const auto places = PaletteMatcher::places(text);
    QString result;
    const QList<int> positions = matcher.positions(folded, places.data());
    for (int i = 0; i < int(text.size()); ++i)
        result += positions.contains(i) ? QStringLiteral("[%1]").arg(text.at(i)) : QString(text.at(i));
    return result.replace(QStringLiteral("]["), QString());
}

} // namespace

class TestPaletteMatcher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsFoundAndWhere_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected"); ///< empty: not found
        const auto row = [](const char *name, const QString &query, const QString &text,
                            const QString &expected) { QTest::newRow(name) << query << text << expected; };
        row("whole word", QStringLiteral("gate"), QStringLiteral("1 Main gate"),
            QStringLiteral("1 Main [gate]"));
        row("starts of words", QStringLiteral("mg"), QStringLiteral("Camera Main gate"),
            QStringLiteral("Camera [M]ain [g]ate"));
        row("case", QStringLiteral("MAIN"), QStringLiteral("main gate"), QStringLiteral("[main] gate"));
        row("a capital starts a word", QStringLiteral("fs"), QStringLiteral("offsetFullScreen"),
            QStringLiteral("offset[F]ull[S]creen"));
        row("a number starts a word", QStringLiteral("c12"), QStringLiteral("1 cam 2 cam12"),
            QStringLiteral("1 cam 2 [c]am[12]"));
        row("words in any order", QStringLiteral("gate main"), QStringLiteral("Main gate"),
            QStringLiteral("[Main] [gate]"));
        row("a run beats scattered letters", QStringLiteral("hall"), QStringLiteral("h a l l hall"),
            QStringLiteral("h a l l [hall]"));
        row("not found", QStringLiteral("gatex"), QStringLiteral("Main gate"), QString());
        row("order of letters counts", QStringLiteral("etag"), QStringLiteral("gate"), QString());
        row("full width query", QString::fromUtf8("ＧＡＴＥ　１"), QStringLiteral("gate 1"),
            QStringLiteral("[gate] [1]"));
        row("full width text", QStringLiteral("dvr"), QString::fromUtf8("北门ＤＶＲ"),
            QString::fromUtf8("北门[ＤＶＲ]"));
        row("Chinese", QString::fromUtf8("东门"), QString::fromUtf8("东侧大门"),
            QString::fromUtf8("[东]侧大[门]"));
        row("Chinese not found", QString::fromUtf8("西门"), QString::fromUtf8("东侧大门"), QString());
        row("accents", QStringLiteral("cafe"), QString::fromUtf8("Café"), QString::fromUtf8("[Café]"));
        row("beyond the plane", QString::fromUtf8("𠮷"), QString::fromUtf8("a𠮷b"),
            QString::fromUtf8("a[𠮷]b"));
        row("HTML is text", QStringLiteral("<b>"), QStringLiteral("x<b>y"), QStringLiteral("x[<b>]y"));
        row("empty text", QStringLiteral("a"), QString(), QString());
    }
    void whatIsFoundAndWhere()
    {
        QFETCH(QString, query);
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(score(query, text) != PaletteMatcher::kNoMatch, !expected.isEmpty());
        if (!expected.isEmpty())
            QCOMPARE(marked(query, text), expected);
        else
            QVERIFY(!marked(query, text).contains(QLatin1Char('[')));
    }

    void whichIsBetter_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("better");
        QTest::addColumn<QString>("worse");
        QTest::newRow("start of the text") << "full"
                                           << "Full screen"
                                           << "Leave full screen";
        QTest::newRow("start of a word") << "gate"
                                         << "Main gate"
                                         << "Investigate";
        QTest::newRow("in a row") << "wall"
                                  << "The wall"
                                  << "The w-a-l-l";
        QTest::newRow("a whole word") << "1"
                                      << "1 Ticket hall"
                                      << "10 Yard";
        QTest::newRow("small gaps") << "mn"
                                    << "xmin"
                                    << "xmooooooon";
    }
    void whichIsBetter()
    {
        QFETCH(QString, query);
        QFETCH(QString, better);
        QFETCH(QString, worse);
        QVERIFY(score(query, worse) != PaletteMatcher::kNoMatch);
        QVERIFY(score(query, better) > score(query, worse));
    }

    void anEmptyQueryFindsEverything()
    {
        PaletteMatcher matcher(QStringLiteral("   "));
        QVERIFY(matcher.isEmpty());
        QCOMPARE(matcher.score(u"anything", PaletteMatcher::places(u"anything").data()), 0);
        QVERIFY(matcher.positions(u"anything", PaletteMatcher::places(u"anything").data()).isEmpty());
    }

    void foldingKeepsEveryPosition()
    {
        for (int c = 1; c < 0x10000; ++c) {
            const QString text = QChar(char16_t(c)) + QStringLiteral("x");
            QCOMPARE(PaletteMatcher::fold(text).size(), 2);
            QCOMPARE(PaletteMatcher::places(text).size(), std::size_t(2));
        }
    }

    void typingOnNarrows_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("now");
        QTest::addColumn<bool>("narrows");
        QTest::newRow("another letter") << "ga"
                                        << "gat" << true;
        QTest::newRow("another word") << "gate"
                                      << "gate m" << true;
        QTest::newRow("from nothing") << ""
                                      << "g" << true;
        QTest::newRow("a letter less") << "gat"
                                       << "ga" << false;
        QTest::newRow("a letter in front") << "ate"
                                           << "gate" << false;
        QTest::newRow("another first word") << "a b"
                                            << "b a" << false;
    }
    void typingOnNarrows()
    {
        QFETCH(QString, before);
        QFETCH(QString, now);
        QFETCH(bool, narrows);
        QCOMPARE(PaletteMatcher(now).narrows(PaletteMatcher(before)), narrows);
    }

    void theBestIsFoundWhateverTheText()
    {
        // Against trying every way there is, on short texts of few letters.
        const QStringList words{QStringLiteral("a"), QStringLiteral("ab"), QStringLiteral("aba"),
                                QStringLiteral("bb")};
        for (int code = 0; code < 3 * 3 * 3 * 3 * 3 * 3; ++code) {
            QString text;
            for (int rest = code, i = 0; i < 6; ++i, rest /= 3)
                text += QLatin1Char("ab "[rest % 3]);
            for (const QString &word : words) {
                const bool isFound = score(word, text) != PaletteMatcher::kNoMatch;
                qsizetype at = 0;
                bool isThere = true;
                for (const QChar letter : word) {
                    at = text.indexOf(letter, at) + 1;
                    isThere = isThere && at > 0;
                    if (!isThere)
                        break;
                }
                QCOMPARE(isFound, isThere);
                QString picked = marked(word, text);
                QString letters;
                bool isInside = false;
                for (const QChar c : picked) {
                    if (c == QLatin1Char('[') || c == QLatin1Char(']'))
                        isInside = c == QLatin1Char('[');
                    else if (isInside)
                        letters += c;
                }
                QCOMPARE(letters, isThere ? word : QString());
            }
        }
    }

    void aLongQueryIsCut()
    {
        const QString text(200, QLatin1Char('a'));
        QVERIFY(score(QString(100000, QLatin1Char('a')), text) != PaletteMatcher::kNoMatch);
    }
};

QTEST_APPLESS_MAIN(TestPaletteMatcher)
#include "tst_palette_matcher.moc"
