// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/redactor.h"
#include "core/base/secret_finder.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace opsdeck::base {

namespace {

constexpr qsizetype kMaximumKeyBytes = 64;
constexpr qsizetype kRecentBytes = 64;
constexpr qsizetype kMaximumUserInfoBytes = 256;
constexpr int kMaximumListDepth = 64;
/// A value that never ends (broken JSON) is cut for this long; after it the text is read as text again.
constexpr qsizetype kMaximumValueBytes = 16384;
/// One message over several packets has a header in the middle of the text. 0xFF is in no UTF-8, so looking
/// for it is safe for protocols without such headers.
constexpr char kHeaderFirstByte = '\xff';
constexpr int kHeaderBytes = 20;

constexpr std::array kSecretParts{"password", "passwd", "passphrase", "pwd",
                                  "psw",      "secret", "token",      "communicatekey",
                                  "comkey",   "apikey", "privatekey", "accesskey"};
constexpr std::array kSecretNames{"pass", "pin", "authorization"};

bool isKeyByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-' || c == '.';
}

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

bool endsBareValue(char c)
{
    return quint8(c) <= 0x20 || c == ',' || c == '}' || c == ']' || c == '"';
}

bool endsUrlValue(char c)
{
    return quint8(c) <= 0x20 || c == '&' || c == '"' || c == '\'' || c == '<' || c == '>' || c == ';' ||
           c == ',' || c == ')';
}

template <typename Cuts>
void addCut(Cuts &cuts, qsizetype begin, qsizetype end)
{
    if (begin >= end)
        return;
    if (!cuts.empty() && cuts.back().begin <= begin && cuts.back().end >= begin)
        cuts.back().end = std::max(cuts.back().end, end);
    else
        cuts.push_back({begin, end});
}

} // namespace

bool isSecretKey(const QByteArray &key)
{
    const QByteArray name = key.trimmed().toLower();
    if (name.endsWith("ref"))
        return false;
    return std::any_of(kSecretParts.begin(), kSecretParts.end(),
                       [&](const char *part) { return name.contains(part); }) ||
           std::find(kSecretNames.begin(), kSecretNames.end(), name) != kSecretNames.end();
}

/// Where the next bytes stand that can begin something, so that text without them is passed at memchr's speed.
struct Redactor::Stream::Triggers {
    qsizetype quote = -1;
    qsizetype equals = -1;
    qsizetype atSign = -1;

    static void advance(qsizetype &position, char c, QByteArrayView input, qsizetype at)
    {
        if (position >= at)
            return;
        const void *found = std::memchr(input.data() + at, c, size_t(input.size() - at));
        position = found ? static_cast<const char *>(found) - input.data() : input.size();
    }
    qsizetype next(QByteArrayView input, qsizetype at)
    {
        advance(quote, '"', input, at);
        advance(equals, '=', input, at);
        advance(atSign, '@', input, at);
        return std::min({quote, equals, atSign});
    }
};

Redactor::Stream::Stream(const Redactor &redactor)
    : m_redactor(redactor)
{
}

QByteArray Redactor::Stream::feed(const QByteArray &bytes)
{
    return process(bytes, false);
}

QByteArray Redactor::Stream::finish()
{
    QByteArray rest = process(QByteArray(), true);
    rest.fill('*');
    return rest;
}

QByteArray Redactor::Stream::process(const QByteArray &piece, bool last)
{
    if (m_generation != m_redactor.m_generation) {
        m_generation = m_redactor.m_generation;
        m_finder = m_redactor.finder();
    }
    QByteArray input = m_held.isEmpty() ? piece : m_held + piece;
    std::vector<Cut> cuts;
    addCut(cuts, 0, m_heldCut);
    qsizetype held = 0;
    if (!m_finder->isEmpty()) {
        for (auto match = m_finder->find(input, 0); match.begin >= 0;
             match = m_finder->find(input, match.begin + 1))
            addCut(cuts, match.begin, match.end);
        if (!last)
            held = m_finder->startedAtEnd(input);
    }
    const qsizetype given = input.size() - held;
    m_heldCut = cuts.empty() ? 0 : std::max<qsizetype>(0, cuts.back().end - given);
    m_held = input.last(held);
    scan(QByteArrayView(input).first(given), cuts);
    if (given >= kRecentBytes)
        m_recent = input.sliced(given - kRecentBytes, kRecentBytes);
    else
        m_recent = (m_recent + input.first(given)).right(kRecentBytes);

    input.truncate(given);
    if (cuts.empty())
        return input;
    char *out = input.data();
    for (const Cut &cut : cuts)
        std::fill(out + cut.begin, out + std::min(cut.end, given), '*');
    return input;
}

void Redactor::Stream::scan(QByteArrayView input, std::vector<Cut> &cuts)
{
    Triggers triggers;
    for (qsizetype at = 0; at < input.size();) {
        if (m_skip > 0) {
            const auto skipped = std::min<qsizetype>(m_skip, input.size() - at);
            m_skip -= int(skipped);
            at += skipped;
            continue;
        }
        const char c = input[at];
        const bool inName = m_mode == Mode::Key || m_mode == Mode::AfterKey || m_mode == Mode::BeforeValue;
        if (inName && c == kHeaderFirstByte) {
            m_skip = kHeaderBytes;
            continue;
        }
        switch (m_mode) {
        case Mode::Text:
            scanText(input, at, triggers, cuts);
            break;
        case Mode::Key:
            scanKey(c, at);
            break;
        case Mode::AfterKey:
            if (isSpace(c)) {
                ++at;
            } else if (c == ':') {
                m_mode = Mode::BeforeValue;
                m_backslashes = 0;
                ++at;
            } else {
                m_mode = Mode::Text;
            }
            break;
        case Mode::BeforeValue:
            scanBeforeValue(c, at);
            break;
        case Mode::StringValue:
            scanString(input, at, cuts);
            break;
        case Mode::BareValue:
            scanBare(input, at, cuts);
            break;
        case Mode::List:
            scanList(c, at);
            break;
        case Mode::UrlValue:
            scanUrlValue(input, at, cuts);
            break;
        }
    }
}

void Redactor::Stream::scanText(QByteArrayView input, qsizetype &at, Triggers &triggers,
                                std::vector<Cut> &cuts)
{
    const qsizetype found = triggers.next(input, at);
    at = std::min(found + 1, input.size());
    if (found == input.size())
        return;
    if (found == triggers.quote) {
        m_mode = Mode::Key;
        m_key.clear();
        m_backslashes = 0;
    } else if (found == triggers.equals) {
        if (isSecretKeyBefore(input, found)) {
            m_mode = Mode::UrlValue;
            m_valueBytes = 0;
        }
    } else {
        // scheme://user:password@
        qsizetype colon = -1;
        for (qsizetype i = found - 1; i >= 2 && found - i <= kMaximumUserInfoBytes; --i) {
            const char c = input[i];
            if (c == '/') {
                if (input[i - 1] == '/' && input[i - 2] == ':' && colon >= 0)
                    addCut(cuts, colon + 1, found);
                break;
            }
            if (quint8(c) <= 0x20 || c == '"')
                break;
            if (c == ':')
                colon = i;
        }
    }
}

void Redactor::Stream::scanKey(char c, qsizetype &at)
{
    if (c == '"') {
        ++at;
        m_backslashes = 0;
        if (isSecretKey(m_key))
            m_mode = Mode::AfterKey;
        // Else it may have been the end of a string whose beginning was not seen: then it opens the next.
        m_key.clear();
    } else if (c == '\\' && m_backslashes < 8) {
        ++m_backslashes;
        ++at;
    } else if (m_backslashes == 0 && (isKeyByte(c) || c == ' ') && m_key.size() < kMaximumKeyBytes) {
        m_key.append(c);
        ++at;
    } else {
        m_mode = Mode::Text;
    }
}

void Redactor::Stream::scanBeforeValue(char c, qsizetype &at)
{
    if (isSpace(c)) {
        ++at;
    } else if (c == '\\' && m_backslashes < 8) {
        ++m_backslashes;
        ++at;
    } else if (c == '"') {
        beginString();
        ++at;
    } else if (c == '[') {
        m_mode = Mode::List;
        m_listDepth = 1;
        m_backslashes = 0;
        ++at;
    } else if (c == '{' || c == '}' || c == ']' || c == ',' || c == ':') {
        m_mode = Mode::Text;
    } else {
        m_mode = Mode::BareValue;
        m_valueBytes = 0;
    }
}

void Redactor::Stream::beginString()
{
    m_mode = Mode::StringValue;
    const bool isLevel = m_backslashes == 1 || m_backslashes == 3 || m_backslashes == 7;
    m_quoteLevel = isLevel ? m_backslashes : 0;
    m_backslashes = 0;
    m_valueBytes = 0;
}

void Redactor::Stream::endValue()
{
    m_mode = m_listDepth > 0 ? Mode::List : Mode::Text;
    m_backslashes = 0;
}

void Redactor::Stream::scanString(QByteArrayView input, qsizetype &at, std::vector<Cut> &cuts)
{
    const qsizetype begin = at;
    while (at < input.size()) {
        const char c = input[at];
        if (c == '"') {
            // A quote that is escaped once more than the opening one belongs to the value.
            const bool ends =
                m_backslashes < m_quoteLevel || m_backslashes % (2 * (m_quoteLevel + 1)) == m_quoteLevel;
            if (ends) {
                addCut(cuts, begin, std::max(begin, at - std::min(m_quoteLevel, m_backslashes)));
                ++at;
                endValue();
                return;
            }
        }
        m_backslashes = c == '\\' ? m_backslashes + 1 : 0;
        ++at;
        if (++m_valueBytes >= kMaximumValueBytes) {
            m_listDepth = 0;
            endValue();
            break;
        }
    }
    addCut(cuts, begin, at);
}

void Redactor::Stream::scanBare(QByteArrayView input, qsizetype &at, std::vector<Cut> &cuts)
{
    const qsizetype begin = at;
    while (at < input.size() && !endsBareValue(input[at]) && m_valueBytes < kMaximumValueBytes) {
        ++at;
        ++m_valueBytes;
    }
    addCut(cuts, begin, at);
    if (m_valueBytes >= kMaximumValueBytes)
        m_listDepth = 0;
    if (at < input.size())
        endValue();
}

void Redactor::Stream::scanList(char c, qsizetype &at)
{
    if (isSpace(c) || c == ',') {
        ++at;
    } else if (c == '\\' && m_backslashes < 8) {
        ++m_backslashes;
        ++at;
    } else if (c == '"') {
        beginString();
        ++at;
    } else if (c == '[' && m_listDepth < kMaximumListDepth) {
        ++m_listDepth;
        ++at;
    } else if (c == ']') {
        ++at;
        if (--m_listDepth == 0)
            m_mode = Mode::Text;
    } else if (quint8(c) < 0x20 || c == '[' || c == '{' || c == '}' || c == ':') {
        m_listDepth = 0;
        m_mode = Mode::Text;
    } else {
        m_mode = Mode::BareValue;
        m_valueBytes = 0;
    }
}

void Redactor::Stream::scanUrlValue(QByteArrayView input, qsizetype &at, std::vector<Cut> &cuts)
{
    if (m_valueBytes == 0 && input[at] == '"') {
        m_backslashes = 0;
        beginString();
        ++at;
        return;
    }
    const qsizetype begin = at;
    while (at < input.size() && !endsUrlValue(input[at]) && m_valueBytes < kMaximumValueBytes) {
        ++at;
        ++m_valueBytes;
    }
    addCut(cuts, begin, at);
    if (at < input.size())
        endValue();
}

bool Redactor::Stream::isSecretKeyBefore(QByteArrayView input, qsizetype at) const
{
    QByteArray key;
    for (qsizetype back = 1; back <= kRecentBytes; ++back) {
        const qsizetype i = at - back;
        const qsizetype recent = m_recent.size() + i;
        if (i < 0 && recent < 0)
            break;
        const char c = i >= 0 ? input[i] : m_recent[recent];
        if (!isKeyByte(c))
            break;
        key.prepend(c);
    }
    return isSecretKey(key);
}

} // namespace opsdeck::base
