// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QMutex>
#include <QString>

#include <atomic>
#include <memory>
#include <vector>

namespace opsdeck::base {

class SecretFinder;

/// True when a value under this key (JSON, URL) is a secret: "PassWord", "comKey", "token", … in any case; false
/// for what ends in "Ref", which names a place in the keychain.
bool isSecretKey(const QByteArray &key);

/// Cuts secrets out of what is written down: log, trace, journal, bundle, export. A secret is replaced by as
/// many `*` as it has bytes, so that lengths, offsets and TCP sequence numbers stay true.
///
/// What it knows as secret: the value of a JSON key that names one (password, passwd, pwd, token, secret,
/// communicateKey, comKey, pin, …: in any case, in any spacing, inside another JSON string too), `key=value` of
/// such a name in URLs and command lines, the password of `scheme://user:password@`, and whatever was handed to
/// `addSecret()`, wherever it stands. The JSON need not be whole or valid. A key that ends in "Ref" names a place
/// in the keychain, not a secret, and stays. Not recognised: a key that is spelt with `\u` escapes.
///
/// May be used from any thread.
class Redactor
{
public:
    static constexpr qsizetype kMinimumSecretBytes = 4;
    static constexpr qsizetype kMaximumSecretBytes = 1024;

    Redactor();
    Redactor(const Redactor &) = delete;
    Redactor &operator=(const Redactor &) = delete;
    ~Redactor();

    /// From now on these bytes (and their JSON-escaped and percent-encoded forms) are cut wherever they stand.
    /// Ignored: shorter than 4 bytes (they would cut harmless text), longer than 1024, known already.
    void addSecret(const QByteArray &secret);

    /// One text that is complete in itself; the same number of bytes comes back.
    QByteArray redact(const QByteArray &bytes) const;
    /// For log lines. A secret of n UTF-8 bytes becomes n `*`.
    QString redact(const QString &text) const;

    /// One direction of one connection, fed in pieces: a secret that spans pieces is cut as well. Not
    /// thread-safe. What looks like the start of a registered secret at the end of a piece is held back until
    /// the next piece tells; so a call may return fewer bytes than it got, the sum is the same.
    /// Limit: the password in `scheme://user:password@` is found only when one piece holds all of that.
    class Stream
    {
    public:
        /// @param redactor must outlive this object.
        explicit Stream(const Redactor &redactor);

        QByteArray feed(const QByteArray &bytes);
        /// The stream has ended: what was held back, cut.
        QByteArray finish();

    private:
        friend class Redactor;
        enum class Mode { Text, Key, AfterKey, BeforeValue, StringValue, BareValue, List, UrlValue };
        struct Cut {
            qsizetype begin;
            qsizetype end;
        };
        struct Triggers;

        QByteArray process(const QByteArray &piece, bool last);
        void scan(QByteArrayView input, std::vector<Cut> &cuts);
        void scanText(QByteArrayView input, qsizetype &at, Triggers &triggers, std::vector<Cut> &cuts);
        void scanKey(char c, qsizetype &at);
        void scanBeforeValue(char c, qsizetype &at);
        void scanString(QByteArrayView input, qsizetype &at, std::vector<Cut> &cuts);
        void scanBare(QByteArrayView input, qsizetype &at, std::vector<Cut> &cuts);
        void scanList(char c, qsizetype &at);
        void scanUrlValue(QByteArrayView input, qsizetype &at, std::vector<Cut> &cuts);
        bool isSecretKeyBefore(QByteArrayView input, qsizetype at) const;
        void beginString();
        void endValue();

        const Redactor &m_redactor;
        std::shared_ptr<const SecretFinder> m_finder;
        quint64 m_generation = 0;

        QByteArray m_held;       ///< raw bytes not yet given out
        qsizetype m_heldCut = 0; ///< how many of them, from the front, belong to a secret found already
        QByteArray m_recent;     ///< the last raw bytes given out, for keys in front of a '='
        Mode m_mode = Mode::Text;
        QByteArray m_key;      ///< the JSON key so far
        int m_backslashes = 0; ///< run of '\\' right before this byte
        int m_quoteLevel = 0;  ///< backslashes before the quotes of this value (1 inside a JSON string)
        int m_skip = 0;        ///< bytes left of a packet header that cuts a key in two
        int m_listDepth = 0;
        qsizetype m_valueBytes = 0;
    };

private:
    std::shared_ptr<const SecretFinder> finder() const;

    mutable QMutex m_mutex;
    QList<QByteArray> m_secrets;
    std::shared_ptr<const SecretFinder> m_finder;
    std::atomic<quint64> m_generation{1};
};

} // namespace opsdeck::base
