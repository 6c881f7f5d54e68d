// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/palette_matcher.h"

#include <QChar>

#include <algorithm>
#include <array>

namespace opsdeck::shell {

namespace {

constexpr int kHit = 16;
constexpr int kInARow = 18;
constexpr int kGap = 1;
constexpr int kNever = -1000000;

constexpr std::array<int, 4> kWorth{0, 14, 18, -6};
/// "1" means channel 1 rather than 10.
constexpr int kWordEnd = 6;

int worthAtEnd(std::uint8_t place)
{
    return place & PaletteMatcher::WordEnd ? kWordEnd : 0;
}

bool isWordCharacter(char16_t c)
{
    return QChar(c).isLetterOrNumber() || QChar::isSurrogate(c);
}

/// Chinese and its kin: every character is a word.
bool isIdeograph(char16_t c)
{
    return (c >= 0x3040 && c <= 0x30ff) || (c >= 0x3400 && c <= 0x9fff) || (c >= 0xf900 && c <= 0xfaff);
}

} // namespace

char16_t PaletteMatcher::fold(char16_t c)
{
    if (c < 0x80)
        return c >= u'A' && c <= u'Z' ? char16_t(c + 0x20) : c;
    if (c >= 0xff01 && c <= 0xff5e)
        return fold(char16_t(c - 0xfee0));
    if (c == 0x3000 || c == 0x00a0)
        return u' ';
    if (QChar::isSurrogate(c) || isIdeograph(c))
        return c;
    const QChar plain(c);
    if (plain.decompositionTag() == QChar::Canonical) {
        const QString parts = plain.decomposition();
        if (!parts.isEmpty() && parts.at(0) != plain)
            return fold(parts.at(0).unicode());
    }
    return plain.toCaseFolded().unicode();
}

QString PaletteMatcher::fold(QStringView text)
{
    QString folded(text.size(), Qt::Uninitialized);
    std::transform(text.begin(), text.end(), folded.begin(),
                   [](QChar c) { return QChar(fold(c.unicode())); });
    return folded;
}

std::vector<std::uint8_t> PaletteMatcher::places(QStringView text)
{
    std::vector<std::uint8_t> places(std::size_t(text.size()), Inside);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t c = text[i].unicode();
        if (i == 0) {
            places[0] = TextStart;
            continue;
        }
        const char16_t before = text[i - 1].unicode();
        const bool isStart =
            isWordCharacter(c) && !QChar::isLowSurrogate(c) &&
            (!isWordCharacter(before) || isIdeograph(c) || (text[i].isUpper() && text[i - 1].isLower()) ||
             text[i].isDigit() != text[i - 1].isDigit());
        if (isStart)
            places[std::size_t(i)] = WordStart;
        if (isStart || !isWordCharacter(c))
            places[std::size_t(i - 1)] |= WordEnd;
    }
    if (!places.empty())
        places.back() |= WordEnd;
    return places;
}

PaletteMatcher::PaletteMatcher(QStringView query)
{
    m_folded = fold(query.left(kMaximumQuery)).toStdU16String();
    const std::u16string_view all(m_folded);
    for (std::size_t at = 0; at < all.size();) {
        const std::size_t end = std::min(all.find(u' ', at), all.size());
        if (end > at)
            m_words.push_back(all.substr(at, end - at));
        at = end + 1;
    }
}

bool PaletteMatcher::narrows(const PaletteMatcher &broader) const
{
    // Typing on: the words of before, the last of them perhaps longer, perhaps further ones.
    if (broader.m_words.size() > m_words.size())
        return false;
    for (std::size_t i = 0; i < broader.m_words.size(); ++i) {
        if (m_words[i].substr(0, broader.m_words[i].size()) != broader.m_words[i])
            return false;
    }
    return true;
}

/// Fills m_rows: one row a letter, one column a character of the text.
int PaletteMatcher::scoreWord(std::u16string_view word, std::u16string_view folded,
                              const std::uint8_t *places)
{
    const std::size_t width = folded.size();
    // Most texts are turned away here, at the price of one pass.
    std::size_t first = std::u16string_view::npos;
    std::size_t at = 0;
    for (const char16_t letter : word) {
        at = folded.find(letter, at);
        if (at == std::u16string_view::npos)
            return kNoMatch;
        first = std::min(first, at);
        ++at;
    }
    if (m_rows.size() < word.size() * width)
        m_rows.resize(word.size() * width);
    for (std::size_t i = 0; i < word.size(); ++i) {
        Cell *row = m_rows.data() + i * width;
        const Cell *above = i == 0 ? nullptr : row - width;
        int best = kNever;
        for (std::size_t j = 0; j < width; ++j) {
            int ending = kNever;
            if (j >= first + i && folded[j] == word[i]) {
                const int worth = kHit + kWorth[places[j] & 3];
                if (!above)
                    ending = worth;
                else if (j > 0 && above[j - 1].before > kNever)
                    ending = worth + std::max(above[j - 1].before, above[j - 1].ending + kInARow);
            }
            best = std::max(ending, best > kNever ? best - kGap : kNever);
            row[j] = {ending, best};
        }
    }
    int best = kNever;
    const Cell *last = m_rows.data() + (word.size() - 1) * width;
    for (std::size_t j = 0; j < width; ++j)
        best = std::max(best, last[j].ending + worthAtEnd(places[j]));
    return std::max(best, 0);
}

int PaletteMatcher::score(std::u16string_view folded, const std::uint8_t *places)
{
    int sum = 0;
    for (const std::u16string_view word : m_words) {
        const int one = scoreWord(word, folded, places);
        if (one == kNoMatch)
            return kNoMatch;
        sum += one;
    }
    return sum;
}

QList<int> PaletteMatcher::positions(std::u16string_view folded, const std::uint8_t *places)
{
    QList<int> found;
    const std::size_t width = folded.size();
    for (const std::u16string_view word : m_words) {
        if (scoreWord(word, folded, places) == kNoMatch)
            return {};
        // Back from the best last letter; what led to each letter is recognised by its sum.
        const Cell *row = m_rows.data() + (word.size() - 1) * width;
        std::size_t at = 0;
        for (std::size_t j = 1; j < width; ++j) {
            if (row[j].ending + worthAtEnd(places[j]) > row[at].ending + worthAtEnd(places[at]))
                at = j;
        }
        for (std::size_t i = word.size() - 1;; --i) {
            found.append(int(at));
            if (i == 0)
                break;
            const Cell *above = m_rows.data() + (i - 1) * width;
            const bool isInARow = above[at - 1].ending + kInARow >= above[at - 1].before;
            --at;
            if (!isInARow) {
                while (above[at].ending != above[at].before)
                    --at;
            }
        }
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

} // namespace opsdeck::shell
