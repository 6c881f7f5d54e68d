// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringView>

#include <cstdint>
#include <string_view>
#include <vector>

namespace opsdeck::shell {

/// What one typed query finds in folded texts, and how well. Every word of the query must be there as a subsequence, in
/// any order of words; letters at the start of a word and letters in a row count more, gaps less. Pure; one object
/// serves one thread (it keeps its scratch rows).
class PaletteMatcher
{
public:
    static constexpr int kMaximumQuery = 48; ///< characters; the rest is ignored
    static constexpr int kNoMatch = -1;

    /// What a letter is worth by its place, one a character of the folded text.
    enum Place : std::uint8_t {
        Inside,    ///< in the middle of a word
        WordStart, ///< after a blank, a mark or a number, or a capital after a small letter
        TextStart,
        Hint,        ///< not in the name itself, but in what stands behind it
        WordEnd = 4, ///< may be added to any of the first three
    };

    explicit PaletteMatcher(QStringView query);

    bool isEmpty() const { return m_words.empty(); }
    /// Would everything this query finds be found by `broader` too?
    bool narrows(const PaletteMatcher &broader) const;

    /// 0 or more, or kNoMatch. An empty query finds everything with 0.
    int score(std::u16string_view folded, const std::uint8_t *places);
    /// The characters the best match stands on, in order, none twice. Empty when there is no match.
    QList<int> positions(std::u16string_view folded, const std::uint8_t *places);

    /// Small letters, plain widths, no accents; as many characters as before, so that positions stay.
    static char16_t fold(char16_t character);
    static QString fold(QStringView text);
    /// The places of a name (not a hint).
    static std::vector<std::uint8_t> places(QStringView text);

private:
    struct Cell {
        int ending; ///< best with the letter matched here
        int before; ///< best with it matched here or earlier
    };

    int scoreWord(std::u16string_view word, std::u16string_view folded, const std::uint8_t *places);

    std::u16string m_folded;
    std::vector<std::u16string_view> m_words;
    std::vector<Cell> m_rows; ///< one a letter of the word, of one column a character of the text
};

} // namespace opsdeck::shell
