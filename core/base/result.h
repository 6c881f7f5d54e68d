// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QMetaType>
#include <QString>

#include <concepts>
#include <tl/expected.hpp>
#include <type_traits>

namespace opsdeck::base {

/// What kind of failure it is, for callers that act on the kind alone (the command line's exit codes, retry
/// rules).
enum class ErrorClass {
    Refused,   ///< The device understood and said no.
    Usage,     ///< The caller asked for something that cannot be: out of range, unknown name.
    NoAnswer,  ///< No connection, or no answer in time.
    Protocol,  ///< The device said something its protocol does not allow.
    Local,     ///< This machine: file, permission, memory, keychain.
    Cancelled, ///< Somebody on our side stopped it, or the object that was asked is gone.
};

/// What an error enum tells about one of its values: a stable name in kebab-case (it goes into JSON) and its
/// class.
struct ErrorFacts {
    const char *name;
    ErrorClass errorClass;

    friend bool operator==(const ErrorFacts &a, const ErrorFacts &b) = default;
};

/// An enum is an error code of some area when the area has an `errorFacts(E)` beside it.
template <typename E>
concept ErrorEnum = std::is_enum_v<E> && requires(E e)
{
    {
        errorFacts(e)
        } -> std::same_as<ErrorFacts>;
};

/// One failure: a code of an area's own enum, an English detail for the log, and what the device itself said.
/// A value; may cross threads. The operator reads the texts of `ui/kit`, never `detail` alone.
class Error
{
public:
    /// @param device what the device said, with its meaning, e.g. {"ret":203,"meaning":"wrong password"}; may
    /// be empty.
    template <ErrorEnum E>
    Error(E code, QString detail, QJsonObject device = {})
        : m_area(areaOf<E>())
        , m_code(static_cast<int>(code))
        , m_facts(errorFacts(code))
        , m_detail(std::move(detail))
        , m_device(std::move(device))
    {
    }

    template <ErrorEnum E>
    bool is(E code) const
    {
        return m_area == areaOf<E>() && m_code == static_cast<int>(code);
    }

    ErrorClass errorClass() const { return m_facts.errorClass; }
    /// Stable, kebab-case, the same in JSON, log and tests.
    QString name() const { return QString::fromLatin1(m_facts.name); }
    const QString &detail() const { return m_detail; }
    const QJsonObject &device() const { return m_device; }

    /// The same failure with words in front of the detail ("channel 3: …").
    Error within(const QString &context) const
    {
        Error outer = *this;
        outer.m_detail = context + QStringLiteral(": ") + m_detail;
        return outer;
    }

    friend bool operator==(const Error &a, const Error &b) = default;

private:
    using Area = const void *;

    template <typename E>
    static Area areaOf()
    {
        static const char tag = 0;
        return &tag;
    }

    Area m_area;
    int m_code;
    ErrorFacts m_facts;
    QString m_detail;
    QJsonObject m_device;
};

template <typename T>
using Result = tl::expected<T, Error>;

/// `return fail(CommonError::Timeout, …)` in a function that returns some Result<T>.
template <ErrorEnum E>
tl::unexpected<Error> fail(E code, QString detail, QJsonObject device = {})
{
    return tl::unexpected<Error>(Error(code, std::move(detail), std::move(device)));
}

inline tl::unexpected<Error> fail(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

/// Failures that belong to no area of their own.
enum class CommonError {
    Timeout,
    Cancelled,
    NotConnected,
    InvalidArgument,
    FileFailed,
};
ErrorFacts errorFacts(CommonError code);

} // namespace opsdeck::base
