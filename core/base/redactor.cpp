// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/redactor.h"

#include "core/base/secret_finder.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace opsdeck::base {

namespace {

/// As it stands between the quotes of a JSON string.
QByteArray jsonEscaped(const QByteArray &text)
{
    const QByteArray array =
        QJsonDocument(QJsonArray{QString::fromUtf8(text)}).toJson(QJsonDocument::Compact);
    return array.sliced(2, array.size() - 4);
}

} // namespace

Redactor::Redactor()
    : m_finder(std::make_shared<SecretFinder>(QList<QByteArray>()))
{
}

Redactor::~Redactor() = default;

void Redactor::addSecret(const QByteArray &secret)
{
    const QMutexLocker lock(&m_mutex);
    const auto before = m_secrets.size();
    for (const QByteArray &form : {secret, jsonEscaped(secret), secret.toPercentEncoding()}) {
        if (form.size() >= kMinimumSecretBytes && form.size() <= kMaximumSecretBytes &&
            !m_secrets.contains(form))
            m_secrets.append(form);
    }
    if (m_secrets.size() == before)
        return;
    m_finder = std::make_shared<SecretFinder>(m_secrets);
    ++m_generation;
}

std::shared_ptr<const SecretFinder> Redactor::finder() const
{
    const QMutexLocker lock(&m_mutex);
    return m_finder;
}

QByteArray Redactor::redact(const QByteArray &bytes) const
{
    return Stream(*this).process(bytes, true);
}

QString Redactor::redact(const QString &text) const
{
    const QByteArray bytes = text.toUtf8();
    const QByteArray clean = redact(bytes);
    return clean == bytes ? text : QString::fromUtf8(clean);
}

} // namespace opsdeck::base
